"""How the columns share the width, so that the whole map is as low as possible.

The map's height is the sum of its lanes, and a lane is as high as its highest cell. Columns start
as narrow as they may be; then the width that is left goes, little by little, where a px of it
lowers the map most. At the end width moves from column to column as long as that helps.
`benchmarks/compact.py` tells how far this is from the best widths.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from journeymap.layout.cellheights import Cell, Lane, Purse, Steps

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
    total: float, least: Sequence[float], step: float, columns: Sequence[Sequence[Cell]]
) -> list[float]:
    """Return widths that add up to `total` and make the sum of the lanes' heights small.

    Args:
        total: The width to share, in px.
        least: The least width of each column, in px.
        step: By how much width moves at a time, in px.
        columns: The cells of each column, lane by lane.
    """
    widths = shared(total, least)
    spare = total - sum(least)
    efforts = sum(cell.effort for cells in columns for cell in cells)
    if len(columns) < 2 or spare < step or 2 * efforts > EFFORT:
        return widths
    purse = Purse(EFFORT)
    rows = [[Steps(cell, purse) for cell in cells] for cells in zip(*columns, strict=True)]
    if all(_is_level(cells, widths) for cells in rows):
        return widths
    most = [low + spare for low in least]
    lanes = [Lane(cells, least, most) for cells in rows]
    search = _Search(least, step, [lane for lane in lanes if lane.cells], purse, widths)
    portion = _portion(len(columns), spare, step, efforts)
    if portion:
        search.give_out(total, portion)
        search.step = portion
    while search.improve():
        pass
    return search.widths


def _is_level(cells: Sequence[Steps], widths: Sequence[float]) -> bool:
    """Tell whether a lane's cells are all as high, so that other widths make it no lower.

    Whatever they are, some column is no wider than now, and its cell no lower.
    """
    heights = [cell(width) for cell, width in zip(cells, widths, strict=True)]
    return max(heights) * (1 - _EPSILON) <= min(heights)


def _portion(count: int, spare: float, step: float, efforts: int) -> float:
    """Return in which portions to give out the spare width; 0 if that costs too much."""
    # A portion is measured about once for the column that gets it, and as often in vain.
    affordable = EFFORT / (2 * max(1, efforts))
    if count > _MOST_COLUMNS or spare <= step or affordable < _PORTIONS:
        return 0.0
    return spare / int(spare / max(step / _FINE, spare / count / affordable))


@attrs.define
class _Search:
    least: Sequence[float]
    step: float
    lanes: Sequence[Lane]
    purse: Purse
    widths: list[float]

    def _height(self, widths: Sequence[float]) -> float:
        return sum(lane.height(widths) for lane in self.lanes)

    def give_out(self, total: float, portion: float) -> None:
        """Start from the least widths and widen the columns where that lowers the map most."""
        rest = round((total - sum(self.least)) / portion)
        given = [0] * len(self.widths)
        while rest and (more := self._best_gift(given, rest, portion)):
            for column, portions in more.items():
                given[column] += portions
                rest -= portions
        # What is left over makes the columns more alike.
        widths = shared(total, self._with(given, portion))
        if self._height(widths) < self._height(self.widths):
            self.widths = widths

    def _with(self, given: Sequence[int], portion: float) -> list[float]:
        return [low + count * portion for low, count in zip(self.least, given, strict=True)]

    def _best_gift(self, given: list[int], rest: int, portion: float) -> dict[int, int]:
        """Return how many portions to give to which columns: most height for the least width."""
        widths = self._with(given, portion)
        now = [lane.heights(widths) for lane in self.lanes]
        tops = [
            max(lane.floor, *heights.values())
            for lane, heights in zip(self.lanes, now, strict=True)
        ]
        best: dict[int, int] = {}
        most = _EPSILON * sum(tops)
        for lane, top in zip(self.lanes, tops, strict=True):
            gift = self._lower(lane, top, widths, rest, portion)
            if not gift:
                continue
            wider = {column: widths[column] + count * portion for column, count in gift.items()}
            gain = sum(
                high - other.widened(heights, wider)
                for other, heights, high in zip(self.lanes, now, tops, strict=True)
                if not other.cells.keys().isdisjoint(gift)
            ) / sum(gift.values())
            if gain > most:
                best, most = gift, gain
        return best

    def _lower(
        self, lane: Lane, top: float, widths: Sequence[float], rest: int, portion: float
    ) -> dict[int, int]:
        """Return what makes a lane lower: portions for every column that is as high as it."""
        gift: dict[int, int] = {}
        below = top * (1 - _EPSILON)
        if lane.floor >= below or self.purse.left < 0:
            return gift
        for column, cell in lane.cells.items():
            width = widths[column]
            if cell(width) < below:
                continue
            if cell(width + rest * portion) >= below:
                return {}
            portions = 1
            while cell(width + portions * portion) >= below:
                portions += 1
                if self.purse.left < 0:
                    return {}
            gift[column] = portions
            rest -= portions
        return gift

    def improve(self) -> bool:
        """Move one step of width where it helps most; tell whether it helped."""
        tops = [lane.height(self.widths) for lane in self.lanes]
        lowest = sum(tops) * (1 - _EPSILON)
        move: tuple[int, int] | None = None
        for taker in self._takers(tops):
            for giver, width in enumerate(self.widths):
                if giver == taker or width - self.step < self.least[giver]:
                    continue
                if self.purse.left < 0:
                    break
                height = self._height(self._moved(giver, taker))
                if height < lowest:
                    lowest, move = height, (giver, taker)
        if move is None:
            return False
        self.widths = self._moved(*move)
        return True

    def _moved(self, giver: int, taker: int) -> list[float]:
        widths = list(self.widths)
        widths[giver] -= self.step
        widths[taker] += self.step
        return widths

    def _takers(self, tops: Sequence[float]) -> list[int]:
        """Return the columns that make some lane as high as it is."""
        return sorted(
            {
                column
                for lane, top in zip(self.lanes, tops, strict=True)
                if top > lane.floor
                for column, cell in lane.cells.items()
                if cell(self.widths[column]) >= top
            }
        )
