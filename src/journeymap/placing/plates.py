"""Where labels stand, when all lines are known."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from journeymap.geometry import Point, Rect, Size
from journeymap.placing.grid import Grid
from journeymap.placing.heights import Heights
from journeymap.placing.labels import Seat
from journeymap.placing.ways import Way
from journeymap.placing.widths import Widths


def plates(
    grid: Grid,
    ways: Sequence[Way],
    seats: Mapping[int, Seat],
    corners: Sequence[Sequence[Point]],
    high: Heights,
    wide: Widths,
) -> tuple[dict[int, Rect], list[int]]:
    """Return the place of each label, and the links whose label lies on another line."""
    found: dict[int, Rect] = {}
    failed: list[int] = []
    has_channel = any(seat.kind == "channel" for seat in seats.values())
    uprights = _uprights(corners) if has_channel else []
    for number, seat in seats.items():
        size, points = grid.plan.links[number].label or Size(0, 0), corners[number]
        if seat.kind == "row":
            found[number] = _around(Point(wide.hops[number, -1], points[0].y), size)
        elif seat.kind == "strip":
            y = high.seats[seat.strip, seat.channel]
            found[number] = _around(Point(wide.hops[number, seat.hop], y), size)
        elif seat.kind == "channel":
            rect = _on_channel(grid, points, high.hops[number, seat.hop], size, uprights)
            if rect is None:
                failed.append(number)
            else:
                found[number] = rect
    for numbers in _straight_down(grid, ways):
        if grid.last in {grid.cells[end.name].row for end in ways[numbers[0]].ends}:
            found.update(_beside_exits(grid, numbers, corners))
        else:
            found.update(_beside_downs(grid, numbers, seats, corners, high))
    return found, failed


def _straight_down(grid: Grid, ways: Sequence[Way]) -> list[list[int]]:
    """Return the links that are straight lines down, those that run side by side together."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, way in enumerate(ways):
        if not way.hops and not way.tail.is_flank:
            names = sorted(end.name for end in way.ends)
            out = [name for name in names if grid.cells[name].row == grid.last]
            found[tuple(out or names)].append(number)
    return list(found.values())


def _around(center: Point, size: Size) -> Rect:
    return Rect(center.x - size.width / 2, center.y - size.height / 2, size.width, size.height)


Upright = tuple[float, float, float]
"""The x of a piece of a line, and from which y to which y it runs."""


def _uprights(corners: Sequence[Sequence[Point]]) -> list[Upright]:
    """Return all upright pieces of lines, from left to right."""
    return sorted(
        (a.x, min(a.y, b.y), max(a.y, b.y))
        for points in corners
        for a, b in pairwise(points)
        if a.x == b.x and a.y != b.y
    )


def _on_channel(
    grid: Grid, points: Sequence[Point], y: float, size: Size, uprights: Sequence[Upright]
) -> Rect | None:
    """Return the place nearest to the middle of a hop that no other line crosses, if any."""
    gap = grid.plan.gaps.label
    a, b = next(((a, b) for a, b in pairwise(points) if a.y == b.y == y), (points[0], points[0]))
    low, high = min(a.x, b.x), max(a.x, b.x)
    first = bisect_left(uprights, (low,))
    last = bisect_left(uprights, (high,))
    walls = [
        x
        for x, top, bottom in uprights[first:last]
        if top < y + size.height / 2 + gap and bottom > y - size.height / 2 - gap
    ]
    middle = (low + high) / 2
    for spare in (grid.plan.gaps.track, gap):
        need = size.width + 2 * spare
        fits = [
            min(max(middle, start + need / 2), end - need / 2)
            for start, end in pairwise([low, *walls, high])
            if end - start >= need
        ]
        if fits:
            return _around(Point(min(fits, key=lambda x: abs(x - middle)), y), size)
    return None


def _beside_exits(
    grid: Grid, numbers: Sequence[int], corners: Sequence[Sequence[Point]]
) -> dict[int, Rect]:
    """Return labels one under the other, beside all lines to the same spot."""
    gaps, links = grid.plan.gaps, grid.plan.links
    x = max(corners[number][0].x + links[number].width / 2 for number in numbers) + gaps.label
    high = max(corners[number][-1].y for number in numbers) - gaps.stub
    found = {}
    for number in numbers[::-1]:
        size = links[number].label
        if size is None:
            continue
        high -= size.height
        found[number] = Rect(x, high, size.width, size.height)
        high -= gaps.label
    return found


def _beside_downs(
    grid: Grid,
    numbers: Sequence[int],
    seats: Mapping[int, Seat],
    corners: Sequence[Sequence[Point]],
    high: Heights,
) -> dict[int, Rect]:
    """Return labels beside lines down a column: on the right, the first of two on the left."""
    links, gap = grid.plan.links, grid.plan.gaps.label
    ordered = sorted(numbers, key=lambda number: corners[number][0].x)
    found = {}
    for turn, number in enumerate(ordered):
        size, seat, x = links[number].label, seats.get(number), corners[number][0].x
        if size is None or seat is None or seat.kind != "column":
            continue
        y = high.seats[seat.strip, seat.channel] - size.height / 2
        aside = links[number].width / 2 + gap
        is_left = turn == 0 and len(ordered) > 1
        start = x - aside - size.width if is_left else x + aside
        found[number] = Rect(start, y, size.width, size.height)
    return found
