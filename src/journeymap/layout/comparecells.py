"""Two cells that belong together: what differs in them, marked item by item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

import attrs

from journeymap.geometry import Rect
from journeymap.layout.blocks import Block, Flow, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.frames import Frame
from journeymap.layout.words import Words

Mark = Literal["added", "removed", "changed"]
Marks = Mapping[str, Mark]
"""What is marked, by the ids of one journey."""


@attrs.frozen(eq=False)
class Difference:
    """A block on the ground of its mark, with the mark in a gutter at its left.

    Attributes:
        mark: What became of it.
        inside: The block.
        said: What a screen reader says of the mark.
        setting: Lengths, words and a ruler.
    """

    mark: Mark
    inside: Block
    said: str
    setting: Setting

    def least(self) -> float:
        """Return the block's least width and the room beside it."""
        return self.inside.least() + self._sides()

    def natural(self) -> float:
        """Return the block's natural width and the room beside it."""
        return self.inside.natural() + self._sides()

    def height(self, width: float) -> float:
        """Return the block's height with the room above and below."""
        inset = self.setting.metrics.difference_inset
        return self.inside.height(width - self._sides()) + 2 * inset

    def _sides(self) -> float:
        return gutter(self.setting) + self.setting.metrics.difference_gap

    def place(self, x: float, y: float, width: float) -> Box:
        """Return the ground with the mark and the block on it."""
        metrics = self.setting.metrics
        inset, size = metrics.difference_inset, metrics.difference
        inside = self.inside.place(x + gutter(self.setting), y + inset, width - self._sides())
        room = min(first_line(inside, metrics.line_height(metrics.body)), inside.rect.height)
        top = y + inset + max(0.0, (room - size) / 2)
        sign = Box(
            role="difference-sign",
            rect=Rect(x + inset, top, size, size),
            variant=self.mark,
            label=self.said,
        )
        bottom = max(inside.rect.bottom, sign.rect.bottom) + inset
        whole = Rect(x, y, width, max(bottom - y, self.height(width)))
        return Box(role="difference", rect=whole, variant=self.mark, children=(sign, inside))


def first_line(box: Box, usual: float) -> float:
    """Return the height of the line that a mark stands beside: the box's own if it is low."""
    return box.rect.height if box.rect.height < 2 * usual else usual


def gutter(setting: Setting) -> float:
    """Return the room for marks at the left of a cell."""
    metrics = setting.metrics
    return metrics.difference_inset + metrics.difference + metrics.difference_gap


def kept(block: Block, setting: Setting) -> Block:
    """Return a block without a mark, in line with those that have one."""
    return _indented(_level(block, setting), setting)


def _indented(block: Block, setting: Setting) -> Frame:
    right = setting.metrics.difference_gap
    return Frame(role="kept", inside=block, left=gutter(setting), right=right)


def _level(block: Block, setting: Setting) -> Frame:
    inset = setting.metrics.difference_inset
    return Frame(role="kept", inside=block, top=inset, bottom=inset)


def looks(block: Block, setting: Setting) -> tuple[object, ...]:
    """Return what a block looks like, whatever its id and its stage."""
    box = block.place(0.0, 0.0, setting.metrics.column_natural)
    return tuple(
        (
            *(part.role, part.variant, part.rect.width, part.rect.height),
            *(part.value, part.label, part.link),
            tuple(line.text for line in part.lines),
        )
        for part in box.walk()
    )


@attrs.frozen(eq=False)
class Pairing:
    """What cells are compared by.

    Attributes:
        before: What is marked in the first journey.
        after: What is marked in the second.
        said: What a screen reader says of each mark.
        unchanged: The words in the place of what stands there already.
        setting: Lengths, words and a ruler.
    """

    before: Marks
    after: Marks
    said: Mapping[Mark, str]
    unchanged: str
    setting: Setting

    def cells(self, first: Block | None, second: Block | None) -> Compared:
        """Return both cells with their marks; what is equal stands in the first only."""
        sides = (first, second)
        if first is None and second is None:
            return Compared((None, None))
        if first is not None and second is not None and self._same(first, second):
            words = Words(self.unchanged, self.setting.metrics.small, self.setting, ink="muted")
            return Compared((kept(first, self.setting), kept(words, self.setting)), is_same=True)
        marks: list[Sequence[Mark | None]] = [
            [known.get(_source(item)) for item in _items(side)]
            for side, known in zip(sides, (self.before, self.after), strict=True)
        ]
        if not any(map(any, marks)):
            marks = self._by_looks(first, second)
        if not any(map(any, marks)):
            return self._whole(first, second)
        # What was changed is marked on both sides and counts once.
        counts: Counter[Mark] = Counter(mark for mark in marks[0] if mark and mark != "changed")
        counts.update(mark for mark in marks[1] if mark)
        drawn = [self._drawn(side, one) for side, one in zip(sides, marks, strict=True)]
        return Compared((drawn[0], drawn[1]), counts)

    def alone(self, block: Block | None, mark: Mark) -> Block | None:
        """Return the cell of a stage that the other journey does not have."""
        return None if block is None else self._marked(block, mark)

    def _same(self, first: Block, second: Block) -> bool:
        return looks(first, self.setting) == looks(second, self.setting)

    def _by_looks(self, first: Block | None, second: Block | None) -> list[Sequence[Mark | None]]:
        """Return which items look like none on the other side."""
        seen = [{looks(item, self.setting) for item in _items(side)} for side in (first, second)]
        found: list[Sequence[Mark | None]] = []
        lone: tuple[Mark, Mark] = ("removed", "added")
        for side, other, mark in zip((first, second), reversed(seen), lone, strict=True):
            found.append(
                [
                    mark if _source(item) and looks(item, self.setting) not in other else None
                    for item in _items(side)
                ]
            )
        return found

    def _whole(self, first: Block | None, second: Block | None) -> Compared:
        mark: Mark = "added" if first is None else "removed" if second is None else "changed"
        drawn = [side and self._marked(side, mark) for side in (first, second)]
        return Compared((drawn[0], drawn[1]), Counter([mark]))

    def _marked(self, block: Block, mark: Mark) -> Difference:
        return Difference(mark, block, self.said[mark], self.setting)

    def _drawn(self, block: Block | None, marks: Sequence[Mark | None]) -> Block | None:
        if block is None:
            return None
        if isinstance(block, Flow):
            pairs = zip(block.blocks, marks, strict=True)
            level: list[Block] = [
                _level(item, self.setting) if mark is None else self._marked(item, mark)
                for item, mark in pairs
            ]
            return _indented(Flow(level, block.gap, block.row_gap), self.setting)
        items = [
            kept(item, self.setting) if mark is None else self._marked(item, mark)
            for item, mark in zip(_items(block), marks, strict=True)
        ]
        return Stack(items, self.setting.metrics.difference_inset)


@attrs.frozen(eq=False)
class Compared:
    """Two cells with their marks.

    Attributes:
        cells: Both cells.
        counts: How many marks there are of each kind.
        is_same: Whether both say the same.
        is_alone: Whether only one of the journeys has that stage.
    """

    cells: tuple[Block | None, Block | None]
    counts: Counter[Mark] = attrs.field(factory=Counter)
    is_same: bool = False
    is_alone: bool = False

    @property
    def is_first(self) -> bool:
        """Whether only the first cell is there."""
        return self.is_alone and self.cells[0] is not None


def _items(block: Block | None) -> Sequence[Block]:
    """Return what a cell is made of; one that is no list is one item."""
    if block is None:
        return ()
    return block.blocks if isinstance(block, (Stack, Flow)) else (block,)


def _source(block: Block) -> str:
    return block.source if isinstance(block, Frame) else ""
