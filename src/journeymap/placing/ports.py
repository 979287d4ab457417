"""Where on a side each line leaves or enters: spread around the middle, the straight ones in it.

Two sides that face each other are spread together: so a straight line is straight, and lines that
turn between them do not lie on each other.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

import attrs

from journeymap.placing.grid import Grid
from journeymap.placing.hops import aim
from journeymap.placing.ways import End, Side, Way

Offsets = dict[tuple[int, int], float]
"""How far from the middle of its side a way has its start (0) or its end (1), by its number."""

_MARGIN = 4.0
_FACING: dict[Side, Side] = {"right": "left", "bottom": "top"}


@attrs.frozen
class _Port:
    """One end of a way on a side: what it is sorted by, what it takes of how much, what is beside.

    Attributes:
        order: What the ports of a side are sorted by.
        way: Its way.
        end: Which end of that.
        need: How much of its side it takes.
        width: How wide its line is.
        hop: The hop beside it.
        room: How long its side is.
    """

    order: tuple[int, float, int]
    way: int
    end: int
    need: float
    width: float
    hop: int
    room: float


def offsets(grid: Grid, ways: Sequence[Way], rooms: Mapping[End, float]) -> Offsets:
    """Return where each way leaves and enters.

    Args:
        grid: Where spots stand.
        ways: The ways of the links.
        rooms: How long each side is that something leaves or enters, in px.
    """
    sides: dict[End, list[_Port]] = defaultdict(list)
    facing: dict[End, End] = {}
    for number, way in enumerate(ways):
        for which, end in enumerate(way.ends):
            sides[end].append(_port(grid, way, number, which, rooms[end]))
        if not way.hops:
            first, second = way.ends if way.tail.side in _FACING else way.ends[::-1]
            facing[first] = second
    found: Offsets = {}
    done = set()
    for end in sides:
        if end.side in _FACING:
            other = facing.get(end) or _neighbour(grid, end)
            ends = [one for one in (end, other) if one in sides]
            found.update(_spread([sides[one] for one in ends], [rooms[one] for one in ends]))
            done.update(ends)
    for end, ports in sides.items():
        if end not in done:
            found.update(_spread([ports], [rooms[end]]))
    return found


def _port(grid: Grid, way: Way, number: int, which: int, room: float) -> _Port:
    kind, far = aim(grid, way, which)
    hop = way.hops[-which] if way.hops else -1
    order = kind, far, number if kind < 3 else -number
    need = _need(grid, way, number, which)
    return _Port(order, number, which, need, grid.plan.links[number].width, hop, room)


def _need(grid: Grid, way: Way, number: int, which: int) -> float:
    """Return how much of its side an end takes."""
    link, gaps = grid.plan.links[number], grid.plan.gaps
    need, end = link.width + gaps.track, way.ends[which]
    if link.label is not None and not way.hops and end.is_flank:
        need = max(need, link.label.height + 2 * gaps.label)
    if link.label is not None and way.tail == way.head and not end.is_flank:
        need = max(need, link.label.width + 4 * gaps.label)
    is_crown = grid.cells[end.name].row == 0 and not end.is_flank
    return 2 * need if is_crown else need


def crowned(grid: Grid, ways: Sequence[Way]) -> dict[str, float]:
    """Return how much of the upper edge of each group is taken by lines."""
    found: dict[str, float] = defaultdict(float)
    for number, way in enumerate(ways):
        for which, end in enumerate(way.ends):
            if end.side == "top" and grid.cells[end.name].row == 0:
                found[end.name] += _need(grid, way, number, which)
    return found


def _neighbour(grid: Grid, end: End) -> End | None:
    """Return the side right beside this one, of the next spot in the row or the column."""
    cell = grid.cells[end.name]
    if end.side == "right" and cell.row == 0:
        strip = grid.strips[grid.columns[cell.last]].group
        following = grid.plan.groups[strip + 1 : strip + 2] if strip is not None else ()
        is_near = following and grid.cells[following[0].id].first == cell.last + 1
        return End(following[0].id, "left") if is_near else None
    across, down = (1, 0) if end.side == "right" else (0, 1)
    name = grid.taken.get((cell.last + across, cell.row + down))
    return End(name, _FACING[end.side]) if name is not None else None


def _spread(sides: Sequence[Sequence[_Port]], rooms: Sequence[float]) -> Offsets:
    """Return the offsets of the ports on one side, or on two that face each other."""
    if _is_alone(sides):
        return {(port.way, port.end): 0.0 for ports in sides for port in ports}
    shortest = min(rooms)
    straight = {port.way: port for ports in sides for port in ports if port.order[0] == 0}
    middle = sorted(straight.values(), key=lambda port: port.order)
    turning = [[port for port in ports if port.order[0] != 0] for ports in sides]
    hops = [{port.hop for port in ports} for ports in turning]
    if len(sides) == 1 or hops[0] & hops[1]:
        found = _around(middle, [port for ports in turning for port in ports], shortest)
    else:
        found = {}
        for rest in turning:
            found.update(_around(middle, rest, shortest))
    places = {}
    for ports, length in zip(sides, rooms, strict=True):
        for port in ports:
            key = (port.way, port.end if port.order[0] != 0 else -1)
            places[port.way, port.end] = found[key]
        loops = [(port.way, port.end) for port in ports if math.isinf(port.order[1])]
        up = _usable(length, ports) + min((places[key] for key in loops), default=0.0)
        places.update({key: places[key] - up for key in loops})
    return places


def _is_alone(sides: Sequence[Sequence[_Port]]) -> bool:
    """Tell whether a single line leaves or enters, or runs straight between two sides: in most."""
    ports = [port for own in sides for port in own]
    if math.isinf(ports[0].order[1]):
        return False
    is_straight = all(port.order[0] == 0 for port in ports)
    return len(ports) == 1 or (is_straight and len({port.way for port in ports}) == 1)


def _around(middle: Sequence[_Port], turning: Sequence[_Port], inner: float) -> Offsets:
    """Return the straight ones in the middle, and above and below them those that turn.

    Args:
        middle: The straight ones.
        turning: The others.
        inner: How much of a side the straight ones may take.
    """
    ordered = sorted(turning, key=lambda port: port.order)
    if not middle:
        return _line(ordered, min((port.room for port in ordered), default=0.0))
    found = {(way, -1): place for (way, _), place in _line(middle, inner).items()}
    for sign in (-1, 1):
        rest = [port for port in ordered if port.order[0] * sign > 0][::sign]
        start = max(sign * value for (_, end), value in found.items() if end == -1)
        inmost = middle[0 if sign < 0 else -1]
        for port, place in zip(rest, _outward(start, inmost, rest), strict=True):
            found[port.way, port.end] = sign * place
    return found


def _outward(start: float, inmost: _Port, ports: Sequence[_Port]) -> list[float]:
    """Return how far out ports are: as far apart as they need, or as their own sides let them.

    What a short side cannot have is no reason to press together those of a long one beyond it.
    """
    steps = [(a.need + b.need) / 2 for a, b in pairwise([inmost, *ports])]
    found: list[float] = []
    while len(found) < len(ports):
        rest = ports[len(found) :]
        ways = list(accumulate(steps[len(found) :]))
        scales = [
            min(1.0, max(_usable(port.room, [port]) - start, 1.0) / way)
            for port, way in zip(rest, ways, strict=True)
        ]
        least = min(scales)
        last = max(number for number, scale in enumerate(scales) if scale == least)
        found += [start + way * least for way in ways[: last + 1]]
        start = found[-1]
    return found


def _line(ports: Sequence[_Port], length: float) -> Offsets:
    """Return ports side by side around the middle."""
    places = [0.0]
    room = _usable(length, [*ports[:1], *ports[-1:]])
    for one, other in pairwise(ports):
        places.append(places[-1] + (one.need + other.need) / 2)
    scale = min(1.0, 2 * room / places[-1]) if places[-1] > 0 else 1.0
    return {
        (port.way, port.end): (place - places[-1] / 2) * scale
        for port, place in zip(ports, places, strict=False)
    }


def _usable(length: float, ports: Sequence[_Port]) -> float:
    """Return how far from its middle a side may be left, so that corners stay free."""
    thick = max((port.width for port in ports), default=0.0) / 2
    return max(length / 2 - max(_MARGIN, thick), length / 4)
