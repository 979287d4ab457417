"""What stands in the lanes: bars of the buying group, gauges of metrics, lines of the backstage."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.geometry import Point, Rect
from journeymap.layout.box import Box
from journeymap.painting.brush import Brush, Painter
from journeymap.scene import Circle, Item, Path, Rectangle, Stroke
from journeymap.theme.color import mixed


def rail(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the empty room of a bar."""
    palette, half = brush.palette, brush.metrics.rule / 2
    has_edge = palette.has_edges
    edge = Stroke(palette.panel_edge, brush.metrics.rule) if has_edge else None
    rect = box.rect.inset(half, half) if has_edge else box.rect
    yield Rectangle(rect, _radius(rect, brush), fill=palette.panel, stroke=edge)


def bar(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint how far a buyer is drawn in: the further, the longer and the stronger.

    A bar has an edge only where its rail has one: elsewhere it would be a line within a line.
    """
    role, level = box.variant.split()
    tone, palette = brush.tone(role), brush.palette
    weak = mixed(tone.fill, tone.middle, brush.metrics.half_ratio)
    fill = {"informed": weak, "consulted": tone.middle, "decides": tone.solid}[level]
    is_edged = level != "decides" and palette.panel_edge != palette.panel
    edge = Stroke(tone.border, brush.metrics.rule) if is_edged else None
    half = brush.metrics.rule / 2
    rect = box.rect if edge is None else box.rect.inset(half, half)
    yield Rectangle(rect, _radius(rect, brush), fill=fill, stroke=edge)


def _radius(rect: Rect, brush: Brush) -> float:
    return min(rect.height, brush.metrics.rail) / 2


def influence(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint five points, as many of them filled as the others listen to a buyer."""
    yield from _points(
        box.rect, round((box.value or 0.0) * 5), brush.tone(box.variant).border, brush
    )


def sample_influence(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint those points for the legend."""
    yield from _points(box.rect, 3, brush.palette.muted, brush)


def _points(rect: Rect, full: int, color: str, brush: Brush) -> Iterator[Item]:
    radius = brush.metrics.influence_point / 2
    edge = Stroke(color, brush.metrics.rule)
    pitch = (rect.width - 2 * radius) / 4
    for number in range(5):
        center = Point(rect.x + radius + number * pitch, rect.center.y)
        if number < full:
            yield Circle(center, radius, fill=color)
        else:
            yield Circle(center, radius - brush.metrics.rule / 2, stroke=edge)


def gauge(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a bar from 0 to 100 per cent; what is only planned has a dashed edge."""
    height = brush.metrics.gauge
    place = Rect(box.rect.x, box.rect.center.y - height / 2, box.rect.width, height)
    yield Rectangle(place, height / 2, fill=brush.palette.rule)
    if box.value:
        filled = Rect(place.x, place.y, max(height, place.width * box.value), height)
        if box.variant == "planned":
            yield _planned(filled, brush.pill(box.stage), brush.mark(box.stage), brush)
        else:
            yield Rectangle(filled, height / 2, fill=brush.mark(box.stage))


def _planned(rect: Rect, fill: str, color: str, brush: Brush) -> Rectangle:
    """Return a bar of what is not there yet, dashed as a proposed touchpoint is."""
    unit = brush.metrics.rule
    edge = Stroke(color, unit, (4 * unit, 3 * unit))
    return Rectangle(rect.inset(unit / 2, unit / 2), rect.height / 2, fill=fill, stroke=edge)


def tick(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint where the plan is, with paper around it so that it shows on any bar."""
    width = box.rect.width
    yield Rectangle(box.rect.inset(-width / 2, 0.0), fill=brush.palette.paper)
    yield Rectangle(box.rect, fill=brush.palette.ink)


def sample_tick(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a tick on a short bar, for the legend."""
    unit = brush.metrics
    bar_place = Rect(box.rect.x, box.rect.center.y - unit.gauge / 2, box.rect.width, unit.gauge)
    yield Rectangle(bar_place, unit.gauge / 2, fill=brush.palette.rule)
    height = unit.gauge + 2 * unit.divider_gap
    left = box.rect.x + box.rect.width * unit.half_ratio
    if box.variant == "planned":
        part = Rect(box.rect.x, bar_place.y, left + unit.tick - box.rect.x, unit.gauge)
        yield _planned(part, brush.palette.paper, brush.palette.muted, brush)
    place = Rect(left, box.rect.center.y - height / 2, unit.tick, height)
    yield from tick(Box(role="tick", rect=place), brush)


def dashed(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a line of the backstage."""
    unit = brush.metrics.rule
    y = box.rect.center.y
    line = (("M", (box.rect.x, y)), ("L", (box.rect.right, y)))
    yield Path(line, stroke=Stroke(brush.palette.muted, unit, (6 * unit, 4 * unit)))


LANES: dict[str, Painter] = {
    "rail": rail,
    "bar": bar,
    "influence": influence,
    "sample-influence": sample_influence,
    "gauge": gauge,
    "tick": tick,
    "sample-tick": sample_tick,
    "dashed": dashed,
}
