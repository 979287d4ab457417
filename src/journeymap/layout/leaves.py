"""What one entry of the contents looks like where it stands by itself."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from journeymap.contents import Entry
from journeymap.geometry import Rect
from journeymap.layout.beside import lined_up
from journeymap.layout.blocks import Align, Block, Flow, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.frames import Frame
from journeymap.layout.marked import marked
from journeymap.layout.pills import pill
from journeymap.layout.remarks import Remarks
from journeymap.layout.tight import Ended
from journeymap.layout.words import Words
from journeymap.model import Benefit, Statement, Touchpoint
from journeymap.text import TextStyle


def leaf(
    entry: Entry, setting: Setting, stage: int, align: Align = "start", *, is_felt: bool = False
) -> Block:
    """Return an entry as it stands at the end of a branch: a pill, a feeling or words.

    Args:
        entry: The entry.
        setting: Lengths, words and a ruler.
        stage: The position of its stage.
        align: On which side of it the branch ends.
        is_felt: Whether it leaves room for a face, because entries beside it have one.
    """
    if isinstance(entry.said, Touchpoint):
        return pill(entry.said, setting, stage, entry.source)
    words: Block = said(entry, setting, align)
    if is_felt or entry.level is not None:
        words = Felt(words, entry.level, setting, align)
    return apart(words, setting, entry.source)


def apart(block: Block, setting: Setting, source: str = "") -> Block:
    """Return a block with room on both sides for the lines that lead to it and on."""
    gap = setting.metrics.dot_gap
    return Frame(role="leaf", inside=block, left=gap, right=gap, source=source)


def said(entry: Entry, setting: Setting, align: Align = "start") -> Block:
    """Return an entry as words: the text, what else is known of it, how we answer it."""
    metrics = setting.metrics
    text = setting.labels.spoken(entry.text) if entry.quoted else entry.text
    style = metrics.quote if entry.quoted else metrics.body
    plain = Words(text, style, setting, align=align, link=entry.link)
    words: Block = plain if entry.said is None else marked(plain, entry.said)
    remarks = (*((entry.named,) if entry.named else ()), *entry.notes)
    if remarks:
        known = _at(align, _remarks(remarks, style, setting, align))
        words = Flow([words, known], metrics.dot_gap, 0.0, align)
    below = [_worths(entry.worths, setting, align)] if entry.worths else []
    if entry.answer is not None:
        below.append(answer(entry.answer, setting, align))
    return Stack([words, *(_at(align, block) for block in below)], 0.0) if below else words


def _at(align: Align, block: Block) -> Block:
    """Return a block no wider than its longest line, at the side of its branch."""
    return Ended(block) if align == "end" else block


def _worths(worths: Sequence[tuple[str, Benefit]], setting: Setting, align: Align) -> Block:
    """Return who is told what: those in one column, what they are told in another.

    Where lines end at a branch, each is told below the word for those who are.
    """
    metrics = setting.metrics
    pairs: list[tuple[Block, Block]] = [
        (
            Words(who, metrics.small_strong, setting, ink="muted", align=align),
            marked(_benefit(benefit, setting, align), benefit),
        )
        for who, benefit in worths
    ]
    blocks: Sequence[Block] = [Stack(pair, 0.0) for pair in pairs]
    if align == "start":
        blocks = lined_up(
            pairs, apart=metrics.dot_gap, room=metrics.worth_least, inset=metrics.bullet_indent
        )
    lines = Stack(blocks, metrics.divider_gap / 2)
    return Frame(role="remarks", inside=lines, top=metrics.divider_gap)


def _benefit(said: Benefit, setting: Setting, align: Align) -> Words:
    style = setting.metrics.small
    return Words(said.text, style, setting, ink="muted", align=align, link=said.link)


def _remarks(remarks: Sequence[str], style: TextStyle, setting: Setting, align: Align) -> Block:
    """Return what else is known, on one base line with text in a style."""
    metrics = setting.metrics
    words = Remarks(remarks, setting, align)
    below = (metrics.line_height(style) - metrics.line_height(metrics.small)) / 2
    below += (style.size - metrics.small.size) * metrics.baseline_ratio
    return Frame(role="remarks", inside=words, top=below)


def answer(said: Statement, setting: Setting, align: Align = "start") -> Block:
    """Return how we answer a barrier or a concern, with its tick."""
    metrics = setting.metrics
    words = Words(said.text, metrics.small, setting, ink="mitigation", align=align, link=said.link)
    room, is_end = metrics.mark + metrics.dot_gap, align == "end"
    return Frame(
        role="mitigation",
        inside=marked(words, said),
        left=0.0 if is_end else room,
        right=room if is_end else 0.0,
        mark="check",
        mark_at=align,
        mark_size=metrics.mark,
        mark_line=metrics.line_height(metrics.small),
    )


@attrs.frozen(eq=False)
class Felt:
    """A feeling: a face beside its words, on the side of the branch; a ring if it is not known."""

    words: Block
    level: float | None
    setting: Setting
    align: Align = "start"

    @property
    def _size(self) -> float:
        return self.setting.metrics.line_height(self.setting.metrics.body)

    @property
    def _indent(self) -> float:
        return self._size + self.setting.metrics.dot_gap

    def least(self) -> float:
        return self.words.least() + self._indent

    def natural(self) -> float:
        return self.words.natural() + self._indent

    def height(self, width: float) -> float:
        return max(self.words.height(width - self._indent), self._size)

    def place(self, x: float, y: float, width: float) -> Box:
        is_last = self.align == "end"
        left = x if is_last else x + self._indent
        words = self.words.place(left, y, width - self._indent)
        place = Rect(x, y, width, self.height(width))
        start = x + width - self._size if is_last else x
        face = Box(role="face", rect=Rect(start, y, self._size, self._size), value=self.level)
        return Box(role="felt", rect=place, children=(face, words))
