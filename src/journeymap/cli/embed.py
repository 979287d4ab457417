"""`journeymap embed`: the pictures of Markdown documents."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from journeymap.cli.parser import add_command
from journeymap.cli.shared import Files
from journeymap.cli.status import DONE, WANTING

if TYPE_CHECKING:
    from journeymap.cli.parser import Commands
    from journeymap.ext.embedding import Embedded

_EXAMPLES = """\
  journeymap embed README.md
  journeymap embed README.md docs/*.md --images docs/maps
  journeymap embed README.md --check

a document asks for a picture in one of these ways:
  <!-- journeymap: crm.yaml view=cycle theme=dark -->
  a fence whose language is journeymap"""


def add(commands: Commands) -> None:
    """Add what can be typed."""
    embed = add_command(
        commands, "embed", "draw the journeys of Markdown files and link them", _EXAMPLES, run
    )
    embed.add_argument(
        "documents", nargs="+", action=Files, metavar="DOCUMENT", help="a Markdown file"
    )
    embed.add_argument("--images", metavar="DIR", help="where pictures go (default: beside it)")
    embed.add_argument(
        "--base",
        metavar="DIR",
        help="the folder below which a document may name files (default: the current one, or that "
        "of the document if it lies elsewhere)",
    )
    embed.add_argument(
        "--check",
        action="store_true",
        help="write nothing; exit with 1 if a picture or a link is missing or stale",
    )


def run(arguments: argparse.Namespace) -> int:
    """Draw all pictures, then write what has changed."""
    from journeymap.cli.inout import tell
    from journeymap.ext.embedding import stale

    found = _embedded(arguments)
    for one in found:
        for line, note in one.notes:
            tell(f"{one.path}:{line}:1: note: {note}")
    if not arguments.check:
        _write(found)
        return DONE
    problems = list(stale(found))
    for problem in problems:
        tell(problem)
    return WANTING if problems else DONE


def _embedded(arguments: argparse.Namespace) -> list[Embedded]:
    """Return all documents with their pictures.

    Raises:
        SourceError: With every fault of all of them.
    """
    from journeymap.errors import Fault, SourceError
    from journeymap.ext.embedding import embedded

    images = Path(arguments.images) if arguments.images else None
    found: list[Embedded] = []
    faults: list[Fault] = []
    for name in dict.fromkeys(arguments.documents):
        path = Path(name)
        try:
            found.append(embedded(path, _base(arguments.base, path), images))
        except SourceError as error:
            faults += error.faults
    taken: dict[Path, bytes] = {}
    for one in found:
        for picture, (line, data) in one.pictures.items():
            if taken.setdefault(picture, data) != data:
                problem = f"{picture}: is a picture of another document too (expected image=…)"
                faults.append(Fault(problem, file=str(one.path), line=line, column=1))
    if faults:
        raise SourceError(faults)
    return found


def _base(given: str | None, document: Path) -> Path:
    if given is not None:
        return Path(given)
    here = Path.cwd()
    return here if document.resolve().is_relative_to(here.resolve()) else document.parent


def _write(found: list[Embedded]) -> None:
    from journeymap.atomic import write_atomically
    from journeymap.cli.inout import STREAM, write
    from journeymap.cli.pictures import refuse_unwritable

    pictures = {path: data for one in found for path, (_, data) in one.pictures.items()}
    # A document comes after what it leads to.
    wanted = {**pictures, **{one.path: one.data for one in found}}
    changed = {path: data for path, data in wanted.items() if _content(path) != data}
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
    refuse_unwritable([str(path) for path in changed])
    for path, data in changed.items():
        write_atomically(path, data)
        write(STREAM, f"{path}: written\n".encode())


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None
