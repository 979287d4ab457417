"""What a check finds, whatever found it, ready to be told in any format."""

from __future__ import annotations

from typing import Literal

import attrs

from journeymap.errors import Fault, SourceError, UnreadableError

Level = Literal["error", "warning", "note"]

UNREADABLE, INVALID = "JM001", "JM002"

RULES = {
    UNREADABLE: "A file in which no journey can be looked for",
    INVALID: "A value that no journey can hold",
}
"""What each code stands for."""


@attrs.frozen
class Problem:
    """One thing that is wrong, or could be better.

    Attributes:
        file: Where it is.
        message: What it is, in one line.
        code: The rule that it breaks, one of `RULES`.
        level: How bad it is.
        line: The line, from 1; 0 where unknown.
        column: The column, from 1; 0 where unknown.
        path: The way to the value, such as `journey.stages[2].importance`; empty without one.
        got: The value that was met; empty where there is none.
        expected: What would be right; empty where the message says it.
        hint: A way out; empty where there is none.
    """

    file: str
    message: str
    code: str
    level: Level = "error"
    line: int = 0
    column: int = 0
    path: str = ""
    got: str = ""
    expected: str = ""
    hint: str = ""

    def __str__(self) -> str:
        """Return the problem as one line, its place first."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return f"{place}: {self.message}"


@attrs.frozen
class Checked:
    """One file that has been looked at.

    Attributes:
        file: What messages call it.
        text: What it says; empty where it cannot be read.
        problems: What was found in it.
    """

    file: str
    text: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def is_unreadable(self) -> bool:
        """Whether no journey could be looked for."""
        return any(problem.code == UNREADABLE for problem in self.problems)


def problems_of(error: SourceError) -> tuple[Problem, ...]:
    """Return the faults of a file as problems."""
    code = UNREADABLE if isinstance(error, UnreadableError) else INVALID
    return tuple(_problem(fault, code) for fault in error.faults)


def _problem(fault: Fault, code: str) -> Problem:
    names = ("file", "message", "line", "column", "path", "got", "expected", "hint")
    return Problem(code=code, **{name: getattr(fault, name) for name in names})
