"""Stages side by side, lanes one under the other: a whole map, or one of its rows of stages."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

import attrs

from journeymap.geometry import Rect
from journeymap.graphs.ways import Way, ways
from journeymap.layout.blocks import Setting
from journeymap.layout.box import Box
from journeymap.layout.breaking import Piece
from journeymap.layout.cellheights import Cell
from journeymap.layout.cells import Place
from journeymap.layout.columns import balanced
from journeymap.layout.heading import Heading, heading, indent
from journeymap.layout.lanes import Row
from journeymap.layout.lanes.lane import Chosen
from journeymap.layout.placed import PlacedLane, PlacedRow
from journeymap.layout.stagehead import StageHead
from journeymap.layout.tracks import tracks
from journeymap.layout.ways import links
from journeymap.model import Journey
from journeymap.theme import Metrics


@attrs.frozen(repr=False, eq=False)
class Lane:
    """A lane that is laid out: its heading and its rows."""

    name: str
    heading: Heading
    rows: tuple[Row, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no stage has anything to say in it."""
        return all(row.is_empty for row in self.rows)

    def label_least(self) -> float:
        """Return the width of the icon and of the longest word beside the rows."""
        labels = [row.label.least() for row in self.rows if row.label is not None]
        words = max([self.heading.words.least(), *labels])
        return self.heading.indent + words


class Band:
    """The stage headers, the ways above them and the lanes of some stages."""

    def __init__(
        self,
        journey: Journey,
        places: Sequence[Place],
        lanes: Sequence[Chosen],
        setting: Setting,
        found: Sequence[Way] | None = None,
    ) -> None:
        self.journey = journey
        self.setting = setting
        self.metrics = setting.metrics
        self.places = places
        self.heads = tuple(StageHead(place, setting) for place in places)
        self.lanes = tuple(self._laid_out(lanes))
        found = ways(journey, setting.labels) if found is None else found
        self.links = links(journey, found, places)

    def _laid_out(self, lanes: Sequence[Chosen]) -> Iterator[Lane]:
        """Yield the lanes that someone fills or asked for."""
        for lane in lanes:
            rows = lane.build(self.journey, self.places, self.setting)
            if lane.is_named or not all(row.is_empty for row in rows):
                yield Lane(lane.name, heading(lane.name, lane.title, self.setting), rows)

    @functools.cached_property
    def label_width(self) -> float:
        """The room for the lanes' headings, the gap to the first column included."""
        metrics = self.metrics
        usual = metrics.label_width + indent(self.setting)
        words = max([usual, *(lane.label_least() for lane in self.lanes)])
        return min(words, metrics.column_natural) + self.beside_headings + metrics.label_gap

    @property
    def beside_headings(self) -> float:
        """The room for what stands between the headings and the first column."""
        return 0.0

    @functools.cached_property
    def least(self) -> list[float]:
        """How narrow each column may become."""
        return [self._least(column) for column in range(len(self.heads))]

    def _least(self, column: int) -> float:
        metrics = self.metrics
        rows = [row.least(column) for lane in self.lanes for row in lane.rows]
        head = min(self.heads[column].least() + metrics.header_gap, metrics.column_natural)
        return max([metrics.column_minimum, head, *rows])

    def widths(self, total: float) -> list[float]:
        """Return the widths of the columns that share `total` px."""
        least = self.least
        step = total / len(least) / self.metrics.column_steps_ratio
        return balanced(total, least, step, [self._cells(column) for column in range(len(least))])

    def _cells(self, column: int) -> list[Cell]:
        """Return what stands in a column, from its header down, to be measured."""
        rows = [row for lane in self.lanes for row in lane.rows]
        below = (Cell(functools.partial(row.height, column), row.effort(column)) for row in rows)
        return [Cell(functools.partial(self._head_height, self.heads[column])), *below]

    def _head_height(self, head: StageHead, column: float) -> float:
        width = column - self.metrics.header_gap
        return head.height(width, beside=head.fits(width))

    def place(self, left: float, top: float, label_width: float, widths: Sequence[float]) -> Box:
        """Return everything in its place, the lanes' headings from `left` on."""
        columns = columns_from(left + label_width, widths)
        above = tracks(self.links, columns, top, self.setting)
        head_top = max([top, *(box.rect.bottom for box in above)])
        heads = self.head_row(columns, head_top)
        lanes: list[Box] = []
        bottom = heads.rect.bottom
        for lane in self.lanes:
            placed = self.placed(lane, columns, left, bottom)
            lanes.append(placed.box(columns[-1].right, self.metrics))
            bottom = lanes[-1].rect.bottom
        marks = self.marks(columns, heads.rect)
        rules = column_rules(columns, heads.rect.bottom, bottom, self.metrics)
        right = max([columns[-1].right, *(mark.rect.right for mark in marks)])
        place = Rect(left, top, right - left, bottom - top)
        return Box(role="grid", rect=place, children=(*rules, *above, heads, *marks, *lanes))

    def head_row(self, columns: Sequence[Rect], top: float, *, brief: bool = False) -> Box:
        """Return the stage headers, all as high as the highest."""
        heads = self.heads
        if brief:
            heads = tuple(StageHead(place, self.setting, brief=True) for place in self.places)
        gap = self.metrics.header_gap
        pairs = list(zip(heads, columns, strict=True))
        beside = all(head.fits(column.width - gap) for head, column in pairs)
        height = max(head.height(column.width - gap, beside=beside) for head, column in pairs)
        boxes = [
            head.place(column.x, top, column.width - gap, height, beside=beside)
            for head, column in pairs
        ]
        place = Rect(columns[0].x, top, columns[-1].right - columns[0].x, height)
        return Box(role="heads", rect=place, children=tuple(boxes))

    def marks(self, columns: Sequence[Rect], heads: Rect) -> list[Box]:
        """Return a mark at either end of the headers where further stages stand elsewhere."""
        size, gap = self.metrics.goes_on, self.metrics.header_gap
        middle = heads.center.y
        found = []
        first, last = self.places[0].position, self.places[-1].position
        if first > 0:
            found.append((columns[0].x - gap - size, first - 1))
        if last < len(self.journey.stages) - 1:
            found.append((columns[-1].right + gap, last))
        return [
            Box(role="goes-on", rect=Rect(x, middle - size, size, 2 * size), stage=stage)
            for x, stage in found
        ]

    def placed(
        self, lane: Lane, columns: Sequence[Rect], left: float, lane_top: float
    ) -> PlacedLane:
        """Return a lane with its heading and rows; each row is as high as its highest cell."""
        metrics = self.metrics
        room = columns[0].x - left - metrics.label_gap
        top = lane_top + metrics.lane_padding
        head = lane.heading.place(left, top, room)
        _, title = head.children
        if any(row.label for row in lane.rows):
            top = head.rect.bottom + metrics.item_gap
        rows = []
        for row in lane.rows:
            name = None
            if row.label is not None:
                name = Piece(row.label.place(title.rect.x, top, room - lane.heading.indent))
            cells = tuple(Piece(cell) for cell in row.place(columns, title.rect, top))
            rows.append(PlacedRow(name, cells, top, row.is_empty))
            top = rows[-1].bottom + metrics.item_gap
        return PlacedLane(lane.name, left, lane_top, Piece(head), tuple(rows))


def columns_from(left: float, widths: Sequence[float]) -> list[Rect]:
    """Return columns side by side."""
    columns = []
    for width in widths:
        columns.append(Rect(left, 0.0, width, 0.0))
        left += width
    return columns


def column_rules(columns: Sequence[Rect], top: float, bottom: float, metrics: Metrics) -> list[Box]:
    """Return the lines between columns."""
    rule = metrics.rule
    return [
        Box(role="column-rule", rect=Rect(column.x - rule / 2, top, rule, bottom - top))
        for column in columns[1:]
    ]
