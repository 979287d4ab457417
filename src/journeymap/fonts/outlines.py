"""Shapes of letters: outlines in whole numbers, in one colour or in layers of flat colours."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

UNITS = 1000
"""Units of the outlines in one em; y grows downwards."""

Command = tuple[str, tuple[float, ...]]


class Layer(NamedTuple):
    """One colour of a shape.

    Attributes:
        color: `#rrggbb`; empty for the colour of the text.
        commands: The outline.
        width: Of a line along the outline, round at its ends; 0 fills the outline.
    """

    color: str
    commands: tuple[Command, ...]
    width: int = 0


class Shape:
    """A letter as it is drawn. Each is made once, so that they are compared by identity.

    Attributes:
        name: A name that no other shape of the same picture has, of letters, digits and hyphens.
        width: How wide it stands when it stands alone, in `UNITS`.
        layers: What is drawn, the lowest first.
        lacking: The letter for which this is the frame, as no font has it; empty for all others.
    """

    def __init__(
        self, name: str, width: int, layers: tuple[Layer, ...], *, lacking: str = ""
    ) -> None:
        self.name = name
        self.width = width
        self.layers = layers
        self.lacking = lacking

    @property
    def is_colored(self) -> bool:
        """Whether it has colours of its own."""
        return bool(self.layers) and self.layers[0].color != ""

    @property
    def commands(self) -> tuple[Command, ...]:
        """The outline of a shape in the colour of the text; none of a coloured one."""
        return () if self.is_colored or not self.layers else self.layers[0].commands

    @cached_property
    def relative(self) -> tuple[int, int, str]:
        """Where `commands` start, and the rest of them as relative path data."""
        return relative(self.commands)


def relative(steps: tuple[Command, ...]) -> tuple[int, int, str]:
    """Return where an outline starts and the rest of it as relative path data of SVG."""
    if not steps:
        return 0, 0, ""
    x, y = start = first = (int(steps[0][1][0]), int(steps[0][1][1]))
    parts: list[str] = []
    for letter, numbers in steps[1:]:
        if letter == "Z":
            x, y = start
            parts.append("z")
            continue
        offsets = [int(number) - (y if i % 2 else x) for i, number in enumerate(numbers)]
        x, y = int(numbers[-2]), int(numbers[-1])
        start = (x, y) if letter == "M" else start
        parts.append(letter.lower() + " ".join(map(str, offsets)).replace(" -", "-"))
    return *first, "".join(parts)


def path_data(steps: tuple[Command, ...], x: int = 0, y: int = 0) -> str:
    """Return an outline, moved to a place, as path data of SVG; empty for none."""
    start_x, start_y, rest = relative(steps)
    return f"M{x + start_x} {y + start_y}{rest}" if rest else ""


class Pen:
    """Records an outline, y turned downwards."""

    def __init__(self) -> None:
        self.commands: list[Command] = []

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add("M", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add("L", point)

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("Q", *points)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("C", *points)

    def closePath(self) -> None:  # noqa: N802
        self.commands.append(("Z", ()))

    def _add(self, letter: str, *points: tuple[float, float]) -> None:
        numbers = [sign * round(value) for x, y in points for sign, value in ((1, x), (-1, y))]
        self.commands.append((letter, tuple(numbers)))


def rounded(
    left: float, top: float, right: float, bottom: float, radius: float
) -> Iterator[Command]:
    """Yield a rounded rectangle; with left and right exchanged it runs the other way round.

    Its radius is negative then.
    """
    dy = abs(radius)
    yield "M", (left + radius, top)
    yield "L", (right - radius, top)
    yield "Q", (right, top, right, top + dy)
    yield "L", (right, bottom - dy)
    yield "Q", (right, bottom, right - radius, bottom)
    yield "L", (left + radius, bottom)
    yield "Q", (left, bottom, left, bottom - dy)
    yield "L", (left, top + dy)
    yield "Q", (left, top, left + radius, top)
    yield "Z", ()
