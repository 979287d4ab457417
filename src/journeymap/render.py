"""The whole pipeline on one screen: journey, boxes, scene; `Diagram` makes the bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from journeymap.diagram import TEXT_MODES, Diagram, TextMode
from journeymap.errors import OptionError, RenderError, shown, unknown
from journeymap.layout.blocks import Setting
from journeymap.layout.box import Box
from journeymap.model import Journey
from journeymap.theme import ThemeChoice

if TYPE_CHECKING:
    from journeymap.tabular import Table

D = TypeVar("D", bound=Diagram)


def swimlane(
    journey: Journey,
    *,
    lanes: str | Sequence[str] | None = None,
    theme: ThemeChoice | None = None,
    language: str | None = None,
    width: float | None = None,
    text: TextMode = "embed",
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

    Raises:
        OptionError: There is no such lane, theme, language or kind of text.
        RenderError: The width is no length.
    """
    from journeymap.layout.swimlane import swimlane_layout  # noqa: PLC0415

    _check_width(width)
    lanes = (lanes,) if isinstance(lanes, str) else lanes

    def layout(setting: Setting) -> Box:
        return swimlane_layout(journey, setting, lanes=lanes, width=width)

    return _picture(journey, layout, theme=theme, language=language, text=text)


def cycle(
    journey: Journey,
    *,
    theme: ThemeChoice | None = None,
    language: str | None = None,
    width: float | None = None,
    text: TextMode = "embed",
) -> Diagram:
    """Return a journey as a ring of stages, with the emotion along it.

    The ring of a cyclic journey is closed, and the share of customers who come again stands in its
    middle. The ring of a linear journey stays open between the last stage and the first.

    Args:
        journey: What to draw.
        theme: A theme, the name of one, or the colours of a brand; what the journey says unless
            given.
        language: The language of the picture's own words; that of the journey unless given.
        width: How wide the sheet should be, in px; by need unless given.
        text: How text stands in an SVG: `embed`, `outline` or `system`.

    Raises:
        OptionError: There is no such theme, language or kind of text.
        RenderError: The width is no length.
    """
    from journeymap.layout.cycle import cycle_layout  # noqa: PLC0415

    _check_width(width)

    def layout(setting: Setting) -> Box:
        return cycle_layout(journey, setting, width=width)

    return _picture(journey, layout, theme=theme, language=language, text=text, view="cycle")


def mindmap(
    journey: Journey,
    *,
    lanes: str | Sequence[str] | None = None,
    theme: ThemeChoice | None = None,
    language: str | None = None,
    width: float | None = None,
    text: TextMode = "embed",
) -> Diagram:
    """Return a journey as a tree: stages on both sides of the title, aspects, items.

    The stages read down the left side and then down the right one.

    Args:
        journey: What to draw.
        lanes: Which aspects, in which order; all that have something to say unless given.
        theme: A theme, the name of one, or the colours of a brand; what the journey says unless
            given.
        language: The language of the picture's own words; that of the journey unless given.
        width: How wide the sheet should be, in px; by need unless given.
        text: How text stands in an SVG: `embed`, `outline` or `system`.

    Raises:
        OptionError: There is no such lane, theme, language or kind of text.
        RenderError: The width is no length.
    """
    from journeymap.layout.mindmap import mindmap_layout  # noqa: PLC0415

    _check_width(width)
    chosen = (lanes,) if isinstance(lanes, str) else lanes

    def layout(setting: Setting) -> Box:
        return mindmap_layout(journey, setting, lanes=chosen, width=width)

    return _picture(journey, layout, theme=theme, language=language, text=text, view="mindmap")


def persona_card(
    journey: Journey,
    *,
    theme: ThemeChoice | None = None,
    language: str | None = None,
    width: float | None = None,
    text: TextMode = "embed",
) -> Diagram:
    """Return the persona of a journey on a card, with the segment that it stands for.

    A journey without a persona shows its segment.

    Args:
        journey: Whose persona.
        theme: A theme, the name of one, or the colours of a brand; what the journey says unless
            given.
        language: The language of the card's own words; that of the journey unless given.
        width: How wide the sheet should be, in px.
        text: How text stands in an SVG: `embed`, `outline` or `system`.

    Raises:
        OptionError: The journey has neither persona nor segment; or there is no such theme,
            language or kind of text.
        RenderError: The width is no length.
    """
    from journeymap.layout.persona import persona_layout  # noqa: PLC0415

    _check_width(width)

    def layout(setting: Setting) -> Box:
        return persona_layout(journey, setting, width=width)

    return _picture(journey, layout, theme=theme, language=language, text=text, view="persona-card")


def table(
    journey: Journey,
    *,
    lanes: str | Sequence[str] | None = None,
    theme: ThemeChoice | None = None,
    language: str | None = None,
    width: float | None = None,
    text: TextMode = "embed",
) -> Table:
    """Return a journey as a table: a picture, and Markdown, HTML and CSV.

    Args:
        journey: What to tell.
        lanes: Which rows, in which order; all that have something to say unless given.
        theme: A theme, the name of one, or the colours of a brand; what the journey says unless
            given.
        language: The language of the table's own words; that of the journey unless given.
        width: How wide the sheet should be, in px; by need unless given.
        text: How text stands in an SVG: `embed`, `outline` or `system`.

    Raises:
        OptionError: There is no such lane, theme, language or kind of text.
        RenderError: The width is no length.
    """
    from journeymap.contents import contents  # noqa: PLC0415
    from journeymap.labels import labels_for  # noqa: PLC0415
    from journeymap.layout.table import table_layout  # noqa: PLC0415
    from journeymap.tables import Rows  # noqa: PLC0415
    from journeymap.tabular import Table  # noqa: PLC0415
    from journeymap.theme import themes_of  # noqa: PLC0415

    _check(journey, text)
    _check_width(width)
    asked = (lanes,) if isinstance(lanes, str) else None if lanes is None else tuple(lanes)
    labels = labels_for(language, journey.language)
    rows = Rows(journey, labels, contents(journey, labels, asked), asked)
    palette = themes_of(theme, journey.theme)[0].palette

    def layout(setting: Setting) -> Box:
        return table_layout(journey, setting, lanes=asked, width=width)

    made = partial(Table, rows=rows, palette=palette)
    return _picture(
        journey, layout, theme=theme, language=language, text=text, view="table", make=made
    )


VIEWS: Mapping[str, Callable[..., Diagram]] = {
    "swimlane": swimlane,
    "cycle": cycle,
    "mindmap": mindmap,
    "persona-card": persona_card,
    "table": table,
}
"""Every view by its name; each takes a journey and keywords, and returns a diagram."""


def formats_of(view: str) -> tuple[str, ...]:
    """Return the formats that the diagram of a view can be had in."""
    from journeymap.tabular import Table  # noqa: PLC0415

    return Table.formats if view == "table" else Diagram.formats


def _picture(
    journey: Journey,
    layout: Callable[[Setting], Box],
    *,
    theme: ThemeChoice | None,
    language: str | None,
    text: TextMode,
    view: str = "swimlane",
    make: Callable[..., D] = Diagram,  # type: ignore[assignment]
) -> D:
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
    said = description(journey, labels, view)
    words = {"title": journey.title, "description": said, "language": journey.language}
    scene, *others = [paint(boxes, look, **words) for look in looks]
    return make(
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
