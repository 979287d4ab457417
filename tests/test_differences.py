"""What two journeys differ by."""

from collections import Counter

import attrs
import pytest
from hypothesis import given, settings

import journeymap as jm
import strategies
from conftest import EXAMPLES, example
from journeymap.analysis.differences import differences, paired

TURNED = {"added": "removed", "removed": "added", "changed": "changed"}


@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_differs_from_itself(name):
    assert differences(example(name), example(name)) == ()


@given(strategies.journeys(), strategies.journeys())
@settings(max_examples=60)
def test_every_difference_names_what_is_there(before, after):
    known = [set(one.by_id()) for one in (before, after)]
    for one in differences(before, after):
        assert (one.kind == "added") == (one.before is None)
        assert (one.kind == "removed") == (one.after is None)
        for name, ids in ((one.before, known[0]), (one.after, known[1])):
            assert name is None or any(name == own or name.startswith(f"{own}.") for own in ids)


@given(strategies.journeys())
@settings(max_examples=60)
def test_what_was_emptied_was_removed(journey):
    bare = attrs.evolve(
        journey, stages=[attrs.evolve(stage, needs=(), triggers=()) for stage in journey.stages]
    )
    count = sum(len(stage.needs) + len(stage.triggers) for stage in journey.stages)
    there = differences(journey, bare)
    back = differences(bare, journey)
    assert Counter(one.kind for one in there) == ({"removed": count} if count else {})
    assert sorted((one.after, TURNED[one.kind]) for one in back) == sorted(
        (one.before, one.kind) for one in there
    )


def test_the_examples_that_belong_together():
    found = differences(example("returns"), example("returns-to-be"))
    kinds = {(one.kind, one.before, one.after) for one in found}
    assert ("added", None, "decide.touchpoint2") in kinds
    assert ("removed", "decide.touchpoint2", None) in kinds
    assert ("changed", "refund.metric1", "refund.metric1") in kinds
    assert ("changed", "register.duration", "register.duration") in kinds
    assert not any(one.field == "importance" for one in found)


def test_parts_belong_together_by_id_then_name_then_likeness():
    before = [jm.Stage("Search", id="a"), jm.Stage("Choice"), jm.Stage("Paying"), jm.Stage("Use")]
    after = [jm.Stage("Choice"), jm.Stage("Looking", id="a"), jm.Stage("Paying it"), jm.Stage("Z")]
    assert paired(before, after) == [(1, 0), (0, 1), (2, 2), (3, None), (None, 3)]


def test_what_came_first_and_is_gone_stands_first():
    before = [jm.Stage("Quarrel"), jm.Stage("Choice")]
    assert paired(before, [jm.Stage("Choice")]) == [(0, None), (1, 0)]
