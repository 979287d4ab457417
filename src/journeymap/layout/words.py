"""A text that wraps, measured once and asked for its height in many widths."""

from __future__ import annotations

import math
from collections.abc import Sequence

from journeymap.geometry import Point, Rect
from journeymap.layout.blocks import ROUNDING, SHIFT, Align, Setting
from journeymap.layout.box import Box, TextLine
from journeymap.layout.lastline import evened
from journeymap.text import Line, Measured, TextStyle


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
        self._wrapped: dict[tuple[float, float, int], tuple[Line, ...]] = {}

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
            if known[0] <= width * ROUNDING and width <= known[1]:
                return known
        room, measured = width * ROUNDING, self.measured
        rows, widest = measured.extent(room)
        found = (widest, math.inf if measured.natural <= room else width, rows)
        self._extents.append(found)
        return found

    def lines(self, width: float) -> tuple[Line, ...]:
        """Return the lines in a width, as many as its height is made of."""
        known = self._extent(width)
        lines = self._wrapped.get(known)
        if lines is None:
            # What was known of a wider width holds here: a word may be whole there that a
            # narrower line parts.
            _, most, _ = known
            lines = self.measured.lines((width if most == math.inf else most) * ROUNDING)
            self._wrapped[known] = lines
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
        shift = SHIFT[self.align]
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
