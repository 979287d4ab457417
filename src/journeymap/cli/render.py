"""`journeymap render`: the pictures of journeys."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from journeymap.cli.parser import (
    add_command,
    add_format,
    add_from,
    add_output,
    add_view,
)
from journeymap.cli.status import DONE

if TYPE_CHECKING:
    from journeymap.cli.parser import Commands

_EXAMPLES = """\
  journeymap render crm.yaml -o crm.svg
  journeymap render crm.yaml -o crm.svg -o crm.png -o crm.pdf --theme dark
  journeymap render crm.yaml -o map.png --scale 2 --lanes actions,touchpoints,emotions
  journeymap render crm.yaml -o crm.svg --lanes='*,-thoughts,touchpoints=Contacts'
  journeymap render as-is.yaml -o change.svg --lanes emotions --curves to-be.yaml
  journeymap render crm.yaml -o crm.md -o crm.csv --view table
  journeymap render crm.yaml -o crm.svg -o crm.dot --view flow --lanes buyers
  journeymap render maps/*.yaml -o 'out/{name}.svg' --language ru
  journeymap render - -o - --from toml --format png < crm.toml > crm.png"""


def add(commands: Commands) -> None:
    """Add what can be typed."""
    render = add_command(commands, "render", "draw the picture of a journey", _EXAMPLES, run)
    render.add_argument("inputs", nargs="+", metavar="INPUT", help="a journey file, or -")
    add_output(
        render,
        ".svg, .png or .pdf, or -; a table and a fab-matrix also .md, .html or .csv, a flow "
        "and a buying-network also .dot; may be repeated; {name} stands for the input's name",
    )
    add_view(render)
    add_format(render)
    add_from(render)


def run(arguments: argparse.Namespace) -> int:
    """Draw every input and write every output."""
    from journeymap.cli import pictures
    from journeymap.cli.inout import journey

    view = pictures.view_named(arguments.view)
    pictures.refuse_options(arguments)
    targets = [(name, pictures.targets_of(arguments, name)) for name in arguments.inputs]
    wanted = [target for _, outputs in targets for target, _ in outputs]
    pictures.refuse_repeated(wanted)
    pictures.refuse_unwritable(wanted)
    chosen = pictures.view_options(arguments, view)
    ready: list[tuple[str, bytes]] = []
    for name, outputs in targets:
        diagram = view(journey(name, arguments.source_format), **chosen)
        ready += pictures.drawn(diagram, name, outputs, arguments.scale)
    pictures.write_all(ready)
    return DONE
