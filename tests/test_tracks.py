"""Ways above the stage headers: which cross, where they end, what is said of them."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import journeymap as jm
from journeymap import fonts
from journeymap.geometry import Rect
from journeymap.graphs.ways import Way
from journeymap.labels import labels_of
from journeymap.layout.blocks import Setting
from journeymap.layout.cells import Place
from journeymap.layout.tracks import tracks
from journeymap.layout.ways import links
from journeymap.theme import Metrics

METRICS = Metrics()
SETTING = Setting(METRICS, labels_of("en"), fonts.measure)
WIDTH = 350.0


def columns(count):
    return [Rect(100 + number * WIDTH, 0, WIDTH, 0) for number in range(count)]


def journey(count):
    return jm.Journey("t", stages=[f"Stage {number}" for number in range(count)])


def placed(ways, count, shown=None):
    """Return the tracks of ways given as (start, end, text), the shortest first."""
    long = journey(count)
    shown = range(count) if shown is None else shown
    places = [Place(long.stages[position], position, str(position)) for position in shown]
    found = links(long, [Way(*way) for way in ways], places)
    return found, tracks(found, columns(len(places)), 50.0, SETTING)[::-1]


def pieces(track):
    (points,) = track.points
    return list(itertools.pairwise(points))


def crossings(first, second):
    """Return how often two lines of upright and level pieces cross."""
    count = 0
    for one, other in itertools.product(pieces(first), pieces(second)):
        for (a, b), (c, d) in ((one, other), (other, one)):
            is_upright, is_level = a.x == b.x, c.y == d.y
            if is_upright and is_level:
                across = min(c.x, d.x) < a.x < max(c.x, d.x)
                count += across and min(a.y, b.y) < c.y < max(a.y, b.y)
    return count


def interleave(one, other):
    (a, b), (c, d) = sorted(one[:2]), sorted(other[:2])
    return a < c < b < d or c < a < d < b


texts = st.sampled_from(["", "21%", "too dear", "the total is higher than expected · 5%"])
ways = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5), texts), min_size=1, max_size=9, unique=True
)


@settings(max_examples=150)
@given(ways)
def test_two_ways_cross_only_if_they_must_and_then_once(ways):
    found, boxes = placed(ways, 6)
    for (a, first), (b, second) in itertools.combinations(zip(found, boxes, strict=True), 2):
        must = interleave((a.start, a.end), (b.start, b.end))
        assert crossings(first, second) == (1 if must else 0)


@settings(max_examples=150)
@given(ways)
def test_lines_and_words_do_not_lie_on_each_other(ways):
    _, boxes = placed(ways, 6)
    for first, second in itertools.permutations(boxes, 2):
        for plate in first.children:
            for other in second.children:
                assert not plate.rect.overlaps(other.rect)
        for (a, b), (c, d) in itertools.product(pieces(first), pieces(second)):
            if a.y == b.y == c.y == d.y:
                assert max(a.x, b.x) <= min(c.x, d.x) or max(c.x, d.x) <= min(a.x, b.x)


@settings(max_examples=100)
@given(ways, st.sets(st.integers(0, 5), min_size=1))
def test_every_end_has_a_port_of_its_own_on_its_header(ways, shown):
    shown = sorted(shown)
    found, boxes = placed(ways, 6, shown)
    ports = []
    for link, box in zip(found, boxes, strict=True):
        (points,) = box.points
        for column, point in ((link.start, points[0]), (link.end, points[-1])):
            if column is None:
                continue
            left = 100 + column * WIDTH
            assert left + METRICS.arrow < point.x < left + WIDTH - METRICS.arrow
            assert point.y == pytest.approx(box.rect.bottom)
            ports.append(point.x)
    assert len(set(ports)) == len(ports)


def test_ports_are_spread_evenly():
    _, boxes = placed([(0, 1, ""), (1, 0, "")], 2)
    xs = sorted(box.points[0][end].x for box in boxes for end in (0, -1))
    assert xs[1] - xs[0] == pytest.approx(xs[3] - xs[2])
    assert xs[1] - xs[0] > WIDTH / 4


def test_words_stay_on_one_line_where_there_is_room():
    _, (box,) = placed([(1, 0, "the total is higher than we expected it to be · 21%")], 2)
    (text,) = box.children[0].children
    assert len(text.lines) == 1


def test_words_too_long_for_their_line_stand_above_it():
    _, (box,) = placed([(1, 1, "again and again until it fits at last")], 3)
    (plate,) = box.children
    line = min(point.y for point in box.points[0])
    assert len(plate.children[0].lines) == 1
    assert plate.rect.bottom < line


def test_a_way_to_a_stage_in_another_row_names_it():
    found, (box,) = placed([(1, 4, "in a hurry")], 6, shown=[0, 1, 2])
    assert [(link.start, link.end) for link in found] == [(1, None)]
    assert box.children[0].children[0].lines[0].text == "5 Stage 4 · in a hurry"
    start, corner, end = box.points[0]
    assert start.x == corner.x
    assert end.y == corner.y


def test_a_way_from_a_stage_in_another_row_names_it():
    _, (box,) = placed([(4, 1, "")], 6, shown=[0, 1, 2])
    assert box.children[0].children[0].lines[0].text == "5 Stage 4"
    *_, corner, end = box.points[0]
    assert end.x == corner.x
    assert end.y > corner.y


@pytest.mark.parametrize("way", [(1, 4, "in a hurry"), (4, 1, "in a hurry")])
def test_words_at_an_open_end_keep_the_distance_of_words_on_a_line(way):
    _, (box,) = placed([way], 6, shown=[0, 1, 2])
    (words,) = box.children[0].children
    (line,) = words.lines
    ends = [point.x for point in box.points[0]]
    gap = max(line.start.x - max(ends), min(ends) - (line.start.x + line.width))
    assert gap == pytest.approx(METRICS.dot_gap)


def test_a_way_between_other_rows_is_not_drawn():
    assert placed([(4, 5, "x")], 6, shown=[0, 1, 2]) == ([], ())


def test_ways_that_do_not_meet_stand_at_one_height():
    _, boxes = placed([(0, 1, ""), (3, 4, ""), (0, 5, "")], 6)
    heights = [min(point.y for point in box.points[0]) for box in boxes]
    assert heights[0] == heights[1] > heights[2]
