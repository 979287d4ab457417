"""The numbered arrow at the head of each stage."""

from __future__ import annotations

from journeymap.geometry import Rect
from journeymap.layout.blocks import Block, Setting, Stack, Words
from journeymap.layout.box import Box
from journeymap.layout.cells import Place


class StageHead:
    """Number, name and duration, which stands beside the name if the whole row has room for it."""

    def __init__(self, place: Place, setting: Setting) -> None:
        metrics, labels = setting.metrics, setting.labels
        stage, position = place.stage, place.position
        self.owner = place
        self.metrics = metrics
        self.number = Words(
            str(position + 1), metrics.stage_number, setting, ink="on-stage", stage=position
        )
        self.name = Words(
            stage.name, metrics.stage, setting, ink="on-stage", stage=position, link=stage.link
        )
        notes: list[Block] = []
        if stage.moment_of_truth:
            truth = labels.legend["moment_of_truth"]
            notes.append(
                Words(f"◆ {truth}", metrics.stage_note, setting, ink="on-stage", stage=position)
            )
        self.notes = notes
        self.duration: Words | None = None
        if stage.duration is not None:
            text = labels.duration(stage.duration)
            self.duration = Words(
                text, metrics.stage_note, setting, ink="on-stage", stage=position, align="end"
            )

    def _sides(self) -> tuple[float, float]:
        """Return the room that notch and number take on the left, and the tip on the right."""
        metrics = self.metrics
        left = metrics.arrow + metrics.header_padding * 0.75
        return left + self.number.natural() + metrics.label_gap, metrics.arrow

    def least(self) -> float:
        parts = [self.name.least(), *(note.least() for note in self.notes)]
        if self.duration is not None:
            parts.append(self.duration.least())
        return max(parts) + sum(self._sides())

    def natural(self) -> float:
        beside = 0.0 if self.duration is None else self.duration.natural() + self.metrics.label_gap
        return self.name.natural() + beside + sum(self._sides())

    def fits(self, width: float) -> bool:
        """Tell whether the duration has room beside the name."""
        return self.duration is None or self.natural() <= width

    def _body(self, width: float, *, beside: bool) -> tuple[Stack, float]:
        """Return the text and its width; the duration stands in it unless it stands beside it."""
        rest = width - sum(self._sides())
        below = [] if beside or self.duration is None else [self._below(self.duration)]
        return Stack([self.name, *below, *self.notes], 0.0), rest

    @staticmethod
    def _below(words: Words) -> Words:
        return Words(words.text, words.style, words.setting, ink=words.ink, stage=words.stage)

    def height(self, width: float, *, beside: bool) -> float:
        """Return the height in a width, with the duration beside the name or under it."""
        body, rest = self._body(width, beside=beside)
        return max(self.metrics.header_height, body.height(rest) + 2 * self.metrics.header_padding)

    def place(self, x: float, y: float, width: float, height: float, *, beside: bool) -> Box:
        """Return the arrow, as high as the highest of the row."""
        body, rest = self._body(width, beside=beside)
        middle = y + height / 2
        left = x + self._sides()[0]
        number_left = left - self.metrics.label_gap - self.number.natural()
        children = [
            self._centered(self.number, number_left, middle, self.number.natural()),
        ]
        if beside and self.duration is not None:
            own = self.duration.natural()
            name_width = rest - own - self.metrics.label_gap
            children.append(self._centered(body, left, middle, name_width))
            children.append(self._centered(self.duration, left + rest - own, middle, own))
        else:
            children.append(self._centered(body, left, middle, rest))
        return Box(
            role="stage",
            rect=Rect(x, y, width, height),
            stage=self.owner.position,
            variant="truth" if self.owner.stage.moment_of_truth else "",
            children=tuple(children),
            source=self.owner.id,
            label=self.owner.stage.name,
        )

    @staticmethod
    def _centered(block: Block, x: float, middle: float, width: float) -> Box:
        return block.place(x, middle - block.height(width) / 2, width)
