"""The heading of a lane: its icon and its words beside it."""

from __future__ import annotations

import attrs

from journeymap.geometry import Rect
from journeymap.layout.blocks import Setting
from journeymap.layout.box import Box
from journeymap.layout.lanes import LANES
from journeymap.layout.words import Words

_NOTES = "notes"
"""The icon of all lanes under headings of the author's own."""


@attrs.frozen(repr=False, eq=False)
class Heading:
    """An icon and words that wrap beside it.

    Attributes:
        lane: The lane's name, which is its icon's too.
        words: What the lane is called.
    """

    lane: str
    words: Words

    @property
    def indent(self) -> float:
        """Where the words start, in px from the icon's left end."""
        return indent(self.words.setting)

    def least(self) -> float:
        """Return the width of the icon and of the longest word."""
        return self.indent + self.words.least()

    def place(self, x: float, y: float, room: float) -> Box:
        """Return both in a box as narrow as they are; the words are its second child."""
        words = narrow(self.words, x + self.indent, y, room - self.indent)
        metrics = self.words.setting.metrics
        size = metrics.lane_icon
        top = y + (metrics.line_height(self.words.style) - size) / 2
        variant = self.lane if self.lane in LANES else _NOTES
        icon = Box(role="icon", variant=variant, rect=Rect(x, top, size, size))
        whole = Rect(x, y, words.rect.right - x, words.rect.height)
        return Box(role="stack", rect=whole, children=(icon, words))


def heading(lane: str, title: str, setting: Setting) -> Heading:
    """Return the heading of a lane; a word is parted only if it is longer than the usual room."""
    metrics = setting.metrics
    whole = Words(title, metrics.lane_label, attrs.evolve(setting, hyphenate=None))
    if whole.least() > metrics.label_width:
        whole = Words(title, metrics.lane_label, setting)
    return Heading(lane, whole)


def indent(setting: Setting) -> float:
    """Return how far the words of headings and of rows stand from the left end."""
    return setting.metrics.lane_icon + setting.metrics.lane_icon_gap


def narrow(words: Words, x: float, y: float, room: float) -> Box:
    """Return words in a box as narrow as they are."""
    return words.place(x, y, words.widest(room))
