"""The lane of emotions: axis, curve, faces."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from journeymap.geometry import Point, Rect
from journeymap.layout.box import Box
from journeymap.layout.curve import slopes
from journeymap.painting.brush import Brush, Painter
from journeymap.scene import Circle, Command, Gradient, Item, Path, Stop, Stroke
from journeymap.theme.palette import TINT


def axis(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a dotted line at the high end, the middle or the low end."""
    rect, unit = box.rect, brush.metrics.rule
    commands: tuple[Command, ...] = (
        ("M", (rect.x, rect.center.y)),
        ("L", (rect.right, rect.center.y)),
    )
    yield Path(commands, stroke=Stroke(brush.palette.faint, unit, (2 * unit, 4 * unit)))


def curve(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint one run of the curve, in the colours of its valence, over a tint of the same."""
    (points,) = box.points
    line = _cubic(points)
    middle = box.rect.center.y
    area = (*line, ("L", (points[-1].x, middle)), ("L", (points[0].x, middle)), ("Z", ()))
    yield Path(area, fill=_ramp(box.rect, brush, faint=True))
    width = brush.metrics.curve_width
    yield Path(line, stroke=Stroke(_ramp(box.rect, brush), width, round=True))


def _cubic(points: tuple[Point, ...]) -> tuple[Command, ...]:
    tangents = slopes(points)
    commands: list[Command] = [("M", (points[0].x, points[0].y))]
    for (a, b), (left, right) in zip(pairwise(points), pairwise(tangents), strict=True):
        third = (b.x - a.x) / 3
        commands.append(
            ("C", (a.x + third, a.y + third * left, b.x - third, b.y - third * right, b.x, b.y))
        )
    return tuple(commands)


def _ramp(band: Rect, brush: Brush, *, faint: bool = False) -> Gradient:
    """Return the colours of valence from the low end of the band to the high end."""
    colors = brush.palette.valence
    last = len(colors) - 1
    stops = [
        Stop(index / last, color, 2 * TINT * abs(index / last - 0.5) if faint else 1.0)
        for index, color in enumerate(colors)
    ]
    return Gradient(Point(0.0, band.bottom), Point(0.0, band.y), tuple(stops))


def face(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a face whose mouth says the valence; a ring where it is not known."""
    center, radius = box.rect.center, box.rect.width / 2
    paper = brush.palette.paper
    if box.value is None:
        unit = brush.metrics.rule
        edge = Stroke(brush.palette.muted, 1.5 * unit, (3 * unit, 2.5 * unit))
        yield Circle(center, radius * 0.8, fill=paper, stroke=edge)
        return
    yield Circle(center, radius, fill=paper)
    yield Circle(center, radius * 0.85, fill=brush.valence(box.value))
    for side in (-1, 1):
        eye = Point(center.x + side * radius * 0.28, center.y - radius * 0.2)
        yield Circle(eye, radius * 0.1, fill=paper)
    half, bend = radius * 0.38, (box.value - 0.5) * radius * 0.9
    y = center.y + radius * 0.32 - bend * 0.3
    mouth: tuple[Command, ...] = (
        ("M", (center.x - half, y)),
        ("Q", (center.x, y + bend, center.x + half, y)),
    )
    yield Path(mouth, stroke=Stroke(paper, radius * 0.13, round=True))


CURVES: dict[str, Painter] = {"axis": axis, "curve": curve, "face": face}
