"""Blocks that draw something: a frame around another block, a shape of a fixed size."""

from __future__ import annotations

import attrs

from journeymap.geometry import Rect
from journeymap.layout.blocks import Align, Block
from journeymap.layout.box import Box


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Frame:
    """A block with room around it and something drawn behind or beside it.

    Attributes:
        role: What is drawn.
        inside: The block.
        left: Room on the left, in px; `right`, `top` and `bottom` likewise.
        mark: The role of a small shape in the room beside the first line.
        mark_at: On which side it stands, `start` or `end`; `mark_left` is how far from that side.
        mark_size: Its width and height.
        mark_line: The height of the line that it stands beside.
    """

    role: str
    inside: Block
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    variant: str = ""
    stage: int | None = None
    value: float | None = None
    mark: str = ""
    mark_variant: str = ""
    mark_at: Align = "start"
    mark_left: float = 0.0
    mark_size: float = 0.0
    mark_line: float = 0.0
    source: str = ""
    label: str = ""
    link: str | None = None

    def least(self) -> float:
        """Return the block's least width and the room beside it."""
        return self.inside.least() + self.left + self.right

    def natural(self) -> float:
        """Return the block's natural width and the room beside it."""
        return self.inside.natural() + self.left + self.right

    def height(self, width: float) -> float:
        """Return the block's height and the room above and below."""
        inside = self.inside.height(width - self.left - self.right)
        # A text of control codes has no lines; its mark has a height all the same.
        return max(inside, self.mark_line) + self.top + self.bottom

    def place(self, x: float, y: float, width: float) -> Box:
        """Return the frame with the block and its mark inside."""
        inside = self.inside.place(x + self.left, y + self.top, width - self.left - self.right)
        height = max(inside.rect.height, self.mark_line) + self.top + self.bottom
        children: tuple[Box, ...] = (inside,)
        if self.mark:
            children = (self._mark(x, y, width), inside)
        return Box(
            role=self.role,
            rect=Rect(x, y, width, height),
            variant=self.variant,
            children=children,
            stage=self.stage,
            value=self.value,
            source=self.source,
            label=self.label,
            link=self.link,
        )

    def _mark(self, x: float, y: float, width: float) -> Box:
        top = y + self.top + (self.mark_line - self.mark_size) / 2
        far = width - self.mark_left - self.mark_size
        left = x + (far if self.mark_at == "end" else self.mark_left)
        place = Rect(left, top, self.mark_size, self.mark_size)
        return Box(role=self.mark, rect=place, variant=self.mark_variant, stage=self.stage)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Shape:
    """A drawing of a fixed size, at the left of its place."""

    role: str
    width: float
    tall: float
    variant: str = ""
    stage: int | None = None
    value: float | None = None
    label: str = ""

    def least(self) -> float:
        """Return the width."""
        return self.width

    def natural(self) -> float:
        """Return the width."""
        return self.width

    def height(self, width: float) -> float:
        """Return the height, whatever the width."""
        del width
        return self.tall

    def place(self, x: float, y: float, width: float) -> Box:
        """Return the drawing."""
        del width
        return Box(
            role=self.role,
            rect=Rect(x, y, self.width, self.tall),
            variant=self.variant,
            stage=self.stage,
            value=self.value,
            label=self.label,
        )
