"""On which side of another curve a point and its name stand, and the line between the two."""

from __future__ import annotations

from collections.abc import Iterable

from journeymap.geometry import Point, Rect
from journeymap.layout.curve import Run


def is_beyond(name: Rect, point: Point, slack: float, runs: Iterable[Run]) -> bool:
    """Tell whether some curve runs between a point and its name.

    Args:
        name: Where the name stands; it touches no curve.
        point: What it names.
        slack: How near to a curve a point stands on it, and on no side of it.
        runs: The curves that are not the point's own.
    """
    for run in runs:
        here, there = run.extent(point.x, point.x), run.extent(name.x, name.right)
        if here is None or there is None:
            continue
        down = point.y - here[0]
        if abs(down) > slack and (down < 0) != (name.center.y < sum(there) / 2):
            return True
    return False


def lead(name: Rect, point: Point, reach: float) -> tuple[Point, Point]:
    """Return the line from the drawing of a point to its name, over or under it."""
    is_over = name.center.y < point.y
    x = min(max(point.x, name.x), name.right)
    end = Point(x, name.bottom if is_over else name.y)
    return Point(point.x, point.y - reach if is_over else point.y + reach), end
