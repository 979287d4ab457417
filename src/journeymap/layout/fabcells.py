"""What stands in the rows: a feature with its advantage, and what it is worth to each column."""

from __future__ import annotations

import attrs

from journeymap.analysis.fab import Column, Worth
from journeymap.analysis.fabtold import answers, told_to
from journeymap.geometry import Rect
from journeymap.layout.blocks import Block, Flow, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.fabhead import gap, tone_of
from journeymap.layout.frames import Frame
from journeymap.layout.marked import marked
from journeymap.layout.words import Words
from journeymap.model import Fab


def feature(message: Fab, setting: Setting) -> Block:
    """Return a feature with its advantage under it, or the gap where it has none."""
    metrics = setting.metrics
    name = marked(Words(message.feature, metrics.heading, setting, link=message.link), message)
    if message.advantage is not None:
        below: Block = Words(message.advantage, metrics.body, setting, ink="muted")
        return Stack([name, below], metrics.divider_gap)
    missing = Flow([gap(setting.labels.fab["no_advantage"], setting)], 0.0, 0.0)
    return Stack([name, missing], metrics.item_gap)


def cell(worths: tuple[Worth, ...], column: Column, setting: Setting) -> Block:
    """Return what a feature is worth to a column, or the gap where nothing is told."""
    if not worths:
        return Hole(setting.labels.fab["no_benefit"], setting)
    return Stack([_worth(one, column, setting) for one in worths], setting.metrics.fab_inset)


def _worth(worth: Worth, column: Column, setting: Setting) -> Block:
    """Return a benefit, whom it is told alone, and what it answers."""
    metrics, benefit = setting.metrics, worth.told.benefit
    said = Words(benefit.text, metrics.strong, setting, link=benefit.link)
    parts: list[Block] = [marked(said, benefit), _answers(worth, column, setting)]
    alone = told_to(worth, column)
    if alone:
        parts.insert(0, Words(alone, metrics.small, setting, ink="muted"))
    return Stack(parts, metrics.item_gap / 2)


def _answers(worth: Worth, column: Column, setting: Setting) -> Block:
    """Return what a benefit answers beside a corner, or that it answers nothing beside a sign."""
    metrics = setting.metrics
    is_said = worth.is_answer or bool(worth.told.benefit.answers and not column.members)
    ink, mark = (tone_of(column), "corner") if is_said else ("concern", "idle")
    return Frame(
        role="answers",
        variant="" if is_said else "idle",
        inside=Words(answers(worth, setting.labels), metrics.small, setting, ink=ink),
        left=metrics.fab_corner + metrics.fab_corner_gap,
        mark="sign",
        mark_variant=f"{mark} {ink}",
        mark_size=metrics.fab_corner,
        mark_line=metrics.line_height(metrics.small),
    )


@attrs.frozen(eq=False)
class Hole:
    """A cell in which nothing is told: a word in a frame of dashes that fills the cell."""

    text: str
    setting: Setting

    @property
    def _words(self) -> Words:
        style = self.setting.metrics.badge
        return Words(self.text, style, self.setting, ink="barrier", align="middle")

    def least(self) -> float:
        """Return the width of the longest word and the room beside it."""
        return self._words.least() + 2 * self.setting.metrics.badge_padding

    def natural(self) -> float:
        """Return the width of the words and the room beside them."""
        return self._words.natural() + 2 * self.setting.metrics.badge_padding

    def height(self, width: float) -> float:
        """Return the height of the words and the room above and below."""
        metrics = self.setting.metrics
        inner = width - 2 * metrics.badge_padding
        return self._words.height(inner) + 2 * metrics.fab_hole

    def place(self, x: float, y: float, width: float) -> Box:
        """Return the frame as high as its words need."""
        return self.fill(Rect(x, y, width, self.height(width)))

    def fill(self, rect: Rect) -> Box:
        """Return the frame in a whole place, its words in the middle."""
        padding = self.setting.metrics.badge_padding
        inner = rect.width - 2 * padding
        top = rect.center.y - self._words.height(inner) / 2
        words = self._words.place(rect.x + padding, top, inner)
        return Box(role="gap", rect=rect, children=(words,))
