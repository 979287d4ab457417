"""The corners of each way, from the edge of its tail to the edge of its head."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journeymap.geometry import Point, Rect
from journeymap.placing.grid import Grid
from journeymap.placing.heights import Heights
from journeymap.placing.ports import Offsets
from journeymap.placing.ways import End, Way
from journeymap.placing.widths import Widths

_STRAY = 0.01
"""Corners nearer than this, in px, are one."""


def places(grid: Grid, high: Heights, wide: Widths, slots: Mapping[str, float]) -> dict[str, Rect]:
    """Return the place of every spot."""
    sizes = {spot.id: spot.size for spot in grid.plan.spots}
    found = {}
    for spot in grid.plan.spots:
        cell = grid.cells[spot.id]
        if cell.row != grid.last:
            x = wide.middle(grid.columns[cell.first]) - spot.size.width / 2
            y = high.middle(cell.row) - spot.size.height / 2
            found[spot.id] = Rect(x, y, spot.size.width, spot.size.height)
    for (first, last), names in grid.exits.items():
        needs = [max(slots[name], sizes[name].width) for name in names]
        start, end = wide.strips[grid.columns[first]], wide.strips[grid.columns[last]]
        x = (start[0] + sum(end) - sum(needs) - (len(names) - 1) * grid.plan.gaps.spot) / 2
        for name, need in zip(names, needs, strict=True):
            size = sizes[name]
            y = high.rows[grid.last][0]
            found[name] = Rect(x + (need - size.width) / 2, y, size.width, size.height)
            x += need + grid.plan.gaps.spot
    return {spot.id: found[spot.id] for spot in grid.plan.spots}


def corners(
    grid: Grid,
    ways: Sequence[Way],
    offsets: Offsets,
    high: Heights,
    wide: Widths,
    rects: Mapping[str, Rect],
) -> list[tuple[Point, ...]]:
    """Return the corners of each way.

    Args:
        grid: Where spots stand.
        ways: The ways of the links.
        offsets: Where on their sides they begin and end.
        high: Where everything is across the direction.
        wide: Where everything is along it.
        rects: The places of spots and groups, by id.
    """
    found = []
    for number, way in enumerate(ways):
        start = _port(grid, way.tail, offsets[number, 0], high, rects)
        end = _port(grid, way.head, offsets[number, 1], high, rects)
        if not way.hops and not way.tail.is_flank:
            start, end = _upright(grid, way, start, end)
        points = [start]
        for hop in range(len(way.hops)):
            last = points[-1]
            if way.is_upright(hop):
                points.append(Point(wide.hops[number, hop], last.y))
            else:
                points.append(Point(last.x, high.hops[number, hop]))
        if way.hops:
            last = points[-1]
            is_upright = way.is_upright(len(way.hops) - 1)
            points.append(Point(last.x, end.y) if is_upright else Point(end.x, last.y))
        found.append(tidy([*points, end]))
    return found


def _port(grid: Grid, end: End, offset: float, high: Heights, rects: Mapping[str, Rect]) -> Point:
    rect, row = rects[end.name], grid.cells[end.name].row
    if end.is_flank:
        y = (high.middle(row) if row == 0 else rect.center.y) + offset
        return Point(rect.x if end.side == "left" else rect.right, y)
    return Point(rect.center.x + offset, rect.y if end.side == "top" else rect.bottom)


def _upright(grid: Grid, way: Way, start: Point, end: Point) -> tuple[Point, Point]:
    """Return the ends of a straight line down, right above each other: groups give way to spots."""
    if grid.cells[way.tail.name].row == 0:
        return Point(end.x, start.y), end
    return start, Point(start.x, end.y)


def tidy(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the corners without those that are none."""
    made = [points[0]]
    for point in points[1:]:
        if abs(point.x - made[-1].x) < _STRAY and abs(point.y - made[-1].y) < _STRAY:
            continue
        if len(made) > 1 and _is_between(made[-2], made[-1], point):
            made.pop()
        made.append(point)
    return tuple(made)


def _is_between(first: Point, second: Point, third: Point) -> bool:
    return (abs(first.x - second.x) < _STRAY and abs(second.x - third.x) < _STRAY) or (
        abs(first.y - second.y) < _STRAY and abs(second.y - third.y) < _STRAY
    )
