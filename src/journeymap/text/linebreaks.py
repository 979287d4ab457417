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
from itertools import chain, pairwise

from journeymap.text.glue import HOLDS_PREVIOUS, bound, traits_of
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
_HARD_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = map(chr, (*range(0x7F, 0x85), *range(0x86, 0xA0)))
_HIDDEN = frozenset({SOFT_HYPHEN, ZERO_WIDTH_SPACE, *_CONTROLS})
_WITHOUT_HIDDEN = str.maketrans(dict.fromkeys(_HIDDEN))

_HYPHENS = "-\u2010\u2013"
_CACHED_LENGTH = 64
_PICTURES = frozenset("IeRXmJVTLlK")

# A plain word opens, goes on and closes with these; a space may stand between two.
_OPENING, _CLOSING = '([{„"', ")]}!?.,:;'\"’”»“…"
_STOPS, _SHARES = (".", ",", ":", ";"), ("%", "‰", "°")
_ALPHABETS = (
    *(range(0x30, 0x3A), range(0x41, 0x5B), range(0x61, 0x7B), range(0xC0, 0x2C8)),
    *(range(0x2C9, 0x2CC), range(0x2CD, 0x2DF), range(0x2E0, 0x370), range(0x370, 0x589)),
)
# The classes of `journeymap.text.lineclasses` that never break among each other.
_INNER = "\u00a0\u202f&*@#<=>^_~`'\"‘’“”«».,:;" + "".join(map(chr, chain(*_ALPHABETS)))
_NEVER_BREAKS = frozenset(_INNER + " ")

# Few texts have what these look for: they are compiled when the first one does.
_BREAK_BEHIND_SPACE = (
    f"(?<![{_SPACES}])[{_SPACES}]++{ZERO_WIDTH_SPACE}[{_SPACES}{ZERO_WIDTH_SPACE}]*+"
)
_AFTER_HYPHEN = (
    rf"(?<=[^\W\d_][^\W\d_][{_HYPHENS}])(?=[^\W_]{{2}})|(?<=[)][{_HYPHENS}])(?=[^\W\d_]{{2}})"
)
_AFTER_SLASH = r"[(\[{«„“\"'‘]*[^\W\d_]{2}"
_GOOD_START = r"[(\[{«„“\"'‘]*[^\W_]{2}|[(\[{«„“‘$€£¥№§][^\W_]"
_SYLLABLE = (
    "(?<!^)(?=[\u0e40-\u0e44\u0ec0-\u0ec4])(?<![\u0e40-\u0e44\u0ec0-\u0ec4(\\[])"
    "|(?<=[\u0e30\u0e33\u0e46\u0eb0\u0eb3\u0ec6])(?=[\u0e01-\u0e2e\u0e81-\u0eae])"
    "|(?<=[\u1000-\u109f])(?<!\u1039)(?=[\u1000-\u1021\u103f](?![\u1037]?[\u1039\u103a]))"
)
_UNSPACED = "[\u0e00-\u0eff\u1000-\u109f]"
_HANDLE = (
    r"(?<=[^\W_]{2}[/?&=#@._~+%:;,|\\])(?<!\d[.,:])(?=[^\W_]{2})"
    r"|(?<=[a-zа-яё]{2})(?=[A-ZА-ЯЁ][a-zа-яё])"
    rf"|(?<=\d[{_HYPHENS}])(?=[^\W\d_]{{2}})"
)


def paragraphs(text: str) -> list[list[str]]:
    """Return the words of each line that the author wrote, blank ones at either end left off.

    No word starts with U+200B (LB7): it goes to the end of the word before the space.
    """
    if ZERO_WIDTH_SPACE in text:
        text = re.sub(_BREAK_BEHIND_SPACE, f"{ZERO_WIDTH_SPACE} ", text)
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
    return text if _HIDDEN.isdisjoint(text) else text.translate(_WITHOUT_HIDDEN)


def chunks(words: list[str]) -> list[str]:
    """Return the words of a line, those that must stay together joined by their space.

    >>> chunks("Поездка в банк — 10 000 ₽ и т. д.".split())
    ['Поездка', 'в банк —', '10 000 ₽', 'и т. д.']
    """
    found: list[str] = []
    before = 0
    for word in words:
        traits = traits_of(word)
        # A dash that opens the line (speech, an item of a list) stays with what it opens.
        held = (before or traits & HOLDS_PREVIOUS) and bound(before, traits)
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
    if _NEVER_BREAKS.issuperset(chunk) or all(map(_is_plain, chunk.split(" "))):
        return (chunk,)
    kinds = classes(chunk)
    breaks = [at for at in opportunities(chunk) if _is_wanted(chunk, kinds, at)]
    if re.search(_UNSPACED, chunk):
        breaks = sorted({*breaks, *(match.start() for match in re.finditer(_SYLLABLE, chunk))})
    return tuple(cut(chunk, breaks))


def _is_plain(word: str) -> bool:
    """Tell whether a word is of so usual a kind that no line may break in it."""
    inner = word.lstrip(_OPENING)
    rest = inner.lstrip(_INNER)
    if rest.startswith(_SHARES) and not inner.removesuffix(rest).endswith(_STOPS):
        rest = rest[1:]
    return not rest.lstrip(_CLOSING)


_short_pieces = lru_cache(maxsize=1 << 14)(_pieces)


def handles(piece: str) -> list[int]:
    """Return where an address or a name that is wider than a line may be cut.

    >>> handles("anna.ivanova@example.com/some_name")
    [5, 13, 21, 25, 30]
    """
    return [match.start() for match in re.finditer(_HANDLE, piece)]


def letters(text: str) -> list[str]:
    """Return `text` cut between letters, the signs of a syllable that stand alone with theirs."""
    if not re.search(_UNSPACED, text):
        return clusters(text)
    found: list[str] = []
    for cluster in clusters(text):
        if found and re.match(_UNSPACED, cluster) and _is_syllable(found[-1][-1], cluster[0]):
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
    if left in _HYPHENS:
        return bool(re.compile(_AFTER_HYPHEN).match(chunk, at))
    start = _AFTER_SLASH if left == "/" else _GOOD_START
    return bool(re.compile(start).match(chunk, at))


def _is_syllable(left: str, right: str) -> bool:
    """Tell whether two letters of a script without spaces are parts of one syllable."""
    if left in _STANDS_BEFORE:
        return right not in _STANDS_BEFORE
    if right in _STANDS_BEHIND:
        return left not in _STANDS_BEHIND
    return unicodedata.category(right) == "Mc"
