"""The parser, and the options that several commands share. Nothing heavy is imported here."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from journeymap.cli import known
from journeymap.cli.known import offer
from journeymap.cli.status import WRONG
from journeymap.cli.terminal import wants_colour

_HEADING = re.compile(r"^usage:|^[a-z ]+:$", re.MULTILINE)
_MOST = 10_000
_SHORT_OPTION = len("-o")


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help whose examples keep their lines, and whose commands keep to one line each."""

    def add_argument(self, action: argparse.Action) -> None:
        super().add_argument(action)
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - it has no other name
            # The width of the longest command is taken without its indent.
            self._action_max_length += self._indent_increment


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line and whose examples keep their lines."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(formatter_class=_Help, allow_abbrev=False, **settings)

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG, f"{self.prog}: {message} (see {self.prog} --help)\n")

    def print_help(self, file: Any = None) -> None:
        text = self.format_help()
        # From 3.14 on, argparse has colours of its own.
        if sys.version_info < (3, 14) and wants_colour(file or sys.stdout):
            text = _HEADING.sub("\x1b[1m\\g<0>\x1b[0m", text)
        (file or sys.stdout).write(text)


if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Parser]  # noqa: SLF001 - it has no other name

Group = argparse._ActionsContainer  # noqa: SLF001 - what parsers and groups have in common
Run = Callable[[argparse.Namespace], int]


def add_command(commands: Commands, name: str, help_text: str, examples: str, run: Run) -> Parser:
    """Return the parser of a new command.

    Args:
        commands: Where it is added.
        name: What is typed.
        help_text: What it does, in a few words.
        examples: The end of its help.
        run: What it does with what was typed; returns the exit status.
    """
    made = commands.add_parser(
        name, help=help_text, description=f"{help_text}.", epilog=f"examples:\n{examples}"
    )
    made.set_defaults(run=run)
    return made


def add_journeys(command: Parser, metavar: str = "FILE") -> None:
    """Add the files that are read."""
    command.add_argument("inputs", nargs="+", metavar=metavar, help="a journey file, or -")


def add_output(command: Parser, formats: str) -> None:
    """Add the options that say where pictures go, and how they are written."""
    group = command.add_argument_group("where it goes")
    group.add_argument(
        "-o",
        "--output",
        action="append",
        required=True,
        metavar="OUT",
        help=f"where to write: {formats}",
    )
    group.add_argument(
        "--check",
        action="store_true",
        help="write nothing; status 1 if an output is missing or not what would be drawn",
    )
    kind = group.add_argument("--format", default="svg", help="svg, png, pdf, ..., for -o -")
    offer(kind, known.picture_formats)
    scale = "how many times as large a PNG is"
    group.add_argument("--scale", type=float, default=1.0, help=scale)


def add_content(command: Parser) -> Group:
    """Return the group of options that say what is drawn; each picture of lanes has the first."""
    group = command.add_argument_group("what is drawn")
    lanes = group.add_argument(
        "--lanes",
        type=names,
        help="the lanes and their order: a,b,c; a=Title heads one anew, -a leaves one out, * is "
        "all others",
    )
    offer(lanes, known.lanes)
    return group


def add_looks(command: Parser) -> Group:
    """Return the group of options that say how a picture looks, with those of every picture."""
    group = command.add_argument_group("how it looks")
    theme = group.add_argument(
        "--theme",
        help="light, dark, print, contrast or auto (what the screen prefers); or a brand's "
        "colours: #7a1f5c,#0b7783; or both: dark,#7a1f5c (default: what the journey says)",
    )
    offer(theme, known.themes)
    add_language(group, "the language of the map's own words: en or ru")
    text = group.add_argument("--text", help="how text stands in an SVG: embed, outline or system")
    offer(text, known.text_modes)
    group.add_argument(
        "--fonts", type=names, help="font files for further letters: a.ttf,b.otf; or system"
    )
    group.add_argument("--width", type=float, help="how wide the sheet should be, in px")
    return group


def add_language(group: Group, help_text: str) -> None:
    """Add the option that says in which language the library speaks."""
    offer(group.add_argument("--language", help=help_text), known.languages)


def add_offers(group: Group) -> None:
    """Add the options that say which offer is compared with which."""
    group.add_argument(
        "--choice", metavar="OFFER", help="the offer that others are compared with (default: ours)"
    )
    group.add_argument(
        "--against",
        metavar="OFFER",
        help="the only offer that it is held against (default: each; in the tornado the cheapest)",
    )


def add_from(command: Parser) -> None:
    """Add the option that says what the standard input is."""
    action = command.add_argument(
        "--from",
        dest="source_format",
        metavar="FORMAT",
        help="yaml, toml or json, for the input - (default: json if it starts with {, else yaml)",
    )
    offer(action, known.SOURCES)


def add_text_output(command: Parser) -> None:
    """Add the option that says where a text goes."""
    command.add_argument("-o", "--output", default="-", metavar="OUT", help="default: -")


def names(text: str) -> list[str]:
    """Return the parts between the commas of a text."""
    return [name.strip() for name in text.split(",") if name.strip()]


def count(text: str) -> int:
    """Return a number of things, one or more."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) < _MOST):
        raise argparse.ArgumentTypeError(f"expected a whole number from 1 (got {text!r})")
    return int(text)


def joined(argv: Sequence[str]) -> list[str]:
    """Return the arguments with `--lanes -a` made one: argparse would take `-a` for an option."""
    made: list[str] = []
    for argument in argv:
        is_choice = argument[:1] == "-" and argument[1:2] != "-" and len(argument) > _SHORT_OPTION
        if made[-1:] == ["--lanes"] and is_choice:
            made[-1] += f"={argument}"
        else:
            made.append(argument)
    return made
