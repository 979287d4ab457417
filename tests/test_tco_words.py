"""The figures as words, tables and records."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import pytest

import journeymap as jm
from journeymap.labels import labels_of
from test_tco import MACHINE, cost

OURS = jm.Offer(
    "Ours, Inc.",
    ours=True,
    costs=[
        *MACHINE,
        cost(10, "=cmd|calc", name="Odd | *name*", every="month", low="5 EUR", quantity=3),
        cost(1, "use", name="Late", at=9, quantity=2, unit="seat"),
    ],
    gains=[jm.Gain("Saved hours", "70000 EUR", every="year", growth="-2%", start=1, end=4)],
)
THEIRS = jm.Offer("Theirs", costs=[cost(90_000, every="year", growth="3%")])
NOTHING = jm.Offer("Nothing")
TCO = jm.tco([THEIRS, OURS, NOTHING], years=5, discount_rate="10%", units="20 seats")


def plain(text):
    return text.replace("\u00a0", " ")


def test_the_words_of_all_languages_say_the_same():
    fields = {}
    for language in ("en", "ru"):
        words = labels_of(language).tco
        fields[language] = {
            key: {part.split("}")[0] for part in text.split("{")[1:]} for key, text in words.items()
        }
    assert fields["en"] == fields["ru"]


def test_a_reckoning_can_be_followed():
    text = plain(jm.tco(jm.Offer("A", costs=MACHINE), **TEN).explain())
    for said in (
        "Total cost of ownership over 5 years",
        "Amounts are in €, as they will be paid (nominal prices).",
        "Money later is discounted at 10% a year, a nominal rate.",
        "Machine (Price): €120,000, now. Paid: €120,000; worth now: €120,000.",
        "Power (Use): €20,000 every year. Paid: €100,000; worth now: €75,815.73.",
        "Residual value (Exit): −€10,000, after 5 years. Paid: −€10,000; worth now: −€6,209.21.",
        "Year 3: €28,000 × 0.751315 = €21,036.81",
        "In all, €221,000 is paid. That is worth €197,479.80 now.",
        "€197,479.80 / 3.790787 = €52,094.67 a year",
    ):
        assert said in text, text


TEN = {"years": 5, "discount_rate": "10%"}


def test_offers_are_held_against_the_first_of_our_own():
    text = plain(TCO.explain())
    assert "“Ours, Inc.” against “Theirs”" in text
    assert "“Ours, Inc.” against “Nothing”" in text
    assert "“Theirs” against" not in text
    assert "€10 × 3 = €30 every month" in text
    assert "A guess: between €5 and €10." in text
    assert "€70,000 every year, from 1 year on, up to 4 years, falling by 2% a year" in text
    case = TCO.case("Ours, Inc.", "Theirs")
    assert f"€{case.npv.amount:,}" in text
    assert "“Late” goes beyond 5 years" in text
    assert "Gains are not taken off the costs" in text
    assert "Nothing costs nothing." in text
    assert len(TCO.notes) == 2
    assert "against" not in plain(TCO.explain("Theirs"))


def test_gains_and_their_case_can_be_followed():
    costs = [jm.Cost("Box", "Price", "1000 EUR")]
    gains = [jm.Gain("Hours", "400 EUR", every="year")]
    offers = [jm.Offer("A", costs=costs, gains=gains), jm.Offer("B")]
    text = plain(jm.tco(offers, years=4, discount_rate="10%").explain())
    for said in (
        "  What comes in:\n    Hours (gain): €400 every year. Brought in: €1,600; worth now:",
        "    Now: −€1,000 × 1.000000 = −€1,000\n    Year 1: €400 × 0.909091 = €363.64",
        "the net present value is €267.95.",
        "is €600 / €1,000 = 60%.",
    ):
        assert said in text, text
    assert "Year 1: €400\n" in plain(jm.tco(offers, years=4).explain())
    beyond = jm.tco(jm.Offer("A", costs=[cost(1, at=9)])).explain()
    assert "By category" not in beyond


def test_what_a_tco_prints():
    assert str(TCO) == TCO.table()
    assert repr(TCO) == "<Tco of 'Theirs', 'Ours, Inc.', 'Nothing' in EUR>"


def test_a_known_category_is_known_in_capitals():
    lines = [jm.Cost("a", "Price", "1 EUR"), jm.Cost("b", "price", "1 EUR")]
    tco = jm.tco(jm.Offer("A", costs=[*lines, jm.Cost("c", "Energy", "1 EUR")]))
    assert tco.categories == ("price", "Energy")


def test_real_and_turned_rates_are_told():
    def told(**terms):
        return plain(jm.tco(THEIRS, years=3, **terms).explain())

    text = told(real_rate="5%", inflation="4%")
    assert "real rate of 5% and the inflation of 4% make a nominal rate of 9.2%" in text
    text = told(discount_rate="12%", inflation="6%", prices="real")
    assert "makes a real rate of 5.6604%: (1 + 12%) / (1 + 6%) = 1 + 5.6604%" in text
    text = told(inflation="6%", discount_rate="12%", convention="mid", period="quarter")
    assert "The inflation is not used: prices and rate are both nominal." in text
    assert "quarters. What falls due within a period is discounted from the middle" in text
    text = told()
    assert "No rate is given" in text
    assert "× 1.000000" not in text
    assert "on average" in text


@pytest.mark.parametrize(
    ("ours", "theirs", "said"),
    [
        (10, 10, "Both cost €10"),
        (10, 30, "It is dearer at no time."),
        (30, 10, "“A” costs €20 more: €30 − €10"),
        (30, 10, "does not come down to “B” within 5 years"),
    ],
)
def test_what_a_comparison_says(ours, theirs, said):
    tco = jm.tco([jm.Offer("A", costs=[cost(ours)]), jm.Offer("B", costs=[cost(theirs)])])
    assert said in plain(tco.explain())


def test_russian_speaks_russian():
    text = plain(TCO.explain(language="ru"))
    assert "Полная стоимость владения, срок: 5 лет" in text
    assert ".." not in text
    assert "120 000 €" in text
    assert "Итого" in TCO.table(1, language="ru")
    russian = jm.tco(jm.Journey("J", language="ru", offers=[OURS]))
    assert "Полная" in russian.explain()
    assert "Полная" in russian.table()
    assert "выходит за срок" in russian.notes[0]
    with pytest.raises(jm.OptionError, match="unknown language"):
        TCO.explain(language="xx")


def test_the_table_has_all_offers():
    lines = plain(TCO.table()).splitlines()
    assert lines[0] == "Total cost of ownership over 5 years"
    assert lines[2].split("  ")[0] == "Category"
    present = next(line for line in lines if line.startswith("Present value  "))
    figures = [f"{TCO.total(place).present_value.amount:,.2f}" for place in range(3)]
    assert present.split()[2:] == figures
    assert len({len(line) for line in lines[2:14]}) <= 2
    plain_table = TCO.table(discounted=False)
    assert plain_table.index("Nominal total") < plain_table.index("Present value ")


def test_the_table_of_an_offer_adds_up():
    lines = plain(TCO.table("Ours, Inc.")).splitlines()
    body = [line for line in lines if line.startswith(("Now", "Year", "Total  "))]
    rows = [
        [*map(Decimal, line.translate({ord(","): "", ord("−"): "-"}).split()[-6:])] for line in body
    ]
    *parts, whole = rows
    assert len(parts) == 6
    assert [sum(column) for column in zip(*parts, strict=True)] == whole
    assert all(sum(row[:-1]) == row[-1] for row in rows)
    monthly = jm.tco(OURS, years=1, period="month", discount_rate="5%").table(0)
    assert "\n11 m " in plain(monthly)
    assert "\n1 year " in plain(monthly)


def test_markdown_keeps_texts_as_texts():
    text = TCO.markdown("Ours, Inc.")
    assert r"=cmd\|calc" in text
    head = text.splitlines()[3]
    assert head == "| --- |" + " ---: |" * 6
    assert TCO.markdown().count("\n| ") > 8


def test_csv_holds_every_cell_and_no_formula():
    rows = list(csv.DictReader(io.StringIO(TCO.csv())))
    assert {row["category"] for row in rows} >= {"price", "'=cmd|calc"}
    for place, offer in enumerate(TCO.offers):
        own = [row for row in rows if row["offer"] == offer.name]
        assert len(own) == 6 * len(TCO.categories)
        total = TCO.total(place)
        assert sum(Decimal(row["nominal"]) for row in own) == total.nominal.amount
        assert sum(Decimal(row["present_value"]) for row in own) == total.present_value.amount
    assert {row["currency"] for row in rows} == {"EUR"}


def test_json_holds_amounts_as_texts():
    data = json.loads(TCO.json(), parse_float=pytest.fail)
    assert data["currency"] == "EUR"
    assert data["terms"]["discount_rate"] == "10%"
    ours = data["offers"][1]
    assert Decimal(ours["present_value"]) == TCO.total(1).present_value.amount
    for part in ("periods", "lines"):
        total = sum(Decimal(entry["present_value"]) for entry in ours[part])
        assert total == TCO.total(1).present_value.amount
    pair = next(
        c for c in data["comparisons"] if (c["choice"], c["against"]) == ("Ours, Inc.", "Theirs")
    )
    case = TCO.case(1, 0)
    assert Decimal(pair["net_present_value"]) == case.npv.amount
    assert pair["internal_rate_of_return"] == str(case.irr)
    assert data["offers"][0]["per_unit"].count(".") == 1


def test_a_currency_without_cents_has_none():
    offer = jm.Offer("A", costs=[jm.Cost("C", "price", "1000 JPY", every="year", growth="3.3%")])
    tco = jm.tco(offer, years=3, discount_rate="7%")
    assert tco.total(0).nominal == jm.Money("3100 JPY")
    assert ",3100," not in tco.csv()
    assert all("." not in row["nominal"] for row in csv.DictReader(io.StringIO(tco.csv())))


def test_the_same_question_has_the_same_words():
    again = jm.tco([THEIRS, OURS, NOTHING], years=5, discount_rate="10%", units="20 seats")
    assert (again.explain(), again.json(), again.csv()) == (TCO.explain(), TCO.json(), TCO.csv())
