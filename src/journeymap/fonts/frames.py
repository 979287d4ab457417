"""What is drawn for a letter that no font has: a frame with its code point."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from journeymap.fonts.fontfile import Face
from journeymap.fonts.outlines import UNITS, Command, Layer, Shape, rounded
from journeymap.text.graphemes import is_emoji, is_mark

_EMOJI, _WIDE, _OTHER = 1250, 1000, 600  # `UNITS`
_TOP, _BOTTOM, _MARGIN, _LINE, _CORNER = -760, 200, 45, 32, 90  # of the frame, in `UNITS`


def likely_width(cluster: str) -> int:
    """Return how wide, in `UNITS`, readers' own fonts are likely to draw a letter that we lack."""
    if any(map(is_emoji, cluster)):
        return _EMOJI
    letters = [character for character in cluster if not is_mark(character)]
    wide = sum(unicodedata.east_asian_width(character) in {"W", "F"} for character in letters)
    return wide * _WIDE + (len(letters) - wide) * _OTHER


def frame(cluster: str, digits: Face) -> Shape:
    """Return the frame for a whole letter, lettered in the face `digits`."""
    if cluster.isspace():
        return Shape("space", likely_width(cluster), ())
    letter = next((part for part in cluster if not is_mark(part)), cluster[0])
    return _frame(letter, likely_width(cluster), digits)


@lru_cache(maxsize=4096)
def _frame(letter: str, width: int, digits: Face) -> Shape:
    layers = (Layer("", tuple(_framed(letter, width, digits))),) if width else ()
    return Shape(f"u{ord(letter):x}-{width}", width, layers, lacking=letter)


def _framed(letter: str, width: int, face: Face) -> Iterator[Command]:
    left, right = _MARGIN, width - _MARGIN
    yield from rounded(left, _TOP, right, _BOTTOM, _CORNER)
    inner = _CORNER - _LINE
    yield from rounded(right - _LINE, _TOP + _LINE, left + _LINE, _BOTTOM - _LINE, -inner)
    digits = f"{ord(letter):04X}"
    columns = (len(digits) + 1) // 2
    size = min(330, round((width - 2 * (_MARGIN + _LINE) - 40) / (0.66 * columns)))
    middle = (_TOP + _BOTTOM) // 2
    for row, baseline in (
        (digits[:columns], middle - 50),
        (digits[columns:], middle + 50 + size * 3 // 4),
    ):
        yield from face.written(row, size, (width // 2, baseline))


assert UNITS == 1000  # noqa: S101 - the figures above are in these units
