"""The whole pipeline on one screen: journey, boxes, scene; `Diagram` makes the bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from os import PathLike

import attrs

from journeymap.diagram import TEXT_MODES, Diagram, TextMode
from journeymap.errors import OptionError, RenderError, shown, unknown
from journeymap.layout.blocks import Setting
from journeymap.layout.box import Box
from journeymap.model import Journey
from journeymap.theme import ThemeChoice

FontChoice = str | PathLike[str] | Sequence[str | PathLike[str]]


def swimlane(
    journey: Journey,
    *,
    lanes: str | Sequence[str] | None = None,
    theme: ThemeChoice | None = None,
    language: str | None = None,
    width: float | None = None,
    text: TextMode = "embed",
    fonts: FontChoice | None = None,
) -> Diagram:
    """Return the swimlane map of a journey.

    Args:
        journey: What to draw.
        lanes: Which lane or lanes, in which order; all that have something to say unless given.
        theme: The name of a theme (light, dark, print, contrast, or auto for what the reader's
            screen prefers), the colours of a brand, or a theme; what the journey says unless given.
        language: The language of the map's own words, `en` or `ru`; that of the journey unless
            given.
        width: How wide the sheet should be, in px; by need unless given.
        text: How text stands in an SVG: `embed` (with the letters of the font), `outline` (as
            drawn shapes), `system` (in whatever font the viewer has).
        fonts: Files of fonts (TTF, OTF, TTC, OTC) for letters that the theme's font lacks, asked
            in this order; `system` among them allows the fonts of this machine as a last resort.

    Raises:
        OptionError: There is no such lane, theme, language, kind of text or font.
        RenderError: The width is no length.
    """
    from journeymap.layout.swimlane import swimlane_layout  # noqa: PLC0415

    _check_width(width)
    lanes = (lanes,) if isinstance(lanes, str) else lanes

    def layout(setting: Setting) -> Box:
        return swimlane_layout(journey, setting, lanes=lanes, width=width)

    return _picture(journey, layout, theme=theme, language=language, text=text, fonts=fonts)


VIEWS: Mapping[str, Callable[..., Diagram]] = {"swimlane": swimlane}
"""Every view by its name; each takes a journey and keywords, and returns a diagram."""


def _picture(
    journey: Journey,
    layout: Callable[[Setting], Box],
    *,
    theme: ThemeChoice | None,
    language: str | None,
    text: TextMode,
    fonts: FontChoice | None,
) -> Diagram:
    """Return what a layout makes of a journey, painted in a theme."""
    from journeymap.describe import description  # noqa: PLC0415
    from journeymap.fonts import fonts_of  # noqa: PLC0415
    from journeymap.labels import labels_for  # noqa: PLC0415
    from journeymap.painting import paint  # noqa: PLC0415
    from journeymap.text.hyphens import hyphenator  # noqa: PLC0415
    from journeymap.theme import notes_of, scheme_of, themes_of  # noqa: PLC0415

    _check(journey, text)
    looks = themes_of(theme, journey.theme)
    labels = labels_for(language, journey.language)
    chain = fonts_of(fonts)
    setting = Setting(looks[0].metrics, labels, chain.measure, hyphenator(journey.language))
    boxes = layout(setting)
    said = description(journey, labels)
    words = {"title": journey.title, "description": said, "language": journey.language}
    scene, *others = [attrs.evolve(paint(boxes, look, **words), fonts=chain) for look in looks]
    return Diagram(
        scene,
        boxes,
        text,
        other=(scheme_of(*looks), others[0]) if others else None,
        remarks=notes_of(*looks),
    )


def _check(journey: object, text: object) -> None:
    if not isinstance(journey, Journey):
        got = shown(journey)
        raise OptionError(
            f"not a journey (got {got}; expected a Journey, such as jm.load() returns)"
        )
    if text not in TEXT_MODES:
        raise unknown("kind of text", str(text), TEXT_MODES)


def _check_width(width: object) -> None:
    is_number = isinstance(width, (int, float)) and not isinstance(width, bool)
    if width is not None and not (is_number and 0 < width < float("inf")):  # type: ignore[operator]
        raise RenderError(f"not a width (got {shown(width)}; expected px, more than 0)")
