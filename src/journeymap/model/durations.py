"""How long something takes: `"1-2 weeks"`, `"40 minutes"`."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, get_args

import attrs

from journeymap.errors import nearest
from journeymap.model import plain
from journeymap.model.numbers import NUMBER, Amount, decimal, tidy
from journeymap.model.record import Written, attempt, one, refuse

Unit = Literal["seconds", "minutes", "hours", "days", "weeks", "months", "years"]
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

_DURATION = (
    rf"({NUMBER})\s*([^\W\d]*)\.?"
    rf"(?:\s*(?:[-–—]|\bto\b|\bдо\b)\s*({NUMBER}))?\s*([^\W\d]*)\.?"
)


@attrs.frozen(init=False, repr=False, eq=False)
class Duration(Written):
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
    match = re.fullmatch(_DURATION, text)
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
