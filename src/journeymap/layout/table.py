"""The table: a row an aspect, a column a stage, nothing but words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

import attrs

from journeymap.contents import Aspect, Entry, contents, under_heads
from journeymap.geometry import Rect
from journeymap.lanechoice import Wanted
from journeymap.layout import header
from journeymap.layout.blocks import Block, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.cellheights import Cell
from journeymap.layout.columns import balanced
from journeymap.layout.footer import footer
from journeymap.layout.frames import Frame
from journeymap.layout.leaves import said
from journeymap.layout.tight import whole
from journeymap.layout.words import Words
from journeymap.model import Journey, Stage


def table_layout(
    journey: Journey,
    setting: Setting,
    *,
    lanes: Wanted | None = None,
    width: float | None = None,
) -> Box:
    """Return the table as boxes; many stages stand in several parts, one under the other.

    Args:
        journey: What to lay out.
        setting: Lengths, words and a ruler.
        lanes: Which rows, in which order; all that have something to say unless given.
        width: How wide the sheet should be, in px; by need unless given.

    Raises:
        OptionError: There is no such lane.
    """
    metrics = setting.metrics
    aspects = under_heads(contents(journey, setting.labels, lanes), journey)
    label = _label_width(aspects, setting)
    tables = _tables(journey, aspects, label, width, setting)
    widest = max((len(table.stages) for table in tables), default=0)
    # Many columns may be narrower than a few.
    natural = label + metrics.table_column * max(2, widest)
    asked = natural if width is None else width - 2 * metrics.margin
    inner = max(asked, _least(tables), metrics.column_natural)
    left = top = metrics.margin
    children = [header.title(journey, setting).place(left, top, inner)]
    top = children[-1].rect.bottom + metrics.section_gap
    for table in tables:
        children.append(table.place(left, top, inner))
        top = children[-1].rect.bottom + metrics.section_gap
    if not tables:
        children.append(header.no_stages(setting).place(left, top, inner))
        top = children[-1].rect.bottom + metrics.section_gap
    foot = footer(journey, (), setting, children, aspects)
    if foot is not None:
        children.append(foot.place(left, top, inner))
        top = children[-1].rect.bottom + metrics.section_gap
    bottom = top - metrics.section_gap + metrics.margin * 0.75
    sheet = Rect(0.0, 0.0, inner + 2 * metrics.margin, bottom)
    return Box(role="sheet", rect=sheet, children=tuple(children))


def _label_width(aspects: Sequence[Aspect], setting: Setting) -> float:
    metrics = setting.metrics
    room = metrics.table_label - 2 * metrics.table_inset
    longest = max((_heading(aspect, room, setting).least() for aspect in aspects), default=0.0)
    return max(metrics.table_label, longest + 2 * metrics.table_inset)


def _heading(aspect: Aspect, room: float, setting: Setting) -> Block:
    return whole(partial(Words, aspect.heading, setting.metrics.lane_label), room, setting)


def _tables(
    journey: Journey,
    aspects: Sequence[Aspect],
    label: float,
    width: float | None,
    setting: Setting,
) -> list[_Part]:
    """Return the parts of the table: as few as may be, or as fit the width."""
    metrics = setting.metrics
    count = len(journey.stages)
    most = int(metrics.table_columns_ratio)
    if width is not None:
        most = max(1, int((width - 2 * metrics.margin - label) / metrics.table_least))
    while True:
        parts = _parts(count, most)
        tables = [_Part(journey, part, aspects, label, setting) for part in parts]
        most = max((len(part) for part in parts), default=1) - 1
        if width is None or not most or _least(tables) <= width - 2 * metrics.margin:
            return tables


def _parts(count: int, most: int) -> list[range]:
    """Return the stages of each part of a table, about as many in each."""
    number = math.ceil(count / most)
    each = math.ceil(count / number) if number else 0
    return [range(start, min(start + each, count)) for start in range(0, count, each or 1)]


def _least(tables: Sequence[_Part]) -> float:
    """Return how narrow the parts of a table may become."""
    return max((table.label + sum(table.least()) for table in tables), default=0.0)


@attrs.frozen(eq=False)
class _Head:
    """A stage over its column: its name, and what else is known of it as a whole."""

    name: Block
    notes: Block

    def least(self) -> float:
        """Return the width of the longest word."""
        return max(self.name.least(), self.notes.least())

    def heights(self, width: float) -> tuple[float, float]:
        """Return how high the name and the notes are."""
        return self.name.height(width), self.notes.height(width)


@attrs.frozen(eq=False)
class _Row:
    heading: Block
    cells: tuple[Block | None, ...]


class _Part:
    """The columns of some stages, with the rows in which they say something."""

    def __init__(
        self,
        journey: Journey,
        stages: range,
        aspects: Sequence[Aspect],
        label: float,
        setting: Setting,
    ) -> None:
        self.stages = stages
        self.label = label
        self.setting = setting
        self.heads = [_head(journey.stages[number], number, setting) for number in stages]
        self.rows = [
            _row(aspect, stages, setting)
            for aspect in aspects
            if any(aspect.entries[number] for number in stages)
        ]

    def least(self) -> list[float]:
        """Return how narrow each column may become."""
        metrics = self.setting.metrics
        most = metrics.table_column
        found = []
        for column, head in enumerate(self.heads):
            cells = [cell for row in self.rows if (cell := row.cells[column]) is not None]
            words = max([head.least(), *(block.least() for block in cells)])
            found.append(max(metrics.table_least, min(most, words + 2 * metrics.table_inset)))
        return found

    def _widths(self, total: float) -> list[float]:
        least = self.least()
        step = total / len(least) / self.setting.metrics.column_steps_ratio
        return balanced(total, least, step, [self._cells(column) for column in range(len(least))])

    def _cells(self, column: int) -> list[Cell]:
        """Return what stands in a column, from its name down, to be measured."""
        blocks = [row.cells[column] for row in self.rows]
        found = [self.heads[column].name, self.heads[column].notes, *blocks]
        return [Cell(lambda _: 0.0, 0) if block is None else self._cell(block) for block in found]

    def _cell(self, block: Block) -> Cell:
        inset = self.setting.metrics.table_inset
        return Cell(lambda width: block.height(width - 2 * inset))

    def place(self, left: float, top: float, width: float) -> Box:
        """Return the part; it is as wide as the sheet, however many columns it has."""
        count = len(self.stages)
        widths = self._widths(width - self.label)
        lefts = [left + self.label + sum(widths[:column]) for column in range(count)]
        whole = self.label + sum(widths)
        places = list(zip(lefts, widths, strict=True))
        children = [self._head_row(places, left, top, whole)]
        bottom = children[-1].rect.bottom
        for number, row in enumerate(self.rows):
            children.append(self._placed(row, number, places, Rect(left, bottom, whole, 0.0)))
            bottom = children[-1].rect.bottom
        place = Rect(left, top, whole, bottom - top)
        return Box(role="table", rect=place, children=tuple(children))

    def _head_row(
        self, places: Sequence[tuple[float, float]], left: float, top: float, width: float
    ) -> Box:
        """Return the names of the stages over a line in their colours."""
        metrics = self.setting.metrics
        inset = metrics.table_inset
        heights = [
            head.heights(own - 2 * inset) for head, (_, own) in zip(self.heads, places, strict=True)
        ]
        # The last lines of all names stand on one level, and so do the first lines of all notes.
        below = top + max(name for name, _ in heights)
        line = below + max(notes for _, notes in heights) + inset * 0.75
        children = []
        for number, head, (x, own), (tall, _) in zip(
            self.stages, self.heads, places, heights, strict=True
        ):
            inner = own - 2 * inset
            children.append(head.name.place(x + inset, below - tall, inner))
            children.append(head.notes.place(x + inset, below, inner))
            # Parted from the next one.
            gap = 0.0 if number == self.stages[-1] else metrics.header_gap
            rule = Rect(x, line, own - gap, metrics.table_rule)
            children.append(Box(role="table-rule", rect=rule, stage=number))
        rect = Rect(left, top, width, line + metrics.table_rule - top)
        return Box(role="table-head", rect=rect, children=tuple(children))

    def _placed(
        self, row: _Row, number: int, places: Sequence[tuple[float, float]], start: Rect
    ) -> Box:
        inset = self.setting.metrics.table_inset
        top = start.y + inset
        children = [row.heading.place(start.x + inset, top, self.label - 2 * inset)]
        children += [
            cell.place(x + inset, top, own - 2 * inset)
            for cell, (x, own) in zip(row.cells, places, strict=True)
            if cell is not None
        ]
        bottom = max(child.rect.bottom for child in children) + inset
        place = attrs.evolve(start, height=bottom - start.y)
        variant = "odd" if number % 2 == 0 else "even"
        return Box(role="table-row", rect=place, variant=variant, children=tuple(children))


def _head(stage: Stage, number: int, setting: Setting) -> _Head:
    """Return number and name of a stage, and under them how long it takes."""
    metrics, labels = setting.metrics, setting.labels
    name = f"{number + 1}\u00a0\u00a0{stage.name}"
    notes = [labels.duration(stage.duration)] if stage.duration else []
    if stage.moment_of_truth:
        notes.append(f"◆\u00a0{labels.legend['moment_of_truth']}")
    return _Head(
        Words(name, metrics.heading, setting, ink="stage-ink", stage=number, link=stage.link),
        Stack([Words(note, metrics.small, setting, ink="muted") for note in notes], 0.0),
    )


def _row(aspect: Aspect, stages: range, setting: Setting) -> _Row:
    metrics = setting.metrics
    heading = _heading(aspect, metrics.table_label - 2 * metrics.table_inset, setting)
    entries = [aspect.entries[number] for number in stages]
    several = any(len(cell) > 1 for cell in entries)
    cells = [
        _cell(cell, number, setting, several=several)
        for number, cell in zip(stages, entries, strict=True)
    ]
    return _Row(heading, tuple(cells))


def _cell(
    entries: Sequence[Entry], number: int, setting: Setting, *, several: bool
) -> Block | None:
    """Return the entries of a cell, with bullets where a row has several in a cell."""
    metrics = setting.metrics
    if not entries:
        return None
    blocks = [said(entry, setting) for entry in entries]
    if not several:
        return blocks[0]
    items = [
        Frame(
            role="item",
            inside=block,
            left=metrics.bullet_indent,
            mark="bullet",
            mark_size=metrics.bullet,
            mark_line=metrics.line_height(metrics.body),
            stage=number,
            source=entry.source,
        )
        for block, entry in zip(blocks, entries, strict=True)
    ]
    return Stack(items, metrics.item_gap / 3)
