"""Marks on points of a plot with their names, which touch no line and not one another.

Lines over time go from left to right. So for a name of some width all lines together leave gaps one
above the other, and the best place in a gap is the one nearest to the mark: few places have to be
looked at, and none that is free is missed by more than the step between two columns.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import attrs

from journeymap.geometry import Point, Rect
from journeymap.layout.blocks import Block, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.ringlabels import distance
from journeymap.layout.tight import tight
from journeymap.layout.words import Words

Run = Sequence[Point]


@attrs.frozen(eq=False)
class Callout:
    """A point and what is said of it."""

    at: Point
    text: str


@attrs.frozen(eq=False)
class _Place:
    rect: Rect
    end: Point
    length: float


def callouts(
    asked: Sequence[Callout], runs: Sequence[Run], plot: Rect, setting: Setting
) -> tuple[list[Box], list[str]]:
    """Return marks with their names, and the texts of those that find no room.

    Points that are so near that their marks would touch share one.

    Args:
        asked: The points.
        runs: The lines of the plot; each goes from left to right.
        plot: Where names may stand.
        setting: Lengths and a ruler.
    """
    metrics = setting.metrics
    groups = _grouped(asked, 2 * metrics.callout_ring + metrics.rule)
    rings = [_ring(group[0].at, metrics.callout_ring) for group in groups]
    taken = list(rings)
    boxes: list[Box] = []
    unnamed: list[str] = []
    for group, ring in zip(groups, rings, strict=True):
        words = [Words(one.text, metrics.small_strong, setting) for one in group]
        inside = Stack(words, 0.0)
        place = _Search(inside, ring, taken, runs, plot, setting).best()
        if place is None:
            unnamed += [one.text for one in group]
        else:
            taken.append(place.rect)
            boxes += _named(inside, place, ring, setting)
        boxes.append(Box(role="break-even", rect=ring))
    return boxes, unnamed


def _grouped(asked: Sequence[Callout], near: float) -> list[list[Callout]]:
    groups: list[list[Callout]] = []
    for one in sorted(asked, key=lambda callout: (callout.at.x, callout.at.y)):
        group = next((g for g in groups if distance(g[0].at, one.at) < near), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return groups


def _ring(center: Point, radius: float) -> Rect:
    return Rect(center.x - radius, center.y - radius, 2 * radius, 2 * radius)


def _named(inside: Block, place: _Place, ring: Rect, setting: Setting) -> list[Box]:
    metrics = setting.metrics
    room = place.rect.inset(metrics.callout_padding, metrics.callout_inset)
    name = Box(
        role="callout", rect=place.rect, children=(inside.place(room.x, room.y, room.width),)
    )
    start, end = ring.center, place.end
    way = Rect(min(start.x, end.x), min(start.y, end.y), abs(start.x - end.x), abs(start.y - end.y))
    return [Box(role="callout-line", rect=way, points=((start, end),)), name]


class _Search:
    """The search for the place of one name."""

    def __init__(
        self,
        inside: Block,
        ring: Rect,
        taken: Sequence[Rect],
        runs: Sequence[Run],
        plot: Rect,
        setting: Setting,
    ) -> None:
        metrics = setting.metrics
        self.ring = ring
        self.taken = [rect for rect in taken if rect is not ring]
        self.runs = runs
        self.plot = plot
        self.metrics = metrics
        wide = tight(inside, metrics.callout_widest)
        self.width = wide + 2 * metrics.callout_padding
        self.height = inside.height(wide) + 2 * metrics.callout_inset

    def best(self) -> _Place | None:
        """Return the place with the shortest way to the mark that crosses the fewest lines."""
        found: _Place | None = None
        least = 0.0
        for place in sorted(self._places(), key=lambda place: (place.length, place.rect.x)):
            if found is not None and place.length >= least:
                break
            if any(self._is_hit(place, rect) for rect in self.taken):
                continue
            cost = place.length + self.metrics.callout_crossing * self._crossings(place)
            if found is None or cost < least:
                found, least = place, cost
        return found

    def _places(self) -> Iterator[_Place]:
        """Yield the nearest place in each gap between the lines, column by column."""
        steps = int(self.metrics.callout_steps_ratio)
        last = self.plot.right - self.width
        if last < self.plot.x:
            return
        middle = min(max(self.ring.center.x - self.width / 2, self.plot.x), last)
        columns = [self.plot.x + (last - self.plot.x) * step / steps for step in range(steps + 1)]
        for left in [middle, *columns]:
            for low, high in self._gaps(left):
                if high - low < self.height:
                    continue
                top = min(max(self.ring.center.y - self.height / 2, low), high - self.height)
                rect = Rect(left, top, self.width, self.height)
                end = _nearest(rect, self.ring.center, self.metrics.card_radius)
                yield _Place(rect, end, distance(self.ring.center, end))

    def _gaps(self, left: float) -> Iterator[tuple[float, float]]:
        """Yield what is free of lines, marks and names in a column, from top to bottom."""
        clear = self.metrics.callout_clear
        start, end = left - clear, left + self.width + clear
        filled = [_extent(run, start, end) for run in self.runs]
        near = [*self.taken, self.ring]
        filled += [(r.y, r.bottom) for r in near if r.x < end and r.right > start]
        top = self.plot.y
        for low, high in sorted(filled):
            if low - clear > top:
                yield top, low - clear
            top = max(top, high + clear)
        if self.plot.bottom > top:
            yield top, self.plot.bottom

    def _is_hit(self, place: _Place, rect: Rect) -> bool:
        """Tell whether the way to the mark goes through another mark or name."""
        clear = self.metrics.callout_inset
        wider = rect.inset(-clear, -clear)
        return any(
            wider.x < point.x < wider.right and wider.y < point.y < wider.bottom
            for point in self._way(place)
        )

    def _crossings(self, place: _Place) -> int:
        """Return how many lines lie across the way to the mark, those of the mark left out."""
        way = list(self._way(place))
        count = 0
        for run in self.runs:
            sides = [point.y > _height(run, point.x) for point in way]
            count += sides[0] != sides[-1]
        return count

    def _way(self, place: _Place) -> Iterator[Point]:
        """Yield points from beside the mark to its name."""
        start, end = self.ring.center, place.end
        skip = min(1.0, self.ring.width / max(place.length, self.ring.width))
        steps = int(self.metrics.callout_steps_ratio)
        for step in range(steps + 1):
            part = skip + (1 - skip) * step / steps
            yield Point(start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part)


def _nearest(rect: Rect, point: Point, radius: float) -> Point:
    """Return the point of a rectangle with round corners that is nearest to a point outside it."""
    radius = min(radius, rect.width / 2, rect.height / 2)
    inner = rect.inset(radius, radius)
    x = min(max(point.x, inner.x), inner.right)
    y = min(max(point.y, inner.y), inner.bottom)
    part = radius / distance(Point(x, y), point)
    return Point(x + (point.x - x) * part, y + (point.y - y) * part)


def _height(run: Run, x: float) -> float:
    """Return how high a line runs at a place."""
    place = min(max(bisect_left(run, x, key=lambda point: point.x), 1), len(run) - 1)
    a, b = run[place - 1], run[place]
    part = (min(max(x, a.x), b.x) - a.x) / (b.x - a.x)
    return a.y + (b.y - a.y) * part


def _extent(run: Run, start: float, end: float) -> tuple[float, float]:
    """Return the least and the greatest y of a line between two places."""
    first = bisect_left(run, start, key=lambda point: point.x)
    last = bisect_right(run, end, key=lambda point: point.x)
    ys = [point.y for point in run[first:last]]
    ys += [_height(run, start), _height(run, end)]
    return min(ys), max(ys)
