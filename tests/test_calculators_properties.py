"""What is true of the calculators whatever is put into them."""

import math
import statistics
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import journeymap as jm
from journeymap.analysis.intervals import quantile

CLOSE = Decimal("1e-20")

counts = st.integers(0, 10**9)
shares = st.decimals(0, 1, places=4)
some_shares = st.decimals("0.01", 1, places=4)
tens = st.decimals(0, 10, places=3)
levels = st.sampled_from(["50%", "90%", "95%", "99%", "99.9%"])
repeats = st.decimals(0, "0.9", places=4)
valences = st.lists(st.none() | st.decimals(-2, 2, places=2), min_size=1).filter(any)


@st.composite
def funnels(draw):
    """Return counts of which none is above the one before, and none zero but the last."""
    numbers = draw(st.lists(st.integers(1, 10**9), min_size=2, max_size=8))
    numbers = sorted(numbers, reverse=True)
    return [*numbers[:-1], draw(st.sampled_from([0, numbers[-1]]))]


@st.composite
def flows(draw):
    rates = draw(st.lists(some_shares, min_size=1, max_size=6))
    limits = st.none() | st.integers(1, 10**5)
    size = len(rates) + 1
    capacities = draw(st.lists(limits, min_size=size, max_size=size))
    return jm.bottleneck(draw(st.integers(1, 10**6)), rates, capacities)


# Wilson


@given(counts, counts, levels)
def test_the_interval_contains_the_rate(successes, failures, level):
    assume(successes + failures)
    found = jm.wilson(successes, successes + failures, level)
    assert 0 <= found.low <= found.rate <= found.high <= 1


@given(st.integers(0, 10**6), st.integers(0, 10**6), levels)
def test_the_bounds_are_the_roots_of_wilsons_equation(successes, failures, level):
    """At a bound p, the rate lies z standard errors away: (rate − p)² = z²·p·(1 − p)/n."""
    trials = successes + failures
    assume(trials)
    found = jm.wilson(successes, trials, level)
    z = quantile(found.confidence)
    for bound in (found.low, found.high):
        distance = (Decimal(successes) / trials - bound) ** 2
        assert abs(distance - z * z * bound * (1 - bound) / trials) < CLOSE


@given(st.integers(0, 1000), st.integers(1, 1000), st.integers(2, 50), levels)
def test_more_trials_narrow_the_interval(successes, failures, times, level):
    few = jm.wilson(successes, successes + failures, level)
    many = jm.wilson(successes * times, (successes + failures) * times, level)
    assert many.high - many.low < few.high - few.low


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_what_fails_is_the_mirror_of_what_succeeds(successes, failures):
    assume(successes + failures)
    done = jm.wilson(successes, successes + failures)
    missed = jm.wilson(failures, successes + failures)
    assert abs(done.low - (1 - missed.high)) < CLOSE


@given(st.integers(1, 1000), st.integers(1, 1000))
def test_more_confidence_widens_the_interval(successes, failures):
    wide, narrow = (jm.wilson(successes, successes + failures, c) for c in ("99%", "95%"))
    assert wide.low < narrow.low
    assert wide.high > narrow.high


@given(st.decimals("0.0001", "0.9999", places=4))
def test_z_is_that_of_the_standard_normal_distribution(confidence):
    expected = statistics.NormalDist().inv_cdf((1 + float(confidence)) / 2)
    assert float(quantile(confidence)) == pytest.approx(expected, rel=1e-9)


# NPS


@given(counts, counts, counts, st.sampled_from(["90%", "95%", "99%"]))
def test_a_net_promoter_score_lies_within_its_bounds(promoters, passives, detractors, level):
    assume(promoters + passives + detractors)
    found = jm.nps(promoters, passives, detractors, level)
    assert -100 <= found.low <= found.score <= found.high <= 100


@given(st.lists(st.integers(0, 10), min_size=1), st.randoms())
def test_the_order_of_answers_is_irrelevant(scores, random):
    shuffled = scores[:]
    random.shuffle(shuffled)
    assert jm.nps_of(shuffled) == jm.nps_of(scores)
    by_hand = Fraction(sum((s >= 9) - (s <= 6) for s in scores) * 100, len(scores))
    assert abs(Fraction(jm.nps_of(scores).score) - by_hand) < Fraction(1, 10**20)


@given(counts, counts, counts)
def test_warners_and_fans_are_mirrors(promoters, passives, detractors):
    assume(promoters + passives + detractors)
    one = jm.nps(promoters, passives, detractors)
    other = jm.nps(detractors, passives, promoters)
    assert (one.score, one.low, one.high) == (-other.score, -other.high, -other.low)


# Funnel


@given(funnels())
def test_the_total_is_the_product_of_the_steps_and_the_last_of_the_first(numbers):
    funnel = jm.funnel(numbers)
    assert abs(Fraction(funnel.total) - Fraction(numbers[-1], numbers[0])) < Fraction(1, 10**20)
    assert abs(math.prod(step.rate for step in funnel.steps) - funnel.total) < CLOSE
    assert all(step.rate + step.drop_off == 1 or step.rate for step in funnel.steps)
    assert sum(step.lost for step in funnel.steps) == numbers[0] - numbers[-1]


@given(funnels())
def test_no_step_loses_more_than_the_worst(numbers):
    funnel = jm.funnel(numbers)
    assert funnel.worst.rate == min(step.rate for step in funnel.steps)
    assert all(step.interval.low <= step.rate <= step.interval.high for step in funnel.steps)


@given(funnels(), st.integers(0, 10**6))
def test_without_capacities_leads_come_out_by_the_total(numbers, leads):
    flow = jm.funnel(numbers).with_leads(leads)
    expected = Fraction(leads * numbers[-1], numbers[0])
    assert abs(Fraction(flow.out) - expected) < Fraction(1, 10**15)
    assert flow.limit is None


@given(funnels())
def test_a_map_with_the_same_counts_is_the_same_funnel(numbers):
    names = [f"stage {position}" for position in range(len(numbers))]
    metrics = [[jm.Metric("entered", measured=number)] for number in numbers]
    pairs = zip(names, metrics, strict=True)
    journey = jm.Journey("t", stages=[jm.Stage(name, metrics=m) for name, m in pairs])
    assert jm.funnel(journey) == jm.funnel(dict(zip(names, numbers, strict=True)))


# Bottleneck


@given(flows(), st.data())
def test_a_capacity_never_raises_what_comes_out(flow, data):
    stage = data.draw(st.integers(1, len(flow.names)))
    free = flow.with_capacity(stage, None)
    low = data.draw(st.integers(0, 10**5))
    high = data.draw(st.integers(low, 10**6))
    assert flow.with_capacity(stage, low).out <= flow.with_capacity(stage, high).out <= free.out


@given(flows())
def test_only_widening_the_stage_that_limits_helps(flow):
    for position, name in enumerate(flow.names, start=1):
        wider = flow.with_capacity(position, None)
        if name == flow.limit:
            assert wider.out > flow.out
        else:
            assert wider.out == flow.out


@given(flows())
def test_enough_is_enough_and_less_is_not(flow):
    assume(flow.limit)
    stage = int(flow.limit)
    almost = flow.enough * Decimal("0.999")
    assert abs(flow.with_capacity(stage, round(flow.enough, 9)).out - flow.widened.out) < Decimal(
        "1e-6"
    )
    assert flow.with_capacity(stage, round(almost, 9)).out < flow.widened.out


@given(flows())
def test_widening_one_after_the_other_ends_without_a_limit(flow):
    limits = []
    while flow.limit is not None:
        limits.append(flow.limit)
        flow = flow.widened
    assert len(limits) == len(set(limits))
    assert flow.loads[-1].turned_away == 0


@given(flows())
def test_nobody_is_lost_from_the_books(flow):
    for load in flow.loads:
        assert abs(load.handled + load.turned_away - load.arriving) < Decimal("1e-15")


@given(flows(), st.integers(0, 10**6))
def test_more_leads_never_bring_less(flow, more):
    assert flow.with_leads(flow.entered + more).out >= flow.out


# Repeat business


@given(repeats)
def test_expected_purchases_are_the_sum_of_the_series(repeat):
    series = sum(Fraction(repeat) ** turn for turn in range(600))
    assert abs(Fraction(jm.expected_purchases(repeat)) - series) < Fraction(1, 10**20)


@given(st.integers(1, 10**6), repeats, shares)
def test_a_lifetime_value_is_the_sum_of_the_discounted_series(margin, repeat, discount):
    factor = Fraction(repeat) / (1 + Fraction(discount))
    series = margin * sum(factor**turn for turn in range(600))
    found = Fraction(jm.lifetime_value(margin, repeat, discount).value)
    assert abs(found - series) < Fraction(1, 10**12)


@given(st.integers(1, 10**6), repeats, repeats, shares)
def test_a_lifetime_value_grows_with_loyalty(margin, one, other, discount):
    low, high = sorted((one, other))
    assume(high > low)
    values = [jm.lifetime_value(margin, repeat, discount).value for repeat in (low, high)]
    assert values[0] < values[1]


@given(st.integers(1, 10**6), repeats, shares, shares)
def test_more_discount_never_raises_a_lifetime_value(margin, repeat, one, other):
    low, high = sorted((one, other))
    assert (
        jm.lifetime_value(margin, repeat, high).value
        <= jm.lifetime_value(margin, repeat, low).value
    )


@given(st.integers(1, 10**6), repeats)
def test_without_discount_each_purchase_counts_whole(margin, repeat):
    value = jm.lifetime_value(margin, repeat).value
    assert abs(value - margin * jm.expected_purchases(repeat)) < Decimal("1e-18")


# Opportunity


@given(tens, tens)
def test_an_opportunity_lies_between_importance_and_its_double(importance, satisfaction):
    score = jm.opportunity(importance, satisfaction).score
    assert importance <= score <= 2 * importance
    assert (score == importance) == (satisfaction >= importance)


@given(tens, tens, tens)
def test_more_satisfaction_never_raises_an_opportunity(importance, one, other):
    low, high = sorted((one, other))
    assert jm.opportunity(importance, high).score <= jm.opportunity(importance, low).score


@given(
    st.lists(st.tuples(st.integers(1, 5), st.floats(-2, 2)), min_size=1, max_size=6),
    st.integers(-3, 3),
    st.integers(1, 8),
)
def test_the_scale_of_a_map_does_not_matter(pairs, shift, stretch):
    """The same feelings on a scale that is shifted and stretched make the same scores."""
    stages, others = [], []
    for importance, valence in pairs:
        exact = round(valence, 2)
        stages.append(jm.Stage("x", importance=importance, emotions={"felt": exact}))
        turned = float(Decimal(repr(exact)) * stretch + shift)
        others.append(jm.Stage("x", importance=importance, emotions={"felt": turned}))
    scale = jm.Scale(-2 * stretch + shift, 2 * stretch + shift)
    one = jm.opportunities(jm.Journey("t", stages=stages))
    other = jm.opportunities(jm.Journey("t", scale=scale, stages=others))
    assert [(p.position, p.score) for p in one] == [(p.position, p.score) for p in other]
    assert [p.score for p in one] == sorted((p.score for p in one), reverse=True)


# Peak and end


@given(valences)
def test_what_is_remembered_lies_between_the_extremes(values):
    found = jm.peak_end(values)
    known = [value for value in values if value is not None]
    assert min(known) <= found.value <= max(known)
    assert all(abs(found.peak) >= abs(value) for value in known)
    assert found.end == known[-1]


@given(valences)
def test_gaps_change_nothing_but_the_numbers_of_the_places(values):
    known = [value for value in values if value is not None]
    one, other = jm.peak_end(values), jm.peak_end(known)
    assert (one.value, one.peak, one.end, one.mean) == (
        other.value,
        other.peak,
        other.end,
        other.mean,
    )


@given(valences)
def test_a_map_is_remembered_like_its_valences(values):
    stages = [
        jm.Stage(str(place), emotions={"felt": None if value is None else float(value)})
        for place, value in enumerate(values, start=1)
    ]
    found = jm.peak_end(jm.Journey("t", stages=stages))
    assert found == jm.peak_end(values)


# Words


@given(st.one_of(funnels().map(jm.funnel), flows()), st.sampled_from(["en", "ru"]))
def test_an_answer_can_always_be_told(answer, language):
    assert str(answer)
    assert len(answer.explain(language).splitlines()) >= 3
