"""Puts nodes together as a reader meets them, on a stack of its own, and watches the limits."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from journeymap.errors import Fault, SourceError, Step, shown
from journeymap.files.nodes import Mapping, Node, Scalar, Sequence, repeated
from journeymap.files.source import Source


class _Open:
    """A list or mapping that is not closed yet."""

    __slots__ = ("anchor", "before", "key", "last", "node")

    def __init__(self, node: Mapping | Sequence, before: int, anchor: str | None) -> None:
        self.node = node
        self.before = before
        self.anchor = anchor
        self.key: Scalar | None = None
        self.last = ""


class Builder:
    """Builds one tree.

    Attributes:
        source: Where the values come from; takes the faults.
        root: The tree, once its first value is there.
        values: How many values there are so far, copies included.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.root: Node | None = None
        self.values = 0
        self._stack: list[_Open] = []
        self._named: dict[str, tuple[Node, int]] = {}

    @property
    def awaits_key(self) -> bool:
        """Whether the next scalar is a key."""
        return bool(self._stack) and self._stack[-1].key is None and self._in_mapping

    @property
    def innermost(self) -> Mapping | Sequence | None:
        """The list or mapping that is open and has no open one in it."""
        return self._stack[-1].node if self._stack else None

    @property
    def _in_mapping(self) -> bool:
        return isinstance(self._stack[-1].node, Mapping)

    def add(self, node: Node, anchor: str | None = None, copies: int = 1) -> None:
        """Put a value in its place.

        Raises:
            SourceError: There are too many values, or it stands as a key and is no text.
        """
        self.values += copies
        limit = self.source.limits.values
        if self.values > limit:
            raise self._stop(Fault("too many values", "", f"at most {limit}"), node)
        if anchor is not None and isinstance(node, Scalar):
            self._named[anchor] = (node, 1)
        if not self._stack:
            self.root = node
            return
        top = self._stack[-1]
        if isinstance(top.node, Sequence):
            top.node.items.append(node)
        elif top.key is None:
            if not isinstance(node, Scalar):
                raise self._stop(Fault("a key must be text"), node)
            top.key = node
            top.last = node.text
        else:
            self._entry(top.node, top.key, node)
            top.key = None

    def _entry(self, mapping: Mapping, key: Scalar, node: Node) -> None:
        first = mapping.add(key, node)
        if first:
            self.fault(repeated(key, first.key), key.line, key.column)

    def fault(self, fault: Fault, line: int, column: int, *rest: Step) -> None:
        """Note a fault of the value that comes next, or of a part of it, and go on."""
        placed = attrs.evolve(fault, steps=(*self._steps(), *rest), root="journey")
        self.source.fault(placed, line, column)

    def _steps(self) -> Iterator[Step]:
        for opened in self._stack:
            # All but the innermost hold the next one already.
            is_last = opened is self._stack[-1]
            if isinstance(opened.node, Sequence):
                yield len(opened.node.items) - (not is_last)
            elif opened.key or not is_last:
                yield opened.last

    def open(self, node: Mapping | Sequence, anchor: str | None = None) -> None:
        """Put a list or mapping in its place; what follows goes into it until `close`.

        Raises:
            SourceError: It is nested too deeply.
        """
        self.add(node)
        limit = self.source.limits.nesting
        if len(self._stack) >= limit:
            raise self._stop(Fault("nested too deeply", "", f"at most {limit} levels"), node)
        self._stack.append(_Open(node, self.values - 1, anchor))

    def close(self) -> None:
        """End the list or mapping that was opened last."""
        top = self._stack.pop()
        if top.anchor is not None:
            self._named[top.anchor] = (top.node, self.values - top.before)

    def alias(self, name: str, line: int, column: int) -> None:
        """Put the value that was named before in this place too.

        Raises:
            SourceError: There is none, it is still open, or the copies are too many.
        """
        if name not in self._named:
            raise self.source.error(Fault("no such anchor before it", shown(name)), line, column)
        node, size = self._named[name]
        limit = self.source.limits.values
        if self.values + size > limit:
            problem = Fault("too many values", "aliases that multiply", f"at most {limit}")
            raise self.source.error(problem, line, column)
        self.add(node, copies=size)

    def _stop(self, fault: Fault, node: Node) -> SourceError:
        return self.source.error(fault, node.line, node.column)
