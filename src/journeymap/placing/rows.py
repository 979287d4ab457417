"""Which row each spot stands in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from journeymap.placing.plan import Plan, Spot
from journeymap.placing.ranks import combed


def rowed(
    plan: Plan, parts: Sequence[Sequence[str]]
) -> tuple[dict[str, int], tuple[tuple[int, int], ...], int]:
    """Return the row of each spot, the rows of each band, and how many rows there are.

    Args:
        plan: What is placed.
        parts: The spots of each column.
    """
    spots = {spot.id: spot for spot in plan.spots}
    near: dict[str, list[str]] = defaultdict(list)
    for link in plan.links:
        if link.course != "back":
            near[link.tail].append(link.head)
            near[link.head].append(link.tail)
    columns = [
        [name for name in part if spots[name].standing == "within" or spots[name].band is not None]
        for part in parts
    ]
    if plan.bands:
        rows, bands, count = _banded(plan, columns, spots, near)
    else:
        within = [name for names in columns for name in names]
        rows = _stacked(plan, columns, near) if within else {}
        bands, count = (), max(rows.values(), default=0)
    taken = {(number, rows[name]) for number, names in enumerate(columns) for name in names}
    for number, part in enumerate(parts):
        rest = [name for name in part if name not in rows]
        for name in sorted(rest, key=lambda name: _wanted(name, near, rows, 1)):
            if _is_titled(name, near, spots) and (number, 0) not in taken:
                row = 0
            else:
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


def _is_titled(name: str, near: dict[str, list[str]], spots: dict[str, Spot]) -> bool:
    """Tell whether a spot before or after groups is linked to such only: beside their titles."""
    is_apart = spots[name].standing in {"before", "after"}
    return is_apart and bool(near[name]) and not any(one in spots for one in near[name])


def _nearest(wish: int, count: int, column: int, taken: set[tuple[int, int]]) -> int:
    for far in range(count + 1):
        for row in (wish + far, wish - far):
            if 1 <= row <= count and (column, row) not in taken:
                return row
    return count + 1
