"""What neighbours share is said once, and everything looks as it did."""

from xml.etree.ElementTree import Element, SubElement, fromstring

from hypothesis import given
from hypothesis import strategies as st

import journeymap as jm
from conftest import example
from journeymap.backends.markup import markup
from journeymap.backends.sharing import INHERITED, share
from test_backend_svg import xml_text
from test_schemes import is_seen, spelled_out

values = {
    "fill": ["none", "#112233", "#ffffff"],
    "fill-opacity": ["0.5", "1"],
    "stroke": ["none", "#112233", "#445566"],
    "stroke-width": ["1", "2"],
    "stroke-dasharray": ["4 2"],
    "stroke-linecap": ["round"],
    "stroke-linejoin": ["round"],
}
fonts = {
    "font-size": ["12", "14"],
    "font-weight": ["600", "400"],
    "font-style": ["italic"],
}


@st.composite
def shapes(draw):
    tag = draw(st.sampled_from(["rect", "circle", "path", "text", "use", "title"]))
    element = Element(tag, {"x": str(draw(st.integers(0, 9)))})
    if tag == "title":
        return element
    known = values | (fonts if tag == "text" else {})
    for name, found in known.items():
        if name in {"fill", "font-size"} or draw(st.booleans()):
            element.set(name, draw(st.sampled_from(found)))
    if tag == "rect" and draw(st.booleans()):
        element.set("rx", "2")
    return element


@st.composite
def groups(draw, inner):
    group = Element(draw(st.sampled_from(["g", "a"])), {"id": "part"})
    group.extend(draw(st.lists(inner, max_size=6)))
    if draw(st.sampled_from([False, False, True])):
        group.set("transform", "scale(2)")
        group.set("fill", "#778899")
    return group


bodies = st.lists(st.recursive(shapes(), groups, max_leaves=30), max_size=30)


def looks(root):
    """Return all that is drawn, in order, with everything that changes how it looks."""
    found = []
    for element, inherited in spelled_out(root):
        if element.tag in {"svg", "g", "a"} and "id" not in element.attrib:
            continue
        known = {**element.attrib, **inherited}
        if element.tag in {"g", "a", "svg", "title"}:
            found.append((element.tag, element.get("id"), element.get("transform")))
            continue
        own = element.tag == "use"
        seen = {n: v for n, v in known.items() if own or is_seen(element.tag, n, known)}
        found.append((element.tag, seen))
    return found


def copied(element):
    twin = Element(element.tag, dict(element.attrib))
    twin.extend(map(copied, element))
    return twin


def root_of(body, attributes=()):
    root = Element("svg", dict(attributes))
    root.extend(body)
    return root


@given(bodies)
def test_nothing_looks_otherwise_and_nothing_grows(body):
    before = root_of(map(copied, body))
    elements, said = share(body)
    after = root_of(elements, said)
    assert looks(after) == looks(before)
    # What had only been meant before has to be said where something else is said around it.
    assert len(markup(after)) <= len(markup(spelled(before)))


def spelled(root):
    """Return the elements with all that they need said by themselves."""
    for element, inherited in list(spelled_out(root)):
        if element.tag not in {"svg", "g", "a", "title"}:
            for name, value in inherited.items():
                if value:
                    element.set(name, value)
    return root


def test_lines_of_one_kind_are_a_group():
    def line(fill):
        return Element("text", {"font-size": "12", "font-weight": "600", "fill": fill})

    fills = [*["#000000"] * 9, *["#112233"] * 4]
    elements, said = share(list(map(line, fills)))
    assert said == {"font-size": "12", "font-weight": "600", "fill": "#000000"}
    assert [len(element) for element in elements] == [0] * 9 + [4]
    assert elements[-1].attrib == {"fill": "#112233"}


def test_an_element_that_only_looks_different_inside_a_group_says_so():
    around = Element("g")
    for stroke in ("#112233", "#112233", "#112233", "none"):
        SubElement(around, "circle", {"fill": "none", "stroke": stroke, "stroke-width": "2"})
    (group,), said = share([around])
    drawn = [inherited for _, inherited in spelled_out(root_of([group], said))][2:]
    assert [one["stroke"] for one in drawn] == ["#112233"] * 3 + ["none"]


def test_the_demo_is_smaller_than_a_photograph():
    demo = example("sales-automation")
    assert len(jm.swimlane(demo, text="system").svg.encode()) < 60_000
    assert len(jm.swimlane(demo, text="embed").svg.encode()) < 77_000


@given(st.recursive(xml_text, lambda inner: st.lists(inner, min_size=1, max_size=3), max_leaves=9))
def test_what_reads_markup_finds_the_same_elements(words):
    def made(inner):
        element = Element("g", {"name": inner if isinstance(inner, str) else "many"})
        if isinstance(inner, str):
            element.text = inner
        else:
            element.extend(map(made, inner))
        return element

    def told(element):
        return (element.tag, element.attrib, element.text or "", [*map(told, element)])

    root = made(words)
    assert told(fromstring(markup(root))) == told(root)  # noqa: S314 - our own


def test_every_paint_has_its_usual_value():
    assert [name for name, usual in INHERITED.items() if not usual] == ["fill", "font-size"]


def test_round_ends_are_never_taken_back():
    # CairoSVG would draw round ones all the same.
    for name in ("sales-automation", "first-flat"):
        svg = jm.swimlane(example(name), text="system").svg
        assert 'stroke-linecap="round"' in svg
        assert "butt" not in svg
        assert "miter" not in svg
