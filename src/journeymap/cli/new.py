"""`journeymap new`: a template to start from."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from journeymap.cli import known
from journeymap.cli.known import offer
from journeymap.cli.parser import add_command
from journeymap.cli.status import DONE

if TYPE_CHECKING:
    from journeymap.cli.parser import Commands

_EXAMPLES = """\
  journeymap new b2b crm.yaml
  journeymap new b2c shop.yaml --language ru
  journeymap new b2b - > crm.yaml"""


def add(commands: Commands) -> None:
    """Add what can be typed."""
    new = add_command(commands, "new", "write a commented template to start from", _EXAMPLES, run)
    offer(new.add_argument("kind", metavar="KIND", help="b2b or b2c"), known.kinds)
    new.add_argument("output", metavar="FILE", help="the file to write, .yaml, or -")
    language = new.add_argument("--language", default="en", help="en or ru (default: en)")
    offer(language, known.languages)
    new.add_argument("--force", action="store_true", help="replace a file that is there")


def run(arguments: argparse.Namespace) -> int:
    """Write a template."""
    from journeymap.cli.inout import STREAM, tell, write
    from journeymap.errors import OptionError
    from journeymap.files import format_of
    from journeymap.files.template import template

    text = template(arguments.kind, arguments.language)
    target = arguments.output
    if target != STREAM:
        if format_of(target) != "yaml":
            raise OptionError(f"{target}: a template is YAML; `journeymap convert` comes after it")
        if os.path.lexists(target) and not arguments.force:
            raise OptionError(f"{target}: is there already; --force replaces it")
    write(target, text.encode())
    if target != STREAM:
        folder = Path(target).parent / "journey.schema.json"
        tell(f"{target}: written; `journeymap schema -o {folder}` lets your editor complete it")
    return DONE
