"""Curves of emotions: whose they are, where their points and the names of the feelings stand."""

import itertools

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import journeymap as jm
import strategies
from conftest import example
from journeymap.analysis.feelings import feelings, people
from journeymap.geometry import Point, Rect
from journeymap.layout.box import Box
from journeymap.layout.curve import Run, height_at
from journeymap.layout.naming import Gaps, Request, named
from journeymap.painting import PAINTERS
from journeymap.painting.brush import Brush
from journeymap.scene import Path
from journeymap.theme import LIGHT, THEMES
from test_layout import check_boxes, laid_out, text_of, wordy_journeys

NAMES = st.lists(st.text("abcdeйцу漢 -", min_size=1, max_size=24), min_size=1, max_size=3)
FELT = NAMES.map(" ".join).filter(str.strip)
FACT = jm.Evidence("reported", "Interviews", sample_size=1480)


@st.composite
def emotions(draw):
    return jm.Emotion(
        draw(FELT),
        draw(st.none() | st.sampled_from([-2, -1, 0, 1, 2]) | st.floats(-2, 2)),
        who=draw(st.sampled_from([None, None, "Boss", "Me"])),
        evidence=draw(st.sampled_from(["assumption", FACT, "observed"])),
    )


@st.composite
def felt_journeys(draw):
    """Draw journeys full of feelings, of several people, with many touchpoints in a stage."""
    few = st.lists(emotions(), max_size=3)
    stages = [
        jm.Stage(
            f"S{number}",
            emotions=draw(few),
            moment_of_truth=draw(st.booleans()),
            touchpoints=[
                jm.Touchpoint(f"T{n}", emotions=draw(few), moment_of_truth=draw(st.booleans()))
                for n in range(draw(st.sampled_from([0, 0, 1, 2, 8])))
            ],
        )
        for number in range(draw(st.integers(1, 5)))
    ]
    return jm.Journey("t", persona="Me", buyers=["Boss"], stages=stages)


def lanes_of_emotions(root):
    return [box for box in root.walk() if box.role == "emotions"]


def check_names(root):
    for lane in lanes_of_emotions(root):
        plates = [box for box in lane.children if box.role == "feeling"]
        fixed = [b for b in lane.children if b.role in {"face", "marker", "ring", "text", "axis"}]
        fixed += [b for b in lane.children if b.role == "stack"]
        for number, plate in enumerate(plates):
            assert lane.rect.contains(plate.rect)
            for other in (*fixed, *plates[number + 1 :]):
                assert not plate.rect.overlaps(other.rect), (text_of(plate), text_of(other))
        for curve in (box for box in lane.children if box.role == "curve"):
            run = Run(curve.points[0])
            for plate in plates:
                check_clear(plate.rect, run)


def check_clear(rect, run):
    start, end = max(rect.x, run.points[0].x), min(rect.right, run.points[-1].x)
    if start > end:
        return
    for step in range(41):
        y = height_at(run.points, run.tangents, start + (end - start) * step / 40)
        assert not rect.y - 1 < y < rect.bottom + 1


@settings(max_examples=150)
@given(
    felt_journeys(), st.lists(felt_journeys(), max_size=2), st.sampled_from(["touchpoint", "stage"])
)
def test_nothing_touches(journey, others, by):
    root = laid_out(journey, lanes=["emotions"], curves=others, curve_by=by)
    check_names(root)
    check_boxes(root)


def test_the_ring_of_a_moment_of_truth_stays_in_a_crowded_column():
    own = jm.Journey("t", persona="Me", buyers=["Boss"], stages=["S0", "S1"])
    felt = [jm.Emotion("a", who=who) for who in ("Me", "Boss")]
    touches = [jm.Touchpoint(f"T{n}", emotions=felt) for n in range(3)]
    touches.append(jm.Touchpoint("T3", emotions=felt, moment_of_truth=True))
    first = attrs.evolve(own, stages=[jm.Stage("S0", emotions=felt[:1])])
    second = attrs.evolve(own, stages=["S0", jm.Stage("S1", touchpoints=touches)])
    root = laid_out(own, lanes=["emotions"], curves=[first, second])
    assert [box for box in root.walk() if box.role == "ring"]
    check_boxes(root)


@settings(max_examples=80)
@given(strategies.journeys() | wordy_journeys())
def test_nothing_touches_on_any_map(journey):
    check_names(laid_out(journey))


@settings(max_examples=60)
@given(felt_journeys(), st.floats(200, 3000))
def test_points_of_several_curves_never_meet(journey, width):
    root = laid_out(journey, lanes=["emotions"], width=width)
    for lane in lanes_of_emotions(root):
        drawn = [box.rect for box in lane.children if box.role in {"face", "marker"}]
        for number, first in enumerate(drawn):
            assert not any(first.overlaps(second) for second in drawn[number + 1 :])


@attrs.frozen
class Slab:
    """A name of a fixed size."""

    width: float
    height: float

    def least(self):
        return self.width

    def natural(self):
        return self.width

    def size(self, width):
        del width
        return self.width, self.height


slabs = st.builds(Slab, st.floats(1, 300), st.floats(5, 60))
steps = st.lists(st.tuples(st.floats(1, 80), st.floats(0, 100)), min_size=2, max_size=12)


@settings(max_examples=200)
@given(steps, st.lists(slabs, min_size=12, max_size=12))
def test_there_is_always_a_place(pairs, sizes):
    x, points = 0.0, []
    for step, y in pairs:
        x += step
        points.append(Point(x, y))
    run = Run(points)
    requests = [
        Request(slab, point, 20.0, (point.x - 10, point.x + 10))
        for slab, point in zip(sizes, points, strict=False)
    ]
    gaps = Gaps(up=7.0, side=14.0, widest=190.0, bounds=(0.0, max(x, 300.0)), band=100.0)
    places = named(requests, [run], [], gaps)
    for number, place in enumerate(places):
        check_clear(place.rect, run)
        assert not any(place.rect.overlaps(other.rect) for other in places[number + 1 :])
    assert [p.rect for p in places] == [p.rect for p in named(requests, [run], [], gaps)]


heights = st.lists(st.floats(0, 100), min_size=5, max_size=5)


@given(heights, heights, st.lists(slabs, min_size=5, max_size=5))
def test_a_name_beyond_another_curve_knows_it(first, second, sizes):
    points = [[Point(80.0 * n, y) for n, y in enumerate(ys)] for ys in (first, second)]
    runs = [Run(one) for one in points]
    gaps = Gaps(7.0, 14.0, 190.0, (0.0, 320.0), 100.0, beyond=90.0, line=3.5)
    requests = [
        Request(slab, point, 20.0, (point.x - 40, point.x + 40), runs[1:])
        for slab, point in zip(sizes, points[0], strict=True)
    ]
    for place, point in zip(named(requests, runs, [], gaps), points[0], strict=True):
        there = runs[1].extent(place.rect.x, place.rect.right)
        here = runs[1].extent(point.x, point.x)[0]
        sides = (point.y < here, place.rect.bottom <= there[0])
        assert place.is_beyond == (abs(point.y - here) > 3.5 and len(set(sides)) == 2)


@pytest.mark.parametrize(("tall", "is_beyond"), [(0.0, False), (20.0, False), (300.0, True)])
def test_a_name_stands_on_the_side_of_its_own_curve_where_there_is_room(tall, is_beyond):
    """Over the point the next free height is beyond the other curve, below it something stands."""
    other = Run([Point(0.0, 20.0), Point(300.0, 20.0)])
    gaps = Gaps(7.0, 14.0, 190.0, (0.0, 300.0), 100.0, beyond=90.0)
    request = Request(Slab(40.0, 17.0), Point(150.0, 45.0), 15.0, (100.0, 200.0), [other])
    (place,) = named([request], [other], [Rect(100.0, 55.0, 100.0, tall)], gaps)
    assert place.is_beyond == is_beyond
    assert (place.rect.bottom < 20.0) == is_beyond


@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_of_two_curves_near_each_other_the_upper_has_its_name_above(theme):
    felt = [jm.Emotion("hope and doubt", 1), jm.Emotion("curious", 0.6, who="CFO")]
    stages = [jm.Stage("A", emotions=felt), jm.Stage("B", emotions=felt)]
    journey = jm.Journey("t", persona="Me", buyers=["CFO"], stages=stages)
    root = jm.swimlane(journey, lanes=["emotions"], theme=theme).boxes
    sides = {
        (text_of(name), name.rect.y < curve.points[0][0].y)
        for name in roles(root, "feeling")
        for curve in curves_of(root)[:1]
    }
    assert sides == {("hope and doubt", True), ("curious", False)}
    assert not roles(root, "leader")


def test_a_thin_line_leads_to_a_name_that_stands_far_from_its_point():
    root = jm.swimlane(example("first-flat")).boxes
    (name,) = (box for box in roles(root, "feeling") if text_of(box) == "curiosity")
    line = roles(root, "leader")[0]
    start, end = line.points[0]
    assert end.y == pytest.approx(name.rect.y)
    assert name.rect.x <= end.x <= name.rect.right
    points = {(box.rect.center.x, box.rect.bottom) for box in roles(root, "marker")}
    assert any((start.x, start.y) == pytest.approx(point) for point in points)
    (stroke,) = (item.stroke for item in PAINTERS[line.role](line, Brush(LIGHT)))
    assert stroke.paint == LIGHT.palette.curves[1]


@given(st.floats(1, 90), st.floats(0, 100), st.floats(5, 60), st.floats(0, 100))
def test_a_name_stays_between_the_lines_of_its_column(width, x, height, y):
    gaps = Gaps(7.0, 14.0, 190.0, (0.0, 300.0), 100.0, lines=(100.0, 200.0), clear=5.0)
    point = Point(100.0 + x, y)
    (place,) = named([Request(Slab(width, height), point, 20.0, (100.0, 200.0))], [], [], gaps)
    assert place.rect.x - 1e-9 <= point.x <= place.rect.right + 1e-9
    # A point right at a line, or near it, has a name that leaves no room on its other side.
    if 105.0 <= point.x <= 195.0:
        assert place.rect.x >= 105.0 - 1e-9
        assert place.rect.right <= 195.0 + 1e-9


@pytest.mark.parametrize("name", ["meal-delivery", "first-flat"])
def test_no_name_of_the_examples_starts_or_ends_at_a_line(name):
    root = jm.swimlane(example(name)).boxes
    lines = {box.rect.center.x for box in roles(root, "column-rule")}
    names = roles(root, "feeling")
    assert lines
    assert names
    for box in names:
        assert all(abs(x - side) > 4 for x in lines for side in (box.rect.x, box.rect.right))


def test_the_extent_of_a_curve_has_its_points():
    run = Run([Point(0, 0), Point(10, 50), Point(20, 0)])
    assert run.extent(5, 15)[1] == 50
    assert run.extent(-5, 5)[0] == 0
    assert run.extent(21, 30) is None


# Whose curves


def curves_of(root):
    return [box for box in root.walk() if box.role == "curve"]


def roles(root, role):
    return [box for box in root.walk() if box.role == role]


BOTH = jm.Journey(
    "t",
    persona="Parent",
    buyers=[jm.Buyer("Grandmother", id="gran")],
    stages=[
        jm.Stage("A", emotions=[jm.Emotion("glad", 1), jm.Emotion("bored", -1, who="gran")]),
        jm.Stage("B", emotions=[jm.Emotion("calm", 1), jm.Emotion("fine", 2, who="Grandmother")]),
        jm.Stage("C", emotions=[jm.Emotion("sure", 2, who="Parent")]),
    ],
)


def test_each_person_has_a_curve():
    root = laid_out(BOTH)
    assert [curve.variant for curve in curves_of(root)] == ["0", "1"]
    assert len(roles(root, "face")) == 3
    assert [box.variant for box in roles(root, "marker") if box.value is not None] == ["1", "1"]
    assert [person.name for person in people(BOTH)] == ["Parent", "Grandmother"]
    (lane,) = lanes_of_emotions(root)
    assert "Parent Grandmother" in text_of(lane)


def test_one_curve_needs_no_legend():
    root = laid_out(jm.Journey("t", stages=[jm.Stage("A", emotions={"glad": 1})]))
    assert [curve.variant for curve in curves_of(root)] == [""]
    assert not roles(root, "sample-curve")
    assert not roles(root, "marker")


def test_curves_of_other_journeys_follow_the_stages():
    own = jm.Journey("t", stages=[jm.Stage(n, emotions={"a": 1}) for n in ("A", "B", "C")])
    other = jm.Journey(
        "t",
        state="to-be",
        stages=[
            jm.Stage("C", emotions={"c": 2}),
            jm.Stage("Z", emotions={"z": 2}),
            jm.Stage("A", emotions={"a": -2}),
        ],
    )
    root = laid_out(own, curves=[other])
    # Both points of the other curve stand alone: a line would lead nowhere.
    assert [curve.variant for curve in curves_of(root)] == ["0"]
    assert [box.value for box in roles(root, "marker") if box.value is not None] == [0.0, 1.0]
    (lane,) = lanes_of_emotions(root)
    assert text_of(lane).startswith("as is to be")
    first, second = roles(root, "sample-curve")
    assert (first.variant, second.variant) == ("0", "1 alone")
    assert second.rect.width < first.rect.width
    assert " z" not in text_of(lane)


@pytest.mark.parametrize(("variant", "lines"), [("1", 1), ("1 alone", 0), ("0 alone", 0)])
def test_the_legend_shows_a_line_only_where_one_is_drawn(variant, lines):
    sample = Box(role="sample-curve", variant=variant, rect=Rect(0, 0, 40, 20))
    items = list(PAINTERS[sample.role](sample, Brush(LIGHT)))
    across = [item for item in items if isinstance(item, Path) and len(item.commands) == 4]
    dashed = [item for item in across if item.stroke.dash]
    assert len(dashed) == lines
    assert len(items) > lines


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("position", range(1, 5))
def test_the_dashes_of_a_sample_are_whole_and_alike_on_both_sides(theme, position):
    sample = Box(role="sample-curve", variant=str(position), rect=Rect(0, 0, 38, 20))
    line, marker = PAINTERS[sample.role](sample, Brush(theme))
    (_, (left, _)), (_, (first, _)), (_, (right, _)), (_, (second, _)) = line.commands
    assert (left, right) == (0, 38)
    assert first == pytest.approx(38 - second)
    edge = min(numbers[0] for _, numbers in marker.commands if numbers) - marker.stroke.width / 2
    ends = list(itertools.accumulate(line.stroke.dash))[::2]
    assert first < edge
    assert first in ends or first < ends[0]


def test_the_lane_stands_below_its_heading_where_the_name_of_an_end_is_long():
    scale = jm.Scale(low_name="as bad as it can ever be")
    stages = [jm.Stage("A", emotions={"glad": 1}), jm.Stage("B", emotions={"sad": -1})]
    check_boxes(laid_out(jm.Journey("t", scale=scale, stages=stages)))


def test_stages_are_matched_by_id_before_name():
    own = jm.Journey("t", stages=[jm.Stage("Choice", id="choice", emotions={"a": 1})])
    other = jm.Journey(
        "u",
        stages=[
            jm.Stage("Choice", emotions={"no": -2}),
            jm.Stage("x", id="choice", emotions={"b": 2}),
        ],
    )
    root = laid_out(own, curves=[other])
    assert [box.value for box in roles(root, "marker") if box.value is not None] == [1.0]


def test_a_curve_has_a_point_for_each_touchpoint_or_for_each_stage():
    stage = jm.Stage(
        "A",
        touchpoints=[
            jm.Touchpoint("x", emotions={"bad": -2}),
            jm.Touchpoint("y", emotions={"good": 2}),
        ],
        emotions={"tired": 0},
    )
    journey = jm.Journey("t", stages=[stage])
    assert len(roles(laid_out(journey), "face")) == 3
    (face,) = roles(laid_out(journey, curve_by="stage"), "face")
    assert face.value == 0.5
    assert feelings(stage, "stage")[0].names == ("tired", "bad", "good")


def test_a_moment_of_truth_is_ringed():
    touches = [
        jm.Touchpoint("x", emotions={"a": 1}),
        jm.Touchpoint("y", emotions={"b": 1}, moment_of_truth=True),
    ]
    journey = jm.Journey("t", stages=[jm.Stage("A", touchpoints=touches)])
    (ring,) = roles(laid_out(journey, lanes=["emotions"]), "ring")
    second = roles(laid_out(journey, lanes=["emotions"]), "face")[1]
    assert ring.rect.center == second.rect.center
    assert "moment of truth" in text_of(laid_out(journey, lanes=["emotions"]))


@pytest.mark.parametrize(
    ("lanes", "signs"),
    [
        (["emotions"], ["sample-ring"]),
        (["touchpoints"], ["sample-truth"]),
        (["touchpoints", "emotions"], ["sample-ring", "sample-truth"]),
        (["actions"], []),
    ],
)
def test_each_sign_of_a_moment_of_truth_is_explained_once(lanes, signs):
    touch = jm.Touchpoint("y", emotions={"b": 1}, moment_of_truth=True)
    root = laid_out(jm.Journey("t", stages=[jm.Stage("A", touchpoints=[touch])]), lanes=lanes)
    samples = ("sample-ring", "sample-truth")
    assert [box.role for box in root.walk() if box.role in samples] == signs
    assert text_of(root).count("moment of truth") == bool(signs)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"curves": ["x.yaml"]}, "not a journey"),
        ({"curve_by": "stages"}, "did you mean 'stage'"),
    ],
)
def test_what_is_no_curve_is_refused(options, words):
    with pytest.raises(jm.OptionError, match=words):
        jm.swimlane(jm.Journey("t"), **options)


def test_a_feeling_of_nobody_is_refused():
    with pytest.raises(jm.ModelError, match=r"emotions\[0\].who: refers to nothing"):
        jm.Journey("t", stages=[jm.Stage("A", emotions=[jm.Emotion("a", 1, who="Bos")])])


def test_a_face_stands_at_its_height():
    root = laid_out(BOTH)
    (lane,) = lanes_of_emotions(root)
    middle = next(box for box in lane.children if box.role == "axis" and box.variant == "middle")
    for face in roles(root, "face"):
        above = middle.rect.center.y - face.rect.center.y
        assert above == pytest.approx((face.value - 0.5) * 112)
    assert isinstance(middle.rect, Rect)
