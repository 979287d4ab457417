"""Where UAX #14 (Unicode 16) lets a line break: the rules as they stand, no taste of our own.

Our own habits, the Russian ones above all, are in `journeymap.text.linebreaks`.
"""

from __future__ import annotations

import functools
import re

from journeymap.text.lineclasses import classes, is_wide

_ANY = 'AHNIOoCcE"<>S/-hB2bPpnxGWZ@JVTLlRemKkaFf0X '
_LETTERS = "AH0"
_HANGUL = "JVTLl"
_PICTURES = "IemX"
_QUOTES = '"<>'
# Neighbours that stay together, left and right, whatever else is said of them.
_ALWAYS_TOGETHER = (
    (_ANY, " Z"),  # LB7
    (_ANY, "W"),  # LB11
    ("W", _ANY),
    ("G", _ANY),  # LB12
    ("".join(set(_ANY) - set(" B-h")), "G"),  # LB12a
    (_ANY, "CcE/"),  # LB13
    ("Oo", _ANY),  # LB14
    (_ANY, "S"),  # LB15d
)
# Neighbours that stay together unless one of them is a space or an object.
_TOGETHER = (
    (_ANY, "Bh-n"),  # LB21
    ("b", _ANY),
    ("/", "H"),  # LB21b
    (_ANY, "x"),  # LB22
    (_LETTERS, "N"),  # LB23
    ("N", _LETTERS),
    ("P", _PICTURES),  # LB23a
    (_PICTURES, "p"),
    ("Pp", _LETTERS),  # LB24
    (_LETTERS, "Pp"),
    ("Pp-SN", "N"),  # LB25
    ("N", "Pp"),
    ("J", "JVLl"),  # LB26
    ("VL", "VT"),
    ("Tl", "T"),
    (_HANGUL, "p"),  # LB27
    ("P", _HANGUL),
    (_LETTERS, _LETTERS),  # LB28
    ("k", "Ka0"),  # LB28a
    ("Ka0", "Ff"),
    ("S", _LETTERS),  # LB29
    (_LETTERS + "N", "O"),  # LB30
    ("c", _LETTERS + "N"),
    ("eX", "m"),  # LB30b
)
# Rules that look farther: no break where a match ends.
_FARTHER = (
    r"[Oo] +",  # LB14
    r"(?:^|(?<=[Oo\"<>G Z]))<+ +",  # LB15a
    r" (?=>(?:[ GWCcE\"<>S/Z]|$))",  # LB15b
    r"[Cc] +(?=n)",  # LB16
    r"2 *(?=2)",  # LB17
    r"(?:^|(?<=[ ZG@]))[-h](?=[A0])",  # LB20a
    r"H[-hB](?=[^H@])",  # LB21a
    r"N[S/]+(?=[NPp])",  # LB25
    r"N[S/]*[Cc](?=[Pp])",
    r"[Pp](?=[Oo]S?N)",
    r"[Ka0]f(?=[K0])",  # LB28a
    r"[Ka0](?=[Ka0]F)",
)
_FLAG = "RR"  # LB30a: no break in the middle
_BREAK = "Z +(?![ Z])| (?=SN)"  # LB8, LB15c: a break where a match ends


def opportunities(text: str) -> list[int]:
    """Return the indexes in `text`, which has no hard breaks, before which a line may start.

    >>> opportunities("и/или (10,5 %)")
    [2, 6, 12]
    """
    kinds = classes(text)
    if "M" not in kinds and "z" not in kinds:
        return _breaks(text, kinds)
    letters, kinds, joined = _without_marks(kinds)
    bases = "".join([text[index] for index in letters])
    return [letters[index] for index in _breaks(bases, kinds) if index not in joined]


def _breaks(text: str, kinds: str) -> list[int]:
    """Return the breaks of a text without marks, given the classes of its characters."""
    apart = _apart()
    found = [index for index in range(1, len(kinds)) if kinds[index - 1 : index + 1] in apart]
    forced = {match.end() for match in re.finditer(_BREAK, kinds)} - {len(kinds)}
    if not found and not forced:
        return found
    held = {match.end() for rule in _farther() for match in rule.finditer(kinds)}
    held.update(match.end() - 1 for match in re.finditer(_FLAG, kinds))
    found = [index for index in found if index not in held and not _quoted(text, kinds, index)]
    return sorted(forced.union(found)) if forced else found


def _quoted(text: str, kinds: str, index: int) -> bool:
    """Tell whether a quotation mark on either side forbids a break (LB15a, LB15b, LB19)."""
    left, right = kinds[index - 1], kinds[index]
    if left in " Z":
        return False
    if right in _QUOTES:
        after = text[index + 1 : index + 2]
        if right != "<" or not (after and is_wide(after) and is_wide(text[index - 1])):
            return True
    if left in _QUOTES:
        before = text[index - 2 : index - 1]
        return left != ">" or not (before and is_wide(before) and is_wide(text[index]))
    return False


def _without_marks(kinds: str) -> tuple[list[int], str, set[int]]:
    """Return the places and classes of all but marks, and which follow a joiner (LB8a to LB10)."""
    places: list[int] = []
    found: list[str] = []
    joined: set[int] = set()
    for index, kind in enumerate(kinds):
        is_mark = kind in "Mz"
        if is_mark and found and found[-1] not in " Z":
            continue
        if index and kinds[index - 1] == "z":
            joined.add(len(places))
        places.append(index)
        found.append("A" if is_mark else kind)
    return places, "".join(found), joined


@functools.cache
def _farther() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, _FARTHER))


@functools.cache
def _apart() -> frozenset[str]:
    """Return the pairs of classes between which a line may break."""
    pairs = {left + right for left in _ANY for right in _ANY}
    for lefts, rights in _TOGETHER:
        pairs -= {a + b for a in lefts for b in rights if "@" not in a + b and a != " "}
    for lefts, rights in _ALWAYS_TOGETHER:
        pairs -= {a + b for a in lefts for b in rights}
    pairs |= {"Z" + right for right in _ANY if right not in " Z"}  # LB8
    return frozenset(pairs)
