"""Charts: bars with a pattern for each category, lines with dashes and markers, break-evens.

Everything can be told without its colour: a category by its pattern, a line by its dashes and its
marker, the low and the high end of an input by their ground.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.geometry import Point, Rect
from journeymap.layout.box import Box
from journeymap.painting.brush import Brush, Painter
from journeymap.painting.curves import CORNERS, DASHES
from journeymap.painting.patterns import dots, hatching
from journeymap.painting.signs import outline
from journeymap.scene import Circle, Command, Item, Path, Rectangle, Stroke
from journeymap.theme.color import mixed
from journeymap.theme.palette import turn

_PATTERN = 0.42
"""How much of the ink of its text a pattern has."""


def grid_line(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a thin line at a round amount; that at zero can be seen well."""
    palette = brush.palette
    yield Rectangle(box.rect, fill=palette.faint if box.variant else palette.rule)


def part(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a part of a bar, parted from the next by a gap."""
    gap = brush.metrics.rule
    rect = box.rect
    if rect.width > 3 * gap:
        rect = Rect(rect.x, rect.y, rect.width - gap, rect.height)
    yield from _patterned(rect, int(box.variant), box.stage, brush)


def sample_part(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint what a category looks like, for the legend."""
    yield from _patterned(_sample(box, brush), int(box.variant), box.stage, brush)


def _sample(box: Box, brush: Brush) -> Rect:
    high = brush.metrics.dot * 1.9
    return Rect(box.rect.x, box.rect.center.y - high / 2, box.rect.width, high)


def _patterned(rect: Rect, number: int, stage: int | None, brush: Brush) -> Iterator[Item]:
    metrics = brush.metrics
    ground, ink = brush.stage(stage), turn(brush.palette.on_stages, stage)
    color = brush.head_edge(stage)
    edge = Stroke(color, metrics.rule) if color else None
    radius = min(metrics.divider_gap, rect.width / 2)
    if edge is not None:
        half = metrics.rule / 2
        rect = rect.inset(min(half, rect.width / 2), half)
    yield Rectangle(rect, radius, fill=ground, stroke=edge)
    inside = rect.inset(metrics.rule, metrics.rule)
    if inside.width <= 0:
        return
    paint = mixed(ground, ink, _PATTERN)
    kind, gap = _PATTERNS[number % len(_PATTERNS)]
    if kind == "dots":
        yield from dots(inside, gap * metrics.dot, paint)
    elif kind:
        stroke = Stroke(paint, metrics.rule * 1.3)
        lines = hatching(inside, kind, gap * metrics.dot)
        if lines:
            yield Path(lines, stroke=stroke)


_PATTERNS = (
    ("", 0.0),
    ("rising", 1.1),
    ("dots", 1.0),
    ("falling", 1.1),
    ("level", 0.8),
    ("upright", 0.8),
    ("rising falling", 1.3),
    ("level upright", 1.0),
    ("rising", 0.6),
    ("dots", 0.62),
    ("falling", 0.6),
    ("rising falling", 0.75),
    ("upright", 1.8),
)
"""The pattern of each category in turn, and how far apart its lines stand, in parts of a dot."""


def value(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the plain ground of an amount on its part."""
    yield Rectangle(box.rect, brush.metrics.divider_gap, fill=brush.stage(box.stage))


def bar_total(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the mark at a total that is less than its bar is long."""
    yield from _total_mark(box.rect.x, box.rect.y, box.rect.bottom, brush)


def sample_total(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint that mark for the legend."""
    rect = _sample(box, brush)
    yield from _total_mark(box.rect.center.x, rect.y, rect.bottom, brush)


def _total_mark(x: float, top: float, bottom: float, brush: Brush) -> Iterator[Item]:
    width = brush.metrics.rule * 3
    ground = Rect(x - width, top, 2 * width, bottom - top)
    yield Rectangle(ground, width, fill=brush.palette.paper)
    yield Rectangle(ground.inset(width / 2, width / 2), width / 2, fill=brush.palette.ink)


def cost_line(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the line of an offer: the chosen one is solid and thicker."""
    (points,) = box.points
    position = int(box.variant)
    width = brush.metrics.curve_width * (0.86 if position == 0 else 0.66)
    dash = tuple(length * width for length in DASHES[position % len(DASHES)])
    stroke = Stroke(brush.curve(position), width, dash, round=not dash)
    yield Path(_way(points), stroke=stroke)


def mark(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a marker of a line: a disc for the chosen offer, another shape for each other."""
    position = int(box.variant)
    center, radius = box.rect.center, box.rect.width / 2
    color = brush.curve(position)
    edge = Stroke(brush.palette.paper, radius * 0.25)
    if position == 0:
        yield Circle(center, radius, fill=color, stroke=edge)
        return
    corners, corner = CORNERS[(position - 1) % len(CORNERS)]
    yield Path(outline(center, radius * 1.15, corners, corner), fill=color, stroke=edge)


def end_line(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the thin way from the end of a line to its name."""
    width = brush.metrics.rule
    yield Path(_way(box.points[0]), stroke=Stroke(brush.curve(int(box.variant)), width))


def break_even(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the ring at a break-even."""
    width = brush.metrics.rule * 2.5
    edge = Stroke(brush.palette.ink, width)
    yield Circle(
        box.rect.center, box.rect.width / 2 - width / 2, fill=brush.palette.paper, stroke=edge
    )


def callout(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the ground of the name of a break-even."""
    edge = Stroke(brush.palette.ink, brush.metrics.rule)
    yield Rectangle(box.rect, brush.metrics.card_radius, fill=brush.palette.paper, stroke=edge)


def callout_line(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the way from a break-even to its name."""
    yield Path(_way(box.points[0]), stroke=Stroke(brush.palette.ink, brush.metrics.rule))


def swing(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint half of a bar of the tornado: hollow for the low input, filled for the high one."""
    yield from _half(box.rect, box.variant, brush)


def sample_swing(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint such a half for the legend."""
    yield from _half(_sample(box, brush), box.variant, brush)


def _half(rect: Rect, name: str, brush: Brush) -> Iterator[Item]:
    tone, unit = brush.tone("plain"), brush.metrics.rule
    if name == "high":
        yield Rectangle(rect, min(2 * unit, rect.width / 2), fill=tone.solid)
        return
    inside = rect.inset(min(unit / 2, rect.width / 2), unit / 2)
    edge = Stroke(tone.border, unit)
    yield Rectangle(inside, min(2 * unit, inside.width / 2), fill=tone.fill, stroke=edge)
    lines = hatching(inside, "rising", brush.metrics.dot * 0.75)
    if lines:
        yield Path(lines, stroke=Stroke(tone.border, unit))


def base_line(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the line at the expected result."""
    width = brush.metrics.rule * 1.6
    rect = Rect(box.rect.x - width / 2, box.rect.y, width, box.rect.height)
    yield Rectangle(rect, fill=brush.palette.ink)


def _way(points: tuple[Point, ...]) -> tuple[Command, ...]:
    first, *rest = points
    return (("M", (first.x, first.y)), *(("L", (point.x, point.y)) for point in rest))


CHARTS: dict[str, Painter] = {
    "grid-line": grid_line,
    "bar-part": part,
    "sample-part": sample_part,
    "bar-value": value,
    "bar-total": bar_total,
    "sample-total": sample_total,
    "cost-line": cost_line,
    "line-mark": mark,
    "end-line": end_line,
    "break-even": break_even,
    "callout": callout,
    "callout-line": callout_line,
    "swing": swing,
    "sample-swing": sample_swing,
    "base-line": base_line,
}
