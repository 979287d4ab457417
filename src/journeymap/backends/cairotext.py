"""Lines of text drawn straight onto a Cairo surface, where CairoSVG would ask the machine's fonts.

CairoSVG meets an empty `text` element for each line (the text mode `marks`), in the order of
painting, and the surface below draws the line that belongs to it. A letter's shape is recorded
once; that makes text ten times as fast as paths in the SVG would be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from journeymap.backends.notation import color
from journeymap.fonts import Fonts, glyphs
from journeymap.fonts.outlines import UNITS, Command, Shape
from journeymap.scene import Scene, Text, texts

Pen = Callable[[Text], None]
MakePen = Callable[[Any, Fonts], Pen]

_ROUND = 1  # of Cairo, for the ends of lines as for their corners


def draw(
    surface_class: Any,
    scene: Scene,
    document: str,
    output: Any,
    *,
    pen: MakePen,
    **options: Any,
) -> None:
    """Draw a scene on one of CairoSVG's surfaces and write it to `output`.

    Args:
        surface_class: A subclass of `cairosvg.surface.Surface`.
        scene: What is drawn.
        document: The same scene as SVG, an empty `text` element for each line.
        output: A binary file.
        pen: What makes, from a Cairo context and the fonts, the function that writes one line.
        options: What else the surface takes, such as `scale`.
    """
    from cairosvg.parser import Tree  # noqa: PLC0415

    tree = Tree(bytestring=document.encode())
    surface = _with_own_text(surface_class)
    lines = texts(scene.items)

    def make_pen(context: Any) -> Pen:
        return pen(context, scene.fonts)

    surface(tree, output, 96, lines=lines, make_pen=make_pen, **options).finish()


@lru_cache(maxsize=8)
def _with_own_text(surface_class: Any) -> Any:
    """Return a surface that draws as `surface_class` does, save for text."""

    class OwnTextSurface(surface_class):  # type: ignore[misc]
        def __init__(
            self,
            *arguments: Any,
            lines: Iterator[Text],
            make_pen: Callable[[Any], Pen],
            **options: Any,
        ) -> None:
            self._lines = lines
            self._make_pen = make_pen
            self._pen: Pen | None = None
            super().__init__(*arguments, **options)

        def draw(self, node: Any) -> None:
            if node.tag != "text":
                super().draw(node)
                return
            if self._pen is None:
                self._pen = self._make_pen(self.context)
            self._pen(next(self._lines))

    return OwnTextSurface


def shape_pen(context: Any, fonts: Fonts) -> Pen:
    """Return what draws lines of text as shapes."""
    from cairocffi import cairo, ffi  # noqa: PLC0415

    recorded: dict[Shape, Any] = {}
    # Through Cairo's own functions: cairocffi would build each recorded path anew to append it.
    pointer = context._pointer  # noqa: SLF001

    def record(shape: Shape) -> Any:
        context.save()
        context.identity_matrix()
        context.new_path()
        trace(context, shape.commands)
        path = ffi.gc(cairo.cairo_copy_path(pointer), cairo.cairo_path_destroy)
        context.new_path()
        context.restore()
        recorded[shape] = path
        return path

    def write(line: Text) -> None:
        placed = glyphs.placed(line.text, line.style, fonts, leftwards=line.leftwards)
        paths = [recorded[shape] if shape in recorded else record(shape) for shape, _, _ in placed]
        context.save()
        context.new_path()
        context.translate(line.origin.x, line.origin.y)
        context.scale(line.style.size / UNITS)
        at_x = at_y = 0
        for path, (_, x, y) in zip(paths, placed, strict=True):
            context.translate(x - at_x, y - at_y)
            at_x, at_y = x, y
            cairo.cairo_append_path(pointer, path)
        context.set_source_rgb(*channels(line.fill))
        context.fill()
        context.restore()
        pictures(context, line, placed)

    return write


def pictures(context: Any, line: Text, placed: Iterable[glyphs.Placed]) -> None:
    """Draw the shapes of a line that have colours of their own."""
    for shape, x, y in placed:
        if not shape.is_colored:
            continue
        context.save()
        context.translate(line.origin.x, line.origin.y)
        context.scale(line.style.size / UNITS)
        context.translate(x, y)
        for layer in shape.layers:
            trace(context, layer.commands)
            context.set_source_rgb(*channels(layer.color))
            if layer.width:
                context.set_line_width(layer.width)
                context.set_line_cap(_ROUND)
                context.set_line_join(_ROUND)
                context.stroke()
            else:
                context.fill()
        context.restore()


def trace(context: Any, commands: tuple[Command, ...]) -> None:
    """Lay an outline; Cairo knows cubic curves only."""
    x = y = 0.0
    for letter, numbers in commands:
        if letter == "M":
            context.move_to(*numbers)
        elif letter == "L":
            context.line_to(*numbers)
        elif letter == "C":
            context.curve_to(*numbers)
        elif letter == "Q":
            middle_x, middle_y, end_x, end_y = numbers
            context.curve_to(
                (x + 2 * middle_x) / 3,
                (y + 2 * middle_y) / 3,
                (end_x + 2 * middle_x) / 3,
                (end_y + 2 * middle_y) / 3,
                end_x,
                end_y,
            )
        else:
            context.close_path()
        if numbers:
            x, y = numbers[-2:]


def channels(fill: str) -> tuple[float, float, float]:
    """Return red, green and blue from 0 to 1."""
    digits = color(fill)
    red, green, blue = (int(digits[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue
