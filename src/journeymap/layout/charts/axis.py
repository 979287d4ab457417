"""A scale of amounts with round ticks: exact until an amount becomes a place on the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

import attrs

_EXACT = Context(prec=60)
_FACTORS = (1, 2, 5, 10)


def round_step(least: Decimal) -> Decimal:
    """Return the smallest of 1, 2 and 5 times a power of ten that is no less than a number.

    Examples:
        >>> round_step(Decimal("0.3"))
        Decimal('0.5')
    """
    power = Decimal(1).scaleb(least.adjusted(), _EXACT)
    return next(step for factor in _FACTORS if (step := power * factor) >= least)


def round_ticks(low: Decimal, high: Decimal, most: int) -> tuple[Decimal, ...]:
    """Return round amounts, equally far apart, the first and last at the ends or beyond them.

    Args:
        low: The least amount.
        high: The greatest.
        most: How many steps there may be between the two.

    Examples:
        >>> [int(tick) for tick in round_ticks(Decimal(0), Decimal("3.83"), 6)]
        [0, 1, 2, 3, 4]
    """
    if low == high:
        # Any step will do: all that is shown stands at one place.
        step = round_step(abs(low)) if low else Decimal(1)
    else:
        step = round_step(_EXACT.divide(_EXACT.subtract(high, low), max(1, most)))
    first = _EXACT.divide(low, step).to_integral_value(ROUND_FLOOR)
    last = _EXACT.divide(high, step).to_integral_value(ROUND_CEILING)
    if first == last:
        last += 1
    return tuple(_EXACT.multiply(step, first + number) for number in range(int(last - first) + 1))


def ends_near(
    ticks: Sequence[Decimal], low: Decimal, high: Decimal, room: Decimal
) -> tuple[Decimal, Decimal]:
    """Return where an axis ends: near the amounts where most of its last step would be empty.

    Two of the ticks stay on it.

    Args:
        ticks: Round amounts that cover all others.
        low: The least amount.
        high: The greatest.
        room: Which part of a step stays free beyond an amount.

    Examples:
        >>> ticks = [Decimal(tick) for tick in (-100, 0, 100, 200)]
        >>> [int(end) for end in ends_near(ticks, Decimal(-5), Decimal(170), Decimal("0.2"))]
        [-25, 200]
    """
    step = _EXACT.subtract(ticks[1], ticks[0])
    free = _EXACT.multiply(step, room)
    first, last = ticks[0], ticks[-1]
    spare = len(ticks) - 2
    if spare and 2 * _EXACT.subtract(low, first) > step:
        first = _EXACT.subtract(low, free)
        spare -= 1
    if spare and 2 * _EXACT.subtract(last, high) > step:
        last = _EXACT.add(high, free)
    return first, last


def decimals_of(ticks: Iterable[Decimal]) -> int:
    """Return how many decimals ticks need."""
    exponents = (tick.normalize(_EXACT).as_tuple().exponent for tick in ticks if tick)
    return max(0, *(-int(exponent) for exponent in exponents), 0)


@attrs.frozen(eq=False)
class Axis:
    """Amounts along some px.

    Attributes:
        ticks: The round amounts on it, ascending.
        start: Where it starts, in px.
        length: How far from there it ends, in px; below 0 upwards.
        ends: The amounts where it starts and ends; the first and the last tick unless given.
    """

    ticks: tuple[Decimal, ...]
    start: float
    length: float
    ends: tuple[Decimal, Decimal] = attrs.field()

    @ends.default
    def _outer_ticks(self) -> tuple[Decimal, Decimal]:
        return self.ticks[0], self.ticks[-1]

    def share(self, amount: Decimal) -> float:
        """Return which part of the axis lies before an amount."""
        low, high = self.ends
        part = _EXACT.divide(_EXACT.subtract(amount, low), _EXACT.subtract(high, low))
        return float(part)

    def at(self, amount: Decimal) -> float:
        """Return where an amount stands, in px."""
        return self.start + self.share(amount) * self.length
