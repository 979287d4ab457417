"""The mind map: the title in the middle, stages as branches on both sides, aspects, items.

Every branch is as high as what grows on it, and the stages are shared out so that both sides are
about equally high. They read down the left side and then down the right one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from journeymap.contents import contents
from journeymap.geometry import Point, Rect
from journeymap.lanechoice import Wanted
from journeymap.layout import header
from journeymap.layout.blocks import Block, Setting, Stack, Words
from journeymap.layout.box import Box
from journeymap.layout.branches import Growth, Node
from journeymap.layout.footer import footer
from journeymap.layout.frames import Frame
from journeymap.layout.ring import around, straight
from journeymap.layout.tight import tight, whole
from journeymap.model import Journey


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
    stages = [growth.stage(number) for number in range(len(journey.stages))]
    sides = _sides(stages, partial(growth.stage, align="end"), root, width, setting)
    middle = tight(root, metrics.mind_root)
    reach = [side.width for side in sides]
    heights = [side.height for side in sides]
    tall = max([root.height(middle), *heights])
    left = top = metrics.margin
    x = left + reach[0]
    center = top + tall / 2
    placed = root.place(x, center - root.height(middle) / 2, middle)
    children = [placed]
    for side, start in zip(sides, (x, x + middle), strict=True):
        children += side.place(start, center - side.height / 2, center)
    bottom = top + tall
    inner = max(sum(reach) + middle, metrics.column_natural)
    foot = footer(journey, (), setting, tuple(children))
    if foot is not None:
        children.append(foot.place(left, bottom + metrics.section_gap, inner))
        bottom = children[-1].rect.bottom
    sheet = Rect(0.0, 0.0, inner + 2 * metrics.margin, bottom + metrics.margin * 0.75)
    return Box(role="sheet", rect=sheet, children=tuple(children))


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
                *(Words(text, metrics.small, setting, ink="muted") for text in facts),
            ],
            metrics.item_gap / 2,
        ),
        left=metrics.panel_padding,
        right=metrics.panel_padding,
        top=metrics.panel_padding,
        bottom=metrics.panel_padding,
    )


def _sides(
    stages: Sequence[Node],
    mirrored: Callable[[int], Node],
    root: Block,
    width: float | None,
    setting: Setting,
) -> tuple[_Side, _Side]:
    """Return the left and the right side, shared out so that the higher one is low.

    Args:
        stages: All stages as they grow to the right.
        mirrored: Returns a stage, by its number, as it grows to the left.
        root: What stands in the middle.
        width: How wide the sheet should be.
        setting: Lengths, words and a ruler.
    """
    metrics = setting.metrics
    headings = [aspect.block.least() for stage in stages for aspect in stage.children]
    # The lanes' own names are never broken.
    rooms = [metrics.mind_stage, max([metrics.mind_aspect, *headings]), metrics.mind_leaf]
    whole = _Side(tuple(stages), rooms, setting, 1)
    if width is not None:
        # What the stages and aspects do not take is for the items.
        taken = 2 * metrics.margin + tight(root, metrics.mind_root)
        sides = 2 if len(stages) > 1 else 1
        fixed = sum(column or 0.0 for column in whole.columns[:2]) + 3 * metrics.mind_reach
        rooms[2] = max(metrics.facet_minimum, (width - taken) / sides - fixed)
        whole = _Side(tuple(stages), rooms, setting, 1)
    heights = [whole.tall(node) for node in stages]
    part = min(
        range(len(stages) + 1),
        key=lambda count: max(sum(heights[:count]), sum(heights[count:])),
    )
    return (
        _Side(tuple(mirrored(node.stage) for node in stages[:part]), rooms, setting, -1),
        _Side(tuple(stages[part:]), rooms, setting, 1),
    )


class _Side:
    """The branches on one side; `towards` is -1 on the left and 1 on the right."""

    def __init__(
        self, stages: tuple[Node, ...], rooms: Sequence[float], setting: Setting, towards: int
    ) -> None:
        self.stages = stages
        self.setting = setting
        self.towards = towards
        metrics = setting.metrics
        self.gaps = (metrics.mind_stage_gap, metrics.mind_aspect_gap, metrics.mind_leaf_gap)
        nodes = [node for stage in stages for node in stage.walk()]
        self.widths = {node: tight(node.block, rooms[node.depth]) for node in nodes}
        self.heights = {node: node.block.height(self.widths[node]) for node in nodes}
        self.talls: dict[Node, float] = {}
        self.columns = [
            max((self.widths[node] for node in nodes if node.depth == depth), default=None)
            for depth in range(3)
        ]

    @property
    def width(self) -> float:
        """How far the branches reach from the root."""
        used = [width + self.setting.metrics.mind_reach for width in self.columns if width]
        return sum(used)

    @property
    def height(self) -> float:
        """How high all branches are."""
        return self._stacked(self.stages)

    def tall(self, node: Node) -> float:
        """Return how high a branch is with all that grows on it."""
        if node not in self.talls:
            self.talls[node] = max(self.heights[node], self._stacked(node.children))
        return self.talls[node]

    def _stacked(self, nodes: Sequence[Node]) -> float:
        if not nodes:
            return 0.0
        gaps = self.gaps[nodes[0].depth] * (len(nodes) - 1)
        return sum(self.tall(node) for node in nodes) + gaps

    def place(self, start: float, top: float, center: float) -> list[Box]:
        """Return the branches from the edge of the root on."""
        origin = Point(start, center)
        lines: list[Box] = []
        groups: list[Box] = []
        for node in self.stages:
            group, entry = self._group(node, start, top)
            lines.append(_line(origin, start, entry, node))
            groups.append(group)
            top += self.tall(node) + self.gaps[0]
        return [*lines, *groups]

    def _group(self, node: Node, edge: float, top: float) -> tuple[Box, Point]:
        """Return a branch with what grows on it, and the point where it is reached.

        Args:
            node: The branch.
            edge: Where the column before ends.
            top: Where the room for the branch starts.
        """
        reach, width, height = (
            self.setting.metrics.mind_reach,
            self.widths[node],
            self.heights[node],
        )
        tall = self.tall(node)
        near = edge + self.towards * reach
        far = near + self.towards * (self.columns[node.depth] or 0.0)
        child_top = top + (tall - self._stacked(node.children)) / 2
        grown: list[tuple[Box, Point]] = []
        for child in node.children:
            grown.append(self._group(child, far, child_top))
            child_top += self.tall(child) + self.gaps[child.depth]
        middle = top + tall / 2
        if grown:
            middle = (grown[0][1].y + grown[-1][1].y) / 2
            middle = min(max(middle, top + height / 2), top + tall - height / 2)
        left = near if self.towards > 0 else near - width
        box = node.block.place(left, middle - height / 2, width)
        leaves_at = Point(near + self.towards * width, middle)
        lines = [
            _line(leaves_at, far, entry, child)
            for child, (_, entry) in zip(node.children, grown, strict=True)
        ]
        children = (box, *lines, *(group for group, _ in grown))
        xs = [x for child in children for x in (child.rect.x, child.rect.right)]
        place = Rect(min(xs), top, max(xs) - min(xs), tall)
        return Box(role="twig", rect=place, children=children), Point(near, middle)


def _line(start: Point, edge: float, end: Point, node: Node) -> Box:
    """Return the curve to a branch: level as far as the edge of the column, then bent."""
    level = Point(edge, start.y)
    half = (edge + end.x) / 2
    points = (start, *straight(start, level), Point(half, start.y), Point(half, end.y), end)
    return Box(
        role="branch",
        rect=around(points),
        variant="main" if node.depth == 0 else "",
        stage=node.stage,
        points=(points,),
    )
