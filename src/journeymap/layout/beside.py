"""A short block with a longer one beside it, or under it where a column is narrow."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from journeymap.geometry import Rect
from journeymap.layout.blocks import Block
from journeymap.layout.box import Box

_ROUNDING = 1 + 3e-5
"""What sums of widths may lose, in px."""


def lined_up(
    pairs: Sequence[tuple[Block, Block]],
    *,
    apart: float,
    room: float,
    gap: float = 0.0,
    inset: float = 0.0,
    drop: float = 0.0,
) -> list[Block]:
    """Return short blocks with longer ones beside them, which stand in one column, or below them.

    Args:
        pairs: The short and the longer ones.
        apart: What is between the longest of the short ones and the column, in px.
        room: How wide the column is at least, in px, unless the longer ones need less.
        gap: As for `Beside`, in px.
        inset: As for `Beside`, in px.
        drop: As for `Beside`, in px.
    """
    indent = max((first.natural() for first, _ in pairs), default=0.0) + apart
    least = max(
        (max(second.least(), min(room, second.natural())) for _, second in pairs), default=0.0
    )
    return [
        Beside(
            first=first, second=second, indent=indent, room=least, gap=gap, inset=inset, drop=drop
        )
        for first, second in pairs
    ]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Beside:
    """Two blocks side by side.

    Attributes:
        first: The short one.
        second: The longer one.
        indent: Where the second starts, in px from the left; several of these line up.
        room: How wide the second has to be at least to stand beside the first; of several that
            line up, the same, for all of them stand beside or all below.
        gap: What is between them where the second stands below.
        inset: How far from the left it stands there, in px.
        drop: How much lower the second starts, so that their first lines stand on one level.
    """

    first: Block
    second: Block
    indent: float
    room: float
    gap: float
    inset: float = 0.0
    drop: float = 0.0

    def least(self) -> float:
        """Return the least width of the wider block: they may stand one under the other."""
        return max(self.first.least(), self.inset + self.second.least())

    def natural(self) -> float:
        """Return the width of both in one line."""
        return self.indent + self.second.natural()

    def _fits(self, width: float) -> bool:
        return self.indent + self.room <= width * _ROUNDING

    def height(self, width: float) -> float:
        """Return the height of the higher block, or of both and the gap."""
        if self._fits(width):
            second = self.second.height(width - self.indent) + self.drop
            return max(self.first.height(self.indent), second)
        below = self.second.height(width - self.inset)
        return self.first.height(width) + self.gap + below

    def place(self, x: float, y: float, width: float) -> Box:
        """Return both in their places."""
        own = min(self.first.natural(), width)
        first = self.first.place(x, y, own)
        if self._fits(width):
            second = self.second.place(x + self.indent, y + self.drop, width - self.indent)
        else:
            below = first.rect.bottom + self.gap
            second = self.second.place(x + self.inset, below, width - self.inset)
        bottom = max(first.rect.bottom, second.rect.bottom)
        return Box(role="stack", rect=Rect(x, y, width, bottom - y), children=(first, second))
