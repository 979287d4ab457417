"""Amounts of money and rates: `"240000 RUB"`, `"12%"`."""

import re
from decimal import Decimal
from typing import Any

import attrs

from journeymap.errors import nearest
from journeymap.model.currencies import CURRENCIES
from journeymap.model.numbers import NUMBER, Amount, decimal
from journeymap.model.record import Written, attempt, one, refuse

_MONEY = rf"(?a)(-?{NUMBER})\s*([A-Z]{{3}})"
_RATE = rf"(?a)(-?{NUMBER})\s*%"


@attrs.frozen(init=False, repr=False, eq=False)
class Money(Written):
    """An exact amount in a currency.

    Attributes:
        amount: The amount in the currency's major unit, at most 15 and 6 digits.
        currency: The currency's code, as ISO 4217 has it.

    Examples:
        >>> Money("240000 RUB") == Money(240000, "RUB")
        True
    """

    EXAMPLE = '"240000 RUB"'

    amount: Decimal = attrs.field()
    currency: str = attrs.field()

    def __init__(self, amount: Amount, currency: str | None = None) -> None:
        """Make money from `"240000 RUB"`, or from an amount and a currency.

        Raises:
            ModelError: No exact amount, or no currency of ISO 4217.
        """
        pair = attempt(lambda _: _money(amount, currency), None)
        given = pair if isinstance(pair, tuple) else (pair, None)
        self.__attrs_init__(*given)

    def __str__(self) -> str:
        """Return the text that makes this amount again."""
        return f"{self.amount} {self.currency}"


def _money(amount: Any, currency: str | None) -> tuple[Decimal, str]:
    if currency is None:
        match = re.fullmatch(_MONEY, amount) if isinstance(amount, str) else None
        if not match:
            raise refuse("not an amount of money", amount, 'such as "240000 RUB"')
        amount, currency = match[1], match[2]
    if currency not in CURRENCIES:
        hint = nearest(currency, CURRENCIES) if isinstance(currency, str) else ""
        raise refuse("unknown currency", currency, "a code of ISO 4217 such as EUR", hint)
    return decimal(amount), currency


def to_money(value: Money | str) -> Money:
    """Return an amount of money."""
    return attempt(lambda given: one(Money, given), value)


def to_optional_money(value: Money | str | None) -> Money | None:
    """Return an amount of money, or None."""
    return None if value is None else to_money(value)


def _percent(value: Any) -> Decimal:
    match = re.fullmatch(_RATE, value.strip()) if isinstance(value, str) else None
    if match:
        return decimal(match[1])
    if isinstance(value, str):
        raise refuse("not a rate", value, 'a percentage such as "12%"')
    return decimal(value)


def to_percent(value: Amount) -> Decimal:
    """Return the figure before the percent sign."""
    return attempt(_percent, value)


@attrs.frozen(repr=False, eq=False)
class Rate(Written):
    """A share or a yearly growth, written in percent.

    Attributes:
        percent: The figure before the percent sign: 12 is 12 %.
    """

    EXAMPLE = '"12%"'

    percent: Decimal = attrs.field(converter=to_percent)

    @property
    def fraction(self) -> Decimal:
        """The rate as a part of one: 0.12 for 12 %."""
        return self.percent / 100

    def __str__(self) -> str:
        """Return the text that makes this rate again."""
        return f"{self.percent}%"


def to_rate(value: Rate | str | None) -> Rate | None:
    """Return a rate, or None."""
    return None if value is None else attempt(lambda given: one(Rate, given), value)


def to_yearly_rate(value: Rate | str | None) -> Rate | None:
    """Return a rate by which something changes in a year, above -100 %, or None."""

    def convert(given: Any) -> Rate:
        made = one(Rate, given)
        if made.percent <= -100:
            raise refuse("out of range", str(made), "more than -100%")
        return made

    return None if value is None else attempt(convert, value)


def to_share(value: Rate | str | None) -> Rate | None:
    """Return a rate from 0 % to 100 %, or None."""

    def convert(given: Any) -> Rate:
        made = one(Rate, given)
        if not 0 <= made.percent <= 100:
            raise refuse("out of range", str(made), "0%..100%")
        return made

    return None if value is None else attempt(convert, value)
