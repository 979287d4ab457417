"""A network that has sides: spots stand in layers, and lines swing from one layer to the next."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from journeymap.geometry import Point, Rect, Size
from journeymap.placing.plan import Link, Placement, Plan, Route
from journeymap.placing.ranks import Pair, combed, ranks

_MARGIN = 6.0
"""How far from a corner lines leave a spot at least, in px."""

_SWING = 0.5
"""How much of the way from one layer to the next a line keeps its direction at either end."""

_FEW = 60
"""In layers of no more spots than this, neighbours change places as long as fewer lines cross."""


def layered(plan: Plan, name: str) -> Placement | None:
    """Return where spots and lines are in a plan of spots only; None if a line passes a layer.

    Args:
        plan: The plan; `on` runs right in it.
        name: The name of the engine.
    """
    names = [spot.id for spot in plan.spots]
    pairs = [(link.tail, link.head) for link in plan.links if link.course == "on"]
    ties = [(link.tail, link.head) for link in plan.links if link.course == "tie"]
    rank = ranks(names, pairs, ties)
    if any(rank[head] - rank[tail] != 1 for tail, head in pairs):
        return None
    numbers = {value: number for number, value in enumerate(sorted(set(rank.values())))}
    layers: list[list[str]] = [[] for _ in numbers]
    for one in names:
        layers[numbers[rank[one]]].append(one)
    linked = {name for pair in pairs for name in pair}
    layers = [
        sorted(layer, key=lambda name: name not in linked)
        for layer in untangled(combed(layers, pairs), pairs)
    ]
    spots = _spots(plan, layers, pairs)
    whole = Size(
        max(rect.right for rect in spots.values()), max(rect.bottom for rect in spots.values())
    )
    return Placement(
        size=whole,
        spots={one: spots[one] for one in names},
        routes=tuple(_routes(plan, spots)),
        engine=name,
        may_wrap=True,
    )


def untangled(layers: Sequence[Sequence[str]], pairs: Sequence[Pair]) -> list[list[str]]:
    """Return the names of each layer with neighbours exchanged wherever fewer lines cross then."""
    made = [list(names) for names in layers]
    layer = {name: number for number, names in enumerate(made) for name in names}
    near: dict[tuple[str, int], list[str]] = defaultdict(list)
    for tail, head in pairs:
        near[tail, layer[head]].append(head)
        near[head, layer[tail]].append(tail)
    best = crossed(made, pairs)
    for _ in range(len(layer)):
        for number, names in enumerate(made):
            if len(names) <= _FEW:
                others = [one for one in (number - 1, number + 1) if 0 <= one < len(made)]
                _exchange(names, [_ends(names, made[other], near, other) for other in others])
        now = crossed(made, pairs)
        if now >= best:
            break
        best = now
    return made


def _ends(
    names: Sequence[str],
    others: Sequence[str],
    near: Mapping[tuple[str, int], Sequence[str]],
    layer: int,
) -> dict[str, list[int]]:
    """Return the places in another layer that the lines of each name lead to."""
    places = {name: place for place, name in enumerate(others)}
    return {name: [places[one] for one in near.get((name, layer), ())] for name in names}


def _exchange(names: list[str], sides: Sequence[Mapping[str, Sequence[int]]]) -> None:
    """Exchange any two neighbours of a layer whose lines cross less for it."""
    for first in range(len(names) - 1):
        upper, lower = names[first : first + 2]
        if sum(_gain(ends[upper], ends[lower]) for ends in sides) > 0:
            names[first : first + 2] = [lower, upper]


def _gain(upper: Sequence[int], lower: Sequence[int]) -> int:
    """Return how many crossings fewer there are once the lower of two stands above."""
    pairs = [(one, other) for one in upper for other in lower]
    return sum(a > b for a, b in pairs) - sum(b > a for a, b in pairs)


def crossed(layers: Sequence[Sequence[str]], pairs: Sequence[Pair]) -> int:
    """Return how many lines cross between layers."""
    place = {name: spot for names in layers for spot, name in enumerate(names)}
    layer = {name: number for number, names in enumerate(layers) for name in names}
    lines: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for tail, head in pairs:
        lines[layer[tail]].append((place[tail], place[head]))
    count = 0
    for some in lines.values():
        seen: list[int] = []
        for _, end in sorted(some):
            count += len(seen) - bisect_right(seen, end)
            insort(seen, end)
    return count


def _spots(plan: Plan, layers: Sequence[Sequence[str]], pairs: Sequence[Pair]) -> dict[str, Rect]:
    """Return the places of spots: in the longest layer one under the other, else by their lines."""
    sizes = {spot.id: spot.size for spot in plan.spots}
    gap = plan.gaps.spot
    tall = [sum(sizes[name].height for name in names) + gap * (len(names) - 1) for names in layers]
    near: dict[str, list[str]] = defaultdict(list)
    for tail, head in pairs:
        near[tail].append(head)
        near[head].append(tail)
    order = sorted(range(len(layers)), key=lambda number: (-tall[number], number))
    middles: dict[str, float] = {}
    for number in order:
        names = layers[number]
        room = (max(tall) - tall[number]) / 2
        wishes, top = [], room
        for name in names:
            found = [middles[one] for one in near[name] if one in middles]
            usual = top + sizes[name].height / 2
            wishes.append(sum(found) / len(found) if found and room else usual)
            top += sizes[name].height + gap
        heights = [sizes[name].height for name in names]
        middles.update(zip(names, spread(wishes, heights, gap, max(tall)), strict=True))
    found_rects, x = {}, 0.0
    for names in layers:
        wide = max(sizes[name].width for name in names)
        for name in names:
            size = sizes[name]
            left = x + (wide - size.width) / 2
            found_rects[name] = Rect(left, middles[name] - size.height / 2, size.width, size.height)
        x += wide + plan.gaps.group
    return found_rects


def spread(
    wishes: Sequence[float], heights: Sequence[float], gap: float, room: float
) -> list[float]:
    """Return middles in their order, as near to the wished ones as heights, gap and room allow.

    Args:
        wishes: Where each would like its middle.
        heights: How high each is.
        gap: The least distance between two.
        room: How high all may be together: from 0 on; it is enough for them.
    """
    offsets = [0.0]
    for one, other in pairwise(heights):
        offsets.append(offsets[-1] + (one + other) / 2 + gap)
    # Without the offsets, all that is asked is that no one stands before the one above it.
    runs: list[tuple[float, int]] = []
    for wish, offset in zip(wishes, offsets, strict=True):
        total, count = wish - offset, 1
        while runs and runs[-1][0] / runs[-1][1] > total / count:
            before, many = runs.pop()
            total, count = total + before, count + many
        runs.append((total, count))
    low = heights[0] / 2
    high = room - heights[-1] / 2 - offsets[-1]
    level = [min(max(total / count, low), high) for total, count in runs for _ in range(count)]
    return [place + offset for place, offset in zip(level, offsets, strict=True)]


def _routes(plan: Plan, spots: Mapping[str, Rect]) -> list[Route]:
    ports = _ports(plan, spots)
    found = []
    for number, link in enumerate(plan.links):
        start, end = ports[number, 0], ports[number, 1]
        if link.course != "on":
            found.append(Route(points=(start, end)))
            continue
        reach = (end.x - start.x) * _SWING
        points = (start, Point(start.x + reach, start.y), Point(end.x - reach, end.y), end)
        found.append(Route(points=points, is_curve=True))
    return found


def _ports(plan: Plan, spots: Mapping[str, Rect]) -> dict[tuple[int, int], Point]:
    """Return where each line leaves and enters: at each side in the order of where they lead."""
    sides: dict[tuple[str, int], list[tuple[float, int]]] = defaultdict(list)
    found: dict[tuple[int, int], Point] = {}
    for number, link in enumerate(plan.links):
        if link.course != "on":
            found[number, 0], found[number, 1] = spots[link.tail].center, spots[link.head].center
            continue
        sides[link.tail, 0].append((spots[link.head].center.y, number))
        sides[link.head, 1].append((spots[link.tail].center.y, number))
    for (name, which), lines in sides.items():
        rect, numbers = spots[name], [number for _, number in sorted(lines)]
        x = rect.right if which == 0 else rect.x
        offsets = _offsets([plan.links[number] for number in numbers], rect.height, plan)
        for number, offset in zip(numbers, offsets, strict=True):
            found[number, which] = Point(x, rect.center.y + offset)
    return found


def _offsets(links: Sequence[Link], height: float, plan: Plan) -> list[float]:
    """Return how far from the middle of a side its lines are, from the first to the last."""
    places = [0.0]
    for one, other in pairwise(links):
        places.append(places[-1] + (one.width + other.width) / 2 + plan.gaps.track / 2)
    room = max(height - 2 * _MARGIN, 0.0)
    scale = min(1.0, room / places[-1]) if places[-1] else 1.0
    return [(place - places[-1] / 2) * scale for place in places]
