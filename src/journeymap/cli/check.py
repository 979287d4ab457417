"""`journeymap check`: every fault of journey files."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from journeymap.cli.known import offer
from journeymap.cli.parser import add_command
from journeymap.cli.shared import add_from, add_journeys
from journeymap.cli.status import DONE, WANTING, WRONG

if TYPE_CHECKING:
    from journeymap.cli.parser import Commands
    from journeymap.cli.problems import Checked

_EXAMPLES = """\
  journeymap check crm.yaml
  journeymap check maps/*.yaml maps/*.toml --quiet
  journeymap check maps/*.yaml --format sarif -o maps.sarif
  journeymap check maps/*.yaml --format github
  journeymap check - --from json < crm.json"""


def add(commands: Commands) -> None:
    """Add what can be typed."""
    check = add_command(commands, "check", "find what is wrong in journey files", _EXAMPLES, run)
    add_journeys(check)
    kind = check.add_argument(
        "--format", default="text", help="text (default), json, sarif or github (annotations)"
    )
    offer(kind, ("text", "json", "sarif", "github"))
    check.add_argument(
        "-q", "--quiet", action="store_true", help="say nothing of files without faults"
    )
    check.add_argument(
        "-o", "--output", default="-", metavar="OUT", help="of a format for programs; default: -"
    )
    add_from(check)


def run(arguments: argparse.Namespace) -> int:
    """Read every input and tell every fault."""
    from journeymap.cli.inout import STREAM, write
    from journeymap.cli.reports import REPORTS
    from journeymap.errors import OptionError, unknown

    kind = arguments.format
    if kind not in {"text", *REPORTS}:
        raise unknown("format", kind, ["text", *REPORTS])
    if kind == "text" and arguments.output != STREAM:
        raise OptionError(f"--output: is for --format {', '.join(REPORTS)}")
    found = (_checked(name, arguments.source_format) for name in arguments.inputs)
    if kind == "text":
        return _told(found, is_quiet=arguments.quiet)
    whole = list(found)
    write(arguments.output, REPORTS[kind](whole).encode())
    return max(map(_status, whole))


def _checked(name: str, source_format: str | None) -> Checked:
    from journeymap.cli.inout import STREAM, journey_of, shown, source_of
    from journeymap.cli.problems import UNREADABLE, Checked, Problem, problems_of
    from journeymap.errors import SourceError

    try:
        data, kind = source_of(name, source_format)
    except OSError as error:
        problem = Problem(name, str(error.strerror or error), UNREADABLE)
        return Checked(name, problems=(problem,))
    try:
        journey_of(name, data, kind, is_guessed=not source_format and name == STREAM)
    except SourceError as error:
        return Checked(shown(name), data.decode(errors="replace"), problems_of(error))
    return Checked(shown(name))


def _told(found: Iterable[Checked], *, is_quiet: bool) -> int:
    """Tell people what was found, file by file, and return the exit status."""
    from journeymap.cli.inout import STREAM, tell, write
    from journeymap.cli.reports import problem_text
    from journeymap.cli.terminal import wants_colour

    status = DONE
    for one in found:
        for problem in one.problems:
            text = problem_text(problem, one.text, is_coloured=wants_colour(sys.stderr))
            tell(text.removesuffix("\n"))
        if not one.problems and not is_quiet:
            write(STREAM, f"{one.file}: no faults\n".encode())
        status = max(status, _status(one))
    return status


def _status(one: Checked) -> int:
    if one.is_unreadable:
        return WRONG
    return WANTING if one.problems else DONE
