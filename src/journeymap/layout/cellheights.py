"""How high cells are in any width, measured in as few widths as can be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

_HAIR = 1e-6


class Cell(NamedTuple):
    """A cell of a table: how high it is in a width, and about how many blocks that measures."""

    height: Callable[[float], float]
    effort: int = 1


class Purse:
    """How much may still be measured."""

    __slots__ = ("left",)

    def __init__(self, left: int) -> None:
        self.left = left


class Steps:
    """The heights of one cell: a few steps, for text grows by lines.

    A wider cell is no higher, so all widths between two of the same height have that height too.
    """

    __slots__ = ("_cell", "_heights", "_purse", "_widths")

    def __init__(self, cell: Cell, purse: Purse) -> None:
        self._cell = cell
        self._purse = purse
        self._widths: list[float] = []
        self._heights: list[float] = []

    def __call__(self, width: float) -> float:
        """Return how high the cell is in a width."""
        widths, heights = self._widths, self._heights
        at = bisect_left(widths, width - _HAIR)
        if at < len(widths):
            is_known = widths[at] <= width + _HAIR
            if is_known or (at and heights[at - 1] == heights[at]):
                return heights[at]
        self._purse.left -= self._cell.effort
        height = self._cell.height(width)
        widths.insert(at, width)
        heights.insert(at, height)
        return height


class Lane:
    """One row of cells, which is as high as the highest of them.

    Attributes:
        floor: A height that no sharing of the width takes away.
        cells: The cells that may be higher than that, by column.
    """

    __slots__ = ("cells", "floor")

    def __init__(
        self, cells: Sequence[Steps], least: Sequence[float], most: Sequence[float]
    ) -> None:
        self.floor = max(cell(width) for cell, width in zip(cells, most, strict=True))
        self.cells = {
            column: cell
            for column, (cell, width) in enumerate(zip(cells, least, strict=True))
            if cell(width) > self.floor
        }

    def heights(self, widths: Sequence[float]) -> dict[int, float]:
        """Return the heights of the cells that count, by column, with columns of some widths."""
        return {column: cell(widths[column]) for column, cell in self.cells.items()}

    def height(self, widths: Sequence[float]) -> float:
        """Return the height with columns of some widths."""
        return max(self.floor, *self.heights(widths).values())

    def widened(self, heights: Mapping[int, float], wider: Mapping[int, float]) -> float:
        """Return the height if cells of these heights become wider in some columns."""
        cells = self.cells
        return max(
            self.floor,
            *(
                cells[column](wider[column]) if column in wider else height
                for column, height in heights.items()
            ),
        )
