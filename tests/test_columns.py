"""How the columns share the width."""

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.layout import columns
from journeymap.layout.cellheights import Cell, Purse, Steps
from journeymap.layout.columns import EFFORT, balanced, shared

PITCH = 20


def text(area, effort=1):
    """Return a cell full of text: whole lines of 20 px."""
    return Cell(lambda width: math.ceil(area * PITCH / width) * PITCH, effort)


def cells_of(areas):
    return [[text(area) for area in column] for column in areas]


def height(areas, widths):
    """Return the height of all lanes."""
    cells = [
        [cell.height(width) for cell in column]
        for column, width in zip(cells_of(areas), widths, strict=True)
    ]
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
    return balanced(total, [least] * len(areas), step, cells_of(areas))


@given(tables(), st.floats(0, 2000))
def test_widths_fill_the_room_and_none_is_too_small(areas, spare):
    widths = searched(areas, 100.0 * len(areas) + spare)
    assert sum(widths) == pytest.approx(100 * len(areas) + spare)
    assert all(width >= 100 - 1e-6 for width in widths)


@given(tables(most=30))
def test_a_map_is_never_higher_than_with_equal_columns(areas):
    equal = [300.0] * len(areas)
    assert height(areas, searched(areas)) <= height(areas, equal)


@settings(max_examples=60)
@given(tables(2, 3))
def test_a_small_map_is_nearly_as_low_as_can_be(areas):
    count = len(areas)
    grid = [100 + 10.0 * number for number in range(20 * count + 1)]
    best = min(
        height(areas, [*widths, 300.0 * count - sum(widths)])
        for widths in itertools.product(grid, repeat=count - 1)
        if 300 * count - sum(widths) >= 100
    )
    assert height(areas, searched(areas)) <= max(best * 1.2, best + 2 * PITCH)


def test_columns_that_need_nothing_more_are_equal():
    widths = balanced(900, [100, 250, 100], 50, [[Cell(lambda _: 20.0)]] * 3)
    assert widths == pytest.approx([300, 300, 300])


def test_the_fuller_column_gets_the_width():
    first, second = searched([[400], [40]])
    assert first > 2 * second


@given(st.integers(2, 8), st.lists(st.integers(0, 200), min_size=1, max_size=4))
def test_columns_of_one_height_are_equal_and_measured_once(count, areas):
    measured = []

    def cell(area):
        return Cell(lambda width: measured.append(width) or text(area).height(width))

    least = [100.0] * count
    widths = balanced(300.0 * count, least, 50.0, [list(map(cell, areas)) for _ in least])
    assert widths == [300.0] * count
    assert measured == widths * len(areas)


def test_one_column_takes_all():
    assert balanced(500, [100], 50, cells_of([[100]])) == [500]


@given(st.integers(2, 60), st.integers(1, 400))
def test_measuring_has_an_end(count, blocks):
    measured = 0

    def cell(area):
        def height(width):
            nonlocal measured
            measured += blocks
            return math.ceil(area / width)

        return Cell(height, blocks)

    columns = [[cell(1e5 * (column + lane + 1)) for lane in range(6)] for column in range(count)]
    balanced(400.0 * count, [100.0] * count, 60.0, columns)
    assert measured <= EFFORT + 2 * 6 * blocks * count


def test_few_columns_are_searched_from_their_least_widths(monkeypatch):
    # No single step from equal widths makes a line less.
    areas = [[60, 40], [5, 2], [20, 5], [2, 5]]
    found = height(areas, searched(areas))
    monkeypatch.setattr(columns, "_MOST_COLUMNS", 1)
    assert found < height(areas, searched(areas))
    assert found < height(areas, shared(1200, [100] * 4))


@given(st.integers(0, 4000), st.lists(st.floats(50, 2000), min_size=1, max_size=60))
def test_a_cell_is_measured_only_where_its_height_is_not_known(area, widths):
    measured = []

    def ruler(width):
        measured.append(width)
        return text(area).height(width)

    purse = Purse(1000)
    steps = Steps(Cell(ruler, 3), purse)
    assert [steps(width) for width in widths] == [text(area).height(width) for width in widths]
    assert purse.left == 1000 - 3 * len(measured)
    # Of three widths of one height, the one in the middle may be known from the others.
    again = list(measured)
    narrow, wide = min(widths), max(widths)
    assert [steps(width) for width in (narrow, wide)] == [steps(narrow), steps(wide)]
    assert measured == again
    if steps(narrow) == steps(wide):
        steps((narrow + wide) / 2)
        assert measured == again
