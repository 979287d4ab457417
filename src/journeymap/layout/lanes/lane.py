"""A lane as a caller asks for it, and as it is drawn."""

from __future__ import annotations

import attrs

from journeymap.errors import OptionError, shown
from journeymap.layout.lanes.rows import Build
from journeymap.values import Value


@attrs.frozen(eq=False)
class Lane(Value):
    """A lane of the map, with a heading of your own if you like.

    Attributes:
        name: Which lane: one of the known ones, or the heading of notes in the journey.
        title: The heading; the language's own word unless given.

    Raises:
        OptionError: The name or the title is no text, or is empty.
    """

    name: str
    title: str | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse what is no heading."""
        for what, text in (("lane", self.name), ("title of a lane", self.title)):
            if text is not None and not (isinstance(text, str) and text.strip()):
                raise OptionError(f"not a {what} (got {shown(text)}; expected text)")


@attrs.frozen(eq=False)
class Chosen:
    """A lane that is drawn: its name, its heading, and what makes its rows.

    One that was asked for by name is drawn even if it has nothing to say.
    """

    name: str
    title: str
    build: Build
    is_named: bool = False
