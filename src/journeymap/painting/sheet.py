"""Text, panels, rules, stage headers and the ways above them."""

from __future__ import annotations

import math
from collections.abc import Iterator

from journeymap.geometry import Point, Rect
from journeymap.layout.box import Box
from journeymap.painting import lines
from journeymap.painting.brush import Brush, Painter
from journeymap.scene import Circle, Command, Item, Path, Rectangle, Stroke, Text


def text(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint lines of text in their ink."""
    assert box.style is not None  # noqa: S101 - a box of text has a style
    fill = brush.ink(box.variant, box.stage)
    for line in box.lines:
        yield Text(line.start, line.text, line.width, box.style, fill, line.leftwards)


def panel(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the ground of the persona strip."""
    palette = brush.palette
    has_edge = palette.has_edges
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
    (points,) = box.points
    head = brush.metrics.track_head
    *_, before, end = points
    along = math.dist((before.x, before.y), (end.x, end.y)) or 1.0
    dx, dy = (end.x - before.x) / along, (end.y - before.y) / along
    base = Point(end.x - dx * head * 1.3, end.y - dy * head * 1.3)
    color = brush.palette.muted
    line = lines.rounded((*points[:-1], base), head * 1.5)
    yield Path(line, stroke=Stroke(color, brush.metrics.flow_line))
    tip = Point(end.x - dx * head * 0.15, end.y - dy * head * 0.15)
    yield Path(lines.head(tip, base, head * 0.62), fill=color)


def pages(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the desk that several pages lie on."""
    yield Rectangle(box.rect, fill=brush.palette.panel)


def page(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a sheet of paper, with an edge if it lies on a desk."""
    edge = Stroke(brush.palette.rule, brush.metrics.rule) if box.variant == "sheet" else None
    yield Rectangle(box.rect, fill=brush.palette.paper, stroke=edge)


def goes_on(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the tip of an arrow where a row of stages goes on in the next."""
    rect = box.rect
    commands: tuple[Command, ...] = (
        ("M", (rect.x, rect.y)),
        ("L", (rect.right, rect.center.y)),
        ("L", (rect.x, rect.bottom)),
    )
    color = brush.mark(box.stage)
    yield Path(commands, stroke=Stroke(color, rect.width * 0.3, round=True))


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
    "goes-on": goes_on,
    "pages": pages,
    "page": page,
    "plate": plate,
    "opening": plate,
}
