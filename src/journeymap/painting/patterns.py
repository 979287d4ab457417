"""Patterns cut to a rectangle: hatching and dots, so that no backend needs to clip."""

from __future__ import annotations

import math
from collections.abc import Iterator

from journeymap.geometry import Point, Rect
from journeymap.scene import Circle, Command, Item

Piece = tuple[Point, Point]


def hatching(rect: Rect, kind: str, gap: float) -> tuple[Command, ...]:
    """Return lines over a rectangle: `rising`, `falling`, `level`, `upright`, or two of these.

    Args:
        rect: The rectangle.
        kind: The names of the directions, with a space between.
        gap: How far apart the lines stand, in px.
    """
    commands: list[Command] = []
    for name in kind.split():
        for start, end in _DIRECTIONS[name](rect, gap):
            commands += [("M", (start.x, start.y)), ("L", (end.x, end.y))]
    return tuple(commands)


def dots(rect: Rect, gap: float, paint: str) -> Iterator[Item]:
    """Yield dots over a rectangle, every other row shifted by half a gap."""
    radius = gap * 0.17
    rows = max(1, int((rect.height - 2 * radius) / (gap * 0.8)) + 1)
    first = rect.center.y - (rows - 1) * gap * 0.4
    for row in range(rows):
        x = rect.x + gap * (0.75 if row % 2 else 0.25) + radius
        while x + radius <= rect.right:
            yield Circle(Point(x, first + row * gap * 0.8), radius, fill=paint)
            x += gap


def _level(rect: Rect, gap: float) -> Iterator[Piece]:
    count = int(rect.height / gap)
    first = rect.center.y - (count - 1) * gap / 2
    for number in range(count):
        y = first + number * gap
        yield Point(rect.x, y), Point(rect.right, y)


def _upright(rect: Rect, gap: float) -> Iterator[Piece]:
    x = rect.x + gap / 2
    while x < rect.right:
        yield Point(x, rect.y), Point(x, rect.bottom)
        x += gap


def _rising(rect: Rect, gap: float) -> Iterator[Piece]:
    """Yield lines at 45 degrees, each cut where it leaves the rectangle."""
    step = gap * math.sqrt(2)
    reach = step / 2
    while reach < rect.width + rect.height:
        start = Point(rect.x + max(0.0, reach - rect.height), rect.y + min(reach, rect.height))
        end = Point(rect.x + min(reach, rect.width), rect.y + max(0.0, reach - rect.width))
        yield start, end
        reach += step


def _falling(rect: Rect, gap: float) -> Iterator[Piece]:
    for start, end in _rising(rect, gap):
        yield (
            Point(start.x, rect.y + rect.bottom - start.y),
            Point(end.x, rect.y + rect.bottom - end.y),
        )


_DIRECTIONS = {"rising": _rising, "falling": _falling, "level": _level, "upright": _upright}
