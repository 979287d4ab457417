"""`journeymap fmt`: journey files in their one form."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from journeymap.cli.parser import add_command
from journeymap.cli.shared import add_from, add_journeys
from journeymap.cli.status import DONE, WANTING, WRONG

if TYPE_CHECKING:
    from journeymap.cli.parser import Commands

_EXAMPLES = """\
  journeymap fmt crm.yaml
  journeymap fmt maps/*.yaml --check
  journeymap fmt maps/*.yaml --diff
  journeymap fmt - < crm.yaml"""


def add(commands: Commands) -> None:
    """Add what can be typed."""
    fmt = add_command(
        commands, "fmt", "write journey files in their one form, comments kept", _EXAMPLES, run
    )
    add_journeys(fmt)
    fmt.add_argument(
        "--check", action="store_true", help="write nothing; status 1 if a file would change"
    )
    fmt.add_argument(
        "--diff", action="store_true", help="write nothing; print what would change, status 1"
    )
    add_from(fmt)


def run(arguments: argparse.Namespace) -> int:
    """Format every input; none is written if one cannot be read."""
    from journeymap.cli.inout import STREAM, shown, tell, write

    ready = _formatted(arguments)
    if ready is None:
        return WRONG
    is_asking = arguments.check or arguments.diff
    status = DONE
    for name, old, new in ready:
        if arguments.diff:
            write(STREAM, _difference(shown(name), old, new).encode())
        elif not is_asking and (name == STREAM or old != new):
            write(name, new)
        if old != new and is_asking:
            status = WANTING
        if old != new and (is_asking or name != STREAM):
            tell(f"{shown(name)}: {'would be formatted' if is_asking else 'formatted'}")
    return status


def _formatted(arguments: argparse.Namespace) -> list[tuple[str, bytes, bytes]] | None:
    """Return each input with its old and its new text; None if one cannot be read."""
    from journeymap.cli.inout import shown, source_of, tell
    from journeymap.errors import SourceError
    from journeymap.files.formatting import formatted

    ready = []
    is_wrong = False
    for name in arguments.inputs:
        data, kind = source_of(name, arguments.source_format)
        try:
            ready.append((name, data, formatted(data, kind, name=shown(name)).encode()))
        except SourceError as error:
            tell(str(error))
            is_wrong = True
    return None if is_wrong else ready


def _difference(name: str, old: bytes, new: bytes) -> str:
    import difflib

    before, after = (data.decode("utf-8-sig").splitlines(keepends=True) for data in (old, new))
    lines = difflib.unified_diff(before, after, f"a/{name}", f"b/{name}")
    # A last line without an end would run into the next one.
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
