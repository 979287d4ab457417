"""Which words of a line stay together: how each clings to its neighbours.

By habit, in Russian and English, and by those rules of UAX #14 that see through spaces.
"""

# ruff: noqa: RUF001 - letters that look alike are what this module is about
from __future__ import annotations

import re
from functools import lru_cache

from journeymap.text.lineclasses import classes

_BEFORE_WORDS, _BEFORE_LETTERS, _BEHIND_PARTICLES = "(«„“\"'[", "(«„", "!%),.:;?]}»”’…‰"
_SIGNS = frozenset("№§")
_DASHES = frozenset("-\u2013—")
_SHORT_WORDS = frozenset(
    {
        *("а", "в", "и", "к", "о", "с", "у", "і", "й", "з", "во", "до", "за", "из", "ко", "на"),
        *("об", "от", "по", "со", "не", "ни", "но", "да", "та"),
    }
)
_PARTICLES = frozenset({"ли", "ль", "же", "ж", "бы", "б"})
_HEADS = frozenset(
    {
        *("г", "ул", "д", "кв", "рис", "табл", "стр", "гл"),
        *("п", "пп", "см", "ср", "им", "пр", "вып", "т"),
    }
)
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯІЇЄҐ")
_SMALL = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_COUNTED_WORDS = (
    *("руб", "тыс", "млрд", "трлн", "долл", "евро", "чел"),
    *("года", "раза", "дней", "дня", "часа", "часов", "минут", "секунд"),
    *("янв", "февр", "мар", "апр", "мая", "июн", "июл", "авг", "сент", "окт", "нояб", "дек"),
)
_CACHED_LENGTH = 64
_SHORT_UNIT = re.compile(r"\d{3}(?!\d)|[%‰°₽$€£¥₴₸]|[^\W\d_]{1,3}(?![^\W_])")
_HOLDS_NEXT, HOLDS_PREVIOUS, _NUMBER, _COUNTED, _LETTER, _LETTER_FIRST = (1, 2, 4, 8, 16, 32)
# The same for the rules of UAX 14 that see through spaces, over the classes of a word.
_OPENS, _CLOSED, _NEVER_FIRST, _DASH_FIRST, _DASH_LAST, _SPLIT = (64, 128, 256, 512, 1024, 2048)
_OPENED = r"(?:.*[Oo]|(?:.*[Oo\"<>G])?<+)$"
_CLINGS = r"[CcE/W]|S(?!N)|>(?:[GWCcE\"<>S/Z]|$)"


def bound(left: int, right: int) -> bool:
    """Tell from their traits whether two neighbours stay on one line."""
    if left & _SPLIT:
        return False
    return bool(
        left & (_HOLDS_NEXT | _OPENS)
        or right & HOLDS_PREVIOUS
        or (left & _NUMBER and right & _COUNTED)
        or (left & _LETTER and right & _LETTER_FIRST)
        or (left & _CLOSED and right & _NEVER_FIRST)
        or (left & _DASH_LAST and right & _DASH_FIRST)
    )


def traits_of(word: str) -> int:
    """Return how a word clings to its neighbours, as a sum of the constants above."""
    return _short_traits(word) if len(word) <= _CACHED_LENGTH else _traits(word)


def _traits(word: str) -> int:
    traits = _habits(word)
    if word[0].isalnum() and word[-1].isalnum():
        return traits
    return traits | _rules(classes(word))


_short_traits = lru_cache(maxsize=1 << 15)(_traits)


def _habits(word: str) -> int:
    """Return how a word clings to its neighbours by habit."""
    traits = 0
    if word in _SIGNS or word.lstrip(_BEFORE_WORDS).casefold() in _SHORT_WORDS:
        traits |= _HOLDS_NEXT
    if word in _DASHES or word.rstrip(_BEHIND_PARTICLES) in _PARTICLES:
        traits |= HOLDS_PREVIOUS
    if word[-1].isdecimal():
        traits |= _NUMBER
    if word.startswith(_COUNTED_WORDS) or _SHORT_UNIT.match(word):
        traits |= _COUNTED
    if "." in word:
        traits |= _abbreviated(word)
    return traits


def _abbreviated(word: str) -> int:
    """Return how a word with a full stop clings: an initial, a letter, what stands before names."""
    traits = _LETTER_FIRST if word[1:2] == "." and word[0] in _SMALL else 0
    if word[-1] != ".":
        return traits
    stem = word[:-1]
    if stem.casefold() in _HEADS or stem.lstrip(_BEFORE_WORDS) in _CAPITALS:
        traits |= _HOLDS_NEXT
    if stem.lstrip(_BEFORE_LETTERS) in _SMALL:
        traits |= _LETTER
    return traits


def _rules(kinds: str) -> int:
    """Return how a word with signs clings by UAX 14, from the classes of its characters."""
    bare = kinds.rstrip("Mz")
    traits = 0
    if re.match(_OPENED, bare):  # LB14, LB15a
        traits |= _OPENS
    if re.match(_CLINGS, kinds):  # LB13, LB15b
        traits |= HOLDS_PREVIOUS
    if bare.endswith(("C", "c")):  # LB16
        traits |= _CLOSED
    if kinds[0] == "n":
        traits |= _NEVER_FIRST
    if kinds[0] == "2":  # LB17
        traits |= _DASH_FIRST
    if bare.endswith("2"):
        traits |= _DASH_LAST
    if kinds[-1] == "Z":  # LB8
        traits |= _SPLIT
    return traits
