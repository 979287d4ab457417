"""A lane as it is drawn."""

from __future__ import annotations

from typing import NamedTuple

from journeymap.layout.lanes.rows import Build


class Chosen(NamedTuple):
    """A lane that is drawn: its name, its heading, and what makes its rows.

    One that was asked for by name is drawn even if it has nothing to say.
    """

    name: str
    title: str
    build: Build
    is_named: bool = False
