"""Rounded parts that add up to their rounded total."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal

_EXACT = Context(prec=60)


def apportioned(total: Decimal, parts: Sequence[Decimal], digits: int) -> list[Decimal]:
    """Return the parts with so many decimals, so that they add up to the rounded total.

    Each is rounded down or up; those that lose most by rounding down are rounded up. So a reader
    who adds what stands on a bar finds what stands behind it.

    Args:
        total: The sum of the parts.
        parts: The parts.
        digits: How many decimals are shown.

    Examples:
        >>> [str(part) for part in apportioned(Decimal(1), [Decimal(1) / 3] * 3, 1)]
        ['0.4', '0.3', '0.3']
    """
    unit = Decimal(1).scaleb(-digits)
    found = [part.quantize(unit, ROUND_FLOOR, context=_EXACT) for part in parts]
    missing = total.quantize(unit, ROUND_HALF_EVEN, context=_EXACT)
    for part in found:
        missing = _EXACT.subtract(missing, part)
    order = sorted(range(len(parts)), key=lambda number: found[number] - parts[number])
    for number in order[: int(_EXACT.divide(missing, unit))]:
        found[number] = _EXACT.add(found[number], unit)
    return found
