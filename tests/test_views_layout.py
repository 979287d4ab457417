"""What holds for the boxes of every view beside the swimlane."""

import itertools
import math

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import example as example_of
from hypothesis import strategies as st

import journeymap as jm
import strategies
from conftest import EXAMPLES, example
from flows import is_met
from journeymap.contents import contents
from journeymap.graphs.flow import flow_graph
from journeymap.graphs.network import network_graph
from journeymap.layout.cycle import cycle_layout
from journeymap.layout.fab import fab_layout
from journeymap.layout.flow.sheet import flow_layout
from journeymap.layout.mindmap import mindmap_layout
from journeymap.layout.persona import persona_layout
from journeymap.layout.table import table_layout
from journeymap.placing.embedded import embedded
from journeymap.text.hyphens import hyphenator
from journeymap.theme import DARK, LIGHT, THEMES
from journeymap.theme.color import contrast
from journeymap.views import VIEWS
from soundness import METRICS, check_boxes, full_journeys, setting, text_of


def flow(journey, setting, **options):
    graph = flow_graph(journey, setting.labels)
    return flow_layout(journey, graph, embedded, setting, **options)


def network(journey, setting, **options):
    graph = network_graph(journey, setting.labels)
    return flow_layout(journey, graph, embedded, setting, **options)


LAYOUTS = {
    "cycle": cycle_layout,
    "mindmap": mindmap_layout,
    "persona-card": persona_layout,
    "table": table_layout,
    "fab-matrix": fab_layout,
    "flow": flow,
    "buying-network": network,
}
OWN = sorted(LAYOUTS)


def makes_sense(name, journey):
    needed = {
        "persona-card": journey.persona or journey.segment,
        "fab-matrix": journey.buyers or journey.messages,
        "buying-network": is_met(journey),
        "flow": journey.buyers or journey.flow is None or journey.flow.lanes != "buyers",
    }
    return bool(needed.get(name, True))


def draw_layout(name, journey, **options):
    return LAYOUTS[name](journey, setting(), **options)


@pytest.mark.parametrize("name", OWN)
@settings(max_examples=40)
@given(journey=strategies.journeys() | full_journeys())
def test_boxes_are_sound(name, journey):
    if makes_sense(name, journey):
        check_boxes(draw_layout(name, journey))


@pytest.mark.parametrize("name", OWN)
@settings(max_examples=25)
@given(journey=strategies.journeys() | full_journeys(), width=st.floats(100, 4000))
def test_boxes_are_sound_in_any_width(name, journey, width):
    if makes_sense(name, journey):
        check_boxes(draw_layout(name, journey, width=width))


@pytest.mark.parametrize("view", OWN)
@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_examples_are_sound(view, name, language):
    journey = example(name)
    if makes_sense(view, journey):
        check_boxes(LAYOUTS[view](journey, setting(language=language)))


@pytest.mark.parametrize("name", OWN)
@settings(max_examples=12)
@given(journey=strategies.journeys() | full_journeys())
def test_twice_the_metrics_is_twice_the_geometry(name, journey):
    if not makes_sense(name, journey):
        return
    once = draw_layout(name, journey)
    twice = LAYOUTS[name](journey, setting(METRICS.scaled(2)))
    for small, large in zip(once.walk(), twice.walk(), strict=True):
        assert small.role == large.role
        doubled = [2 * figure for figure in attrs.astuple(small.rect)]
        assert doubled == pytest.approx(attrs.astuple(large.rect), abs=1e-6)


@pytest.mark.parametrize("name", OWN)
@settings(max_examples=8)
@given(journey=strategies.journeys())
def test_another_palette_moves_nothing(name, journey):
    if not makes_sense(name, journey):
        return
    light, dark = (VIEWS[name](journey, theme=theme) for theme in (LIGHT, DARK))
    assert light.boxes == dark.boxes
    assert light.svg != dark.svg


@pytest.mark.parametrize("name", OWN)
@settings(max_examples=10)
@given(journey=strategies.journeys())
def test_equal_input_gives_equal_bytes(name, journey):
    if makes_sense(name, journey):
        again = jm.loads(jm.dumps(journey))
        assert VIEWS[name](journey).svg == VIEWS[name](again).svg


DEGENERATE = {
    "no stage": jm.Journey("Nothing yet", persona="P"),
    "one stage": jm.Journey("One", stages=["Only"], persona="P"),
    "one stage of a cycle": jm.Journey("One", kind="b2c", stages=["Only"], persona="P"),
    "empty stages": jm.Journey("Empty", stages=["A", "B", "C"], segment="S"),
    "long words": jm.Journey(
        "w" * 2000,
        stages=[jm.Stage("x" * 2000, job="y" * 2000, touchpoints=["z" * 2000])],
        segment="s" * 2000,
        persona=jm.Persona("p" * 2000, criteria=["c" * 2000]),
    ),
    "many stages": jm.Journey("Many", stages=[f"Stage {n}" for n in range(120)], persona="P"),
    "unknown feelings": jm.Journey("?", stages=[jm.Stage("A", emotions=["odd"]), "B"], persona="P"),
}


ONE_ROW = 32_767
"""The stages of a way stand side by side, however many there are, as long as a PNG may be wide."""


@pytest.mark.parametrize("view", OWN)
@pytest.mark.parametrize("name", DEGENERATE)
def test_degenerate_journeys_give_a_sensible_picture(view, name):
    if not makes_sense(view, DEGENERATE[name]):
        pytest.skip("nothing to show")
    root = draw_layout(view, DEGENERATE[name])
    check_boxes(root)
    assert 0 < root.rect.width < (ONE_ROW if view == "flow" else 10_000)
    assert 0 < root.rect.height < 30_000


@pytest.mark.parametrize("view", OWN)
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_view_of_every_example_is_drawn_and_described(view, name):
    journey = example(name)
    if makes_sense(view, journey):
        diagram = VIEWS[view](journey)
        assert diagram.svg.startswith("<svg")
        assert diagram.alt_text


@pytest.mark.parametrize("view", VIEWS)
def test_a_wrong_option_is_refused(view):
    journey = jm.Journey("t", persona="P")
    with pytest.raises(jm.OptionError, match="did you mean 'dark'"):
        VIEWS[view](journey, theme="drak")
    with pytest.raises(jm.OptionError, match="known: en, ru"):
        VIEWS[view](journey, language="de")
    with pytest.raises(jm.RenderError, match="not a width"):
        VIEWS[view](journey, width=-5)
    with pytest.raises(jm.OptionError, match="not a journey"):
        VIEWS[view]("crm.yaml")


# Table


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_part_of_a_table_is_as_wide_as_the_sheet(name):
    root = draw_layout("table", example(name))
    parts = [box.rect for box in root.walk() if box.role == "table"]
    inner = root.rect.width - 2 * METRICS.margin
    assert parts
    assert all(part.width == pytest.approx(inner) for part in parts)


# Mind map


@settings(max_examples=40)
@given(full_journeys(least=2))
def test_the_mind_map_reads_in_the_order_of_the_model(journey):
    root = draw_layout("mindmap", journey)
    stages = [box for box in root.walk() if box.role == "mind-stage"]
    assert [box.stage for box in stages] == list(range(len(journey.stages)))
    middle = next(box for box in root.walk() if box.role == "mind-root").rect.center.x
    sides = [box.rect.center.x > middle for box in stages]
    assert sides == sorted(sides), "down the left side, then down the right one"
    for side in (False, True):
        tops = [box.rect.y for box, one in zip(stages, sides, strict=True) if one is side]
        assert tops == sorted(tops)


@settings(max_examples=25)
@given(full_journeys(least=2))
def test_no_other_parting_makes_the_mind_map_lower(journey):
    root = draw_layout("mindmap", journey)
    middle = next(box for box in root.walk() if box.role == "mind-root").rect.center.x
    twigs = [box for box in root.children if box.role == "twig"]
    # In two columns a stage need not be as high on the left as on the right.
    assume(all(len(set(ways_out(twig))) < 2 for twig in twigs))
    heights = [box.rect.height for box in twigs]
    left = sum(box.rect.center.x < middle for box in twigs)

    def tall(count):
        sides = [part for part in (heights[:count], heights[count:]) if part]
        return max(sum(side) + METRICS.mind_stage_gap * (len(side) - 1) for side in sides)

    assert tall(left) == pytest.approx(min(map(tall, range(len(heights) + 1))))


def ways_out(twig):
    """Return for each line from a stage to an aspect whether it ends by going to the right."""
    lines = [box for box in twig.children if box.role == "branch"]
    return [way[-1].x > way[-2].x for line in lines for way in line.points]


def places_on_the_way(points):
    """Return points on a run of cubics."""
    for start in range(0, len(points) - 1, 3):
        a, b, c, d = points[start : start + 4]
        for step in range(11):
            t = step / 10
            shares = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
            yield tuple(
                sum(
                    share * getattr(point, axis)
                    for share, point in zip(shares, (a, b, c, d), strict=True)
                )
                for axis in "xy"
            )


@pytest.mark.parametrize("name", ["meal-delivery", "returns"])
def test_every_line_of_a_mind_map_leads_from_box_to_box_and_crosses_none(name):
    root = draw_layout("mindmap", example(name))
    roles = {"mind-root", "mind-stage", "leaf", "pill"}
    solid = [box.rect for box in root.walk() if box.role in roles]
    ways = [way for box in root.walk() if box.role == "branch" for way in box.points]
    for way in ways:
        for end in (way[0], way[-1]):
            assert any(
                min(abs(end.x - rect.x), abs(end.x - rect.right)) < 0.01
                and rect.y <= end.y <= rect.bottom
                for rect in solid
            )
        for x, y in places_on_the_way(way):
            for rect in solid:
                is_inside = rect.x + 0.01 < x < rect.right - 0.01 and rect.y < y < rect.bottom
                assert not is_inside
    assert len(ways) > 50


@settings(max_examples=25)
@given(full_journeys(least=2))
@example_of(example("meal-delivery"))
def test_a_line_meets_the_words_of_a_leaf_not_what_is_said_below_them(journey):
    root = draw_layout("mindmap", journey)
    ends = {way[-1] for box in root.walk() if box.role == "branch" for way in box.points}
    for towards in (-1, 1):
        for leaf in itertools.chain.from_iterable(leaves_to(root, towards)):
            words = next((box for box in leaf.walk() if box.lines), leaf)
            met = leaf if leaf.role == "pill" else words
            edge = leaf.rect.x if towards > 0 else leaf.rect.right
            assert any(
                math.dist((end.x, end.y), (edge, met.rect.center.y)) < 0.01 for end in ends
            ), text_of(leaf)


def test_leaves_with_more_below_their_words_are_further_apart():
    told = jm.Recommendation("Do it", owner="Sales")
    plain = jm.Stage("One", actions=["Looks", "Asks"])
    journey = jm.Journey("t", stages=[attrs.evolve(plain, recommendations=[told, told])])
    actions, advice = leaves_to(draw_layout("mindmap", journey, width=400), 1)
    gaps = [lower.rect.y - upper.rect.bottom for upper, lower in (actions, advice)]
    assert gaps == pytest.approx([METRICS.mind_leaf_gap, METRICS.mind_told_gap])


@settings(max_examples=15)
@given(full_journeys(least=2))
@example_of(DEGENERATE["many stages"])
def test_trunks_leave_the_root_apart_and_never_cross(journey):
    root = draw_layout("mindmap", journey)
    middle = next(box for box in root.walk() if box.role == "mind-root").rect
    trunks = [box for box in root.children if box.role == "branch"]
    assert [box.stage for box in trunks] == list(range(len(journey.stages)))
    for edge in (middle.x, middle.right):
        side = [list(places_on_the_way(t.points[0])) for t in trunks if t.points[0][0].x == edge]
        for upper, lower in itertools.pairwise(side):
            assert all(one[1] < other[1] for one, other in zip(upper, lower, strict=True))
            assert lower[0][1] - upper[0][1] > METRICS.mind_trunk


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_aspects_of_a_stage_read_down_its_left_column_then_down_its_right_one(name):
    journey = example(name)
    aspects = contents(journey, setting().labels)
    root = draw_layout("mindmap", journey)
    for number, twig in enumerate(box for box in root.children if box.role == "twig"):
        grown = [box for box in twig.children if box.role == "twig"]
        said = [text_of(box.children[0]) for box in grown]
        assert said == [one.heading for one in aspects if one.entries[number]]
        head = next(box for box in twig.children if box.role == "mind-stage").rect
        names = [box.children[0].rect for box in grown]
        places = [(rect.x > names[0].right, rect.y) for rect in names]
        assert places == sorted(places)
        assert not any(overlap(head, box.rect) for box in grown)


def overlap(one, other):
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    )


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_mind_map_is_no_strip(name):
    sheet = draw_layout("mindmap", example(name)).rect
    assert sheet.height < 1.5 * sheet.width
    assert sheet.width < 3.5 * sheet.height


def test_a_mind_map_keeps_to_a_width_on_one_side_or_on_two():
    sides = []
    for width in (700, 1000, 1600, 2000, 2400):
        root = draw_layout("mindmap", example("sales-automation"), width=width)
        assert 0.8 * width < root.rect.width <= width + 0.01
        middle = next(box for box in root.walk() if box.role == "mind-root").rect
        heads = [box.rect for box in root.walk() if box.role == "mind-stage"]
        sides.append({rect.x > middle.x for rect in heads})
    assert sides == [{True}, {True}, {True}, {True, False}, {True, False}]


@pytest.mark.parametrize("name", ["minimal", "sales-automation-ru"])
def test_in_a_narrow_mind_map_aspects_hang_under_the_heads_of_their_stages(name):
    root = draw_layout("mindmap", example(name), width=600)
    stages = [box for box in root.children if box.role == "twig"]
    for stage in stages:
        head = next(box.rect for box in stage.children if box.role == "mind-stage")
        (line,) = (box for box in stage.children if box.role == "branch")
        for way in line.points:
            assert way[0].y == pytest.approx(head.bottom)
            assert head.x < way[0].x < head.right
        names = [box.children[0].rect for box in stage.children if box.role == "twig"]
        assert names[0].y > head.bottom
        assert min(rect.x for rect in names) < head.right
    tops = [stage.rect.y for stage in stages]
    assert tops == sorted(tops)


def leaves_to(root, towards):
    """Return the leaves that grow to the left (-1) or right (1), a list for every aspect."""
    for twig in root.walk():
        lines = [box for box in twig.children if box.role == "branch"]
        if twig.role == "twig" and lines and twig.children[0].role == "leaf":
            way = lines[0].points[0]
            if (way[-1].x - way[0].x) * towards > 0:
                yield [box for box in twig.children[1:] if box.role != "branch"]


@pytest.mark.parametrize("name", ["meal-delivery", "sales-automation-ru"])
def test_what_grows_to_the_left_ends_at_its_branch(name):
    root = draw_layout("mindmap", example(name))
    aspects = list(leaves_to(root, -1))
    leaves = [leaf for aspect in aspects for leaf in aspect if leaf.role == "leaf"]
    assert len(leaves) > 30
    for leaf in leaves:
        edge = leaf.rect.right - METRICS.dot_gap
        marks = {"face", "evidence", "out", "check"}
        drawn = [box for box in leaf.walk() if box.role in marks]
        ends = [line.start.x + line.width for box in leaf.walk() for line in box.lines]
        ends += [box.rect.right for box in drawn]
        assert max(ends) == pytest.approx(edge, abs=0.5)


@pytest.mark.parametrize("name", ["sales-automation", "sales-automation-ru", "first-flat"])
def test_all_lines_to_the_left_end_where_their_branch_begins(name):
    root = draw_layout("mindmap", example(name))
    leaves = [leaf for aspect in leaves_to(root, -1) for leaf in aspect]
    wrapped = 0
    for leaf in leaves:
        for box in leaf.walk():
            if box.role in {"remarks", "mitigation"}:
                marks = [mark.rect.right for mark in box.walk() if mark.role in {"evidence", "out"}]
                lines = [line for text in box.walk() for line in text.lines]
                ends = [line.start.x + line.width for line in lines[: -1 if marks else None]]
                wrapped += len(lines) > 1
                # The tick stands between the words and the branch.
                room = METRICS.mark + METRICS.dot_gap if box.role == "mitigation" else 0.0
                assert all(end == pytest.approx(box.rect.right - room, abs=0.5) for end in ends)
    assert wrapped > 2


def test_names_of_aspects_in_two_lines_are_flush_with_their_stage():
    root = mindmap_layout(example("sales-automation-ru"), setting(language="ru"))
    names = [
        twig.children[0]
        for twig in root.walk()
        if twig.role == "twig" and twig.children[0].role == "leaf"
    ]
    sides = set()
    for name in names:
        lines = [line for box in name.walk() for line in box.lines]
        starts = {round(line.start.x, 1) for line in lines}
        ends = {round(line.start.x + line.width, 1) for line in lines}
        assert min(len(starts), len(ends)) == 1
        sides.add((len(starts), len(ends)))
    assert sides >= {(1, 2), (2, 1)}


@pytest.mark.parametrize("stages", [["One"], ["One", "Two"]])
def test_the_words_of_an_aspect_begin_alike_with_a_face_and_without(stages):
    felt = [jm.Emotion("glad", 1.0), "odd", jm.Emotion("sad", -1.0)]
    first, *others = stages
    journey = jm.Journey("t", stages=[jm.Stage(first, emotions=felt), *others])
    root = draw_layout("mindmap", journey)
    towards = 1 if len(stages) == 1 else -1
    (leaves,) = leaves_to(root, towards)
    lines = [[line for box in leaf.walk() for line in box.lines] for leaf in leaves]
    faces = [[box.value for box in leaf.walk() if box.role == "face"] for leaf in leaves]
    assert faces == [[0.75], [None], [0.25]], "a ring where nobody knows"
    starts = [line[0].start.x for line in lines]
    ends = [max(part.start.x + part.width for part in line) for line in lines]
    assert len({round(edge, 3) for edge in (starts if towards > 0 else ends)}) == 1


def test_the_foot_of_a_mind_map_explains_what_is_drawn_and_nothing_else():
    touches = [
        jm.Touchpoint("Ours", moment_of_truth=True),
        jm.Touchpoint("Planned", status="proposed"),
    ]
    rate = jm.Metric("conversion", planned="40%", measured="30%")
    stage = jm.Stage("One", touchpoints=touches, metrics=[rate], barriers=["Slow"])
    journey = jm.Journey("t", stages=[stage, "Two"])

    def samples(**options):
        root = draw_layout("mindmap", journey, **options)
        return [f"{b.role} {b.variant}".strip() for b in root.walk() if b.role.startswith("sample")]

    pills = ["sample-pill existing", "sample-pill proposed", "sample-truth"]
    assert samples() == pills
    assert samples(lanes=["metrics", "barriers"]) == []


def test_a_short_name_over_long_remarks_stands_at_its_branch():
    buyer = jm.Buyer("Leo", role="user", stance="supporter", influence=3)
    stages = [
        jm.Stage("One", involvement=[jm.Involvement("Leo", "consulted")]),
        jm.Stage("Two"),
    ]
    journey = jm.Journey("t", buyers=[buyer], stages=stages)
    root = draw_layout("mindmap", journey)
    leaf = next(box for box in root.walk() if box.role == "leaf" and "influence" in text_of(box))
    assert leaf.rect.right < next(b for b in root.walk() if b.role == "mind-root").rect.x
    ends = [line.start.x + line.width for box in leaf.walk() for line in box.lines]
    assert max(ends) - min(ends) < 0.5 or len(ends) == 1


def test_a_mind_map_shows_the_aspects_that_are_asked_for():
    root = mindmap_layout(example("meal-delivery"), setting(), lanes=["barriers"])
    said = text_of(root)
    assert "Barriers" in said
    assert "Actions" not in said
    with pytest.raises(jm.OptionError, match=r"did you mean 'barriers'\?"):
        jm.mindmap(jm.Journey("t"), lanes="bariers")


# Persona card


def test_a_card_without_anybody_is_refused():
    with pytest.raises(jm.OptionError, match="neither a persona nor a segment"):
        jm.persona_card(jm.Journey("Nobody here"))


def test_a_card_falls_back_to_the_segment():
    segment = jm.Segment("Parents", behavior=["order late"], size="18000 households")
    said = text_of(persona_layout(jm.Journey("t", segment=segment), setting()))
    assert "Parents" in said
    assert "order late" in said
    assert "18,000\u00a0households" in said


def test_a_card_says_everything_that_is_known():
    journey = example("meal-delivery")
    said = text_of(persona_layout(journey, setting()))
    persona, segment = journey.persona, journey.segment
    for text in (persona.name, persona.need.text, persona.trigger.text, persona.fears[2].text):
        assert text in said
    assert segment.behavior[0].text in said
    assert "Kitchen-table interviews (reported, n\u00a0=\u00a012)" in said


def test_a_card_has_the_shape_of_a_slide():
    for name in ("factory-erp", "sales-automation", "meal-delivery"):
        sheet = persona_layout(example(name), setting()).rect
        assert 1.3 < sheet.width / sheet.height < 1.8, name


def test_a_narrow_card_has_one_column():
    journey = example("meal-delivery")
    starts = {}
    for width in (380, 960):
        boxes = persona_layout(journey, setting(), width=width).walk()
        columns = next(box for box in boxes if box.role == "columns")
        starts[width] = len({child.rect.x for child in columns.children})
    assert starts == {380: 1, 960: 3}


@pytest.mark.parametrize("name", ["cycle", "mindmap", "table"])
def test_a_journey_without_stages_says_so(name):
    assert "No stages yet" in text_of(draw_layout(name, jm.Journey("t")))


@pytest.mark.parametrize("name", ["mindmap", "table", "persona-card"])
def test_facts_have_their_marks_and_the_foot_explains_them(name):
    root = draw_layout(name, example("meal-delivery"))
    roles = [box.role for box in root.walk()]
    assert "evidence" in roles
    assert "sample-evidence" in roles


@pytest.mark.parametrize("name", ["mindmap", "table"])
@pytest.mark.parametrize("width", [None, 700])
def test_who_is_told_what_stands_apart(name, width):
    message = jm.Fab(
        "Queue", benefits={"economic": "It pays back soon " * 4, "user": "Less typing"}
    )
    stage = jm.Stage("Choice", messages=["Queue"])
    journey = jm.Journey("t", messages=[message], stages=[stage, "Use"])
    root = LAYOUTS[name](journey, setting(), **({} if width is None else {"width": width}))
    texts = {text_of(box): box for box in root.walk() if box.role == "text"}
    who = [texts[word] for word in ("economic", "user")]
    what = [box for text, box in texts.items() if text.startswith(("It pays", "Less typing"))]
    assert len(what) == 2
    assert {box.style.weight for box in who} == {METRICS.small_strong.weight}
    assert {box.style.weight for box in what} == {METRICS.small.weight}
    lines = [line for box in what for line in box.lines]
    if name == "mindmap" and width is None:
        # The first of two stages grows to the left; all do to the right on a narrow sheet.
        lines += [line for box in who for line in box.lines]
        assert len({round(line.start.x + line.width, 3) for line in lines}) == 1
    else:
        assert len({line.start.x for line in lines}) == 1
        assert lines[0].start.x > who[0].rect.x == who[1].rect.x


@pytest.mark.parametrize("name", ["mindmap", "table"])
def test_metrics_speak_the_language_of_the_picture(name):
    said = text_of(LAYOUTS[name](example("sales-automation-ru"), setting(language="ru")))
    assert "вошли" in said
    assert "entered" not in said
    assert "35,4\u00a0%" in said


@pytest.mark.parametrize("name", ["mindmap", "table"])
def test_names_are_not_hyphenated_where_they_have_room(name):
    shy = attrs.evolve(setting(language="ru"), hyphenate=hyphenator("ru"))
    root = LAYOUTS[name](example("sales-automation-ru"), shy)
    lines = [line.text for box in root.walk() for line in box.lines]
    assert not {"Группа приня-", "Покупка автома-"} & set(lines)


@pytest.mark.parametrize("name", ["mindmap", "table"])
@pytest.mark.parametrize(
    ("lanes", "there", "gone"),
    [
        ("Legal", ["Legal", "Check"], ["Actions"]),
        (["actions=Deeds", "Legal=Law"], ["Deeds", "Law"], ["Actions", "Legal"]),
        (["-actions"], ["Legal"], ["Actions"]),
        (["Legal", "*"], ["Legal", "Actions"], []),
        ([jm.Lane("actions", title="Deeds")], ["Deeds"], ["Legal"]),
        ({"actions": "Deeds"}, ["Deeds", "Legal"], ["Actions"]),
        (iter(["actions", "Legal"]), ["Actions", "Legal"], []),
    ],
)
def test_lanes_are_chosen_as_on_the_map(name, lanes, there, gone):
    stage = jm.Stage("Buy", actions=["Pay"], notes={"Legal": ["Check"]})
    lanes = list(lanes) if not isinstance(lanes, (str, dict)) else lanes
    said = text_of(draw_layout(name, jm.Journey("t", stages=[stage]), lanes=lanes))
    assert [word for word in there if word not in said] == []
    assert [word for word in gone if word in said] == []


def test_lanes_may_be_read_only_once():
    stage = jm.Stage("Buy", actions=["Pay"], thoughts=["Why?"])
    made = jm.table(jm.Journey("t", stages=[stage]), lanes=iter(["actions"]))
    assert "Pay" in made.markdown
    assert "Pay" in text_of(made.boxes)
    assert "Why?" not in text_of(made.boxes)


@pytest.mark.parametrize("lanes", [5, [5], "-actions,thoughts", ["actions", "-actions"]])
@pytest.mark.parametrize("view", ["mindmap", "table"])
def test_lanes_that_make_no_sense_are_refused(view, lanes):
    with pytest.raises(jm.OptionError):
        VIEWS[view](jm.Journey("t", stages=["a"]), lanes=lanes)


@pytest.mark.parametrize("name", ["mindmap", "table"])
def test_it_is_told_whose_feeling_it_is(name):
    feelings = [jm.Emotion("calm", 1), jm.Emotion("fear", -2, who="CFO")]
    journey = jm.Journey("t", buyers=[jm.Buyer("CFO")], stages=[jm.Stage("a", emotions=feelings)])
    said = text_of(draw_layout(name, journey))
    assert said.count("CFO") == 1
    assert "+1 " in said


def test_the_names_of_stages_end_on_one_level():
    stages = [
        jm.Stage("Short", duration="1 week"),
        jm.Stage("A name that is much longer than all the others here", moment_of_truth=True),
        jm.Stage("Last"),
    ]
    root = table_layout(jm.Journey("t", stages=stages), setting(), width=600)
    names = [box for box in root.walk() if box.variant == "stage-ink" and box.lines]
    assert len({len(box.lines) for box in names}) > 1
    assert len({round(box.lines[-1].start.y, 6) for box in names}) == 1


# Table


@settings(max_examples=30)
@given(full_journeys(least=1, most=9), st.none() | st.floats(200, 2000))
def test_a_table_shows_every_stage_once(journey, width):
    root = table_layout(journey, setting(), width=width)
    rules = [box.stage for box in root.walk() if box.role == "table-rule"]
    assert rules == list(range(len(journey.stages)))
    heads = [box for box in root.walk() if box.role == "table-head"]
    last = [[box for box in head.children if box.role == "table-rule"][-1] for head in heads]
    assert [box.rect.right for box in last] == [pytest.approx(box.rect.right) for box in heads]


def test_many_stages_stand_in_parts():
    journey = jm.Journey("t", stages=[jm.Stage(str(n), job="do it") for n in range(13)])
    root = table_layout(journey, setting())
    parts = [box for box in root.children if box.role == "table"]
    columns = [len([box for box in part.walk() if box.role == "table-rule"]) for part in parts]
    assert columns == [5, 5, 3]


@pytest.mark.parametrize("width", [700, 1000, 1400])
def test_a_table_of_long_words_stands_in_more_parts_rather_than_be_wider(width):
    journey = example("first-flat")
    root = draw_layout("table", journey, width=width)
    assert root.rect.width == pytest.approx(width)
    rules = [box for box in root.walk() if box.role == "table-rule"]
    assert len(rules) == len(journey.stages)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_words_on_the_ground_of_a_row_can_be_read(theme):
    palette = theme.palette
    for ink in (palette.ink, palette.muted, palette.tones["mitigation"].ink):
        assert contrast(ink, palette.panel) >= 4.5


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize(("view", "width"), [(jm.table, None), (jm.table, 620), (jm.mindmap, None)])
def test_no_line_begins_or_ends_with_what_parts_remarks(name, view, width):
    said = [
        line.text.strip()
        for box in view(example(name), width=width).boxes.walk()
        for line in box.lines
    ]
    assert said
    assert not [text for text in said if text.startswith("·") or text.endswith("·")]
