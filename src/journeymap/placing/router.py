"""Chooses the way of each link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

import attrs

from journeymap.placing.grid import Grid
from journeymap.placing.plan import Link
from journeymap.placing.rooms import Brackets, Rooms, Titles
from journeymap.placing.ways import End, Side, Way


def routed(grid: Grid, aside: Collection[int]) -> list[Way]:
    """Return the way of each link.

    Args:
        grid: Where spots stand.
        aside: The links whose label found no room above the groups: they get a piece along a strip.
    """
    router = Router(grid, aside)
    links = grid.plan.links
    order = sorted(range(len(links)), key=lambda number: (router.span(links[number]), number))
    made = {number: router.way(number, links[number]) for number in order}
    return [made[number] for number in range(len(links))]


class Router:
    """Lays one way after another, and remembers which cells ways run straight through."""

    def __init__(self, grid: Grid, aside: Collection[int]) -> None:
        """Return a router that has laid nothing yet."""
        self.grid = grid
        self.aside = aside
        self.passed: set[tuple[int, int]] = set()
        self.load: Counter[tuple[int, int]] = Counter()
        self.rooms = Rooms(grid)
        self.brackets = Brackets(grid)
        self.titles = Titles(grid)
        self.crowns = set(_crowns(grid))

    def span(self, link: Link) -> tuple[bool, int, int]:
        """Return what ways are laid by: the shortest first, those back last."""
        tail, head = self.grid.cells[link.tail], self.grid.cells[link.head]
        return link.course == "back", abs(tail.first - head.first), abs(tail.row - head.row)

    def way(self, number: int, link: Link) -> Way:
        """Return the way of a link."""
        grid, tail, head = self.grid, self.grid.cells[link.tail], self.grid.cells[link.head]
        if grid.last in {tail.row, head.row}:
            return self._beside(link)
        if link.tail == link.head:
            return self._loop(number, link)
        if tail.last < head.first:
            is_next = tail.last + 1 == head.first
            is_over = link.course == "back" and not is_next
            return self._over(number, link) if is_over else self._onward(link)
        if head.last < tail.first:
            return self._backward(number, link)
        if 0 in {tail.row, head.row}:
            return self._enclosed(link)
        return self._along(link)

    def _backward(self, number: int, link: Link) -> Way:
        """Return a way to an earlier column."""
        if link.course == "tie":
            return self._onward(attrs.evolve(link, tail=link.head, head=link.tail)).turned()
        if self.grid.holders[link.tail] == self.grid.holders[link.head] is not None:
            return self._under(link)
        return self._over(number, link)

    # From one column to a later one.

    def _onward(self, link: Link) -> Way:
        grid, tail, head = self.grid, self.grid.cells[link.tail], self.grid.cells[link.head]
        start, end = End(link.tail, "right"), End(link.head, "left")
        first, last = tail.last + 1, head.first
        if tail.row == head.row and self._may_pass(tail.row, first, last):
            if self.rooms.fits_across(link):
                self._pass(tail.row, first, last)
                return Way(start, end)
            return self._arched(link)
        for cut in self._cuts(tail.row, head.row, first, last):
            self._pass(tail.row, first, cut)
            self._pass(head.row, cut, last)
            return Way(start, end, (grid.gaps[cut],))
        channel = self._channel(tail.row, head.row, first, last)
        return Way(start, end, (grid.gaps[first], channel, grid.gaps[last]))

    def _cuts(self, start: int, end: int, first: int, last: int) -> list[int]:
        """Return the gap in which a line can go from one row to another; none if spots are there.

        A row is left before the gap only where no spot stands behind it, and likewise entered.
        """
        grid = self.grid
        if start == end:
            return []
        far = first
        while far < last and self._may_pass(start, first, far + 1):
            far += 1
        near = last
        while near > first and self._may_pass(end, near - 1, last):
            near -= 1
        fit = [
            cut
            for cut in range(near, far + 1)
            if (cut == first or grid.is_free(start, cut, cut))
            and (cut == last or grid.is_free(end, cut - 1, cut - 1))
        ]
        outer = [cut for cut in fit if grid.strips[grid.gaps[cut]].kind == "outer"]
        return (outer or fit)[-1:]

    def _may_pass(self, row: int, first: int, last: int) -> bool:
        """Tell whether a line can run along a row from one gap to another."""
        if first == last:
            return True
        gaps = self.grid.gaps[first : last + 1]
        return self.grid.is_free(row, first, last - 1) and not any(
            (row, gap) in self.passed for gap in gaps
        )

    def _pass(self, row: int, first: int, last: int) -> None:
        if first < last:
            self.passed.update((row, gap) for gap in self.grid.gaps[first : last + 1])

    def _channel(self, start: int, end: int, first: int, last: int) -> int:
        """Return the channel between two rows, or beside one, in which the fewest lines run."""
        low, high = min(start, end), max(start, end)
        if low == high:
            choice = [low, low + 1] if low > 0 else [0]
        else:
            choice = list(range(low + 1, high + 1))[:8]
        columns = range(first, last)
        best = min(choice, key=lambda channel: sum(self.load[channel, one] for one in columns))
        self.load.update((best, one) for one in columns)
        return best

    def _arched(self, link: Link) -> Way:
        """Return a way from one spot to the next in its row, above or below the straight one."""
        row = self.grid.cells[link.tail].row
        if row == 0 or self.rooms.turn(link) % 2 == 1:
            return Way(End(link.tail, "top"), End(link.head, "top"), (row,))
        return Way(End(link.tail, "bottom"), End(link.head, "bottom"), (row + 1,))

    # Over the top, and back.

    def _over(self, number: int, link: Link) -> Way:
        """Return a way above all groups."""
        start, rise = self._leaving(link.tail, "right", can_rise=number not in self.aside)
        end, fall = self._leaving(link.head, "left", can_rise=number not in self.aside)
        return Way(start, end, (*rise, 0, *fall[::-1]))

    def _leaving(self, name: str, side: Side, *, can_rise: bool) -> tuple[End, tuple[int, ...]]:
        """Return the side that a way over the top leaves, and its hops up to there."""
        cell = self.grid.cells[name]
        if can_rise and (cell.row == 0 or self._may_rise(name)):
            return End(name, "top"), ()
        return End(name, side), self._escape(name, side)

    def _may_rise(self, name: str) -> bool:
        """Tell whether a way can go straight up from a spot, through the edge of its group."""
        grid, cell = self.grid, self.grid.cells[name]
        is_clear = grid.is_clear(cell.first, 1, cell.row - 1)
        return is_clear and grid.holders[name] not in self.crowns and self.titles.leave(name)

    def _escape(self, name: str, side: Side) -> tuple[int, ...]:
        """Return the hops from a side of something to the strip outside of its group."""
        grid, cell = self.grid, self.grid.cells[name]
        near = grid.gaps[cell.last + 1] if side == "right" else grid.gaps[cell.first]
        group = grid.holders[name]
        if group is None or grid.strips[near].kind == "outer":
            return (near,)
        whole = grid.cells[grid.plan.groups[group].id]
        if side == "right":
            edge, first, last = whole.last + 1, cell.last + 1, whole.last + 1
        else:
            edge, first, last = whole.first, whole.first, cell.first
        if self._may_pass(cell.row, first, last):
            self._pass(cell.row, first, last)
            return (grid.gaps[edge],)
        return (near, cell.row, grid.gaps[edge])

    def _under(self, link: Link) -> Way:
        """Return a way back to an earlier column of the same group."""
        grid, tail, head = self.grid, self.grid.cells[link.tail], self.grid.cells[link.head]
        return Way(
            End(link.tail, "right"),
            End(link.head, "left"),
            (grid.gaps[tail.last + 1], min(tail.row, head.row), grid.gaps[head.first]),
        )

    # Within one column.

    def _along(self, link: Link) -> Way:
        """Return a way between two spots of a column: straight, or around those in between."""
        tail, head = self.grid.cells[link.tail], self.grid.cells[link.head]
        low, high = sorted((tail.row, head.row))
        goes_down = tail.row < head.row
        if self.grid.is_clear(tail.first, low + 1, high - 1) and self.rooms.fits_down(link):
            upper, lower = End(link.tail, "bottom"), End(link.head, "top")
            if goes_down:
                return Way(upper, lower)
            return Way(End(link.tail, "top"), End(link.head, "bottom"))
        strip = self.grid.columns[tail.first]
        side = self.brackets.side(strip, tail.row, head.row)
        beside = strip - 1 if side == "left" else strip + 1
        return Way(End(link.tail, side), End(link.head, side), (beside,))

    def _loop(self, number: int, link: Link) -> Way:
        can_rise = number not in self.aside and self.rooms.fits_loop(link)
        end, _ = self._leaving(link.tail, "right", can_rise=can_rise)
        if end.side == "top":
            return Way(end, end, (0,))
        beside = self.grid.columns[self.grid.cells[link.tail].first] + 1
        return Way(end, end, (beside,))

    def _enclosed(self, link: Link) -> Way:
        """Return a way between a group and a spot in it, around the group's edge."""
        tail, head = End(link.tail, "right"), End(link.head, "right")
        if self.grid.cells[link.tail].row == 0:
            return Way(tail, head, self._escape(link.head, "right")[::-1])
        return Way(tail, head, self._escape(link.tail, "right"))

    # To and from what stands beside a group.

    def _beside(self, link: Link) -> Way:
        grid, tail, head = self.grid, self.grid.cells[link.tail], self.grid.cells[link.head]
        if head.row == grid.last and tail.row != grid.last:
            if (tail.first, tail.last) == (head.first, head.last) and (
                tail.row == 0 or self._is_over(link)
            ):
                return Way(End(link.tail, "bottom"), End(link.head, "top"))
            if head.first <= tail.first and tail.last <= head.last and tail.row > 0:
                return self._out(link)
            return Way(
                End(link.tail, "right"),
                End(link.head, "bottom"),
                (*self._escape(link.tail, "right"), grid.last + 1),
            )
        if tail.row == grid.last and head.row != grid.last:
            return Way(
                End(link.tail, "bottom"),
                End(link.head, "left"),
                (grid.last + 1, *self._escape(link.head, "left")[::-1]),
            )
        return Way(End(link.tail, "bottom"), End(link.head, "bottom"), (grid.last + 1,))

    def _is_over(self, link: Link) -> bool:
        """Tell whether a spot stands alone right above the only one beside its group."""
        grid, cell = self.grid, self.grid.cells[link.tail]
        return (
            len(grid.exits.get((cell.first, cell.last), ())) == 1
            and grid.is_clear(cell.first, cell.row + 1, grid.last - 1)
            and self.rooms.fits_down(link)
        )

    def _out(self, link: Link) -> Way:
        """Return a way from a spot to one beside its group, through the group's lower edge."""
        grid, cell = self.grid, self.grid.cells[link.tail]
        end = End(link.head, "top")
        if grid.is_clear(cell.first, cell.row + 1, grid.last - 1):
            return Way(End(link.tail, "bottom"), end, (grid.last,))
        beside = grid.columns[cell.first] + 1
        return Way(End(link.tail, "right"), end, (beside, grid.last))


def _crowns(grid: Grid) -> Iterator[int]:
    """Yield the groups that a way over the top leaves or enters itself, which needs their edge."""
    numbers = {group.id: number for number, group in enumerate(grid.plan.groups)}
    for link in grid.plan.links:
        tail, head = grid.cells[link.tail], grid.cells[link.head]
        if link.course == "back" or head.last < tail.first:
            yield from (numbers[name] for name in (link.tail, link.head) if name in numbers)
