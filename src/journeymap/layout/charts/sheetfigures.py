"""The sheet: everything that the charts show, taken from the results, and told in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeymap.analysis.tco.noting import notes_on
from journeymap.labels.words import Labels
from journeymap.layout.charts.barfigures import bars_of
from journeymap.layout.charts.choices import Choices
from journeymap.layout.charts.figures import Sheet
from journeymap.layout.charts.linefigures import lines_of
from journeymap.layout.charts.results import Results, in_time
from journeymap.layout.charts.swingfigures import tornado_of
from journeymap.layout.remarks import SEPARATOR

if TYPE_CHECKING:
    from journeymap.analysis.tco import Tco


def sheet_of(tco: Tco, choices: Choices, labels: Labels, of: str = "") -> Sheet:
    """Return what the charts show.

    Args:
        tco: The results.
        choices: What is drawn.
        labels: The words.
        of: What the offers are for, if that is known.
    """
    results = Results(tco, choices, labels)
    subtitle = [*([of] if of else []), results.kind(), *_prices(results), results.unit()]
    return Sheet(
        title=results.words["title"].format(years=results.years),
        subtitle=SEPARATOR.join(subtitle),
        bars=bars_of(results) if "bars" in results.charts else None,
        lines=lines_of(results) if "cumulative" in results.charts else None,
        tornado=tornado_of(results) if "tornado" in results.charts else None,
        notes=notes_on(tco, labels),
        description=" ".join(_sentences(results)),
    )


def _prices(results: Results) -> Iterator[str]:
    terms = results.tco.terms
    yield results.words[terms.prices]
    if terms.inflation is not None:
        yield results.words["inflation"].format(rate=results.percent(terms.inflation.percent))


def _sentences(results: Results) -> Iterator[str]:
    words = results.words
    yield words["about"].format(years=results.years, kind=_lowered(results.kind()))
    order = sorted(range(len(results.names)), key=lambda number: results.totals[number].amount)
    if len(order) > 1:
        first = order[0]
        amount = results.full(results.totals[first])
        yield words["cheapest"].format(name=results.names[first], amount=amount)
    for number in order:
        name, amount = results.names[number], results.full(results.totals[number])
        yield words["total"].format(name=name, amount=amount)
    if "cumulative" in results.charts:
        yield from _evens(results)
    if "tornado" in results.charts:
        strong = [swing.name for swing in tornado_of(results).swings[:3]]
        if strong:
            yield words["most"].format(names=", ".join(strong))


def _evens(results: Results) -> Iterator[str]:
    choice = results.names[results.choice]
    for number in results.others():
        name = results.names[number]
        at = results.tco.break_even(results.choice, number)
        if at is None:
            yield results.words["never_even"].format(choice=choice, name=name, years=results.years)
        elif at == 0:
            yield results.words["never_dearer_than"].format(choice=choice, name=name)
        else:
            time = in_time(at, results.labels)
            yield results.words["even"].format(choice=choice, name=name, time=time)


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
