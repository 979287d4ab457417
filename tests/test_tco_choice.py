"""One offer against another: savings, break-even, cases, rates of return."""

from __future__ import annotations

import math
from decimal import Decimal

import attrs
import numpy_financial
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import journeymap as jm
from journeymap.analysis.tco.exact import exactly
from journeymap.analysis.tco.rates import rate_of_return
from test_tco import SLOW, asked, cost, money, reckon


def offers(ours, theirs, gains=(), **terms):
    found = [jm.Offer("Ours", costs=ours, gains=gains), jm.Offer("Theirs", costs=theirs)]
    return jm.tco(found, **terms)


def gain(amount, **fields):
    return jm.Gain("G", f"{amount} EUR", **fields)


DEAR = [cost(1000), cost(100, every="year")]
CHEAP = [cost(100), cost(400, every="year")]


def test_the_saving_is_the_difference_of_the_totals():
    tco = offers(DEAR, CHEAP, years=5, discount_rate="10%")
    assert tco.saving("Ours", "Theirs", discounted=False) == money(600)
    expected = tco.total(1).present_value.amount - tco.total(0).present_value.amount
    assert tco.saving("Ours", "Theirs").amount == expected
    assert tco.saving("Theirs", "Ours").amount == -expected
    assert tco.saving(0, 0) == money(0)


def test_break_even_lies_within_a_period():
    tco = offers(DEAR, CHEAP, years=5)
    assert tco.break_even("Ours", "Theirs") == 3
    assert offers([cost(1050), *DEAR[1:]], CHEAP, years=5).break_even(0, 1) == Decimal("3.166667")
    assert tco.break_even("Theirs", "Ours") is None
    assert offers(CHEAP, CHEAP, years=5).break_even(0, 1) == 0
    assert offers(DEAR, CHEAP, years=2).break_even(0, 1) is None
    assert tco.crossings("Theirs", "Ours") == tco.crossings("Ours", "Theirs") == (3,)
    discounted = offers(DEAR, CHEAP, years=5, discount_rate="10%")
    assert discounted.break_even(0, 1, discounted=True) > 3
    assert discounted.break_even(0, 1) == 3


def test_costs_may_cross_more_than_once():
    ours = [cost(100), cost(300, at=3)]
    tco = offers(ours, [cost(100, every="year")], years=5)
    assert tco.crossings(0, 1) == (1, Decimal("2.5"), 4)
    assert tco.break_even(0, 1) == 1
    assert tco.break_even(1, 0) == Decimal("2.5")
    touching = offers([cost(100), cost(100, every="year", start=1)], [cost(100, at=1)], years=1)
    assert (touching.crossings(0, 1), touching.break_even(0, 1)) == ((1,), 1)


@exactly
def searched(tco, choice, against, discounted):
    """Break-even by brute force: a walk in small steps along both lines."""
    lines = []
    for place in (choice, against):
        spent, row = Decimal(0), []
        for amount in tco._accounts[place].costs(discounted=discounted):
            spent += amount
            row.append(spent)
        lines.append(row)
    parts, was_dearer, length = 64, False, tco._clock.years(1)
    for number in range((len(lines[0]) - 1) * parts + 1):
        period, part = divmod(number, parts)
        levels = [
            row[period] + (row[min(period + 1, len(row) - 1)] - row[period]) * Decimal(part) / parts
            for row in lines
        ]
        if levels[0] > levels[1]:
            was_dearer = True
        elif was_dearer:
            return number * length / parts
    return None if was_dearer else Decimal(0)


@settings(max_examples=100, deadline=None, suppress_health_check=SLOW)
@given(asked(), st.booleans())
def test_break_even_is_what_a_search_finds(question, discounted):
    tco = reckon(question)
    assume(len(tco.offers) > 1)
    found = tco.break_even(0, 1, discounted=discounted)
    expected = searched(tco, 0, 1, discounted)
    if expected is None or found is None:
        assert expected == found
    else:
        assert abs(found - expected) <= tco._clock.years(1) / 32
    if found:
        assert found in tco.crossings(0, 1, discounted=discounted)


def test_a_case_by_hand():
    tco = offers([cost(1000)], [], gains=[gain(400, every="year")], years=4, discount_rate="10%")
    case = tco.case("Ours", "Theirs")
    assert (case.choice, case.against) == ("Ours", "Theirs")
    assert case.flows == (money(-1000), *[money(400)] * 4)
    assert case.npv == money("267.95")
    assert case.irr == Decimal("0.2186226961")
    assert case.roi == Decimal("0.6")
    assert case.payback == Decimal("2.5")
    assert case.discounted_payback == Decimal("3.01925")
    assert not case.notes


def test_a_case_that_never_pays():
    tco = offers([cost(1000)], [], gains=[gain(10, every="year")], years=4, discount_rate="10%")
    case = tco.case(0, 1)
    assert (case.payback, case.discounted_payback) == (None, None)
    assert case.roi == Decimal("-0.96")
    assert case.irr < 0
    other = tco.case(1, 0)
    assert (other.payback, other.npv.amount) == (0, -case.npv.amount)


def test_without_a_change_of_sign_there_is_no_rate_of_return():
    tco = offers([cost(10)], [cost(20)], years=2)
    case = tco.case(0, 1)
    assert (case.irr, case.roi, case.payback) == (None, None, 0)
    assert len(case.notes) == 2
    assert tco.case(0, 0).irr is None


def test_several_rates_of_return_are_none():
    flows = [Decimal(n) for n in (-100, 230, -132)]
    found = rate_of_return(flows, 12)
    assert (found.rate, found.why) == (None, "several")
    assert [round(rate, 9) for rate in found.found] == [Decimal("0.1"), Decimal("0.2")]
    costs = [cost(100), cost(132, at=2)]
    case = offers(costs, [], gains=[gain(230, at=1)], years=2).case(0, 1)
    assert case.irr is None
    assert "10%" in case.notes[0]
    assert "20%" in case.notes[0]


def test_a_payback_that_does_not_last_is_told():
    costs = [cost(100), cost(132, at=2)]
    tco = offers(costs, [], gains=[gain(230, at=1)], years=2, discount_rate="5%")
    case = tco.case(0, 1)
    assert case.payback is not None
    assert "below zero again" in case.notes[-1]
    assert "ниже нуля" in tco.case(0, 1, language="ru").notes[-1]
    assert sum(flow.amount for flow in case.discounted_flows) == case.npv.amount
    text = tco.explain(language="ru")
    assert "ниже нуля" in text
    assert "below" not in text
    lasting = offers([cost(100)], [], gains=[gain(230, at=1)], years=2)
    assert not lasting.case(0, 1).notes


def test_a_break_even_that_does_not_last_is_told():
    costs, others = [cost(100), cost(200, at=3)], [cost(150, at=1)]
    tco = offers(costs, others, years=4)
    assert len(tco.crossings(0, 1)) > 1
    assert "Later it is dearer again." in tco.explain()
    assert "dearer again" not in offers([cost(100)], others, years=4).explain()


def test_a_rate_out_of_reach_is_none():
    assert rate_of_return([Decimal(-1), Decimal(10) ** 8], 12).why == "out of reach"
    assert rate_of_return([Decimal(-1), Decimal(0), Decimal(1)], 12).rate == 0


AMOUNTS = st.lists(st.integers(-5_000, 5_000), min_size=2, max_size=12)


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 100_000), st.lists(st.integers(0, 40_000), min_size=1, max_size=12))
def test_rates_of_return_are_those_of_numpy_financial(put_in, back):
    flows = [-put_in, *back]
    expected = numpy_financial.irr(flows)
    assume(not math.isnan(expected) and -0.999 < expected < 9e5)
    found = rate_of_return([*map(Decimal, flows)], 12)
    assert float(found.rate) == pytest.approx(expected, rel=1e-6, abs=1e-7)
    months = rate_of_return([*map(Decimal, flows)], 1)
    if months.rate is not None and expected < 2:
        assert float(months.rate) == pytest.approx((1 + expected) ** 12 - 1, rel=1e-5, abs=1e-7)


@settings(max_examples=100, deadline=None)
@given(AMOUNTS, st.integers(-50, 200))
def test_present_values_are_those_of_numpy_financial(flows, percent):
    costs = [cost(amount, at=year) for year, amount in enumerate(flows)]
    tco = jm.tco(jm.Offer("A", costs=costs), years=len(flows) - 1, discount_rate=f"{percent}%")
    expected = numpy_financial.npv(percent / 100, flows)
    assert float(tco.total(0).present_value.amount) == pytest.approx(expected, abs=0.006, rel=1e-9)


@settings(max_examples=80, deadline=None, suppress_health_check=SLOW)
@given(asked())
def test_a_case_adds_up(question):
    tco = reckon(question)
    assume(len(tco.offers) > 1)
    case = tco.case(0, 1)
    gains = [sum(amount.amount for amount in tco.gains(place, discounted=True)) for place in (0, 1)]
    assert case.npv.amount == tco.saving(0, 1).amount + gains[0] - gains[1]
    nominal = [
        sum(amount.amount for amount in tco.gains(place, discounted=False)) for place in (0, 1)
    ]
    saved = tco.saving(0, 1, discounted=False).amount
    assert sum(flow.amount for flow in case.flows) == saved + nominal[0] - nominal[1]


@settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
@given(asked())
def test_at_the_rate_of_return_a_case_is_worth_nothing(question):
    tco = reckon(question)
    assume(len(tco.offers) > 1)
    case = tco.case(0, 1)
    assume(case.irr is not None and Decimal("-0.4") < case.irr < 5)
    rate = f"{round(case.irr * 100, 6)}%"
    again = jm.tco(tco.offers, terms=attrs.evolve(tco.terms, discount_rate=rate))
    size = sum(abs(flow.amount) for flow in case.flows)
    assert abs(again.case(0, 1).npv.amount) <= 1 + size / 10**5
