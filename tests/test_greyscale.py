"""Nothing is told by colour alone: it can be told in one colour, and on grey paper."""

import io
from itertools import combinations, pairwise

import attrs
import pytest
from PIL import Image, ImageChops

import journeymap as jm
from journeymap.painting import paint
from journeymap.scene import Group, Path
from journeymap.theme import DARK, LIGHT, PRINT, THEMES, Ramp, Tone

URGENCIES = ("urgent", "improve", "keep")


def stage(**parts):
    return jm.Journey("Map", stages=[jm.Stage("Stage", **parts)])


def touchpoint(**parts):
    return stage(touchpoints=[jm.Touchpoint("Point", **parts)])


TOLD = {
    "urgency": [stage(recommendations=[jm.Recommendation("Do", urgency=u)]) for u in URGENCIES],
    "valence": [stage(emotions={"so": level}) for level in (-2, -1, 0, 1, 2)],
    "unknown valence": [stage(emotions={"so": 0}), stage(emotions=["so"])],
    "evidence": [
        stage(actions=[jm.Statement("Does", evidence=k)]) for k in ("measured", "assumption")
    ],
    "touchpoint": [
        touchpoint(status="existing"),
        touchpoint(status="proposed"),
        touchpoint(owner="third-party"),
        touchpoint(owner="third-party", status="proposed"),
    ],
    "obstacle": [stage(barriers=["No"]), stage(concerns=["No"])],
    "motivation": [
        stage(motivations=[jm.Motivation("Yes", kind=kind)]) for kind in ("rational", "emotional")
    ],
    "importance": [stage(importance=level) for level in range(1, 6)],
    "satisfaction": [stage(satisfaction=level) for level in range(1, 6)],
    "moment of truth": [stage(actions=["Does"]), stage(actions=["Does"], moment_of_truth=True)],
    "involvement": [
        jm.Journey(
            "Map", buyers=[jm.Buyer("Ann")], stages=[jm.Stage("Stage", involvement={"Ann": level})]
        )
        for level in ("informed", "consulted", "decides")
    ],
}
NOT_DRAWN: set[str] = set()
"""What has no lane yet."""

BELOW = {"evidence"}
"""What is told below the map."""

CASES = [
    pytest.param(
        first,
        second,
        name in BELOW,
        id=f"{name} {a}-{b}",
        marks=[pytest.mark.xfail(strict=True)] if name in NOT_DRAWN else [],
    )
    for name, journeys in TOLD.items()
    for (a, first), (b, second) in combinations(enumerate(journeys), 2)
]


def one_colour(theme):
    """Return a theme in which all that differs by its meaning has one and the same colour."""
    palette = theme.palette
    ramp: Ramp = (palette.ink,) * 5
    tone = Tone(
        fill=palette.paper,
        border=palette.ink,
        ink=palette.ink,
        solid=palette.ink,
        on_solid=palette.paper,
    )
    same = {
        **dict.fromkeys(("stages", "stage_edges", "marks", "pill_inks", "curves"), (palette.ink,)),
        **dict.fromkeys(("on_stages", "pills"), (palette.paper,)),
        **dict.fromkeys(("valence", "valence_inks"), ramp),
        "tones": dict.fromkeys(palette.tones, tone),
    }
    return attrs.evolve(theme, palette=attrs.evolve(palette, **same))


def map_of(journey, theme):
    """Return the scene of the map alone: a legend says in words what it does not show."""
    boxes = jm.swimlane(journey, theme=theme).boxes
    (grid,) = [box for box in boxes.children if box.role == "grid"]
    return paint(grid, theme)


@pytest.mark.parametrize(("first", "second", "is_below"), CASES)
def test_it_can_be_told_in_one_colour(first, second, is_below):
    theme = one_colour(LIGHT)
    drawn = [
        jm.swimlane(journey, theme=theme).scene if is_below else map_of(journey, theme)
        for journey in (first, second)
    ]
    assert shapes(drawn[0].items) != shapes(drawn[1].items)


def shapes(items):
    """Return what is seen, by value; names and labels of groups are not."""
    return list(map(repr, flat(items)))


def flat(items):
    for item in items:
        yield from flat(item.items) if isinstance(item, Group) else [item]


def grey(journey, theme):
    data = jm.swimlane(journey, theme=theme, width=900).png()
    return Image.open(io.BytesIO(data)).convert("L")


def differing(first, second):
    """Return how many pixels of two greyscale pictures differ so that it is seen."""
    size = [max(pair) for pair in zip(first.size, second.size, strict=True)]
    sheets = [Image.new("L", size, 255) for _ in range(2)]
    for sheet, picture in zip(sheets, (first, second), strict=True):
        sheet.paste(picture)
    counts = ImageChops.difference(*sheets).histogram()
    return sum(counts[64:])


@pytest.mark.parametrize("theme", ["light", "print"])
@pytest.mark.parametrize(("first", "second", "is_below"), CASES)
def test_it_can_be_told_on_grey_paper(first, second, is_below, theme):
    del is_below
    assert differing(grey(first, theme), grey(second, theme)) >= 12


def test_the_five_steps_of_valence_have_five_mouths_and_heights_in_print():
    bends, heights = [], []
    for journey in TOLD["valence"]:
        diagram = jm.swimlane(journey, theme=PRINT)
        (face,) = [box for box in diagram.boxes.walk() if box.role == "face"]
        (mouth,) = [
            item
            for item in flat(diagram.scene.items)
            if isinstance(item, Path) and item.stroke and item.stroke.paint == PRINT.palette.paper
        ]
        (_, (_, start)), (_, (_, middle, _, _)) = mouth.commands
        bends.append(middle - start)
        heights.append(face.rect.y)
    steps = [after - before for before, after in pairwise(bends)]
    assert min(steps) >= 0.2 * PRINT.metrics.face
    assert all(after < before - 5 for before, after in pairwise(heights))


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_urgencies_differ_in_word_and_mark(theme):
    words, marks = set(), set()
    for journey in TOLD["urgency"]:
        boxes = list(jm.swimlane(journey, theme=theme).boxes.walk())
        (badge,) = [box for box in boxes if box.role == "badge"]
        words |= {line.text for box in badge.walk() for line in box.lines}
        marks |= {box.variant for box in badge.walk() if box.role == "badge-mark"}
    assert len(words) == len(marks) == len(URGENCIES)


def test_a_difference_of_hue_alone_would_be_found():
    red, green = ((shade,) * 5 for shade in ("#c04040", "#308030"))
    one = attrs.evolve(LIGHT, palette=attrs.evolve(LIGHT.palette, valence=red))
    other = attrs.evolve(LIGHT, palette=attrs.evolve(LIGHT.palette, valence=green))
    journey = TOLD["valence"][0]
    assert differing(grey(journey, one), grey(journey, other)) == 0
    drawn = [jm.swimlane(journey, theme=one_colour(theme)) for theme in (one, other)]
    assert shapes(drawn[0].scene.items) == shapes(drawn[1].scene.items)
    assert differing(grey(journey, LIGHT), grey(journey, DARK)) > 1_000
