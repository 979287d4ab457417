"""A scale of amounts with round ticks: exact until an amount becomes a place on the sheet."""

from __future__ import annotations

from collections.abc import Iterable
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


def decimals_of(ticks: Iterable[Decimal]) -> int:
    """Return how many decimals ticks need."""
    exponents = (tick.normalize(_EXACT).as_tuple().exponent for tick in ticks if tick)
    return max(0, *(-int(exponent) for exponent in exponents), 0)


@attrs.frozen(eq=False)
class Axis:
    """Amounts along some px.

    Attributes:
        ticks: The round amounts, ascending; the axis goes from the first to the last.
        start: Where the first stands, in px.
        length: How far from it the last stands, in px; below 0 upwards.
    """

    ticks: tuple[Decimal, ...]
    start: float
    length: float

    def share(self, amount: Decimal) -> float:
        """Return which part of the axis lies before an amount."""
        low, high = self.ticks[0], self.ticks[-1]
        part = _EXACT.divide(_EXACT.subtract(amount, low), _EXACT.subtract(high, low))
        return float(part)

    def at(self, amount: Decimal) -> float:
        """Return where an amount stands, in px."""
        return self.start + self.share(amount) * self.length
