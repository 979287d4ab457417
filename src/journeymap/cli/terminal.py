"""Whether a stream is a terminal, and whether it wants colours."""

from __future__ import annotations

import os
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
