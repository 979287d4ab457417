"""How the columns share the width, so that the whole map is as low as possible.

The map's height is the sum of its lanes, and a lane is as high as its highest cell. Starting from
equal columns, width moves in steps from a column that has some to spare to one that makes a lane
high, as long as that lowers the map.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

Heights = Callable[[int, float], tuple[float, ...]]
"""Returns the heights of a column's cells, lane by lane, in a width."""

EFFORT = 4_000
"""How many blocks may be measured in search of better widths; keeps large maps linear."""

_EPSILON = 1e-9


def shared(total: float, least: Sequence[float]) -> list[float]:
    """Return widths that add up to `total`, as equal as their least widths allow.

    The result is wider than `total` if the least widths do not fit.
    """
    widths = list(least)
    free = [True] * len(widths)
    while any(free):
        rest = total - sum(
            width for width, is_free in zip(widths, free, strict=True) if not is_free
        )
        equal = rest / sum(free)
        tight = [i for i, is_free in enumerate(free) if is_free and least[i] > equal]
        if not tight:
            return [
                equal if is_free else width for width, is_free in zip(widths, free, strict=True)
            ]
        for position in tight:
            free[position] = False
    return widths


def balanced(
    total: float, least: Sequence[float], step: float, heights: Heights, blocks: Sequence[int]
) -> list[float]:
    """Return widths that add up to `total` and make the sum of the lanes' heights small.

    Args:
        total: The width to share, in px.
        least: The least width of each column, in px.
        step: By how much width moves at a time, in px.
        heights: The heights of a column's cells in a width.
        blocks: How many blocks each column has, which is what measuring it costs.
    """
    search = _Search(least, step, heights, blocks, shared(total, least))
    while search.improve():
        pass
    return search.widths


@attrs.define
class _Search:
    least: Sequence[float]
    step: float
    measure: Heights
    blocks: Sequence[int]
    widths: list[float]
    spent: int = 0
    memo: dict[tuple[int, float], tuple[float, ...]] = attrs.field(factory=dict)

    def heights(self, column: int, width: float) -> tuple[float, ...]:
        key = (column, width)
        found = self.memo.get(key)
        if found is None:
            found = self.memo[key] = self.measure(column, width)
            self.spent += self.blocks[column]
        return found

    def improve(self) -> bool:
        """Move one step of width where it helps most; tell whether it helped."""
        count = len(self.widths)
        if count < 2 or self.spent + sum(self.blocks) > EFFORT:
            return False
        now = [self.heights(column, self.widths[column]) for column in range(count)]
        best = _lanes(now) * (1 - _EPSILON)
        move: tuple[int, int] | None = None
        for taker in self._takers(now):
            for giver in range(count):
                if giver == taker or self.widths[giver] - self.step < self.least[giver]:
                    continue
                if self.spent > EFFORT:
                    break
                after = list(now)
                after[taker] = self.heights(taker, self.widths[taker] + self.step)
                after[giver] = self.heights(giver, self.widths[giver] - self.step)
                if _lanes(after) < best:
                    best, move = _lanes(after), (giver, taker)
        if move is None:
            return False
        giver, taker = move
        self.widths[giver] -= self.step
        self.widths[taker] += self.step
        return True

    def _takers(self, now: list[tuple[float, ...]]) -> list[int]:
        """Return the columns that make some lane as high as it is."""
        tallest = [max(cells) for cells in zip(*now, strict=True)]
        return [
            column
            for column, cells in enumerate(now)
            if any(cell >= top > 0 for cell, top in zip(cells, tallest, strict=True))
        ]


def _lanes(columns: list[tuple[float, ...]]) -> float:
    return float(sum(max(cells) for cells in zip(*columns, strict=True)))
