"""What is said of a buying group: every gap is found, and nothing is called a gap that is none."""

import csv
import io
import json
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

import journeymap as jm
import strategies
from conftest import EXAMPLES, example
from journeymap.analysis.needs import folded
from journeymap.cli import main
from journeymap.labels import labels_of
from soundness import told_journeys

CFO = jm.Buyer("CFO", role="economic", priorities=["ROI", "TCO"], job="Spend well")
IT = jm.Buyer("IT", role="technical", concerns=[jm.Concern("A leak", "An audit")])
REPS = jm.Buyer("Reps", role=["user", "coach"], priorities=["Less typing"])


def benefit(to, answers=None, text="Worth it"):
    return jm.Benefit(to, text, answers=answers)


def deal(*benefits, buyers=(CFO, IT, REPS), kind="b2b", **fields):
    messages = [jm.Fab("Queue", advantage="No wait", benefits=benefits)]
    return jm.Journey("Deal", kind=kind, buyers=buyers, messages=messages, **fields)


def kinds(journey):
    return [gap.kind for gap in jm.coverage(journey).gaps]


def gaps(journey, kind):
    return [gap for gap in jm.coverage(journey).gaps if gap.kind == kind]


# Needs


@pytest.mark.parametrize(
    "answers",
    ["ROI", "roi", "  rOi ", "buyer1.priority1"],
)
def test_what_a_benefit_answers_is_meant_by_id_or_by_text(answers):
    found = jm.coverage(deal(benefit("economic", answers)))
    roi, *others = found.buyers[0].needs
    assert roi.need.text == "ROI"
    assert [told.message.feature for told in roi.by] == ["Queue"]
    assert not any(other.by for other in others)
    assert (found.answered.covered, found.answered.count) == (1, 5)


def test_an_own_id_is_a_reference_too():
    cfo = jm.Buyer("CFO", role="economic", priorities=[jm.Statement("Return", id="roi")])
    found = jm.coverage(deal(benefit("economic", "roi"), buyers=[cfo]))
    assert str(found.answered) == "1/1"


def test_spaces_inside_do_not_count():
    assert folded("Less\u00a0 TYPING\n") == folded("less typing")


@pytest.mark.parametrize("answers", ["A leak", "Spend well"])
def test_concerns_and_jobs_are_asked_for_too(answers):
    journey = deal(benefit("economic", answers), benefit("technical", answers))
    assert str(jm.coverage(journey).answered) == "1/5"


def test_the_mitigation_of_a_concern_is_nothing_that_is_asked_for():
    assert len(jm.coverage(deal()).buyers[1].needs) == 1


def test_a_benefit_answers_only_those_who_hear_it():
    other = jm.Buyer("CEO", role="coach", priorities=["ROI"])
    found = jm.coverage(deal(benefit("economic", "ROI"), buyers=[CFO, other]))
    assert [bool(buyer.needs[0].by) for buyer in found.buyers] == [True, False]


def test_the_words_of_the_buying_centre_are_roles():
    found = jm.coverage(deal(benefit("decider", "ROI"), benefit("champion", "Less typing")))
    assert str(found.answered) == "2/5"


def test_a_benefit_may_be_told_to_one_buyer():
    two = [CFO, jm.Buyer("CEO", role="economic", priorities=["ROI"])]
    found = jm.coverage(deal(benefit("CEO", "ROI"), buyers=two))
    assert [bool(buyer.needs[0].by) for buyer in found.buyers] == [False, True]


# Roles


def test_missing_roles_are_told_and_a_coach_is_a_hint():
    found = jm.coverage(deal(buyers=[IT]))
    assert found.missing_roles == ("economic", "user")
    assert kinds(deal(buyers=[IT]))[:3] == ["role", "role", "coach"]


def test_a_consumer_needs_no_roles():
    assert not jm.coverage(deal(buyers=[IT], kind="b2c")).missing_roles
    assert not jm.coverage(jm.Journey("Nobody")).gaps
    assert jm.coverage(deal(buyers=[IT], kind=None)).missing_roles


def test_there_is_one_economic_buyer():
    (gap,) = gaps(deal(buyers=[CFO, jm.Buyer("CEO", role="economic")]), "economic")
    assert gap.buyers == ("CFO", "CEO")
    assert not gaps(deal(), "economic")


# Reach


def stage(*touchpoints, **fields):
    return jm.Stage("S", touchpoints=touchpoints, **fields)


@pytest.mark.parametrize(
    ("touchpoints", "reach"),
    [
        ([], None),
        ([jm.Touchpoint("Site")], None),
        ([jm.Touchpoint("Site", buyers="CFO")], "existing"),
        ([jm.Touchpoint("Site", buyers="IT")], "nowhere"),
        ([jm.Touchpoint("Site", buyers="CFO", status="proposed")], "proposed"),
        (
            [
                jm.Touchpoint("Site", buyers="CFO"),
                jm.Touchpoint("Call", buyers="CFO", status="proposed"),
            ],
            "existing",
        ),
        (
            [
                jm.Touchpoint("Call", buyers="CFO", status="proposed"),
                jm.Touchpoint("Site", buyers="CFO"),
            ],
            "existing",
        ),
        ([jm.Touchpoint("Fair", buyers="CFO", owner="third-party")], "existing"),
        ([jm.Touchpoint("Rival", buyers="CFO", owner="competitor")], None),
        (
            [
                jm.Touchpoint("Rival", buyers="CFO", owner="competitor"),
                jm.Touchpoint("Site", buyers="IT"),
            ],
            "nowhere",
        ),
    ],
)
def test_reach_is_known_only_where_touchpoints_name_buyers(touchpoints, reach):
    journey = deal(stages=[stage(*touchpoints)])
    found = jm.coverage(journey)
    assert found.buyers[0].reach == reach
    about = {gap.kind for gap in found.gaps if gap.buyers == ("CFO",)} - {"need"}
    expected = {"nowhere": {"unreached"}, "proposed": {"proposed"}}
    assert about == expected.get(reach, set())
    assert ("Not known: whom touchpoints reach" in str(found)) == (reach is None)


def test_who_is_drawn_in_nowhere_is_told():
    journey = deal(stages=[stage(involvement={"CFO": "decides"})])
    assert [gap.buyers for gap in gaps(journey, "uninvolved")] == [("IT",), ("Reps",)]
    assert not gaps(deal(stages=["S"]), "uninvolved")
    assert jm.coverage(deal(stages=["S"])).buyers[0].is_involved is None


def test_two_buyers_of_one_name_are_told_apart():
    two = [jm.Buyer("Ann", id="a"), jm.Buyer("Ann", id="b", priorities=["Peace"])]
    touch = jm.Touchpoint("Site", buyers="a")
    found = jm.coverage(deal(buyers=two, stages=[stage(touch)]))
    first, second, *_ = found.table().split("Ann")[1:]
    assert "no touchpoint" not in first
    assert "no touchpoint" in second


# Messages


def test_a_benefit_that_answers_nothing_is_only_an_advantage():
    (gap,) = gaps(deal(benefit("economic")), "idle")
    assert gap.feature == "Queue"
    assert "only an advantage" in str(jm.coverage(deal(benefit("economic"))))


def test_a_misspelt_answer_leads_to_the_nearest():
    journey = deal(benefit("user", "Less tipping"))
    (gap,) = gaps(journey, "mistaken")
    assert gap.told.nearest == "Less typing"
    assert "answers “Less tipping”, which is not asked for; did you mean “Less typing”?" in str(
        jm.coverage(journey)
    )
    assert not gaps(journey, "idle")


def test_what_is_told_to_a_role_that_nobody_has_is_heard_by_nobody():
    journey = deal(benefit("technical"), benefit("technical", "Peace"), buyers=[CFO])
    assert len(gaps(journey, "unheard")) == 2
    assert not gaps(journey, "idle")
    assert not gaps(journey, "mistaken")


def test_a_message_is_told_at_some_stage():
    assert len(gaps(deal(stages=["S"]), "silent")) == 1
    assert not gaps(deal(stages=[stage(messages="Queue")]), "silent")
    assert not gaps(deal(), "silent"), "a journey without stages tells nothing at any"


def test_a_feature_may_be_called_like_a_buyer():
    messages = [jm.Fab("CFO")]
    journey = jm.Journey("t", buyers=[CFO], messages=messages, stages=[stage(messages="CFO")])
    assert not gaps(journey, "silent")


def test_no_gaps_are_none():
    cfo = jm.Buyer("All", role=["economic", "technical", "user", "coach"], priorities=["ROI"])
    journey = deal(
        benefit("economic", "ROI"),
        buyers=[cfo],
        stages=[
            stage(
                jm.Touchpoint("Call", buyers="All"),
                involvement={"All": "decides"},
                messages="Queue",
            )
        ],
    )
    assert not jm.coverage(journey).gaps
    assert str(jm.coverage(journey)).endswith("No gaps")


def test_without_a_buying_group_nothing_is_known():
    empty = jm.coverage(jm.Journey("t"))
    assert "No gaps" not in str(empty)
    assert "Not known: the buying group" in str(empty)
    assert "Not known: the buying group" in empty.table()
    told = jm.coverage(jm.Journey("t", messages=[jm.Fab("Queue")]))
    assert "Not known: the buying group" not in str(told)


# Any journey


@settings(max_examples=120)
@given(told_journeys() | strategies.journeys())
def test_counts_agree_with_gaps(journey):
    found = jm.coverage(journey)
    needs = [one for buyer in found.buyers for one in buyer.needs]
    assert found.answered.count == len(needs)
    open_needs = [one for one in needs if not one.by]
    assert found.answered.covered == len(needs) - len(open_needs)
    assert [gap.need for gap in found.gaps if gap.kind == "need"] == [
        one.need for one in open_needs
    ]
    told = [one for message in journey.messages for one in message.benefits]
    idle = {gap.told.id for gap in found.gaps if gap.kind in {"idle", "mistaken", "unheard"}}
    answering = {one.id for need in needs for one in need.by}
    assert len(idle) + len(answering) == len(told)
    assert not idle & answering
    assert found == jm.coverage(journey)


@settings(max_examples=60)
@given(told_journeys(most_buyers=3, most_messages=3) | strategies.journeys())
def test_every_form_can_be_read_back(journey):
    found = jm.coverage(journey)
    value = json.loads(found.json)
    assert value["answered"]["count"] == found.answered.count
    assert [gap["kind"] for gap in value["gaps"]] == [gap.kind for gap in found.gaps]
    head, *rows = csv.reader(io.StringIO(found.csv, newline=""))
    assert {len(row) for row in rows} <= {len(head)}
    assert len(rows) == found.answered.count + sum(gap.kind != "need" for gap in found.gaps)
    root = ET.fromstring(found.html)  # noqa: S314 - our own text
    assert {len(row) for row in root.iter("tr")} <= {3, 1}
    tokens = MarkdownIt("gfm-like").parse(found.markdown)
    cells = [token for token in tokens if token.type in {"th_open", "td_open"}]
    assert len(cells) == 3 * sum(token.type == "tr_open" for token in tokens)
    assert str(found).startswith(
        {"en": "Coverage: ", "ru": "Охват: "}["ru" if journey.language == "ru" else "en"]
    )


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_are_told_in_both_languages(name, language):
    found = jm.coverage(example(name), language=language)
    for text in (str(found), found.table(), found.markdown, found.html, found.csv):
        assert "{" not in text
    assert found.labels is labels_of(language)


def test_the_sales_example_is_covered_but_for_one_concern():
    found = jm.coverage(example("sales-automation"))
    assert str(found.told) == "15/15"
    assert found.answered.covered == found.answered.count - 1


@pytest.mark.parametrize("wrong", [None, "crm.yaml", 5])
def test_what_is_no_journey_is_refused(wrong):
    with pytest.raises(jm.OptionError, match="not a journey"):
        jm.coverage(wrong)


def test_an_unknown_language_is_refused():
    with pytest.raises(jm.OptionError, match="known: en, ru"):
        jm.coverage(jm.Journey("t"), language="de")


# The command


@pytest.fixture
def path(tmp_path):
    place = tmp_path / "deal.yaml"
    place.write_text(jm.dumps(deal(benefit("user", "Less tipping"))), encoding="utf-8")
    return str(place)


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("text", "Coverage: Deal\n\nBuyer"),
        ("markdown", "**Coverage: Deal**"),
        ("html", "<table "),
        ("csv", "Buyer,Role,"),
        ("json", "{\n"),
    ],
)
def test_the_command_prints_and_gaps_are_no_failure(path, form, start, capsys):
    assert main(["coverage", path, "--format", form]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(start)
    assert not err


def test_the_command_speaks_both_languages(path, capsys):
    assert main(["coverage", path, "--language", "ru"]) == 0
    assert capsys.readouterr().out.startswith("Охват: Deal")


def test_the_command_refuses_what_it_does_not_know(path, capsys):
    assert main(["coverage", path, "--format", "markdwon"]) == 2
    assert "did you mean 'markdown'?" in capsys.readouterr().err
    assert main(["coverage", "nowhere.yaml"]) == 2


def test_the_command_writes_a_file(path, tmp_path, capsys):
    target = tmp_path / "coverage.csv"
    assert main(["coverage", path, "-o", str(target)]) == 0
    assert target.read_text(encoding="utf-8").startswith("Buyer,Role,")
    assert main(["coverage", path, "--format", "text", "-o", str(target)]) == 0
    assert target.read_text(encoding="utf-8").startswith("Coverage: Deal")
    assert not capsys.readouterr().out
    assert main(["coverage", path, "-o", "coverage.png"]) == 2
    assert "`journeymap render --view fab-matrix` draws" in capsys.readouterr().err
