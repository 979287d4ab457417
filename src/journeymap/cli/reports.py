"""What a check found, as text for people and as data for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

import attrs

import journeymap
from journeymap.cli.excerpts import excerpt
from journeymap.cli.problems import RULES, Checked, Problem

FORMAT_VERSION = 1
_TOOL = {"name": "journeymap", "version": journeymap.__version__}


def problem_text(problem: Problem, text: str, *, is_coloured: bool) -> str:
    """Return a problem for people: its line, and the place in the file."""
    said = str(problem)
    if is_coloured:
        place = said.removesuffix(problem.message)
        said = f"\x1b[1m{place}\x1b[0m{problem.message}"
    shown = excerpt(text, problem.line, problem.column, is_coloured=is_coloured)
    return "".join(f"{line}\n" for line in (said, *shown))


def json_text(found: Sequence[Checked]) -> str:
    """Return the report as JSON; the page on checks in builds describes it."""
    problems = _all(found)
    made = {
        "version": FORMAT_VERSION,
        "tool": _TOOL,
        "files": [
            {"file": one.file, "problems": len(one.problems), "readable": not one.is_unreadable}
            for one in found
        ],
        "problems": [attrs.asdict(problem) for problem in problems],
    }
    return _dumped(made)


def sarif_text(found: Sequence[Checked]) -> str:
    """Return the report as SARIF 2.1.0, which code hosts show beside the lines."""
    rules = [{"id": code, "shortDescription": {"text": text}} for code, text in RULES.items()]
    run = {
        "tool": {"driver": {**_TOOL, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem) for problem in _all(found)],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return _dumped({"$schema": schema, "version": "2.1.0", "runs": [run]})


def github_text(found: Sequence[Checked]) -> str:
    """Return the report as the commands by which GitHub Actions mark lines."""
    return "".join(f"{_annotation(problem)}\n" for problem in _all(found))


REPORTS = {"json": json_text, "sarif": sarif_text, "github": github_text}
"""The formats for programs."""


def _all(found: Sequence[Checked]) -> list[Problem]:
    return [problem for one in found for problem in one.problems]


def _dumped(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _result(problem: Problem) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(problem.file)}}
    if problem.line:
        region = {"startLine": problem.line, "startColumn": problem.column}
        place["region"] = {name: number for name, number in region.items() if number}
    return {
        "ruleId": problem.code,
        "ruleIndex": list(RULES).index(problem.code),
        "level": problem.level,
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": place}],
    }


def _uri(name: str) -> str:
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


_GITHUB_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def _annotation(problem: Problem) -> str:
    return f"::{_GITHUB_LEVELS[problem.level]} {_properties(problem)}::{_data(problem.message)}"


def _properties(problem: Problem) -> str:
    return ",".join(f"{name}={_property(value)}" for name, value in _named(problem))


def _named(problem: Problem) -> Iterator[tuple[str, str]]:
    yield "file", problem.file
    if problem.line:
        yield "line", str(problem.line)
    if problem.column:
        yield "col", str(problem.column)
    yield "title", f"journeymap {problem.code}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
