"""What each command does. Every result is ready before the first file is written."""

from __future__ import annotations

import argparse
import errno
import inspect
import math
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from journeymap.atomic import write_atomically
from journeymap.errors import OptionError, SourceError, UnreadableError, unknown
from journeymap.files import FORMATS, dumps, format_of, load, loads
from journeymap.views import VIEWS, formats_of

if TYPE_CHECKING:
    from journeymap.diagram import Diagram
    from journeymap.model.journey import Journey

VIEW_OPTIONS = (
    *("lanes", "theme", "language", "width", "ratio", "per_row", "page"),
    *("curves", "curve_by", "buyers", "charts", "choice", "against", "text", "fonts"),
)
"""What is handed on to a view, by the name of its keyword."""

TERMS = (
    *("years", "discount_rate", "real_rate", "inflation"),
    *("prices", "convention", "period", "units"),
)
"""What says how costs are reckoned, by the name of the keyword of `journeymap.tco`."""

_COST_FORMATS = {".txt": "table", ".json": "json", ".csv": "csv", ".md": "markdown"}
_PICTURES = (".svg", ".png", ".pdf")
_NO_OFFERS = (
    "there are no offers to reckon; write what can be bought, doing nothing too, such as "
    "`offers: [{name: Our CRM, ours: true, costs: [{name: Licences, category: price, "
    "amount: 240000 RUB, every: year}]}]`"
)

_STREAM = "-"
_PLACEHOLDER = re.compile(r"\{\w*\}")


def render(arguments: argparse.Namespace) -> int:
    """Draw every input and write every output."""
    if arguments.view not in VIEWS:
        raise unknown("view", arguments.view, VIEWS)
    _refuse_options(arguments)
    targets = [(name, _targets(arguments, name)) for name in arguments.inputs]
    wanted = [target for _, outputs in targets for target, _ in outputs]
    _refuse_repeated(wanted)
    _refuse_unwritable(wanted)
    view = VIEWS[arguments.view]
    chosen = _view_options(arguments, view)
    ready: list[tuple[str, bytes]] = []
    for name, outputs in targets:
        diagram = view(_journey(name, arguments.source_format), **chosen)
        ready += _drawn(diagram, name, outputs, arguments.scale)
    _write_all(ready)
    return 0


def compare(arguments: argparse.Namespace) -> int:
    """Draw two journeys on one sheet and write every output."""
    from journeymap.views.compare import compare as view  # noqa: PLC0415

    _refuse_options(arguments)
    names = (arguments.before, arguments.after)
    if names == (_STREAM, _STREAM):
        raise OptionError("-: stands for one of the two journeys only")
    outputs = _targets(arguments, arguments.after)
    _refuse_repeated([target for target, _ in outputs])
    _refuse_unwritable([target for target, _ in outputs])
    chosen = _view_options(arguments, view)
    before, after = (_journey(name, arguments.source_format) for name in names)
    diagram = view(before, after, **chosen)  # type: ignore[arg-type]
    _write_all(_drawn(diagram, arguments.after, outputs, arguments.scale))
    return 0


def _drawn(
    diagram: Diagram, name: str, outputs: list[tuple[str, str]], scale: float
) -> list[tuple[str, bytes]]:
    """Return the bytes of each output; what is hard to read is told."""
    for note in diagram.notes:
        _tell(f"{_shown(name)}: note: {note}")
    return [(target, diagram.bytes(kind, scale=scale)) for target, kind in outputs]


def _write_all(ready: list[tuple[str, bytes]]) -> None:
    # A stream first: where it fails, no file is there yet.
    for target, data in sorted(ready, key=lambda output: output[0] != _STREAM):
        _write(target, data)


def _view_options(arguments: argparse.Namespace, view: Callable[..., object]) -> dict[str, object]:
    """Return the options that were given; each goes to the view under its own name."""
    given = {
        name: value
        for name, value in vars(arguments).items()
        if name in VIEW_OPTIONS and value is not None
    }
    for name in given:
        if name not in inspect.signature(view).parameters:
            option = name.replace("_", "-")
            raise OptionError(
                f"--{option}: the view {arguments.view} has no such option{_who_has(name)}"
            )
    if "curves" in given:
        given["curves"] = [load(name) for name in arguments.curves]
    return given


def _who_has(name: str) -> str:
    """Return which views have an option, as the end of an error."""
    views = [view for view, draw in VIEWS.items() if name in inspect.signature(draw).parameters]
    return f" (views that have it: {', '.join(views)})" if views else ""


def _refuse_options(arguments: argparse.Namespace) -> None:
    if arguments.lanes == []:
        raise OptionError("--lanes: names no lane; give one or more, as a,b,c")
    if arguments.fonts == []:
        raise OptionError("--fonts: names no font; give one or more, as a.ttf,system")
    for name in ("theme", "language", "text"):
        if getattr(arguments, name) == "":
            raise OptionError(f"--{name}: is empty")
    if not (math.isfinite(arguments.scale) and arguments.scale > 0):
        raise OptionError(f"--scale: must be a number above 0 (got {arguments.scale:g})")


def _targets(arguments: argparse.Namespace, name: str) -> list[tuple[str, str]]:
    """Return the outputs of one input, each with its format."""
    formats = formats_of(arguments.view)
    stem = "journey" if name == _STREAM else Path(name).stem
    made = []
    for pattern in arguments.output:
        for field in _PLACEHOLDER.findall(pattern):
            if field != "{name}":
                raise OptionError(f"{pattern}: unknown placeholder {field} (known: {{name}})")
        if pattern == _STREAM:
            kind = arguments.format
        else:
            kind = Path(pattern).suffix.lower().removeprefix(".")
        if kind not in formats:
            raise unknown(f"format of {pattern}:", kind, formats, _hint(kind))
        made.append((pattern.replace("{name}", stem), kind))
    return made


def _hint(kind: str) -> str:
    """Return which view can be had in a format, if one can."""
    return next((f"--view {view} has it" for view in VIEWS if kind in formats_of(view)), "")


def _refuse_repeated(targets: list[str]) -> None:
    places = [target if target == _STREAM else os.path.realpath(target) for target in targets]
    for target, place in zip(targets, places, strict=True):
        if places.count(place) > 1:
            raise OptionError(
                f"{target}: would be written twice; with several inputs, put {{name}} into -o"
            )


def _refuse_unwritable(targets: list[str]) -> None:
    """Refuse a target that cannot be written, before the first is."""
    for target in targets:
        if target == _STREAM:
            continue
        place = Path(os.path.realpath(target))
        code = _obstacle(place)
        if code:
            raise OSError(code, os.strerror(code), target)


def _obstacle(place: Path) -> int:
    """Return the number of the error that writing a file would end with, or 0."""
    if place.is_dir():
        return errno.EISDIR
    if not place.parent.exists():
        return errno.ENOENT
    if not place.parent.is_dir():
        return errno.ENOTDIR
    # A device or a pipe is written to as it is; a file is replaced.
    is_special = place.exists() and not place.is_file()
    changed, mode = (place, os.W_OK) if is_special else (place.parent, os.W_OK | os.X_OK)
    return 0 if os.access(changed, mode) else errno.EACCES


def tco(arguments: argparse.Namespace) -> int:
    """Write what the offers of a journey cost."""
    from journeymap.costing import Costing  # noqa: PLC0415

    target = arguments.output
    suffix = Path(target).suffix.lower()
    if suffix in _PICTURES and not arguments.format:
        raise OptionError(
            f"{target}: a text, no picture; `journeymap render --view tco-chart` draws"
        )
    kind = arguments.format or _COST_FORMATS.get(suffix, "table")
    if kind not in _COST_FORMATS.values():
        raise unknown("format", kind, [*_COST_FORMATS.values()])
    if arguments.explain and kind != "table":
        raise OptionError(f"--explain: is text, and no {kind}")
    journey = _journey(arguments.input, arguments.source_format)
    if not journey.offers:
        raise OptionError(f"{_shown(arguments.input)}: {_NO_OFFERS}")
    given = {name: getattr(arguments, name) for name in TERMS}
    chosen = {name: getattr(arguments, name) for name in ("choice", "against", "language")}
    made = Costing(journey, given, discounted=not arguments.nominal, **chosen)
    text: str = made.explain() if arguments.explain else getattr(made, kind)()
    _write(target, text.encode())
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Read every input and print every fault."""
    status = 0
    for name in arguments.inputs:
        try:
            _journey(name, arguments.source_format)
        except SourceError as error:
            _tell(str(error))
            status = max(status, 2 if isinstance(error, UnreadableError) else 1)
        except OSError as error:
            _tell(f"{name}: {error.strerror or error}")
            status = 2
        else:
            _write(_STREAM, f"{_shown(name)}: no faults\n".encode())
    return status


def new(arguments: argparse.Namespace) -> int:
    """Write a template."""
    from journeymap.files.template import template  # noqa: PLC0415

    text = template(arguments.kind, arguments.language)
    target = arguments.output
    if target != _STREAM:
        if format_of(target) != "yaml":
            raise OptionError(f"{target}: a template is YAML; `journeymap convert` comes after it")
        if os.path.lexists(target) and not arguments.force:
            raise OptionError(f"{target}: is there already; --force replaces it")
    _write(target, text.encode())
    if target != _STREAM:
        folder = Path(target).parent / "journey.schema.json"
        _tell(f"{target}: written; `journeymap schema -o {folder}` lets your editor complete it")
    return 0


def schema(arguments: argparse.Namespace) -> int:
    """Write the schema."""
    from journeymap.files.schema import schema_text  # noqa: PLC0415

    _write(arguments.output, schema_text().encode())
    return 0


def convert(arguments: argparse.Namespace) -> int:
    """Read a journey and write it in another format."""
    target = arguments.output
    kind = arguments.format if target == _STREAM else format_of(target)
    if kind not in FORMATS:
        raise unknown("format", kind, FORMATS)
    is_file = _STREAM not in {arguments.input, target}
    if is_file and os.path.realpath(arguments.input) == os.path.realpath(target):
        raise OptionError(f"{target}: is the input; its comments would be lost")
    _write(target, dumps(_journey(arguments.input, arguments.source_format), kind).encode())
    return 0


def coverage(arguments: argparse.Namespace) -> int:
    """Print how far a buying group is covered; gaps are told, not punished."""
    from journeymap.analysis.coverage import Coverage  # noqa: PLC0415
    from journeymap.analysis.coverage import coverage as covered  # noqa: PLC0415

    written: dict[str, Callable[[Coverage], str]] = {
        "text": Coverage.table,
        "markdown": lambda found: found.markdown,
        "html": lambda found: found.html,
        "csv": lambda found: found.csv,
        "json": lambda found: found.json,
    }
    if arguments.format not in written:
        raise unknown("format", arguments.format, written)
    journey = _journey(arguments.input, arguments.source_format)
    found = covered(journey, language=arguments.language)
    _write(arguments.output, written[arguments.format](found).encode())
    return 0


def _journey(name: str, source_format: str | None) -> Journey:
    if name != _STREAM:
        return load(name)
    data = sys.stdin.buffer.read()
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    kind = source_format or ("json" if start == b"{" else "yaml")
    try:
        return loads(data, kind, name=_shown(name))
    except UnreadableError as error:
        if source_format:
            raise
        raise _with_formats(error, kind) from None


def _with_formats(error: UnreadableError, kind: str) -> UnreadableError:
    """Return an error of a text that was taken for a format, with the way to say another."""
    *others, last = error.faults
    if not last.problem.startswith(("not valid ", "not a journey")):
        return error
    hint = f"taken for {kind.upper()}: for TOML, give --from toml"
    hints = "; ".join(text for text in (last.hint, hint) if text)
    return UnreadableError([*others, attrs.evolve(last, hint=hints)])


def _shown(name: str) -> str:
    return "<stdin>" if name == _STREAM else name


def _write(target: str, data: bytes) -> None:
    if target == _STREAM:
        _print(data)
    else:
        write_atomically(target, data)


def _print(data: bytes) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        # A stream has no name of its own.
        error.filename = "standard output"
        raise


def _tell(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201 - the command line is what prints
