"""Bézier curves as Graphviz gives them: a point, then two control points and a point a piece."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.geometry import Point, Rect

Points = tuple[Point, ...]

_ROUNDED = 3.0  # px; sizes are rounded up to even numbers before Graphviz sees them


def straight(start: Point, end: Point) -> Points:
    """Return a line as a curve of one piece."""
    return start, _between(start, end, 1 / 3), _between(start, end, 2 / 3), end


def between(tail: Rect, head: Rect) -> Points:
    """Return a straight curve from the edge of one box to the edge of another."""
    return straight(_towards(tail, head.center), _towards(head, tail.center))


def joined(curves: Sequence[Points]) -> Points:
    """Return curves as one, with a straight piece from the end of each to the start of the next."""
    points = curves[0]
    for curve in curves[1:]:
        points += straight(points[-1], curve[0])[1:] + curve[1:]
    return points


def ending_at(points: Points, box: Rect) -> Points:
    """Return a curve that ends on the edge of a box, where it had ended near it.

    A small distance is that of rounding, so the end is moved; a larger one is bridged.
    """
    end = points[-1]
    target = _on_edge(end, box)
    dx, dy = target.x - end.x, target.y - end.y
    if max(abs(dx), abs(dy)) > _ROUNDED and len(points) > 4:
        return points + straight(end, target)[1:]
    control = points[-2]
    return (*points[:-2], Point(control.x + dx, control.y + dy), target)


def _on_edge(point: Point, box: Rect) -> Point:
    """Return the place on the edge of a box that is nearest to a point."""
    x = min(max(point.x, box.x), box.right)
    y = min(max(point.y, box.y), box.bottom)
    if (x, y) != (point.x, point.y):
        return Point(x, y)
    sides = {
        (box.x, y): abs(x - box.x),
        (box.right, y): abs(x - box.right),
        (x, box.y): abs(y - box.y),
        (x, box.bottom): abs(y - box.bottom),
    }
    return Point(*min(sides, key=sides.__getitem__))


def _towards(box: Rect, point: Point) -> Point:
    """Return where the way from the middle of a box to a point leaves it."""
    middle = box.center
    dx, dy = point.x - middle.x, point.y - middle.y
    far = max(2 * abs(dx) / (box.width or 1), 2 * abs(dy) / (box.height or 1))
    return _between(middle, point, 1 / far) if far else Point(box.right, middle.y)


def _between(start: Point, end: Point, part: float) -> Point:
    return Point(start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part)
