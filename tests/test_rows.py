"""Stages in several rows; width and ratio."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import journeymap as jm
import strategies
from conftest import EXAMPLES, example
from costs import grows_linearly
from journeymap.layout.paper import ratio_of
from journeymap.layout.rows import (
    MOST_IN_A_ROW,
    counts_that_fit,
    filled,
    rows_for,
    rows_that_fit,
    split,
)
from journeymap.theme import Metrics
from test_layout import check_boxes, laid_out, lanes_of, shown_texts, squeezed, wordy_journeys


@given(st.integers(1, 300), st.integers(1, 300))
def test_rows_are_balanced_and_leave_nothing_out(count, rows):
    made = split(count, rows)
    assert [stage for row in made for stage in row] == list(range(count))
    lengths = [len(row) for row in made]
    assert max(lengths) - min(lengths) <= 1
    assert len(made) == min(rows, count)


@given(st.integers(1, 300), st.integers(1, 40))
def test_no_row_is_longer_than_asked_for(count, per_row):
    assert max(len(row) for row in split(count, rows_for(count, per_row))) <= per_row


@given(
    st.lists(st.integers(100, 400), min_size=1, max_size=30),
    st.integers(100, 3000),
    st.integers(1, 5),
)
def test_stages_of_any_width_fill_the_fewest_rows_about_equally(widths, room, fewest):
    counts = counts_that_fit(widths, room, fewest)
    assert sum(counts) == len(widths)
    assert len(counts) == min(max(len(filled(widths, room)), fewest), len(widths))
    start = 0
    for count in counts:
        row = widths[start : start + count]
        assert sum(row) <= room or len(row) == 1
        start += count


@given(st.integers(1, 100), st.integers(1, 20))
def test_stages_of_one_width_are_balanced(count, rows):
    counts = counts_that_fit([1.0] * count, count, rows)
    assert max(counts) - min(counts) <= 1


@given(st.lists(st.floats(100, 400), min_size=1, max_size=30), st.floats(100, 3000))
def test_the_fewest_rows_are_taken_that_fit(least, room):
    rows = rows_that_fit(least, room, 1)

    def fits(rows):
        return all(sum(least[n] for n in row) <= room for row in split(len(least), rows))

    assert fits(rows) or rows == len(least)
    assert not any(fits(fewer) for fewer in range(1, rows))


def long(count, **fields):
    return jm.Journey("Long", stages=[jm.Stage(f"S {n}", job="do") for n in range(count)], **fields)


def bands(root):
    return [box for box in root.children if box.role == "grid"]


def heads(band):
    return [child.stage for box in band.children if box.role == "heads" for child in box.children]


@pytest.mark.parametrize(("count", "lengths"), [(8, [8]), (9, [5, 4]), (50, [8] + [7] * 6)])
def test_a_long_journey_stands_in_several_rows(count, lengths):
    root = laid_out(long(count))
    found = [heads(band) for band in bands(root)]
    assert [len(row) for row in found] == lengths
    assert [stage for row in found for stage in row] == list(range(count))
    check_boxes(root)


def test_rows_can_be_asked_for():
    assert [len(heads(band)) for band in bands(laid_out(long(5), per_row=2))] == [2, 2, 1]
    assert [len(heads(band)) for band in bands(laid_out(long(20), per_row=20))] == [20]


def test_a_narrow_sheet_has_more_rows_and_keeps_its_width():
    journey = example("sales-automation")
    root = laid_out(journey, width=700)
    assert root.rect.width == 700
    assert len(bands(root)) == 2
    check_boxes(root)


def test_lanes_without_content_in_a_row_are_left_out_there():
    stages = [jm.Stage("A", job="x"), "B", jm.Stage("C", actions=["y"]), "D"]
    root = laid_out(jm.Journey("t", stages=stages), per_row=2)
    assert [lanes_of(band) for band in bands(root)] == [["jobs"], ["actions"]]


def test_a_lane_that_nobody_fills_stands_there_if_asked_for():
    root = laid_out(long(4), per_row=2, lanes=["jobs", "barriers"])
    assert [lanes_of(band) for band in bands(root)] == [["jobs", "barriers"]] * 2


def test_a_row_shows_that_stages_go_on():
    marks = [
        [box.stage for box in band.children if box.role == "goes-on"]
        for band in bands(laid_out(long(9), per_row=3))
    ]
    assert marks == [[2], [2, 5], [5]]


@settings(max_examples=60)
@given(strategies.journeys() | wordy_journeys(), st.integers(1, 4))
def test_rows_are_sound_and_say_the_same(journey, per_row):
    root = laid_out(journey, per_row=per_row)
    check_boxes(root)
    one, several = shown_texts(laid_out(journey, per_row=300)), shown_texts(root)
    assert {stage.name for stage in journey.stages} == set() or several
    for stage in journey.stages:
        for action in stage.actions:
            text = squeezed(action.text)
            assert several[text] == one[text]


def test_a_loop_over_several_rows_is_shown_at_both_ends():
    root = laid_out(long(4, kind="b2c"), per_row=2)
    texts = [
        line.text
        for band in bands(root)
        for box in band.walk()
        if box.role == "track"
        for text in box.walk()
        for line in text.lines
    ]
    assert texts == ["4 S 3 · and again", "1 S 0 · and again"]


def test_rows_cost_no_more_than_their_stages():
    assert grows_linearly(lambda count: laid_out(long(count)), 50, 200)


# Ratio


@pytest.mark.parametrize("ratio", [16 / 9, 4 / 3, 1.0, 3.0])
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_sheet_has_the_ratio_and_is_filled_one_way(name, ratio):
    root = laid_out(example(name), ratio=ratio)
    check_boxes(root)
    assert root.rect.width / root.rect.height == pytest.approx(ratio)
    margin = Metrics().margin + 1
    free_beside = root.rect.right - max(box.rect.right for box in root.children)
    free_below = root.rect.bottom - max(box.rect.bottom for box in root.children)
    assert free_beside <= margin or free_below <= margin


@pytest.mark.parametrize(
    ("given_", "ratio"),
    [("16:9", 16 / 9), ("4/3", 4 / 3), ("1.78", 1.78), (2, 2.0), (" 3 : 1 ", 3.0)],
)
def test_ratios_are_read(given_, ratio):
    assert math.isclose(ratio_of(given_), ratio)


@pytest.mark.parametrize(
    "bad", ["wide", "16:0", "0", 0, -1, math.nan, math.inf, True, None, "99:1"]
)
def test_what_is_no_ratio_is_refused(bad):
    with pytest.raises(jm.OptionError, match="not a ratio"):
        ratio_of(bad)


@pytest.mark.parametrize("bad", [0, -1, 2.5, "3", True])
def test_an_impossible_number_of_stages_in_a_row_is_refused(bad):
    with pytest.raises(jm.OptionError, match="expected 1 or more"):
        jm.swimlane(long(3), per_row=bad)


@pytest.mark.parametrize(
    "sizes",
    [{"width": 900, "ratio": "1:1"}, {"width": 900, "page": "A4"}, {"ratio": 1, "page": "A4"}],
)
def test_a_size_is_said_once(sizes):
    with pytest.raises(jm.OptionError, match="sets the size"):
        jm.swimlane(long(3), **sizes)


def test_no_stage_is_said_below_the_persona():
    root = laid_out(jm.Journey("t", persona=jm.Persona("P")))
    assert [box.role for box in root.children] == ["title", "panel", "text"]
    assert root.children[-1].lines[0].text == "No stages yet"


def test_one_stage_is_no_wider_than_two():
    assert laid_out(long(1)).rect.width == laid_out(long(2)).rect.width


def test_a_stage_with_ten_thousand_touchpoints_is_no_ribbon():
    stage = jm.Stage("A", touchpoints=[f"Touch {number}" for number in range(10_000)])
    rect = laid_out(jm.Journey("t", stages=[stage])).rect
    assert rect.height < 6 * rect.width
    assert MOST_IN_A_ROW > 1
