"""Which stages of two journeys stand in one column."""

from __future__ import annotations

from itertools import groupby

from journeymap.analysis.differences import Pair, paired
from journeymap.model import Journey


def aligned(before: Journey, after: Journey) -> list[Pair]:
    """Return the pairs of stages, in the order of the second journey.

    Stages pair up as `paired` says. Where between two pairs as many stages are left over in one
    journey as in the other, they are taken for the same stages under other names.

    Examples:
        >>> old = Journey("Coffee", stages=["Queue", "Pay", "Sip"])
        >>> new = Journey("Coffee", stages=["Order ahead", "Pay"])
        >>> aligned(old, new)
        [(0, 0), (1, 1), (2, None)]
    """
    found: list[Pair] = []
    pairs = paired(before.stages, after.stages)
    for is_whole, run in groupby(pairs, lambda pair: None not in pair):
        part = list(run)
        found += part if is_whole else _joined(part)
    return found


def _joined(pairs: list[Pair]) -> list[Pair]:
    """Return what stands alone on either side as pairs, if both sides have equally many."""
    old = sorted(pair[0] for pair in pairs if pair[0] is not None)
    new = [pair[1] for pair in pairs if pair[1] is not None]
    return list(zip(old, new, strict=True)) if len(old) == len(new) else pairs
