"""The charts of real results: what they say, what they are chosen by, what is refused."""

import io
from decimal import Decimal, localcontext

import attrs
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from PIL import Image

import journeymap as jm
from conftest import example
from journeymap.labels import labels_of
from journeymap.layout.charts.choices import choices_of
from journeymap.layout.charts.linefigures import between
from journeymap.layout.charts.sheetfigures import sheet_of
from journeymap.layout.charts.units import unit_of
from journeymap.painting import paint
from journeymap.scene import Group
from journeymap.theme import DARK, LIGHT, PRINT, THEMES, theme_of
from soundness import check_boxes, text_of
from strategies import tco_offers, terms_
from test_greyscale import differing, one_colour, shapes

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def cost(amount, category="price", name="C", **fields):
    return jm.Cost(name, category, f"{amount} RUB", **fields)


OURS = jm.Offer(
    "Our CRM",
    ours=True,
    costs=[
        cost(450_000, "implementation", "Implementation", low="380000 RUB", high="600000 RUB"),
        cost(300_000, "price", "Licences", every="year", quantity=2, unit="seat", growth="5%"),
        cost(-90_000, "exit", "Sold on", at=5),
    ],
)
RIVAL = jm.Offer("Cheaper rival", costs=[cost(900_000, "use", "Work", every="year")])
CHEAP = jm.Offer("Cheap", costs=[cost(10, "use", "Work", every="year")])


def reckoned(*offers, **terms):
    return jm.tco(offers or (OURS, RIVAL, CHEAP), **({"discount_rate": "12%"} | terms))


def roles(diagram, role):
    return [box for box in diagram.boxes.walk() if box.role == role]


def said(diagram):
    """Return all words with plain spaces between."""
    return " ".join(text_of(diagram.boxes).split())


def plain(text):
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("amount", "said"),
    [(20_443, "0.02"), (-400, "−0.0004"), (99_000, "0.10"), (149_000, "0.1"), (0, "0.0")],
)
def test_what_is_very_small_beside_others_is_no_zero(amount, said):
    unit = unit_of([jm.Money(52_600_000, "RUB"), jm.Money(amount, "RUB")], labels_of("en"))
    assert unit.shown(jm.Money(amount, "RUB")) == said


# What is drawn


def test_the_parts_have_the_exact_amounts_in_words():
    labels = [box.label for box in roles(jm.tco_chart(reckoned()), "bar-part")]
    results, words = reckoned(), labels_of("en")
    for number, offer in enumerate(results.offers):
        for category, amount in results.by_category(number).items():
            if amount.amount:
                name = words.tco[category]
                assert f"{offer.name}, {name}: {words.money(amount)}" in labels
    assert len(labels) == len(set(labels)) == 5


def test_the_sheet_says_what_the_figures_are():
    words = said(jm.tco_chart(reckoned()))
    assert "Total cost of ownership, 5 years" in words
    assert "Present value at 12% a year" in words
    assert "nominal prices" in words
    assert "RUB million" in words
    assert "as paid, without discounting" in words
    short = said(jm.tco_chart(reckoned(discount_rate=None, years=1)))
    assert "Total cost of ownership, 1 year" in short
    assert "Sum without discounting" in short
    real = reckoned(discount_rate=None, real_rate="5%", inflation="4%")
    assert "a real rate" in said(jm.tco_chart(real))
    assert "inflation 4%" in said(jm.tco_chart(real))
    assert "prices of today" in said(jm.tco_chart(reckoned(prices="real", inflation="4%")))


def test_break_evens_are_named_and_never_is_said():
    results = reckoned()
    words = said(jm.tco_chart(results))
    time = labels_of("en").years(results.break_even("Our CRM", "Cheaper rival"))
    assert plain(f"Our CRM breaks even with Cheaper rival after {time}") in words
    assert "Our CRM does not break even within 5 years with: Cheap" in words
    other = said(jm.tco_chart(results, choice="Cheap"))
    assert "Cheap is never dearer than: Our CRM, Cheaper rival" in other


def test_break_evens_say_whose_they_are_in_russian_too():
    words = said(jm.tco_chart(reckoned(), language="ru"))
    assert "«Our CRM» сравняется с «Cheaper rival»: " in words
    assert "«Our CRM» за 5 лет не сравняется с: «Cheap»" in words
    other = said(jm.tco_chart(reckoned(), language="ru", choice="Cheap"))
    assert "«Cheap» всё время не дороже, чем: «Our CRM», «Cheaper rival»" in other


def test_the_description_tells_it_in_sentences():
    text = jm.tco_chart(reckoned()).alt_text
    results, words = reckoned(), labels_of("en")
    assert "over 5 years, present value at 12% a year." in text.replace("\u00a0", " ")
    assert f"Cheapest: Cheap, {words.money(results.total('Cheap').present_value)}." in text
    for offer in results.offers:
        assert words.money(results.total(offer.name).present_value) in text
    assert "Our CRM breaks even with Cheaper rival after" in text
    assert "Our CRM does not break even with Cheap within 5" in text
    assert "The result moves most with: " in text
    bars = jm.tco_chart(reckoned(), charts="bars").alt_text
    assert "break" not in bars
    assert "moves" not in bars


def test_russian_words_and_numbers():
    diagram = jm.tco_chart(reckoned(), language="ru")
    words = said(diagram)
    assert "Полная стоимость владения, 5 лет" in words
    assert "млн ₽" in words
    assert "Внедрение" in words
    assert "1,6" in words
    assert not {"Price", "break", "year"} & set(words.split())
    assert "Дешевле всех" in diagram.alt_text


def test_the_notes_and_the_tornado_of_gains_speak_the_language():
    earning = attrs.evolve(OURS, gains=[jm.Gain("Hours", "90000 RUB", every="year")])
    words = said(jm.tco_chart(reckoned(earning, RIVAL), language="ru"))
    assert "Выгоды не вычтены" in words
    assert "Gains are" not in words
    assert "NPV с выгодами" in words
    assert "What moves the NPV most" in said(jm.tco_chart(reckoned(earning, RIVAL)))
    assert "What moves the saving most" in said(jm.tco_chart(reckoned()))


def test_a_journey_gives_its_language_theme_and_title():
    journey = attrs.evolve(example("sales-automation-ru"), theme="dark")
    diagram = jm.tco_chart(journey)
    assert journey.title in said(diagram)
    assert "Полная стоимость владения" in said(diagram)
    assert diagram.scene.background == DARK.palette.paper


def test_the_strongest_inputs_are_drawn_and_the_rest_is_counted():
    lines = [cost(1000 * 2**n, "use", f"Line {n}", every="year") for n in range(11)]
    diagram = jm.tco_chart(reckoned(jm.Offer("One", costs=lines)), charts="tornado")
    rows = roles(diagram, "swing-row")
    assert [row.label.split(":")[0] for row in rows] == [
        "Line 10",
        "Discount rate",
        *(f"Line {n}" for n in range(9, 3, -1)),
    ]
    assert "and 4 more, each moving it by 0.00577 at most" in said(diagram)


def test_inputs_speak_the_language():
    english = said(jm.tco_chart(reckoned(), charts="tornado", against="Cheaper rival"))
    for text in ("Quantity (seat)", "1.6", "2.4", "Licences: growth", "4%", "6%"):
        assert text in english, text
    for text in ("RUB 380,000", "RUB 600,000", "Discount rate", "9.6%", "14.4%"):
        assert text in english, text
    russian = said(jm.tco_chart(reckoned(), language="ru", charts="tornado"))
    assert "380 000 ₽" in russian
    assert "14,4 %" in russian


def test_a_chart_of_small_amounts_has_a_unit_of_its_own():
    offer = jm.Offer("One", costs=[cost(10, "use"), cost(10**9, "exit", "Late", at=100)])
    diagram = jm.tco_chart(reckoned(offer, years=100))
    (bars,), (lines,) = roles(diagram, "bars"), roles(diagram, "lines")
    assert "RUB thousand" in plain(text_of(bars))
    assert "RUB billion" in plain(text_of(lines))
    assert "12.0" in text_of(bars)
    usual = jm.tco_chart(reckoned())
    assert "RUB" not in text_of(roles(usual, "bars")[0])


def test_long_amounts_are_said_in_short():
    offer = jm.Offer("One", costs=[cost("123456789.12", "use", "Much"), cost("450.55", "use", "x")])
    diagram = jm.tco_chart(reckoned(offer), charts="tornado")
    words = said(diagram)
    assert "RUB 98.8 million" in words
    assert "RUB 541" in words
    assert "RUB 123,456,879.36" not in words
    labels = [row.label for row in roles(diagram, "swing-row")]
    assert "148,148,597.49" in plain(labels[0])


def test_a_break_even_within_days_is_not_after_zero_months():
    ours = jm.Offer("Ours", ours=True, costs=[cost(1, "use", "Setup")])
    other = jm.Offer("Other", costs=[cost(1000, "use", "Work", every="year")])
    diagram = jm.tco_chart(reckoned(ours, other))
    assert "Ours breaks even with Other after less than a month" in said(diagram)


def test_the_dearer_and_the_cheaper_are_told_by_sign_too():
    words = said(jm.tco_chart(reckoned(), charts="bars"))
    ours, rival = (reckoned().total(name).present_value for name in ("Our CRM", "Cheaper rival"))
    change = labels_of("en").percent((rival.amount - ours.amount) / ours.amount, signed=True)
    assert change.startswith("+")
    assert change in words
    assert "\u2212100%" in words
    huge = jm.Offer("Huge", costs=[cost(10**12)])
    assert "× " in said(jm.tco_chart(reckoned(OURS, jm.Offer("Tenfold", costs=[cost(10**8)]))))
    assert "×" not in said(jm.tco_chart(reckoned(OURS, huge)))


def test_figures_on_a_bar_add_up_to_its_total():
    thirds = [cost(1_000_000, name, name) for name in ("price", "use", "repair")]
    thirds[0] = cost(1_005_000, "price", "price")
    offer = jm.Offer("A", costs=[attrs.evolve(one, quantity="3.333333") for one in thirds])
    diagram = jm.tco_chart(reckoned(offer, discount_rate=None), charts="bars")
    values = [Decimal(text_of(box)) for box in roles(diagram, "bar-value")]
    (total,) = [box for box in roles(diagram, "plate") if box.children[0].style.size > 16]
    assert len(values) == 3
    assert sum(values) == Decimal(text_of(total))


# The choice


def test_ours_is_chosen_and_held_against_the_cheapest_other():
    chosen = choices_of(reckoned(RIVAL, OURS, CHEAP))
    assert (chosen.choice, chosen.against) == (1, 2)
    assert choices_of(reckoned(RIVAL, CHEAP)).choice == 0
    assert choices_of(reckoned(RIVAL)).against is None
    named = choices_of(reckoned(), ["tornado", "bars"], "Cheap", "Cheaper rival")
    assert named.charts == ("bars", "tornado")
    assert (named.choice, named.against) == (2, 1)
    assert choices_of(reckoned(), choice=1, against=0).choice == 1


@pytest.mark.parametrize("unit", ["'single'", "a 5%", "e5", "1", "%"])
def test_a_unit_may_be_any_text(unit):
    offer = jm.Offer("One", costs=[cost(100, quantity=2, unit=unit)])
    diagram = jm.tco_chart(reckoned(offer), charts="tornado")
    assert "1.6" in said(diagram)
    assert "2.4" in said(diagram)


@pytest.mark.parametrize("charts", ["bars", "cumulative", "tornado"])
def test_each_chart_can_be_had_alone(charts):
    drawn = {"bars": "bars", "cumulative": "lines", "tornado": "tornado"}
    diagram = jm.tco_chart(reckoned(), charts=charts)
    assert [name for name, role in drawn.items() if roles(diagram, role)] == [charts]
    check_boxes(diagram.boxes)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"charts": "bar"}, "unknown chart 'bar' .*did you mean 'bars'"),
        ({"charts": []}, "not charts"),
        ({"charts": 5}, "not charts"),
        ({"charts": ["bars", 5]}, "unknown chart '5'"),
        ({"choice": "Our CMR"}, "did you mean 'Our CRM'"),
        ({"against": "Nobody"}, "unknown offer 'Nobody'"),
        ({"choice": 7}, r"expected 0\.\.2"),
        ({"choice": "Cheap", "against": "Cheap"}, "the same offer as the choice"),
        ({"theme": "drak"}, "did you mean 'dark'"),
        ({"language": "de"}, "known: en, ru"),
        ({"text": "pixels"}, "unknown kind of text"),
    ],
)
def test_a_wrong_option_is_refused(options, said):
    with pytest.raises(jm.OptionError, match=said):
        jm.tco_chart(reckoned(), **options)


def test_what_has_no_costs_is_refused():
    with pytest.raises(jm.RenderError, match="not a width"):
        jm.tco_chart(reckoned(), width=-5)
    for given_ in ("crm.yaml", None, OURS, 5):
        with pytest.raises(jm.OptionError, match="not a journey or its costs"):
            jm.tco_chart(given_)
    with pytest.raises(jm.OptionError, match="expected a journey with `offers`"):
        jm.tco_chart(jm.Journey("Nothing for sale"))


# Looks


@pytest.mark.parametrize("theme", [*THEMES, "#7a1f5c,#0b7783"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_theme_moves_nothing(theme, language):
    diagram = jm.tco_chart(reckoned(), theme=theme, language=language)
    check_boxes(diagram.boxes)
    look = theme_of(theme)
    same = attrs.evolve(LIGHT, metrics=look.metrics)
    light = jm.tco_chart(reckoned(), theme=same, language=language)
    assert diagram.boxes == light.boxes
    assert (diagram.svg == light.svg) is (theme == "light")


def test_equal_input_gives_equal_bytes():
    assert jm.tco_chart(reckoned()).svg == jm.tco_chart(reckoned()).svg


def test_the_precision_of_the_program_changes_nothing():
    usual = jm.tco_chart(reckoned()).svg
    results = reckoned()
    with localcontext(prec=3):
        assert jm.tco_chart(results).svg == usual


CATEGORIES = ["price", "implementation", "use", "repair", "exit", *(f"own {n}" for n in range(7))]


def chart_of(number, theme, role):
    """Return the scene of one category alone, with the colours of that position."""
    costs = [cost(1000, name, name) for name in CATEGORIES]
    boxes = jm.tco_chart(reckoned(jm.Offer("A", costs=costs)), charts="bars", theme=theme).boxes
    box = [one for one in boxes.walk() if one.role == role][number]
    place = attrs.evolve(box.rect, width=90.0, height=40.0)
    moved = attrs.evolve(box, rect=place, children=()).moved(-place.x, -place.y)
    return paint(moved, theme)


@pytest.mark.parametrize("theme", [LIGHT, PRINT], ids=["light", "print"])
@pytest.mark.parametrize("role", ["bar-part", "sample-part"])
def test_categories_can_be_told_in_one_colour(theme, role):
    grey = one_colour(theme)
    drawn = [repr(shapes(chart_of(n, grey, role).items)) for n in range(len(CATEGORIES))]
    assert len(set(drawn)) == len(CATEGORIES)


def lines_alone(count, theme):
    offers = [jm.Offer(f"Offer {n}", costs=[cost(n + 1, every="year")]) for n in range(count)]
    return jm.tco_chart(reckoned(*offers), charts="cumulative", theme=theme)


def test_twelve_lines_can_be_told_in_one_colour():
    boxes = lines_alone(12, PRINT).boxes
    looks = set()
    for position in range(12):
        marks = [b for b in boxes.walk() if b.role == "line-mark" and b.variant == str(position)]
        centred = attrs.evolve(marks[0], rect=attrs.evolve(marks[0].rect, x=0.0, y=0.0))
        line = next(b for b in boxes.walk() if b.role == "cost-line" and b.variant == str(position))
        (drawn,) = flat(paint(line, one_colour(PRINT)).items)
        looks.add((repr(shapes(paint(centred, one_colour(PRINT)).items)), drawn.stroke.dash))
    assert len(looks) == 12


def flat(items):
    for item in items:
        yield from flat(item.items) if isinstance(item, Group) else [item]


@pytest.mark.parametrize("theme", ["light", "print"])
def test_categories_can_be_told_on_grey_paper(theme):
    def grey(category):
        # The other category comes first, so that this one has its own place in the order.
        costs = [cost(0, "price"), cost(500, "implementation"), cost(500, "use")]
        order = costs if category == "implementation" else [costs[0], costs[2]]
        more = [cost(1000, category)]
        offer = jm.Offer("A", costs=[*order[:1], *more])
        rest = jm.Offer("B", costs=costs)
        data = jm.tco_chart(reckoned(offer, rest), charts="bars", theme=theme, width=900).png()
        return Image.open(io.BytesIO(data)).convert("L")

    assert differing(grey("implementation"), grey("use")) >= 12


@pytest.mark.parametrize("theme", ["light", "print", "dark", "contrast"])
def test_low_and_high_inputs_differ_by_more_than_colour(theme):
    grey = one_colour(THEMES[theme])
    boxes = jm.tco_chart(reckoned(), charts="tornado").boxes
    halves = {}
    for box in boxes.walk():
        if box.role == "swing":
            place = attrs.evolve(box.rect, x=0.0, y=0.0, width=50.0)
            halves[box.variant] = repr(shapes(paint(attrs.evolve(box, rect=place), grey).items))
    assert halves["low"] != halves["high"]


# Any offers


@settings(max_examples=40, suppress_health_check=SLOW)
@given(tco_offers(), terms_(), st.sampled_from(["en", "ru"]), st.none() | st.floats(200, 2000))
def test_any_offers_give_a_sound_sheet(offers, terms, language, width):
    try:
        results = jm.tco(offers, terms=terms)
        diagram = jm.tco_chart(results, language=language, width=width)
    except jm.OptionError as error:
        assume("amounts" not in str(error) and "large" not in str(error))
        raise
    check_boxes(diagram.boxes)
    assert diagram.alt_text


@settings(max_examples=40, suppress_health_check=SLOW)
@given(tco_offers(), terms_())
def test_marks_stand_at_the_break_evens(offers, terms):
    try:
        results = jm.tco(offers, terms=terms)
        sheet = sheet_of(results, choices_of(results), labels_of("en"))
    except jm.OptionError:
        assume(False)  # noqa: FBT003 - too large for money
    others = [line.name for line in sheet.lines.lines[1:]]
    choice = sheet.lines.lines[0].name
    for name, meeting in zip(others, sheet.lines.meetings, strict=True):
        assert meeting.at == results.break_even(choice, name)
        if meeting.at:
            figures = [
                between(line.points, meeting.at)
                for line in sheet.lines.lines
                if line.name in {choice, name}
            ]
            whole = max(abs(amount) for line in sheet.lines.lines for _, amount in line.points)
            assert abs(figures[0] - figures[1]) <= whole * Decimal("1e-4") + Decimal("0.02")
