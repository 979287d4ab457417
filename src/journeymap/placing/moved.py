"""A placement in another place."""

from __future__ import annotations

import attrs

from journeymap.geometry import Point
from journeymap.placing.plan import Placement, Route


def moved(placement: Placement, right: float, down: float) -> Placement:
    """Return a placement of the same size with all that is in it moved."""

    def route(one: Route) -> Route:
        return Route(
            points=tuple(Point(point.x + right, point.y + down) for point in one.points),
            is_curve=one.is_curve,
            label=None if one.label is None else one.label.moved(right, down),
        )

    return attrs.evolve(
        placement,
        spots={name: one.moved(right, down) for name, one in placement.spots.items()},
        routes=tuple(route(one) for one in placement.routes),
        groups=tuple(one.moved(right, down) for one in placement.groups),
        bands=tuple(one.moved(right, down) for one in placement.bands),
    )
