"""TOML to nodes: `tomllib` says whether the text is right, a walk over its tokens says where.

The limits are looked at before `tomllib` is: it recurses, and long dotted keys take it time in the
square of their length.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from journeymap.errors import Fault, SourceError, shown
from journeymap.files.nodes import Entry, Kind, Mapping, Node, Scalar, Sequence
from journeymap.files.source import Source

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
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_DATE = re.compile(r"\d{4}-\d\d-\d\d.*|\d\d:\d\d.*", re.DOTALL)
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
    try:
        tomllib.loads(source.text, parse_float=str)
    except (ValueError, RecursionError) as error:
        raise _invalid(error, source) from None
    return _Walk(tokens, source).run()


def _invalid(error: Exception, source: Source) -> SourceError:
    text = str(error)
    match = _PLACE.search(text)
    place = source.place(len(source.text))
    if match and match[1]:
        place = int(match[1]), int(match[2])
    problem = text[: match.start()] if match else text
    return source.error(Fault(f"not valid TOML: {problem[:1].lower()}{problem[1:]}"), *place)


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


class _Walk:
    """Goes over the tokens of a text that is known to be right."""

    def __init__(self, tokens: list[Token], source: Source) -> None:
        self.tokens = tokens
        self.source = source
        self.position = 0
        self.root = Mapping(1, 1)

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
        *parents, last = self.keys()
        while self.position < len(self.tokens) and self.peek() == "]":
            self.next()
        table = self.descend(self.root, parents)
        if not is_list:
            return self.descend(table, [last])
        entry = table.entries.setdefault(last.text, Entry(last, Sequence(last.line, last.column)))
        made = Mapping(last.line, last.column)
        if isinstance(entry.node, Sequence):
            entry.node.items.append(made)
        return made

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
        *parents, last = self.keys()
        self.next()
        inner = self.descend(table, parents)
        inner.entries[last.text] = Entry(last, self.value())

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
        while self.peek() != "]":
            if self.peek() in {",", "\n"}:
                self.next()
            else:
                made.items.append(self.value())
        self.next()
        return made

    def inline_table(self) -> Mapping:
        made = Mapping(*self.place(self.next()))
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
        text = self.source.text[first.start() : end].strip()
        line, column = self.place(first)
        if text.lstrip("+-") in {"inf", "nan"}:
            self.source.fault(Fault("not finite", shown(text), "a number"), line, column)
            return Scalar(text, "null", line, column)
        return _bare(text, line, column)


def _bare(text: str, line: int, column: int) -> Scalar:
    if text in {"true", "false"}:
        return Scalar(text, "flag", line, column)
    if _DATE.fullmatch(text):
        return Scalar(text, "date", line, column)
    kind: Kind = "integer"
    if _RADIX.match(text):
        text = str(int(text.replace("_", ""), 0))
    elif any(mark in text for mark in ".eE"):
        kind = "number"
    return Scalar(text.replace("_", "").removeprefix("+"), kind, line, column)


def _unquoted(token: str) -> str:
    if token.startswith("'") and not token.startswith("'''"):
        return token[1:-1]
    if "\\" not in token and not token.startswith(('"""', "'''")):
        return token[1:-1]
    return str(tomllib.loads(f"text = {token}")["text"])
