"""Places graphs without time: two sides that are linked, such as buyers and what they meet.

Spots stand in two columns, or in three with the smaller side in the middle, whichever comes nearest
to the shape of a sheet. Lines are curves: level where they leave and arrive.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

from journeymap.geometry import Rect, Size
from journeymap.placing.curves import curves
from journeymap.placing.plan import Placement, Plan
from journeymap.placing.ranks import combed

_ASPECT = 1.6
"""How much wider than high a sheet is."""

_GOLDEN = 0.32
"""How wide the room for curves is at least, as a share of the height: steep ones look alike."""


def free(plan: Plan, engine: str) -> Placement:
    """Return where everything stands in a plan without time."""
    near = _near(plan)
    side = _sides(plan, near)
    first = [spot.id for spot in plan.spots if side[spot.id] == 0]
    second = [spot.id for spot in plan.spots if side[spot.id] == 1]
    choices = [[first, second]]
    inner, outer = (first, second) if len(first) <= len(second) else (second, first)
    left, right = _halved(outer, near)
    if left and right and inner:
        choices.append([left, inner, right])
    choices = [[names for names in choice if names] for choice in choices]
    made = [_placed(plan, choice, near) for choice in choices]
    best = min(range(len(made)), key=lambda number: abs(_aspect(made[number]) - _ASPECT))
    column = {name: number for number, names in enumerate(choices[best]) for name in names}
    return curves(plan, made[best], column, engine)


def _near(plan: Plan) -> dict[str, list[str]]:
    """Return what each spot is linked to."""
    near: dict[str, list[str]] = {spot.id: [] for spot in plan.spots}
    for link in plan.links:
        if link.tail != link.head:
            near[link.tail].append(link.head)
            near[link.head].append(link.tail)
    return near


def _sides(plan: Plan, near: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return the side of each spot: those that say so stand before or after, others opposite."""
    told = {"before": 0, "after": 1, "beside": 1}
    side = {spot.id: told[spot.standing] for spot in plan.spots if spot.standing in told}
    queue = deque(side)
    linked = [spot.id for spot in plan.spots if near[spot.id]]
    for start in [*linked, *near]:
        if start not in side and not queue:
            side[start] = 0 if near[start] else 1
            queue.append(start)
        while queue:
            name = queue.popleft()
            for other in near[name]:
                if other not in side:
                    side[other] = 1 - side[name]
                    queue.append(other)
    return side


def _halved(names: Sequence[str], near: Mapping[str, Sequence[str]]) -> tuple[list[str], list[str]]:
    """Return a side cut in two, in which all that are linked with each other stay together.

    Those that share what they are linked to are drawn to the same half.
    """
    own = set(names)
    seen: set[str] = set()
    runs: list[list[str]] = []
    for start in names:
        if start in seen:
            continue
        run, queue = [], deque([start])
        seen.add(start)
        while queue:
            name = queue.popleft()
            run.append(name)
            for other in near[name]:
                if other in own and other not in seen:
                    seen.add(other)
                    queue.append(other)
        runs.append(run)
    key = {name: number for number, name in enumerate(near)}
    runs.sort(key=lambda run: min((key[other] for name in run for other in near[name]), default=0))
    left: list[str] = []
    right: list[str] = []
    for run in runs:
        half = left if len(left) + len(run) / 2 <= len(names) / 2 else right
        half.extend(run)
    return left, right


def _placed(
    plan: Plan, columns: Sequence[Sequence[str]], near: Mapping[str, Sequence[str]]
) -> dict[str, Rect]:
    """Return the places of spots in columns, each as near to what it is linked to as can be."""
    gaps, sizes = plan.gaps, {spot.id: spot.size for spot in plan.spots}
    pairs = [(link.tail, link.head) for link in plan.links if link.tail != link.head]
    ordered = combed(columns, pairs)
    heights = [_height(names, sizes, gaps.spot) for names in ordered]
    tallest = max(range(len(ordered)), key=heights.__getitem__)
    y: dict[str, float] = {}
    _stack(ordered[tallest], sizes, gaps.spot, y)
    for number in sorted(range(len(ordered)), key=lambda number: abs(number - tallest)):
        if number != tallest:
            wishes = [_wish(name, near, y, heights[tallest] / 2) for name in ordered[number]]
            _settle(ordered[number], wishes, sizes, gaps.spot, heights[tallest], y)
    labels = [link.label.width for link in plan.links if link.label is not None]
    room = max(gaps.group, heights[tallest] * _GOLDEN, max(labels, default=0.0) * 2)
    top = min(y[name] - sizes[name].height / 2 for name in y)
    found, x = {}, 0.0
    for names in ordered:
        width = max(sizes[name].width for name in names)
        for name in names:
            size = sizes[name]
            found[name] = Rect(
                x + (width - size.width) / 2,
                y[name] - size.height / 2 - top,
                size.width,
                size.height,
            )
        x += width + room
    return {spot.id: found[spot.id] for spot in plan.spots}


def _height(names: Sequence[str], sizes: Mapping[str, Size], gap: float) -> float:
    return sum(sizes[name].height for name in names) + gap * (len(names) - 1)


def _stack(
    names: Sequence[str], sizes: Mapping[str, Size], gap: float, y: dict[str, float]
) -> None:
    at = 0.0
    for name in names:
        y[name] = at + sizes[name].height / 2
        at += sizes[name].height + gap


def _wish(
    name: str, near: Mapping[str, Sequence[str]], y: Mapping[str, float], other: float
) -> float:
    found = [y[one] for one in near[name] if one in y]
    return sum(found) / len(found) if found else other


def _settle(
    names: Sequence[str],
    wishes: Sequence[float],
    sizes: Mapping[str, Size],
    gap: float,
    height: float,
    y: dict[str, float],
) -> None:
    """Place the middles of spots in order, together as near to their wishes as can be.

    Spots that want the same room become a run that stands where its members want to be on average.
    """
    runs: list[tuple[list[str], list[float]]] = []
    starts: list[float] = []
    for name, wish in zip(names, wishes, strict=True):
        half = sizes[name].height / 2
        runs.append(([name], [wish - half]))
        starts.append(wish - half)
        while len(runs) > 1:
            (above, first), (below, second) = runs[-2], runs[-1]
            deep = _height(above, sizes, gap) + gap
            if starts[-2] + deep <= starts[-1]:
                break
            merged = [*first, *(one - deep for one in second)]
            runs[-2:] = [([*above, *below], merged)]
            starts[-2:] = [sum(merged) / len(merged)]
    low = 0.0
    for (members, _), start in zip(runs, starts, strict=True):
        at = max(start, low)
        for name in members:
            y[name] = at + sizes[name].height / 2
            at += sizes[name].height + gap
        low = at
    over = low - gap - height
    bottom = height
    for name in reversed(names) if over > 0 else ():
        half = sizes[name].height / 2
        y[name] = min(y[name], bottom - half)
        bottom = y[name] - half - gap


def _aspect(rects: Mapping[str, Rect]) -> float:
    width = max(rect.right for rect in rects.values())
    height = max(rect.bottom for rect in rects.values())
    return width / height if height > 0 else _ASPECT
