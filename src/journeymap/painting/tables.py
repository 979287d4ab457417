"""The table: its rows and the lines under its heads."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.geometry import Rect
from journeymap.layout.box import Box
from journeymap.painting.brush import Brush, Painter
from journeymap.scene import Item, Rectangle


def row(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the ground of every other row, and the line under each."""
    if box.variant == "even":
        yield Rectangle(box.rect, fill=brush.palette.panel)
    width = brush.metrics.rule
    line = Rect(box.rect.x, box.rect.bottom - width, box.rect.width, width)
    yield Rectangle(line, fill=brush.palette.rule)


def rule(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the line under the head of a stage."""
    yield Rectangle(box.rect, fill=brush.mark(box.stage))


TABLES: dict[str, Painter] = {"table-row": row, "table-rule": rule}
