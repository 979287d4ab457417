"""Where the label of each link is going to stand, so that room can be kept for it."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from itertools import accumulate
from typing import Literal

import attrs

from journeymap.placing.grid import Grid
from journeymap.placing.hops import joints
from journeymap.placing.ways import Way

Kind = Literal["row", "column", "exit", "strip", "channel"]


@attrs.frozen
class Seat:
    """Where a label stands.

    Attributes:
        kind: On a straight line along a row; beside or on one down a column; beside one to a spot
            beside a group; on a hop along a strip, where that crosses a channel; on a hop along a
            channel.
        strip: The strip in which it is, save for the third and the last kind.
        channel: The channel in which it is, for the second and the last two.
        hop: The hop on which it is, for the last two.
    """

    kind: Kind
    strip: int = -1
    channel: int = -1
    hop: int = -1


def seats(
    grid: Grid, ways: Sequence[Way], widths: Sequence[float], aside: Collection[int]
) -> dict[int, Seat]:
    """Return where the label of each link that has one stands.

    Args:
        grid: Where spots stand.
        ways: The ways of the links.
        widths: How wide each column is, in px.
        aside: The links whose label found no room along a channel.
    """
    starts = list(accumulate(widths, initial=0.0))
    gap = 2 * grid.plan.gaps.label
    return {
        number: _seat(grid, way, link.label.width + gap, starts, is_aside=number in aside)
        for number, (way, link) in enumerate(zip(ways, grid.plan.links, strict=True))
        if link.label is not None
    }


def _seat(grid: Grid, way: Way, need: float, starts: Sequence[float], *, is_aside: bool) -> Seat:
    if not way.hops:
        return _on_straight(grid, way)
    if way.tail == way.head and way.tail.is_flank:
        return Seat("strip", way.hops[0], grid.cells[way.tail.name].row, 0)
    upright = _on_upright(grid, way)
    level = [hop for hop in range(len(way.hops)) if not way.is_upright(hop)]
    lengths = {hop: _length(grid, way, hop, starts) for hop in level}
    longest = max(level, key=lengths.__getitem__, default=None)
    if longest is not None and (upright is None or (not is_aside and lengths[longest] >= need)):
        return Seat("channel", channel=way.hops[longest], hop=longest)
    return upright or Seat("strip", way.hops[0], grid.cells[way.tail.name].row, 0)


def _on_straight(grid: Grid, way: Way) -> Seat:
    first, second = (grid.cells[end.name] for end in way.ends)
    if grid.last in {first.row, second.row}:
        return Seat("exit")
    if not way.tail.is_flank:
        return Seat("column", grid.columns[first.first], min(first.row, second.row) + 1)
    return Seat("row", grid.gaps[max(first.first, second.first)])


def _on_upright(grid: Grid, way: Way) -> Seat | None:
    """Return the hop along a strip that crosses most channels, and the middle one of these."""
    best: tuple[int, int, int] = (0, -1, -1)
    for hop in range(len(way.hops)):
        if way.is_upright(hop):
            low, high = sorted(joint.level for joint in joints(grid, way, hop))
            first, last = math.floor(low / 2) + 1, math.ceil(high / 2) - 1
            if last - first + 1 > best[0]:
                best = (last - first + 1, hop, (first + last + 1) // 2)
    count, hop, channel = best
    return Seat("strip", way.hops[hop], channel, hop) if count > 0 else None


def _length(grid: Grid, way: Way, hop: int, starts: Sequence[float]) -> float:
    """Return how long a hop along a channel is at least: the columns that it passes."""
    low, high = sorted(joint.level for joint in joints(grid, way, hop))
    first, last = bisect_right(grid.columns, low), bisect_left(grid.columns, high)
    whole = max(starts[last] - starts[first], 0.0)
    for level in {low, high}:
        place = bisect_left(grid.columns, level)
        if place < len(grid.columns) and grid.columns[place] == level:
            whole += (starts[place + 1] - starts[place]) / 2
    return whole
