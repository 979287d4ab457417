"""The lines of a mind map: trunks from the root, ribs from a spine, twigs to the leaves.

Each way is a run of cubics from where it begins to where it ends. Ways that part are runs of one
box, so that what they share is painted once.
"""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.geometry import Point
from journeymap.layout.box import Box
from journeymap.layout.ring import around, straight

_ROUND = 0.5523
"""How far the handles of a quarter of a circle reach, as a part of its radius."""

Way = tuple[Point, ...]


def trunk(start: Point, end: Point, stage: int) -> Box:
    """Return the thick line from the root to a stage: level at both ends."""
    return _lines([_bent(start, end)], stage, "main")


def spine(start: Point, x: float, ends: Sequence[Point], bend: float, stage: int) -> Box:
    """Return the ways from a stage along an upright line to its aspects.

    Args:
        start: Where the stage ends.
        x: Where the upright line stands.
        ends: Where the aspects begin.
        bend: The radius of the bends at the aspects.
        stage: The position of the stage.
    """
    return _lines([_rib(start, x, end, bend) for end in ends], stage)


def twigs(start: Point, edge: float, ends: Sequence[Point], stage: int) -> Box:
    """Return the ways from an aspect to its leaves: level as far as the edge, then bent."""
    level = Point(edge, start.y)
    ways = [(start, *straight(start, level), *_bent(level, end)[1:]) for end in ends]
    return _lines(ways, stage)


def _lines(ways: Sequence[Way], stage: int, variant: str = "") -> Box:
    points = [point for way in ways for point in way]
    return Box(role="branch", rect=around(points), variant=variant, stage=stage, points=tuple(ways))


def _bent(start: Point, end: Point) -> Way:
    half = (start.x + end.x) / 2
    return (start, Point(half, start.y), Point(half, end.y), end)


def _rib(start: Point, x: float, end: Point, bend: float) -> Way:
    foot = Point(x, start.y)
    drop, out = end.y - start.y, end.x - x
    radius = min(bend, abs(drop), abs(out))
    if not radius:
        return (start, *straight(start, end))
    down, aside = (radius if drop > 0 else -radius), (radius if out > 0 else -radius)
    corner = Point(x, end.y - down)
    after = Point(x + aside, end.y)
    return (
        start,
        *straight(start, foot),
        *straight(foot, corner),
        Point(x, corner.y + down * _ROUND),
        Point(after.x - aside * _ROUND, end.y),
        after,
        *straight(after, end),
    )
