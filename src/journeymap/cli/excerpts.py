"""The line of a file that an error is in, with a mark under the place."""

from __future__ import annotations

import re
import unicodedata

_LINE_END = re.compile(r"\r\n|\r|\n")
_WIDTH = 88
_BEFORE = 60
_CUT = "…"


def excerpt(text: str, line: int, column: int, *, is_coloured: bool) -> list[str]:
    """Return the line with its number, and a caret under the column; nothing where there is none.

    Args:
        text: The whole text.
        line: The line, from 1; 0 where unknown.
        column: The column, from 1; 0 where unknown.
        is_coloured: Whether to write for a terminal with colours.
    """
    lines = _LINE_END.split(text.removeprefix("\ufeff"))
    if not 0 < line <= len(lines) or not 0 < column <= len(lines[line - 1]) + 1:
        return []
    before, after = _window(lines[line - 1], column - 1)
    number = str(line)
    gap = " " * len(number)
    caret = f"{' ' * sum(map(_cells, before))}^"
    if is_coloured:
        caret = f"\x1b[1;31m{caret}\x1b[0m"
    return [f"  {number} | {before}{after}".rstrip(), f"  {gap} | {caret}"]


def _window(text: str, place: int) -> tuple[str, str]:
    """Return what stands before a place and after it, so much as fits."""
    before, after = (_harmless(part) for part in (text[:place], text[place:]))
    if len(before) > _BEFORE:
        before = _CUT + before[1 - _BEFORE :]
    room = _WIDTH - len(before)
    return before, after if len(after) <= room else after[: room - 1] + _CUT


def _harmless(text: str) -> str:
    """Return a text that moves no cursor: a terminal obeys control characters."""
    return "".join(
        " " if character == "\t" else character if _is_shown(character) else "\ufffd"
        for character in text
    )


def _is_shown(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"} and character not in (
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )


def _cells(character: str) -> int:
    """Return how many cells of a terminal a character takes."""
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
