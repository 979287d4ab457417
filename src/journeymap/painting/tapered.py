"""Lines that grow thinner."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from journeymap.geometry import Point
from journeymap.layout.ring import straight

_PIECES = 8
"""Into how many cubics each side of a line is cut."""


def tapered(way: Sequence[Point], first: float, last: float) -> tuple[Point, ...]:
    """Return the outline, as a run of cubics, of a line along one cubic.

    Args:
        way: The four points of the cubic.
        first: How thick the line is where it starts.
        last: How thick it is where it ends.
    """
    there = [_beside(way, number / _PIECES, first, last) for number in range(_PIECES + 1)]
    back = [_beside(way, number / _PIECES, -first, -last) for number in range(_PIECES + 1)]
    one, other = _smooth(there), _smooth(back[::-1])
    return (*one, *straight(one[-1], other[0]), *other[1:])


def _beside(way: Sequence[Point], at: float, first: float, last: float) -> tuple[Point, Point]:
    """Return a point at the edge of a line, and which way the line goes there, per piece."""
    a, b, c, d = way
    rest = 1 - at
    x, y = (
        rest**3 * p + 3 * rest**2 * at * q + 3 * rest * at**2 * r + at**3 * s
        for p, q, r, s in ((a.x, b.x, c.x, d.x), (a.y, b.y, c.y, d.y))
    )
    dx, dy = (
        3 * (rest**2 * (q - p) + 2 * rest * at * (r - q) + at**2 * (s - r)) / _PIECES
        for p, q, r, s in ((a.x, b.x, c.x, d.x), (a.y, b.y, c.y, d.y))
    )
    long = math.hypot(dx, dy) or 1.0
    half = (first + (last - first) * at) / 2
    return Point(x - dy / long * half, y + dx / long * half), Point(dx, dy)


def _smooth(stops: Sequence[tuple[Point, Point]]) -> tuple[Point, ...]:
    """Return a run of cubics through points, each going the way that is told, or its reverse."""
    points = [stops[0][0]]
    for (start, out), (end, into) in pairwise(stops):
        forth = 1 if (end.x - start.x) * out.x + (end.y - start.y) * out.y >= 0 else -1
        points += [
            Point(start.x + forth * out.x / 3, start.y + forth * out.y / 3),
            Point(end.x - forth * into.x / 3, end.y - forth * into.y / 3),
            end,
        ]
    return tuple(points)
