"""Blocks that take no more width than they need, with lines about equally long."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from journeymap.layout.blocks import Block, Setting
from journeymap.layout.box import Box

_HAIR = 1e-9
_HALVINGS = 6


def tight(block: Block, room: float) -> float:
    """Return the least width, to a small part, in which a block is as high as in some room."""
    # A hair more than it needs, so that no rounding breaks a word.
    natural = block.natural() * (1 + _HAIR)
    if natural <= room:
        return natural
    low, high, height = block.least(), room, block.height(room)
    if low >= room:
        return room
    for _ in range(_HALVINGS):
        half = (low + high) / 2
        if block.height(half) <= height:
            high = half
        else:
            low = half
    return high


@attrs.frozen(repr=False, eq=False)
class Ended:
    """A block at the right end of its place, no wider than it needs to be."""

    inside: Block

    def least(self) -> float:
        return self.inside.least()

    def natural(self) -> float:
        return self.inside.natural()

    def height(self, width: float) -> float:
        return self.inside.height(width)

    def place(self, x: float, y: float, width: float) -> Box:
        own = min(tight(self.inside, width), width)
        return self.inside.place(x + width - own, y, own)


def whole(make: Callable[[Setting], Block], room: float, setting: Setting) -> Block:
    """Return a block whose words are hyphenated only if one is too long for its room."""
    block = make(attrs.evolve(setting, hyphenate=None))
    return block if block.least() <= room else make(setting)
