"""Grapheme clusters: what a reader takes for one letter, so what a line never cuts in two.

The rules of UAX #29 (Unicode 16). The class of a character is one letter here, so that a cluster
is a regular expression over the classes of a text; `_LISTED` has what does not follow from what
`unicodedata` knows:

    r n  the two halves of a line break     c  controls       p  what stands before its letter
    e  marks    k  signs that join two consonants    w  the non-joiner    z  the joiner
    s  marks that take room    C  consonants that join    L V T l t  parts of Hangul
    R  letters of flags        X  pictures                o  all else
"""

from __future__ import annotations

import functools
import re
import unicodedata
from functools import lru_cache

from journeymap.text.tables import ClassTable

_LISTED = {
    "n": "a",
    "r": "d",
    "w": "200c",
    "z": "200d",
    "s": "e33 eb3 1171e",
    "k": "94d 9cd acd b4d c4d d4d",
    "p": (
        "600-605 6dd 70f 890-891 8e2 d4e 110bd 110cd 111c2-111c3 1193f 11941 11a3a 11a84-11a89 "
        "11d46"
    ),
    "R": "1f1e6-1f1ff",
    "o": (
        "102b-102c 1038 1062-1064 1067-106d 1083 1087-108c 108f 109a-109c 1a61 1a63-1a64 aa7b "
        "aa7d 11720-11721"
    ),
    "V": "1160-11a7 d7b0-d7c6",
    "L": "1100-115f a960-a97c",
    "T": "11a8-11ff d7cb-d7fb",
    "e": (
        "9be 9d7 b3e b57 bbe bd7 cc0 cc2 cc7-ccb cd5-cd6 d3e d57 dcf ddf 1715 1734 1b35 1b3b 1b3d "
        "1b43-1b44 1baa 1bf2-1bf3 302e-302f a953 a9c0 ff9e-ff9f 111c0 11235 1133e 1134d 11357 "
        "114b0 114bd 115af 116b6 11930 1193d 16ff0-16ff1 1d165-1d166 1d16d-1d172 1f3fb-1f3ff "
        "e0020-e007f"
    ),
    "C": (
        "915-939 958-95f 978-97f 995-9b9 9dc-9df 9f0-9f1 a95-ab9 af9 b15-b39 b5c-b5f b71 c15-c39 "
        "c58-c5a d15-d3a"
    ),
    "X": (
        "a9 ae 203c 2049 2122 2139 2194-2199 21a9-21aa 231a-231b 2328 2388 23cf 23e9-23f3 "
        "23f8-23fa 24c2 25aa-25ab 25b6 25c0 25fb-25fe 2600-2605 2607-2612 2614-2685 2690-2705 "
        "2708-2712 2714 2716 271d 2721 2728 2733-2734 2744 2747 274c 274e 2753-2755 2757 "
        "2763-2767 2795-2797 27a1 27b0 27bf 2934-2935 2b05-2b07 2b1b-2b1c 2b50 2b55 3030 303d "
        "3297 3299 1f000-1f0ff 1f10d-1f10f 1f12f 1f16c-1f171 1f17e-1f17f 1f18e 1f191-1f19a "
        "1f1ad-1f1e5 1f201-1f20f 1f21a 1f22f 1f232-1f23a 1f23c-1f23f 1f249-1f3fa 1f400-1f53d "
        "1f546-1f64f 1f680-1f6ff 1f774-1f77f 1f7d5-1f7ff 1f80c-1f80f 1f848-1f84f 1f85a-1f85f "
        "1f888-1f88f 1f8ae-1f8ff 1f90c-1f93a 1f93c-1f945 1f947-1faff 1fc00-1fffd"
    ),
}
_BY_CATEGORY = {"Mn": "e", "Me": "e", "Mc": "s", "Cc": "c", "Cf": "c", "Zl": "c", "Zp": "c"}
_CLUSTER = (
    r"rn|[rnc]"
    r"|p*(?:RR|L*(?:V+|lV*|t)T*|L+|T+"
    r"|X(?:[ekw]*zX)*"  # families and other sequences of pictures
    r"|C(?:[ez]*k[ezk]*C)*"  # consonants joined by a virama
    r"|[^rnc])[ekwzs]*"
)
_COMMON = r"[ -~\u00a0-\u00a8\u00aa-\u00ac\u00af-\u02ff\u0370-\u0482\u048a-\u058f]*"
# Letters by category that stand on the letter before them all the same: Thai and Lao AM, the
# half-width voicing marks, ZERO WIDTH NON-JOINER.
_UNSEEN = frozenset({"Mn", "Me", "Mc", "Cf", "Cc"})
_EXTENDERS = frozenset("\u0e33\u0eb3\uff9e\uff9f\u200c")


def clusters(text: str) -> list[str]:
    """Return `text` cut between its grapheme clusters; joined they are `text` again.

    >>> clusters("éа́🇷🇺")
    ['é', 'а́', '🇷🇺']
    """
    if re.fullmatch(_COMMON, text):
        return list(text)
    kinds = text.translate(_table())
    return [text[match.start() : match.end()] for match in re.finditer(_CLUSTER, kinds)]


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
    return category in _UNSEEN or character in _EXTENDERS


@functools.cache
def _table() -> ClassTable:
    return ClassTable(_LISTED, _derived)


def _derived(code: int) -> str:
    """Return the class that follows from the other properties of a character."""
    if 0xAC00 <= code <= 0xD7A3:
        return "t" if (code - 0xAC00) % 28 else "l"
    return _BY_CATEGORY.get(unicodedata.category(chr(code)), "o")
