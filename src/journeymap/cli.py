"""The command line: what can be typed, and what its exit status says.

Nothing heavy is imported here, so that `--help` answers at once.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NoReturn

import journeymap
from journeymap.views import VIEWS

_SHORT_OPTION = len("-o")

DONE, WANTING, WRONG, INTERRUPTED = 0, 1, 2, 130

_DESCRIPTION = """\
Customer journey maps as code.

exit status: 0 done, 1 the content was found wanting (check), 2 the input or the call was wrong"""

_EXAMPLES = """\
examples:
  journeymap new b2b crm.yaml
  journeymap check crm.yaml
  journeymap render crm.yaml -o crm.svg"""

_RENDER_EXAMPLES = """\
examples:
  journeymap render crm.yaml -o crm.svg
  journeymap render crm.yaml -o crm.svg -o crm.png -o crm.pdf --theme dark
  journeymap render crm.yaml -o map.png --scale 2 --lanes actions,touchpoints,emotions
  journeymap render crm.yaml -o crm.svg --lanes='*,-thoughts,touchpoints=Contacts'
  journeymap render as-is.yaml -o change.svg --lanes emotions --curves to-be.yaml
  journeymap render crm.yaml -o crm.md -o crm.csv --view table
  journeymap render maps/*.yaml -o 'out/{name}.svg' --language ru
  journeymap render - -o - --from toml --format png < crm.toml > crm.png"""

_COMPARE_EXAMPLES = """\
examples:
  journeymap compare as-is.yaml to-be.yaml -o change.svg
  journeymap compare as-is.yaml to-be.yaml -o change.pdf -o change.png --lanes actions,emotions
  journeymap compare small.yaml large.yaml -o segments.svg --theme dark --width 1600"""

_CHECK_EXAMPLES = """\
examples:
  journeymap check crm.yaml
  journeymap check maps/*.yaml maps/*.toml
  journeymap check - --from json < crm.json"""

_NEW_EXAMPLES = """\
examples:
  journeymap new b2b crm.yaml
  journeymap new b2c shop.yaml --language ru
  journeymap new b2b - > crm.yaml"""

_SCHEMA_EXAMPLES = """\
examples:
  journeymap schema
  journeymap schema -o journey.schema.json"""

_COVERAGE_EXAMPLES = """\
examples:
  journeymap coverage crm.yaml
  journeymap coverage crm.yaml --format csv -o coverage.csv
  journeymap coverage crm.yaml --format markdown --language ru"""

_CONVERT_EXAMPLES = """\
examples:
  journeymap convert crm.yaml -o crm.toml
  journeymap convert crm.json -o - --format yaml
  journeymap convert - -o crm.json < crm.yaml"""


_TCO_EXAMPLES = """\
examples:
  journeymap tco crm.yaml
  journeymap tco crm.yaml --years 3 --discount-rate 15%
  journeymap tco crm.yaml --choice 'Our CRM' --against 'As today' --explain
  journeymap tco crm.yaml --nominal -o costs.csv
  journeymap tco crm.yaml --format json | jq .comparisons"""


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line and whose examples keep their lines."""

    def __init__(self, **settings: Any) -> None:
        raw = argparse.RawDescriptionHelpFormatter
        super().__init__(formatter_class=raw, allow_abbrev=False, **settings)

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG, f"{self.prog}: {message} (see {self.prog} --help)\n")


if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[_Parser]  # noqa: SLF001 - it has no other name


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = _Parser(prog="journeymap", description=_DESCRIPTION, epilog=_EXAMPLES)
    top.add_argument("--version", action="version", version=f"journeymap {journeymap.__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_render(commands)
    _add_compare(commands)
    _add_tco(commands)
    _add_check(commands)
    _add_new(commands)
    _add_schema(commands)
    _add_convert(commands)
    _add_coverage(commands)
    return top


def _add(commands: _Commands, name: str, help_text: str, examples: str) -> _Parser:
    return commands.add_parser(name, help=help_text, description=f"{help_text}.", epilog=examples)


def _add_render(commands: _Commands) -> None:
    render = _add(commands, "render", "draw the picture of a journey", _RENDER_EXAMPLES)
    render.add_argument("inputs", nargs="+", metavar="INPUT", help="a journey file, or -")
    _add_output(
        render,
        ".svg, .png or .pdf, or -; a table and a fab-matrix also .md, .html or .csv; may be "
        "repeated; {name} stands for the input's name",
    )
    first, *others, last = VIEWS
    views = f"{first} (default), {', '.join(others)} or {last}"
    render.add_argument("--view", default=first, help=views)
    _add_looks(render)
    render.add_argument("--ratio", help="how wide to its height, instead of a width: 16:9, 1.78")
    render.add_argument("--page", help="a page to print on: 'A4', 'A4 portrait', 1200x800")
    render.add_argument("--per-row", type=int, help="how many stages may stand side by side")
    render.add_argument(
        "--curves",
        action="append",
        metavar="FILE",
        help="a journey whose curve of emotions is drawn too; may be repeated",
    )
    render.add_argument("--buyers", help="columns of a fab-matrix: roles or buyers")
    render.add_argument("--curve-by", help="points of the curve: touchpoint or stage")
    render.add_argument(
        "--charts", type=_names, help="which charts of costs: bars,cumulative,tornado"
    )
    _add_offers(render)
    _add_format(render)
    _add_from(render)


def _add_compare(commands: _Commands) -> None:
    compare = _add(
        commands,
        "compare",
        "draw two journeys on one sheet, with what differs marked",
        _COMPARE_EXAMPLES,
    )
    compare.add_argument("before", metavar="BEFORE", help="a journey file, or -: as it is")
    compare.add_argument("after", metavar="AFTER", help="a journey file, or -: as it shall be")
    _add_output(
        compare,
        ".svg, .png or .pdf, or -; may be repeated; {name} stands for the name of AFTER",
    )
    _add_looks(compare)
    _add_format(compare)
    _add_from(compare)
    compare.set_defaults(view="compare")


def _add_output(command: argparse.ArgumentParser, formats: str) -> None:
    command.add_argument(
        "-o",
        "--output",
        action="append",
        required=True,
        metavar="OUT",
        help=f"where to write: {formats}",
    )


def _add_looks(command: argparse.ArgumentParser) -> None:
    """Add the options that every picture of lanes takes."""
    command.add_argument(
        "--lanes",
        type=_names,
        help="the lanes and their order: a,b,c; a=Title heads one anew, -a leaves one out, * is "
        "all others",
    )
    command.add_argument(
        "--theme",
        help="light, dark, print, contrast or auto (what the screen prefers); or a brand's "
        "colours: #7a1f5c,#0b7783; or both: dark,#7a1f5c (default: what the journey says)",
    )
    command.add_argument("--language", help="the language of the map's own words: en or ru")
    command.add_argument("--width", type=float, help="how wide the sheet should be, in px")


def _add_format(command: argparse.ArgumentParser) -> None:
    """Add the options that say how a picture is written."""
    scale = "how many times as large a PNG is"
    command.add_argument("--scale", type=float, default=1.0, help=scale)
    command.add_argument("--text", help="how text stands in an SVG: embed, outline or system")
    command.add_argument(
        "--fonts", type=_names, help="font files for further letters: a.ttf,b.otf; or system"
    )
    command.add_argument("--format", default="svg", help="svg, png, pdf, ..., for -o -")


def _add_tco(commands: _Commands) -> None:
    tco = _add(commands, "tco", "reckon what the offers of a journey cost to own", _TCO_EXAMPLES)
    tco.add_argument("input", metavar="FILE", help="a journey file, or -")
    tco.add_argument("--years", help="how far is looked ahead (default: what the file says, or 5)")
    tco.add_argument("--discount-rate", metavar="RATE", help="the nominal rate of a year: 12%%")
    tco.add_argument("--real-rate", metavar="RATE", help="the real rate, without inflation: 5%%")
    tco.add_argument("--inflation", metavar="RATE", help="turns one of these into the other: 7%%")
    tco.add_argument("--prices", help="nominal: as they will be paid; real: prices of today")
    tco.add_argument("--convention", help="due at the end of a period or in its middle: end, mid")
    tco.add_argument("--period", help="how finely the time is cut: year, quarter or month")
    tco.add_argument("--units", help="for the cost of one of them: '20 seats'")
    _add_offers(tco)
    tco.add_argument(
        "--nominal", action="store_true", help="categories and savings as paid, not discounted"
    )
    tco.add_argument(
        "--explain", action="store_true", help="tell the computation in words and figures"
    )
    tco.add_argument("--language", help="the language of the words: en or ru")
    tco.add_argument(
        "--format", help="table, json, csv or markdown (default: by the suffix of -o, or table)"
    )
    tco.add_argument("-o", "--output", default="-", metavar="OUT", help="default: -")
    _add_from(tco)


def _add_offers(command: argparse.ArgumentParser) -> None:
    """Add the options that say which offer is compared with which."""
    command.add_argument(
        "--choice", metavar="OFFER", help="the offer that others are compared with (default: ours)"
    )
    command.add_argument(
        "--against",
        metavar="OFFER",
        help="the only offer that it is held against (default: each; in the tornado the cheapest)",
    )


def _add_check(commands: _Commands) -> None:
    check = _add(commands, "check", "find what is wrong in journey files", _CHECK_EXAMPLES)
    check.add_argument("inputs", nargs="+", metavar="FILE", help="a journey file, or -")
    _add_from(check)


def _add_new(commands: _Commands) -> None:
    new = _add(commands, "new", "write a commented template to start from", _NEW_EXAMPLES)
    new.add_argument("kind", metavar="KIND", help="b2b or b2c")
    new.add_argument("output", metavar="FILE", help="the file to write, .yaml, or -")
    new.add_argument("--language", default="en", help="en or ru (default: en)")
    new.add_argument("--force", action="store_true", help="replace a file that is there")


def _add_schema(commands: _Commands) -> None:
    schema = _add(commands, "schema", "write the JSON Schema for editors", _SCHEMA_EXAMPLES)
    schema.add_argument("-o", "--output", default="-", metavar="OUT", help="default: -")


def _add_convert(commands: _Commands) -> None:
    convert = _add(commands, "convert", "write a journey in another format", _CONVERT_EXAMPLES)
    convert.add_argument("input", metavar="INPUT", help="a journey file, or -")
    convert.add_argument(
        "-o", "--output", required=True, metavar="OUT", help=".yaml, .toml or .json, or -"
    )
    convert.add_argument("--format", default="yaml", help="yaml, toml or json, for -o -")
    _add_from(convert)


def _add_coverage(commands: _Commands) -> None:
    coverage = _add(
        commands, "coverage", "tell what a buying group hears and what it lacks", _COVERAGE_EXAMPLES
    )
    coverage.add_argument("input", metavar="FILE", help="a journey file, or -")
    coverage.add_argument(
        "--format", default="text", help="text (default), markdown, html, csv or json"
    )
    coverage.add_argument("--language", help="the language of the report's own words: en or ru")
    coverage.add_argument("-o", "--output", default="-", metavar="OUT", help="default: -")
    _add_from(coverage)


def _add_from(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--from",
        dest="source_format",
        metavar="FORMAT",
        help="yaml, toml or json, for the input - (default: json if it starts with {, else yaml)",
    )


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _joined(argv: Sequence[str]) -> list[str]:
    """Return the arguments with `--lanes -a` made one: argparse would take `-a` for an option."""
    made: list[str] = []
    for argument in argv:
        is_choice = argument[:1] == "-" and argument[1:2] != "-" and len(argument) > _SHORT_OPTION
        if made[-1:] == ["--lanes"] and is_choice:
            made[-1] += f"={argument}"
        else:
            made.append(argument)
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """Return the exit status of a command: 0 done, 1 found wanting, 2 wrong input or call.

    Args:
        argv: The arguments without the program's name; those of the process unless given.
    """
    try:
        arguments = parser().parse_args(_joined(sys.argv[1:] if argv is None else argv))
    except SystemExit as end:
        return int(end.code or DONE)
    try:
        return _run(arguments)
    except BrokenPipeError:
        # Whoever read the output has had enough. Python would complain once more at the exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return _fail(f"{place}{error.strerror or error}")


def script() -> NoReturn:
    """Run the command as a process of its own, and end with its status."""
    # One picture makes few objects that die: looking for them costs more than it frees.
    gc.set_threshold(100_000)
    status = main()
    # Everything is written and closed: taking the interpreter apart would only take time.
    with contextlib.suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


def _run(arguments: argparse.Namespace) -> int:
    from journeymap import commands  # noqa: PLC0415
    from journeymap.errors import JourneymapError  # noqa: PLC0415

    try:
        status: int = getattr(commands, arguments.command)(arguments)
        sys.stdout.flush()
    except JourneymapError as error:
        return _fail(str(error))
    return status


def _fail(text: str) -> int:
    print(text, file=sys.stderr)  # noqa: T201 - the command line is what prints
    return WRONG
