"""Two journeys on one sheet: as it is and as it shall be, or two segments, what differs marked."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Sequence

import attrs

from journeymap.analysis.alignment import aligned
from journeymap.analysis.differences import differences
from journeymap.analysis.feelings import Feeling, feelings, people
from journeymap.geometry import Rect
from journeymap.graphs.ways import Way, ways
from journeymap.labels.words import Labels
from journeymap.layout import comparehead, footer, header
from journeymap.layout.band import Band, Lane
from journeymap.layout.blocks import Block, Flow, Setting, Words
from journeymap.layout.box import Box
from journeymap.layout.breaking import Piece
from journeymap.layout.cells import Place
from journeymap.layout.comparecells import Mark, Marks, Pairing, looks
from journeymap.layout.comparerows import Side, SideRow, compared, sides
from journeymap.layout.lanes.choice import ALL, Content
from journeymap.layout.lanes.emotions import Curves
from journeymap.layout.lanes.lane import Chosen
from journeymap.layout.lanes.rows import Build, Row
from journeymap.layout.lanes.series import Series, titles_of
from journeymap.layout.placed import PlacedLane, PlacedRow
from journeymap.layout.swimlane import Sheet, not_too_tall
from journeymap.model import Journey


def compare_layout(
    first: Journey,
    second: Journey,
    setting: Setting,
    content: Content = ALL,
    *,
    width: float | None = None,
) -> Box:
    """Return both maps on one sheet.

    Args:
        first: What is compared, such as the way as it is.
        second: What it is compared with, such as the way as it shall be.
        setting: Lengths, words and a ruler.
        content: Which lanes.
        width: How wide the sheet should be, in px; by need unless given.

    Raises:
        OptionError: There is no such lane.
    """
    sheet = ComparedSheet(first, second, setting, content)
    return not_too_tall(sheet) if width is None else sheet.place(sheet.rows(width), width)


def compared_title(first: Journey, second: Journey, labels: Labels) -> tuple[str, tuple[str, str]]:
    """Return what the sheet is called, and what each of the journeys is called on it."""
    return comparehead.title_of(first, second, labels), names_of(first, second, labels)


def names_of(first: Journey, second: Journey, labels: Labels) -> tuple[str, str]:
    """Return the shortest names that tell the journeys apart: of a list its first part."""
    whole = titles_of([first, second], labels)
    short = [name.partition(",")[0].strip() for name in whole]
    before, after = short if all(short) and short[0] != short[1] else whole
    return before, after


class ComparedSheet(Sheet):
    """A sheet whose columns are pairs of stages, and whose lanes have rows for both journeys."""

    def __init__(self, first: Journey, second: Journey, setting: Setting, content: Content) -> None:
        pairs = aligned(first, second)
        names = names_of(first, second, setting.labels)
        self.pair = sides(first, second, names, pairs)
        super().__init__(second, setting, ALL)
        self.content = content
        self.places = tuple(_place(self.pair, column) for column in range(len(pairs)))
        self.pairing = _pairing(self.pair, setting)
        self._lanes = tuple(
            attrs.evolve(lane, build=self._build(lane))
            for lane in content.lanes_of(second, setting, first)
        )

    def _build(self, lane: Chosen) -> Build:
        if lane.name == "emotions":
            return _emotions(self.pair)
        return compared(lane.build, self.pair, self.pairing)

    def _band(self, row: Sequence[int]) -> Band:
        return ComparedBand(self.pair, self.places, row, self._lanes, self.setting)

    @property
    def counts(self) -> Counter[Mark]:
        """How much is marked on the sheet."""
        found: Counter[Mark] = Counter()
        for band in self.bands(1):
            found.update(head.mark for head in band.heads if head.mark is not None)  # type: ignore[attr-defined]
            for row in (row for lane in band.lanes for row in lane.rows):
                if isinstance(row, SideRow):
                    found.update(row.counts)
        return found

    def head(self, width: float) -> list[Block]:
        """Return the head of the sheet."""
        blocks = [
            comparehead.title(self.pair, self.counts, self.setting),
            comparehead.strips(self.pair, width, self.setting),
        ]
        if not self.places:
            blocks.append(header.no_stages(self.setting))
        return [block for block in blocks if block is not None]

    def foot(self, drawn: Sequence[Box]) -> Block | None:
        """Return what the marks mean, those of the maps and those of the comparison."""
        setting, metrics = self.setting, self.setting.metrics
        items = comparehead.legend(self.pair, self.counts, setting)
        known: dict[object, Block] = {}
        for side in self.pair:
            legend = footer.legend(side.journey, self.names, setting, tuple(drawn))
            known = _merged({looks(item, setting): item for item in legend}, known)
        items += known.values()
        items += [Words(text, metrics.small, setting, ink="muted") for text in self._facts()]
        return Flow(items, metrics.legend_gap, metrics.item_gap) if items else None

    def _facts(self) -> list[str]:
        said = [footer.facts(side.journey, self.setting) for side in self.pair]
        if said[0] == said[1]:
            return said[:1] if said[0] else []
        return [f"{text} ({side.name})" for side, text in zip(self.pair, said, strict=True) if text]


def _merged(more: dict[object, Block], known: dict[object, Block]) -> dict[object, Block]:
    """Return all items; one that only `more` has stands behind the one before it there."""
    keys = list(known)
    place = 0
    for key in more:
        if key in known:
            place = keys.index(key) + 1
        else:
            keys.insert(place, key)
            place += 1
    return {key: known[key] if key in known else more[key] for key in keys}


def _place(pair: tuple[Side, Side], column: int) -> Place:
    """Return what heads a column: the stage of the second journey, or else of the first."""
    for prefix, side in (("", pair[1]), ("before.", pair[0])):
        number = side.stages[column]
        if number is not None:
            stage = side.journey.stages[number]
            return Place(stage, column, f"{prefix}{stage.id or f'stage{number + 1}'}")
    raise AssertionError(column)


def _pairing(pair: tuple[Side, Side], setting: Setting) -> Pairing:
    pairs = list(zip(pair[0].stages, pair[1].stages, strict=True))
    found = differences(pair[0].journey, pair[1].journey, pairs)
    before: Marks = {one.before: one.kind for one in found if one.before is not None}
    after: Marks = {one.after: one.kind for one in found if one.after is not None}
    word = "unchanged" if comparehead.is_change(pair) else "the_same"
    return Pairing(
        before, after, comparehead.said(pair, setting), setting.labels.comparison[word], setting
    )


def _emotions(pair: tuple[Side, Side]) -> Build:
    """Return the lane of emotions with the curves of both journeys; one if they are the same."""

    def build(journey: Journey, places: Sequence[Place], setting: Setting) -> tuple[Row, ...]:
        del journey
        series = [one for side in pair for one in _series(side, places, setting)]
        first, second = ([_told(one) for one in _series(side, places, setting)] for side in pair)
        if first == second:
            series = series[len(first) :]
        elif len(series) == len(pair):
            series[1] = attrs.evolve(series[1], felt=_without_known(series, first[0], second[0]))
        return (Curves(pair[1].journey, tuple(series), tuple(places), setting),)

    return build


def _series(side: Side, places: Sequence[Place], setting: Setting) -> list[Series]:
    persons = people(side.journey)
    stages = [side.stages[place.position] for place in places]
    made = []
    for person in persons:
        felt = tuple(
            ()
            if number is None
            else feelings(side.journey.stages[number], "touchpoint", person.references)
            for number in stages
        )
        name = person.name or setting.labels.legend["customer"]
        name = side.name if len(persons) == 1 else f"{side.name}: {name}"
        made.append(Series(name, side.journey, felt))
    return made


def _without_known(
    series: Sequence[Series], first: Sequence[object], second: Sequence[object]
) -> tuple[tuple[Feeling, ...], ...]:
    """Return the points of the second curve; what the first one says already has no name."""
    return tuple(
        tuple(attrs.evolve(point, names=(), emotions=()) for point in points)
        if there == here
        else points
        for points, here, there in zip(series[1].felt, first, second, strict=True)
    )


def _told(one: Series) -> list[object]:
    def key(feeling: Feeling) -> object:
        level = None if feeling.valence is None else one.journey.scale.fraction(feeling.valence)
        return feeling.names, level, feeling.is_truth

    return [[key(feeling) for feeling in points] for points in one.felt]


class ComparedBand(Band):
    """Some columns of the comparison."""

    def __init__(
        self,
        pair: tuple[Side, Side],
        columns: Sequence[Place],
        row: Sequence[int],
        lanes: Sequence[Chosen],
        setting: Setting,
    ) -> None:
        places = [columns[number] for number in row]
        # What the columns are called is all that a band asks of its journey.
        names = [place.stage.name for place in columns]
        whole = Journey(pair[1].journey.title, stages=names)
        super().__init__(whole, places, lanes, setting, _ways(pair, setting))
        self.heads = tuple(comparehead.ComparedHead(place, pair, setting) for place in places)

    @functools.cached_property
    def _tag_width(self) -> float:
        """How wide the names of the journeys beside the rows are; a long one is broken."""
        rows = (row for lane in self.lanes for row in lane.rows)
        tags = (row.tag for row in rows if isinstance(row, SideRow) and row.tag is not None)
        widest = max((tag.natural() for tag in tags), default=0.0)
        return min(widest, self.metrics.label_width)

    @property
    def beside_headings(self) -> float:
        """The room for the names of the journeys."""
        return self._tag_width + self.metrics.label_gap if self._tag_width else 0.0

    def placed(
        self, lane: Lane, columns: Sequence[Rect], left: float, lane_top: float
    ) -> PlacedLane:
        """Return a lane whose first row starts level with its heading."""
        metrics = self.metrics
        tags = columns[0].x - metrics.label_gap - self._tag_width
        room = columns[0].x - left - self.beside_headings - metrics.label_gap
        top = lane_top + metrics.lane_padding
        head = lane.heading.place(left, top, room)
        _, title = head.children
        below = head.rect.bottom + metrics.item_gap
        rows = []
        if not _starts_with_heading(lane.rows[0]):
            top = below
        elif isinstance(lane.rows[0], SideRow):
            # Words in a cell have room for the ground of a mark above them; the heading has none.
            top -= metrics.difference_inset
        for row in lane.rows:
            cells = row.place(columns, title.rect, top)
            name = None
            if row.label is not None:
                own = min(row.label.natural(), room - lane.heading.indent)
                name = Piece(row.label.place(title.rect.x, max(top, below), own))
            if isinstance(row, SideRow) and row.tag is not None:
                tag = row.tag.place(tags, top, min(row.tag.natural(), self._tag_width))
                cells = [_level(tag, cells), *cells]
            rows.append(PlacedRow(name, tuple(map(Piece, cells)), top))
            top = rows[-1].bottom + metrics.item_gap
        return PlacedLane(lane.name, left, lane_top, Piece(head), tuple(rows))


def _starts_with_heading(row: Row) -> bool:
    """Tell whether a row starts level with the heading: it has no name of its own."""
    # A line of the backstage has its name where the heading stands.
    return isinstance(row, (SideRow, Curves)) and row.label is None


def _level(tag: Box, cells: Sequence[Box]) -> Box:
    """Return the name of a journey, its first line level with the first line in its row."""
    lines = [_first_line(cell) for cell in cells]
    found = [line for line in lines if line is not None]
    own = _first_line(tag)
    if own is None or not found:
        return tag
    return tag.moved(0.0, max(0.0, min(found) - own))


def _first_line(box: Box) -> float | None:
    """Return the baseline of the highest line of words in a box."""
    return min((line.start.y for part in box.walk() for line in part.lines), default=None)


def _ways(pair: tuple[Side, Side], setting: Setting) -> list[Way]:
    """Return the ways of both journeys; one that only one of them has says so."""
    found: dict[tuple[int, int, str], list[str]] = {}
    for side in pair:
        columns_of = {stage: column for column, stage in enumerate(side.stages)}
        for way in ways(side.journey, setting.labels):
            key = (columns_of[way.start], columns_of[way.end], way.text)
            found.setdefault(key, []).append(side.name)
    return [
        Way(start, end, text if len(set(names)) > 1 else f"{names[0]}: {text}".removesuffix(": "))
        for (start, end, text), names in found.items()
    ]
