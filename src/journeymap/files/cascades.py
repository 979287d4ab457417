"""Which faults between objects are only shadows of a fault that is reported anyway.

If the name of a buyer cannot be read, every reference to that buyer seems to lead nowhere; one
fault is enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeymap.errors import Fault, Step
from journeymap.files.fields import Field
from journeymap.model.checks import NOTHING
from journeymap.model.offers import Fab
from journeymap.model.people import Buyer
from journeymap.model.quantities import Scale
from journeymap.model.record import Record, first_field
from journeymap.model.stages import Stage
from journeymap.model.touchpoints import Touchpoint

_TARGETS: dict[str, type[Record]] = {
    "involvement": Buyer,
    "buyers": Buyer,
    "benefits": Buyer,
    "messages": Fab,
    "leads_to": Stage,
    "alternative_to": Touchpoint,
}


class Hidden:
    """The classes of which some object may be there without being seen."""

    def __init__(self) -> None:
        self.kinds: set[type] = set()

    def add(self, kind: type) -> None:
        """Note that an object of this class, or of any for `Record`, has lost its name or place."""
        self.kinds.add(kind)

    def add_lost(self, cls: type, fields: Iterable[Field]) -> None:
        """Note the fields of an object that could not be read, or not in whole."""
        if cls is Scale or any(field.kind is Scale for field in fields):
            self.kinds.add(Scale)
        if any(field.name in {first_field(cls), "id"} for field in fields):
            self.kinds.add(cls)

    def add_key(self, cls: type, meant: Field) -> None:
        """Note a misspelt key: what it holds, or what it names, is not seen."""
        if meant.kind is Scale:
            self.kinds.add(Scale)
        elif meant.form == "record":
            self.kinds.add(Record)
        elif meant.name in {first_field(cls), "id"}:
            self.kinds.add(cls)

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
        return targets[-1] in self.kinds if targets else bool(self.kinds)


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
