"""Themes: what stands on what can be read, in every theme, whatever colours are given."""

import attrs
import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

import journeymap as jm
import strategies
from conftest import EXAMPLES, example
from journeymap.geometry import Rect
from journeymap.layout.box import Box
from journeymap.model.look import AUTO, BaseName, ColorName
from journeymap.painting import PAINTERS
from journeymap.painting.brush import Brush, ramped
from journeymap.scene import Circle, Gradient, Group, Path, Rectangle, Text
from journeymap.text import TextStyle
from journeymap.theme import (
    DARK,
    KINDS,
    LIGHT,
    PRINT,
    THEMES,
    Metrics,
    Palette,
    Tone,
    color,
    notes_of,
    oklch,
    own,
    scheme_of,
    theme_of,
    themes_of,
)
from journeymap.theme.pairs import DECORATION, notes, pairs
from journeymap.theme.palette import stage_edge, stage_tint

NAMED = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


def luminance(value):
    channels = [int(value[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first, second):
    """Return the contrast of two colours, as WCAG 2.2 defines it."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


# The table of pairs


@NAMED
def test_every_pair_has_its_contrast(theme):
    for pair in pairs(theme):
        assert contrast(pair.color, pair.under) >= pair.needed, str(pair)
    assert not notes(theme)


@pytest.mark.parametrize("choice", ["contrast", "print", "contrast, #e2001a", "contrast, #ffff00"])
def test_where_panels_have_edges_those_of_stages_and_lanes_are_seen(choice):
    palette = theme_of(choice).palette
    for position in range(len(palette.marks)):
        edge, tint = stage_edge(palette, position), stage_tint(palette, position)
        assert min(contrast(edge, palette.paper), contrast(edge, tint)) >= 3
    if choice.startswith("contrast"):
        assert contrast(palette.rule, palette.paper) >= 3
        assert contrast(palette.rule, stage_tint(palette, 0)) >= 3


def test_the_needed_contrasts_are_those_of_wcag():
    asked = {(theme.text_contrast, theme.shape_contrast) for theme in THEMES.values()}
    assert asked == {(4.5, 3.0), (7.0, 4.5)}
    assert {pair.needed for pair in pairs(LIGHT)} == {4.5, 3.0, DECORATION}


def test_contrast_enlarges_every_text_but_titles():
    usual, strong = THEMES["light"].metrics, THEMES["contrast"].metrics
    for name, style in usual.lengths().items():
        own = getattr(strong, name)
        if isinstance(style, TextStyle) and style.size < 18:
            assert own.size > style.size, name
            assert own.weight > style.weight or style.weight == 700, name


def test_metrics_are_a_value():
    metrics = Metrics(margin=24, body=TextStyle(15))
    assert metrics.changed(margin=Metrics().margin, body=Metrics().body) == Metrics()
    assert metrics == Metrics().changed(margin=24).changed(body=TextStyle(15)) != Metrics()
    assert hash(metrics) == hash(Metrics(body=TextStyle(15), margin=24))
    assert repr(metrics) == "Metrics(margin=24, body=TextStyle(size=15, weight=400, italic=False))"
    assert metrics.scaled(2).margin == 48
    assert metrics.scaled(2).body.size == 30
    assert metrics.scaled(2).leading_ratio == metrics.leading_ratio


def test_metrics_with_more_lengths_have_all_of_them():
    class Wider(Metrics):
        extra: float = 3

    wider = Wider(margin=3, extra=4)
    assert wider.scaled(2).margin == 6
    assert wider.scaled(2).extra == 8
    assert wider.lengths().keys() == {*Metrics().lengths(), "extra"}
    assert Wider() != Metrics()


def test_metrics_refuse_what_they_are_not():
    with pytest.raises(TypeError, match=r"no length 'margins' \(did you mean 'margin'\?\)"):
        Metrics(margins=1)
    with pytest.raises(TypeError, match="no length 'margins'"):
        Metrics().changed(margins=1)
    with pytest.raises(FrozenInstanceError):
        Metrics().margin = 1
    with pytest.raises(FrozenInstanceError):
        del Metrics(margin=1).margin


@pytest.mark.parametrize("kind", ["barrier", "concern", "urgent"])
@NAMED
def test_every_card_is_told_from_the_paper(theme, kind):
    box = Box(role="card", rect=Rect(0, 0, 90, 40), variant=kind)
    ground, *_ = PAINTERS["card"](box, Brush(theme))
    if ground.stroke is None:
        assert ground.fill != theme.palette.paper
    else:
        assert ground.stroke.paint == theme.palette.tones[kind].border


def test_contrast_is_that_of_wcag():
    assert color.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert color.contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)
    assert color.contrast("#ff0000", "#0000ff") == pytest.approx(2.15, abs=0.005)


@NAMED
def test_every_colour_is_in_the_table(theme):
    named = {name for pair in pairs(theme) for name in (pair.name, pair.ground)}
    for field in attrs.fields(Palette):
        assert any(name.split("[")[0].startswith(field.name) for name in named), field.name
    for kind in KINDS:
        for field in (*attrs.fields_dict(Tone), "middle"):
            assert f"tones.{kind}.{field}" in named


DECORATIVE = {"rule", "faint", "panel_edge", "star", "tones", "stages", "pills", "panel"}


@NAMED
@pytest.mark.parametrize("name", sorted(set(attrs.fields_dict(Palette)) - DECORATIVE - {"paper"}))
def test_a_colour_that_cannot_be_seen_is_noted(theme, name):
    old = getattr(theme.palette, name)
    hidden = theme.palette.stages[0] if name == "on_stages" else theme.palette.paper
    changed = hidden if isinstance(old, str) else (hidden,) * len(old)
    bad = attrs.evolve(theme, palette=attrs.evolve(theme.palette, **{name: changed}))
    assert any(name in note for note in notes(bad))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("part", attrs.fields_dict(Tone))
def test_a_card_that_cannot_be_read_is_noted(kind, part):
    tone = LIGHT.palette.tones[kind]
    value = {"fill": tone.ink, "on_solid": tone.solid}.get(part, LIGHT.palette.paper)
    tones = {**LIGHT.palette.tones, kind: attrs.evolve(tone, **{part: value})}
    bad = attrs.evolve(LIGHT, palette=attrs.evolve(LIGHT.palette, tones=tones))
    assert any(f"tones.{kind}.{part}" in note for note in notes(bad))


@NAMED
def test_a_theme_has_a_tone_for_every_kind(theme):
    assert set(theme.palette.tones) == set(KINDS)


# The drawn picture


def box_of(item):
    """Return the place of a filled shape."""
    if isinstance(item, Rectangle):
        return item.rect.x, item.rect.y, item.rect.right, item.rect.bottom
    if isinstance(item, Circle):
        center, radius = item.center, item.radius
        return center.x - radius, center.y - radius, center.x + radius, center.y + radius
    points = [step[1][-2:] for step in item.commands if step[1]]
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)


def texts_on_grounds(scene):
    """Yield every text with the colour of the last whole shape painted under its middle."""
    shapes = []

    def visit(items):
        for item in items:
            if isinstance(item, Group):
                yield from visit(item.items)
            elif isinstance(item, Text):
                x, y = item.origin.x + item.width / 2, item.origin.y - item.style.size / 3
                under = [fill for (a, b, c, d), fill in shapes if a <= x <= c and b <= y <= d]
                yield item, under[-1] if under else scene.background
            elif isinstance(item.fill, str):
                shapes.append((box_of(item), item.fill))

    yield from visit(scene.items)


DRAWN = {
    **{name: name for name in THEMES},
    "brand": "#7a1f5c, #0b7783",
    "one yellow": "#ffd400",
    "yellow on dark": "dark, #ffd400",
    "red at high contrast": "contrast, #e2001a",
    "white and black": "#ffffff, #000000",
}


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("choice", DRAWN.values(), ids=DRAWN)
def test_every_text_of_a_picture_can_be_read(name, choice):
    scene = jm.swimlane(example(name), theme=choice).scene
    found = list(texts_on_grounds(scene))
    assert found
    for text, ground in found:
        ratio = contrast(text.fill, ground)
        assert ratio >= theme_of(choice).text_contrast, (text.text, text.fill, ground, ratio)


def paints(items):
    for item in items:
        if isinstance(item, Group):
            yield from paints(item.items)
            continue
        yield item.fill
        if isinstance(item, (Rectangle, Circle, Path)) and item.stroke:
            yield item.stroke.paint


def plain_colours(scene):
    yield scene.background
    for paint in paints(scene.items):
        if isinstance(paint, Gradient):
            yield from (stop.color for stop in paint.stops)
        elif paint:
            yield paint


@pytest.mark.parametrize("name", EXAMPLES)
def test_print_has_greys_only_and_no_large_dark_area(name):
    scene = jm.swimlane(example(name), theme="print").scene
    assert {c for c in plain_colours(scene) if len({c[1:3], c[3:5], c[5:7]}) > 1} == set()
    for item in flat(scene.items):
        if isinstance(item, (Rectangle, Path)) and isinstance(item.fill, str):
            left, top, right, bottom = box_of(item)
            is_large = (right - left) * (bottom - top) > 5_000
            # A bar is no higher than its word; it may be grey.
            least = 0.8 if bottom - top > PRINT.metrics.rail else 0.25
            assert not is_large or luminance(item.fill) > least, item


def flat(items):
    for item in items:
        yield from flat(item.items) if isinstance(item, Group) else [item]


# Colours as they are seen


@given(strategies.colors())
def test_a_colour_goes_to_oklch_and_back(given_color):
    value = color.parsed(given_color)
    again = oklch.from_oklch(*oklch.oklch(value))
    pairs_ = zip(color.channels(value), color.channels(again), strict=True)
    assert all(abs(first - second) <= 1 for first, second in pairs_)


def test_oklch_has_the_published_values():
    light, chroma, hue = oklch.oklch("#ff0000")
    assert (light, chroma, hue) == pytest.approx((0.628, 0.2577, 29.23), abs=0.01)
    assert oklch.oklch("#ffffff")[:2] == pytest.approx((1, 0), abs=1e-4)


@given(strategies.colors(), strategies.colors(), st.sampled_from([3.0, 4.5, 4.58]))
def test_a_colour_is_moved_until_it_is_seen(given_color, ground, ratio):
    value, under = color.parsed(given_color), color.parsed(ground)
    found = oklch.seen(value, (under,), ratio)
    assert contrast(found, under) >= ratio
    if contrast(value, under) >= ratio:
        assert found == value


# Colours of one's own


def test_a_theme_is_a_value():
    mine = attrs.evolve(LIGHT, palette=attrs.evolve(LIGHT.palette, paper="#fff8e7"))
    assert mine == LIGHT.with_colors(paper="#FFF8E7")
    assert mine != LIGHT
    assert '"#fff8e7"' in jm.swimlane(jm.Journey("t", stages=["A"]), theme=mine).svg


def test_what_goes_with_a_colour_is_worked_out_unless_it_is_given():
    mine = LIGHT.with_colors(stages=["#ffd400", "#112233"], urgent="#6b0f9c", muted="#555")
    assert mine.palette.stages == ("#ffd400", "#112233")
    assert len(set(mine.palette.on_stages)) == 2
    assert mine.palette.tones["urgent"].solid == "#6b0f9c"
    assert not notes(mine)
    own_text = LIGHT.with_colors(stages=["#ffd400"], on_stages=["#333333"])
    assert own_text.palette.on_stages == ("#333333",)
    ramp = ["#c02010", "#b05000", "#907000", "#507000", "#007000"]
    assert not notes(LIGHT.with_colors(valence=ramp))


@pytest.mark.parametrize(
    ("colors", "words"),
    [
        ({"acent": "#123456"}, "did you mean 'accent'"),
        ({"accent": "tomato"}, "accent: not a colour: 'tomato'"),
        ({"accent": ["#111", "#222"]}, "accent: takes one colour"),
        ({"urgent": ["#111", "#222"]}, "urgent: takes one colour"),
        ({"stages": []}, "stages: takes one colour"),
        ({"valence": ["#111"]}, "valence: takes five colours"),
        ({"ink": 5}, "ink: not a colour"),
        ({"tones": "#111"}, "unknown colour 'tones'"),
    ],
)
def test_what_is_no_colour_is_refused(colors, words):
    with pytest.raises(jm.OptionError, match=words):
        LIGHT.with_colors(**colors)


def test_a_weak_colour_is_drawn_and_noted():
    diagram = jm.swimlane(example("minimal"), theme=LIGHT.with_colors(muted="#cccccc"))
    assert 'fill="#cccccc"' in diagram.svg
    first, *_, last = diagram.notes
    assert "muted #cccccc on " in first
    assert "has 1.3 : 1, needs 4.5 : 1" in first
    assert last.startswith("and ")
    assert not jm.swimlane(example("minimal"), theme="#7a1f5c").notes


def test_the_model_knows_every_name_that_a_theme_knows():
    assert set(ColorName.__args__) == set(own.NAMES)
    assert set(BaseName.__args__) == {*THEMES, "auto"}
    assert themes_of("auto") == tuple(THEMES[name] for name in AUTO)


# Which theme


def test_a_theme_is_chosen_in_many_ways():
    assert themes_of(None) == (LIGHT,)
    assert theme_of("dark") is DARK
    assert theme_of(PRINT) is PRINT
    ours = jm.brand_theme("#7a1f5c", "#0b7783", base="dark")
    for choice in (
        "dark,#7a1f5c,#0b7783",
        "#7A1F5C, #0b7783 , dark",
        ["dark", "#7a1f5c", "#0b7783"],
        (DARK, "#7a1f5c", "#0b7783"),
        jm.Look("dark", brand=["#7a1f5c", "#0b7783"]),
    ):
        assert theme_of(choice) == ours
    assert theme_of("#7a1f5c") == theme_of(["#7a1f5c"]) == jm.brand_theme("#7a1f5c")
    assert themes_of("light, dark") == themes_of(("light", "dark")) == themes_of("auto")


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ("drak", "did you mean 'dark'"),
        ("", "unknown theme ''"),
        ("dark,,", "unknown theme ''"),
        ("red", "unknown theme 'red'"),
        ("#12", "not a colour: '#12'"),
        ([], "not a theme"),
        (5, "not a theme .*light, dark, print, contrast, auto"),
        (["dark", 5], "not a theme"),
        ({"base": "dark"}, "not a theme"),
        ("print,#7a1f5c", "greys only"),
        ("light,dark,light", "more than two themes"),
        ("light,contrast", "lengths differ"),
        ("light,print", "lengths differ"),
    ],
)
def test_what_is_no_theme_is_refused(choice, words):
    with pytest.raises(jm.OptionError, match=words):
        themes_of(choice)


def test_the_journey_says_a_theme_and_the_call_wins():
    journey = attrs.evolve(example("minimal"), theme="dark")
    assert jm.swimlane(journey).svg == jm.swimlane(example("minimal"), theme="dark").svg
    assert jm.swimlane(journey, theme="light").svg == jm.swimlane(example("minimal")).svg


def test_a_look_in_a_file():
    text = """
title: T
theme:
  base: dark
  brand: ["#7A1F5C", "#0b7"]
  colors:
    accent: "#fff"
    stages: "#7a1f5c, #00bb77"
  scale: 1.5
stages: [A]
"""
    journey = jm.loads(text)
    theme = theme_of(None, journey.theme)
    assert journey.theme.brand == ("#7a1f5c", "#00bb77")
    assert theme.palette.accent == "#ffffff"
    assert theme.palette.stages == ("#7a1f5c", "#00bb77")
    assert theme.metrics == DARK.metrics.scaled(1.5)
    for kind in ("yaml", "toml", "json"):
        assert jm.loads(jm.dumps(journey, kind), kind) == journey
    for short in ("dark", "auto", "print", "#7a1f5c", "dark, #7a1f5c, #0b7783", "light, dark"):
        said = jm.loads(f"title: T\ntheme: '{short}'\nstages: [A]\n")
        assert themes_of(None, said.theme) == themes_of(short)
        assert "\ntheme: " in jm.dumps(said)


@pytest.mark.parametrize(
    ("theme", "words"),
    [
        ("drak", "did you mean 'dark'"),
        ("red", "unknown value"),
        ("'#12345'", "not a colour"),
        ("'print, #7a1f5c'", "greys only"),
        ("light, print", "not a base"),
        ("''", "not a look"),
        ("{base: dark, brand: [red]}", "not a colour"),
        ("{colors: {acent: '#fff'}}", "did you mean 'accent'"),
        ("{colors: {accent: tomato}}", "not a colour"),
        ("{scale: 9}", "out of range"),
        ("{bass: dark}", "did you mean 'base'"),
    ],
)
def test_what_is_no_look_is_refused_with_its_place(theme, words):
    with pytest.raises(jm.SourceError, match=f"(?s):2:.*{words}"):
        jm.loads(f"title: T\ntheme: {theme}\nstages: [A]\n")


@given(strategies.looks())
def test_any_look_can_be_drawn(look):
    try:
        themes = themes_of(None, look)
    except jm.OptionError as error:
        # How many colours a name takes is the theme's to know.
        assert "takes" in str(error)  # noqa: PT017
        return
    assert len(themes) == len(look.base)
    assert all(isinstance(note, str) for note in notes_of(*themes))


def test_the_darker_of_two_is_for_dark_screens():
    assert scheme_of(LIGHT, DARK) == "dark"
    assert scheme_of(DARK, LIGHT) == "light"


def test_a_ramp_goes_through_its_colours():
    ramp = LIGHT.palette.valence
    assert [ramped(ramp, level / 4) for level in range(5)] == list(ramp)
