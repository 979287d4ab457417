"""The internal rate of return: the rate at which flows are worth nothing now.

Flows that change their sign once have one rate of return (Descartes' rule of signs), others may
have several. The rate is looked for from -99.99 % to 100,000,000 % a year, first at steps, then by
halving.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, localcontext
from itertools import pairwise
from typing import Literal

import attrs

from journeymap.analysis.tco.exact import ONE, ZERO
from journeymap.model.numbers import tidy

Why = Literal["", "same sign", "several", "out of reach"]

_DIGITS = 40
_STEPS = range(-80, 121)
_PER_DECADE = 20
_NEAR = Decimal(1).scaleb(-14)


@attrs.frozen
class Return:
    """A rate of return, or why there is none.

    Attributes:
        rate: The rate of a year, as a fraction, rounded to ten digits; None where there is none.
        why: Why there is none.
        found: All rates, where there are several.
    """

    rate: Decimal | None
    why: Why = ""
    found: tuple[Decimal, ...] = ()


def rate_of_return(flows: Sequence[Decimal], months: int, *, is_mid: bool = False) -> Return:
    """Return the rate of a year at which flows are worth nothing now.

    Args:
        flows: The flows of period 0 (now), 1, 2, …
        months: How many months a period has.
        is_mid: Whether flows are discounted from the middle of their period.

    Examples:
        >>> rate_of_return([Decimal(-100), Decimal(60), Decimal(60)], 12).rate
        Decimal('0.1306623863')
    """
    signs = [flow > 0 for flow in flows if flow]
    if all(signs) or not any(signs):
        return Return(None, "same sign")
    with localcontext(prec=_DIGITS):
        worth = _Worth(flows, Decimal(months) / 12, is_mid=is_mid)
        roots = tuple(tidy(round(base - 1, 10)) for base in worth.roots())
    if len(roots) == 1:
        return Return(roots[0])
    return Return(None, "several" if roots else "out of reach", roots)


class _Worth:
    def __init__(self, flows: Sequence[Decimal], length: Decimal, *, is_mid: bool) -> None:
        self.now, *self.later = flows
        self.later.reverse()
        self.length = length
        self.is_mid = is_mid

    def at(self, base: Decimal) -> Decimal:
        """Return what the flows are worth now, at a rate of `base` - 1."""
        factor = ONE / base if self.length == 1 else base**-self.length
        worth = ZERO
        for flow in self.later:
            worth = (worth + flow) * factor
        return self.now + (worth / factor.sqrt() if self.is_mid else worth)

    def roots(self) -> list[Decimal]:
        """Return where the worth changes its sign."""
        bases = [Decimal(10) ** (Decimal(step) / _PER_DECADE) for step in _STEPS]
        worths = [self.at(base) for base in bases]
        found = [base for base, worth in zip(bases, worths, strict=True) if worth == 0]
        pairs = pairwise(zip(bases, worths, strict=True))
        found += [self._halved(a[0], b[0]) for a, b in pairs if a[1] * b[1] < 0]
        return sorted(found)

    def _halved(self, low: Decimal, high: Decimal) -> Decimal:
        is_above = self.at(low) > 0
        while high - low > _NEAR * low:
            middle = (low + high) / 2
            if (self.at(middle) > 0) == is_above:
                low = middle
            else:
                high = middle
        return (low + high) / 2
