"""The charts of costs: where everything stands, whatever the figures are."""

import math
from decimal import Decimal
from itertools import combinations, pairwise

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from journeymap.geometry import Rect
from journeymap.layout.charts.axis import Axis, decimals_of, ends_near, round_step, round_ticks
from journeymap.layout.charts.bars import reach
from journeymap.layout.charts.figures import (
    Bar,
    Bars,
    Line,
    Lines,
    Meeting,
    Part,
    Sheet,
    Swing,
    Tornado,
)
from journeymap.layout.charts.parts import apportioned
from journeymap.layout.charts.sheet import charts_layout
from journeymap.layout.charts.tornado import strongest
from soundness import METRICS, SENTENCES, check_boxes, setting, text_of

AMOUNTS = st.one_of(
    st.just(Decimal(0)),
    st.decimals(-10, 10, places=2),
    st.decimals(-(10**15), 10**15, places=2),
)
NAMES = st.sampled_from(["Our CRM", "As today", "Дешёвый конкурент"]) | SENTENCES


def texts(box):
    return [line.text for part in box.walk() for line in part.lines]


def boxes_of(root, role):
    return [box for box in root.walk() if box.role == role]


# Generated figures


@st.composite
def bars(draw):
    count = draw(st.integers(1, 8))
    made = []
    for _ in range(draw(st.integers(1, 12))):
        amounts = [draw(AMOUNTS) for _ in range(count)]
        parts = tuple(
            Part(number, amount, f"{amount:.2f}", f"part {number}")
            for number, amount in enumerate(amounts)
            if amount
        )
        total = sum(amounts, Decimal(0))
        change = draw(st.sampled_from(["", "+16%", "−3%"]))
        made.append(Bar(draw(NAMES), parts, total, f"{total:,.2f}", change, draw(st.booleans())))
    categories = tuple(f"Category {number}" for number in range(count))
    return Bars("Cost by category", "percentages", categories, tuple(made), "total")


@st.composite
def lines(draw):
    periods = draw(st.sampled_from([1, 2, 5, 12, 60, 1200]) | st.integers(1, 20))
    years = Decimal(draw(st.sampled_from([1, 5, 100])))
    scale = draw(st.sampled_from([1, 10**6, 10**15]))
    times = [years * number / periods for number in range(periods)] + [years]
    made = []
    for position in range(draw(st.integers(1, 12))):
        start, slope = (draw(st.integers(-5 if position else 0, 9)) * scale for _ in range(2))
        points = tuple((time, start + slope * time) for time in times)
        made.append(Line(draw(NAMES), points, f"{points[-1][1]:,.0f}", position))
    meetings = tuple(meeting(made[0], other) for other in made[1:])
    remarks = draw(st.lists(SENTENCES, max_size=2))
    return Lines("Cumulative cost", "RUB", years, tuple(made), meetings, tuple(remarks))


def meeting(ours, other):
    start, (end, last) = ours.points[0][1], ours.points[-1]
    ahead = start - other.points[0][1]
    behind = last - other.points[-1][1]
    if ahead <= 0 or behind > 0:
        return Meeting(other.name, None, Decimal(0), "")
    at = end * ahead / (ahead - behind)
    return Meeting(other.name, at, start + (last - start) * at / end, f"even with {other.name}")


@st.composite
def tornados(draw):
    base = draw(AMOUNTS)
    made = []
    for _ in range(draw(st.integers(0, 8))):
        name, low_input, high_input = (draw(NAMES) for _ in range(3))
        low, high = draw(AMOUNTS), draw(AMOUNTS)
        made.append(Swing(name, low, high, low_input, high_input, f"{name} moves it"))
    rest = draw(st.sampled_from(["", "and 6 more"]))
    return Tornado(tuple(strongest(made, base)), base, f"{base:,.2f}", "What", "saving", rest)


@st.composite
def sheets(draw):
    return Sheet(
        "Total cost of ownership, 5 years",
        draw(SENTENCES),
        draw(bars()),
        draw(lines()),
        draw(tornados()),
        tuple(draw(st.lists(SENTENCES, max_size=2))),
    )


def layout(sheet, **options):
    return charts_layout(sheet, setting(), **options)


def alone(**chart):
    return Sheet("Title", "subtitle", **{"bars": None, "lines": None, "tornado": None, **chart})


# The sheet


@settings(max_examples=80)
@given(sheets(), st.none() | st.floats(100, 3000))
def test_boxes_are_sound(sheet, width):
    root = layout(sheet, width=width)
    check_boxes(root)
    if width is not None:
        assert root.rect.width >= width - 0.01


def test_names_at_the_ends_of_lines_leave_room_for_the_lines_on_a_narrow_sheet():
    first, last = Decimal(0), Decimal(1)
    names = {"Our CRM": Decimal(0), "A name of many words": Decimal(-(10**15))}
    drawn = tuple(
        Line(name, ((first, Decimal(0)), (last, end)), f"{end:,}", position)
        for position, (name, end) in enumerate(names.items())
    )
    root = layout(alone(lines=Lines("Cost", "RUB", last, drawn, (), ())), width=100)
    check_boxes(root)
    run = next(box for box in root.walk() if box.role == "cost-line")
    assert run.rect.width >= METRICS.plot_least


@settings(max_examples=20)
@given(sheets())
def test_twice_the_metrics_is_twice_the_geometry(sheet):
    once = layout(sheet)
    twice = charts_layout(sheet, setting(METRICS.scaled(2)))
    for small, large in zip(once.walk(), twice.walk(), strict=True):
        assert small.role == large.role
        doubled = [2 * figure for figure in attrs.astuple(small.rect)]
        assert doubled == pytest.approx(attrs.astuple(large.rect), abs=1e-5)


@pytest.mark.parametrize("chart", ["bars", "lines", "tornado"])
def test_a_chart_stands_alone(chart):
    made = {
        "bars": Bars("Costs", "", ("Price",), (Bar("Ours", (), Decimal(0), "0"),)),
        "lines": Lines("Lines", "", Decimal(1), (line_of(0, 1, 2),)),
        "tornado": Tornado((), Decimal(0), "0", "What", "cost"),
    }
    root = layout(alone(**{chart: made[chart]}))
    assert [name for name in made if boxes_of(root, name)] == [chart]
    check_boxes(root)


def line_of(position, *amounts):
    points = tuple((Decimal(time), Decimal(amount)) for time, amount in enumerate(amounts))
    return Line(f"Offer {position}", points, str(amounts[-1]), position)


def test_lines_and_tornado_stand_side_by_side_where_it_is_wide():
    sheet = alone(
        lines=Lines("Lines", "", Decimal(2), (line_of(0, 1, 2, 3),)),
        tornado=Tornado((), Decimal(0), "0", "What", "cost"),
    )
    for width, is_beside in ((1400, True), (700, False)):
        root = layout(sheet, width=width)
        (first,), (second,) = boxes_of(root, "lines"), boxes_of(root, "tornado")
        assert (first.rect.y == second.rect.y) is is_beside
        assert (second.rect.x > first.rect.right) is is_beside


def test_the_sheet_is_as_wide_as_asked():
    sheet = alone(lines=Lines("Lines", "", Decimal(2), (line_of(0, 1, 2, 3),)))
    for width in (400, 777.5, 1400):
        assert layout(sheet, width=width).rect.width == pytest.approx(width)


# The axis


@given(AMOUNTS, AMOUNTS, st.integers(1, 20))
def test_ticks_cover_the_amounts_and_are_round(first, second, most):
    low, high = sorted((first, second))
    ticks = round_ticks(low, high, most)
    assert ticks[0] <= low
    assert high <= ticks[-1]
    steps = {after - before for before, after in pairwise(ticks)}
    (step,) = steps
    assert step.normalize().as_tuple().digits in {(1,), (2,), (5,)}
    assert all(tick % step == 0 for tick in ticks)
    assert 2 <= len(ticks) <= most + 3
    if low < high:
        assert ticks[1] > low
        assert ticks[-2] < high


@given(st.decimals(Decimal("1e-9"), Decimal("1e15")).filter(bool))
def test_a_round_step_is_the_least_that_is_enough(least):
    step = round_step(least)
    assert least <= step < least * Decimal("2.5000001")


def test_ticks_have_the_decimals_that_they_need():
    assert decimals_of(round_ticks(Decimal(0), Decimal("0.3"), 3)) == 1
    assert decimals_of(round_ticks(Decimal(0), Decimal(300), 3)) == 0


@given(AMOUNTS, AMOUNTS, st.integers(1, 20))
def test_an_axis_ends_near_its_amounts(first, second, most):
    low, high = sorted((first, second))
    ticks = round_ticks(low, high, most)
    room = Decimal("0.12")
    start, end = ends_near(ticks, low, high, room)
    assert ticks[0] <= start <= low
    assert high <= end <= ticks[-1]
    inside = [tick for tick in ticks if start <= tick <= end]
    assert len(inside) >= 2
    if len(inside) > 2:
        step = ticks[1] - ticks[0]
        assert low - start <= step / 2
        assert end - high <= step / 2
    assert start in {ticks[0], low - (ticks[1] - ticks[0]) * room}
    assert end in {ticks[-1], high + (ticks[1] - ticks[0]) * room}


def test_no_band_is_left_empty_for_a_little_below_zero():
    root = layout(alone(lines=Lines("Lines", "", Decimal(2), (line_of(0, -5, 3000, 6200),))))
    assert {"0", "6,000"} <= set(texts(root))
    assert not {"−2,000", "8,000"} & set(texts(root))
    (run,) = runs_of(root)
    step = abs(run[1].y - run[0].y) / 3
    lowest = max(box.rect.y for box in boxes_of(root, "grid-line"))
    assert run[0].y < lowest + step / 4


@settings(max_examples=30)
@given(st.one_of(bars(), tornados()), st.sampled_from([400, 800, 1400]))
def test_amounts_stand_in_the_middle_below_their_grid_lines(made, width):
    name = "bars" if isinstance(made, Bars) else "tornado"
    root = layout(alone(**{name: made}), width=width)
    (chart,) = boxes_of(root, name)
    upright = [box for box in chart.children if box.role == "grid-line" and box.variant != "axis"]
    grid = [box.rect.center.x for box in upright]
    bottom = max((box.rect.bottom for box in chart.children if box.role == "grid-line"), default=0)
    row = pytest.approx(bottom + METRICS.chart_tick_gap)
    below = [box for box in chart.children if box.role == "text" and box.rect.y == row]
    assert bool(below) == bool(grid)
    for box in below:
        assert min(abs(box.rect.center.x - x) for x in grid) < METRICS.rule


def test_the_last_time_stands_in_the_middle_below_the_end_of_the_plot():
    root = layout(alone(lines=Lines("Lines", "", Decimal(1), (line_of(0, 1, 2),))), width=700)
    (last,) = [box for box in root.walk() if "year 1" in [line.text for line in box.lines]]
    assert last.rect.center.x == pytest.approx(max(run[-1].x for run in runs_of(root)))


def test_an_axis_is_linear():
    axis = Axis((Decimal(-1), Decimal(1), Decimal(3)), 100.0, 400.0)
    places = [axis.at(Decimal(amount)) for amount in (-1, 0, 1, 3)]
    assert places == [100.0, 200.0, 300.0, 500.0]


# Bars


@settings(max_examples=60)
@given(bars(), st.sampled_from([400, 800, 1400]))
def test_parts_are_as_long_as_their_amounts_and_fill_their_bar(made, width):
    root = layout(alone(bars=made), width=width)
    drawn = boxes_of(root, "cost-bar")
    scales = []
    for bar, box in zip(made.bars, drawn, strict=True):
        low, high = reach(bar)
        if high - low:
            scales.append(box.rect.width / float(high - low))
        parts = box.children
        assert len(parts) == len(bar.parts)
        for part, own in zip(bar.parts, parts, strict=True):
            share = float(abs(part.amount) / (high - low))
            assert own.rect.width == pytest.approx(share * box.rect.width, abs=1e-6)
        assert sum(part.rect.width for part in parts) == pytest.approx(box.rect.width, abs=1e-6)
    for scale in scales:
        assert scale == pytest.approx(scales[0])


@settings(max_examples=60)
@given(bars())
def test_what_comes_back_stands_left_of_zero(made):
    root = layout(alone(bars=made))
    zeros = {box.rect.center.x for box in boxes_of(root, "grid-line") if box.variant == "zero"}
    (zero,) = zeros
    for bar, box in zip(made.bars, boxes_of(root, "cost-bar"), strict=True):
        for part, own in zip(bar.parts, box.children, strict=True):
            if part.amount < 0:
                assert own.rect.right <= zero + METRICS.rule
            else:
                assert own.rect.x >= zero - METRICS.rule
    rows = boxes_of(root, "bar-row")
    for bar, row in zip(made.bars, rows, strict=True):
        has_negative = any(part.amount < 0 for part in bar.parts)
        assert len(boxes_of(row, "bar-total")) == has_negative
    assert bool(boxes_of(root, "sample-total")) == bool(boxes_of(root, "bar-total"))


def test_the_mark_of_a_total_never_hides_an_amount():
    for back in range(1, 60):
        parts = (
            Part(0, Decimal(60), "60", "a"),
            Part(1, Decimal(40), "40", "b"),
            Part(2, Decimal(-back), f"-{back}", "c"),
        )
        bar = Bar("Ours", parts, Decimal(100 - back), str(100 - back))
        root = layout(alone(bars=Bars("Costs", "", ("A", "B", "C"), (bar,))))
        (mark,) = boxes_of(root, "bar-total")
        values = boxes_of(root, "bar-value")
        assert {"60", "40"} <= {text_of(value) for value in values} | (
            {"40"} if back < 5 else set()
        )
        for value in values:
            assert not value.rect.x < mark.rect.x < value.rect.right


def test_an_amount_without_room_stays_away():
    parts = (Part(0, Decimal(1), "1", "a"), Part(1, Decimal(999), "999", "b"))
    bar = Bar("Ours", parts, Decimal(1000), "1,000")
    root = layout(alone(bars=Bars("Costs", "", ("A", "B"), (bar,))))
    assert [text_of(value) for value in boxes_of(root, "bar-value")] == ["999"]
    assert [part.label for part in boxes_of(root, "bar-part")] == ["a", "b"]


@given(st.lists(AMOUNTS, min_size=1, max_size=8), st.integers(0, 2))
def test_rounded_parts_add_up_to_the_rounded_total(parts, digits):
    total = sum(parts, Decimal(0))
    unit = Decimal(1).scaleb(-digits)
    made = apportioned(total, parts, digits)
    assert sum(made, Decimal(0)) == total.quantize(unit)
    for part, rounded in zip(parts, made, strict=True):
        assert abs(part - rounded) < unit


# Lines


def runs_of(root):
    return [box.points[0] for box in boxes_of(root, "cost-line")]


def crosses(run, rect):
    """Tell whether a line goes through a rectangle, found by walking along it."""
    for a, b in pairwise(run):
        if b.x < rect.x or a.x > rect.right:
            continue
        steps = 40
        for step in range(steps + 1):
            x, y = (s + (e - s) * step / steps for s, e in ((a.x, b.x), (a.y, b.y)))
            if rect.x < x < rect.right and rect.y < y < rect.bottom:
                return True
    return False


@settings(max_examples=60)
@given(lines(), st.sampled_from([500, 900, 1400]))
def test_names_of_break_evens_touch_nothing(made, width):
    root = layout(alone(lines=made), width=width)
    names, rings = boxes_of(root, "callout"), boxes_of(root, "break-even")
    marks = [box for box in boxes_of(root, "line-mark") if box.rect.x < names_start(root)]
    for first, second in combinations([*names, *rings], 2):
        assert not first.rect.overlaps(second.rect)
    for name in names:
        assert not any(crosses(run, name.rect) for run in runs_of(root))
        assert not any(name.rect.overlaps(mark.rect) for mark in marks)
    for first, second in combinations([*marks, *rings], 2):
        assert not first.rect.overlaps(second.rect)


def names_start(root):
    return min(box.rect.x for box in boxes_of(root, "line-end"))


@settings(max_examples=60)
@given(lines())
def test_every_break_even_is_marked_and_named(made):
    root = layout(alone(lines=made))
    # A line may break beside any 漢.
    said = "".join(text_of(root).split())
    for one in made.meetings:
        if one.at:
            words = one.text.split()
            assert all(word in said for word in words if len(word) < 9)
    (plot,) = {tuple(attrs.astuple(box.rect)[::2]) for box in boxes_of(root, "grid-line")}
    left, wide = plot
    for one in made.meetings:
        if one.at:
            x = left + wide * float(one.at / made.years)
            near = 2 * METRICS.callout_ring + METRICS.rule
            assert any(abs(ring.rect.center.x - x) <= near for ring in boxes_of(root, "break-even"))


@settings(max_examples=60)
@given(lines())
def test_lines_are_named_at_their_ends_in_the_same_order(made):
    root = layout(alone(lines=made))
    ends = boxes_of(root, "end-line")
    assert len(ends) == len(made.lines) == len(boxes_of(root, "line-end"))
    ways = sorted((box.points[0] for box in ends), key=lambda way: way[0].y)
    for (start, end), (below, below_end) in pairwise(ways):
        assert start.y <= below.y
        assert end.y < below_end.y or start.y == below.y
    heights = {run[-1].y for run in runs_of(root)}
    assert {start.y for start, _ in ways} == heights


@settings(max_examples=25)
@given(lines(), st.sampled_from([500, 900, 1400]))
def test_the_way_to_a_name_ends_on_its_edge_at_round_corners_too(made, width):
    root = layout(alone(lines=made), width=width)
    radius = METRICS.card_radius
    ways = boxes_of(root, "callout-line")
    for way, name in zip(ways, boxes_of(root, "callout"), strict=True):
        end, inner = way.points[0][1], name.rect.inset(radius, radius)
        x = min(max(end.x, inner.x), inner.right)
        y = min(max(end.y, inner.y), inner.bottom)
        assert math.hypot(end.x - x, end.y - y) == pytest.approx(radius)


@settings(max_examples=25)
@given(lines(), st.sampled_from([500, 900, 1400]))
def test_a_line_ends_with_a_marker_unless_another_is_there(made, width):
    root = layout(alone(lines=made), width=width)
    taken = [box.rect for role in ("line-mark", "break-even") for box in boxes_of(root, role)]
    for run in runs_of(root):
        clear = METRICS.plot_mark_clear
        end = Rect(run[-1].x - clear, run[-1].y - clear, 2 * clear, 2 * clear)
        assert any(end.overlaps(rect) for rect in taken)


@pytest.mark.parametrize(("width", "each"), [(900, 4), (1400, 2)])
def test_markers_stand_at_the_times_below_the_plot(width, each):
    quarters = [Decimal(number) / 4 for number in range(29)]
    run = Line("Ours", tuple((time, time) for time in quarters), "7", 0)
    root = layout(alone(lines=Lines("Lines", "", Decimal(7), (run,))), width=width)
    (points,) = runs_of(root)
    *marks, _before_the_name = sorted(box.rect.center.x for box in boxes_of(root, "line-mark"))
    # Others stand between the years only where there is room for them.
    assert marks == pytest.approx([point.x for point in points[::each]])


def test_a_break_even_stands_where_the_lines_meet():
    ours, other = line_of(0, 4, 5, 6), line_of(1, 0, 4, 8)
    at = Decimal(4) / 3
    meets = Meeting("Other", at, 4 + at, "even: 1 y 4 m")
    root = layout(alone(lines=Lines("Lines", "", Decimal(2), (ours, other), (meets,))))
    (ring,) = boxes_of(root, "break-even")
    for run in runs_of(root):
        (piece,) = [(a, b) for a, b in pairwise(run) if a.x <= ring.rect.center.x <= b.x]
        part = (ring.rect.center.x - piece[0].x) / (piece[1].x - piece[0].x)
        y = piece[0].y + (piece[1].y - piece[0].y) * part
        assert ring.rect.center.y == pytest.approx(y)
    assert "even: 1 y 4 m" in texts(root)


def test_break_evens_that_touch_share_a_mark():
    ours, others = line_of(0, 4, 5, 6), [line_of(1, 0, 4, 8), line_of(2, 0, 4, 8)]
    at = Decimal(4) / 3
    meets = [Meeting(f"{n}", at + n * Decimal("0.001"), 4 + at, f"even {n}") for n in (1, 2)]
    root = layout(alone(lines=Lines("Lines", "", Decimal(2), (ours, *others), tuple(meets))))
    assert len(boxes_of(root, "break-even")) == 1
    (name,) = boxes_of(root, "callout")
    assert texts(name) == ["even 1", "even 2"]


def test_a_name_without_room_is_said_below_the_plot():
    # So many lines, so near to one another, that no name fits between them.
    made = [line_of(0, 12, 12, 12), *(line_of(n, n, n + 1, n + 2) for n in range(1, 12))]
    meets = Meeting("Offer 11", Decimal(1), Decimal(12), "even: " + "a very long name " * 20)
    root = layout(alone(lines=Lines("Lines", "", Decimal(2), tuple(made), (meets,))), width=400)
    assert len(boxes_of(root, "break-even")) == 1
    if not boxes_of(root, "callout"):
        (bottom,) = {max(box.rect.bottom for box in boxes_of(root, "grid-line"))}
        (text,) = [box for box in root.walk() if box.lines and "even:" in box.lines[0].text]
        assert text.rect.y > bottom


@pytest.mark.parametrize(
    ("years", "wanted"),
    [
        ("0.25", ["now", "1\u00a0m", "2\u00a0m", "3\u00a0m"]),
        ("1", ["now", "2\u00a0m", "year 1"]),
        ("5", ["now", "year 1", "year 5"]),
        ("100", ["now", "year 20", "year 100"]),
    ],
)
def test_times_below_the_plot(years, wanted):
    run = Line("Ours", ((Decimal(0), Decimal(0)), (Decimal(years), Decimal(9))), "9", 0)
    root = layout(alone(lines=Lines("Lines", "", Decimal(years), (run,))), width=900)
    assert set(wanted) <= set(texts(root))


# Tornado


@settings(max_examples=25)
@given(tornados())
def test_only_zero_is_drawn_through_the_rows_of_inputs(made):
    root = layout(alone(tornado=made))
    (chart,) = boxes_of(root, "tornado")
    for box in chart.children:
        if box.role == "grid-line":
            assert (box.rect.height > METRICS.bar_tick) == (box.variant == "zero")


@settings(max_examples=60)
@given(tornados())
def test_swings_reach_from_the_base_to_their_results(made):
    root = layout(alone(tornado=made))
    rows = boxes_of(root, "swing-row")
    assert len(rows) == len(made.swings)
    assert [row.label for row in rows] == [swing.label for swing in made.swings]
    if not rows:
        assert "No input moves the result." in texts(root)
        return
    base = boxes_of(root, "base-line")[0].rect.x
    spans = [abs(end - made.base) for swing in made.swings for end in (swing.low, swing.high)]
    longest = max(box.rect.width for box in boxes_of(root, "swing"))
    assume(max(spans))
    for swing, row in zip(made.swings, rows, strict=True):
        low, high = boxes_of(row, "swing")
        assert (low.variant, high.variant) == ("low", "high")
        for box, result in ((low, swing.low), (high, swing.high)):
            share = float(abs(result - made.base) / max(spans))
            assert box.rect.width == pytest.approx(share * longest, abs=1e-6)
            edge = box.rect.x if result > made.base else box.rect.right
            if result != made.base:
                assert edge == pytest.approx(base, abs=1e-6)


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), max_size=12), AMOUNTS)
def test_the_strongest_input_comes_first(ends, base):
    swings = [Swing("n", low, high, "l", "h", "") for low, high in ends]
    made = strongest(swings, base)
    moves = [max(abs(swing.low - base), abs(swing.high - base)) for swing in made]
    assert moves == sorted(moves, reverse=True)
    assert len(made) == len(swings)


def test_an_input_that_moves_both_ends_one_way_shares_the_height():
    swing = Swing("Odd", Decimal(3), Decimal(5), "low", "high", "label")
    root = layout(alone(tornado=Tornado((swing,), Decimal(1), "1", "What", "cost")))
    low, high = boxes_of(root, "swing")
    assert low.rect.bottom == pytest.approx(high.rect.y)
    assert high.rect.width == pytest.approx(2 * low.rect.width)
