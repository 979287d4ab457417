"""How stages that are too many for one row are put into several, one under the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

MOST_IN_A_ROW = 8
"""Stages side by side, unless asked for otherwise: more cannot be read on one screen."""


def split(count: int, rows: int) -> list[range]:
    """Return which stages stand in which row: rows that differ by one stage at most.

    >>> split(7, 3)
    [range(0, 3), range(3, 5), range(5, 7)]
    """
    rows = max(1, min(rows, count))
    usual, longer = divmod(count, rows)
    starts = [row * usual + min(row, longer) for row in range(rows + 1)]
    return [range(start, end) for start, end in pairwise(starts)]


def rows_for(count: int, per_row: int) -> int:
    """Return how many rows it takes if no row may have more than `per_row` stages.

    >>> rows_for(50, 8)
    7
    """
    return max(1, -(-count // per_row))


def rows_that_fit(least: Sequence[float], room: float, fewest: int) -> int:
    """Return the least number of rows, from `fewest` on, in which every row fits.

    Args:
        least: The least width of each stage, in px.
        room: The width of a row, in px.
        fewest: The least number that may be returned.
    """
    for rows in range(fewest, len(least)):
        if all(sum(least[stage] for stage in row) <= room for row in split(len(least), rows)):
            return rows
    return max(fewest, len(least))


def counts_that_fit(widths: Sequence[float], room: float, fewest: int) -> tuple[int, ...]:
    """Return how many stand in each row, in the fewest rows that fit and about equally wide ones.

    What is wider than the room has a row of its own.

    Args:
        widths: The width of each, in px.
        room: The width of a row, in px.
        fewest: The least number of rows.

    >>> counts_that_fit([2, 2, 5, 1, 1, 1], 6, 1)
    (2, 1, 3)
    """
    rows = min(max(len(filled(widths, room)), fewest), len(widths))
    found, start = [], 0
    for left in range(rows, 0, -1):
        rest = widths[start:]
        share, taken, count = sum(rest) / left, rest[0], 1
        while len(rest) - count >= left:
            fits = taken + rest[count] <= room
            if not fits or (
                taken + rest[count] / 2 > share and len(filled(rest[count:], room)) < left
            ):
                break
            taken += rest[count]
            count += 1
        found.append(count)
        start += count
    return tuple(found)


def filled(widths: Sequence[float], room: float) -> list[int]:
    """Return how many stand in each row if each row takes all that it can hold."""
    found: list[int] = []
    taken = 0.0
    for width in widths:
        if found and taken + width <= room:
            found[-1] += 1
            taken += width
        else:
            found.append(1)
            taken = width
    return found
