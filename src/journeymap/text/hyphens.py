"""Where words may be hyphenated: the rescue of a narrow column, never its norm.

The patterns come from `pyphen`. They are read when the first word asks for them, not before, so a
map that needs no hyphen does not wait for them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from typing import Any

from journeymap.text import patterns

Hyphenate = Callable[[str], Sequence[int]]
"""Returns the indexes in a word, letters only, before which a hyphen may be put."""

_BEFORE, _AFTER = 2, 3
"""How many letters stay on the line, and how many go to the next one, at the least."""

_LONGEST = 100
_CACHED_WORDS = 20_000
_WORD = r"[^\W\d_]{5,}(?![\w@])"
_ADDRESS = r"@|://|www\.|[^\W\d][.:=&?+#~_\\][^\W\d]"
_BY_SCRIPT = {"CYRILLIC": "ru", "LATIN": "en", "GREEK": "el"}
_CYRILLIC = frozenset({"be", "bg", "mn", "ru", "sr", "uk"})
_OTHER = frozenset({"as", "el", "hi", "kn", "mr", "or", "pa", "sa", "te", "th", "ja", "ko", "zh"})


def hyphenator(language: str) -> Hyphenate:
    """Return what hyphenates words of a text in that language, and foreign words in it.

    Args:
        language: A language tag, such as `en` or `ru-RU`. It holds for words in its own script;
            other Cyrillic words are taken for Russian ones, other Latin words for English ones.
    """

    @lru_cache(maxsize=4096)
    def hyphenate(word: str) -> Sequence[int]:
        # A word in capitals is a name or an abbreviation.
        if word.isupper() or len(word) > _LONGEST or len(word.lower()) != len(word):
            return ()
        own = _language(word, language)
        return _positions(own, word) if own else ()

    return hyphenate


def is_address(text: str) -> bool:
    """Tell whether a text is no words but an address or a name in a program."""
    return bool(re.search(_ADDRESS, text))


def hyphenated(text: str, hyphenate: Hyphenate) -> list[int]:
    """Return the indexes in a text, words and all, before which a hyphen may be put."""
    found: list[int] = []
    start = 0
    for part in text.split(" "):
        if not is_address(part) and not any(map(str.isdigit, part)):
            found.extend(start + index for index in _in_part(part, hyphenate))
        start += len(part) + 1
    return found


def _in_part(part: str, hyphenate: Hyphenate) -> Iterator[int]:
    for match in re.finditer(_WORD, part):
        for index in hyphenate(match[0]):
            yield match.start() + index


def _language(word: str, language: str) -> str:
    """Return the language to take a word for, after its script; empty if there is none."""
    script = unicodedata.name(word[0], "").partition(" ")[0]
    primary = re.split("[-_]", language.lower())[0]
    own = "CYRILLIC" if primary in _CYRILLIC else "" if primary in _OTHER else "LATIN"
    if script == own or (script == "GREEK" and primary == "el"):
        return language
    return _BY_SCRIPT.get(script, "")


@lru_cache(maxsize=_CACHED_WORDS)
def _positions(language: str, word: str) -> tuple[int, ...]:
    find = _patterns(language)
    return tuple(at for at in find(word) if _BEFORE <= at <= len(word) - _AFTER) if find else ()


@lru_cache(maxsize=8)
def _patterns(language: str) -> Callable[[str], Sequence[int]] | None:
    """Return what finds the places of hyphens in a language; nothing if there are no patterns."""
    import pyphen  # noqa: PLC0415

    known = pyphen.language_fallback(language.replace("-", "_"))
    if not known:
        return None
    read = patterns.read(pyphen.LANGUAGES[known])
    return (
        read.positions
        if read
        else partial(_plain_positions, pyphen.HyphDict(pyphen.LANGUAGES[known]))
    )


def _plain_positions(dictionary: Any, word: str) -> list[int]:
    # A point with data changes the letters around the hyphen; only a few languages have them.
    dictionary.cache.clear()
    return [int(point) for point in dictionary.positions(word) if point.data is None]
