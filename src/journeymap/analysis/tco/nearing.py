"""The nearest of all rounded tables: cells change places as long as that brings them nearer.

A table of cells that are raised or not is improved along cycles of rows: in one column a cell is
lowered and another raised, in the next one that other row gives up a raised cell, and so on round,
so that no sum changes. Without a cycle that brings the cells nearer, none is better (the rule of
negative cycles, M. Klein 1967). The nearness of sums counts more than that of single cells.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from heapq import heapify, heappop, heappush

from journeymap.analysis.tco.exact import ZERO

Edge = tuple[int, int]
Arc = tuple[int, int]

_MOST_ROWS = 16
"""With more rows than this, it would take too long to look for the best."""

_SUMS_COUNT = 8


class Nearing:
    """Improves one table."""

    def __init__(self, fractions: Mapping[Edge, Decimal], raised: set[Edge], slack: Edge) -> None:
        """Take a table.

        Args:
            fractions: What all cells that are not whole have above the whole.
            raised: Which of them are rounded up; it is changed.
            slack: The row and the column in which the roundings of the sums stand.
        """
        self.raised = raised
        self._cost: dict[Edge, Decimal] = {}
        self._rows: dict[int, list[int]] = {}
        for (row, column), fraction in sorted(fractions.items()):
            is_sum = row == slack[0] or column == slack[1]
            if (row, column) != slack:  # the total stays as it is
                self._cost[row, column] = (1 - 2 * fraction) * (_SUMS_COUNT if is_sum else 1)
                self._rows.setdefault(column, []).append(row)
        self._is_large = slack[0] > _MOST_ROWS
        self._moves: dict[Arc, list[tuple[Decimal, int]]] = {}

    def improve(self) -> None:
        """Change the table until no cycle brings it nearer."""
        if self._is_large:
            return
        for column in self._rows:
            for arc, move in self._possible(column):
                self._moves.setdefault(arc, []).append(move)
        for moves in self._moves.values():
            heapify(moves)
        while cycle := self._cycle():
            for (giver, taker), column in cycle:
                self.raised.remove((giver, column))
                self.raised.add((taker, column))
            for column in {column for _, column in cycle}:
                for arc, move in self._possible(column):
                    heappush(self._moves.setdefault(arc, []), move)

    def _possible(self, column: int) -> list[tuple[Arc, tuple[Decimal, int]]]:
        rows = self._rows[column]
        givers = [row for row in rows if (row, column) in self.raised]
        takers = [row for row in rows if (row, column) not in self.raised]
        return [
            ((a, b), (self._cost[b, column] - self._cost[a, column], column))
            for a in givers
            for b in takers
        ]

    def _best(self) -> dict[Arc, tuple[Decimal, int]]:
        """Return the best move between each two rows that is still possible."""
        found: dict[Arc, tuple[Decimal, int]] = {}
        for (giver, taker), moves in self._moves.items():
            while moves and not self._is_possible(giver, taker, moves[0][1]):
                heappop(moves)
            if moves:
                found[giver, taker] = moves[0]
        return found

    def _is_possible(self, giver: int, taker: int, column: int) -> bool:
        return (giver, column) in self.raised and (taker, column) not in self.raised

    def _cycle(self) -> list[tuple[Arc, int]]:
        """Return the moves of a cycle that brings the table nearer, or nothing."""
        best = self._best()
        rows = sorted({row for arc in best for row in arc})
        reached = dict.fromkeys(rows, ZERO)
        came: dict[int, int] = {}
        last = None
        for _ in rows:
            last = None
            for (giver, taker), (cost, _column) in best.items():
                if reached[giver] + cost < reached[taker]:
                    reached[taker] = reached[giver] + cost
                    came[taker], last = giver, taker
            if last is None:
                return []
        return self._around(last, came, best) if last is not None else []

    def _around(
        self, row: int, came: Mapping[int, int], best: Mapping[Arc, tuple[Decimal, int]]
    ) -> list[tuple[Arc, int]]:
        for _ in came:
            row = came[row]  # after so many steps we are on the cycle
        arcs: list[Arc] = []
        start = row
        while not arcs or row != start:
            arcs.append((came[row], row))
            row = came[row]
        return [(arc, best[arc][1]) for arc in arcs]
