"""The emotion inside a ring: a curve that runs the nearer to the ring the better it feels.

It is a monotone cubic over the angle, so that it never leaves the band between low and high: it can
touch neither the ring nor what stands in the middle.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import attrs

from journeymap.geometry import Point
from journeymap.layout.box import Box
from journeymap.layout.curve import slopes
from journeymap.layout.ring import WHOLE, Ring, polar, square

_PIECE = math.pi / 12
"""The longest piece that one Bézier draws."""


@attrs.frozen(eq=False)
class Mood:
    """The band of the curve and the level of each stage, None where it is not known."""

    center: Point
    low: float
    high: float
    levels: tuple[float | None, ...]
    ring: Ring
    tail: float
    face: float

    def boxes(self) -> list[Box]:
        """Return the helper line, the runs of the curve and the faces."""
        if all(level is None for level in self.levels):
            return []
        return [
            Box(role="mood-axis", rect=square(self.center, (self.low + self.high) / 2)),
            *(self._curve(run) for run in self._runs()),
        ]

    def spot(self, number: int) -> Point:
        """Return where the face of a stage stands."""
        return polar(self.center, self.radius(number), self.ring.angle(number))

    def radius(self, number: int) -> float:
        """Return how far from the centre the curve runs at a stage; unknown stands midway."""
        level = self.levels[number]
        return self.low + (self.high - self.low) * (0.5 if level is None else level)

    def _curve(self, run: tuple[Point, ...]) -> Box:
        return Box(
            role="mood",
            rect=square(self.center, self.high),
            value=self.low / self.high,
            points=(run,),
        )

    def _runs(self) -> list[tuple[Point, ...]]:
        """Return the runs of the curve as cubics; an unknown stage parts them."""
        count = len(self.levels)
        known = [number for number in range(count) if self.levels[number] is not None]
        if len(known) == count and not self.ring.opening:
            return [self._closed()]
        runs: list[list[int]] = []
        for number in known:
            if runs and runs[-1][-1] == number - 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        wraps = len(runs) > 1 and runs[0][0] == 0 and runs[-1][-1] == count - 1
        if wraps and not self.ring.opening:
            runs[0] = [*(number - count for number in runs.pop()), *runs[0]]
        return [self._open(run) for run in runs]

    def _knot(self, number: int) -> Point:
        """Return angle and radius of a stage; a stage of the round before is below 0."""
        count = len(self.levels)
        return Point(self.ring.angle(number), self.radius(number % count))

    def _open(self, run: Sequence[int]) -> tuple[Point, ...]:
        knots = [self._knot(number) for number in run]
        tail = self.ring.step * self.tail
        first, last = knots[0], knots[-1]
        knots = [Point(first.x - tail, first.y), *knots, Point(last.x + tail, last.y)]
        return self._cubics(knots, slopes(knots))

    def _closed(self) -> tuple[Point, ...]:
        count = len(self.levels)
        # The rounds before and after make the curve go on smoothly where it closes.
        knots = [self._knot(number) for number in range(-count, 2 * count + 1)]
        tangents = slopes(knots)
        part = slice(count, 2 * count + 1)
        return self._cubics(knots[part], tangents[part])

    def _cubics(self, knots: Sequence[Point], tangents: Sequence[float]) -> tuple[Point, ...]:
        points = [polar(self.center, knots[0].y, knots[0].x)]
        for (a, b), (left, right) in zip(pairwise(knots), pairwise(tangents), strict=True):
            pieces = max(1, math.ceil((b.x - a.x) / _PIECE))
            for piece in range(pieces):
                ends = (piece / pieces, (piece + 1) / pieces)
                points += self._cubic(a, b, left, right, ends)
        return tuple(points)

    def _cubic(
        self, a: Point, b: Point, left: float, right: float, ends: tuple[float, float]
    ) -> list[Point]:
        """Return one piece of the curve between two stages."""
        third = (b.x - a.x) * (ends[1] - ends[0]) / 3
        (start, leaving), (end, arriving) = (self._at(a, b, (left, right), part) for part in ends)
        return [
            Point(start.x + third * leaving.x, start.y + third * leaving.y),
            Point(end.x - third * arriving.x, end.y - third * arriving.y),
            end,
        ]

    def _at(
        self, a: Point, b: Point, tangents: tuple[float, float], t: float
    ) -> tuple[Point, Point]:
        """Return a point of the curve and its derivative by the angle."""
        span = b.x - a.x
        left, right = tangents[0] * span, tangents[1] * span
        radius = (
            (2 * t**3 - 3 * t**2 + 1) * a.y
            + (t**3 - 2 * t**2 + t) * left
            + (3 * t**2 - 2 * t**3) * b.y
            + (t**3 - t**2) * right
        )
        slope = (
            6 * (t**2 - t) * (a.y - b.y)
            + (3 * t**2 - 4 * t + 1) * left
            + (3 * t**2 - 2 * t) * right
        ) / span
        angle = (a.x + span * t) % WHOLE
        sine, cosine = math.sin(angle), math.cos(angle)
        along = Point(slope * sine + radius * cosine, -slope * cosine + radius * sine)
        return polar(self.center, radius, angle), along
