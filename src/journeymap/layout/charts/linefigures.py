"""The lines: what each offer has cost so far, and when the chosen one has become as cheap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Context, Decimal

from journeymap.layout.charts.figures import Line, Lines, Meeting
from journeymap.layout.charts.results import Results, in_time
from journeymap.layout.remarks import SEPARATOR

_EXACT = Context(prec=60)


def lines_of(results: Results) -> Lines:
    """Return what the lines show."""
    unit = results.units["cumulative"]
    order = [results.choice, *results.others()]
    lines = tuple(
        Line(
            name=results.names[number],
            points=tuple((time, unit.figure(amount)) for time, amount in results.growth[number]),
            shown=unit.shown(results.growth[number][-1][1]),
            position=position,
        )
        for position, number in enumerate(order)
    )
    meetings = tuple(_meeting(results, number) for number in results.others())
    subtitle = [results.unit("cumulative")]
    if results.is_discounted:
        subtitle.insert(0, results.words["undiscounted"])
    return Lines(
        title=results.words["cumulative"],
        subtitle=SEPARATOR.join(subtitle),
        years=results.tco.terms.years,
        lines=lines,
        meetings=meetings,
        remarks=tuple(_remarks(results, meetings)),
    )


def _meeting(results: Results, number: int) -> Meeting:
    at = results.tco.break_even(results.choice, number)
    name = results.names[number]
    if not at:
        return Meeting(name, at, Decimal(0), "")
    unit = results.units["cumulative"]
    points = [(time, unit.figure(amount)) for time, amount in results.growth[results.choice]]
    text = results.words["break_even"].format(
        choice=results.names[results.choice], name=name, time=in_time(at, results.labels)
    )
    return Meeting(name, at, between(points, at), text)


def _remarks(results: Results, meetings: Sequence[Meeting]) -> Iterator[str]:
    words, choice = results.words, results.names[results.choice]

    def names(at: int | None) -> str:
        return ", ".join(words["offer"].format(name=one.name) for one in meetings if one.at == at)

    if never := names(None):
        yield words["never"].format(choice=choice, years=results.years, names=never)
    if always := names(0):
        yield words["never_dearer"].format(choice=choice, names=always)


def between(points: Iterable[tuple[Decimal, Decimal]], at: Decimal) -> Decimal:
    """Return the amount at a time, on the straight line between the points around it."""
    before: tuple[Decimal, Decimal] | None = None
    amount = Decimal(0)
    for time, amount in points:
        if time >= at:
            if before is None or time == at:
                return amount
            part = _EXACT.divide(_EXACT.subtract(at, before[0]), _EXACT.subtract(time, before[0]))
            rise = _EXACT.multiply(_EXACT.subtract(amount, before[1]), part)
            return _EXACT.add(before[1], rise)
        before = (time, amount)
    return amount
