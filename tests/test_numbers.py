"""Numbers and money are exact, and read as in the language that is asked for.

Babel judges the tables; each difference from it that is meant stands here with its reason.
"""

import ast
import inspect
import re
from decimal import Decimal, localcontext

import babel.numbers
import pytest
from babel.units import format_unit
from hypothesis import given
from hypothesis import strategies as st

import journeymap as jm
from journeymap.labels import LANGUAGES, labels_of, numbers, rounding, scales
from journeymap.labels.scales import PLAIN, SCALES
from journeymap.model.currencies import CURRENCIES, MINOR_UNITS, minor_units

MILLION = next(scale for scale in SCALES if scale.name == "million")

# The sign of these is not that of CLDR.
OTHER_SIGNS = {
    ("ru", "TMT"): "CLDR has the code in Cyrillic letters, which no code of ISO 4217 is written in",
}

# CLDR says what is paid in a shop; an invoice may have the minor unit that ISO 4217 gives.
SHOP_DECIMALS = set("AFN ALL COP HUF IDR IQD IRR KPW LAK LBP MGA MMK SOS SYP YER".split())  # noqa: SIM905

languages = st.sampled_from(LANGUAGES)
amounts = st.decimals(min_value=-(10**12), max_value=10**12, places=2)
currencies = st.sampled_from(sorted(CURRENCIES))
fractions = st.decimals(min_value=-99, max_value=99, places=6)


def dashed(text):
    """Return a text of Babel's with the minus sign: CLDR has the hyphen of the keyboard."""
    return text.replace("-", "−")


def spaced(text):
    """Return a text of Babel's with the space of CLDR between a code and a figure.

    CLDR asks for it (`currencySpacing`), ICU writes it, Babel does not.
    """
    return re.sub(r"(?<=[^\W\d_])(?=\d)|(?<=[a-z]\.)(?=\d)", "\xa0", text)


def read(text, labels):
    """Return the number that a text says."""
    figure = re.search(r"\d[\d.,\xa0]*\d|\d", text)[0]
    plain = figure.replace(labels.group_mark, "").replace(labels.decimal_mark, ".")
    return Decimal(plain) * (-1 if text.startswith("−") else 1)


@given(languages, st.decimals(-(10**15) + 1, 10**15 - 1, places=6), currencies)
def test_an_amount_can_be_read_back(language, amount, currency):
    labels = labels_of(language)
    assert read(labels.money(jm.Money(amount, currency)), labels) == amount


@given(languages, st.decimals(-(10**15), 10**15, places=6))
def test_a_number_can_be_read_back(language, value):
    labels = labels_of(language)
    assert read(labels.number(value), labels) == value


@given(languages, amounts, currencies, st.integers(0, 4))
def test_an_amount_is_said_as_babel_says_it(language, amount, currency, digits):
    if (language, currency) in OTHER_SIGNS:
        return
    pattern = babel.Locale(language).currency_formats["standard"].pattern
    pattern = pattern.replace("0.00", "0." + "0" * digits if digits else "0")
    with localcontext(prec=50):
        theirs = babel.numbers.format_currency(
            amount, currency, pattern, locale=language, currency_digits=False
        )
    ours = labels_of(language).money(jm.Money(amount, currency), digits=digits)
    if not re.search("[1-9]", ours):  # Babel leaves the sign to a zero
        theirs = theirs.removeprefix("-")
    assert ours == dashed(spaced(theirs))


@given(languages, amounts, currencies)
def test_an_amount_without_groups_is_the_same_amount(language, amount, currency):
    labels = labels_of(language)
    money = jm.Money(amount, currency)
    mark = re.escape(labels.group_mark)
    grouped = re.sub(rf"(?<=\d){mark}(?=\d)", "", labels.money(money))
    assert labels.money(money, grouped=False) == grouped


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_signs_of_all_currencies_are_those_of_cldr(language):
    labels = labels_of(language)
    differing = {
        (language, code)
        for code in CURRENCIES
        if labels.currency(code) != babel.numbers.get_currency_symbol(code, language)
    }
    assert differing == {key for key in OTHER_SIGNS if key[0] == language}


def test_the_minor_units_are_those_of_cldr_but_for_what_is_paid_in_shops():
    theirs = {code: babel.numbers.get_currency_precision(code) for code in CURRENCIES}
    assert {code for code in CURRENCIES if minor_units(code) != theirs[code]} == SHOP_DECIMALS
    assert {theirs[code] for code in SHOP_DECIMALS} == {0}
    assert set(MINOR_UNITS) <= CURRENCIES


@given(languages, fractions, st.integers(0, 3))
def test_a_share_is_said_as_babel_says_it(language, fraction, digits):
    pattern = babel.Locale(language).percent_formats[None].pattern
    pattern = pattern.replace("##0", "##0." + "0" * digits if digits else "##0")
    theirs = babel.numbers.format_percent(fraction, pattern, locale=language)
    ours = labels_of(language).percent(fraction, digits=digits)
    if not re.search("[1-9]", ours):
        theirs = theirs.removeprefix("-")
    assert ours == dashed(theirs)


@given(languages, st.integers(10_000, 10**15 - 1), st.sampled_from(["RUB", "USD", "CHF"]))
def test_a_short_amount_has_the_figure_and_the_unit_of_babel(language, amount, currency):
    # The whole word in English, as reports have it, and no full stop after the Russian millions.
    length = {"en": "long", "ru": "short"}[language]
    labels = labels_of(language)
    ours = labels.compact(jm.Money(amount, currency))
    significant = Decimal(f"{Decimal(amount):.2e}")
    theirs = babel.numbers.format_compact_decimal(
        significant, format_type=length, locale=language, fraction_digits=2
    )
    bare = ours.replace(labels.currency(currency), "").strip("\xa0")
    assert bare == theirs.replace(" ", "\xa0")


@given(languages, st.integers(0, 9_999), currencies)
def test_what_is_short_already_is_said_in_full(language, amount, currency):
    # Babel has `9.4 thousand`, and decimals of whole amounts: nobody is helped by them.
    labels, money = labels_of(language), jm.Money(amount, currency)
    assert labels.compact(money) == labels.money(money) == labels.money(money, digits=0)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [1, 2, 4, 5, 11, 21, 100])
def test_times_have_the_abbreviations_of_cldr(language, count):
    # CLDR's English is `yr`, `yrs`, `mth`; a label in a chart has no room for it.
    length = {"en": "narrow", "ru": "short"}[language]
    theirs = format_unit(count, "year", length, locale=language)
    ours = labels_of(language).years(Decimal(count))
    assert ours.replace("\xa0", "") == theirs.replace("\xa0", "").replace(" ", "")
    months = format_unit(5, "month", length, locale=language)
    said = labels_of(language).years(Decimal(5) / 12)
    assert said.replace("\xa0", "") == months.replace("\xa0", "").replace(" ", "")


@pytest.mark.parametrize(
    ("text", "english", "russian"),
    [
        ("240000 RUB", "RUB 240,000", "240 000 ₽"),
        ("-240000.5 RUB", "−RUB 240,000.50", "−240 000,50 ₽"),
        ("1234.5 USD", "$1,234.50", "1 234,50 $"),
        ("12.5 KWD", "KWD 12.500", "12,500 KWD"),
        ("950 JPY", "¥950", "950 ¥"),
        ("0.0012 EUR", "€0.0012", "0,0012 €"),
        ("0 EUR", "€0", "0 €"),
    ],
)
def test_an_amount_is_said_in_full(text, english, russian):
    money = jm.Money(text)
    assert labels_of("en").money(money).replace("\xa0", " ") == english
    assert labels_of("ru").money(money).replace("\xa0", " ") == russian


@pytest.mark.parametrize(
    ("text", "english", "russian"),
    [
        ("2681400 RUB", "RUB 2.68 million", "2,68 млн ₽"),
        ("-450000 RUB", "−RUB 450 thousand", "−450 тыс. ₽"),
        ("999999 USD", "$1 million", "1 млн $"),
        ("9400 RUB", "RUB 9,400", "9 400 ₽"),
        ("9400.5 RUB", "RUB 9,400", "9 400 ₽"),
        ("99.5 USD", "$99.50", "99,50 $"),
        ("0.0012 USD", "$0.00", "0,00 $"),
        ("3000000000000 RUB", "RUB 3 trillion", "3 трлн ₽"),
    ],
)
def test_an_amount_is_said_in_short(text, english, russian):
    money = jm.Money(text)
    assert labels_of("en").compact(money).replace("\xa0", " ") == english
    assert labels_of("ru").compact(money).replace("\xa0", " ") == russian


def test_a_chart_says_its_amounts_in_one_unit():
    english, russian = labels_of("en"), labels_of("ru")
    money = [jm.Money("2681400 RUB"), jm.Money("-310000 RUB"), jm.Money("0 RUB")]
    scale = english.scale_for(money)
    assert scale is MILLION
    assert [english.scaled(one, scale) for one in money] == ["2.68", "−0.31", "0.00"]
    assert [russian.scaled(one, scale, digits=1) for one in money] == ["2,7", "−0,3", "0,0"]
    assert english.scale_heading(scale, "RUB") == "RUB\xa0million"
    assert russian.scale_heading(scale, "RUB") == "млн\xa0₽"
    assert english.scale_heading(PLAIN, "USD") == "$"
    assert english.compact(money[1], scale=scale, digits=2) == "−RUB\xa00.31\xa0million"
    assert english.compact(money[0], scale=PLAIN, digits=0) == "RUB\xa02,681,400"
    assert english.scale_for([]) is PLAIN


@given(st.lists(st.integers(-(10**14), 10**14), min_size=1))
def test_the_unit_suits_the_largest_amount(values):
    labels = labels_of("en")
    scale = labels.scale_for(jm.Money(value, "EUR") for value in values)
    largest = max(map(abs, values))
    figure = read(labels.scaled(jm.Money(largest, "EUR"), scale, digits=0), labels)
    assert figure < 10_000 if scale is PLAIN else 1 <= figure < 1000


def test_a_plus_sign_stands_where_it_is_asked_for():
    labels = labels_of("en")
    assert labels.percent(Decimal("0.163"), signed=True) == "+16%"
    assert labels.percent(Decimal("-0.163"), signed=True) == "−16%"
    assert labels.percent(Decimal(0), signed=True) == "0%"
    assert labels.money(jm.Money("5 USD"), signed=True) == "+$5"
    assert labels.compact(jm.Money("5000000 USD"), signed=True) == "+$5\xa0million"
    assert labels_of("ru").percent(Decimal("0.163"), digits=1, signed=True) == "+16,3\xa0%"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_rounded_to_zero_has_no_sign(language):
    labels = labels_of(language)
    assert "−" not in labels.money(jm.Money("-0.004 EUR"), digits=2)
    assert "−" not in labels.percent(Decimal("-0.004"))
    assert "−" not in labels.years(Decimal("-0.01"))


@pytest.mark.parametrize(
    ("amount", "digits", "said"),
    [("0.125", 2, "0.12"), ("0.135", 2, "0.14"), ("-2.5", 0, "−2"), ("3.5", 0, "4")],
)
def test_halves_go_to_the_even_digit(amount, digits, said):
    labels = labels_of("en")
    assert labels.number(Decimal(amount), digits=digits) == said
    assert labels.money(jm.Money(amount, "EUR"), digits=digits).replace("€", "") == said


@pytest.mark.parametrize(
    ("years", "english", "russian"),
    [
        ("1.9167", "1 y 11 m", "1 г. 11 мес."),
        ("0", "0 m", "0 мес."),
        ("0.5", "6 m", "6 мес."),
        ("2", "2 y", "2 г."),
        ("5.25", "5 y 3 m", "5 л. 3 мес."),
        ("1.999", "2 y", "2 г."),
        ("-1.5", "−1 y 6 m", "−1 г. 6 мес."),
    ],
)
def test_a_time_is_said_in_years_and_months(years, english, russian):
    assert labels_of("en").years(Decimal(years)).replace("\xa0", " ") == english
    assert labels_of("ru").years(Decimal(years)).replace("\xa0", " ") == russian


@given(st.decimals(0, 100, places=6))
def test_a_time_is_rounded_to_the_nearest_month(years):
    said = labels_of("en").years(years)
    whole, months = re.fullmatch(r"(?:(\d+)\xa0y)?\xa0?(?:(\d+)\xa0m)?", said).groups()
    assert said
    assert abs(int(whole or 0) * 12 + int(months or 0) - years * 12) <= Decimal("0.5")


@given(languages, amounts, currencies)
def test_no_line_breaks_inside_an_amount(language, amount, currency):
    labels = labels_of(language)
    money = jm.Money(amount, currency)
    said = [labels.money(money), labels.compact(money), labels.years(amount / 10**6)]
    assert not any(" " in text for text in said)


@given(languages, amounts, currencies)
def test_the_precision_of_the_program_does_not_matter(language, amount, currency):
    labels, money = labels_of(language), jm.Money(amount, currency)

    def tell():
        texts = [labels.money(money), labels.compact(money), labels.money(money, digits=1)]
        return [*texts, labels.percent(amount, digits=2), labels.years(amount)]

    expected = tell()
    with localcontext(prec=3):
        assert tell() == expected


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "sNaN"])
@pytest.mark.parametrize("method", ["number", "percent", "years"])
def test_what_is_not_finite_is_refused(value, method):
    say = getattr(labels_of("en"), method)
    with pytest.raises(jm.OptionError, match="no number that can be written"):
        say(Decimal(value))
    if value != "sNaN":
        with pytest.raises(jm.OptionError, match="no number that can be written"):
            say(float(value))


def test_one_unit_for_two_currencies_is_refused():
    money = [jm.Money("5 EUR"), jm.Money("5 RUB")]
    with pytest.raises(jm.OptionError, match=r"several currencies \(EUR, RUB\)"):
        labels_of("en").scale_for(money)


@pytest.mark.parametrize("code", ["RUR", "rub", "", "XAU"])
def test_minor_units_of_what_is_no_currency_are_refused(code):
    with pytest.raises(jm.OptionError, match="unknown currency"):
        minor_units(code)


@pytest.mark.parametrize(
    ("code", "digits"), [("RUB", 2), ("JPY", 0), ("KWD", 3), ("ISK", 0), ("TND", 3), ("USD", 2)]
)
def test_minor_units_are_those_of_the_standard(code, digits):
    assert minor_units(code) == digits


@pytest.mark.parametrize("module", [numbers, rounding, scales])
def test_no_amount_becomes_a_float(module):
    tree = ast.parse(inspect.getsource(module))
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert "float" not in {call.id for call in calls if isinstance(call, ast.Name)}
    constants = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    assert not any(isinstance(value, float) for value in constants)
    assert not any(isinstance(node, ast.Div) for node in ast.walk(tree))


def test_a_count_of_millions_has_all_its_digits():
    assert labels_of("en").number(1_234_567) == "1,234,567"
    assert labels_of("en").number(1 / 3) == "0.333333"
    assert labels_of("en").number(0.1 + 0.2) == "0.3"
