"""What is wrong with a text that is not YAML, in plain words and at the place to mend."""

from __future__ import annotations

import re
from typing import Any

from journeymap.errors import Fault, shown
from journeymap.files.nodes import Mapping, Node, Scalar, Sequence

_QUOTE_IT = "put the text in quotes"
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # those of YAML 1.1
_KEY_END = re.compile(r":(\s|$)")
_QUOTES = ("'", '"')
_CHECK = "check the indentation"


def explained(text: str, error: Any, inner: Node | None) -> tuple[Fault, int, int]:
    """Return the fault that an error of PyYAML stands for, with its line and column.

    Args:
        text: The text.
        error: What PyYAML raised.
        inner: The innermost list or mapping that is still open.
    """
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Fault(f"not valid YAML: {error.problem or error.context}"), 0, 0
    lines = [*_LINE_END.split(text), ""]  # a mark may stand behind the last line
    opened = _opened(lines, error, inner)
    if opened:
        return _headed(_unclosed(opened[0])), opened[1], opened[2]
    fault, column = _at(error, lines[: mark.line + 1], mark)
    return _headed(fault), mark.line + 1, column + 1


def _at(error: Any, lines: list[str], mark: Any) -> tuple[Fault, int]:
    """Return the fault at a mark, with its column from 0."""
    words = str(error.problem)
    line = lines[mark.line] if mark.line < len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        hint = "indent with spaces, not with tabs"
        return Fault("a tab before the text", hint=hint), mark.column
    if "mapping values are not allowed" in words:
        return _second_colon(lines, mark.column)
    return _other(error, words, line, mark.column), mark.column


def _headed(fault: Fault) -> Fault:
    return Fault(f"not valid YAML: {fault.problem}", fault.got, fault.expected, fault.hint)


def _opened(lines: list[str], error: Any, inner: Node | None) -> tuple[str, int, int] | None:
    """Return the quote or bracket that the text ends without closing, and its place."""
    end = error.problem_mark or error.context_mark
    last = _last(inner)
    if last and last.line < end.line + 1 and lines[end.line][: end.column].rstrip()[-1:] in _QUOTES:
        character = lines[last.line - 1][last.column - 1 : last.column]
        return (character, last.line, last.column) if character in _QUOTES else None
    rest = [*lines[end.line :], ""]
    if any(text.strip() for text in (rest[0][end.column :], *rest[1:])):
        return None
    places = [(mark.line, mark.column) for mark in (error.context_mark,) if mark]
    places += [(inner.line - 1, inner.column - 1)] if inner else []
    for line, column in places:
        character = lines[line][column : column + 1] if line < len(lines) else ""
        if character and character in "\"'[{":
            return character, line + 1, column + 1
    return None


def _last(inner: Node | None) -> Scalar | None:
    """Return the last text of a list or mapping."""
    nodes: list[Node] = []
    if isinstance(inner, Mapping):
        nodes = [entry.node for entry in inner.entries.values()]
    elif isinstance(inner, Sequence):
        nodes = inner.items
    return nodes[-1] if nodes and isinstance(nodes[-1], Scalar) else None


def _unclosed(opener: str) -> Fault:
    if opener in _QUOTES:
        hint = "a quote within a text wants the whole text in quotes of the other kind"
        return Fault("a quote that is not closed", opener, f"{opener} at the end of the text", hint)
    closer = "]" if opener == "[" else "}"
    return Fault("a bracket that is not closed", opener, f"{closer} after the last value")


def _second_colon(lines: list[str], column: int) -> tuple[Fault, int]:
    """Return the fault for a `: ` where no key can be, and its column from 0."""
    line = lines[-1]
    if ": " in line[:column]:
        return Fault("a second `: ` in one line", "", "one key and its value", _QUOTE_IT), column
    indent = len(line) - len(line.lstrip())
    before = next((text for text in reversed(lines[:-1]) if text.strip()), "")
    if not _KEY_END.search(before):
        key = shown(before.strip(), 40)
        hint = f"`: ` between key and value in {key}, and {_CHECK}"
        return Fault(
            "a key after a text that is no key", shown(line.strip(), 40), hint=hint
        ), indent
    wanted = f"the indent of the key above, {_indent(before)} spaces"
    fault = Fault("a key deeper than the line above allows", f"{indent} spaces", wanted, _CHECK)
    return fault, indent


def _indent(line: str) -> int:
    """Return where the first key of a line stands, behind the marks of list items."""
    return len(line) - len(line.lstrip(" -"))


def _other(error: Any, words: str, line: str, column: int) -> Fault:
    before = line[:column].rstrip()
    if "cannot start any token" in words:
        return Fault("a text cannot start so", shown(line[column : column + 1]), "", _QUOTE_IT)
    if "unknown escape" in words:
        return Fault("an unknown escape", "", "", "write the backslash twice, or use single quotes")
    if "',' or " in words:
        start = error.context_mark
        hint = f"the bracket opened in line {start.line + 1}, column {start.column + 1}"
        wanted = "a comma or ]" if "]" in words else "a comma or }"
        return Fault("something between two values", shown(line[column:], 40), wanted, hint)
    if before.endswith(("'", '"')):
        return Fault("text after a closing quote", shown(line[column:], 40), "", _QUOTE_IT)
    if "expected key" in words or "'-' indicator" in words or "<block end>" in words:
        wanted = "the indent of the lines that it belongs with"
        return Fault("a line out of place", shown(line.strip(), 40), wanted, _CHECK)
    context = f"{error.context}, " if error.context else ""
    return Fault(f"{context}{words}", hint=_QUOTE_IT if ": " in line[: column + 1] else "")
