"""The forms that a mind map may have.

The aspects of a stage stand in one column or in two, the stages on both sides of the root. Where a
sheet has to be narrow, all stages may stand on the right, and aspects under the head of theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import product

import attrs

from journeymap.layout.blocks import Align, Setting
from journeymap.layout.branches import Growth, Node
from journeymap.layout.limbs import Twig, measured
from journeymap.layout.tight import tight
from journeymap.layout.wings import Bough, Wing, forked

Wings = tuple[Wing, Wing]
"""The left and the right side."""


def forms(growth: Growth, middle: float, width: float | None) -> Iterator[Wings]:
    """Yield both sides in each form that may do, shared out so that both are low.

    Args:
        growth: What grows on the root.
        middle: How wide the root is.
        width: How wide the sheet should be, in px; by need if None.
    """
    stages = [growth.stage(number) for number in range(len(growth.journey.stages))]
    aspects = cache(growth.aspects)
    all_aspects = [aspect for stage in stages for aspect in aspects(stage.stage, "start")]
    room = _Room(stages, all_aspects, middle, growth.setting)
    numbers = (2,) if width is None else (2, 1)
    grows = _GROWS if width is None else _GROWS | _NARROW
    for sides, form in product(numbers, grows):
        leaf = room.leaf(form, sides, width)
        if leaf is not None:
            rooms = (growth.setting.metrics.mind_stage, room.aspect, leaf)
            measures = _Measures(aspects, rooms, growth.setting)
            left, right = (
                [grows[form](measures, stage, towards) for stage in stages] for towards in (-1, 1)
            )
            yield _shared(left, right, sides, growth.setting)


@attrs.frozen(eq=False)
class _Measures:
    """What measures stages and their aspects.

    Attributes:
        of: Returns the aspects of a stage, on one side of which it is.
        rooms: How wide stages, aspects and leaves may be at the most.
        setting: Lengths, words and a ruler.
    """

    of: Callable[[int, Align], tuple[Node, ...]]
    rooms: Sequence[float]
    setting: Setting

    def head(self, stage: Node) -> Twig:
        """Return the head of a stage."""
        return measured(stage, self.rooms, self.setting.metrics)

    def aspects(self, stage: Node, towards: int) -> tuple[Twig, ...]:
        """Return the aspects of a stage as they grow to one side."""
        grown = self.of(stage.stage, "end" if towards < 0 else "start")
        return tuple(measured(aspect, self.rooms, self.setting.metrics) for aspect in grown)


def _in_one_column(measures: _Measures, stage: Node, towards: int) -> Bough:
    aspects = measures.aspects(stage, towards)
    return Bough(measures.head(stage), aspects, (), (), measures.setting.metrics)


def _in_two_columns(measures: _Measures, stage: Node, towards: int) -> Bough:
    outward, inward = (measures.aspects(stage, side) for side in (towards, -towards))
    metrics = measures.setting.metrics
    return forked(measures.head(stage), outward, inward, towards, metrics)


def _under_the_head(measures: _Measures, stage: Node, towards: int) -> Bough:
    return attrs.evolve(_in_one_column(measures, stage, towards), is_hung=True)


_GROWS = {"one": _in_one_column, "two": _in_two_columns}
_NARROW = {"under": _under_the_head}


def _shared(left: Sequence[Bough], right: Sequence[Bough], sides: int, setting: Setting) -> Wings:
    """Return all stages shared out, in their order, so that the higher side is low.

    Args:
        left: All stages as they stand on the left.
        right: The same on the right.
        sides: On how many sides they may stand; on one, that is the right.
        setting: Lengths, words and a ruler.
    """
    gap = setting.metrics.mind_stage_gap

    def parted(count: int) -> Wings:
        first, rest = tuple(left[:count]), tuple(right[count:])
        return Wing(first, -1, gap, setting), Wing(rest, 1, gap, setting)

    def tall(wings: Wings) -> float:
        return max(wing.height for wing in wings)

    best = min(map(parted, range(len(left) + 1 if sides > 1 else 1)), key=tall)
    one, other = (wing.spread(tall(best)) for wing in best)
    return one, other


@attrs.frozen(eq=False)
class _Room:
    """What there is room for.

    Attributes:
        stages: The heads of all stages.
        aspects: All aspects.
        middle: How wide the root is.
        setting: Lengths, words and a ruler.
    """

    stages: Sequence[Node]
    aspects: Sequence[Node]
    middle: float
    setting: Setting

    @property
    def aspect(self) -> float:
        """How wide an aspect's name may be; the lanes' own names are never broken."""
        names = [aspect.block.least() for aspect in self.aspects]
        return max([self.setting.metrics.mind_aspect, *names])

    def leaf(self, form: str, sides: int, width: float | None) -> float | None:
        """Return how wide a leaf may be at the most; None if there is no room for the columns.

        Args:
            form: How the aspects of a stage stand.
            sides: On how many sides of the root stages stand.
            width: How wide the sheet should be, in px; by need if None.
        """
        metrics = self.setting.metrics
        if width is None:
            return metrics.mind_leaf
        # What the root, the fans, the stages and the aspects do not take is for the leaves.
        taken = 2 * metrics.margin + self.middle + sides * fan_most(width, self.setting)
        name = max((tight(one.block, self.aspect) for one in self.aspects), default=0.0)
        columns = 2 if form == "two" else 1
        fixed = columns * (metrics.mind_rib + name + metrics.mind_reach)
        if form == "under":
            fixed += metrics.mind_rib
        if form == "one":
            heads = (tight(one.block, metrics.mind_stage) for one in self.stages)
            fixed += max(heads, default=0.0) + metrics.mind_rib
        leaf = ((width - taken) / sides - fixed) / columns
        if columns > 1 and leaf < metrics.mind_leaf_least:
            return None
        return max(metrics.facet_minimum, leaf)


def fan_most(width: float | None, setting: Setting) -> float:
    """Return how far a side may be from the root, on a sheet that should have some width."""
    metrics = setting.metrics
    if width is None:
        return metrics.mind_fan_most
    return min(max(metrics.mind_reach, width * metrics.mind_fan_share_ratio), metrics.mind_fan_most)
