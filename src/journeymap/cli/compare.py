"""`journeymap compare`: two journeys on one sheet."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from journeymap.cli.parser import add_command
from journeymap.cli.shared import add_content, add_from, add_looks, add_output

if TYPE_CHECKING:
    from journeymap.cli.parser import Commands

_EXAMPLES = """\
  journeymap compare as-is.yaml to-be.yaml -o change.svg
  journeymap compare as-is.yaml to-be.yaml -o change.pdf --lanes emotions
  journeymap compare small.yaml large.yaml -o segments.svg --width 1600"""


def add(commands: Commands) -> None:
    """Add what can be typed."""
    compare = add_command(
        commands,
        "compare",
        "draw two journeys on one sheet, with what differs marked",
        _EXAMPLES,
        run,
    )
    compare.add_argument("before", metavar="BEFORE", help="a journey file, or -: as it is")
    compare.add_argument("after", metavar="AFTER", help="a journey file, or -: as it shall be")
    add_from(compare)
    add_output(
        compare,
        ".svg, .png or .pdf, or -; may be repeated; {name} stands for the name of AFTER, "
        "{folder} for its folder",
    )
    add_content(compare)
    add_looks(compare)
    compare.set_defaults(view="compare")


def run(arguments: argparse.Namespace) -> int:
    """Draw two journeys on one sheet and write every output."""
    from journeymap.cli import pictures
    from journeymap.cli.inout import STREAM, journey, shown, tell
    from journeymap.errors import OptionError
    from journeymap.views.compare import compare as view

    pictures.refuse_options(arguments)
    names = (arguments.before, arguments.after)
    if names == (STREAM, STREAM):
        raise OptionError("-: stands for one of the two journeys only")
    outputs = pictures.targets_of(arguments, arguments.after)
    pictures.refuse_targets([target for target, _ in outputs], is_check=arguments.check)
    chosen = pictures.view_options(arguments, view)
    before, after = (journey(name, arguments.source_format) for name in names)
    diagram = view(before, after, **chosen)  # type: ignore[arg-type]
    for note in diagram.notes:
        tell(f"{shown(arguments.after)}: note: {note}")
    ready = [(target, diagram.bytes(kind, scale=arguments.scale)) for target, kind in outputs]
    return pictures.settle(ready, is_check=arguments.check)
