"""The name of a point on a curve: the feelings, centered, with the marks of what they stand on."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from journeymap.geometry import Point, Rect
from journeymap.layout.box import Box, TextLine
from journeymap.layout.marked import Mark
from journeymap.layout.words import Words


@attrs.frozen(repr=False, eq=False)
class PointName:
    """Words with marks behind them, and the marker of their curve before them.

    Attributes:
        words: The feelings.
        marks: On what they stand.
        marker: The curve that they belong to; empty where there is only one.
    """

    words: Words
    marks: Sequence[Mark]
    marker: str = ""

    @property
    def _lead(self) -> float:
        metrics = self.words.setting.metrics
        return metrics.sign + metrics.evidence_gap if self.marker else 0.0

    @property
    def _room(self) -> float:
        metrics = self.words.setting.metrics
        return len(self.marks) * (metrics.evidence + metrics.evidence_gap)

    def least(self) -> float:
        """Return the width of the longest word, with marker and marks."""
        return self.words.least() + self._lead + self._room

    def natural(self) -> float:
        """Return the width on one line."""
        return self.words.natural() + self._lead + self._room

    def _text_width(self, width: float) -> float:
        return max(width - self._lead - self._room, 0.0)

    def size(self, width: float) -> tuple[float, float]:
        """Return the width that it really takes in a width, and its height."""
        lines = self.words.lines(self._text_width(width))
        if not lines:
            return 0.0, 0.0
        widest = max(*(line.width for line in lines), lines[-1].width + self._room)
        return widest + self._lead, self.words.height(self._text_width(width))

    def place(self, x: float, y: float, width: float) -> Box:
        """Return the name with its top left corner at a point, wrapped for a width."""
        metrics = self.words.setting.metrics
        own, height = self.size(width)
        lines = self.words.lines(self._text_width(width))
        pitch = metrics.line_height(self.words.style)
        baseline = y + pitch / 2 + self.words.style.size * metrics.baseline_ratio
        left, room = x + self._lead, own - self._lead
        ends = [0.0] * (len(lines) - 1) + [self._room]
        is_leftwards = bool(lines) and lines[-1].leftwards
        # Behind a marker lines start together; without one each stands over its point.
        part = 0.0 if self.marker else self.words.setting.metrics.half_ratio
        starts = [
            left + (room - line.width - end) * part + (end if is_leftwards else 0.0)
            for line, end in zip(lines, ends, strict=False)
        ]
        text = Box(
            role="text",
            rect=Rect(left, y, room, height),
            variant=self.words.ink,
            lines=tuple(
                TextLine(
                    line.text, Point(start, baseline + number * pitch), line.width, line.leftwards
                )
                for number, (line, start) in enumerate(zip(lines, starts, strict=True))
            ),
            style=self.words.style,
            link=self.words.link,
        )
        end = starts[-1] + lines[-1].width if lines else left
        if is_leftwards:
            # Behind the last word is at its left where it is read from right to left.
            end = starts[-1] - self._room - metrics.evidence_gap
        middle = y + height - pitch / 2
        children = [*self._marker(x, y + pitch / 2), text, *self._marks(end, middle)]
        return Box(role="feeling", rect=Rect(x, y, own, height), children=tuple(children))

    def _marker(self, x: float, middle: float) -> list[Box]:
        if not self.marker:
            return []
        size = self.words.setting.metrics.sign
        place = Rect(x, middle - size / 2, size, size)
        return [Box(role="marker", variant=self.marker, rect=place)]

    def _marks(self, left: float, middle: float) -> list[Box]:
        metrics = self.words.setting.metrics
        made = []
        for mark in self.marks:
            left += metrics.evidence_gap
            place = Rect(left, middle - metrics.evidence / 2, metrics.evidence, metrics.evidence)
            variant = f"{mark.variant} muted"
            made.append(
                Box(role=mark.role, variant=variant, rect=place, label=mark.label, link=mark.link)
            )
            left += metrics.evidence
        return made
