"""Exact arithmetic: every amount is a Decimal on a grid so fine that sums lose nothing.

What has to be rounded on the way (a growth, a discount) is rounded once, to thirty digits behind
the point. From there on all sums are exact, so that the order of lines can change no result.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from decimal import (
    MAX_EMAX,
    MIN_EMIN,
    ROUND_HALF_EVEN,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
    localcontext,
)
from typing import ParamSpec, TypeVar

from journeymap.errors import OptionError
from journeymap.model import Money
from journeymap.model.currencies import minor_units

P = ParamSpec("P")
R = TypeVar("R")

ZERO = Decimal(0)
ONE = Decimal(1)
GRID = Decimal(1).scaleb(-30)
LARGEST = Decimal(10) ** 24
"""Beyond this no sum of amounts is exact; money itself ends at 15 digits."""

_MONEY_ENDS = Decimal(10) ** 15

# A context of our own: a program that uses the library may have set the precision of its thread.
CONTEXT = Context(
    prec=80,
    rounding=ROUND_HALF_EVEN,
    Emin=MIN_EMIN,
    Emax=MAX_EMAX,
    traps=[InvalidOperation, DivisionByZero, Overflow],
)


def exactly(function: Callable[P, R]) -> Callable[P, R]:
    """Let a function reckon with our precision, whatever the calling program has set."""

    @functools.wraps(function)
    def reckoned(*given: P.args, **named: P.kwargs) -> R:
        with localcontext(CONTEXT):
            return function(*given, **named)

    return reckoned


def on_grid(value: Decimal) -> Decimal:
    """Return an amount with thirty digits behind the point.

    Raises:
        OptionError: It is so large that sums with it would lose digits.
    """
    if not -LARGEST < value < LARGEST:
        raise too_large(value)
    return value.quantize(GRID)


def money(value: Decimal, currency: str) -> Money:
    """Return an amount rounded half to even to the minor unit of its currency.

    Raises:
        OptionError: It has more than fifteen digits.
    """
    if not -_MONEY_ENDS < value < _MONEY_ENDS:
        raise too_large(value)
    made = value.quantize(Decimal(1).scaleb(-minor_units(currency)))
    if abs(made) >= _MONEY_ENDS:
        raise too_large(value)
    return Money(made, currency)


def too_large(value: Decimal) -> OptionError:
    """Return the error for an amount that no money can hold."""
    return OptionError(
        f"too large an amount (got about {value:.3E}; expected at most 15 digits before the point)"
    )
