"""Lines of text as shapes, on the very advances that `Fonts.measure` adds up."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
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
    """Return a line cut at the emoji that we draw ourselves, and where no font has the letters.

    How wide a reader's own font draws those is a guess that the letters beside them must not bear.
    A line that holds a right-to-left script, or stands among such lines, is left whole.
    """
    if leftwards or not _stands_as_read(text):
        return [Run(text, 0.0, fonts.measure(text, style), None)]
    found = []
    x = 0.0
    for shape, group in groupby(_letters(text, style, fonts), key=itemgetter(1)):
        letters = [letter for letter, _ in group]
        is_picture = shape is not None and shape.is_colored
        for joined in letters if is_picture else ["".join(letters)]:
            width = fonts.measure(joined, style)
            found.append(Run(joined, x, width, shape if is_picture else None))
            x += width
    return found


def _stands_as_read(text: str) -> bool:
    """Tell whether the letters of a line stand in the order of reading.

    Characters that do not exist yet may have the direction of the script that they are meant for.
    """
    found = bidi.runs(text)
    return "".join(run.text for run in found) == text and all(
        unicodedata.category(letter) == "Cn"
        for run in found
        if run.leftwards
        for letter in run.text
    )


_FOREIGN = Shape("foreign", 0, ())


def _letters(text: str, style: TextStyle, fonts: Fonts) -> Iterator[tuple[str, Shape | None]]:
    """Yield each letter of a text with the picture that it is, `_FOREIGN`, or None for letters.

    What nothing draws, a space too, goes with the letter before it.
    """
    shape: Shape | None = None
    for index, word in enumerate(text.split(" ")):
        if index:
            shape = shape if shape is _FOREIGN else None
            yield " ", shape
        for letter, by, _ in fonts.sources(word, style.weight, style.italic):
            if by is not None:
                shape = None
            if isinstance(by, Shape):
                shape = by if by.is_colored else _FOREIGN
            yield letter, shape
