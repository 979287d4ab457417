"""JSON to nodes: strict, with the line and column of every value, and without recursion."""

from __future__ import annotations

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]

from journeymap.errors import Fault, SourceError, shown
from journeymap.files.builder import Builder
from journeymap.files.nodes import Kind, Mapping, Node, Scalar, Sequence, is_wild
from journeymap.files.source import Source

_SPACE = re.compile(r"[ \t\r\n]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_WORD = re.compile(r"-?\w+")
_WORDS: dict[str, Kind] = {"true": "flag", "false": "flag", "null": "null"}
_NOT_FINITE = frozenset({"NaN", "Infinity", "-Infinity"})


def read(source: Source) -> Node | None:
    """Return the tree of a JSON text, or None if it is empty.

    Raises:
        SourceError: It is not JSON, or goes over a limit. Faults after which reading can go on are
            noted in the source.
    """
    return _Scanner(source).run()


class _Scanner:
    """Walks over the text once; the open brackets are a list, not a recursion."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.builder = Builder(source)
        self.offset = 0
        self.closers: list[str] = []
        self.is_first = False

    def run(self) -> Node | None:
        if not self.skip():
            return None
        self.value()
        while self.closers:
            self.step()
        if self.skip():
            raise self.stop("text after the end", "the end of the file")
        return self.builder.root

    def skip(self) -> str:
        """Return the next character that is no white space, or an empty text at the end."""
        self.offset = _SPACE.match(self.text, self.offset).end()  # type: ignore[union-attr]
        return self.text[self.offset : self.offset + 1]

    def stop(self, problem: str, expected: str = "") -> SourceError:
        got = self.text[self.offset : self.offset + 1]
        fault = Fault(f"not valid JSON: {problem}", shown(got) if got else "the end", expected)
        return self.source.error(fault, *self.here())

    def here(self) -> tuple[int, int]:
        return self.source.place(self.offset)

    def step(self) -> None:
        """Close the innermost list or mapping, or read its next item."""
        closer = self.closers[-1]
        character = self.skip()
        if character == closer:
            self.closers.pop()
            self.builder.close()
            self.offset += 1
            self.is_first = False
            return
        if not self.is_first:
            if character != ",":
                raise self.stop("something between two values", f"a comma or {closer}")
            self.offset += 1
        if closer == "}":
            self.key()
        self.value()

    def key(self) -> None:
        if self.skip() != '"':
            raise self.stop("no key", "a key in double quotes")
        self.builder.add(self.string())
        if self.skip() != ":":
            raise self.stop("no value", "a colon")
        self.offset += 1

    def value(self) -> None:
        """Read a scalar, or open a list or mapping."""
        start = self.skip()
        self.is_first = start in {"{", "["}
        if start == "{":
            self.enter(Mapping(*self.here()), "}")
        elif start == "[":
            self.enter(Sequence(*self.here()), "]")
        else:
            self.builder.add(self.string() if start == '"' else self.bare())

    def enter(self, node: Mapping | Sequence, closer: str) -> None:
        self.builder.open(node)
        self.closers.append(closer)
        self.offset += 1

    def string(self) -> Scalar:
        line, column = self.here()
        try:
            text, self.offset = scanstring(self.text, self.offset + 1, True)  # noqa: FBT003
        except json.JSONDecodeError as error:
            self.offset = error.pos
            raise self.stop(error.msg[0].lower() + error.msg[1:]) from None
        return Scalar(text, "string", line, column)

    def bare(self) -> Scalar:
        """Read a number or a word."""
        line, column = self.here()
        number = _NUMBER.match(self.text, self.offset)
        word = _WORD.match(self.text, self.offset)
        if word and (not number or word.end() > number.end()) and word[0] in _NOT_FINITE:
            self.offset = word.end()
            return Scalar(word[0], "wild", line, column)
        if number and (not word or word.end() <= number.end()):
            return self.number(number, line, column)
        if word and word[0] in _WORDS:
            self.offset = word.end()
            return Scalar(word[0], _WORDS[word[0]], line, column)
        raise self.stop("no value", "a string, number, list, mapping, true, false or null")

    def number(self, match: re.Match[str], line: int, column: int) -> Scalar:
        self.offset = match.end()
        is_whole = match[1] is None and match[2] is None
        text = match[0]
        if is_wild(text):
            return Scalar(text, "wild", line, column)
        return Scalar(text, "integer" if is_whole else "number", line, column)
