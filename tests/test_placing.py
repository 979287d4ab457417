"""The embedded engine: nothing lies on anything, order is kept, lines turn at right angles."""

import itertools
from pathlib import Path

import attrs
import pytest
from hypothesis import example, given, settings

from journeymap.geometry import Rect, Size
from journeymap.placing.embedded import embedded
from journeymap.placing.folded import folded
from journeymap.placing.plan import Group, Link, Plan, Spot
from journeymap.placing.turned import turned, turned_back
from plans import (
    PILL,
    SAMPLES,
    bends,
    chain,
    crossings,
    cuts,
    meshes,
    network,
    pieces,
    plans,
    printed,
    shared,
    stage,
    titles,
)
from test_goldens import compare

SLACK = 0.01
PLACEMENTS = Path(__file__).parent / "placements"


def ends_of(plan, placement):
    """Return the rectangle of every spot and group by its id."""
    groups = {one.id: rect for one, rect in zip(plan.groups, placement.groups, strict=True)}
    return {**placement.spots, **groups}


def is_on_edge(point, rect):
    near = Rect(rect.x - SLACK, rect.y - SLACK, rect.width + 2 * SLACK, rect.height + 2 * SLACK)
    is_in = near.contains(Rect(point.x, point.y, 0, 0), 0)
    return is_in and (
        min(abs(point.x - rect.x), abs(point.x - rect.right)) < SLACK
        or min(abs(point.y - rect.y), abs(point.y - rect.bottom)) < SLACK
    )


@settings(max_examples=100)
@given(plans())
def test_every_spot_has_a_place_of_its_size_and_nothing_overlaps(plan):
    placement = embedded(plan)
    assert list(placement.spots) == [spot.id for spot in plan.spots]
    for spot in plan.spots:
        rect = placement.spots[spot.id]
        assert (rect.width, rect.height) == (spot.size.width, spot.size.height)
    labels = [route.label for route in placement.routes if route.label is not None]
    solid = [*placement.spots.values(), *titles(plan, placement), *labels]
    for one, other in itertools.combinations(solid, 2):
        assert not one.overlaps(other)
    whole = Rect(0, 0, placement.size.width, placement.size.height)
    for rect in (*solid, *placement.groups, *placement.bands):
        assert whole.contains(rect)
    for route in placement.routes:
        for point in route.points:
            assert whole.contains(Rect(point.x, point.y, 0, 0))


@settings(max_examples=100)
@given(plans())
def test_spots_are_in_their_group_and_band_and_these_keep_their_order(plan):
    placement = embedded(plan)
    for spot in plan.spots:
        rect = placement.spots[spot.id]
        for number, group in enumerate(placement.groups):
            is_member = spot.standing == "within" and spot.group == number
            assert group.contains(rect) if is_member else not group.overlaps(rect)
        for number, band in enumerate(placement.bands):
            if spot.band == number:
                assert band.contains(rect)
            elif spot.band is not None or spot.standing == "beside":
                assert not band.overlaps(rect) or spot.group is None
    for one, other in itertools.pairwise(placement.groups):
        assert one.right <= other.x + SLACK
        assert (one.y, one.bottom) == (other.y, other.bottom)
    for one, other in itertools.pairwise(placement.bands):
        assert one.bottom <= other.y + SLACK
    assert len(placement.groups) == len(plan.groups)
    assert len(placement.bands) == len(plan.bands)


@settings(max_examples=100)
@given(plans())
def test_lines_run_upright_and_level_from_edge_to_edge_and_through_nothing(plan):
    placement = embedded(plan)
    rects = ends_of(plan, placement)
    assert len(placement.routes) == len(plan.links)
    for link, route in zip(plan.links, placement.routes, strict=True):
        assert is_on_edge(route.points[0], rects[link.tail])
        assert is_on_edge(route.points[-1], rects[link.head])
        for piece in pieces(route):
            assert piece[0].x == piece[1].x or piece[0].y == piece[1].y
            for rect in (*placement.spots.values(), *titles(plan, placement)):
                assert not cuts(piece, rect)


@settings(max_examples=100)
@given(plans())
def test_a_line_leaves_room_for_its_head(plan):
    placement = embedded(plan)
    for route in placement.routes:
        if len(route.points) > 2:
            for a, b in (pieces(route)[0], pieces(route)[-1]):
                assert abs(a.x - b.x) + abs(a.y - b.y) > plan.gaps.stub - 5


DOT = Size(12, 12)

CROWNED = Plan(
    spots=(
        Spot(id="first", size=DOT, standing="before"),
        Spot(id="inside", size=DOT, group=0),
        Spot(id="last", size=DOT, standing="after"),
    ),
    links=(Link(tail="last", head="inside"), Link(tail="g", head="first")),
    groups=(Group(id="g", title=Size(0, 0)),),
)
"""One way back leads to a spot of a group, another from the group: both over the top."""


@settings(max_examples=150)
@given(plans() | meshes())
@example(CROWNED)
def test_lines_do_not_run_on_each_other(plan):
    placement = embedded(plan)
    pairs = zip(plan.links, placement.routes, strict=True)
    for (one, first), (other, second) in itertools.combinations(pairs, 2):
        if {one.tail, one.head} & {other.tail, other.head}:
            continue
        for piece, another in itertools.product(pieces(first), pieces(second)):
            assert shared(piece, another) <= SLACK


NARROW = Plan(
    spots=(),
    links=(
        Link(tail="g0", head="g2", label=Size(8, 8)),
        Link(tail="g1", head="g0", label=Size(41, 8)),
    ),
    groups=tuple(Group(id=f"g{number}", title=Size(0, 0)) for number in range(3)),
)
"""Between the middles of two groups there is no room for the label of the way back."""


@settings(max_examples=100)
@given(plans())
@example(NARROW)
def test_labels_are_at_their_line_and_on_no_other(plan):
    placement = embedded(plan)
    for link, route in zip(plan.links, placement.routes, strict=True):
        assert (route.label is None) == (link.label is None)
        if route.label is None:
            continue
        assert (route.label.width, route.label.height) == attrs.astuple(link.label)
        if link.tail != link.head:
            assert any(cuts(piece, route.label.inset(-24, -24)) for piece in pieces(route))
        for other in placement.routes:
            if other is not route:
                assert not any(cuts(piece, route.label) for piece in pieces(other))


@settings(max_examples=50)
@given(plans())
def test_the_same_plan_is_placed_the_same_and_down_is_right_turned(plan):
    assert embedded(plan) == embedded(attrs.evolve(plan))
    down = attrs.evolve(turned(plan), direction="down")
    assert embedded(down) == turned_back(embedded(plan))


@settings(max_examples=100)
@given(plans())
def test_a_link_on_to_a_later_stage_never_leads_back(plan):
    placement = embedded(plan)
    groups = {spot.id: spot.group for spot in plan.spots if spot.standing == "within"}
    for link, route in zip(plan.links, placement.routes, strict=True):
        start, end = groups.get(link.tail), groups.get(link.head)
        if link.course == "on" and start is not None and end is not None and start < end:
            xs = [point.x for point in route.points]
            assert xs == sorted(xs)


@pytest.mark.parametrize("name", SAMPLES)
def test_golden(name, update_goldens):
    compare(PLACEMENTS / f"{name}.txt", printed(embedded(SAMPLES[name])), update_goldens)


@pytest.mark.parametrize(
    ("name", "crossed", "bent"),
    [("through", 0, 16), ("alternatives", 0, 6), ("lanes", 1, 10), ("stages", 0, 6)],
)
def test_few_lines_cross_and_few_bend(name, crossed, bent):
    placement = embedded(SAMPLES[name])
    assert (crossings(placement), bends(placement)) == (crossed, bent)


def test_what_is_in_one_row_is_joined_by_a_straight_line():
    plan = SAMPLES["through"]
    pairs = zip(plan.links, embedded(plan).routes, strict=True)
    routes = {(link.tail, link.head): route for link, route in pairs}
    for ends in [("in", "A"), ("A", "C"), ("B", "D"), ("C", "F"), ("D", "G"), ("F", "I")]:
        assert len(routes[ends].points) == 2
    for number in range(3):
        start, end = routes[f"g{number}", f"x{number}"].points
        assert start.x == end.x


def test_what_stands_before_and_after_groups_without_spots_is_level_with_their_titles():
    plan = Plan(
        spots=(
            Spot(id="in", size=Size(60, 40), standing="before"),
            Spot(id="out", size=Size(18, 18), standing="after"),
        ),
        links=tuple(chain("in", "g0", "g1", "out")),
        groups=tuple(Group(id=f"g{number}", title=Size(80, 20)) for number in range(2)),
    )
    placement = embedded(plan)
    assert all(len(route.points) == 2 for route in placement.routes)
    assert len({point.y for route in placement.routes for point in route.points}) == 1
    assert all(rect.y >= 0 for rect in placement.spots.values())


def test_an_alternative_stands_under_what_it_is_one_to():
    placement = embedded(SAMPLES["alternatives"])
    assert sorted("ABCDE", key=lambda name: placement.spots[name].y) == list("ABECD")


def test_groups_are_equally_high_and_spots_of_a_column_have_one_middle():
    placement = embedded(SAMPLES["through"])
    assert len({(rect.y, rect.height) for rect in placement.groups}) == 1
    for names in ("AB", "CDE", "FGH", "IJK"):
        assert len({placement.spots[name].center.x for name in names}) == 1


def test_a_chain_across_bands_shares_columns_where_it_leads_straight_up_or_down():
    placement = embedded(SAMPLES["lanes"])
    places = [placement.spots[name].center.x for name in "ABCDEFGH"]
    assert places == sorted(places)
    assert placement.spots["mark"].center.x == places[1]
    column = [sorted({*places}).index(place) for place in places]
    assert column == [0, 0, 1, 1, 2, 3, 4, 4]
    for number in (0, 2, 6):
        assert len(placement.routes[number + 1].points) == 2


@pytest.mark.parametrize(
    ("columns", "links", "said"),
    [
        (["A", "b"], ["Ab"], [["A", "b"]]),
        (["b", "A"], ["bA"], [["b", "A"]]),
        (["A", "b", "c"], ["Ab", "bc"], [["A", "b", "c"]]),
        # What turns around, or stays in its band, has a column of its own.
        (["A", "c", "b"], ["Ac", "cb"], [["A", "c"], ["b"]]),
        (["A", "a"], ["Aa"], [["A"], ["a"]]),
        # A mark stands between, or is crossed.
        (["Ab", "c"], ["Ac"], [["A", "b"], ["c"]]),
        (["c", "Ab"], ["cA"], [["c"], ["A", "b"]]),
        (["A", "bc"], ["Ab"], [["A", "b", "c"]]),
        # Alternatives, what is passed by, and what is not led to.
        (["A", "bc"], ["Ab", "Ac"], [["A"], ["b", "c"]]),
        (["AB", "c"], ["Ac", "Bc"], [["A", "B"], ["c"]]),
        (["AB", "c"], ["Ac"], [["A", "B"], ["c"]]),
        (["A", "b", "c"], ["Ab", "Ac", "bc"], [["A", "b"], ["c"]]),
        (["A", "b"], [], [["A"], ["b"]]),
    ],
)
def test_columns_are_one_where_a_single_line_leads_straight(columns, links, said):
    band = {letter: "abc".index(letter.lower()) for letter in "ABCabc"}
    assert folded(columns, [(tail, head) for tail, head in links], band) == said


def test_ways_back_are_nested():
    placement = embedded(SAMPLES["stages"])
    lines = [min(point.y for point in route.points) for route in placement.routes[-3:]]
    assert lines[1] < lines[0] < lines[2]


def test_a_thick_line_has_the_room_of_its_width():
    links = [Link(tail="A", head="C", width=14), Link(tail="A", head="D", width=14)]
    plan = Plan(spots=tuple(stage(None, *"ABCD")), links=(*links, Link(tail="B", head="D")))
    rects = embedded(plan)
    ys = sorted(route.points[0].y for route in rects.routes[:2])
    assert ys[1] - ys[0] >= 14
    assert ys[1] + 7 <= rects.spots["A"].bottom


def test_circles_of_links_are_cut_where_a_reader_meets_them_last():
    plan = Plan(spots=tuple(stage(None, *"ABC")), links=tuple(chain(*"ABCA")))
    places = embedded(plan).spots
    assert places["A"].x < places["B"].x < places["C"].x


@pytest.mark.parametrize("direction", ["right", "down"])
def test_little_is_placed_too(direction):
    empty = embedded(Plan(spots=(), direction=direction))
    assert (empty.size, dict(empty.spots), empty.routes) == (Size(0, 0), {}, ())
    one = embedded(Plan(spots=tuple(stage(None, "A")), direction=direction))
    assert dict(one.spots) == {"A": Rect(0, 0, 200, 46)}
    assert one.size == Size(200, 46)
    groups = (Group(id="g", title=Size(50, 20)),)
    assert embedded(Plan(spots=(), groups=groups)).groups == (Rect(0, 0, 90, 80),)


def test_a_network_has_its_buyers_in_the_middle():
    spots = embedded(network(3, 12)).spots
    columns = sorted({rect.center.x for rect in spots.values()})
    places = {name: columns.index(rect.center.x) for name, rect in spots.items()}
    early, late = ([f"t{n}" for n in part] for part in (range(6), range(6, 12)))
    parts = early, ["b0", "b1", "b2"], late
    assert [{places[name] for name in part} for part in parts] == [{0}, {1}, {2}]


def test_five_thousand_spots_are_placed():
    names = [f"s{number}" for number in range(5000)]
    spots = [Spot(id=n, size=PILL, group=number // 20) for number, n in enumerate(names)]
    groups = tuple(Group(id=f"g{number}", title=Size(90, 20)) for number in range(250))
    plan = Plan(spots=tuple(spots), links=tuple(chain(*names)), groups=groups)
    assert len(set(embedded(plan).spots.values())) == 5000
