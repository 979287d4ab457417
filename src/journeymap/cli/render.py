"""`journeymap render`: the pictures of journeys."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from journeymap.cli.parser import add_command, count
from journeymap.cli.shared import add_from, add_journeys, add_output, add_view
from journeymap.cli.status import WRONG

if TYPE_CHECKING:
    from journeymap.cli.parser import Commands

_EXAMPLES = """\
  journeymap render crm.yaml -o crm.svg
  journeymap render crm.yaml -o crm.svg -o crm.png -o crm.pdf --theme dark
  journeymap render crm.yaml -o map.png --scale 2 --lanes actions,emotions
  journeymap render crm.yaml -o crm.svg --lanes="*,-thoughts,metrics=KPI"
  journeymap render as-is.yaml -o change.svg --curves to-be.yaml
  journeymap render crm.yaml -o crm.md -o crm.csv --view table
  journeymap render crm.yaml -o crm.svg -o crm.dot --view flow --lanes buyers
  journeymap render maps/*.yaml -o "out/{name}.svg" --language ru
  journeymap render maps/*.yaml -o "{folder}/{name}.svg" --check
  journeymap render - -o - --from toml --format png < crm.toml > crm.png"""


def add(commands: Commands) -> None:
    """Add what can be typed."""
    render = add_command(commands, "render", "draw the picture of a journey", _EXAMPLES, run)
    add_journeys(render, "INPUT")
    add_from(render)
    render.add_argument(
        "--jobs", type=count, metavar="N", help="how many to draw at once (default: one a core)"
    )
    add_output(
        render,
        ".svg, .png or .pdf, or -; a table and a fab-matrix also .md, .html or .csv, a flow "
        "and a buying-network also .dot; may be repeated; {name} stands for the input's name, "
        "{folder} for its folder",
    )
    add_view(render)


def run(arguments: argparse.Namespace) -> int:
    """Draw every input; every result is ready before the first output is written."""
    from journeymap.cli import pictures
    from journeymap.cli.drawing import Task, draw_all
    from journeymap.cli.inout import source_of

    view = pictures.view_named(arguments.view)
    pictures.refuse_options(arguments)
    targets = [pictures.targets_of(arguments, name) for name in arguments.inputs]
    wanted = [target for outputs in targets for target, _ in outputs]
    pictures.refuse_targets(wanted, is_check=arguments.check)
    options = pictures.view_options(arguments, view)
    tasks = [
        Task(
            name=name,
            source=source_of(name, arguments.source_format),
            is_guessed=not arguments.source_format,
            view=arguments.view,
            options=options,
            outputs=outputs,
            scale=arguments.scale,
        )
        for name, outputs in zip(arguments.inputs, targets, strict=True)
    ]
    ready = draw_all(tasks, arguments.jobs)
    return WRONG if ready is None else pictures.settle(ready, is_check=arguments.check)
