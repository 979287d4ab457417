"""The parser, and the options that several commands share. Nothing heavy is imported here."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from journeymap.cli.status import WRONG

_MOST = 10_000
_SHORT_OPTION = len("-o")


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line and whose examples keep their lines."""

    def __init__(self, **settings: Any) -> None:
        raw = argparse.RawDescriptionHelpFormatter
        super().__init__(formatter_class=raw, allow_abbrev=False, **settings)

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG, f"{self.prog}: {message} (see {self.prog} --help)\n")


if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Parser]  # noqa: SLF001 - it has no other name

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


def add_journeys(command: Parser) -> None:
    """Add the files that are read."""
    command.add_argument("inputs", nargs="+", metavar="FILE", help="a journey file, or -")


def add_output(command: Parser, formats: str) -> None:
    """Add the option that says where pictures go."""
    command.add_argument(
        "-o",
        "--output",
        action="append",
        required=True,
        metavar="OUT",
        help=f"where to write: {formats}",
    )


def add_check(command: Parser) -> None:
    """Add the option that compares instead of writing."""
    command.add_argument(
        "--check",
        action="store_true",
        help="write nothing; status 1 if an output is missing or not what would be drawn",
    )


def add_looks(command: Parser) -> None:
    """Add the options that every picture of lanes takes."""
    command.add_argument(
        "--lanes",
        type=names,
        help="the lanes and their order: a,b,c; a=Title heads one anew, -a leaves one out, * is "
        "all others",
    )
    command.add_argument(
        "--theme",
        help="light, dark, print, contrast or auto (what the screen prefers); or a brand's "
        "colours: #7a1f5c,#0b7783; or both: dark,#7a1f5c (default: what the journey says)",
    )
    command.add_argument("--language", help="the language of the map's own words: en or ru")
    command.add_argument("--width", type=float, help="how wide the sheet should be, in px")


def add_format(command: Parser) -> None:
    """Add the options that say how a picture is written."""
    scale = "how many times as large a PNG is"
    command.add_argument("--scale", type=float, default=1.0, help=scale)
    command.add_argument("--text", help="how text stands in an SVG: embed, outline or system")
    command.add_argument(
        "--fonts", type=names, help="font files for further letters: a.ttf,b.otf; or system"
    )
    command.add_argument("--format", default="svg", help="svg, png, pdf, ..., for -o -")


def add_offers(command: Parser) -> None:
    """Add the options that say which offer is compared with which."""
    command.add_argument(
        "--choice", metavar="OFFER", help="the offer that others are compared with (default: ours)"
    )
    command.add_argument(
        "--against",
        metavar="OFFER",
        help="the only offer that it is held against (default: each; in the tornado the cheapest)",
    )


def add_from(command: Parser) -> None:
    """Add the option that says what the standard input is."""
    command.add_argument(
        "--from",
        dest="source_format",
        metavar="FORMAT",
        help="yaml, toml or json, for the input - (default: json if it starts with {, else yaml)",
    )


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
