"""Where the names of points on curves stand, so that they touch nothing.

Every name has several forms (on one line, wrapped in the room of its point, wrapped as narrow as
its words allow) and several places (over its point, moved to a side). In each of them the nearest
free height above and below the point is looked for: there always is one, beyond everything else.
The names that have the least room choose first; then each may choose once more, knowing the others.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from journeymap.geometry import Point, Rect
from journeymap.layout.curve import Run
from journeymap.layout.sides import is_beyond


class Name(Protocol):
    """A text that can take several forms."""

    def least(self) -> float:
        """Return the width of its longest word."""
        ...

    def natural(self) -> float:
        """Return its width on one line."""
        ...

    def size(self, width: float) -> tuple[float, float]:
        """Return the width that it really takes in a width, and its height."""
        ...


class Request(NamedTuple):
    """A name that wants a place.

    Attributes:
        name: The name.
        point: What it names.
        reach: How far it must stay from the point, up and down.
        slot: The left and the right end of the room that is the point's own.
        others: The curves that are not the point's own.
    """

    name: Name
    point: Point
    reach: float
    slot: tuple[float, float]
    others: Sequence[Run] = ()


class Gaps(NamedTuple):
    """What has to stay free.

    Attributes:
        up: Above and below a name.
        side: Beside a name, to the next name.
        widest: How wide a name is on one line at the most.
        bounds: Between which places names may stand.
        band: The height of the lane's scale.
        lines: Where the lines between columns stand, ascending; a name stays between them if it
            can without leaving its point.
        clear: How far it then stays from them.
        beyond: How much further from its point a name rather stands than beyond another curve.
        line: How wide curves are.
    """

    up: float
    side: float
    widest: float
    bounds: tuple[float, float]
    band: float
    lines: Sequence[float] = ()
    clear: float = 0.0
    beyond: float = 0.0
    line: float = 0.0


class Place(NamedTuple):
    """Where a name stands.

    Attributes:
        rect: Its rectangle.
        width: In which width it is wrapped.
        cost: What speaks against the place.
        away: How much further from its point it stands than it has to.
        is_beyond: Whether another curve runs between it and its point.
    """

    rect: Rect
    width: float
    cost: float
    away: float
    is_beyond: bool


class _Field:
    """What stands in the lane, to be asked for by place."""

    def __init__(self, runs: Sequence[Run], fixed: Iterable[Rect], step: float) -> None:
        self.runs = runs
        self.step = step
        self.buckets: dict[int, list[Rect]] = {}
        for rect in fixed:
            self.add(rect)

    def _numbers(self, left: float, right: float) -> range:
        return range(int(left // self.step), int(right // self.step) + 1)

    def add(self, rect: Rect) -> None:
        for number in self._numbers(rect.x, rect.right):
            self.buckets.setdefault(number, []).append(rect)

    def remove(self, rect: Rect) -> None:
        for number in self._numbers(rect.x, rect.right):
            self.buckets[number].remove(rect)

    def taken(self, left: float, right: float) -> list[tuple[float, float]]:
        """Return what is taken between two places, from top to bottom, as pairs of heights."""
        found = [extent for run in self.runs if (extent := run.extent(left, right)) is not None]
        for number in self._numbers(left, right):
            inside = self.buckets.get(number, ())
            found += [(r.y, r.bottom) for r in inside if r.x < right and left < r.right]
        return sorted(found)


def named(
    requests: Sequence[Request], runs: Sequence[Run], fixed: Iterable[Rect], gaps: Gaps
) -> list[Place]:
    """Return the place of each name, in the order of the requests.

    Args:
        requests: The names and their points; y grows downwards, and the scale starts at 0.
        runs: The curves.
        fixed: What else stands there: the faces.
        gaps: What has to stay free.
    """
    field = _Field(runs, fixed, gaps.widest)
    order = sorted(range(len(requests)), key=lambda number: _room(requests[number]))
    places: dict[int, Place] = {}
    for number in order:
        places[number] = _placed(requests[number], field, gaps)
        field.add(_kept(places[number].rect, gaps))
    for number in order:
        if places[number].cost > 0:
            field.remove(_kept(places[number].rect, gaps))
            places[number] = _placed(requests[number], field, gaps)
            field.add(_kept(places[number].rect, gaps))
    return [places[number] for number in range(len(requests))]


def _room(request: Request) -> float:
    return request.slot[1] - request.slot[0] - request.name.natural()


def _kept(rect: Rect, gaps: Gaps) -> Rect:
    """Return what other names must not enter because of this one."""
    return rect.inset(-gaps.side, 0.0)


def _placed(request: Request, field: _Field, gaps: Gaps) -> Place:
    best: Place | None = None
    for width in _widths(request, gaps):
        own, height = request.name.size(width)
        for left in _lefts(request, own, gaps):
            aside = abs(left + own / 2 - request.point.x)
            extra = aside + _clumsiness(request, width, height)
            extra += 2 * _over(request, left, own, gaps)
            if best is not None and extra >= best.cost:
                continue
            taken = field.taken(left, left + own)
            for top in _tops(request, height, taken, gaps.up):
                distance = _distance(request, top, height)
                outside = max(0.0, -top) + max(0.0, top + height - gaps.band)
                cost = extra + distance + outside / 2
                if best is not None and cost >= best.cost:
                    continue
                rect = Rect(left, top, own, height)
                far = is_beyond(rect, request.point, gaps.line, request.others)
                cost += gaps.beyond if far else 0.0
                if best is None or cost < best.cost:
                    best = Place(rect, width, cost, distance, far)
        if best is not None and best.cost == 0:
            break
    assert best is not None  # noqa: S101 - there is always room above and below everything
    return best


def _widths(request: Request, gaps: Gaps) -> list[float]:
    """Return in which widths a name may be wrapped, the usual one first.

    No word is broken for the sake of its point's own room, unless it is longer than names may be.
    """
    most = gaps.bounds[1] - gaps.bounds[0]
    slot = request.slot[1] - request.slot[0]
    least = request.name.least()
    if least <= gaps.widest:
        slot = max(slot, least)
    widths = [slot, min(request.name.natural(), max(gaps.widest, least)), least]
    return list(dict.fromkeys(min(width, most) for width in widths))


def _lefts(request: Request, own: float, gaps: Gaps) -> list[float]:
    """Return the left ends to try: over the point, then moved to either side."""
    first, last = gaps.bounds[0], max(gaps.bounds[0], gaps.bounds[1] - own)
    middle = request.point.x - own / 2
    lefts = [middle, middle - own / 2, middle + own / 2]
    start, end = _column(request, gaps)
    if end - start >= own:
        inside = min(max(middle, start), end - own)
        lefts.append(min(max(inside, middle - own / 2), middle + own / 2))
    return list(dict.fromkeys(min(max(left, first), last) for left in lefts))


def _column(request: Request, gaps: Gaps) -> tuple[float, float]:
    """Return between which places a name stands clear of the lines beside its point's column."""
    number = bisect(gaps.lines, request.point.x)
    before, after = gaps.lines[:number], gaps.lines[number:]
    start = before[-1] + gaps.clear if before else gaps.bounds[0]
    return start, after[0] - gaps.clear if after else gaps.bounds[1]


def _over(request: Request, left: float, own: float, gaps: Gaps) -> float:
    """Return how far a name stands out of its point's column."""
    start, end = _column(request, gaps)
    return max(0.0, start - left) + max(0.0, left + own - end)


def _clumsiness(request: Request, width: float, height: float) -> float:
    """Return what is bad about a form by itself: broken words, and many lines."""
    line = request.name.size(request.name.natural())[1]
    broken = max(0.0, request.name.least() - width)
    return 4 * broken + max(0.0, height - 2 * line)


def _tops(
    request: Request, height: float, taken: Sequence[tuple[float, float]], gap: float
) -> tuple[float, float]:
    """Return the nearest free top above the point and the one below."""
    above = request.point.y - request.reach - height
    for top, bottom in reversed(taken):
        if top - gap < above + height and above < bottom + gap:
            above = top - gap - height
    below = request.point.y + request.reach
    for top, bottom in taken:
        if top - gap < below + height and below < bottom + gap:
            below = bottom + gap
    return above, below


def _distance(request: Request, top: float, height: float) -> float:
    """Return how much further from its point a name stands than it has to."""
    y = request.point.y
    away = y - top - height if top + height <= y else top - y
    return max(0.0, away - request.reach)
