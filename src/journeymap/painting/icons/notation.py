"""The short notation that the icons are written in, and its reader.

An icon stands on a grid of 24 × 24, y grows downwards, all figures are absolute. A letter is
followed by its figures; the figures may be repeated, as in `L 1 2 3 4`.

    M x y                 begin at a point
    L x y                 a straight line
    H x, V y              a line across, a line up or down
    C a b c d x y         a cubic curve
    Q a b x y             a quadratic curve
    Z                     back to where it began
    P x y                 a point, a little thicker than the stroke
    O x y r               a circle
    E x y rx ry           an ellipse
    R x y w h r           a rectangle with round corners
    A x y r from to       an arc of a circle; degrees, 0 is right, 90 is down
    J x y r from to       the same, joined to the point before by a line
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator

from journeymap.scene import Command

GRID = 24.0
"""The width and the height of the grid."""

_DISC = 0.4
_ERROR = 0.05  # Half of a tenth of a px at 24 px: less than the rounding of figures.

_TOKEN = re.compile(r"[A-Z]|-?[0-9]*\.?[0-9]+")
_FIGURES = {
    "M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "Z": 0,
    "P": 2, "O": 3, "E": 4, "R": 5, "A": 5, "J": 5,
}  # fmt: skip


def parsed(notation: str) -> tuple[Command, ...]:
    """Return what is written in the notation as the steps of a path.

    Raises:
        ValueError: It is not of that notation.

    Examples:
        >>> parsed("M 4 12 H 20")
        (('M', (4.0, 12.0)), ('L', (20.0, 12.0)))
    """
    found: list[Command] = []
    for letter, figures in _steps(notation):
        found.extend(_SHAPES[letter](figures, found))
    return tuple(found)


def _steps(notation: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Yield each letter with its figures, once for each repetition."""
    tokens = _TOKEN.findall(notation)
    if "".join(tokens) != "".join(notation.split()):
        raise ValueError(f"not the notation of an icon: {notation!r}")
    place = 0
    while place < len(tokens):
        letter = tokens[place]
        count = _FIGURES.get(letter, -1)
        place += 1
        while True:
            figures = tokens[place : place + count]
            if count < 0 or len(figures) < count or any(figure.isalpha() for figure in figures):
                raise ValueError(f"{letter} with figures missing: {notation!r}")
            yield letter, tuple(map(float, figures))
            place += count
            if not count or place == len(tokens) or tokens[place].isalpha():
                break


Figures = tuple[float, ...]
Shape = Callable[[Figures, list[Command]], Iterator[Command]]


def _plain(letter: str) -> Shape:
    def shape(figures: Figures, before: list[Command]) -> Iterator[Command]:
        del before
        yield letter, figures

    return shape


def _across(figures: Figures, before: list[Command]) -> Iterator[Command]:
    yield "L", (figures[0], before[-1][1][-1])


def _upright(figures: Figures, before: list[Command]) -> Iterator[Command]:
    yield "L", (before[-1][1][-2], figures[0])


def _point(figures: Figures, before: list[Command]) -> Iterator[Command]:
    del before
    # The round joins of so small a square make a disc of it.
    x, y = figures
    yield "M", (x - _DISC, y)
    yield from (("L", place) for place in ((x, y - _DISC), (x + _DISC, y), (x, y + _DISC)))
    yield "Z", ()


def _circle(figures: Figures, before: list[Command]) -> Iterator[Command]:
    x, y, radius = figures
    return _ellipse((x, y, radius, radius), before)


def _ellipse(figures: Figures, before: list[Command]) -> Iterator[Command]:
    del before
    x, y, rx, ry = figures
    yield from _arc(x, y, rx, ry, 0.0, 360.0, "M")
    yield "Z", ()


def _rectangle(figures: Figures, before: list[Command]) -> Iterator[Command]:
    del before
    x, y, width, height, radius = figures
    right, bottom = x + width, y + height
    yield "M", (x + radius, y)
    yield "L", (right - radius, y)
    yield "Q", (right, y, right, y + radius)
    yield "L", (right, bottom - radius)
    yield "Q", (right, bottom, right - radius, bottom)
    yield "L", (x + radius, bottom)
    yield "Q", (x, bottom, x, bottom - radius)
    yield "L", (x, y + radius)
    yield "Q", (x, y, x + radius, y)
    yield "Z", ()


def _open_arc(figures: Figures, before: list[Command]) -> Iterator[Command]:
    del before
    x, y, radius, start, end = figures
    yield from _arc(x, y, radius, radius, start, end, "M")


def _joined_arc(figures: Figures, before: list[Command]) -> Iterator[Command]:
    x, y, radius, start, end = figures
    first, *rest = _arc(x, y, radius, radius, start, end, "L")
    if math.dist(first[1], before[-1][1][-2:]) > 0.05:
        yield first
    yield from rest


def _arc(
    x: float, y: float, rx: float, ry: float, start: float, end: float, first: str
) -> Iterator[Command]:
    """Yield an arc as few cubic curves, behind the step to its start."""
    # A curve's error grows with the sixth power of its angle; a quarter's is 0.00027 of the radius.
    most = 90.0 * (_ERROR / (0.00027 * max(rx, ry))) ** (1 / 6)
    pieces = math.ceil(abs(end - start) / most)
    turn = math.radians((end - start) / pieces)
    reach = 4 / 3 * math.tan(turn / 4)
    leaving = (0.0, 0.0)
    for number in range(pieces + 1):
        angle = math.radians(start) + number * turn
        cos, sin = math.cos(angle), math.sin(angle)
        here = (x + rx * cos, y + ry * sin)
        if number:
            arriving = (here[0] + rx * reach * sin, here[1] - ry * reach * cos)
            yield "C", (*leaving, *arriving, *here)
        else:
            yield first, here
        leaving = (here[0] - rx * reach * sin, here[1] + ry * reach * cos)


_SHAPES: dict[str, Shape] = {
    **{letter: _plain(letter) for letter in "MLCQZ"},
    "H": _across,
    "V": _upright,
    "P": _point,
    "O": _circle,
    "E": _ellipse,
    "R": _rectangle,
    "A": _open_arc,
    "J": _joined_arc,
}
