"""The whole pipeline on one screen: journey, boxes, scene; `Diagram` makes the bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from journeymap.diagram import TEXT_MODES, Diagram, TextMode
from journeymap.errors import OptionError, RenderError, shown, unknown
from journeymap.layout.blocks import Setting
from journeymap.layout.box import Box
from journeymap.model import Journey
from journeymap.theme import ThemeChoice

if TYPE_CHECKING:
    from journeymap.analysis.feelings import CurveBy
    from journeymap.layout.lanes import Lane


def swimlane(
    journey: Journey,
    *,
    lanes: str | Lane | Iterable[str | Lane] | Mapping[str, str | None] | None = None,
    theme: ThemeChoice | None = None,
    language: str | None = None,
    width: float | None = None,
    curves: Journey | Sequence[Journey] = (),
    curve_by: CurveBy = "touchpoint",
    text: TextMode = "embed",
) -> Diagram:
    """Return the swimlane map of a journey.

    Args:
        journey: What to draw.
        lanes: Which lane or lanes, in which order; all that have something to say unless given.
            `touchpoints=Contacts` gives one another heading, `-thoughts` leaves one out, `*` stands
            for all others. A mapping only gives headings.
        theme: The name of a theme (light, dark, print, contrast, or auto for what the reader's
            screen prefers), the colours of a brand, or a theme; what the journey says unless given.
        language: The language of the map's own words, `en` or `ru`; that of the journey unless
            given.
        width: How wide the sheet should be, in px; by need unless given.
        curves: Journeys whose curves of emotions are drawn over this one's: another persona, or
            the way as it will be. Stages are matched by id, or else by name.
        curve_by: `touchpoint` where touchpoints with emotions have points of their own on the
            curve, `stage` for one point a stage.
        text: How text stands in an SVG: `embed` (with the letters of the font), `outline` (as
            drawn shapes), `system` (in whatever font the viewer has).

    Raises:
        OptionError: There is no such lane, theme, language or kind of text, or of curve.
        RenderError: The width is no length.
    """
    from journeymap.layout.swimlane import swimlane_layout  # noqa: PLC0415

    _check_width(width)
    others = (curves,) if isinstance(curves, Journey) else tuple(curves)
    for other in others:
        _check_journey(other)
    if curve_by not in ("touchpoint", "stage"):
        raise unknown("kind of curve", str(curve_by), ("touchpoint", "stage"))

    def layout(setting: Setting) -> Box:
        return swimlane_layout(
            journey, setting, lanes=lanes, width=width, curves=others, curve_by=curve_by
        )

    return _picture(journey, layout, theme=theme, language=language, text=text)


VIEWS: Mapping[str, Callable[..., Diagram]] = {"swimlane": swimlane}
"""Every view by its name; each takes a journey and keywords, and returns a diagram."""


def _picture(
    journey: Journey,
    layout: Callable[[Setting], Box],
    *,
    theme: ThemeChoice | None,
    language: str | None,
    text: TextMode,
) -> Diagram:
    """Return what a layout makes of a journey, painted in a theme."""
    from journeymap import fonts  # noqa: PLC0415
    from journeymap.describe import description  # noqa: PLC0415
    from journeymap.labels import labels_for  # noqa: PLC0415
    from journeymap.painting import paint  # noqa: PLC0415
    from journeymap.text.hyphens import hyphenator  # noqa: PLC0415
    from journeymap.theme import notes_of, scheme_of, themes_of  # noqa: PLC0415

    _check(journey, text)
    looks = themes_of(theme, journey.theme)
    labels = labels_for(language, journey.language)
    setting = Setting(looks[0].metrics, labels, fonts.measure, hyphenator(journey.language))
    boxes = layout(setting)
    said = description(journey, labels)
    words = {"title": journey.title, "description": said, "language": journey.language}
    scene, *others = [paint(boxes, look, **words) for look in looks]
    return Diagram(
        scene,
        boxes,
        text,
        other=(scheme_of(*looks), others[0]) if others else None,
        remarks=notes_of(*looks),
    )


def _check(journey: object, text: object) -> None:
    _check_journey(journey)
    if text not in TEXT_MODES:
        raise unknown("kind of text", str(text), TEXT_MODES)


def _check_journey(journey: object) -> None:
    if not isinstance(journey, Journey):
        got = shown(journey)
        raise OptionError(
            f"not a journey (got {got}; expected a Journey, such as jm.load() returns)"
        )


def _check_width(width: object) -> None:
    is_number = isinstance(width, (int, float)) and not isinstance(width, bool)
    if width is not None and not (is_number and 0 < width < float("inf")):  # type: ignore[operator]
        raise RenderError(f"not a width (got {shown(width)}; expected px, more than 0)")
