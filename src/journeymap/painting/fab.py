"""Features against buyers: heads, chips, gaps, the rules under rows."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.geometry import Rect
from journeymap.layout.box import Box
from journeymap.painting.brush import Brush, Painter
from journeymap.painting.signs import sign
from journeymap.scene import Item, Path, Rectangle, Stroke


def head(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the ground of a head, and over it the bar in the strong colour of its role."""
    tone, metrics = brush.tone(box.variant), brush.metrics
    rect, radius = box.rect, metrics.card_radius
    yield Path(_foot(rect, radius), fill=tone.fill)
    bar = Rect(rect.x, rect.y, rect.width, metrics.fab_bar)
    yield Rectangle(bar, metrics.fab_bar / 2, fill=tone.solid)


def _foot(rect: Rect, radius: float) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """Return a place whose two lower corners are round."""
    left, right, low = rect.x, rect.right, rect.bottom
    return (
        ("M", (left, rect.y + radius / 2)),
        ("L", (right, rect.y + radius / 2)),
        ("L", (right, low - radius)),
        ("Q", (right, low, right - radius, low)),
        ("L", (left + radius, low)),
        ("Q", (left, low, left, low - radius)),
        ("Z", ()),
    )


def chip(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint what is asked for: an even edge if a benefit answers it, dashes if none does."""
    kind, state = box.variant.split()
    unit = brush.metrics.rule
    tone = brush.tone(kind if state == "answered" else "barrier")
    edge = Stroke(tone.border, unit, () if state == "answered" else _dashes(unit))
    line = brush.metrics.line_height(brush.metrics.badge) / 2 + brush.metrics.badge_inset
    rect = box.rect.inset(unit / 2, unit / 2)
    yield Rectangle(rect, min(rect.height / 2, line), fill=brush.palette.paper, stroke=edge)


def sample_chip(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a small chip with its sign for the legend."""
    size, rect = brush.metrics.sign, box.rect
    height = brush.metrics.line_height(brush.metrics.small) - brush.metrics.rule
    place = Rect(rect.x, rect.center.y - height / 2, rect.width, height)
    yield from chip(Box(role="chip", rect=place, variant=f"plain {box.variant}"), brush)
    mark = Rect(rect.center.x - size / 2, rect.center.y - size / 2, size, size)
    ink = "plain" if box.variant == "answered" else "barrier"
    yield from sign(Box(role="sign", rect=mark, variant=f"{box.variant} {ink}"), brush)


def gap(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a frame of dashes around what is missing."""
    unit = brush.metrics.rule
    edge = Stroke(brush.tone("barrier").border, unit, _dashes(unit))
    rect = box.rect.inset(unit / 2, unit / 2)
    radius = min(brush.metrics.card_radius, rect.height / 2)
    yield Rectangle(rect, radius, fill=brush.palette.paper, stroke=edge)


def _dashes(unit: float) -> tuple[float, float]:
    return (5 * unit, 4 * unit)


def row(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the line over a row."""
    line = Rect(box.rect.x, box.rect.y, box.rect.width, brush.metrics.rule)
    yield Rectangle(line, fill=brush.palette.rule)


def last(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the line under the last row."""
    width = brush.metrics.rule
    yield Rectangle(
        Rect(box.rect.x, box.rect.bottom - width, box.rect.width, width), fill=brush.palette.rule
    )


FAB: dict[str, Painter] = {
    "fab": last,
    "fab-head": head,
    "fab-row": row,
    "chip": chip,
    "sample-chip": sample_chip,
    "gap": gap,
}
