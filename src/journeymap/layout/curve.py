"""The lane of emotions: points, the runs of the curve between them, and the feelings' names.

The curve is a monotone cubic, so that it never rises above or falls below the points it joins
(Fritsch and Carlson, SIAM J. Numer. Anal. 17, 1980). Names stand on the side where they are nearest
to their point without touching the curve.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from journeymap.analysis.feelings import Feeling, feelings
from journeymap.geometry import Point, Rect
from journeymap.layout.blocks import Setting, Words
from journeymap.layout.box import Box
from journeymap.layout.cells import Place
from journeymap.model import Journey

Run = tuple[Point, ...]


@attrs.frozen(eq=False)
class Spot:
    """One point of the lane: where it stands and what is felt.

    Attributes:
        x: Where it stands, in px.
        slot: The left end and the right end of the room for its names, in px.
        level: From 0 (low) to 1 (high), or None where it is not known.
        names: The feelings in one text.
        stage: The position of its stage.
    """

    x: float
    slot: tuple[float, float]
    level: float | None
    names: str
    stage: int


def spots(
    journey: Journey, places: Sequence[Place], columns: Sequence[Rect], padding: float
) -> list[Spot]:
    """Return the points of some stages in their columns, from left to right."""
    made = []
    for place, column in zip(places, columns, strict=True):
        felt = feelings(place.stage)
        width = column.width / max(1, len(felt))
        for number, feeling in enumerate(felt):
            left = column.x + number * width
            slot = (left + padding / 2, left + width - padding / 2)
            made.append(
                Spot(
                    left + width / 2,
                    slot,
                    _level(journey, feeling),
                    ", ".join(feeling.names),
                    place.position,
                )
            )
    return made


def _level(journey: Journey, feeling: Feeling) -> float | None:
    return None if feeling.valence is None else journey.scale.fraction(feeling.valence)


def slopes(points: Sequence[Point]) -> list[float]:
    """Return the slope at each point that keeps the curve between its neighbours."""
    chords = [(b.y - a.y) / (b.x - a.x) for a, b in pairwise(points)]
    if not chords:
        return [0.0 for _ in points]
    result = [chords[0]]
    for (a, b, c), (before, after) in zip(_triples(points), pairwise(chords), strict=True):
        if before * after <= 0:
            result.append(0.0)
            continue
        # The weighted harmonic mean never leaves the range in which the cubic is monotone.
        first, second = b.x - a.x, c.x - b.x
        weight_before, weight_after = first + 2 * second, 2 * first + second
        weights = weight_before + weight_after
        result.append(weights / (weight_before / before + weight_after / after))
    return [*result, chords[-1]]


def _triples(points: Sequence[Point]) -> list[tuple[Point, Point, Point]]:
    return list(zip(points, points[1:], points[2:], strict=False))


def height_at(points: Sequence[Point], tangents: Sequence[float], x: float) -> float:
    """Return the curve's y at a place between its first and last point."""
    for (a, b), (left, right) in zip(pairwise(points), pairwise(tangents), strict=True):
        if x <= b.x:
            span = b.x - a.x
            t = min(1.0, max(0.0, (x - a.x) / span))
            return (
                (2 * t**3 - 3 * t**2 + 1) * a.y
                + (t**3 - 2 * t**2 + t) * span * left
                + (3 * t**2 - 2 * t**3) * b.y
                + (t**3 - t**2) * span * right
            )
    return points[-1].y


@attrs.frozen(eq=False)
class Curve:
    """The row of the lane: axis, curve, faces and names, drawn across the columns."""

    journey: Journey
    places: Sequence[Place]
    setting: Setting
    label: Words | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nobody feels anything."""
        return not any(feelings(place.stage) for place in self.places)

    def least(self, column: int) -> float:
        """Return the room that the points of a stage need side by side."""
        metrics = self.setting.metrics
        points = feelings(self.places[column].stage)
        words = [Words(", ".join(p.names), metrics.small_strong, self.setting) for p in points]
        widest = min(max((word.least() for word in words), default=0.0), metrics.facet_minimum)
        return len(points) * (max(widest, 2 * metrics.face) + metrics.cell_padding)

    def height(self, column: int, width: float) -> float:
        """Return 0: the height of the curve depends on all columns together."""
        del column, width
        return 0.0

    def effort(self, column: int) -> int:
        del column
        return 0

    def place(self, columns: Sequence[Rect], label: Rect, top: float) -> list[Box]:
        place = attrs.evolve(label, y=top)
        return [curve_lane(self.journey, self.places, columns, place, self.setting)]


def curve_lane(
    journey: Journey,
    stages: Sequence[Place],
    columns: Sequence[Rect],
    label: Rect,
    setting: Setting,
) -> Box:
    """Return the lane's content: axis, curve, faces and names.

    Args:
        journey: Whose feelings.
        stages: The stages that are shown.
        columns: The columns of those stages.
        label: Where the lane's heading stands; the content starts at the same height.
        setting: Lengths, words and a ruler.
    """
    metrics = setting.metrics
    places = spots(journey, stages, columns, metrics.cell_padding)
    runs = [_with_tails(run, metrics.curve_height) for run in _runs(places)]
    names = [_name(spot, runs, setting) for spot in places]
    # Names and faces may stand above the high end or below the low end: the lane grows with them.
    up = min([-metrics.face, *(rect.y for _, rect in names)])
    down = max([metrics.curve_height + metrics.face, *(rect.bottom for _, rect in names)])
    ends = _end_names(journey, setting)
    room = columns[0].x - setting.metrics.label_gap - label.x
    up = min(up, *(_clearance(words, room, label, setting) for words in ends[:1]))
    shift = label.y - up
    left, right = columns[0].x, columns[-1].right
    band = Rect(left, shift, right - left, metrics.curve_height)
    axis_names = [
        _beside(words, y, room, label.x)
        for words, y in zip(ends, (band.y, band.bottom), strict=True)
    ]
    plates = [_plate(words, rect.moved(0.0, shift)) for words, rect in names]
    children = [
        *axis_names,
        *_axis(band, [plate.rect for plate in plates], setting),
        *(_curve(run, band, shift) for run in runs),
        *(_face(spot, shift, setting) for spot in places),
        *plates,
    ]
    bottom = max([shift + down, *(name.rect.bottom for name in axis_names)])
    start = min([left, *(name.rect.x for name in axis_names)])
    place = Rect(start, label.y, right - start, bottom - label.y)
    return Box(role="emotions", rect=place, children=tuple(children))


def _plate(words: Words, rect: Rect) -> Box:
    """Return names in a box as narrow as they are."""
    own = max(line.width for line in words.lines(rect.width))
    place = Rect(rect.center.x - own / 2, rect.y, own, rect.height)
    return Box(role="feeling", rect=place, children=(words.place(place.x, place.y, own),))


def _end_names(journey: Journey, setting: Setting) -> tuple[Words, Words]:
    """Return what the high and the low end of the scale are called."""
    words = setting.labels.legend
    named = (journey.scale.high_name or words["high"], journey.scale.low_name or words["low"])
    style = setting.metrics.small
    high, low = (Words(name, style, setting, ink="muted", align="end") for name in named)
    return high, low


def _clearance(words: Words, room: float, label: Rect, setting: Setting) -> float:
    """Return how far above the band the lane must start so that its heading stays clear."""
    height = words.height(room)
    if words.natural() + label.width + setting.metrics.label_gap <= room:
        return -height / 2
    return -height / 2 - label.height - setting.metrics.item_gap


def _beside(words: Words, y: float, room: float, left: float) -> Box:
    own = max(line.width for line in words.lines(room))
    height = words.height(room)
    return words.place(left + room - own, y - height / 2, own)


def _y(level: float, height: float) -> float:
    return (1 - level) * height


def _runs(places: Sequence[Spot]) -> list[list[Spot]]:
    """Return the known points, parted where a point or a whole stage is unknown."""
    runs: list[list[Spot]] = [[]]
    last = None
    for spot in places:
        gap = last is not None and spot.stage > last + 1
        last = spot.stage
        if gap or spot.level is None:
            runs.append([])
        if spot.level is not None:
            runs[-1].append(spot)
    return [run for run in runs if run]


def _with_tails(run: Sequence[Spot], height: float) -> Run:
    """Return the points of a run, led on level to the ends of the room of its outer points."""
    first, last = run[0], run[-1]
    points = [Point(spot.x, _y(spot.level or 0.0, height)) for spot in run]
    return (
        Point(first.slot[0], points[0].y),
        *points,
        Point(last.slot[1], points[-1].y),
    )


def _name(spot: Spot, runs: Sequence[Run], setting: Setting) -> tuple[Words, Rect]:
    metrics = setting.metrics
    ink = "muted" if spot.level is None else f"valence {min(4, int(spot.level * 5))}"
    words = Words(spot.names, metrics.small_strong, setting, ink=ink, align="middle")
    width = spot.slot[1] - spot.slot[0]
    height = words.height(width)
    taken = max(line.width for line in words.lines(width))
    middle = (spot.slot[0] + spot.slot[1]) / 2
    high, low = _extent(runs, middle - taken / 2, middle + taken / 2, setting)
    point = _y(0.5 if spot.level is None else spot.level, metrics.curve_height)
    reach = metrics.face + metrics.curve_gap
    above = min(high - metrics.curve_gap, point - reach) - height
    below = max(low + metrics.curve_gap, point + reach)
    stands_above = point - (above + height) < below - point
    return words, Rect(spot.slot[0], above if stands_above else below, width, height)


def _extent(
    runs: Sequence[Run], left: float, right: float, setting: Setting
) -> tuple[float, float]:
    """Return the highest and the lowest y of all curves between two places."""
    metrics = setting.metrics
    ys = []
    samples = int(metrics.segments_ratio)
    for run in runs:
        tangents = slopes(run)
        start, end = max(left, run[0].x), min(right, run[-1].x)
        if start > end:
            continue
        ys += [
            height_at(run, tangents, start + (end - start) * i / samples)
            for i in range(samples + 1)
        ]
        ys += [point.y for point in run if start <= point.x <= end]
    return min(ys, default=metrics.curve_height), max(ys, default=0.0)


def _axis(band: Rect, names: Sequence[Rect], setting: Setting) -> list[Box]:
    """Return the dotted lines at the high end, the middle and the low end, parted by names."""
    rule, gap = setting.metrics.rule, setting.metrics.dot_gap
    lines = []
    for kind, y in (("high", band.y), ("middle", band.center.y), ("low", band.bottom)):
        left = band.x
        beside = [name for name in names if name.y - rule < y < name.bottom + rule]
        for name in sorted(beside, key=lambda name: name.x):
            lines.append((kind, left, name.x - gap, y))
            left = name.right + gap
        lines.append((kind, left, band.right, y))
    return [
        Box(role="axis", variant=kind, rect=Rect(start, y - rule / 2, end - start, rule))
        for kind, start, end, y in lines
        if end > start
    ]


def _curve(run: Run, band: Rect, shift: float) -> Box:
    points = tuple(Point(point.x, point.y + shift) for point in run)
    place = Rect(points[0].x, band.y, points[-1].x - points[0].x, band.height)
    return Box(role="curve", rect=place, points=(points,))


def _face(spot: Spot, shift: float, setting: Setting) -> Box:
    radius = setting.metrics.face
    y = shift + _y(0.5 if spot.level is None else spot.level, setting.metrics.curve_height)
    return Box(
        role="face",
        rect=Rect(spot.x - radius, y - radius, 2 * radius, 2 * radius),
        variant="unknown" if spot.level is None else "",
        value=spot.level,
        stage=spot.stage,
    )
