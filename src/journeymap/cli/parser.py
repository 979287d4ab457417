"""The parser of what is typed. Nothing heavy is imported here."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from journeymap.cli.status import WRONG
from journeymap.cli.terminal import named, wants_colour

_HEADING = r"(?m)^usage:|^[a-z ]+:$"
_MOST = 10_000
_SHORT_OPTION = len("-o")


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help whose examples keep their lines, and whose commands keep to one line each."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        import textwrap

        # What is typed stays whole: `persona-card`.
        return textwrap.wrap(" ".join(text.split()), width, break_on_hyphens=False)

    def add_argument(self, action: argparse.Action) -> None:
        super().add_argument(action)
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - it has no other name
            # The width of the longest command is taken without its indent.
            self._action_max_length += self._indent_increment


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line and whose examples keep their lines."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(formatter_class=_Help, allow_abbrev=False, **settings)

    def parse_known_args(self, *given: Any, **named: Any) -> Any:
        parsed, left = super().parse_known_args(*given, **named)
        if left:
            self.error(f"unrecognized arguments: {' '.join(left)}{self._nearest(left)}")
        return parsed, left

    def _nearest(self, left: list[str]) -> str:
        """Return a hint at the option that one of the arguments comes close to, if one does."""
        from journeymap.errors import nearest

        options = [action.option_strings[-1] for action in self._actions if action.option_strings]
        tried = (nearest(text.partition("=")[0], options) for text in left if text[:2] == "--")
        return next((f"; {hint}" for hint in tried if hint), "")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        from journeymap.errors import unknown

        self.error(str(unknown(str(action.metavar).lower(), value, action.choices)))

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG, f"{self.prog}: {message} (see {self.prog} --help)\n")

    def print_help(self, file: Any = None) -> None:
        text = self.format_help()
        # From 3.14 on, argparse has colours of its own.
        if sys.version_info < (3, 14) and wants_colour(file or sys.stdout):
            text = re.sub(_HEADING, "\x1b[1m\\g<0>\x1b[0m", text)
        self._print_message(text, file)

    def _print_message(self, message: str, file: Any = None) -> None:
        # Argparse would say nothing of a disk that is full.
        stream = file or sys.stdout
        with named(stream):
            stream.write(message)
            stream.flush()


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


def number(text: str) -> float:
    """Return a number; whether it is of use is for whoever takes it to say."""
    try:
        return float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"expected a number (got {text!r})") from None


def whole(text: str) -> int:
    """Return a whole number; whether it is of use is for whoever takes it to say."""
    if not (re.fullmatch(r"-?[0-9]{1,9}", text)):
        raise argparse.ArgumentTypeError(f"expected a whole number (got {text!r})")
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
