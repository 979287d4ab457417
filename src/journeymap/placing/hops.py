"""What a hop of a way does: from where to where it runs, and on which side it is joined.

Levels stand for places that are not known yet: along the direction, the number of a strip; across
it, 2n for channel n and 2n + 1 for row n.
"""

from __future__ import annotations

import attrs

from journeymap.placing.grid import Grid
from journeymap.placing.ways import End, Way


@attrs.frozen
class Joint:
    """Where a hop is joined by what comes before or after it.

    Attributes:
        level: How far along the hop.
        is_before: Whether from the left, or from above; otherwise from the right or from below.
    """

    level: float
    is_before: bool


def level_of(grid: Grid, end: End) -> float:
    """Return the level of an end: how far along the hop that begins there."""
    if end.is_flank:
        return 2 * grid.cells[end.name].row + 1
    return grid.middle(end.name)


def joints(grid: Grid, way: Way, hop: int) -> tuple[Joint, Joint]:
    """Return where a hop of a way is joined at its start and at its end."""
    levels = _levels(grid, way)
    last = len(way.hops) - 1
    start = Joint(
        levels[hop],
        way.tail.side in {"right", "bottom"} if hop == 0 else levels[hop - 1] < levels[hop + 1],
    )
    end = Joint(
        levels[hop + 2],
        way.head.side in {"right", "bottom"} if hop == last else levels[hop + 3] < levels[hop + 1],
    )
    return start, end


def _levels(grid: Grid, way: Way) -> list[float]:
    hops = [
        float(hop if way.is_upright(number) else 2 * hop) for number, hop in enumerate(way.hops)
    ]
    return [level_of(grid, way.tail), *hops, level_of(grid, way.head)]


def aim(grid: Grid, way: Way, end: int) -> tuple[int, float]:
    """Return what the lines at one side of something are sorted by, so that few cross.

    First by where a line goes: it turns backwards and around (-3, 3) at the corners, on to
    something else (-2, 2), or runs straight (0). Then by how far it goes.
    """
    if not way.hops:
        return 0, 0.0
    start, stop = joints(grid, way, 0 if end == 0 else len(way.hops) - 1)
    here, there = (start, stop) if end == 0 else (stop, start)
    if way.tail == way.head:
        return -3, float("-inf")
    turns = here.is_before == there.is_before
    is_less = there.level < here.level if there.level != here.level else end == 1
    if turns:
        return (-3 if is_less else 3), -there.level
    return (-2 if is_less else 2), there.level
