"""What is wrong with a text that is not TOML, in plain words; a repeated key does not end it."""

from __future__ import annotations

import re
import tomllib

import attrs

from journeymap.errors import Fault, SourceError, shown
from journeymap.files.nodes import Mapping, Scalar, repeated, way_to
from journeymap.files.source import Source

Changes = dict[tuple[int, int], str]
"""What stands in for parts of a text, by their start and end."""

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_REPEATED = ("Cannot ", "Duplicate ")
_MOST_REPEATS = 20
_VALUE = re.compile(r"[^,\]}#\n]*")
_EXPECTED = "text in quotes, a number, true, false, a date, [ or {"
_UNQUOTED = re.compile(r"""[^=#"']*=\s*[^\s"'\[{#]""")


@attrs.frozen
class Repeat:
    """A key that is there again.

    Attributes:
        table: Where it is.
        first: The key as it is there first.
        key: The key.
        name: Start and end of the whole name, dots included, in the text.
        last_line: The line in which its value ends.
    """

    table: Mapping
    first: Scalar
    key: Scalar
    name: tuple[int, int]
    last_line: int


def changed(text: str, changes: Changes) -> str:
    """Return a text with its changes, each line in its place."""
    for (start, end), new in sorted(changes.items(), reverse=True):
        text = text[:start] + new.ljust(end - start) + text[end:]
    return text


def refusal(text: str) -> Exception | None:
    """Return the error of tomllib for a text, or None if the text is right."""
    try:
        tomllib.loads(text, parse_float=str)
    except (ValueError, RecursionError) as error:
        return error
    return None


def pass_over(repeats: list[Repeat], changes: Changes, root: Mapping, source: Source) -> None:
    """Note every repeated key of a text that tomllib refuses.

    Raises:
        SourceError: It is refused for something else, or for too many of them.
    """
    changes = dict(changes)
    waiting = list(repeats)
    for number in range(_MOST_REPEATS):
        error = refusal(changed(source.text, changes))
        if error is None:
            return
        found = _meant(error, waiting, source)
        if found is None:
            raise _invalid(error, source)
        waiting = waiting[waiting.index(found) + 1 :]
        _note(found, root, source)
        # Under a name of its own, tomllib takes it and looks at the rest.
        changes[found.name] = f"repeated-{number}"
    line = waiting[0].key.line if waiting else 0
    source.fault(Fault("more keys that are there again; the rest is not shown"), line, 1)
    raise source.refusal()


def _meant(error: Exception, repeats: list[Repeat], source: Source) -> Repeat | None:
    if not str(error).startswith(_REPEATED):
        return None
    line, _ = _place(str(error), source)
    return next((one for one in repeats if one.key.line <= line <= one.last_line), None)


def _note(repeat: Repeat, root: Mapping, source: Source) -> None:
    key = repeat.key
    way = way_to(root, repeat.table)
    fault = repeated(key, repeat.first)
    if way is not None:
        fault = attrs.evolve(fault, steps=(*way, key.text), root="journey")
    source.fault(fault, key.line, key.column)


def _place(words: str, source: Source) -> tuple[int, int]:
    match = _PLACE.search(words)
    if match and match[1]:
        return int(match[1]), int(match[2])
    return source.place(len(source.text))


def _invalid(error: Exception, source: Source) -> SourceError:
    words = str(error)
    line, column = _place(words, source)
    problem = _PLACE.sub("", words)
    if problem.startswith(_REPEATED):
        hint = "a key or table may be there only once"
        source.fault(Fault(f"there already: {_lower(problem)}", hint=hint), line, column)
        return source.refusal()
    text = source.text.split("\n")[line - 1]
    return source.error(_explained(problem, text, column), line, column)


def _explained(problem: str, line: str, column: int) -> Fault:
    got = _VALUE.match(line, column - 1)
    value = got[0].strip() if got else ""
    if problem == "Invalid value":
        hint = "text wants quotes" if value else ""
        return Fault("not valid TOML: no value", shown(value) if value else "", _EXPECTED, hint)
    is_after = problem.startswith("Expected newline or end of document after a statement")
    if is_after:
        hint = "text wants quotes" if _UNQUOTED.match(line) else ""
        rest = shown(line[column - 1 :], 40)
        return Fault("not valid TOML: something after the value", rest, "the next line", hint)
    return Fault(f"not valid TOML: {_lower(problem)}")


def _lower(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
