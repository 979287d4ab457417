"""What is computed from a journey."""

import pytest

import journeymap as jm
from journeymap.analysis.durations import total_duration
from journeymap.analysis.facts import fact_share
from journeymap.analysis.feelings import extremes, feelings, stage_valence


def journey(*durations):
    stages = [jm.Stage(f"S{n}", duration=text) for n, text in enumerate(durations)]
    return jm.Journey("t", stages=stages)


@pytest.mark.parametrize(
    ("durations", "total"),
    [
        (["1-2 weeks", "2-4 weeks", "2-3 weeks", "2-4 weeks"], "7-13 weeks"),
        (["10 s", "4 min", "1 min", "35 min"], "40 minutes"),
        (["1 month", "2-4 weeks"], "1.5-1.9 months"),
        (["1 day"], "1 day"),
    ],
)
def test_stages_add_up(durations, total):
    assert total_duration(journey(*durations)) == jm.Duration(total)


def test_no_duration_is_no_total():
    assert total_duration(jm.Journey("t", stages=["A"])) is None


def test_facts_are_counted():
    stage = jm.Stage(
        "A",
        actions=["a guess", jm.Statement("a fact", evidence="measured")],
        barriers=[jm.Barrier("seen", evidence="observed")],
    )
    share = fact_share(jm.Journey("t", stages=[stage]))
    assert (share.facts, share.count) == (2, 3)
    assert fact_share(jm.Journey("t")).fraction == 0


def test_a_plan_counts_only_if_it_has_been_tried():
    stage = jm.Stage(
        "A",
        recommendations=["an idea", jm.Recommendation("tried", evidence="measured")],
        touchpoints=[jm.Touchpoint("next", status="proposed")],
        barriers=[jm.Barrier("in the way", "how to answer it")],
    )
    share = fact_share(jm.Journey("t", stages=[stage]))
    assert (share.facts, share.count) == (1, 2)


def test_feelings_of_touchpoints_come_before_the_stages_own():
    touch = jm.Touchpoint("x", emotions=[jm.Emotion("a", 1), jm.Emotion("b")])
    stage = jm.Stage("A", touchpoints=["first", touch], emotions=[jm.Emotion("c", -1)])
    first, second = feelings(stage)
    assert (first.names, first.valence, first.touchpoint) == (("a", "b"), 1, 1)
    assert (second.names, second.valence, second.touchpoint) == (("c",), -1, None)
    assert stage_valence(stage) == 0


def test_extremes_leave_out_what_is_unknown():
    low = jm.Stage("low", emotions=[jm.Emotion("a", -1)])
    high = jm.Stage("high", emotions=[jm.Emotion("b", 2)])
    unknown = jm.Stage("unknown", emotions=["c"])
    assert extremes(jm.Journey("t", stages=[unknown, high, low])) == (low, high)
    assert extremes(jm.Journey("t", stages=[unknown])) is None


def test_a_map_is_described_in_sentences():
    low = jm.Stage("Queue", emotions={"rushed": -2}, touchpoints=["Bar"])
    advice = jm.Recommendation("Open a till", urgency="urgent")
    high = jm.Stage("First sip", emotions={"awake": 2}, recommendations=[advice])
    diagram = jm.swimlane(jm.Journey("Coffee", stages=[low, high]))
    assert diagram.alt_text == (
        "Customer journey map: Coffee. Stages: 2 (Queue, First sip); touchpoints: 1. "
        "Lowest point: Queue (rushed). Highest point: First sip (awake). Urgent: Open a till."
    )


def test_one_point_is_neither_high_nor_low():
    stage = jm.Stage("Queue", emotions={"rushed": -2})
    assert "point" not in jm.swimlane(jm.Journey("Coffee", stages=[stage, "B"])).alt_text.replace(
        "touchpoint", ""
    )
