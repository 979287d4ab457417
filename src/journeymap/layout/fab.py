"""Features against buyers: who is told what, what it answers, and where nothing is told."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

import attrs

from journeymap.analysis.fab import By, Column, Matrix, matrix
from journeymap.analysis.needs import Group
from journeymap.errors import OptionError
from journeymap.geometry import Rect
from journeymap.layout.blocks import Block, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.columns import shared
from journeymap.layout.fabcells import Hole, cell, feature
from journeymap.layout.fabfoot import foot
from journeymap.layout.fabhead import heads
from journeymap.layout.remarks import SEPARATOR
from journeymap.layout.tight import whole
from journeymap.layout.words import Words
from journeymap.model import Journey


def fab_layout(
    journey: Journey,
    setting: Setting,
    *,
    buyers: By | None = None,
    width: float | None = None,
) -> Box:
    """Return features against roles or buyers as boxes; many columns stand in several parts.

    Args:
        journey: Whose messages.
        setting: Lengths, words and a ruler.
        buyers: Whether columns are roles or buyers; by what benefits are told to unless given.
        width: How wide the sheet should be, in px; by need unless given.

    Raises:
        OptionError: The journey has neither buyers nor messages.
    """
    if not journey.buyers and not journey.messages:
        raise OptionError(
            f"{journey.title}: there is nothing to tell (the journey has neither buyers nor "
            "messages; give it some)"
        )
    metrics = setting.metrics
    group = Group(journey)
    found = matrix(journey, buyers, group)
    label = _label_width(found, width, setting)
    ranges = _parted(len(found.columns), label, width, setting)
    tops = heads(found, setting)
    parts = [_Part(found, columns, tops, label, setting) for columns in ranges]
    most = max(len(part.columns) for part in parts)
    # A few columns are no wider than they would be beside others.
    natural = label + (metrics.fab_column + metrics.fab_gap) * max(2, most)
    asked = natural if width is None else width - 2 * metrics.margin
    inner = max(asked, *(label + sum(part.least()) for part in parts), metrics.column_natural)
    left = top = metrics.margin
    children = [_title(journey, setting).place(left, top, inner)]
    for part in parts:
        top = children[-1].rect.bottom + metrics.section_gap
        children.append(part.place(left, top, inner, most))
    for name, is_missing in (("no_buyers", found.columns), ("no_messages", found.rows)):
        if not is_missing:
            top = children[-1].rect.bottom + metrics.section_gap
            words = Words(setting.labels.fab[name], metrics.body, setting, ink="muted")
            children.append(words.place(left, top, inner))
    end = foot(journey, found, group, setting, tuple(children))
    top = children[-1].rect.bottom + metrics.section_gap
    children.append(end.place(left, top, inner))
    bottom = children[-1].rect.bottom + metrics.margin * metrics.foot_ratio
    sheet = Rect(0.0, 0.0, inner + 2 * metrics.margin, bottom)
    return Box(role="sheet", rect=sheet, children=tuple(children))


def _title(journey: Journey, setting: Setting) -> Block:
    """Return the title of the journey, and what the picture tells of it."""
    metrics, labels = setting.metrics, setting.labels
    facts = [labels.fab["title"], *([labels.kinds[journey.kind]] if journey.kind else [])]
    return Stack(
        [
            Words(journey.title, metrics.title, setting, link=journey.link),
            Words(SEPARATOR.join(facts), metrics.subtitle, setting, ink="muted"),
        ],
        metrics.title_gap,
        role="title",
    )


def _label_width(found: Matrix, width: float | None, setting: Setting) -> float:
    """Return how wide the column of features is: narrow on a narrow sheet, but for a long word."""
    metrics = setting.metrics
    share = math.inf if width is None else (width - 2 * metrics.margin) * metrics.fab_label_ratio
    usual = max(metrics.fab_label_least, min(metrics.fab_label, share))
    longest = max((feature(row.message, setting).least() for row in found.rows), default=0.0)
    return max(usual, min(longest + metrics.fab_padding, metrics.fab_label))


def _parted(count: int, label: float, width: float | None, setting: Setting) -> list[range]:
    """Return the columns of each part, about as many in each."""
    metrics, most = setting.metrics, int(setting.metrics.fab_columns_ratio)
    if width is not None:
        room = width - 2 * metrics.margin - label
        most = max(1, int(room / (metrics.fab_least + metrics.fab_gap)))
    each = math.ceil(count / math.ceil(count / most)) if count else 1
    return [range(start, min(start + each, count)) for start in range(0, max(count, 1), each)]


@attrs.frozen(eq=False)
class _Line:
    """A row of a part: the feature and its cells."""

    id: str
    label: Block
    cells: tuple[Block, ...]


class _Part:
    """Some columns, with all features."""

    def __init__(
        self,
        found: Matrix,
        columns: range,
        heads: Sequence[Block],
        label: float,
        setting: Setting,
    ) -> None:
        self.columns = columns
        self.label = label
        self.setting = setting
        metrics = setting.metrics
        chosen: list[Column] = [found.columns[number] for number in columns]
        self.heads = [heads[number] for number in columns]
        self.lines = [
            _Line(
                row.id,
                whole(partial(feature, row.message), label - metrics.fab_padding, setting),
                tuple(
                    cell(row.cells[number], column, setting)
                    for number, column in zip(columns, chosen, strict=True)
                ),
            )
            for row in found.rows
        ]

    def least(self) -> list[float]:
        """Return how narrow each column may become, with the gap before it."""
        metrics = self.setting.metrics
        found = []
        for number, block in enumerate(self.heads):
            cells = [line.cells[number].least() for line in self.lines]
            longest = max([block.least(), *(one + 2 * metrics.fab_padding for one in cells)])
            own = max(metrics.fab_least, min(metrics.fab_column, longest))
            found.append(own + metrics.fab_gap)
        return found

    def place(self, left: float, top: float, width: float, columns: int) -> Box:
        """Return the part; its columns are as wide as those of a part with all columns."""
        metrics = self.setting.metrics
        count = len(self.columns)
        total = (width - self.label) * count / max(columns, 1)
        widths = shared(max(total, sum(self.least())), self.least()) if count else []
        places = [
            Rect(left + self.label + sum(widths[:number]) + metrics.fab_gap, top, own, 0.0)
            for number, own in enumerate(one - metrics.fab_gap for one in widths)
        ]
        whole_width = self.label + sum(widths) if count else width
        children = [self._heads(left, top, whole_width, places)]
        for line in self.lines:
            bottom = children[-1].rect.bottom
            start = Rect(left, bottom, whole_width, 0.0)
            children.append(self._line(line, start, places))
        rect = Rect(left, top, whole_width, children[-1].rect.bottom - top)
        return Box(role="fab", rect=rect, children=tuple(children))

    def _heads(self, left: float, top: float, width: float, places: list[Rect]) -> Box:
        """Return the heads, all as high as the highest, beside what the first column holds."""
        metrics, words = self.setting.metrics, self.setting.labels.fab
        corner = Stack(
            [
                Words(words["feature"], metrics.small_strong, self.setting, ink="muted"),
                Words(words["advantage"], metrics.small, self.setting, ink="muted"),
            ],
            0.0,
        )
        pairs = list(zip(self.heads, places, strict=True))
        room = self.label - metrics.fab_padding
        low = corner.height(room)
        tall = max([low, *(block.height(place.width) for block, place in pairs)])
        boxes = [corner.place(left, top + tall - low, room)]
        for block, place in pairs:
            box = block.place(place.x, top, place.width)
            boxes.append(attrs.evolve(box, rect=attrs.evolve(box.rect, height=tall)))
        rect = Rect(left, top, width, tall + metrics.fab_inset)
        return Box(role="fab-heads", rect=rect, children=tuple(boxes))

    def _line(self, line: _Line, start: Rect, places: list[Rect]) -> Box:
        metrics = self.setting.metrics
        padding, inset = metrics.fab_padding, metrics.fab_inset
        top = start.y + inset
        label = line.label.place(start.x, top, self.label - padding)
        inner = [
            attrs.evolve(place, x=place.x + padding, width=place.width - 2 * padding)
            for place in places
        ]
        heights = [
            block.height(place.width) for block, place in zip(line.cells, inner, strict=True)
        ]
        tall = max([label.rect.height, *heights])
        boxes = [label]
        for block, place in zip(line.cells, inner, strict=True):
            if isinstance(block, Hole):
                boxes.append(block.fill(attrs.evolve(place, y=top, height=tall)))
            else:
                boxes.append(block.place(place.x, top, place.width))
        rect = attrs.evolve(start, height=tall + 2 * inset)
        return Box(role="fab-row", rect=rect, children=tuple(boxes), source=line.id)
