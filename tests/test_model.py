"""What the model takes, and what it refuses: every value that the strategies leave out."""

from __future__ import annotations

import datetime
import math
import os
import pickle
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

import journeymap
from journeymap import model as jm
from journeymap.errors import ModelError
from journeymap.model import offers, people
from journeymap.model.evidence import Remark
from journeymap.model.index import walk
from journeymap.model.plain import MAX_TEXT_BYTES
from journeymap.model.record import Record
from strategies import journeys


def stage(**fields):
    return jm.Stage("S", **fields)


def cost(**fields):
    return jm.Cost("C", "price", "10 EUR", **fields)


def rice(**fields):
    return jm.Rice(**{"reach": 1, "impact": 1, "confidence": "50%", "effort": 1, **fields})


REFUSED = [
    # text
    (lambda: jm.Statement(""), "statement.text: empty"),
    (lambda: jm.Statement(" \n\u2028"), "statement.text: empty"),
    (lambda: jm.Statement(5), "statement.text: wrong type (got 5; expected text)"),
    (lambda: jm.Statement(None), "statement.text: wrong type (got None; expected text)"),
    (lambda: jm.Statement("a\x00b"), "U+0000 at 1"),
    (lambda: jm.Statement("\x1b[31m"), "U+001B at 0"),
    (lambda: jm.Statement("\ud800"), "U+D800"),
    (lambda: jm.Statement("\ufffe"), "U+FFFE"),
    (lambda: jm.Statement("\uffff"), "U+FFFF"),
    (lambda: jm.Statement("ж" * 4_001), "too long, 8002 bytes"),
    (lambda: jm.Persona("P", description=""), "persona.description: empty"),
    # ids and links
    (lambda: jm.Statement("x", id="1a"), "statement.id: not an id"),
    (lambda: jm.Statement("x", id="a b"), "not an id"),
    (lambda: jm.Statement("x", id="a.b"), "not an id"),
    (lambda: jm.Statement("x", id=""), "empty"),
    (lambda: jm.Statement("x", link="javascript:alert(1)"), "statement.link: not a link"),
    (lambda: jm.Statement("x", link="data:text/html,x"), "not a link"),
    (lambda: jm.Statement("x", link="//example.org"), "not a link"),
    (lambda: jm.Statement("x", link='https://a"onload="x'), "not a link"),
    (lambda: jm.Statement("x", link="https://a b"), "not a link"),
    (lambda: jm.Statement("x", link="file:///etc/passwd"), "not a link"),
    # every Literal
    (lambda: jm.Evidence("measurd"), "did you mean 'measured'"),
    (lambda: jm.Motivation("x", kind="rationl"), "did you mean 'rational'"),
    (lambda: jm.Channel("serch"), "did you mean 'search'"),
    (lambda: jm.Touchpoint("x", owner="them"), "expected one of us, competitor, third-party"),
    (lambda: jm.Touchpoint("x", status="propose"), "did you mean 'proposed'"),
    (lambda: jm.Recommendation("x", urgency="urgnt"), "did you mean 'urgent'"),
    (lambda: jm.Hypothesis("x", state="runing"), "did you mean 'running'"),
    (lambda: jm.Buyer("x", role="economical"), "did you mean 'economic'"),
    (lambda: jm.Buyer("x", stance="skeptic"), "did you mean 'sceptic'"),
    (lambda: jm.Involvement("x", "decide"), "did you mean 'decides'"),
    (lambda: jm.Involvement("x", "decides", stance="no"), "expected one of opponent"),
    (lambda: cost(every="yearly"), "did you mean 'year'"),
    (lambda: jm.Journey("x", kind="b2g"), "expected one of b2b, b2c"),
    (lambda: jm.Journey("x", state="as is"), "did you mean 'as-is'"),
    (lambda: jm.Journey("x", topology="circle"), "expected one of linear, cyclic"),
    (lambda: jm.Journey("x", language="english language"), "not a language tag"),
    (lambda: jm.Journey("x", language=""), "not a language tag"),
    # numbers
    (lambda: stage(importance=0), "stage.importance: out of range (got 0; expected 1..5)"),
    (lambda: stage(importance=6), "out of range"),
    (lambda: stage(importance=2.0), "expected a whole number"),
    (lambda: stage(importance=True), "wrong type (got True"),
    (lambda: stage(importance="3"), "wrong type (got '3'"),
    (lambda: stage(satisfaction=0.9), "out of range (got 0.9; expected 1..5)"),
    (lambda: stage(satisfaction=math.nan), "out of range (got nan"),
    (lambda: stage(moment_of_truth="yes"), "expected true or false"),
    (lambda: stage(moment_of_truth=1), "expected true or false"),
    (lambda: jm.Buyer("x", influence=6), "out of range"),
    (lambda: jm.Emotion("x", math.inf), "out of range"),
    (lambda: jm.Emotion("x", 10**5000), "out of range (got int with too many digits to write"),
    (lambda: jm.Scale(-2, 10**400), "scale.high: out of range"),
    (lambda: jm.Money(10**5000, "EUR"), "money.amount: not a number (got int with too many"),
    (lambda: jm.Quantity(10**15), "quantity.amount: not a number"),
    (lambda: jm.Quantity(10**5000, "1"), "not a figure with a unit"),
    (lambda: jm.Stage("x", importance=10**5000), "out of range"),
    (lambda: jm.Journey("x", stages=[[10**5000]]), "with too many digits to write"),
    (lambda: jm.Emotion("x", "1"), "wrong type"),
    (lambda: jm.Emotion("x", 2e9), "out of range"),
    (lambda: jm.Evidence("measured", sample_size=-1), "out of range"),
    (lambda: jm.Evidence("measured", sample_size=10**12 + 1), "out of range"),
    (lambda: jm.Evidence("measured", date="2026-02-30"), "evidence.date: not a date"),
    (lambda: jm.Evidence("measured", date=datetime.datetime(2026, 1, 1)), "not a date"),  # noqa: DTZ001
    (lambda: jm.Ice(impact=0, confidence=1, ease=1), "ice.impact: out of range"),
    (lambda: jm.Ice(impact=1, confidence=11, ease=1), "ice.confidence: out of range"),
    (lambda: rice(reach=0), "rice.reach: out of range (got 0; expected more than 0)"),
    (lambda: rice(impact=1.5), "expected 3, 2, 1, 0.5 or 0.25"),
    (lambda: rice(confidence="101%"), "expected 0%..100%"),
    (lambda: rice(effort=-1), "rice.effort: out of range"),
    # decimals
    *[
        (lambda text=text: jm.Money(text, "EUR"), "money.amount: not a number")
        for text in ["NaN", "sNaN", "Infinity", "1_000", "１２", "1E+9", "1" * 16, "0.1234567", ""]
    ],
    (lambda: jm.Money(Decimal("NaN"), "EUR"), "not a number"),
    (lambda: jm.Money(True, "EUR"), "wrong type"),  # noqa: FBT003
    (lambda: jm.Money("5"), "not an amount of money"),
    (lambda: jm.Money("5 bucks"), "not an amount of money"),
    (lambda: jm.Money("5 EUX"), "unknown currency (got 'EUX'"),
    (lambda: jm.Money("5 XAU"), "unknown currency"),
    (lambda: jm.Rate("12"), "not a rate"),
    (lambda: jm.Rate("twelve %"), "not a rate"),
    (lambda: jm.Quantity("many"), "not a figure"),
    (lambda: jm.Quantity("1,480 leads"), "not a figure"),
    (lambda: jm.Quantity("1E+999999"), "not a figure"),
    (lambda: jm.Quantity("1e3"), "not a figure"),
    (lambda: jm.Quantity(1, "2 days"), "not a"),
    (lambda: jm.Quantity(1, ".5"), "not a"),
    (lambda: jm.Duration("soon"), "not a duration"),
    (lambda: jm.Duration("3 fortnights"), "unknown unit of time"),
    (lambda: jm.Duration("2-1 weeks"), "not a range"),
    (lambda: jm.Duration("1 day to 2 months"), "two units that do not divide each other"),
    (jm.Duration, "needs one text or one unit"),
    (lambda: jm.Duration(days=1, weeks=1), "needs one text or one unit"),
    (lambda: jm.Duration(days=-1), "not a range"),
    (lambda: jm.Scale(2, -2), "not a scale"),
    (lambda: jm.Scale(1, 1), "not a scale"),
    (lambda: jm.Scale.parse("low..high"), "not a scale"),
    (lambda: jm.Journey("x", repeat_rate="-1%"), "expected 0%..100%"),
    (lambda: jm.Transition("x", share="200%"), "expected 0%..100%"),
    # what does not go together
    (
        lambda: jm.Hypothesis("x", ice=jm.Ice(impact=1, confidence=1, ease=1), rice=rice()),
        "hypothesis.rice: scored twice",
    ),
    (lambda: cost(start=1), "cost.start: only for a cost that recurs"),
    (lambda: cost(end=1), "cost.end: only for a cost that recurs"),
    (lambda: cost(growth="1%"), "cost.growth: only for a cost that recurs"),
    (lambda: cost(every="year", at=0), "cost.at: only for a single cost"),
    (lambda: cost(every="year", start=2, end=1), "cost.end: before the start"),
    (lambda: cost(at=101), "expected 0..100 years from the start"),
    (lambda: cost(every="year", growth="-100%"), "expected more than -100%"),
    (lambda: cost(low="11 EUR"), "cost.low: above the amount"),
    (lambda: cost(high="9 EUR"), "cost.high: below the amount"),
    (lambda: cost(low="1 USD"), "cost.low: another currency"),
    (
        lambda: jm.Offer("O", costs=[cost(), jm.Cost("D", "use", "1 USD")]),
        "offer.costs[1].amount: another currency",
    ),
    (
        lambda: jm.Offer("O", costs=[cost()], gains=[jm.Gain("G", "1 USD")]),
        "offer.gains[0].amount: another currency (got 1 USD; expected EUR)",
    ),
    # gains
    (lambda: jm.Gain("G", "-1 EUR"), "gain.amount: negative (got -1 EUR; expected 0 or more"),
    (lambda: jm.Gain("G", "1 EUR", low="-1 EUR"), "gain.low: negative"),
    (lambda: jm.Gain("G", "1 EUR", quantity=-1), "gain.quantity: negative"),
    (lambda: jm.Cost("C", "use", "1 EUR", quantity=-1), "cost.quantity: negative (got -1"),
    (lambda: jm.Gain("G", "1 EUR", growth="5%"), "gain.growth: only for a gain that recurs"),
    (lambda: jm.Gain("G", "1 EUR", every="year", at=1), "gain.at: only for a single gain"),
    (lambda: jm.Gain("G", "1_000 EUR"), "gain.amount: not an amount of money"),
    # terms
    (lambda: jm.Terms(0), "terms.years: out of range (got 0; expected more than 0 and at most"),
    (lambda: jm.Terms(-1), "terms.years: out of range (got -1;"),
    (lambda: jm.Terms(101), "terms.years: out of range"),
    (lambda: jm.Terms("NaN"), "terms.years: not a number"),
    (lambda: jm.Terms(math.inf), "terms.years: not a number"),
    (lambda: jm.Terms("1_0"), "terms.years: not a number"),
    (lambda: jm.Terms("2.5"), "terms.years: not whole periods (got 2.5 years; expected a whole"),
    (lambda: jm.Terms("2.3", period="quarter"), "a whole number of periods of a quarter"),
    (lambda: jm.Terms(discount_rate="-100%"), "terms.discount_rate: out of range (got '-100%'"),
    (lambda: jm.Terms(real_rate="-101%"), "terms.real_rate: out of range"),
    (lambda: jm.Terms(inflation="-100%"), "terms.inflation: out of range"),
    (lambda: jm.Terms(discount_rate="12"), "terms.discount_rate: not a rate"),
    (lambda: jm.Terms(discount_rate=0.12), "terms.discount_rate: wrong type"),
    (lambda: jm.Terms(real_rate="5%"), "terms.real_rate: a real rate for nominal prices (got 5%"),
    (
        lambda: jm.Terms(discount_rate="5%", prices="real"),
        "terms.discount_rate: a nominal rate for real prices (got 5%; expected `real_rate`",
    ),
    (
        lambda: jm.Terms(discount_rate="5%", real_rate="3%", inflation="2%"),
        "terms.real_rate: two rates (got 5% and 3%; expected either",
    ),
    (lambda: jm.Terms(prices="today"), "terms.prices: unknown value"),
    (lambda: jm.Terms(convention="start"), "terms.convention: unknown value"),
    (lambda: jm.Terms(period="week"), "terms.period: unknown value"),
    (lambda: jm.Terms(units="0 seats"), "terms.units: out of range"),
    (lambda: journey(tco="many"), "journey.tco: not a number"),
    # types of parts
    (lambda: stage(backstage="x"), "stage.backstage: wrong type (got 'x'; expected a Backstage)"),
    (lambda: stage(emotions=[3]), "stage.emotions[0]: wrong type"),
    (lambda: stage(emotions=5), "stage.emotions: wrong type (got 5; expected a list)"),
    (lambda: stage(involvement={"CFO": "decide"}), "stage.involvement.CFO"),
    (lambda: stage(involvement={"A": jm.Involvement("B", "decides")}), "disagree"),
    (lambda: jm.Offer("O", costs=["x"]), "offer.costs[0]: wrong type (got 'x'; expected a Cost)"),
]


@pytest.mark.parametrize(("make", "said"), REFUSED, ids=[said for _, said in REFUSED])
def test_a_wrong_value_is_refused_with_its_path(make, said):
    with pytest.raises(ModelError) as caught:
        make()
    assert said in str(caught.value)
    assert isinstance(caught.value, ValueError)
    (fault,) = caught.value.faults
    assert fault.root


def journey(**fields):
    return jm.Journey("J", **fields)


BUYERS = [jm.Buyer("CFO", id="boss"), jm.Buyer("IT"), jm.Buyer("IT")]
CROSSED = [
    (
        lambda: journey(stages=[jm.Stage("A", id="x"), jm.Stage("B", id="x")]),
        "journey.stages[1].id: the id of journey.stages[0] too (got 'x'",
    ),
    (
        lambda: journey(stages=["A"], buyers=[jm.Buyer("B", id="stage1")]),
        "the id of journey.buyers[0] too",
    ),
    (
        lambda: journey(stages=[stage(emotions=[jm.Emotion("e", 3)])]),
        "journey.stages[0].emotions[0].valence: out of range (got 3; expected -2..2)",
    ),
    (
        lambda: journey(
            stages=[stage(touchpoints=[jm.Touchpoint("t", emotions=[jm.Emotion("e", 6)])])],
            scale="1..5",
        ),
        "journey.stages[0].touchpoints[0].emotions[0].valence: out of range (got 6; expected 1..5)",
    ),
    (
        lambda: journey(buyers=BUYERS, stages=[stage(involvement={"CEO": "decides"})]),
        "journey.stages[0].involvement.CEO: refers to nothing (got 'CEO'",
    ),
    (
        lambda: journey(buyers=BUYERS, stages=[stage(involvement={"IT": "decides"})]),
        "journey.stages[0].involvement.IT: means journey.buyers[1], journey.buyers[2]",
    ),
    (
        lambda: journey(
            buyers=BUYERS, stages=[stage(involvement={"CFO": "decides", "boss": "informed"})]
        ),
        "the same buyer again",
    ),
    (
        lambda: journey(stages=[stage(messages=["F"])]),
        "messages[0]: refers to nothing (got 'F'; there are no messages in this journey)",
    ),
    (
        lambda: journey(stages=[stage(leads_to=["T"])]),
        "journey.stages[0].leads_to[0].to: refers to nothing (got 'T'",
    ),
    (
        lambda: journey(stages=[stage(touchpoints=[jm.Touchpoint("t", buyers=["X"])])]),
        "journey.stages[0].touchpoints[0].buyers[0]: refers to nothing",
    ),
    (
        lambda: journey(
            stages=[
                stage(touchpoints=[jm.Touchpoint("a", alternative_to="b")]),
                stage(touchpoints=["b"]),
            ]
        ),
        "journey.stages[0].touchpoints[0].alternative_to: refers to nothing (got 'b'",
    ),
    (
        lambda: journey(stages=[stage(touchpoints=[jm.Touchpoint("a", alternative_to="a")])]),
        "alternative_to: refers to nothing",
    ),
    (
        lambda: journey(messages=[jm.Fab("F", benefits={"CEO": "x"})]),
        "journey.messages[0].benefits.CEO: refers to nothing",
    ),
    (
        lambda: journey(stages=[stage(recommendations=[jm.Recommendation("r", addresses=["b"])])]),
        "journey.stages[0].recommendations[0].addresses[0]: refers to nothing",
    ),
    (
        lambda: journey(stages=[stage(hypotheses=[jm.Hypothesis("h", addresses=["b"])])]),
        "journey.stages[0].hypotheses[0].addresses[0]: refers to nothing",
    ),
]


@pytest.mark.parametrize(("make", "said"), CROSSED, ids=[said for _, said in CROSSED])
def test_a_fault_between_objects_is_refused_with_its_path(make, said):
    with pytest.raises(ModelError) as caught:
        make()
    assert said in str(caught.value)
    assert len(caught.value.faults) == 1


def test_all_faults_come_at_once_with_paths():
    with pytest.raises(ModelError) as caught:
        jm.Stage("", importance=9, barriers=["x", "", 5], duration="soon")
    assert [fault.path for fault in caught.value.faults] == [
        "stage.name",
        "stage.barriers[1]",
        "stage.barriers[2]",
        "stage.importance",
        "stage.duration",
    ]
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
    assert again.faults == caught.value.faults


def test_plain_values_stand_for_the_richer_objects():
    made = jm.Stage(
        "S",
        job="J",
        actions=["a", jm.Statement("b")],
        touchpoints="t",
        emotions=jm.Emotion("e", -1),
        duration="1-2 weeks",
        involvement={"CFO": "decides"},
    )
    assert made.job == jm.Statement("J")
    assert made.actions == (jm.Statement("a"), jm.Statement("b"))
    assert made.touchpoints == (jm.Touchpoint("t"),)
    assert made.emotions[0].valence == -1.0
    assert made.duration == jm.Duration(weeks=(1, 2))
    assert made.involvement == (jm.Involvement("CFO", "decides"),)
    assert jm.Buyer("B", role=["champion", "coach"]).role == ("coach",)
    assert {people.ALIASES[word] for word in people.ALIASES} == {*people.ROLES}
    assert offers.Cost("C", "licences", "5 EUR").category == "licences"


def test_terms_may_be_a_number_of_years():
    assert journey(tco=7).tco == journey(tco="7").tco == jm.Terms(7)
    assert jm.Terms("2.5", period="quarter").years == Decimal("2.5")
    assert jm.Terms("0.083333", period="month").years == Decimal("0.083333")
    assert jm.Terms(real_rate="5%", inflation="4%").real_rate == jm.Rate(5)
    assert jm.Terms(discount_rate="9%", inflation="4%", prices="real").prices == "real"


def test_texts_are_kept_as_the_model_keeps_them():
    assert jm.Statement(" a\r\nb\rc ").text == "a\nb\nc"
    assert jm.Statement("x" * MAX_TEXT_BYTES).text == "x" * MAX_TEXT_BYTES
    assert type(jm.Statement(type("T", (str,), {})("x")).text) is str


def test_values_read_their_own_text():
    for cls, text in [
        (jm.Duration, "1-2 weeks"),
        (jm.Duration, "1 day"),
        (jm.Duration, "0.5 hours"),
        (jm.Money, "-0.000001 EUR"),
        (jm.Money, "999999999999999.999999 RUB"),
        (jm.Rate, "-12.5%"),
        (jm.Quantity, "34%"),
        (jm.Quantity, "1480 leads a month"),
        (jm.Scale, "-2..2"),
    ]:
        assert str(cls.parse(text)) == text
    assert str(jm.Duration("от 1 до 2 недель".removeprefix("от "))) == "1-2 weeks"
    assert jm.Duration("1 day - 2 weeks") == jm.Duration(days=(1, 14))


def test_objects_are_values():
    one, two = journey(stages=["A"]), journey(stages=["A"])
    assert one == two
    assert len({one, two}) == 1
    assert jm.Barrier("x") != jm.Concern("x")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.title = "B"
    assert attrs.evolve(one, title="B").title == "B"
    with pytest.raises(ModelError):
        attrs.evolve(one, kind="b2g")
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own bytes


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(journeys())
def test_a_repr_makes_an_equal_object(made):
    names = {name: getattr(jm, name) for name in jm.__all__}
    names |= {"datetime": datetime, "Decimal": Decimal}
    again = eval(repr(made), names)  # noqa: S307 - our own text
    assert again == made
    assert hash(again) == hash(made)


def test_every_class_of_the_model_is_frozen_and_has_slots():
    for name in jm.__all__:
        cls = getattr(jm, name)
        assert issubclass(cls, Record)
        assert "__dict__" not in dir(cls)


USER = """
import attrs
from journeymap.model import Buyer, Cost, Duration, Emotion, Fab, Journey, Offer, Stage, Touchpoint

journey = Journey(
    "Map",
    kind="b2b",
    persona="Head of Sales",
    scale="1..5",
    updated="2026-01-01",
    buyers=[Buyer("CFO", role="economic", priorities=["ROI"]), "IT"],
    messages=[Fab("F", benefits={"economic": "B"})],
    stages=[
        "Start",
        Stage(
            "Choice",
            job="Choose",
            actions=["a", "b"],
            touchpoints=[Touchpoint("t", channel="event", status="proposed"), "site"],
            emotions=[Emotion("joy", 4)],
            duration="1-2 weeks",
            active=Duration(days=(1, 2)),
            involvement={"CFO": "decides"},
        ),
    ],
    offers=[Offer("O", costs=[Cost("L", "price", "5 EUR", every="year", growth="5%")])],
)
title: str = attrs.evolve(journey, title="B").title
"""


def _source_folder():
    """Return where an uninstalled package lies; mypy finds an installed one by itself."""
    folder = Path(journeymap.__file__).parent.parent
    return "" if folder.name == "site-packages" else str(folder)


def test_a_strict_type_checker_accepts_plain_values(tmp_path):
    path = tmp_path / "user.py"
    path.write_text(USER)
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path), str(path)]
    environment = {**os.environ, "MYPYPATH": _source_folder()}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)  # noqa: S603
    assert done.returncode == 0, done.stdout
    path.write_text(USER.replace('kind="b2b"', 'kind="b2g"'))
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)  # noqa: S603
    assert 'error: Argument "kind" to "Journey"' in done.stdout


def test_everything_can_be_had_by_its_id():
    stage = jm.Stage("A", id="first", job="do", touchpoints=["x", jm.Touchpoint("y", id="why")])
    found = jm.Journey("t", stages=[stage, "B"], buyers=["CFO"]).by_id()
    ids = ["buyer1", "first", "first.job", "first.touchpoint1", "why", "stage2"]
    assert list(found) == ids
    assert found["first"] is stage


def remarks(record):
    """Every object with an id in a record, found by looking into all fields."""
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        for inner in value if isinstance(value, tuple) else [value]:
            if isinstance(inner, Record):
                if isinstance(inner, Remark):
                    yield inner
                yield from remarks(inner)


@given(journeys())
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
def test_the_index_holds_all_that_has_an_id(journey):
    found = [item.value for item in walk(journey)]
    assert list(map(id, found)) == list(map(id, remarks(journey)))
