"""A lane as it is drawn."""

from __future__ import annotations

import attrs

from journeymap.layout.lanes.rows import Build


@attrs.frozen(eq=False)
class Chosen:
    """A lane that is drawn: its name, its heading, and what makes its rows.

    One that was asked for by name is drawn even if it has nothing to say.
    """

    name: str
    title: str
    build: Build
    is_named: bool = False
