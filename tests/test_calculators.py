"""The calculators: the check values of the domain, what they read of a map, what they refuse."""

import decimal
import math
from decimal import Decimal

import pytest

import journeymap as jm
from conftest import EXAMPLES, example
from journeymap.analysis.intervals import quantile
from journeymap.labels import LANGUAGES, labels_of

FUNNEL = [10000, 2500, 600, 180, 150]


def two_places(value):
    return round(value, 2)


# The check values of the domain


@pytest.mark.parametrize(("importance", "satisfaction", "score"), [(9, 3, 15), (9, 9, 9)])
def test_opportunity(importance, satisfaction, score):
    assert jm.opportunity(importance, satisfaction).score == score


def test_opportunities_of_a_map():
    pairs = [(3, -1), (5, -2), (4, 1), (5, 0.5)]
    stages = [
        jm.Stage(str(valence), importance=importance, emotions={"felt": valence})
        for importance, valence in pairs
    ]
    points = jm.opportunities(jm.Journey("t", stages=stages))
    assert [point.position for point in points] == [1, 3, 0, 2]
    assert [point.score for point in points] == [20, Decimal("13.75"), 7.5, 7.5]
    assert all(point.is_derived for point in points)


def test_scores():
    assert jm.ice(7, 6, 5).value == 210
    assert jm.rice(1000, 2, "80%", 4).value == 400


def test_nps():
    assert jm.nps(50, 30, 20).score == 30
    assert jm.nps_of([10] * 25 + [9] * 25 + [8] * 15 + [7] * 15 + [6] * 10 + [0] * 10) == jm.nps(
        50, 30, 20
    )


def test_the_bounds_of_an_nps_are_those_of_the_adjusted_wald_method():
    found = jm.nps(19, 8, 9, "90%")
    for_us, against, count = 19.75 / 39, 9.75 / 39, 39
    net = for_us - against
    half = 1.6448536269514722 * math.sqrt((for_us + against - net * net) / count)
    assert float(found.low) == pytest.approx(100 * (net - half))
    assert float(found.high) == pytest.approx(100 * (net + half))


def test_funnel():
    funnel = jm.funnel(FUNNEL)
    assert funnel.total == Decimal("0.015")
    assert [round(step.rate, 4) for step in funnel.steps] == [
        Decimal(rate) for rate in ("0.2500", "0.2400", "0.3000", "0.8333")
    ]
    assert [step.drop_off for step in funnel.steps[:3]] == [
        Decimal(rate) for rate in ("0.75", "0.76", "0.7")
    ]
    assert funnel.worst.name == "2"
    assert funnel.step(4).lost == 30


def test_wilson():
    found = jm.wilson(180, 600)
    assert found.rate == Decimal("0.3")
    assert [two_places(100 * end) for end in (found.low, found.high)] == [
        Decimal("26.47"),
        Decimal("33.78"),
    ]
    assert jm.funnel(FUNNEL).step("3").interval == found


def test_z_of_any_confidence_is_found():
    assert round(quantile(Decimal("0.95")), 12) == Decimal("1.959963984540")
    assert float(quantile(1 - Decimal("1e-27"))) == pytest.approx(10.912912709237977)
    found = jm.wilson(1, 2, Decimal("0." + "9" * 30))
    assert (found.low > 0, found.high < 1) == (True, True)


def test_bottleneck():
    flow = jm.funnel(FUNNEL).with_leads(20000)
    assert flow.out == 300
    limited = flow.with_capacity(3, 700)
    assert (limited.out, limited.limit, limited.enough) == (175, "3", 1200)
    assert limited.widened == flow
    assert limited.loads[2].turned_away == 500
    rates = [step.rate for step in jm.funnel(FUNNEL[:4]).steps]
    assert jm.bottleneck(20000, rates, [None, None, 700]).out == 210


def test_repeat_business():
    assert jm.expected_purchases("60%") == Decimal("2.5")
    assert jm.lifetime_value(100, "60%", "10%").value == 220
    assert jm.lifetime_value("100 EUR", 0.6, 0.1).value == jm.Money("220 EUR")


def test_peak_end():
    assert jm.peak_end([-1, -2, 1, 0.5]).value == Decimal("-0.75")


# What is read of a map


def stage(name, **given):
    figures = {key.replace("_", " "): value for key, value in given.items()}
    return jm.Stage(name, metrics=[jm.Metric(key, measured=v) for key, v in figures.items()])


def test_opportunities_use_the_journeys_own_scale():
    stages = [jm.Stage("A", importance=3, emotions={"x": 2}), jm.Stage("no importance")]
    (point,) = jm.opportunities(jm.Journey("t", scale="1..5", stages=stages))
    assert point.opportunity.satisfaction == Decimal("2.5")
    assert point.level == 2


def test_a_satisfaction_that_is_given_goes_before_feelings():
    stages = [jm.Stage("A", importance=3, satisfaction=4.2, emotions={"x": -2})]
    (point,) = jm.opportunities(jm.Journey("t", stages=stages))
    assert (point.opportunity.satisfaction, point.is_derived) == (8, False)


def test_mixed_feelings_are_one_mean_and_unknown_ones_none():
    stages = [
        jm.Stage("mixed", importance=3, emotions={"tired": -0.1, "glad": 0.3, "odd": None}),
        jm.Stage("unknown", importance=5, emotions={"odd": None}),
    ]
    journey = jm.Journey("t", stages=stages)
    (point,) = jm.opportunities(journey)
    assert point.level == Decimal("0.1")
    assert jm.peak_end(journey).value == Decimal("0.1")


def test_feelings_are_those_of_one_person():
    emotions = [jm.Emotion("calm", 1), jm.Emotion("afraid", -2, who="CFO")]
    journey = jm.Journey(
        "t", buyers=["CFO"], stages=[jm.Stage("A", importance=3, emotions=emotions)]
    )
    assert jm.peak_end(journey).value == 1
    assert jm.peak_end(journey, who="CFO").value == -2
    assert jm.opportunities(journey, who="CFO")[0].level == -2
    with pytest.raises(jm.OptionError, match=r"unknown person with feelings 'CFOO'.*'CFO'"):
        jm.peak_end(journey, who="CFOO")


def test_peak_is_furthest_from_the_middle_of_the_scale():
    stages = [jm.Stage(str(v), emotions={"x": v}) for v in (4.5, 1, 3.5)]
    found = jm.peak_end(jm.Journey("t", scale="1..5", stages=stages))
    assert (found.peak, found.end, found.peak_at) == (1, 3.5, "1")
    assert jm.peak_end([2, -2, 0]).peak == -2


def test_peak_end_goes_by_the_points_of_the_curve():
    touch = jm.Touchpoint("x", emotions={"awful": -2})
    journey = jm.Journey("t", stages=[jm.Stage("A", touchpoints=[touch], emotions={"well": 1})])
    assert jm.peak_end(journey).value == Decimal("-0.5")
    assert jm.peak_end(journey, by="stage").value == Decimal("-0.5")
    assert jm.peak_end(journey, by="stage").peak == Decimal("-0.5")


def test_a_funnel_of_counts_with_plans_beside_them():
    funnel = jm.funnel(example("sales-automation"))
    assert [step.entered for step in funnel.steps] == [1480, 503, 178, 134]
    assert [step.planned for step in funnel.steps] == [
        Decimal(plan) for plan in ("0.4", "0.45", "0.8", "0.9")
    ]
    assert funnel.steps[0].went_on == 503
    assert round(funnel.total, 4) == Decimal("0.0761")
    assert funnel.planned_total == Decimal("0.1296")
    assert funnel.end == ""


def test_what_is_stated_goes_before_counts_that_say_another_thing():
    stages = [stage("A", entered=100, conversion="50%"), stage("B", entered=80)]
    assert jm.funnel(jm.Journey("t", stages=stages)).steps[0].went_on == 50
    stages = [stage("A", entered=300, conversion="33%"), stage("B", entered=100)]
    assert jm.funnel(jm.Journey("t", stages=stages)).steps[0].went_on == 100


def test_drop_off_and_went_on_are_read_too():
    stages = [stage("A", entered=100, drop_off="30%"), stage("B", entered=70, went_on=35)]
    funnel = jm.funnel(jm.Journey("t", stages=stages))
    assert [step.rate for step in funnel.steps] == [Decimal("0.7"), Decimal("0.5")]
    assert funnel.total == Decimal("0.35")


def test_a_stage_without_figures_is_passed_over():
    stages = [stage("A", entered=100), jm.Stage("B"), stage("C", entered=60)]
    funnel = jm.funnel(jm.Journey("t", stages=stages))
    assert [step.name for step in funnel.steps] == ["A"]
    assert (funnel.end, funnel.total) == ("C", Decimal("0.6"))


def test_nobody_is_counted_where_only_rates_are_known():
    stages = [stage("A", conversion="50%"), stage("B", conversion="10%")]
    funnel = jm.funnel(jm.Journey("t", stages=stages))
    assert funnel.total == Decimal("0.05")
    assert [step.interval for step in funnel.steps] == [None, None]
    assert str(funnel) == "5% come through: A → B → the end; most are lost at B (90%)"
    with pytest.raises(jm.OptionError, match="leads: nobody was counted"):
        funnel.with_capacity("B", 10)
    assert funnel.with_leads(1000).with_capacity("B", 100).out == 10


def test_reckoned_counts_have_no_interval():
    stages = [stage("A", entered=100, conversion="50%"), stage("B", conversion="10%")]
    first, second = jm.funnel(jm.Journey("t", stages=stages)).steps
    assert (first.went_on, second.entered, second.went_on) == (50, 50, 5)
    assert first.interval == jm.wilson(50, 100)
    assert second.interval is None


def test_a_plan_is_a_funnel_too():
    funnel = jm.funnel(example("first-flat"), which="planned")
    assert funnel.steps[0].entered == 20000
    assert funnel.total == Decimal("0.01435")
    assert all(step.interval is None for step in funnel.steps)


def test_a_journey_tells_how_many_come_again():
    journey = jm.Journey("t", repeat_rate="60%", language="ru")
    assert jm.expected_purchases(journey) == Decimal("2.5")
    found = jm.lifetime_value("100 RUB", journey, "10%")
    assert found.value == jm.Money("220 RUB")
    assert str(found).startswith("ценность клиента")


@pytest.mark.parametrize(
    ("margin", "value"), [("10 JPY", "11 JPY"), ("10 EUR", "10.75 EUR"), ("10 KWD", "10.753 KWD")]
)
def test_money_is_rounded_to_the_minor_unit(margin, value):
    assert jm.lifetime_value(margin, "7%").value == jm.Money(value)


def test_ideas_are_put_in_order():
    found = jm.ideas(example("first-flat"))
    assert [idea.score.name for idea in found] == ["ICE"] * 3 + ["RICE"] * 4
    for name in ("ICE", "RICE"):
        values = [idea.score.value for idea in found if idea.score.name == name]
        assert values == sorted(values, reverse=True)


# What limits, and what opens next


def test_the_next_bottleneck_is_named():
    flow = jm.bottleneck(
        20000, ["25%", "24%", "30%", "50%"], {"b": 4000, "d": 200}, ["a", "b", "c", "d", "e"]
    )
    assert (flow.limit, flow.out) == ("d", 100)
    assert flow.widened.limit == "b"
    assert flow.enough == 288
    assert flow.with_capacity("d", 288).out == flow.widened.out == 144
    assert flow.with_capacity("e", 30).limit == "e"


def test_a_better_rate_is_a_what_if_too():
    flow = jm.funnel(FUNNEL).with_rate(2, "48%")
    assert (flow.out, flow.with_rate("1", 0.5).out) == (300, 600)


def test_where_nothing_comes_through_no_capacity_limits():
    flow = jm.bottleneck(100, ["50%", 0], {1: 10})
    assert (flow.out, flow.limit, flow.enough, flow.widened) == (0, None, None, flow)


def test_two_stages_of_one_name_are_told_apart_by_number():
    flow = jm.bottleneck(100, [1, 1], [], ["a", "a"])
    with pytest.raises(jm.OptionError, match=r"several stages are called 'a' \(give one of 1, 2\)"):
        flow.with_capacity("a", 5)
    assert flow.with_capacity(2, 5).out == 5


# Refusals

NO_NUMBERS = [
    math.nan, math.inf, -math.inf, Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"), "1_000",
    "1e3", "", " 1", "٣", True, None, [1], 10**5000, Decimal("1e-400"), 1j, b"1",
]  # fmt: skip


@pytest.mark.parametrize("value", NO_NUMBERS, ids=map(str, range(len(NO_NUMBERS))))
@pytest.mark.parametrize(
    "call",
    [
        lambda value: jm.opportunity(value, 5),
        lambda value: jm.nps(1, value, 1),
        lambda value: jm.nps_of([value]),
        lambda value: jm.wilson(value, 10),
        lambda value: jm.wilson(1, value),
        lambda value: jm.funnel([10, value]),
        lambda value: jm.bottleneck(value, ["50%"], []),
        lambda value: jm.bottleneck(10, [value], []),
        lambda value: jm.lifetime_value(value, "50%"),
        lambda value: jm.lifetime_value(1, value),
        jm.expected_purchases,
        lambda value: jm.peak_end([1], neutral=value),
    ],
)
def test_what_is_no_number_is_refused(call, value):
    with pytest.raises(jm.JourneymapError) as refusal:
        call(value)
    assert isinstance(refusal.value, ValueError)


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        (lambda: jm.opportunity(11, 5), r"importance: out of range \(got 11; expected 0..10\)"),
        (lambda: jm.opportunity(5, -1), "satisfaction: out of range"),
        (lambda: jm.ice(11, 1, 1), r"ice.impact: out of range \(got 11; expected 1..10\)"),
        (lambda: jm.rice(1, 4, "80%", 1), "rice.impact: out of range"),
        (lambda: jm.rice(1, 3, "120%", 1), "rice.confidence: out of range"),
        (lambda: jm.nps(-1, 0, 5), "promoters: out of range"),
        (lambda: jm.nps(0, 0, 0), "answers: nobody answered"),
        (lambda: jm.nps_of([]), "answers: nobody answered"),
        (lambda: jm.nps_of([7, 11]), r"scores\[1\]: out of range"),
        (lambda: jm.nps_of([9.5]), r"scores\[0\]: out of range .*a whole number"),
        (lambda: jm.wilson(11, 10), "successes: more than trials"),
        (lambda: jm.wilson(-1, 10), "successes: out of range"),
        (lambda: jm.wilson(0, 0), "trials: out of range"),
        (lambda: jm.wilson(1, 2, "100%"), "confidence: out of range"),
        (lambda: jm.wilson(1, 2, 0), "confidence: out of range"),
        (lambda: jm.wilson(1, 2, 95), "confidence: out of range"),
        (lambda: jm.funnel([]), r"funnel: too short \(got '0 counts'"),
        (lambda: jm.funnel([10]), "funnel: too short"),
        (lambda: jm.funnel("10"), "funnel: wrong type"),
        (lambda: jm.funnel([10, 11]), r"funnel\[1\]: more go on than entered"),
        (lambda: jm.funnel({"A": 0, "B": 0}), r"funnel\.?\[?'?A'?\]?: nobody entered"),
        (lambda: jm.funnel([10, 5], which="measure"), r"unknown kind of figures .*'measured'"),
        (lambda: jm.funnel(jm.Journey("t")), "funnel: no stage has a measured rate"),
        (lambda: jm.funnel(FUNNEL).step("6"), "unknown stage '6'"),
        (lambda: jm.funnel(FUNNEL).with_leads(-1), "leads: out of range"),
        (lambda: jm.funnel(FUNNEL).with_capacity(3, -1), "capacity: out of range"),
        (lambda: jm.funnel(FUNNEL).with_capacity(0, 1), r"stage: out of range \(got 0; exp.*1..5"),
        (lambda: jm.funnel(FUNNEL).with_rate(5, 1), "stage: out of range"),
        (lambda: jm.funnel(FUNNEL).with_rate(1, "120%"), "rate: out of range"),
        (lambda: jm.bottleneck(10, [], []), "rates: empty"),
        (lambda: jm.bottleneck(10, ["120%"], []), r"rates\[0\]: out of range"),
        (lambda: jm.bottleneck(10, [60], []), "a number from 0 to 1"),
        (lambda: jm.bottleneck(10, [jm.Rate("-1%")], []), r"rates\[0\]: out of range"),
        (lambda: jm.bottleneck(10, [1], [5, 5, 5]), "stage: out of range"),
        (lambda: jm.bottleneck(10, [1], [], ["a", "b", "c"]), "names: 3 of them"),
        (lambda: jm.expected_purchases("100%"), "repeat: never ends"),
        (lambda: jm.expected_purchases(1.01), "repeat: out of range"),
        (lambda: jm.expected_purchases(jm.Journey("t")), "repeat_rate: the journey has none"),
        (lambda: jm.lifetime_value(1, 1, "10%"), "repeat: never ends"),
        (lambda: jm.lifetime_value(-1, 0), "margin: out of range"),
        (lambda: jm.lifetime_value("-1 EUR", 0), "margin: out of range"),
        (lambda: jm.lifetime_value("1 EUX", 0), "unknown currency"),
        (lambda: jm.lifetime_value(1, 0, "-1%"), "discount: out of range"),
        (lambda: jm.peak_end([]), "valences: none is known"),
        (lambda: jm.peak_end([None, None]), "valences: none is known"),
        (lambda: jm.peak_end([1, "x"]), r"valences\[1\]: not a number"),
        (lambda: jm.peak_end(jm.Journey("t")), "valences: none is known"),
        (lambda: jm.nps(1, 1, 1).explain("fi"), "unknown language 'fi'"),
    ],
)
def test_refusals_say_what_is_wrong(call, problem):
    with pytest.raises(jm.JourneymapError, match=problem) as refusal:
        call()
    assert isinstance(refusal.value, ValueError)


def test_a_stage_that_tells_no_rate_is_named():
    stages = [stage("A", entered="100 visits"), stage("B", entered="10 kg"), stage("C", entered=5)]
    with pytest.raises(jm.OptionError, match="A: no measured rate"):
        jm.funnel(jm.Journey("t", stages=stages))


def test_a_figure_is_shown_as_it_is_written():
    with pytest.raises(jm.OptionError, match=r"got 200; expected 0\.\.100"):
        jm.funnel([100, 200])


# Words


def answers():
    flow = jm.funnel(FUNNEL).with_leads(20000)
    journey = example("sales-automation")
    return [
        jm.opportunity(9, 3),
        jm.opportunities(journey)[0],
        jm.opportunities(example("meal-delivery"))[0],
        jm.ice(7, 6, 5),
        jm.rice(1000, 2, "80%", 4),
        jm.ideas(journey)[0],
        jm.nps(50, 30, 20),
        jm.wilson(180, 600),
        jm.funnel(FUNNEL),
        jm.funnel(journey),
        flow,
        flow.with_capacity(3, 700),
        flow.with_capacity(3, 700).with_capacity(1, 15000).with_capacity(5, 100),
        jm.lifetime_value(100, "60%", "10%"),
        jm.lifetime_value("100 EUR", "60%", "10%"),
        jm.peak_end([-1, -2, 1, 0.5]),
    ]


@pytest.mark.parametrize("answer", answers(), ids=lambda answer: type(answer).__name__)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_explains_itself(answer, language):
    text = answer.explain(language)
    assert labels_of(language).calculators["source"].split("{", maxsplit=1)[0] in text
    assert "{" not in text
    assert "None" not in text
    has_cyrillic = any("а" <= letter <= "я" for letter in text)
    assert has_cyrillic == (language == "ru")


def test_an_explanation_shows_formula_numbers_and_source():
    assert jm.opportunity(9, 3).explain() == (
        "Opportunity = importance + max(importance − satisfaction, 0), each from 0 to 10.\n"
        "9 + max(9 − 3, 0) = 15\n"
        "Source: A. W. Ulwick, What Customers Want, 2005."
    )
    assert jm.funnel([1000, 250]).explain("ru").splitlines()[1] == (
        "этап 1: 250 из 1\xa0000 = 25\xa0% (95\xa0%: от 22,42\xa0% до 27,78\xa0%), потери 75\xa0%"
    )
    assert jm.funnel(FUNNEL).with_leads(20000).with_capacity(3, 700).explain().splitlines()[-2] == (
        "The bottleneck is stage 3. With a capacity of 1,200 there, 300 come out; "
        "then nothing limits."
    )


def test_a_score_of_a_map_is_called_a_heuristic():
    point = jm.opportunities(example("sales-automation"))[0]
    assert "heuristic" in point.explain()
    assert "эвристика" in point.explain("ru")
    assert "heuristic" in jm.opportunities.__doc__


def test_what_comes_of_a_map_speaks_its_language():
    journey = example("sales-automation-ru")
    for answer in (
        jm.funnel(journey),
        jm.funnel(journey).with_capacity(2, 100),
        jm.opportunities(journey)[0],
        jm.opportunities(journey)[0].opportunity,
        jm.ideas(journey)[0].score,
        jm.peak_end(journey),
    ):
        assert "Источник" in answer.explain()
        assert "Source" in answer.explain("en")


@pytest.mark.parametrize("name", EXAMPLES)
def test_calculators_take_any_example(name):
    journey = example(name)
    assert all(0 <= point.score <= 20 for point in jm.opportunities(journey))
    assert all(idea.score.value > 0 for idea in jm.ideas(journey))
    try:
        funnel = jm.funnel(journey)
    except jm.OptionError as error:
        assert "rate" in str(error)  # noqa: PT017 - not every map has figures
    else:
        assert 0 < funnel.total <= 1


def test_small_figures_do_not_look_like_nothing():
    assert str(jm.funnel([10**9, 3])).startswith("0.0000003% come through")


def test_a_result_shows_its_figures_by_name_and_no_language():
    found = jm.wilson(180, 600)
    assert repr(found).startswith(f"Interval(successes={found.successes!r}, ")
    assert "language" not in repr(found)


def test_the_precision_of_the_program_changes_nothing():
    def results():
        flow = jm.funnel([7, 3, 1]).with_leads(1000)
        found = [jm.nps(7, 2, 3), jm.wilson(1, 3), flow.loads, jm.expected_purchases("7%")]
        return repr([*found, jm.funnel([7, 3, 1]), jm.lifetime_value(1, "7%", "3%")])

    usual = results()
    with decimal.localcontext(prec=4, rounding=decimal.ROUND_UP):
        assert results() == usual
