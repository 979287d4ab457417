"""The lines that run along one strip or one channel, side by side, so that few cross.

All numbers here are along the strip (`low`, `high`) or across it, from its start.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import attrs

from journeymap.placing.hops import Joint
from journeymap.placing.labels import Seat

Key = tuple[int, int] | Seat
"""A hop of a way, by the numbers of both, or a label that needs a place of its own."""

_LIES = 20
"""How many crossings are as bad as two lines that run on each other."""

_MANY = 60
"""Above so many lines that meet, they are put in order by a rule of thumb only."""


@attrs.frozen(eq=False, kw_only=True)
class Track:
    """A line that needs a place across a strip.

    Attributes:
        key: What it is of.
        low: Where it starts.
        high: Where it ends.
        joints: Where lines come to it from the sides.
        width: How thick it is.
        spare: How far beyond its ends no other may stand at its place.
        label: From where to where along it its label is, and how much that takes across; None
            without one.
    """

    key: Key
    low: float
    high: float
    joints: tuple[Joint, ...] = ()
    width: float = 0.0
    spare: float = 0.0
    label: tuple[float, float, float] | None = None

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where no other may stand at its place."""
        low, high = self.low - self.spare, self.high + self.spare
        if self.label is not None:
            return min(low, self.label[0]), max(high, self.label[1])
        return low, high


@attrs.frozen
class Laid:
    """Tracks side by side: the place of each by its key, and how much all take across."""

    places: dict[Key, float]
    width: float


def laid(tracks: Sequence[Track], gap: float, room: float, near: float) -> Laid:
    """Return the places of tracks, in the middle of a room or of what they need.

    Args:
        tracks: What runs along a strip.
        gap: How far apart they are.
        room: How wide the strip is at least, without what is kept free at its edges.
        near: Two joints nearer than this are as good as at one place.
    """
    parts = []
    for cluster in _clusters(tracks):
        places, width = _packed(_sorted(cluster, near), gap)
        parts.append((places, width))
    whole = max([room, *(width for _, width in parts)])
    found: dict[Key, float] = {}
    for places, width in parts:
        for key, place in places.items():
            found[key] = place + (whole - width) / 2
    return Laid(found, whole)


def _clusters(tracks: Sequence[Track]) -> list[list[Track]]:
    """Return the tracks in runs that have nothing to do with each other."""
    found: list[list[Track]] = []
    end = float("-inf")
    for track in sorted(tracks, key=lambda track: track.reach):
        low, high = track.reach
        if low >= end:
            found.append([])
        found[-1].append(track)
        end = max(end, high)
    return found


def _sorted(tracks: list[Track], near: float) -> list[Track]:
    """Return tracks in an order across in which few cross and none lie on each other."""
    order = sorted(tracks, key=_thumb)
    if len(order) > _MANY:
        return order
    made: list[Track] = []
    for track in order:
        costs = [(_cost(other, track, near), _cost(track, other, near)) for other in made]
        total = best = sum(after for _, after in costs)
        place = 0
        for number, (before, after) in enumerate(costs):
            total += before - after
            if total <= best:
                best, place = total, number + 1
        made.insert(place, track)
    return made


def _thumb(track: Track) -> tuple[int, float, float]:
    """Return what tracks are sorted by at first: lines that go down, the upper ones last."""
    if len(track.joints) < 2:
        return (1, 0.0, track.low)
    first, second = track.joints
    if first.is_before == second.is_before:
        length = track.high - track.low
        return (0, length, track.low) if first.is_before else (2, -length, track.low)
    before, after = (first, second) if first.is_before else (second, first)
    if before.level <= after.level:
        return (1, -before.level, -after.level)
    return (1, before.level, after.level)


def _cost(first: Track, second: Track, near: float) -> int:
    """Return how much is crossed if `first` stands before `second`."""
    cost = 0
    for joint in second.joints:
        if joint.is_before:
            cost += first.low < joint.level < first.high
            cost += _LIES * _is_under(joint, first.label, near)
            cost += _LIES * sum(
                not other.is_before and abs(other.level - joint.level) < near
                for other in first.joints
            )
    for joint in first.joints:
        if not joint.is_before:
            cost += second.low < joint.level < second.high
            cost += _LIES * _is_under(joint, second.label, near)
    return cost


def _is_under(joint: Joint, label: tuple[float, float, float] | None, near: float) -> bool:
    return label is not None and label[0] - near / 2 < joint.level < label[1] + near / 2


def _packed(tracks: Sequence[Track], gap: float) -> tuple[dict[Key, float], float]:
    """Return the places of tracks in a given order, each as near to the start as can be."""
    skyline = _Skyline()
    places: dict[Key, float] = {}
    width = 0.0
    for track in tracks:
        low, high = track.low - track.spare, track.high + track.spare
        place = skyline.top(low, high) + track.width / 2
        if track.label is not None:
            first, last, size = track.label
            place = max(place, skyline.top(first, last) + size / 2)
        skyline.raise_to(low, high, place + track.width / 2 + gap)
        width = max(width, place + track.width / 2)
        if track.label is not None:
            skyline.raise_to(first, last, place + size / 2 + gap / 2)
            width = max(width, place + size / 2)
        places[track.key] = place
    return places, width


class _Skyline:
    """How far a strip is taken at every place along it."""

    def __init__(self) -> None:
        self.starts = [float("-inf")]
        self.tops = [0.0]

    def top(self, low: float, high: float) -> float:
        """Return how far it is taken between two places."""
        first, last = bisect_right(self.starts, low) - 1, bisect_left(self.starts, high)
        return max(self.tops[first:last])

    def raise_to(self, low: float, high: float, top: float) -> None:
        """Take it up to `top` between two places, where it is not taken further already."""
        self._cut(low)
        self._cut(high)
        first, last = bisect_left(self.starts, low), bisect_left(self.starts, high)
        if max(self.tops[first:last]) <= top:
            self.starts[first:last] = [low]
            self.tops[first:last] = [top]
        else:
            self.tops[first:last] = [max(top, old) for old in self.tops[first:last]]

    def _cut(self, place: float) -> None:
        index = bisect_left(self.starts, place)
        if index == len(self.starts) or self.starts[index] != place:
            self.starts.insert(index, place)
            self.tops.insert(index, self.tops[index - 1])
