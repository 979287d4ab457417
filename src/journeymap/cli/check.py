"""`journeymap check`: every fault of journey files."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from journeymap.cli.parser import add_command, add_from, add_journeys
from journeymap.cli.status import DONE, WANTING, WRONG

if TYPE_CHECKING:
    from journeymap.cli.parser import Commands

_EXAMPLES = """\
  journeymap check crm.yaml
  journeymap check maps/*.yaml maps/*.toml
  journeymap check - --from json < crm.json"""


def add(commands: Commands) -> None:
    """Add what can be typed."""
    check = add_command(commands, "check", "find what is wrong in journey files", _EXAMPLES, run)
    add_journeys(check)
    add_from(check)


def run(arguments: argparse.Namespace) -> int:
    """Read every input and print every fault."""
    from journeymap.cli.inout import STREAM, journey, shown, tell, write
    from journeymap.errors import SourceError, UnreadableError

    status = DONE
    for name in arguments.inputs:
        try:
            journey(name, arguments.source_format)
        except SourceError as error:
            tell(str(error))
            status = max(status, WRONG if isinstance(error, UnreadableError) else WANTING)
        except OSError as error:
            tell(f"{name}: {error.strerror or error}")
            status = WRONG
        else:
            write(STREAM, f"{shown(name)}: no faults\n".encode())
    return status
