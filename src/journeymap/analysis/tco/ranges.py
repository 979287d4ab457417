"""What the figures may be where amounts are guesses: the ends of the range."""

from __future__ import annotations

from decimal import Decimal

import attrs

from journeymap.analysis.tco.account import Account
from journeymap.analysis.tco.exact import ZERO, exactly
from journeymap.model.offers import Line


@exactly
def bounds(account: Account) -> tuple[Decimal, Decimal]:
    """Return the least and the most that the present value of an offer's costs may be."""
    low = high = account.total(discounted=True)
    for line in account.offer.costs:
        likely, ends = spread(account, line)
        low += min(ends) - likely
        high += max(ends) - likely
    return low, high


@exactly
def spread(account: Account, line: Line) -> tuple[Decimal, tuple[Decimal, Decimal]]:
    """Return the present value of a line, and what it is at its low and high amounts."""
    if line.low is None and line.high is None:
        return ZERO, (ZERO, ZERO)
    likely = account.line(line, discounted=True)
    ends = [
        likely if end is None else account.line(attrs.evolve(line, amount=end), discounted=True)
        for end in (line.low, line.high)
    ]
    return likely, (ends[0], ends[1])
