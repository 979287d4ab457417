"""The order of the characters on lines that hold right-to-left scripts."""

import unicodedata
from pathlib import Path

import pytest
from bidi import get_display
from hypothesis import example, given, settings
from hypothesis import strategies as st

from costs import grows_linearly
from journeymap.fonts import glyphs
from journeymap.text import TextStyle, wrap
from journeymap.text.bidi import Run, runs, runs_leftwards, visual_order
from journeymap.text.bidilevels import levels

# The Debian package unicode-data; elsewhere the samples of this file have to do.
OFFICIAL = Path("/usr/share/unicode/BidiCharacterTest.txt")
KINDS = "abאבגعد 12٣٤-+%$,.:!()[]<>«»\u0301\u05b0/&\u00a0"
CONTROLS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u00ad\u200d"
# A line and what Chromium shows, its characters sorted by where they stand.
SHOWN = [
    ("CRM-מערכת חדשה", "CRM-השדח תכרעמ"),
    ("מערכת CRM חדשה", "השדח CRM תכרעמ"),
    ('מחיר: 1,500 ₪ (כולל מע"מ)', ')מ"עמ ללוכ( ₪ 1,500 :ריחמ'),
    ("הנחה של 20% עד 15/03/2025", "15/03/2025 דע 20% לש החנה"),
    ("map (אב גד) end", "map (דג בא) end"),
    ("הלקוח אמר: «שלום, עולם!»", "»!םלוע ,םולש« :רמא חוקלה"),
    ("السعر 10-12 دولار", "رالود 12-10 رعسلا"),
    ("تخفيض 50% على CRM (جديد)", ")ديدج( CRM ىلع %50 ضيفخت"),
    ("a אב 1-2 גד b", "a דג 1-2 בא b"),
    ("טלפון +7 (495) 123-45-67", "123-45-67 )495( 7+ ןופלט"),
    ("שלב 1: חיפוש → השוואה", "האוושה → שופיח :1 בלש"),
    ("גרסה 2.0.1 של API", "API לש 2.0.1 הסרג"),
    ("see https://example.com/אב?x=1 now", "see https://example.com/בא?x=1 now"),
    ("אבג [1] {two} <3>", ">3< }two{ ]1[ גבא"),
    ("AB \u2067אב CD\u2069 EF", "AB \u2067CD בא\u2069 EF"),
    ("5 אב, 6", "6 ,בא 5"),
    ("50%-20% הנחה", "החנה 20%-50%"),
    ("email: user@example.co.il הוא", "email: user@example.co.il אוה"),
]
WITHOUT_MARKS = str.maketrans("", "", "\u0301\u05b0")
mixed = st.text(st.sampled_from(KINDS), max_size=20)


def seen(text, leftwards=None):
    """The characters from left to right."""
    return "".join(
        run.text[::-1] if run.leftwards else run.text for run in runs(text, leftwards=leftwards)
    )


def without_controls(text):
    return "".join(part for part in text if part not in CONTROLS)


@pytest.mark.parametrize(("text", "shown"), SHOWN)
def test_lines_stand_as_in_a_browser(text, shown):
    assert without_controls(seen(text)) == without_controls(shown)


@settings(max_examples=500)
@given(mixed.map(lambda text: text.translate(WITHOUT_MARKS)))
@example("א(b)ג[1]%")
def test_the_order_is_that_of_another_library(text):
    base = "R" if runs_leftwards(text) else "L"
    # That library takes no marks along, so a line has none here.
    assert seen(text) == get_display(text, base_dir=base)


@given(
    st.text(st.sampled_from(KINDS + CONTROLS), max_size=20), st.sampled_from([None, True, False])
)
def test_runs_lose_nothing_and_read_one_way(text, leftwards):
    found = runs(text, leftwards=leftwards)
    assert sorted("".join(run.text for run in found)) == sorted(text)
    assert all(run.text in text for run in found)
    for run in found:
        kinds = {unicodedata.bidirectional(part) for part in run.text}
        if not set(text) & set(CONTROLS):
            assert not (run.leftwards and "L" in kinds)
            assert run.leftwards or not kinds & {"R", "AL"}


@pytest.mark.skipif(not OFFICIAL.exists(), reason="the official samples are not installed")
def test_the_official_samples_have_their_levels():
    wrong = []
    for number, line in enumerate(OFFICIAL.read_text(encoding="utf-8").splitlines()):
        fields = line.partition("#")[0].split(";")
        if len(fields) < 5 or number % 7:
            continue
        text = "".join(chr(int(code, 16)) for code in fields[0].split())
        found = levels(text, {"0": 0, "1": 1, "2": None}[fields[1]])
        expected = fields[3].split()
        pairs = zip(found, expected, strict=True)
        if any(level not in (str(own), "x") for own, level in pairs):
            wrong.append(text)
    assert wrong == []


def test_text_of_one_direction_is_one_run():
    assert runs("CRM — 5 (да)") == [Run("CRM — 5 (да)")]
    assert runs("שלום (עולם)!") == [Run("שלום (עולם)!", leftwards=True)]
    assert runs("") == []
    assert [run.text for run in runs("CRM אב", leftwards=True)] == [" אב", "CRM"]


def test_what_is_no_character_has_no_direction():
    assert runs("J\ufdd5") == [Run("J\ufdd5")]
    assert runs("J\u07fb") == [Run("J"), Run("\u07fb", leftwards=True)]


def test_isolates_and_overrides_do_what_they_say():
    assert seen("a \u2067b!\u2069 c") == "a \u2067!b\u2069 c"
    assert without_controls(seen("a \u202ebcd\u202c e")) == "a dcb e"
    assert runs_leftwards("\u2067אב\u2069 map") is False


def test_a_paragraph_has_one_direction_on_all_its_lines():
    lines = wrap("אב גד CRM system map", TextStyle(10), 55, lambda text, _: 5.0 * len(text))
    assert [(line.text, line.leftwards) for line in lines] == [
        ("אב גד CRM", True), ("system map", True),
    ]  # fmt: skip
    assert not wrap("CRM אב", TextStyle(10), 500, lambda text, _: 5.0 * len(text))[0].leftwards


@given(mixed)
def test_words_keep_their_letters(text):
    assert sorted(visual_order(text)) == sorted(text.split(" "))


def test_drawn_brackets_are_mirrored():
    names = [shape.lacking or shape.name for shape, _, _ in glyphs.placed("(א)", TextStyle(16))]
    plain = [shape.name for shape, _, _ in glyphs.placed("()", TextStyle(16))]
    assert names == [plain[0], "א", plain[1]]
    mixed_word = [shape.lacking for shape, _, _ in glyphs.placed("CRM-אב", TextStyle(16))]
    assert mixed_word == ["", "", "", "", "ב", "א"]


@pytest.mark.parametrize(
    "unit", ["א", "א(", "(א)", "\u2068", "\u2067", "\u202b\u202c", "a א1 ", "\u0301"]
)
def test_no_line_is_dear(unit):
    def ordered(length):
        runs("א" + (unit * length)[:length])

    assert grows_linearly(ordered, 1_000, 8_000)
