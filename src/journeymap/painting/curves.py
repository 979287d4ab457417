"""The lane of emotions: axis, curve, faces."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from journeymap.geometry import Point, Rect
from journeymap.layout.box import Box
from journeymap.layout.curve import slopes
from journeymap.painting.brush import Brush, Painter
from journeymap.painting.signs import outline
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
    if box.variant:
        yield Path(line, stroke=_stroke(int(box.variant), brush))
        return
    middle = box.rect.center.y
    area = (*line, ("L", (points[-1].x, middle)), ("L", (points[0].x, middle)), ("Z", ()))
    yield Path(area, fill=_ramp(box.rect, brush, faint=True))
    width = brush.metrics.curve_width
    yield Path(line, stroke=Stroke(_ramp(box.rect, brush), width, round=True))


def _stroke(position: int, brush: Brush) -> Stroke:
    """Return the line of one of several curves: told by its dashes, not by colour alone."""
    width = brush.metrics.curve_width
    dash = tuple(part * width for part in DASHES[position % len(DASHES)])
    is_whole = not dash
    return Stroke(brush.curve(position), width if is_whole else width * 0.8, dash, round=is_whole)


DASHES: tuple[tuple[float, ...], ...] = (
    (),
    (2.6, 1.5),
    (0.9, 1.1),
    (4.2, 1.2, 0.9, 1.2),
    (5.0, 2.4),
)
"""The dashes of curves in their order, as parts of the line's width."""

_HALO = 0.22
"""The paper around a marker, as a part of its radius; half of it stands outside."""

CORNERS = ((4, 0.0), (4, 0.125), (3, 0.0), (3, 0.5))
"""The markers of the curves after the first: how many corners, and where the first one is."""


def marker(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a point of a curve after the first; hollow where the valence is not known."""
    number, *rest = box.variant.split()
    position = int(number)
    corners, turn = CORNERS[(position - 1) % len(CORNERS)]
    radius = box.rect.width / 2
    color, paper = brush.curve(position), brush.palette.paper
    if rest:
        edge = Stroke(color, radius * 0.3, (radius * 0.5, radius * 0.4))
        yield Path(outline(box.rect.center, radius * 0.85, corners, turn), fill=paper, stroke=edge)
        return
    edge = Stroke(paper, radius * _HALO)
    yield Path(outline(box.rect.center, radius, corners, turn), fill=color, stroke=edge)


def ring(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the ring around a moment of truth."""
    unit = brush.metrics.rule
    radius = box.rect.width / 2 - unit
    edge = Stroke(brush.palette.ink, 2 * unit)
    yield Circle(box.rect.center, radius, fill=brush.palette.paper, stroke=edge)


def sample_ring(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the ring of a moment of truth for the legend."""
    unit, size = brush.metrics.rule, brush.metrics.badge_mark
    center = Point(box.rect.right - size * 0.6, box.rect.center.y)
    yield Circle(center, size * 0.6, stroke=Stroke(brush.palette.ink, 2 * unit))
    yield Path(outline(center, size * 0.34, *CORNERS[0]), fill=brush.palette.ink)


def sample_curve(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a piece of one of several curves with its marker, for the legend.

    A curve whose points all stand alone has no line there.
    """
    name, *alone = box.variant.split()
    position = int(name)
    rect, radius = box.rect, brush.metrics.marker
    y = rect.center.y
    stroke = _stroke(position, brush)
    reach = _whole_dashes(rect.width / 2, radius * (1 + _HALO / 2), stroke.dash)
    # From both ends inwards: so its dashes stand alike on both sides of the marker.
    halves = (
        (("M", (rect.x, y)), ("L", (rect.x + reach, y))),
        (("M", (rect.right, y)), ("L", (rect.right - reach, y))),
    )
    line: tuple[Command, ...] = tuple(command for half in halves for command in half)
    if not alone:
        yield Path(line, stroke=stroke)
    place = Rect(rect.center.x - radius, y - radius, 2 * radius, 2 * radius)
    if position:
        yield from marker(Box(role="marker", variant=name, rect=place), brush)
    else:
        yield from face(Box(role="face", value=0.75, rect=place), brush)


def _whole_dashes(half: float, covered: float, dash: tuple[float, ...]) -> float:
    """Return how far a line runs from its end to a marker that covers it: no dash is cut.

    Args:
        half: From the end to the middle of the marker.
        covered: How much of that the marker covers.
        dash: The dashes and gaps in turn; none for a whole line.
    """
    if not dash:
        return half
    free, ends = half - covered, list(accumulate(dash))
    fitting = [end for end in ends[::2] if end <= free]
    return fitting[-1] if fitting else max(free - dash[1] / 2, free / 2)


def sample_face(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a face for the legend, as large as a line is high."""
    size, center = box.rect.width, box.rect.center
    place = Rect(box.rect.x, center.y - size / 2, size, size)
    yield from face(Box(role="face", rect=place, value=box.value), brush)


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


CURVES: dict[str, Painter] = {
    "axis": axis,
    "curve": curve,
    "face": face,
    "marker": marker,
    "ring": ring,
    "sample-curve": sample_curve,
    "sample-face": sample_face,
    "sample-ring": sample_ring,
}
