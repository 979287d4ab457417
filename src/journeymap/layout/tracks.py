"""Ways that do not lead to the next stage: the loop of a cycle, revisits and alternatives.

Each is drawn above the stage headers, out of one stage and into another.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from journeymap.geometry import Point, Rect
from journeymap.layout.blocks import Setting, Words
from journeymap.layout.box import Box
from journeymap.model import Journey, Stage, Transition
from journeymap.model.index import Index


@attrs.frozen(eq=False)
class Way:
    """A way from one stage to another, by position, with what is said of it."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> int:
        """How many columns it crosses."""
        return abs(self.end - self.start)


def ways(journey: Journey, setting: Setting) -> list[Way]:
    """Return every way that has to be drawn, the shortest first."""
    given = [(n, way) for n, stage in enumerate(journey.stages) for way in stage.leads_to]
    index = Index(journey) if given else None
    found = [
        Way(position, _position(index, transition), _said(transition, setting))
        for position, transition in given
        if index is not None
    ]
    last = len(journey.stages) - 1
    if journey.is_cyclic and last > 0 and not any((w.start, w.end) == (last, 0) for w in found):
        again = setting.labels.legend["again"]
        rate = journey.repeat_rate
        share = f" · {setting.labels.percent(float(rate.fraction))}" if rate else ""
        found.append(Way(last, 0, again + share))
    return sorted(found, key=lambda way: (way.span, way.start, way.end))


def _position(index: Index, transition: Transition) -> int:
    (item,) = index.find(transition.to, Stage)
    position = item.steps[1]
    assert isinstance(position, int)  # noqa: S101 - a stage stands in the tuple of stages
    return position


def _said(transition: Transition, setting: Setting) -> str:
    labels = setting.labels
    share = labels.percent(float(transition.share.fraction)) if transition.share else ""
    return " · ".join(part for part in (transition.when or "", share) if part)


def tracks(
    journey: Journey, columns: Sequence[Rect], top: float, setting: Setting
) -> tuple[Box, ...]:
    """Return one box a way from `top` downwards, the longest on top; all end on the headers."""
    metrics = setting.metrics
    drawn = ways(journey, setting)[::-1]
    ports = _ports(drawn, columns, metrics.track_head)
    whole = (columns[0].x, columns[-1].right)
    said = [_said_on(way, number, ports, whole, setting) for number, way in enumerate(drawn)]
    heights = [max(metrics.track_height, room.height) for _, room in said]
    bottom = top + sum(heights) + metrics.track_gap * len(heights)
    boxes = []
    for (words, room), (start, end), height in zip(said, ports, heights, strict=True):
        line = top + height / 2
        points = (Point(start, bottom), Point(start, line), Point(end, line), Point(end, bottom))
        children: tuple[Box, ...] = ()
        if words is not None:
            place = Rect(room.x, line - room.height / 2, room.width, room.height)
            text = words.place(place.x, place.y, place.width)
            children = (Box(role="plate", rect=place, children=(text,)),)
        left = min(start, end, *([room.x] if words else []))
        right = max(start, end, *([room.right] if words else []))
        reach = Rect(left, top, right - left, bottom - top)
        boxes.append(Box(role="track", rect=reach, points=(points,), children=children))
        top += height + metrics.track_gap
    return tuple(boxes)


def _ports(drawn: Sequence[Way], columns: Sequence[Rect], head: float) -> list[tuple[float, float]]:
    """Return where each way leaves and where it enters.

    A way's right end stands left of its column's middle and its left end right of it, the longer
    way nearer to the middle: so nested ways and ways that follow each other never cross.
    """
    ports = []
    for rank, way in enumerate(drawn):
        right, left = columns[max(way.start, way.end)], columns[min(way.start, way.end)]
        room = min(right.width, left.width) / 2 - 2 * head
        away = 2 * head + min(2.5 * head, room / len(drawn)) * rank
        pair = (right.center.x - away, left.center.x + away)
        ports.append(pair if way.end <= way.start else pair[::-1])
    return ports


def _said_on(
    way: Way,
    number: int,
    ports: Sequence[tuple[float, float]],
    whole: tuple[float, float],
    setting: Setting,
) -> tuple[Words | None, Rect]:
    """Return what is said of a way and its place on the line, with its top at 0."""
    metrics = setting.metrics
    if not way.text:
        return None, Rect(0.0, 0.0, 0.0, 0.0)
    words = Words(way.text, metrics.small_strong, setting, ink="muted", align="middle")
    left, right = _widest(ports, number)
    gap = metrics.dot_gap
    line = right - left - 2 * gap - 2 * metrics.track_head
    room = min(max(line, metrics.facet_minimum), whole[1] - whole[0] - 2 * gap)
    own = max(piece.width for piece in words.lines(room)) + 2 * gap
    x = min(max((left + right - own) / 2, whole[0]), whole[1] - own)
    return words, Rect(x, 0.0, own, words.height(own))


def _widest(ports: Sequence[tuple[float, float]], number: int) -> tuple[float, float]:
    """Return the widest part of a way's line that no longer way comes down through."""
    low, high = sorted(ports[number])
    crossing = [x for pair in ports[:number] for x in pair if low < x < high]
    edges = sorted([low, *crossing, high])
    return max(pairwise(edges), key=lambda part: part[1] - part[0])
