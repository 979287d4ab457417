"""Exact rounding, half to even, whatever precision the calling program has set."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal

from journeymap.errors import OptionError, shown

# Contexts of our own: a program that uses the library may have set the precision of its thread.
EXACT = Context(prec=100, rounding=ROUND_HALF_EVEN)
_THREE_DIGITS = Context(prec=3, rounding=ROUND_HALF_EVEN)

_DECIMALS_OF_FLOATS = 6


def exact(value: Decimal | float) -> Decimal:
    """Return a finite number as a Decimal; of a float at most six decimals count.

    Raises:
        OptionError: The number is not finite.
    """
    given = value if isinstance(value, Decimal) else Decimal(repr(value))
    if not given.is_finite():
        raise OptionError(f"no number that can be written: {shown(value)}")
    return trimmed(rounded(given, _DECIMALS_OF_FLOATS)) if isinstance(value, float) else given


def rounded(value: Decimal, digits: int) -> Decimal:
    """Return a number with so many decimals."""
    return value.quantize(Decimal(1).scaleb(-digits), context=EXACT)


def decimals(value: Decimal) -> int:
    """Return how many decimals a number needs."""
    exponent = value.normalize(EXACT).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def trimmed(value: Decimal) -> Decimal:
    """Return an equal number without zeros at the end of its decimals."""
    return rounded(value, decimals(value))


def three_digits(value: Decimal) -> Decimal:
    """Return a number of which no more than three digits count: 2 681 400 becomes 2 680 000."""
    return trimmed(_THREE_DIGITS.plus(value))
