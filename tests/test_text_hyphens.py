"""Hyphens in narrow columns: where they may stand, and where there must be none."""

import subprocess
import sys
from functools import lru_cache
from itertools import pairwise

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from costs import grows_linearly
from journeymap.text import TextStyle, min_width, natural_width, patterns, wrap
from journeymap.text.hyphens import hyphenated, hyphenator
from journeymap.text.wrapping import Measured

STYLE = TextStyle(10)
RUSSIAN = hyphenator("ru")


def ruler(text, style):
    return len(text) * style.size / 2


def written(text, width, hyphenate=RUSSIAN):
    return [line.text for line in wrap(text, STYLE, width * 5, ruler, hyphenate=hyphenate)]


def syllables(text, language="ru"):
    breaks = [0, *hyphenated(text, hyphenator(language)), len(text)]
    return "|".join(text[start:end] for start, end in pairwise(breaks))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("предприниматель", "пред|при|ни|ма|тель"),
        ("объявление", "объ|яв|ле|ние"),
        ("hyphenation", "hy|phen|a|tion"),
        ("«Достопримечательности»,", "«До|сто|при|ме|ча|тель|но|сти»,"),
        ("internet-магазин", "in|ter|net-ма|га|зин"),
        ("план", "план"),
        ("РОСКОМНАДЗОР", "РОСКОМНАДЗОР"),
        ("версия2предприниматель", "версия2предприниматель"),
        ("https://example.com/предприниматель", "https://example.com/предприниматель"),
        ("предприниматель@example.com", "предприниматель@example.com"),
        ("предприниматель_название", "предприниматель_название"),
        ("日本語テキスト", "日本語テキスト"),
    ],
)
def test_words_are_hyphenated_after_their_script(text, parts):
    assert syllables(text) == parts


def test_the_language_holds_for_its_own_script():
    assert syllables("Versicherung", "de-DE") == "Ver|si|che|rung"
    assert syllables("страхование", "de") == syllables("страхование")
    assert syllables("підприємство", "uk") != syllables("підприємство")
    assert syllables("international", "xx") == "international"
    assert syllables("international", "ru") == "in|ter|na|tional"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("предприниматель", 15, ["предприниматель"]),
        ("предприниматель", 10, ["предприни-", "матель"]),
        ("и предприниматель решил", 16, ["и предпринима-", "тель решил"]),
        ("синий предприниматель и я", 16, ["синий предприни-", "матель и я"]),
        # A line that is nearly half full stays without a hyphen, though that takes a line more.
        ("большой предприниматель и я", 16, ["большой", "предприниматель", "и я"]),
        # A hyphen that saves no line is not put.
        ("синий предприниматель", 16, ["синий", "предприниматель"]),
        # The line is full enough; the column is wide enough.
        ("очень большой предприниматель", 17, ["очень большой", "предприниматель"]),
        ("a " * 10 + "предпринимательница", 33, ["a " * 9 + "a", "предпринимательница"]),
        (
            "https://example.com/internationalization", 12,
            ["https://", "example.com/", "internationa", "lization"],
        ),
        ("anna.ivanova@example.com", 14, ["anna.ivanova@", "example.com"]),
        ("hyphen\u00adation", 8, ["hyphen-", "ation"]),
    ],
)  # fmt: skip
def test_hyphens_come_to_the_rescue(text, width, lines):
    assert written(text, width) == lines


def test_without_a_hyphenator_there_are_no_hyphens():
    assert written("предприниматель", 10, None) == ["предприним", "атель"]


def test_hyphens_do_not_make_a_column_narrow():
    word = "предприниматель"
    assert min_width(word, STYLE, ruler, hyphenate=RUSSIAN) == ruler(word, STYLE)
    long_word = "электроэнцефалографического"
    assert min_width(long_word, STYLE, ruler) == ruler(long_word, STYLE)
    assert min_width(long_word, STYLE, ruler, hyphenate=RUSSIAN) == 120
    address = "name_" * 8 + "end"
    assert min_width(address, STYLE, ruler) == 120


texts = st.text(st.sampled_from("предпринимательhyphenation   -/.\u00ad1@«»"), max_size=80)
phrases = st.lists(
    st.sampled_from(["и", "очень", "предприниматель", "гостеприимство", "бизнес-план"]), min_size=3
).map(" ".join)


@given(texts, st.integers(1, 30))
def test_hyphenated_lines_fit_and_lose_nothing(text, width):
    lines = wrap(text, STYLE, width * 5, ruler, hyphenate=RUSSIAN)
    assert all(line.width <= width * 5 for line in lines)
    assert all(line.width == ruler(line.text, STYLE) for line in lines)
    seen = "".join(line.text for line in lines)
    for hidden in "- \u00ad":
        seen, text = seen.replace(hidden, ""), text.replace(hidden, "")
    assert seen == text


@given(phrases, st.integers(12, 32))
def test_the_extent_is_that_of_the_lines(text, width):
    measured = Measured(text, STYLE, ruler, RUSSIAN)
    lines = measured.lines(width * 5)
    widest = max((line.width for line in lines), default=0.0)
    assert measured.extent(width * 5) == (len(lines), widest)


@given(texts)
def test_the_least_width_is_kept(text):
    width = min_width(text, STYLE, ruler, hyphenate=RUSSIAN)
    assert width <= natural_width(text, STYLE, ruler) + 5
    lines = wrap(text, STYLE, width, ruler, hyphenate=RUSSIAN)
    assert all(line.width <= width for line in lines)


@pytest.mark.parametrize(
    "unit", ["предприниматель ", "предприниматель бы ", "в ", "a/", "предпри-"]
)
def test_hyphens_cost_no_more_in_a_long_text(unit):
    def wrapped(length):
        wrap((unit * length)[:length], STYLE, 90, ruler, hyphenate=RUSSIAN)

    assert grows_linearly(wrapped, 1_000, 8_000)


def test_the_patterns_are_not_read_before_they_are_needed():
    code = (
        "import sys; from journeymap.text import *; from journeymap.text.hyphens import hyphenator;"
        "ruler = lambda text, style: 5.0 * len(text); hyphens = hyphenator('ru');"
        "wrap('один очень простой текст', TextStyle(10), 100, ruler, hyphenate=hyphens);"
        "print('pyphen' in sys.modules)"
    )
    result = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )
    assert result.stdout.strip() == "False"


@pytest.mark.parametrize(
    "language", ["en_US", "ru_RU", "uk_UA", "fr", "es", "it_IT", "de_DE", "hu_HU"]
)
@given(data=st.data())
def test_patterns_find_what_pyphen_finds(language, data):
    known = pyphen_dictionary(language)
    parts = st.sampled_from(sorted(key.strip(".") for key in known.patterns))
    word = "".join(data.draw(st.lists(parts, min_size=1, max_size=4)))
    read = patterns.read(pyphen.LANGUAGES[language])
    assert (read is None) == (language in {"de_DE", "hu_HU", "es"})
    if read:
        assert read.positions(word) == list(map(int, known.positions(word)))


@lru_cache
def pyphen_dictionary(language):
    return pyphen.HyphDict(pyphen.LANGUAGES[language])
