"""What grows on a stage of a mind map, measured: aspects with their leaves, in columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from journeymap.geometry import Point, Rect
from journeymap.layout.blocks import Setting
from journeymap.layout.box import Box
from journeymap.layout.branches import Node
from journeymap.layout.mindlines import twigs
from journeymap.layout.tight import tight
from journeymap.theme import Metrics


@attrs.frozen(eq=False)
class Twig:
    """A branch that is measured.

    Attributes:
        node: The branch.
        width: How wide what stands at its start is.
        height: How high that is.
        tall: How high it is with all that grows on it.
        met: How far below its top a line meets what stands at its start.
        children: What grows on it.
    """

    node: Node
    width: float
    height: float
    tall: float
    met: float
    children: tuple[Twig, ...] = ()


def measured(node: Node, rooms: Sequence[float], metrics: Metrics) -> Twig:
    """Return a branch in the least widths, each at most the room for its depth."""
    children = tuple(measured(child, rooms, metrics) for child in node.children)
    width = tight(node.block, rooms[node.depth])
    height = node.block.height(width)
    tall = max(height, stacked(children, leaf_gap(children, metrics)))
    return Twig(node, width, height, tall, _met(node.block.place(0.0, 0.0, width)), children)


def _met(box: Box) -> float:
    """Return how far below its top a line meets a box: a leaf at its words, not at what is below.

    What has an outline is met in its middle.
    """
    words = next((part for part in box.walk() if part.lines), box) if box.role == "leaf" else box
    return words.rect.center.y - box.rect.y


def leaf_gap(leaves: Iterable[Twig], metrics: Metrics) -> float:
    """Return how far leaves are apart: more where something stands below the words of one."""
    is_told = any(leaf.met < leaf.height / 2 - metrics.mind_leaf_gap for leaf in leaves)
    return metrics.mind_told_gap if is_told else metrics.mind_leaf_gap


def stacked(grown: Sequence[Twig], gap: float) -> float:
    """Return how high branches are, one under the other."""
    return sum(twig.tall for twig in grown) + gap * max(0, len(grown) - 1)


def widest(grown: Iterable[Twig]) -> float:
    """Return the width of the widest of some branches; 0 if there is none."""
    return max((twig.width for twig in grown), default=0.0)


@attrs.frozen(eq=False)
class Limb:
    """A column of aspects beside an upright line, and the column of their leaves.

    Attributes:
        towards: On which side of the line it is: -1 on the left, 1 on the right.
        aspect: How wide the column of the aspects is.
        leaf: How wide that of the leaves is.
        setting: Lengths, words and a ruler.
    """

    towards: int
    aspect: float
    leaf: float
    setting: Setting

    @property
    def width(self) -> float:
        """How far it reaches from the line; 0 if nothing is in it."""
        metrics = self.setting.metrics
        leaf = metrics.mind_reach + self.leaf if self.leaf else 0.0
        return metrics.mind_rib + self.aspect + leaf if self.aspect else 0.0

    def place(self, grown: Sequence[Twig], x: float, top: float) -> tuple[list[Box], list[Point]]:
        """Return aspects one under the other, and the points where they are reached.

        Args:
            grown: The aspects.
            x: Where the upright line stands.
            top: Where the first begins.
        """
        boxes, entries = [], []
        for twig in grown:
            box, entry = self._aspect(twig, x, top)
            boxes.append(box)
            entries.append(entry)
            top += twig.tall + self.setting.metrics.mind_aspect_gap
        return boxes, entries

    def _aspect(self, twig: Twig, x: float, top: float) -> tuple[Box, Point]:
        metrics, towards = self.setting.metrics, self.towards
        near = x + towards * metrics.mind_rib
        edge = near + towards * self.aspect
        leaves, ends = self._leaves(twig, edge + towards * metrics.mind_reach, top)
        middle = amid(ends, twig, top)
        name = set_towards(twig, near, middle, towards)
        parts = [name]
        if ends:
            start = Point(near + towards * twig.width, middle)
            parts.append(twigs(start, edge, ends, twig.node.stage))
        parts += leaves
        return group(parts, top, twig.tall), Point(near, middle)

    def _leaves(self, twig: Twig, near: float, top: float) -> tuple[list[Box], list[Point]]:
        gap = leaf_gap(twig.children, self.setting.metrics)
        top += (twig.tall - stacked(twig.children, gap)) / 2
        boxes, ends = [], []
        for child in twig.children:
            middle = top + child.met
            boxes.append(set_towards(child, near, middle, self.towards))
            ends.append(Point(near, middle))
            top += child.tall + gap
        return boxes, ends


def set_towards(twig: Twig, near: float, middle: float, towards: int) -> Box:
    """Return what stands at the start of a branch, on one side of where it is reached."""
    left = near if towards > 0 else near - twig.width
    return twig.node.block.place(left, middle - twig.met, twig.width)


def amid(ends: Sequence[Point], twig: Twig, top: float) -> float:
    """Return the middle of what is reached from a branch, as far as it has room for that."""
    if not ends:
        return top + twig.tall / 2
    middle = (ends[0].y + ends[-1].y) / 2
    return min(max(middle, top + twig.height / 2), top + twig.tall - twig.height / 2)


def group(parts: Sequence[Box], top: float, tall: float) -> Box:
    """Return a branch with what grows on it as one box."""
    left = min(part.rect.x for part in parts)
    right = max(part.rect.right for part in parts)
    return Box(role="twig", rect=Rect(left, top, right - left, tall), children=tuple(parts))
