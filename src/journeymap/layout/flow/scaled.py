"""Engines reckon in the usual size, whatever that of the theme is: so all they do grows with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

import attrs

from journeymap.placing.plan import Engine, Placement, Plan, Spot

T = TypeVar("T")

_POSITIONS = {(Spot, "group"), (Spot, "band"), (Plan, "rows")}
"""Numbers that are no lengths."""


def placed(plan: Plan, engine: Engine, unit: float) -> Placement:
    """Return where an engine puts a plan in which one px of the usual size is `unit` px."""
    if unit == 1:
        return engine(plan)
    return times(engine(times(plan, 1 / unit)), unit)


def times(value: T, factor: float) -> T:
    """Return a plan, a placement or a part of one with all its lengths so many times as long."""
    return cast("T", _times(value, factor))


def _times(value: object, factor: float) -> object:
    if isinstance(value, (str, bool)) or value is None:
        return value
    if isinstance(value, (int, float)):
        return value * factor
    if isinstance(value, Mapping):
        return {name: _times(one, factor) for name, one in value.items()}
    if isinstance(value, tuple):
        return tuple(_times(one, factor) for one in value)
    kind = cast("type[attrs.AttrsInstance]", type(value))
    changes = {
        field.name: _times(getattr(value, field.name), factor)
        for field in attrs.fields(kind)
        if (kind, field.name) not in _POSITIONS
    }
    return attrs.evolve(cast("Any", value), **changes)
