"""Stages side by side, lanes one under the other: a whole map, or one of its rows of stages."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from journeymap.geometry import Rect
from journeymap.layout.blocks import Setting, Words
from journeymap.layout.box import Box
from journeymap.layout.cells import Place
from journeymap.layout.columns import balanced
from journeymap.layout.lanes import Row
from journeymap.layout.lanes.lane import Chosen
from journeymap.layout.stagehead import StageHead
from journeymap.layout.tracks import tracks
from journeymap.model import Journey


@attrs.frozen(eq=False)
class Lane:
    """A lane that is laid out: its heading and its rows."""

    name: str
    heading: Words
    rows: tuple[Row, ...]

    def label_least(self) -> float:
        """Return the width of the longest word beside the rows."""
        labels = [row.label for row in self.rows if row.label is not None]
        return max(words.least() for words in (self.heading, *labels))


class Band:
    """The stage headers, the ways above them and the lanes of some stages."""

    def __init__(
        self, journey: Journey, places: Sequence[Place], lanes: Sequence[Chosen], setting: Setting
    ) -> None:
        self.journey = journey
        self.setting = setting
        self.metrics = setting.metrics
        self.heads = tuple(StageHead(place, setting) for place in places)
        self.lanes = tuple(self._lane(lane, places) for lane in lanes)

    def _lane(self, lane: Chosen, places: Sequence[Place]) -> Lane:
        heading = Words(lane.title, self.metrics.lane_label, self.setting)
        return Lane(lane.name, heading, lane.build(self.journey, places, self.setting))

    @property
    def label_width(self) -> float:
        """The room for the lanes' headings, the gap to the first column included."""
        metrics = self.metrics
        words = max([metrics.label_width, *(lane.label_least() for lane in self.lanes)])
        return min(words, metrics.column_natural) + metrics.label_gap

    def least(self) -> list[float]:
        """Return how narrow each column may become."""
        return [self._least(column) for column in range(len(self.heads))]

    def _least(self, column: int) -> float:
        metrics = self.metrics
        rows = [row.least(column) for lane in self.lanes for row in lane.rows]
        head = min(self.heads[column].least() + metrics.header_gap, metrics.column_natural)
        return max([metrics.column_minimum, head, *rows])

    def widths(self, total: float) -> list[float]:
        """Return the widths of the columns that share `total` px."""
        least = self.least()
        step = total / len(least) / self.metrics.column_steps_ratio
        efforts = [
            1 + sum(row.effort(column) for lane in self.lanes for row in lane.rows)
            for column in range(len(least))
        ]
        return balanced(total, least, step, self._heights, efforts)

    def _heights(self, column: int, width: float) -> tuple[float, ...]:
        head, head_width = self.heads[column], width - self.metrics.header_gap
        rows = [row.height(column, width) for lane in self.lanes for row in lane.rows]
        return (head.height(head_width, beside=head.fits(head_width)), *rows)

    def place(self, left: float, top: float, label_width: float, widths: Sequence[float]) -> Box:
        """Return everything in its place, the lanes' headings from `left` on."""
        columns = _columns(left + label_width, widths)
        above = tracks(self.journey, columns, top, self.setting)
        head_top = max([top, *(box.rect.bottom for box in above)])
        heads = self._heads(columns, head_top)
        label = Rect(left, top, label_width - self.metrics.label_gap, 0.0)
        width = label_width + sum(widths)
        lanes: list[Box] = []
        bottom = heads.rect.bottom
        for lane in self.lanes:
            lanes.append(self._placed(lane, columns, attrs.evolve(label, y=bottom), width))
            bottom = lanes[-1].rect.bottom
        rules = self._rules(columns, heads.rect.bottom, bottom)
        place = Rect(left, top, width, bottom - top)
        return Box(role="grid", rect=place, children=(*rules, *above, heads, *lanes))

    def _heads(self, columns: Sequence[Rect], top: float) -> Box:
        gap = self.metrics.header_gap
        pairs = list(zip(self.heads, columns, strict=True))
        beside = all(head.fits(column.width - gap) for head, column in pairs)
        height = max(head.height(column.width - gap, beside=beside) for head, column in pairs)
        boxes = [
            head.place(column.x, top, column.width - gap, height, beside=beside)
            for head, column in pairs
        ]
        place = Rect(columns[0].x, top, columns[-1].right - columns[0].x, height)
        return Box(role="heads", rect=place, children=tuple(boxes))

    def _rules(self, columns: Sequence[Rect], top: float, bottom: float) -> list[Box]:
        rule = self.metrics.rule
        return [
            Box(role="column-rule", rect=Rect(column.x - rule / 2, top, rule, bottom - top))
            for column in columns[1:]
        ]

    def _placed(self, lane: Lane, columns: Sequence[Rect], label: Rect, width: float) -> Box:
        """Return a lane with its heading and rows; each row is as high as its highest cell."""
        metrics = self.metrics
        top = label.y + metrics.lane_padding
        heading = _narrow(lane.heading, label.x, top, label.width)
        parts = [heading]
        if any(row.label for row in lane.rows):
            top = heading.rect.bottom + metrics.item_gap
        for row in lane.rows:
            placed = row.place(columns, heading.rect, top)
            if row.label is not None:
                placed = [row.label.place(label.x, top, label.width), *placed]
            parts += placed
            top = max([top, *(box.rect.bottom for box in placed)]) + metrics.item_gap
        bottom = max(part.rect.bottom for part in parts) + metrics.lane_padding
        whole = Rect(label.x, label.y, width, bottom - label.y)
        return Box(role="lane", rect=whole, children=tuple(parts), source=lane.name)


def _narrow(words: Words, x: float, y: float, room: float) -> Box:
    """Return words in a box as narrow as they are."""
    return words.place(x, y, max(line.width for line in words.lines(room)))


def _columns(left: float, widths: Sequence[float]) -> list[Rect]:
    columns = []
    for width in widths:
        columns.append(Rect(left, 0.0, width, 0.0))
        left += width
    return columns
