"""The embedded engine: nothing lies on anything, order is kept, lines turn at right angles."""

import itertools

import attrs
from hypothesis import given, settings

from journeymap.geometry import Rect
from journeymap.placing.embedded import embedded
from journeymap.placing.turned import turned, turned_back
from plans import cuts, pieces, plans, shared, titles

SLACK = 0.01


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


@settings(max_examples=100)
@given(plans())
def test_lines_do_not_run_on_each_other(plan):
    placement = embedded(plan)
    pairs = zip(plan.links, placement.routes, strict=True)
    for (one, first), (other, second) in itertools.combinations(pairs, 2):
        if {one.tail, one.head} & {other.tail, other.head}:
            continue
        for piece, another in itertools.product(pieces(first), pieces(second)):
            assert shared(piece, another) <= SLACK


@settings(max_examples=100)
@given(plans())
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
