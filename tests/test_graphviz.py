"""Plans placed by Graphviz: everything has its size, its room and its place, under any fonts."""

import os
import subprocess
from itertools import combinations

import pytest
from hypothesis import given, settings

from journeymap.backends.dotanswer import placement_of
from journeymap.backends.graphvizengine import dot_program, graphviz, graphviz_wasm
from journeymap.backends.ordereddot import ordered_dot
from journeymap.backends.plandot import free_dot
from journeymap.errors import RenderError
from journeymap.geometry import Rect, Size
from journeymap.placing.plan import Group, Link, Plan, Spot
from strategies import plans


def near(one, other):
    return abs(one - other) < 0.02


def is_on_edge(point, box):
    across = box.x - 0.02 <= point.x <= box.right + 0.02
    down = box.y - 0.02 <= point.y <= box.bottom + 0.02
    at_side = near(point.x, box.x) or near(point.x, box.right)
    at_end = near(point.y, box.y) or near(point.y, box.bottom)
    return across and down and (at_side or at_end)


def faults(plan, placed):
    """Yield in words what is wrong with a placement."""
    labels = [route.label for route in placed.routes if route.label]
    whole = Rect(0, 0, placed.size.width, placed.size.height)
    for spot in plan.spots:
        box = placed.spots[spot.id]
        if not (near(box.width, spot.size.width) and near(box.height, spot.size.height)):
            yield f"{spot.id} has another size"
    solid = [*placed.spots.values(), *labels]
    for one, other in combinations(solid, 2):
        if one.overlaps(other):
            yield f"{one} overlaps {other}"
    points = [Rect(p.x, p.y, 0, 0) for route in placed.routes for p in route.points]
    for box in [*solid, *placed.groups, *points]:
        if not whole.contains(box):
            yield f"{box} stands out"
    yield from route_faults(plan, placed)
    yield from group_faults(plan, placed)


def route_faults(plan, placed):
    ends = placed.spots | {g.id: box for g, box in zip(plan.groups, placed.groups, strict=True)}
    for link, route in zip(plan.links, placed.routes, strict=True):
        if len(route.points) % 3 != 1 or not route.is_curve:
            yield f"{link} has no curve"
        if not is_on_edge(route.points[0], ends[link.tail]):
            yield f"{link} does not start at its tail"
        if not is_on_edge(route.points[-1], ends[link.head]):
            yield f"{link} does not end at its head"
        if (route.label is None) != (link.label is None):
            yield f"{link} has lost its label"


def group_faults(plan, placed):
    for number, (group, box) in enumerate(zip(plan.groups, placed.groups, strict=True)):
        inset = plan.gaps.inset
        title = Rect(box.x + inset, box.y + inset, group.title.width, group.title.height)
        if not box.inset(inset, inset).contains(title, 2):
            yield f"the title of {group.id} has no room"
        for spot in plan.spots:
            stands = placed.spots[spot.id]
            inside = spot.group == number and spot.standing == "within"
            if inside and not box.contains(stands):
                yield f"{spot.id} is not in its group"
            if not inside and box.overlaps(stands):
                yield f"{spot.id} is in a group that is not its own"
            if stands.overlaps(title):
                yield f"{spot.id} covers a title"
        for other in placed.groups[number + 1 :]:
            if plan.direction == "right" and other.x < box.right:
                yield "groups are not in their order"
            if plan.direction == "down" and other.y < box.bottom:
                yield "groups are not in their order"


@pytest.mark.graphviz
@settings(max_examples=120)
@given(plans())
def test_a_placement_has_everything_in_its_place(plan):
    placed = graphviz(plan)
    assert placed.engine == "graphviz"
    assert list(faults(plan, placed)) == []


@pytest.mark.graphviz
@settings(max_examples=10)
@given(plans(most=8))
def test_the_same_plan_is_placed_alike(plan):
    assert graphviz(plan) == graphviz(plan)


@pytest.mark.graphviz
@pytest.mark.parametrize("kind", ["ordered", "free"])
def test_no_font_of_the_machine_moves_anything(kind, tmp_path):
    plan = sample(kind)
    empty = tmp_path / "fonts.conf"
    empty.write_text('<?xml version="1.0"?><fontconfig></fontconfig>')
    dot = free_dot(plan) if plan.is_free else ordered_dot(plan)
    command = [dot_program(), "-Tjson0", "-Kfdp" if plan.is_free else "-Kdot"]
    said = [
        subprocess.run(  # noqa: S603
            command, input=dot.encode(), capture_output=True, check=True, env=os.environ | more
        ).stdout
        for more in ({}, {"FONTCONFIG_FILE": str(empty)})
    ]
    assert said[0] == said[1]
    assert placement_of(plan, said[0], "graphviz") == graphviz(plan)


@pytest.mark.wasm
@pytest.mark.parametrize("kind", ["ordered", "free"])
def test_graphviz_as_webassembly_places_too(kind):
    plan = sample(kind)
    placed = graphviz_wasm(plan)
    assert placed.engine == "graphviz-wasm"
    assert list(faults(plan, placed)) == []
    assert graphviz_wasm(plan) == placed


@pytest.mark.wasm
def test_graphviz_as_webassembly_has_a_time_limit():
    with pytest.raises(RenderError, match=r"did not finish within 0\.1 s"):
        graphviz_wasm(sample("ordered"), seconds=0.1)


@pytest.mark.graphviz
def test_what_graphviz_cannot_finish_ends_in_time():
    count = 60
    spots = tuple(Spot(id=f"{k}", size=Size(90, 30)) for k in range(count))
    pairs = combinations(range(count), 2)
    links = tuple(Link(tail=f"{a}", head=f"{b}") for a, b in pairs)
    with pytest.raises(
        RenderError, match=r"60 nodes and 1770 edges: dot did not finish within 1 s"
    ):
        graphviz(Plan(spots=spots, links=links), seconds=1)


@pytest.mark.graphviz
def test_a_large_network_does_not_take_minutes():
    spots = tuple(Spot(id=f"{k}", size=Size(150, 40)) for k in range(300))
    links = tuple(Link(tail=f"{k % 8}", head=f"{k}", course="tie") for k in range(8, 300))
    plan = Plan(spots=spots, links=links, is_free=True)
    assert list(faults(plan, graphviz(plan, seconds=15))) == []


def sample(kind):
    """Return a plan that has one of everything."""
    if kind == "free":
        names = ["b0", "b1", "b2", *(f"t{k}" for k in range(9))]
        links = [Link(tail=f"b{k % 3}", head=f"t{k}", course="tie") for k in range(9)]
        links += [Link(tail="b0", head="t4", course="tie", label=Size(40, 16))]
        links += [
            Link(tail="b2", head="t0", course="tie"),
            Link(tail="b1", head="t8", course="tie"),
        ]
        spots = [Spot(id=name, size=Size(110.3, 40.7)) for name in names]
        return Plan(spots=tuple(spots), links=tuple(links), is_free=True)
    size = Size(120.3, 40.7)
    spots = [
        Spot(id="in", size=Size(40, 40), standing="before"),
        *(Spot(id=f"n{k}", size=size, group=k // 2) for k in range(4)),
        Spot(id="x", size=size, group=0, standing="beside"),
        Spot(id="out", size=size, standing="after"),
    ]
    links = [
        Link(tail="in", head="n0"),
        Link(tail="n0", head="n1"),
        Link(tail="n1", head="n2", label=Size(50, 16)),
        Link(tail="n2", head="n3"),
        Link(tail="n3", head="c2"),
        Link(tail="c2", head="out"),
        Link(tail="c0", head="x", course="out"),
        Link(tail="c1", head="c0", course="back", label=Size(70, 32)),
        Link(tail="n3", head="n0", course="back"),
    ]
    groups = tuple(Group(id=f"c{k}", title=Size(90 * (k + 1), 20)) for k in range(3))
    return Plan(spots=tuple(spots), links=tuple(links), groups=groups)


def test_the_text_of_a_plan_has_no_letter_of_anybody():
    plan = sample("ordered")
    other = Plan(
        spots=tuple(Spot(id=f"<{s.id}>", size=s.size) for s in plan.spots), is_free=plan.is_free
    )
    for dot in (ordered_dot(other), free_dot(other)):
        assert "<" not in dot
        assert 'label=""' in dot
    assert "<" not in ordered_dot(plan)
