"""Lines of text, written with a ruler on which every letter is as wide as the next."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from costs import grows_linearly
from journeymap.text import Line, TextStyle, min_width, natural_width, wrap
from journeymap.text.graphemes import clusters
from journeymap.text.linebreaks import chunks, pieces
from journeymap.text.linebreaks import letters as cut_apart
from journeymap.text.wrapping import Measured

STYLE = TextStyle(10)


def ruler(text, style):
    """Half an em for each cluster; the same for a space."""
    return sum(not hidden(cluster) for cluster in clusters(text) if text) * style.size / 2


def hidden(cluster):
    return all(unicodedata.category(part) in {"Cf", "Mn", "Me"} for part in cluster)


def written(text, width):
    return [line.text for line in wrap(text, STYLE, width * 5, ruler)]


def letters(text):
    """What must not get lost: all but white space and what only allows a break."""
    return "".join(
        part
        for part in text
        if part not in "\u00ad\u200b-"
        and not "\x7f" <= part <= "\x9f"
        and not (part.isspace() and part not in "\u00a0\u202f\u2007")
    )


texts = st.text(
    st.one_of(
        st.sampled_from("абвгдеиокт   \n\t-—–/.,№§0123456789\u00ad\u200b\u00a0%₽"),
        st.sampled_from("日本語、。「」ー한국어"),
        st.sampled_from("e\u0301\u0308👨\u200d👩👧🏽🇷🇺क\u094dष"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=80,
)

unbroken = st.text(
    st.one_of(
        st.sampled_from("e\u0301\u0308👨\u200d👩👧🏽🇷🇺🇺🇸क\u094dषะำ각ᄀ\u1161\u11a8日、"),
        st.characters(categories=["L", "M", "N", "P"]),
    ),
    min_size=1,
    max_size=40,
)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, []),
        (" \n \t\n", 10, []),
        ("one two three", 7, ["one two", "three"]),
        ("one\ntwo\r\n\nthree\n", 20, ["one", "two", "", "three"]),
        ("a \t  b", 10, ["a b"]),
        ("incomprehensible", 5, ["incom", "prehe", "nsibl", "e"]),
        ("see incomprehensible", 5, ["see", "incom", "prehe", "nsibl", "e"]),
        ("бизнес-план", 7, ["бизнес-", "план"]),
        ("и/или как-то", 6, ["и/или", "как-то"]),
        ("-5 e-mail 24/7", 5, ["-5", "e-mai", "l", "24/7"]),
        ("hyphen\u00adation", 8, ["hyphen-", "ation"]),
        ("hyphen\u00adation", 20, ["hyphenation"]),
        ("long\u200bword", 6, ["long", "word"]),
        ("long \u200bword", 6, ["long", "word"]),
        ("в \u200bслово )", 7, ["в", "слово )"]),
        ("a\u00a0b c", 4, ["a\u00a0b", "c"]),
        ("Москва — столица", 8, ["Москва —", "столица"]),
        ("Москва — столица", 7, ["Москва", "—", "столица"]),
        ("— Привет, мир", 9, ["— Привет,", "мир"]),
        ("идём в банк", 6, ["идём", "в банк"]),
        ("банк № 15", 7, ["банк", "№ 15"]),
        ("цена 10 000 ₽", 9, ["цена", "10 000 ₽"]),
        ("и так далее, и т. д.", 14, ["и так далее,", "и т. д."]),
        ("поэт А. С. Пушкин", 12, ["поэт", "А. С. Пушкин"]),
        ("сказал бы", 8, ["сказал", "бы"]),
        ("日本語テキスト", 3, ["日本語", "テキス", "ト"]),
        ("日本語。テキスト", 3, ["日本", "語。テ", "キスト"]),
        ("あ「日本」", 2, ["あ", "「日", "本」"]),
        ("🇷🇺🇺🇸👨\u200d👩\u200d👧", 1, ["🇷🇺", "🇺🇸", "👨\u200d👩\u200d👧"]),
    ],
)
def test_lines_break_as_typesetters_break_them(text, width, lines):
    assert written(text, width) == lines


@given(texts, st.integers(0, 30))
@example("W\u00adW", 1)
@example("日—\u00ad—", 1)
def test_every_line_fits_or_is_a_single_letter(text, width):
    for line in wrap(text, STYLE, width * 5, ruler):
        assert line.width == pytest.approx(ruler(line.text, STYLE))
        assert line.width <= width * 5 or len(cut_apart(line.text)) == 1 or width == 0


@given(texts, st.integers(1, 30))
def test_nothing_is_lost_and_nothing_added_but_hyphens(text, width):
    assert letters("".join(written(text, width))) == letters(text)


@given(unbroken, st.integers(1, 30))
def test_a_letter_is_never_cut(text, width):
    assert [part for line in written(text, width) for part in clusters(line)] == clusters(text)


@given(texts, st.integers(0, 30))
def test_twice_the_size_in_twice_the_width_is_the_same_lines(text, width):
    single = wrap(text, STYLE, width * 5, ruler)
    double = wrap(text, STYLE.scaled(2), width * 10, ruler)
    assert double == tuple(Line(line.text, line.width * 2, line.leftwards) for line in single)


@given(texts)
def test_the_least_width_breaks_no_word_and_the_natural_one_no_line(text):
    assert min_width(text, STYLE, ruler) <= natural_width(text, STYLE, ruler) + 5
    narrow = wrap(text, STYLE, min_width(text, STYLE, ruler), ruler)
    assert all(line.width <= min_width(text, STYLE, ruler) for line in narrow)
    natural = wrap(text, STYLE, natural_width(text, STYLE, ruler), ruler)
    assert len(natural) <= 1 + sum(text.count(end) for end in "\n\r\x0b\x0c\x85\u2028\u2029")


@given(texts, st.integers(0, 30))
def test_the_extent_is_that_of_the_lines(text, width):
    measured = Measured(text, STYLE, ruler)
    lines = measured.lines(width * 5)
    widest = max((line.width for line in lines), default=0.0)
    assert measured.extent(width * 5) == (len(lines), widest)


@given(texts)
def test_cuts_lose_nothing(text):
    assert "".join(clusters(text)) == text
    assert "".join(pieces(text)) == text
    words = text.split()
    assert " ".join(chunks(words)) == " ".join(words)


@pytest.mark.parametrize(
    "unit",
    [
        "x", "日", "a-b", "ab-cd", "100 ", "e\u0301", "и ", "W\u00ad", "—", "(", "/", "т. ",
        "\u0301", " ", "\n", "\u200b", "\u2060", "\u200d", "\u00ad", "\u034f", "ก", "เ", "🇷",
        "א1 ", ".", "1,", "a.", "%", '"', "« ", "« (",
    ],
)  # fmt: skip
def test_a_hostile_field_costs_no_more_than_an_honest_one(unit):
    def wrapped(length):
        lines = wrap((unit * length)[:length], STYLE, 100, ruler)
        assert all(line.width <= 100 for line in lines)

    assert grows_linearly(wrapped, 1_000, 8_000)


@pytest.mark.parametrize("width", [0, -1, float("nan"), float("inf")])
def test_any_width_comes_to_an_end(width):
    assert (
        letters("".join(line.text for line in wrap("один два", STYLE, width, ruler))) == "одиндва"
    )


def test_control_codes_are_not_shown():
    lines = wrap("a\x7fb\x80 c\x9f", TextStyle(10), 1000, ruler)
    assert [line.text for line in lines] == ["ab c"]
