"""The last line of a text holds no single short word, where that can be helped."""

import attrs
import pytest
from hypothesis import example as example_of
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import EXAMPLES, example
from journeymap import fonts, swimlane
from journeymap.labels import labels_of
from journeymap.layout.blocks import Setting
from journeymap.layout.marked import Mark, Marked
from journeymap.layout.words import Words
from journeymap.text.hyphens import hyphenator
from journeymap.theme import Metrics

METRICS = Metrics()
SETTING = Setting(METRICS, labels_of("en"), fonts.measure)
TEXTS = st.lists(
    st.sampled_from(["a", "to", "the", "call-back", "plan", "people", "reservation", "漢字", "и"]),
    min_size=1,
    max_size=14,
).map(" ".join)
WIDTHS = st.floats(30, 400)


def words(text, **options):
    return Words(text, METRICS.body, SETTING, **options)


def said(lines):
    return [line.text for line in lines]


def parts(lines):
    return len(" ".join(said(lines)).split())


def marked(text):
    return Marked(words(text), [Mark("evidence", "reported"), Mark("evidence", "observed")])


def uneven(text, style):
    """The width of a text whose letters are narrow, wide and in between."""
    letters = {**dict.fromkeys(" il.,:;'!", 0.3), **dict.fromkeys("mwMW", 0.75)}
    return sum(letters.get(letter, 0.55) for letter in text) * style.size


HYPHENATED = Setting(METRICS, labels_of("en"), uneven, hyphenator("en"))
PHRASES = st.lists(
    st.sampled_from(
        [
            "suppliers",
            "the",
            "price",
            "about",
            "compare",
            "three",
            "unbelievably",
            "support",
            "4",
            "2",
        ]
    ),
    min_size=1,
    max_size=9,
).map(" ".join)


@given(PHRASES, st.lists(st.floats(60, 200), min_size=2, max_size=6))
@example_of("suppliers the price about compare three unbelievably the", [98.4, 94.8])
def test_words_are_as_high_as_their_lines_whatever_was_asked_before(text, widths):
    block = Words(text, METRICS.body, HYPHENATED)
    pitch = METRICS.line_height(METRICS.body)
    for width in widths:
        block.height(width)
    for width in reversed(widths):
        lines = block.lines(width)
        assert len(lines) * pitch == block.height(width)
        assert max(line.width for line in lines) == block.widest(width)


@given(TEXTS, WIDTHS)
def test_lines_stay_as_many_and_no_more_words_are_broken(text, width):
    plain, evened = words(text).lines(width), words(text).evened(width, width)
    assert len(evened) == len(plain)
    assert parts(evened) <= parts(plain)
    assert "".join(said(evened)).replace(" ", "") == "".join(said(plain)).replace(" ", "")
    assert max(line.width for line in evened) <= max(line.width for line in plain)


@settings(max_examples=200)
@given(TEXTS, st.floats(120, 400))
def test_marks_behind_an_evened_line_have_room(text, width):
    block = marked(text)
    box = block.place(0.0, 0.0, max(width, block.least()))
    for mark in box.children:
        assert mark.rect.right <= max(width, block.least()) + 0.01


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Be sure that it fits and does not cost too much", 290, 2),
        ("A big deal lost to a forgotten call-back", 124, 3),
        ("Calculator with fees, fit-out and rent till the keys", 310, 2),
        ("A page for each pain, with a two-minute demo", 290, 2),
    ],
)
def test_a_stub_gets_company(text, width, lines):
    plain, evened = words(text).lines(width), words(text).evened(width, width)
    assert len(plain) == lines
    share = METRICS.last_line_ratio
    assert plain[-1].width < share * max(line.width for line in plain)
    assert evened[-1].width >= share * max(line.width for line in evened)


def test_a_last_line_that_is_long_by_itself_is_left_alone():
    enough = METRICS.body.size * METRICS.last_line_em_ratio
    text = "a word or two " * 9
    width = next(
        width
        for width in range(500, 800)
        if len(lines := words(text).lines(width)) == 2
        and enough <= lines[1].width < METRICS.last_line_ratio * lines[0].width
    )
    assert words(text).evened(width, width) == words(text).lines(width)


def test_the_authors_lines_and_other_sides_are_left_alone():
    for own in (words("a plan for people\nno"), words("a plan for the people to", align="end")):
        assert said(own.evened(130, 130)) == said(own.lines(130))


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_pill_with_several_lines_is_no_wider_than_they_are(name):
    for box in swimlane(example(name), width=700).boxes.walk():
        if box.role != "pill":
            continue
        texts = [part for part in box.walk() if part.lines]
        if any(len(part.lines) > 1 for part in texts):
            marks = [part.rect.right for part in box.walk() if part.role in {"evidence", "truth"}]
            lines = [line.start.x + line.width for part in texts for line in part.lines]
            free = box.rect.right - METRICS.pill_padding - max(lines + marks)
            assert free < METRICS.body.size * 2, texts


def test_lengths_of_any_size_give_the_same_lines():
    text = "Calculator with fees, fit-out and rent till the keys"
    large = METRICS.scaled(3)
    twice = Words(text, large.body, attrs.evolve(SETTING, metrics=large))
    assert said(twice.evened(930, 930)) == said(words(text).evened(310, 310))
