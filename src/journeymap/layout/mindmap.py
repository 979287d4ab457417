"""The mind map: the title in the middle, stages as branches on both sides, aspects, items.

Every branch is as high as what grows on it, and the stages are shared out so that both sides are
about equally high. They read down the left side and then down the right one. The aspects of a stage
stand in one column or in two, whichever gives the sheet the better ratio, or makes it the lower in
a width that is asked for. A narrow sheet has all stages on the right, and aspects under the heads.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

import attrs

from journeymap.contents import contents
from journeymap.geometry import Point, Rect
from journeymap.lanechoice import Wanted
from journeymap.layout import header
from journeymap.layout.blocks import Block, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.branches import Growth
from journeymap.layout.footer import footer
from journeymap.layout.frames import Frame
from journeymap.layout.mindforms import Wings, fan_most, forms
from journeymap.layout.remarks import Remarks
from journeymap.layout.tight import tight, whole
from journeymap.layout.wings import Wing
from journeymap.layout.words import Words
from journeymap.model import Journey
from journeymap.theme import Metrics


def mindmap_layout(
    journey: Journey,
    setting: Setting,
    *,
    lanes: Wanted | None = None,
    width: float | None = None,
) -> Box:
    """Return the journey as a tree of boxes.

    Args:
        journey: What to lay out.
        setting: Lengths, words and a ruler.
        lanes: Which aspects, in which order; all that have something to say unless given.
        width: How wide the sheet should be, in px; by need unless given.

    Raises:
        OptionError: There is no such lane.
    """
    metrics = setting.metrics
    aspects = contents(journey, setting.labels, lanes)
    root = whole(partial(_root, journey), metrics.mind_root, setting)
    room = metrics.mind_leaf if width is None else metrics.facet_minimum
    growth = Growth(journey, aspects, room, setting)
    found = forms(growth, tight(root, metrics.mind_root), width)
    trees = [_Tree(root, wings, fan_most(width, setting), setting) for wings in found]
    tree = min(trees, key=partial(_strain, width, metrics))
    children = tree.place(metrics.margin, metrics.margin)
    bottom = metrics.margin + tree.height
    inner = max(tree.width, metrics.column_natural)
    names = tuple(aspect.name for aspect in aspects)
    foot = footer(journey, names, setting, children, aspects)
    if foot is not None:
        children.append(foot.place(metrics.margin, bottom + metrics.section_gap, inner))
        bottom = children[-1].rect.bottom
    sheet = Rect(0.0, 0.0, inner + 2 * metrics.margin, bottom + metrics.margin * 0.75)
    return Box(role="sheet", rect=sheet, children=tuple(children))


def _strain(width: float | None, metrics: Metrics, tree: _Tree) -> tuple[float, float]:
    """Return how far a tree is from the ratio or width of a sheet, and how high it is."""
    if width is None:
        return abs(math.log(tree.width / tree.height / metrics.mind_sheet_ratio)), tree.height
    return max(tree.width + 2 * metrics.margin - width, 0.0), tree.height


def _root(journey: Journey, setting: Setting) -> Block:
    metrics = setting.metrics
    facts = header.facts(journey, setting)
    if not journey.stages:
        facts.append(setting.labels.legend["no_stages"])
    return Frame(
        role="mind-root",
        inside=Stack(
            [
                Words(journey.title, metrics.stage_number, setting, link=journey.link),
                *([Remarks(facts, setting)] if facts else []),
            ],
            metrics.item_gap,
        ),
        left=metrics.panel_padding,
        right=metrics.panel_padding,
        top=metrics.panel_padding,
        bottom=metrics.panel_padding,
    )


@attrs.frozen(eq=False)
class _Tree:
    """The root with both sides, between which and the root trunks fan out.

    Attributes:
        root: The root.
        wings: The sides.
        most: How wide a fan may be.
        setting: Lengths, words and a ruler.
    """

    root: Block
    wings: Wings
    most: float
    setting: Setting

    @property
    def _middle(self) -> float:
        return tight(self.root, self.setting.metrics.mind_root)

    @property
    def _fan(self) -> float:
        """How far both sides are from the root: the further, the higher they are."""
        metrics = self.setting.metrics
        steep = max(wing.fan for wing in self.wings) * metrics.mind_fan_ratio
        return min(max(metrics.mind_fan, steep), self.most)

    @property
    def _tall(self) -> float:
        """How high the root is: as its words need, and so that no trunk starts on another one."""
        metrics = self.setting.metrics
        most = max(len(wing.boughs) for wing in self.wings)
        edge = most * metrics.mind_exit + 2 * metrics.panel_radius
        return max(self.root.height(self._middle), edge)

    def _reach(self, wing: Wing) -> float:
        return self._fan + wing.width if wing.boughs else 0.0

    @property
    def width(self) -> float:
        """How wide it is."""
        return self._middle + sum(map(self._reach, self.wings))

    @property
    def height(self) -> float:
        """How high it is."""
        return max([self._tall, *(wing.height for wing in self.wings)])

    def place(self, left: float, top: float) -> list[Box]:
        """Return the root, then each side: its trunks, its stages."""
        center = top + self.height / 2
        x, middle, tall = left + self._reach(self.wings[0]), self._middle, self._tall
        words = self.root.place(x, center - self.root.height(middle) / 2, middle)
        root = Rect(x, center - tall / 2, middle, tall)
        boxes = [attrs.evolve(words, rect=root)]
        for wing, edge in zip(self.wings, (root.x, root.right), strict=True):
            start = edge + wing.towards * self._fan
            placed, entries = wing.place(start, center - wing.height / 2)
            boxes += wing.trunks(self._exits(root, edge, len(entries)), entries)
            boxes += placed
        return boxes

    def _exits(self, root: Rect, edge: float, count: int) -> Sequence[Point]:
        """Return where trunks leave the root, as far apart as its edge lets them."""
        corner = self.setting.metrics.panel_radius
        step = (root.height - 2 * corner) / max(count, 1)
        first = root.y + corner + step / 2
        return [Point(edge, first + number * step) for number in range(count)]
