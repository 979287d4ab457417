"""`journeymap convert`: a journey in another format."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from journeymap.cli import known
from journeymap.cli.known import offer
from journeymap.cli.parser import add_command
from journeymap.cli.shared import add_from
from journeymap.cli.status import DONE

if TYPE_CHECKING:
    from journeymap.cli.parser import Commands

_EXAMPLES = """\
  journeymap convert crm.yaml -o crm.toml
  journeymap convert crm.json -o - --format yaml
  journeymap convert - -o crm.json < crm.yaml"""


def add(commands: Commands) -> None:
    """Add what can be typed."""
    convert = add_command(commands, "convert", "write a journey in another format", _EXAMPLES, run)
    convert.add_argument("input", metavar="INPUT", help="a journey file, or -")
    convert.add_argument(
        "-o", "--output", required=True, metavar="OUT", help=".yaml, .toml or .json, or -"
    )
    kind = convert.add_argument("--format", default="yaml", help="yaml, toml or json, for -o -")
    offer(kind, known.SOURCES)
    add_from(convert)


def run(arguments: argparse.Namespace) -> int:
    """Read a journey and write it in another format."""
    from journeymap.cli.inout import STREAM, journey, write
    from journeymap.errors import OptionError, unknown
    from journeymap.files import FORMATS, dumps, format_of

    target = arguments.output
    kind = arguments.format if target == STREAM else format_of(target)
    if kind not in FORMATS:
        raise unknown("format", kind, FORMATS)
    is_file = STREAM not in {arguments.input, target}
    if is_file and os.path.realpath(arguments.input) == os.path.realpath(target):
        raise OptionError(f"{target}: is the input; its comments would be lost")
    write(target, dumps(journey(arguments.input, arguments.source_format), kind).encode())
    return DONE
