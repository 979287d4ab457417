"""`journeymap completion`: what a shell needs to complete a command."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from journeymap.cli.known import offer
from journeymap.cli.parser import add_command
from journeymap.cli.status import DONE

if TYPE_CHECKING:
    from journeymap.cli.parser import Commands

_SHELLS = ("bash", "zsh", "fish")

_EXAMPLES = """\
  journeymap completion bash > ~/.journeymap.bash   # and source it in ~/.bashrc
  journeymap completion zsh > ~/.zfunc/_journeymap  # a folder of fpath
  journeymap completion fish > ~/.config/fish/completions/journeymap.fish"""


def add(commands: Commands) -> None:
    """Add what can be typed."""
    completion = add_command(
        commands, "completion", "print the script by which a shell completes", _EXAMPLES, run
    )
    offer(completion.add_argument("shell", metavar="SHELL", help="bash, zsh or fish"), _SHELLS)


def run(arguments: argparse.Namespace) -> int:
    """Print the script of one shell."""
    from journeymap.cli import parser
    from journeymap.cli.inout import STREAM, write
    from journeymap.cli.shells import SCRIPTS
    from journeymap.cli.typed import commands_of
    from journeymap.errors import unknown

    if arguments.shell not in SCRIPTS:
        raise unknown("shell", arguments.shell, SCRIPTS)
    write(STREAM, SCRIPTS[arguments.shell](commands_of(parser())).encode())
    return DONE
