"""Groups in rows, and layers of a network: nothing lies on anything, lines lead cleanly around."""

import itertools

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from journeymap.geometry import Rect, Size
from journeymap.placing.embedded import embedded
from journeymap.placing.layers import crossed, layered, spread, untangled
from journeymap.placing.plan import Band, Group, Link, Plan, Spot
from journeymap.placing.turned import turned, turned_back
from plans import (
    SAMPLES,
    chain,
    crossings,
    cuts,
    network,
    pieces,
    plans,
    printed,
    shared,
    stage,
    titles,
)
from test_goldens import compare
from test_placing import PLACEMENTS, ends_of, is_on_edge


@st.composite
def wrapped_plans(draw):
    """Return plans in rows: what leads from one row to another starts and ends in groups."""
    plan = draw(plans())
    count = len(plan.groups)
    assume(count > 1)
    loose = {s.id for s in plan.spots if s.group is None and s.standing in {"within", "beside"}}
    cut = draw(st.integers(1, count - 1))
    row_of = {spot.id: spot.group >= cut for spot in plan.spots if spot.group is not None}
    row_of |= {group.id: number >= cut for number, group in enumerate(plan.groups)}
    row_of |= {s.id: s.standing == "after" for s in plan.spots if s.group is None}
    held = {spot.id for spot in plan.spots if spot.group is not None and spot.standing == "within"}
    held |= {group.id for group in plan.groups}
    links = [
        link
        for link in plan.links
        if not {link.tail, link.head} & loose
        and ({link.tail, link.head} <= held or row_of[link.tail] == row_of[link.head])
    ]
    return attrs.evolve(
        plan,
        spots=tuple(spot for spot in plan.spots if spot.id not in loose),
        links=tuple(links),
        rows=(cut, count - cut),
    )


@settings(max_examples=60)
@given(wrapped_plans())
def test_everything_has_its_place_in_the_rows_and_nothing_overlaps(plan):
    placement = embedded(plan)
    assert list(placement.spots) == [spot.id for spot in plan.spots]
    for spot in plan.spots:
        rect = placement.spots[spot.id]
        assert Size(rect.width, rect.height) == spot.size
        if spot.standing == "within":
            assert placement.groups[spot.group].contains(rect)
        for lane, band in zip(placement.lanes, placement.bands, strict=True):
            assert lane == spot.band or not band.overlaps(rect) or spot.band is None
    labels = [route.label for route in placement.routes if route.label is not None]
    assert len(labels) == sum(link.label is not None for link in plan.links)
    solid = [*placement.spots.values(), *titles(plan, placement), *labels]
    for one, other in itertools.combinations(solid, 2):
        assert not one.overlaps(other)
    whole = Rect(0, 0, placement.size.width, placement.size.height)
    points = [point for route in placement.routes for point in route.points]
    rects = [*solid, *placement.groups, *placement.bands]
    assert all(whole.contains(Rect(point.x, point.y, 0, 0)) for point in points)
    assert all(whole.contains(rect) for rect in rects)
    above, below = placement.groups[: plan.rows[0]], placement.groups[plan.rows[0] :]
    assert max(rect.bottom for rect in above) < min(rect.y for rect in below)
    assert above[0].x == pytest.approx(below[0].x)
    for row in (above, below):
        assert all(one.right < other.x for one, other in itertools.pairwise(row))
        assert len({(rect.y, rect.height) for rect in row}) == 1


@settings(max_examples=60)
@given(wrapped_plans())
def test_lines_in_rows_run_from_edge_to_edge_and_through_nothing(plan):
    placement = embedded(plan)
    rects = ends_of(plan, placement)
    for link, route in zip(plan.links, placement.routes, strict=True):
        assert is_on_edge(route.points[0], rects[link.tail])
        assert is_on_edge(route.points[-1], rects[link.head])
        for piece in pieces(route):
            assert piece[0].x == piece[1].x or piece[0].y == piece[1].y
            for rect in (*placement.spots.values(), *titles(plan, placement)):
                assert not cuts(piece, rect)
    pairs = zip(plan.links, placement.routes, strict=True)
    for (one, first), (other, second) in itertools.combinations(pairs, 2):
        if not {one.tail, one.head} & {other.tail, other.head}:
            for piece, another in itertools.product(pieces(first), pieces(second)):
                assert shared(piece, another) <= 0.01


@settings(max_examples=60)
@given(wrapped_plans())
def test_labels_in_rows_are_at_their_line(plan):
    placement = embedded(plan)
    for link, route in zip(plan.links, placement.routes, strict=True):
        if route.label is not None and link.tail != link.head:
            assert (route.label.width, route.label.height) == attrs.astuple(link.label)
            assert any(cuts(piece, route.label.inset(-24, -24)) for piece in pieces(route))


@settings(max_examples=20)
@given(wrapped_plans())
def test_rows_downwards_are_columns(plan):
    down = attrs.evolve(turned(plan), direction="down")
    assert embedded(down) == turned_back(embedded(plan))


WRAPPED = {
    "through-rows": attrs.evolve(SAMPLES["through"], rows=(2, 2)),
    "lanes-rows": attrs.evolve(SAMPLES["lanes"], rows=(1, 2)),
    "network-layers": attrs.evolve(network(), is_free=True),
}


@pytest.mark.parametrize("name", WRAPPED)
def test_golden(name, update_goldens):
    compare(PLACEMENTS / f"{name}.txt", printed(embedded(WRAPPED[name])), update_goldens)


def test_a_band_that_holds_nothing_in_a_row_is_left_out_there():
    placement = embedded(attrs.evolve(SAMPLES["lanes"], rows=(1, 2)))
    assert placement.lanes == (0, 1, 2, 0, 1, 2)
    placement = embedded(attrs.evolve(SAMPLES["lanes"], rows=(2, 1)))
    assert placement.lanes == (0, 1, 2, 0, 2)
    assert len({(band.x, band.width) for band in placement.bands}) == 1


def in_rows(*back):
    """Return four stages of one spot in two rows, with links back between stages."""
    return Plan(
        spots=tuple(spot for number, name in enumerate("ABCD") for spot in stage(number, name)),
        links=(
            *chain(*"ABCD", label=Size(40, 16)),
            *(Link(tail=a, head=b, course="back", label=Size(60, 16)) for a, b in back),
        ),
        groups=tuple(Group(id=f"g{number}", title=Size(80, 20)) for number in range(4)),
        rows=(2, 2),
    )


def test_a_line_to_the_next_row_leaves_at_the_right_and_returns_between_the_rows():
    placement = embedded(in_rows())
    route = placement.routes[1]
    start, first, second, third, fourth, end = route.points
    assert (start.y, end.y) == (first.y, fourth.y)
    assert first.x > placement.groups[1].right
    assert fourth.x < placement.groups[2].x
    assert placement.groups[1].bottom < second.y == third.y < placement.groups[2].y
    assert route.label.center.y == second.y
    assert crossings(placement) == 0


@pytest.mark.parametrize(
    ("ends", "is_right", "crossed"),
    [(("g3", "g1"), True, 0), (("g2", "g0"), False, 1), (("g3", "g0"), True, 0)],
)
def test_a_line_to_another_row_runs_past_the_nearer_side(ends, is_right, crossed):
    placement = embedded(in_rows(ends))
    xs = [point.x for point in placement.routes[-1].points]
    assert (max(xs) == placement.size.width - 0.75) == is_right
    assert (min(xs) == 0.75) != is_right
    assert crossings(placement) == crossed


def two_rows(spots, pairs, *, bands=0):
    """Return two groups, one under the other, with links between some of their spots."""
    return Plan(
        spots=spots,
        links=tuple(Link(tail=a, head=b) for a, b in pairs),
        groups=tuple(Group(id=f"g{number}", title=Size(80, 20)) for number in range(2)),
        bands=(Band(title=Size(60, 20)),) * bands,
        rows=(1, 1),
    )


def test_lines_that_do_not_cross_before_a_turn_do_not_cross_in_it():
    plan = two_rows((*stage(0, *"ABC"), *stage(1, *"DEF")), ("AD", "BE", "CF"))
    assert crossings(embedded(plan)) == 0


def test_lines_from_two_bands_to_one_spot_do_not_cross_in_a_turn():
    plan = two_rows(
        (
            Spot(id="A", size=Size(100, 40), group=0, band=1),
            Spot(id="B", size=Size(100, 40), group=0, band=0),
            Spot(id="C", size=Size(100, 40), group=1, band=0),
        ),
        ("AB", "AC", "BC"),
        bands=2,
    )
    assert crossings(embedded(plan)) == 0


def test_a_line_that_has_led_around_something_leaves_its_row_where_it_is():
    plan = two_rows(
        (
            *(Spot(id=name, size=Size(100, 40), group=0, band=0) for name in "AB"),
            Spot(id="C", size=Size(100, 40), group=1, band=0),
        ),
        ("AB", "BC", "AC"),
        bands=1,
    )
    placement = embedded(plan)
    levels = [point.y for point in placement.routes[2].points]
    assert levels[2] == levels[3] < placement.spots["B"].y
    assert levels[4] > placement.groups[0].bottom
    assert crossings(placement) == 0


def test_a_line_up_to_another_row_runs_outside_of_one_down():
    plan = attrs.evolve(in_rows(("g1", "g0"), ("g2", "g1")), rows=(1, 1, 2))
    assert crossings(embedded(plan)) == 0


def test_five_thousand_spots_are_placed_in_rows():
    names = [f"s{number}" for number in range(5000)]
    spots = [Spot(id=n, size=Size(99, 30), group=k // 20) for k, n in enumerate(names)]
    groups = tuple(Group(id=f"g{number}", title=Size(90, 20)) for number in range(250))
    plan = Plan(spots=tuple(spots), links=tuple(chain(*names)), groups=groups, rows=(5,) * 50)
    placement = embedded(plan)
    assert len(set(placement.spots.values())) == 5000
    assert placement.size.width < 2000


# Layers


@st.composite
def layers_of(draw):
    """Return layers of names, and links between neighbours."""
    counts = draw(st.lists(st.integers(1, 5), min_size=2, max_size=3))
    layers = [[f"s{layer}.{n}" for n in range(count)] for layer, count in enumerate(counts)]
    pairs = [
        pair
        for one, other in itertools.pairwise(layers)
        for pair in itertools.product(one, other)
        if draw(st.booleans())
    ]
    return layers, pairs


@settings(max_examples=60)
@given(layers_of())
def test_untangled_layers_cross_no_more_than_before(given_layers):
    layers, pairs = given_layers
    made = untangled(layers, pairs)
    assert [sorted(names) for names in made] == [sorted(names) for names in layers]
    assert crossed(made, pairs) <= crossed(layers, pairs)


def test_what_can_be_untangled_is():
    layers = [["a", "b", "c"], ["x", "y", "z"]]
    pairs = [("a", "z"), ("b", "y"), ("c", "x")]
    assert crossed(layers, pairs) == 3
    assert crossed(untangled(layers, pairs), pairs) == 0


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.floats(-50, 900), st.floats(10, 90)), min_size=1, max_size=8),
    st.floats(0, 300),
)
def test_middles_are_spread_in_their_order_and_room(wished, spare):
    wishes, heights = zip(*wished, strict=True)
    room = sum(heights) + 20 * (len(heights) - 1) + spare
    middles = spread(wishes, heights, 20, room)
    ends = [(m - h / 2, m + h / 2) for m, h in zip(middles, heights, strict=True)]
    assert ends[0][0] >= -0.01
    assert ends[-1][1] <= room + 0.01
    assert all(b[0] - a[1] >= 20 - 0.01 for a, b in itertools.pairwise(ends))


@settings(max_examples=20)
@given(st.integers(1, 5), st.integers(1, 14))
def test_lines_of_a_network_swing_from_side_to_side_through_nothing(buyers, touchpoints):
    plan = network(buyers, touchpoints)
    ties = [Link(tail="b0", head=f"b{n}", course="tie") for n in range(1, buyers)]
    met = {name for link in plan.links for name in (link.tail, link.head)}
    spots = [spot for spot in plan.spots if spot.id in met or spot.id.startswith("b")]
    plan = attrs.evolve(plan, spots=tuple(spots), links=(*plan.links, *ties), is_free=True)
    placement = embedded(plan)
    rects = list(placement.spots.values())
    assert not any(one.overlaps(other) for one, other in itertools.combinations(rects, 2))
    whole = Rect(0, 0, placement.size.width, placement.size.height)
    assert all(whole.contains(rect) for rect in rects)
    for link, route in zip(plan.links, placement.routes, strict=True):
        if link.course == "tie":
            continue
        tail, head = placement.spots[link.tail], placement.spots[link.head]
        start, one, other, end = route.points
        assert route.is_curve
        assert (start.x, end.x) == (tail.right, head.x)
        assert tail.y < start.y == one.y < tail.bottom
        assert head.y < end.y == other.y < head.bottom
        assert not any(start.x < rect.x < end.x for rect in rects if rect != head)


def test_a_line_past_a_layer_is_left_to_the_grid():
    plan = Plan(spots=tuple(stage(None, *"ABC")), links=(*chain(*"ABC"), *chain(*"AC")))
    assert layered(plan, "embedded") is None
    plan = attrs.evolve(plan, is_free=True)
    assert embedded(plan) == embedded(attrs.evolve(plan, is_free=False))
