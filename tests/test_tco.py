"""What offers cost: the check values, the meaning of time, exact sums, refusals."""

from __future__ import annotations

import ast
import subprocess
import sys
from decimal import Decimal, localcontext
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import journeymap as jm
from journeymap.analysis import tco as package
from journeymap.analysis.tco.discounting import Discount, rate_of
from journeymap.analysis.tco.exact import exactly
from strategies import tco_offers, terms_

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def money(text):
    return jm.Money(f"{text} EUR")


def cost(amount, category="price", name="C", **fields):
    return jm.Cost(name, category, f"{amount} EUR", **fields)


def reckoned(*costs, **terms):
    return jm.tco(jm.Offer("A", costs=costs), **terms)


def flows(*costs, **terms):
    """The undiscounted amounts of all periods."""
    amounts = reckoned(*costs, **terms).by_period(0, discounted=False)
    return [str(amount.amount) for amount in amounts]


MACHINE = (
    cost(120_000, name="Machine"),
    cost(20_000, "use", name="Power", every="year"),
    cost(8_000, "repair", name="Overhaul", at=3),
    cost(3_000, "exit", name="Disposal", at=5),
    cost(-10_000, "exit", name="Residual value", at=5),
)


# The check values


def test_the_worked_example():
    tco = reckoned(*MACHINE, years=5, discount_rate="10%", units="4 shifts")
    total = tco.total("A")
    assert total.nominal == money(221_000)
    assert total.present_value == money("197479.80")
    assert total.equivalent_annual_cost == money("52094.67")
    assert total.per_unit == money("49369.95")
    assert tco.categories == ("price", "use", "repair", "exit")
    assert flows(*MACHINE, years=5) == ["120000", "20000", "20000", "28000", "20000", "13000"]


def test_what_falls_due_later_is_worth_less():
    later = reckoned(cost(100, at=5), years=5, discount_rate="5%")
    assert later.total(0).present_value == money("78.35")
    assert later.total(0).nominal == money(100)


def test_the_annuity_factor():
    tco = reckoned(cost(1_000_000, every="year"), years=5, discount_rate="10%")
    assert tco.total(0).present_value == money("3790786.77")
    assert tco.total(0).equivalent_annual_cost == money(1_000_000)


def test_nominal_and_real_rates():
    terms = jm.Terms(discount_rate="12%", inflation="6%", prices="real")
    assert round(rate_of(terms) * 100, 6) == Decimal("5.660377")
    real = jm.Terms(real_rate="5.660377%", inflation="6%")
    assert round(rate_of(real) * 100, 5) == 12
    assert rate_of(jm.Terms()) == 0
    assert rate_of(jm.Terms(real_rate="3%", prices="real", inflation="9%")) == Decimal("0.03")


def test_prices_of_today_at_a_real_rate_are_worth_as_much_as_grown_ones_at_a_nominal_one():
    today = reckoned(cost(700, every="year"), years=8, real_rate="5%", prices="real")
    grown = reckoned(
        *(cost(round(700 * Decimal("1.04") ** year, 6), at=year) for year in range(1, 9)),
        years=8,
        real_rate="5%",
        inflation="4%",
    )
    assert today.total(0).present_value == grown.total(0).present_value


# The meaning of time


def test_a_recurring_cost_is_paid_at_the_end_of_its_periods():
    assert flows(cost(5, every="year"), years=3) == ["0", "5", "5", "5"]
    assert flows(cost(5, every="month"), years=2) == ["0", "60", "60"]
    assert flows(cost(5, every="quarter", start=1), years=2) == ["0", "0", "20"]
    assert flows(cost(5, every="year"), years=1, period="quarter") == ["0"] * 4 + ["5"]
    assert flows(cost(5, every="month"), years=1, period="month") == ["0"] + ["5"] * 12
    assert flows(cost(5, every="quarter"), years="0.5", period="month") == [
        *("0", "0", "0", "5", "0", "0", "5")
    ]


def test_a_payment_belongs_to_the_period_in_which_it_falls():
    assert flows(cost(5), years=2) == ["5", "0", "0"]
    assert flows(cost(5, at="0.000001"), years=2) == ["0", "5", "0"]
    assert flows(cost(5, at=1), years=2) == ["0", "5", "0"]
    assert flows(cost(5, at="1.000001"), years=2) == ["0", "0", "5"]
    assert flows(cost(5, at="0.083333"), years=1, period="month")[:3] == ["0", "5", "0"]
    assert flows(cost(5, at="0.083334"), years=1, period="month")[:3] == ["0", "0", "5"]
    assert flows(cost(1, every="month", start="0.25"), years=2) == ["0", "9", "12"]
    assert flows(cost(1, every="month", start="0.04"), years=1, period="quarter")[:2] == ["0", "2"]


def test_what_a_last_period_lacks_is_not_paid():
    assert flows(cost(12, every="year", end="2.5"), years=4) == ["0", "12", "12", "6", "0"]
    assert flows(cost(12, every="year", start="0.5"), years=2) == ["0", "0", "18"]
    assert flows(cost(3, every="quarter", end="0.083333"), years=1) == ["0", "1"]
    assert flows(cost(5, every="year", start=1, end=1), years=2) == ["0", "0", "0"]


def test_costs_grow_from_their_own_start():
    grown = cost(100, every="year", growth="10%")
    assert flows(grown, years=3) == ["0", "100", "110", "121"]
    assert flows(attrs.evolve(grown, start=1), years=3) == ["0", "0", "100", "110"]
    monthly = cost(1, every="month", start="0.5", growth="100%")
    assert flows(monthly, years=3) == ["0", "6", "18", "36"]
    quarters = flows(cost(1, every="quarter", growth="-50%"), years="1.5", period="quarter")
    assert quarters == ["0", "1", "1", "1", "1", "0.5", "0.5"]
    assert flows(cost(8, every="year", growth="-50%", end="2.5"), years=3)[-1] == "1"


def test_what_falls_due_after_the_horizon_is_left_out():
    assert flows(cost(5, at=3), cost(7, every="year", end=9), years=2) == ["0", "7", "7"]
    assert flows(cost(5, at=2), years=2) == ["0", "0", "5"]
    assert flows(cost(5, every="year", start=3), years=2) == ["0", "0", "0"]


def test_the_middle_of_a_period():
    middle = {"years": 2, "discount_rate": "21%", "convention": "mid"}
    assert reckoned(cost(110, at=1), **middle).total(0).present_value == money(100)
    assert reckoned(cost(110, at=0), **middle).total(0).present_value == money(110)
    yearly = reckoned(cost(110, every="year"), **middle)
    assert yearly.by_period(0) == (money(0), money(100), money("82.64"))
    assert yearly.total(0).equivalent_annual_cost == money(110)


def test_months_are_discounted_by_parts_of_a_year():
    tco = reckoned(cost(100, every="month"), years=1, discount_rate="12.682503%", period="month")
    assert [str(tco.by_period(0)[month].amount) for month in (1, 2, 3)] == [
        *("99.01", "98.03", "97.06")
    ]


@pytest.mark.parametrize("convention", ["end", "mid"])
@pytest.mark.parametrize("period", ["year", "quarter", "month"])
def test_a_cost_that_is_the_same_each_year_is_its_own_annual_cost(period, convention):
    tco = reckoned(
        cost(999, every="year"), years=7, discount_rate="8%", period=period, convention=convention
    )
    assert tco.total(0).equivalent_annual_cost == money(999)


@exactly
def plain_factors(terms):
    """The factors straight from the definition."""
    length = {"year": 12, "quarter": 3, "month": 1}[terms.period]
    count = round(terms.years * 12) // length
    back = Decimal(length) / 24 if terms.convention == "mid" else 0
    base = 1 + rate_of(terms)
    return [Decimal(1)] + [
        base ** -(Decimal(period * length) / 12 - back) for period in range(1, count + 1)
    ]


@settings(max_examples=60, deadline=None)
@given(terms_())
def test_the_factors_are_those_of_the_definition(terms):
    tco = jm.tco(jm.Offer("A", costs=[cost(1)]), terms=attrs.evolve(terms, units=None))
    for factor, plain in zip(tco._discount.factors, plain_factors(terms), strict=True):
        assert abs(factor - plain) <= abs(plain) * Decimal("1e-60")
    assert isinstance(tco._discount, Discount)


# Sums


def units(amounts, code):
    """Amounts in minor units."""
    return [int(amount.amount * {"EUR": 100, "JPY": 1, "KWD": 1000}[code]) for amount in amounts]


@exactly
def exact_cells(tco, place, discounted):
    rows = tco._accounts[place].cells(discounted=discounted)
    empty = [Decimal(0)] * len(tco._discount.factors)
    return {category: rows.get(category, empty) for category in tco.categories}


def check_parts(tco, place, discounted):
    total = tco.total(place)
    total = total.present_value if discounted else total.nominal
    cells = tco.cells(place, discounted=discounted)
    by_category = tco.by_category(place, discounted=discounted)
    by_period = tco.by_period(place, discounted=discounted)
    assert sum(amount.amount for amount in by_category.values()) == total.amount
    assert sum(amount.amount for amount in by_period) == total.amount
    for category, row in cells.items():
        assert sum(cell.amount for cell in row) == by_category[category].amount
    for period, column in enumerate(zip(*cells.values(), strict=True)):
        assert sum(cell.amount for cell in column) == by_period[period].amount
    lines = tco.lines(place, discounted=discounted)
    assert [line for line, _ in lines] == [*tco.offers[place].costs]
    for category, amount in by_category.items():
        parts = [part.amount for line, part in lines if line.category == category]
        assert sum(parts) == amount.amount
    spent = tco.cumulative(place, discounted=discounted)
    assert spent[-1][1] == total
    smallest = {"EUR": Decimal("0.01"), "JPY": 1, "KWD": Decimal("0.001")}[tco.currency]
    for category, row in exact_cells(tco, place, discounted).items():
        for shown, exact in zip(cells[category], row, strict=True):
            assert abs(shown.amount - exact) < smallest
            assert exact % smallest or shown.amount == exact
    return total


@st.composite
def asked(draw):
    """Offers with the terms that they are reckoned under; the horizon may be short."""
    period = draw(st.sampled_from(["year", "year", "quarter", "month"]))
    return draw(tco_offers()), {
        "years": draw(st.integers(1, 8 if period == "year" else 3)),
        "discount_rate": f"{draw(st.sampled_from(['0', '10', '7.25', '-3', '41']))}%",
        "period": period,
        "convention": draw(st.sampled_from(["end", "mid"])),
    }


def reckon(question):
    found, terms = question
    if not any(offer.costs or offer.gains for offer in found):
        found = [attrs.evolve(found[0], costs=[cost(1)]), *found[1:]]
    return jm.tco(found, **terms)


@settings(max_examples=150, deadline=None, suppress_health_check=SLOW)
@given(asked())
def test_the_parts_of_every_plan_add_up(question):
    tco = reckon(question)
    for place in range(len(tco.offers)):
        for discounted in (True, False):
            check_parts(tco, place, discounted)


@settings(max_examples=100, deadline=None, suppress_health_check=SLOW)
@given(asked(), st.randoms(use_true_random=False))
def test_the_order_of_lines_changes_no_figure(question, random):
    tco = reckon(question)
    mixed = []
    for offer in tco.offers:
        costs = random.sample(offer.costs, len(offer.costs))
        gains = random.sample(offer.gains, len(offer.gains))
        mixed.append(attrs.evolve(offer, costs=costs, gains=gains))
    other = jm.tco(mixed, terms=tco.terms)
    for place in range(len(tco.offers)):
        assert tco.total(place) == other.total(place)
        assert tco.cells(place) == other.cells(place)
        assert tco.by_period(place, discounted=False) == other.by_period(place, discounted=False)


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(asked())
def test_a_rate_of_zero_is_the_plain_sum(question):
    tco = jm.tco(reckon(question).offers, years=10, discount_rate="0%")
    for place in range(len(tco.offers)):
        total = tco.total(place)
        assert total.present_value == total.nominal
        assert tco.cells(place) == tco.cells(place, discounted=False)


@settings(max_examples=100, deadline=None, suppress_health_check=SLOW)
@given(asked())
def test_twice_the_quantity_is_twice_the_cost(question):
    tco = reckon(question)
    doubled = [
        attrs.evolve(
            offer, costs=[attrs.evolve(line, quantity=line.quantity * 2) for line in offer.costs]
        )
        for offer in tco.offers
    ]
    other = jm.tco(doubled, terms=tco.terms)
    for account, twice in zip(tco._accounts, other._accounts, strict=True):
        for discounted in (True, False):
            once = account.total(discounted=discounted)
            difference = exactly(lambda a, b: a - 2 * b)(twice.total(discounted=discounted), once)
            assert abs(difference) < Decimal("1e-24")


@settings(max_examples=100, deadline=None, suppress_health_check=SLOW)
@given(asked(), st.integers(-90, 400), st.integers(0, 100))
def test_more_discount_never_raises_the_present_value_of_costs(question, percent, more):
    tco = reckon(question)
    kept = [
        attrs.evolve(offer, costs=[line for line in offer.costs if line.amount.amount >= 0])
        for offer in tco.offers
    ]
    terms = attrs.evolve(tco.terms, discount_rate=f"{percent}%")
    higher = attrs.evolve(terms, discount_rate=f"{percent + more}%")
    one, other = (reckon((kept, {"terms": given})) for given in (terms, higher))
    for place in range(len(kept)):
        assert other.total(place).present_value.amount <= one.total(place).present_value.amount


def test_ten_thousand_plans_add_up():
    state = 12345
    for number in range(10_000):
        lines = []
        for _ in range(3):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            amount = Decimal(state >> 44) / 100
            category = ("price", "use", "exit")[(state >> 9) % 3]
            every = ("year", None)[state >> 20 & 1]
            lines.append((amount, category, every, state >> 30 & 3))
        tco = reckoned(
            *(
                cost(amount, category, every=every, growth="3%" if every else None)
                if every
                else cost(amount, category, at=at)
                for amount, category, every, at in lines
            ),
            years=3,
            discount_rate=f"{number % 19}%",
        )
        total = tco.total(0).present_value.amount
        cells = tco.cells(0)
        assert sum(cell.amount for row in cells.values() for cell in row) == total
        assert sum(amount.amount for amount in tco.by_category(0).values()) == total
        assert sum(amount.amount for amount in tco.by_period(0)) == total


def test_lines_may_hold_large_and_small_amounts():
    tco = reckoned(cost("999999999999999"), cost("0.000001", "use"), years=1)
    assert tco.total(0).nominal == money("999999999999999")
    with pytest.raises(jm.OptionError, match=r"too large an amount \(got about 2.000E\+15;"):
        reckoned(cost("999999999999999", quantity=2), years=1).total(0)
    with pytest.raises(jm.OptionError, match="too large an amount"):
        reckoned(cost(1, every="month", growth="99999%"), years=50).total(0)


def test_the_precision_of_the_caller_changes_nothing():
    tco = reckoned(*MACHINE, years=5, discount_rate="10%")
    expected = (tco.total(0), tco.cells(0), tco.lines(0), tco.simulate(0), tco.sensitivity(0))
    with localcontext(prec=3):
        again = reckoned(*MACHINE, years=5, discount_rate="10%")
        found = (again.total(0), again.cells(0), again.lines(0), again.simulate(0))
        assert (*found, again.sensitivity(0)) == expected


# What is refused

OFFER = jm.Offer("A", costs=[cost(1)])
REFUSED = [
    (lambda: jm.tco([]), "no offers to reckon"),
    (lambda: jm.tco(jm.Journey("J")), r"no offers to reckon \(expected give it `offers`"),
    (lambda: jm.tco([OFFER, OFFER]), r"two offers with one name \(got 'A'; expected one of each"),
    (lambda: jm.tco([jm.Offer("A")]), "no amounts in any offer"),
    (
        lambda: jm.tco([OFFER, jm.Offer("B", costs=[jm.Cost("C", "use", "1 USD")])]),
        r"several currencies \(got EUR in 'A', USD in 'B'; expected one",
    ),
    (
        lambda: jm.tco([OFFER, jm.Offer("B", gains=[jm.Gain("C", "1 USD")])]),
        r"several currencies \(got EUR in 'A', USD in 'B'; expected one",
    ),
    (lambda: jm.tco(5), r"nothing to reckon \(got 5; expected a journey or offers"),
    (lambda: jm.tco("A"), "nothing to reckon"),
    (lambda: jm.tco(["A"]), r"not an offer \(got 'A'; expected an Offer"),
    (lambda: jm.tco(OFFER).total("B"), r"unknown offer 'B' \(known: A"),
    (
        lambda: jm.tco(jm.Offer("Our CRM", costs=[cost(1)])).total("Our CRN"),
        "did you mean 'Our CRM'",
    ),
    (lambda: jm.tco(OFFER).total(1), r"no such offer \(got 1; expected 0..0, or one of 'A'"),
    (lambda: jm.tco(OFFER).total(-1), "no such offer"),
    (lambda: jm.tco(OFFER).total(True), "no such offer"),  # noqa: FBT003
    (lambda: jm.tco(OFFER).total(None), "no such offer"),
]
FAULTY = [
    (lambda: jm.tco(OFFER, years=-1), r"terms.years: out of range \(got -1; expected more than 0"),
    (lambda: jm.tco(OFFER, years="NaN"), r"terms.years: not a number \(got 'NaN'; expected"),
    (lambda: jm.tco(OFFER, years=Decimal("Infinity")), "terms.years: not a number"),
    (lambda: jm.tco(OFFER, years="1_0"), "terms.years: not a number"),
    (lambda: jm.tco(OFFER, years=1.5), "terms.years: not whole periods"),
    (
        lambda: jm.tco(OFFER, discount_rate="-100%"),
        r"out of range \(got '-100%'; expected",
    ),
    (lambda: jm.tco(OFFER, discount_rate="-250%"), "more than -100%"),
    (lambda: jm.tco(OFFER, real_rate="5%"), "a real rate for nominal prices"),
    (lambda: jm.tco(OFFER, discount_rate="5%", prices="real"), "a nominal rate for real prices"),
    (lambda: jm.tco(OFFER, discount_rate="5%", real_rate="5%"), "two rates"),
    (lambda: cost("NaN"), "not an amount of money"),
    (lambda: cost("1_000"), "not an amount of money"),
    (lambda: cost("Infinity"), "not an amount of money"),
    (
        lambda: cost(1, every="year", start=3, end=2),
        "before the start",
    ),
    (lambda: cost(1, every="year", growth="-100%"), "more than -100%"),
]


@pytest.mark.parametrize(("make", "said"), REFUSED, ids=[said for _, said in REFUSED])
def test_what_cannot_be_reckoned_is_refused(make, said):
    with pytest.raises(jm.OptionError, match=said):
        make()


@pytest.mark.parametrize(("make", "said"), FAULTY, ids=[said for _, said in FAULTY])
def test_a_wrong_value_is_refused(make, said):
    with pytest.raises(jm.ModelError, match=said):
        make()


def test_a_keyword_changes_the_terms_of_the_journey():
    journey = jm.Journey("J", offers=[OFFER], tco=jm.Terms(7, discount_rate="9%"), language="ru")
    assert jm.tco(journey).terms == jm.Terms(7, discount_rate="9%")
    assert jm.tco(journey).language == "ru"
    assert jm.tco(journey, years=2).terms == jm.Terms(2, discount_rate="9%")
    real = jm.tco(journey, real_rate="3%", inflation="2%").terms
    assert real == jm.Terms(7, real_rate="3%", inflation="2%")
    assert jm.tco(journey, terms=jm.Terms(3)).terms == jm.Terms(3)
    assert jm.tco(OFFER).terms == jm.Terms(5)
    assert jm.tco(iter([OFFER])).offers == (OFFER,)


# No float anywhere


def floats_in(value):
    if isinstance(value, float):
        return [value]
    if isinstance(value, dict):
        value = [*value.keys(), *value.values()]
    if isinstance(value, (list, tuple, set)):
        return [found for item in value for found in floats_in(item)]
    if attrs.has(type(value)):
        return floats_in([getattr(value, field.name) for field in attrs.fields(type(value))])
    return []


def test_no_result_holds_a_float():
    offers = [
        jm.Offer("A", costs=MACHINE),
        jm.Offer("B", gains=[jm.Gain("G", "9 EUR", low="1 EUR")]),
    ]
    tco = jm.tco(offers, years=6, discount_rate="7%", units=3)
    results = [
        tco.total(0), tco.by_category(0), tco.by_period(0), tco.cells(0), tco.lines(0),
        tco.cumulative(0), tco.gains(1), tco.saving(0, 1), tco.break_even(0, 1),
        tco.crossings(1, 0), tco.case(0, 1), tco.case(1, 0), tco.sensitivity(0, 1),
        tco.bounds(0), tco.simulate(1, 0, draws=50), tco.factors, tco.annuity, tco.rate,
    ]  # fmt: skip
    assert not floats_in(results)
    assert floats_in([{"a": (1, 2.5)}]) == [2.5]


@pytest.mark.parametrize(
    "path", sorted(Path(package.__file__).parent.glob("*.py")), ids=lambda path: path.name
)
def test_no_code_of_the_package_makes_a_float(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), node.lineno
        assert not (isinstance(node, ast.Name) and node.id == "float"), node.lineno


def test_the_package_is_loaded_only_when_it_is_used():
    code = (
        "import sys, journeymap as jm; jm.Offer; jm.swimlane(jm.Journey('J', stages=['A'])).svg; "
        "print([name for name in sys.modules if 'tco' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"
