"""A table as aligned text, for a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from journeymap.grids import Cell, Grid

WIDEST = 44
"""How many letters a column may be wide; longer lines are wrapped."""

_GAP = "  "


def to_text(grid: Grid) -> str:
    """Return the table with its columns lined up; every letter of the alphabet is one wide."""
    rows = [[_lines(cell) for cell in row] for row in (grid.heads, *grid.rows)]
    columns = list(zip(*rows, strict=True))
    widths = [max(_width(line) for cell in column for line in cell) for column in columns]
    rule = _GAP.join("-" * width for width in widths).rstrip()
    head, *body = ["\n".join(_set(row, widths, is_right=grid.is_of_figures)) for row in rows]
    notes = ["", *(said.text for said in grid.notes)] if grid.notes else []
    return "\n".join([grid.title.text, "", head, rule, *body, *notes, ""])


def _set(row: Sequence[Sequence[str]], widths: Sequence[int], *, is_right: bool) -> list[str]:
    """Return the lines of a row; `is_right` is for all columns but the first."""
    tall = max(len(cell) for cell in row)
    filled = [[*cell, *[""] * (tall - len(cell))] for cell in row]
    sides = [False, *[is_right] * (len(widths) - 1)]
    return [
        _GAP.join(
            _padded(line, width, is_right=side)
            for line, width, side in zip(lines, widths, sides, strict=True)
        ).rstrip()
        for lines in zip(*filled, strict=True)
    ]


def _padded(line: str, width: int, *, is_right: bool) -> str:
    space = " " * (width - _width(line))
    return space + line if is_right else line + space


def _lines(cell: Cell) -> list[str]:
    return [line for said in cell for line in _wrapped(said.text)] or [""]


def _wrapped(text: str) -> list[str]:
    """Return lines that are no wider than a column may be; a longer word is cut."""
    lines = [""]
    for word in text.split():
        rest = word
        if lines[-1] and _width(lines[-1]) + 1 + _width(rest) <= WIDEST:
            lines[-1] += f" {rest}"
            continue
        if lines[-1]:
            lines.append("")
        while _width(rest) > WIDEST:
            count = _fitting(rest)
            lines[-1:] = [rest[:count], ""]
            rest = rest[count:]
        lines[-1] = rest
    return lines


def _fitting(word: str) -> int:
    """Return how many letters of a word fit a column."""
    return next(count for count in range(len(word), 0, -1) if _width(word[:count]) <= WIDEST)


def _width(text: str) -> int:
    """Return how many places a terminal needs for a text."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    silent = sum(unicodedata.category(sign) in {"Mn", "Me", "Cf"} for sign in text)
    return len(text) + wide - silent
