"""Line breaks against those of Unicode: the rules exactly, our habits by their names."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from uniseg.linebreak import line_break_boundaries

from journeymap.text import glue as clinging
from journeymap.text import linebreaks
from journeymap.text.linebreaks import chunks, handles, letters, paragraphs, pieces
from journeymap.text.opportunities import opportunities

# The Debian package unicode-data; elsewhere the samples of this file have to do.
OFFICIAL = Path("/usr/share/unicode/auxiliary/LineBreakTest.txt")
HARD_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
# At least one character of each class.
KINDS = (
    "aбв אב1 2,.:;!?/-–—‐|()[]{}«»“”„'\"%$€№+°…·~@#&=*_<>\u00a0\u202f\u2060\u200b\u00ad\u200d"
    "\u0301日本、。「」・ーっ（）！한각ᄀ\u1161\u11a8🙂👍🏽🇷🇺🇺ก็\u1b05\u1b44\u1b06\u1b04\ufffc→★\u25cc\u3000ｱ¿´"
    "\u2009\u1bc0\u1bf2\u11003\U0001f0c0"
)
kinds = st.text(st.sampled_from(KINDS), max_size=12)
any_line = st.text(
    st.characters(
        exclude_categories=["Cs", "Cn"], exclude_characters="\n\r\x0b\x0c\x85\u2028\u2029"
    ),
    max_size=8,
)


def by_uniseg(text):
    return [at for at in line_break_boundaries(text) if 0 < at < len(text)]


@settings(max_examples=500)
@given(st.one_of(kinds, any_line))
@example("\u200b )")
@example("«a» (b) “日”本")
@example("ab ,5 .NET $(5)%")
@example("-◌ ‐a א-ב")
def test_the_rules_are_those_of_unicode(text):
    assert opportunities(text) == by_uniseg(text)


@pytest.mark.skipif(not OFFICIAL.exists(), reason="the official samples are not installed")
def test_the_official_samples_break_where_they_should():
    wrong = []
    for sample, breaks in samples():
        if breaks_of_lines(sample) not in (breaks, by_uniseg(sample)):
            wrong.append(sample)
    assert wrong == []


def samples():
    for line in OFFICIAL.read_text(encoding="utf-8").splitlines():
        text, breaks = "", []
        for part in line.partition("#")[0].split():
            if part == "÷":
                breaks.append(len(text))
            elif part != "×":
                text += chr(int(part, 16))
        if text:
            yield text, [at for at in breaks if 0 < at < len(text)]


def breaks_of_lines(text):
    """All breaks, also the hard ones, which `opportunities` is never given."""
    found, start = [], 0
    for match in HARD_BREAK.finditer(text):
        found += [start + at for at in opportunities(text[start : match.start()])]
        start = match.end()
        if start < len(text):
            found.append(start)
    return found + [start + at for at in opportunities(text[start:])]


def our_breaks(text):
    """The breaks of one line as `wrap` writes it: single spaces, none at the ends."""
    found, at = [], 0
    for chunk in chunks(text.split(" ")):
        for piece in pieces(chunk):
            found.append(at)
            at += len(piece)
        at += 1
    return found[1:]


def glue(text, at):
    """Stays together: №, §, initials, short words, particles, numbers and units, т. д., dashes."""
    left, right = text[: at - 1], text[at:]
    if text[at - 1] != " ":
        return False
    before, after = left.split(" ")[-1], right.split(" ")[0]
    return clinging.bound(*map(clinging._habits, (before, after))) or left == "—"


def hyphens(text, at):
    """No break after a hyphen without two letters on either side; `)` is as good before it."""
    before, after = text[: at - 1], text[at:]
    is_word = re.search(r"[^\W\d_]{2}$", before) and re.match(r"[^\W_]{2}", after)
    is_closed = before.endswith(")") and re.match(r"[^\W\d_]{2}", after)
    return text[at - 1] in "-‐–" and not (is_word or is_closed)


def dashes(text, at):
    """A dash stays with what is before it."""
    return text[at] == "—"


def loners(text, at):
    """A line does not start with a single letter, nor with a sign."""
    return text[at - 1] != " " and not re.match(r"[(\[{«„“\"'‘]*[^\W_]{2}", text[at:])


def slashes(text, at):
    """No break after a slash without two letters behind it."""
    return text[at - 1] == "/" and not re.match(r"[(\[{«„“\"'‘]*[^\W\d_]{2}", text[at:])


def syllables(text, at):
    """Thai, Lao and Burmese break where a syllable surely starts."""
    return all("\u0e00" <= part <= "\u109f" for part in text[at - 1 : at + 1])


LESS = (glue, hyphens, slashes, dashes, loners)
MORE = (syllables,)
words = st.lists(
    st.one_of(
        st.text(
            st.sampled_from(KINDS.replace(" ", "").replace("\u3000", "").replace("\u2009", ""))
        ),
        st.text(st.sampled_from("abяю59-–—/.,!?%$()«»&=")),
        st.sampled_from(
            ["в", "№", "г.", "5", "бы", "руб", "т.", "д.", "А.", "—", "e-mail", "да-да"]
        ),
    ),
    max_size=5,
)


@settings(max_examples=500)
@given(words)
@example(["см.", "«»", "→"])
@example(["5–55"])
@example(["ab\u200b", ")", "C++x", "a->b"])
@example(["\u200bab", "\u200b)", "\u200b", "в", "\u200b\u200bcd", "\u200b\u0301"])
def test_every_other_break_is_a_habit_that_has_a_name(parts):
    lines = paragraphs(" ".join(parts))
    for line in lines:
        text = " ".join(line)
        ours, theirs = set(our_breaks(text)), set(by_uniseg(text))
        for at in theirs - ours:
            assert any(habit(text, at) for habit in LESS), (text, at)
        for at in ours - theirs:
            assert any(habit(text, at) for habit in MORE), (text, at)


@given(st.text(st.sampled_from("ab) \u200b"), max_size=12))
@example("a \u200b ) \u200bb")
def test_a_break_that_is_asked_for_beside_a_space_stays(text):
    def seen(parts):
        shown = (re.sub("[ \u200b]+", " ", part).strip() for part in parts)
        return [part for part in shown if part]

    kept = [piece for line in paragraphs(text) for chunk in chunks(line) for piece in pieces(chunk)]
    assert seen(kept) == seen(linebreaks.cut(text, by_uniseg(text)))


@given(st.text(st.sampled_from("abяЮё59 .,:;'\"«»&@#=_(%)!?[]{}„°\u00a0\u0301…’“”-"), max_size=10))
def test_the_short_cut_for_plain_words_skips_no_break(text):
    chunk = " ".join(text.split(" ")).strip(" ")
    if all(map(linebreaks._is_plain, chunk.split(" "))):
        assert [at for at in opportunities(chunk) if chunk[at - 1] != " "] == []


@pytest.mark.parametrize(
    ("chunk", "parts"),
    [
        ("1,000.50", ["1,000.50"]),
        ("$5", ["$5"]),
        ("50%", ["50%"]),
        ("10–12", ["10–12"]),
        ("10–12%", ["10–12%"]),
        ("C++", ["C++"]),
        ("a->b", ["a->b"]),
        ("a/b", ["a/b"]),
        ("км/час", ["км/", "час"]),
        ("(и/или)", ["(и/", "или)"]),
        ("да…нет", ["да…", "нет"]),
        ("что?!Вот", ["что?!", "Вот"]),
        ("слово—я", ["слово—", "я"]),
        ("слово—слово", ["слово—", "слово"]),
        ("don't", ["don't"]),
        ("24/7", ["24/7"]),
        ("a\u00a0b\u2060-cd", ["a\u00a0b\u2060-cd"]),
        ("a\u2011bc", ["a\u2011bc"]),
        ("日本語。「東京」", ["日", "本", "語。", "「東", "京」"]),
        ("日本（東京）ABC", ["日", "本", "（東", "京）", "ABC"]),
        ("キャッシュ", ["キャッ", "シュ"]),
        ("한국어", ["한", "국", "어"]),
        ("￥100円", ["￥100", "円"]),
        ("🙂👍🏽👨\u200d👩\u200d👧", ["🙂", "👍🏽", "👨\u200d👩\u200d👧"]),
        ("🇷🇺🇺🇸🇬", ["🇷🇺", "🇺🇸", "🇬"]),
        ("Привет!🙂", ["Привет!", "🙂"]),
        ("“日本”", ["“日", "本”"]),
        ("https://example.com/shop/a?id=5", ["https://", "example.com/", "shop/a?", "id=5"]),
        ("สวัสดีเพื่อน", ["สวัสดี", "เพื่อน"]),
        ("မြန်မာစာ", ["မြန်", "မာ", "စာ"]),
    ],
)
def test_words_break_in_their_own_way(chunk, parts):
    assert list(pieces(chunk)) == parts


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Quoi ? Rien ! Fin : ici", ["Quoi ?", "Rien !", "Fin :", "ici"]),
        ("« Bonjour » dit-il", ["« Bonjour »", "dit-il"]),
        ("see ( this )", ["see", "( this )"]),
        ("from .NET and ,5", ["from .NET", "and", ",5"]),
    ],
)
def test_signs_stay_with_their_words_across_a_space(words, kept):
    assert chunks(words.split(" ")) == kept


def test_addresses_have_handles():
    address = "mailto:anna_ivanova@shop.example.com"
    assert [address[at:] for at in handles(address)] == [
        "anna_ivanova@shop.example.com", "ivanova@shop.example.com", "shop.example.com",
        "example.com", "com",
    ]  # fmt: skip
    assert handles("1.000.000,50") == []


@pytest.mark.parametrize("word", ["40-person", "24-часовой", "500–seat"])
def test_a_number_is_cut_from_its_word_only_where_the_line_is_narrower(word):
    assert pieces(word) == (word,)
    assert handles(word) == [re.match(r"\d+.", word).end()]
    assert handles("24-й") == []


@given(st.text(st.sampled_from("เแกขคะาำๆ็ครกំ្คမန်မြ"), max_size=12))
def test_letters_lose_nothing_and_keep_marks(text):
    found = letters(text)
    assert "".join(found) == text
    assert all(unicodedata.category(part[0]) != "Mn" for part in found[1:])
