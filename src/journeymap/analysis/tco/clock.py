"""The time of a reckoning: how it is cut into periods, and when a line falls due.

A single line falls due at its time. A recurring line is paid at the end of each of its own periods;
a last period that is cut off is charged by its share. Period 0 is the moment now; period p holds
what falls due after the end of period p-1 and not after its own end.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import attrs

from journeymap.analysis.tco.exact import ONE, ZERO
from journeymap.model import Terms
from journeymap.model.offers import Line
from journeymap.model.payments import MONTHS, in_months

Timing = tuple[str | None, Decimal | None, Decimal | None, Decimal | None]

_MONTH = 10**6
"""A month in the smallest time that a model can say, so that all times are whole numbers."""


@attrs.frozen
class Due:
    """What falls due in some periods in a row.

    Attributes:
        year: The year of the line's own life, from 0, which says how often it has grown.
        first: The first of the periods.
        length: How many periods there are.
        times: How many payments there are in each.
    """

    year: int
    first: int
    length: int
    times: Decimal


class Clock:
    """Cuts the horizon into periods and says in which of them a line falls due."""

    def __init__(self, terms: Terms) -> None:
        self.months = MONTHS[terms.period]
        self.count = int(in_months(terms.years)) // self.months
        self._size = self.months * _MONTH
        self._horizon = self.count * self._size
        self._known: dict[Timing, tuple[Due, ...]] = {}

    def years(self, period: int) -> Decimal:
        """Return when a period ends, in years."""
        return Decimal(period * self.months) / 12

    def schedule(self, line: Line) -> tuple[Due, ...]:
        """Return when a line falls due within the horizon."""
        timing = (line.every, line.at, line.start, line.end)
        if timing not in self._known:
            made = self._single(line) if line.every is None else self._recurring(line)
            self._known[timing] = tuple(made)
        return self._known[timing]

    def is_cut(self, line: Line) -> bool:
        """Tell whether the line has something that falls due after the horizon."""
        times = (line.at, line.start, line.end)
        return any(time is not None and _ticks(time) > self._horizon for time in times)

    def _single(self, line: Line) -> list[Due]:
        time = _ticks(line.at)
        return [Due(0, self._period(time), 1, ONE)] if time <= self._horizon else []

    def _recurring(self, line: Line) -> list[Due]:
        step = MONTHS[line.every or "year"] * _MONTH
        start = _ticks(line.start)
        end = self._horizon if line.end is None else min(_ticks(line.end), self._horizon)
        if end <= start:
            return []
        whole, rest = divmod(end - start, step)
        in_year = 12 * _MONTH // step
        found: list[Due] = []
        for year in range(-(-whole // in_year)):
            last = min((year + 1) * in_year, whole)
            found += self._year(year, start, step, range(year * in_year + 1, last + 1))
        if rest:
            share = Decimal(rest) / step
            found.append(Due(whole // in_year, self._period(end), 1, share))
        return found

    def _year(self, year: int, start: int, step: int, payments: range) -> list[Due]:
        """Return when the payments of one year of a line fall due, by their numbers from 1."""
        if step == self._size:
            return [Due(year, self._period(start + payments[0] * step), len(payments), ONE)]
        if step > self._size:
            return [Due(year, self._period(start + number * step), 1, ONE) for number in payments]
        first = self._period(start + payments[0] * step)
        last = self._period(start + payments[-1] * step)
        # By the end of each period, so many payments have been made.
        made = [
            min(max((period * self._size - start) // step, payments[0] - 1), payments[-1])
            for period in range(first - 1, last + 1)
        ]
        counts = [after - before for before, after in pairwise(made)]
        return [Due(year, first + n, 1, Decimal(count)) for n, count in enumerate(counts) if count]

    def _period(self, time: int) -> int:
        return -(-time // self._size)


def _ticks(years: Decimal | None) -> int:
    return int(in_months(years or ZERO) * _MONTH)
