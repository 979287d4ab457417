"""The rows of a lane for two journeys: the same row of each, one under the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import attrs

from journeymap.analysis.differences import Pair
from journeymap.geometry import Rect
from journeymap.layout.blocks import Block, Flow, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.cells import Place
from journeymap.layout.comparecells import Compared, Mark, Pairing, looks
from journeymap.layout.frames import Frame
from journeymap.layout.lanes.gauges import evened
from journeymap.layout.lanes.rows import Build, Cells, Row
from journeymap.layout.words import Words
from journeymap.model import Journey

BEFORE = "before."
"""What stands before the ids of the first journey: both may use the same ones."""


@attrs.frozen(eq=False)
class Side:
    """One of the two journeys: its name on the sheet, and its stage of each column."""

    journey: Journey
    name: str
    stages: tuple[int | None, ...]

    def places(self, columns: Sequence[Place]) -> list[Place]:
        """Return its stages among some columns."""
        numbers = [self.stages[column.position] for column in columns]
        stages = self.journey.stages
        return [
            Place(stages[number], number, stages[number].id or f"stage{number + 1}")
            for number in numbers
            if number is not None
        ]


def sides(
    first: Journey, second: Journey, names: Sequence[str], pairs: Sequence[Pair]
) -> tuple[Side, Side]:
    """Return both journeys with their stages in the columns."""
    return (
        Side(first, names[0], tuple(pair[0] for pair in pairs)),
        Side(second, names[1], tuple(pair[1] for pair in pairs)),
    )


@attrs.frozen(eq=False)
class SideRow:
    """A row of one journey; the colours are those of the columns.

    Attributes:
        cells: What stands in each column.
        columns: The positions of the columns.
        setting: Lengths, words and a ruler.
        label: What the row is called.
        tag: Whose row it is, unless it says the same of both.
        prefixes: What stands before the ids of what each column shows.
        counts: How much is marked in the row and its partner.
    """

    cells: tuple[Block | None, ...]
    columns: tuple[int, ...]
    prefixes: tuple[str, ...]
    setting: Setting
    label: Block | None = None
    tag: Block | None = None
    counts: Counter[Mark] = attrs.field(factory=Counter)

    @property
    def is_empty(self) -> bool:
        """Whether there is no cell."""
        return not any(self.cells)

    def least(self, column: int) -> float:
        """Return the width of the longest word, the room for marks included."""
        cell, metrics = self.cells[column], self.setting.metrics
        if cell is None:
            return 0.0
        return min(cell.least() + 2 * metrics.difference_edge, metrics.column_natural)

    def height(self, column: int, width: float) -> float:
        """Return the height of a cell."""
        cell = self.cells[column]
        return 0.0 if cell is None else cell.height(self._room(width))

    def effort(self, column: int) -> int:
        """Return how many blocks stand in a cell."""
        return _effort(self.cells[column])

    def _room(self, width: float) -> float:
        return width - 2 * self.setting.metrics.difference_edge

    def place(self, columns: Sequence[Rect], label: Rect, top: float) -> list[Box]:
        """Return the cells in their columns."""
        del label
        edge = self.setting.metrics.difference_edge
        return [
            _turned(cell.place(column.x + edge, top, self._room(column.width)), stage, prefix)
            for cell, column, stage, prefix in zip(
                self.cells, columns, self.columns, self.prefixes, strict=True
            )
            if cell is not None
        ]


def _effort(block: Block | None) -> int:
    if isinstance(block, Frame) and block.role == "kept":
        return _effort(block.inside)
    if isinstance(block, (Stack, Flow)):
        return len(block.blocks)
    return 0 if block is None else 1


def _turned(box: Box, stage: int, prefix: str) -> Box:
    """Return a box in the colours of another stage, its ids behind a prefix."""
    return attrs.evolve(
        box,
        stage=None if box.stage is None else stage,
        source=f"{prefix}{box.source}" if box.source else "",
        children=tuple(_turned(child, stage, prefix) for child in box.children),
    )


def compared(build: Build, pair: tuple[Side, Side], pairing: Pairing) -> Build:
    """Return what builds a lane's rows for both journeys.

    A row that says the same of both stands there once.
    """

    def made(journey: Journey, places: Sequence[Place], setting: Setting) -> tuple[Row, ...]:
        del journey
        found = _evened([_rows(build, side, places, setting) for side in pair])
        rows: list[Row] = []
        for key in _merged(*found):
            first, second = (rows_of.get(key) for rows_of in found)
            if first is not None and not isinstance(first, Cells):
                rows.append(first)
            elif second is not None and not isinstance(second, Cells):
                rows.append(second)
            else:
                maker = _Maker(pair, pairing, places, setting)
                rows += maker.rows(first, second)
        return tuple(rows)

    return made


def _rows(build: Build, side: Side, places: Sequence[Place], setting: Setting) -> dict[object, Row]:
    """Return the rows of one journey by what they are called."""
    rows: dict[object, Row] = {}
    for row in build(side.journey, side.places(places), setting):
        name = _name(row, setting)
        number = sum(known[0] == name for known in rows if isinstance(known, tuple))
        rows[name, number] = row
    return rows


def _evened(found: Sequence[dict[object, Row]]) -> list[dict[object, Row]]:
    """Return the rows of both journeys so that equal shares are equally long in both."""
    rows = iter(evened([row for rows in found for row in rows.values()]))
    return [{key: next(rows) for key in own} for own in found]


def _name(row: Row, setting: Setting) -> object:
    if isinstance(row, Cells):
        return None if row.label is None else looks(row.label, setting)
    words = getattr(row, "words", None)
    return looks(words, setting) if isinstance(words, Words) else type(row)


def _merged(first: dict[object, Row], second: dict[object, Row]) -> list[object]:
    """Return all keys: those of the second in their order, others behind the one before them."""
    keys = list(second)
    last = -1
    for key in first:
        if key in second:
            last = keys.index(key)
        else:
            last += 1
            keys.insert(last, key)
    return keys


@attrs.frozen(eq=False)
class _Maker:
    """What two rows of one name are made into."""

    pair: tuple[Side, Side]
    pairing: Pairing
    places: Sequence[Place]
    setting: Setting

    def rows(self, first: Cells | None, second: Cells | None) -> list[Row]:
        cells = [
            self._spread(row, side) for row, side in zip((first, second), self.pair, strict=True)
        ]
        found = [self._compared(*three) for three in zip(*cells, self.places, strict=True)]
        label = (second or first or Cells((), self.setting)).label
        counts: Counter[Mark] = Counter()
        for one in found:
            counts.update(one.counts)
        if self._fits_one(found):
            drawn = tuple(one.cells[0] or one.cells[1] for one in found)
            prefixes = tuple(BEFORE if one.is_first else "" for one in found)
            return [self._row(drawn, label, None, prefixes, counts)]
        rows: list[Row] = []
        for number, side in enumerate(self.pair):
            drawn = tuple(one.cells[number] for one in found)
            if any(drawn):
                tag = tagged(side.name, number, self.setting)
                prefixes = (("" if number else BEFORE),) * len(found)
                rows.append(self._row(drawn, label, tag, prefixes, counts))
                label, counts = None, Counter()
        return rows

    @staticmethod
    def _fits_one(found: Sequence[Compared]) -> bool:
        """Tell whether one row says it all: no column differs, but for those of one journey."""
        return all(one.is_same or one.is_alone for one in found)

    def _row(
        self,
        cells: tuple[Block | None, ...],
        label: Block | None,
        tag: Block | None,
        prefixes: tuple[str, ...],
        counts: Counter[Mark],
    ) -> SideRow:
        columns = tuple(place.position for place in self.places)
        return SideRow(cells, columns, prefixes, self.setting, label, tag, counts)

    def _spread(self, row: Cells | None, side: Side) -> list[Block | None]:
        """Return a cell for each column, whether the journey has that stage or not."""
        there = [side.stages[place.position] is not None for place in self.places]
        cells = iter(() if row is None else row.cells)
        return [next(cells, None) if is_there else None for is_there in there]

    def _compared(self, first: Block | None, second: Block | None, place: Place) -> Compared:
        lone = [side.stages[place.position] is None for side in self.pair]
        if lone[1]:
            return Compared((self.pairing.alone(first, "removed"), None), is_alone=True)
        if lone[0]:
            return Compared((None, self.pairing.alone(second, "added")), is_alone=True)
        found = self.pairing.cells(first, second)
        is_same = found.is_same or not any(found.cells)
        return Compared(found.cells, found.counts, is_same)


def tagged(name: str, number: int, setting: Setting) -> Block:
    """Return the name of a journey on its ground: the first is hollow, the second is filled."""
    metrics = setting.metrics
    return Frame(
        role="badge" if number else "tag",
        variant="plain",
        inside=Words(name, metrics.badge, setting, ink="on-plain" if number else "plain"),
        left=metrics.badge_padding,
        right=metrics.badge_padding,
        top=metrics.badge_inset,
        bottom=metrics.badge_inset,
    )
