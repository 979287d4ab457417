"""Which input moves the result most: one is moved at a time, the others stay (a tornado)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Literal

import attrs

from journeymap.analysis.tco.account import Account
from journeymap.analysis.tco.exact import ONE, ZERO, exactly, money
from journeymap.model import Money, Rate, Terms
from journeymap.model.numbers import tidy
from journeymap.model.offers import Line

Kind = Literal["amount", "quantity", "growth", "rate"]


@attrs.frozen
class Swing:
    """How far one input moves the result.

    Attributes:
        name: The input: a line, a unit, or the rate.
        kind: amount, quantity, growth or rate.
        low_input: The lower value that it is given.
        high_input: The higher value.
        low: The result at the lower value.
        high: The result at the higher value.
        base: The result as it is reckoned.
    """

    name: str
    kind: Kind
    low_input: str
    high_input: str
    low: Money
    high: Money
    base: Money

    @property
    def width(self) -> Decimal:
        """How far apart both results are."""
        return abs(self.high.amount - self.low.amount)


@attrs.frozen
class Part:
    """A line in the result.

    Attributes:
        account: Whose line it is.
        line: The line.
        sign: Whether it adds to the result (1) or is taken from it (-1).
    """

    account: Account
    line: Line
    sign: int

    def worth(self, **changes: Any) -> Decimal:
        """Return what the line is worth in the result, with some of its fields changed."""
        line = attrs.evolve(self.line, low=None, high=None, **changes) if changes else self.line
        return self.sign * self.account.line(line, discounted=True)


def parts_of(choice: Account, against: Account | None) -> list[Part]:
    """Return the lines of a result: the costs of an offer, or its net saving against another."""
    if against is None:
        return [Part(choice, cost, 1) for cost in choice.offer.costs]
    return [
        *(Part(choice, cost, -1) for cost in choice.offer.costs),
        *(Part(choice, gain, 1) for gain in choice.offer.gains),
        *(Part(against, cost, 1) for cost in against.offer.costs),
        *(Part(against, gain, -1) for gain in against.offer.gains),
    ]


class Tornado:
    """Moves the inputs of one result, one after the other."""

    def __init__(self, parts: Sequence[Part], base: Money, swing: Rate) -> None:
        self.parts = parts
        self.base = base
        self.factors = (1 - swing.percent / 100, 1 + swing.percent / 100)
        self.shift = f"{swing}"
        self._counts = Counter(part.line.name for part in parts)

    @exactly
    def swings(self) -> list[Swing]:
        """Return the swings of all lines and units."""
        return [*self._amounts(), *self._growths(), *self._quantities()]

    @exactly
    def rate(self, name: str, rate: Rate, results: tuple[Decimal, Decimal]) -> Swing:
        """Return the swing of the rate, from the results at its ends."""
        return self._swing(name, "rate", tuple(map(str, self.rates(rate))), results)

    @exactly
    def rates(self, rate: Rate) -> tuple[Rate, Rate]:
        """Return the ends of a rate."""
        low, high = sorted(tidy(round(rate.percent * factor, 6)) for factor in self.factors)
        return Rate(max(low, Decimal("-99.999999"))), Rate(high)

    def _amounts(self) -> Iterator[Swing]:
        for part in self.parts:
            line = part.line
            ends = line.low or line.amount, line.high or line.amount
            if line.low is None and line.high is None:
                moved = (_moved(line.amount, factor) for factor in self.factors)
                ends = tuple(sorted(moved, key=lambda end: end.amount))  # type: ignore[assignment]
            if ends[0] != ends[1]:
                changes = [part.worth(amount=end) - part.worth() for end in ends]
                yield self._moved(self._name(part), "amount", list(map(str, ends)), changes)

    def _growths(self) -> Iterator[Swing]:
        for part in self.parts:
            growth = part.line.growth
            if growth is not None and growth.percent:
                ends = self.rates(growth)
                changes = [part.worth(growth=end) - part.worth() for end in ends]
                yield self._moved(self._name(part), "growth", list(map(str, ends)), changes)

    def _quantities(self) -> Iterator[Swing]:
        units: dict[str, list[Part]] = {}
        for part in self.parts:
            if part.line.unit is not None:
                units.setdefault(part.line.unit, []).append(part)
        for unit, some in units.items():
            moved = [
                [tidy(round(part.line.quantity * factor, 6)) for part in some]
                for factor in self.factors
            ]
            changes = [
                sum((p.worth(quantity=q) - p.worth() for p, q in zip(some, end, strict=True)), ZERO)
                for end in moved
            ]
            inputs = [f"{end[0]} {unit}" for end in moved]
            if len({part.line.quantity for part in some}) > 1:
                inputs = [f"-{self.shift}", f"+{self.shift}"]
            yield self._moved(unit, "quantity", inputs, changes)

    def _name(self, part: Part) -> str:
        name = part.line.name
        return name if self._counts[name] == 1 else f"{part.account.offer.name}: {name}"

    def _moved(self, name: str, kind: Kind, inputs: list[str], changes: list[Decimal]) -> Swing:
        low, high = (self.base.amount + change for change in changes)
        return self._swing(name, kind, tuple(inputs), (low, high))

    def _swing(
        self, name: str, kind: Kind, inputs: tuple[str, ...], results: tuple[Decimal, Decimal]
    ) -> Swing:
        low, high = (money(result, self.base.currency) for result in results)
        return Swing(name, kind, inputs[0], inputs[1], low, high, self.base)


def ordered(swings: Sequence[Swing]) -> tuple[Swing, ...]:
    """Return the swings, the widest first."""
    return tuple(sorted(swings, key=lambda swing: (-swing.width, swing.name, swing.kind)))


def given_rate(terms: Terms) -> tuple[str, Rate] | None:
    """Return the field and the value of the rate that the terms name."""
    for name in ("discount_rate", "real_rate"):
        rate: Rate | None = getattr(terms, name)
        if rate is not None and rate.percent:
            return name, rate
    return None


def _moved(amount: Money, factor: Decimal) -> Money:
    return Money(round(amount.amount * (factor or ONE), 6), amount.currency)
