"""Journeys as files: YAML, TOML and JSON, in and out, without loss.

A file is refused with all its faults at once, each with file, line, column and path.
"""

from __future__ import annotations

import errno
import importlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from journeymap.atomic import write_atomically
from journeymap.errors import OptionError, unknown
from journeymap.files.source import Limits, decoded

if TYPE_CHECKING:
    from journeymap.model.journey import Journey

__all__ = ["FORMATS", "Limits", "dump", "dumps", "format_of", "load", "loads"]

FORMATS = ("yaml", "toml", "json")
_SUFFIXES = {".yaml": "yaml", ".yml": "yaml", ".toml": "toml", ".json": "json"}


def load(path: str | os.PathLike[str], *, limits: Limits | None = None) -> Journey:
    """Return the journey of a file.

    Args:
        path: The file; its suffix names the format: .yaml, .yml, .toml or .json.
        limits: How much the file may ask for; see `Limits` for what holds unless given.

    Raises:
        OptionError: The suffix names no format.
        OSError: The file cannot be opened or read.
        SourceError: With every fault of the file.
    """
    name = os.fspath(path)
    kind = format_of(name)
    allowed = limits or Limits()
    with Path(name).open("rb") as file:
        data = file.read(allowed.size + 1)
    return loads(data, kind, name=name, limits=allowed)


def loads(
    text: str | bytes,
    format: str = "yaml",  # noqa: A002 - the word that people know
    *,
    name: str = "<text>",
    limits: Limits | None = None,
) -> Journey:
    """Return the journey of a text.

    Args:
        text: The text, or its bytes in UTF-8.
        format: yaml, toml or json.
        name: What the faults call it.
        limits: How much it may ask for; see `Limits` for what holds unless given.

    Raises:
        OptionError: There is no such format.
        SourceError: With every fault of the text.

    Examples:
        >>> loads("{title: A map, stages: [Choice, Use]}").stages[1].name
        'Use'
    """
    if format not in FORMATS:
        raise unknown("format", format, FORMATS)
    source = decoded(text, name, limits or Limits())
    scanner = importlib.import_module(f"journeymap.files.{format}_reader")
    node = scanner.read(source)
    # Only now, so that a file that is no YAML at all is refused without the model.
    from journeymap.files import document  # noqa: PLC0415

    return document.read(node, source)


def format_of(path: str | os.PathLike[str]) -> str:
    """Return the format that a file's suffix names.

    Raises:
        OptionError: It names none.
        IsADirectoryError: It is a folder.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in _SUFFIXES:
        if Path(path).is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(path))
        known = ", ".join(_SUFFIXES)
        raise OptionError(
            f"{os.fspath(path)}: no format has the suffix {suffix!r} (known: {known})"
        )
    return _SUFFIXES[suffix]


def dumps(journey: Journey, format: str = "yaml") -> str:  # noqa: A002 - as in `loads`
    """Return the text of a journey, which reads as an equal journey.

    Args:
        journey: The journey.
        format: yaml, toml or json.

    Raises:
        OptionError: There is no such format.
    """
    if format not in FORMATS:
        raise unknown("format", format, FORMATS)
    from journeymap.files import writer  # noqa: PLC0415 - reading needs none of it

    return writer.text(journey, format)


def dump(journey: Journey, path: str | os.PathLike[str]) -> Path:
    """Write a journey to a file, whole or not at all.

    Args:
        journey: The journey.
        path: The file; its suffix names the format: .yaml, .yml, .toml or .json.

    Returns:
        The path.

    Raises:
        OptionError: The suffix names no format.
        OSError: The file cannot be written; an old one is as it was.
    """
    return write_atomically(path, dumps(journey, format_of(path)).encode())
