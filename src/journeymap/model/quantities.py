"""Values with units that people write as text: `"1-2 weeks"`, `"240000 RUB"`, `"12%"`, `"1..5"`.

Every class here reads its text with `parse` and writes it with `str`, without loss.
"""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Literal, Self, get_args

import attrs

from journeymap.errors import Fault, ModelError, nearest, shown
from journeymap.model import plain
from journeymap.model.currencies import CURRENCIES
from journeymap.model.record import Record, attempt, one, refuse

Unit = Literal["seconds", "minutes", "hours", "days", "weeks", "months", "years"]
Amount = int | float | str | Decimal
AmountRange = Amount | tuple[Amount, Amount]

UNITS: tuple[Unit, ...] = get_args(Unit)

SECONDS: Mapping[Unit, int] = {
    "seconds": 1,
    "minutes": 60,
    "hours": 3_600,
    "days": 86_400,
    "weeks": 604_800,
    "months": 2_629_800,
    "years": 31_557_600,
}
"""The length of each unit in seconds; a month is a twelfth of a Julian year of 365.25 days."""

_UNIT_WORDS: Mapping[Unit, str] = {
    "seconds": "s sec secs second seconds с сек секунда секунды секунд",
    "minutes": "min mins minute minutes мин минута минуты минут",
    "hours": "h hr hrs hour hours ч час часа часов",
    "days": "d day days д дн день дня дней",
    "weeks": "w wk wks week weeks нед неделя недели недель",
    "months": "mo month months мес месяц месяца месяцев",
    "years": "y yr yrs year years г год года лет",
}
_UNIT_OF = {word: unit for unit, words in _UNIT_WORDS.items() for word in words.split()}

_NUMBER = r"\d{1,15}(?:\.\d{1,6})?"
_DECIMAL = re.compile(rf"-?{_NUMBER}", re.ASCII)
_DURATION = re.compile(
    rf"({_NUMBER})\s*([^\W\d]*)\.?(?:\s*(?:[-–—]|\bto\b|\bдо\b)\s*({_NUMBER}))?\s*([^\W\d]*)\.?",
)
_MONEY = re.compile(rf"(-?{_NUMBER})\s*([A-Z]{{3}})", re.ASCII)
_RATE = re.compile(rf"(-?{_NUMBER})\s*%", re.ASCII)
_QUANTITY = re.compile(rf"(-?{_NUMBER})\s*(\D.*)?", re.DOTALL)
_EXPONENT = re.compile(r"[eE][+-]?\d")
_SCALE = re.compile(rf"(-?{_NUMBER})\s*\.\.\s*(-?{_NUMBER})", re.ASCII)


def decimal(value: Any) -> Decimal:
    """Return an exact number of at most 15 digits before and 6 behind the point.

    Raises:
        Refused: It is none: NaN, infinities, exponents, `1_000` and other digits are not taken.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float, str, Decimal)):
        raise refuse("wrong type", value, "a number")
    text = format(value, "f") if isinstance(value, Decimal) and value.is_finite() else str(value)
    if not _DECIMAL.fullmatch(text) or not text.isascii():
        raise refuse("not a number", value, "up to 15 digits, then up to 6 behind a point")
    return tidy(Decimal(text))


def tidy(value: Decimal) -> Decimal:
    """Return an equal number without an exponent, a sign of zero or zeros at the end."""
    if value == value.to_integral_value():
        return Decimal(int(value))
    return value.normalize()


@attrs.frozen(init=False, repr=False, eq=False)
class Duration(Record):
    """How long something takes: one value or a range, in one unit.

    Attributes:
        low: The shorter end, in `unit`.
        high: The longer end, in `unit`; equal to `low` for one value.
        unit: seconds, minutes, hours, days, weeks, months or years.

    Examples:
        >>> Duration("1-2 weeks") == Duration(weeks=(1, 2))
        True
        >>> str(Duration(minutes=40))
        '40 minutes'
    """

    EXAMPLE = '"1-2 weeks"'

    low: Decimal = attrs.field()
    high: Decimal = attrs.field()
    unit: Unit = attrs.field()

    def __init__(
        self,
        text: str | None = None,
        /,
        *,
        seconds: AmountRange | None = None,
        minutes: AmountRange | None = None,
        hours: AmountRange | None = None,
        days: AmountRange | None = None,
        weeks: AmountRange | None = None,
        months: AmountRange | None = None,
        years: AmountRange | None = None,
    ) -> None:
        """Make a duration from a text or from exactly one unit.

        Raises:
            ModelError: Not exactly one of them, or not a duration.
        """
        amounts = (seconds, minutes, hours, days, weeks, months, years)
        pairs = zip(UNITS, amounts, strict=True)
        given = [(unit, amount) for unit, amount in pairs if amount is not None]
        result = attempt(lambda _: _duration(text, given), None)
        low, high, unit = result if isinstance(result, tuple) else (result, None, None)
        self.__attrs_init__(low, high, unit)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the duration that a text such as `1-2 weeks` or `40 мин` names."""
        return cls(text)

    @property
    def seconds(self) -> tuple[Decimal, Decimal]:
        """Both ends in seconds."""
        return self.low * SECONDS[self.unit], self.high * SECONDS[self.unit]

    def __str__(self) -> str:
        """Return the text that makes this duration again."""
        unit = self.unit[:-1] if self.low == self.high == 1 else self.unit
        if self.low == self.high:
            return f"{self.low} {unit}"
        return f"{self.low}-{self.high} {unit}"

    def __repr__(self) -> str:
        """Return the call that makes this duration again."""
        return f"Duration({str(self)!r})"


def _duration(text: Any, given: list[tuple[Unit, Any]]) -> tuple[Decimal, Decimal, Unit]:
    if (text is not None) + len(given) != 1:
        raise refuse("needs one text or one unit", text or [unit for unit, _ in given])
    if text is not None:
        return _parsed_duration(text)
    unit, amount = given[0]
    low, high = amount if isinstance(amount, tuple) else (amount, amount)
    return _ordered(decimal(low), decimal(high), unit, amount)


def _parsed_duration(value: Any) -> tuple[Decimal, Decimal, Unit]:
    text = plain.gate(value)
    match = _DURATION.fullmatch(text)
    expected = 'a duration such as "1-2 weeks" or "40 minutes"'
    if not match or not (match[2] or match[4]):
        raise refuse("not a duration", value, expected)
    low_word, high_word = match[2] or match[4], match[4] or match[2]
    low_unit, high_unit = (_unit(word, value, expected) for word in (low_word, high_word))
    low, high = decimal(match[1]), decimal(match[3] or match[1])
    if low_unit == high_unit:
        return _ordered(low, high, low_unit, value)
    factor = Decimal(SECONDS[high_unit]) / SECONDS[low_unit]
    if match[3] is None or tidy(factor) != factor.to_integral_value():
        raise refuse("two units that do not divide each other", value, expected)
    return _ordered(low, tidy(high * factor), low_unit, value)


def _unit(word: str, value: Any, expected: str) -> Unit:
    unit = _UNIT_OF.get(word.lower())
    if unit is None:
        raise refuse("unknown unit of time", value, expected, nearest(word, _UNIT_OF))
    return unit


def _ordered(low: Decimal, high: Decimal, unit: Unit, value: Any) -> tuple[Decimal, Decimal, Unit]:
    if low < 0 or high < low:
        raise refuse("not a range", value, "0 or more, the lower end first")
    return low, high, unit


def to_duration(value: Duration | str | None) -> Duration | None:
    """Return a duration, or None."""
    return None if value is None else attempt(lambda given: one(Duration, given), value)


@attrs.frozen(init=False, repr=False, eq=False)
class Money(Record):
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

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the money that a text such as `240000 RUB` names."""
        return cls(text)

    def __str__(self) -> str:
        """Return the text that makes this amount again."""
        return f"{self.amount} {self.currency}"

    def __repr__(self) -> str:
        """Return the call that makes this amount again."""
        return f"Money({str(self)!r})"


def _money(amount: Any, currency: str | None) -> tuple[Decimal, str]:
    if currency is None:
        match = _MONEY.fullmatch(amount) if isinstance(amount, str) else None
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
    match = _RATE.fullmatch(value.strip()) if isinstance(value, str) else None
    if match:
        return decimal(match[1])
    if isinstance(value, str):
        raise refuse("not a rate", value, 'a percentage such as "12%"')
    return decimal(value)


def to_percent(value: Amount) -> Decimal:
    """Return the figure before the percent sign."""
    return attempt(_percent, value)


@attrs.frozen(repr=False, eq=False)
class Rate(Record):
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

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the rate that a text such as `12%` names."""
        return cls(text)

    def __str__(self) -> str:
        """Return the text that makes this rate again."""
        return f"{self.percent}%"

    def __repr__(self) -> str:
        """Return the call that makes this rate again."""
        return f"Rate({str(self)!r})"


def to_rate(value: Rate | str | None) -> Rate | None:
    """Return a rate, or None."""
    return None if value is None else attempt(lambda given: one(Rate, given), value)


def to_share(value: Rate | str | None) -> Rate | None:
    """Return a rate from 0 % to 100 %, or None."""

    def convert(given: Any) -> Rate:
        made = one(Rate, given)
        if not 0 <= made.percent <= 100:
            raise refuse("out of range", str(made), "0%..100%")
        return made

    return None if value is None else attempt(convert, value)


@attrs.frozen(init=False, repr=False, eq=False)
class Quantity(Record):
    """A figure with an optional unit: `34%`, `1480`, `2 days`, `1480 leads a month`.

    Attributes:
        amount: The figure.
        unit: What is counted; empty for a bare number.
    """

    EXAMPLE = '"34%"'

    amount: Decimal = attrs.field()
    unit: str = attrs.field()

    def __init__(self, amount: Amount, unit: str | None = None) -> None:
        """Make a quantity from a text, or from a figure and a unit.

        Raises:
            ModelError: It does not start with an exact number.
        """
        pair = attempt(lambda _: _quantity(amount, unit), None)
        given = pair if isinstance(pair, tuple) else (pair, None)
        self.__attrs_init__(*given)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the quantity that a text such as `34%` names."""
        return cls(text)

    def __str__(self) -> str:
        """Return the text that makes this quantity again."""
        gap = "" if self.unit in {"", "%"} else " "
        return f"{self.amount}{gap}{self.unit}"

    def __repr__(self) -> str:
        """Return the call that makes this quantity again."""
        return f"Quantity({str(self)!r})"


def _quantity(amount: Any, unit: str | None) -> tuple[Decimal, str]:
    given = amount if unit is None else f"{amount} {unit}"
    if isinstance(amount, str) and unit is None:
        match = _QUANTITY.fullmatch(plain.gate(amount))
        if not match:
            raise refuse("not a figure", amount, 'a number with a unit, such as "34%"')
        amount, unit = match[1], match[2]
    unit = plain.gate(unit or "")
    is_word = not unit or unit[0] in "%‰°" or unit[0].isalpha()
    if not is_word or _EXPONENT.match(unit):
        expected = 'one figure without spaces or commas, then a word, such as "1480 leads a month"'
        raise refuse("not a figure with a unit", given, expected)
    return decimal(amount), unit


def to_quantity(value: Quantity | Amount | None) -> Quantity | None:
    """Return a quantity, or None."""

    def convert(given: Any) -> Quantity:
        return given if isinstance(given, Quantity) else Quantity(given)

    return None if value is None else attempt(convert, value)


def _bound(value: float) -> float:
    return attempt(plain.finite, value)


@attrs.frozen(repr=False, eq=False)
class Scale(Record):
    """The scale on which a journey's emotions are given.

    Attributes:
        low: The worst value.
        high: The best value.
        low_name: What the low end is called; the language's own word unless given.
        high_name: What the high end is called; the language's own word unless given.
    """

    EXAMPLE = '"1..5"'

    low: float = attrs.field(default=-2.0, converter=_bound)
    high: float = attrs.field(default=2.0, converter=_bound)
    low_name: str | None = attrs.field(default=None, kw_only=True, converter=plain.optional_text)
    high_name: str | None = attrs.field(default=None, kw_only=True, converter=plain.optional_text)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the scale that a text such as `1..5` names.

        Raises:
            ModelError: It names none.
        """
        match = _SCALE.fullmatch(text.strip()) if isinstance(text, str) else None
        if not match:
            fault = Fault("not a scale", shown(text), 'such as "-2..2" or "1..5"', root="scale")
            raise ModelError([fault])
        return cls(float(match[1]), float(match[2]))

    def inconsistencies(self) -> Iterable[Fault]:
        """Yield a fault if the ends are not in order."""
        if self.low >= self.high:
            yield Fault("not a scale", str(self), "the low end below the high end")

    def fraction(self, valence: float) -> float:
        """Return where a valence lies between the low end (0) and the high end (1)."""
        return (valence - self.low) / (self.high - self.low)

    def __str__(self) -> str:
        """Return both ends as text."""
        return f"{self.low:g}..{self.high:g}"


def to_scale(value: Scale | str) -> Scale:
    """Return a scale."""

    def convert(given: Any) -> Scale:
        return Scale.parse(given) if isinstance(given, str) else one(Scale, given)

    return attempt(convert, value)
