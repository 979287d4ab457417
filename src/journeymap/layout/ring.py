"""Circles and what is cut out of them: places by angle, arcs, the segments of a ring.

Angles are in radians, clockwise from the top. Curves are runs of cubic Béziers: one point, then two
handles and a point for every piece.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import attrs

from journeymap.geometry import Point, Rect

WHOLE = 2 * math.pi


def polar(center: Point, radius: float, angle: float) -> Point:
    """Return the point at a distance and an angle from a centre."""
    return Point(center.x + radius * math.sin(angle), center.y - radius * math.cos(angle))


def arc(center: Point, radius: float, start: float, end: float) -> list[Point]:
    """Return an arc as cubics, without its first point."""
    pieces = max(1, math.ceil(abs(end - start) / (math.pi / 4)))
    step = (end - start) / pieces
    reach = 4 / 3 * math.tan(step / 4) * radius
    points = []
    for number in range(pieces):
        first, last = start + number * step, start + (number + 1) * step
        a, b = polar(center, radius, first), polar(center, radius, last)
        points += [
            Point(a.x + reach * math.cos(first), a.y + reach * math.sin(first)),
            Point(b.x - reach * math.cos(last), b.y - reach * math.sin(last)),
            b,
        ]
    return points


def straight(start: Point, end: Point) -> list[Point]:
    """Return a straight line as a cubic, without its first point."""
    dx, dy = (end.x - start.x) / 3, (end.y - start.y) / 3
    return [Point(start.x + dx, start.y + dy), Point(end.x - dx, end.y - dy), end]


@attrs.frozen(eq=False)
class Ring:
    """A ring around a centre, cut into one segment a stage.

    Attributes:
        outer: The radius of its outer edge.
        thick: How thick it is.
        count: How many segments it has.
        opening: How many segments would fit between the last and the first; 0 closes the ring.
        gap: The space between two segments.
        tip: How far the tip of a segment stands out.
    """

    outer: float
    thick: float
    count: int
    opening: float
    gap: float
    tip: float

    @property
    def inner(self) -> float:
        """The radius of its inner edge."""
        return self.outer - self.thick

    @property
    def middle(self) -> float:
        """The radius between the edges."""
        return self.outer - self.thick / 2

    @property
    def step(self) -> float:
        """The angle from one segment to the next."""
        return WHOLE / (self.count + self.opening)

    def angle(self, number: int) -> float:
        """Return where the middle of a segment stands.

        The first of a closed ring stands on top; an open ring is open on top.
        """
        first = (self.opening + 1) / 2 if self.opening else 0.0
        return (first + number) * self.step

    def outline(self, center: Point, number: int) -> tuple[Point, ...]:
        """Return the outline of a segment: an arrow bent round, flat where an open ring starts."""
        start = self.angle(number) - self.step / 2
        end = start + self.step
        flat = bool(self.opening) and number == 0
        half, tip = self.gap / 2, self.tip / self.middle / 2

        def edge(radius: float, angle: float, side: int, shift: float) -> Point:
            return polar(center, radius, angle + side * half / radius + shift)

        head = [edge(radius, end, -1, -tip) for radius in (self.outer, self.inner)]
        tail = [edge(radius, start, 1, -tip) for radius in (self.outer, self.inner)]
        notch = edge(self.middle, start, 1, -tip if flat else tip)
        from_outer, to_outer = start + half / self.outer - tip, end - half / self.outer - tip
        from_inner, to_inner = start + half / self.inner - tip, end - half / self.inner - tip
        point = edge(self.middle, end, -1, tip)
        return (
            tail[0],
            *arc(center, self.outer, from_outer, to_outer),
            *straight(head[0], point),
            *straight(point, head[1]),
            *arc(center, self.inner, to_inner, from_inner),
            *straight(tail[1], notch),
            *straight(notch, tail[0]),
        )


def around(points: Iterable[Point]) -> Rect:
    """Return the smallest rectangle that holds the points."""
    xs, ys = zip(*((point.x, point.y) for point in points), strict=True)
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def within(inside: Rect, outside: Rect) -> Rect:
    """Return what two rectangles share; they do share something."""
    x, y = max(inside.x, outside.x), max(inside.y, outside.y)
    right, bottom = min(inside.right, outside.right), min(inside.bottom, outside.bottom)
    return Rect(x, y, right - x, bottom - y)


def square(center: Point, radius: float) -> Rect:
    """Return the square around a circle."""
    return Rect(center.x - radius, center.y - radius, 2 * radius, 2 * radius)


def union(rects: Sequence[Rect]) -> Rect:
    """Return the smallest rectangle that holds all rectangles."""
    corners = [Point(rect.x, rect.y) for rect in rects]
    return around([*corners, *(Point(rect.right, rect.bottom) for rect in rects)])
