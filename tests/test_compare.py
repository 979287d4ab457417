"""Two journeys on one sheet: what differs is marked, nothing else is."""

import re
from collections import Counter
from itertools import pairwise

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import journeymap as jm
import strategies
from conftest import EXAMPLES, example
from journeymap.analysis.alignment import aligned
from journeymap.cli import main
from journeymap.geometry import Rect
from journeymap.layout.box import Box
from journeymap.layout.compare import compare_layout
from journeymap.layout.lanes.choice import Content
from journeymap.painting import PAINTERS
from journeymap.painting.brush import Brush
from journeymap.theme import THEMES
from journeymap.theme.color import contrast
from soundness import check_boxes, setting, text_of
from test_layout import wordy_journeys

TURNED = {"added": "removed", "removed": "added", "changed": "changed"}


def laid_out(first, second, *, lanes=None, language="en", **options):
    return compare_layout(first, second, setting(language=language), Content(lanes), **options)


def counts(box):
    """Return how much the head of the sheet says is marked."""
    return {part.variant: part.value for part in box.walk() if part.role == "count"}


def marked(box):
    """Return the texts of what is marked, each with its mark."""
    return [
        (part.variant, text_of(part.children[1]))
        for part in box.walk()
        if part.role == "difference"
    ]


def coffee(*stages, **parts):
    return jm.Journey("Coffee", stages=stages, **parts)


def lane(box, name):
    return next(part for part in box.walk() if part.role == "lane" and part.source == name)


@settings(max_examples=60)
@given(strategies.journeys() | wordy_journeys())
def test_a_journey_does_not_differ_from_itself(journey):
    box = laid_out(journey, journey)
    assert not counts(box)
    assert not marked(box)
    check_boxes(box)


@settings(max_examples=60)
@given(strategies.journeys() | wordy_journeys(), strategies.journeys() | wordy_journeys())
def test_any_two_journeys_stand_on_a_sound_sheet(first, second):
    check_boxes(laid_out(first, second))


@settings(max_examples=60)
@given(st.data())
def test_turned_round_what_was_added_is_removed(data):
    names = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=5)

    def stage(name):
        actions = [f"{letter * 9}" for letter in data.draw(names)]
        touchpoints = [letter * 5 for letter in data.draw(names)]
        level = data.draw(st.none() | st.integers(1, 5))
        return jm.Stage(name * 9, actions=actions, touchpoints=touchpoints, importance=level)

    # Stages of one name and as many in both: which belong together leaves no doubt.
    order = data.draw(names)
    first, second = (coffee(*map(stage, order)) for _ in range(2))
    there, back = counts(laid_out(first, second)), counts(laid_out(second, first))
    assert back == {TURNED[mark]: count for mark, count in there.items()}


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_marks_are_told_apart_by_their_shape_and_can_be_seen(theme):
    place = Rect(0, 0, 13, 13)
    drawn = {}
    for mark in TURNED:
        ground, *shapes = _painted(Box(role="difference-sign", variant=mark, rect=place), theme)
        assert contrast(ground.fill, theme.palette.tones[mark].fill) >= theme.shape_contrast
        assert all(contrast(shape.stroke.paint, ground.fill) >= 4.5 for shape in shapes)
        drawn[mark] = tuple(shape.commands for shape in shapes)
    assert len(set(drawn.values())) == 3


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_either_all_that_differs_has_a_ground_or_nothing_has(theme):
    grounds = [theme.palette.tones[kind].fill for kind in TURNED]
    assert len({ground == theme.palette.paper for ground in grounds}) == 1, grounds


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_the_name_of_the_first_journey_stands_on_an_edged_ground(theme):
    (ground,) = _painted(Box(role="tag", variant="plain", rect=Rect(0, 0, 40, 20)), theme)
    assert contrast(ground.stroke.paint, theme.palette.paper) >= theme.shape_contrast


def test_the_legend_keeps_the_order_of_one_map():
    box = laid_out(example("returns"), example("returns-to-be"))
    said = [text_of(part) for part in box.walk() if part.role == "legend"]
    kinds = ["our touchpoint", "proposed", "not ours", "moment of truth"]
    assert [text for text in said if text in kinds] == kinds
    assert "Facts: 26% of 39 statements (as is)" in text_of(box)


def roles(box, role):
    return [part for part in box.walk() if part.role == role]


def measured(figure, unit="%", **fields):
    """Return a metric that was measured, known from somewhere: a mark stands beside it."""
    known = jm.Evidence("measured", "CRM")
    return jm.Metric("conversion", measured=f"{figure} {unit}", evidence=known, **fields)


def test_equal_shares_are_equally_long_on_both_sides():
    for others in ([], [jm.Stage("Pay", metrics=[measured("71")])]):
        old = coffee(jm.Stage("Queue", metrics=[measured("71", planned="90 %")]), *others)
        plan = jm.Metric("conversion", planned="90 %")
        new = coffee(jm.Stage("Queue", metrics=[plan]), *others, state="to-be")
        first, second = (
            gauge for gauge in roles(laid_out(old, new, width=1200), "gauge") if gauge.children
        )
        assert first.rect.width == second.rect.width
        assert first.children[0].rect.x == second.children[0].rect.x


def test_what_is_only_planned_looks_like_a_plan():
    plan = jm.Metric("conversion", planned="90 %")
    journey = coffee(jm.Stage("Queue", metrics=[plan]), state="to-be")
    box = laid_out(coffee(jm.Stage("Queue")), journey)
    (gauge,) = roles(box, "gauge")
    assert (gauge.variant, gauge.value) == ("planned", pytest.approx(0.9))
    (legend,) = roles(box, "sample-tick")
    assert legend.variant == "planned"
    rail, plan = _painted(gauge, THEMES["light"])
    assert plan.stroke.dash
    assert plan.rect.width == pytest.approx(0.9 * rail.rect.width, abs=1.1)
    assert plan.rect.right <= gauge.children[0].rect.right
    edges = [getattr(item, "stroke", None) for item in _painted(legend, THEMES["light"])]
    assert any(edge and edge.dash for edge in edges)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_name_of_a_journey_stands_level_with_its_row(language):
    box = laid_out(example("returns"), example("returns-to-be"), language=language)
    (grid,) = roles(box, "grid")
    lanes = [lane for lane in grid.children if lane.role == "lane" and roles(lane, "difference")]
    assert len(lanes) >= 6
    offsets = set()
    for lane in lanes:
        head, *parts = lane.children
        starts = [number for number, part in enumerate(parts) if part.role in {"tag", "badge"}]
        assert starts
        for start, end in pairwise([*starts, len(parts)]):
            tag, *cells = parts[start:end]
            offsets.add(round(min(cell.rect.y for cell in cells) - tag.rect.y, 3))
            assert tag.rect.x >= head.rect.right
        if parts[starts[0]].rect.y < head.rect.bottom:
            name, label = parts[starts[0]], head.children[-1]
            assert name.children[0].lines[0].start.y == pytest.approx(label.lines[0].start.y)
    assert len(offsets) == 1


def _painted(box, theme):
    return list(PAINTERS[box.role](box, Brush(theme)))


def test_each_item_has_its_mark():
    old = jm.Stage(
        "Queue",
        actions=["Waits in line", "Pays in cash"],
        touchpoints=[jm.Touchpoint("Counter", id="c"), "Board"],
        barriers=[jm.Barrier("Too slow", "A second till")],
        importance=2,
    )
    new = jm.Stage(
        "Queue",
        actions=["Waits in line", "Orders ahead"],
        touchpoints=[jm.Touchpoint("Shelf", id="c"), "Board"],
        barriers=[jm.Barrier("Too slow", "An app")],
        importance=4,
    )
    box = laid_out(coffee(old), coffee(new, state="to-be"))
    assert sorted(marked(box)) == sorted(
        [
            ("removed", "Pays in cash"),
            ("added", "Orders ahead"),
            ("changed", "Counter"),
            ("changed", "Shelf"),
            ("changed", "Too slow A second till"),
            ("changed", "Too slow An app"),
            ("changed", "2/5"),
            ("changed", "4/5"),
        ]
    )
    assert counts(box) == {"removed": 1, "added": 1, "changed": 3}


def test_what_is_equal_is_said_once():
    old = coffee(
        jm.Stage("Queue", actions=["Waits"], thoughts=["Long."]), jm.Stage("Sip", actions=["Sips"])
    )
    new = coffee(
        jm.Stage("Queue", actions=["Waits"], thoughts=["Long."]),
        jm.Stage("Sip", actions=["Reads"]),
        state="to-be",
    )
    box = laid_out(old, new)
    assert text_of(lane(box, "actions")).split().count("Waits") == 1
    assert "unchanged" in text_of(lane(box, "actions"))
    assert text_of(lane(box, "thoughts")) == "Thoughts “Long.”"


def test_a_stage_that_only_one_journey_has_is_marked_as_one():
    old = coffee(jm.Stage("Queue", id="q", actions=["Waits"]), jm.Stage("Sip", id="s"))
    new = coffee(jm.Stage("Sip", id="s"), state="to-be")
    box = laid_out(old, new)
    assert counts(box) == {"removed": 1}
    assert marked(box) == [("removed", "Waits")]
    assert "− removed" in text_of(box)


def test_heads_say_both_names_and_durations():
    old = coffee(jm.Stage("Queue", duration="10 minutes"), jm.Stage("Sip", id="s"))
    new = coffee(jm.Stage("Order ahead", duration="1 minute"), jm.Stage("Sip", id="s"))
    text = text_of(laid_out(old, new))
    assert "Queue → Order ahead" in text
    assert "10\xa0minutes → 1\xa0minute" in text


def test_two_segments_are_called_by_name_and_nothing_is_removed():
    old = coffee(jm.Stage("Queue", actions=["Waits"]), persona=jm.Persona("Ann, 30"))
    new = coffee(jm.Stage("Queue", actions=["Jumps"]), persona=jm.Persona("Leo, 9"))
    text = text_of(laid_out(old, new))
    assert "1 only in “Ann”" in text
    assert "1 only in “Leo”" in text
    assert "removed" not in text
    assert "только в «Ann»: 1" in text_of(laid_out(old, new, language="ru"))


@pytest.mark.parametrize(
    ("language", "names"), [("en", "map 1, map 2"), ("ru", "карта 1, карта 2")]
)
def test_long_titles_are_numbered_beside_the_rows(language, names):
    title = "Buying sales automation: from lost leads to first results"
    one, other = (
        jm.Journey(f"{title} {number}", stages=[jm.Stage("A", actions=["x"] * number)])
        for number in (1, 2)
    )
    boxes = jm.compare(one, other, language=language).boxes
    tags = {text_of(box) for box in boxes.walk() if box.role in {"tag", "badge"}}
    assert tags == {name.replace(" ", "\u00a0") for name in names.split(", ")}


def test_a_curve_is_not_called_twice_by_the_name_of_its_journey():
    flat, meal = example("first-flat"), example("meal-delivery")
    words = text_of(jm.compare(flat, meal).boxes)
    assert "Maya and Tom: Tom’s parents" in words
    assert "Maya and Tom: Maya" not in words


def test_colours_are_those_of_the_columns():
    old = coffee(jm.Stage("Queue", id="q"), jm.Stage("Sip", id="s", actions=["Sips"]))
    new = coffee(jm.Stage("Sip", id="s", actions=["Gulps"]), state="to-be")
    box = laid_out(old, new)
    bullets = {part.stage for part in box.walk() if part.role == "bullet"}
    assert bullets == {1}


def test_ids_of_both_journeys_are_told_apart():
    box = laid_out(example("returns"), example("returns-to-be"))
    ids = Counter(part.source for part in box.walk() if part.source and part.role == "pill")
    assert set(ids.values()) == {1}
    assert {"register.touchpoint1", "before.register.touchpoint1"} <= set(ids)


def test_both_curves_stand_in_one_lane_and_equal_feelings_are_named_once():
    old = coffee(jm.Stage("Queue", emotions={"boredom": -1}), jm.Stage("Sip", emotions={"joy": 2}))
    new = coffee(
        jm.Stage("Queue", emotions={"ease": 1}), jm.Stage("Sip", emotions={"joy": 2}), state="to-be"
    )
    curves = lane(laid_out(old, new), "emotions")
    text = text_of(curves).split()
    assert Counter(part.role for part in curves.walk())["curve"] == 2
    assert (text.count("joy"), text.count("boredom"), text.count("ease")) == (1, 1, 1)
    same = lane(laid_out(old, attrs.evolve(old, state="to-be")), "emotions")
    assert Counter(part.role for part in same.walk())["curve"] == 1


def test_two_curves_of_one_journey_are_no_pair():
    old = coffee("Queue")
    new = coffee(jm.Stage("Queue", emotions=["calm", jm.Emotion("joy", who="Ann")]), buyers=["Ann"])
    text = text_of(lane(laid_out(old, new), "emotions")).split()
    assert {"calm", "joy"} <= {*text}


def test_a_mark_in_the_head_of_a_stage_has_room_beside_a_long_duration():
    long = jm.Stage("Sip", duration="1420.103672-1777.862672 seconds")
    box = laid_out(coffee("Queue"), coffee("Queue", long))
    check_boxes(box)
    assert "1,420.1" in text_of(box)


def test_lanes_of_either_journey_can_be_chosen():
    old = coffee(jm.Stage("Queue", notes={"Legal": ["Ask"]}))
    new = coffee(jm.Stage("Queue", notes={"Law": ["Tell"]}), state="to-be")
    box = laid_out(old, new, lanes=["Legal", "Law"])
    assert marked(box) == [("removed", "Ask"), ("added", "Tell")]
    with pytest.raises(jm.OptionError, match="unknown lane"):
        laid_out(old, new, lanes=["Loi"])


def test_ways_of_one_journey_say_whose_they_are():
    old = coffee("Queue", "Pay", "Sip", topology="linear")
    new = coffee("Queue", "Pay", "Sip", topology="cyclic", state="to-be")
    assert "to be: and again" in text_of(laid_out(old, new))
    both = text_of(laid_out(attrs.evolve(new, state="as-is"), new))
    assert "and again" in both
    assert "to be: and again" not in both


@pytest.mark.parametrize("stages", [(), ("Only",), tuple(f"Stage {n}" for n in range(12))])
def test_few_and_many_stages(stages):
    box = laid_out(coffee(*stages), coffee(*stages, state="to-be"))
    check_boxes(box)
    assert ("No stages yet" in text_of(box)) == (not stages)
    assert sum(part.role == "grid" for part in box.walk()) == (
        0 if not stages else -(-len(stages) // 8)
    )


@pytest.mark.parametrize("width", [400, 1200, 2400])
def test_a_width_is_kept_if_the_words_allow_it(width):
    box = laid_out(example("returns"), example("returns-to-be"), width=width)
    check_boxes(box)
    assert box.rect.width == width or (width == 400 and box.rect.width > width)


def test_stages_that_are_left_over_pair_up_only_if_equally_many():
    old = coffee("Queue", "Pay", "Sip")
    assert aligned(old, coffee("Order ahead", "Pay", "Stay")) == [(0, 0), (1, 1), (2, 2)]
    assert aligned(old, coffee("One", "Two", "Pay")) == [
        (0, None),
        (None, 0),
        (None, 1),
        (1, 2),
        (2, None),
    ]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_stands_beside_the_returns(name):
    diagram = jm.compare(example(name), example("returns"))
    check_boxes(diagram.boxes)
    ids = re.findall(r' id="([^"]*)"', diagram.svg)
    assert len(ids) == len(set(ids))


def test_the_description_says_what_differs():
    diagram = jm.compare(example("returns"), example("returns-to-be"))
    assert diagram.alt_text.startswith("Comparison of two customer journey maps: Sending a pair")
    assert "The whole way: 14–22\xa0days → 4–6\xa0days." in diagram.alt_text
    assert "Emotion higher in “to be”: Decision to return, Registration" in diagram.alt_text
    turned = jm.compare(example("returns-to-be"), example("returns"), language="ru")
    assert "Эмоция ниже в «как есть»" in turned.alt_text
    same = jm.compare(example("returns"), example("returns"))
    assert "No differences." in same.alt_text


def test_wrong_calls_are_refused():
    with pytest.raises(jm.OptionError, match="not a journey"):
        jm.compare("as-is.yaml", example("returns"))
    with pytest.raises(jm.OptionError, match="not a journey"):
        jm.compare(example("returns"), None)
    with pytest.raises(jm.RenderError, match="not a width"):
        jm.compare(example("returns"), example("returns"), width=0)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text("title: Tea\nstages: [{name: Boil, actions: [Waits]}]\n")
    (tmp_path / "b.yaml").write_text("title: Tea\nstate: to-be\nstages: [{name: Boil}]\n")
    return tmp_path


def test_the_command_writes_each_output(folder, capsys):
    line = "compare a.yaml b.yaml -o {name}.svg -o x.pdf --lanes actions --theme dark --width 900"
    assert main(line.split()) == 0
    svg = (folder / "b.svg").read_text(encoding="utf-8")
    assert "1 removed" in svg
    assert 'width="900"' in svg
    assert (folder / "x.pdf").read_bytes().startswith(b"%PDF")
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("compare a.yaml -o x.svg", "required: AFTER"),
        ("compare a.yaml none.yaml -o x.svg", "none.yaml: No such file"),
        ("compare - - -o x.svg", "-: stands for one of the two journeys only"),
        ("compare a.yaml b.yaml -o x.md", "unknown format of x.md: 'md' (known: svg"),
        ("compare a.yaml b.yaml -o x.svg --lanes action", "did you mean 'actions'"),
        ("compare a.yaml b.yaml -o x.svg --ratio 16:9", "unrecognized arguments"),
        ("compare a.yaml b.yaml -o x.svg -o x.svg", "would be written twice"),
    ],
)
def test_a_wrong_call_is_status_2_and_writes_nothing(folder, capsys, line, said):
    assert main(line.split()) == 2
    assert said in capsys.readouterr().err
    assert not (folder / "x.svg").exists()
