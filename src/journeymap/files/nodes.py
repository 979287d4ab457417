"""The neutral tree that every format is read into: values with their places, and no meaning yet.

What a text such as `NO` or `1.10` means is decided later, by the field that it is written for.
"""

from __future__ import annotations

import itertools
import math
from typing import Literal

from journeymap.errors import Fault, Step, shown

Kind = Literal["plain", "string", "integer", "number", "wild", "flag", "null", "date"]

# Plain classes: a large file makes a hundred thousand of them, and `attrs` would take longer to
# set these four up than a small file takes to read.


class Scalar:
    """A single value.

    Attributes:
        text: The value as it was written, without quotes and escapes.
        kind: `plain` where the format leaves the meaning open (YAML without quotes), else what the
            format says that it is; `wild` is a number that no field can take.
        line: The line, from 1.
        column: The column, from 1.
    """

    __slots__ = ("column", "kind", "line", "text")

    def __init__(self, text: str, kind: Kind, line: int, column: int) -> None:
        self.text = text
        self.kind = kind
        self.line = line
        self.column = column


class Entry:
    """One key of a mapping with its value."""

    __slots__ = ("key", "node")

    def __init__(self, key: Scalar, node: Node) -> None:
        self.key = key
        self.node = node


class Sequence:
    """A list."""

    __slots__ = ("column", "items", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column
        self.items: list[Node] = []


class Mapping:
    """Keys and values, in the order of the file; each key once, and what it had `again`."""

    __slots__ = ("again", "column", "entries", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column
        self.entries: dict[str, Entry] = {}
        self.again: tuple[Entry, ...] = ()

    def put(self, key: Scalar, node: Node) -> Entry:
        """Put a value under a key that is not there yet, and return the entry."""
        entry = self.entries[key.text] = Entry(key, node)
        return entry

    def add(self, key: Scalar, node: Node) -> Entry | None:
        """Put a value under a key; return the entry that has the key already, if there is one."""
        first = self.entries.get(key.text)
        if first is None:
            self.put(key, node)
        else:
            self.again = (*self.again, Entry(key, node))
        return first


Node = Scalar | Sequence | Mapping


LONGEST_NUMBER = 64


def is_wild(text: str) -> bool:
    """Whether a number is so long or so large that no field can take it."""
    return len(text) > LONGEST_NUMBER or math.isinf(float(text))


def child(node: Node, step: Step) -> Node | None:
    """Return the part of a node that one step of a path leads to, or None."""
    if isinstance(node, Mapping):
        if isinstance(step, str):
            entry = node.entries.get(step)
            return entry.node if entry else None
        entries = list(node.entries.values())
        return entries[step].node if step < len(entries) else None
    if isinstance(node, Sequence) and isinstance(step, int):
        return node.items[step] if step < len(node.items) else None
    return None


def locate(node: Node, steps: tuple[Step, ...]) -> Node:
    """Return the deepest node on a path that is there."""
    for step, following in itertools.zip_longest(steps, steps[1:]):
        if isinstance(node, Scalar):
            break
        # One value stands for a list of one, so `[0]` of it is the value itself.
        if step == 0 and isinstance(node, Mapping) and following in node.entries:
            continue
        found = child(node, step)
        if found is None and not (step == 0 and isinstance(node, Mapping)):
            break
        node = found or node
    return node


def way_to(root: Node, target: Mapping) -> tuple[Step, ...] | None:
    """Return the path from a node to a mapping in it, or None if it is not there."""
    waiting: list[tuple[Node, tuple[Step, ...]]] = [(root, ())]
    while waiting:
        node, steps = waiting.pop()
        if node is target:
            return steps
        if isinstance(node, Mapping):
            waiting += [(entry.node, (*steps, key)) for key, entry in node.entries.items()]
        elif isinstance(node, Sequence):
            waiting += [(item, (*steps, place)) for place, item in enumerate(node.items)]
    return None


def repeated(key: Scalar, first: Scalar) -> Fault:
    """Return the fault of a key that is there again."""
    place = f"first in line {first.line}, column {first.column}"
    return Fault("the same key again", shown(key.text), hint=place)


def described(node: Node) -> str:
    """Return a value as an error message shows it."""
    if isinstance(node, Scalar):
        if node.kind == "null":
            return "nothing"
        text = node.text if len(node.text) <= 60 else f"{node.text[:59]}…"
        return repr(text) if node.kind in {"plain", "string"} else text
    return "a list" if isinstance(node, Sequence) else "a mapping"
