"""Where a line may break: the habits of Russian, English and East Asian typesetting.

Three cuts, from coarse to fine: `chunks` at spaces, `pieces` inside a word, and `letters` where
nothing else helps; between the last two, `handles` are where an address or a name may be cut when
it is wider than the line.

`pieces` and `chunks` break where UAX #14 breaks (see `journeymap.text.opportunities`), save for:

- *glue*: no break after №, §, initials and words of one or two letters, before particles, between
  a number and what it counts, inside `т. д.`, before a dash (it never starts a line, unless the
  text) and after one that starts the text.
- *hyphens*: a break after a hyphen or a short dash only with two letters on either side: never in
  `e-mail`, `24-й`, `10–12`, and `40-person` only where it is wider than the line.
- *slashes*: a break after a slash only with two letters behind it.
- *dashes*: none before `—`, also without a space.
- *loners*: none that lets a line start with a single letter or with a sign, as in `км/ч`, `C++`.
- *syllables*: Thai, Lao and Burmese are written without spaces. Words cannot be told without a
  dictionary; a line breaks where a syllable surely starts.
"""

# ruff: noqa: RUF001 - letters that look alike are what this module is about
from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from journeymap.text.graphemes import clusters
from journeymap.text.lineclasses import classes, is_wide
from journeymap.text.opportunities import opportunities

SOFT_HYPHEN = "\u00ad"
ZERO_WIDTH_SPACE = "\u200b"

# NO-BREAK SPACE, FIGURE SPACE and NARROW NO-BREAK SPACE are not in the list: they are letters here.
_BREAKS_ASKED_FOR = frozenset({SOFT_HYPHEN, ZERO_WIDTH_SPACE})
# In Thai and Lao: vowels that are written before their consonant, and signs behind it; in Khmer
# and Burmese the sign that puts the next consonant under this one.
_STANDS_BEFORE = frozenset(
    "\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4\u17d2\u1039"
)
_STANDS_BEHIND = frozenset("\u0e30\u0e32\u0e45\u0e46\u0e2f\u0eb0\u0eb2\u0ec6\u0eaf\u0ebd")

_SPACES = r"\t\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
_WORD = re.compile(f"[^{_SPACES}]+")
_BREAK_BEHIND_SPACE = re.compile(
    f"(?<![{_SPACES}])[{_SPACES}]++{ZERO_WIDTH_SPACE}[{_SPACES}{ZERO_WIDTH_SPACE}]*+"
)
_HARD_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = "".join(map(chr, (*range(0x7F, 0x85), *range(0x86, 0xA0))))
_HIDDEN = str.maketrans("", "", SOFT_HYPHEN + ZERO_WIDTH_SPACE + _CONTROLS)
_HIDES = re.compile(f"[{SOFT_HYPHEN}{ZERO_WIDTH_SPACE}{_CONTROLS}]")

_CLOSERS = r"!%),.:;?\]}»”’…‰"
_HYPHENS = r"-\u2010\u2013"
# The classes of `journeymap.text.lineclasses` that never break among each other.
_INNER = (
    r"0-9A-Za-z\u00a0\u00c0-\u02c7\u02c9-\u02cb\u02cd-\u02de\u02e0-\u02ff\u0300-\u036f"
    r"\u0370-\u0588\u202f&*@#<=>^_~`'\"‘’“”«».,:;"
)
_PLAIN_WORD = rf"[(\[{{„\"]*+[{_INNER}]*+(?:(?<![.,:;])[%‰°])?+[)\]}}!?.,:;'\"’”»“…]*+"
_CACHED_LENGTH = 64
_MAY_BREAK = re.compile(f"[^ {_INNER}]")
_PLAIN = re.compile(f"{_PLAIN_WORD}(?: {_PLAIN_WORD})*+")
_AFTER_HYPHEN = re.compile(
    rf"(?<=[^\W\d_][^\W\d_][{_HYPHENS}])(?=[^\W_]{{2}})|(?<=[)][{_HYPHENS}])(?=[^\W\d_]{{2}})"
)
_AFTER_SLASH = re.compile(r"[(\[{«„“\"'‘]*[^\W\d_]{2}")
_GOOD_START = re.compile(r"[(\[{«„“\"'‘]*[^\W_]{2}|[(\[{«„“‘$€£¥№§][^\W_]")
_HYPHEN = re.compile(f"[{_HYPHENS}]")
_PICTURES = frozenset("IeRXmJVTLlK")
_SYLLABLE = re.compile(
    "(?<!^)(?=[\u0e40-\u0e44\u0ec0-\u0ec4])(?<![\u0e40-\u0e44\u0ec0-\u0ec4(\\[])"
    "|(?<=[\u0e30\u0e33\u0e46\u0eb0\u0eb3\u0ec6])(?=[\u0e01-\u0e2e\u0e81-\u0eae])"
    "|(?<=[\u1000-\u109f])(?<!\u1039)(?=[\u1000-\u1021\u103f](?![\u1037]?[\u1039\u103a]))"
)
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f]")
_HANDLE = re.compile(
    r"(?<=[^\W_]{2}[/?&=#@._~+%:;,|\\])(?<!\d[.,:])(?=[^\W_]{2})"
    r"|(?<=[a-zа-яё]{2})(?=[A-ZА-ЯЁ][a-zа-яё])"
    rf"|(?<=\d[{_HYPHENS}])(?=[^\W\d_]{{2}})"
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
# The same for the rules of UAX 14 that see through spaces, over the classes of a word.
_OPENS, _CLOSED, _NEVER_FIRST, _DASH_FIRST, _DASH_LAST, _SPLIT = (64, 128, 256, 512, 1024, 2048)
_CLASS_TRAITS = (
    (_OPENS, re.compile(r"(?:.*[Oo]|(?:.*[Oo\"<>G])?<+)[Mz]*$")),  # LB14, LB15a
    (_HOLDS_PREVIOUS, re.compile(r"[CcE/W]|S(?!N)|>(?:[GWCcE\"<>S/Z]|$)")),  # LB13, LB15b
    (_CLOSED, re.compile(r".*[Cc][Mz]*$")),  # LB16
    (_NEVER_FIRST, re.compile("n")),
    (_DASH_FIRST, re.compile("2")),  # LB17
    (_DASH_LAST, re.compile(".*2[Mz]*$")),
    (_SPLIT, re.compile(".*Z$")),  # LB8
)


def paragraphs(text: str) -> list[list[str]]:
    """Return the words of each line that the author wrote, blank ones at either end left off.

    No word starts with U+200B (LB7): it goes to the end of the word before the space.
    """
    if ZERO_WIDTH_SPACE in text:
        text = _BREAK_BEHIND_SPACE.sub(f"{ZERO_WIDTH_SPACE} ", text)
    found = [_WORD.findall(line) for line in _HARD_BREAK.split(text)]
    if shown(text) is not text:
        found = [[word for word in words if shown(word)] for words in found]
    while found and not found[-1]:
        found.pop()
    while found and not found[0]:
        del found[0]
    return found


def shown(text: str) -> str:
    """Return `text` without the characters that only allow a break, and without control codes.

    For the codes of ISO 6429 that XML lets pass, browsers draw frames.
    """
    if text.isascii() and "\x7f" not in text:
        return text
    return text.translate(_HIDDEN) if _HIDES.search(text) else text


def chunks(words: list[str]) -> list[str]:
    """Return the words of a line, those that must stay together joined by their space.

    >>> chunks("Поездка в банк — 10 000 ₽ и т. д.".split())
    ['Поездка', 'в банк —', '10 000 ₽', 'и т. д.']
    """
    found: list[str] = []
    before = 0
    for word in words:
        traits = _short_traits(word) if len(word) <= _CACHED_LENGTH else _traits(word)
        # A dash that opens the line (speech, an item of a list) stays with what it opens.
        held = (before or traits & _HOLDS_PREVIOUS) and _bound(before, traits)
        if found and (held or (len(found) == 1 and found[0] == "—")):
            found[-1] = f"{found[-1]} {word}"
        else:
            found.append(word)
        before = traits
    return found


def pieces(chunk: str) -> tuple[str, ...]:
    """Return `chunk` cut wherever a line may break without a space.

    >>> pieces("и/или бизнес-план")
    ('и/', 'или бизнес-', 'план')
    """
    return _short_pieces(chunk) if len(chunk) <= _CACHED_LENGTH else _pieces(chunk)


def _pieces(chunk: str) -> tuple[str, ...]:
    if not _MAY_BREAK.search(chunk) or _PLAIN.fullmatch(chunk):
        return (chunk,)
    kinds = classes(chunk)
    breaks = [at for at in opportunities(chunk) if _is_wanted(chunk, kinds, at)]
    if _UNSPACED.search(chunk):
        breaks = sorted({*breaks, *(match.start() for match in _SYLLABLE.finditer(chunk))})
    return tuple(cut(chunk, breaks))


_short_pieces = lru_cache(maxsize=1 << 14)(_pieces)


def handles(piece: str) -> list[int]:
    """Return where an address or a name that is wider than a line may be cut.

    >>> handles("anna.ivanova@example.com/some_name")
    [5, 13, 21, 25, 30]
    """
    return [match.start() for match in _HANDLE.finditer(piece)]


def letters(text: str) -> list[str]:
    """Return `text` cut between letters, the signs of a syllable that stand alone with theirs."""
    if not _UNSPACED.search(text):
        return clusters(text)
    found: list[str] = []
    for cluster in clusters(text):
        if found and _UNSPACED.match(cluster) and _is_syllable(found[-1][-1], cluster[0]):
            found[-1] += cluster
        else:
            found.append(cluster)
    return found


def cut(text: str, breaks: Sequence[int]) -> list[str]:
    """Return the parts of `text` between the breaks."""
    if not breaks:
        return [text]
    return [text[start:end] for start, end in pairwise((0, *breaks, len(text)))]


def _is_wanted(chunk: str, kinds: str, at: int) -> bool:
    """Tell whether a line should break where UAX 14 lets it."""
    left, right = chunk[at - 1], chunk[at]
    if left == " " or right == "—":
        return False
    if left in _BREAKS_ASKED_FOR or left == "—":
        return True
    if kinds[at - 1] in _PICTURES or kinds[at] in _PICTURES or is_wide(left) or is_wide(right):
        return True
    if _HYPHEN.match(left):
        return bool(_AFTER_HYPHEN.match(chunk, at))
    start = _AFTER_SLASH if left == "/" else _GOOD_START
    return bool(start.match(chunk, at))


def _is_syllable(left: str, right: str) -> bool:
    """Tell whether two letters of a script without spaces are parts of one syllable."""
    if left in _STANDS_BEFORE:
        return right not in _STANDS_BEFORE
    if right in _STANDS_BEHIND:
        return left not in _STANDS_BEHIND
    return unicodedata.category(right) == "Mc"


def _bound(left: int, right: int) -> bool:
    """Tell from their traits whether two neighbours stay on one line."""
    if left & _SPLIT:
        return False
    return bool(
        left & (_HOLDS_NEXT | _OPENS)
        or right & _HOLDS_PREVIOUS
        or (left & _NUMBER and right & _COUNTED)
        or (left & _LETTER and right & _LETTER_FIRST)
        or (left & _CLOSED and right & _NEVER_FIRST)
        or (left & _DASH_LAST and right & _DASH_FIRST)
    )


@lru_cache(maxsize=1 << 15)
def _short_traits(word: str) -> int:
    return _traits(word)


def _traits(word: str) -> int:
    """Return how a word clings to its neighbours, as a sum of the constants above."""
    traits = 0
    for trait, pattern in _TRAITS:
        if pattern.match(word):
            traits |= trait
    if not (word[0].isalnum() and word[-1].isalnum()):
        kinds = classes(word)
        for trait, pattern in _CLASS_TRAITS:
            if pattern.match(kinds):
                traits |= trait
    return traits
