"""The ring: nothing touches, nothing is claimed that is not known."""

import math
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import journeymap as jm
import strategies
from conftest import EXAMPLES, example
from journeymap.analysis.lifetime import expected_purchases
from journeymap.geometry import Point, Rect
from journeymap.layout.box import Box
from journeymap.layout.cycle import cycle_layout
from journeymap.layout.ring import Ring, arc, polar
from journeymap.layout.ringlabels import spread
from journeymap.painting import PAINTERS
from journeymap.painting.brush import Brush
from journeymap.theme import THEMES
from journeymap.theme.color import contrast
from journeymap.views import VIEWS
from soundness import METRICS, full_journeys, setting, text_of

CENTER = Point(0, 0)


def parts(root, role):
    return [box for box in root.walk() if box.role == role]


def middle_of(root):
    """Return the centre of the circle through three points of the ring's outer edge."""
    points = list(along(parts(root, "segment")[0].points[0][:4]))
    a, b, c = points[0], points[4], points[8]
    squares = [p.x**2 + p.y**2 for p in (a, b, c)]
    whole = 2 * (a.x * (b.y - c.y) + b.x * (c.y - a.y) + c.x * (a.y - b.y))
    x = squares[0] * (b.y - c.y) + squares[1] * (c.y - a.y) + squares[2] * (a.y - b.y)
    y = squares[0] * (c.x - b.x) + squares[1] * (a.x - c.x) + squares[2] * (b.x - a.x)
    return Point(x / whole, y / whole)


def away(center, point):
    return math.hypot(point.x - center.x, point.y - center.y)


def radii(root, center):
    """Return the radius of the inner and of the outer edge of the ring."""
    corners = [point for box in parts(root, "segment") for point in box.points[0][::3]]
    found = [away(center, point) for point in corners]
    return min(found), max(found)


def nearest(rect, center):
    x = min(max(center.x, rect.x), rect.right)
    y = min(max(center.y, rect.y), rect.bottom)
    return math.hypot(x - center.x, y - center.y)


def farthest(rect, center):
    corners = [Point(x, y) for x in (rect.x, rect.right) for y in (rect.y, rect.bottom)]
    return max(away(center, corner) for corner in corners)


def along(points):
    """Yield points of a run of cubics."""
    for start in range(0, len(points) - 1, 3):
        a, b, c, d = points[start : start + 4]
        for step in range(9):
            t = step / 8
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
            pairs = list(zip(weights, (a, b, c, d), strict=True))
            yield Point(sum(w * p.x for w, p in pairs), sum(w * p.y for w, p in pairs))


def check_cycle(root):
    center = middle_of(root)
    inner, outer = radii(root, center)
    labels = [box.rect for box in parts(root, "ring-label")]
    for first, second in combinations(labels, 2):
        assert not first.overlaps(second), "labels touch"
    assert all(nearest(rect, center) > outer + 4 for rect in labels), "a label touches the ring"
    for face in parts(root, "face"):
        assert away(center, face.rect.center) + METRICS.face < inner
    for curve in parts(root, "mood"):
        for run in curve.points:
            assert all(away(center, point) < inner - METRICS.face for point in along(run))
    (cycle,) = parts(root, "cycle")
    stacks = [box for box in cycle.children if box.role == "stack"]
    for middle in stacks:
        reach = farthest(middle.rect, center)
        for curve in parts(root, "mood"):
            for run in curve.points:
                assert all(away(center, point) > reach for point in along(run))
        for face in parts(root, "face"):
            assert away(center, face.rect.center) - METRICS.face > reach
    for line in parts(root, "leader"):
        check_leader(line, labels, center, outer)


def check_leader(line, labels, center, outer):
    ((start, end),) = line.points
    for step in range(41):
        point = Point(
            start.x + (end.x - start.x) * step / 40, start.y + (end.y - start.y) * step / 40
        )
        assert away(center, point) > outer
        for rect in labels:
            assert not (rect.x < point.x < rect.right and rect.y < point.y < rect.bottom)


@settings(max_examples=40)
@given(full_journeys(least=1, most=20), st.none() | st.floats(200, 2500))
def test_nothing_touches(journey, width):
    check_cycle(cycle_layout(journey, setting(), width=width))


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_nothing_touches_in_the_examples(name, language):
    check_cycle(cycle_layout(example(name), setting(language=language)))


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 13, 20])
@pytest.mark.parametrize("kind", ["b2b", "b2c"])
def test_labels_stand_near_their_segments(count, kind):
    stages = [
        jm.Stage(f"Stage number {n}", thoughts=["I want to eat, now and not later, please"])
        for n in range(count)
    ]
    root = cycle_layout(jm.Journey("t", kind=kind, stages=stages), setting())
    check_cycle(root)
    pairs = zip(parts(root, "ring-label"), parts(root, "ring-badge"), strict=True)
    for label, badge in pairs:
        assert nearest(label.rect, badge.rect.center) < 2.4 * 18 + 54


def test_segments_and_labels_come_in_the_order_of_the_model():
    root = cycle_layout(example("meal-delivery"), setting())
    (cycle,) = parts(root, "cycle")
    order = [box.role for box in cycle.children][:8]
    assert order == ["segment", "ring-label"] * 4
    assert [box.stage for box in parts(root, "segment")] == [0, 1, 2, 3]


@given(
    st.lists(st.tuples(st.floats(-500, 500), st.floats(1, 200)), min_size=1, max_size=12),
    st.floats(0, 40),
)
def test_labels_move_no_more_than_they_must(given_labels, gap):
    wished = sorted(top for top, _ in given_labels)
    heights = [height for _, height in given_labels]
    tops = spread(wished, heights, gap)
    for number in range(len(tops) - 1):
        assert tops[number + 1] >= tops[number] + heights[number] + gap - 1e-6
    # A group that had to move is balanced: it is pushed up as much as down.
    assert sum(tops) - sum(wished) == pytest.approx(0, abs=1e-5)
    apart = all(wished[n + 1] >= wished[n] + heights[n] + gap for n in range(len(wished) - 1))
    if apart:
        assert tops == pytest.approx(wished)


@given(st.floats(10, 500), st.floats(-7, 7), st.floats(0.01, 6.2))
def test_an_arc_stays_on_its_circle(radius, start, angle):
    points = [polar(CENTER, radius, start), *arc(CENTER, radius, start, start + angle)]
    for point in along(points):
        assert away(CENTER, point) == pytest.approx(radius, rel=1e-4)
    end = polar(CENTER, radius, start + angle)
    assert (points[-1].x, points[-1].y) == pytest.approx((end.x, end.y), abs=1e-6)


@settings(max_examples=25)
@given(st.integers(1, 16), st.booleans())
def test_segments_keep_their_distance(count, is_open):
    outer = max(250.0, count * 14)
    ring = Ring(outer, 54, count, 0.5 if is_open else 0, 9, 15)
    outlines = [ring.outline(CENTER, number) for number in range(count)]
    for outline in outlines:
        found = [away(CENTER, point) for point in along(outline)]
        assert min(found) >= ring.inner - 0.5
        assert max(found) <= ring.outer + 0.5
    pairs = [(n, (n + 1) % count) for n in range(count - (1 if is_open else 0))]
    for first, second in pairs:
        if first != second:
            points = list(along(outlines[first]))
            assert min(away(a, b) for a in points for b in along(outlines[second])) > 5


def test_a_cycle_is_closed_and_a_line_stays_open():
    def gap_on_top(kind):
        journey = jm.Journey("t", kind=kind, stages=["A", "B", "C", "D"])
        root = cycle_layout(journey, setting())
        center = middle_of(root)
        points = [p for box in parts(root, "segment") for p in along(box.points[0])]
        angles = [math.atan2(p.x - center.x, center.y - p.y) for p in points]
        return min(abs(angle) for angle in angles)

    assert gap_on_top("b2c") < 0.1
    assert gap_on_top("b2b") > 0.15


def test_an_unknown_feeling_parts_the_curve():
    def runs(*valences, kind="b2c"):
        stages = [jm.Stage(str(n), emotions={"x": v}) for n, v in enumerate(valences)]
        return len(
            parts(cycle_layout(jm.Journey("t", kind=kind, stages=stages), setting()), "mood")
        )

    assert runs(1, 2, -1, 0) == 1
    assert runs(1, None, -1, 0) == 1, "it goes on over the start of the round"
    assert runs(1, None, -1, 0, kind="b2b") == 2
    assert runs(1, None, -1, None) == 2
    assert runs(None, None) == 0


def test_only_the_persona_is_on_the_curve():
    mixed = [jm.Emotion("calm", 1), jm.Emotion("fear", -2, who="CFO")]
    stages = [jm.Stage("a", emotions=mixed), jm.Stage("b", emotions=mixed[1:])]
    journey = jm.Journey("t", buyers=[jm.Buyer("CFO")], stages=stages)
    faces = [box for box in cycle_layout(journey, setting()).walk() if box.role == "face"]
    assert [(face.stage, face.value) for face in faces] == [(0, 0.75)]


def test_a_label_has_lines_of_about_one_length():
    stages = [jm.Stage("a", job="Decide on planning and service as well"), "b", "c", "d"]
    root = cycle_layout(jm.Journey("t", stages=stages), setting())
    label = next(box for box in root.walk() if any("Decide" in one.text for one in box.lines))
    widths = [line.width for line in label.lines]
    assert len(widths) == 2
    assert min(widths) > 0.75 * max(widths)


def test_the_band_of_a_large_ring_is_not_deep():
    stages = [jm.Stage(f"{n}", emotions={"x": n % 5 - 2}) for n in range(30)]
    root = cycle_layout(jm.Journey("t", stages=stages), setting())
    ring = middle_of(root)
    gone = [away(ring, face.rect.center) for face in parts(root, "face")]
    assert max(gone) - min(gone) <= 2 * METRICS.cycle_mood + 0.01


def test_the_middle_says_who_comes_again():
    root = cycle_layout(example("meal-delivery"), setting())
    assert "62% come again 2.6 purchases expected" in text_of(root)
    russian = cycle_layout(example("meal-delivery"), setting(language="ru"))
    assert "ожидается покупок: 2,6" in text_of(russian)


def test_the_middle_says_the_lowest_point_if_it_knows_nothing_else():
    def said(*valences, **options):
        stages = [
            jm.Stage(f"S{number}", emotions=[jm.Emotion("x", valence)], **options)
            for number, valence in enumerate(valences)
        ]
        return text_of(cycle_layout(jm.Journey("t", kind="b2c", stages=stages), setting()))

    assert "S1 the lowest point" in said(1, -1, 0)
    assert "the lowest point" not in said(1, 1)
    assert "the lowest point" not in said(None, 1)
    assert "the lowest point" not in said(1, -1, duration="1 day")


def test_a_line_claims_no_repeats():
    journey = jm.Journey("t", kind="b2b", repeat_rate="62%", stages=["A", "B"])
    said = text_of(cycle_layout(journey, setting()))
    assert "again" not in said
    assert "again" not in VIEWS["cycle"](journey).alt_text.replace("begins anew", "")
    assert "open after the last stage" in VIEWS["cycle"](journey).alt_text


def test_the_description_says_the_loop_and_the_rate():
    said = jm.cycle(example("meal-delivery")).alt_text
    assert "After the last stage the journey begins anew. 62% come again." in said


def test_a_way_back_is_told():
    said = text_of(cycle_layout(example("meal-delivery"), setting()))
    assert "Deal → Evaluation" in said
    assert "The total is higher than expected" in said


@pytest.mark.parametrize(("rate", "expected"), [("0%", 1), ("50%", 2), ("60%", Decimal("2.5"))])
def test_expected_purchases(rate, expected):
    assert expected_purchases(jm.Rate(rate)) == expected


def test_a_rate_of_one_has_no_end():
    journey = jm.Journey("t", kind="b2c", repeat_rate="100%", stages=["A"])
    said = text_of(cycle_layout(journey, setting()))
    assert "100% come again" in said
    assert "expected" not in said


@settings(max_examples=40)
@given(strategies.journeys())
def test_any_journey_has_a_ring(journey):
    root = cycle_layout(journey, setting())
    assert len(parts(root, "segment")) == len(journey.stages)


@pytest.mark.parametrize("is_felt", [True, False])
def test_the_dotted_circle_is_explained_where_it_is_drawn(is_felt):
    stages = [jm.Stage(name, emotions={"calm": 1} if is_felt else {}) for name in "ABC"]
    root = cycle_layout(jm.Journey("t", stages=stages), setting())
    assert len(parts(root, "mood-axis")) == len(parts(root, "sample-axis")) == is_felt
    assert ("outside it feels better" in text_of(root)) == is_felt


@pytest.mark.parametrize("role", ["mood-axis", "sample-axis"])
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_circle_between_good_and_bad_can_be_seen(theme, role):
    (line,) = PAINTERS[role](Box(role=role, rect=Rect(0, 0, 90, 90)), Brush(theme))
    assert contrast(line.stroke.paint, theme.palette.paper) >= theme.shape_contrast
