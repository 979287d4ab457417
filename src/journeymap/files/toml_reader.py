"""TOML to nodes: `tomllib` says whether the text is right, a walk over its tokens says where.

The limits are looked at before `tomllib` is: it recurses, and long dotted keys take it time in the
square of their length.
"""

from __future__ import annotations

import contextlib
import re
import tomllib
from collections.abc import Iterator

from journeymap.errors import Fault
from journeymap.files import toml_errors
from journeymap.files.nodes import (
    LONGEST_NUMBER,
    Entry,
    Kind,
    Mapping,
    Node,
    Scalar,
    Sequence,
    is_wild,
)
from journeymap.files.source import Source
from journeymap.files.toml_errors import Repeat

_TOKEN = re.compile(
    r"""
    (?P<comment> \#[^\n]* )
  | (?P<string> \"{3} (?: [^\\\"] | \\. | \"{1,2}(?!\") )* \"{3,5}
              | '{3} (?: [^'] | '{1,2}(?!') )* '{3,5}
              | \" (?: [^\\\"\n] | \\. )* \"
              | ' [^'\n]* ' )
  | (?P<mark> [\[\]{}=,.\n] )
  | (?P<bare> [^\s\[\]{}=,.\#"']+ )
  | (?P<other> \S )
    """,
    re.VERBOSE | re.DOTALL,
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d.*|\d\d:\d\d.*", re.DOTALL)
_LONG = re.compile(r"[+-]?[0-9_]{1000,}")
_RADIX = re.compile(r"0[xob]")

Token = re.Match[str]


def read(source: Source) -> Node | None:
    """Return the tree of a TOML text.

    Raises:
        SourceError: It is not TOML, or goes over a limit. Faults after which reading can go on are
            noted in the source.
    """
    # tomllib does the same, and the places must agree with it.
    source.text = source.text.replace("\r\n", "\n")
    tokens = list(_guarded(source))
    changes = {
        token.span(): "0" for token in tokens if _LONG.fullmatch(token[0])
    }  # tomllib would stop at them without saying where
    error = toml_errors.refusal(toml_errors.changed(source.text, changes))
    walk = _Walk(tokens, source)
    if error is None:
        return walk.run()
    # The text may end anywhere, or go on in any way: only what tomllib points at counts.
    with contextlib.suppress(IndexError, ValueError):
        walk.run()
    toml_errors.pass_over(walk.repeats, changes, walk.root, source)
    return walk.root


def first_comment(source: Source) -> tuple[int, int] | None:
    """Return line and column of the first comment of a text that has been read, or None."""
    found = (token for token in _TOKEN.finditer(source.text) if token.lastgroup == "comment")
    token = next(found, None)
    return source.place(token.start()) if token else None


def _guarded(source: Source) -> Iterator[Token]:
    """Yield the tokens without the comments, and stop where a limit is passed."""
    limits = source.limits
    depth = dots = values = 0
    for token in _TOKEN.finditer(source.text):
        if token.lastgroup == "comment":
            continue
        text = token[0]
        if text in {"[", "{"}:
            depth += 1
        elif text in {"]", "}"}:
            depth -= 1
        elif text in {"=", ","}:
            values += 1
        dots = dots + 1 if text == "." else dots if token.lastgroup in {"bare", "string"} else 0
        if depth > limits.nesting or dots > limits.nesting:
            fault = Fault("nested too deeply", "", f"at most {limits.nesting} levels")
            raise source.error(fault, *source.place(token.start()))
        if values > limits.values:
            fault = Fault("too many values", "", f"at most {limits.values}")
            raise source.error(fault, *source.place(token.start()))
        yield token


class _NoValueError(ValueError):
    """There is a mark where a value should be: the text is not TOML."""


class _Walk:
    """Goes over the tokens of a text that is known to be right, but for keys that repeat."""

    def __init__(self, tokens: list[Token], source: Source) -> None:
        self.tokens = tokens
        self.source = source
        self.position = 0
        self.root = Mapping(1, 1)
        self.repeats: list[Repeat] = []
        self.opened: set[int] = set()
        self.closed: set[int] = set()

    def run(self) -> Mapping:
        table = self.root
        while self.position < len(self.tokens):
            if self.peek() == "\n":
                self.position += 1
            elif self.peek() == "[":
                table = self.header()
            else:
                self.pair(table)
        return self.root

    def peek(self) -> str:
        return self.tokens[self.position][0]

    def next(self) -> Token:
        token = self.tokens[self.position]
        self.position += 1
        return token

    def place(self, token: Token) -> tuple[int, int]:
        return self.source.place(token.start())

    def header(self) -> Mapping:
        """Read `[a.b]` or `[[a.b]]` and return the table that it opens."""
        self.next()
        is_list = self.peek() == "["
        if is_list:
            self.next()
        start = self.position
        *parents, last = self.keys()
        end = self.position
        while self.position < len(self.tokens) and self.peek() == "]":
            self.next()
        table = self.descend(self.root, parents)
        made = Mapping(last.line, last.column)
        entry = table.entries.get(last.text)
        if is_list:
            entry = entry or table.put(last, Sequence(last.line, last.column))
            if isinstance(entry.node, Sequence) and id(entry.node) not in self.closed:
                entry.node.items.append(made)
                return made
        elif entry is None or self.may_open(entry.node):
            made = self.descend(table, [last])
            self.opened.add(id(made))
            return made
        self.repeat(table, entry, Entry(last, made), start, end)
        return made

    def may_open(self, node: Node) -> bool:
        return isinstance(node, Mapping) and id(node) not in self.opened | self.closed

    def repeat(self, table: Mapping, first: Entry, entry: Entry, start: int, end: int) -> None:
        """Note a key that is there again; its name goes from one token to before another."""
        table.again = (*table.again, entry)
        name = self.tokens[start].start(), self.tokens[end - 1].end()
        last_line = self.place(self.tokens[self.position - 1])[0]
        self.repeats.append(Repeat(table, first.key, entry.key, name, last_line))

    def keys(self) -> list[Scalar]:
        """Read a key with its dots."""
        found = [self.key()]
        while self.peek() == ".":
            self.next()
            found.append(self.key())
        return found

    def key(self) -> Scalar:
        token = self.next()
        text = _unquoted(token[0]) if token.lastgroup == "string" else token[0]
        return Scalar(text, "string", *self.place(token))

    def descend(self, table: Mapping, keys: list[Scalar]) -> Mapping:
        """Return the table below, made where it is missing; of a list, its last table."""
        for key in keys:
            new = Entry(key, Mapping(key.line, key.column))
            node = table.entries.setdefault(key.text, new).node
            inner = node.items[-1] if isinstance(node, Sequence) else node
            table = inner if isinstance(inner, Mapping) else table
        return table

    def pair(self, table: Mapping) -> None:
        start = self.position
        *parents, last = self.keys()
        end = self.position
        self.next()
        inner = self.descend(table, parents)
        value = self.value()
        first = inner.add(last, value)
        if first:
            self.repeat(inner, first, Entry(last, value), start, end)

    def value(self) -> Node:
        start = self.tokens[self.position]
        if start[0] == "[":
            return self.array()
        if start[0] == "{":
            return self.inline_table()
        if start.lastgroup == "string":
            self.next()
            return Scalar(_unquoted(start[0]), "string", *self.place(start))
        return self.bare()

    def array(self) -> Sequence:
        made = Sequence(*self.place(self.next()))
        self.closed.add(id(made))
        while self.peek() != "]":
            if self.peek() in {",", "\n"}:
                self.next()
            else:
                made.items.append(self.value())
        self.next()
        return made

    def inline_table(self) -> Mapping:
        made = Mapping(*self.place(self.next()))
        self.closed.add(id(made))
        while self.peek() != "}":
            if self.peek() in {",", "\n"}:
                self.next()
            else:
                self.pair(made)
        self.next()
        return made

    def bare(self) -> Scalar:
        """Read a number, a date or a truth value: it goes on to a mark that is no point."""
        first = self.tokens[self.position]
        end = first.start()
        while self.position < len(self.tokens) and self.peek() not in {",", "\n", "]", "}"}:
            end = self.next().end()
        if end == first.start():
            raise _NoValueError
        text = self.source.text[first.start() : end].strip()
        line, column = self.place(first)
        return _bare(text, line, column)


def _bare(text: str, line: int, column: int) -> Scalar:
    if text in {"true", "false"}:
        return Scalar(text, "flag", line, column)
    if _DATE.fullmatch(text):
        return Scalar(text, "date", line, column)
    kind: Kind = "integer"
    if _is_wild_number(text):
        return Scalar(text, "wild", line, column)
    if _RADIX.match(text):
        text = str(int(text.replace("_", ""), 0))
    elif any(mark in text for mark in ".eE"):
        kind = "number"
    return Scalar(text.replace("_", "").removeprefix("+"), kind, line, column)


def _is_wild_number(text: str) -> bool:
    """Whether a number is none that a field can take: `inf`, `nan`, too long or too large."""
    if _RADIX.match(text):
        return len(text) > LONGEST_NUMBER // 2
    return is_wild(text.replace("_", "")) or text.lstrip("+-") == "nan"


def _unquoted(token: str) -> str:
    if token.startswith("'") and not token.startswith("'''"):
        return token[1:-1]
    if "\\" not in token and not token.startswith(('"""', "'''")):
        return token[1:-1]
    return str(tomllib.loads(f"text = {token}")["text"])
