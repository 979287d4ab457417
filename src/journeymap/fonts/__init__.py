"""The font: how wide words are, how letters look, and the part of it that goes into a picture.

`inter` measures, `outlines` and `glyphs` draw letters as shapes, `webfont` cuts a font for an SVG.
"""

from journeymap.fonts.inter import measure, missing

__all__ = ["measure", "missing"]
