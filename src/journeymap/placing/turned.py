"""A plan and its placement with the two axes exchanged."""

from __future__ import annotations

import attrs

from journeymap.geometry import Point, Rect, Size
from journeymap.placing.plan import Placement, Plan, Route


def turned(plan: Plan) -> Plan:
    """Return a plan in which time runs right, in the place of one where it runs down."""
    return attrs.evolve(
        plan,
        direction="right",
        spots=tuple(attrs.evolve(spot, size=_size(spot.size)) for spot in plan.spots),
        links=tuple(
            attrs.evolve(link, label=None if link.label is None else _size(link.label))
            for link in plan.links
        ),
        groups=tuple(attrs.evolve(group, title=_size(group.title)) for group in plan.groups),
        bands=tuple(attrs.evolve(band, title=_size(band.title)) for band in plan.bands),
    )


def turned_back(placement: Placement) -> Placement:
    """Return a placement with the two axes exchanged."""
    return attrs.evolve(
        placement,
        size=_size(placement.size),
        spots={name: _rect(rect) for name, rect in placement.spots.items()},
        routes=tuple(_route(route) for route in placement.routes),
        groups=tuple(_rect(rect) for rect in placement.groups),
        bands=tuple(_rect(rect) for rect in placement.bands),
    )


def _size(size: Size) -> Size:
    return Size(size.height, size.width)


def _rect(rect: Rect) -> Rect:
    return Rect(rect.y, rect.x, rect.height, rect.width)


def _route(route: Route) -> Route:
    return attrs.evolve(
        route,
        points=tuple(Point(point.y, point.x) for point in route.points),
        label=None if route.label is None else _rect(route.label),
    )
