"""What `journeymap check` tells people and programs."""

import io
import json
import re
import sys
import unicodedata
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.cli import main
from journeymap.cli.excerpts import excerpt
from journeymap.cli.problems import RULES, Checked, Problem
from journeymap.cli.reports import REPORTS, problem_text

WRONG = "title: A\nstages:\n- {name: One, importance: 9}\n- {nmae: Two}\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    (tmp_path / "good.yaml").write_text("title: A\nstages: [One]\n")
    (tmp_path / "wrong.yaml").write_text(WRONG)
    (tmp_path / "broken.yaml").write_text("title: [")
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_text_shows_the_line_and_marks_the_place(capsys):
    assert main(["check", "wrong.yaml"]) == 1
    first, line, caret, second, *_ = capsys.readouterr().err.splitlines()
    assert first == (
        "wrong.yaml:3:27: journey.stages[0].importance: out of range (got 9; expected 1..5)"
    )
    assert line == "  3 | - {name: One, importance: 9}"
    assert line[caret.index("^")] == "9"
    assert second.startswith("wrong.yaml:4:4: journey.stages[1].nmae: unknown key")


@pytest.mark.usefixtures("folder")
def test_quiet_says_nothing_of_what_is_right(capsys):
    assert main(["check", "good.yaml", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("folder")
def test_json_has_each_problem_with_all_that_is_known(capsys):
    assert main(["check", "good.yaml", "wrong.yaml", "none.yaml", "--format", "json"]) == 2
    out, err = capsys.readouterr()
    made = json.loads(out)
    assert err == ""
    assert made["version"] == 1
    assert made["files"] == [
        {"file": "good.yaml", "problems": 0, "readable": True},
        {"file": "wrong.yaml", "problems": 2, "readable": True},
        {"file": "none.yaml", "problems": 1, "readable": False},
    ]
    assert made["problems"][0] == {
        "file": "wrong.yaml",
        "message": "journey.stages[0].importance: out of range (got 9; expected 1..5)",
        "code": "JM002",
        "level": "error",
        "line": 3,
        "column": 27,
        "path": "journey.stages[0].importance",
        "got": "9",
        "expected": "1..5",
        "hint": "",
    }
    assert [problem["line"] for problem in made["problems"]] == [3, 4, 0]


def _object(required, **properties):
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


def _text(**more):
    return {"type": "string", "minLength": 1, **more}


def _list(items):
    return {"type": "array", "items": items}


MESSAGE = _object("text", text=_text())
SARIF = _object(
    "$schema version runs",
    **{"$schema": _text(format="uri"), "version": {"const": "2.1.0"}},
    runs=_list(
        _object(
            "tool results columnKind",
            columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            tool=_object(
                "driver",
                driver=_object(
                    "name version rules",
                    name=_text(),
                    version=_text(),
                    rules=_list(
                        _object("id shortDescription", id=_text(), shortDescription=MESSAGE)
                    ),
                ),
            ),
            results=_list(
                _object(
                    "ruleId ruleIndex level message locations",
                    ruleId={"enum": list(RULES)},
                    ruleIndex={"type": "integer", "minimum": 0, "maximum": len(RULES) - 1},
                    level={"enum": ["none", "note", "warning", "error"]},
                    message=MESSAGE,
                    locations=_list(
                        _object(
                            "physicalLocation",
                            physicalLocation=_object(
                                "artifactLocation",
                                artifactLocation=_object(
                                    "uri", uri=_text(pattern=r"^[A-Za-z0-9%/._~:-]+$")
                                ),
                                region=_object(
                                    "startLine",
                                    startLine={"type": "integer", "minimum": 1},
                                    startColumn={"type": "integer", "minimum": 1},
                                ),
                            ),
                        )
                    ),
                )
            ),
        )
    ),
)
"""The part of the schema of SARIF 2.1.0 that we write, and no more."""


def test_sarif_is_of_the_form_that_hosts_read(folder):
    (folder / "с пробелом.yaml").write_text(WRONG)
    names = ["wrong.yaml", "с пробелом.yaml", "broken.yaml", "none.yaml"]
    assert main(["check", *names, "--format", "sarif", "-o", "a.sarif"]) == 2
    made = json.loads((folder / "a.sarif").read_text(encoding="utf-8"))
    jsonschema.validate(made, SARIF)
    (run,) = made["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    places = []
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        region = place.get("region", {})
        places.append((unquote(place["artifactLocation"]["uri"]), region.get("startLine")))
    assert places == [
        ("wrong.yaml", 3),
        ("wrong.yaml", 4),
        ("с пробелом.yaml", 3),
        ("с пробелом.yaml", 4),
        ("broken.yaml", 1),
        ("none.yaml", None),
    ]


@pytest.mark.usefixtures("folder")
def test_github_annotations_name_the_place(capsys):
    assert main(["check", "wrong.yaml", "good.yaml", "--format", "github"]) == 1
    first, _ = capsys.readouterr().out.splitlines()
    assert first == (
        "::error file=wrong.yaml,line=3,col=27,title=journeymap JM002::"
        "journey.stages[0].importance: out of range (got 9; expected 1..5)"
    )


def read_annotation(line):
    """Return what the runner of GitHub Actions makes of a command."""
    command, data = re.fullmatch(r"::(.*?)::(.*)", line).groups()
    level, _, rest = command.partition(" ")

    def plain(text):
        for code, character in (("3A", ":"), ("2C", ","), ("0D", "\r"), ("0A", "\n"), ("25", "%")):
            text = text.replace(f"%{code}", character)
        return text

    properties = dict(part.split("=", 1) for part in rest.split(","))
    return level, {name: plain(value) for name, value in properties.items()}, plain(data)


@given(
    st.text("ab%:,=\r\n;20A3CD", min_size=1),
    st.text("ab%:,=\r\n;20A3CD"),
    st.sampled_from(["error", "warning", "note"]),
)
def test_no_text_ends_an_annotation(name, message, level):
    problem = Problem(name, message, "JM002", level, line=1, column=2)
    (line,) = REPORTS["github"]([Checked(name, "", (problem,))]).split("\n")[:-1]
    read, properties, data = read_annotation(line)
    assert read == {"note": "notice"}.get(level, level)
    assert properties["file"] == name
    assert data == message
    jsonschema.validate(
        json.loads(REPORTS["sarif"]([Checked(name, "", (problem,))]))["version"], {}
    )


@given(st.text(max_size=300), st.integers(0, 5), st.integers(0, 320))
def test_an_excerpt_is_two_short_lines_that_move_no_cursor(text, line, column):
    lines = excerpt(text, line, column, is_coloured=False)
    assert len(lines) in {0, 2}
    for one in lines:
        assert not any(unicodedata.category(character) == "Cc" for character in one)
    if lines:
        assert len(lines[0]) <= 110


@pytest.mark.parametrize(
    ("before", "cells"), [("\t", 1), ("日本", 4), ("é", 1), ("e\u0301", 1), ("\u200d", 0), ("я", 1)]
)
def test_the_caret_stands_under_the_place(before, cells):
    _, caret = excerpt(f"{before}x", 1, len(before) + 1, is_coloured=False)
    assert caret == f"    | {' ' * cells}^"


def test_a_long_line_is_cut_on_both_sides():
    line, caret = excerpt("a" * 200 + "x" + "b" * 200, 1, 201, is_coloured=False)
    assert line[caret.index("^")] == "x"
    assert line.startswith("  1 | …a")
    assert line.endswith("b…")


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("environment", "stream", "has_colour"),
    [
        ({}, Terminal, True),
        ({}, io.StringIO, False),
        ({"NO_COLOR": "1"}, Terminal, False),
        ({"NO_COLOR": ""}, Terminal, True),
        ({"FORCE_COLOR": "1"}, io.StringIO, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, Terminal, False),
        ({"TERM": "dumb"}, Terminal, False),
    ],
)
def test_colours_are_for_terminals(monkeypatch, environment, stream, has_colour):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stderr", stream())
    assert main(["check", "wrong.yaml"]) == 1
    said = sys.stderr.getvalue()
    assert ("\x1b[" in said) == has_colour
    assert re.sub(r"\x1b\[[\d;]*m", "", said).startswith("wrong.yaml:3:27: journey.stages[0]")


def test_a_warning_is_told_as_one():
    problem = Problem("a.yaml", "no touchpoint", "JM002", "warning", 2, 1)
    text = problem_text(problem, "a\nb\n", is_coloured=False)
    assert text == "a.yaml:2:1: no touchpoint\n  2 | b\n    | ^\n"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "xml"], "unknown format 'xml' (known: text, json, sarif, github)"),
        (["-o", "a.txt"], "--output: is for --format json, sarif, github"),
        (["--format", "json", "-o", "no/a.json"], "no/a.json: No such file or directory"),
    ],
)
def test_what_is_wrong_in_the_call_is_said_on_one_line(capsys, arguments, said):
    assert main(["check", "good.yaml", *arguments]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1
