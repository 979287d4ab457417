"""Two journeys on one sheet: as it is and as it shall be, or two segments, what differs marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from journeymap.analysis.alignment import aligned
from journeymap.analysis.differences import differences
from journeymap.analysis.feelings import Feeling, feelings, people
from journeymap.labels.words import Labels
from journeymap.layout import comparehead, footer, header
from journeymap.layout.band import Band
from journeymap.layout.blocks import Block, Flow, Setting
from journeymap.layout.box import Box
from journeymap.layout.cells import Place
from journeymap.layout.compareband import ComparedBand
from journeymap.layout.comparecells import Mark, Marks, Pairing, looks
from journeymap.layout.comparerows import Side, SideRow, compared, sides
from journeymap.layout.lanes.choice import ALL, Content
from journeymap.layout.lanes.emotions import Curves
from journeymap.layout.lanes.lane import Chosen
from journeymap.layout.lanes.rows import Build, Row
from journeymap.layout.lanes.series import Series, titles_of
from journeymap.layout.roles import by_role
from journeymap.layout.swimlane import Sheet, not_too_tall
from journeymap.layout.words import Words
from journeymap.model import Journey

_LONG = 32
"""How many letters the name of a journey beside its rows may have."""


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
    """Return short names that tell the journeys apart: of a list its first part, or a number.

    They stand beside each row, where a long title would be the highest thing.
    """
    whole = titles_of([first, second], labels)
    short = [_first_of(name) for name in whole]
    before, after = short if all(short) and short[0] != short[1] else whole
    if max(len(before), len(after)) > _LONG:
        return labels.comparison["first"], labels.comparison["second"]
    return before, after


def _first_of(name: str) -> str:
    return name.partition(",")[0].strip()


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
            lane._replace(build=self._build(lane))
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
        boxes = by_role(drawn)
        for side in self.pair:
            legend = footer.legend(side.journey, self.names, setting, boxes)
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
        elif len(first) == len(second) == 1:
            series[1] = series[1]._replace(felt=_without_known(series, first[0], second[0]))
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
        is_side = len(persons) == 1 or _first_of(name) == side.name
        name = side.name if is_side else f"{side.name}: {name}"
        made.append(Series(name, side.journey, felt))
    return made


def _without_known(
    series: Sequence[Series], first: Sequence[object], second: Sequence[object]
) -> tuple[tuple[Feeling, ...], ...]:
    """Return the points of the second curve; what the first one says already has no name."""
    return tuple(
        tuple(point._replace(names=(), emotions=()) for point in points)
        if there == here
        else points
        for points, here, there in zip(series[1].felt, first, second, strict=True)
    )


def _told(one: Series) -> list[object]:
    def key(feeling: Feeling) -> object:
        level = None if feeling.valence is None else one.journey.scale.fraction(feeling.valence)
        return feeling.names, level, feeling.is_truth

    return [[key(feeling) for feeling in points] for points in one.felt]
