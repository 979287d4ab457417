"""The plans of the rows that groups stand in, and the links that lead from one row to another.

Such a link is cut in two. Its halves end at ports: spots before all or after all that is in a row,
which nobody sees. `on` to the next row it leaves at the right and enters at the left; any other
runs around, past the left or the right of all rows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Literal

import attrs

from journeymap.geometry import Size
from journeymap.placing.plan import Course, Link, Plan, Spot, Standing
from journeymap.placing.ranks import Pair, ranks

Side = Literal["left", "right"]

_STANDING: Mapping[Side, Standing] = {"left": "before", "right": "after"}
_ENDS: Mapping[Standing, int] = {"before": 0, "after": -1}
"""The row of what stands before all groups, or after them."""


@attrs.frozen(kw_only=True)
class Turn:
    """A link that leads to another row.

    Attributes:
        number: Which link.
        tail: The row that it leads from.
        head: The row that it leads to.
        side: On which side of all rows it runs; None if it leads on to the next row.
        label: Which end the label stands at, 0 or 1, if it runs past rows.
    """

    number: int
    tail: int
    head: int
    side: Side | None = None
    label: int = 0


@attrs.frozen(kw_only=True, eq=False)
class Part:
    """One row.

    Attributes:
        plan: What stands in it.
        links: Which link each of the plan's is; the halves of turns come after all others.
        halves: The position in the plan of each half, by the number of its link.
        ports: The ports before it and after it.
        bands: Which band of the whole plan each of its bands is.
    """

    plan: Plan
    links: tuple[int, ...]
    halves: Mapping[int, int]
    ports: Mapping[Side, tuple[str, ...]]
    bands: tuple[int, ...]


def parted(plan: Plan) -> tuple[list[Part], list[Turn]]:
    """Return the rows of a plan, and what leads from one to another."""
    edges = [0, *accumulate(plan.rows)]
    ranges = [range(start, end) for start, end in pairwise(edges)]
    rows = _rows(plan, ranges)
    turns = [
        _turn(plan, number, rows, ranges)
        for number, link in enumerate(plan.links)
        if rows[link.tail] != rows[link.head]
    ]
    return [_Cutter(plan, row, own, rows, turns).part() for row, own in enumerate(ranges)], turns


def need(link: Link, plan: Plan) -> float:
    """Return how much room a line takes beside others."""
    return link.width + plan.gaps.track


def _rows(plan: Plan, ranges: Sequence[range]) -> dict[str, int]:
    """Return the row of each spot and group: what is in no group stands where its links lead."""
    row_of = {group: row for row, own in enumerate(ranges) for group in own}
    found = {group.id: row_of[number] for number, group in enumerate(plan.groups)}
    loose = []
    for spot in plan.spots:
        if spot.group is not None:
            found[spot.id] = row_of[spot.group]
        elif spot.standing in _ENDS:
            found[spot.id] = _ENDS[spot.standing] % len(ranges)
        else:
            loose.append(spot.id)
    near: dict[str, list[int]] = defaultdict(list)
    for link in plan.links:
        near[link.head] += [found[link.tail]] if link.tail in found else []
        near[link.tail] += [found[link.head]] if link.head in found else []
    return found | {name: min(near[name], default=0) for name in loose}


def _turn(plan: Plan, number: int, rows: Mapping[str, int], ranges: Sequence[range]) -> Turn:
    link = plan.links[number]
    tail, head = rows[link.tail], rows[link.head]
    if link.course == "on" and head == tail + 1:
        return Turn(number=number, tail=tail, head=head)
    groups: dict[str, int | None] = {spot.id: spot.group for spot in plan.spots}
    groups |= {group.id: position for position, group in enumerate(plan.groups)}

    def far(name: str, row: int) -> tuple[int, int]:
        """Return how many groups stand left and right of something."""
        group, own = groups[name], ranges[row]
        place = own.start if group is None else group
        return place - own.start, own.stop - 1 - place

    (left, right), (to_left, to_right) = far(link.tail, tail), far(link.head, head)
    # At the left, it crosses what comes in there.
    is_right = right + to_right <= left + to_left + 1
    first, second = (right, to_right) if is_right else (left, to_left)
    side: Side = "right" if is_right else "left"
    return Turn(number=number, tail=tail, head=head, side=side, label=int(second > first))


class _Cutter:
    """Cuts one row out of a plan."""

    def __init__(
        self,
        plan: Plan,
        row: int,
        own: range,
        rows: Mapping[str, int],
        turns: Sequence[Turn],
    ) -> None:
        self.plan = plan
        self.row = row
        self.own = own
        self.rows = rows
        self.turns = [turn for turn in turns if row in {turn.tail, turn.head}]
        none = len(plan.bands)
        self.place_of = {
            spot.id: (none if spot.band is None else spot.band, place)
            for place, spot in enumerate(plan.spots)
        }
        # Longer than any other name, it is none of them.
        self.stem = max([*rows], key=len, default="")
        self.bands = self._bands()
        kept = {band: place for place, band in enumerate(self.bands)}
        self.band_of = {
            spot.id: None if spot.band is None else kept.get(spot.band) for spot in plan.spots
        }
        self.turn_of = dict(self._turns_of()) if plan.bands else {}
        self.ports: dict[Side, dict[str, Spot]] = {"left": {}, "right": {}}

    def part(self) -> Part:
        """Return the row."""
        plan = self.plan
        inner = [
            number
            for number, link in enumerate(plan.links)
            if self.rows[link.tail] == self.row == self.rows[link.head]
        ]
        spots = [
            attrs.evolve(
                spot,
                group=None if spot.group is None else spot.group - self.own.start,
                band=self.band_of[spot.id],
            )
            for spot in plan.spots
            if self.rows[spot.id] == self.row
        ]
        ordered = sorted(self.turns, key=self._order)
        halves = [
            self._around(turn, spots) if turn.side is not None else self._onward(turn)
            for turn in ordered
        ]
        ports = [port for own in self.ports.values() for port in own.values()]
        return Part(
            plan=attrs.evolve(
                plan,
                spots=(*spots, *ports),
                links=(*(plan.links[number] for number in inner), *halves),
                groups=plan.groups[self.own.start : self.own.stop],
                bands=tuple(plan.bands[band] for band in self.bands),
                rows=(),
            ),
            links=(*inner, *(turn.number for turn in ordered)),
            halves={turn.number: len(inner) + place for place, turn in enumerate(ordered)},
            ports={side: tuple(own) for side, own in self.ports.items()},
            bands=self.bands,
        )

    def _order(self, turn: Turn) -> tuple[int, int, int]:
        """Return what the turns of the row are sorted by.

        What leads on has its ports first: others share them. The upper line at one end of a turn
        is the upper one at the other, so that lines that share a side do not cross on their way.
        Of those past rows the last is the outermost one: it is one that leads up.
        """
        link = self.plan.links[turn.number]
        if turn.side is not None:
            is_upwards = min(turn.tail, turn.head) < self.row
            return 1 + is_upwards, 0, turn.number
        other = self.place_of.get(link.head if turn.tail == self.row else link.tail)
        band, place = other or (len(self.plan.bands), turn.number)
        return 0, band, place

    def _bands(self) -> tuple[int, ...]:
        """Return the bands that hold anything in this row; in the first, those that never do."""
        held = {spot.band for spot in self.plan.spots}
        here = {spot.band for spot in self.plan.spots if self.rows[spot.id] == self.row}
        count = len(self.plan.bands)
        return tuple(
            band for band in range(count) if band in here or (self.row == 0 and band not in held)
        )

    def _turns_of(self) -> Iterator[tuple[str, int]]:
        """Yield for each spot of the row how many stand before it at the same time in its band."""
        names = [spot.id for spot in self.plan.spots if self.rows[spot.id] == self.row]
        pairs: dict[Course, list[Pair]] = {"on": [], "tie": []}
        for link in self.plan.links:
            pairs.setdefault(link.course, []).append((link.tail, link.head))
        rank = ranks(names, pairs["on"], pairs["tie"])
        seen: Counter[tuple[int, int | None]] = Counter()
        for name in names:
            place = rank[name], self.band_of[name]
            yield name, seen[place]
            seen[place] += 1

    def _onward(self, turn: Turn) -> Link:
        """Return the half of a link on to the next row, to or from a port.

        A port stands in the row of its spot, so that the line runs straight. In a band, where that
        would make room for each, lines share one, but for those of what stands at one time.
        """
        link = self.plan.links[turn.number]
        is_tail = turn.tail == self.row
        name = link.tail if is_tail else link.head
        side: Side = "right" if is_tail else "left"
        band = self.band_of.get(name)
        key = name if band is None else f"{band}.{self.turn_of[name]}"
        port = self._port(side, key, band)
        wide = sum(
            need(self.plan.links[other.number], self.plan)
            for other in self.turns
            if other.side is None and (other.tail == self.row) == is_tail
        )
        size = Size(wide, port.size.height + need(link, self.plan))
        self.ports[side][port.id] = attrs.evolve(port, size=size)
        ends = (name, port.id) if is_tail else (port.id, name)
        return Link(tail=ends[0], head=ends[1], width=link.width)

    def _port(self, side: Side, key: str, band: int | None = None) -> Spot:
        name = f"{self.stem}.{side}.{key}"
        usual = Spot(id=name, size=Size(0.0, 0.0), band=band, standing=_STANDING[side])
        return self.ports[side].setdefault(name, usual)

    def _around(self, turn: Turn, spots: Sequence[Spot]) -> Link:
        """Return the half of a link past other rows: it leads backwards, so it runs above all."""
        link = self.plan.links[turn.number]
        is_tail = turn.tail == self.row
        name = link.tail if is_tail else link.head
        side = turn.side or "right"
        some = [*self.ports[side], *(s.id for s in spots if s.standing == _STANDING[side])]
        port = next((one for one in some if one != name), None)
        port = self._port(side, "").id if port is None else port
        ends = (port, name) if side == "right" else (name, port)
        has_label = turn.label == (0 if is_tail else 1)
        return Link(
            tail=ends[0],
            head=ends[1],
            course="back",
            width=link.width,
            label=link.label if has_label else None,
        )
