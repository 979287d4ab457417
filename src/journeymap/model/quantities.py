"""Figures with a unit and the scale of emotions: `"34%"`, `"1480 leads a month"`, `"1..5"`."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Self

import attrs

from journeymap.errors import Fault, ModelError, shown
from journeymap.model import plain
from journeymap.model.numbers import NUMBER, Amount, decimal
from journeymap.model.record import Record, Written, attempt, one, refuse

_QUANTITY = rf"(?s)(-?{NUMBER})\s*(\D.*)?"
_EXPONENT = r"[eE][+-]?\d"
_SCALE = rf"(?a)(-?{NUMBER})\s*\.\.\s*(-?{NUMBER})"


@attrs.frozen(init=False, repr=False, eq=False)
class Quantity(Written):
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

    def __str__(self) -> str:
        """Return the text that makes this quantity again."""
        gap = "" if self.unit in {"", "%"} else " "
        return f"{self.amount}{gap}{self.unit}"


def _quantity(amount: Any, unit: str | None) -> tuple[Decimal, str]:
    given = amount if unit is None else f"{shown(amount)} {unit}"
    if isinstance(amount, str) and unit is None:
        match = re.fullmatch(_QUANTITY, plain.gate(amount))
        if not match:
            raise refuse("not a figure", amount, 'a number with a unit, such as "34%"')
        amount, unit = match[1], match[2]
    unit = plain.gate(unit or "")
    is_word = not unit or unit[0] in "%‰°" or unit[0].isalpha()
    if not is_word or re.match(_EXPONENT, unit):
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
        match = re.fullmatch(_SCALE, text.strip()) if isinstance(text, str) else None
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
