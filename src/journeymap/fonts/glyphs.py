"""Text as outlines: the shapes of letters, on the very advances that `inter.measure` adds up.

A letter that the font lacks is drawn as a frame with its code point inside, never as a bare box.
"""

from __future__ import annotations

from functools import lru_cache

import attrs

from journeymap.fonts import inter
from journeymap.fonts.outlines import UNITS, Command, frame, glyph
from journeymap.text import TextStyle
from journeymap.text.bidi import mirrored, runs
from journeymap.text.graphemes import clusters, is_mark


@attrs.frozen
class Shape:
    """A letter as a shape: a glyph of the font, or the frame of a letter that it lacks."""

    weight: int
    italic: bool
    glyph: int = 0
    lacking: str = ""
    width: int = 0

    @property
    def name(self) -> str:
        """A name that no other shape has, of letters, digits and hyphens."""
        if self.lacking:
            return f"u{ord(self.lacking):x}-{self.width}"
        return f"{'i' if self.italic else 'r'}{self.weight}g{self.glyph}"


Placed = tuple[Shape, int, int]
"""A shape and where its origin stands from the start of the text, in `UNITS`."""


def placed(text: str, style: TextStyle) -> list[Placed]:
    """Return the shapes of one line of text, from left to right.

    Those of right-to-left scripts stand from right to left (see `journeymap.text.bidi`).
    """
    return [shape for _, shapes in placed_words(text, style) for shape in shapes]


def placed_words(text: str, style: TextStyle) -> list[tuple[str, list[Placed]]]:
    """Return the words of one line from left to right, each with its shapes.

    A word that holds letters of both directions counts as several.
    """
    space = inter.face(style.weight, style.italic).space
    found = []
    x = 0
    for run in runs(text):
        words = run.text.split(" ")
        for word in reversed(words) if run.leftwards else words:
            shapes, width = _word(word, style.weight, style.italic, run.leftwards)
            row = [(shape, round((x + dx) * UNITS / inter.UNITS), y) for shape, dx, y in shapes]
            found.append((word, row))
            x += width + space
        x -= space
    return found


def outline(text: str, style: TextStyle) -> tuple[Command, ...]:
    """Return the outline of one line of text in px, from the start of its baseline."""
    scale = style.size / UNITS
    found: list[Command] = []
    for shape, x, y in placed(text, style):
        for letter, numbers in commands(shape):
            moved = [
                (number + (y if index % 2 else x)) * scale for index, number in enumerate(numbers)
            ]
            found.append((letter, tuple(moved)))
    return tuple(found)


def path_data(text: str, style: TextStyle) -> str:
    """Return the outline of one line of text as SVG path data in `UNITS`."""
    parts = []
    for shape, x, y in placed(text, style):
        start_x, start_y, rest = _relative(shape)
        if rest:
            parts.append(f"M{x + start_x} {y + start_y}{rest}")
    return "".join(parts)


def shape_data(shape: Shape) -> str:
    """Return the outline of one shape as SVG path data in `UNITS`; empty for a space."""
    start_x, start_y, rest = _relative(shape)
    return f"M{start_x} {start_y}{rest}" if rest else ""


@lru_cache(maxsize=1 << 14)
def _word(
    word: str,
    weight: int,
    italic: bool,  # noqa: FBT001
    leftwards: bool,  # noqa: FBT001
) -> tuple[tuple[Placed, ...], int]:
    """Return the shapes of a word, x still in font units, and its width in font units."""
    typeface = inter.face(weight, italic)
    parts = inter.segments(word)
    if leftwards:
        # The font has no letters of right-to-left scripts, only what may stand among them.
        parts = [
            ("".join(reversed(clusters(mirrored(part)))) if known else part, known)
            for part, known in reversed(parts)
        ]
    found: list[Placed] = []
    x = 0
    for part, known in parts:
        if known:
            glyphs, width = typeface.shape(part)
            for number, dx, y in glyphs:
                shape = Shape(weight, italic, number)
                found.append((shape, x + dx, -round(y * UNITS / inter.UNITS)))
        else:
            width = inter.estimate(part)
            if width:
                found.append((_lacking(part), x, 0))
        x += width
    return tuple(found), x


@lru_cache(maxsize=1 << 14)
def _relative(shape: Shape) -> tuple[int, int, str]:
    """Return where an outline starts and the rest of it as relative path data."""
    steps = commands(shape)
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


@lru_cache(maxsize=1 << 14)
def commands(shape: Shape) -> tuple[Command, ...]:
    """Return the outline of one shape in `UNITS`, whole numbers from its origin."""
    if shape.lacking:
        return tuple(frame(shape.lacking, shape.width))
    return glyph(shape.weight, shape.italic, shape.glyph)


def advance(shape: Shape) -> int:
    """Return how wide a shape stands when it stands alone, in `UNITS`."""
    if shape.lacking:
        return shape.width
    own: int = inter.face(shape.weight, shape.italic).font.get_glyph_h_advance(shape.glyph)
    return round(own * UNITS / inter.UNITS)


def _lacking(cluster: str) -> Shape:
    """Return the frame for a letter that the font lacks, the same at every weight."""
    letter = next(part for part in cluster if not is_mark(part))
    width = round(inter.estimate(cluster) * UNITS / inter.UNITS)
    return Shape(400, italic=False, lacking=letter, width=width)
