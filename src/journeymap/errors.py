"""What can go wrong, said in full: where, what, what was got and what was expected."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

import attrs

Step = str | int

_PLAIN_STEP = r"[\w$-]{1,60}"

# Comparing names costs time in the square of their length; a hint is not worth more than this.
_LONGEST_NAME = 80
_MOST_NAMES = 200


class JourneymapError(Exception):
    """The parent of every error that the library raises on purpose."""


@attrs.frozen
class Fault:
    """One thing that is wrong, and where.

    Attributes:
        problem: What is wrong, in a few words.
        got: The value that was met, as text; empty where there is none.
        expected: What would be right; empty where the problem says it.
        hint: The nearest known name, or a way out; empty where there is none.
        steps: The way from the root object to the value: field names and positions.
        root: The name of the root object.
        file: The file that the value was read from; empty for a value made in Python.
        line: The line in that file, from 1; 0 where unknown.
        column: The column in that line, from 1; 0 where unknown.
    """

    problem: str
    got: str = ""
    expected: str = ""
    hint: str = ""
    steps: tuple[Step, ...] = ()
    root: str = ""
    file: str = ""
    line: int = 0
    column: int = 0

    def under(self, *steps: Step) -> Fault:
        """Return the same fault, seen from an object further up."""
        return attrs.evolve(self, steps=(*steps, *self.steps))

    @property
    def path(self) -> str:
        """The way to the value as text, such as `journey.stages[2].importance`."""
        text = self.root
        for step in self.steps:
            if isinstance(step, int):
                text += f"[{step}]"
            elif re.fullmatch(_PLAIN_STEP, step):
                text += f".{step}" if text else step
            else:
                text += f"[{shown(step)}]"
        return text

    @property
    def message(self) -> str:
        """What is wrong, in one line without the place: path, problem, got, expected, hint."""
        details = [
            f"got {self.got}" if self.got else "",
            f"expected {self.expected}" if self.expected else "",
            self.hint,
        ]
        inside = "; ".join(detail for detail in details if detail)
        sentence = ": ".join(part for part in (self.path, self.problem) if part)
        line = f"{sentence} ({inside})" if inside else sentence
        return " ".join(line.split())

    def __str__(self) -> str:
        """Return the fault as one line: its place and its message."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return " ".join(f"{place}: {self.message}".split()) if place else self.message


class ModelError(JourneymapError, ValueError):
    """Values that no journey can hold; `faults` has all of them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))

    def __reduce__(self) -> tuple[type[ModelError], tuple[tuple[Fault, ...]]]:
        """Let the error travel between processes with its faults."""
        return type(self), (self.faults,)


class SourceError(ModelError):
    """A file that cannot be read as a journey; every fault names file, line and column."""


class UnreadableError(SourceError):
    """A file in which no journey can be looked for: not UTF-8, not YAML, too large."""


class OptionError(JourneymapError, ValueError):
    """A lane, theme, language or format that does not exist, or a figure that cannot be."""


class RenderError(JourneymapError, ValueError):
    """A picture that cannot be made: impossible sizes or shapes."""


class MissingLibraryError(JourneymapError, RuntimeError):
    """A library or program that this format needs is not installed; the text says how to get it."""


def shown(value: object, limit: int = 60) -> str:
    """Return a value as an error message shows it: quoted, on one line, not too long."""
    try:
        text = str(value) if isinstance(value, Decimal) else repr(value)
    except ValueError:  # Python does not write integers of more than some thousand digits
        text = f"{type(value).__name__} with too many digits to write"
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the hint `did you mean …?` for a misspelt name, or an empty text."""
    found = closest(name, known)
    return f"did you mean {found!r}?" if found else ""


def closest(name: str, known: Iterable[str]) -> str:
    """Return the known name that a misspelt one is most like, or an empty text."""
    if len(name) > _LONGEST_NAME:
        return ""
    import difflib  # noqa: PLC0415 - only a misspelt name needs it

    names = [known_name for known_name in known if len(known_name) <= _LONGEST_NAME]
    folded = {known_name.casefold(): known_name for known_name in names[:_MOST_NAMES]}
    matches = difflib.get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else ""


def unknown(what: str, name: str, known: Iterable[str], hint: str = "") -> OptionError:
    """Return the error for an option that is not among the known ones, with the nearest of them."""
    names = list(known)
    hint = hint or nearest(name, names)
    listed = ", ".join(names)
    return OptionError(
        f"unknown {what} {shown(name)} (known: {listed}{'; ' + hint if hint else ''})"
    )
