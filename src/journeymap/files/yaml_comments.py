"""YAML to a tree with its comments, from the parser's events and the text between them.

A comment in a line of its own belongs to what follows, unless it is indented deeper: then it ends
the mapping or list that it stands in. A comment behind a value belongs to that value.
"""

from __future__ import annotations

import bisect
import re
from typing import Any

import yaml

from journeymap.files.yaml_reader import LOADER
from journeymap.files.yaml_tree import Branch, Node, Slot, Text

_COMMENT = re.compile(r"#[^\n\x85\u2028\u2029]*")
_BLANK = re.compile(r"(?:^|[\n\x85\u2028\u2029])[ \t]*[\n\x85\u2028\u2029]\Z")
_LINE_END = re.compile(r"[\n\x85\u2028\u2029]")


class _Open:
    """A mapping or list that is being read."""

    __slots__ = ("branch", "column", "holder", "key")

    def __init__(self, branch: Branch, holder: Slot | None) -> None:
        self.branch = branch
        self.holder = holder
        self.column = 0
        self.key: Slot | None = None


def tree_with_comments(text: str) -> tuple[Branch, list[str]]:
    """Return the outermost mapping of a text, and the comments above it.

    Args:
        text: A text that `yaml_reader` has read without a fault as a mapping; its lines end in
            a line feed.
    """
    reader = _Reader(text)
    for event in yaml.parse(text, Loader=LOADER):
        reader.event(event)
    return reader.end()


class _Reader:
    """Reads one text.

    Attributes:
        position: Up to where comments have been collected.
        pending: Own-line comments without a place yet, with their columns; "" for a blank line.
        closed: The mappings and lists that ended since the last slot, the innermost first.
        owner: The slot that the last value belongs to.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self.pending: list[tuple[int, str]] = []
        self.header: list[str] = []
        self.open: list[_Open] = []
        self.closed: list[_Open] = []
        self.owner: Slot | None = None
        self.root = Branch(is_mapping=True, is_flow=False)
        self.named: dict[str, Node] = {}
        self.anchors: set[str] = set()
        tokens: list[Any] = list(yaml.scan(text, Loader=LOADER))
        self.dashes, self.keys = (
            [token.start_mark.index for token in tokens if type(token) is kind]
            for kind in (yaml.BlockEntryToken, yaml.KeyToken)
        )

    def event(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self.value(event, self.scalar(event))
            self.position = event.end_mark.index
        elif kind is yaml.AliasEvent:
            self.value(event, self.named[event.anchor])
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            is_mapping = kind is yaml.MappingStartEvent
            branch = Branch(is_mapping=is_mapping, is_flow=bool(event.flow_style))
            self.name(branch, event)
            self.open.append(_Open(branch, self.value(event, branch)))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.close(event)

    def end(self) -> tuple[Branch, list[str]]:
        self.collect(len(self.text))
        self.header += self.settle(-1)
        return self.root, self.header

    def scalar(self, event: Any) -> Text:
        written = self.text[event.start_mark.index : event.end_mark.index]
        is_broken = event.style == ">" or (event.style != "|" and "\n" in written)
        made = Text(event.value, is_plain=event.implicit[0], is_folded=is_broken)
        self.name(made, event)
        return made

    def name(self, node: Node, event: Any) -> None:
        """Keep the name of a node; one that is used again becomes another."""
        if event.anchor is None:
            return
        number, unique = 2, event.anchor
        while unique in self.anchors:
            number, unique = number + 1, f"{event.anchor}-{number}"
        self.anchors.add(unique)
        node.anchor = unique
        self.named[event.anchor] = node

    def value(self, event: Any, node: Node) -> Slot | None:
        """Put a node in its place and return the slot, which a key does not fill yet."""
        start = event.start_mark.index
        if not self.open:
            self.root = node if isinstance(node, Branch) else self.root
            return None
        top = self.open[-1]
        is_key = top.branch.is_mapping and top.key is None
        if is_key or not top.branch.is_mapping:
            begins = start
            if not top.branch.is_flow:
                marks = self.keys if is_key else self.dashes
                begins = marks[bisect.bisect_left(marks, start + is_key) - 1]
            slot = self.begin(top, begins)
            if is_key:
                slot.key = node if isinstance(node, Text) else None
                top.key = slot
                return slot
        else:
            slot = top.key or Slot(node)
            top.key = None
        self.collect(start)
        slot.node = node
        if not isinstance(node, Branch) or node.is_flow or type(event) is yaml.AliasEvent:
            slot.before += [line for _, line in self.pending if line]
            self.pending.clear()
        self.owner = slot
        self.header_of_block(event, slot)
        return slot

    def begin(self, top: _Open, start: int) -> Slot:
        """Return a new slot of the innermost mapping or list."""
        self.collect(start)
        column = self.column(start)
        if not top.branch.slots:
            top.column = column
        if not self.text[start - column : start].strip() and self.follows_blank(start):
            self.pending.append((column, ""))
        slot = Slot(Text("", is_plain=True))
        before = self.settle(column)
        if top.branch is self.root and not top.branch.slots:
            self.header += before
        else:
            slot.before = before
        top.branch.slots.append(slot)
        self.owner = slot
        return slot

    def close(self, event: Any) -> None:
        top = self.open.pop()
        if not top.branch.is_flow:
            self.closed.append(top)
            return
        self.collect(event.start_mark.index)
        inside = [line for _, line in self.pending]
        self.pending.clear()
        if top.branch.slots or not top.holder:
            top.branch.last += inside
        else:
            top.holder.before += [line for line in inside if line]
        self.owner = top.holder

    def header_of_block(self, event: Any, slot: Slot) -> None:
        """Take the comment behind the mark of a block of lines, `|` or `>`."""
        if getattr(event, "style", None) in {"|", ">"}:
            first = _LINE_END.split(self.text[event.start_mark.index :], maxsplit=1)[0]
            found = _COMMENT.search(first)
            if found:
                self.beside(slot, found[0])

    def collect(self, end: int) -> None:
        """Take the comments up to a position."""
        # The mark of a text that ends the file may stand before what has been read.
        for found in _COMMENT.finditer(self.text, self.position, max(end, self.position)):
            column = self.column(found.start())
            comment = found[0].rstrip()
            if self.text[found.start() - column : found.start()].strip():
                self.beside(self.owner, comment)
                continue
            if self.follows_blank(found.start()):
                self.pending.append((column, ""))
            self.pending.append((column, comment))
        self.position = max(end, self.position)

    def beside(self, slot: Slot | None, comment: str) -> None:
        """Put a comment behind a slot, or before it if another one is there."""
        if slot is None:
            self.header.append(comment)
        elif slot.beside:
            slot.before.append(comment)
        else:
            slot.beside = comment

    def settle(self, column: int) -> list[str]:
        """Return the comments before a slot; deeper ones end what they stand in."""
        reach = list(self.closed)
        kept: list[str] = []
        blank: list[str] = []
        is_inside = True
        for place, line in self.pending:
            if not line:
                blank = [""]
                continue
            is_inside = is_inside and place > column and bool(reach)
            while len(reach) > 1 and is_inside and _is_outer(reach, place):
                reach.pop(0)
            (reach[0].branch.last if is_inside else kept).extend([*blank, line])
            blank = []
        self.pending.clear()
        self.closed.clear()
        return [*kept, *blank]

    def column(self, offset: int) -> int:
        line = _LINE_END.split(self.text[max(0, self.text.rfind("\n", 0, offset)) : offset])[-1]
        return len(line)

    def follows_blank(self, offset: int) -> bool:
        """Whether the line before the one of a position is blank."""
        start = offset - self.column(offset)
        before = self.text[max(0, self.text.rfind("\n", 0, max(0, start - 1))) : start]
        return _BLANK.search(before) is not None


def _is_outer(reach: list[_Open], place: int) -> bool:
    """Whether a comment in a column belongs further out than to the first of what ended."""
    return reach[0].column > place or reach[1].column == reach[0].column
