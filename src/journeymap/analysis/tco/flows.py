"""What falls due when, in money of its own time: growth counts, discounting does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import accumulate

import attrs

from journeymap.analysis.tco.clock import Clock
from journeymap.analysis.tco.exact import ONE, ZERO, on_grid
from journeymap.model.offers import Line


@attrs.frozen
class Flow:
    """The same amount in each of some periods in a row."""

    first: int
    length: int
    amount: Decimal


class Flows:
    """Makes the flows of lines; remembers when a timing falls due, and the powers of a growth."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self._powers: dict[Decimal, list[Decimal]] = {}

    def of(self, line: Line) -> Iterator[Flow]:
        """Yield the flows of a line.

        Raises:
            OptionError: An amount grows too large.
        """
        once = line.amount.amount * line.quantity
        powers = self._grown(ZERO if line.growth is None else line.growth.percent)
        for due in self.clock.schedule(line):
            yield Flow(due.first, due.length, on_grid(once * powers[due.year] * due.times))

    def row(self, lines: Iterable[Line]) -> list[Decimal]:
        """Return what lines come to in each period, from period 0 on."""
        changes = [ZERO] * (self.clock.count + 2)
        single = [ZERO] * (self.clock.count + 1)
        for line in lines:
            for flow in self.of(line):
                if flow.length == 1:
                    single[flow.first] += flow.amount
                else:
                    changes[flow.first] += flow.amount
                    changes[flow.first + flow.length] -= flow.amount
        return [a + b for a, b in zip(accumulate(changes[:-1]), single, strict=True)]

    def _grown(self, percent: Decimal) -> list[Decimal]:
        if percent not in self._powers:
            years = -(-self.clock.count * self.clock.months // 12) + 1
            factor = 1 + percent / 100
            self._powers[percent] = list(accumulate([factor] * years, _times, initial=ONE))
        return self._powers[percent]


def _times(first: Decimal, second: Decimal) -> Decimal:
    return first * second
