"""Where a line may break: the habits of Russian, English and East Asian typesetting.

Three cuts, from coarse to fine: `chunks` at spaces, `pieces` inside a word, and the grapheme
clusters of `journeymap.text.graphemes` where nothing else helps.
"""

# ruff: noqa: RUF001 - letters that look alike are what this module is about
from __future__ import annotations

import functools
import re
from functools import lru_cache

SOFT_HYPHEN = "\u00ad"
ZERO_WIDTH_SPACE = "\u200b"

# NO-BREAK SPACE, FIGURE SPACE and NARROW NO-BREAK SPACE are not in the list: they are letters here.
_WORD = re.compile(r"[^\t\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
_HARD_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_HIDDEN = str.maketrans("", "", SOFT_HYPHEN + ZERO_WIDTH_SPACE)

_CLOSERS = r"!%),.:;?\]}»”’…‰"
_OPENERS = r"(\[{«“‘„#$£¥€№§"
_JOINERS = r"\u00a0\u2007\u202f\u2060\ufeff\u200d"
_COMBINING = r"\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f\u302a-\u302f\u3099\u309a"
_WIDE = (
    r"\u2e80-\u2fff\u3001-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff9f"
    r"\uffe0-\uffe6\U00020000-\U0003fffd"
)
_WIDE_CLOSERS = (
    r"、。〉》」』】〕〗〙〛〜゛゜ゝゞ・ー々〻ヽヾ！％），．：；？］｝｠｡｣､･ｰ"
    r"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ"
)
_WIDE_OPENERS = r"〈《「『【〔〖〘〚（［｛｟｢＄￡￥"
_NO_START = rf"\s{_CLOSERS}{_WIDE_CLOSERS}{_JOINERS}{_COMBINING}"
_NO_END = rf"\s{_OPENERS}{_WIDE_OPENERS}{_JOINERS}"
_NARROW_BREAKS = (
    rf"(?<=[{SOFT_HYPHEN}{ZERO_WIDTH_SPACE}])(?!$)"
    r"|(?<=[^\W\d_][^\W\d_][-\u2010\u2013])(?=[^\W_]{2})"
    r"|(?<=[\d)][-\u2010\u2013])(?=[^\W\d_]{2})"
    r"|(?<=\S/)(?=[^\W\d_]{2})"
)
_MAY_BREAK = re.compile(rf"[-/\u2010\u2013—{SOFT_HYPHEN}{ZERO_WIDTH_SPACE}]")
_NARROW_BREAK = re.compile(rf"{_NARROW_BREAKS}|(?<=—)(?=[^—\s{_CLOSERS}{_JOINERS}{_COMBINING}])")
_FIRST_WIDE = "\u2e80"


@functools.cache
def _wide_break() -> re.Pattern[str]:
    """Return the pattern for words with wide letters; compiling its many ranges takes a while."""
    return re.compile(
        rf"{_NARROW_BREAKS}|(?<=—)(?=[^—{_NO_START}])"
        rf"|(?<=[{_WIDE}])(?<![{_NO_END}])(?=[^{_NO_START}])"
        rf"|(?<=[^{_NO_END}])(?=[{_WIDE}])(?![{_NO_START}])"
    )


_SHORT_WORDS = "а|в|и|к|о|с|у|во|до|за|из|ко|на|об|от|по|со|не|ни|но|да|і|й|з|та"
_PARTICLES = "ли|ль|же|ж|бы|б"
_UNITS = "руб|тыс|млрд|трлн|долл|евро|дней|дня|часа|часов|минут|секунд|чел|года|раза"
_MONTHS = "янв|февр|мар|апр|мая|июн|июл|авг|сент|окт|нояб|дек"
_HEADS = r"г|ул|д|кв|рис|табл|стр|гл|п|пп|см|ср|им|пр|вып|т"
_HOLDS_NEXT, _HOLDS_PREVIOUS, _NUMBER, _COUNTED, _LETTER, _LETTER_FIRST = (1, 2, 4, 8, 16, 32)
_TRAITS = (
    (_HOLDS_NEXT, re.compile(r"[№§]$")),
    (_HOLDS_NEXT, re.compile(rf"[(«„“\"'\[]*(?:{_SHORT_WORDS})$", re.IGNORECASE)),
    (_HOLDS_NEXT, re.compile(rf"(?:{_HEADS})\.$", re.IGNORECASE)),
    (_HOLDS_NEXT, re.compile(r"[(«„“\"'\[]*[A-ZА-ЯЁІЇЄҐ]\.$")),
    (_HOLDS_PREVIOUS, re.compile(r"[-\u2013—]$")),
    (_HOLDS_PREVIOUS, re.compile(rf"(?:{_PARTICLES})[{_CLOSERS}]*$")),
    (_NUMBER, re.compile(r".*\d$", re.DOTALL)),
    (_COUNTED, re.compile(r"\d{3}(?!\d)|[%‰°₽$€£¥₴₸]|[^\W\d_]{1,3}(?![^\W_])")),
    (_COUNTED, re.compile(rf"(?:{_UNITS}|{_MONTHS})")),
    (_LETTER, re.compile(r"[(«„]*[а-яё]\.$")),
    (_LETTER_FIRST, re.compile(r"[а-яё]\.")),
)


def paragraphs(text: str) -> list[list[str]]:
    """Return the words of each line that the author wrote, blank ones at either end left off."""
    found = [_WORD.findall(line) for line in _HARD_BREAK.split(text)]
    if shown(text) is not text:
        found = [[word for word in words if shown(word)] for words in found]
    while found and not found[-1]:
        found.pop()
    while found and not found[0]:
        del found[0]
    return found


def shown(text: str) -> str:
    """Return `text` without the characters that only allow a break."""
    if SOFT_HYPHEN in text or ZERO_WIDTH_SPACE in text:
        return text.translate(_HIDDEN)
    return text


def chunks(words: list[str]) -> list[str]:
    """Return the words of a line, those that must stay together joined by their space.

    >>> chunks("Поездка в банк — 10 000 ₽ и т. д.".split())
    ['Поездка', 'в банк —', '10 000 ₽', 'и т. д.']
    """
    found: list[str] = []
    before = 0
    for word in words:
        traits = _traits(word)
        # A dash that opens the line (speech, an item of a list) stays with what it opens.
        held = (before or traits & _HOLDS_PREVIOUS) and _bound(before, traits)
        if found and (held or (len(found) == 1 and found[0] == "—")):
            found[-1] = f"{found[-1]} {word}"
        else:
            found.append(word)
        before = traits
    return found


def pieces(chunk: str) -> list[str]:
    """Return `chunk` cut wherever a line may break without a space.

    >>> pieces("и/или бизнес-план")
    ['и/', 'или бизнес-', 'план']
    """
    if max(chunk, default="") >= _FIRST_WIDE:
        return _wide_break().split(chunk)
    return _NARROW_BREAK.split(chunk) if _MAY_BREAK.search(chunk) else [chunk]


def _bound(left: int, right: int) -> bool:
    """Tell from their traits whether two neighbours stay on one line."""
    return bool(
        left & _HOLDS_NEXT
        or right & _HOLDS_PREVIOUS
        or (left & _NUMBER and right & _COUNTED)
        or (left & _LETTER and right & _LETTER_FIRST)
    )


@lru_cache(maxsize=1 << 15)
def _traits(word: str) -> int:
    """Return how a word clings to its neighbours, as a sum of the constants above."""
    traits = 0
    for trait, pattern in _TRAITS:
        if pattern.match(word):
            traits |= trait
    return traits
