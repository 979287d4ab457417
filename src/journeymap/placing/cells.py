"""Puts the spots of a plan into the cells of a grid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from journeymap.placing.folded import folded
from journeymap.placing.grid import Cell, Grid, Strip
from journeymap.placing.plan import Course, Plan
from journeymap.placing.ranks import Pair, ranks, read
from journeymap.placing.rows import rowed

Columns = list[list[str]]

Home = tuple[bool, int]
"""A group, or the place before a group for what is in none: whether the latter, and its number."""


def grid(plan: Plan) -> Grid:
    """Return the cells of all spots and groups."""
    hosts = _hosts(plan)
    slots = _slots(plan, hosts)
    strips, columns, gaps = _strips(slots)
    flat = [names for _, parts in slots for names in parts]
    rows, bands, count = rowed(plan, flat)
    cells = {name: Cell(n, n, rows[name]) for n, names in enumerate(flat) for name in names}
    taken = {(cell.first, cell.row): name for name, cell in cells.items()}
    exits: dict[tuple[int, int], list[str]] = defaultdict(list)
    holders: dict[str, int | None] = {spot.id: spot.group for spot in plan.spots}
    for number, group in enumerate(plan.groups):
        own = [n for n, strip in enumerate(columns) if strips[strip].group == number]
        cells[group.id] = Cell(own[0], own[-1], 0)
        holders[group.id] = None
    for spot in plan.spots:
        if spot.id in hosts:
            above = cells[hosts[spot.id]]
            cells[spot.id] = Cell(above.first, above.last, count + 1)
            exits[above.first, above.last].append(spot.id)
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
        exits={place: tuple(names) for place, names in exits.items()},
        holders=holders,
        last=count + 1,
        bands=bands,
    )


def _hosts(plan: Plan) -> dict[str, str]:
    """Return for each spot beside something what that is: its group, or what leads out to it."""
    spots = {spot.id: spot for spot in plan.spots}
    found = {}
    leads = {link.head: link.tail for link in reversed(plan.links) if link.course == "out"}
    for spot in plan.spots:
        if spot.standing != "beside":
            continue
        host = spots.get(leads.get(spot.id, ""))
        if spot.group is not None:
            found[spot.id] = plan.groups[spot.group].id
        elif host is None and spot.id in leads:
            found[spot.id] = leads[spot.id]
        elif host is not None and host.standing != "beside":
            is_held = host.group is not None and host.standing == "within"
            found[spot.id] = plan.groups[host.group or 0].id if is_held else host.id
    return found


def _slots(plan: Plan, hosts: Mapping[str, str]) -> list[tuple[int | None, Columns]]:
    """Return what stands side by side: a group with its columns, or columns outside of groups."""
    pairs = [(link.tail, link.head) for link in plan.links if link.course == "on"]
    before = [spot.id for spot in plan.spots if spot.standing == "before"]
    after = [
        spot.id
        for spot in plan.spots
        if spot.standing == "after" or (spot.standing == "beside" and spot.id not in hosts)
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
    none = len(plan.bands)
    band = {spot.id: none if spot.band is None else spot.band for spot in plan.spots}
    slots: list[tuple[int | None, Columns]] = [(None, [before] if before else [])]
    for number in range(len(plan.groups) + 1):
        place = True, number
        slots.append((None, _ranked(held[place], own[place], ties[place])))
        if number < len(plan.groups):
            place = False, number
            names = held[place]
            if plan.bands:
                parts = folded(_ranked(names, own[place], ties[place]), own[place], band)
            else:
                parts = [read(names, own[place])]
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
