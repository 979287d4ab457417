"""Lines of text as shapes, on the very advances that `Fonts.measure` adds up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from journeymap.fonts import outlines
from journeymap.fonts.chain import Fonts, width_of
from journeymap.fonts.fontfile import UNITS
from journeymap.fonts.inter import INTER
from journeymap.fonts.outlines import Command, Shape
from journeymap.text import TextStyle, bidi

Placed = tuple[Shape, int, int]
"""A shape and where its origin stands from the start of the text, in units of outlines."""

_Word = tuple[tuple[Placed, ...], int]

_CACHED_WORDS = 1 << 14


def placed(
    text: str, style: TextStyle, fonts: Fonts = INTER, *, leftwards: bool | None = None
) -> list[Placed]:
    """Return the shapes of one line of text, from left to right.

    Those of right-to-left scripts stand from right to left (see `journeymap.text.bidi`).
    """
    words = placed_words(text, style, fonts, leftwards=leftwards)
    return [shape for _, shapes in words for shape in shapes]


def placed_words(
    text: str, style: TextStyle, fonts: Fonts = INTER, *, leftwards: bool | None = None
) -> list[tuple[str, list[Placed]]]:
    """Return the words of one line from left to right, each with its shapes.

    A word that holds letters of both directions counts as several. `leftwards` is the direction
    of the paragraph; that of the first letter unless given.
    """
    space = fonts.base(style.weight, style.italic).space
    found = []
    x = 0
    for run in bidi.runs(text, leftwards=leftwards):
        words = run.text.split(" ")
        for word in reversed(words) if run.leftwards else words:
            shapes, width = _word(word, style, fonts, leftwards=run.leftwards)
            row = [(shape, round((x + dx) * outlines.UNITS / UNITS), y) for shape, dx, y in shapes]
            found.append((word, row))
            x += width + space
        x -= space
    return found


def outline(text: str, style: TextStyle, fonts: Fonts = INTER) -> tuple[Command, ...]:
    """Return the outlines of one line of text in px, from the start of its baseline."""
    scale = style.size / outlines.UNITS
    return tuple(
        (letter, tuple((n + (y if i % 2 else x)) * scale for i, n in enumerate(numbers)))
        for shape, x, y in placed(text, style, fonts)
        for layer in shape.layers
        for letter, numbers in layer.commands
    )


def _word(word: str, style: TextStyle, fonts: Fonts, *, leftwards: bool) -> _Word:
    """Return the shapes of a word, x still in font units, and its width in font units."""
    memory = fonts.words
    key = (word, style.weight, style.italic, leftwards)
    found = memory.get(key)
    if found is None:
        if len(memory) >= _CACHED_WORDS:
            memory.clear()
        found = memory[key] = _shaped(word, style, fonts, leftwards=leftwards)
    return found


def _shaped(word: str, style: TextStyle, fonts: Fonts, *, leftwards: bool) -> _Word:
    parts = list(fonts.parts(word, style.weight, style.italic))
    if leftwards:
        parts.reverse()
    found: list[Placed] = []
    x = 0
    for part in parts:
        if isinstance(part.drawn_by, Shape):
            if part.drawn_by.width:
                found.append((part.drawn_by, x, 0))
            x += width_of(part, style.weight)
            continue
        face = part.drawn_by.at(style.weight)
        glyphs, width = face.shape(part.text, leftwards=leftwards)
        found += [
            (face.glyph(number), x + dx, -round(y * outlines.UNITS / UNITS))
            for number, dx, y in glyphs
        ]
        x += width
    return tuple(found), x


class Run(NamedTuple):
    """A part of a line: text, or one picture; where it starts and how wide it is, in px."""

    text: str
    x: float
    width: float
    picture: Shape | None


def runs(
    text: str, style: TextStyle, fonts: Fonts = INTER, *, leftwards: bool | None = None
) -> list[Run]:
    """Return a line cut at the emoji that we draw ourselves.

    A line that holds a right-to-left script, or stands among such lines, is left whole.
    """
    words = text.split(" ")
    if leftwards or any(run.leftwards for run in bidi.runs(text)):
        return [Run(text, 0.0, fonts.measure(text, style), None)]
    parts = [
        part
        for index, word in enumerate(words)
        for part in (*([_SPACE] if index else []), *_cut(word, style, fonts))
    ]
    found = []
    x = 0.0
    for is_picture, group in groupby(parts, key=lambda part: part[1] is not None):
        for row in [[part] for part in group] if is_picture else [list(group)]:
            joined = "".join(part for part, _ in row)
            width = fonts.measure(joined, style)
            found.append(Run(joined, x, width, row[0][1]))
            x += width
    return found


_SPACE: tuple[str, Shape | None] = (" ", None)


def _cut(word: str, style: TextStyle, fonts: Fonts) -> Iterator[tuple[str, Shape | None]]:
    for text, by in fonts.parts(word, style.weight, style.italic):
        yield text, by if isinstance(by, Shape) and by.is_colored else None
