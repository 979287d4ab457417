"""The way through a journey as a graph: every node, edge and figure, nothing that is not known."""

import re
from collections import Counter

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import journeymap as jm
from conftest import EXAMPLES, example
from flows import CHOICES, is_met, measured
from journeymap.analysis.passage import passages
from journeymap.graphs.choices import Choices
from journeymap.graphs.flow import flow_graph
from journeymap.graphs.network import network_graph
from journeymap.labels import en_flow, labels_of, ru_flow
from strategies import journeys

EN, RU = labels_of("en"), labels_of("ru")


def of(graph, *kinds):
    return [node for node in graph.nodes if node.kind in kinds]


def edges(graph, *kinds):
    return [edge for edge in graph.edges if edge.kind in kinds]


def check_ends(graph):
    ids = [node.id for node in graph.nodes] + [cluster.id for cluster in graph.clusters]
    assert len(ids) == len(set(ids))
    for edge in graph.edges:
        assert {edge.tail, edge.head} <= {*ids}


def walked(graph, *, past_offers):
    """Follow the edges to what comes next from the entry to the end, each as far as it is known."""
    heads = {}
    for edge in edges(graph, "next"):
        heads.setdefault(edge.tail, []).append(edge.head)
    place = {node.id: number for number, node in enumerate(graph.nodes)}
    proposed = {node.id for node in graph.nodes if node.is_proposed}
    way, at = [], "entry"
    while at in heads:
        found = heads[at]
        firm = [head for head in found if head not in proposed]
        options = firm if past_offers and firm else found
        at = min(options, key=lambda head: place.get(head, -1))
        way.append(at)
    return way


@settings(max_examples=60)
@given(measured(), CHOICES)
def test_a_graph_has_every_node_once_and_one_way_through(journey, choices):
    graph = flow_graph(journey, EN, choices)
    check_ends(graph)
    detail = choices.detail
    things = {
        "touchpoints": [t for stage in journey.stages for t in stage.touchpoints],
        "actions": [action for stage in journey.stages for action in stage.actions],
        "stages": journey.stages,
    }[detail]
    nodes = of(graph, detail.removesuffix("s"))
    assert [node.item for node in nodes] == [*things]
    if not journey.stages:
        assert graph.nodes == graph.edges == ()
        return
    way = walked(graph, past_offers=journey.state == "as-is")
    assert way[-1] == "end"
    assert len(way) == len(set(way))
    stages = {node.id: node.stage for node in nodes} | {c.id: c.stage for c in graph.clusters}
    passed = [stages[name] for name in way[:-1]]
    assert passed == sorted(passed)
    assert {*passed} == {*range(len(journey.stages))}
    # Everything lies on some way, and nothing leads to where it came from.
    ends = {edge.head for edge in edges(graph, "next")}
    assert {node.id for node in nodes} <= ends
    assert {node.id for node in nodes} <= {edge.tail for edge in edges(graph, "next")}
    place = {"entry": (-1, 0), "end": (len(journey.stages), 0)}
    place |= {node.id: (node.stage, number) for number, node in enumerate(nodes)}
    place |= {cluster.id: (cluster.stage, 0) for cluster in graph.clusters}
    for edge in edges(graph, "next"):
        assert place[edge.tail][0] <= place[edge.head][0]


@settings(max_examples=60)
@given(measured())
def test_alternatives_have_the_same_neighbours(journey):
    graph = flow_graph(journey, EN)
    around = {}
    for edge in edges(graph, "next"):
        around.setdefault(edge.tail, [set(), set()])[1].add(edge.head)
        around.setdefault(edge.head, [set(), set()])[0].add(edge.tail)
    for number, stage in enumerate(journey.stages):
        nodes = {n.name: n.id for n in of(graph, "touchpoint") if n.stage == number}
        for touch in stage.touchpoints:
            if touch.alternative_to is not None:
                assert around[nodes[touch.name]] == around[nodes[touch.alternative_to]]


@settings(max_examples=60)
@given(measured())
def test_figures_of_several_ways_are_said_to_be_of_all_of_them(journey):
    graph = flow_graph(journey, EN)
    stages = {node.id: node.stage for node in (*graph.nodes, *graph.clusters)}
    proposed = {node.id for node in graph.nodes if node.is_proposed}
    taken = [edge for edge in edges(graph, "next") if not proposed & {edge.tail, edge.head}]
    beside = Counter((stages[edge.tail], stages[edge.head]) for edge in taken)
    for edge in taken:
        is_figure = edge.label != () and edge.label[0][0].isdigit()
        is_split = beside[stages[edge.tail], stages[edge.head]] > 1
        assert (EN.flow["together"] in edge.label) == (is_figure and is_split)


def test_figures_of_alternatives_stand_once_and_have_no_width():
    graph = flow_graph(example("meal-delivery"), EN)
    told = [edge for edge in graph.edges if EN.flow["together"] in edge.label]
    assert [(edge.label, edge.share) for edge in told] == [
        (("12,283 · 93%", EN.flow["together"], "planned 95%"), None)
    ]


@settings(max_examples=60)
@given(measured(), CHOICES)
def test_every_way_of_the_model_is_there(journey, choices):
    graph = flow_graph(journey, EN, choices)
    homes = [node.id for node in of(graph, "stage")] or [cluster.id for cluster in graph.clusters]
    names = [stage.name for stage in journey.stages]
    expected = [
        (homes[number], homes[names.index(way.to)])
        for number, stage in enumerate(journey.stages)
        for way in stage.leads_to
    ]
    drawn = [(edge.tail, edge.head) for edge in edges(graph, "revisit", "skip")]
    assert drawn == expected
    for edge in edges(graph, "revisit", "skip"):
        is_back = homes.index(edge.head) <= homes.index(edge.tail)
        assert edge.kind == ("revisit" if is_back else "skip")
        assert edge.label == ("so · 10%",)
    is_looped = journey.is_cyclic and len(homes) > 1 and (homes[-1], homes[0]) not in expected
    loops = [(edge.tail, edge.head) for edge in edges(graph, "loop")]
    assert loops == ([(homes[-1], homes[0])] if is_looped else [])


@settings(max_examples=80)
@given(measured(), CHOICES)
def test_figures_are_those_of_the_model_and_no_others(journey, choices):
    known = passages(journey)
    graph = flow_graph(journey, EN, choices)
    losing = [number for number, passage in enumerate(known) if passage.lost_rate is not None]
    assert [node.stage for node in of(graph, "exit")] == losing
    worst = [
        node.stage
        for node, edge in zip(of(graph, "exit"), edges(graph, "leave"), strict=True)
        if edge.is_bottleneck
    ]
    assert len(worst) == (len(losing) > 1)
    if worst:
        assert known[worst[0]].lost_rate == max(known[n].lost_rate for n in losing)
    for passage in known:
        if passage.lost is not None:
            assert passage.entered == passage.went_on + passage.lost
            assert 0 <= passage.lost <= passage.entered
    for edge in graph.edges:
        assert edge.share is None or 0 <= edge.share <= 1
    if not any(stage.metrics for stage in journey.stages):
        assert all(edge.share is None for edge in edges(graph, "next", "leave", "loop"))
        assert not [edge for edge in edges(graph, "next") if edge.label]
    # What is said of the way to the next stage is said once.
    told = [edge for edge in edges(graph, "next") if edge.label]
    assert len(told) <= max(0, len(journey.stages) - 1)


@settings(max_examples=50)
@given(measured())
def test_a_touchpoint_is_marked_again_in_each_further_lane(journey):
    graph = flow_graph(journey, EN, Choices(lanes="buyers"))
    for node in of(graph, "touchpoint"):
        again = [n for n in of(graph, "again") if n.source == node.source]
        lanes = [node.lane, *(mark.lane for mark in again)]
        named = ["AB".index(name) for name in node.item.buyers]
        assert lanes == (named or [2])
        ties = [edge for edge in edges(graph, "also") if edge.head in {n.id for n in again}]
        assert sorted(edge.head for edge in ties) == sorted(mark.id for mark in again)
    assert all(node.lane < len(graph.lanes) for node in of(graph, "touchpoint", "again"))


def test_marks_hang_on_each_other_from_their_touchpoint_on():
    """A line past one mark to the next would have to lead around it."""
    touch = jm.Touchpoint("t", buyers=["C", "E", "A", "B", "D"])
    journey = jm.Journey("J", buyers=[*"ABCDE"], stages=[jm.Stage("S", touchpoints=[touch])])
    graph = flow_graph(journey, EN, Choices(lanes="buyers"))
    lane = {node.id: node.lane for node in graph.nodes}
    ties = {(lane[edge.tail], lane[edge.head]) for edge in edges(graph, "also")}
    assert ties == {(2, 1), (1, 0), (2, 3), (3, 4)}
    assert len(edges(graph, "also")) == 4
    boxes = jm.flow(journey, lanes="buyers").boxes.walk()
    lines = [box.points[0] for box in boxes if box.role == "flow-edge" and box.variant == "also"]
    assert [len(points) for points in lines] == [2] * 4


@settings(max_examples=30)
@given(journeys(), CHOICES, st.sampled_from([EN, RU]))
def test_any_journey_has_a_graph(journey, choices, labels):
    if choices.lanes == "buyers" and not journey.buyers:
        with pytest.raises(jm.OptionError, match="no buyers"):
            flow_graph(journey, labels, choices)
        return
    check_ends(flow_graph(journey, labels, choices))
    if is_met(journey):
        met = [touch for s in journey.stages for touch in s.touchpoints if touch.buyers]
        graph = network_graph(journey, labels)
        check_ends(graph)
        assert [node.item for node in of(graph, "buyer")] == [*journey.buyers]
        assert [node.item for node in of(graph, "touchpoint")] == met


def test_the_example_says_what_its_map_says():
    graph = flow_graph(example("sales-automation"), EN)
    assert [node.name for node in of(graph, "exit")] == [
        "977 leave here · 66%",
        "325 leave here · 65%",
        "44 leave here · 25%",
        "21 leave here · 16%",
    ]
    assert [edge.label for edge in edges(graph, "next") if edge.label] == [
        ("503 · 34%", "planned 40%"),
        ("178 · 35%", "planned 45%"),
        ("134 · 75%", "planned 80%"),
    ]
    (entry,), (end,) = of(graph, "entry"), of(graph, "end")
    assert (entry.name, entry.notes) == ("1,480", ("leads a month",))
    assert end.name == "113 come through · 8%"
    assert [node.notes for node in of(graph, "exit")] == [("most are lost here",), (), (), ()]
    # Nobody passes the webinar yet: the measured way leads past it.
    assert ("n4", "n6") in [(edge.tail, edge.head) for edge in edges(graph, "next") if edge.label]


def test_what_is_proposed_is_the_way_of_a_journey_as_it_will_be():
    stages = [jm.Stage("S", touchpoints=["a", jm.Touchpoint("b", status="proposed"), "c"])]
    today, then = (jm.Journey("J", state=state, stages=stages) for state in ("as-is", "to-be"))
    ways = [[(e.tail, e.head) for e in flow_graph(one, EN).edges] for one in (today, then)]
    assert ("n1", "n3") in ways[0]
    assert ("n1", "n3") not in ways[1]


def test_a_journey_measured_from_its_second_stage_on_has_shares_from_there():
    graph = flow_graph(example("first-flat"), EN)
    assert of(graph, "entry")[0].name == "Start"
    assert of(graph, "end")[0].name == "161 come through"


def test_levels_in_a_network_are_those_of_the_stage():
    graph = network_graph(example("sales-automation"), EN)
    by_name = {node.id: node.name for node in graph.nodes}
    levels = {(by_name[e.tail], by_name[e.head]): e.level for e in graph.edges}
    assert levels["CFO", "Sales team"] == "decides"
    assert levels["IT lead", "Sales team"] == "consulted"
    assert levels["CFO", "Intro webinar"] == "consulted"


@pytest.mark.parametrize(
    ("given_", "message"),
    [
        ({"detail": "touchpoint"}, "unknown detail 'touchpoint' .*did you mean 'touchpoints'"),
        ({"direction": "left"}, "unknown direction 'left' .known: right, down"),
        ({"lanes": "buyer"}, "unknown kind of lanes 'buyer' .*did you mean 'buyers'"),
        ({"lanes": "owners", "detail": "stages"}, "lanes go with touchpoints only"),
    ],
)
def test_a_choice_that_is_none_is_refused(given_, message):
    with pytest.raises(jm.OptionError, match=message):
        Choices(**given_)


def test_the_files_of_words_say_the_same_in_all_forms():
    assert EN.flow.keys() == RU.flow.keys()
    assert en_flow.COUNTS.keys() == ru_flow.COUNTS.keys()
    assert {len(forms) for forms in en_flow.COUNTS.values()} == {2}
    assert {len(forms) for forms in ru_flow.COUNTS.values()} == {3}
    assert [RU.counted("touchpoints", number) for number in (1, 3, 11)] == [
        "1 точка контакта",
        "3 точки контакта",
        "11 точек контакта",
    ]
    fields = [set(re.findall(r"{(\w+)}", text)) for text in EN.flow.values()]
    assert fields == [set(re.findall(r"{(\w+)}", RU.flow[name])) for name in EN.flow]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_words_are_there_in_both_languages(name):
    journey = example(name)
    for choices in (Choices(), Choices(detail="stages"), Choices(lanes="owners")):
        one, other = (flow_graph(journey, labels, choices) for labels in (EN, RU))
        plain = {"name": "", "notes": (), "channel": ""}
        assert [attrs.evolve(n, **plain) for n in one.nodes] == [
            attrs.evolve(n, **plain) for n in other.nodes
        ]
