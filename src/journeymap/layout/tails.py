"""Small marks behind the last word of a text: a way out, a moment of truth."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from journeymap.geometry import Rect
from journeymap.layout.blocks import Block, Words
from journeymap.layout.box import Box

Mark = tuple[str, str]
"""The role of a mark and its variant."""

LINK: Mark = ("icon", "link")
"""The arrow that says: this leads somewhere."""

TRUTH: Mark = ("truth", "")
"""The sign of a moment of truth."""


_TRIES = 4  # How many widths are tried before every line leaves that room.


class Tailed:
    """A text that wraps, with marks behind its last word; they never stand on a line alone."""

    __slots__ = ("marks", "words")

    def __init__(self, words: Words, marks: Sequence[Mark]) -> None:
        self.words = words
        self.marks = marks

    def _tail(self) -> float:
        """Return the width of all marks with the gaps before them."""
        metrics = self.words.setting.metrics
        return len(self.marks) * (metrics.tail + metrics.tail_gap)

    def _room(self, width: float) -> float:
        """Return the width for the text: the widest in which its last line leaves room for them."""
        tail = self._tail()
        for number in range(_TRIES):
            room = width - tail * number / _TRIES
            if self.words.lines(room)[-1].width + tail <= width:
                return room
        return max(tail, width - tail)

    def least(self) -> float:
        """Return the width of the longest word with the marks behind it."""
        return self.words.least() + self._tail()

    def natural(self) -> float:
        """Return the width of the longest line with the marks behind it."""
        return self.words.natural() + self._tail()

    def height(self, width: float) -> float:
        """Return the height of all lines."""
        return self.words.height(self._room(width))

    def place(self, x: float, y: float, width: float) -> Box:
        """Return the text; the marks stand in it, level with the middle of its last line."""
        room = self._room(width)
        text = self.words.place(x, y, room)
        metrics, style = self.words.setting.metrics, self.words.style
        is_leftwards = text.lines[-1].leftwards
        if is_leftwards:
            text = text.moved(width - room, 0.0)
        last = text.lines[-1]
        middle = last.start.y - style.size * metrics.baseline_ratio
        # Behind the last word is at its left where the line is read from right to left.
        left = last.start.x + (-self._tail() if is_leftwards else last.width + metrics.tail_gap)
        marks = []
        for role, variant in reversed(self.marks) if is_leftwards else self.marks:
            place = Rect(left, middle - metrics.tail / 2, metrics.tail, metrics.tail)
            marks.append(Box(role=role, variant=variant, rect=place, stage=self.words.stage))
            left = place.right + metrics.tail_gap
        whole = Rect(x, y, width, text.rect.height)
        return attrs.evolve(text, rect=whole, children=tuple(marks))


def linked(words: Words) -> Block:
    """Return a text as it is, or with an arrow behind it if it leads somewhere."""
    return Tailed(words, (LINK,)) if words.link is not None else words
