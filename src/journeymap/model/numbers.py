"""Exact numbers, as every value with a unit holds them."""

import re
from decimal import Context, Decimal
from typing import Any

from journeymap.model.record import refuse

Amount = int | float | str | Decimal
"""What a person may write for a number."""

NUMBER = r"\d{1,15}(?:\.\d{1,6})?"
"""The pattern of a number without its sign: 15 digits, then 6 behind the point."""

# A context of our own: a program that uses the library may have set the precision of its thread.
_EXACT = Context(prec=50)

_TOO_LARGE = 10**15
_EXPECTED = "up to 15 digits, then up to 6 behind a point"

_DECIMAL = rf"(?a)-?{NUMBER}"


def decimal(value: Any) -> Decimal:
    """Return an exact number of at most 15 digits before and 6 behind the point.

    Raises:
        Refused: It is none: NaN, infinities, exponents, `1_000` and other digits are not taken.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float, str, Decimal)):
        raise refuse("wrong type", value, "a number")
    if isinstance(value, int) and abs(value) >= _TOO_LARGE:
        raise refuse("not a number", value, _EXPECTED)
    text = format(value, "f") if isinstance(value, Decimal) and value.is_finite() else str(value)
    if not re.fullmatch(_DECIMAL, text) or not text.isascii():
        raise refuse("not a number", value, _EXPECTED)
    return tidy(Decimal(text))


def tidy(value: Decimal) -> Decimal:
    """Return an equal number without an exponent, a sign of zero or zeros at the end."""
    if value == value.to_integral_value():
        return Decimal(int(value))
    return value.normalize(_EXACT)
