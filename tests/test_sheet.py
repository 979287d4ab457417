"""How the sheet looks at close quarters: icons, rows on one level, tags, marks on either side."""

import pytest
from hypothesis import example as example_of
from hypothesis import given, settings
from hypothesis import strategies as st

import journeymap as jm
from conftest import EXAMPLES, example
from journeymap.geometry import Rect
from journeymap.layout.blocks import Flow
from journeymap.layout.box import Box
from journeymap.layout.header import strip
from journeymap.layout.lanes import LANES
from journeymap.layout.lanes.names import PointName
from journeymap.layout.marked import evidence_marks, marked
from journeymap.layout.pages import paged_layout
from journeymap.layout.paper import paper
from journeymap.layout.words import Words
from journeymap.painting.brush import Brush
from journeymap.painting.icons.lanes import LANE_ICONS
from journeymap.painting.lanes import bar
from journeymap.theme import THEMES
from test_lanes import FACT, lane, one, roles
from test_layout import METRICS, check_boxes, laid_out, setting, text_of

HEBREW = "מסע של לקוח אל המוצר"


def lanes_in(root):
    return [box for box in root.walk() if box.role == "lane"]


def check_heading(found, first_column, metrics):
    """Check that a lane's icon stands beside the first line of its heading, clear of the rest."""
    head = found.children[0]
    mark, words = head.children
    assert mark.role == "icon"
    assert mark.variant == (found.source if found.source in LANES else "notes")
    assert mark.rect.width == pytest.approx(metrics.lane_icon)
    line = metrics.line_height(metrics.lane_label)
    assert mark.rect.center.y == pytest.approx(words.rect.y + line / 2)
    assert mark.rect.x == pytest.approx(found.rect.x)
    gap = metrics.lane_icon_gap
    assert min(line.start.x for line in words.lines) == pytest.approx(mark.rect.right + gap)
    assert words.rect.right <= first_column + 0.01


# Icons


def test_every_lane_has_an_icon():
    assert {*LANES, "notes"} <= set(LANE_ICONS)


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("width", [None, 700])
def test_icons_stand_beside_the_headings(name, language, width):
    diagram = jm.swimlane(example(name), language=language, width=width)
    for grid in roles(diagram.boxes, "grid"):
        (heads,) = roles(grid, "heads")
        for found in lanes_in(grid):
            check_heading(found, heads.rect.x, METRICS)


def test_icons_stand_on_pages_too_where_a_lane_goes_on():
    actions = [f"Does the thing that has the number {number}" for number in range(60)]
    journey = jm.Journey("t", stages=[jm.Stage("A", actions=actions, notes={"Law": actions})])
    pages = paged_layout(journey, setting(), paper("A5"))
    found = [
        (part, grid)
        for page in pages.boxes
        for grid in roles(page, "grid")
        for part in lanes_in(grid)
    ]
    assert len([part for part, _ in found if "continued" in text_of(part)]) >= 2
    for part, grid in found:
        check_heading(part, roles(grid, "heads")[0].rect.x, pages.metrics)


def test_a_heading_of_rows_and_the_rows_start_on_one_line():
    found = lane(laid_out(example("sales-automation")), "buying-group")
    _, title = found.children[0].children
    names = [box for box in found.walk() if box.lines and box.rect.x < 200]
    assert len(names) >= 4
    assert title.lines[0].start.x == min(box.lines[0].start.x for box in names)


def test_headings_are_parted_only_if_they_are_longer_than_the_room():
    stage = jm.Stage("A", notes={"😀 Legal & compliance department": ["x"]})
    diagram = jm.swimlane(jm.Journey("t", stages=[stage]))
    (found,) = lanes_in(diagram.boxes)
    assert not any("-" in line.text for box in found.children[0].walk() for line in box.lines)


# Rows on one level


def baselines(found):
    """Return the baseline of the first line of each text, by what it says."""
    texts = [box for box in found.walk() if box.lines]
    return {box.lines[0].text.replace("\u00a0", " "): box.lines[0].start.y for box in texts}


def test_the_name_of_a_row_stands_level_with_what_is_beside_it():
    group = {"buyers": [jm.Buyer("CFO", role="economic")]}
    found = baselines(one("buying-group", group, involvement={"CFO": "consulted"}))
    assert found["CFO"] == pytest.approx(found["consulted"])
    figures = [jm.Metric("conversion", measured="5%"), jm.Metric("visits", measured="7 visits")]
    stages = [jm.Stage(name, metrics=figures) for name in "AB"]
    found = baselines(lane(laid_out(jm.Journey("t", stages=stages)), "metrics"))
    assert found["visits"] == pytest.approx(found["7 visits"])
    found = baselines(one("backstage", backstage=jm.Backstage(front="Answers")))
    assert found["Front stage"] == pytest.approx(found["Answers"])


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_line_of_the_backstage_begins_at_its_name(language):
    behind = jm.Backstage(front="a", back="b", support="c")
    journey = jm.Journey("t", stages=[jm.Stage("A", backstage=behind), "B"])
    dividers = roles(jm.swimlane(journey, language=language).boxes, "divider")
    assert len(dividers) == 3
    for divider in dividers:
        words, rule = divider.children
        assert len(words.lines) == 1
        line = words.lines[0]
        assert rule.rect.x - (line.start.x + line.width) == pytest.approx(METRICS.label_gap)
        assert rule.rect.y == pytest.approx(words.rect.center.y)


# Bars, cards, tags


@pytest.mark.parametrize(
    ("theme", "is_edged"), [("light", False), ("dark", False), ("print", True)]
)
@pytest.mark.parametrize("level", ["informed", "consulted"])
def test_a_bar_has_an_edge_only_where_its_rail_has_one(theme, is_edged, level):
    box = Box(role="bar", rect=Rect(0, 0, 90, 20), variant=f"economic {level}")
    (shape,) = bar(box, Brush(THEMES[theme]))
    assert (shape.stroke is not None) is is_edged


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_the_three_levels_differ_by_colour_too(theme):
    brush = Brush(THEMES[theme])
    fills = {
        next(
            iter(bar(Box(role="bar", rect=Rect(0, 0, 90, 20), variant=f"user {level}"), brush))
        ).fill
        for level in ("informed", "consulted", "decides")
    }
    assert len(fills) == 3


def test_what_cards_say_is_in_ink():
    found = one(
        "messages",
        {"messages": [jm.Fab("One queue", advantage="No wait", benefits={"user": "One window"})]},
        messages=["One queue"],
    )
    inks = {box.lines[0].text: box.variant for box in found.walk() if box.lines}
    assert inks["One queue"] == inks["One window"] == "ink"
    assert inks["No wait"] == "muted"
    assert inks["user"] == "user"


NAMES = st.lists(st.text("abc ", min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=4)


@settings(max_examples=60, deadline=None)
@given(NAMES, st.text("abc ", min_size=1, max_size=60).filter(str.strip), st.floats(250, 900))
@example_of(["Olga, chief financial officer", "Pjotr"], "x", 400.0)
def test_benefits_stand_all_beside_or_all_below_their_tags(names, text, width):
    names = list(dict.fromkeys(" ".join(name.split()) for name in names))
    told = [jm.Benefit(name, text * (number + 1)) for number, name in enumerate(names)]
    journey = jm.Journey(
        "t",
        buyers=[jm.Buyer(name) for name in names],
        messages=[jm.Fab("Feature", benefits=told)],
        stages=[jm.Stage("A", messages=["Feature"])],
    )
    root = laid_out(journey, width=width, lanes=["messages"])
    check_boxes(root)
    pairs = [box.children for box in root.walk() if [c.role for c in box.children[:1]] == ["tag"]]
    assert len(pairs) == len(names)
    assert len({round(words.rect.x, 2) for _, words in pairs}) == 1
    assert len({words.rect.y >= tag.rect.bottom for tag, words in pairs}) == 1


def test_benefits_stand_below_their_tags_where_one_of_them_has_no_room():
    buyers = [jm.Buyer("Olga, chief financial officer"), jm.Buyer("Pjotr")]
    told = [jm.Benefit(buyers[0].name, "Pays back in four months"), jm.Benefit("Pjotr", "x")]
    journey = jm.Journey(
        "t",
        buyers=buyers,
        messages=[jm.Fab("Feature", benefits=told)],
        stages=[jm.Stage("A", messages=["Feature"])],
    )
    root = laid_out(journey, width=500, lanes=["messages"])
    pairs = [box.children for box in root.walk() if [c.role for c in box.children[:1]] == ["tag"]]
    assert [words.rect.y > tag.rect.bottom for tag, words in pairs] == [True, True]


# What lies side by side


@settings(max_examples=200)
@given(
    st.lists(st.text("abcйц .", min_size=1, max_size=20), min_size=1, max_size=6), st.floats(0.1, 9)
)
@example_of(["a", "aaaa", " "], 0.3024235310784729)
def test_what_has_its_natural_width_stands_in_one_row(texts, factor):
    scaled = setting(METRICS.scaled(factor))
    style = scaled.metrics.small
    flow = Flow([Words(text, style, scaled) for text in texts], scaled.metrics.dot_gap, 0.0)
    assert len(flow.rows(flow.natural())) == 1


def test_the_persona_strip_shares_its_facets_among_its_rows():
    root = jm.swimlane(example("sales-automation"), width=900).boxes
    (panel,) = roles(root, "panel")
    tops = [box.rect.y for box in panel.children if box.role == "facet-rule"]
    assert len(set(tops)) == 2
    assert panel.rect.height < 240
    check_boxes(root)


def test_the_facets_share_the_width_by_need():
    journey = example("sales-automation-ru")
    panel = strip(journey, 1576, setting(language="ru")).place(0, 0, 1576)
    lines = [len(box.lines) for box in panel.walk() if box.role == "text"]
    # No facet stands in a narrow pile of words beside one that has room to spare.
    assert max(lines) <= 3


@pytest.mark.parametrize(("need", "is_level"), [(None, True), ("Stop losing leads", False)])
def test_a_name_alone_stands_level_with_the_picture(need, is_level):
    persona = jm.Persona("Head of Sales", need=need)
    root = laid_out(jm.Journey("t", persona=persona, stages=["A"]))
    (avatar,) = roles(root, "avatar")
    name = next(box for box in roles(root, "text") if text_of(box) == "Head of Sales")
    assert (name.rect.center.y == pytest.approx(avatar.rect.center.y)) == is_level


@pytest.mark.parametrize("width", range(400, 1500, 100))
def test_no_facet_is_lost_from_the_strip(width):
    root = jm.swimlane(example("first-flat"), width=width).boxes
    (panel,) = roles(root, "panel")
    said = text_of(panel)
    for facet in ("Scenario", "How they behave", "Need", "Trigger", "Criteria", "Fears"):
        assert facet in said
    check_boxes(panel)


# Marks behind words that are read from right to left


@settings(max_examples=100)
@given(st.sampled_from([HEBREW, f"{HEBREW} " * 5, "אב"]), st.floats(30, 400), st.integers(0, 1))
def test_a_mark_stands_at_the_left_of_what_ends_there(text, width, is_linked):
    link = "#a" if is_linked else None
    words = Words(text, METRICS.body, setting(), link=link)
    block = marked(words, jm.Statement(text, link=link, evidence=FACT))
    width = max(width, block.least())
    box = block.place(3.0, 5.0, width)
    check_boxes(box)
    last = box.lines[-1]
    assert last.leftwards
    assert all(mark.rect.right < last.start.x for mark in box.children)
    assert box.rect.x >= 3.0 - 0.01
    assert box.rect.right <= 3.0 + width + 0.01
    assert last.start.x + last.width == pytest.approx(3.0 + width)
    if is_linked:
        assert next(mark for mark in box.children if mark.role == "out").rect.x == max(
            mark.rect.x for mark in box.children
        )


@pytest.mark.parametrize("marker", ["", "1"])
@pytest.mark.parametrize("width", [60.0, 120.0, 400.0])
def test_the_name_of_a_feeling_runs_its_way(marker, width):
    style = METRICS.small_strong
    marks = evidence_marks([FACT], setting().labels)
    name = PointName(Words(HEBREW, style, setting()), marks, marker)
    box = name.place(0.0, 0.0, max(width, name.least()))
    check_boxes(box)
    (text,) = [part for part in box.children if part.role == "text"]
    (mark,) = roles(box, "evidence")
    assert all(line.leftwards for line in text.lines)
    assert mark.rect.right < text.lines[-1].start.x


# Names of feelings


def crossing(root):
    """Yield each name of a feeling with the lines between columns that would go through it."""
    for grid in roles(root, "grid"):
        lines = [box.rect for box in roles(grid, "column-rule")]
        for name in roles(grid, "feeling"):
            yield name, [line for line in lines if name.rect.x < line.center.x < name.rect.right]


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_line_between_columns_is_open_where_a_name_stands(name):
    check_openings(jm.swimlane(example(name), theme="contrast").boxes)


def check_openings(root):
    openings = [box.rect for box in roles(root, "opening")]
    for said, lines in crossing(root):
        for line in lines:
            assert any(
                gap.x <= line.x and line.right <= gap.right and gap.y == said.rect.y
                for gap in openings
            )


def test_a_line_is_open_where_a_name_finds_no_room_beside_it():
    word = "x" * 30
    touchpoints = [jm.Touchpoint(f"t{n}", emotions={word: (-1) ** n}) for n in range(6)]
    stages = [jm.Stage("One", touchpoints=touchpoints)]
    stages += [jm.Stage(name, emotions={word: 1}) for name in ("Two", "Three")]
    root = jm.swimlane(jm.Journey("t", stages=stages), lanes="emotions", theme="contrast").boxes
    assert any(lines for _, lines in crossing(root))
    check_openings(root)


def test_a_line_is_open_where_the_key_to_the_curves_stands():
    stages = [jm.Stage(name, emotions={"calm": 1}) for name in ("One", "Two", "Three")]
    journey = jm.Journey("A journey with a long name, " * 3, stages=stages)
    root = jm.swimlane(journey, lanes="emotions", curves=journey).boxes
    words = [box for box in roles(root, "emotions")[0].walk() if box.lines]
    names = [box.rect for box in words if "long name" in box.lines[0].text]
    lines = [line.rect.center.x for line in roles(root, "column-rule")]
    openings = [gap.rect for gap in roles(root, "opening")]
    crossed = [(rect, x) for rect in names for x in lines if rect.x < x < rect.right]
    assert crossed
    for rect, x in crossed:
        assert any(gap.x < x < gap.right and gap.y == rect.y for gap in openings)


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("theme", ["light", "contrast"])
@pytest.mark.parametrize("width", [None, 500, 900])
def test_a_feeling_is_not_parted_without_need(name, theme, width):
    journey = example(name)
    felt = [part for stage in journey.stages for part in (stage, *stage.touchpoints)]
    words = {word for part in felt for emotion in part.emotions for word in emotion.name.split()}
    for box in roles(jm.swimlane(journey, theme=theme, width=width).boxes, "feeling"):
        assert {word.removesuffix(",") for word in text_of(box).split()} <= words


# Calls that cannot be met


@pytest.mark.parametrize("lanes", ["jobs", "-emotions", ["jobs", "actions"]])
def test_curves_without_their_lane_are_refused(lanes):
    journey = jm.Journey("t", stages=[jm.Stage("A", job="j", emotions=["fine"])])
    with pytest.raises(jm.OptionError, match="curves stand in the lane emotions"):
        jm.swimlane(journey, lanes=lanes, curves=[journey])
    assert jm.swimlane(journey, lanes="*,emotions", curves=[journey]).svg


@pytest.mark.parametrize("lanes", [3, b"jobs", 1.5])
def test_what_are_no_lanes_is_refused(lanes):
    with pytest.raises(jm.OptionError, match=r"not lanes .*expected names or Lanes"):
        jm.swimlane(jm.Journey("t", stages=["A"]), lanes=lanes)


@pytest.mark.parametrize("page", ["A4 portait", "A4,portrait", "a4 potrait"])
def test_a_misspelt_page_is_named_in_full(page):
    with pytest.raises(jm.OptionError, match="did you mean 'A4 portrait'"):
        jm.swimlane(jm.Journey("t"), page=page)
