"""Widths and outlines of the typeface that comes with the library."""

import hashlib
import math
import os
import struct
import subprocess
import sys
import zlib
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.fonts import chain, fontfile, glyphs, inter, webfont
from journeymap.fonts.outlines import path_data
from journeymap.fonts.webfont import Written, subset
from journeymap.text import TextStyle, wrap
from journeymap.text.bidi import visual_order

STYLE = TextStyle(16)
ROMAN, SLANTED = inter.font_file(italic=False), inter.font_file(italic=True)
any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def ink(commands):
    xs = [x for _, numbers in commands for x in numbers[::2]]
    return (min(xs), max(xs)) if xs else (0, 0)


@given(any_text, st.sampled_from([100, 400, 600, 900]), st.booleans())
def test_every_text_has_a_width(text, weight, italic):
    width = inter.measure(text, TextStyle(16, weight, italic))
    assert math.isfinite(width)
    assert width >= 0
    assert inter.measure(text, TextStyle(32, weight, italic)) == width * 2


@given(
    st.lists(st.text(st.characters(exclude_characters=" ", exclude_categories=["Cs"])), min_size=1)
)
def test_a_text_is_as_wide_as_its_words_and_spaces(words):
    total = sum(inter.measure(word, STYLE) for word in words)
    spaces = inter.measure(" ", STYLE) * (len(words) - 1)
    assert inter.measure(" ".join(words), STYLE) == pytest.approx(total + spaces)


def test_letters_kern_and_weigh():
    apart = inter.measure("A", STYLE) + inter.measure("V", STYLE)
    assert inter.measure("AV", STYLE) < apart
    assert inter.measure("карта", TextStyle(16, 700)) > inter.measure("карта", STYLE)
    assert inter.measure("", STYLE) == 0


@pytest.mark.parametrize(
    ("text", "em"),
    [
        ("日", 1), ("Ａ", 1), ("🙂", 1.25), ("👨\u200d👩\u200d👧", 1.25), ("🇷🇺", 1.25), ("س", 0.6),
        ("\u2060", 0), ("\u094d", 0), ("日本", 2),
    ],
)  # fmt: skip
def test_a_letter_that_the_font_lacks_has_a_likely_width(text, em):
    assert inter.measure(text, TextStyle(100)) == pytest.approx(em * 100, abs=0.1)


def test_missing_letters_are_named():
    assert inter.missing("Карта ₽ № → ★ ✓ e\u0301 日🙂\u200d \n") == {"日"}


@pytest.mark.parametrize("text", ["Поездка в банк", "Map — 10 000 ₽", "日本語", "سلام دنیا"])
def test_the_outline_is_as_wide_as_the_measure(text):
    left, right = ink(glyphs.outline(text, STYLE))
    assert left == pytest.approx(0, abs=2)
    assert right == pytest.approx(inter.measure(text, STYLE), abs=2)


@given(any_text)
def test_every_text_has_an_outline(text):
    style = TextStyle(12, 500, italic=True)
    shapes = glyphs.placed(text, style)
    # Marks may stand over their letters, all else stands between start and end.
    assert all(
        math.isfinite(number) for _, numbers in glyphs.outline(text, style) for number in numbers
    )
    assert bool(glyphs.outline(text, style)) == any(shape.layers for shape, _, _ in shapes)


def test_a_right_to_left_line_starts_at_the_right():
    names = [shape.lacking for shape, _, _ in glyphs.placed("אב גד", STYLE)]
    assert names == ["ד", "ג", "ב", "א"]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("one two", "one two"),
        ("אב גד", "גד אב"),
        ("אב map two גד", "גד map two אב"),
        ("map אב גד end", "map גד אב end"),
        ("map אב — גד", "map גד — אב"),
        ("map אב — end", "map אב — end"),
        ("אב 5", "5 אב"),
        ("5 אב", "אב 5"),
    ],
)
def test_words_stand_in_the_order_of_their_script(text, seen):
    assert " ".join(visual_order(text)) == seen


@given(any_text)
def test_reordering_loses_no_word(text):
    assert sorted(visual_order(text)) == sorted(text.split(" "))


def test_relative_and_absolute_outlines_are_the_same():
    shape = glyphs.placed("Ф", STYLE)[0][0]
    data = path_data(shape.commands, 7, 9)
    places = [f"{n + (9 if i % 2 else 7):g}" for i, n in enumerate(shape.commands[0][1])]
    assert data.startswith("M" + " ".join(places))
    assert data.count("z") == sum(letter == "Z" for letter, _ in glyphs.outline("Ф", STYLE))


def test_lines_of_the_real_font_fit():
    text = "Сравниваю тарифы и условия: AVAVAVAVAVAVAVAVAVAV и бизнес-план, 日本語テキスト。"
    for width in range(20, 200, 7):
        assert all(line.width <= width for line in wrap(text, STYLE, width, inter.measure))


def tables(data):
    """Return the tables of a WOFF file."""
    signature, flavor, length, count = struct.unpack_from(">4s4sLH", data)
    assert (signature, length) == (b"wOFF", len(data))
    assert flavor in {b"\x00\x01\x00\x00", b"OTTO"}
    found = {}
    for index in range(count):
        tag, start, packed, full, _ = struct.unpack_from(">4sLLLL", data, 44 + 20 * index)
        table = data[start : start + packed]
        found[tag.decode()] = table if packed == full else zlib.decompress(table)
        assert len(found[tag.decode()]) == full
    return found


def test_a_subset_is_a_small_sound_font():
    data = subset(ROMAN, frozenset("Поездка Map"), frozenset({400, 600}))
    assert {"cmap", "glyf", "fvar", "GPOS"} <= set(tables(data))
    assert not {"STAT", "MVAR", "gasp"} & set(tables(data))
    assert len(data) < 6_000
    assert "fvar" not in tables(subset(ROMAN, frozenset("Map"), frozenset({600})))


def carried(*texts):
    written = Written(inter.INTER)
    for text in texts:
        written.add(text, STYLE)
    (font,) = written.carried()
    return tables(font.data)


def test_rules_that_no_text_needs_stay_at_home():
    assert "GSUB" not in carried("Поездка в банк", "Map")
    # Inter raises a dash between figures and draws an arrow for two signs.
    assert "GSUB" in carried("Map", "2–4")
    assert "GSUB" in carried("a->b")
    assert "GSUB" in carried(*map("".join, product("абвгдежзиклмно", repeat=4)))


@given(st.frozensets(st.characters(exclude_categories=["Cs"]), max_size=20), st.booleans())
def test_any_characters_make_a_font(characters, italic):
    file = SLANTED if italic else ROMAN
    assert subset(file, characters, frozenset({350, 2000})).startswith(b"wOFF")


def test_a_subset_is_the_same_under_any_hash_seed():
    script = (
        "import sys; from journeymap.fonts.inter import font_file;"
        "from journeymap.fonts.webfont import subset;"
        "letters = frozenset('Поездка в банк'), frozenset({400, 700});"
        "sys.stdout.buffer.write(subset(font_file(italic=False), *letters))"
    )
    found = {
        subprocess.run(  # noqa: S603 - the program is this very interpreter
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_the_memory_of_words_is_bounded(monkeypatch):
    monkeypatch.setattr(chain, "_CACHED_WORDS", 50)
    monkeypatch.setattr(glyphs, "_CACHED_WORDS", 50)
    monkeypatch.setattr(fontfile, "_KEPT_SUBSETS", 5)
    fonts = chain.Fonts(inter.font_file)
    for index in range(200):
        word = f"word{index}日"
        fonts.measure(word, STYLE)
        glyphs.placed(word, STYLE, fonts)
        subset(ROMAN, frozenset(str(index)), frozenset({400}))
    fonts.measure("x" * 1000, STYLE)
    assert len(fonts.ruler(400, italic=False).advances) <= 50
    assert len(fonts.words) <= 50
    assert len(ROMAN.subsets) <= 5


def plain_tables(font):
    count = struct.unpack_from(">H", font, 4)[0]
    rows = [struct.unpack_from(">4sLLL", font, 12 + 16 * index) for index in range(count)]
    return {tag.decode(): font[start : start + length] for tag, _, start, length in rows}


@pytest.mark.parametrize("length", range(20, 140))
def test_a_table_that_packing_makes_no_shorter_stands_as_it_is(length):
    # Equal lengths tell a reader that nothing was packed.
    noise = hashlib.shake_256(b"noise").digest(length)
    table = noise[: length * 2 // 3] + bytes(length - length * 2 // 3)
    font = struct.pack(">LHHHH4sLLL", 0x10000, 1, 0, 0, 0, b"hmtx", 0, 28, length) + table
    assert tables(webfont._woff(font)) == plain_tables(font) == {"hmtx": table}
