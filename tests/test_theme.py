"""Colours can be told apart and read; words exist in every language."""

import attrs
import pytest

import journeymap as jm
from journeymap.labels import LANGUAGES, labels_for, labels_of
from journeymap.painting.brush import ramped
from journeymap.theme import KINDS, THEMES


def luminance(color):
    channels = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first, second):
    """Return the contrast of two colours, as WCAG 2.2 defines it."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def readable_pairs(palette):
    for ground in (palette.paper, palette.panel):
        for ink in (palette.ink, palette.muted, palette.accent):
            yield ink, ground
    for stage in palette.stages:
        yield palette.on_stages[0], stage
    yield from zip(palette.pill_inks, palette.pills, strict=True)
    yield from ((ink, palette.paper) for ink in palette.pill_inks)
    yield from ((ink, palette.paper) for ink in palette.valence_inks)
    for tone in palette.tones.values():
        yield tone.ink, tone.fill
        yield tone.ink, tone.middle
        yield tone.on_solid, tone.solid
    mitigation = palette.tones["mitigation"].ink
    yield mitigation, palette.tones["barrier"].fill
    yield mitigation, palette.tones["concern"].fill


def visible_pairs(palette):
    yield from ((stage, palette.paper) for stage in palette.stages)
    for tone in palette.tones.values():
        for shape in (tone.border, tone.solid):
            yield shape, palette.paper
        yield tone.border, tone.fill
    for mark, pill in zip(palette.marks, palette.pills, strict=True):
        yield mark, palette.paper
        yield mark, pill
    for shape in (*palette.valence, *palette.curves, palette.star_edge, palette.star_rest):
        yield shape, palette.paper
    yield palette.muted, palette.paper


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_text_can_be_read(theme):
    for ink, ground in readable_pairs(theme.palette):
        assert contrast(ink, ground) >= 4.5, (ink, ground, contrast(ink, ground))


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_shapes_can_be_seen(theme):
    for shape, ground in visible_pairs(theme.palette):
        assert contrast(shape, ground) >= 3, (shape, ground, contrast(shape, ground))


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_theme_has_a_tone_for_every_kind(theme):
    assert set(theme.palette.tones) == set(KINDS)


def test_a_theme_is_a_value():
    mine = attrs.evolve(
        THEMES["light"], palette=attrs.evolve(THEMES["light"].palette, paper="#fff8e7")
    )
    assert '"#fff8e7"' in jm.swimlane(jm.Journey("t", stages=["A"]), theme=mine).svg


def test_a_ramp_goes_through_its_colours():
    ramp = THEMES["light"].palette.valence
    assert [ramped(ramp, level / 4) for level in range(5)] == list(ramp)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word(language):
    english, other = labels_of("en"), labels_of(language)
    for field in attrs.fields(type(english)):
        words = getattr(english, field.name)
        if isinstance(words, dict):
            assert list(getattr(other, field.name)) == list(words), field.name


@pytest.mark.parametrize(
    ("text", "english", "russian"),
    [
        ("1 week", "1\xa0week", "1\xa0неделя"),
        ("1-2 weeks", "1–2\xa0weeks", "1–2\xa0недели"),
        ("7-13 weeks", "7–13\xa0weeks", "7–13\xa0недель"),
        ("21 days", "21\xa0days", "21\xa0день"),
        ("11 years", "11\xa0years", "11\xa0лет"),
        ("1.5 hours", "1.5\xa0hours", "1,5\xa0часа"),
    ],
)
def test_durations_are_said_in_words(text, english, russian):
    duration = jm.Duration(text)
    assert labels_of("en").duration(duration) == english
    assert labels_of("ru").duration(duration) == russian


def test_the_language_is_the_journeys_unless_asked_for():
    assert labels_for(None, "ru-RU").language == "ru"
    assert labels_for(None, "fi").language == "en"
    assert labels_for("ru", "en").language == "ru"
