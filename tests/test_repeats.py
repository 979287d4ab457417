"""Outlines that repeat are written once, and the picture stays what it was."""

import io
import re
from xml.etree import ElementTree as ET

import cairosvg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from journeymap.backends.notation import number
from journeymap.backends.raster import to_png
from journeymap.backends.repeats import drawn_once, simplified
from journeymap.backends.svg import to_svg
from journeymap.geometry import Point, Rect
from journeymap.scene import Circle, Group, Path, Rectangle, Scene, Stroke

places = st.floats(0, 90).map(lambda value: round(value, 2))
# Long enough to be worth a definition, long with two parts, and short.
OUTLINES = (
    [("M", (0.0, 0.0)), *[("L", (i % 3 * 1.37, i * 0.61)) for i in range(1, 14)], ("Z", ())],
    [("M", (0.0, 3.0)), *[("L", (i * 0.7, i % 2 * 2.9)) for i in range(12)], ("Z", ()),
     ("M", (4.13, -2.0)), ("L", (5.0, 5.0)), ("L", (0.0, 5.55)), ("Z", ())],
    [("M", (0.0, 0.0)), ("L", (7.0, 0.0)), ("L", (3.0, 5.0)), ("Z", ())],
)  # fmt: skip
COLORS = ("#d92d20", "#3457dd", "#ffffff")


@st.composite
def outlines(draw):
    x, y = draw(places), draw(places)
    commands = tuple(
        (letter, tuple(value + (x, y)[index % 2] for index, value in enumerate(numbers)))
        for letter, numbers in draw(st.sampled_from(OUTLINES))
    )
    stroke = draw(st.sampled_from([None, Stroke("#111111", 1.2), Stroke("#111111", 1.0, (2, 1))]))
    return Path(commands, draw(st.sampled_from([None, *COLORS])), 1.0, stroke)


@st.composite
def rectangles(draw):
    rect = Rect(draw(places), draw(places), draw(places), draw(places))
    stroke = draw(st.sampled_from([None, Stroke("#111111")]))
    radius, opacity = draw(st.sampled_from([0, 2.5])), draw(st.sampled_from([1, 0.5]))
    return Rectangle(rect, radius, draw(st.sampled_from(COLORS)), opacity, stroke)


circles = st.tuples(
    st.builds(Point, places, places), places, st.sampled_from(COLORS), st.just(1.0)
).map(lambda parts: Circle(*parts))
shapes = st.one_of(outlines(), outlines(), rectangles(), circles)
items = st.recursive(
    shapes,
    lambda inner: st.lists(inner, max_size=9).map(lambda held: Group(tuple(held), label="part")),
    max_leaves=12,
)
scenes = st.builds(
    Scene,
    st.just(100.0),
    st.just(100.0),
    st.just("#f6f8fd"),
    st.lists(items, max_size=12).map(tuple),
)


def pixels(png):
    return Image.open(io.BytesIO(png)).convert("RGB")


@settings(max_examples=40)
@given(scenes)
def test_the_picture_is_the_one_of_the_scene(scene):
    plain = pixels(to_png(scene))
    other = pixels(cairosvg.svg2png(to_svg(scene, text="system").encode()))
    # Places in tenths of a px move an edge by at most a tenth of the pixel that it lies in.
    assert max(high for _, high in ImageChops.difference(plain, other).getextrema()) < 80


def star(x, y, **paint):
    steps = "l2.27 6.06 6.46 .28-5.06 4.03 1.73 6.24-5.4-3.57-5.4 3.57 1.73-6.24-5.06-4.03z"
    return ET.Element("path", {"d": f"M{number(x)} {number(y)}{steps}", **paint})


@pytest.mark.parametrize("count", range(1, 12))
def test_a_definition_is_made_where_it_saves_something(count):
    body = [star(22.2 * index, 8, fill="#e8a50c") for index in range(count)]
    before = sum(len(ET.tostring(one)) for one in body)
    found = drawn_once(body, "jm-0123456789-_s")
    after = sum(len(ET.tostring(one)) for one in [*body, *found.definitions])
    assert after <= before
    assert len(found.definitions) == (count > 2)
    assert {one.tag for one in body} == {"use" if found.definitions else "path"}
    assert set(found.looks) == (set(body) if found.definitions else set())


def test_what_a_style_sheet_restyles_says_its_paint_in_its_place():
    body = [
        star(22 * index, 8, **{"fill": "#e8a50c", "class": "jm-a" if index % 2 else "jm-b"})
        for index in range(16)
    ]
    (definition,) = drawn_once(body, "p").definitions
    assert set(definition.attrib) == {"id", "d"}
    assert [one.get("class") for one in body] == ["jm-b", "jm-a"] * 8
    assert {one.get("fill") for one in body} == {"#e8a50c"}


@given(st.lists(st.tuples(places, places, places, places), min_size=1, max_size=9))
def test_neighbours_of_one_paint_are_one_outline(found):
    body = [
        ET.Element("rect", dict(zip(("x", "y", "width", "height"), map(number, one), strict=True)))
        for one in found
    ]
    (path,) = simplified(body)
    parts = re.findall(r"M(\S+) (\S+)h([\d.]+)v([\d.]+)h([-\d.]+)z", path.get("d"))
    assert "".join(f"M{x} {y}h{w}v{h}h{back}z" for x, y, w, h, back in parts) == path.get("d")
    for (x, y, w, h), (left, top, width, height, back) in zip(found, parts, strict=True):
        assert float(back) == -float(width)
        sides = (x, y, x + w, y + h)
        drawn = (float(left), float(top), float(left) + float(width), float(top) + float(height))
        assert drawn == pytest.approx(sides, abs=0.06)
