"""The fonts: how wide words are, how letters look, and the part of them that goes into a picture.

`chain` decides which font draws which letter; `inter` is the chain that is used unless the user
names fonts (`named`); `glyphs` draws lines as shapes, `webfont` cuts a font for an SVG.
"""

from journeymap.fonts.chain import Fonts
from journeymap.fonts.inter import INTER, measure, missing
from journeymap.fonts.named import fonts_of
from journeymap.fonts.notes import notes

__all__ = ["INTER", "Fonts", "fonts_of", "measure", "missing", "notes"]
