"""The parser of what is typed. Nothing heavy is imported here."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

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
