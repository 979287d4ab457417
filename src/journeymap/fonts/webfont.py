"""The part of the typeface that one picture needs, as a WOFF file."""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache

from journeymap.fonts import inter


@lru_cache(maxsize=32)
def subset(characters: frozenset[str], weights: frozenset[int], *, italic: bool = False) -> bytes:
    """Return a WOFF 1 file with the letters of `characters`, the same bytes for the same input.

    Args:
        characters: The characters that are written; those that the font lacks are passed over.
        weights: The weights that are in use; the file holds the range from least to greatest.
        italic: Whether the letters are slanted.
    """
    source = inter.font_file(italic=italic)
    wanted = source.hb.SubsetInput()
    wanted.flags = source.hb.SubsetFlags.NO_HINTING
    wanted.unicode_set.update(map(ord, sorted(characters | {" "})))
    wanted.pin_axis_location(source.face, "opsz", inter.OPTICAL_SIZE)
    lightest, boldest = (min(max(weight, 100), 900) for weight in (min(weights), max(weights)))
    if lightest == boldest:
        wanted.pin_axis_location(source.face, "wght", float(lightest))
    else:
        wanted.set_axis_range(source.face, "wght", float(lightest), float(boldest))
    return _woff(source.hb.subset(source.face, wanted).blob.data)


def _woff(font: bytes) -> bytes:
    """Return a TrueType file in the wrapper of https://www.w3.org/TR/WOFF/."""
    flavor, count = struct.unpack_from(">4sH", font)
    size = 12 + 16 * count
    directory, tables = b"", b""
    for index in range(count):
        tag, checksum, start, length = struct.unpack_from(">4sLLL", font, 12 + 16 * index)
        table = font[start : start + length]
        packed = min(zlib.compress(table, 9), table, key=len)
        place = 44 + 20 * count + len(tables)
        directory += struct.pack(">4sLLLL", tag, place, len(packed), length, checksum)
        tables += packed + bytes(-len(packed) % 4)
        size += length + -length % 4
    total = 44 + len(directory) + len(tables)
    header = (b"wOFF", flavor, total, count, 0, size, 1, 0, 0, 0, 0, 0, 0)
    return struct.pack(">4s4sLHHLHHLLLLL", *header) + directory + tables
