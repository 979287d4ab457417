"""What holds for the boxes of any journey."""

import functools
import itertools
import math
import os
import re
import subprocess
import sys
from collections import Counter

import attrs
import pytest
from hypothesis import example as example_of
from hypothesis import given, settings
from hypothesis import strategies as st

import journeymap as jm
import strategies
from conftest import EXAMPLES, example
from journeymap.geometry import Point
from journeymap.layout.cellheights import Cell
from journeymap.layout.columns import balanced, shared
from journeymap.layout.curve import height_at, slopes
from journeymap.layout.lanes import LANES
from journeymap.layout.lanes.choice import Content
from journeymap.layout.swimlane import swimlane_layout
from journeymap.model.evidence import Statement
from journeymap.theme import DARK, LIGHT
from soundness import METRICS, check_boxes, setting, text_of


def ruler(text, style):
    """Measure with a ruler of our own: half an em for every character."""
    return len(text) * style.size / 2


def laid_out(journey, *, lanes=None, curves=(), curve_by="touchpoint", **options):
    return swimlane_layout(journey, setting(), Content(lanes, tuple(curves), curve_by), **options)


WORDS = st.lists(st.text("abcdeйцу漢 -—/", min_size=1, max_size=30), min_size=1, max_size=25)
SENTENCES = WORDS.map(" ".join).filter(str.strip)


@st.composite
def wordy_journeys(draw):
    """Draw journeys whose cells are full of text and differ from column to column."""

    def some(most=4):
        return draw(st.lists(SENTENCES, max_size=most))

    stages = [
        jm.Stage(
            draw(SENTENCES),
            actions=some(),
            touchpoints=some(),
            barriers=[jm.Barrier(text, draw(st.none() | SENTENCES)) for text in some(2)],
            recommendations=some(2),
            emotions=[jm.Emotion(text, draw(st.floats(-2, 2))) for text in some(2)],
            duration="1-2 weeks",
        )
        for _ in range(draw(st.integers(1, 5)))
    ]
    persona = jm.Persona(draw(SENTENCES), criteria=some(), fears=some(), quote=draw(SENTENCES))
    return jm.Journey(draw(SENTENCES), stages=stages, persona=persona, kind="b2c")


@settings(max_examples=80)
@given(strategies.journeys() | wordy_journeys())
def test_boxes_are_sound(journey):
    check_boxes(laid_out(journey))


@settings(max_examples=60)
@given(strategies.journeys() | wordy_journeys(), st.floats(200, 4000))
def test_boxes_are_sound_in_any_width(journey, width):
    check_boxes(laid_out(journey, width=width))


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_examples_are_sound(name, language):
    check_boxes(swimlane_layout(example(name), setting(language=language)))


DEGENERATE = {
    "no stage": jm.Journey("Nothing yet"),
    "one stage": jm.Journey("One", stages=["Only"]),
    "one stage again and again": jm.Journey(
        "One", kind="b2c", stages=[jm.Stage("A", leads_to="A")]
    ),
    "empty stages": jm.Journey("Empty", stages=["A", "B", "C"]),
    "long words": jm.Journey(
        "w" * 8000,
        stages=[jm.Stage("x" * 8000, actions=["y" * 8000], touchpoints=["z" * 8000])],
        segment="s" * 8000,
        persona=jm.Persona("p" * 8000, criteria=["c" * 8000]),
    ),
    "many stages": jm.Journey("Many", stages=[f"Stage {number}" for number in range(200)]),
    "unknown feelings": jm.Journey("?", stages=[jm.Stage("A", emotions=["odd"]), "B"]),
    "many touches": jm.Journey(
        "Many",
        stages=[
            jm.Stage(
                "A",
                touchpoints=[
                    jm.Touchpoint(f"t{i}", emotions=[jm.Emotion("a long feeling", i % 5 - 2)])
                    for i in range(30)
                ],
            ),
            "B",
        ],
    ),
}


@pytest.mark.parametrize("name", DEGENERATE)
def test_degenerate_journeys_give_a_sensible_picture(name):
    root = laid_out(DEGENERATE[name])
    check_boxes(root)
    assert 0 < root.rect.width < 200 * 400
    assert 0 < root.rect.height < 400_000


WITH_ROWS = {"emotions", "buying-group", "metrics", "backstage"}


@settings(max_examples=60)
@given(strategies.journeys())
def test_one_row_has_one_top_and_one_height(journey):
    root = laid_out(journey)
    for box in root.walk():
        if box.role == "heads":
            assert len({(child.rect.y, child.rect.height) for child in box.children}) <= 1
        if box.role == "lane" and box.source not in WITH_ROWS:
            assert len({child.rect.y for child in box.children}) == 1


def squeezed(text):
    """Return a text without what a line break may take away or add, and without control codes."""
    return re.sub("[\\s\\xad\\u200b\\x7f-\\x9f-]", "", text)


def said(journey):
    """Yield every text that a full map has to show."""
    yield journey.title
    if journey.persona:
        persona = journey.persona
        yield persona.name
        facets = (persona.need, persona.trigger, persona.quote)
        yield from (statement.text for statement in facets if statement)
        for several in (persona.criteria, persona.fears, persona.alternatives):
            yield from (statement.text for statement in several)
    for stage in journey.stages:
        yield from said_of(stage)


def said_of(stage):
    yield stage.name
    if stage.job:
        yield stage.job.text
    for several in (stage.triggers, stage.needs, stage.expectations, stage.actions, stage.thoughts):
        yield from (statement.text for statement in several)
    for touch in stage.touchpoints:
        yield touch.name
        yield from (emotion.name for emotion in touch.emotions)
    yield from (emotion.name for emotion in stage.emotions)
    yield from (motivation.text for motivation in stage.motivations)
    for obstacle in (*stage.barriers, *stage.concerns):
        yield obstacle.text
        if obstacle.mitigation:
            yield obstacle.mitigation.text
    for advice in stage.recommendations:
        yield advice.text
        yield advice.owner or ""


def shown_texts(root):
    """Return the text of every block, and how often it stands there."""
    blocks = (" ".join(line.text for line in box.lines) for box in root.walk() if box.lines)
    return Counter(squeezed(block) for block in blocks)


@settings(max_examples=80)
@given(strategies.journeys() | wordy_journeys())
@example_of(jm.Journey("\u200bx", stages=[jm.Stage("\u200by", job="a-\xadb")]))
def test_nothing_is_lost(journey):
    shown = shown_texts(laid_out(journey))
    wanted = Counter(squeezed(text) for text in said(journey))
    for text, times in wanted.items():
        holding = sum(count for block, count in shown.items() if text in block)
        assert holding >= 1, text
        assert len(text) < 4 or "," in text or holding >= times - _joined(journey, text), text


def _joined(journey, text):
    """Return how often a text may share its block with others: the feelings of one point."""
    parts = [part for stage in journey.stages for part in (stage, *stage.touchpoints)]
    return sum(squeezed(emotion.name) == text for part in parts for emotion in part.emotions)


@settings(max_examples=60)
@given(strategies.journeys() | wordy_journeys())
def test_twice_the_metrics_is_twice_the_geometry(journey):
    once = swimlane_layout(journey, setting())
    twice = swimlane_layout(journey, setting(METRICS.scaled(2)))
    for small, large in zip(once.walk(), twice.walk(), strict=True):
        assert small.role == large.role
        doubled = [2 * figure for figure in attrs.astuple(small.rect)]
        assert doubled == pytest.approx(attrs.astuple(large.rect))


@settings(max_examples=40)
@given(strategies.journeys())
def test_another_palette_moves_nothing(journey):
    light, dark = (jm.swimlane(journey, theme=theme) for theme in (LIGHT, DARK))
    assert light.boxes == dark.boxes
    assert light.svg != dark.svg


@settings(max_examples=30)
@given(strategies.journeys())
def test_equal_input_gives_equal_bytes(journey):
    assert jm.swimlane(journey).svg == jm.swimlane(jm.loads(jm.dumps(journey))).svg


SCRIPT = """
import hashlib, runpy, sys
import journeymap as jm
journey = runpy.run_path(sys.argv[1])["journey"]
diagram = jm.swimlane(journey)
print(hashlib.sha256(diagram.svg.encode() + jm.dumps(journey).encode()).hexdigest())
"""


def test_equal_bytes_under_another_hash_seed():
    path = f"{EXAMPLES_ROOT}/meal-delivery/journey.py"
    digests = {
        subprocess.run(  # noqa: S603 - our own interpreter and script
            [sys.executable, "-c", SCRIPT, path],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(digests) == 1


EXAMPLES_ROOT = __file__.rsplit("/tests/", 1)[0] + "/examples"


def test_a_layout_can_be_measured_with_any_ruler():
    root = swimlane_layout(example("minimal"), setting(measure=ruler))
    check_boxes(root)


# Lanes


def lanes_of(root):
    return [box.source for box in root.walk() if box.role == "lane"]


def test_lanes_are_chosen_and_ordered():
    root = laid_out(example("meal-delivery"), lanes=["touchpoints", "jobs"])
    assert lanes_of(root) == ["touchpoints", "jobs"]


def test_a_lane_without_content_is_left_out_unless_asked_for():
    journey = jm.Journey("t", stages=[jm.Stage("A", job="do it")])
    assert lanes_of(laid_out(journey)) == ["jobs"]
    assert lanes_of(laid_out(journey, lanes=["jobs", "barriers"])) == ["jobs", "barriers"]


@pytest.mark.parametrize("lane", LANES)
def test_every_lane_stands_alone(lane):
    root = laid_out(example("meal-delivery"), lanes=[lane])
    check_boxes(root)
    assert lanes_of(root) == [lane]


def test_an_unknown_lane_names_the_nearest():
    with pytest.raises(jm.OptionError, match=r"did you mean 'barriers'\?"):
        jm.swimlane(jm.Journey("t"), lanes=["bariers"])


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"theme": "drak"}, "did you mean 'dark'"),
        ({"language": "de"}, "known: en, ru"),
        ({"text": "curves"}, "known: embed, outline, system"),
    ],
)
def test_an_unknown_option_names_the_known_ones(options, words):
    with pytest.raises(jm.OptionError, match=words):
        jm.swimlane(jm.Journey("t"), **options)


def test_one_lane_may_be_written_as_a_text():
    journey = example("meal-delivery")
    assert jm.swimlane(journey, lanes="jobs").boxes == jm.swimlane(journey, lanes=["jobs"]).boxes


def test_what_is_no_journey_is_refused():
    with pytest.raises(jm.OptionError, match=r"not a journey \(got 'crm.yaml'; .*jm.load"):
        jm.swimlane("crm.yaml")
    with pytest.raises(jm.OptionError, match=r"not a theme .*light, dark"):
        jm.swimlane(jm.Journey("t"), theme=5)


@pytest.mark.parametrize("width", [0, -1, math.inf, math.nan, "wide", True])
def test_an_impossible_width_is_refused(width):
    with pytest.raises(jm.RenderError, match="not a width"):
        jm.swimlane(jm.Journey("t"), width=width)


# Emotions


def running(steps):
    xs = itertools.accumulate(step for step, _ in steps)
    return [Point(x, y) for x, (_, y) in zip(xs, steps, strict=True)]


points = st.lists(st.tuples(st.floats(1, 50), st.floats(0, 100)), min_size=2, max_size=9).map(
    running
)


@given(points)
def test_the_curve_never_overshoots(run):
    tangents = slopes(run)
    for a, b in itertools.pairwise(run):
        low, high = sorted((a.y, b.y))
        before = a.y
        for step in range(21):
            y = height_at(run, tangents, a.x + (b.x - a.x) * step / 20)
            assert low - 1e-6 <= y <= high + 1e-6
            assert (y - before) * (b.y - a.y) >= -1e-6
            before = y


def test_an_unknown_valence_is_a_gap():
    emotions = [[jm.Emotion("a", 1)], [jm.Emotion("b")], [jm.Emotion("c", 2)]]
    journey = jm.Journey(
        "t", stages=[jm.Stage(str(n), emotions=felt) for n, felt in enumerate(emotions)]
    )
    root = laid_out(journey)
    assert len([box for box in root.walk() if box.role == "curve"]) == 2
    unknown = [box for box in root.walk() if box.role == "face" and box.variant == "unknown"]
    assert len(unknown) == 1


def test_a_stage_without_feelings_is_a_gap():
    stages = [
        jm.Stage("A", emotions=[jm.Emotion("a", 1)]),
        "B",
        jm.Stage("C", emotions=[jm.Emotion("c", 2)]),
    ]
    root = laid_out(jm.Journey("t", stages=stages))
    assert len([box for box in root.walk() if box.role == "curve"]) == 2


def test_the_scale_is_the_journeys_own():
    stage = jm.Stage("A", emotions=[jm.Emotion("fine", 10)])
    root = laid_out(jm.Journey("t", scale="0..10", stages=[stage]))
    assert [box.value for box in root.walk() if box.role == "face"] == [1.0]


# Columns

leasts = st.lists(st.floats(10, 300), min_size=1, max_size=8)


@given(leasts, st.floats(100, 3000))
def test_shared_widths_fill_the_room(least, total):
    widths = shared(total, least)
    assert sum(widths) == pytest.approx(max(total, sum(least)))
    assert all(width >= low - 1e-6 for width, low in zip(widths, least, strict=True))


@given(st.lists(st.integers(1, 4000), min_size=2, max_size=6))
def test_balanced_columns_are_never_higher_than_equal_ones(areas):
    total = 250.0 * len(areas)

    def height(area, width):
        return math.ceil(area * 20 / width)

    cells = [[Cell(functools.partial(height, area))] for area in areas]
    widths = balanced(total, [50.0] * len(areas), 25.0, cells)
    equal = max(height(area, 250.0) for area in areas)
    assert max(map(height, areas, widths)) <= equal
    assert sum(widths) == pytest.approx(total)


def test_a_full_column_gets_more_width():
    long = "words that go on and on and on for quite a while in this one cell " * 6
    stages = [jm.Stage("A", actions=[long]), jm.Stage("B", actions=["short"])]
    grid = next(b for b in laid_out(jm.Journey("t", stages=stages)).walk() if b.role == "heads")
    first, second = (child.rect.width for child in grid.children)
    assert first > second * 1.5


# Ways


def tracks_of(journey):
    return [box for box in laid_out(journey).walk() if box.role == "track"]


def test_a_cycle_leads_back_to_its_first_stage():
    assert len(tracks_of(jm.Journey("t", kind="b2c", stages=["A", "B"]))) == 1
    assert not tracks_of(jm.Journey("t", kind="b2b", stages=["A", "B"]))
    assert len(tracks_of(jm.Journey("t", kind="b2b", topology="cyclic", stages=["A", "B"]))) == 1


def test_a_revisit_says_why_and_how_often():
    back = jm.Transition("A", when="too dear", share="21%")
    (track,) = tracks_of(jm.Journey("t", stages=["A", jm.Stage("B", leads_to=[back])]))
    assert text_of(track) == "too dear · 21%"
    start, *_, end = track.points[0]
    assert start.x > end.x


def test_a_sheet_is_a_whole_number_of_px_large():
    diagram = jm.swimlane(example("sales-automation"), width=603)
    assert (diagram.width, diagram.height) == (int(diagram.width), int(diagram.height))
    assert diagram.boxes.rect.height <= diagram.height < diagram.boxes.rect.height + 1


def test_a_link_is_kept():
    touch = jm.Touchpoint("Site", link="https://example.org/a?b=1&c=2")
    diagram = jm.swimlane(jm.Journey("t", stages=[jm.Stage("A", touchpoints=[touch])]))
    assert 'xlink:href="https://example.org/a?b=1&amp;c=2"' in diagram.svg


def test_statements_are_said_once():
    statement = Statement("only here")
    root = laid_out(jm.Journey("t", stages=[jm.Stage("A", job=statement)]))
    assert text_of(root).count("only here") == 1
