"""The order of words on a line that holds right-to-left scripts.

Word by word, after the rules of UAX #9 for text without explicit controls. A word that mixes both
directions keeps the order of writing; inside a picture such words hardly occur.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

_MAYBE_LEFTWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U0001efff]")


def runs_leftwards(text: str) -> bool:
    """Tell whether the first letter with a direction belongs to a right-to-left script."""
    return bool(_MAYBE_LEFTWARDS.search(text)) and _direction(text) == "R"


def visual_order(text: str) -> list[str]:
    """Return the words of a line from left to right.

    >>> visual_order("map אב גד 5 end")
    ['map', '5', 'גד', 'אב', 'end']
    """
    words = text.split(" ")
    if not _MAYBE_LEFTWARDS.search(text):
        return words
    base = "R" if runs_leftwards(text) else "L"
    found: list[str] = []
    for direction, run in groupby(_resolved(words, base), key=lambda pair: pair[0]):
        part = [word for _, word in run]
        found.extend(part if direction == base else reversed(part))
    return found[::-1] if base == "R" else found


def _resolved(words: list[str], base: str) -> list[tuple[str, str]]:
    """Return each word with its direction; one without letters follows its neighbours."""
    found: list[tuple[str, str]] = []
    before = base
    for index, word in enumerate(words):
        own = _direction(word)
        if not own and word[:1].isdecimal():
            # A number goes with the letters before it (rule W7 and rule N1).
            own = before
        if not own:
            after = next(filter(None, map(_direction, words[index + 1 :])), base)
            own = before if before == after else base
        before = own
        found.append((own, word))
    return found


def _direction(text: str) -> str:
    """Return L or R after the first letter that has a direction; nothing if none has."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"L", "R", "AL"}:
            return "L" if direction == "L" else "R"
    return ""
