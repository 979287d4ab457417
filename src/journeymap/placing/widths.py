"""How wide columns and strips are, and where along the direction everything is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import attrs

from journeymap.placing.grid import Grid
from journeymap.placing.heights import Heights
from journeymap.placing.hops import joints
from journeymap.placing.labels import Seat
from journeymap.placing.ports import Offsets, crowned
from journeymap.placing.tracks import Laid, Track, laid
from journeymap.placing.ways import End, Way

_LABEL = -1
"""What stands for the label of a way that has no hops."""


@attrs.frozen(kw_only=True, eq=False)
class Widths:
    """Where things are along the direction, in px from the start.

    Attributes:
        strips: The start and the width of each strip.
        hops: The place of each hop along a strip, by way and hop; and of the label of a straight
            line, as hop -1.
        groups: The start and the end of each group.
        whole: How long all is.
    """

    strips: tuple[tuple[float, float], ...]
    hops: Mapping[tuple[int, int], float]
    groups: tuple[tuple[float, float], ...]
    whole: float

    def middle(self, strip: int) -> float:
        """Return the middle of a strip."""
        start, width = self.strips[strip]
        return start + width / 2


def widths(
    grid: Grid,
    ways: Sequence[Way],
    seats: Mapping[int, Seat],
    offsets: Offsets,
    high: Heights,
    spots: Sequence[float],
) -> Widths:
    """Return where everything is along the direction."""
    tracks = _tracks(grid, ways, seats, offsets, high)
    pads = [_pads(grid, number) for number in range(len(grid.strips))]
    made: list[Laid] = []
    wide: list[float] = []
    for number in range(len(grid.strips)):
        before, after = pads[number] if tracks[number] else (0.0, 0.0)
        room = max(_least(grid, number) - before - after, 0.0)
        lines = laid(tracks[number], grid.plan.gaps.track, room, grid.plan.gaps.track / 2)
        made.append(lines)
        wide.append(before + lines.width + after)
    for strip, width in zip(grid.columns, spots, strict=True):
        wide[strip] = width
    for column, width in _on_lines(grid, ways, seats).items():
        strip = grid.columns[column]
        wide[strip] = max(wide[strip], width)
    for (first, _), width in _exits(grid).items():
        strip = grid.columns[first]
        if grid.strips[strip].group is None:
            wide[strip] = max(wide[strip], width)
    extra = _widened(grid, wide, crowned(grid, ways))
    x = _heading(grid)
    places: list[tuple[float, float]] = []
    found: dict[tuple[int, int], float] = {}
    for number, lines in enumerate(made):
        width = wide[number] + extra.get(number, 0.0)
        start = x + (width - lines.width) / 2
        if tracks[number]:
            before, after = pads[number]
            spare = width - before - lines.width - after
            start = x + before + spare / 2
        for key, place in lines.places.items():
            if isinstance(key, tuple):
                found[key] = start + place
        places.append((x, width))
        x += width
    return Widths(
        strips=tuple(places),
        hops=found,
        groups=tuple(_groups(grid, places)),
        whole=x,
    )


def _heading(grid: Grid) -> float:
    """Return how much room the titles of bands take."""
    titles = [band.title.width for band in grid.plan.bands]
    return max(titles) + 2 * grid.plan.gaps.inset if titles else 0.0


def _groups(grid: Grid, places: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    found = []
    for group in grid.plan.groups:
        cell = grid.cells[group.id]
        start = places[grid.columns[cell.first] - 1][0]
        x, width = places[grid.columns[cell.last] + 1]
        found.append((start, x + width))
    return found


def _least(grid: Grid, number: int) -> float:
    """Return how wide a strip is at least."""
    gaps, kind = grid.plan.gaps, grid.strips[number].kind
    if kind == "inner":
        return gaps.inset
    if kind == "between":
        return max(gaps.spot, 2 * gaps.stub)
    if kind == "outer":
        if number in {0, len(grid.strips) - 1}:
            return gaps.inset if grid.plan.bands else 0.0
        return gaps.group
    return 0.0


def _pads(grid: Grid, number: int) -> tuple[float, float]:
    """Return how far from the two edges of a strip its lines stay."""
    gaps, strips = grid.plan.gaps, grid.strips
    if strips[number].kind == "column":
        return 0.0, 0.0

    def pad(other: int) -> float:
        if not 0 <= other < len(strips):
            return gaps.inset if grid.plan.bands else 0.0
        if strips[other].kind == "column":
            return gaps.stub
        return max(gaps.track, gaps.stub) if strips[number].kind == "outer" else gaps.track

    return pad(number - 1), pad(number + 1)


def _widened(grid: Grid, wide: Sequence[float], crowns: Mapping[str, float]) -> dict[int, float]:
    """Return what to add to the two ends of groups, so that they are alike and groups wide enough.

    A group holds its title, and spots beside it stand under it.
    """
    plan, found = grid.plan, {}
    exits = _exits(grid)
    for group in plan.groups:
        cell = grid.cells[group.id]
        first, last = grid.columns[cell.first] - 1, grid.columns[cell.last] + 1
        end = max(wide[first], wide[last])
        whole = sum(wide[first + 1 : last]) + 2 * end
        beside = exits.get((cell.first, cell.last), 0.0)
        need = max(group.title.width + 2 * plan.gaps.inset, beside, crowns.get(group.id, 0.0))
        end += max(need - whole, 0.0) / 2
        found[first], found[last] = end - wide[first], end - wide[last]
    return found


def _exits(grid: Grid) -> dict[tuple[int, int], float]:
    """Return how wide the spots are together that stand beside something, by its columns."""
    sizes = {spot.id: spot.size for spot in grid.plan.spots}
    slots = slotted(grid)
    return {
        place: sum(max(slots[name], sizes[name].width) for name in names)
        + (len(names) - 1) * grid.plan.gaps.spot
        for place, names in grid.exits.items()
    }


def slotted(grid: Grid) -> dict[str, float]:
    """Return how much room each spot beside a group needs for the labels on lines to it."""
    found: dict[str, float] = defaultdict(float)
    gaps = grid.plan.gaps
    for link in grid.plan.links:
        if link.label is not None and grid.cells[link.head].row == grid.last:
            reach = link.label.width + 2 * gaps.label + link.width / 2 + gaps.track
            found[link.head] = max(found[link.head], 2 * reach)
    return found


def _on_lines(grid: Grid, ways: Sequence[Way], seats: Mapping[int, Seat]) -> dict[int, float]:
    """Return how wide columns must be for the labels on lines down in them."""
    found: dict[int, float] = {}
    for number, seat in seats.items():
        label = grid.plan.links[number].label
        if seat.kind == "column" and label is not None:
            column = grid.cells[ways[number].tail.name].first
            aside = grid.plan.links[number].width / 2 + grid.plan.gaps.label + grid.plan.gaps.track
            found[column] = max(found.get(column, 0.0), 2 * (label.width + aside))
    return found


def _tracks(
    grid: Grid, ways: Sequence[Way], seats: Mapping[int, Seat], offsets: Offsets, high: Heights
) -> dict[int, list[Track]]:
    """Return what runs along each strip: hops of ways, and labels on straight lines across."""
    found: dict[int, list[Track]] = defaultdict(list)
    gaps, links = grid.plan.gaps, grid.plan.links
    for number, way in enumerate(ways):
        link, seat = links[number], seats.get(number)
        if seat is not None and seat.kind == "row" and link.label is not None:
            y = _port(grid, way.tail, offsets[number, 0], high)
            half = link.label.height / 2 + gaps.label
            found[seat.strip].append(
                Track(
                    key=(number, _LABEL),
                    low=y,
                    high=y,
                    spare=half,
                    label=(y - half, y + half, link.label.width + 2 * gaps.label),
                )
            )
        for hop, strip in enumerate(way.hops):
            if not way.is_upright(hop):
                continue
            start, end = (
                attrs.evolve(joint, level=level)
                for joint, level in zip(
                    joints(grid, way, hop),
                    _levels(grid, way, number, hop, offsets, high),
                    strict=True,
                )
            )
            wide = None
            if (
                seat is not None
                and link.label is not None
                and (seat.kind, seat.hop) == ("strip", hop)
            ):
                y, half = high.seats[seat.strip, seat.channel], link.label.height / 2 + gaps.label
                wide = (y - half, y + half, link.label.width + 2 * gaps.label)
            found[strip].append(
                Track(
                    key=(number, hop),
                    low=min(start.level, end.level),
                    high=max(start.level, end.level),
                    joints=(start, end),
                    width=link.width,
                    spare=gaps.track / 2 + link.width / 2,
                    label=wide,
                )
            )
    return found


def _levels(
    grid: Grid, way: Way, number: int, hop: int, offsets: Offsets, high: Heights
) -> tuple[float, float]:
    """Return from where to where a hop along a strip runs."""
    start = (
        high.hops[number, hop - 1] if hop > 0 else _port(grid, way.tail, offsets[number, 0], high)
    )
    is_last = hop == len(way.hops) - 1
    end = _port(grid, way.head, offsets[number, 1], high) if is_last else high.hops[number, hop + 1]
    return start, end


def _port(grid: Grid, end: End, offset: float, high: Heights) -> float:
    return high.middle(grid.cells[end.name].row) + offset
