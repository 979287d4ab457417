"""Text, panels, rules, stage headers and the ways above them."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.geometry import Point, Rect
from journeymap.layout.box import Box
from journeymap.painting.brush import Brush, Painter
from journeymap.scene import Circle, Command, Item, Path, Rectangle, Stroke, Text


def text(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint lines of text in their ink."""
    assert box.style is not None  # noqa: S101 - a box of text has a style
    fill = brush.ink(box.variant, box.stage)
    for line in box.lines:
        yield Text(line.start, line.text, line.width, box.style, fill)


def panel(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the ground of the persona strip."""
    palette = brush.palette
    has_edge = palette.panel_edge != palette.panel
    edge = Stroke(palette.panel_edge, brush.metrics.rule) if has_edge else None
    yield Rectangle(box.rect, brush.metrics.panel_radius, fill=palette.panel, stroke=edge)


def rule(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a thin line."""
    yield Rectangle(box.rect, fill=brush.palette.rule)


def lane(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the line under a lane."""
    width = brush.metrics.rule
    line = Rect(box.rect.x, box.rect.bottom - width / 2, box.rect.width, width)
    yield Rectangle(line, fill=brush.palette.rule)


def avatar(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a person: head and shoulders in a disc."""
    center, radius = box.rect.center, box.rect.width / 2
    yield Circle(center, radius, fill=brush.pill(0))
    yield Circle(Point(center.x, center.y - radius * 0.22), radius * 0.3, fill=brush.mark(0))
    x, y, half = center.x, center.y + radius * 0.62, radius * 0.55
    top = y - radius * 0.42
    commands: tuple[Command, ...] = (
        ("M", (x - half, y)),
        ("C", (x - half, top, x - half * 0.45, top, x, top)),
        ("C", (x + half * 0.45, top, x + half, top, x + half, y)),
        ("Z", ()),
    )
    yield Path(commands, fill=brush.mark(0))


def stage(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the arrow at the head of a stage."""
    rect, tip = box.rect, brush.metrics.arrow
    middle = rect.center.y
    notch = 0.0 if box.stage == 0 else tip
    outline: tuple[Command, ...] = (
        ("M", (rect.x, rect.y)),
        ("L", (rect.right - tip, rect.y)),
        ("L", (rect.right, middle)),
        ("L", (rect.right - tip, rect.bottom)),
        ("L", (rect.x, rect.bottom)),
        ("L", (rect.x + notch, middle)),
        ("Z", ()),
    )
    color = brush.head_edge(box.stage)
    edge = Stroke(color, brush.metrics.rule) if color else None
    yield Path(outline, fill=brush.stage(box.stage), stroke=edge)


def track(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a way that leads over other stages, with the head of an arrow at its end."""
    (start, first, second, end) = box.points[0]
    head = brush.metrics.track_head
    radius = min(head * 1.5, abs(first.x - second.x) / 2, abs(start.y - first.y))
    side = 1 if second.x > first.x else -1
    line: tuple[Command, ...] = (
        ("M", (start.x, start.y)),
        ("L", (first.x, first.y + radius)),
        ("Q", (first.x, first.y, first.x + side * radius, first.y)),
        ("L", (second.x - side * radius, second.y)),
        ("Q", (second.x, second.y, second.x, second.y + radius)),
        ("L", (end.x, end.y - head)),
    )
    color = brush.palette.muted
    yield Path(line, stroke=Stroke(color, brush.metrics.rule * 1.6))
    arrow: tuple[Command, ...] = (
        ("M", (end.x, end.y - head * 0.15)),
        ("L", (end.x - head * 0.62, end.y - head * 1.3)),
        ("L", (end.x + head * 0.62, end.y - head * 1.3)),
        ("Z", ()),
    )
    yield Path(arrow, fill=color)


def plate(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the paper behind words that stand on a line."""
    yield Rectangle(box.rect, fill=brush.palette.paper)


SHEET: dict[str, Painter] = {
    "text": text,
    "panel": panel,
    "facet-rule": rule,
    "column-rule": rule,
    "lane": lane,
    "avatar": avatar,
    "stage": stage,
    "track": track,
    "plate": plate,
}
