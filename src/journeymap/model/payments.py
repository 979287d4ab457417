"""What is paid, or comes in, once or again and again: the parent of costs and gains."""

from collections.abc import Iterable
from decimal import Context, Decimal
from typing import Any, Literal, cast, get_args

import attrs

from journeymap.errors import Fault
from journeymap.model import plain
from journeymap.model.evidence import Remark
from journeymap.model.money import Money, Rate, to_optional_money, to_yearly_rate
from journeymap.model.numbers import Amount, decimal
from journeymap.model.record import attempt, refuse

Period = Literal["month", "quarter", "year"]

MONTHS: dict[Period, int] = {"month": 1, "quarter": 3, "year": 12}
"""How many months each period has."""

LONGEST = 100
"""How many years can be looked ahead."""


# A context of our own: a program that uses the library may have set the precision of its thread.
_EXACT = Context(prec=50)
_SMALLEST = Decimal("0.000001")


def to_period(value: Period) -> Period:
    """Return the name of a period."""
    chosen = attempt(lambda v: plain.choose(v, get_args(Period)), value)
    return cast("Period", chosen)


def to_optional_period(value: Period | None) -> Period | None:
    """Return the name of a period, or None."""
    return None if value is None else to_period(value)


def in_months(years: Decimal) -> Decimal:
    """Return a time in months, exactly.

    A model holds six digits behind the point, so a twelfth of a year cannot be written in years.
    What is nearest to a whole number of months counts as that number.

    Examples:
        >>> in_months(Decimal("2.5")), in_months(Decimal("0.083333"))
        (Decimal('30'), Decimal('1'))
    """
    months = _EXACT.multiply(years, 12)
    whole = months.to_integral_value()
    near = _EXACT.divide(whole, 12).quantize(_SMALLEST, context=_EXACT)
    return whole if near == years else months


def _years(value: Any) -> Decimal:
    number = decimal(value)
    if not 0 <= number <= LONGEST:
        raise refuse("out of range", value, f"0..{LONGEST} years from the start")
    return number


def _point(value: Amount | None) -> Decimal | None:
    return None if value is None else attempt(_years, value)


def _quantity(value: Amount) -> Decimal:
    def convert(given: Any) -> Decimal:
        number = decimal(given)
        if number < 0:
            raise refuse("negative", given, "0 or more")
        return number

    return attempt(convert, value)


@attrs.frozen(init=False, repr=False, eq=False)
class Payment(Remark):
    """A line of money: an amount that falls due once or again and again.

    It is no class to make objects of; `Cost` and `Gain` are, and have the `amount` too.
    """

    low: Money | None = attrs.field(default=None, kw_only=True, converter=to_optional_money)
    high: Money | None = attrs.field(default=None, kw_only=True, converter=to_optional_money)
    every: Period | None = attrs.field(default=None, kw_only=True, converter=to_optional_period)
    at: Decimal | None = attrs.field(default=None, kw_only=True, converter=_point)
    start: Decimal | None = attrs.field(default=None, kw_only=True, converter=_point)
    end: Decimal | None = attrs.field(default=None, kw_only=True, converter=_point)
    growth: Rate | None = attrs.field(default=None, kw_only=True, converter=to_yearly_rate)
    quantity: Decimal = attrs.field(default=Decimal(1), kw_only=True, converter=_quantity)
    unit: str | None = attrs.field(default=None, kw_only=True, converter=plain.optional_text)

    def inconsistencies(self) -> Iterable[Fault]:
        """Yield what does not go together: a single and a recurring line, an unordered range."""
        yield from self._time_faults()
        yield from self._range_faults(cast("Any", self).amount)

    def _time_faults(self) -> Iterable[Fault]:
        word = type(self).__name__.lower()
        if self.every is None:
            for name in ("start", "end", "growth"):
                if getattr(self, name) is not None:
                    problem = f"only for a {word} that recurs"
                    yield Fault(problem, hint="give `every`", steps=(name,))
        elif self.at is not None:
            yield Fault(f"only for a single {word}", hint="use `start` and `end`", steps=("at",))
        if self.start is not None and self.end is not None and self.end < self.start:
            yield Fault("before the start", str(self.end), f"{self.start} or later", steps=("end",))

    def _range_faults(self, amount: Money) -> Iterable[Fault]:
        ends = [("low", self.low), ("high", self.high)]
        for name, end in ends:
            if end is not None and end.currency != amount.currency:
                yield Fault("another currency", str(end), amount.currency, steps=(name,))
                return
        if self.low is not None and self.low.amount > amount.amount:
            yield Fault("above the amount", str(self.low), f"at most {amount}", steps=("low",))
        if self.high is not None and self.high.amount < amount.amount:
            yield Fault("below the amount", str(self.high), f"at least {amount}", steps=("high",))
