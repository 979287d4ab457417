"""The numbered arrow at the head of each stage."""

from __future__ import annotations

import functools

from journeymap.geometry import Rect
from journeymap.layout.blocks import Align, Block, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.brief import shortened
from journeymap.layout.cells import Place
from journeymap.layout.words import Words
from journeymap.text import TextStyle


class StageHead:
    """Number, name and duration, which stands beside the name if the whole row has room for it.

    The head that is repeated on a further page is brief: the number and the start of the name.
    """

    def __init__(self, place: Place, setting: Setting, *, brief: bool = False) -> None:
        metrics = setting.metrics
        self.owner = place
        self.metrics = metrics
        self.setting = setting
        self.number = self._words(str(place.position + 1), metrics.stage_number)
        name = shortened(place.stage.name, setting) if brief else place.stage.name
        self.name = self._words(name, metrics.stage, link=place.stage.link)
        self.notes: list[Block] = []
        self.duration: Words | None = None
        if not brief:
            self._say_more()

    def _words(
        self, text: str, style: TextStyle, *, link: str | None = None, align: Align = "start"
    ) -> Words:
        position = self.owner.position
        return Words(
            text, style, self.setting, ink="on-stage", stage=position, link=link, align=align
        )

    def _say_more(self) -> None:
        stage, labels, style = self.owner.stage, self.setting.labels, self.metrics.stage_note
        if stage.moment_of_truth:
            self.notes.append(self._words(f"◆ {labels.legend['moment_of_truth']}", style))
        if stage.duration is not None:
            text = labels.duration(stage.duration)
            self.duration = self._words(text, style, align="end")

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
        text = max(part.natural() for part in (self.name, *self.notes))
        return text + beside + sum(self._sides())

    def fits(self, width: float) -> bool:
        """Tell whether the duration has room beside the name."""
        return self.duration is None or self.natural() <= width

    def _body(self, width: float, *, beside: bool) -> tuple[Stack, float]:
        """Return the text and its width; the duration stands in it unless it stands beside it."""
        rest = width - sum(self._sides())
        below = [] if beside or self._below is None else [self._below]
        return Stack([self.name, *below, *self.notes], 0.0), rest

    @functools.cached_property
    def _below(self) -> Words | None:
        """The duration as it stands under the name."""
        words = self.duration
        if words is None:
            return None
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
