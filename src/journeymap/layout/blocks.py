"""The pieces that a cell is built of. Each says how high it is in a width, then takes its place."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal, Protocol

import attrs

from journeymap.geometry import Point, Rect
from journeymap.labels.words import Labels
from journeymap.layout.box import Box, TextLine
from journeymap.layout.lastline import evened
from journeymap.text import Hyphenate, Line, Measure, Measured, TextStyle
from journeymap.theme import Metrics

Align = Literal["start", "middle", "end"]

_ROUNDING = 1 + 3e-5
"""What sums of widths may lose; a word must not be broken for that. A share, so at any scale."""

_SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}


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


class Words:
    """A text that wraps."""

    __slots__ = (
        "_extents",
        "_measured",
        "_wrapped",
        "align",
        "ink",
        "link",
        "setting",
        "stage",
        "style",
        "text",
    )

    def __init__(
        self,
        text: str,
        style: TextStyle,
        setting: Setting,
        *,
        ink: str = "ink",
        align: Align = "start",
        stage: int | None = None,
        link: str | None = None,
    ) -> None:
        self.text = text
        self.style = style
        self.setting = setting
        self.ink = ink
        self.align = align
        self.stage = stage
        self.link = link
        self._measured: Measured | None = None
        self._extents: list[tuple[float, float, int]] = []
        self._wrapped: list[tuple[float, float, tuple[Line, ...]]] = []

    def linked(self, link: str | None) -> Words:
        """Return the same words as a link."""
        return Words(
            self.text,
            self.style,
            self.setting,
            ink=self.ink,
            align=self.align,
            stage=self.stage,
            link=link,
        )

    @property
    def measured(self) -> Measured:
        """The text with its words measured."""
        if self._measured is None:
            setting = self.setting
            self._measured = Measured(self.text, self.style, setting.measure, setting.hyphenate)
        return self._measured

    def least(self) -> float:
        """Return the width of the longest word."""
        return self.measured.least()

    def natural(self) -> float:
        """Return the width of the longest line that the author wrote."""
        return self.measured.natural

    def widest(self, width: float) -> float:
        """Return how wide the longest line in a width is; 0 for a text that shows nothing."""
        return self._extent(width)[0]

    def _extent(self, width: float) -> tuple[float, float, int]:
        """Return the width of the longest line, the most width for the same lines, and their count.

        Lines that fit a width fit every smaller one down to the widest of them: what is known of
        one width is known of others, and a search of many widths wraps few texts.
        """
        for known in self._extents:
            if known[0] <= width * _ROUNDING and width <= known[1]:
                return known
        room, measured = width * _ROUNDING, self.measured
        rows, widest = measured.extent(room)
        found = (widest, math.inf if measured.natural <= room else width, rows)
        self._extents.append(found)
        return found

    def lines(self, width: float) -> tuple[Line, ...]:
        """Return the lines in a width."""
        for widest, most, lines in self._wrapped:
            if widest <= width * _ROUNDING and width <= most:
                return lines
        widest, most, _ = self._extent(width)
        lines = self.measured.lines(width * _ROUNDING)
        self._wrapped.append((widest, most, lines))
        return lines

    def height(self, width: float) -> float:
        """Return the height of all lines."""
        return self._extent(width)[2] * self.setting.metrics.line_height(self.style)

    def evened(self, width: float, room: float, tail: float = 0.0) -> tuple[Line, ...]:
        """Return the lines in a width as they are drawn: the last is no stub if it can be helped.

        Args:
            width: What the lines are broken for.
            room: How wide the last line may be, with what stands behind it.
            tail: How wide that is.
        """
        lines = self.lines(width)
        if self.align == "middle" or "\n" in self.text:
            return lines
        return evened(lines, self.lines, self._enough, room, tail)

    def _enough(self, longest: float) -> float:
        """Return how wide a last line is no stub, under a longest one of some width."""
        metrics = self.setting.metrics
        return min(longest * metrics.last_line_ratio, self.style.size * metrics.last_line_em_ratio)

    def place(self, x: float, y: float, width: float) -> Box:
        """Return the text with its lines set."""
        return self.set(x, y, width, self.evened(width, width))

    def set(self, x: float, y: float, width: float, lines: Sequence[Line]) -> Box:
        """Return the text in lines that were chosen before."""
        metrics = self.setting.metrics
        pitch = metrics.line_height(self.style)
        baseline = y + pitch / 2 + self.style.size * metrics.baseline_ratio
        shift = _SHIFT[self.align]
        set_lines = tuple(
            TextLine(
                line.text,
                Point(
                    x + (width - line.width) * (1 - shift if line.leftwards else shift),
                    baseline + number * pitch,
                ),
                line.width,
                line.leftwards,
            )
            for number, line in enumerate(lines)
        )
        return Box(
            role="text",
            rect=Rect(x, y, width, len(lines) * pitch),
            variant=self.ink,
            lines=set_lines,
            style=self.style,
            stage=self.stage,
            link=self.link,
        )


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
        slack = width * (_ROUNDING - 1)
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
            start = x + (width - offset - own) * _SHIFT[self.align]
            placed = [
                block.place(start + offset, top, self.snug(block, own))
                for block, offset, own in row
            ]
            children += placed
            top = max(child.rect.bottom for child in placed) + self.row_gap
        height = max(0.0, top - self.row_gap - y)
        return Box(role="stack", rect=Rect(x, y, width, height), children=tuple(children))
