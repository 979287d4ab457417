"""What the commands read and where they write: files, or the standard streams for `-`."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from journeymap.atomic import write_atomically
from journeymap.cli.terminal import write_out
from journeymap.errors import OptionError, UnreadableError, unknown
from journeymap.files import Limits, format_of, load, loads

if TYPE_CHECKING:
    from journeymap.model.journey import Journey

STREAM = "-"
_PICTURES = (".svg", ".png", ".pdf")


def journey(name: str, source_format: str | None) -> Journey:
    """Return the journey of a file, or of the standard input."""
    if name != STREAM:
        return load(name)
    return journey_of(name, *source_of(name, source_format), is_guessed=not source_format)


def journey_of(name: str, data: bytes, kind: str, *, is_guessed: bool = False) -> Journey:
    """Return the journey of what has been read.

    Args:
        name: Where it comes from.
        data: What was read.
        kind: Its format.
        is_guessed: Whether the format is that of the standard input, and nobody has said it.
    """
    try:
        return loads(data, kind, name=shown(name))
    except UnreadableError as error:
        if not is_guessed:
            raise
        raise _with_formats(error, kind) from None


def source_of(name: str, source_format: str | None) -> tuple[bytes, str]:
    """Return what a file or the standard input says, and its format."""
    if name != STREAM:
        kind = format_of(name)
        with Path(name).open("rb") as file:
            # One byte too many is enough to be refused.
            return file.read(Limits().size + 1), kind
    data = sys.stdin.buffer.read()
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return data, source_format or ("json" if start == b"{" else "yaml")


def _with_formats(error: UnreadableError, kind: str) -> UnreadableError:
    """Return an error of a text that was taken for a format, with the way to say another."""
    *others, last = error.faults
    if not last.problem.startswith(("not valid ", "not a journey")):
        return error
    hint = f"taken for {kind.upper()}: for TOML, give --from toml"
    hints = "; ".join(text for text in (last.hint, hint) if text)
    return UnreadableError([*others, attrs.evolve(last, hint=hints)])


def text_format(arguments: Namespace, formats: Mapping[str, str], *, drawn_by: str) -> str:
    """Return in which format a text is asked for.

    Args:
        arguments: What was typed.
        formats: The format of each suffix; the first is meant where nothing is said.
        drawn_by: The view that draws what the text tells.
    """
    first = next(iter(formats.values()))
    suffix = Path(arguments.output).suffix.lower()
    if arguments.format is None and suffix in _PICTURES:
        raise OptionError(
            f"{arguments.output}: a text, no picture; `journeymap render --view {drawn_by}` draws"
        )
    kind: str = arguments.format or formats.get(suffix, first)
    if kind not in formats.values():
        raise unknown("format", kind, formats.values())
    return kind


def shown(name: str) -> str:
    """Return how messages call an input."""
    return "<stdin>" if name == STREAM else name


def write(target: str, data: bytes) -> None:
    """Write a file whole or not at all, or to the standard output."""
    if target == STREAM:
        write_out(data)
    else:
        write_atomically(target, data)


def tell(text: str) -> None:
    """Print a line to the standard error stream."""
    print(text, file=sys.stderr)
