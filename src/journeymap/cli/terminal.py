"""What the standard streams are and take: whether somebody watches, and wants colours."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import TextIO


def is_terminal(stream: TextIO) -> bool:
    """Whether somebody is watching a stream."""
    return stream.isatty()


def wants_colour(stream: TextIO) -> bool:
    """Whether to colour what goes to a stream: a terminal, unless the environment says otherwise.

    `NO_COLOR` and `FORCE_COLOR` count when they are not empty; the first outweighs the second.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal(stream) and os.environ.get("TERM") != "dumb"


def write_out(data: bytes) -> None:
    """Write to the standard output, at once.

    Raises:
        OSError: It takes no more; the error says which stream it was.
    """
    with named(sys.stdout):
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


@contextlib.contextmanager
def named(stream: TextIO) -> Iterator[None]:
    """Let errors say which stream it was; the standard output has no name of its own."""
    try:
        yield
    except OSError as error:
        if stream is sys.stdout:
            error.filename = "standard output"
        raise
