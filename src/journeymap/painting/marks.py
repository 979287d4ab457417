"""Small drawings: bullets, dots, checks, stars. Each is told from the others by its shape alone."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import chain

from journeymap.geometry import Point, Rect
from journeymap.layout.box import Box
from journeymap.painting.brush import Brush, Painter
from journeymap.scene import Circle, Command, Item, Path, Rectangle, Stroke

Corners = tuple[tuple[float, float], ...]


def bullet(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the point before a statement."""
    yield Circle(box.rect.center, box.rect.width / 2, fill=brush.mark(box.stage))


def dot(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the point in a pill, as a ring if the touchpoint is not ours."""
    color, radius = _beside_words(box, brush), box.rect.width / 2
    if "foreign" in box.variant:
        width = radius * 0.45
        yield Circle(box.rect.center, radius - width / 2, stroke=Stroke(color, width))
    else:
        yield Circle(box.rect.center, radius, fill=color)


def check(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the tick before a mitigation."""
    yield _tick(box.rect, brush)


def sample_check(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the tick for the legend, at the right end of its place."""
    size = brush.metrics.mark
    yield _tick(Rect(box.rect.right - size, box.rect.center.y - size / 2, size, size), brush)


def _tick(rect: Rect, brush: Brush) -> Path:
    size = rect.width
    commands: tuple[Command, ...] = (
        ("M", (rect.x + size * 0.12, rect.y + size * 0.55)),
        ("L", (rect.x + size * 0.4, rect.y + size * 0.82)),
        ("L", (rect.x + size * 0.9, rect.y + size * 0.2)),
    )
    color = brush.tone("mitigation").border
    return Path(commands, stroke=Stroke(color, size * 0.17, round=True))


def rational(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a square on its corner."""
    yield Path(_closed(_diamond(box.rect)), fill=brush.mark(box.stage))


def truth(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the sign of a moment of truth, in the colour of the text beside it."""
    yield Path(_closed(_diamond(box.rect)), fill=_beside_words(box, brush))


def _beside_words(box: Box, brush: Brush) -> str:
    """Return the colour of a mark of a stage, or of none."""
    return brush.palette.muted if box.stage is None else brush.pill_ink(box.stage)


def sample_truth(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the sign of a moment of truth for the legend."""
    size, center = box.rect.width, box.rect.center
    place = Rect(box.rect.x, center.y - size / 2, size, size)
    yield from truth(Box(role="truth", rect=place), brush)


def _diamond(rect: Rect) -> Corners:
    center = rect.center
    return (
        (center.x, rect.y),
        (rect.right, center.y),
        (center.x, rect.bottom),
        (rect.x, center.y),
    )


def emotional(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a heart."""
    x, y, size = box.rect.x, box.rect.y, box.rect.width
    middle = x + size / 2
    commands: tuple[Command, ...] = (
        ("M", (middle, y + size * 0.95)),
        ("C", (x - size * 0.12, y + size * 0.55, x, y, middle, y + size * 0.3)),
        ("C", (x + size, y, x + size * 1.12, y + size * 0.55, middle, y + size * 0.95)),
        ("Z", ()),
    )
    yield Path(commands, fill=brush.mark(box.stage))


def badge_mark(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint what tells an urgency without colour: a triangle, an arrow up, a star."""
    yield Path(_closed(OUTLINES[box.variant](box.rect)), fill=brush.tone(box.variant).on_solid)


def _triangle(rect: Rect) -> Corners:
    return ((rect.center.x, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom))


def _small_star(rect: Rect) -> Corners:
    return star_points(rect.center, rect.width * 0.56)


def _arrow_up(rect: Rect) -> Corners:
    center, stem = rect.center, rect.width * 0.16
    return (
        (center.x, rect.y),
        (rect.right, center.y),
        (center.x + stem, center.y),
        (center.x + stem, rect.bottom),
        (center.x - stem, rect.bottom),
        (center.x - stem, center.y),
        (rect.x, center.y),
    )


OUTLINES: dict[str, Callable[[Rect], Corners]] = {
    "urgent": _triangle,
    "improve": _arrow_up,
    "keep": _small_star,
}
"""The outline that tells each urgency from the others."""


def stars(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint five stars: those that count filled, in one path, the others hollow in another."""
    size, gap = brush.metrics.star, brush.metrics.star_gap
    full = round((box.value or 0.0) * 5)
    centers = [
        Point(box.rect.x + size / 2 + number * (size + gap), box.rect.center.y)
        for number in range(5)
    ]
    outlines = [_closed(star_points(center, size * 0.54)) for center in centers]
    if full:
        edge = Stroke(brush.palette.star_edge, brush.metrics.rule)
        yield Path(tuple(chain(*outlines[:full])), fill=brush.palette.star, stroke=edge)
    if full < len(outlines):
        edge = Stroke(brush.palette.star_rest, brush.metrics.rule * 1.2)
        yield Path(tuple(chain(*outlines[full:])), stroke=edge)


def meter(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a bar that is filled as far as the value goes."""
    height = box.rect.height / 2
    place = Rect(box.rect.x, box.rect.center.y - height / 2, box.rect.width, height)
    edge = Stroke(brush.palette.star_rest, brush.metrics.rule)
    yield Rectangle(place, height / 2, fill=brush.palette.paper, stroke=edge)
    filled = Rect(place.x, place.y, max(height, place.width * (box.value or 0.0)), height)
    yield Rectangle(filled, height / 2, fill=brush.valence(((box.value or 0.0) * 5 - 1) / 4))


def star_points(center: Point, radius: float) -> Corners:
    """Return the ten corners of a star that stands on two points."""
    corners = []
    for number in range(10):
        angle = math.pi * (number / 5 - 0.5)
        reach = radius if number % 2 == 0 else radius * 0.42
        corners.append((center.x + reach * math.cos(angle), center.y + reach * math.sin(angle)))
    return tuple(corners)


def _closed(corners: Corners) -> tuple[Command, ...]:
    first, *rest = corners
    return (("M", first), *(("L", corner) for corner in rest), ("Z", ()))


MARKS: dict[str, Painter] = {
    "bullet": bullet,
    "dot": dot,
    "truth": truth,
    "sample-truth": sample_truth,
    "check": check,
    "sample-check": sample_check,
    "mark-rational": rational,
    "mark-emotional": emotional,
    "badge-mark": badge_mark,
    "stars": stars,
    "meter": meter,
}
