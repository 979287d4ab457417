"""What is drawn: shapes in px with their paints resolved, in the order of painting.

A scene knows nothing of journeys and nothing of file formats. The painter makes it, any backend
can replay it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

import attrs

from journeymap.fonts import INTER, Fonts
from journeymap.geometry import Point, Rect
from journeymap.text import TextStyle

Command = tuple[str, tuple[float, ...]]
"""One step of a path: `M`, `L`, `C`, `Q`, `Z` (absolute) with its coordinates."""


Scheme = Literal["light", "dark"]
"""What a reader's screen may prefer."""


@attrs.frozen(eq=False)
class Stop:
    """A colour at a place of a gradient, `offset` from 0 to 1."""

    offset: float
    color: str
    opacity: float = 1.0


@attrs.frozen(eq=False)
class Gradient:
    """A linear gradient from one point of the sheet to another."""

    start: Point
    end: Point
    stops: tuple[Stop, ...]


Paint = str | Gradient
"""A colour as `#rrggbb`, or a gradient."""


class Stroke(NamedTuple):
    """How an outline is drawn: paint, width in px, dash lengths in px."""

    paint: Paint
    width: float = 1.0
    dash: tuple[float, ...] = ()
    opacity: float = 1.0
    round: bool = False


class Rectangle(NamedTuple):
    """A rectangle, its corners rounded by `radius` px."""

    rect: Rect
    radius: float = 0.0
    fill: Paint | None = None
    opacity: float = 1.0
    stroke: Stroke | None = None


class Circle(NamedTuple):
    """A circle."""

    center: Point
    radius: float
    fill: Paint | None = None
    opacity: float = 1.0
    stroke: Stroke | None = None


class Path(NamedTuple):
    """An outline of lines and curves."""

    commands: tuple[Command, ...]
    fill: Paint | None = None
    opacity: float = 1.0
    stroke: Stroke | None = None


class Text(NamedTuple):
    """One line of text that takes exactly `width` px from `origin`, the left end of its baseline.

    `leftwards` is the direction of its paragraph; that of its first letter unless given.
    """

    origin: Point
    text: str
    width: float
    style: TextStyle
    fill: str
    leftwards: bool | None = None


class Group(NamedTuple):
    """Shapes that belong together: a link, a named part, or both."""

    items: tuple[Item, ...]
    name: str = ""
    label: str = ""
    link: str | None = None


Item = Rectangle | Circle | Path | Text | Group


@attrs.frozen(eq=False)
class Scene:
    """A whole picture, and the fonts that its texts were measured in.

    `description_language` is given where the description is in another language than the picture.
    """

    width: float
    height: float
    background: str
    items: tuple[Item, ...]
    title: str = ""
    description: str = ""
    language: str = "en"
    description_language: str = ""
    fonts: Fonts = INTER


def texts(items: tuple[Item, ...]) -> Iterator[Text]:
    """Yield every line of text, in the order of painting."""
    for item in items:
        if isinstance(item, Text):
            yield item
        elif isinstance(item, Group):
            yield from texts(item.items)
