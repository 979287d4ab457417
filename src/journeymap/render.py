"""The whole pipeline on one screen: journey, boxes, scene; `Diagram` makes the bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from os import PathLike
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import attrs

from journeymap.diagram import TEXT_MODES, Diagram, TextMode
from journeymap.errors import OptionError, RenderError, shown, unknown
from journeymap.layout.blocks import Setting
from journeymap.layout.box import Box
from journeymap.model import Journey
from journeymap.theme import Theme, ThemeChoice

FontChoice = str | PathLike[str] | Sequence[str | PathLike[str]]

if TYPE_CHECKING:
    from journeymap.analysis.feelings import CurveBy
    from journeymap.labels.words import Labels
    from journeymap.lanechoice import Wanted
    from journeymap.layout.lanes.choice import Content
    from journeymap.layout.pages import Pages
    from journeymap.tabular import Table

Layout: TypeAlias = "Callable[[Setting], Box | Pages]"

D = TypeVar("D", bound=Diagram)


def swimlane(  # noqa: PLR0913 - every choice about the picture is a keyword
    journey: Journey,
    *,
    lanes: Wanted | None = None,
    theme: ThemeChoice | None = None,
    language: str | None = None,
    width: float | None = None,
    ratio: str | float | None = None,
    per_row: int | None = None,
    page: str | None = None,
    curves: Journey | Sequence[Journey] = (),
    curve_by: CurveBy = "touchpoint",
    text: TextMode = "embed",
    fonts: FontChoice | None = None,
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
        ratio: How wide the sheet should be to its height, such as `16:9` or 1.78, instead of a
            width. The letters keep their size: columns and rows of stages are chosen so that the
            map fills as much of the sheet as it can.
        per_row: How many stages may stand side by side; more are put into further rows. By need
            unless given: at most eight, and fewer where `width` is too narrow for them.
        page: A page to print on, such as `A4` (which lies on its side), `A4 portrait`, `letter` or
            `1200x800` in px, instead of a width or a ratio. A map that cannot be read on one page
            goes over several: see `Diagram.pages`.
        curves: Journeys whose curves of emotions are drawn over this one's: another persona, or
            the way as it will be. Stages are matched by id, or else by name.
        curve_by: `touchpoint` where touchpoints with emotions have points of their own on the
            curve, `stage` for one point a stage.
        text: How text stands in an SVG: `embed` (with the letters of the font), `outline` (as
            drawn shapes), `system` (in whatever font the viewer has).
        fonts: Files of fonts (TTF, OTF, TTC, OTC) for letters that the theme's font lacks, asked
            in this order; `system` among them allows the fonts of this machine as a last resort.

    Raises:
        OptionError: There is no such lane, theme, language, ratio, page, kind of text, of curve or
            font; or two sizes are asked for at once.
        RenderError: The width is no length, or the page is too small for any of the map.
    """
    _check_width(width)
    _check_per_row(per_row)
    _check_one_size(width=width, ratio=ratio, page=page)
    content = _content(lanes, curves, curve_by)
    if page is not None:
        layout = _on_pages(journey, page, content, per_row)
    else:
        layout = _on_a_sheet(journey, content, width, ratio, per_row)
    return _picture(journey, layout, theme=theme, language=language, text=text, fonts=fonts)


def _content(
    lanes: Wanted | None, curves: Journey | Sequence[Journey], curve_by: CurveBy
) -> Content:
    from journeymap.layout.lanes.choice import Content  # noqa: PLC0415

    others = (curves,) if isinstance(curves, Journey) else tuple(curves)
    for other in others:
        _check_journey(other)
    if curve_by not in {"touchpoint", "stage"}:
        raise unknown("kind of curve", str(curve_by), ("touchpoint", "stage"))
    return Content(lanes, others, curve_by)


def _on_a_sheet(
    journey: Journey,
    content: Content,
    width: float | None,
    ratio: str | float | None,
    per_row: int | None,
) -> Layout:
    from journeymap.layout.swimlane import swimlane_layout  # noqa: PLC0415

    shape = None
    if ratio is not None:
        from journeymap.layout.paper import ratio_of  # noqa: PLC0415 - seldom asked for

        shape = ratio_of(ratio)

    def layout(setting: Setting) -> Box:
        return swimlane_layout(journey, setting, content, width=width, per_row=per_row, ratio=shape)

    return layout


def _on_pages(journey: Journey, page: str, content: Content, per_row: int | None) -> Layout:
    from journeymap.layout.pages import paged_layout  # noqa: PLC0415 - seldom asked for
    from journeymap.layout.paper import paper  # noqa: PLC0415

    kind = paper(page)

    def layout(setting: Setting) -> Pages:
        return paged_layout(journey, setting, kind, content=content, per_row=per_row)

    return layout


def cycle(
    journey: Journey,
    *,
    theme: ThemeChoice | None = None,
    language: str | None = None,
    width: float | None = None,
    text: TextMode = "embed",
    fonts: FontChoice | None = None,
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
        fonts: Files of fonts for letters that the theme's font lacks; `system` for the machine's.

    Raises:
        OptionError: There is no such theme, language, kind of text or font.
        RenderError: The width is no length.
    """
    from journeymap.layout.cycle import cycle_layout  # noqa: PLC0415

    _check_width(width)

    def layout(setting: Setting) -> Box:
        return cycle_layout(journey, setting, width=width)

    return _picture(
        journey, layout, theme=theme, language=language, text=text, fonts=fonts, view="cycle"
    )


def mindmap(
    journey: Journey,
    *,
    lanes: Wanted | None = None,
    theme: ThemeChoice | None = None,
    language: str | None = None,
    width: float | None = None,
    text: TextMode = "embed",
    fonts: FontChoice | None = None,
) -> Diagram:
    """Return a journey as a tree: stages on both sides of the title, aspects, items.

    The stages read down the left side and then down the right one.

    Args:
        journey: What to draw.
        lanes: Which lanes grow on the stages, chosen and headed as those of `swimlane`.
        theme: A theme, the name of one, or the colours of a brand; what the journey says unless
            given.
        language: The language of the picture's own words; that of the journey unless given.
        width: How wide the sheet should be, in px; by need unless given.
        text: How text stands in an SVG: `embed`, `outline` or `system`.
        fonts: Files of fonts for letters that the theme's font lacks; `system` for the machine's.

    Raises:
        OptionError: There is no such lane, theme, language, kind of text or font.
        RenderError: The width is no length.
    """
    from journeymap.layout.mindmap import mindmap_layout  # noqa: PLC0415

    _check_width(width)

    def layout(setting: Setting) -> Box:
        return mindmap_layout(journey, setting, lanes=lanes, width=width)

    return _picture(
        journey, layout, theme=theme, language=language, text=text, fonts=fonts, view="mindmap"
    )


def persona_card(
    journey: Journey,
    *,
    theme: ThemeChoice | None = None,
    language: str | None = None,
    width: float | None = None,
    text: TextMode = "embed",
    fonts: FontChoice | None = None,
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
        fonts: Files of fonts for letters that the theme's font lacks; `system` for the machine's.

    Raises:
        OptionError: The journey has neither persona nor segment; or there is no such theme,
            language or kind of text.
        RenderError: The width is no length.
    """
    from journeymap.layout.persona import persona_layout  # noqa: PLC0415

    _check_width(width)

    def layout(setting: Setting) -> Box:
        return persona_layout(journey, setting, width=width)

    return _picture(
        journey, layout, theme=theme, language=language, text=text, fonts=fonts, view="persona-card"
    )


def table(
    journey: Journey,
    *,
    lanes: Wanted | None = None,
    theme: ThemeChoice | None = None,
    language: str | None = None,
    width: float | None = None,
    text: TextMode = "embed",
    fonts: FontChoice | None = None,
) -> Table:
    """Return a journey as a table: a picture, and Markdown, HTML and CSV.

    Args:
        journey: What to tell.
        lanes: Which lanes are rows, chosen and headed as those of `swimlane`.
        theme: A theme, the name of one, or the colours of a brand; what the journey says unless
            given.
        language: The language of the table's own words; that of the journey unless given.
        width: How wide the sheet should be, in px; by need unless given.
        text: How text stands in an SVG: `embed`, `outline` or `system`.
        fonts: Files of fonts for letters that the theme's font lacks; `system` for the machine's.

    Raises:
        OptionError: There is no such lane, theme, language, kind of text or font.
        RenderError: The width is no length.
    """
    from journeymap.contents import contents  # noqa: PLC0415
    from journeymap.labels import labels_for  # noqa: PLC0415
    from journeymap.lanechoice import settled  # noqa: PLC0415
    from journeymap.layout.table import table_layout  # noqa: PLC0415
    from journeymap.tables import Rows  # noqa: PLC0415
    from journeymap.tabular import Table  # noqa: PLC0415
    from journeymap.theme import themes_of  # noqa: PLC0415

    _check(journey, text)
    _check_width(width)
    asked = settled(lanes)
    labels = labels_for(language, journey.language)
    rows = Rows(journey, labels, contents(journey, labels, asked))
    palette = themes_of(theme, journey.theme)[0].palette

    def layout(setting: Setting) -> Box:
        return table_layout(journey, setting, lanes=asked, width=width)

    made = partial(Table, rows=rows, palette=palette)
    return _picture(
        journey,
        layout,
        theme=theme,
        language=language,
        text=text,
        fonts=fonts,
        view="table",
        make=made,
    )


def compare(
    before: Journey,
    after: Journey,
    *,
    lanes: Wanted | None = None,
    theme: ThemeChoice | None = None,
    language: str | None = None,
    width: float | None = None,
    text: TextMode = "embed",
    fonts: FontChoice | None = None,
) -> Diagram:
    """Return two journeys on one sheet, with what differs marked.

    Each lane stands there for both, the first above the second; where both say the same it stands
    there once. What only the first has, what only the second has and what is not the same in both
    have marks of their own. Stages belong together by id, else by name, else by likeness or place.

    Args:
        before: The first journey, such as the way as it is, or one segment.
        after: The second, such as the way as it shall be, or another segment.
        lanes: Which lane or lanes, in which order; all that have something to say unless given.
        theme: A theme, the name of one, or the colours of a brand; what the second journey says
            unless given.
        language: The language of the sheet's own words; that of the second journey unless given.
        width: How wide the sheet should be, in px; by need unless given.
        text: How text stands in an SVG: `embed`, `outline` or `system`.
        fonts: Files of fonts for letters that the theme's font lacks; `system` for the machine's.

    Raises:
        OptionError: There is no such lane, theme, language, kind of text or font.
        RenderError: The width is no length.
    """
    from journeymap.describe import comparison  # noqa: PLC0415
    from journeymap.layout.compare import compare_layout, compared_title  # noqa: PLC0415

    _check_width(width)
    _check_journey(before)
    content = _content(lanes, (), "touchpoint")

    def layout(setting: Setting) -> Box:
        return compare_layout(before, after, setting, content, width=width)

    def tell(labels: Labels, boxes: Box) -> dict[str, str]:
        counts = [
            line.text
            for box in boxes.walk()
            if box.role == "count"
            for part in box.walk()
            for line in part.lines
        ]
        title, names = compared_title(before, after, labels)
        said = comparison(before, after, labels, title, names, counts)
        return {"title": title, "description": said}

    return _picture(
        after, layout, theme=theme, language=language, text=text, fonts=fonts, tell=tell
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


def _picture(  # noqa: PLR0913 - every choice about the picture is a keyword
    journey: Journey,
    layout: Layout,
    *,
    theme: ThemeChoice | None,
    language: str | None,
    text: TextMode,
    fonts: FontChoice | None,
    view: str = "swimlane",
    make: Callable[..., D] = Diagram,  # type: ignore[assignment]
    tell: Callable[[Labels, Box], Mapping[str, str]] | None = None,
) -> D:
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
    laid = layout(Setting(looks[0].metrics, labels, chain.measure, hyphenator(journey.language)))
    words = {"title": journey.title, "language": journey.language}
    if tell is not None and isinstance(laid, Box):
        words |= tell(labels, laid)
    else:
        words["description"] = description(journey, labels, view)

    told_in = "" if labels.language == journey.language else labels.language

    def drawn(boxes: Box, looks: Sequence[Theme], *pages: Diagram, **size: Any) -> D:
        scenes = [paint(boxes, look, **words) for look in looks]
        known = {"fonts": chain, "description_language": told_in, **size}
        scene, *others = [attrs.evolve(scene, **known) for scene in scenes]
        other = (scheme_of(*looks), others[0]) if others else None
        return make(scene, boxes, text, other=other, remarks=notes_of(*looks), pages=pages)

    if isinstance(laid, Box):
        return drawn(laid, looks)
    looks = tuple(attrs.evolve(look, metrics=laid.metrics) for look in looks)
    # Paper need not be a whole number of px.
    sizes = [{"width": page.rect.width, "height": page.rect.height} for page in laid.boxes]
    pages = [drawn(page, looks, **size) for page, size in zip(laid.boxes, sizes, strict=True)]
    return drawn(laid.stacked(), looks, *pages)


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


def _check_per_row(count: object) -> None:
    if count is None or (isinstance(count, int) and not isinstance(count, bool) and count > 0):
        return
    raise OptionError(f"not a number of stages in a row (got {shown(count)}; expected 1 or more)")


def _check_one_size(**sizes: object) -> None:
    given = [name for name, value in sizes.items() if value is not None]
    if len(given) > 1:
        raise OptionError(f"{' and '.join(given)} are given; each of them alone sets the size")
