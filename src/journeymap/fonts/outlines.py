"""Outlines of single letters, in whole numbers: those of the font, and frames for all others."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from journeymap.fonts import inter

UNITS = 1000
"""Units of the outlines in one em; y grows downwards."""

Command = tuple[str, tuple[float, ...]]


@lru_cache(maxsize=1 << 14)
def glyph(weight: int, italic: bool, number: int, units: int = UNITS) -> tuple[Command, ...]:  # noqa: FBT001
    """Return the outline of a glyph with `units` to the em, in whole numbers."""
    pen = _Pen()
    _drawing_font(weight, italic, units).draw_glyph_with_pen(number, pen)
    return tuple(pen.commands)


@lru_cache(maxsize=64)
def _drawing_font(weight: int, italic: bool, units: int) -> Any:  # noqa: FBT001
    return inter.face(weight, italic).make_font(units)


class _Pen:
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


_TOP, _BOTTOM, _MARGIN, _LINE, _CORNER = -760, 200, 45, 32, 90  # of the frame, in `UNITS`


def frame(letter: str, width: int) -> Iterator[Command]:
    """Yield a rounded frame with a letter's code point in two rows, as Last Resort fonts do."""
    left, right = _MARGIN, width - _MARGIN
    yield from _rounded(left, _TOP, right, _BOTTOM, _CORNER)
    inner = _CORNER - _LINE
    yield from _rounded(right - _LINE, _TOP + _LINE, left + _LINE, _BOTTOM - _LINE, -inner)
    digits = f"{ord(letter):04X}"
    columns = (len(digits) + 1) // 2
    size = min(330, round((width - 2 * (_MARGIN + _LINE) - 40) / (0.66 * columns)))
    middle = (_TOP + _BOTTOM) // 2
    yield from _tiny(digits[:columns], width, middle - 50, size)
    yield from _tiny(digits[columns:], width, middle + 50 + size * 3 // 4, size)


def _rounded(left: int, top: int, right: int, bottom: int, radius: int) -> Iterator[Command]:
    """Yield a rounded rectangle; with left and right exchanged it runs the other way round."""
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


def _tiny(digits: str, width: int, baseline: int, size: int) -> Iterator[Command]:
    glyphs, advance = inter.face(400, italic=False).shape(digits)
    start = (width - advance * size / inter.UNITS) / 2
    for number, x, _ in glyphs:
        dx = round(start + x * size / inter.UNITS)
        for letter, numbers in glyph(400, False, number, size):  # noqa: FBT003
            yield letter, tuple(n + (baseline if i % 2 else dx) for i, n in enumerate(numbers))
