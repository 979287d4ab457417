"""The typeface that is measured and drawn: Inter, which comes as a package of its own.

Widths are kept in font units, so that a size is one multiplication and the same on every machine.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any

from journeymap.text import TextStyle
from journeymap.text.graphemes import clusters, is_emoji, is_mark

FAMILY = "Inter"
UNITS = 2048
"""Font units in one em."""

OPTICAL_SIZE = 14.0
"""The only design in use: letters for reading; the display cut has other widths."""

Glyph = tuple[int, int, int]
"""The number of a glyph in the font, and where it stands in font units, y upwards."""

_CACHED_WORDS = 100_000
_CACHED_LENGTH = 64
_EMOJI, _WIDE, _OTHER = 1.25, 1.0, 0.6  # em


def measure(text: str, style: TextStyle) -> float:
    """Return the width of `text` in px, its words shaped one by one.

    A letter that the font lacks counts as wide as readers' own fonts are likely to draw it.
    """
    typeface = face(style.weight, style.italic)
    advances = typeface.advances
    total = advances.get(text)
    if total is None:
        words = text.split(" ")
        total = (len(words) - 1) * typeface.space
        for word in words:
            advance = advances.get(word)
            total += typeface.advance(word) if advance is None else advance
    return total * style.size / UNITS


def missing(text: str) -> frozenset[str]:
    """Return the visible characters of `text` for which the font has no letter."""
    return frozenset(
        character
        for character in set(text) - font_file(italic=False).characters
        if not character.isspace() and not _is_invisible(character)
    )


def segments(word: str) -> list[tuple[str, bool]]:
    """Return a word cut into parts that the font can draw (True) and letters that it lacks."""
    characters = font_file(italic=False).characters
    if characters.issuperset(word):
        return [(word, True)] if word else []
    found: list[tuple[str, bool]] = []
    for cluster in clusters(word):
        drawable = "".join(part for part in cluster if part in characters)
        if any(part not in characters and not is_mark(part) for part in cluster):
            found.append((cluster, False))
        elif drawable and found and found[-1][1]:
            found[-1] = (found[-1][0] + drawable, True)
        elif drawable:
            found.append((drawable, True))
    return found


def estimate(cluster: str) -> int:
    """Return the likely width, in font units, of a letter that the font lacks."""
    if any(map(is_emoji, cluster)):
        return round(_EMOJI * UNITS)
    letters = [character for character in cluster if not is_mark(character)]
    wide = sum(unicodedata.east_asian_width(character) in {"W", "F"} for character in letters)
    return round((wide * _WIDE + (len(letters) - wide) * _OTHER) * UNITS)


class FontFile:
    """One file of the family, opened once."""

    def __init__(self, name: str) -> None:
        import fontpkg_inter  # noqa: PLC0415
        import uharfbuzz  # noqa: PLC0415

        path = Path(fontpkg_inter.__file__).parent / "files" / name
        self.hb = uharfbuzz
        self.face = uharfbuzz.Face(uharfbuzz.Blob(path.read_bytes()))
        self.characters = frozenset(map(chr, self.face.unicodes))


class Face:
    """The family at one weight and slope."""

    def __init__(self, weight: int, *, italic: bool) -> None:
        self._file = font_file(italic=italic)
        self.weight = weight
        self.font = self.make_font(UNITS)
        self.advances: dict[str, int] = {}
        self.space = self._shaped_width(" ")

    def make_font(self, units: int) -> Any:
        """Return a HarfBuzz font with `units` to the em."""
        font = self._file.hb.Font(self._file.face)
        font.scale = (units, units)
        font.set_variations({"wght": float(self.weight), "opsz": OPTICAL_SIZE})
        return font

    def advance(self, word: str) -> int:
        """Return the width of a word in font units, and remember it unless it is very long."""
        total = sum(
            self._shaped_width(part) if known else estimate(part) for part, known in segments(word)
        )
        if len(word) <= _CACHED_LENGTH:
            if len(self.advances) >= _CACHED_WORDS:
                self.advances.clear()
            self.advances[word] = total
        return total

    def shape(self, part: str) -> tuple[tuple[Glyph, ...], int]:
        """Return the glyphs of a part of a word and its width, in font units."""
        buffer = self._shaped(part)
        found = []
        x = 0
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            found.append((info.codepoint, x + position.x_offset, position.y_offset))
            x += position.x_advance
        return tuple(found), max(x, 0)

    def _shaped(self, part: str) -> Any:
        buffer = self._file.hb.Buffer()
        buffer.add_str(part)
        buffer.guess_segment_properties()
        # What the language of the machine is must not move a letter.
        buffer.language = "und"
        self._file.hb.shape(self.font, buffer)
        return buffer

    def _shaped_width(self, part: str) -> int:
        positions = self._shaped(part).glyph_positions
        total: int = sum(position.x_advance for position in positions)
        return max(total, 0)


@lru_cache(maxsize=32)
def face(weight: int, italic: bool) -> Face:  # noqa: FBT001
    """Return the family at a weight from 100 to 900, upright or italic."""
    return Face(weight, italic=italic)


@lru_cache(maxsize=2)
def font_file(*, italic: bool) -> FontFile:
    """Return the file of the upright or the italic letters."""
    return FontFile(f"Inter{'-Italic' if italic else ''}[opsz,wght].ttf")


def _is_invisible(character: str) -> bool:
    return (
        unicodedata.category(character) in {"Cf", "Cc", "Cs"} or "\ufe00" <= character <= "\ufe0f"
    )
