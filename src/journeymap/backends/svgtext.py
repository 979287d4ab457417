"""Lines of text as SVG elements, in the ways that a picture may carry its letters.

- `embed`: live text, and the letters that it needs as fonts inside the file; emoji as shapes.
- `system`: live text in whatever fonts the reader has, at the width that was measured.
- `outline`: shapes, one `use` per letter, and the text over them, transparent, to find and copy.
- `paths`: one shape per line of text, for renderers that shall ask no font at all.
- `marks`: empty elements in the places of the lines, for a renderer that writes them itself.
"""

from __future__ import annotations

import base64
import re
from typing import Literal, get_args
from unicodedata import combining
from xml.etree.ElementTree import Element, SubElement

from journeymap.backends.notation import color, length, number, plain
from journeymap.errors import unknown
from journeymap.fonts import Fonts, glyphs
from journeymap.fonts.fontfile import FontFile
from journeymap.fonts.inter import FAMILY
from journeymap.fonts.outlines import UNITS, Layer, Shape, path_data
from journeymap.fonts.webfont import Carried, Written
from journeymap.scene import Text
from journeymap.text.bidi import runs_leftwards

TextMode = Literal["embed", "system", "outline", "paths", "marks"]
PUBLIC_MODES: tuple[TextMode, ...] = ("embed", "system", "outline")

_FALLBACKS = "'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', sans-serif"

_IN_A_ROW = re.compile("[ -\u052f\u1e00-\u2bff]*")
"""Letters that stand one beside the other, so that gaps between them join or part nothing."""

_SHORT = 5.0
"""Em; in a text that short another font differs by so little that the gaps can take it."""


class Letters:
    """How one picture writes its lines, and what it needs for that."""

    def __init__(self, mode: TextMode, prefix: str, fonts: Fonts) -> None:
        if mode not in get_args(TextMode):
            raise unknown("text mode", mode, PUBLIC_MODES)
        self.mode = mode
        self._shapes: dict[Shape, str] = {}
        self._prefix = prefix
        self._fonts = fonts
        self._written = Written(fonts)
        self._carried: tuple[Carried, ...] = ()
        self._own: list[Element] = []

    def finish(self) -> None:
        """Make ready what all lines need together; to be called after the last line."""
        self._carried = tuple(self._written.carried())
        if not any(self._written.left_out()):
            for live in self._own:
                # In the very font that was measured there is nothing to stretch.
                del live.attrib["lengthAdjust"]

    @property
    def family(self) -> str:
        """The families to try, the picture's own first, under names that no other has."""
        own = [FAMILY] if self.mode == "embed" else []
        own += [_family(font.file) for font in self._carried]
        names = [f"{self._prefix}-{name}" for name in dict.fromkeys(own)]
        return ", ".join([*names, FAMILY, _FALLBACKS])

    def element(self, line: Text) -> Element:
        """Return one line of text as an element."""
        plain(line.text)
        if self.mode == "paths":
            return self._paths(line)
        if self.mode == "outline":
            return self._outline(line)
        if self.mode == "embed":
            self._written.add(line.text, line.style)
        if self.mode != "marks" and not self._fonts.characters.issuperset(line.text):
            return self._in_runs(line)
        live = _live(line, color(line.fill))
        if self.mode == "embed" and "lengthAdjust" in live.attrib and _is_in_a_row(line.text):
            self._own.append(live)
        return Element("text") if self.mode == "marks" else live

    def stylesheet(self) -> str:
        """Return the rules that bring the picture's own fonts; empty if there are none."""
        return "".join(
            f'@font-face{{font-family:"{self._prefix}-{_family(font.file)}";'
            f"font-style:{'italic' if font.italic else 'normal'};"
            f"font-weight:{_range(font.weights)};"
            f"src:url(data:font/woff;base64,{base64.b64encode(font.data).decode('ascii')})"
            ' format("woff")}'
            for font in self._carried
        )

    def definitions(self) -> list[Element]:
        """Return the shapes that the lines refer to."""
        found = []
        for shape, name in self._shapes.items():
            if shape.is_colored:
                element = Element("g", {"id": name})
                element.extend(_layer(layer) for layer in shape.layers)
            else:
                element = Element("path", {"id": name, "d": path_data(shape.commands)})
            found.append(element)
        return found

    def _outline(self, line: Text) -> Element:
        group = Element("g")
        attributes = {"transform": _placement(line), "fill": color(line.fill)}
        run = SubElement(group, "g", attributes)
        for shape, x, y in glyphs.placed(
            line.text, line.style, self._fonts, leftwards=line.leftwards
        ):
            if shape.layers:
                place = {"xlink:href": self._reference(shape), "x": str(x)}
                SubElement(run, "use", place | ({"y": str(y)} if y else {}))
        group.append(_live(line, "transparent"))
        return group

    def _in_runs(self, line: Text) -> Element:
        """Return live text of which every run has its own width.

        Where the picture brings its letters along, emoji are shapes over letters that are not seen.
        """
        live = _live(line, color(line.fill))
        runs = glyphs.runs(line.text, line.style, self._fonts, leftwards=line.leftwards)
        if len(runs) == 1 and not runs[0].picture:
            return live
        group = Element("g")
        live.text = None
        for name in ("x", "textLength", "lengthAdjust"):
            live.attrib.pop(name, None)
        for run in runs:
            start = number(line.origin.x + run.x)
            span = SubElement(live, "tspan", {"x": start})
            if run.width > 0:
                span.attrib |= {"textLength": number(run.width), "lengthAdjust": "spacingAndGlyphs"}
            span.text = run.text
            if run.picture is not None and self.mode == "embed":
                span.set("fill", "transparent")
                scale = number(line.style.size / UNITS, 5)
                corner = f"{start} {number(line.origin.y)}"
                place = {"transform": f"matrix({scale} 0 0 {scale} {corner})"}
                SubElement(group, "use", place | {"xlink:href": self._reference(run.picture)})
        if not len(group):
            return live
        group.append(live)
        return group

    def _reference(self, shape: Shape) -> str:
        """Return the link to a shape, which `definitions` has then."""
        name = self._shapes.get(shape)
        if name is None:
            name = self._shapes[shape] = f"{self._prefix}-{shape.name}"
        return f"#{name}"

    def _paths(self, line: Text) -> Element:
        """Return text as a single shape; emoji are shapes of their own above it."""
        row = glyphs.placed(line.text, line.style, self._fonts, leftwards=line.leftwards)
        attributes = {"transform": _placement(line), "fill": color(line.fill)}
        words = "".join(path_data(shape.commands, x, y) for shape, x, y in row)
        pictures = [place for place in row if place[0].is_colored]
        if not pictures:
            return Element("path", attributes | {"d": words})
        group = Element("g", attributes)
        SubElement(group, "path", {"d": words})
        for shape, x, y in pictures:
            group.extend(_layer(layer, x, y) for layer in shape.layers)
        return group


def _live(line: Text, fill: str) -> Element:
    """Return text that the reader's program sets, stretched to the width that was measured."""
    style = line.style
    leftwards = runs_leftwards(line.text) if line.leftwards is None else line.leftwards
    attributes = {
        "x": number(line.origin.x + line.width if leftwards else line.origin.x, 1),
        "y": number(line.origin.y, 1),
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
        attributes["textLength"] = number(line.width, 1)
        if not _is_short(line):
            attributes["lengthAdjust"] = "spacingAndGlyphs"
    element = Element("text", attributes)
    element.text = line.text
    return element


def _is_short(line: Text) -> bool:
    """Tell whether gaps between letters can take what another font makes longer or shorter."""
    text = line.text
    if len(text) < 2 or line.width > _SHORT * line.style.size or not text.isprintable():
        return False
    return text.isascii() or (_is_in_a_row(text) and not any(map(combining, text)))


def _is_in_a_row(text: str) -> bool:
    return bool(_IN_A_ROW.fullmatch(text))


def _layer(layer: Layer, x: int = 0, y: int = 0) -> Element:
    """Return one colour of a shape."""
    paint = color(layer.color)
    attributes = {"d": path_data(layer.commands, x, y)}
    if not layer.width:
        return Element("path", attributes | {"fill": paint})
    line = {"stroke-width": str(layer.width), "stroke-linecap": "round", "stroke-linejoin": "round"}
    return Element("path", attributes | {"fill": "none", "stroke": paint} | line)


def _placement(line: Text) -> str:
    """Return the transformation that takes outlines to the place and the width of a line."""
    scale = number(line.style.size / UNITS, 5)
    return f"matrix({scale} 0 0 {scale} {number(line.origin.x)} {number(line.origin.y)})"


def _family(file: FontFile) -> str:
    """Return the name of the family under which a picture carries a font."""
    return FAMILY if file.place == "" else file.tag.removesuffix("-")


def _range(weights: tuple[int, int]) -> str:
    least, greatest = weights
    return f"{least}" if least == greatest else f"{least} {greatest}"
