"""How costs are reckoned: over which time, at which rate, in which prices."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Literal, cast, get_args

import attrs

from journeymap.errors import Fault
from journeymap.model import plain
from journeymap.model.money import Rate, to_yearly_rate
from journeymap.model.numbers import Amount, decimal
from journeymap.model.payments import LONGEST, MONTHS, Period, in_months, to_period
from journeymap.model.quantities import Quantity, to_quantity
from journeymap.model.record import Record, attempt, one, refuse

Prices = Literal["nominal", "real"]
Convention = Literal["end", "mid"]


def _horizon(value: Amount) -> Decimal:
    def convert(given: Any) -> Decimal:
        number = decimal(given)
        if not 0 < number <= LONGEST:
            raise refuse("out of range", given, f"more than 0 and at most {LONGEST} years")
        return number

    return attempt(convert, value)


def _prices(value: Prices) -> Prices:
    return cast("Prices", attempt(lambda v: plain.choose(v, get_args(Prices)), value))


def _convention(value: Convention) -> Convention:
    return cast("Convention", attempt(lambda v: plain.choose(v, get_args(Convention)), value))


@attrs.frozen(repr=False, eq=False)
class Terms(Record):
    """How the costs of offers are reckoned.

    Without a rate, money later is worth as much as money now. Prices with inflation in them
    (nominal) want a nominal rate, prices of today (real) a real one; where only the other rate is
    known, `inflation` turns it: (1 + nominal) = (1 + real) · (1 + inflation).

    Attributes:
        years: How far is looked ahead, in years; a whole number of periods.
        discount_rate: The nominal rate of a year.
        real_rate: The real rate of a year, without inflation.
        inflation: The inflation of a year.
        prices: nominal: amounts as they will be paid; real: all amounts in prices of today.
        convention: end: what falls due within a period is discounted from its end; mid: from its
            middle.
        period: year, quarter or month: how finely the time is cut.
        units: For how many units the costs are, such as 20 seats, for the cost of one.
    """

    years: Decimal = attrs.field(default=Decimal(5), converter=_horizon)
    discount_rate: Rate | None = attrs.field(default=None, kw_only=True, converter=to_yearly_rate)
    real_rate: Rate | None = attrs.field(default=None, kw_only=True, converter=to_yearly_rate)
    inflation: Rate | None = attrs.field(default=None, kw_only=True, converter=to_yearly_rate)
    prices: Prices = attrs.field(default="nominal", kw_only=True, converter=_prices)
    convention: Convention = attrs.field(default="end", kw_only=True, converter=_convention)
    period: Period = attrs.field(default="year", kw_only=True, converter=to_period)
    units: Quantity | None = attrs.field(default=None, kw_only=True, converter=to_quantity)

    def inconsistencies(self) -> Iterable[Fault]:
        """Yield what does not go together: nominal and real, parts of a period, no units."""
        yield from self._rate_faults()
        if in_months(self.years) % MONTHS[self.period]:
            got, expected = f"{self.years} years", f"a whole number of periods of a {self.period}"
            hint = "" if self.period == "month" else "give a shorter `period`"
            yield Fault("not whole periods", got, expected, hint, ("years",))
        if self.units is not None and self.units.amount <= 0:
            yield Fault("out of range", str(self.units), "more than 0", steps=("units",))

    def _rate_faults(self) -> Iterable[Fault]:
        if self.discount_rate is not None and self.real_rate is not None:
            got = f"{self.discount_rate} and {self.real_rate}"
            expected = "either discount_rate (nominal) or real_rate"
            yield Fault("two rates", got, expected, steps=("real_rate",))
            return
        given, other = ("real_rate", "discount_rate")
        if self.prices == "real":
            given, other = other, given
        rate = getattr(self, given)
        if rate is not None and self.inflation is None:
            words = {"real_rate": "a real rate", "discount_rate": "a nominal rate"}
            hint = f"with `inflation`, `{given}` is turned into it"
            problem = f"{words[given]} for {self.prices} prices"
            yield Fault(problem, str(rate), f"`{other}`", hint, (given,))


def to_terms(value: Terms | Amount | None) -> Terms | None:
    """Return terms, or None; a number is the years."""

    def convert(given: Any) -> Terms:
        return one(Terms, str(given) if isinstance(given, (int, Decimal)) else given)

    return None if value is None else attempt(convert, value)
