"""How many straight lines two spots have room for, and what else decides which way a line takes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import accumulate

from journeymap.placing.grid import Grid, columns
from journeymap.placing.plan import Link
from journeymap.placing.ways import Side

_MARGIN = 4.0
"""How far from a corner lines leave a spot at least, in px."""

_STRAY = 0.01
"""What is no more than this, in px, is nothing: sums of widths are not exact."""

_FAR = 50
"""Ways around more rows than this do not look at what they cross."""


class Rooms:
    """The straight lines between each two ends so far."""

    def __init__(self, grid: Grid) -> None:
        """Return what has no lines yet."""
        self.sizes = {spot.id: spot.size for spot in grid.plan.spots}
        self.gaps = grid.plan.gaps
        self.taken: dict[frozenset[str], float] = defaultdict(float)
        self.count: Counter[frozenset[str]] = Counter()
        self.labelled: set[frozenset[str]] = set()

    def fits_across(self, link: Link) -> bool:
        """Tell whether one more line fits between the sides of two spots, and take its room."""
        need = link.width + self.gaps.track / 2
        if link.label is not None:
            need = max(need, link.label.height + 2 * self.gaps.label)
        sizes = [self.sizes[name].height for name in (link.tail, link.head) if name in self.sizes]
        return self._fits(link, need, min(sizes, default=0.0))

    def fits_down(self, link: Link) -> bool:
        """Tell whether one more line fits between two spots of a column, and take its room.

        The labels of two lines stand left and right of them; a third line takes another way.
        """
        ends = frozenset((link.tail, link.head))
        is_labelled = link.label is not None or ends in self.labelled
        if is_labelled and self.count[ends] > 1:
            return False
        self.labelled.update([ends] if is_labelled else [])
        sizes = [self.sizes[name].width for name in ends if name in self.sizes]
        return self._fits(link, link.width + self.gaps.track / 2, min(sizes, default=0.0))

    def fits_loop(self, link: Link) -> bool:
        """Tell whether one more loop fits on an upper side, and take its room."""
        size, label = self.sizes.get(link.tail), link.label
        if size is None:
            return True
        need = 2 * self.gaps.track if label is None else label.width + 6 * self.gaps.label
        ends = frozenset((link.tail,))
        if self.taken[ends] + need > size.width - 2 * _MARGIN:
            return False
        self.taken[ends] += need
        return True

    def turn(self, link: Link) -> int:
        """Return how many lines there were between two ends, and count one more."""
        ends = frozenset((link.tail, link.head))
        self.count[ends] += 1
        return self.count[ends] - 1

    def _fits(self, link: Link, need: float, room: float) -> bool:
        ends = frozenset((link.tail, link.head))
        if self.taken[ends] > 0 and self.taken[ends] + need > room - 2 * _MARGIN:
            return False
        self.taken[ends] += need
        self.count[ends] += 1
        return True


class Brackets:
    """The ways around spots of a column so far."""

    def __init__(self, grid: Grid) -> None:
        """Return what has no ways yet, but knows on which sides other links come and go."""
        self.flanks = Counter(_flanks(grid))
        self.rows: dict[int, list[tuple[int, int]]] = defaultdict(list)

    def side(self, strip: int, start: int, end: int) -> Side:
        """Return the side of a column on which a way from one row to another crosses least."""
        sides: list[Side] = ["left", "right"] if start < end else ["right", "left"]
        low, high = min(start, end), max(start, end)
        cost = {side: self._crossed(strip, side, low, high) for side in sides}
        side = min(sides, key=cost.__getitem__)
        self.rows[_beside(strip, side)].append((low, high))
        return side

    def _crossed(self, strip: int, side: Side, low: int, high: int) -> int:
        around = sum(
            one < low < other < high or low < one < high < other
            for one, other in self.rows[_beside(strip, side)]
        )
        between = range(low + 1, high) if high - low < _FAR else ()
        return around + sum(self.flanks[strip, row, side] for row in between)


class Titles:
    """The titles of groups, which no line runs through."""

    def __init__(self, grid: Grid) -> None:
        """Return what knows where columns and titles end at the latest."""
        self.grid = grid
        self.sizes = {spot.id: spot.size for spot in grid.plan.spots}
        self.starts = list(accumulate(columns(grid), initial=0.0))

    def leave(self, name: str) -> bool:
        """Tell whether a line can go straight up from a spot, past the title of its group."""
        group, grid = self.grid.holders[name], self.grid
        if group is None:
            return True
        first, column = grid.cells[grid.plan.groups[group].id].first, grid.cells[name].first
        width = self.starts[column + 1] - self.starts[column]
        start = self.starts[column] - self.starts[first] + (width - self.sizes[name].width) / 2
        return grid.plan.groups[group].title.width <= start + _STRAY


def _beside(strip: int, side: Side) -> int:
    return strip - 1 if side == "left" else strip + 1


def _flanks(grid: Grid) -> Iterator[tuple[int, int, Side]]:
    """Yield the column, the row and the side of each end of a link to another column."""
    for link in grid.plan.links:
        tail, head = grid.cells[link.tail], grid.cells[link.head]
        if tail.first != head.first:
            yield grid.columns[tail.first], tail.row, "right"
            yield grid.columns[head.first], head.row, "left"
