"""Lines of text as shapes, on the very advances that `Fonts.measure` adds up."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.fonts import outlines
from journeymap.fonts.chain import Fonts, width_of
from journeymap.fonts.fontfile import UNITS
from journeymap.fonts.inter import INTER
from journeymap.fonts.outlines import Command, Shape
from journeymap.text import TextStyle
from journeymap.text.bidi import runs_leftwards, visual_order

Placed = tuple[Shape, int, int]
"""A shape and where its origin stands from the start of the text, in units of outlines."""

_Word = tuple[tuple[Placed, ...], int]

_CACHED_WORDS = 1 << 14


def placed(text: str, style: TextStyle, fonts: Fonts = INTER) -> list[Placed]:
    """Return the shapes of one line of text, from left to right.

    Words of right-to-left scripts stand from right to left (see `journeymap.text.bidi`).
    """
    return [shape for _, shapes in placed_words(text, style, fonts) for shape in shapes]


def placed_words(
    text: str, style: TextStyle, fonts: Fonts = INTER
) -> list[tuple[str, list[Placed]]]:
    """Return the words of one line from left to right, each with its shapes."""
    space = fonts.base(style.weight, style.italic).space
    found = []
    x = 0
    for word in visual_order(text):
        shapes, width = _word(word, style, fonts)
        row = [(shape, round((x + dx) * outlines.UNITS / UNITS), y) for shape, dx, y in shapes]
        found.append((word, row))
        x += width + space
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


def _word(word: str, style: TextStyle, fonts: Fonts) -> _Word:
    """Return the shapes of a word, x still in font units, and its width in font units."""
    memory = fonts.words
    key = (word, style.weight, style.italic)
    found = memory.get(key)
    if found is None:
        if len(memory) >= _CACHED_WORDS:
            memory.clear()
        found = memory[key] = _shaped(word, style, fonts)
    return found


def _shaped(word: str, style: TextStyle, fonts: Fonts) -> _Word:
    parts = list(fonts.parts(word, style.weight, style.italic))
    if runs_leftwards(word):
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
        glyphs, width = face.shape(part.text)
        found += [
            (face.glyph(number), x + dx, -round(y * outlines.UNITS / UNITS))
            for number, dx, y in glyphs
        ]
        x += width
    return tuple(found), x


def colored(row: list[Placed]) -> Iterator[Placed]:
    """Yield the shapes that have colours of their own."""
    return (place for place in row if place[0].is_colored)
