"""The units in which large amounts are said: thousands, millions and so on."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from journeymap.errors import OptionError
from journeymap.labels.rounding import EXACT, three_digits
from journeymap.model.money import Money

_COMPACT_FROM = 10_000
"""The least amount that is said in thousands: `RUB 9,400`, but `RUB 12.5 thousand`."""


class Scale(NamedTuple):
    """The unit in which a chart or a sentence says its amounts.

    Attributes:
        name: plain, thousand, million, billion or trillion.
        power: How many zeros it stands for.
    """

    name: str
    power: int

    def figure(self, value: Money) -> Decimal:
        """Return how many of the unit an amount is."""
        return value.amount.scaleb(-self.power, EXACT)


PLAIN = Scale("plain", 0)
SCALES = (Scale("thousand", 3), Scale("million", 6), Scale("billion", 9), Scale("trillion", 12))


def scale_for(amounts: Iterable[Money]) -> Scale:
    """Return the one unit in which a set of amounts reads well: that of the largest.

    Raises:
        OptionError: The amounts are in more than one currency.
    """
    given = list(amounts)
    currencies = sorted({amount.currency for amount in given})
    if len(currencies) > 1:
        raise OptionError(f"one unit for several currencies ({', '.join(currencies)})")
    largest = max((amount.amount.copy_abs() for amount in given), default=Decimal(0))
    if largest < _COMPACT_FROM:
        return PLAIN
    # What is said with three digits decides: 999,999 is a million, not 1,000 thousand.
    said = three_digits(largest)
    return max((one for one in SCALES if said >= 10**one.power), key=lambda one: one.power)
