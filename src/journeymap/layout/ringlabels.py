"""Labels around a ring: near their segment, clear of the ring and of each other.

Those on the right stand to the right of the ring and those on the left to the left, as high as
their segment. Where they would touch, they move up and down by as little as possible in all (least
squares); one that ends up far from its segment gets a line to it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import attrs

from journeymap.geometry import Point, Rect
from journeymap.layout.blocks import Align, Block
from journeymap.layout.tight import tight

_UPRIGHT = 1e-6
"""A label stands above or below the ring if its segment is not further from the vertical."""


@attrs.frozen(eq=False)
class Label:
    """A label and the angle of its segment."""

    block: Block
    angle: float

    @property
    def side(self) -> Align:
        """Which edge of the text points to the ring: `start` right of it, `end` left of it."""
        return side_of(self.angle)

    def size(self, room: float) -> tuple[float, float]:
        """Return the width and the height that it takes in some room."""
        width = tight(self.block, room)
        return width, self.block.height(width)


def side_of(angle: float) -> Align:
    """Return on which side of its text a label at an angle points to the ring."""
    sine = math.sin(angle)
    if abs(sine) < _UPRIGHT:
        return "middle"
    return "start" if sine > 0 else "end"


def spread(wished: Sequence[float], heights: Sequence[float], gap: float) -> list[float]:
    """Return tops near the wished ones, in the same order, at which nothing overlaps.

    The sum of the squares of all moves is the least that is possible: the pool-adjacent-violators
    algorithm on the tops less the room that those above take.
    """
    offsets = [0.0]
    for height in heights:
        offsets.append(offsets[-1] + height + gap)
    pools: list[tuple[float, int]] = []
    for top, offset in zip(wished, offsets, strict=False):
        mean, count = top - offset, 1
        while pools and pools[-1][0] > mean:
            before, size = pools.pop()
            mean = (before * size + mean * count) / (size + count)
            count += size
        pools.append((mean, count))
    level = [mean for mean, count in pools for _ in range(count)]
    return [mean + offset for mean, offset in zip(level, offsets, strict=False)]


def placed(labels: Sequence[Label], radius: float, room: float, gap: float) -> list[Rect]:
    """Return the place of each label, seen from the centre of the ring.

    Args:
        labels: The labels.
        radius: How far from the centre they stand at least.
        room: How wide they may be.
        gap: The space between two of them.
    """
    rects: dict[int, Rect] = {}
    for side in ("start", "end"):
        numbers = [number for number, label in enumerate(labels) if label.side == side]
        numbers.sort(key=lambda number: -math.cos(labels[number].angle))
        sizes = [labels[number].size(room) for number in numbers]
        heights = [height for _, height in sizes]
        wished = [
            _wished(labels[number].angle, radius, height)
            for number, height in zip(numbers, heights, strict=True)
        ]
        tops = spread(wished, heights, gap)
        for number, top, (width, height) in zip(numbers, tops, sizes, strict=True):
            away = _away(labels[number].angle, radius, top, height)
            away = max(away, gap / 2)
            left = away if side == "start" else -away - width
            rects[number] = Rect(left, top, width, height)
    for number, label in enumerate(labels):
        if label.side == "middle":
            rects[number] = _upright(label, radius, room, gap, list(rects.values()))
    return [rects[number] for number in range(len(labels))]


def _wished(angle: float, radius: float, height: float) -> float:
    """Return the top at which a label is nearest to its segment."""
    upwards = math.cos(angle)
    return -radius * upwards - height / 2 * (1 + upwards)


def _away(angle: float, radius: float, top: float, height: float) -> float:
    """Return how far from the vertical a label must stand so that it is clear of the ring."""
    nearest = max(0.0, top, -(top + height))
    clear = math.sqrt(max(0.0, radius**2 - nearest**2))
    return max(clear, radius * abs(math.sin(angle)))


def _upright(label: Label, radius: float, room: float, gap: float, others: list[Rect]) -> Rect:
    """Return the place above or below the ring, clear of all that stands there already."""
    width, height = label.size(room)
    left, is_above = -width / 2, math.cos(label.angle) > 0
    beside = [rect for rect in others if rect.x < width / 2 + gap and rect.right > left - gap]
    if is_above:
        bottom = min([-radius, *(rect.y - gap for rect in beside if rect.y < 0)])
        return Rect(left, bottom - height, width, height)
    top = max([radius, *(rect.bottom + gap for rect in beside if rect.bottom > 0)])
    return Rect(left, top, width, height)


def leader(rect: Rect, start: Point) -> Point:
    """Return the point of a label that is nearest to where its line starts."""
    x = min(max(start.x, rect.x), rect.right)
    y = min(max(start.y, rect.y), rect.bottom)
    return Point(x, y)


def distance(first: Point, second: Point) -> float:
    """Return how far two points are apart."""
    return math.hypot(first.x - second.x, first.y - second.y)


def is_clear(start: Point, end: Point, center: Point, radius: float, others: list[Rect]) -> bool:
    """Tell whether a line stays out of a circle and of all labels but its own."""
    samples = [
        Point(start.x + (end.x - start.x) * part / 32, start.y + (end.y - start.y) * part / 32)
        for part in range(33)
    ]
    if any(distance(center, point) < radius for point in samples):
        return False
    return not any(
        rect.x <= point.x <= rect.right and rect.y <= point.y <= rect.bottom
        for rect in others
        for point in samples
    )
