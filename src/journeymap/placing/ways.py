"""Which way a link takes: the sides that it leaves and enters, and what it runs along in between.

A way is a list of hops. From a left or right side, the first hop runs along a strip, the next along
a channel, and so on in turn; from an upper or lower side, it begins with a channel. A way without
hops is a straight line.
"""

from __future__ import annotations

from typing import Literal

import attrs

Side = Literal["left", "right", "top", "bottom"]


@attrs.frozen
class End:
    """Where a way begins or ends: a spot or a group, and which side of it."""

    name: str
    side: Side

    @property
    def is_flank(self) -> bool:
        """Whether the side is the left or the right one."""
        return self.side in {"left", "right"}


@attrs.frozen
class Way:
    """The way of a link: its ends, and the strips and channels between them in turn."""

    tail: End
    head: End
    hops: tuple[int, ...] = ()

    @property
    def ends(self) -> tuple[End, End]:
        """Both ends."""
        return self.tail, self.head

    def turned(self) -> Way:
        """Return the same way from its end to its start."""
        return Way(self.head, self.tail, self.hops[::-1])

    def is_upright(self, hop: int) -> bool:
        """Tell whether a hop runs along a strip."""
        return (hop % 2 == 0) == self.tail.is_flank
