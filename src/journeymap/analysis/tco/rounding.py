"""Rounding that keeps sums: what is shown adds up to what is shown.

First the total is rounded half to even. Then every cell of a table goes to its floor or its
ceiling, and so do all sums of rows and columns, so that both ways add up (controlled rounding,
L. H. Cox 1987; the walk along cycles of fractions is that of Gandhi and others 2006). Whole cells
and zeros never change. Of all such tables, nearing.py finds the nearest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_FLOOR, Decimal
from itertools import pairwise

from journeymap.analysis.tco.exact import ONE, ZERO, exactly
from journeymap.analysis.tco.nearing import Edge, Nearing

HALF = Decimal("0.5")


def nearest(value: Decimal) -> int:
    """Return the nearest whole number, half to even."""
    return int(value.to_integral_value())


@exactly
def shares(total: int, parts: Sequence[Decimal]) -> list[int]:
    """Return whole parts of a whole total, each near its own, by the largest remainder.

    Args:
        total: What they have to add up to: the floor or the ceiling of their sum.
        parts: The exact parts.
    """
    floors = [_floor(part) for part in parts]
    missing = total - sum(floors)
    by_rest = sorted(range(len(parts)), key=lambda place: floors[place] - parts[place])
    for place in by_rest[:missing]:
        floors[place] += 1
    return floors


@exactly
def controlled(rows: Sequence[Sequence[Decimal]]) -> list[list[int]]:
    """Return a table of whole numbers whose rows, columns and total are rounded too."""
    floors = [[_floor(cell) for cell in row] for row in rows]
    total = sum((cell for row in rows for cell in row), ZERO)
    walk = _Walk(len(rows))
    for column in range(len(rows[0]) if rows else 0):
        walk.absorb(
            column, [row[column] - low[column] for row, low in zip(rows, floors, strict=True)]
        )
    walk.close(is_up=nearest(total) > _floor(total))
    for row, column in walk.nearest():
        if row < len(rows) and column < len(floors[row]):
            floors[row][column] += 1
    return floors


def _floor(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_FLOOR))


def _rest(values: Iterable[Decimal]) -> Decimal:
    """Return what a sum lacks to the next whole number."""
    total = sum(values, ZERO)
    return -total - _floor(-total)


class _Walk:
    """Moves fractions round cycles of cells until each is 0 or 1.

    A slack row takes what each column lacks to a whole number, and a slack column what each row
    lacks. In the graph of rows and columns, with an edge for each cell that is still a fraction,
    every edge then lies on a cycle. Moving the same amount round a cycle, taken from one cell and
    given to the next, changes no sum, and makes one cell whole at least. Columns come in one after
    the other, and cycles are undone at once, so that the graph stays small.
    """

    def __init__(self, rows: int) -> None:
        self.slack = rows
        self.raised: set[Edge] = set()
        self._sums = [ZERO] * (rows + 1)
        self._edges: dict[Edge, Decimal] = {}
        self._first: dict[Edge, Decimal] = {}
        self._next: dict[int, list[int]] = {row: [] for row in range(rows + 1)}
        self._columns = 0

    def absorb(self, column: int, fractions: list[Decimal]) -> None:
        """Take in a column of fractions, and undo the cycles that it closes."""
        fractions = [*fractions, _rest(fractions)]
        self._sums = [a + b for a, b in zip(self._sums, fractions, strict=True)]
        self._columns = column + 1
        self._add(column, fractions)
        for row, fraction in enumerate(fractions):
            while fraction and (row, column) in self._edges and (found := self._cycle(row, column)):
                cost = sum((self._cost(edge) for edge in found[::2]), ZERO)
                cost -= sum((self._cost(edge) for edge in found[1::2]), ZERO)
                self._move(found, is_up=cost <= 0)

    def close(self, *, is_up: bool) -> None:
        """Take in the slack column; `is_up` tells whether the total is rounded up."""
        slack, column = self.slack, self._columns
        lacking = [_rest([total]) for total in self._sums]
        self._add(column, lacking)
        corner = (slack, column)
        self._settle(corner, is_up=is_up)
        for edge in sorted(self._edges, key=lambda edge: (edge[1] != column, edge)):
            self._settle(edge, is_up=self._first[edge] > HALF)

    def nearest(self) -> set[Edge]:
        """Return the cells that are raised, once no change brings the table nearer."""
        Nearing(self._first, self.raised, (self.slack, self._columns)).improve()
        return self.raised

    def _add(self, column: int, fractions: list[Decimal]) -> None:
        self._next[~column] = []
        for row, fraction in enumerate(fractions):
            if fraction:
                self._edges[row, column] = self._first[row, column] = fraction
                self._next[row].append(~column)
                self._next[~column].append(row)

    def _settle(self, edge: Edge, *, is_up: bool) -> None:
        while edge in self._edges:
            self._move(self._cycle(*edge), is_up=is_up)

    def _cost(self, edge: Edge) -> Decimal:
        """Return by how much a cell gets further from its value when it grows."""
        return 1 - 2 * self._first[edge]

    def _cycle(self, row: int, column: int) -> list[Edge]:
        """Return a cycle that starts with an edge, or nothing if there is none."""
        goal = ~column
        came: dict[int, int] = {row: row}
        waiting = [row]
        while waiting and goal not in came:
            node = waiting.pop()
            for other in self._next[node]:
                if other not in came and not (node == row and other == goal):
                    came[other] = node
                    waiting.append(other)
        if goal not in came:
            return []
        path = [goal]
        while path[-1] != row:
            path.append(came[path[-1]])
        return [(row, column), *(_edge(a, b) for a, b in pairwise(path))]

    def _move(self, cycle: list[Edge], *, is_up: bool) -> None:
        growing, falling = (cycle[::2], cycle[1::2]) if is_up else (cycle[1::2], cycle[::2])
        step = min(
            *(1 - self._edges[edge] for edge in growing), *(self._edges[edge] for edge in falling)
        )
        for edge in growing:
            self._edges[edge] += step
        for edge in falling:
            self._edges[edge] -= step
        for edge in cycle:
            if self._edges[edge] in {ZERO, ONE}:
                self._drop(edge)

    def _drop(self, edge: Edge) -> None:
        row, column = edge
        if self._edges.pop(edge):
            self.raised.add(edge)
        self._next[row].remove(~column)
        self._next[~column].remove(row)


def _edge(first: int, second: int) -> Edge:
    return (first, ~second) if first >= 0 else (second, ~first)
