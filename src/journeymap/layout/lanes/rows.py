"""The rows that a lane is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import attrs

from journeymap.geometry import Rect
from journeymap.layout.blocks import Block, Flow, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.cells import Cell, Place
from journeymap.layout.frames import Frame
from journeymap.model import Journey
from journeymap.text import TextStyle


class Row(Protocol):
    """A row of a lane, all its columns."""

    @property
    def label(self) -> Block | None:
        """What the row is called, if the lane has several."""
        ...

    @property
    def is_empty(self) -> bool:
        """Whether no stage has anything to say in it."""
        ...

    def least(self, column: int) -> float:
        """Return how narrow a column may become, its padding included, in px."""
        ...

    def height(self, column: int, width: float) -> float:
        """Return how high the row is because of one column of that width."""
        ...

    def effort(self, column: int) -> int:
        """Return about how many blocks must be measured to know that height."""
        ...

    def place(self, columns: Sequence[Rect], label: Rect, top: float) -> list[Box]:
        """Return what stands in the columns from `top` downwards.

        Args:
            columns: The columns, of which x and width count.
            label: Where the lane's heading stands.
            top: Where the row starts, in px.
        """
        ...


@attrs.frozen(repr=False, eq=False)
class Cells:
    """A row of one cell a stage.

    Attributes:
        cells: What stands in each column.
        setting: Lengths, words and a ruler.
        label: What the row is called.
        instead: What stands in a column without a cell.
    """

    cells: tuple[Block | None, ...]
    setting: Setting
    label: Block | None = None
    instead: Block | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is no cell."""
        return not any(self.cells)

    def least(self, column: int) -> float:
        cell = self.cells[column]
        if cell is None:
            return 0.0
        # A word that would make the column wider than usual is broken instead.
        return min(cell.least() + self._sides(), self.setting.metrics.column_natural)

    def height(self, column: int, width: float) -> float:
        cell = self.cells[column] or self.instead
        return 0.0 if cell is None else cell.height(width - self._sides())

    def effort(self, column: int) -> int:
        cell = self.cells[column]
        if isinstance(cell, (Stack, Flow)):
            return len(cell.blocks)
        return 0 if cell is None else 1

    def place(self, columns: Sequence[Rect], label: Rect, top: float) -> list[Box]:
        del label
        padding = self._sides() / 2
        pairs = zip(self.cells, columns, strict=True)
        placed = ((cell or self.instead, column) for cell, column in pairs)
        return [
            cell.place(column.x + padding, top, column.width - 2 * padding)
            for cell, column in placed
            if cell is not None
        ]

    def _sides(self) -> float:
        return 2 * self.setting.metrics.cell_padding


def row_label(
    block: Block, style: TextStyle, beside: TextStyle, setting: Setting, inset: float = 0.0
) -> Frame:
    """Return the name of a row, its first line level with the first line in the row's cells.

    Args:
        block: The name.
        style: How its first line is set.
        beside: How the first line in the cells is set.
        setting: Lengths, words and a ruler.
        inset: How far that line stands below the top of its cell, in px.
    """
    metrics = setting.metrics
    top = max(0.0, inset + metrics.baseline(beside) - metrics.baseline(style))
    return Frame(role="stack", inside=block, top=top)


Build = Callable[[Journey, Sequence[Place], Setting], tuple[Row, ...]]
"""Returns the rows of a lane for the stages in question, all or some of the journey's."""


def one_row(cell: Cell) -> Build:
    """Return the lane that has one row, made of a cell a stage."""

    def build(journey: Journey, places: Sequence[Place], setting: Setting) -> tuple[Row, ...]:
        del journey
        return (Cells(tuple(cell(place, setting) for place in places), setting),)

    return build
