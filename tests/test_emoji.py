# ruff: noqa: E501, SIM905 - rows of signs
"""Emoji: drawn, as wide as they are measured, seen on any ground, and found in a PDF."""

import io
import re
from xml.etree import ElementTree as ET

import pypdf
import pytest
from hypothesis import given

import strategies
from journeymap.backends.raster import to_pdf, to_png
from journeymap.backends.svg import to_svg
from journeymap.fonts import emoji_table, glyphs, inter
from journeymap.geometry import Point
from journeymap.scene import Scene, Text
from journeymap.text import TextStyle

STYLE = TextStyle(20)
SVG = "{http://www.w3.org/2000/svg}"
COMMON = (
    "😀 🙂 😐 🙁 😢 😡 😍 🤔 😱 😴 😎 🥳 😤 😕 😟 😊 😂 🙄 👍 👎 👏 🙏 💪 👀 🤝 👤 👥 👋 ✋ ⭐ 🌟 💡 🚨 🎯 🔗 📌 📍 🔥 💰 💳 💸"
    " 📈 📉 📊 🧾 📧 ✉️ 📞 📱 💻 🖥 📦 🚚 🚀 🏁 🏆 🎁 🎉 ❤️ 💔 ✅ ❌ ⚠️ ❓ ❗ ➕ ➖ ⏰ ⏳ 📅 🔒 🔑 🔍 ⚙️ 🛠 🛒 🏠 🏢 🌍 ☕ 🍕 🧠 🤖 👶"
).split()
ALL = [*emoji_table.LAYERS, *emoji_table.ALIKE, *emoji_table.FLIPPED, *emoji_table.TURNED]
BLACK, WHITE, DARK = "#000000", "#ffffff", "#12161f"


def shape(text):
    ((found, x, y),) = glyphs.placed(text, STYLE)
    assert (x, y) == (0, 0)
    return found


def scene(text, size=(400, 60), ground=WHITE):
    line = Text(Point(10, 40), text, inter.measure(text, STYLE), STYLE, BLACK)
    return Scene(*size, ground, (line,), "Emoji")


def luminance(color):
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first, second):
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("sign", [*COMMON, *(sign + "\ufe0f" for sign in ALL)])
def test_an_emoji_is_a_drawing_inside_its_width(sign):
    found = shape(sign)
    assert found.is_colored
    assert not found.lacking
    assert inter.measure(sign, TextStyle(100)) == pytest.approx(125, abs=0.1)
    for layer in found.layers:
        margin = layer.width / 2
        xs = [n for _, numbers in layer.commands for n in numbers[::2]]
        ys = [n for _, numbers in layer.commands for n in numbers[1::2]]
        assert min(xs) - margin >= 0
        assert max(xs) + margin <= 1250
        assert min(ys) - margin >= -1000
        assert max(ys) + margin <= 290


@pytest.mark.parametrize("sign", [*emoji_table.LAYERS, "1️⃣", "🇷🇺"])
def test_an_emoji_is_seen_on_light_and_dark(sign):
    edge = shape(sign + "\ufe0f").layers[0].color
    assert contrast(edge, WHITE) >= 3
    assert contrast(edge, DARK) >= 3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("👍🏽", "e1f44d"), ("👋🏿", "e1f44b"), ("🤷\u200d♂️", "e1f464"), ("👨\u200d👩\u200d👧", "e1f465"),
        ("👩🏻\u200d💻", "e1f464"), ("😃", "e1f600"), ("1️⃣", "key-31"), ("#⃣", "key-23"),
        ("🇷🇺", "flag-52-55"), ("❤️", "e2764"),
    ],
)  # fmt: skip
def test_a_sequence_is_one_drawing(text, name):
    assert shape(text).name == name


@pytest.mark.parametrize("text", ["🏴\u200d☠️", "🐻\u200d❄️", "🦄", "❤️\u200d🔥"])
def test_a_sequence_without_a_drawing_is_one_frame(text):
    found = shape(text)
    assert found.lacking == text[0]
    assert not found.is_colored


@pytest.mark.parametrize("sign", "→★✓☆▶©❤⚠☀♥")
def test_signs_of_the_font_stay_letters(sign):
    assert not shape(sign).is_colored
    assert not shape(sign).lacking


def test_upside_down_and_turned():
    up, down = shape("👍").layers[0].commands, shape("👎").layers[0].commands
    middle = -362
    assert [n[1] - middle for _, n in down if n] == pytest.approx(
        [middle - n[1] for _, n in up if n], abs=1
    )
    right, left = shape("👉").layers[0].commands, shape("👈").layers[0].commands
    assert [n[0] for _, n in left if n] == pytest.approx(
        [1250 - n[0] for _, n in right if n], abs=1
    )


def test_emoji_have_colours_in_an_image():
    cairocffi = pytest.importorskip("cairocffi")
    surface = cairocffi.ImageSurface.create_from_png(io.BytesIO(to_png(scene("🙂 ok"))))
    row = bytes(surface.get_data())[4 * 400 * 32 :][: 4 * 400]
    pixels = {tuple(row[4 * x + k] for k in (2, 1, 0)) for x in range(10, 36)}
    assert (255, 211, 77) in pixels


@pytest.mark.parametrize("ground", [WHITE, DARK])
def test_emoji_of_a_document_can_be_found(ground):
    text = "Ура 🙂 👍🏽 1️⃣ 🇷🇺 👩\u200d💻 🦄 ok"
    lines = tuple(
        Text(Point(10, 40 + 30 * at), text, inter.measure(text, STYLE), STYLE, BLACK)
        for at in range(4)
    )
    data = to_pdf(Scene(500, 200, ground, lines, "Emoji"))
    (page,) = pypdf.PdfReader(io.BytesIO(data)).pages
    assert page.extract_text().count(text) == 4


@pytest.mark.parametrize("mode", ["embed", "outline", "paths"])
def test_emoji_of_an_svg_are_shapes(mode):
    document = to_svg(scene("Ура 🙂 ok 🙂"), text=mode)
    assert document.count("#ffd34d") == (2 if mode == "paths" else 1)
    root = ET.fromstring(document)  # noqa: S314 - our own
    if mode != "paths":
        assert len(re.findall(r'href="#jm-\w+-e1f642"', document)) == 2
        words = "".join(next(root.iter(f"{SVG}text")).itertext())
        assert words == "Ура 🙂 ok 🙂"


def test_live_text_leaves_the_room_of_the_shapes():
    root = ET.fromstring(to_svg(scene("Ура 🙂 ok")))  # noqa: S314 - our own
    spans = list(root.iter(f"{SVG}tspan"))
    assert [span.text for span in spans] == ["Ура ", "🙂", " ok"]
    assert [span.get("fill") for span in spans] == [None, "transparent", None]
    starts = [float(span.get("x")) for span in spans]
    widths = [float(span.get("textLength")) for span in spans]
    assert starts[0] == 10
    assert starts[1] == pytest.approx(starts[0] + widths[0], abs=0.02)
    assert starts[2] == pytest.approx(starts[1] + widths[1], abs=0.02)
    assert sum(widths) == pytest.approx(inter.measure("Ура 🙂 ok", STYLE), abs=0.03)


def test_the_viewer_draws_emoji_in_system_fonts_and_beside_leftward_scripts():
    svg = to_svg(scene("Ура 🙂 ok"), text="system")
    assert "<use" not in svg
    assert "transparent" not in svg
    assert re.findall(">([^<>]+)</tspan>", svg) == ["Ура ", "🙂", " ok"]
    assert "tspan" not in to_svg(scene("سلام 🙂"))


def test_emoji_of_a_line_that_runs_leftwards_are_left_to_the_viewer():
    line = Text(Point(10, 20), "family 😀 happy", 90.0, STYLE, "#000000", leftwards=True)
    svg = to_svg(Scene(100, 40, "#ffffff", (line,)))
    assert "<tspan" not in svg
    assert 'direction="rtl"' in svg


def test_letters_that_no_font_has_have_a_width_of_their_own():
    svg = to_svg(scene("Jan \u0378\u0379 Jo \ufdd5"), text="system")
    assert re.findall(">([^<>]+)</tspan>", svg) == ["Jan ", "\u0378\u0379 ", "Jo ", "\ufdd5"]
    # Alone there is nothing beside them that they could stretch.
    assert "tspan" not in to_svg(scene("\u0378\u0379"), text="system")


@pytest.mark.parametrize("mode", ["embed", "system"])
@given(strategies.texts(30))
def test_live_text_in_parts_is_the_same_text(mode, text):
    root = ET.fromstring(to_svg(scene(text + " 🙂\u0378 x"), text=mode))  # noqa: S314 - our own
    element = next(root.iter(f"{SVG}text"))
    assert "".join(element.itertext()) == text + " 🙂\u0378 x"
    starts = [float(span.get("x")) for span in element]
    assert starts == sorted(starts)
