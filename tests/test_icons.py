"""The icons: all there, on the grid, told apart; pills that show what a touchpoint is."""

import io
import itertools
from typing import get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

import journeymap as jm
from journeymap import fonts
from journeymap.backends.raster import to_png
from journeymap.geometry import Rect
from journeymap.labels import LANGUAGES, labels_of
from journeymap.layout.blocks import Setting
from journeymap.layout.lanes import LANES
from journeymap.layout.pills import label, pill
from journeymap.model.touchpoints import ChannelKind
from journeymap.painting import PAINTERS
from journeymap.painting.brush import Brush
from journeymap.painting.icons import (
    CHANNELS,
    GRID,
    ICONS,
    LANE_ICONS,
    SIGNS,
    THINNEST,
    WEIGHT,
    icon,
    steps,
)
from journeymap.painting.icons.notation import parsed
from journeymap.scene import Path, Scene
from journeymap.theme import DARK, LIGHT

WANTED_LANES = {
    *LANES,
    "buying-group",
    "messages",
    "metrics",
    "hypotheses",
    "backstage",
    "notes",
}
SMALL = 14
MARGIN = 3
SPACING = SMALL + 2 * MARGIN
APART = 0.15
"""The least share of two small icons' ink that only one of them has."""

SETTING = Setting(LIGHT.metrics, labels_of("en"), fonts.measure)
NAMES = st.sampled_from(sorted(ICONS))

LINK, TRUTH = ("icon", "link"), ("truth", "")
"""The roles of the marks behind a name, with their variants."""


def test_every_channel_and_every_lane_has_an_icon():
    assert list(CHANNELS) == list(get_args(ChannelKind))
    assert set(LANE_ICONS) >= WANTED_LANES


def test_no_name_is_used_twice():
    assert len(ICONS) == len(CHANNELS) + len(LANE_ICONS) + len(SIGNS)


def pairs(figures):
    return list(zip(figures[::2], figures[1::2], strict=True))


def corners(commands):
    """Return all points of a path, those that steer its curves included."""
    return [point for _, figures in commands for point in pairs(figures)]


def on_curve(commands):
    """Yield points along a path, close enough to measure it."""
    here = begun = None
    for letter, figures in commands:
        if letter == "M":
            here = begun = figures
            yield here
            continue
        steering = [here, *pairs(figures)] if figures else [here, begun]
        yield from (bezier(steering, number / 20) for number in range(1, 21))
        here = steering[-1]


def bezier(points, share):
    while len(points) > 1:
        points = [
            tuple(a + (b - a) * share for a, b in zip(first, second, strict=True))
            for first, second in itertools.pairwise(points)
        ]
    return points[0]


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_with_its_stroke_lies_on_the_grid(name):
    half = WEIGHT / 2
    for point in on_curve(steps(name)):
        assert all(half <= figure <= GRID - half for figure in point), point


@pytest.mark.parametrize("name", sorted({*CHANNELS, *LANE_ICONS} - {"other"}))
def test_an_icon_fills_the_grid_and_stands_in_its_middle(name):
    across, down = zip(*on_curve(steps(name)), strict=True)
    assert max(max(across) - min(across), max(down) - min(down)) >= 13
    assert abs((min(across) + max(across)) / 2 - GRID / 2) <= 1
    assert abs((min(down) + max(down)) / 2 - GRID / 2) <= 1.5


def test_no_two_icons_are_equal():
    drawn = [steps(name) for name in ICONS]
    assert len(set(drawn)) == len(drawn)


def small_pictures(color, ground):
    """Return each icon as 14 px make it, in grey: how much of each pixel it covers."""
    items = [
        item
        for number, name in enumerate(ICONS)
        for item in icon(name, Rect(number * SPACING + MARGIN, MARGIN, SMALL, SMALL), color)
    ]
    scene = Scene(len(ICONS) * SPACING, SPACING, ground, tuple(items))
    grey = Image.open(io.BytesIO(to_png(scene))).convert("L")
    paper = grey.getpixel((0, 0))
    tiles = {}
    for number, name in enumerate(ICONS):
        tile = grey.crop((number * SPACING, 0, (number + 1) * SPACING, SPACING))
        tiles[name] = [abs(paper - value) for value in tile.tobytes()]
    return tiles


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_small_grey_icons_are_told_apart(theme):
    tiles = small_pictures(theme.palette.muted, theme.palette.paper)
    for (first, one), (second, other) in itertools.combinations(tiles.items(), 2):
        differing = sum(abs(a - b) for a, b in zip(one, other, strict=True))
        assert differing / (sum(one) + sum(other)) >= APART, (first, second)


@given(NAMES, st.floats(8, 200), st.floats(0, 5000), st.floats(0, 5000))
def test_an_icon_keeps_to_its_place(name, size, x, y):
    (path,) = icon(name, Rect(x, y, size, size), "#000000")
    assert isinstance(path, Path)
    assert path.stroke.width == max(THINNEST, size * WEIGHT / GRID)
    for across, down in on_curve(path.commands):
        assert x - 0.2 <= across <= x + size + 0.2
        assert y - 0.2 <= down <= y + size + 0.2


@given(NAMES, st.integers(0, 3000), st.integers(0, 3000))
def test_an_icon_is_the_same_wherever_it_stands(name, x, y):
    (here,) = icon(name, Rect(0.0, 0.0, 14, 14), "#000000")
    (there,) = icon(name, Rect(x / 10, y / 10, 14, 14), "#000000")
    moved = [(a + x / 10, b + y / 10) for a, b in corners(here.commands)]
    assert corners(there.commands) == [pytest.approx(point) for point in moved]


def test_an_icon_stands_in_the_middle_of_a_wide_place():
    (wide,) = icon("search", Rect(0.0, 0.0, 34, 14), "#000000")
    (square,) = icon("search", Rect(10.0, 0.0, 14, 14), "#000000")
    assert wide.commands == square.commands


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("M 1 2 L 3 4 5 6", [("M", (1, 2)), ("L", (3, 4)), ("L", (5, 6))]),
        ("M 1 2 H 5 V 9 Z", [("M", (1, 2)), ("L", (5, 2)), ("L", (5, 9)), ("Z", ())]),
        ("M -1 .5 Q 1 2 3 4", [("M", (-1, 0.5)), ("Q", (1, 2, 3, 4))]),
    ],
)
def test_the_notation_is_read(notation, expected):
    assert list(parsed(notation)) == expected


@given(st.floats(0.2, 11))
def test_a_circle_is_round(radius):
    points = on_curve(parsed(f"O 12 12 {radius:.3f}"))
    reach = [((x - 12) ** 2 + (y - 12) ** 2) ** 0.5 for x, y in points]
    assert max(reach) - min(reach) <= 0.06


@pytest.mark.parametrize(
    "notation", ["M 1", "M 1 2 L", "W 1 2", "1 2", "M 1 2 3", "m 1 2", "M 1,2", "A 1 2 3 4"]
)
def test_what_is_no_notation_is_refused(notation):
    with pytest.raises(ValueError, match=r"notation|figures"):
        parsed(notation)


def test_the_painter_takes_the_stages_colour_or_a_quiet_one():
    place = Rect(0, 0, 16, 16)
    box = jm_box("icon", place, "jobs")
    (quiet,) = PAINTERS["icon"](box, Brush(LIGHT))
    assert quiet.stroke.paint == LIGHT.palette.muted
    (loud,) = PAINTERS["icon"](attrs.evolve(box, stage=1), Brush(LIGHT))
    assert loud.stroke.paint == LIGHT.palette.pill_inks[1]


def jm_box(role, rect, variant):
    from journeymap.layout.box import Box  # noqa: PLC0415

    return Box(role=role, rect=rect, variant=variant)


def placed(touchpoint, width=400.0):
    return pill(touchpoint, SETTING, 0, "t").place(0.0, 0.0, width)


def roles(box):
    return [(part.role, part.variant) for part in box.walk()]


@pytest.mark.parametrize("kind", sorted(set(CHANNELS) - {"other"}))
def test_a_pill_shows_the_mark_of_its_channel(kind):
    box = placed(jm.Touchpoint("t", channel=kind))
    assert ("icon", f"{kind} existing") in roles(box)
    assert "dot" not in [role for role, _ in roles(box)]


def test_a_channel_that_nobody_named_is_a_point():
    found = [role for role, _ in roles(placed(jm.Touchpoint("t")))]
    assert "dot" in found
    assert "icon" not in found


def picture(touchpoint):
    """Return a pill of a light map in grey."""
    box = placed(touchpoint)
    diagram = jm.swimlane(
        jm.Journey("t", stages=[jm.Stage("A", touchpoints=[touchpoint])]), lanes="touchpoints"
    )
    found = next(part for part in diagram.boxes.walk() if part.role == "pill")
    assert found.rect.height == box.rect.height
    rect = found.rect
    grey = Image.open(io.BytesIO(diagram.png(2))).convert("L")
    edges = (rect.x - 2, rect.y - 2, rect.right + 2, rect.bottom + 2)
    return grey.crop(tuple(round(2 * edge) for edge in edges))


def test_the_three_kinds_of_pill_differ_in_grey():
    existing, proposed, foreign = (
        picture(jm.Touchpoint("Site", channel="site", **looks))
        for looks in ({}, {"status": "proposed"}, {"owner": "competitor"})
    )

    def ground(image):
        return image.getpixel((image.width - 20, image.height // 2))

    def edge(image):
        """Return how often the upper edge begins and ends."""
        row = min(range(12), key=lambda y: image.getpixel((image.width // 2, y)))
        dark = [image.getpixel((x, row)) < 200 for x in range(30, image.width - 30)]
        return sum(a != b for a, b in itertools.pairwise(dark))

    def ink(image):
        return sum(value < 110 for value in image.tobytes())

    assert ground(existing) < ground(proposed) == ground(foreign) == 255
    assert edge(existing) == edge(foreign) == 0
    assert edge(proposed) >= 4
    assert ink(foreign) < 0.85 * ink(existing)


def test_marks_stand_behind_the_name():
    touch = jm.Touchpoint("Site", link="https://example.org", moment_of_truth=True, channel="site")
    box = placed(touch)
    assert box.link == "https://example.org"
    assert [pair for pair in roles(box) if pair in {LINK, TRUTH}] == [TRUTH, LINK]
    plain = roles(placed(jm.Touchpoint("Site", channel="site")))
    assert LINK not in plain
    assert TRUTH not in plain


LABELLED = [
    ({"name": "Price page", "channel": "site"}, "Price page (website)"),
    ({"name": "Our website", "channel": "site"}, ""),
    ({"name": "Lunch"}, ""),
    ({"name": "Lunch", "owner": "third-party"}, "Lunch (not ours)"),
    (
        {"name": "Mini app", "channel": jm.Channel("app", name="Telegram"), "status": "proposed"},
        "Mini app (Telegram, proposed)",
    ),
    (
        {"name": "Demo", "channel": "webinar", "status": "proposed", "tool": "Zoom"},
        "Demo (webinar, proposed); made with: Zoom",
    ),
    ({"name": "Site", "channel": "other", "moment_of_truth": True}, "Site; Moment of truth"),
]


@pytest.mark.parametrize(("fields", "expected"), LABELLED)
def test_a_pill_says_what_it_shows(fields, expected):
    assert label(jm.Touchpoint(**fields), SETTING) == expected


def test_a_pill_says_what_it_stands_in_for():
    stage = jm.Stage(
        "A",
        touchpoints=[
            jm.Touchpoint("Phone call", id="call", channel="phone"),
            jm.Touchpoint("Bot", channel="chat", alternative_to="call"),
        ],
    )
    svg = jm.swimlane(jm.Journey("t", stages=[stage])).svg
    assert "<title>Bot (chat); instead of: Phone call</title>" in svg


def test_a_tool_is_shown():
    box = placed(jm.Touchpoint("Demo", status="proposed", tool="A tool"))
    assert "A tool" in [line.text for part in box.walk() for line in part.lines]


def test_the_legend_names_the_sign_of_a_moment_of_truth():
    def marks(**fields):
        touch = jm.Touchpoint("t", **fields)
        boxes = jm.swimlane(jm.Journey("t", stages=[jm.Stage("A", touchpoints=[touch])])).boxes
        return [role for role, _ in roles(boxes)]

    assert "sample-truth" in marks(moment_of_truth=True)
    assert "sample-truth" not in marks()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_channel_has_a_word(language):
    words = labels_of(language).channels
    assert list(words) == list(CHANNELS)
    assert len(set(words.values())) == len(words)
