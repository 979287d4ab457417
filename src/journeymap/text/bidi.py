"""The order of the characters on a line that holds right-to-left scripts.

A line is given as runs from left to right, each with its text in *logical* order, that of reading,
and its direction. That is what a shaper takes: told the direction, HarfBuzz turns the letters
round and mirrors the brackets itself. What draws without one asks `mirrored`.

The rules are those of UAX #9 (see `journeymap.text.bidilevels`), isolates and embeddings included.
Text of left-to-right scripts only is never looked at twice.
"""

from __future__ import annotations

import re
from itertools import accumulate, groupby
from typing import NamedTuple

from journeymap.text.bidilevels import BRACKETS, base_level, levels

_MAYBE_LEFTWARDS = (
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff"
    "\U0001e800-\U0001efff]"
)
_MIRRORS = BRACKETS + "<>«»‹›≤≥≪≫"  # noqa: RUF001
_MIRRORED = str.maketrans(
    _MIRRORS, "".join(_MIRRORS[at + 1] + _MIRRORS[at] for at in range(0, len(_MIRRORS), 2))
)


class Run(NamedTuple):
    """A part of a line that is written in one direction, its text in the order of reading."""

    text: str
    leftwards: bool = False


def runs(text: str, *, leftwards: bool | None = None) -> list[Run]:
    """Return the runs of one line from left to right.

    Args:
        text: The line, without hard breaks.
        leftwards: The direction of the paragraph; that of its first letter unless given.

    Examples:
        >>> [run.text for run in runs("CRM-מערכת 5")]
        ['CRM-', '5', 'מערכת ']
    """
    if not leftwards and not _may_run_leftwards(text):
        return [Run(text)] if text else []
    base = None if leftwards is None else int(leftwards)
    return [
        Run(text[start:end], level % 2 == 1) for level, start, end in _ordered(levels(text, base))
    ]


def runs_leftwards(text: str) -> bool:
    """Tell whether the first letter with a direction belongs to a right-to-left script."""
    return _may_run_leftwards(text) and base_level(text) == 1


def _may_run_leftwards(text: str) -> bool:
    return not text.isascii() and bool(re.search(_MAYBE_LEFTWARDS, text))


def mirrored(text: str) -> str:
    """Return `text`, which stands in a run to the left, with its brackets turned (rule L4)."""
    return text.translate(_MIRRORED)


def visual_order(text: str) -> list[str]:
    """Return the words of a line from left to right, by where the first letter of each stands.

    >>> visual_order("map אב גד 5 end")
    ['map', '5', 'גד', 'אב', 'end']
    """
    words = text.split(" ")
    if not _may_run_leftwards(text):
        return words
    places: dict[int, int] = {}
    for level, start, end in _ordered(levels(text)):
        for at in range(end - 1, start - 1, -1) if level % 2 else range(start, end):
            places[at] = len(places)
    starts = accumulate((len(word) + 1 for word in words), initial=0)
    # A word without letters stands where the space behind or before it stands.
    found = [places[min(start, len(text) - 1)] for start in starts][: len(words)]
    return [word for _, word in sorted(zip(found, words, strict=True), key=lambda pair: pair[0])]


_LevelRun = tuple[int, int, int]
"""A level, and where the characters of that level start and end."""


def _ordered(found: list[int]) -> list[_LevelRun]:
    """Return the runs of one level each from left to right (rule L2)."""
    parts: list[_LevelRun] = []
    for at, level in enumerate(found):
        if parts and parts[-1][0] == level:
            parts[-1] = (level, parts[-1][1], at + 1)
        else:
            parts.append((level, at, at + 1))
    for level in range(max(found, default=0), 0, -1):
        parts = _turned(parts, level)
    return parts


def _turned(parts: list[_LevelRun], least: int) -> list[_LevelRun]:
    """Return the runs, each row of neighbours of at least that level in reverse."""
    turned: list[_LevelRun] = []
    for is_turned, group in groupby(parts, key=lambda part: part[0] >= least):
        row = list(group)
        turned.extend(reversed(row) if is_turned else row)
    return turned
