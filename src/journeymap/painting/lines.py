"""Lines with rounded corners and heads: as a path, and how long they are."""

from __future__ import annotations

import math
from collections.abc import Sequence

from journeymap.geometry import Point
from journeymap.scene import Command


def rounded(points: Sequence[Point], radius: float) -> tuple[Command, ...]:
    """Return a line with its corners rounded."""
    commands: list[Command] = [("M", (points[0].x, points[0].y))]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        near = min(_half(before, corner), _half(corner, after), radius)
        enter, leave = towards(corner, before, near), towards(corner, after, near)
        commands.append(("L", (enter.x, enter.y)))
        commands.append(("Q", (corner.x, corner.y, leave.x, leave.y)))
    commands.append(("L", (points[-1].x, points[-1].y)))
    return tuple(commands)


def _half(a: Point, b: Point) -> float:
    return math.dist((a.x, a.y), (b.x, b.y)) / 2


def towards(start: Point, end: Point, length: float) -> Point:
    """Return the point `length` px from one point on the way to another."""
    share = length / (2 * _half(start, end) or 1.0)
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)


def head(tip: Point, base: Point, half: float) -> tuple[Command, ...]:
    """Return the outline of an arrow head.

    Args:
        tip: Where it points to.
        base: The middle of its back.
        half: Half of how wide its back is.
    """
    along = math.dist((base.x, base.y), (tip.x, tip.y)) or 1.0
    dx, dy = (tip.x - base.x) / along, (tip.y - base.y) / along
    return (
        ("M", (tip.x, tip.y)),
        ("L", (base.x - dy * half, base.y + dx * half)),
        ("L", (base.x + dy * half, base.y - dx * half)),
        ("Z", ()),
    )
