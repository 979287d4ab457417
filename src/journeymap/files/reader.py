"""Nodes to a journey: what a value means is decided by the field that it is written for.

Objects are made from the inside out. A faulty one is salvaged with what was right of it, so that
one reading finds all faults of a file, those between objects too.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from journeymap.errors import Fault, Step, nearest
from journeymap.files import scalars
from journeymap.files.cascades import Hidden, remaining
from journeymap.files.fields import Field, fields_of, takes_mapping
from journeymap.files.nodes import Entry, Mapping, Node, Scalar, Sequence, described, locate
from journeymap.files.source import Source
from journeymap.model.checks import faults_of
from journeymap.model.journey import Journey
from journeymap.model.messages import Fab
from journeymap.model.quantities import Scale
from journeymap.model.record import Invalid, first_field
from journeymap.model.stages import Stage

MAX_FAULTS = 1_000

_BROKEN = Invalid(())
"""Stands for a value whose fault has been noted."""


_KEYED = frozenset(
    name for cls in (Stage, Fab) for name, field in fields_of(cls).items() if field.is_keyed
)


class TooManyFaultsError(Exception):
    """There are so many faults that the rest is not looked for."""


class Reader:
    """Reads one tree; `steps` is the way to the value that is being read."""

    def __init__(self, source: Source, root: Mapping) -> None:
        self.source = source
        self.root = root
        self.steps: list[Step] = []
        self.hidden = Hidden()
        self.hollow = 0

    def journey(self) -> Journey:
        """Return the journey, salvaged if the source has faults by now.

        Raises:
            TooManyFaultsError: The list of faults is full.
        """
        made: Journey = self.record(Journey, self.root)
        crossing = remaining(faults_of(made), self.source.faults.copy(), self.hidden)
        for fault in crossing:
            self.fault(fault, _place(self.root, fault.steps))
        return made

    def fault(self, fault: Fault, node: Node) -> None:
        """Note a fault; its steps lead on from the value that is being read."""
        if len(self.source.faults) >= MAX_FAULTS:
            raise TooManyFaultsError
        placed = attrs.evolve(fault, steps=(*self.steps, *fault.steps), root="journey")
        self.source.fault(placed, node.line, node.column)

    def faults(self, faults: Iterable[Fault], node: Node) -> None:
        """Note faults that the model found in a value."""
        for fault in faults:
            self.fault(fault, locate(node, fault.steps))

    def record(self, cls: type[Any], node: Node, key: Scalar | None = None) -> Any:
        """Return an object, whole or salvaged.

        Args:
            cls: Its class.
            node: What the file has for it.
            key: The key that stands for its first field, where it is written under one.
        """
        fields = fields_of(cls)
        given: dict[str, Node] = {first_field(cls): key} if key else {}
        if isinstance(node, Mapping):
            return self.full(cls, node, given)
        name = next((name for name in fields if name not in given), "") if key else first_field(cls)
        needed = {field.name for field in fields.values() if field.is_required}
        is_list = isinstance(node, Sequence) and name in fields and fields[name].is_many
        is_text = isinstance(node, Scalar) and node.kind != "null"
        if name and (is_text or is_list) and needed <= {*given, name}:
            return self.made(cls, node, {**given, name: node}, is_short=True)
        self.hidden.add(cls, is_whole=not isinstance(node, Scalar))
        self.hollow += 1
        wanted = ", ".join(needed - set(given)) if not name or not needed <= {name} else "text"
        self.fault(Fault("wrong type", described(node), wanted or "a mapping"), node)
        return cls.salvaged({first_field(cls): key.text} if key else {})

    def full(self, cls: type[Any], node: Mapping, given: dict[str, Node]) -> Any:
        """Return an object that is written as a mapping."""
        fields = fields_of(cls)
        excused: set[str] = set()
        for entry in node.again:
            if entry.key.text in fields:
                self.hidden.add_key(cls, fields[entry.key.text])
        for key, entry in node.entries.items():
            field = fields.get(key)
            if field is None or key in given:
                excused.add(self.unknown(cls, entry, given, node))
            elif field.is_required or not _is_null(entry.node):
                given[key] = entry.node
        return self.made(cls, node, given, excused=excused)

    def unknown(self, cls: type[Any], entry: Entry, given: dict[str, Node], node: Mapping) -> str:
        """Note an unknown key and return the name that it was meant to be, if there is one."""
        key = entry.key.text
        if entry.key.kind == "null":
            self.hidden.add_all(cls)
            self.hidden.add(Scale)
            return ""
        fields = fields_of(cls)
        names = [name for name in fields if name not in given and name not in node.entries]
        close = nearest(key, names)
        meant = next((name for name in names if repr(name) in close), "")
        hint = close or _quotes(entry, node)
        fault = Fault("unknown key", "", f"one of {', '.join(names)}", hint, (key,))
        self.fault(fault, entry.key)
        if meant:
            self.hidden.add_key(cls, fields[meant])
        elif not isinstance(entry.node, Scalar) and not nearest(key, fields):
            self.hidden.add_all(cls)
        return meant or "?"

    def made(
        self,
        cls: type[Any],
        node: Node,
        given: dict[str, Node],
        *,
        excused: Iterable[str] = (),
        is_short: bool = False,
    ) -> Any:
        """Return an object from the nodes of its fields.

        Args:
            cls: Its class.
            node: What the file has for it.
            given: The nodes by field name.
            excused: The fields that misspelt keys were meant for, so that they are not missing too.
            is_short: Whether its value stands for its first field, whose name the path leaves out.
        """
        fields = fields_of(cls)
        hollow = self.hollow
        values: dict[str, Any] = {}
        for name, part in given.items():
            value = self.field(fields[name], part, is_shown=not is_short)
            if value is not _BROKEN:
                values[name] = value
        for field in fields.values():
            if field.is_required and field.name not in values:
                self.missing(cls, field, node, is_silent=field.name in {*given, *excused})
        made = cls.salvaged(values)
        is_clean = len(values) == len(given) and not excused and self.hollow == hollow
        if not is_clean:
            lost = [fields[name] for name in given if name not in values]
            self.hidden.add_lost(cls, lost)
        elif cls is not Journey:
            self.faults(made.inconsistencies(), node)
        return made

    def missing(self, cls: type[Any], field: Field, node: Node, *, is_silent: bool) -> None:
        """Note that a field is not there, unless a fault says so already."""
        self.hollow += 1
        if field.name == first_field(cls):
            self.hidden.add(cls)
        if not is_silent:
            fault = Fault("missing", "", scalars.expected(field), steps=(field.name,))
            self.fault(fault, node)

    def field(self, field: Field, node: Node, *, is_shown: bool = True) -> Any:
        """Return what the model makes of a field's value."""
        if is_shown:
            self.steps.append(field.name)
        try:
            if field.is_keyed and isinstance(node, Mapping):
                return self.converted(field, self.keyed(field, node), node)
            if field.is_many:
                return self.many(field, node)
            return self.converted(field, self.single(field, node), node)
        finally:
            if is_shown:
                self.steps.pop()

    def converted(self, field: Field, value: Any, node: Node) -> Any:
        """Return the value as the model keeps it, or note why it does not."""
        if value is _BROKEN:
            return _BROKEN
        result = field.convert(value)
        if type(result) is not Invalid:
            return result
        for fault in result.faults:
            place = locate(node, fault.steps)
            self.fault(attrs.evolve(fault, steps=_written(field, node, fault)), place)
        return _BROKEN

    def single(self, field: Field, node: Node) -> Any:
        """Return one value or object."""
        cls = field.kind
        if cls and (field.form == "record" or (isinstance(node, Mapping) and takes_mapping(cls))):
            return self.record(cls, node)
        value = scalars.value(field, node)
        if type(value) is Fault:
            self.fault(value, node)
            return _BROKEN
        return value

    def many(self, field: Field, node: Node) -> Any:
        """Return a list; one value by itself counts as a list of one."""
        if isinstance(node, Mapping) and _is_of_pairs(field, node):
            return self.converted(field, self.keyed(field, node), node)
        if isinstance(node, Mapping) and _is_no_item(field, node):
            return self.unlisted(field, node)
        if not isinstance(node, Sequence):
            items = [self.single(field, node)]
        else:
            items = []
            for position, item in enumerate(node.items):
                self.steps.append(position)
                items.append(self.single(field, item))
                self.steps.pop()
        if _BROKEN not in items:
            result = self.converted(field, items, node)
            if result is not _BROKEN:
                return result
        # The right ones must keep their positions, by which later faults are reported.
        return tuple(_alone(field, item) for item in items)

    def unlisted(self, field: Field, node: Mapping) -> tuple[()]:
        """Note that the items of a list stand in a mapping, under their names."""
        self.hidden.add(field.kind or Journey, is_whole=True)
        self.hollow += 1
        wanted = "a list; in YAML, start each item with `- `"
        self.fault(Fault("wrong type", described(node), wanted), node)
        return ()

    def keyed(self, field: Field, node: Mapping) -> list[Any]:
        """Return the objects of a mapping whose keys are their first field."""
        cls = field.kind or Journey
        made = []
        for key, entry in node.entries.items():
            self.steps.append(key)
            if field.is_paired and _is_null(entry.node):
                made.append(self.made(cls, entry.node, {first_field(cls): entry.key}))
            else:
                made.append(self.record(cls, entry.node, entry.key))
            self.steps.pop()
        return made


def _written(field: Field, node: Node, fault: Fault) -> tuple[Step, ...]:
    """Return a fault's way from the field, without steps that the file does not have."""
    if isinstance(node, Scalar) and field.form == "value":
        return ()
    is_one = field.is_many and not field.is_keyed and not isinstance(node, Sequence)
    return fault.steps[1:] if is_one else fault.steps


def _alone(field: Field, item: Any) -> Any:
    result = () if item is _BROKEN else field.convert((item,))
    return "" if type(result) is Invalid or not result else result[0]


def _place(root: Mapping, steps: tuple[Step, ...]) -> Node:
    """Return where a fault between objects is: a name that is written as a key is the key."""
    if len(steps) > 1 and steps[-2] in _KEYED:
        holder = locate(root, steps[:-1])
        entry = holder.entries.get(str(steps[-1])) if isinstance(holder, Mapping) else None
        if entry:
            return entry.key
    return locate(root, steps)


def _quotes(entry: Entry, node: Mapping) -> str:
    """Return the hint for a key that may be a part of a text, or an empty text."""
    key, value = entry.key, entry.node
    if _is_null(value) and (value.line, value.column) == (key.line, key.column + len(key.text)):
        return "a text with a comma wants quotes"
    return "a text with a colon wants quotes" if len(node.entries) == 1 else ""


def _is_of_pairs(field: Field, node: Mapping) -> bool:
    return field.is_paired and not node.entries.keys() & fields_of(field.kind or Journey).keys()


def _is_no_item(field: Field, node: Mapping) -> bool:
    """Whether a mapping cannot be an item of the list: none of its keys is a field, or nearly."""
    if field.form != "record" or not node.entries:
        return False
    fields = fields_of(field.kind or Journey)
    if node.entries.keys() & fields.keys():
        return False
    values = [entry.node for entry in node.entries.values()]
    if len(values) == 1 and isinstance(values[0], Scalar):
        return False  # perhaps a text with a colon
    return not all(nearest(key, fields) for key in node.entries)


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.kind == "null"
