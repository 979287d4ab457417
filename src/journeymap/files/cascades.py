"""Which faults between objects are only shadows of a fault that is reported anyway.

If the name of a buyer cannot be read, every reference to that buyer seems to lead nowhere; one
fault is enough.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

from journeymap.errors import Fault, Step
from journeymap.files.fields import Field, fields_of
from journeymap.model.checks import NOTHING
from journeymap.model.evidence import Remark
from journeymap.model.journey import Journey
from journeymap.model.messages import Fab
from journeymap.model.people import Buyer, Persona
from journeymap.model.quantities import Scale
from journeymap.model.record import Record, first_field
from journeymap.model.stages import Stage
from journeymap.model.touchpoints import Touchpoint

_TARGETS: dict[str, tuple[type[Record], ...]] = {
    "involvement": (Buyer,),
    "buyers": (Buyer,),
    "who": (Buyer, Persona),
    "benefits": (Buyer,),
    "messages": (Fab,),
    "leads_to": (Stage,),
    "alternative_to": (Touchpoint,),
}


class Hidden:
    """The classes of which some object may be there without being seen."""

    def __init__(self) -> None:
        self.kinds: set[type] = set()

    def add(self, cls: type, *, is_whole: bool = False) -> None:
        """Note that an object of this class has lost its name or place, or all that is in it."""
        if is_whole and _holds(cls):
            self.kinds.add(Record)
        elif cls is Scale or _is_named(cls):
            self.kinds.add(cls)

    def add_all(self, cls: type) -> None:
        """Note that an object of this class may have had anything in it that is not seen."""
        if _holds(cls):
            self.kinds.add(Record)

    def add_lost(self, cls: type, fields: Iterable[Field]) -> None:
        """Note the fields of an object that could not be read, or not in whole."""
        if cls is Scale or any(field.kind is Scale for field in fields):
            self.kinds.add(Scale)
        if any(field.name in {first_field(cls), "id"} for field in fields):
            self.add(cls)

    def add_key(self, cls: type, meant: Field) -> None:
        """Note a key whose value is not read: what it holds, or what it names, is not seen."""
        if meant.kind is Scale:
            self.kinds.add(Scale)
        elif meant.form == "record" and meant.kind:
            self.add(meant.kind, is_whole=True)
        elif meant.name in {first_field(cls), "id"}:
            self.add(cls)

    def excuses(self, fault: Fault) -> bool:
        """Whether a fault between objects may come from what was not seen."""
        names = [step for step in fault.steps if isinstance(step, str)]
        if names[-1:] == ["valence"]:
            return Scale in self.kinds
        if fault.problem != NOTHING:
            return False
        if Record in self.kinds:
            return True
        targets = [_TARGETS[name] for name in names if name in _TARGETS]
        # What `addresses` names may be of any class.
        return bool(self.kinds & {*targets[-1]}) if targets else bool(self.kinds - {Scale})


def _is_named(cls: type) -> bool:
    """Whether a reference can mean an object of this class: the journey itself is out of reach."""
    return issubclass(cls, Remark) and cls is not Journey


def _find_holds(cls: type) -> bool:
    return issubclass(cls, Remark) or any(
        field.kind is not None and field.kind is not cls and _holds(field.kind)
        for field in fields_of(cls).values()
    )


_holds = cast("Callable[[type[Any]], bool]", functools.cache(_find_holds))
"""Tells whether an object of this class is one that a reference can mean, or has such in it."""


def remaining(crossing: Iterable[Fault], local: Iterable[Fault], hidden: Hidden) -> Iterator[Fault]:
    """Yield the faults between objects that stand on their own."""
    ends = {fault.steps for fault in local}
    above = {steps[:length] for steps in ends for length in range(len(steps))}
    for fault in crossing:
        if not hidden.excuses(fault) and not _touches(fault.steps, ends, above):
            yield fault


def _touches(
    steps: tuple[Step, ...], ends: set[tuple[Step, ...]], above: set[tuple[Step, ...]]
) -> bool:
    return steps in above or any(steps[:length] in ends for length in range(len(steps) + 1))
