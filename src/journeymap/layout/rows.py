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
