"""Puts the spots of a plan into the cells of a grid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from journeymap.placing.grid import Cell, Grid, Strip
from journeymap.placing.plan import Course, Plan, Spot
from journeymap.placing.ranks import Pair, combed, ranks, read

Columns = list[list[str]]

Home = tuple[bool, int]
"""A group, or the place before a group for what is in none: whether the latter, and its number."""


def grid(plan: Plan) -> Grid:
    """Return the cells of all spots and groups."""
    slots = _slots(plan)
    strips, columns, gaps = _strips(slots)
    flat = [names for _, parts in slots for names in parts]
    rows, bands, count = _rows(plan, slots)
    cells = {name: Cell(n, n, rows[name]) for n, names in enumerate(flat) for name in names}
    taken = {(cell.first, cell.row): name for name, cell in cells.items()}
    exits: dict[int, list[str]] = defaultdict(list)
    holders: dict[str, int | None] = {spot.id: spot.group for spot in plan.spots}
    for number, group in enumerate(plan.groups):
        own = [n for n, strip in enumerate(columns) if strips[strip].group == number]
        cells[group.id] = Cell(own[0], own[-1], 0)
        holders[group.id] = None
    for spot in plan.spots:
        if _stands_beside(spot) and spot.group is not None:
            whole = cells[plan.groups[spot.group].id]
            cells[spot.id] = Cell(whole.first, whole.last, count + 1)
            exits[spot.group].append(spot.id)
            holders[spot.id] = -1
        elif spot.standing != "within":
            holders[spot.id] = None
    return Grid(
        plan=plan,
        strips=tuple(strips),
        columns=tuple(columns),
        gaps=tuple(gaps),
        cells=cells,
        taken=taken,
        exits={number: tuple(names) for number, names in exits.items()},
        holders=holders,
        last=count + 1,
        bands=bands,
    )


def _stands_beside(spot: Spot) -> bool:
    return spot.standing == "beside" and spot.group is not None


def _slots(plan: Plan) -> list[tuple[int | None, Columns]]:
    """Return what stands side by side: a group with its columns, or columns outside of groups."""
    pairs = [(link.tail, link.head) for link in plan.links if link.course == "on"]
    before = [spot.id for spot in plan.spots if spot.standing == "before"]
    after = [
        spot.id
        for spot in plan.spots
        if spot.standing == "after" or (spot.standing == "beside" and spot.group is None)
    ]
    turn = _turns(plan, pairs)
    home = {
        spot.id: (spot.group is None, turn[spot.id] if spot.group is None else spot.group)
        for spot in plan.spots
        if spot.standing == "within"
    }
    held: dict[Home, list[str]] = defaultdict(list)
    for name, place in home.items():
        held[place].append(name)
    own = _shared(plan, home, "on")
    ties = _shared(plan, home, "tie")
    slots: list[tuple[int | None, Columns]] = [(None, [before] if before else [])]
    for number in range(len(plan.groups) + 1):
        place = True, number
        slots.append((None, _ranked(held[place], own[place], ties[place])))
        if number < len(plan.groups):
            place = False, number
            names = held[place]
            is_banded = bool(plan.bands)
            parts = (
                _ranked(names, own[place], ties[place]) if is_banded else [read(names, own[place])]
            )
            slots.append((number, parts or [[]]))
    slots.append((None, [after] if after else []))
    return [(group, parts) for group, parts in slots if parts]


def _shared(plan: Plan, home: Mapping[str, Home], course: Course) -> dict[Home, list[Pair]]:
    """Return the links of a course between spots of one place, by that place."""
    found: dict[Home, list[Pair]] = defaultdict(list)
    for link in plan.links:
        if link.course == course and link.tail in home and home[link.tail] == home.get(link.head):
            found[home[link.tail]].append((link.tail, link.head))
    return found


def _turns(plan: Plan, pairs: Sequence[Pair]) -> dict[str, int]:
    """Return before which group each spot outside of groups stands: behind what leads to it."""
    turn = {spot.id: 0 for spot in plan.spots if spot.group is None}
    behind = {spot.id: spot.group + 1 for spot in plan.spots if spot.group is not None}
    behind.update({group.id: number + 1 for number, group in enumerate(plan.groups)})
    for tail, head in pairs:
        if head in turn:
            turn[head] = max(turn[head], behind.get(tail, turn.get(tail, 0)))
    return turn


def _ranked(names: Sequence[str], pairs: Sequence[Pair], ties: Sequence[Pair]) -> Columns:
    rank = ranks(names, pairs, ties)
    numbers = {value: number for number, value in enumerate(sorted(set(rank.values())))}
    parts: Columns = [[] for _ in numbers]
    for name in names:
        parts[numbers[rank[name]]].append(name)
    return parts


def _strips(
    slots: Iterable[tuple[int | None, Columns]],
) -> tuple[list[Strip], list[int], list[int]]:
    """Return all strips, which of them are columns, and which are the gaps around these."""
    strips, columns, gaps = [Strip("outer")], [], [0]
    for group, parts in slots:
        for number in range(len(parts)):
            if number > 0:
                gaps.append(len(strips))
                strips.append(Strip("between" if group is not None else "outer", group))
            elif group is not None:
                strips.append(Strip("inner", group))
            columns.append(len(strips))
            strips.append(Strip("column", group))
        if group is not None:
            strips.append(Strip("inner", group))
        gaps.append(len(strips))
        strips.append(Strip("outer"))
    return strips, columns, gaps


def _rows(
    plan: Plan, slots: Sequence[tuple[int | None, Columns]]
) -> tuple[dict[str, int], tuple[tuple[int, int], ...], int]:
    """Return the row of each spot, the rows of each band, and how many rows there are."""
    spots = {spot.id: spot for spot in plan.spots}
    near: dict[str, list[str]] = defaultdict(list)
    for link in plan.links:
        if link.course != "back":
            near[link.tail].append(link.head)
            near[link.head].append(link.tail)
    columns = [
        (
            [
                name
                for name in part
                if spots[name].standing == "within" or spots[name].band is not None
            ]
        )
        for _, parts in slots
        for part in parts
    ]
    if plan.bands:
        rows, bands, count = _banded(plan, columns, spots, near)
    else:
        within = [name for names in columns for name in names]
        rows = _stacked(plan, columns, near) if within else {}
        bands, count = (), max(rows.values(), default=0)
    taken = {(number, rows[name]) for number, names in enumerate(columns) for name in names}
    flat = [part for _, parts in slots for part in parts]
    for number, part in enumerate(flat):
        rest = [name for name in part if name not in rows]
        for name in sorted(rest, key=lambda name: _wanted(name, near, rows, 1)):
            row = _nearest(_wanted(name, near, rows, 1), count, number, taken)
            rows[name] = row
            taken.add((number, row))
            count = max(count, row)
    return rows, bands, max(count, 1)


def _banded(
    plan: Plan, columns: Sequence[Sequence[str]], spots: dict[str, Spot], near: dict[str, list[str]]
) -> tuple[dict[str, int], tuple[tuple[int, int], ...], int]:
    none = len(plan.bands)
    stacks: dict[tuple[int, int], list[str]] = defaultdict(list)
    for number, names in enumerate(columns):
        for name in names:
            band = spots[name].band
            stacks[number, none if band is None else band].append(name)
    depth = [1] * none + [0]
    for (_, band), names in stacks.items():
        depth[band] = max(depth[band], len(names))
    starts = [1 + sum(depth[:band]) for band in range(none + 1)]
    rows: dict[str, int] = {}
    for (_, band), names in sorted(stacks.items()):
        low, high = starts[band], starts[band] + depth[band] - 1
        for left, name in zip(range(len(names))[::-1], names, strict=True):
            wish = _wanted(name, near, rows, low)
            rows[name] = min(max(wish, low), high - left)
            low = rows[name] + 1
    bands = tuple((start, start + deep - 1) for start, deep in zip(starts, depth, strict=True))
    return rows, bands[:none], sum(depth)


def _stacked(
    plan: Plan, columns: Sequence[Sequence[str]], near: dict[str, list[str]]
) -> dict[str, int]:
    """Return rows without bands: those of a group from the first row on, others where links go."""
    held = {spot.id for spot in plan.spots if spot.group is not None}
    pairs = [(link.tail, link.head) for link in plan.links if link.course == "on"]
    is_held = any(name in held for names in columns for name in names)
    ordered = columns if is_held else combed(columns, pairs)
    deepest = max(len(names) for names in ordered)
    rows: dict[str, int] = {}
    for names in ordered:
        low = 1
        for left, name in zip(range(len(names))[::-1], names, strict=True):
            wish = low if name in held else max(low, _wanted(name, near, rows, low))
            rows[name] = max(low, min(wish, deepest - left))
            low = rows[name] + 1
    return rows


def _wanted(name: str, near: dict[str, list[str]], rows: dict[str, int], other: int) -> int:
    """Return the row in which a spot would stand straight beside what it is linked to."""
    found = sorted(rows[one] for one in near[name] if one in rows)
    return found[(len(found) - 1) // 2] if found else other


def _nearest(wish: int, count: int, column: int, taken: set[tuple[int, int]]) -> int:
    for far in range(count + 1):
        for row in (wish + far, wish - far):
            if 1 <= row <= count and (column, row) not in taken:
                return row
    return count + 1
