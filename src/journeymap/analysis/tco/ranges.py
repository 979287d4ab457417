"""What the result may be where amounts are guesses: its ends, and what is likely between them.

Each line with a `low` or a `high` is drawn from a triangular distribution with its amount as the
mode. A draw takes one of 65,536 equal steps of the distribution function; the steps come from the
hash SHAKE-256 of the seed and the line. So the same question has the same answer on every machine,
and the order of lines does not matter. No number here is a float: square roots are those of whole
numbers.
"""

from __future__ import annotations

import hashlib
import struct
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from math import isqrt

import attrs

from journeymap.analysis.tco.account import Account
from journeymap.analysis.tco.exact import ZERO, exactly, money
from journeymap.analysis.tco.sensitivity import Part
from journeymap.errors import OptionError, shown
from journeymap.model import Money

MOST_DRAWS = 1_000_000

_STEPS = 1 << 16
_TABLE_FROM = _STEPS
"""From so many draws on, it is cheaper to work out every step once."""

_UNIT = 1 << 31
_SCALE = 9
"""Sums are whole numbers of the ninth digit behind the point."""


@attrs.frozen
class Simulation:
    """What many draws of the uncertain amounts came to.

    Attributes:
        percentiles: For each percentile asked for, the result that so many per cent of the draws do
            not exceed.
        mean: The mean of all draws.
        share_below_zero: The share of draws with a result below zero, as a fraction.
        draws: How many draws there were.
        seed: From what they were made.
    """

    percentiles: dict[int, Money]
    mean: Money
    share_below_zero: Decimal
    draws: int
    seed: int


@exactly
def bounds(account: Account) -> tuple[Decimal, Decimal]:
    """Return the least and the most that the present value of an offer's costs may be."""
    low = high = account.total(discounted=True)
    for cost in account.offer.costs:
        part = Part(account, cost, 1)
        if is_guess(part):
            likely, ends = part.worth(), _ends(part)
            low += min(ends) - likely
            high += max(ends) - likely
    return low, high


def is_guess(part: Part) -> bool:
    """Tell whether a line has a range."""
    ends = (part.line.low, part.line.high)
    return any(end is not None and end != part.line.amount for end in ends)


@exactly
def simulated(
    parts: Sequence[Part],
    base: Decimal,
    currency: str,
    *,
    draws: int,
    seed: int,
    percentiles: Sequence[int],
) -> Simulation:
    """Return what many draws come to.

    Args:
        parts: The lines of the result.
        base: The result at the likely amounts.
        currency: The currency of the result.
        draws: How many draws are made, 1 to 1,000,000.
        seed: A whole number from which they are made.
        percentiles: Whole numbers from 0 to 100.

    Raises:
        OptionError: One of these is out of range.
    """
    _check("draws", draws, 1, MOST_DRAWS)
    _check("seed", seed, -(1 << 63), (1 << 63) - 1)
    for percentile in percentiles:
        _check("percentile", percentile, 0, 100)
    guesses = [part for part in parts if is_guess(part)]
    rest = base - sum((part.worth() for part in guesses), ZERO)
    columns = [
        _drawn(part, f"{seed} {key}", draws)
        for part, key in zip(guesses, _keys(guesses), strict=True)
    ]
    start = int(rest.scaleb(_SCALE))
    results = sorted(map(sum, zip(*columns, strict=True))) if columns else [0] * draws
    below = sum(1 for result in results if result + start < 0)

    def told(result: Decimal | int) -> Money:
        return money((Decimal(result) + start).scaleb(-_SCALE), currency)

    return Simulation(
        percentiles={
            percentile: told(results[max(-(-percentile * draws // 100) - 1, 0)])
            for percentile in percentiles
        },
        mean=told(Decimal(sum(results)) / draws),
        share_below_zero=Decimal(below) / draws,
        draws=draws,
        seed=seed,
    )


def _check(name: str, value: object, low: int, high: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise OptionError(f"{name} out of range (got {shown(value)}; expected {low}..{high})")


def _ends(part: Part) -> tuple[Decimal, Decimal]:
    """Return what a line is worth at its low and at its high amount."""
    line = part.line
    low, high = line.low or line.amount, line.high or line.amount
    return part.worth(amount=low), part.worth(amount=high)


def _keys(parts: Sequence[Part]) -> list[str]:
    """Return for each line what tells it from all others, wherever it stands."""
    met: Counter[str] = Counter()
    keys: list[str] = []
    for part in parts:
        text = f"{part.account.offer.name!r} {part.line!r}"
        met[text] += 1
        keys.append(f"{text} {met[text]}")
    return keys


def _drawn(part: Part, key: str, draws: int) -> list[int]:
    """Return what a line comes to in each draw."""
    data = hashlib.shake_256(key.encode()).digest(2 * draws)
    steps: Sequence[int] = struct.unpack(f"<{draws}H", data)
    low, high = (int(end.scaleb(_SCALE)) for end in _ends(part))
    width = high - low
    peak = _peak(part)
    if draws < _TABLE_FROM:
        return [low + (width * _quantile(step, peak) >> 31) for step in steps]
    table = [low + (width * _quantile(step, peak) >> 31) for step in range(_STEPS)]
    return [table[step] for step in steps]


def _peak(part: Part) -> int:
    """Return where the likely amount lies between low and high, in parts of `_UNIT`."""
    line = part.line
    low = (line.low or line.amount).amount
    high = (line.high or line.amount).amount
    return int((line.amount.amount - low) * _UNIT / (high - low))


def _quantile(step: int, peak: int) -> int:
    """Return the middle of a step of the triangular distribution from 0 to `_UNIT`."""
    share = (2 * step + 1) << 14
    if share < peak:
        return isqrt(share * peak)
    return _UNIT - isqrt((_UNIT - share) * (_UNIT - peak))
