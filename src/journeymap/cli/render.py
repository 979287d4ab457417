"""`journeymap render`: the pictures of journeys."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from journeymap.cli import known
from journeymap.cli.known import offer
from journeymap.cli.parser import (
    Parser,
    add_command,
    add_content,
    add_from,
    add_journeys,
    add_looks,
    add_offers,
    add_output,
    count,
    names,
)
from journeymap.cli.status import WRONG
from journeymap.views import VIEWS

if TYPE_CHECKING:
    from journeymap.cli.parser import Commands

_EXAMPLES = """\
  journeymap render crm.yaml -o crm.svg
  journeymap render crm.yaml -o crm.svg -o crm.png -o crm.pdf --theme dark
  journeymap render crm.yaml -o map.png --scale 2 --lanes actions,emotions
  journeymap render crm.yaml -o crm.svg --lanes='*,-thoughts,metrics=KPI'
  journeymap render as-is.yaml -o change.svg --curves to-be.yaml
  journeymap render crm.yaml -o crm.md -o crm.csv --view table
  journeymap render maps/*.yaml -o 'out/{name}.svg' --language ru
  journeymap render maps/*.yaml -o '{folder}/{name}.svg' --check
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
        ".svg, .png or .pdf, or -; a table and a fab-matrix also .md, .html or .csv; may be "
        "repeated; {name} stands for the input's name, {folder} for its folder",
    )
    _add_content(render)
    looks = add_looks(render)
    looks.add_argument("--ratio", help="how wide to its height, instead of a width: 16:9, 1.78")
    looks.add_argument("--page", help="a page to print on: 'A4', 'A4 portrait', 1200x800")
    looks.add_argument("--per-row", type=int, help="how many stages may stand side by side")


def _add_content(render: Parser) -> None:
    group = add_content(render)
    first, *others, last = VIEWS
    views = f"{first} (default), {', '.join(others)} or {last}"
    offer(group.add_argument("--view", default=first, help=views), VIEWS)
    group.add_argument(
        "--curves",
        action="append",
        metavar="FILE",
        help="a journey whose curve of emotions is drawn too; may be repeated",
    )
    points = group.add_argument("--curve-by", help="points of the curve: touchpoint or stage")
    offer(points, ("touchpoint", "stage"))
    buyers = group.add_argument("--buyers", help="columns of a fab-matrix: roles or buyers")
    offer(buyers, ("roles", "buyers"))
    charts = group.add_argument(
        "--charts", type=names, help="which charts of costs: bars,cumulative,tornado"
    )
    offer(charts, known.charts)
    add_offers(group)


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
