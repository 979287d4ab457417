"""One SVG in two sets of colours: what a dark screen shows is the dark picture."""

import re
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import journeymap as jm
import strategies
from conftest import EXAMPLES, example
from journeymap.backends.schemes import Rules
from journeymap.backends.sharing import INHERITED
from journeymap.backends.svg import to_svg
from journeymap.scene import Rectangle
from journeymap.theme import DARK, LIGHT

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
MEDIA = re.compile(r"@media \(prefers-color-scheme:(light|dark)\)\{((?:[^{}]*\{[^{}]*\})*)\}")
RULE = re.compile(r"#([\w-]+) \.(jm-[a-z]+)\{([^{}]*)\}")


def media_of(svg):
    """Return the scheme of the media query and its rules: id, class, declarations."""
    ((scheme, rules),) = MEDIA.findall(svg)
    found = RULE.findall(rules)
    assert "".join(f"#{i} .{c}{{{d}}}" for i, c, d in found) == rules
    return scheme, found


def painted(svg, *, restyled):
    """Return what a browser paints: every element with its paints, gradients spelled out."""
    root = ET.fromstring(svg)  # noqa: S314 - we wrote it
    classes = {name: rule for _, name, rule in media_of(svg)[1]} if restyled else {}
    gradients = {
        element.get("id"): [sorted(stop.attrib.items()) for stop in element]
        + [element.get(name) for name in ("x1", "y1", "x2", "y2")]
        for element in root.iter(f"{SVG}linearGradient")
    }
    outlines = {f"#{one.get('id')}": one for one in root.iter(f"{SVG}path") if one.get("id")}
    made = []
    for element, inherited in spelled_out(root, classes):
        tag = element.tag.removeprefix(SVG)
        if tag not in {"rect", "circle", "path", "text", "use"} or element.get("id"):
            continue
        attributes = {**element.attrib, **inherited}
        outline = outlines.get(element.get(HREF)) if tag == "use" else None
        if outline is not None and "transform" not in attributes:
            tag = "path"
            attributes |= outline.attrib
        for name in ("id", HREF, "class"):
            attributes.pop(name, None)
        seen = [name for name in attributes if is_seen(tag, name, attributes)]
        attributes = {name: attributes[name] for name in seen}
        for name, value in attributes.items():
            if value.startswith("url(#"):
                attributes[name] = gradients[value[5:-1]]
        if tag == "path":
            made += one_by_one(attributes)
        else:
            made.append((tag, attributes, ()))
    return made


def one_by_one(attributes):
    """Yield the parts of an outline, each with the place where it starts."""
    corner = [float(attributes.pop(name, 0)) for name in ("x", "y")]
    for part in attributes.pop("d").split("M")[1:]:
        start = re.match(r"(-?[\d.]+)[ ]?(-?[\d.]+)", part)
        place = [at + float(step) for at, step in zip(corner, start.groups(), strict=True)]
        yield "path", attributes | {"steps": part[start.end() :]}, place


def assert_alike(first, other):
    """What is drawn once is placed in tenths of a px, what is drawn in one place in hundredths."""
    assert [one[:2] for one in first] == [one[:2] for one in other]
    places = [[number for *_, place in found for number in place] for found in (first, other)]
    assert places[0] == pytest.approx(places[1], abs=0.11)


def spelled_out(element, classes=(), around=INHERITED):
    """Yield every element with all that it inherits, says itself, or has from its class."""
    around = {name: element.get(name, usual) for name, usual in around.items()}
    rule = dict(classes).get(element.get("class"), "")
    around |= dict(part.split(":", 1) for part in rule.split(";") if part)
    yield element, around
    for child in element:
        yield from spelled_out(child, classes, around)


def is_seen(tag, name, attributes):
    """Tell whether an attribute changes what is drawn."""
    if name.startswith("stroke-") and attributes["stroke"] == "none":
        return False
    if name == "stroke-linecap" and tag in {"rect", "circle"}:
        return attributes["stroke-dasharray"] != "none"
    if name == "stroke-linejoin" and (tag == "circle" or "rx" in attributes):
        return False
    if name == "fill-opacity" and attributes["fill"] == "none":
        return False
    return tag == "text" or not name.startswith("font-")


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("text", ["embed", "system", "outline"])
def test_a_dark_screen_shows_the_dark_picture(name, text):
    auto, light, dark = (
        jm.swimlane(example(name), theme=theme, text=text).svg for theme in ("auto", LIGHT, DARK)
    )
    assert_alike(painted(auto, restyled=True), painted(dark, restyled=False))
    assert_alike(painted(auto, restyled=False), painted(light, restyled=False))
    assert media_of(auto)[0] == "dark"


@settings(max_examples=25)
@given(strategies.journeys(), st.lists(strategies.colors(), min_size=1, max_size=3))
def test_any_journey_in_any_brand_follows_the_screen(journey, brand):
    auto = jm.swimlane(journey, theme=["auto", *brand], text="system").svg
    dark = jm.swimlane(journey, theme=["dark", *brand], text="system").svg
    assert_alike(painted(auto, restyled=True), painted(dark, restyled=False))


def test_the_other_way_round():
    auto = jm.swimlane(example("minimal"), theme="dark, light").svg
    light = jm.swimlane(example("minimal"), theme="light").svg
    assert media_of(auto)[0] == "light"
    assert_alike(painted(auto, restyled=True), painted(light, restyled=False))


def test_every_rule_is_for_this_picture_only():
    auto = jm.swimlane(example("sales-automation"), theme="auto").svg
    root = ET.fromstring(auto)  # noqa: S314 - we wrote it
    _, rules = media_of(auto)
    assert {identifier for identifier, _, _ in rules} == {root.get("id")}
    assert len({rule for _, _, rule in rules}) == len(rules)
    used = {element.get("class") for element in root.iter()} - {None}
    assert used == {name for _, name, _ in rules}


def test_the_file_grows_little():
    journey = example("sales-automation")
    sizes = [len(jm.swimlane(journey, theme=theme).svg) for theme in ("light", "auto")]
    assert sizes[1] - sizes[0] < 12_000


def test_other_formats_show_the_first_set():
    journey = example("minimal")
    assert jm.swimlane(journey, theme="auto").png() == jm.swimlane(journey, theme=LIGHT).png()
    assert jm.swimlane(journey, theme="dark,light").pdf() == jm.swimlane(journey, theme=DARK).pdf()


def test_pictures_of_different_shapes_are_refused():
    scene = jm.swimlane(example("minimal")).scene
    moved = [
        item._replace(radius=item.radius + 1) if isinstance(item, Rectangle) else item
        for item in scene.items
    ]
    with pytest.raises(jm.RenderError, match="different shapes"):
        to_svg(scene, other=("dark", attrs.evolve(scene, items=tuple(moved))))
    with pytest.raises(jm.RenderError, match="different shapes"):
        to_svg(scene, other=("dark", attrs.evolve(scene, items=scene.items[:-1])))


def test_classes_have_short_names_that_differ():
    rules = Rules("dark", "p")
    plain = [ET.Element("rect", {"fill": f"#{number:06x}"}) for number in range(800)]
    other = [ET.Element("rect", {"fill": f"#{number + 1:06x}"}) for number in range(800)]
    rules.mark(plain, other)
    names = [element.get("class") for element in plain]
    assert len(set(names)) == 800
    assert max(map(len, names)) == len("jm-aaa")


def test_a_part_may_be_named_as_our_own_ids_are():
    names = ("title", "desc", "paint1", "other1")
    stages = [jm.Stage(name, id=name, emotions={"so": 1}) for name in names]
    journey = jm.Journey("Map", stages=stages)
    for text in ("embed", "outline"):
        found = re.findall(r' id="([^"]*)"', jm.swimlane(journey, theme="auto", text=text).svg)
        assert len(found) == len(set(found))
        assert {name.split("-", 2)[2] for name in found if name.count("-") > 1} >= set(names)
