"""Curves between spots that stand in columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from journeymap.geometry import Point, Rect, Size
from journeymap.placing.plan import Link, Placement, Plan, Route

_STOPS = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)
"""Where along a curve a label may stand, from the best place to the worst."""

End = tuple[str, bool]
"""A spot, and whether its right side."""


def curves(
    plan: Plan, spots: Mapping[str, Rect], column: Mapping[str, int], engine: str
) -> Placement:
    """Return a placement with a curve for each link.

    Args:
        plan: What is placed.
        spots: Where spots stand: in columns.
        column: The column of each spot.
        engine: What placed them.
    """
    edges: dict[int, tuple[float, float]] = {}
    for name, rect in spots.items():
        low, high = edges.get(column[name], (rect.x, rect.right))
        edges[column[name]] = min(low, rect.x), max(high, rect.right)
    ends = [_ends(link, column) for link in plan.links]
    ports = _ports(plan, spots, ends)
    routes: list[Route] = []
    taken = _Taken(plan.gaps.group)
    for rect in spots.values():
        taken.add(rect)
    for number, (link, (tail, head)) in enumerate(zip(plan.links, ends, strict=True)):
        start, stop = ports[number, 0], ports[number, 1]
        out = Point(edges[column[tail[0]]][tail[1]], start.y)
        back = Point(edges[column[head[0]]][head[1]], stop.y)
        bend = _bend(plan, out, back, tail[1], head[1])
        label = None
        if link.label is not None:
            label = _label([out, *bend, back], link.label, taken)
            taken.add(label)
        points = [start, *_straight(start, out), *bend, back, *_straight(back, stop)]
        routes.append(Route(points=tuple(points), is_curve=True, label=label))
    return _framed(spots, routes, engine)


def _ends(link: Link, column: Mapping[str, int]) -> tuple[End, End]:
    """Return the sides of a link: those that face each other, or the outer ones of one column."""
    tail, head = column[link.tail], column[link.head]
    if tail == head:
        is_right = tail > 0 or max(column.values()) == 0
        return (link.tail, is_right), (link.head, is_right)
    return (link.tail, tail < head), (link.head, head < tail)


def _ports(
    plan: Plan, spots: Mapping[str, Rect], ends: Sequence[tuple[End, End]]
) -> dict[tuple[int, int], Point]:
    """Return where each link leaves and enters: those to higher places above the others."""
    sides: dict[End, list[tuple[float, int, int]]] = defaultdict(list)
    for number, pair in enumerate(ends):
        for which, end in enumerate(pair):
            sides[end].append((spots[pair[1 - which][0]].center.y, number, which))
    found = {}
    for (name, is_right), side in sides.items():
        rect = spots[name]
        step = min(plan.gaps.track, rect.height / (len(side) + 1))
        for place, (_, number, which) in enumerate(sorted(side)):
            y = rect.center.y + (place - (len(side) - 1) / 2) * step
            found[number, which] = Point(rect.right if is_right else rect.x, y)
    return found


def _straight(start: Point, end: Point) -> list[Point]:
    """Return a level line as a curve, without its first point; nothing if it has no length."""
    dx = (end.x - start.x) / 3
    return [Point(start.x + dx, start.y), Point(end.x - dx, end.y), end] if dx else []


def _bend(plan: Plan, start: Point, end: Point, is_right: bool, is_end_right: bool) -> list[Point]:  # noqa: FBT001 - the sides
    """Return the two handles of a curve that is level at its ends."""
    if is_right != is_end_right:
        middle = (start.x + end.x) / 2
        return [Point(middle, start.y), Point(middle, end.y)]
    reach = min(plan.gaps.group, plan.gaps.stub + abs(end.y - start.y) / 2)
    reach = reach if is_right else -reach
    return [Point(start.x + reach, start.y), Point(end.x + reach, end.y)]


def _label(curve: Sequence[Point], size: Size, taken: _Taken) -> Rect:
    """Return a place for a label on a curve where nothing else is, or in its middle."""
    places = [_at(curve, stop) for stop in _STOPS]
    rects = [
        Rect(point.x - size.width / 2, point.y - size.height / 2, size.width, size.height)
        for point in places
    ]
    return next((rect for rect in rects if taken.is_free(rect)), rects[0])


class _Taken:
    """What stands on the sheet, in strips across it, so that few need to be asked."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.strips: dict[int, list[Rect]] = defaultdict(list)

    def _strips(self, rect: Rect) -> range:
        return range(int(rect.y // self.height), int(rect.bottom // self.height) + 1)

    def add(self, rect: Rect) -> None:
        """Remember a rectangle."""
        for strip in self._strips(rect):
            self.strips[strip].append(rect)

    def is_free(self, rect: Rect) -> bool:
        """Tell whether nothing overlaps a rectangle."""
        return not any(
            rect.overlaps(other) for strip in self._strips(rect) for other in self.strips[strip]
        )


def _at(curve: Sequence[Point], share: float) -> Point:
    """Return the point of a cubic at some share of its way."""
    points = list(curve)
    while len(points) > 1:
        points = [
            Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share) for a, b in pairwise(points)
        ]
    return points[0]


def _framed(spots: Mapping[str, Rect], routes: Sequence[Route], engine: str) -> Placement:
    """Return a placement that begins at its top left corner."""
    rects = [*spots.values(), *(route.label for route in routes if route.label is not None)]
    points = [point for route in routes for point in route.points]
    dx = -min([*(rect.x for rect in rects), *(point.x for point in points)])
    dy = -min([*(rect.y for rect in rects), *(point.y for point in points)])
    right = max([*(rect.right for rect in rects), *(point.x for point in points)])
    bottom = max([*(rect.bottom for rect in rects), *(point.y for point in points)])
    return Placement(
        size=Size(right + dx, bottom + dy),
        spots={name: rect.moved(dx, dy) for name, rect in spots.items()},
        routes=tuple(
            Route(
                points=tuple(Point(point.x + dx, point.y + dy) for point in route.points),
                is_curve=True,
                label=None if route.label is None else route.label.moved(dx, dy),
            )
            for route in routes
        ),
        engine=engine,
    )
