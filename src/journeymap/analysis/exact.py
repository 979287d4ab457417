"""Figures in and out of the calculators: exact, checked, never a float on the way.

Inside, whole calculations run in fractions. What comes out is a decimal number: exact where it can
be, else rounded once, half to even, to 28 digits, whatever the program has set for its own.
"""

from __future__ import annotations

import operator
import re
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import Any

from journeymap.errors import Fault, OptionError, shown
from journeymap.labels.rounding import trimmed
from journeymap.model import Rate

Number = int | float | str | Decimal
"""What a person may write for a number."""

Share = Rate | Number
"""What a person may write for a share: `"60%"`, or a number from 0 to 1."""

CONTEXT = Context(prec=28, rounding=ROUND_HALF_EVEN)

_MOST_DIGITS, _MOST_DECIMALS = 15, 30
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_PERCENT = re.compile(r"(-?\d+(?:\.\d+)?)\s*%", re.ASCII)


def wrong(name: str, problem: str, got: object = None, expected: str = "") -> OptionError:
    """Return the error for a figure with which nothing can be computed."""
    return OptionError(str(Fault(problem, "" if got is None else shown(got), expected, root=name)))


def number(name: str, value: Number, low: int | None = 0, high: int | None = None) -> Decimal:
    """Return an exact number between two bounds.

    Args:
        name: What it is called in an error.
        value: The number; a float counts as the shortest text that means it.
        low: The least that it may be; anything unless given.
        high: The most that it may be; anything unless given.

    Raises:
        OptionError: It is no number (NaN, infinities and `1_000` are none), or out of range.
    """
    exact = _exact(name, value)
    if exact.adjusted() >= _MOST_DIGITS or _decimals(exact) > _MOST_DECIMALS:
        raise wrong(name, "too long", expected="up to 15 digits, then up to 30 behind a point")
    if (low is not None and exact < low) or (high is not None and exact > high):
        expected = f"{low} or more" if high is None else f"{low}..{high}"
        raise wrong(name, "out of range", value, expected)
    return exact or Decimal(0)


def _exact(name: str, value: Any) -> Decimal:
    if isinstance(value, float):
        value = Decimal(repr(float(value)))
    elif isinstance(value, str) and _PLAIN.fullmatch(value):
        value = Decimal(value)
    elif hasattr(value, "__index__") and not isinstance(value, bool):
        value = Decimal(operator.index(value))  # the whole numbers of other libraries too
    if isinstance(value, Decimal) and value.is_finite():
        return value
    if isinstance(value, (Decimal, str)):
        raise wrong(name, "not a number", value, "digits, and more behind a point if need be")
    raise wrong(name, "wrong type", value, "a number")


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def share(name: str, value: Share) -> Decimal:
    """Return a share as a part of one, from `"60%"`, a rate, or a number from 0 to 1.

    Raises:
        OptionError: It is none, or out of range.
    """
    expected = 'a number from 0 to 1, or a text from "0%" to "100%"'
    if isinstance(value, Rate):
        exact = value.percent.scaleb(-2, CONTEXT)
    elif isinstance(value, str) and (match := _PERCENT.fullmatch(value.strip())):
        exact = number(name, match[1], None).scaleb(-2, CONTEXT)
    else:
        exact = number(name, value, None)
    if not 0 <= exact <= 1:
        raise wrong(
            name, "out of range", str(value) if isinstance(value, Rate) else value, expected
        )
    return exact


def decimal_of(value: Fraction | int) -> Decimal:
    """Return a fraction as a decimal number, without zeros at the end.

    Examples:
        >>> decimal_of(Fraction(1, 8)), decimal_of(Fraction(200))
        (Decimal('0.125'), Decimal('200'))
    """
    return trimmed(CONTEXT.divide(Decimal(value.numerator), Decimal(value.denominator)))


def mean(values: list[Decimal]) -> Decimal:
    """Return the mean of some numbers."""
    return decimal_of(sum(map(Fraction, values), Fraction(0)) / len(values))
