"""What a reader takes for one letter, against the clusters of Unicode."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from uniseg.graphemecluster import grapheme_clusters

from costs import grows_linearly
from journeymap.text.graphemes import clusters

# The Debian package unicode-data; elsewhere the samples of this file have to do.
OFFICIAL = Path("/usr/share/unicode/auxiliary/GraphemeBreakTest.txt")
# At least one character of each class.
KINDS = (
    "aя\r\n\t\u0301\u0903\u200c\u200d\u094dककष\u0e01\u0e33\u0600\u0d4e각가ᄀ\u1161\u11a8🇷🇺👨👩👧❤\ufe0f🏽"
    "1\u20e3©\u00ad\u2028\U000e0067\U000e007f🏴\u0bcdகᬅ\u1b44"
)


@settings(max_examples=500)
@given(
    st.one_of(
        st.text(st.sampled_from(KINDS), max_size=10),
        st.text(st.characters(exclude_categories=["Cs", "Cn"]), max_size=6),
    )
)
@example("\r\n")
@example("कक्ष")
def test_the_clusters_are_those_of_unicode(text):
    assert clusters(text) == list(grapheme_clusters(text))


@pytest.mark.parametrize(
    "letter",
    [
        "\r\n", "e\u0301", "👨\u200d👩\u200d👧\u200d👦", "👩🏽\u200d💻", "🇷🇺", "1\ufe0f\u20e3",
        "❤\ufe0f\u200d🔥", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "각", "\u1112\u1161\u11ab", "क्ष", "क्षि", "กำ", "\u0600\u0661", "x" + "\u0301" * 5000,
    ],
)  # fmt: skip
def test_one_letter_is_one(letter):
    assert clusters(letter) == [letter]
    assert clusters(f"a{letter}b") == ["a", letter, "b"]


@pytest.mark.skipif(not OFFICIAL.exists(), reason="the official samples are not installed")
def test_the_official_samples_are_cut_where_they_should():
    for line in OFFICIAL.read_text(encoding="utf-8").splitlines():
        parts = [
            "".join(chr(int(code, 16)) for code in part.split("×"))
            for part in line.partition("#")[0].split("÷")
            if part.strip()
        ]
        assert clusters("".join(parts)) == parts


@pytest.mark.parametrize(
    "unit", ["🇷", "\u0301", "\u0600", "👨\u200d", "क्", "क", "\u1100", "\r\n", "я"]
)
def test_no_text_is_dear(unit):
    assert grows_linearly(lambda length: clusters(unit * length), 1_000, 8_000)
