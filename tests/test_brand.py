"""Themes in the colours of a brand: readable, told apart, and as lively as it is."""

import pytest
from hypothesis import example as example_of
from hypothesis import given, settings
from hypothesis import strategies as st

import journeymap as jm
import strategies
from journeymap.theme import (
    DARK,
    KINDS,
    LIGHT,
    THEMES,
    color,
    oklch,
)
from journeymap.theme.brand import REACH, STAGES, TELLABLE
from journeymap.theme.pairs import pairs
from test_theme import contrast

BRANDED = {name: theme for name, theme in THEMES.items() if theme.takes_brand}
BRANDS = st.lists(strategies.colors(), min_size=1, max_size=8)


@settings(max_examples=150, deadline=None)
@given(BRANDS, st.sampled_from(sorted(BRANDED)))
@example_of(["#ffffff", "#000000", "#ffff00"], "contrast")
@example_of(["#808080", "#818181"], "light")
@example_of(["#ffffff"], "dark")
@example_of(["#000000"], "dark")
def test_any_brand_can_be_read(given_colors, base):
    theme = jm.brand_theme(*given_colors, base=base)
    for pair in pairs(theme):
        assert contrast(pair.color, pair.under) >= pair.needed, str(pair)
    assert (theme.text_contrast, theme.metrics) == (
        THEMES[base].text_contrast,
        THEMES[base].metrics,
    )


@settings(max_examples=150, deadline=None)
@given(BRANDS, st.sampled_from(sorted(BRANDED)))
@example_of(["#7a1f5c", "#0b7783"], "dark")
@example_of(["#000000"], "dark")
@example_of(["#ffffff", "#ffff00"], "contrast")
@example_of(["#808080"], "light")
def test_any_two_of_five_stages_of_any_brand_can_be_told_apart(given_colors, base):
    palette = jm.brand_theme(*given_colors, base=base).palette
    assert len(palette.stages) >= STAGES
    for colors in (palette.stages, palette.marks):
        for place, first in enumerate(colors):
            for second in colors[place + 1 : place + 1 + REACH]:
                assert oklch.distance(first, second) >= TELLABLE, (first, second)
    # The colours come round again.
    assert oklch.distance(palette.stages[-1], palette.stages[0]) >= TELLABLE


def test_shades_of_one_hue_stay_apart_where_all_have_to_be_light():
    one, _, _, four, *_ = jm.brand_theme("#7a1f5c", "#0b7783", base="dark").palette.marks
    assert oklch.distance(one, four) > 0.065
    # What an author gives one colour has one colour.
    palette = THEMES["dark"].with_colors(stages=["#7a1f5c", "#7a1f5c"]).palette
    assert len(set(palette.marks)) == 1


@pytest.mark.parametrize("base", ["light", "dark"])
@pytest.mark.parametrize("brand", [["#7a1f5c", "#0b7783"], ["#1d4ed8", "#f59e0b"], ["#00843d"]])
def test_no_line_of_a_brand_has_a_stock_colour(brand, base):
    curves = jm.brand_theme(*brand, base=base).palette.curves
    assert len(curves) == 4
    assert not {*curves} & ({*THEMES[base].palette.curves} - {*brand})


def test_a_brands_colours_stay_as_they_are_in_the_stages():
    for base in ("light", "dark"):
        palette = jm.brand_theme("#FFD400", "#0b7783", "#123", base=base).palette
        assert palette.stages[:3] == ("#ffd400", "#0b7783", "#112233")
    assert jm.brand_theme("#ffd400").palette.on_stages[0] != "#ffffff"
    assert jm.brand_theme("#7a1f5c").palette.on_stages[0] == "#ffffff"


@pytest.mark.parametrize("base", sorted(BRANDED))
@pytest.mark.parametrize("brand", ["#7a1f5c", "#e2001a", "#ffd400", "#00843d", "#808080"])
def test_panels_of_a_brand_stand_no_further_from_the_page_than_those_of_its_base(brand, base):
    own, stock = jm.brand_theme(brand, base=base).palette, THEMES[base].palette
    apart, wanted = (oklch.distance(palette.panel, palette.paper) for palette in (own, stock))
    assert apart == pytest.approx(wanted, abs=0.003)


@settings(max_examples=60, deadline=None)
@given(BRANDS)
@example_of(["#7a1f5c", "#0b7783"])
def test_lines_in_the_colours_of_any_brand_are_lively_on_a_dark_ground(given_colors):
    palette = jm.brand_theme(*given_colors, base="dark").palette
    lines = [*palette.marks, *palette.curves]
    tones = {kind: palette.tones[kind] for kind in KINDS}
    lines += [tone.border for kind, tone in tones.items() if tone != DARK.palette.tones[kind]]
    assert min(contrast(line, palette.paper) for line in lines) >= 4.5
    for line, pill in zip(palette.marks, palette.pills, strict=True):
        assert contrast(line, pill) >= 4.5


def test_the_stage_between_two_colours_of_a_brand_is_as_vivid_as_they_are():
    one, other = "#7a1f5c", "#0b7783"
    third = jm.brand_theme(one, other).palette.stages[2]
    vivid = [oklch.oklch(color)[1] for color in (one, other)]
    assert oklch.oklch(third)[1] == pytest.approx(sum(vivid) / 2, abs=0.005)
    # Blue and amber face each other: half way is a grey or a pink, and neither is the brand's.
    hues = {
        round(oklch.oklch(color)[2])
        for color in jm.brand_theme("#1d4ed8", "#f59e0b").palette.stages
    }
    assert all(min(abs(hue - own) for own in (263, 70)) <= 10 for hue in hues), hues


@given(strategies.colors(), strategies.colors())
def test_half_way_is_the_same_from_both_ends(one, other):
    one, other = color.parsed(one), color.parsed(other)
    assert abs(oklch.turned(one, other)) <= 180
    if abs(oklch.turned(one, other)) < 179:
        assert oklch.distance(oklch.between(one, other), oklch.between(other, one)) < 0.01
    low, high = sorted(oklch.oklch(color)[0] for color in (one, other))
    assert low - 0.01 <= oklch.oklch(oklch.between(one, other))[0] <= high + 0.01


def test_a_brands_hues_stay_on_a_dark_ground():
    palette = jm.brand_theme("#7a1f5c", "#0b7783", base="dark").palette
    for given_color, line in zip(("#7a1f5c", "#0b7783"), palette.marks, strict=False):
        _, chroma, hue = oklch.oklch(given_color)
        assert oklch.oklch(line)[2] == pytest.approx(hue, abs=3)
        assert oklch.oklch(line)[1] > 0.95 * chroma


def test_what_means_something_keeps_its_colour():
    for brand in ("#e2001a", "#00843d", "#7a1f5c"):
        tones = jm.brand_theme(brand).palette.tones
        for kind in ("barrier", "concern", "mitigation", "urgent", "keep", "good", "bad"):
            assert tones[kind] == LIGHT.palette.tones[kind]
    # Plain advice in the brand's red would look urgent.
    red, plum = (jm.brand_theme(brand).palette.tones["improve"] for brand in ("#e2001a", "#7a1f5c"))
    assert red == LIGHT.palette.tones["improve"]
    assert plum.solid == "#7a1f5c"


@pytest.mark.parametrize(
    ("colors", "options", "words"),
    [
        ((), {}, "one colour or more"),
        (("red",), {}, "not a colour: 'red'"),
        (("#12345",), {}, "#rgb or #rrggbb"),
        (("#7a1f5c",), {"base": "print"}, "greys only"),
        (("#7a1f5c",), {"base": "drak"}, "did you mean 'dark'"),
        ((5,), {}, "not a colour: 5"),
    ],
)
def test_what_is_no_brand_is_refused(colors, options, words):
    with pytest.raises(jm.OptionError, match=words):
        jm.brand_theme(*colors, **options)


@settings(max_examples=20)
@given(strategies.journeys(), BRANDS)
def test_a_brand_moves_nothing(journey, brand):
    boxes = [jm.swimlane(journey, theme=t).boxes for t in (LIGHT, jm.brand_theme(*brand))]
    assert boxes[0] == boxes[1]
