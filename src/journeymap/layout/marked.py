"""Small marks behind the last word of a text: on what it stands, and that it leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import attrs

from journeymap.geometry import Point, Rect
from journeymap.labels.words import Labels
from journeymap.layout.box import Box
from journeymap.layout.words import Words
from journeymap.model import Evidence
from journeymap.model.evidence import Remark


class Mark(NamedTuple):
    """One mark: what is drawn, what a screen reader says of it, where it leads.

    Attributes:
        role: What is drawn.
        variant: Which kind of it.
        label: What is said of it.
        link: Where it leads.
        is_inked: Whether it is drawn in the ink of the words, which then stands in the variant too.
    """

    role: str
    variant: str = "plain"
    label: str = ""
    link: str | None = None
    is_inked: bool = True


_TRIES = 4
"""In how many widths the words are wrapped before every line leaves room for the marks."""


class Marked:
    """Words with marks behind the last of them; the marks never part from it nor touch it.

    Behind the last word is at its left where the line is read from right to left.
    """

    __slots__ = ("marks", "words")

    def __init__(self, words: Words, marks: Sequence[Mark]) -> None:
        self.words = words
        self.marks = marks

    @property
    def _room(self) -> float:
        metrics = self.words.setting.metrics
        return len(self.marks) * (metrics.evidence + metrics.evidence_gap)

    def least(self) -> float:
        """Return the width of the longest word and the marks."""
        return self.words.least() + self._room

    def natural(self) -> float:
        """Return the width of the longest line and the marks."""
        return self.words.natural() + self._room

    def text_width(self, width: float) -> float:
        """Return in which width the words must wrap to leave room for the marks."""
        narrow = max(width - self._room, 0.0)
        for number in range(_TRIES):
            room = width - self._room * number / _TRIES
            lines = self.words.lines(room)
            if not lines:
                break
            # A centered line ends half of what is left before the end of its room.
            end = (room + lines[-1].width) / 2 if self.words.align == "middle" else lines[-1].width
            if end + self._room <= width:
                return room
        return narrow

    def height(self, width: float) -> float:
        """Return the height of all lines, or of one if there is none for the marks to stand in."""
        return max(self.words.height(self.text_width(width)), self._pitch)

    @property
    def _pitch(self) -> float:
        return self.words.setting.metrics.line_height(self.words.style)

    def place(self, x: float, y: float, width: float) -> Box:
        """Return the words; the marks stand in their box, level with the last line.

        A mark that leads elsewhere than the words do stands beside it: links cannot hold links.
        """
        own = self.text_width(width)
        lines = self.words.evened(own, width, self._room)
        is_end = self.words.align == "end"
        text = self.words.set(x, y, width if is_end else own, lines)
        is_leftwards = bool(text.lines) and text.lines[-1].leftwards
        if is_end:
            text = self._cleared(text, self._room if is_leftwards else -self._room)
        elif is_leftwards:
            text = text.moved(width - own, 0.0)
        boxes = self._boxes(text, is_leftwards=is_leftwards)
        link = self.words.link
        apart = [box for box in boxes if link is not None and box.link not in {None, link}]
        inside = [box for box in boxes if box not in apart]
        if link is not None:
            inside = [attrs.evolve(box, link=None) for box in inside]
        start = min([x, *(box.rect.x for box in boxes)])
        end = max([x + width, *(box.rect.right for box in boxes)])
        whole = Rect(start, y, end - start, max(text.rect.height, self._pitch))
        text = attrs.evolve(text, rect=whole, children=tuple(inside))
        return Box(role="marked", rect=whole, children=(text, *apart)) if apart else text

    @staticmethod
    def _cleared(text: Box, aside: float) -> Box:
        """Return a text of which the last line makes room for the marks behind it."""
        if not text.lines:
            return text
        last = text.lines[-1]
        moved = attrs.evolve(last, start=Point(last.start.x + aside, last.start.y))
        return attrs.evolve(text, lines=(*text.lines[:-1], moved))

    def _boxes(self, text: Box, *, is_leftwards: bool) -> list[Box]:
        metrics, words = self.words.setting.metrics, self.words
        size, pitch = metrics.evidence, self._pitch
        left = text.lines[-1].start.x + text.lines[-1].width if text.lines else text.rect.x
        if is_leftwards:
            left = text.lines[-1].start.x - self._room - metrics.evidence_gap
        top = text.rect.y + max(text.rect.height, pitch) - pitch / 2 - size / 2
        ink = "muted" if words.ink == "ink" else words.ink
        boxes = []
        # The first mark is the one that stands next to the word.
        for mark in reversed(self.marks) if is_leftwards else self.marks:
            left += metrics.evidence_gap
            boxes.append(
                Box(
                    role=mark.role,
                    rect=Rect(left, top, size, size),
                    variant=f"{mark.variant} {ink}" if mark.is_inked else mark.variant,
                    stage=words.stage,
                    label=mark.label,
                    link=mark.link,
                )
            )
            left += size
        return boxes


def marked(words: Words, remark: Remark, *, is_linked: bool = False) -> Words | Marked:
    """Return words with the marks of what they say.

    Args:
        words: The words.
        remark: What they are said of.
        is_linked: Whether they stand in something that is a link: links cannot hold links.
    """
    marks = [Mark("out", link=words.link)] if remark.link is not None else []
    marks += evidence_marks([remark.evidence], words.setting.labels)
    if is_linked:
        marks = [mark._replace(link=None) for mark in marks]
    return Marked(words, marks) if marks else words


def evidence_marks(evidence: Iterable[Evidence], labels: Labels) -> list[Mark]:
    """Return one mark for each kind of fact, and none for what is assumed."""
    kinds: dict[str, list[Evidence]] = {}
    for item in evidence:
        if item.is_fact and item not in kinds.setdefault(item.kind, []):
            kinds[item.kind].append(item)
    return [
        Mark(
            "evidence",
            kind,
            "; ".join(evidence_text(item, labels) for item in items),
            items[0].link if len(items) == 1 else None,
        )
        for kind, items in kinds.items()
    ]


def evidence_text(evidence: Evidence, labels: Labels) -> str:
    """Return on what a statement stands, such as `measured: CRM, 2026-03-31, n = 1,480`."""
    size = evidence.sample_size
    details = [
        evidence.source or "",
        "" if evidence.date is None else evidence.date.isoformat(),
        "" if size is None else labels.legend["sample"].format(count=labels.number(size)),
    ]
    said = ", ".join(detail for detail in details if detail)
    kind = labels.evidence[evidence.kind]
    return f"{kind}: {said}" if said else kind
