"""The typeface that is measured and drawn: Inter, which comes as a package of its own."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from journeymap.fonts.chain import Fonts
from journeymap.fonts.fontfile import FontFile
from journeymap.text import TextStyle

FAMILY = "Inter"


@lru_cache(maxsize=2)
def font_file(*, italic: bool) -> FontFile:
    """Return the file of the upright or the italic letters."""
    import fontpkg_inter  # noqa: PLC0415

    name = f"Inter{'-Italic' if italic else ''}[opsz,wght].ttf"
    path = Path(fontpkg_inter.__file__).parent / "files" / name
    return FontFile(path.read_bytes(), tag="i" if italic else "")


INTER = Fonts(font_file)
"""Inter and the emoji of our own, and nothing else: the same on every machine."""


def measure(text: str, style: TextStyle) -> float:
    """Return the width of `text` in px, its words shaped one by one.

    A letter that the font lacks counts as wide as readers' own fonts are likely to draw it.
    """
    return INTER.measure(text, style)


def missing(text: str) -> frozenset[str]:
    """Return the visible characters of `text` for which there is neither a letter nor a drawing."""
    return INTER.missing(text)
