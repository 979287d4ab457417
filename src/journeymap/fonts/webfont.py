"""The parts of the fonts that one picture needs, as WOFF files."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from journeymap.fonts.chain import Fonts
from journeymap.fonts.fontfile import OPTICAL_SIZE, FontFile
from journeymap.text import TextStyle

LARGEST = 500_000
"""Bytes of a font inside a picture; the letters of a larger one are left to the viewer."""

_LONGEST = 20_000  # letters that are looked through for what is drawn by rules
_PLACING = ("kern", "mark", "mkmk", "dist", "curs", "abvm", "blwm")
_REPLACING = """
    abvf abvs akhn blwf blws calt ccmp cfar cjct clig fin2 fin3 fina half haln init isol liga ljmo
    locl ltra ltrm med2 medi nukt pref pres pstf psts rclt rkrf rlig rphf rtla rtlm rvrn stch tjmo
    vatu vjmo
""".split()  # noqa: SIM905 - what HarfBuzz and browsers apply unasked
_IDLE = ("STAT", "MVAR", "gasp", "meta", "DSIG", "COLR", "CPAL", "SVG ", "sbix", "CBDT", "CBLC")


class Carried(NamedTuple):
    """A font that goes into a picture."""

    file: FontFile
    italic: bool
    weights: tuple[int, int]
    data: bytes


class Written:
    """The texts of one picture, sorted by the fonts that draw them."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._words: dict[tuple[int, bool], dict[str, None]] = {}
        self._found: list[tuple[tuple[FontFile, bool], _Use]] | None = None

    def add(self, text: str, style: TextStyle) -> None:
        """Note one line of text."""
        self._found = None
        words = self._words.setdefault((style.weight, style.italic), {})
        words.update(dict.fromkeys(text.split(" ")))

    def carried(self) -> Iterator[Carried]:
        """Yield the fonts to carry along, the theme's first."""
        for (file, italic), use in self._uses():
            if not file.may_be_embedded:
                continue
            data = use.subset(file)
            if len(data) <= LARGEST:
                yield Carried(file, italic, (min(use.weights), max(use.weights)), data)

    def left_out(self) -> Iterator[tuple[FontFile, str]]:
        """Yield the fonts that are not carried along, each with the reason."""
        for (file, _), use in self._uses():
            if not file.may_be_embedded:
                yield file, "its licence bits forbid it"
            elif len(data := use.subset(file)) > LARGEST:
                yield file, f"it would take {len(data) // 1000} kB"

    def _uses(self) -> list[tuple[tuple[FontFile, bool], _Use]]:
        if self._found is None:
            self._found = self._sorted()
        return self._found

    def _sorted(self) -> list[tuple[tuple[FontFile, bool], _Use]]:
        found: dict[tuple[FontFile, bool], _Use] = {}
        for (weight, italic), words in sorted(self._words.items()):
            for word in words:
                for text, by in self._fonts.parts(word, weight, italic):
                    if isinstance(by, FontFile):
                        use = found.setdefault((by, italic), _Use())
                        use.weights.setdefault(weight, []).append(text)
        return sorted(found.items(), key=lambda item: (item[0][0].tag, item[0][1]))


class _Use:
    """What a picture writes in one font: the parts of words at each weight."""

    def __init__(self) -> None:
        self.weights: dict[int, list[str]] = {}
        self._subset: bytes | None = None

    def subset(self, file: FontFile) -> bytes:
        """Return the part of the font that it takes, once all is written."""
        if self._subset is None:
            self._subset = self._cut(file)
        return self._subset

    def _cut(self, file: FontFile) -> bytes:
        characters = frozenset().union(*(part for parts in self.weights.values() for part in parts))
        texts = [(weight, " ".join(parts)) for weight, parts in self.weights.items()]
        is_long = sum(len(text) for _, text in texts) > _LONGEST
        return subset(
            file,
            characters,
            frozenset(self.weights),
            replacing=is_long or any(file.at(weight).substitutes(text) for weight, text in texts),
        )


def subset(
    file: FontFile, characters: frozenset[str], weights: frozenset[int], *, replacing: bool = True
) -> bytes:
    """Return a WOFF 1 file with some letters of a font, the same bytes for the same input.

    Args:
        file: The font.
        characters: The characters that are written; those that the font lacks are passed over.
        weights: The weights that are in use; the file holds the range from least to greatest.
        replacing: Whether to keep the rules that put other glyphs in the place of letters.
    """
    key = (characters, weights, replacing)
    return file.remembered(key, lambda: _woff(_cut(file, characters, weights, replacing=replacing)))


def _cut(
    file: FontFile, characters: frozenset[str], weights: frozenset[int], *, replacing: bool
) -> bytes:
    flags = file.hb.SubsetFlags
    wanted = file.hb.SubsetInput()
    wanted.flags = flags.NO_HINTING | flags.OPTIMIZE_IUP_DELTAS
    wanted.unicode_set.update(map(ord, sorted(characters | {" "})))
    wanted.name_id_set.clear()
    wanted.layout_feature_tag_set.clear()
    wanted.layout_feature_tag_set.update(map(_number, _PLACING))
    if replacing:
        wanted.layout_feature_tag_set.update(map(_number, _REPLACING))
    wanted.drop_table_tag_set.update(map(_number, (*_IDLE, *(() if replacing else ("GSUB",)))))
    for tag in sorted(file.axes):
        if tag == "opsz":
            wanted.pin_axis_location(file.face, tag, OPTICAL_SIZE)
        elif tag != "wght":
            wanted.pin_axis_to_default(file.face, tag)
    if "wght" in file.axes:
        lightest, boldest = (file.at(weight).weight for weight in (min(weights), max(weights)))
        if lightest == boldest:
            wanted.pin_axis_location(file.face, "wght", float(lightest))
        else:
            wanted.set_axis_range(file.face, "wght", float(lightest), float(boldest))
    data: bytes = file.hb.subset(file.face, wanted).blob.data
    return data


def _number(tag: str) -> int:
    return int.from_bytes(tag.encode(), "big")


def _woff(font: bytes) -> bytes:
    """Return a TrueType file in the wrapper of https://www.w3.org/TR/WOFF/."""
    flavor, count = struct.unpack_from(">4sH", font)
    size = 12 + 16 * count
    directory, tables = b"", b""
    for index in range(count):
        tag, checksum, start, length = struct.unpack_from(">4sLLL", font, 12 + 16 * index)
        table = font[start : start + length]
        # Of two that are as long, the plain one: equal lengths say that nothing was packed.
        packed = min(table, zlib.compress(table, 9), key=len)
        place = 44 + 20 * count + len(tables)
        directory += struct.pack(">4sLLLL", tag, place, len(packed), length, checksum)
        tables += packed + bytes(-len(packed) % 4)
        size += length + -length % 4
    total = 44 + len(directory) + len(tables)
    header = (b"wOFF", flavor, total, count, 0, size, 1, 0, 0, 0, 0, 0, 0)
    return struct.pack(">4s4sLHHLHHLLLLL", *header) + directory + tables
