"""The cells that spots stand in: columns and the strips between them, rows and bands of rows.

Along the direction the sheet is cut into strips. A column of spots is a strip; between columns are
strips for lines: `between` two columns, `inner` at the two ends of a group inside its edge, and
`outer` outside of groups. Across the direction it is cut into rows. Row 0 holds the titles of
groups; the last one, the spots beside them. Above row `n` is channel `n`, for lines again; a last
channel is under the last row.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import attrs

from journeymap.placing.plan import Plan

Kind = Literal["column", "between", "inner", "outer"]


@attrs.frozen
class Strip:
    """A part of the sheet along the direction: what it is, and in which group it lies."""

    kind: Kind
    group: int | None = None


@attrs.frozen
class Cell:
    """Where a spot or a group stands.

    Attributes:
        first: Its first column.
        last: Its last column; of a spot, the first again.
        row: Its row.
    """

    first: int
    last: int
    row: int


@attrs.frozen(kw_only=True, eq=False)
class Grid:
    """The cells of a plan.

    Attributes:
        plan: What is placed.
        strips: From the start to the end.
        columns: The strip of each column.
        gaps: The strip for lines before each column, and the one behind the last.
        cells: Where each spot and each group stands, by id.
        taken: What stands in a column and a row, titles apart.
        exits: Which spots stand beside something, by the first and the last column of that.
        holders: The group that a spot stands in, by id; -1 beside a group.
        last: The last row, with the spots beside groups.
        bands: The first and the last row of each band.
    """

    plan: Plan
    strips: tuple[Strip, ...]
    columns: tuple[int, ...]
    gaps: tuple[int, ...]
    cells: Mapping[str, Cell]
    taken: Mapping[tuple[int, int], str]
    exits: Mapping[tuple[int, int], tuple[str, ...]]
    holders: Mapping[str, int | None]
    last: int
    bands: tuple[tuple[int, int], ...]

    def is_free(self, row: int, first: int, last: int) -> bool:
        """Tell whether nothing stands in a row from one column to another."""
        if row == 0:
            strips = (self.strips[self.columns[column]] for column in range(first, last + 1))
            return all(strip.group is None for strip in strips)
        return all((column, row) not in self.taken for column in range(first, last + 1))

    def is_clear(self, column: int, first: int, last: int) -> bool:
        """Tell whether nothing stands in a column from one row to another."""
        return all((column, row) not in self.taken for row in range(first, last + 1))

    def middle(self, name: str) -> float:
        """Return between which strips the middle of a spot or a group is."""
        cell = self.cells[name]
        return (self.columns[cell.first] + self.columns[cell.last]) / 2


def columns(grid: Grid) -> list[float]:
    """Return how wide each column is."""
    found = [0.0] * len(grid.columns)
    for spot in grid.plan.spots:
        cell = grid.cells[spot.id]
        if cell.row != grid.last:
            found[cell.first] = max(found[cell.first], spot.size.width)
    return found
