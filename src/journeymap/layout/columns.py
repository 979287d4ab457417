"""How the columns share the width, so that the whole map is as low as possible.

The map's height is the sum of its lanes, and a lane is as high as its highest cell. Columns start
as narrow as they may be; then the width that is left goes, little by little, where a px of it
lowers the map most. At the end width moves from column to column as long as that helps.
`benchmarks/compact.py` tells how far this is from the best widths.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

Cells = tuple[float, ...]
"""The heights of a column's cells, lane by lane."""

Heights = Callable[[int, float], Cells]
"""Returns the heights of a column's cells in a width."""

EFFORT = 4_000
"""How many blocks may be measured in search of better widths; keeps large maps linear."""

_FINE = 4
"""How many portions make a step, when width is given out in portions."""

_PORTIONS = 5
"""How many portions a column has to get on average for giving them out to be worth it."""

_MOST_COLUMNS = 24
"""How many columns may be compared with each other for every portion."""

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
    portion = search.portion(total - sum(least))
    if portion:
        search.give_out(total, portion)
        search.step = portion
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
    memo: dict[tuple[int, float], Cells] = attrs.field(factory=dict)

    def heights(self, column: int, width: float) -> Cells:
        key = (column, round(width, 6))
        found = self.memo.get(key)
        if found is None:
            found = self.memo[key] = self.measure(column, width)
            self.spent += self.blocks[column]
        return found

    def portion(self, spare: float) -> float:
        """Return in which portions to give out the spare width; 0 if that costs too much."""
        count = len(self.widths)
        if not 2 <= count <= _MOST_COLUMNS or spare <= self.step:
            return 0.0
        # A portion is measured about once for the column that gets it, and as often in vain.
        affordable = EFFORT / (2 * max(1, sum(self.blocks)))
        if affordable < _PORTIONS:
            return 0.0
        return spare / int(spare / max(self.step / _FINE, spare / count / affordable))

    def give_out(self, total: float, portion: float) -> None:
        """Start from the least widths and widen the columns where that lowers the map most."""
        rest = round((total - sum(self.least)) / portion)
        given = [0] * len(self.widths)
        while rest and (more := self._best_gift(given, rest, portion)):
            for column, portions in more.items():
                given[column] += portions
                rest -= portions
        widths = [low + count * portion for low, count in zip(self.least, given, strict=True)]
        # What is left over makes the columns more alike.
        widths = shared(total, widths)
        if self._height(widths) < self._height(self.widths):
            self.widths = widths

    def _height(self, widths: Sequence[float]) -> float:
        return _lanes([self.heights(column, width) for column, width in enumerate(widths)])

    def _best_gift(self, given: list[int], rest: int, portion: float) -> dict[int, int]:
        """Return how many portions to give to which columns: most height for the least width."""
        now = [self._after(column, count, portion) for column, count in enumerate(given)]
        height = _lanes(now)
        best: dict[int, int] = {}
        most = _EPSILON * height
        for lane, top in enumerate(map(max, zip(*now, strict=True))):
            gift = self._lower(lane, top, given, rest, portion)
            if not gift:
                continue
            after = list(now)
            for column, portions in gift.items():
                after[column] = self._after(column, given[column] + portions, portion)
            gain = (height - _lanes(after)) / sum(gift.values())
            if gain > most:
                best, most = gift, gain
        return best

    def _lower(
        self, lane: int, top: float, given: list[int], rest: int, portion: float
    ) -> dict[int, int]:
        """Return what makes a lane lower: portions for every column that is as high as it."""
        gift: dict[int, int] = {}
        for column, count in enumerate(given):
            portions = 0
            while self._after(column, count + portions, portion)[lane] >= top * (1 - _EPSILON):
                portions += 1
                if portions > rest or top <= 0 or self.spent > EFFORT:
                    return {}
            if portions:
                gift[column] = portions
                rest -= portions
        return gift

    def _after(self, column: int, portions: int, portion: float) -> Cells:
        return self.heights(column, self.least[column] + portions * portion)

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

    def _takers(self, now: list[Cells]) -> list[int]:
        """Return the columns that make some lane as high as it is."""
        tallest = [max(cells) for cells in zip(*now, strict=True)]
        return [
            column
            for column, cells in enumerate(now)
            if any(cell >= top > 0 for cell, top in zip(cells, tallest, strict=True))
        ]


def _lanes(columns: list[Cells]) -> float:
    return float(sum(max(cells) for cells in zip(*columns, strict=True)))
