"""The curve between points: a monotone cubic, which never rises above or falls below them.

Fritsch and Carlson, SIAM J. Numer. Anal. 17, 1980.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from journeymap.geometry import Point


def slopes(points: Sequence[Point]) -> list[float]:
    """Return the slope at each point that keeps the curve between its neighbours."""
    chords = [(b.y - a.y) / (b.x - a.x) for a, b in pairwise(points)]
    if not chords:
        return [0.0 for _ in points]
    result = [chords[0]]
    for (a, b, c), (before, after) in zip(_triples(points), pairwise(chords), strict=True):
        if before * after <= 0:
            result.append(0.0)
            continue
        # The weighted harmonic mean never leaves the range in which the cubic is monotone.
        first, second = b.x - a.x, c.x - b.x
        weight_before, weight_after = first + 2 * second, 2 * first + second
        weights = weight_before + weight_after
        result.append(weights / (weight_before / before + weight_after / after))
    return [*result, chords[-1]]


def _triples(points: Sequence[Point]) -> list[tuple[Point, Point, Point]]:
    return list(zip(points, points[1:], points[2:], strict=False))


def height_at(points: Sequence[Point], tangents: Sequence[float], x: float) -> float:
    """Return the curve's y at a place between its first and last point."""
    place = bisect_left(points, x, 1, len(points) - 1, key=lambda point: point.x)
    a, b = points[place - 1], points[place]
    left, right = tangents[place - 1], tangents[place]
    span = b.x - a.x
    t = min(1.0, max(0.0, (x - a.x) / span))
    return (
        (2 * t**3 - 3 * t**2 + 1) * a.y
        + (t**3 - 2 * t**2 + t) * span * left
        + (3 * t**2 - 2 * t**3) * b.y
        + (t**3 - t**2) * span * right
    )


class Run:
    """A part of a curve without a gap."""

    __slots__ = ("points", "tangents")

    def __init__(self, points: Sequence[Point]) -> None:
        self.points = tuple(points)
        self.tangents = slopes(self.points)

    def extent(self, left: float, right: float) -> tuple[float, float] | None:
        """Return the lowest and the greatest y between two places; None where it does not go.

        Between two points the curve only rises or only falls: so its ends and its points are all
        that has to be looked at.
        """
        start, end = max(left, self.points[0].x), min(right, self.points[-1].x)
        if start > end:
            return None
        first = bisect_left(self.points, start, key=lambda point: point.x)
        last = bisect_right(self.points, end, key=lambda point: point.x)
        ys = [point.y for point in self.points[first:last]]
        ys += [height_at(self.points, self.tangents, x) for x in (start, end)]
        return min(ys), max(ys)
