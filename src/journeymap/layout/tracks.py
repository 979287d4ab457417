"""Where the ways above the stage headers run, so that as few of them cross as can be.

Two ways cross once if one begins inside the other and ends outside, and never otherwise: a way
stands above all shorter ones that it meets, and on a header the ends of ways that go left stand
left of those that go right, the longest in the middle.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from journeymap.geometry import Point, Rect
from journeymap.layout.blocks import Align, Setting
from journeymap.layout.box import Box
from journeymap.layout.ways import Link
from journeymap.layout.words import Words
from journeymap.theme import Metrics

Stretch = tuple[float, float]
"""From one x to another."""


class Label(NamedTuple):
    """What is said of a way: the words, from where to where, on its line or above it."""

    words: Words
    left: float
    width: float
    gap: float = 0.0
    is_above: bool = False

    @property
    def height(self) -> float:
        """How high the words are."""
        return self.words.height(self.width - 2 * self.gap)

    def plate(self, line: float) -> Box:
        """Return the words on or above a line at some y."""
        rule = self.words.setting.metrics.rule
        y = line - self.height - rule if self.is_above else line - self.height / 2
        place = Rect(self.left, y, self.width, self.height)
        text = self.words.place(place.x + self.gap, y, self.width - 2 * self.gap)
        return Box(role="plate", rect=place, children=(text,))


class Run(NamedTuple):
    """A way with the places of its ends.

    Attributes:
        start: Where it leaves its header, or where its line begins if it comes from elsewhere.
        end: Where it enters its header, or where its line ends if it leads elsewhere.
        legs: Where it stands on a header.
        label: What is said of it.
    """

    link: Link
    start: float
    end: float
    legs: tuple[float, ...]
    label: Label | None = None

    @property
    def line(self) -> Stretch:
        """From where to where its line runs."""
        return min(self.start, self.end), max(self.start, self.end)

    @property
    def reach(self) -> Stretch:
        """From where to where it needs its height for itself."""
        low, high = self.line
        if self.label is None:
            return low, high
        return min(low, self.label.left), max(high, self.label.left + self.label.width)

    def above(self, metrics: Metrics) -> float:
        """Return how much room it needs above its line."""
        if self.label is None:
            return metrics.track_height / 2
        if self.label.is_above:
            return self.label.height + metrics.rule
        return max(metrics.track_height, self.label.height) / 2

    def below(self, metrics: Metrics) -> float:
        """Return how much room it needs below its line."""
        if self.label is None or self.label.is_above:
            return metrics.track_height / 2
        return max(metrics.track_height, self.label.height) / 2


def tracks(
    links: Sequence[Link], columns: Sequence[Rect], top: float, setting: Setting
) -> tuple[Box, ...]:
    """Return one box a way from `top` downwards, the longest on top; all end on the headers.

    Args:
        links: The ways, the shortest first.
        columns: The columns of the headers.
        top: Where the room for ways starts, in px.
        setting: Lengths, words and a ruler.
    """
    if not links:
        return ()
    metrics = setting.metrics
    runs = _labelled(_runs(links, columns, metrics), columns, setting)
    levels = _levels(runs, metrics.track_head)
    lines, bottom = _lines(runs, levels, top, metrics)
    boxes = [_box(run, lines[level], top, bottom) for run, level in zip(runs, levels, strict=True)]
    return tuple(reversed(boxes))


def _runs(links: Sequence[Link], columns: Sequence[Rect], metrics: Metrics) -> list[Run]:
    ports = _ports(links, columns, metrics)
    reach = 2.5 * metrics.track_head
    runs = []
    for rank, link in enumerate(links):
        start, end = ports.get((rank, "start")), ports.get((rank, "end"))
        legs = tuple(port for port in (start, end) if port is not None)
        if start is None or end is None:
            aside = legs[0] + (reach if _goes_right(link, len(columns)) else -reach)
            start, end = (aside if start is None else start), (aside if end is None else end)
        runs.append(Run(link, start, end, legs))
    return runs


def _goes_right(link: Link, count: int) -> bool:
    """Tell to which side of its header a way turns that leads elsewhere or comes from there."""
    if link.start is None:
        return link.end == 0
    return link.start < count - 1 or count == 1


def _ports(
    links: Sequence[Link], columns: Sequence[Rect], metrics: Metrics
) -> dict[tuple[int, str], float]:
    """Return where each way leaves and enters, by its rank: spread evenly along each header."""
    ends: list[tuple[int, tuple[int, int], int, str]] = []
    for rank, link in enumerate(links):
        for name, column, other in (
            ("start", link.start, link.end),
            ("end", link.end, link.start),
        ):
            if column is not None:
                order = _place(link, rank, name, other, column, len(columns))
                ends.append((column, order, rank, name))
    ports = {}
    for number, rect in enumerate(columns):
        here = sorted(end for end in ends if end[0] == number)
        left = rect.x + metrics.arrow
        room = rect.width - metrics.header_gap - 2 * metrics.arrow
        for turn, (_, _, rank, name) in enumerate(here):
            ports[rank, name] = left + room * (turn + 1) / (len(here) + 1)
    return ports


def _place(
    link: Link, rank: int, name: str, other: int | None, column: int, count: int
) -> tuple[int, int]:
    """Return what an end is sorted by among those on its header."""
    if other == column:
        return (1, -rank) if name == "start" else (2, rank)
    goes_right = _goes_right(link, count) if other is None else other > column
    return (3, -rank) if goes_right else (0, rank)


def _labelled(runs: Sequence[Run], columns: Sequence[Rect], setting: Setting) -> list[Run]:
    whole = (columns[0].x, columns[-1].right)
    made = []
    for rank, run in enumerate(runs):
        longer = sorted(leg for other in runs[rank + 1 :] for leg in other.legs)
        label = _label(run, longer, whole, setting) if run.link.text else None
        made.append(run._replace(label=label))
    return made


def _label(run: Run, longer: Sequence[float], whole: Stretch, setting: Setting) -> Label:
    """Return what is said of a way where no longer way comes down through it."""
    if run.link.span < 0:
        return _beside(run, longer, whole, setting)
    metrics = setting.metrics
    words = _words(run.link.text, setting, "middle")
    gap, low, high = metrics.dot_gap, *run.line
    need = words.natural() + 2 * gap
    inner = (low + 2 * metrics.track_head, high - 2 * metrics.track_head)
    on = _widest(_free(inner, longer))
    over = _widest(_free(whole, longer, around=run.line))
    room = on[1] - on[0]
    if need > room and (need <= over[1] - over[0] or room < _least(words, metrics)):
        return _fitted(words, over, whole, (low + high) / 2, gap, metrics, is_above=True)
    return _fitted(words, on, whole, sum(on) / 2, gap, metrics)


def _words(text: str, setting: Setting, align: Align) -> Words:
    return Words(text, setting.metrics.small, setting, ink="muted", align=align)


def _least(words: Words, metrics: Metrics) -> float:
    """Return how narrow words may become before they rather stand in the way of lines."""
    return min(words.natural() + 2 * metrics.dot_gap, metrics.facet_minimum)


def _fitted(
    words: Words,
    room: Stretch,
    whole: Stretch,
    middle: float,
    gap: float,
    metrics: Metrics,
    *,
    is_above: bool = False,
) -> Label:
    """Return words in a room, as near to `middle` as can be and as narrow as they are."""
    if room[1] - room[0] < _least(words, metrics):
        room = whole
        width = min(metrics.facet_minimum, whole[1] - whole[0])
    else:
        width = room[1] - room[0]
    own = words.widest(width - 2 * gap) + 2 * gap
    left = min(max(middle - own / 2, room[0]), room[1] - own)
    return Label(words, left, own, gap, is_above)


def _beside(run: Run, longer: Sequence[float], whole: Stretch, setting: Setting) -> Label:
    """Return the words at the open end of a way that leads elsewhere or comes from there."""
    metrics = setting.metrics
    leg, aside = run.legs[0], run.end if run.link.end is None else run.start
    gap = metrics.dot_gap
    if aside > leg:
        limit = min((x for x in longer if x > aside), default=whole[1])
        words, room = _words(run.link.text, setting, "start"), (aside + gap, limit)
    else:
        limit = max((x for x in longer if x < aside), default=whole[0])
        words, room = _words(run.link.text, setting, "end"), (limit, aside - gap)
    width = max(room[1] - room[0] - metrics.dot_gap, _least(words, metrics))
    own = words.widest(min(width, whole[1] - whole[0]))
    left = room[0] if aside > leg else room[1] - own
    inside = min(max(left, whole[0]), whole[1] - own)
    # Where there is no room beside the end of the line, the words stand above it.
    return Label(words, inside, own, is_above=inside != left)


def _free(room: Stretch, legs: Sequence[float], around: Stretch | None = None) -> list[Stretch]:
    """Return the stretches of a room between legs; of those, the ones that meet `around`."""
    low, high = room
    edges = [low, *(leg for leg in legs if low < leg < high), high]
    parts = list(pairwise(edges))
    if around is None:
        return parts
    return [part for part in parts if part[1] > around[0] and part[0] < around[1]] or parts


def _widest(parts: Sequence[Stretch]) -> Stretch:
    return max(parts, key=lambda part: part[1] - part[0])


def _levels(runs: Sequence[Run], gap: float) -> list[int]:
    """Return the level of each way, 0 the lowest: above all shorter ones that it meets."""
    levels: list[int] = []
    for rank, run in enumerate(runs):
        low, high = run.reach
        below = [
            level
            for other, level in zip(runs[:rank], levels, strict=True)
            if other.reach[0] < high + gap and other.reach[1] > low - gap
        ]
        levels.append(1 + max(below, default=-1))
    return levels


def _lines(
    runs: Sequence[Run], levels: Sequence[int], top: float, metrics: Metrics
) -> tuple[list[float], float]:
    """Return the y of each level's line, and where the headers start."""
    above, below = [0.0] * (max(levels) + 1), [0.0] * (max(levels) + 1)
    for run, level in zip(runs, levels, strict=True):
        above[level] = max(above[level], run.above(metrics))
        below[level] = max(below[level], run.below(metrics))
    lines = [0.0] * len(above)
    for level in reversed(range(len(above))):
        lines[level] = top + above[level]
        top = lines[level] + below[level]
    return lines, top + metrics.track_gap


def _box(run: Run, line: float, top: float, bottom: float) -> Box:
    points = (
        *([Point(run.start, bottom)] if run.link.start is not None else []),
        Point(run.start, line),
        Point(run.end, line),
        *([Point(run.end, bottom)] if run.link.end is not None else []),
    )
    children: tuple[Box, ...] = ()
    if run.label is not None:
        children = (run.label.plate(line),)
    low, high = run.reach
    reach = Rect(low, top, high - low, bottom - top)
    return Box(role="track", rect=reach, points=(points,), children=children)
