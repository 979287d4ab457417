"""The pieces that a cell is built of. Each says how high it is in a width, then takes its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

import attrs

from journeymap.geometry import Rect
from journeymap.labels.words import Labels
from journeymap.layout.box import Box
from journeymap.text import Hyphenate, Measure
from journeymap.theme import Metrics

Align = Literal["start", "middle", "end"]

ROUNDING = 1 + 3e-5
"""What sums of widths may lose; a word must not be broken for that. A share, so at any scale."""

SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""Which part of the room that is left stands before what is aligned so."""


@attrs.frozen(repr=False, eq=False)
class Setting:
    """What every layout is given: lengths, words and a ruler."""

    metrics: Metrics
    labels: Labels
    measure: Measure
    hyphenate: Hyphenate | None = None


class Block(Protocol):
    """Something that can be laid out in any width from `least` on."""

    def least(self) -> float:
        """Return the narrowest width in which nothing has to be broken inside a word."""
        ...

    def natural(self) -> float:
        """Return the width that it takes if nothing is wrapped."""
        ...

    def height(self, width: float) -> float:
        """Return how high it is in that width."""
        ...

    def place(self, x: float, y: float, width: float) -> Box:
        """Return its box with the top left corner at that point."""
        ...


class Stack:
    """Blocks one under the other."""

    __slots__ = ("blocks", "gap", "role")

    def __init__(self, blocks: Sequence[Block], gap: float, role: str = "stack") -> None:
        self.blocks = blocks
        self.gap = gap
        self.role = role

    def least(self) -> float:
        """Return the least width of the widest block."""
        return max((block.least() for block in self.blocks), default=0.0)

    def natural(self) -> float:
        """Return the natural width of the widest block."""
        return max((block.natural() for block in self.blocks), default=0.0)

    def height(self, width: float) -> float:
        """Return the heights of all blocks and the gaps between them."""
        heights = [block.height(width) for block in self.blocks]
        return sum(heights) + self.gap * max(0, len(heights) - 1)

    def place(self, x: float, y: float, width: float) -> Box:
        """Return the blocks, each under the one before."""
        children = []
        top = y
        for block in self.blocks:
            child = block.place(x, top, width)
            children.append(child)
            top = child.rect.bottom + self.gap
        height = max(0.0, top - self.gap - y)
        return Box(role=self.role, rect=Rect(x, y, width, height), children=tuple(children))


class Flow:
    """Blocks side by side in their natural widths, as many in a row as fit."""

    __slots__ = ("_naturals", "align", "blocks", "gap", "row_gap")

    def __init__(
        self, blocks: Sequence[Block], gap: float, row_gap: float, align: Align = "start"
    ) -> None:
        self.blocks = blocks
        self.gap = gap
        self.row_gap = row_gap
        self.align = align
        self._naturals: list[float] | None = None

    def least(self) -> float:
        """Return the least width of the widest block."""
        return max((block.least() for block in self.blocks), default=0.0)

    def natural(self) -> float:
        """Return the width of all blocks in one row."""
        widths = self._widths()
        return sum(widths) + self.gap * max(0, len(widths) - 1)

    def _widths(self) -> list[float]:
        """Return the natural width of each block."""
        if self._naturals is None:
            self._naturals = [block.natural() for block in self.blocks]
        return self._naturals

    def rows(self, width: float) -> list[list[tuple[Block, float, float]]]:
        """Return the rows: for each block its offset from the left and its width."""
        rows: list[list[tuple[Block, float, float]]] = []
        free = width
        slack = width * (ROUNDING - 1)
        for block, natural in zip(self.blocks, self._widths(), strict=True):
            own = min(natural, width)
            if not rows or own > free + slack:
                rows.append([])
                free = width
            rows[-1].append((block, width - free, own))
            free -= own + self.gap
        return rows

    def snug(self, block: Block, width: float) -> float:
        """Return how wide a block is drawn that may have some width."""
        del block
        return width

    def height(self, width: float) -> float:
        """Return the heights of all rows and the gaps between them."""
        rows = [max(block.height(own) for block, _, own in row) for row in self.rows(width)]
        return sum(rows) + self.row_gap * max(0, len(rows) - 1)

    def place(self, x: float, y: float, width: float) -> Box:
        """Return the rows, each under the one before."""
        children: list[Box] = []
        top = y
        for row in self.rows(width):
            _, offset, own = row[-1]
            start = x + (width - offset - own) * SHIFT[self.align]
            placed = [
                block.place(start + offset, top, self.snug(block, own))
                for block, offset, own in row
            ]
            children += placed
            top = max(child.rect.bottom for child in placed) + self.row_gap
        height = max(0.0, top - self.row_gap - y)
        return Box(role="stack", rect=Rect(x, y, width, height), children=tuple(children))
