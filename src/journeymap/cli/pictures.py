"""What the commands that draw have in common: outputs, options, the end."""

from __future__ import annotations

import argparse
import errno
import inspect
import math
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from journeymap.cli.inout import STREAM, tell, write
from journeymap.cli.status import DONE, WANTING
from journeymap.errors import OptionError, unknown
from journeymap.files import load
from journeymap.views import VIEWS, formats_of

if TYPE_CHECKING:
    from journeymap.diagram import Diagram

VIEW_OPTIONS = (
    *("lanes", "theme", "language", "width", "ratio", "per_row", "page"),
    *("curves", "curve_by", "buyers", "charts", "choice", "against", "text", "fonts"),
    *("detail", "direction", "engine"),
)
"""What is handed on to a view, by the name of its keyword."""

_PLACEHOLDER = re.compile(r"\{\w*\}")


def view_named(name: str) -> Callable[..., Diagram]:
    """Return the view that a name stands for."""
    if name not in VIEWS:
        raise unknown("view", name, VIEWS)
    return VIEWS[name]


def settle(ready: list[tuple[str, bytes]], *, is_check: bool) -> int:
    """Write what is ready, or compare it with what is there; return the exit status."""
    if is_check:
        return _compare_all(ready)
    # A stream first: where it fails, no file is there yet.
    for target, data in sorted(ready, key=lambda output: output[0] != STREAM):
        write(target, data)
    return DONE


def _compare_all(ready: list[tuple[str, bytes]]) -> int:
    status = DONE
    for target, data in ready:
        try:
            state = "" if Path(target).read_bytes() == data else "stale"
        except FileNotFoundError:
            state = "missing"
        if state:
            tell(f"{target}: {state}")
            status = WANTING
    return status


def refuse_targets(targets: list[str], *, is_check: bool) -> None:
    """Refuse outputs that are one file, or that cannot be written, before anything is drawn."""
    _refuse_repeated(targets)
    if not is_check:
        refuse_unwritable(targets)
    elif STREAM in targets:
        raise OptionError("--check: compares files; - is none")


def view_options(arguments: argparse.Namespace, view: Callable[..., object]) -> dict[str, object]:
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
    if len(given.get("lanes", ())) == 1:
        # Every view takes one name as it is; that of a graph takes no more.
        (given["lanes"],) = arguments.lanes
    if "curves" in given:
        given["curves"] = [load(name) for name in arguments.curves]
    return given


def suited(arguments: argparse.Namespace, view: Callable[..., object]) -> argparse.Namespace:
    """Return the arguments without the options that a view has no use for."""
    taken = inspect.signature(view).parameters
    kept = {
        name: value
        for name, value in vars(arguments).items()
        if name in taken or name not in VIEW_OPTIONS
    }
    return argparse.Namespace(**kept)


def _who_has(name: str) -> str:
    """Return which views have an option, as the end of an error."""
    views = [view for view, draw in VIEWS.items() if name in inspect.signature(draw).parameters]
    return f" (views that have it: {', '.join(views)})" if views else ""


def refuse_options(arguments: argparse.Namespace) -> None:
    """Refuse what no view could take."""
    if arguments.lanes == []:
        raise OptionError("--lanes: names no lane; give one or more, as a,b,c")
    if arguments.fonts == []:
        raise OptionError("--fonts: names no font; give one or more, as a.ttf,system")
    for name in ("theme", "language", "text"):
        if getattr(arguments, name) == "":
            raise OptionError(f"--{name}: is empty")
    if not (math.isfinite(arguments.scale) and arguments.scale > 0):
        raise OptionError(f"--scale: must be a number above 0 (got {arguments.scale:g})")


def targets_of(arguments: argparse.Namespace, name: str) -> list[tuple[str, str]]:
    """Return the outputs of one input, each with its format."""
    formats = formats_of(arguments.view)
    path = Path("journey" if name == STREAM else name)
    known = {"{name}": path.stem, "{folder}": str(path.parent)}
    made = []
    for pattern in arguments.output:
        for field in _PLACEHOLDER.findall(pattern):
            if field not in known:
                raise OptionError(
                    f"{pattern}: unknown placeholder {field} (known: {', '.join(known)})"
                )
        if pattern == STREAM:
            kind = arguments.format
        else:
            kind = Path(pattern).suffix.lower().removeprefix(".")
        if kind not in formats:
            raise unknown(f"format of {pattern}:", kind, formats, _hint(kind))
        made.append((_PLACEHOLDER.sub(lambda field: known[field[0]], pattern), kind))
    return made


def _hint(kind: str) -> str:
    """Return which view can be had in a format, if one can."""
    return next((f"--view {view} has it" for view in VIEWS if kind in formats_of(view)), "")


def _refuse_repeated(targets: list[str]) -> None:
    """Refuse two outputs that are one file."""
    places = [target if target == STREAM else os.path.realpath(target) for target in targets]
    for target, place in zip(targets, places, strict=True):
        if places.count(place) > 1:
            raise OptionError(
                f"{target}: would be written twice; with several inputs, put {{name}} into -o"
            )


def refuse_unwritable(targets: list[str]) -> None:
    """Refuse a target that cannot be written, before the first is."""
    for target in targets:
        if target == STREAM:
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
