"""What offers cost, as charts: bars by category, lines over time, what moves the result most."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from decimal import Context, localcontext
from typing import TYPE_CHECKING

from journeymap.diagram import Diagram, TextMode
from journeymap.errors import OptionError, shown
from journeymap.model import Journey
from journeymap.options import check_width
from journeymap.render import FontChoice, Style, Subject, picture, subject_of
from journeymap.theme import ThemeChoice

if TYPE_CHECKING:
    from journeymap.analysis.tco import Tco
    from journeymap.labels.words import Labels
    from journeymap.layout.blocks import Setting
    from journeymap.layout.box import Box
    from journeymap.layout.charts.figures import Sheet

# A program that uses the library may have set another precision for its thread.
_EXACT = Context(prec=60)


def tco_chart(  # noqa: PLR0913 - every choice about the picture is a keyword
    tco_or_journey: Tco | Journey,
    *,
    charts: str | Sequence[str] | None = None,
    choice: str | int | None = None,
    against: str | int | None = None,
    theme: ThemeChoice | None = None,
    language: str | None = None,
    width: float | None = None,
    text: TextMode = "embed",
    fonts: FontChoice | None = None,
) -> Diagram:
    """Return what the offers cost, as charts on one sheet.

    Bars show each offer's cost by category: its present value where the terms have a rate, the
    plain sum where they have none. Lines show what has been paid so far, with the time marked at
    which the chosen offer has become as cheap as each other one. A tornado shows which inputs move
    the result most.

    Args:
        tco_or_journey: The results of `tco`, or a journey with offers.
        charts: Which charts: `bars`, `cumulative`, `tornado`; all unless given.
        choice: The offer that the others are compared with, by name or position; the first of our
            own unless given, or else the first.
        against: The offer whose saving the tornado looks at; the cheapest of the others unless
            given.
        width: How wide the sheet should be, in px. Where it is narrow, the charts stand one under
            the other.
        theme, language, text, fonts: As for `swimlane`.

    Raises:
        OptionError: The journey has no offers; or there is no such chart, offer, theme, language,
            kind of text or font.
        RenderError: The width is no length.
    """
    check_width(width)
    subject = _subject(tco_or_journey, language)

    @functools.cache
    def sheet(labels: Labels) -> Sheet:
        from journeymap.layout.charts.choices import choices_of  # noqa: PLC0415
        from journeymap.layout.charts.sheetfigures import sheet_of  # noqa: PLC0415

        tco = _results(tco_or_journey)
        with localcontext(_EXACT):
            chosen = choices_of(tco, charts, choice, against)
            return sheet_of(tco, chosen, labels, _of(tco_or_journey))

    def layout(setting: Setting) -> Box:
        from journeymap.layout.charts.sheet import charts_layout  # noqa: PLC0415

        shown_there = sheet(setting.labels)
        with localcontext(_EXACT):
            return charts_layout(shown_there, setting, width=width)

    return picture(
        subject,
        layout,
        Style(theme, language, text, fonts),
        lambda labels, _: sheet(labels).description,
    )


def _subject(given: object, language: str | None) -> Subject:
    if isinstance(given, Journey):
        return subject_of(given)
    from journeymap.analysis.tco import Tco  # noqa: PLC0415
    from journeymap.labels import labels_for  # noqa: PLC0415

    if not isinstance(given, Tco):
        got = shown(given)
        raise OptionError(
            f"not a journey or its costs (got {got}; expected a Journey, or what jm.tco() returns)"
        )
    labels = labels_for(language, given.language)
    return Subject(labels.charts["name"], labels.language)


def _results(given: Tco | Journey) -> Tco:
    if not isinstance(given, Journey):
        return given
    from journeymap.analysis.tco import tco  # noqa: PLC0415

    if not given.offers:
        raise OptionError("no offers to draw (expected a journey with `offers` and their `costs`)")
    return tco(given)


def _of(given: object) -> str:
    return given.title if isinstance(given, Journey) else ""
