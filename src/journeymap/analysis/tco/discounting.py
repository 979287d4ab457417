"""What money later is worth now.

An amount that falls due in t years is worth amount / (1 + d)^t now, at a rate of d a year (net
present value as in ISO 15686-5 and NIST Handbook 135). Nominal and real rates turn into each other
by Fisher's equation: (1 + nominal) = (1 + real) · (1 + inflation).
"""

from __future__ import annotations

from decimal import Decimal
from itertools import accumulate

from journeymap.analysis.tco.clock import Clock
from journeymap.analysis.tco.exact import ONE, ZERO, exactly, on_grid
from journeymap.analysis.tco.flows import Flow
from journeymap.model import Rate, Terms

_HALF_MONTHS = 24


@exactly
def rate_of(terms: Terms) -> Decimal:
    """Return the rate of a year in the prices of the terms, as a fraction; 0 where none is given.

    Examples:
        >>> terms = Terms(discount_rate="12%", inflation="6%", prices="real")
        >>> round(rate_of(terms) * 100, 6)
        Decimal('5.660377')
    """
    nominal, real = _fraction(terms.discount_rate), _fraction(terms.real_rate)
    if terms.prices == "nominal":
        if nominal is not None or real is None:
            return nominal or ZERO
        return (1 + real) * (1 + (_fraction(terms.inflation) or ZERO)) - 1
    if real is not None or nominal is None:
        return real or ZERO
    return (1 + nominal) / (1 + (_fraction(terms.inflation) or ZERO)) - 1


def _fraction(rate: Rate | None) -> Decimal | None:
    return None if rate is None else rate.percent / 100


class Discount:
    """The factors by which each period is discounted, at one rate."""

    def __init__(self, clock: Clock, rate: Decimal, *, is_mid: bool) -> None:
        """Work out the factors.

        Args:
            clock: The periods.
            rate: The rate of a year, as a fraction.
            is_mid: Whether a period is discounted from its middle; the moment now never is.
        """
        self.rate = rate
        self.is_mid = is_mid
        self._years = clock.years(clock.count)
        self._months = clock.months
        self._parts: dict[int, Decimal] = {}
        later = (2 * period - is_mid for period in range(1, clock.count + 1))
        self.factors = [ONE, *(self._factor(halves * clock.months) for halves in later)]
        self._sums = list(accumulate(self.factors, initial=ZERO))

    def present(self, flow: Flow) -> Decimal:
        """Return what a flow is worth now."""
        return flow.amount * (self._sums[flow.first + flow.length] - self._sums[flow.first])

    def row(self, amounts: list[Decimal]) -> list[Decimal]:
        """Return the amounts of all periods, discounted."""
        return [on_grid(a * f) for a, f in zip(amounts, self.factors, strict=True)]

    @property
    def annuity(self) -> Decimal:
        """What one unit of money at the end of each year is worth now: (1 - (1 + d)^-n) / d.

        With the middle of the period, it is discounted by half a period less, as any cost is.
        """
        if self.rate == 0:
            return self._years
        factor = (1 - (1 + self.rate) ** -self._years) / self.rate
        return factor * self._factor(-self._months) if self.is_mid else factor

    def _factor(self, half_months: int) -> Decimal:
        whole, rest = divmod(half_months, _HALF_MONTHS)
        base = 1 + self.rate
        if rest not in self._parts:
            self._parts[rest] = base ** -(Decimal(rest) / _HALF_MONTHS) if rest else ONE
        return self._parts[rest] * base**-whole
