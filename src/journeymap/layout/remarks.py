"""Remarks in a row, with a point between them."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.layout.blocks import Align, Block, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.words import Words
from journeymap.text import TextStyle

SEPARATOR = "\u00a0 ·\u00a0 "
"""A point with room on both sides; the line may break before it."""


class Remarks:
    """What else is known: as many remarks in a line as fit; no line ends with a separator."""

    __slots__ = ("align", "remarks", "setting", "style")

    def __init__(
        self,
        remarks: Sequence[str],
        setting: Setting,
        align: Align = "start",
        style: TextStyle | None = None,
    ) -> None:
        self.remarks = remarks
        self.setting = setting
        self.align = align
        self.style = style or setting.metrics.small

    def _words(self, *remarks: str) -> Words:
        text = SEPARATOR.join(remarks)
        return Words(text, self.style, self.setting, ink="muted", align=self.align)

    def _rows(self, width: float) -> Block:
        rows: list[tuple[str, ...]] = []
        for remark in self.remarks:
            longer = (*rows[-1], remark) if rows else (remark,)
            if rows and len(self._words(*longer).lines(width)) == 1:
                rows[-1] = longer
            else:
                rows.append((remark,))
        lines = [self._words(*row) for row in rows]
        return lines[0] if len(lines) == 1 else Stack(lines, 0.0)

    def least(self) -> float:
        """Return the width of the longest word."""
        return max(self._words(remark).least() for remark in self.remarks)

    def natural(self) -> float:
        """Return the width of all remarks in one line."""
        return self._words(*self.remarks).natural()

    def height(self, width: float) -> float:
        """Return the height of as many lines as are needed."""
        return self._rows(width).height(width)

    def place(self, x: float, y: float, width: float) -> Box:
        """Return the lines."""
        return self._rows(width).place(x, y, width)
