"""Rounding that keeps sums, against brute force."""

from __future__ import annotations

import itertools
import math
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.analysis.tco.exact import exactly
from journeymap.analysis.tco.rounding import controlled, nearest, shares

TENTHS = st.integers(-30, 30).map(lambda number: Decimal(number) / 10)


def tables(most_rows, most_columns, cells=TENTHS):
    def of(columns):
        row = st.lists(cells, min_size=columns, max_size=columns)
        return st.lists(row, min_size=1, max_size=most_rows)

    return st.integers(1, most_columns).flatmap(of)


def sums(table):
    return [*map(sum, table), *map(sum, zip(*table, strict=True)), sum(map(sum, table))]


def is_near(rounded, exact):
    return math.floor(exact) <= rounded <= math.ceil(exact)


@exactly
def check(table):
    found = controlled(table)
    exact = [*itertools.chain(*table), *sums(table)]
    rounded = [*itertools.chain(*found), *sums(found)]
    assert all(map(is_near, rounded, exact))
    assert rounded[-1] == nearest(exact[-1])
    return found


@settings(max_examples=400, deadline=None)
@given(tables(5, 7))
def test_cells_and_sums_go_to_their_floor_or_ceiling(table):
    check(table)


@settings(max_examples=20, deadline=None)
@given(tables(30, 4, st.decimals(-999, 999, places=28)))
def test_large_tables_too(table):
    check(table)


def test_a_table_of_months_too():
    rows = [[Decimal(row * row + 3) / Decimal("1.01") ** p for p in range(361)] for row in range(6)]
    check(rows)


def distance(table, rounded):
    """How far the cells and sums are from the exact ones; sums count eightfold."""

    def moved(exact, whole):
        return (exact - whole) ** 2

    cells = sum(map(moved, itertools.chain(*table), itertools.chain(*rounded)))
    return cells + 8 * sum(map(moved, sums(table)[:-1], sums(rounded)[:-1]))


@settings(max_examples=150, deadline=None)
@given(tables(3, 3))
def test_no_other_table_is_nearer(table):
    found = check(table)
    width = len(table[0])
    choices = [sorted({math.floor(cell), math.ceil(cell)}) for row in table for cell in row]
    every = itertools.product(*choices)
    best = min(
        distance(table, other)
        for flat in every
        for other in [[flat[n : n + width] for n in range(0, len(flat), width)]]
        if all(map(is_near, sums(other), sums(table))) and sum(flat) == nearest(sums(table)[-1])
    )
    assert distance(table, found) == best


@pytest.mark.parametrize(
    ("total", "parts", "found"),
    [
        (10, ["3.3", "3.3", "3.4"], [3, 3, 4]),
        (1, ["0.5", "0.5"], [1, 0]),
        (-1, ["-0.6", "-0.7"], [0, -1]),
        (5, ["5", "0"], [5, 0]),
        (0, [], []),
    ],
)
def test_shares_go_by_the_largest_remainder(total, parts, found):
    assert shares(total, [*map(Decimal, parts)]) == found


def test_halves_go_to_the_even_number():
    assert [nearest(Decimal(text)) for text in ("0.5", "1.5", "-0.5", "2.500001")] == [0, 2, 0, 3]
