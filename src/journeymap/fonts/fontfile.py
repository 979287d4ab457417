"""One font file, opened once, and its letters at one weight.

Widths are kept in font units, so that a size is one multiplication and the same on every machine.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Callable, Hashable, Iterator
from functools import cached_property, lru_cache
from typing import Any

from journeymap.fonts import outlines
from journeymap.fonts.outlines import Command, Layer, Pen, Shape

UNITS = 2048
"""Font units in one em, whatever the file has."""

OPTICAL_SIZE = 14.0
"""The only design in use: letters for reading; the display cut has other widths."""

Glyph = tuple[int, int, int]
"""The number of a glyph in the font, and where it stands in font units, y upwards."""

_OUTLINES = frozenset({"glyf", "CFF ", "CFF2"})
_KEPT_SUBSETS = 32
_FAMILY_NAMES = (16, 1)  # of the `name` table: the whole family's, that of its four basic styles


class FontFile:
    """One font of a file.

    Attributes:
        tag: What tells it from other fonts of the same picture.
        place: Where it comes from: nothing for the library's own, `named` or `system`.
    """

    def __init__(self, data: bytes, index: int = 0, *, tag: str = "", place: str = "") -> None:
        import uharfbuzz  # noqa: PLC0415

        self.hb = uharfbuzz
        self.tag = tag
        self.place = place
        self.face = uharfbuzz.Face(uharfbuzz.Blob(data), index)
        self.characters = frozenset(map(chr, self.face.unicodes))
        self.axes = {axis.tag: axis for axis in self.face.axis_infos}
        self.subsets: dict[Hashable, bytes] = {}
        self._drawn: dict[str, bool] = {}
        self._faces: dict[int, Face] = {}

    def at(self, weight: int) -> Face:
        """Return the letters at a weight, or at the nearest that the file has."""
        axis = self.axes.get("wght")
        if axis is None:
            weight = self.weight
        else:
            weight = round(min(max(weight, axis.min_value), axis.max_value))
        found = self._faces.get(weight)
        if found is None:
            found = self._faces[weight] = Face(self, weight)
        return found

    def draws(self, cluster: str) -> bool:
        """Tell whether the font has all that it takes to draw one letter of a text."""
        found = self._drawn.get(cluster)
        if found is None:
            seen = [part for part in cluster if not is_invisible(part)]
            found = bool(seen) and self.characters.issuperset(seen) and self.at(400).draws(cluster)
            self._drawn[cluster] = found
        return found

    def remembered(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """Return a part of the font for a picture, made unless it was made before."""
        found = self.subsets.get(key)
        if found is None:
            if len(self.subsets) >= _KEPT_SUBSETS:
                self.subsets.clear()
            found = self.subsets[key] = make()
        return found

    @property
    def has_outlines(self) -> bool:
        """Whether letters are drawn as outlines, not only as bitmaps."""
        return bool(_OUTLINES.intersection(self.face.table_tags))

    @cached_property
    def name(self) -> str:
        """The name of the family."""
        names = (self.face.get_name(number) for number in _FAMILY_NAMES)
        return next(filter(None, names), "a font without a name")

    @cached_property
    def weight(self) -> int:
        """The weight of a file with one weight, from 1 to 1000."""
        table = self._table("OS/2")
        weight = struct.unpack_from(">H", table, 4)[0] if len(table) >= 6 else 400
        return weight if 1 <= weight <= 1000 else 400

    @cached_property
    def italic(self) -> bool:
        """Whether the letters are slanted."""
        table = self._table("OS/2")
        selection = struct.unpack_from(">H", table, 62)[0] if len(table) >= 64 else 0
        return bool(selection & 0x0201)

    @cached_property
    def may_be_embedded(self) -> bool:
        """Whether the file allows a part of it to be carried along (`fsType` of OpenType)."""
        table = self._table("OS/2")
        rights = struct.unpack_from(">H", table, 8)[0] if len(table) >= 10 else 0
        return rights & 0xF != 0x2 and not rights & 0x0300

    def _table(self, tag: str) -> bytes:
        data: bytes = self.face.reference_table(tag).data
        return data


class Face:
    """The letters of a file at one weight."""

    def __init__(self, file: FontFile, weight: int) -> None:
        self.file = file
        self.weight = weight
        self.font = self._font(UNITS)
        self.space = self.width(" ")
        self._shapes: dict[int, Shape] = {}
        self._fonts: dict[int, Any] = {}

    def width(self, part: str) -> int:
        """Return the width of a part of a word in font units."""
        positions = self._shaped(part).glyph_positions
        total: int = sum(position.x_advance for position in positions)
        return max(total, 0)

    def shape(self, part: str, *, leftwards: bool | None = None) -> tuple[tuple[Glyph, ...], int]:
        """Return the glyphs of a part of a word from left to right and its width, in font units.

        Its script says in which direction it runs unless that is given.
        """
        buffer = self._shaped(part, leftwards=leftwards)
        found = []
        x = 0
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            found.append((info.codepoint, x + position.x_offset, position.y_offset))
            x += position.x_advance
        return tuple(found), max(x, 0)

    def draws(self, cluster: str) -> bool:
        """Tell whether one letter of a text comes out as something to be seen."""
        glyphs, _ = self.shape(cluster)
        if not all(number for number, _, _ in glyphs):
            return False
        return cluster.isspace() or any(self.glyph(number).layers for number, _, _ in glyphs)

    def substitutes(self, text: str) -> bool:
        """Tell whether a text is drawn with other glyphs than those of its characters alone."""
        own = {self.font.get_nominal_glyph(ord(character)) for character in set(text)}
        return not own.issuperset([info.codepoint for info in self._shaped(text).glyph_infos])

    def glyph(self, number: int) -> Shape:
        """Return a glyph as a shape."""
        found = self._shapes.get(number)
        if found is None:
            commands = self.outline(number, outlines.UNITS)
            own = round(self.font.get_glyph_h_advance(number) * outlines.UNITS / UNITS)
            layers = (Layer("", commands),) if commands else ()
            name = f"{self.file.tag or 'r'}{self.weight}g{number}"
            found = self._shapes[number] = Shape(name, own, layers)
        return found

    def outline(self, number: int, units: int) -> tuple[Command, ...]:
        """Return the outline of a glyph with `units` to the em, in whole numbers."""
        if units not in self._fonts:
            self._fonts[units] = self._font(units)
        pen = Pen()
        self._fonts[units].draw_glyph_with_pen(number, pen)
        return tuple(pen.commands)

    def written(self, text: str, size: int, middle: tuple[int, int]) -> Iterator[Command]:
        """Yield the outlines of a short text around a point of its baseline."""
        glyphs, advance = self.shape(text)
        left = middle[0] - advance * size / UNITS / 2
        for number, x, _ in glyphs:
            place = (round(left + x * size / UNITS), middle[1])
            for letter, numbers in self.outline(number, size):
                yield letter, tuple(value + place[i % 2] for i, value in enumerate(numbers))

    def _font(self, units: int) -> Any:
        """Return a HarfBuzz font with `units` to the em."""
        font = self.file.hb.Font(self.file.face)
        font.scale = (units, units)
        axes = {"wght": float(self.weight), "opsz": OPTICAL_SIZE}
        wanted = {tag: value for tag, value in axes.items() if tag in self.file.axes}
        if wanted:
            font.set_variations(wanted)
        return font

    def _shaped(self, part: str, *, leftwards: bool | None = None) -> Any:
        buffer = self.file.hb.Buffer()
        buffer.add_str(part)
        buffer.guess_segment_properties()
        if leftwards is not None:
            buffer.direction = "rtl" if leftwards else "ltr"
        # What the language of the machine is must not move a letter.
        buffer.language = "und"
        self.file.hb.shape(self.font, buffer)
        return buffer


@lru_cache(maxsize=4096)
def is_invisible(character: str) -> bool:
    """Tell whether there is nothing to be seen of a character, whatever the font."""
    category = unicodedata.category(character)
    return category in {"Cf", "Cc", "Cs", "Zs", "Zl", "Zp"} or "\ufe00" <= character <= "\ufe0f"
