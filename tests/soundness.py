"""What any tree of boxes has to keep to."""

import math

import attrs
from hypothesis import strategies as st

import journeymap as jm
from journeymap import fonts
from journeymap.geometry import Rect
from journeymap.labels import labels_of
from journeymap.layout.blocks import Setting
from journeymap.model.people import ROLES
from journeymap.theme import Metrics

DRAWN_OVER = {
    *("segment", "leader", "mood", "mood-axis", "face", "branch", "evidence"),
    *("grid-line", "cost-line", "end-line", "line-mark", "break-even", "callout-line", "callout"),
    *("bar-total", "base-line"),
    *("flow-edge", "flow-lane", "flow-label"),
    *("axis", "column-rule", "curve", "marker", "ring", "truth", "track", "out", "opening"),
}
"""Roles whose rectangle is only the frame of a line or a curve, that lie on lines, or that stand in
the room that the last line of a text leaves."""

METRICS = Metrics()


def setting(metrics=METRICS, measure=fonts.measure, language="en"):
    return Setting(metrics, labels_of(language), measure)


def check_boxes(root):
    for parent in root.walk():
        for child in parent.children:
            assert parent.rect.contains(child.rect), (parent.role, child.role, child.rect)
        solid = [child for child in parent.children if child.role not in DRAWN_OVER]
        check_apart(solid)
        check_lines(parent)
        figures = attrs.astuple(parent.rect)
        assert all(math.isfinite(figure) for figure in figures), parent
        assert parent.rect.width >= 0
        assert parent.rect.height >= 0
    for box in root.walk():
        for run in box.points:
            # Every third point of a run of cubics lies on the curve, the others are handles.
            for point in run[:: 3 if len(run) > 2 else 1]:
                assert root.rect.contains(Rect(point.x, point.y, 0, 0)), (box.role, point)


def check_apart(boxes):
    boxes = sorted(boxes, key=lambda box: box.rect.y)
    for number, first in enumerate(boxes):
        for second in boxes[number + 1 :]:
            if second.rect.y >= first.rect.bottom:
                break
            assert not first.rect.overlaps(second.rect), (first, second)


def check_lines(box):
    rounding = 0.01 + box.rect.width * 3e-5  # what layout grants to sums of widths
    for line in box.lines:
        assert box.rect.x - rounding <= line.start.x
        assert line.start.x + line.width <= box.rect.right + rounding
        top = line.start.y - box.style.size
        bottom = line.start.y + box.style.size * 0.3
        assert box.rect.contains(Rect(line.start.x, top, 0, bottom - top), slack=0.1)


def text_of(box):
    return " ".join(line.text for part in box.walk() for line in part.lines)


WORDS = st.lists(st.text("abcdeйцу漢 -—/", min_size=1, max_size=20), min_size=1, max_size=15)
SENTENCES = WORDS.map(" ".join).filter(str.strip)


@st.composite
def full_journeys(draw, least=1, most=6):
    """Draw journeys that say much at every stage, as far as the views show it."""

    def some(number=3):
        return draw(st.lists(SENTENCES, max_size=number))

    stages = [
        jm.Stage(
            draw(SENTENCES),
            job=draw(st.none() | SENTENCES),
            thoughts=some(1),
            actions=some(),
            touchpoints=some(),
            barriers=[jm.Barrier(text, draw(st.none() | SENTENCES)) for text in some(2)],
            recommendations=some(2),
            emotions=[jm.Emotion(text, draw(st.none() | st.floats(-2, 2))) for text in some(2)],
            moment_of_truth=draw(st.booleans()),
            duration="1-2 weeks",
        )
        for _ in range(draw(st.integers(least, most)))
    ]
    persona = jm.Persona(draw(SENTENCES), criteria=some(), fears=some(), quote=draw(SENTENCES))
    return jm.Journey(
        draw(SENTENCES),
        stages=stages,
        persona=persona,
        kind=draw(st.sampled_from(["b2b", "b2c"])),
        repeat_rate=draw(st.sampled_from([None, "0%", "62%", "100%"])),
    )


@st.composite
def told_journeys(draw, most_buyers=5, most_messages=5, texts=SENTENCES):
    """Draw journeys with a buying group and messages, some of which answer what is asked for."""
    asked = draw(st.lists(texts, min_size=1, max_size=6))

    def some(number):
        return draw(st.lists(st.sampled_from(asked), max_size=number))

    roles = st.lists(st.sampled_from(ROLES), max_size=2)
    buyers = [
        jm.Buyer(
            f"{draw(texts)} {number}",
            role=draw(roles),
            job=draw(st.none() | st.sampled_from(asked)),
            priorities=some(3),
            concerns=some(2),
            language=draw(st.lists(texts, max_size=2)),
            influence=draw(st.none() | st.integers(1, 5)),
            stance=draw(st.none() | st.sampled_from(["opponent", "supporter"])),
        )
        for number in range(draw(st.integers(0, most_buyers)))
    ]
    names = [buyer.name for buyer in buyers] if draw(st.booleans()) else []
    listeners = st.sampled_from([*ROLES, "champion", *names])

    def benefits():
        return [
            jm.Benefit(to, draw(texts), answers=draw(st.none() | st.sampled_from(asked) | texts))
            for to in draw(st.lists(listeners, max_size=4))
        ]

    messages = [
        jm.Fab(f"{draw(texts)} {number}", advantage=draw(st.none() | texts), benefits=benefits())
        for number in range(draw(st.integers(0, most_messages)))
    ]
    features = [message.feature for message in messages]

    def stage():
        reached = [name for name in names if draw(st.booleans())]
        touch = jm.Touchpoint(
            "t",
            buyers=reached,
            owner=draw(st.sampled_from(["us", "competitor"])),
            status=draw(st.sampled_from(["existing", "proposed"])),
        )
        return jm.Stage(
            "s",
            touchpoints=[touch],
            involvement=dict.fromkeys((name for name in names if draw(st.booleans())), "informed"),
            messages=[feature for feature in features if draw(st.booleans())],
        )

    return jm.Journey(
        draw(texts),
        kind=draw(st.sampled_from([None, "b2b", "b2c"])),
        buyers=buyers,
        messages=messages,
        stages=[stage() for _ in range(draw(st.integers(0, 2)))],
    )
