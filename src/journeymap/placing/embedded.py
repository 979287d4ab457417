"""Our own engine: what is in order stands in a grid, and lines turn at right angles."""

from __future__ import annotations

from itertools import pairwise

from journeymap.geometry import Point, Rect, Size
from journeymap.placing.cells import grid as gridded
from journeymap.placing.grid import Grid, columns
from journeymap.placing.heights import Heights, heights
from journeymap.placing.labels import seats as seated
from journeymap.placing.layers import layered
from journeymap.placing.plan import Placement, Plan, Route
from journeymap.placing.plates import plates
from journeymap.placing.ports import crowned
from journeymap.placing.ports import offsets as spread
from journeymap.placing.router import routed
from journeymap.placing.routes import corners, places
from journeymap.placing.turned import turned, turned_back
from journeymap.placing.ways import End, Way
from journeymap.placing.widths import Widths, slotted, widths
from journeymap.placing.wrapped import wrapped

NAME = "embedded"


def embedded(plan: Plan) -> Placement:
    """Return where everything stands in a plan."""
    if not plan.spots and not plan.groups and not plan.bands:
        return Placement(size=Size(0, 0), spots={}, routes=(), engine=NAME)
    if plan.direction == "down":
        return turned_back(embedded(turned(plan)))
    if plan.is_free and not plan.groups and not plan.bands:
        found = layered(plan, NAME)
        if found is not None:
            return found
    if len(plan.rows) > 1:
        return wrapped(plan, embedded)
    grid = gridded(plan)
    placement, failed = _placed(grid, set())
    if failed:
        # A label found no room: first its own line takes another way, then no line is in its way.
        placement, failed = _placed(grid, set(failed))
    if failed:
        placement, _ = _placed(grid, set(range(len(plan.links))))
    return placement


def _placed(grid: Grid, aside: set[int]) -> tuple[Placement, list[int]]:
    """Return where everything stands, and which labels found no room."""
    plan = grid.plan
    wide_columns, slots = columns(grid), slotted(grid)
    ways = routed(grid, aside)
    offsets = spread(grid, ways, _rooms(grid, ways, wide_columns))
    seats = seated(grid, ways, wide_columns, aside)
    high = heights(grid, ways, seats, offsets)
    wide = widths(grid, ways, seats, offsets, high, wide_columns)
    spots = places(grid, high, wide, slots)
    groups = _groups(high, wide)
    rects = {**spots, **{group.id: rect for group, rect in zip(plan.groups, groups, strict=True)}}
    lines = corners(grid, ways, offsets, high, wide, rects)
    labels, failed = plates(grid, ways, seats, lines, high, wide)
    for number in failed:
        labels[number] = _middle(lines[number], plan.links[number].label or Size(0, 0))
    return (
        Placement(
            size=Size(wide.whole, high.whole),
            spots=spots,
            routes=tuple(
                Route(points=points, label=labels.get(number))
                for number, points in enumerate(lines)
            ),
            groups=groups,
            bands=tuple(Rect(0.0, top, wide.whole, bottom - top) for top, bottom in high.bands),
            lanes=tuple(range(len(plan.bands))),
            engine=NAME,
            may_wrap=True,
        ),
        failed,
    )


def _rooms(grid: Grid, ways: list[Way], wide: list[float]) -> dict[End, float]:
    """Return how long each side is at which a line begins or ends."""
    sizes = {spot.id: spot.size for spot in grid.plan.spots}
    titles = [group.title.height for group in grid.plan.groups]
    head = max([*titles, grid.plan.gaps.track])
    spans, crowns = {}, crowned(grid, ways)
    for group in grid.plan.groups:
        cell = grid.cells[group.id]
        inner = sum(wide[cell.first : cell.last + 1]) + 2 * grid.plan.gaps.inset
        spans[group.id] = max(inner, crowns.get(group.id, 0.0))
    rooms = {}
    for way in ways:
        for end in way.ends:
            if end.name in sizes:
                size = sizes[end.name]
                rooms[end] = size.height if end.is_flank else size.width
            else:
                rooms[end] = head if end.is_flank else spans[end.name]
    return rooms


def _groups(high: Heights, wide: Widths) -> tuple[Rect, ...]:
    top, bottom = high.groups
    return tuple(Rect(start, top, end - start, bottom - top) for start, end in wide.groups)


def _middle(points: tuple[Point, ...], size: Size) -> Rect:
    """Return a place on the longest piece of a line, whatever else is there."""
    a, b = max(
        pairwise(points),
        key=lambda pair: abs(pair[0].x - pair[1].x) + abs(pair[0].y - pair[1].y),
    )
    x, y = (a.x + b.x - size.width) / 2, (a.y + b.y - size.height) / 2
    return Rect(x, y, size.width, size.height)
