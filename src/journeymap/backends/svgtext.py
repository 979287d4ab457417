"""Lines of text as SVG elements, in the ways that a picture may carry its letters.

- `embed`: live text, and the letters that it needs as a font inside the file.
- `system`: live text in whatever fonts the reader has, at the width that was measured.
- `outline`: shapes, one `use` per letter, and the text over them, transparent, to find and copy.
- `paths`: one shape per line of text, for renderers that shall ask no font at all.
- `marks`: empty elements in the places of the lines, for a renderer that writes them itself.
"""

from __future__ import annotations

import base64
from typing import Literal, get_args
from xml.etree.ElementTree import Element, SubElement

from journeymap.backends.notation import color, length, number, plain
from journeymap.errors import unknown
from journeymap.fonts import glyphs
from journeymap.fonts.inter import FAMILY
from journeymap.fonts.outlines import UNITS
from journeymap.fonts.webfont import subset
from journeymap.scene import Text
from journeymap.text.bidi import runs_leftwards

TextMode = Literal["embed", "system", "outline", "paths", "marks"]
PUBLIC_MODES: tuple[TextMode, ...] = ("embed", "system", "outline")

_FALLBACKS = "'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', sans-serif"


class Letters:
    """How one picture writes its lines, and what it needs for that."""

    def __init__(self, mode: TextMode, prefix: str) -> None:
        if mode not in get_args(TextMode):
            raise unknown("text mode", mode, PUBLIC_MODES)
        self.mode = mode
        self.shapes: dict[glyphs.Shape, str] = {}
        self._prefix = prefix
        self._written: dict[bool, tuple[set[str], set[int]]] = {}

    @property
    def family(self) -> str:
        """The families to try, the picture's own first, under a name that no other has."""
        own = f"{self._prefix}-{FAMILY}, " if self.mode == "embed" else ""
        return f"{own}{FAMILY}, {_FALLBACKS}"

    def element(self, line: Text) -> Element:
        """Return one line of text as an element."""
        plain(line.text)
        if self.mode == "paths":
            return _path(line)
        if self.mode == "outline":
            return self._outline(line)
        if self.mode == "embed":
            characters, weights = self._written.setdefault(line.style.italic, (set(), set()))
            characters.update(line.text)
            weights.add(line.style.weight)
        live = _live(line, color(line.fill))
        return Element("text") if self.mode == "marks" else live

    def stylesheet(self) -> str:
        """Return the rules that bring the picture's own fonts; empty if there are none."""
        return "".join(
            f'@font-face{{font-family:"{self._prefix}-{FAMILY}";'
            f"font-style:{'italic' if italic else 'normal'};font-weight:{_range(weights)};"
            f"src:url(data:font/woff;base64,{_font(characters, weights, italic=italic)})"
            ' format("woff")}'
            for italic, (characters, weights) in sorted(self._written.items())
        )

    def definitions(self) -> list[Element]:
        """Return the shapes that the lines refer to."""
        return [
            Element("path", {"id": name, "d": glyphs.shape_data(shape)})
            for shape, name in self.shapes.items()
        ]

    def _outline(self, line: Text) -> Element:
        group = Element("g")
        attributes = {"transform": _placement(line), "fill": color(line.fill)}
        run = SubElement(group, "g", attributes)
        for shape, x, y in glyphs.placed(line.text, line.style):
            name = self.shapes.get(shape)
            if name is None:
                name = f"{self._prefix}-{shape.name}" if glyphs.shape_data(shape) else ""
                if name:
                    self.shapes[shape] = name
            if name:
                place = {"xlink:href": f"#{name}", "x": str(x)}
                SubElement(run, "use", place | ({"y": str(y)} if y else {}))
        group.append(_live(line, "transparent"))
        return group


def _live(line: Text, fill: str) -> Element:
    """Return text that the reader's program sets, stretched to the width that was measured."""
    style = line.style
    leftwards = runs_leftwards(line.text)
    attributes = {
        "x": number(line.origin.x + line.width if leftwards else line.origin.x),
        "y": number(line.origin.y),
        "font-size": length(style.size),
    }
    if style.weight != 400:
        attributes["font-weight"] = number(style.weight)
    if style.italic:
        attributes["font-style"] = "italic"
    if leftwards:
        attributes["direction"] = "rtl"
    attributes["fill"] = fill
    if line.text and line.width > 0:
        attributes["textLength"] = number(line.width)
        attributes["lengthAdjust"] = "spacingAndGlyphs"
    element = Element("text", attributes)
    element.text = line.text
    return element


def _path(line: Text) -> Element:
    """Return text as a single shape."""
    attributes = {
        "transform": _placement(line),
        "fill": color(line.fill),
        "d": glyphs.path_data(line.text, line.style),
    }
    return Element("path", attributes)


def _placement(line: Text) -> str:
    """Return the transformation that takes outlines to the place and the width of a line."""
    scale = number(line.style.size / UNITS, 5)
    return f"matrix({scale} 0 0 {scale} {number(line.origin.x)} {number(line.origin.y)})"


def _range(weights: set[int]) -> str:
    least, greatest = min(weights), max(weights)
    return f"{least}" if least == greatest else f"{least} {greatest}"


def _font(characters: set[str], weights: set[int], *, italic: bool) -> str:
    data = subset(frozenset(characters), frozenset(weights), italic=italic)
    return base64.b64encode(data).decode("ascii")
