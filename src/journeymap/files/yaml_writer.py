"""A tree to YAML that people like to read; what a tree says decides all of its look.

PyYAML's writers escape emoji, are slow and know no comments, so this one is our own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from journeymap.files.yaml_texts import block, inline, is_null
from journeymap.files.yaml_tree import Branch, Node, Slot, Text, tree_of

_LONGEST_KEY = 100
_WIDTH = 100


def text(data: dict[str, Any]) -> str:
    """Return the YAML of plain data."""
    tree = tree_of(data)
    assert isinstance(tree, Branch)  # noqa: S101 - a mapping makes one
    return written(tree)


def written(tree: Branch, header: list[str] | None = None) -> str:
    """Return the YAML of a tree.

    Args:
        tree: The outermost mapping.
        header: The comments above it, and "" for each blank line.
    """
    lines = [*_comments(header or [], "", is_first=True)]
    lines += _Writer().branch(tree, "") if tree.slots else ["{}"]
    if not tree.slots:
        lines += _comments(tree.last, "")
    return "".join(f"{line}\n" for line in _stripped(lines))


class _Writer:
    """Writes one tree; `named` has the names that mean something by now."""

    def __init__(self) -> None:
        self.named: set[str] = set()

    def branch(self, branch: Branch, indent: str) -> Iterator[str]:
        for slot in branch.slots:
            yield from _comments(slot.before, indent, is_first=slot is branch.slots[0])
            head = self.key(slot.key, indent) if slot.key else f"{indent}-"
            yield from self.slot(head, slot, indent)
        yield from _comments(_stripped(branch.last), indent)

    def key(self, key: Text, indent: str) -> str:
        name = f"*{key.anchor} " if self.is_known(key) else self.name(key) + inline(key)
        if len(name) > _LONGEST_KEY:
            # A long key must say that it is one.
            return f"{indent}? {name}\n{indent}:"
        return f"{indent}{name}:"

    def slot(self, head: str, slot: Slot, indent: str) -> Iterator[str]:
        node = slot.node
        beside = f" {slot.beside}" if slot.beside else ""
        if self.is_known(node):
            yield f"{head} *{node.anchor}{beside}"
            return
        if isinstance(node, Text):
            name = self.name(node)
            yield from _text(f"{head} {name}".rstrip(), node, beside, indent, is_item=not slot.key)
            return
        line = head.rpartition("\n")[2] if slot.key else indent
        short = self.flow(node, _WIDTH - len(line))
        if short:
            yield f"{head} {short}{beside}"
            return
        head = f"{head} {self.name(node)}".rstrip()
        yield from self.below(f"{head}{beside}", slot, node, indent)

    def below(self, head: str, slot: Slot, node: Branch, indent: str) -> Iterator[str]:
        """Yield a mapping or list in lines of its own, the first perhaps behind the mark `-`."""
        deeper = f"{indent}  "
        if slot.key:
            yield head
            yield from self.branch(node, deeper if node.is_mapping else indent)
            return
        lines = self.branch(node, deeper)
        if head == f"{indent}-" and node.is_mapping and not any(node.slots[0].before):
            yield f"{head} {next(lines)[len(deeper) :]}"
        else:
            yield head
        yield from lines

    def flow(self, branch: Branch, room: int) -> str:
        """Return a mapping or list in one line, or an empty text if that cannot be."""
        if branch.slots and not branch.is_flow:
            return ""
        before = self.named.copy()
        short = self.brackets(branch)
        if short and (len(short) < room or not branch.slots):
            return short
        self.named = before
        return ""

    def brackets(self, branch: Branch) -> str:
        """Return a mapping or list between brackets; empty if something in it needs lines."""
        if not branch.is_bare:
            return ""
        name = self.name(branch)
        parts = [self.part(slot) for slot in branch.slots]
        if not all(parts):
            return ""
        made = ", ".join(parts)
        return f"{name}{{{made}}}" if branch.is_mapping else f"{name}[{made}]"

    def part(self, slot: Slot) -> str:
        """Return a value, with its key, as it stands between commas, or an empty text."""
        node = slot.node
        if self.is_known(node):
            value = f"*{node.anchor}"
        elif isinstance(node, Branch):
            value = self.brackets(node)
        else:
            value = self.name(node) + ("null" if is_null(node) else inline(node, in_flow=True))
        key = slot.key
        if not key or not value:
            return value
        if self.is_known(key):
            return f"*{key.anchor} : {value}"
        name = self.name(key) + inline(key, in_flow=True)
        return f"{name}: {value}"

    def is_known(self, node: Node) -> bool:
        return bool(node.anchor) and node.anchor in self.named

    def name(self, node: Node) -> str:
        """Return the mark of a node's name, which from now on means this node."""
        if not node.anchor:
            return ""
        self.named.add(node.anchor)
        return f"&{node.anchor} "


def _text(head: str, text: Text, beside: str, indent: str, *, is_item: bool) -> Iterator[str]:
    if is_null(text):
        yield f"{head} null{beside}" if is_item else f"{head}{beside}"
        return
    deeper = f"{indent}  "
    lines = block(text, _WIDTH - len(head) - 1, _WIDTH - len(deeper))
    if not lines:
        yield f"{head} {inline(text)}{beside}"
        return
    yield f"{head} {lines[0]}{beside}"
    for line in lines[1:]:
        yield f"{deeper}{line}" if line else ""


def _comments(lines: list[str], indent: str, *, is_first: bool = False) -> Iterator[str]:
    """Yield the lines between two values; never two blank ones, and none at the start."""
    was_blank = is_first
    for line in lines:
        if line or not was_blank:
            yield f"{indent}{line}" if line else ""
        was_blank = not line


def _stripped(lines: list[str]) -> list[str]:
    """Return lines without the blank ones at the end."""
    end = len(lines)
    while end and not lines[end - 1]:
        end -= 1
    return lines[:end]
