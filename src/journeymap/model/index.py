"""The ids of everything on a map, and what a reference means.

An id is the author's own, or is derived from the position: `stage2.touchpoint1`, `buyer1`,
`stage1.job`. A reference is an id, or else the name or text of exactly one object of its kind.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from typing import Any, cast, get_args

import attrs

from journeymap.errors import Step
from journeymap.model.evidence import Evidence, Remark
from journeymap.model.record import Record, first_field

_SINGULAR = {
    "hypotheses": "hypothesis",
    "criteria": "criterion",
    "involvement": "involvement",
    "priorities": "priority",
}


@attrs.frozen
class Item:
    """An object of a journey with its place.

    Attributes:
        id: The author's id, or the derived one.
        value: The object.
        steps: The way to it from the journey.
    """

    id: str
    value: Remark
    steps: tuple[Step, ...]

    @property
    def name(self) -> str:
        """The name or text by which it can be referred to."""
        return str(getattr(self.value, first_field(type(self.value))))


@functools.cache
def _singular(name: str) -> str:
    return _SINGULAR.get(name, name.removesuffix("s"))


def walk(journey: Remark) -> Iterator[Item]:
    """Yield every object of a journey that can carry an id, parents first, in their order."""
    yield from _parts(journey, "", ())


def _fields_that_hold(kind: type[Any]) -> tuple[str, ...]:
    return tuple(str(field.name) for field in attrs.fields(kind) if _may_hold(field.type))


def _may_hold(kind: Any) -> bool:
    if isinstance(kind, type) and issubclass(kind, Record):
        return kind is not Evidence
    return any(map(_may_hold, get_args(kind)))


_holding = cast("Callable[[type[Any]], tuple[str, ...]]", functools.cache(_fields_that_hold))
"""Returns the fields of a class that can hold objects with ids, or others that hold such."""


def _parts(parent: Record, prefix: str, steps: tuple[Step, ...]) -> Iterator[Item]:
    for name in _holding(type(parent)):
        value = getattr(parent, name)
        if type(value) is tuple:
            for position, item in enumerate(value):
                if isinstance(item, Record):
                    derived = f"{prefix}{_singular(name)}{position + 1}"
                    yield from _item(item, derived, (*steps, name, position))
        elif isinstance(value, Record):
            yield from _item(value, f"{prefix}{name}", (*steps, name))


def _item(value: Record, derived: str, steps: tuple[Step, ...]) -> Iterator[Item]:
    own = derived
    if isinstance(value, Remark):
        own = value.id or derived
        yield Item(own, value, steps)
    yield from _parts(value, f"{own}.", steps)


class Index:
    """Looks up the objects of one journey by id, name or text."""

    def __init__(self, journey: Remark) -> None:
        self.items = tuple(walk(journey))
        self.by_id: dict[str, Item] = {}
        self.by_name: dict[tuple[type, str], list[Item]] = {}
        self.by_text: dict[str, list[Item]] = {}
        self._names: dict[tuple[type[Any], ...], list[str]] = {}
        self._within: dict[tuple[Step, ...], list[str]] = {}
        for item in self.items:
            self.by_id.setdefault(item.id, item)
            self.by_name.setdefault((type(item.value), item.name), []).append(item)
            self.by_text.setdefault(item.name, []).append(item)

    def find(self, reference: str, *kinds: type[Any]) -> tuple[Item, ...]:
        """Return what a reference can mean: exactly one item if it is right."""
        found = self.by_id.get(reference)
        if found is not None and (not kinds or isinstance(found.value, kinds)):
            return (found,)
        if kinds:
            return tuple(item for kind in kinds for item in self.by_name.get((kind, reference), ()))
        return tuple(self.by_text.get(reference, ()))

    def names(self, *kinds: type[Any]) -> list[str]:
        """Return the names and own ids that a reference to these kinds may use."""
        if kinds not in self._names:
            self._names[kinds] = self._listed(*kinds)
        return self._names[kinds]

    def names_within(self, steps: tuple[Step, ...], kind: type[Any]) -> list[str]:
        """Return the names of the objects of a kind that stand in the object at a place."""
        place = (*steps, kind.__name__)
        if place not in self._within:
            inside = (item for item in self.items if item.steps[: len(steps)] == steps)
            self._within[place] = [item.name for item in inside if isinstance(item.value, kind)]
        return self._within[place]

    def _listed(self, *kinds: type[Any]) -> list[str]:
        chosen = [item for item in self.items if not kinds or isinstance(item.value, kinds)]
        own = [item.value.id for item in chosen if item.value.id]
        return [*dict.fromkeys([*(item.name for item in chosen), *own])]
