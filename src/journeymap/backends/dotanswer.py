"""What Graphviz answers to a plan: where its nodes stand, as numbers, and the curves of its edges.

Graphviz reckons upwards and in whole points; we reckon downwards, and in the sizes of the plan.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

import attrs

from journeymap.backends.curves import Points, between, ending_at, joined
from journeymap.backends.plandot import (
    cluster_name,
    edge_ids,
    label_name,
    spot_names,
    title_room,
    turned,
)
from journeymap.errors import RenderError
from journeymap.geometry import Point, Rect, Size
from journeymap.placing.plan import Link, Placement, Plan, Route


def placement_of(plan: Plan, answer: bytes, engine: str) -> Placement:
    """Return where everything of a plan stands.

    Args:
        plan: What Graphviz was asked to place.
        answer: What it wrote, in its format `json0`.
        engine: The name of the engine, for those who ask what drew the picture.

    Raises:
        RenderError: The answer is none, or something is missing in it.
    """
    try:
        return _Answer.read(plan, answer).placement(engine)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise RenderError(f"Graphviz gave no answer that can be read ({error!r})") from error


@attrs.frozen
class _Answer:
    """An answer, read.

    Attributes:
        plan: What was asked.
        height: Of the whole.
        objects: Nodes and clusters by name.
        curves: The points of the edges by id.
    """

    plan: Plan
    height: float
    objects: dict[str, dict[str, Any]]
    curves: dict[str, Points]

    @classmethod
    def read(cls, plan: Plan, answer: bytes) -> _Answer:
        """Return what an answer says."""
        said = json.loads(answer)
        height = _numbers(said["bb"])[3]
        objects = {item["name"]: item for item in said.get("objects", ())}
        edges = (edge for edge in said.get("edges", ()) if "id" in edge and "pos" in edge)
        curves = {edge["id"]: _points(edge["pos"], height) for edge in edges}
        return cls(plan, height, objects, curves)

    def placement(self, engine: str) -> Placement:
        """Return it as a placement."""
        names, plan = spot_names(self.plan), self.plan
        spots = {spot.id: self._box(names[spot.id], spot.size) for spot in plan.spots}
        groups = [self._group(position) for position in range(len(plan.groups))]
        ends = spots | {group.id: box for group, box in zip(plan.groups, groups, strict=True)}
        routes = [
            self._route(position, link, ends, is_turned=is_turned)
            for position, (link, is_turned) in enumerate(zip(plan.links, turned(plan), strict=True))
        ]
        return _at_origin(spots, groups, routes, engine)

    def _box(self, name: str, size: Size) -> Rect:
        x, y = _numbers(self.objects[name]["pos"])
        y = self.height - y
        return Rect(x - size.width / 2, y - size.height / 2, size.width, size.height)

    def _group(self, position: int) -> Rect:
        left, low, right, high = _numbers(self.objects[cluster_name(position)]["bb"])
        # The margin is as wide on all sides as the title needs it above.
        spare = title_room(self.plan.groups[position], self.plan.gaps)
        return Rect(left + spare, self.height - high, right - left - 2 * spare, high - low - spare)

    def _route(self, position: int, link: Link, ends: dict[str, Rect], *, is_turned: bool) -> Route:
        tail, head = ends[link.tail], ends[link.head]
        ids = edge_ids(position, link)
        label = None if link.label is None else self._box(label_name(position), link.label)
        if all(edge in self.curves for edge in ids):
            points = joined([self.curves[edge] for edge in ids])
            points = points[::-1] if is_turned else points
        else:
            # Graphviz draws nothing between nodes that touch.
            points = between(tail, head)
        points = ending_at(ending_at(points, head)[::-1], tail)[::-1]
        return Route(points=points, is_curve=True, label=label)


def _points(text: str, height: float) -> Points:
    pairs = map(_numbers, text.partition(";")[0].split())
    return tuple(Point(x, height - y) for x, y in pairs)


def _numbers(text: str) -> list[float]:
    found = [float(part) for part in text.split(",")]
    if not all(map(math.isfinite, found)):
        raise ValueError(text)
    return found


def _at_origin(
    spots: dict[str, Rect], groups: Sequence[Rect], routes: Sequence[Route], engine: str
) -> Placement:
    """Return everything moved so that it begins at the top left corner."""
    boxes = [*spots.values(), *groups, *(route.label for route in routes if route.label)]
    corners = chain.from_iterable(
        (Point(box.x, box.y), Point(box.right, box.bottom)) for box in boxes
    )
    points = [*corners, *chain.from_iterable(route.points for route in routes)]
    left, right = _span(point.x for point in points)
    top, bottom = _span(point.y for point in points)
    return Placement(
        size=Size(right - left, bottom - top),
        spots={name: box.moved(-left, -top) for name, box in spots.items()},
        groups=tuple(box.moved(-left, -top) for box in groups),
        routes=tuple(_moved(route, -left, -top) for route in routes),
        engine=engine,
    )


def _span(values: Iterable[float]) -> tuple[float, float]:
    found = list(values) or [0.0]
    return min(found), max(found)


def _moved(route: Route, dx: float, dy: float) -> Route:
    label = route.label and route.label.moved(dx, dy)
    points = tuple(Point(point.x + dx, point.y + dy) for point in route.points)
    return attrs.evolve(route, points=points, label=label)
