"""Everything of a graph that has a size: nodes, labels and titles as blocks in their widths."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import attrs

from journeymap.geometry import Size
from journeymap.graphs.graph import Graph, NodeKind
from journeymap.layout.blocks import Align, Block, Setting
from journeymap.layout.flow.labels import label_of
from journeymap.layout.flow.nodes import block_of, lane_title, title_of
from journeymap.layout.tight import tight, whole
from journeymap.placing.plan import Direction

FULL: frozenset[NodeKind] = frozenset({"touchpoint", "action", "stage", "buyer"})
"""The nodes that all have one width, so that they stand in line."""

_ALIGN: Mapping[Direction, Align] = {"right": "middle", "down": "start"}
"""Where the lines of words stand that stand under a stage, or beside it."""


@attrs.frozen(eq=False)
class Sized:
    """A block with the width that it is drawn in."""

    block: Block
    width: float

    @property
    def size(self) -> Size:
        """The room that it takes."""
        return Size(self.width, self.block.height(self.width))


@attrs.frozen(kw_only=True, eq=False)
class Pieces:
    """The pieces of a graph.

    Attributes:
        graph: The graph.
        nodes: Its nodes by id.
        labels: The labels of its edges, by the position of the edge.
        titles: The titles of its stages.
        lanes: The titles of its lanes.
    """

    graph: Graph
    nodes: Mapping[str, Sized]
    labels: Mapping[int, Sized]
    titles: tuple[Sized, ...]
    lanes: tuple[Sized, ...]


def node_widths(graph: Graph, setting: Setting) -> tuple[float, float]:
    """Return how wide nodes are by need, and how narrow they may be: no word is broken for it."""
    metrics = setting.metrics
    plain = attrs.evolve(setting, hyphenate=None)
    blocks = [block_of(node, "start", plain) for node in graph.nodes if node.kind in FULL]
    blocks += [title_of(cluster, plain) for cluster in graph.clusters]
    natural = max((block.natural() for block in blocks), default=0.0)
    words = min(max((block.least() for block in blocks), default=0.0), metrics.flow_node_most)
    usual = metrics.flow_node_banded if graph.lanes else metrics.flow_node
    least = max(words, metrics.flow_node_least)
    return max(min(natural, usual), least), least


def pieces(graph: Graph, width: float, setting: Setting) -> Pieces:
    """Return the pieces of a graph, its nodes in a width."""
    metrics, align = setting.metrics, _ALIGN[graph.direction]

    def full(make: Callable[[Setting], Block]) -> Sized:
        return Sized(whole(make, width, setting), width)

    def snug(make: Callable[[Setting], Block], room: float) -> Sized:
        block = whole(make, room, setting)
        return Sized(block, tight(block, room))

    made: dict[str, Sized] = {}
    for node in graph.nodes:
        make = partial(block_of, node, align)
        if node.kind in FULL:
            made[node.id] = full(make)
        else:
            made[node.id] = snug(make, width + 4 * metrics.flow_stage_inset)
    return Pieces(
        graph=graph,
        nodes=made,
        labels={
            number: snug(partial(label_of, edge), metrics.flow_label)
            for number, edge in enumerate(graph.edges)
            if edge.label
        },
        titles=tuple(full(partial(title_of, cluster)) for cluster in graph.clusters),
        lanes=tuple(snug(partial(lane_title, lane), metrics.flow_lane) for lane in graph.lanes),
    )


def retitled(made: Pieces, widths: Sequence[float], setting: Setting) -> Pieces:
    """Return pieces with titles in the widths of their stages: the same if no title is lower.

    Args:
        made: The pieces.
        widths: How wide the room for each title is.
        setting: Lengths, words and a ruler.
    """
    titles = []
    for cluster, title, width in zip(made.graph.clusters, made.titles, widths, strict=True):
        wider = Sized(whole(partial(title_of, cluster), width, setting), width)
        titles.append(wider if wider.size.height < title.size.height else title)
    if all(new is old for new, old in zip(titles, made.titles, strict=True)):
        return made
    return attrs.evolve(made, titles=tuple(titles))
