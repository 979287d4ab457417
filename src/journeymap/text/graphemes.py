"""Grapheme clusters: what a reader takes for one letter, so what a line never cuts in two.

The rules of UAX #29 as far as they need no property tables but the ones of `unicodedata`.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_MARKS = frozenset({"Mn", "Me", "Mc"})
_JOINER = "\u200d"
_VIRAMA = 9  # the canonical combining class of the sign that joins two consonants
# Letters by category that stand on the letter before them all the same: Thai and Lao AM, the
# half-width voicing marks, ZERO WIDTH NON-JOINER.
_EXTENDERS = frozenset("\u0e33\u0eb3\uff9e\uff9f\u200c")


def clusters(text: str) -> list[str]:
    """Return `text` cut between its grapheme clusters; joined they are `text` again.

    >>> clusters("éа́🇷🇺")
    ['é', 'а́', '🇷🇺']
    """
    if text.isascii():
        return list(text)
    found: list[str] = []
    start = 0
    flags = 0
    for index in range(1, len(text)):
        previous, current = text[index - 1], text[index]
        flags = flags + 1 if _is_flag_letter(previous) else 0
        if _is_flag_letter(current) and flags % 2:
            continue
        if _extends(current) or _joins(previous, current):
            continue
        found.append(text[start:index])
        start = index
    found.append(text[start:])
    return found


@lru_cache(maxsize=4096)
def is_emoji(character: str) -> bool:
    """Tell whether a character is drawn as a picture, as wide as two letters or so."""
    code = ord(character)
    return (
        0x1F000 <= code <= 0x1FAFF
        or code in {0x231A, 0x231B, 0x2B1B, 0x2B1C, 0x2B50, 0x2B55}
        or (0x23E9 <= code <= 0x23FA)
        or (0x2600 <= code <= 0x27BF)
    )


@lru_cache(maxsize=4096)
def is_mark(character: str) -> bool:
    """Tell whether a character takes no room of its own: a mark or a sign that is not shown."""
    category = unicodedata.category(character)
    return category in _MARKS or category in {"Cf", "Cc"} or character in _EXTENDERS


@lru_cache(maxsize=4096)
def _extends(character: str) -> bool:
    """Tell whether a character belongs to the one before it, whichever that is."""
    code = ord(character)
    return (
        character == _JOINER
        or character in _EXTENDERS
        or unicodedata.category(character) in _MARKS
        or 0x1F3FB <= code <= 0x1F3FF  # skin tones
        or 0xE0020 <= code <= 0xE007F  # the letters of a region's flag
        or 0x1160 <= code <= 0x11FF  # vowels and final consonants of Hangul
        or 0xD7B0 <= code <= 0xD7FB
    )


def _joins(previous: str, current: str) -> bool:
    """Tell whether two characters are one letter because of the first of them."""
    if previous == _JOINER:
        return not current.isascii()
    if _is_hangul_initial(previous):
        return _is_hangul_initial(current) or "\uac00" <= current <= "\ud7a3"
    return (
        "\u0900" <= current <= "\u0dff"
        and unicodedata.combining(previous) == _VIRAMA
        and current.isalpha()
    )


def _is_hangul_initial(character: str) -> bool:
    return "\u1100" <= character <= "\u115f" or "\ua960" <= character <= "\ua97c"


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
