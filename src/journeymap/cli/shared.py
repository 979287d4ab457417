"""The options that several commands share, in groups. Nothing heavy is imported here."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from typing import Any

from journeymap.cli import known
from journeymap.cli.known import offer
from journeymap.cli.parser import Parser, names, number, whole
from journeymap.views import VIEWS

Group = argparse._ActionsContainer  # noqa: SLF001 - what parsers and groups have in common
_SHELL_EXPANDS = sys.platform != "win32"


def add_journeys(command: Parser, metavar: str = "FILE") -> None:
    """Add the files that are read."""
    help_text = "a journey file, or -"
    command.add_argument("inputs", nargs="+", action=Files, metavar=metavar, help=help_text)


class Files(argparse.Action):
    """Takes files. Where no shell does it, a pattern stands for those that match."""

    def __call__(
        self, _parser: object, namespace: argparse.Namespace, values: Any, _option: object = None
    ) -> None:
        setattr(namespace, self.dest, [name for value in values for name in _meant(value)])


def _meant(name: str) -> list[str]:
    """Return the files that a name stands for; one that matches none stands for itself."""
    if _SHELL_EXPANDS:
        return [name]
    import glob

    return sorted(glob.glob(name, recursive=True)) or [name]  # noqa: PTH207 - as it was typed


def add_output(command: Parser, formats: str) -> None:
    """Add the options that say where pictures go, and how they are written."""
    group = command.add_argument_group("where it goes")
    group.add_argument(
        "-o",
        "--output",
        action="append",
        required=True,
        metavar="OUT",
        help=f"where to write: {formats}",
    )
    group.add_argument(
        "--check",
        action="store_true",
        help="write nothing; status 1 if an output is missing or not what would be drawn",
    )
    kind = group.add_argument("--format", default="svg", help="svg, png, pdf, ..., for -o -")
    offer(kind, known.picture_formats)
    scale = "how many times as large a PNG is"
    group.add_argument("--scale", type=number, default=1.0, help=scale)


def add_view(command: Parser) -> None:
    """Add the options that say what is drawn of one journey, and how it looks."""
    group = add_content(command)
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
    _add_flow(group)
    looks = add_looks(command)
    looks.add_argument("--ratio", help="how wide to its height, instead of a width: 16:9, 1.78")
    looks.add_argument("--page", help='a page to print on: A4, "A4 portrait", 1200x800')
    looks.add_argument("--per-row", type=whole, help="how many stages may stand side by side")


def _add_flow(group: Group) -> None:
    """Add the options that say how a way through a journey is drawn."""
    detail = group.add_argument("--detail", help="nodes of a flow: touchpoints, stages or actions")
    offer(detail, known.details)
    direction = group.add_argument("--direction", help="where time runs in a flow: right or down")
    offer(direction, known.directions)
    engine = group.add_argument(
        "--engine",
        help="what places a flow or a buying-network: embedded, graphviz, graphviz-wasm or auto "
        "(default: what the journey says, or embedded)",
    )
    offer(engine, known.engines)


def add_content(command: Parser) -> Group:
    """Return the group of options that say what is drawn; each picture of lanes has the first."""
    group = command.add_argument_group("what is drawn")
    lanes = group.add_argument(
        "--lanes",
        type=names,
        help="the lanes and their order: a,b,c; a=Title heads one anew, -a leaves one out, * is "
        "all others; of a flow: buyers or owners",
    )
    offer(lanes, known.lanes)
    return group


def add_looks(command: Parser) -> Group:
    """Return the group of options that say how a picture looks, with those of every picture."""
    group = command.add_argument_group("how it looks")
    theme = group.add_argument(
        "--theme",
        help="light, dark, print, contrast or auto (what the screen prefers); or a brand's "
        "colours: #7a1f5c,#0b7783; or both: dark,#7a1f5c (default: what the journey says)",
    )
    offer(theme, known.themes)
    add_language(group, "the language of the map's own words: en or ru")
    text = group.add_argument("--text", help="how text stands in an SVG: embed, outline or system")
    offer(text, known.text_modes)
    group.add_argument(
        "--fonts", type=names, help="font files for further letters: a.ttf,b.otf; or system"
    )
    group.add_argument("--width", type=number, help="how wide the sheet should be, in px")
    return group


def add_language(group: Group, help_text: str) -> None:
    """Add the option that says in which language the library speaks."""
    offer(group.add_argument("--language", help=help_text), known.languages)


def add_offers(group: Group) -> None:
    """Add the options that say which offer is compared with which."""
    group.add_argument(
        "--choice", metavar="OFFER", help="the offer that others are compared with (default: ours)"
    )
    group.add_argument(
        "--against",
        metavar="OFFER",
        help="the only offer that it is held against (default: each; in the tornado the cheapest)",
    )


def add_from(command: Parser) -> None:
    """Add the option that says what the standard input is."""
    action = command.add_argument(
        "--from",
        dest="source_format",
        metavar="FORMAT",
        help="yaml, toml or json, for the input - (default: json if it starts with {, else yaml)",
    )
    offer(action, known.SOURCES)


def add_text_format(command: Parser, formats: Mapping[str, str]) -> None:
    """Add the option that says how a text is written.

    Args:
        command: What is told.
        formats: The format of each suffix; the first is meant where nothing is said.
    """
    first, *others, last = formats.values()
    words = f"{', '.join([first, *others])} or {last}"
    kind = command.add_argument(
        "--format", help=f"{words} (default: by the suffix of -o, or {first})"
    )
    offer(kind, formats.values())


def add_text_output(command: Parser) -> None:
    """Add the option that says where a text goes."""
    command.add_argument("-o", "--output", default="-", metavar="OUT", help="default: -")
