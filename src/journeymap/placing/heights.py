"""How high rows and channels are, and where across the direction everything is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import attrs

from journeymap.placing.grid import Grid
from journeymap.placing.hops import Joint, joints
from journeymap.placing.labels import Seat
from journeymap.placing.ports import Offsets
from journeymap.placing.tracks import Track, laid
from journeymap.placing.ways import End, Way

_SHARE = 1e-4
"""How much of a strip's level a px is: enough to tell two lines at one side apart."""

_SPARE = 0.3
"""How far from each other, in levels, two lines end that share a place in a channel."""


@attrs.define(eq=False)
class Heights:
    """Where things are across the direction, in px from the top.

    Attributes:
        rows: The upper edge and the height of each row.
        hops: The place of each hop along a channel, by way and hop.
        seats: The middle of each label that stands in a channel, by its strip and channel.
        groups: The upper and the lower edge of groups.
        bands: The upper and the lower edge of each band.
        whole: How high all is.
    """

    rows: list[tuple[float, float]] = attrs.field(factory=list)
    hops: dict[tuple[int, int], float] = attrs.field(factory=dict)
    seats: dict[tuple[int, int], float] = attrs.field(factory=dict)
    groups: tuple[float, float] = (0.0, 0.0)
    bands: list[tuple[float, float]] = attrs.field(factory=list)
    whole: float = 0.0

    def middle(self, row: int) -> float:
        """Return the middle of a row."""
        start, height = self.rows[row]
        return start + height / 2


def heights(
    grid: Grid, ways: Sequence[Way], seats: Mapping[int, Seat], offsets: Offsets
) -> Heights:
    """Return where everything is across the direction."""
    made = Heights()
    gaps, plan = grid.plan.gaps, grid.plan
    tracks = _tracks(grid, ways, seats, offsets)
    rows = _rows(grid, ways, seats)
    firsts = {first for first, _ in grid.bands}
    lasts = {last for _, last in grid.bands}
    edge = top = 0.0
    for number in range(grid.last + 2):
        _channel(grid, ways, made, number, tracks[number])
        if number - 1 in lasts:
            made.bands.append((edge, made.whole))
            edge = made.whole
            made.whole += gaps.inset if number < grid.last else 0.0
        if number == 0:
            top = made.whole
            made.whole += gaps.inset if plan.groups and rows[0] > 0 else 0.0
        elif number == grid.last:
            made.groups = (top, made.whole)
            made.whole += _exit(grid, ways) if grid.exits else 0.0
        if number <= grid.last:
            made.rows.append((made.whole, rows[number]))
            made.whole += rows[number]
        if number == 0 and firsts:
            made.whole += gaps.inset if rows[0] > 0 else 0.0
            edge = made.whole
    return made


def _channel(
    grid: Grid, ways: Sequence[Way], made: Heights, number: int, tracks: Sequence[Track]
) -> None:
    """Lay the lines of a channel, which starts where the last row ended."""
    gaps = grid.plan.gaps
    is_first, is_last = number == 0, number == grid.last + 1
    pad = 0.0
    if any(isinstance(track.key, tuple) for track in tracks):
        is_left = any(not end.is_flank for track in tracks for end in _ends(ways, track))
        pad = gaps.stub if is_left else gaps.track
    before, after = (0.0 if is_first else pad), (0.0 if is_last else pad)
    room = max(_least(grid, number) - before - after, 0.0)
    lines = laid(tracks, gaps.track, room, _SHARE / 4)
    for key, place in lines.places.items():
        y = made.whole + before + (lines.width - place if is_first else place)
        if isinstance(key, Seat):
            made.seats[key.strip, key.channel] = y
        else:
            made.hops[key] = y
    made.whole += before + lines.width + after


def _ends(ways: Sequence[Way], track: Track) -> list[End]:
    """Return the ends at which a line leaves or enters right beside its channel."""
    if isinstance(track.key, Seat):
        return []
    number, hop = track.key
    way = ways[number]
    ends = [way.tail] if hop == 0 else []
    return [*ends, way.head] if hop == len(way.hops) - 1 else ends


def _least(grid: Grid, number: int) -> float:
    """Return how high a channel is at least."""
    gaps, plan = grid.plan.gaps, grid.plan
    if number in {0, grid.last + 1}:
        return 0.0
    if number in {1, grid.last} or any(number == first for first, _ in grid.bands):
        is_open = not plan.groups and not plan.bands
        return 0.0 if is_open else gaps.inset
    return max(gaps.spot, gaps.stub)


def _tracks(
    grid: Grid, ways: Sequence[Way], seats: Mapping[int, Seat], offsets: Offsets
) -> dict[int, list[Track]]:
    """Return what runs along each channel: hops of ways, and labels that stand there."""
    found: dict[int, list[Track]] = defaultdict(list)
    for seat, height in _tall(grid, seats).items():
        strip = float(seat.strip)
        found[seat.channel].append(
            Track(key=seat, low=strip, high=strip, width=height, spare=_SPARE)
        )
    for number, way in enumerate(ways):
        for hop, channel in enumerate(way.hops):
            if not way.is_upright(hop):
                track = _track(grid, way, (number, hop), seats.get(number), offsets)
                found[channel].append(track)
    return found


def _tall(grid: Grid, seats: Mapping[int, Seat]) -> dict[Seat, float]:
    """Return how high the labels are that stand where a strip or a column crosses a channel."""
    tall: dict[Seat, float] = defaultdict(float)
    for number, seat in seats.items():
        label = grid.plan.links[number].label
        if seat.kind in {"strip", "column"} and label is not None:
            place = Seat("strip", seat.strip, seat.channel)
            tall[place] = max(tall[place], label.height + 2 * grid.plan.gaps.label)
    return tall


def _track(
    grid: Grid, way: Way, key: tuple[int, int], seat: Seat | None, offsets: Offsets
) -> Track:
    """Return what a hop along a channel takes, with its label if that stands there."""
    number, hop = key
    link = grid.plan.links[number]
    start, end = _joints(grid, way, number, hop, offsets)
    low, high = min(start.level, end.level), max(start.level, end.level)
    wide = None
    if link.label is not None and seat is not None and (seat.kind, seat.hop) == ("channel", hop):
        wide = low - _SPARE, high + _SPARE, link.label.height + 2 * grid.plan.gaps.label
    return Track(
        key=key,
        low=low,
        high=high,
        joints=(start, end),
        width=link.width,
        spare=_SPARE,
        label=wide,
    )


def _joints(grid: Grid, way: Way, number: int, hop: int, offsets: Offsets) -> tuple[Joint, Joint]:
    """Return where a hop along a channel is joined, ports of one side told apart.

    Above all rows, the first line is the lowest one.
    """
    start, end = joints(grid, way, hop)
    if hop == 0:
        start = attrs.evolve(start, level=start.level + offsets[number, 0] * _SHARE)
    if hop == len(way.hops) - 1:
        end = attrs.evolve(end, level=end.level + offsets[number, 1] * _SHARE)
    if way.hops[hop] == 0:
        start = attrs.evolve(start, is_before=not start.is_before)
        end = attrs.evolve(end, is_before=not end.is_before)
    return start, end


def _rows(grid: Grid, ways: Sequence[Way], seats: Mapping[int, Seat]) -> list[float]:
    """Return how high each row is: as its highest spot, or a label on a line along it."""
    plan = grid.plan
    found = [0.0] * (grid.last + 1)
    for spot in plan.spots:
        row = grid.cells[spot.id].row
        found[row] = max(found[row], spot.size.height)
    found[0] = max([found[0], *(group.title.height for group in plan.groups)])
    if any(grid.cells[end.name].row == 0 and end.is_flank for way in ways for end in way.ends):
        found[0] = max(found[0], plan.gaps.track)
    for number, seat in seats.items():
        label = plan.links[number].label
        if seat.kind == "row" and label is not None:
            row = grid.cells[ways[number].tail.name].row
            found[row] = max(found[row], label.height + 2 * plan.gaps.label)
    for (first, last), band in zip(grid.bands, plan.bands, strict=True):
        have = sum(found[first : last + 1]) + (last - first) * plan.gaps.spot
        if have < band.title.height:
            found[first] += band.title.height - have
    return found


def _exit(grid: Grid, ways: Sequence[Way]) -> float:
    """Return how long the lines to the spots beside groups are: their labels stand beside them."""
    gaps, last = grid.plan.gaps, grid.last
    need: dict[str, float] = defaultdict(lambda: gaps.label + gaps.stub)
    for link, way in zip(grid.plan.links, ways, strict=True):
        is_straight = not way.hops and last in {grid.cells[end.name].row for end in way.ends}
        if is_straight and link.label is not None:
            need[link.head] += link.label.height + gaps.label
    return max([gaps.exit, *need.values()])
