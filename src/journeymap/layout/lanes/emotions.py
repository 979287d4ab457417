"""The lane of emotions: axis, curves, faces and markers, and the feelings' names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from journeymap.analysis.feelings import CurveBy
from journeymap.geometry import Point, Rect
from journeymap.layout.blocks import Block, Flow, Setting
from journeymap.layout.box import Box
from journeymap.layout.cells import Place
from journeymap.layout.curve import Run
from journeymap.layout.frames import Shape
from journeymap.layout.lanes.feltaxis import axis, beside, end_names
from journeymap.layout.lanes.names import PointName
from journeymap.layout.lanes.rows import Build, Row
from journeymap.layout.lanes.series import Series, Spot, all_series, spots
from journeymap.layout.marked import evidence_marks
from journeymap.layout.naming import Gaps, Request, named
from journeymap.layout.naming import Place as Stood
from journeymap.layout.ring import around
from journeymap.layout.sides import lead
from journeymap.layout.words import Words
from journeymap.model import Journey
from journeymap.text import TextStyle


def emotions(curves: Sequence[Journey] = (), by: CurveBy = "touchpoint") -> Build:
    """Return the lane of emotions, with the curves of other journeys over the journey's own."""

    def build(journey: Journey, places: Sequence[Place], setting: Setting) -> tuple[Row, ...]:
        series = all_series(journey, curves, by, places, setting)
        return (Curves(journey, tuple(series), tuple(places), setting),)

    return build


@attrs.frozen(repr=False, eq=False)
class Curves:
    """The row of the lane, drawn across the columns."""

    journey: Journey
    series: tuple[Series, ...]
    places: tuple[Place, ...]
    setting: Setting
    label: Block | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nobody feels anything."""
        return not any(points for one in self.series for points in one.felt)

    def least(self, column: int) -> float:
        """Return the room that the points of a stage need side by side."""
        metrics, style = self.setting.metrics, self.setting.metrics.small_strong
        felt = [one.felt[column] for one in self.series]
        words = [
            Words(", ".join(point.names), style, _parting(point.names, style, self.setting))
            for points in felt
            for point in points
        ]
        widest = min(max((word.least() for word in words), default=0.0), metrics.facet_minimum)
        side_by_side = max((len(points) for points in felt), default=0)
        names = side_by_side * (max(widest, 2 * metrics.face) + metrics.cell_padding)
        return max(names, len(words) * (2 * metrics.face + metrics.cell_padding))

    def height(self, column: int, width: float) -> float:
        """Return 0: the height of the curve depends on all columns together."""
        del column, width
        return 0.0

    def effort(self, column: int) -> int:
        """Return 0: no column is measured by itself."""
        del column
        return 0

    def place(self, columns: Sequence[Rect], label: Rect, top: float) -> list[Box]:
        """Return the whole lane in one box, below its heading if an end's name needs its place."""
        gap = self.setting.metrics.label_gap
        room = columns[0].x - gap - label.x
        ends = end_names(self.journey, self.setting)
        if any(words.natural() + label.width + gap > room for words in ends):
            top += label.height + self.setting.metrics.item_gap
        return [_Lane(self, columns, attrs.evolve(label, y=top)).box()]


class _Lane:
    """The lane while it is laid out; the scale's high end is at 0 until all is known."""

    def __init__(self, row: Curves, columns: Sequence[Rect], label: Rect) -> None:
        self.row = row
        self.columns = columns
        self.label = label
        self.setting = row.setting
        self.metrics = row.setting.metrics
        self.left, self.right = columns[0].x, columns[-1].right
        found = spots(row.series, row.places, columns, row.setting)
        self.spots = [spot for one in found for spot in one]
        self.runs = [
            (who, Run(_with_tails(run, self.metrics.curve_height)))
            for who, one in enumerate(found)
            for run in _runs(one)
            # Among other curves a point alone is told by its marker; a stub would say no more.
            if self.is_single or len(run) > 1
        ]

    @property
    def is_single(self) -> bool:
        """Whether there is only one curve."""
        return len(self.row.series) == 1

    def box(self) -> Box:
        """Return the lane's content."""
        names, leads = self._names()
        height = self.metrics.curve_height
        faces = [self._around(spot) for spot in self.spots]
        # Names and faces may stand above the high end or below the low end: the lane grows.
        up = min([0.0, *(box.rect.y for box in (*names, *faces))])
        down = max([height, *(box.rect.bottom for box in (*names, *faces))])
        legend = self._legend()
        ends = end_names(self.row.journey, self.setting)
        room = self.left - self.metrics.label_gap - self.label.x
        top = self.label.y if legend is None else legend.rect.bottom + self.metrics.curve_margin
        shift = max(top - up, self.label.y + ends[0].height(room) / 2)
        band = Rect(self.left, shift, self.right - self.left, height)
        axis_names = [
            beside(words, y, room, self.label.x)
            for words, y in zip(ends, (band.y, band.bottom), strict=True)
        ]
        plates = [name.moved(0.0, shift) for name in names]
        children = [
            *self._openings([*plates, *(() if legend is None else legend.children)]),
            *([] if legend is None else [legend]),
            *axis_names,
            *axis(band, [plate.rect for plate in plates], self.setting),
            *(self._curve(who, run, band) for who, run in self.runs),
            *(line.moved(0.0, shift) for line in leads),
            *(ring.moved(0.0, shift) for ring in map(self._ring, self.spots) if ring is not None),
            *(self._mark(spot).moved(0.0, shift) for spot in self.spots),
            *plates,
        ]
        bottom = max([shift + down, *(name.rect.bottom for name in axis_names)])
        start = min([self.left, *(name.rect.x for name in axis_names)])
        place = Rect(start, self.label.y, self.right - start, bottom - self.label.y)
        return Box(role="emotions", rect=place, children=tuple(children))

    # The points

    def _y(self, spot: Spot) -> float:
        level = 0.5 if spot.level is None else spot.level
        return _y(level, self.metrics.curve_height)

    def _reach(self, spot: Spot) -> float:
        """Return how far a point's drawing goes from its middle."""
        if spot.feeling.is_truth:
            return self.metrics.truth
        return self.metrics.face if spot.series == 0 else self.metrics.marker

    def _around(self, spot: Spot) -> Box:
        """Return the room that a point's drawing takes."""
        return Box(role="room", rect=_square(spot.x, self._y(spot), self._reach(spot)))

    def _mark(self, spot: Spot) -> Box:
        """Return the face of a point of the first curve, the marker of one of another."""
        is_face = spot.series == 0
        radius = self.metrics.face if is_face else self.metrics.marker
        unknown = "unknown" if spot.level is None else ""
        return Box(
            role="face" if is_face else "marker",
            rect=_square(spot.x, self._y(spot), radius),
            variant=unknown if is_face else f"{spot.series} {unknown}".strip(),
            value=spot.level,
            stage=spot.stage,
        )

    def _ring(self, spot: Spot) -> Box | None:
        """Return the ring around a moment of truth."""
        if not spot.feeling.is_truth:
            return None
        return Box(
            role="ring",
            rect=_square(spot.x, self._y(spot), self.metrics.truth),
            stage=spot.stage,
            label=self.setting.labels.legend["moment_of_truth"],
        )

    def _curve(self, who: int, run: Run, band: Rect) -> Box:
        points = tuple(Point(point.x, point.y + band.y) for point in run.points)
        place = Rect(points[0].x, band.y, points[-1].x - points[0].x, band.height)
        variant = "" if self.is_single else str(who)
        return Box(role="curve", rect=place, variant=variant, points=(points,))

    # The names

    def _names(self) -> tuple[list[Box], list[Box]]:
        """Return the names, and the lines that lead to some of them."""
        metrics = self.metrics
        spots = [spot for spot in self.spots if spot.feeling.names]
        said = [self._name(spot) for spot in spots]
        requests = [
            Request(
                name,
                Point(spot.x, self._y(spot)),
                self._reach(spot) + metrics.curve_gap,
                spot.slot,
                [run for who, run in self.runs if who != spot.series],
            )
            for name, spot in zip(said, spots, strict=True)
        ]
        gaps = Gaps(
            up=metrics.curve_gap,
            side=metrics.cell_padding,
            widest=metrics.name_width,
            bounds=(self.left, self.right),
            band=metrics.curve_height,
            lines=[column.x for column in self.columns[1:]],
            clear=metrics.dot_gap,
            beyond=metrics.name_beyond,
            line=metrics.curve_width,
        )
        fixed = [self._around(spot).rect.inset(-metrics.dot_gap, 0.0) for spot in self.spots]
        places = named(requests, [run for _, run in self.runs], fixed, gaps)
        names = [
            name.place(place.rect.x, place.rect.y, place.width)
            for name, place in zip(said, places, strict=True)
        ]
        return names, list(self._leads(spots, places))

    def _leads(self, spots: Sequence[Spot], places: Sequence[Stood]) -> Iterator[Box]:
        """Yield a line from a point to its name where that might be read as another curve's."""
        metrics = self.metrics
        for spot, place in zip(spots, places, strict=True):
            # Where another curve runs through a point's own drawing, the name is near all the same.
            enough = 0.0 if place.is_beyond else metrics.name_far
            if self.is_single or place.away <= enough:
                continue
            line = lead(place.rect, Point(spot.x, self._y(spot)), self._reach(spot))
            rect = around(line)
            taken = [other.rect for other in places if other is not place]
            taken += [self._around(other).rect for other in self.spots if other is not spot]
            if not any(rect.inset(-metrics.rule, 0.0).overlaps(other) for other in taken):
                yield Box(role="leader", variant=str(spot.series), rect=rect, points=(line,))

    def _openings(self, names: Sequence[Box]) -> list[Box]:
        """Return where a line between columns is parted, for it would go through a name."""
        rule = self.metrics.rule
        return [
            Box(role="opening", rect=Rect(column.x - rule, name.rect.y, 2 * rule, name.rect.height))
            for column in self.columns[1:]
            for name in names
            if name.rect.x - rule < column.x < name.rect.right + rule
        ]

    def _name(self, spot: Spot) -> PointName:
        level = spot.level
        ink = "muted" if level is None else f"valence {min(4, int(level * 5))}"
        style = self.metrics.small_strong
        emotions = spot.feeling.emotions
        links = {emotion.link for emotion in emotions}
        words = Words(
            ", ".join(spot.feeling.names),
            style,
            _parting(spot.feeling.names, style, self.setting),
            ink=ink if spot.series == 0 else "ink",
            link=links.pop() if len(links) == 1 else None,
        )
        marks = evidence_marks([emotion.evidence for emotion in emotions], self.setting.labels)
        return PointName(words, marks, "" if spot.series == 0 else str(spot.series))

    def _legend(self) -> Box | None:
        """Return what tells several curves apart, above them."""
        if self.is_single:
            return None
        metrics = self.metrics
        items = []
        lines = {who for who, _ in self.runs}
        for who, one in enumerate(self.row.series):
            # What has no two points next to each other is drawn without a line.
            variant, width = str(who), metrics.sample_line
            if who not in lines:
                variant, width = f"{who} alone", 2 * metrics.marker
            tall = metrics.line_height(metrics.small)
            sample = Shape(role="sample-curve", width=width, tall=tall, variant=variant)
            words = Words(one.name, metrics.small_strong, self.setting)
            items.append(Flow([sample, words], metrics.dot_gap, 0.0))
        padding = metrics.cell_padding
        flow = Flow(items, metrics.legend_gap, metrics.item_gap / 2)
        return flow.place(self.left + padding, self.label.y, self.right - self.left - 2 * padding)


def _parting(names: Sequence[str], style: TextStyle, setting: Setting) -> Setting:
    """Return the setting for a point's names: words are parted only where they are very long."""
    whole = attrs.evolve(setting, hyphenate=None)
    is_long = Words(", ".join(names), style, whole).least() > setting.metrics.facet_minimum
    return setting if is_long else whole


def _square(x: float, y: float, half: float) -> Rect:
    return Rect(x - half, y - half, 2 * half, 2 * half)


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


def _with_tails(run: Sequence[Spot], height: float) -> tuple[Point, ...]:
    """Return the points of a run, led on level to the ends of the room of its outer points."""
    first, last = run[0], run[-1]
    points = [Point(spot.x, _y(spot.level or 0.0, height)) for spot in run]
    return (
        Point(first.slot[0], points[0].y),
        *points,
        Point(last.slot[1], points[-1].y),
    )
