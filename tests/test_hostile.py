"""Text of any kind, in every field that takes text: it is refused or it is shown, and no more."""

import functools
import json
import sys
import typing
import unicodedata
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import journeymap as jm
from conftest import example
from journeymap import model
from journeymap.backends.svg import to_svg
from journeymap.model.record import Record

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
ELEMENTS = {
    *("a", "circle", "defs", "desc", "g", "linearGradient", "path", "rect", "stop", "style"),
    *("svg", "text", "title", "tspan", "use"),
}
RUN = {"x", "textLength", "lengthAdjust", "fill"}
"""What a run within a line of text may say of itself: where it starts, how wide it is."""

REFERENCES = {
    ("Involvement", "buyer"),
    ("Transition", "to"),
    ("Benefit", "to"),
    ("Emotion", "who"),
    ("Touchpoint", "alternative_to"),
    ("Touchpoint", "buyers"),
    ("Stage", "messages"),
    ("Recommendation", "addresses"),
    ("Hypothesis", "addresses"),
    ("Journey", "language"),
}
REFERRING = {"Involvement", "Transition"}
PARSED = {"Duration", "Look", "Money", "Quantity", "Rate", "Swatch"}


def unlinked(stage):
    """Return a stage that refers to nothing, so that every name in it can be changed."""
    return attrs.evolve(
        stage,
        involvement=(),
        leads_to=(),
        messages=(),
        touchpoints=[
            attrs.evolve(touch, alternative_to=None, buyers=()) for touch in stage.touchpoints
        ],
        recommendations=[attrs.evolve(item, addresses=()) for item in stage.recommendations],
        hypotheses=[attrs.evolve(item, addresses=()) for item in stage.hypotheses],
        notes={"Heading": "A note"},
    )


COMPLETE = example("meal-delivery")
UNLINKED = attrs.evolve(
    COMPLETE,
    stages=[unlinked(stage) for stage in COMPLETE.stages],
    messages=[
        attrs.evolve(fab, benefits=[attrs.evolve(item, to="user") for item in fab.benefits])
        for fab in COMPLETE.messages
    ],
)


def complete(name):
    return COMPLETE if name in REFERRING else UNLINKED


@functools.cache
def tags_of_complete(refers):
    """Return the elements of the picture of a complete journey, and the runs of a line.

    Letters that the fonts lack, and emoji, have their own runs; the journey has none of them.
    """
    return tags(COMPLETE if refers else UNLINKED) | {f"{SVG}tspan"}


def tags(journey):
    svg = to_svg(jm.swimlane(journey).scene, text="system")
    return {element.tag for element in check_svg(svg).iter()}


def text_fields():
    for name in model.__all__:
        cls = getattr(model, name)
        if name in PARSED:
            continue
        for field, hint in typing.get_type_hints(cls).items():
            is_text = hint in {str, str | None, tuple[str, ...]} and field not in {"id", "link"}
            if is_text and field in attrs.fields_dict(cls) and (name, field) not in REFERENCES:
                yield name, field


FIELDS = sorted(set(text_fields()))


def replaced(value, name, field, text):
    """Return an object with the field of every object of a class in it set to a text."""
    if isinstance(value, tuple):
        return tuple(replaced(item, name, field, text) for item in value)
    if not isinstance(value, Record) or type(value).__name__ in PARSED:
        return value
    changes = {}
    for attribute in attrs.fields(type(value)):
        old = getattr(value, attribute.name)
        new = replaced(old, name, field, text)
        if type(value).__name__ == name and attribute.name == field:
            new = (text,) if isinstance(old, tuple) else text
        if new is not old and new != old:
            changes[attribute.name] = new
    return attrs.evolve(value, **changes) if changes else value


def one_of_each_category():
    found = {}
    for code in range(sys.maxunicode + 1):
        found.setdefault(unicodedata.category(chr(code)), []).append(chr(code))
    return {category: letters[len(letters) // 2] for category, letters in found.items()}


CATEGORIES = one_of_each_category()
CARRIED = "a" + "".join(
    letter for category, letter in sorted(CATEGORIES.items()) if category not in {"Cc", "Cs"}
)
HOSTILE = {
    "markup": "</text></svg><script>alert(1)</script><!-- --> ]]> & &amp; &#0; &lt;",
    "attributes": '" onload="alert(1)" x=\'1\' style="fill:url(http://x.example/)"',
    "addresses": "javascript:alert(1) data:text/html,<b> url(#x) http://x.example/?a=1&b=2",
    "formulas": "=1+1 @SUM(A1) +1 -1 %s {0} ${x} \\N \\u0000 \\x00",
    "every category": CARRIED,
    "right to left": "עברית and العربية \u202eoverride\u202c \u2066isolate\u2069",
    "lines": "one\r\ntwo\rthree\n\n\tfour\u0085five\u2028six\u2029seven",
    "emoji": "👩‍👩‍👧‍👦 🇳🇱 👍🏽 ☺️ 1️⃣",
    "marks": "Z̷̢̛͔͙̘a̴̧͎l̸̡g̶̨o" * 5,
    "long": "w" * 2_000,
}


def check_svg(svg):
    root = ET.fromstring(svg)  # noqa: S314 - we wrote it
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in ELEMENTS, element.tag
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on")
            assert "javascript:" not in value.lower() or name in {"id", "aria-label"}
            if name in {"href", f"{XLINK}href"}:
                assert value.startswith(("https://", "http://", "mailto:", "#"))
        for run in element.findall(f"{SVG}tspan"):
            assert element.tag == f"{SVG}text"
            assert not len(run), "a run holds no element"
            assert run.attrib.keys() <= RUN
            assert run.get("fill", "transparent") == "transparent"
            assert run.get("lengthAdjust", "spacingAndGlyphs") == "spacingAndGlyphs"
            assert all(float(run.get(name, 0)) >= 0 for name in ("x", "textLength"))
    return root


@pytest.mark.parametrize(("name", "field"), FIELDS)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_only_text(name, field, text):
    base = complete(name)
    journey = replaced(base, name, field, text)
    assert journey != base, "the complete example lacks this field"
    assert tags(journey) <= tags_of_complete(name in REFERRING)
    assert jm.loads(jm.dumps(journey)) == journey


@pytest.mark.parametrize(("name", "field"), FIELDS)
@pytest.mark.parametrize("letter", ["\x00", "\x08", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_cannot_carry_is_refused(name, field, letter):
    with pytest.raises(jm.ModelError, match=f"U\\+{ord(letter):04X} at 1"):
        replaced(complete(name), name, field, f"a{letter}b")


@pytest.mark.parametrize(("name", "field"), FIELDS)
def test_a_text_that_is_too_long_is_refused(name, field):
    with pytest.raises(jm.ModelError, match="too long, 8001 bytes"):
        replaced(complete(name), name, field, "x" * 8_001)


@settings(max_examples=300)
@given(st.text(st.characters(codec=None), min_size=1, max_size=20))
def test_any_text_is_refused_or_shown(text):
    try:
        journey = jm.Journey(text, stages=[jm.Stage(text, actions=[text], emotions={text: 1})])
    except jm.ModelError:
        assert not text.strip() or any(ord(c) < 32 or not c.isprintable() for c in text)
        return
    for mode in ("embed", "outline", "system"):
        check_svg(jm.swimlane(journey, text=mode).svg)
    json.loads(jm.dumps(journey, format="json"))


def test_every_category_is_there():
    assert len(CATEGORIES) >= 29


@settings(max_examples=40)
@given(st.text(st.characters(codec=None), min_size=1, max_size=20))
def test_any_text_is_only_text_on_the_way_through(text):
    try:
        point = jm.Touchpoint(text, tool=text, buyers=text)
        ways = [jm.Transition("again", text), jm.Transition("again")]
        stage = jm.Stage(text, id="again", touchpoints=[point], leads_to=ways)
        journey = jm.Journey(text, buyers=[jm.Buyer(text)], stages=[stage])
    except jm.ModelError:
        return
    check_svg(jm.flow(journey, lanes="buyers").svg)
    check_svg(jm.buying_network(journey).svg)
