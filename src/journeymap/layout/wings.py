"""One side of a mind map: stages one under the other, each with its aspects.

The aspects of a stage grow away from the root, in one column, or on both sides of an upright line,
in two. The head of a stage always stands next to the root; in two columns what grows back towards
the root makes room for it, and where a sheet is narrow one column hangs under it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import attrs

from journeymap.geometry import Point
from journeymap.layout.blocks import Setting
from journeymap.layout.box import Box
from journeymap.layout.limbs import Limb, Twig, amid, group, set_towards, stacked, widest
from journeymap.layout.mindlines import spine, trunk
from journeymap.theme import Metrics


@attrs.frozen(eq=False)
class Bough:
    """A stage with all that grows on it, measured.

    Attributes:
        head: The head.
        outer: The aspects that grow away from the root.
        above: Those that grow back towards it, over the head.
        below: Those that do so under the head.
        metrics: All lengths.
        is_hung: Whether those that grow away from the root hang under the head, not behind it.
    """

    head: Twig
    outer: tuple[Twig, ...]
    above: tuple[Twig, ...]
    below: tuple[Twig, ...]
    metrics: Metrics
    is_hung: bool = False

    @property
    def inner(self) -> tuple[Twig, ...]:
        """The aspects that grow back towards the root."""
        return (*self.above, *self.below)

    def rooms(self) -> tuple[float, float]:
        """Return how much room there must be over the head and under it."""
        gap, clear = self.metrics.mind_aspect_gap, self.metrics.mind_head_gap
        over, under = (
            stacked(part, gap) + clear if part else 0.0 for part in (self.above, self.below)
        )
        return over, under

    @property
    def tall(self) -> float:
        """How high it is."""
        return max(self.drop + stacked(self.outer, self.metrics.mind_aspect_gap), self._inside)

    @property
    def drop(self) -> float:
        """How far under its top what grows away from the root may begin."""
        is_over = self.is_hung and self.outer
        return self.head.height + self.metrics.mind_head_gap if is_over else 0.0

    @property
    def _inside(self) -> float:
        return sum(self.rooms()) + self.head.height

    @property
    def strain(self) -> float:
        """How high it is, and more the further its head is from the middle."""
        over, under = self.rooms()
        return self.tall + abs(over - under) * self.metrics.mind_head_ratio


def forked(
    head: Twig, outward: Sequence[Twig], inward: Sequence[Twig], towards: int, metrics: Metrics
) -> Bough:
    """Return a stage in two columns, which read from left to right; low, its head amid.

    Args:
        head: The head of the stage.
        outward: Its aspects, as they grow away from the root.
        inward: The same aspects, as they grow towards it.
        towards: On which side of the root it is: -1 on the left, 1 on the right.
        metrics: All lengths.
    """
    count = len(outward)
    found = []
    for first, second in product(range(count + 1), repeat=2):
        left, right = slice(first), slice(first, None)
        outer, inner = (left, right) if towards < 0 else (right, left)
        back = tuple(inward[inner])
        if second <= len(back):
            one = Bough(head, tuple(outward[outer]), back[:second], back[second:], metrics)
            found.append(one)
    return min(found, key=lambda one: (one.strain, len(one.inner)))


@attrs.frozen(eq=False)
class Wing:
    """The stages on one side of the root.

    Attributes:
        boughs: The stages.
        towards: -1 on the left, 1 on the right.
        gap: How far they are apart.
        setting: Lengths, words and a ruler.
    """

    boughs: tuple[Bough, ...]
    towards: int
    gap: float
    setting: Setting

    def _limb(self, aspects: Sequence[Twig], towards: int) -> Limb:
        leaves = [leaf for aspect in aspects for leaf in aspect.children]
        return Limb(towards, widest(aspects), widest(leaves), self.setting)

    @property
    def outer(self) -> Limb:
        """The columns that grow away from the root."""
        aspects = [aspect for bough in self.boughs for aspect in bough.outer]
        return self._limb(aspects, self.towards)

    @property
    def inner(self) -> Limb:
        """The columns that grow back towards the root."""
        aspects = [aspect for bough in self.boughs for aspect in bough.inner]
        return self._limb(aspects, -self.towards)

    @property
    def stem(self) -> float:
        """How far the upright lines are from where the wing begins."""
        if not any(bough.outer or bough.inner for bough in self.boughs):
            return self._heads
        if any(bough.is_hung for bough in self.boughs):
            return self.setting.metrics.mind_rib
        return max(self._heads + self.setting.metrics.mind_rib, self.inner.width)

    @property
    def _heads(self) -> float:
        return widest(bough.head for bough in self.boughs)

    @property
    def width(self) -> float:
        """How far it reaches."""
        return max(self._heads, self.stem + self.outer.width)

    @property
    def height(self) -> float:
        """How high all stages are."""
        gaps = self.gap * max(0, len(self.boughs) - 1)
        return sum(bough.tall for bough in self.boughs) + gaps

    @property
    def fan(self) -> float:
        """How far the furthest stage is from the middle, upwards or downwards."""
        ends = (self.boughs[0].tall + self.boughs[-1].tall) / 2 if self.boughs else 0.0
        return max(self.height - ends, 0.0) / 2

    def spread(self, tall: float) -> Wing:
        """Return the same stages further apart, so that they fill some height as far as is fit."""
        gaps = len(self.boughs) - 1
        if gaps < 1:
            return self
        more = min((tall - self.height) / gaps, self.gap)
        return attrs.evolve(self, gap=self.gap + more)

    def place(self, start: float, top: float) -> tuple[list[Box], list[Point]]:
        """Return the stages from where the wing begins, and the points where they are reached."""
        boxes, entries = [], []
        for one in self.boughs:
            box, entry = self._placed(one, start, top)
            boxes.append(box)
            entries.append(entry)
            top += one.tall + self.gap
        return boxes, entries

    def _placed(self, one: Bough, start: float, top: float) -> tuple[Box, Point]:
        metrics, towards = self.setting.metrics, self.towards
        x = start + towards * self.stem
        spare = one.tall - one.drop - stacked(one.outer, metrics.mind_aspect_gap)
        outer_top = top + one.drop + spare / 2
        outer, ends = self.outer.place(one.outer, x, outer_top)
        over, under = one.rooms()
        head = attrs.evolve(one.head, tall=one.tall - over - under)
        half = head.height / 2
        middle = top + half if one.drop else amid(ends, head, top + over)
        inner = []
        for part, at in ((one.above, -half - over), (one.below, half + metrics.mind_head_gap)):
            grown, reached = self.inner.place(part, x, middle + at)
            inner += grown
            ends += reached
        parts = [set_towards(head, start, middle, towards)]
        if ends:
            behind = Point(start + towards * head.width, middle)
            end = Point(x, middle + half) if one.drop else behind
            parts.append(spine(end, x, ends, metrics.mind_bend, head.node.stage))
        parts += [*outer, *inner] if towards < 0 else [*inner, *outer]
        return group(parts, top, one.tall), Point(start, middle)

    def trunks(self, exits: Sequence[Point], entries: Sequence[Point]) -> list[Box]:
        """Return the lines from the root to the stages."""
        stages = [bough.head.node.stage for bough in self.boughs]
        return [trunk(*both) for both in zip(exits, entries, stages, strict=True)]
