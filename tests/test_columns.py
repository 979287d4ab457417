"""How the columns share the width."""

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.layout import columns
from journeymap.layout.columns import EFFORT, balanced, shared

PITCH = 20


def ruler(areas):
    """Return the heights of columns full of text: whole lines of 20 px, lane by lane."""

    def heights(column, width):
        return tuple(math.ceil(area * PITCH / width) * PITCH for area in areas[column])

    return heights


def height(heights, widths):
    cells = [heights(column, width) for column, width in enumerate(widths)]
    return sum(max(lane) for lane in zip(*cells, strict=True))


def tables(fewest=2, most=5):
    lanes = st.integers(1, 4).flatmap(
        lambda lanes: st.lists(
            st.lists(st.integers(0, 200), min_size=lanes, max_size=lanes),
            min_size=fewest,
            max_size=most,
        )
    )
    return lanes.filter(lambda areas: any(map(any, areas)))


def searched(areas, total=None, least=100.0, step=50.0):
    total = total or 300.0 * len(areas)
    return balanced(total, [least] * len(areas), step, ruler(areas), [1] * len(areas))


@given(tables(), st.floats(0, 2000))
def test_widths_fill_the_room_and_none_is_too_small(areas, spare):
    widths = searched(areas, 100.0 * len(areas) + spare)
    assert sum(widths) == pytest.approx(100 * len(areas) + spare)
    assert all(width >= 100 - 1e-6 for width in widths)


@given(tables(most=30))
def test_a_map_is_never_higher_than_with_equal_columns(areas):
    equal = [300.0] * len(areas)
    assert height(ruler(areas), searched(areas)) <= height(ruler(areas), equal)


@settings(max_examples=60)
@given(tables(2, 3))
def test_a_small_map_is_nearly_as_low_as_can_be(areas):
    heights, count = ruler(areas), len(areas)
    grid = [100 + 10.0 * number for number in range(20 * count + 1)]
    best = min(
        height(heights, [*widths, 300.0 * count - sum(widths)])
        for widths in itertools.product(grid, repeat=count - 1)
        if 300 * count - sum(widths) >= 100
    )
    assert height(heights, searched(areas)) <= max(best * 1.2, best + 2 * PITCH)


def test_columns_that_need_nothing_more_are_equal():
    widths = balanced(900, [100, 250, 100], 50, lambda _column, _width: (20.0,), [1] * 3)
    assert widths == pytest.approx([300, 300, 300])


def test_the_fuller_column_gets_the_width():
    first, second = searched([[400], [40]])
    assert first > 2 * second


def test_one_column_takes_all():
    assert balanced(500, [100], 50, ruler([[100]]), [1]) == [500]


@given(st.integers(2, 60), st.integers(1, 400))
def test_measuring_has_an_end(count, blocks):
    measured = 0

    def heights(column, width):
        nonlocal measured
        measured += blocks
        return tuple(math.ceil(1e5 * (column + lane + 1) / width) for lane in range(6))

    balanced(400.0 * count, [100.0] * count, 60.0, heights, [blocks] * count)
    assert measured <= EFFORT + 2 * blocks * count


def test_few_columns_are_searched_from_their_least_widths(monkeypatch):
    # No single step from equal widths makes a line less.
    areas = [[60, 40], [5, 2], [20, 5], [2, 5]]
    found = height(ruler(areas), searched(areas))
    monkeypatch.setattr(columns, "_MOST_COLUMNS", 1)
    assert found < height(ruler(areas), searched(areas))
    assert found < height(ruler(areas), shared(1200, [100] * 4))
