"""The unit in which a chart shows its amounts, and with how many decimals."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import attrs

from journeymap.labels.scales import Scale
from journeymap.labels.words import Labels
from journeymap.model import Money

_SMALL = Decimal("0.1")
"""What is less than this part of the sheet's unit has a unit of its own."""


@attrs.frozen(eq=False)
class Unit:
    """Thousands, millions, … of a currency.

    Attributes:
        scale: How many zeros it stands for.
        digits: How many decimals are shown: the largest amount of the chart has three digits.
        labels: The words.
    """

    scale: Scale
    digits: int
    labels: Labels

    def figure(self, amount: Money) -> Decimal:
        """Return how many of the unit an amount is."""
        return self.scale.figure(amount)

    def shown(self, amount: Money) -> str:
        """Return an amount as the chart writes it; what is very small beside others is no zero."""
        first = self.figure(amount).adjusted() if amount.amount else 0
        return self.labels.scaled(amount, self.scale, digits=max(self.digits, -first))

    def heading(self, currency: str) -> str:
        """Return what the figures are, such as `RUB million`."""
        return self.labels.scale_heading(self.scale, currency)


def unit_of(amounts: Sequence[Money], labels: Labels, whole: Scale | None = None) -> Unit:
    """Return the unit for the amounts of a chart.

    Args:
        amounts: All amounts of the chart.
        labels: The words.
        whole: The unit of the sheet, which the chart has too unless its amounts are very small.
    """
    scale = whole or labels.scale_for(amounts)
    largest = _largest(amounts, scale)
    if largest < _SMALL:
        scale = labels.scale_for(amounts)
        largest = _largest(amounts, scale)
    digits = max(0, 2 - largest.adjusted()) if largest else 0
    return Unit(scale, digits, labels)


def _largest(amounts: Sequence[Money], scale: Scale) -> Decimal:
    return max((abs(scale.figure(amount)) for amount in amounts), default=Decimal(0))
