"""The swimlane map: stages side by side, lanes one under the other."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from journeymap.analysis.feelings import feelings
from journeymap.errors import unknown
from journeymap.geometry import Rect
from journeymap.layout import header
from journeymap.layout.blocks import Block, Flow, Setting, Stack, Words
from journeymap.layout.box import Box
from journeymap.layout.cells import Place
from journeymap.layout.columns import balanced
from journeymap.layout.curve import curve_lane
from journeymap.layout.footer import footer
from journeymap.layout.lanes import LANES
from journeymap.layout.stagehead import StageHead
from journeymap.layout.tracks import tracks
from journeymap.model import Journey


def swimlane_layout(
    journey: Journey,
    setting: Setting,
    *,
    lanes: Sequence[str] | None = None,
    width: float | None = None,
) -> Box:
    """Return the map as boxes.

    Args:
        journey: What to lay out.
        setting: Lengths, words and a ruler.
        lanes: Which lanes, in which order; all that have something to say unless given.
        width: How wide the sheet should be, in px; by need unless given. A sheet is never narrower
            than its longest words allow.

    Raises:
        OptionError: There is no such lane.
    """
    return _Map(journey, setting, _chosen(journey, lanes, setting), width).box()


def _places(journey: Journey) -> tuple[Place, ...]:
    return tuple(
        Place(stage, position, stage.id or f"stage{position + 1}")
        for position, stage in enumerate(journey.stages)
    )


def _chosen(journey: Journey, lanes: Sequence[str] | None, setting: Setting) -> tuple[str, ...]:
    if lanes is not None:
        for name in lanes:
            if name not in LANES:
                raise unknown("lane", name, LANES)
        return tuple(dict.fromkeys(lanes))
    return tuple(name for name in LANES if _has_content(name, journey, setting))


def _has_content(lane: str, journey: Journey, setting: Setting) -> bool:
    places = _places(journey)
    if lane == "emotions":
        return any(
            stage.emotions or any(touch.emotions for touch in stage.touchpoints)
            for stage in journey.stages
        )
    if lane == "duration":
        # The stage headers name the duration already; the lane adds what is active and waiting.
        return any(stage.active or stage.waiting for stage in journey.stages)
    return any(LANES[lane](place, setting) is not None for place in places)


@attrs.frozen(eq=False)
class _Lane:
    name: str
    label: Words
    cells: tuple[Block | None, ...]


class _Map:
    """The parts of one map while it is laid out."""

    def __init__(
        self, journey: Journey, setting: Setting, lanes: tuple[str, ...], width: float | None
    ) -> None:
        self.journey = journey
        self.setting = setting
        self.metrics = setting.metrics
        places = _places(journey)
        self.heads = tuple(StageHead(place, setting) for place in places)
        self.lanes = tuple(self._lane(name, places) for name in lanes)
        self.names = lanes
        self.label_width = self._label_width()
        self.sheet, self.widths = self._shared(width)

    def _lane(self, name: str, places: tuple[Place, ...]) -> _Lane:
        label = Words(self.setting.labels.lanes[name], self.metrics.lane_label, self.setting)
        return _Lane(name, label, tuple(LANES[name](place, self.setting) for place in places))

    def _label_width(self) -> float:
        metrics = self.metrics
        words = max([metrics.label_width, *(lane.label.least() for lane in self.lanes)])
        return min(words, metrics.column_natural) + metrics.label_gap

    def _shared(self, width: float | None) -> tuple[float, list[float]]:
        """Return the width of the sheet and those of the columns."""
        metrics = self.metrics
        least = [self._least(column) for column in range(len(self.heads))]
        frame = 2 * metrics.margin + self.label_width
        wished = frame + metrics.column_natural * max(2, len(least)) if width is None else width
        sheet = max(wished, frame + sum(least), frame + metrics.column_natural)
        if not least:
            return sheet, []
        step = (sheet - frame) / len(least) / metrics.column_steps_ratio
        blocks = [self._blocks(column) for column in range(len(least))]
        return sheet, balanced(sheet - frame, least, step, self._heights, blocks)

    def _blocks(self, column: int) -> int:
        """Return about how many blocks a column has."""
        cells = [lane.cells[column] for lane in self.lanes]
        return 1 + sum(
            len(cell.blocks) if isinstance(cell, (Stack, Flow)) else 1 for cell in cells if cell
        )

    def _least(self, column: int) -> float:
        metrics = self.metrics
        cells = [cell.least() for lane in self.lanes if (cell := lane.cells[column]) is not None]
        # A word that would make the column wider than usual is broken instead.
        inner = max([0.0, *cells]) + 2 * metrics.cell_padding
        head = self.heads[column].least() + metrics.header_gap
        words = min(max(inner, head), metrics.column_natural)
        return max(metrics.column_minimum, words, self._feelings_least(column))

    def _feelings_least(self, column: int) -> float:
        metrics = self.metrics
        points = feelings(self.journey.stages[column])
        if "emotions" not in self.names or not points:
            return 0.0
        words = [Words(", ".join(p.names), metrics.small_strong, self.setting) for p in points]
        widest = min(max(word.least() for word in words), metrics.facet_minimum)
        return len(points) * (max(widest, 2 * metrics.face) + metrics.cell_padding)

    def _heights(self, column: int, width: float) -> tuple[float, ...]:
        inner = width - 2 * self.metrics.cell_padding
        cells = [lane.cells[column] for lane in self.lanes]
        head, head_width = self.heads[column], width - self.metrics.header_gap
        return (
            head.height(head_width, beside=head.fits(head_width)),
            *(0.0 if cell is None else cell.height(inner) for cell in cells),
        )

    def box(self) -> Box:
        """Return everything in its place."""
        metrics = self.metrics
        left, inner = metrics.margin, self.sheet - 2 * metrics.margin
        children: list[Box] = []
        top = metrics.margin
        for block in (
            header.title(self.journey, self.setting),
            header.strip(self.journey, inner, self.setting),
        ):
            if block is not None:
                children.append(block.place(left, top, inner))
                top = children[-1].rect.bottom + metrics.section_gap
        if self.heads:
            children.append(self._grid(left, top, inner))
            top = children[-1].rect.bottom + metrics.lane_padding
        foot = footer(self.journey, self.names, self.setting)
        if foot is not None:
            children.append(foot.place(left, top, inner))
            top = children[-1].rect.bottom
        sheet = Rect(0.0, 0.0, self.sheet, top + metrics.margin * 0.75)
        return Box(role="sheet", rect=sheet, children=tuple(children))

    def _columns(self, left: float, top: float) -> list[Rect]:
        columns = []
        x = left + self.label_width
        for width in self.widths:
            columns.append(Rect(x, top, width, 0.0))
            x += width
        return columns

    def _grid(self, left: float, top: float, width: float) -> Box:
        """Return stage headers, the ways above them, and all lanes."""
        columns = self._columns(left, top)
        above = tracks(self.journey, columns, top, self.setting)
        head_top = max([top, *(box.rect.bottom for box in above)])
        heads = self._heads(columns, head_top)
        lanes: list[Box] = []
        bottom = heads.rect.bottom
        for lane in self.lanes:
            lanes.append(self._placed(lane, columns, Rect(left, bottom, width, 0.0)))
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

    def _placed(self, lane: _Lane, columns: Sequence[Rect], place: Rect) -> Box:
        """Return a lane with its label and cells; its height is that of the highest."""
        metrics = self.metrics
        top = place.y + metrics.lane_padding
        room = self.label_width - metrics.label_gap
        taken = max(line.width for line in lane.label.lines(room))
        label = lane.label.place(place.x, top, taken)
        parts = [label, *self._content(lane, columns, label.rect)]
        bottom = max(part.rect.bottom for part in parts) + metrics.lane_padding
        whole = Rect(place.x, place.y, place.width, bottom - place.y)
        return Box(role="lane", rect=whole, children=tuple(parts), source=lane.name)

    def _content(self, lane: _Lane, columns: Sequence[Rect], label: Rect) -> list[Box]:
        if lane.name == "emotions":
            return [curve_lane(self.journey, columns, label, self.setting)]
        padding = self.metrics.cell_padding
        return [
            cell.place(column.x + padding, label.y, column.width - 2 * padding)
            for cell, column in zip(lane.cells, columns, strict=True)
            if cell is not None
        ]
