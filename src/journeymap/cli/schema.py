"""`journeymap schema`: the JSON Schema for editors."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from journeymap.cli.parser import add_command
from journeymap.cli.shared import add_text_output
from journeymap.cli.status import DONE

if TYPE_CHECKING:
    from journeymap.cli.parser import Commands

_EXAMPLES = """\
  journeymap schema
  journeymap schema -o journey.schema.json"""


def add(commands: Commands) -> None:
    """Add what can be typed."""
    schema = add_command(commands, "schema", "write the JSON Schema for editors", _EXAMPLES, run)
    add_text_output(schema)


def run(arguments: argparse.Namespace) -> int:
    """Write the schema."""
    from journeymap.cli.inout import write
    from journeymap.files.schema import schema_text

    write(arguments.output, schema_text().encode())
    return DONE
