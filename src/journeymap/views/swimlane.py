"""The journey as a map: columns of stages, rows of lanes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from journeymap.diagram import Diagram, TextMode
from journeymap.model import Journey
from journeymap.options import (
    check_choice,
    check_journey,
    check_one_size,
    check_per_row,
    check_width,
)
from journeymap.render import FontChoice, Layout, Style, picture, subject_of
from journeymap.theme import ThemeChoice

if TYPE_CHECKING:
    from journeymap.analysis.feelings import CurveBy
    from journeymap.lanechoice import Wanted
    from journeymap.layout.lanes.choice import Content


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
    from journeymap.describe import description  # noqa: PLC0415

    check_width(width)
    check_per_row(per_row)
    check_one_size(width=width, ratio=ratio, page=page)
    subject = subject_of(journey)
    layout = _layout(journey, _content(lanes, curves, curve_by), width, ratio, per_row, page)
    return picture(
        subject,
        layout,
        Style(theme, language, text, fonts),
        lambda labels, _: description(journey, labels),
    )


def _content(
    lanes: Wanted | None, curves: Journey | Sequence[Journey], curve_by: CurveBy
) -> Content:
    from journeymap.layout.lanes.choice import Content  # noqa: PLC0415

    others = (curves,) if isinstance(curves, Journey) else tuple(curves)
    for other in others:
        check_journey(other)
    check_choice("kind of curve", curve_by, ("touchpoint", "stage"))
    return Content(lanes, others, curve_by)


def _layout(
    journey: Journey,
    content: Content,
    width: float | None,
    ratio: str | float | None,
    per_row: int | None,
    page: str | None,
) -> Layout:
    """Return what lays the map out on one sheet, or on pages if one is named."""
    if page is not None:
        from journeymap.layout.pages import paged_layout  # noqa: PLC0415 - seldom asked for
        from journeymap.layout.paper import paper  # noqa: PLC0415

        return partial(paged_layout, journey, paper=paper(page), content=content, per_row=per_row)
    from journeymap.layout.swimlane import swimlane_layout  # noqa: PLC0415

    shape = None
    if ratio is not None:
        from journeymap.layout.paper import ratio_of  # noqa: PLC0415 - seldom asked for

        shape = ratio_of(ratio)
    return partial(
        swimlane_layout, journey, content=content, width=width, per_row=per_row, ratio=shape
    )
