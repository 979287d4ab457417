"""Lines of text as text of a PDF: to be searched, selected and read aloud.

The letters are a user font of Cairo, so each shape stands in the file once and no library but
Cairo itself is needed. cairocffi does not know user fonts; the few functions are declared here.
A glyph has one colour, so an emoji is a glyph too small to be seen, to be found and copied, and
shapes over it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from weakref import WeakValueDictionary

from journeymap.backends.cairotext import channels, pictures, trace
from journeymap.fonts import Fonts, glyphs
from journeymap.fonts.outlines import UNITS, Shape
from journeymap.scene import Text
from journeymap.text.bidi import runs_leftwards

_DECLARATIONS = """
typedef struct { unsigned long index; double x; double y; } glyph_t;
typedef struct { int bytes; int glyphs; } cluster_t;
typedef struct { double x_bearing, y_bearing, width, height, x_advance, y_advance; } extents_t;
typedef int (*render_t)(void *, unsigned long, void *, extents_t *);
typedef struct { double ascent, descent, height, max_x_advance, max_y_advance; } font_extents_t;
typedef int (*init_t)(void *, void *, font_extents_t *);
void *cairo_user_font_face_create(void);
void cairo_user_font_face_set_init_func(void *, init_t);
void cairo_user_font_face_set_render_glyph_func(void *, render_t);
void cairo_font_face_destroy(void *);
void *cairo_scaled_font_get_font_face(void *);
void cairo_set_font_face(void *, void *);
void cairo_set_font_size(void *, double);
void cairo_show_text_glyphs(
    void *, const char *, int, const glyph_t *, int, const cluster_t *, int, int);
"""
_ROOM = 8.0  # em; the frame of a whole Indic syllable fits
# What stands for an emoji, hidden by it; Cairo leaves out words with nothing to be drawn.
_DOT = (("M", (625, -362)), ("L", (626, -362)), ("L", (626, -361)), ("Z", ()))
_FAILED = 1  # any status but 0 makes Cairo give up the glyph


class TextPen:
    """Writes lines of text as text on a PDF surface."""

    def __init__(self, context: Any, fonts: Fonts) -> None:
        self._fonts = fonts
        self._ffi, self._library, measure, render = _library()
        self._context = context
        self._numbers: dict[Shape, int] = {}
        self.shapes: list[Shape] = []
        font = self._library.cairo_user_font_face_create()
        self._font = self._ffi.gc(font, self._library.cairo_font_face_destroy)
        self._library.cairo_user_font_face_set_init_func(font, measure)
        self._library.cairo_user_font_face_set_render_glyph_func(font, render)
        self._pointer = _address(self._ffi, context)
        _PENS[int(self._ffi.cast("uintptr_t", font))] = self

    def turn_to(self, context: Any) -> None:
        """Write on another page of the same document from now on."""
        self._context = context
        self._pointer = _address(self._ffi, context)

    def __call__(self, line: Text) -> None:
        """Write one line."""
        scale = line.style.size / UNITS
        self._context.save()
        self._context.set_source_rgb(*channels(line.fill))
        self._library.cairo_set_font_face(self._pointer, self._font)
        self._library.cairo_set_font_size(self._pointer, line.style.size)
        words = glyphs.placed_words(line.text, line.style, self._fonts, leftwards=line.leftwards)
        for word, row in words:
            places = [
                (self._number(shape), line.origin.x + x * scale, line.origin.y + y * scale)
                for shape, x, y in row
            ]
            if places:
                self._show(word, places)
        self._context.restore()
        for _, row in words:
            pictures(self._context, line, row)

    def _number(self, shape: Shape) -> int:
        if shape not in self._numbers:
            self._numbers[shape] = len(self.shapes)
            self.shapes.append(shape)
        return self._numbers[shape]

    def _show(self, word: str, places: list[tuple[int, float, float]]) -> None:
        """Write a word, letter by letter if there are as many letters as shapes.

        The last argument tells that the first letter is the last shape.
        """
        data = word.encode()
        clusters = [(len(letter.encode()), 1) for letter in word]
        if len(clusters) != len(places):
            clusters = [(len(data), len(places))]
        self._library.cairo_show_text_glyphs(
            self._pointer,
            data,
            len(data),
            self._ffi.new("glyph_t[]", places),
            len(places),
            self._ffi.new("cluster_t[]", clusters),
            len(clusters),
            int(runs_leftwards(word)),
        )


# Cairo asks for shapes as late as when it closes a file, perhaps one that an error left open. So
# the function that it calls lives as long as the program, and learns here if the pen still does.
_PENS: WeakValueDictionary[int, TextPen] = WeakValueDictionary()


def _draw_glyph(ffi: Any, target: Any, shape: Shape) -> None:
    """Draw a shape, one em being one unit."""
    import cairocffi  # noqa: PLC0415

    address = cairocffi.ffi.cast("cairo_t *", int(ffi.cast("uintptr_t", target)))
    context = cairocffi.Context._from_pointer(address, incref=True)  # noqa: SLF001
    context.scale(1 / UNITS)
    trace(context, _DOT if shape.is_colored else shape.commands)
    context.fill()


def _address(ffi: Any, context: Any) -> Any:
    """Return a context as our own declarations take it."""
    import cairocffi  # noqa: PLC0415

    return ffi.cast("void *", int(cairocffi.ffi.cast("uintptr_t", context._pointer)))  # noqa: SLF001


@lru_cache(maxsize=1)
def _library() -> tuple[Any, Any, Any, Any]:
    """Return the declarations, the library, and the two functions that it calls back."""
    import cairocffi  # noqa: PLC0415
    import cffi  # type: ignore[import-untyped] # noqa: PLC0415

    ffi = cffi.FFI()
    ffi.cdef(_DECLARATIONS)
    files = ("libcairo.so.2", "libcairo.2.dylib", "libcairo-2.dll")
    library = cairocffi.dlopen(ffi, ("cairo-2", "cairo", "libcairo-2"), files)

    @ffi.callback("init_t", error=_FAILED)  # type: ignore[untyped-decorator]
    def measure(_scaled_font: Any, _target: Any, extents: Any) -> int:
        # What stands out of these bounds is cut off.
        extents.ascent = extents.descent = _ROOM
        extents.height = 2 * _ROOM
        extents.max_x_advance = _ROOM
        return 0

    @ffi.callback("render_t", error=_FAILED)  # type: ignore[untyped-decorator]
    def render(scaled_font: Any, number: int, target: Any, extents: Any) -> int:
        font = library.cairo_scaled_font_get_font_face(scaled_font)
        pen = _PENS.get(int(ffi.cast("uintptr_t", font)))
        if pen is None:
            return _FAILED
        shape = pen.shapes[number]
        _draw_glyph(ffi, target, shape)
        extents.x_advance = shape.width / UNITS
        return 0

    return ffi, library, measure, render
