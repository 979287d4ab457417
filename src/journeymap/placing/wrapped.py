"""Groups in several rows: each is placed by itself, and lines lead around from one to another.

A line on to the next row leaves at the right, runs back between the two rows, and enters at the
left, as one reads. A line to anywhere else leaves above its row, and runs past the side of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

import attrs

from journeymap.geometry import Point, Rect, Size
from journeymap.placing.hops import Joint
from journeymap.placing.moved import moved
from journeymap.placing.parts import Part, Side, Turn, need, parted
from journeymap.placing.plan import Engine, Placement, Plan, Route
from journeymap.placing.routes import tidy
from journeymap.placing.tracks import Track, laid

Points = tuple[Point, ...]

_STRAY = 0.01
"""What is no further apart, in px, is level."""


def wrapped(plan: Plan, engine: Engine) -> Placement:
    """Return where everything stands in a plan with several rows of groups.

    Args:
        plan: The plan; time runs right in it.
        engine: What places one row.
    """
    parts, turns = parted(plan)
    return _Rows(plan, parts, turns, [engine(part.plan) for part in parts]).placement()


@attrs.frozen
class _Half:
    """What is left of a half of a link around: its corners from its end outwards, and its label."""

    points: Points
    label: Rect | None

    @property
    def level(self) -> float:
        """How far down it leaves its row."""
        return self.points[-1].y


class _Rows:
    """The rows one under the other."""

    def __init__(
        self,
        plan: Plan,
        parts: Sequence[Part],
        turns: Sequence[Turn],
        placed: Sequence[Placement],
    ) -> None:
        self.plan = plan
        self.parts = parts
        self.turns = turns
        starts = [one.groups[0].x for one in placed]
        shifts = [max(starts) - start for start in starts]
        heights = [
            one.size.height + plan.gaps.group + sum(self._tall(turn) for turn in self._returns(row))
            for row, one in enumerate(placed)
        ]
        tops = [0.0, *accumulate(heights)]
        self.placed = [
            moved(one, shift, top) for one, shift, top in zip(placed, shifts, tops, strict=False)
        ]
        self.bottoms = [top + one.size.height for one, top in zip(placed, tops, strict=False)]
        self.width = max(one.size.width + shift for one, shift in zip(placed, shifts, strict=True))

    def placement(self) -> Placement:
        """Return the whole."""
        routes: dict[int, Route] = {}
        for part, one in zip(self.parts, self.placed, strict=True):
            inner = len(part.links) - len(part.halves)
            routes.update(zip(part.links[:inner], one.routes[:inner], strict=True))
        for row in range(len(self.parts) - 1):
            routes.update(self._returned(row))
        reach = [point.x for route in routes.values() for point in route.points]
        right = max([self.width, *reach])
        far, before = self._past("left", 0.0)
        routes.update(far)
        far, after = self._past("right", right)
        routes.update(far)
        spots = {name: rect for one in self.placed for name, rect in one.spots.items()}
        bands = [Rect(0.0, rect.y, right, rect.height) for one in self.placed for rect in one.bands]
        whole = Placement(
            size=Size(right + before + after, self.bottoms[-1]),
            spots={spot.id: spots[spot.id] for spot in self.plan.spots},
            routes=tuple(routes[number] for number in range(len(self.plan.links))),
            groups=tuple(rect for one in self.placed for rect in one.groups),
            bands=tuple(bands),
            lanes=tuple(band for part in self.parts for band in part.bands),
            engine=self.placed[0].engine,
            may_wrap=True,
        )
        return moved(whole, before, 0.0)

    def _route(self, turn: Turn, row: int) -> Route:
        """Return the half of a link that is in a row."""
        return self.placed[row].routes[self.parts[row].halves[turn.number]]

    # From the end of a row to the start of the next.

    def _returns(self, row: int) -> list[Turn]:
        return [turn for turn in self.turns if turn.side is None and turn.tail == row]

    def _tall(self, turn: Turn) -> float:
        """Return how much room a line takes between two rows."""
        link = self.plan.links[turn.number]
        label = 0.0 if link.label is None else link.label.height + 2 * self.plan.gaps.label
        return max(need(link, self.plan), label)

    def _returned(self, row: int) -> Iterator[tuple[int, Route]]:
        """Yield the lines on from a row: those that do not cross before it do not cross here."""
        turns, gaps = self._returns(row), self.plan.gaps
        if not turns:
            return
        tails = {turn.number: self._straight(turn, row) for turn in turns}
        heads = {turn.number: self._straight(turn, row + 1) for turn in turns}
        out = self._across(turns, tails, self._port(row, "right"))
        into = self._across(turns, heads, self._port(row + 1, "left"))
        labels = [
            link.label.width + 4 * gaps.label
            for link in (self.plan.links[turn.number] for turn in turns)
            if link.label is not None
        ]
        extra = max(max([0.0, *labels]) - min(out.values()) + max(into.values()), 0.0)
        y = self.bottoms[row] + gaps.group / 2
        for turn in sorted(turns, key=lambda turn: -tails[turn.number][-1].y):
            number, tall = turn.number, self._tall(turn)
            tail, head = tails[number], heads[number]
            x, end, level = out[number] + extra, into[number], y + tall / 2
            corners = [
                *tail[:-1],
                Point(x, tail[-1].y),
                Point(x, level),
                Point(end, level),
                Point(end, head[-1].y),
                *head[:-1][::-1],
            ]
            size = self.plan.links[number].label
            middle = Point((x + end) / 2, level)
            yield (
                number,
                Route(points=tidy(corners), label=None if size is None else _around(middle, size)),
            )
            y += tall

    def _straight(self, turn: Turn, row: int) -> Points:
        """Return a half of a line on from its end outwards, up to where it is level at last.

        What has led around something runs on at that level, where nothing is in its way: it need
        not come back to the level of a port that nobody sees.
        """
        points = self._route(turn, row).points
        points = _levelled(points if row == turn.tail else points[::-1])
        if len(points) < 4:
            return points
        *before, last, turned, _, port = points
        on = Point(port.x, turned.y)
        is_step = abs(last.y - turned.y) < _STRAY
        if is_step and not self._blocked(turn, row, turned, on):
            return (*before, last, on)
        return points

    def _blocked(self, turn: Turn, row: int, start: Point, end: Point) -> bool:
        """Return whether something other than a line stands or runs in the way of it."""
        near = self.plan.gaps.track
        left, right = sorted((start.x, end.x))
        way = Rect(left, start.y, right - left, 0.0).inset(0.0, -near)
        part, placement = self.parts[row], self.placed[row]
        # What leads past rows runs above all of this one.
        apart = {part.halves.get(other.number) for other in self.turns if other.side is not None}
        apart.add(part.halves[turn.number])
        others = [
            Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y)).inset(-near, 0.0)
            for number, route in enumerate(placement.routes)
            if number not in apart
            for a, b in pairwise(route.points)
        ]
        hidden = {*self._names(row)}
        others += [rect for name, rect in placement.spots.items() if name not in hidden]
        others += [route.label for route in placement.routes if route.label is not None]
        return any(way.overlaps(rect) for rect in others)

    def _port(self, row: int, side: Side) -> Rect:
        """Return the room for the upright lines at an end of a row."""
        rects = [self.placed[row].spots[name] for name in self.parts[row].ports[side]]
        return max(rects, key=lambda rect: rect.width)

    def _across(
        self, turns: Sequence[Turn], ends: dict[int, Points], room: Rect
    ) -> dict[int, float]:
        """Return where lines run down in a room: the upper ones at the right."""
        found, x = {}, room.right
        for turn in sorted(turns, key=lambda turn: ends[turn.number][-1].y):
            wide = need(self.plan.links[turn.number], self.plan)
            found[turn.number] = x - wide / 2
            x -= wide
        return found

    # Past the side of rows.

    def _past(self, side: Side, edge: float) -> tuple[dict[int, Route], float]:
        """Return the lines past one side of all rows, and how much room they take there."""
        gaps = self.plan.gaps
        turns = [turn for turn in self.turns if turn.side == side]
        if not turns:
            return {}, 0.0
        halves = {
            turn.number: (self._half(turn, turn.tail), self._half(turn, turn.head))
            for turn in turns
        }
        lines = laid(
            [self._track(turn, halves[turn.number]) for turn in turns],
            gaps.track,
            0.0,
            gaps.track / 2,
        )
        room = lines.width + gaps.track
        start = edge + gaps.track if side == "right" else edge - room
        routes = {}
        for turn in turns:
            first, second = halves[turn.number]
            x = start + lines.places[turn.number, 0]
            corners = [
                *first.points,
                Point(x, first.level),
                Point(x, second.level),
                *second.points[::-1],
            ]
            size = self.plan.links[turn.number].label
            label = first.label or second.label
            if size is not None and label is None:
                label = _around(Point(x, (first.level + second.level) / 2), size)
            routes[turn.number] = Route(points=tidy(corners), label=label)
        return routes, room

    def _half(self, turn: Turn, row: int) -> _Half:
        """Return half of a line without what led it down to its port."""
        route = self._route(turn, row)
        points = route.points[::-1] if turn.side == "right" else route.points
        flat = [number for number, (a, b) in enumerate(pairwise(points)) if abs(a.y - b.y) < _STRAY]
        if flat:
            points = points[: min(flat, key=lambda number: points[number].y) + 1]
        label = route.label
        if label is not None and (
            abs(label.center.y - points[-1].y) > _STRAY
            or any(label.overlaps(self._column(row, name)) for name in self._names(row))
        ):
            label = None
        return _Half(points, label)

    def _names(self, row: int) -> list[str]:
        return [name for names in self.parts[row].ports.values() for name in names]

    def _column(self, row: int, name: str) -> Rect:
        """Return what is above and below a port, where other lines may run."""
        rect = self.placed[row].spots[name]
        return Rect(rect.x, -self.bottoms[-1], rect.width, 3 * self.bottoms[-1])

    def _track(self, turn: Turn, halves: tuple[_Half, _Half]) -> Track:
        """Return what a line takes beside the rows, with its label if that stands nowhere else."""
        link, gaps = self.plan.links[turn.number], self.plan.gaps
        levels = [half.level for half in halves]
        label = None
        if link.label is not None and not any(half.label for half in halves):
            middle, half = sum(levels) / 2, link.label.height / 2 + gaps.label
            label = (middle - half, middle + half, link.label.width + 2 * gaps.label)
        return Track(
            key=(turn.number, 0),
            low=min(levels),
            high=max(levels),
            joints=(
                Joint(levels[0], turn.side == "right"),
                Joint(levels[1], turn.side == "right"),
            ),
            width=link.width,
            spare=gaps.track / 2 + link.width / 2,
            label=label,
        )


def _levelled(points: Points) -> Points:
    """Return the corners of a line that ends level, without a last piece that is upright."""
    a, b = points[-2:]
    return points if abs(a.y - b.y) < _STRAY else points[:-1]


def _around(center: Point, size: Size) -> Rect:
    return Rect(center.x - size.width / 2, center.y - size.height / 2, size.width, size.height)
