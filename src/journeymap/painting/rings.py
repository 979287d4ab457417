"""The cycle: segments, their numbers, the curve of emotions inside."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from journeymap.geometry import Point
from journeymap.layout.box import Box
from journeymap.painting.brush import Brush, Painter
from journeymap.scene import Circle, Command, Gradient, Item, Path, Stop, Stroke


def cubics(points: Sequence[Point]) -> tuple[Command, ...]:
    """Return the commands that draw a run of cubics."""
    commands: list[Command] = [("M", (points[0].x, points[0].y))]
    for start in range(1, len(points) - 2, 3):
        a, b, c = points[start : start + 3]
        commands.append(("C", (a.x, a.y, b.x, b.y, c.x, c.y)))
    return tuple(commands)


def segment(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a segment of the ring."""
    color = brush.head_edge(box.stage)
    edge = Stroke(color, brush.metrics.rule) if color else None
    outline = (*cubics(box.points[0]), ("Z", ()))
    yield Path(outline, fill=brush.stage(box.stage), stroke=edge)


def badge(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the ground of a number; a moment of truth stands on its corner."""
    center, radius = box.rect.center, box.rect.width / 2
    # On a pale segment the edge is what shows the shape.
    edge = Stroke(brush.mark(box.stage), brush.metrics.rule)
    if box.variant != "truth":
        yield Circle(center, radius, fill=brush.palette.paper, stroke=edge)
        return
    reach = radius * 1.3
    diamond: tuple[Command, ...] = (
        ("M", (center.x, center.y - reach)),
        ("L", (center.x + reach, center.y)),
        ("L", (center.x, center.y + reach)),
        ("L", (center.x - reach, center.y)),
        ("Z", ()),
    )
    yield Path(diamond, fill=brush.palette.paper, stroke=edge)


def leader(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the line from a segment to its label, or from a point of a curve to its name."""
    ((start, end),) = box.points
    color = brush.curve(int(box.variant)) if box.variant else brush.mark(box.stage)
    line: tuple[Command, ...] = (("M", (start.x, start.y)), ("L", (end.x, end.y)))
    yield Path(line, stroke=Stroke(color, brush.metrics.rule))


def axis(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the dotted circle at the middle of the scale."""
    yield Circle(box.rect.center, box.rect.width / 2, stroke=_dotted(brush))


def sample_axis(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a piece of the dotted circle for the legend."""
    y = box.rect.center.y
    line: tuple[Command, ...] = (("M", (box.rect.x, y)), ("L", (box.rect.right, y)))
    yield Path(line, stroke=_dotted(brush))


def _dotted(brush: Brush) -> Stroke:
    """Return the line of that circle: it parts good from bad, so it is no faint helper line."""
    unit = brush.metrics.rule
    return Stroke(brush.palette.muted, unit, (2 * unit, 4 * unit))


def mood(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint one run of the curve, each piece in the colours of its ends."""
    (points,) = box.points
    width = brush.metrics.curve_width
    for number in range(0, len(points) - 1, 3):
        piece = points[number : number + 4]
        colors = [brush.valence(_level(box, point)) for point in (piece[0], piece[3])]
        stops = tuple(Stop(float(end), color) for end, color in enumerate(colors))
        fade = Gradient(piece[0], piece[3], stops)
        paint = colors[0] if colors[0] == colors[1] else fade
        yield Path(cubics(piece), stroke=Stroke(paint, width, round=True))


def _level(box: Box, point: Point) -> float:
    """Return the level of a point: 0 at the inner edge of the band, 1 at its outer edge."""
    center, high, inner = box.rect.center, box.rect.width / 2, box.value or 0.0
    away = math.hypot(point.x - center.x, point.y - center.y) / high
    return (away - inner) / (1 - inner)


RINGS: dict[str, Painter] = {
    "segment": segment,
    "ring-badge": badge,
    "leader": leader,
    "mood-axis": axis,
    "sample-axis": sample_axis,
    "mood": mood,
}
