"""What two maps differ by: a mark on its ground. The shape alone tells one from another."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.layout.box import Box
from journeymap.painting.brush import Brush, Painter
from journeymap.painting.icons import icon
from journeymap.scene import Item, Rectangle

ICON_OF = {"added": "plus", "removed": "minus", "changed": "changed"}
"""The icon of each mark."""

_WEIGHT = 3.4
"""The width of its stroke on the grid of 24: it stands small on a dark ground."""

_INSET = 0.14
"""The room around the icon, as a part of the ground's size."""


def difference(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the ground of what differs."""
    yield Rectangle(box.rect, brush.metrics.card_radius, fill=brush.tone(box.variant).fill)


def difference_sign(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a mark: its icon on a filled square with round corners."""
    rect, tone = box.rect, brush.tone(box.variant)
    yield Rectangle(rect, rect.width * 0.3, fill=tone.solid)
    room = rect.width * _INSET
    yield from icon(ICON_OF[box.variant], rect.inset(room, room), tone.on_solid, _WEIGHT)


DIFFERENCES: dict[str, Painter] = {"difference": difference, "difference-sign": difference_sign}
