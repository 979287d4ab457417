"""The way through: stages, nodes, and lines that are the wider the more customers take them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import attrs

from journeymap.geometry import Point, Rect
from journeymap.layout.box import Box
from journeymap.layout.flow.widths import line_width
from journeymap.painting import lines
from journeymap.painting.brush import Brush, Painter
from journeymap.painting.cards import pill
from journeymap.painting.rings import cubics
from journeymap.scene import Circle, Command, Item, Path, Rectangle, Stroke
from journeymap.theme.palette import stage_edge, stage_tint

_QUIET = {"revisit", "loop", "skip", "leave"}
"""The edges that lead elsewhere than to what comes next."""

_HEADLESS = {"also", "meets"}

_INTO = 0.2
"""How much of its head a line runs into; there the head is still wider than the line."""


def stage(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the ground of a stage, a tint of its colour."""
    palette, metrics = brush.palette, brush.metrics
    edge = Stroke(stage_edge(palette, box.stage), metrics.rule)
    fill = stage_tint(palette, box.stage)
    yield Rectangle(box.rect, metrics.panel_radius, fill=fill, stroke=edge)


def node(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a touchpoint like the pills of the map, with less round corners."""
    metrics = brush.metrics
    yield from pill(box, brush, min(box.rect.height / 2, metrics.flow_corner))


def again(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the ring of a touchpoint that stands in another lane; dashed if it is proposed."""
    yield from pill(box, brush, box.rect.width / 2)


def sample_again(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint that ring for the legend."""
    yield from again(attrs.evolve(box, rect=_square(box.rect), variant="existing"), brush)


def entry(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint where customers enter: a dark disc."""
    yield Rectangle(box.rect, box.rect.height / 2, fill=brush.palette.ink)


def end(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint where those arrive who come through; a disc in a ring where nobody is counted."""
    metrics, tone = brush.metrics, brush.tone("good")
    if box.variant == "told":
        edge = Stroke(tone.border, 1.5 * metrics.rule)
        radius = min(box.rect.height / 2, metrics.card_radius)
        yield Rectangle(box.rect, radius, fill=tone.fill, stroke=edge)
        return
    radius, ink = box.rect.width / 2, brush.palette.ink
    edge = Stroke(ink, 1.5 * metrics.rule)
    yield Circle(box.rect.center, radius - metrics.rule, stroke=edge)
    yield Circle(box.rect.center, radius * 0.5, fill=ink)


def sample_entry(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint where customers enter for the legend."""
    yield from entry(attrs.evolve(box, rect=_square(box.rect)), brush)


def sample_end(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint where those arrive who come through for the legend."""
    yield from end(attrs.evolve(box, rect=_square(box.rect)), brush)


def _square(rect: Rect) -> Rect:
    """Return a square in the middle of the height, as wide as it may be."""
    return Rect(rect.x, rect.center.y - rect.width / 2, rect.width, rect.width)


def edge(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a line with its head, which is always wider than the line."""
    kind, *words = box.variant.split()
    stroke = _stroke(kind, words, box.value, _color(box, kind, words, brush), brush)
    has_head, is_curve = kind not in _HEADLESS, "curve" in words
    yield from _arrow(box.points[0], stroke, brush, is_curve=is_curve, has_head=has_head)


def _stroke(
    kind: str, words: Sequence[str], weight: float | None, color: str, brush: Brush
) -> Stroke:
    """Return the stroke of a way: dashed if it is only proposed."""
    level = next((word for word in words if word in {"decides", "consulted", "informed"}), "")
    unit = brush.metrics.rule
    dash = (5 * unit, 4 * unit) if "proposed" in words else ()
    return Stroke(color, line_width(kind, level, weight, brush.metrics), dash)


def _color(box: Box, kind: str, words: Sequence[str], brush: Brush) -> str:
    if "bottleneck" in words:
        return brush.tone("urgent").solid
    tone = next((word for word in words if word in brush.palette.tones), None)
    if tone is not None:
        return brush.tone(tone).border
    if kind in _QUIET or box.stage is None:
        return brush.palette.muted
    return brush.mark(box.stage)


def _arrow(
    points: Sequence[Point], stroke: Stroke, brush: Brush, *, is_curve: bool, has_head: bool
) -> Iterator[Item]:
    metrics = brush.metrics
    if not has_head:
        yield Path(_line(points, stroke, brush, is_curve=is_curve), stroke=stroke)
        return
    wide = max(metrics.flow_head, stroke.width * metrics.flow_head_ratio)
    long = max(metrics.flow_head, stroke.width)
    *_, before, tip = points
    along = math.dist((before.x, before.y), (tip.x, tip.y)) or 1.0
    dx, dy = (tip.x - before.x) / along, (tip.y - before.y) / along
    base = Point(tip.x - dx * long, tip.y - dy * long)
    # The line runs a little into its head: where two shapes only touch, a hairline shows.
    end = Point(base.x + dx * long * _INTO, base.y + dy * long * _INTO)
    shorter = [*points[:-1], end]
    if is_curve:
        shorter[-2] = Point(before.x - dx * long, before.y - dy * long)
    yield Path(_line(shorter, stroke, brush, is_curve=is_curve), stroke=stroke)
    yield Path(lines.head(tip, base, wide / 2), fill=str(stroke.paint))


def _line(
    points: Sequence[Point], stroke: Stroke, brush: Brush, *, is_curve: bool
) -> tuple[Command, ...]:
    if is_curve:
        return cubics(points)
    return lines.rounded(points, max(brush.metrics.flow_bend, stroke.width))


def label(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the ground behind what is said of a way, so that no line strikes it through."""
    palette = brush.palette
    fill = palette.paper if box.stage is None else stage_tint(palette, box.stage)
    yield Rectangle(box.rect, brush.metrics.card_radius / 2, fill=fill)


def lane(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the line at the end of a lane."""
    rect, width = box.rect, brush.metrics.rule
    place = {
        "right": Rect(rect.x, rect.bottom - width / 2, rect.width, width),
        "down": Rect(rect.right - width / 2, rect.y, width, rect.height),
    }[box.variant]
    yield Rectangle(place, fill=brush.palette.rule)


def sample_way(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a short line for the legend."""
    kind, *words = box.variant.split()
    y = box.rect.center.y
    points = (Point(box.rect.x, y), Point(box.rect.right, y))
    weight = 1 / 3 if kind == "next" and not words else None
    stroke = _stroke(kind, words, weight, brush.palette.muted, brush)
    yield from _arrow(points, stroke, brush, is_curve=False, has_head=kind not in _HEADLESS)


FLOW: dict[str, Painter] = {
    "flow-stage": stage,
    "flow-node": node,
    "flow-again": again,
    "sample-again": sample_again,
    "flow-entry": entry,
    "flow-end": end,
    "sample-entry": sample_entry,
    "sample-end": sample_end,
    "flow-edge": edge,
    "flow-label": label,
    "flow-lane": lane,
    "sample-way": sample_way,
}
