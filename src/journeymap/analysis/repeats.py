"""How often a customer comes again."""

from __future__ import annotations

from journeymap.model import Rate


def expected_purchases(rate: Rate) -> float | None:
    """Return how many purchases a new customer makes in all, 1 / (1 - r); None if without end.

    Every purchase is followed by another with the probability `r`, whatever came before.

    >>> expected_purchases(Rate("60%"))
    2.5
    >>> expected_purchases(Rate("100%")) is None
    True
    """
    left = 1 - rate.fraction
    return float(1 / left) if left else None
