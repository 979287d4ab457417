"""The way through as a picture: its options, nothing cut, and arrows that are arrows."""

import math
import re
from itertools import pairwise
from typing import get_args

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import example as given_too
from hypothesis import strategies as st

import journeymap as jm
from conftest import EXAMPLES, example
from flows import CHOICES, measured
from journeymap import files
from journeymap.cli import main
from journeymap.errors import OptionError
from journeymap.geometry import Rect
from journeymap.graphs.choices import DETAILS, DIRECTIONS, LANES, Choices
from journeymap.graphs.flow import flow_graph
from journeymap.graphs.network import network_graph
from journeymap.labels import labels_of
from journeymap.layout.flow.sheet import flow_layout
from journeymap.layout.flow.widths import line_width
from journeymap.layout.rows import MOST_IN_A_ROW
from journeymap.model.flow import FlowDirection, FlowEngine
from journeymap.painting import PAINTERS, paint
from journeymap.painting.brush import Brush
from journeymap.painting.flow import edge as paint_edge
from journeymap.painting.flow import sample_way as paint_sample
from journeymap.placing.embedded import embedded
from journeymap.placing.plan import Direction
from journeymap.scene import Path
from journeymap.theme import LIGHT, THEMES
from journeymap.theme.color import contrast
from journeymap.theme.palette import plain_ground
from soundness import check_apart, check_boxes, setting, text_of


def boxes(journey, choices=None, language="en", **options):
    graph = flow_graph(journey, labels_of(language), choices)
    return flow_layout(journey, graph, embedded, setting(language=language), **options)


def of(root, *roles):
    return [box for box in root.walk() if box.role in roles]


@settings(max_examples=25)
@given(measured(), CHOICES, st.sampled_from(DIRECTIONS), st.sampled_from(["en", "ru"]))
def test_nothing_is_cut_and_nothing_lies_on_anything(journey, choices, direction, language):
    chosen = Choices(detail=choices.detail, lanes=choices.lanes, direction=direction)
    root = boxes(journey, chosen, language)
    check_boxes(root)
    graph = flow_graph(journey, labels_of(language), chosen)
    drawn = of(root, "flow-node", "mind-stage", "flow-again")
    named = [node for node in graph.nodes if node.kind not in {"entry", "exit", "end"}]
    assert len(drawn) == len(named)
    assert len(of(root, "flow-edge")) == len(graph.edges)
    said = text_of(root)
    for one in graph.edges:
        for line in one.label:
            assert all(word in said for word in line.split())
    check_apart(of(root, "flow-label"))
    for label in of(root, "flow-label"):
        assert not any(label.rect.overlaps(node.rect) for node in drawn)
    for stage, count in zip(of(root, "flow-stage"), journey.stages, strict=False):
        things = count.touchpoints if chosen.detail == "touchpoints" else count.actions
        assert len([box for box in stage.children if box.role == "flow-node"]) == len(things)


@settings(max_examples=12)
@given(measured(), st.floats(200, 3000))
def test_a_width_makes_nodes_narrower_and_breaks_no_word(journey, width):
    usual, asked = boxes(journey), boxes(journey, width=width)
    check_boxes(asked)
    assert asked.rect.width <= max(usual.rect.width, width) + 0.01
    narrow, wide = (
        sum(node.rect.width for node in of(root, "flow-node")) for root in (asked, usual)
    )
    assert narrow <= wide + 0.01


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_head_is_wider_than_its_line_and_lines_are_as_wide_as_ways(name):
    root, brush = boxes(example(name)), Brush(LIGHT)
    widths = {}
    for box in of(root, "flow-edge"):
        line, *heads = paint_edge(box, brush)
        assert isinstance(line, Path)
        widths[box.value] = line.stroke.width
        (head,) = heads
        (_, tip), (_, one), (_, other), _ = head.commands
        assert math.dist(one, other) >= 1.5 * line.stroke.width
        assert math.dist(tip, one) > line.stroke.width / 2
        # They overlap: no hairline shows between the two.
        end = line.commands[-1][1][-2:]
        base = [(a + b) / 2 for a, b in zip(one, other, strict=True)]
        assert 1 < math.dist(end, base) < math.dist(tip, base) / 3
    known = sorted(value for value in widths if value is not None)
    assert [widths[value] for value in known] == sorted(widths[value] for value in known)


def test_a_bottleneck_is_told_by_words_and_a_mark_and_a_colour():
    root = boxes(example("sales-automation"))
    (badge,) = of(root, "badge")
    assert text_of(badge) == "most are lost here"
    assert [box.role for box in badge.children] == ["badge-mark", "text"]
    (worst,) = [box for box in of(root, "flow-edge") if "bottleneck" in box.variant]
    line, _ = paint_edge(worst, Brush(LIGHT))
    assert line.stroke.paint == LIGHT.palette.tones["urgent"].solid


def test_a_picture_says_that_it_is_wider_than_it_should_be():
    journey = example("first-flat")
    assert jm.flow(journey).notes == jm.flow(journey, width=9000).notes == ()
    (note,) = jm.flow(journey, width=300).notes
    assert re.fullmatch(r"\d{3} px wide, not 300: nodes are as narrow as their words allow", note)
    (note,) = jm.flow(journey, width=300, direction="down").notes
    assert note.endswith("as their words allow")
    assert len(jm.buying_network(journey, width=100).notes) == 1


def long_way(count, **parts):
    stages = [jm.Stage(f"Stage {n}", touchpoints=["one", "other"], **parts) for n in range(count)]
    return jm.Journey("A long way", stages=stages, kind="b2c", repeat_rate="40%")


def rows_of(root, role="flow-stage"):
    """Return how many stages stand side by side, from the first row to the last."""
    tops = [box.rect.y for box in of(root, role)]
    return [tops.count(top) for top in sorted({*tops})]


@pytest.mark.parametrize(
    ("detail", "role"), [("touchpoints", "flow-stage"), ("stages", "mind-stage")]
)
def test_a_long_way_stands_in_rows_that_can_be_read(detail, role):
    root = boxes(long_way(40), Choices(detail=detail))
    check_boxes(root)
    rows = rows_of(root, role)
    assert len(rows) > 4
    assert max(rows) <= MOST_IN_A_ROW
    assert max(rows) - min(rows) <= 1
    assert root.rect.width <= LIGHT.metrics.flow_readable + 2 * LIGHT.metrics.margin
    assert rows_of(boxes(long_way(4), Choices(detail=detail)), role) == [4]


def test_lanes_are_as_wide_as_need_be_and_left_out_where_they_are_empty():
    journey = example("first-flat")
    root = boxes(journey, Choices(lanes="buyers"))
    assert len(rows_of(root)) > 2
    said = [text_of(box) for box in of(root, "flow")[0].children if box.role in {"stack", "text"}]
    count = len(rows_of(root))
    assert sum(text.startswith("Maya") for text in said) == count
    assert sum(text.startswith("Mortgage broker Eva") for text in said) == 1


def test_more_rows_are_taken_where_a_width_asks_for_it():
    journey = example("first-flat")
    wide, narrow = boxes(journey, width=4000), boxes(journey, width=1200)
    assert rows_of(wide) == [7]
    assert len(rows_of(narrow)) > 2
    assert narrow.rect.width == 1200


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("detail", DETAILS)
def test_rows_have_as_many_stages_as_asked_for(detail, direction):
    root = boxes(example("meal-delivery"), Choices(detail=detail, direction=direction), per_row=3)
    check_boxes(root)
    across = [box.rect.y if direction == "right" else box.rect.x for box in of(root, "flow-stage")]
    if across:
        assert sorted(across) == across
        assert [across.count(place) for place in sorted({*across})] == [2, 2]
    usual = boxes(example("meal-delivery"), Choices(detail=detail))
    assert len(of(root, "flow-edge")) == len(of(usual, "flow-edge"))
    assert root.rect.height != usual.rect.height


def test_rows_are_refused_where_the_engine_knows_none():
    def other(plan):
        return attrs.evolve(embedded(attrs.evolve(plan, rows=())), engine="other", may_wrap=False)

    graph = flow_graph(long_way(12), labels_of("en"))
    with pytest.raises(
        OptionError, match=r"per_row: the engine 'other' draws one row only .*embedded"
    ):
        flow_layout(long_way(12), graph, other, setting(), per_row=3)
    assert rows_of(flow_layout(long_way(12), graph, other, setting())) == [12]
    with pytest.raises(OptionError, match="not a number of stages in a row"):
        jm.flow(long_way(3), per_row=0)


def test_a_title_has_the_width_of_its_stage():
    name = "A stage whose name takes much more room than one touchpoint"
    touches = [jm.Touchpoint(str(n)) for n in range(4)]
    journey = jm.Journey("t", stages=[jm.Stage(name, touchpoints=touches)])
    (stage,) = of(boxes(journey, Choices(lanes="owners")), "flow-stage")
    (title,) = stage.children[0].children
    assert len(title.lines) == 1
    (stage,) = of(boxes(journey), "flow-stage")
    assert len(stage.children[0].children[0].lines) > 1


def test_lines_of_a_network_have_the_colour_of_their_buyer():
    root, brush = jm.buying_network(example("first-flat")).boxes, Brush(LIGHT)
    cards = {box.variant: box.rect for box in of(root, "card")}
    lines = of(root, "flow-edge")
    assert lines
    for line in lines:
        tone = line.variant.split()[2]
        ends = (line.points[0][0], line.points[0][-1])
        assert any(cards[tone].inset(-1, -1).contains(Rect(p.x, p.y, 0, 0)) for p in ends)
        path, *_ = paint_edge(line, brush)
        assert path.stroke.paint == LIGHT.palette.tones[tone].border


@pytest.mark.parametrize("name", ["first-flat", "meal-delivery"])
def test_names_in_nodes_start_at_one_line_whatever_mark_is_before_them(name):
    nodes = of(jm.flow(example(name)).boxes, "flow-node")
    starts = {round(text.rect.x - node.rect.x, 3) for node in nodes for text in of(node, "text")}
    marks = [mark for node in nodes for mark in of(node, "dot", "icon")[:1]]
    middles = {
        round(mark.rect.center.x - node.rect.x, 3) for node, mark in zip(nodes, marks, strict=True)
    }
    assert {mark.role for mark in marks} == {"dot", "icon"}
    assert len(starts) == len(middles) == 1


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_touchpoints_of_a_network_have_no_colour_of_a_buyer_or_stage(theme):
    root, brush = jm.buying_network(example("first-flat")).boxes, Brush(theme)
    nodes, samples = of(root, "flow-node"), of(root, "sample-pill")
    painted = [next(iter(PAINTERS[box.role](box, brush))) for box in [*nodes, *samples]]
    assert len(nodes) > 9
    assert len(samples) == 3
    palette = theme.palette
    assert {shape.stroke.paint for shape in painted} == {palette.muted}
    assert {shape.fill for shape in painted} == {palette.paper, plain_ground(palette)}
    assert contrast(palette.muted, plain_ground(palette)) >= theme.shape_contrast


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_the_arrow_of_those_who_leave_ends_apart_from_the_words(direction):
    """Whichever way an engine leads it: from above, or along the direction."""
    exits = of(jm.flow(example("meal-delivery"), direction=direction).boxes, "flow-exit")
    assert len(exits) == 4
    for box in exits:
        (said,) = box.children
        assert said.rect.x - box.rect.x >= LIGHT.metrics.item_gap
        assert direction == "down" or said.rect.y - box.rect.y >= LIGHT.metrics.header_gap


def test_ways_back_downwards_leave_and_arrive_at_one_side():
    """However inexact the sum of the heights above a stage is."""
    root = jm.flow(example("factory-erp"), direction="down").boxes
    ways = [box.points[0] for box in of(root, "flow-edge") if box.variant == "revisit"]
    left = min(node.rect.x for node in of(root, "mind-stage"))
    assert [(points[0].x, points[-1].x) for points in ways] == [(left, left)] * 2


def test_what_is_proposed_is_dashed():
    root = boxes(example("sales-automation"))
    dashed = [
        box
        for box in of(root, "flow-edge")
        if next(iter(paint_edge(box, Brush(LIGHT)))).stroke.dash
    ]
    assert [box.variant for box in dashed] == ["next proposed"] * 2
    nodes = [box for box in of(root, "flow-node") if "proposed" in box.variant]
    assert [text_of(node) for node in nodes] == ["Intro webinar Webinar platform, a live demo"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("minimal", []),
        ("sales-automation", ["the wider, the more customers"]),
        ("sales-automation-ru", ["чем шире, тем больше клиентов"]),
        (
            "meal-delivery",
            ["the wider, the more customers; thin where their share is not known"],
        ),
    ],
)
def test_the_legend_says_what_the_width_of_ways_tells_and_where_it_tells_nothing(name, said):
    legend = of(jm.flow(example(name)).boxes, "legend")
    assert [text for text in map(text_of, legend) if "wider" in text or "шире" in text] == said


@pytest.mark.parametrize(
    ("name", "view", "said"),
    [
        ("minimal", "flow", ["start", "end"]),
        ("first-flat", "flow", ["start"]),
        ("sales-automation", "flow", []),
        ("sales-automation", "buying_network", []),
    ],
)
def test_the_legend_explains_the_ends_that_no_figure_tells(name, view, said):
    root = getattr(jm, view)(example(name)).boxes
    legend = [box for box in of(root, "legend") if of(box, "sample-entry", "sample-end")]
    assert [text_of(box) for box in legend] == said


@pytest.mark.parametrize("view", ["flow", "buying_network"])
@pytest.mark.parametrize("name", ["minimal", "sales-automation"])
def test_the_legend_shows_what_is_proposed_as_pill_and_as_way(name, view):
    try:
        root = getattr(jm, view)(example(name)).boxes
    except OptionError:
        return
    dashed = [box for box in of(root, "flow-edge") if "proposed" in box.variant.split()]
    samples = [box for box in of(root, "sample-way") if "proposed" in box.variant.split()]
    assert len(samples) == bool(dashed)
    for sample in samples:
        (line, *_) = paint_sample(sample, Brush(LIGHT))
        assert line.stroke.dash
        assert line.stroke.width == min(
            next(iter(paint_edge(box, Brush(LIGHT)))).stroke.width for box in dashed
        )


@pytest.mark.parametrize("theme", THEMES)
def test_a_way_back_looks_the_same_on_the_map_and_in_the_flow(theme):
    journey, brush = example("first-flat"), Brush(THEMES[theme])
    track = of(jm.swimlane(journey, theme=theme).boxes, "track")[0]
    flow = jm.flow(journey, theme=theme).boxes
    (way,) = [box for box in of(flow, "flow-edge") if "skip" in box.variant.split()]
    on_map, in_flow = (next(iter(PAINTERS[box.role](box, brush))).stroke for box in (track, way))
    assert (on_map.paint, on_map.width) == (in_flow.paint, in_flow.width)
    label = next(box for box in of(flow, "flow-label") if text_of(box) == "Pays without a loan")
    (said,), (text,) = of(label, "text"), of(track, "text")
    assert (said.style, said.variant) == (text.style, text.variant)


def test_nodes_of_a_picture_stand_in_line():
    root = boxes(example("sales-automation"))
    assert len({round(node.rect.width, 3) for node in of(root, "flow-node")}) == 1
    for stage in of(root, "flow-stage"):
        nodes = [box for box in stage.children if box.role == "flow-node"]
        assert len({round(node.rect.x, 3) for node in nodes}) == 1
        assert [n.rect.y for n in nodes] == sorted(n.rect.y for n in nodes)


def test_the_text_needs_no_engine_and_no_layout(monkeypatch):
    monkeypatch.setattr("journeymap.flowing.painted", None)
    diagram = jm.flow(example("sales-automation"), engine="graphviz")
    assert "Intro webinar" in diagram.dot
    assert diagram.bytes("dot") == diagram.dot.encode()


def test_the_diagram_says_what_drew_it(tmp_path):
    diagram = jm.flow(example("sales-automation"))
    assert diagram.engine == "embedded"
    assert isinstance(diagram, jm.FlowDiagram)
    assert jm.buying_network(example("sales-automation")).engine == "embedded"
    assert diagram.save(tmp_path / "a.dot").read_text(encoding="utf-8") == diagram.dot
    with pytest.raises(jm.OptionError, match=r"unknown format 'md' .known: svg, png, pdf, dot"):
        diagram.save(tmp_path / "a.md")
    with pytest.raises(AttributeError, match="'FlowDiagram' object has no attribute 'markdown'"):
        _ = diagram.markdown


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"detail": "stage"}, "unknown detail 'stage' .*did you mean 'stages'"),
        ({"lanes": "owner"}, "unknown kind of lanes 'owner'"),
        ({"lanes": "buyers"}, "the journey has no buyers"),
        ({"direction": "up"}, "unknown direction 'up'"),
        ({"engine": "dot"}, "unknown engine 'dot' .known: embedded, graphviz, graphviz-wasm"),
        ({"detail": ""}, "unknown detail ''"),
        ({"theme": "lite"}, "lite"),
        ({"language": "xx"}, "unknown language"),
        ({"text": "no"}, "unknown kind of text"),
        ({"detail": "actions", "lanes": "owners"}, "lanes go with touchpoints only"),
    ],
)
def test_what_cannot_be_is_refused_at_once(options, message):
    with pytest.raises(jm.OptionError, match=message):
        jm.flow(jm.Journey("t", stages=["A"]), **options)


def test_a_network_needs_buyers():
    with pytest.raises(jm.OptionError, match="no buyers to draw"):
        jm.buying_network(jm.Journey("t", stages=["A"]))
    with pytest.raises(jm.OptionError, match="no touchpoint names a buyer"):
        jm.buying_network(jm.Journey("t", buyers=["CFO"], stages=["A"]))


def test_the_network_says_who_is_met_nowhere():
    said = jm.buying_network(example("first-flat")).alt_text
    assert "Mortgage broker Eva: no touchpoint reaches them." in said
    assert "Tom’s parents: Show flat," in said
    assert "no touchpoint reaches them" in text_of(jm.buying_network(example("first-flat")).boxes)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("name", ["first-flat", "meal-delivery", "sales-automation"])
def test_a_network_says_what_its_sides_mean_where_they_mean_anything(name, language):
    journey, words = example(name), labels_of(language)
    graph = network_graph(journey, words)

    def mirrored(plan):
        found = embedded(plan)
        spots = {
            spot: attrs.evolve(rect, x=found.size.width - rect.right)
            for spot, rect in found.spots.items()
        }
        return attrs.evolve(found, spots=spots)

    for engine, is_said in ((embedded, True), (mirrored, False)):
        root = flow_layout(journey, graph, engine, setting(language=language))
        assert (words.flow["sides"] in text_of(root)) == is_said


def test_a_way_through_and_a_network_with_one_side_say_nothing_of_sides():
    stage = jm.Stage("S", touchpoints=[jm.Touchpoint("Call", buyers=["CFO"])])
    one = jm.Journey("J", buyers=["CFO"], stages=[stage])
    sides = labels_of("en").flow["sides"]
    assert sides not in text_of(jm.buying_network(one).boxes)
    assert sides not in text_of(jm.flow(example("sales-automation")).boxes)


@settings(max_examples=25)
@given(st.lists(st.sets(st.sampled_from("ABCD"), max_size=2), min_size=2, max_size=7))
@given_too([{"A"}, {"B"}])
def test_buyers_stand_in_the_middle_whenever_they_are_met(met):
    touches = [jm.Touchpoint(f"t{n}", buyers=sorted(who)) for n, who in enumerate(met) if who]
    assume(len(touches) > 1)
    journey = jm.Journey("J", buyers=[*"ABCD"], stages=[jm.Stage("S", touchpoints=touches)])
    root = jm.buying_network(journey).boxes
    left, middle, right = sorted({box.rect.x for box in of(root, "flow-node", "card")})
    assert {box.rect.x for box in of(root, "card")} == {middle}
    nodes = [box.rect.x for box in of(root, "flow-node")]
    half = len(touches) // 2
    assert nodes == [left] * half + [right] * (len(touches) - half)


@pytest.mark.parametrize("name", ["first-flat", "sales-automation"])
def test_lines_at_a_buyer_are_seen_one_by_one(name):
    """A short touchpoint that faces a buyer is no reason to press the buyer's lines together."""
    root = jm.buying_network(example(name)).boxes
    cards = [box.rect for box in of(root, "card")]
    assert len(cards) > 2
    lines = of(root, "flow-edge")
    for card, x in ((one, x) for one in cards for x in (one.x, one.right)):
        ends = [
            (point.y, line_width("meets", line.variant.split()[1], None, LIGHT.metrics))
            for line in lines
            for point in (line.points[0][0], line.points[0][-1])
            if abs(point.x - x) < 1 and card.y <= point.y <= card.bottom
        ]
        for (above, wide), (below, width) in pairwise(sorted(ends)):
            assert below - above - (wide + width) / 2 > 2


def test_a_file_pins_how_it_is_drawn():
    text = (
        "title: T\nflow: {engine: embedded, lanes: owners, direction: down}\n"
        "stages:\n- {name: S, touchpoints: [a, {name: b, owner: competitor}], actions: [c]}\n"
    )
    journey = files.loads(text)
    assert journey.flow == jm.Flow("embedded", lanes="owners", direction="down")
    graph = jm.flow(journey).graph
    assert [lane.name for lane in graph.lanes] == ["Ours", "Competitors"]
    assert graph.direction == "down"
    # Who draws it has the last word; another detail has no lanes.
    assert jm.flow(journey, lanes="owners", direction="right").graph.direction == "right"
    assert jm.flow(journey, detail="actions").graph.lanes == ()
    coarse = files.loads(text.replace("lanes: owners", "detail: stages"))
    assert [node.kind for node in jm.flow(coarse).graph.nodes][1] == "stage"
    assert len(jm.flow(coarse, lanes="owners").graph.lanes) == 2
    assert files.loads(files.dumps(journey, "toml"), "toml") == journey
    assert files.loads("title: T\nflow: graphviz\n").flow == jm.Flow("graphviz")


@pytest.mark.parametrize("engine", get_args(FlowEngine))
@pytest.mark.parametrize("form", files.FORMATS)
def test_every_engine_can_be_pinned(engine, form):
    journey = jm.Journey("T", stages=["S"], flow=engine)
    assert journey.flow.engine == engine
    assert files.loads(files.dumps(journey, form), form) == journey


@pytest.mark.parametrize(
    ("pinned", "message"),
    [
        ("{detail: stage}", "unknown value .*'stage'"),
        ("{engine: dot}", "'dot'"),
        ("{detail: stages, lanes: owners}", "lanes without touchpoints"),
    ],
)
def test_a_wrong_pin_is_refused_with_its_place(pinned, message):
    with pytest.raises(jm.SourceError, match=message) as caught:
        files.loads(f"title: T\nflow: {pinned}\n")
    assert ":2:" in str(caught.value)


def test_model_and_plan_know_the_same_directions():
    assert FlowDirection == Direction


def test_the_command_line_draws_both(tmp_path, capsys):
    source = tmp_path / "a.yaml"
    source.write_text(files.dumps(example("sales-automation"), "yaml"), encoding="utf-8")
    out = [str(tmp_path / name) for name in ("a.svg", "a.dot")]
    line = ["render", str(source), "-o", out[0], "-o", out[1], "--engine", "embedded"]
    choices = ["--lanes", "buyers", "--direction", "down"]
    assert main([*line, "--view", "flow", *choices]) == 0
    assert "Sales reps" in (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert main([*line, "--view", "buying-network"]) == 0
    assert main([*line, "--view", "flow", "--lanes", "buyers,owners"]) == 2
    assert "unknown kind of lanes" in capsys.readouterr().err
    assert main([*line[:4], "--view", "cycle", "--detail", "stages"]) == 2
    assert "views that have it: flow" in capsys.readouterr().err


@pytest.mark.parametrize("theme", THEMES)
def test_every_look_has_the_same_places(theme):
    root = boxes(example("meal-delivery"))
    assert paint(root, THEMES[theme]).items


def test_a_journey_without_stages_says_so():
    root = boxes(jm.Journey("Nothing yet"))
    assert "No stages yet" in text_of(root)
    assert "No stages yet." in jm.flow(jm.Journey("Nothing yet")).alt_text


@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("lanes", [None, *LANES])
def test_the_description_tells_what_is_drawn(detail, lanes):
    if lanes and detail != "touchpoints":
        pytest.skip("lanes go with touchpoints")
    said = jm.flow(example("sales-automation"), detail=detail, lanes=lanes).alt_text
    assert "4 stages" in said
    assert "Most are lost at Need recognition: 66%." in said
    assert "113 come through · 8%." in said
    assert ("IT lead: Sales team, Trial version, Documents, Knowledge base." in said) == (
        lanes == "buyers"
    )
    assert ("Competitors: Competitors’ sites." in said) == (lanes == "owners")


def test_the_description_says_who_is_met_nowhere():
    said = jm.flow(example("first-flat"), lanes="buyers").alt_text
    assert "Mortgage broker Eva: no touchpoint reaches them." in said
