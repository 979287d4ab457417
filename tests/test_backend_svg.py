"""Scenes as SVG: well-formed, safe, the same bytes, and nobody else's ids."""

import os
import re
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import journeymap as jm
from journeymap.backends import notation
from journeymap.backends.svg import to_svg
from journeymap.errors import OptionError, RenderError
from journeymap.fonts import glyphs, inter
from journeymap.geometry import Point, Rect
from journeymap.scene import Circle, Gradient, Group, Path, Rectangle, Scene, Stop, Stroke, Text
from journeymap.text import TextStyle

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}href"
MODES = ("embed", "system", "outline", "paths")
ELEMENTS = re.compile(
    "svg|title|desc|defs|style|linearGradient|stop|rect|circle|path|g|a|text|tspan|use"
)
ATTRIBUTES = re.compile(
    "id|type|x|y|width|height|rx|cx|cy|r|d|transform|viewBox|role|lang|aria-labelledby|version"
    "|baseProfile|fill|fill-opacity|stroke|stroke-(width|opacity|dasharray|linecap|linejoin)"
    "|x1|y1|x2|y2|gradientUnits|offset|stop-color|stop-opacity|font-(family|size|weight|style)"
    "|letter-spacing|word-spacing|text-anchor|direction|textLength|lengthAdjust"
)
FADE = Gradient(Point(0, 0), Point(9, 9), (Stop(0, "#FF0000"), Stop(1, "#0000ff", 0.5)))
xml_text = st.text(
    st.characters(
        exclude_categories=["Cs"],
        exclude_characters=[*map(chr, range(32)), "\x7f", "\ufffe", "\uffff"],
    ),
    max_size=30,
)


def line(text="Карта map", style=TextStyle(14), x=10.0, **changes):
    values = {"width": inter.measure(text, style), "fill": "#112233"} | changes
    return Text(Point(x, 20), text, style=style, **values)


def scene(*items, **changes):
    values = {"background": "#ffffff", "title": "Map", "language": "ru"} | changes
    return Scene(200, 100, items=items, **values)


def parsed(*items, text="embed", **changes):
    return ET.fromstring(to_svg(scene(*items, **changes), text=text))  # noqa: S314 - our own


@pytest.mark.parametrize("mode", MODES)
@given(text=xml_text, name=xml_text, label=xml_text)
@settings(max_examples=40)
def test_any_text_makes_a_well_formed_file(mode, text, name, label):
    root = parsed(
        Group((line(text),), name=name, label=label), text=mode, title=label, description=text
    )
    if text:
        assert root.find(f"{SVG}desc").text == text
    if mode != "paths":
        assert "".join(next(root.iter(f"{SVG}text")).itertext()) == text


@pytest.mark.parametrize("mode", MODES)
def test_only_known_elements_and_attributes_are_written(mode):
    shapes = (
        Rectangle(Rect(1, 2, 3, 4), 1, FADE, 0.5, Stroke(FADE, 2, (3, 1), 0.5, round=True)),
        Circle(Point(1, 2), 3, "#ABCDEF"),
        Path((("M", (0, 0)), ("C", (1, 1, 2, 2, 3, 3)), ("Z", ())), None, 1, Stroke("#000000")),
        Group((line(), line("курсив", TextStyle(9, 600, italic=True))), "a b", "x", "https://a.b"),
        line("سلام"),
        line("ok 🔗 🙂"),
    )
    document = to_svg(scene(*shapes, description="what"), text=mode)
    for element in ET.fromstring(document).iter():  # noqa: S314 - our own
        assert ELEMENTS.fullmatch(element.tag.removeprefix(SVG))
        for attribute in element.attrib:
            assert attribute.startswith("{") or ATTRIBUTES.fullmatch(attribute)
    assert not re.search(r"nan|inf\b|-0[ \"]|\d\.\d{6}", re.sub(r"base64,[^)]*", "", document))
    assert "\x01" not in document


@pytest.mark.parametrize(
    ("words", "adjust"),
    [("Карта пути клиента", "spacingAndGlyphs"), ("Карта", None), ("К", "spacingAndGlyphs")],
)
def test_live_text_takes_the_width_that_was_measured(words, adjust):
    text = next(parsed(line(words), text="system").iter(f"{SVG}text"))
    wide = inter.measure(words, TextStyle(14))
    assert float(text.get("textLength")) == pytest.approx(wide, abs=0.05)
    assert text.get("lengthAdjust") == adjust
    assert next(parsed(line("")).iter(f"{SVG}text")).get("textLength") is None


def test_right_to_left_text_starts_at_its_right_edge():
    text = next(parsed(line("سلام map", width=50)).iter(f"{SVG}text"))
    assert (text.get("x"), text.get("direction")) == ("60", "rtl")
    text = next(parsed(line("map سلام", width=50)).iter(f"{SVG}text"))
    assert (text.get("x"), text.get("direction")) == ("10", None)


def test_a_description_in_another_language_says_so():
    journey = jm.Journey("Coffee", stages=["Queue"])
    told = jm.swimlane(journey, language="ru", text="system").svg
    assert re.search('<desc [^>]*lang="ru"', told)
    assert not re.search("<desc [^>]*lang=", jm.swimlane(journey, text="system").svg)


def test_a_line_runs_the_way_of_its_paragraph():
    line = Text(Point(10, 20), "CRM !", 40.0, TextStyle(14), "#000000", leftwards=True)
    svg = to_svg(Scene(100, 40, "#ffffff", (line,)), text="system")
    assert 'direction="rtl"' in svg
    assert 'x="50"' in svg
    drawn = [word for word, _ in glyphs.placed_words("CRM !", TextStyle(14), leftwards=True)]
    assert [word for word in drawn if word] == ["!", "CRM"]


def test_outlined_text_can_still_be_found():
    root = parsed(line("Карта"), text="outline")
    assert [text.get("fill") for text in root.iter(f"{SVG}text")] == ["transparent"]
    ids = {element.get("id") for element in root.iter()}
    uses = [use.get(XLINK)[1:] for use in root.iter(f"{SVG}use")]
    assert len(uses) == 5
    assert set(uses) <= ids
    assert len(set(uses)) == 4


def test_embedded_fonts_hold_the_weights_in_use():
    document = to_svg(
        scene(line(style=TextStyle(9, 700)), line(), line(style=TextStyle(9, 500, italic=True)))
    )
    assert document.count("@font-face") == 2
    assert "font-weight:400 700" in document
    assert "font-style:italic;font-weight:500;" in document
    assert "@font-face" not in to_svg(scene(line()), text="system")
    assert "<defs" not in to_svg(scene())


def ids(document):
    root = ET.fromstring(document)  # noqa: S314 - our own
    families = re.findall(r'font-family:"([^"]+)"', document)
    return {element.get("id") for element in root.iter()} - {None} | set(families)


@pytest.mark.parametrize("mode", MODES)
def test_two_pictures_share_no_id(mode):
    items = (Rectangle(Rect(0, 0, 1, 1), fill=FADE), Group((line(),), "part"))
    first, second = (to_svg(scene(*items, title=title), text=mode) for title in "ab")
    assert ids(first)
    assert not ids(first) & ids(second)


def test_references_stay_inside_the_picture():
    parts = (
        Group((line(),), "this part"),
        Group((line(),), "this part"),
        Group((Rectangle(Rect(0, 0, 1, 1), fill=FADE),), link="#this part"),
        Group((), link="#elsewhere"),
    )
    document = to_svg(scene(*parts))
    found = ids(document)
    root = ET.fromstring(document)  # noqa: S314 - our own
    targets = [a.get(XLINK) for a in root.iter(f"{SVG}a")]
    assert targets[0][1:] in found
    assert targets[1] == "#elsewhere"
    assert set(re.findall(r"url\(#([^)]+)\)", document)) <= found
    assert set(root.get("aria-labelledby").split()) <= found
    assert len([e for e in root.iter() if e.get("id")]) == len(
        {e.get("id") for e in root.iter()} - {None}
    )


def test_the_bytes_are_the_same_under_any_hash_seed():
    script = (
        "import sys; sys.path.insert(0, 'tests'); import test_backend_svg as t;"
        "from journeymap.backends.svg import to_svg;"
        "sys.stdout.buffer.write(''.join(to_svg(t.scene(t.line(), t.line('курсив 日', "
        "t.TextStyle(9, 600, italic=True))), text=m) for m in t.MODES).encode())"
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


@pytest.mark.parametrize(
    "bad",
    [
        lambda: scene(background="red"),
        lambda: scene(background="#fff"),
        lambda: scene(background='#ffffff"'),
        lambda: scene(language='ru" onload="x'),
        lambda: scene(title="\x00"),
        lambda: scene(description="\ud800"),
        lambda: scene(line("a\x01b")),
        lambda: scene(line("a\ufffe")),
        lambda: scene(line(fill="url(#x)")),
        lambda: scene(line(x=float("nan"))),
        lambda: scene(line(style=TextStyle(float("inf")), width=1)),
        lambda: scene(Circle(Point(0, 0), -1, "#000000")),
        lambda: scene(Rectangle(Rect(0, 0, float("inf"), 1))),
        lambda: scene(Rectangle(Rect(0, 0, 1, 1), fill="#000000", opacity=2)),
        lambda: scene(Path((("L", (0, 0)),))),
        lambda: scene(Path((("M", (0,)),))),
        lambda: scene(Path((("A", (0, 0)),))),
        lambda: scene(Path((("M", (0, 1e300)),))),
        lambda: scene(Group((), name="\x01")),
        lambda: scene(Group((), link="javascript:alert(1)")),
        lambda: scene(Group((), link="data:text/html,x")),
        lambda: scene(Group((), link=" https://a.b")),
        lambda: scene(Group((), link="https://a.b\n")),
        lambda: scene(Group((), link="https://a.b/\x00")),
        lambda: scene(Group((), link="//a.b")),
        lambda: scene(Group((), link="file:///etc/passwd")),
        lambda: scene(Group((), link="")),
        lambda: Scene(0, 10, "#ffffff", ()),
        lambda: Scene(10, float("nan"), "#ffffff", ()),
    ],
)
@pytest.mark.parametrize("mode", [*MODES, "marks"])
def test_the_impossible_is_refused(bad, mode):
    with pytest.raises(RenderError):
        to_svg(bad(), text=mode)


@pytest.mark.parametrize(
    "target", ["https://a.b/?c=1&d=2#e", "http://пример.рф/путь", "mailto:a@b.c"]
)
def test_links_of_the_web_are_kept(target):
    assert parsed(Group((), link=target)).find(f"{SVG}a").get(XLINK) == target


def test_an_unknown_way_to_carry_text_is_named():
    with pytest.raises(OptionError, match="embed"):
        to_svg(scene(), text="emded")


@given(st.floats(-1e6, 1e6))
def test_numbers_are_short_and_close(value):
    text = notation.number(value)
    assert re.fullmatch(r"-?\d+(\.\d{1,2})?", text)
    assert text != "-0"
    assert float(text) == pytest.approx(value, abs=0.00501)


@given(st.text(max_size=8), st.text(max_size=8))
def test_names_that_differ_have_ids_that_differ(first, second):
    assert re.fullmatch(r"[A-Za-z0-9._-]*", notation.identifier(first))
    assert (first == second) == (notation.identifier(first) == notation.identifier(second))
