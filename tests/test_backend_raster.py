"""Scenes as PNG and PDF."""

import builtins
import gc
import io
import struct
import time

import pypdf
import pytest

from journeymap.backends import pdftext
from journeymap.backends.raster import MAX_SIDE, to_pdf, to_png
from journeymap.errors import MissingLibraryError, RenderError
from journeymap.fonts import inter
from journeymap.geometry import Point, Rect
from journeymap.scene import Gradient, Group, Path, Rectangle, Scene, Stop, Stroke, Text
from journeymap.text import TextStyle

STYLE = TextStyle(20, 600)
FADE = Gradient(Point(0, 0), Point(200, 0), (Stop(0, "#ff0000"), Stop(1, "#0000ff")))


def scene(text="Карта map", size=(200, 100), *, plate=None):
    width = inter.measure(text, STYLE)
    line = Text(Point(10, 60), text, width, STYLE, "#000000")
    items = (Rectangle(Rect(0, 0, 200, 30), fill=plate),) if plate else ()
    return Scene(*size, "#ffffff", (*items, Group((line,), "part", link="https://a.b")), "Карта")


def pixels(data):
    """Return the rows of a PNG as lists of (red, green, blue)."""
    cairocffi = pytest.importorskip("cairocffi")
    surface = cairocffi.ImageSurface.create_from_png(io.BytesIO(data))
    width, height, stride = surface.get_width(), surface.get_height(), surface.get_stride()
    raw = bytes(surface.get_data())
    return [
        [tuple(raw[y * stride + 4 * x + k] for k in (2, 1, 0)) for x in range(width)]
        for y in range(height)
    ]


def dark(data):
    """Return the box of all dark pixels: left, top, right, bottom."""
    rows = pixels(data)
    found = [
        (x, y) for y, row in enumerate(rows) for x, pixel in enumerate(row) if sum(pixel) < 300
    ]
    xs, ys = zip(*found, strict=True)
    return min(xs), min(ys), max(xs) + 1, max(ys) + 1


@pytest.mark.parametrize(("scale", "size"), [(1, (200, 100)), (2, (400, 200)), (0.5, (100, 50))])
def test_an_image_has_the_size_of_its_scene(scale, size):
    data = to_png(scene(), scale=scale)
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">LL", data[16:24]) == size


@pytest.mark.parametrize("text", ["Карта map", "日本語", "سلام"])
def test_text_is_drawn_where_it_was_measured(text):
    left, top, right, bottom = dark(to_png(scene(text)))
    assert left == pytest.approx(11, abs=2)
    assert right == pytest.approx(10 + inter.measure(text, STYLE), abs=2)
    assert 40 <= top < bottom <= 68


def test_gradients_and_outlines_are_drawn():
    rows = pixels(to_png(scene(plate=FADE)))
    red, _, blue = rows[10][3]
    assert red > 240
    assert blue < 15
    assert rows[10][197][2] > 240
    cross = Path((("M", (0, 50)), ("L", (200, 50))), None, 1, Stroke("#008000", 4))
    picture = Scene(200, 100, "#ffffff", (cross,))
    assert pixels(to_png(picture))[50][100] == (0, 128, 0)


def test_the_same_scene_is_the_same_bytes():
    assert to_png(scene()) == to_png(scene())
    assert to_pdf(scene()) == to_pdf(scene())


def test_a_document_is_a_page_without_today_in_it():
    data = to_pdf(scene())
    assert data.startswith(b"%PDF")
    assert b"1970" in data
    assert time.strftime("%Y").encode() not in data


def test_text_in_a_document_is_text():
    shapes = to_pdf(scene("abcdefgh" * 4))
    assert len(to_pdf(scene("abcdefgh" * 400))) < len(shapes) + 20_000
    assert b"/Type3" in shapes


@pytest.mark.parametrize(
    "text", ["Поездка в банк — 10 000 ₽", "日本語 map", "👨\u200d👩\u200d👧 ok"]
)
def test_text_in_a_document_can_be_found(text):
    (page,) = pypdf.PdfReader(io.BytesIO(to_pdf(scene(text, size=(400, 100))))).pages
    assert text in page.extract_text()


def test_letters_drawn_as_one_sign_say_what_they_are():
    (page,) = pypdf.PdfReader(io.BytesIO(to_pdf(scene("a->b", size=(400, 100))))).pages
    assert b"/ActualText" in page.get_contents().get_data()


def test_an_error_in_the_middle_of_a_document_harms_nobody(monkeypatch):
    pen = pdftext.TextPen.__call__

    def broken(self, line):
        pen(self, line)
        message = "no more"
        raise MemoryError(message)

    with monkeypatch.context() as patch:
        patch.setattr(pdftext.TextPen, "__call__", broken)
        with pytest.raises(MemoryError):
            to_pdf(scene())
    gc.collect()
    assert to_pdf(scene()) == to_pdf(scene())


@pytest.mark.parametrize("scale", [0, -1, float("nan"), float("inf"), 1e-9, 400.0, 1e300])
def test_impossible_scales_are_refused_at_once(scale):
    with pytest.raises(RenderError, match="impossible"):
        to_png(scene(), scale=scale)


@pytest.mark.parametrize("size", [(MAX_SIDE + 1, 10), (10, 1e6), (20_000, 20_000), (0, 9)])
def test_impossible_sizes_are_refused_at_once(size):
    for draw in (to_png, to_pdf):
        with pytest.raises(RenderError, match="impossible"):
            draw(scene(size=size))


def test_a_missing_library_says_how_to_get_it(monkeypatch):
    honest = builtins.__import__

    def broken(name, *args, **kwargs):
        if name.startswith("cairo"):
            raise OSError("no library called 'cairo-2' was found")
        return honest(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", broken)
    for draw in (to_png, to_pdf):
        with pytest.raises(MissingLibraryError, match="apt-get install libcairo2"):
            draw(scene())
