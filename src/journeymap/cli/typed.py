"""What can be typed, read off the parser: the commands with their options and operands."""

from __future__ import annotations

import argparse

import attrs

from journeymap.cli.known import words_of
from journeymap.cli.parser import names

_JOURNEYS = frozenset({"FILE", "INPUT", "BEFORE", "AFTER"})
_FILES = _JOURNEYS | {"OUT", "DOCUMENT", "DIR"}


@attrs.frozen
class Argument:
    """One option or operand.

    Attributes:
        spellings: How an option is written; empty for an operand.
        help: What it means.
        is_flag: Whether it takes no value.
        is_file: Whether its value is a file.
        is_journey: Whether that file is a journey.
        is_list: Whether its value is a list, with commas.
        may_repeat: Whether it may be there again.
        words: The values that are offered.
    """

    spellings: tuple[str, ...]
    help: str
    is_flag: bool
    is_file: bool
    is_journey: bool
    is_list: bool
    may_repeat: bool
    words: tuple[str, ...]


@attrs.frozen
class Command:
    """A command with its arguments."""

    name: str
    help: str
    options: tuple[Argument, ...]
    operands: tuple[Argument, ...]


def commands_of(parser: argparse.ArgumentParser) -> tuple[Command, ...]:
    """Return the commands of a parser, in its order."""
    (subparsers,) = (
        action
        for action in parser._actions  # noqa: SLF001 - there is no other way to read a parser
        if isinstance(action, argparse._SubParsersAction)  # noqa: SLF001
    )
    helps = {one.dest: one.help or "" for one in subparsers._choices_actions}  # noqa: SLF001
    return tuple(
        _command(name, helps[name], command) for name, command in subparsers.choices.items()
    )


def _command(name: str, help_text: str, parser: argparse.ArgumentParser) -> Command:
    arguments = [_argument(action) for action in parser._actions]  # noqa: SLF001
    options = (argument for argument in arguments if argument.spellings)
    operands = (argument for argument in arguments if not argument.spellings)
    return Command(name, help_text, tuple(options), tuple(operands))


def _argument(action: argparse.Action) -> Argument:
    shown = str(action.metavar or "")
    words = tuple(words_of(action))
    return Argument(
        spellings=tuple(action.option_strings),
        help=(action.help or "").replace("%%", "%"),
        is_flag=action.nargs == 0,
        is_file=shown in _FILES and not words,
        is_journey=shown in _JOURNEYS,
        is_list=action.type is names,
        may_repeat=action.nargs == "+" or type(action).__name__ == "_AppendAction",
        words=words,
    )
