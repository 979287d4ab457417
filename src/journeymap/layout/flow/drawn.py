"""The places that an engine gives to a graph, as boxes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import attrs

from journeymap.geometry import Point, Rect
from journeymap.graphs.graph import Edge
from journeymap.layout.blocks import Setting
from journeymap.layout.box import Box
from journeymap.layout.flow.sized import Pieces
from journeymap.layout.flow.widths import weight_of
from journeymap.layout.lanes.buying import tone_of
from journeymap.layout.ring import around
from journeymap.model import Buyer
from journeymap.placing.moved import moved
from journeymap.placing.plan import Placement, Route

_STRAY = 0.01
"""What is no further apart, in px, touches."""


def drawn(made: Pieces, placement: Placement, setting: Setting, corner: Point) -> Box:
    """Return a graph with its top left corner at a place.

    Lines come after what they lead to, for they end at its edge; what is said of them comes last.
    """
    placement = moved(placement, corner.x, corner.y)
    children = [
        *_lanes(made, placement, setting),
        *_nodes(made, placement, setting),
        *_edges(made, placement),
        *_labels(made, placement),
    ]
    whole = Rect(corner.x, corner.y, placement.size.width, placement.size.height)
    return Box(role="flow", rect=whole, children=tuple(children))


def _lanes(made: Pieces, placement: Placement, setting: Setting) -> Iterator[Box]:
    """Yield the titles of lanes, and the lines between them."""
    inset = setting.metrics.flow_stage_inset
    is_across = made.graph.direction == "right"
    variant = made.graph.direction
    for number, rect in zip(placement.lanes, placement.bands, strict=True):
        title = made.lanes[number]
        size = title.size
        top = rect.y + ((rect.height - size.height) / 2 if is_across else inset)
        left = rect.x + (0.0 if is_across else (rect.width - size.width) / 2)
        yield title.block.place(left, top, size.width)
        yield Box(role="flow-lane", rect=rect, variant=variant)


def _edges(made: Pieces, placement: Placement) -> Iterator[Box]:
    """Yield the lines, the widest first, so that no thin one is hidden."""
    stages = {node.id: node.stage for node in made.graph.nodes}
    tones = {
        node.id: tone_of(node.item) for node in made.graph.nodes if isinstance(node.item, Buyer)
    }
    stages |= {cluster.id: cluster.stage for cluster in made.graph.clusters}
    # A network has further routes, of links that only hold something in its place.
    pairs = list(zip(made.graph.edges, placement.routes, strict=False))
    pairs.sort(key=lambda pair: -(weight_of(pair[0]) or 0.0))
    for edge, route in pairs:
        yield Box(
            role="flow-edge",
            rect=around(route.points),
            variant=_variant(edge, route, tones.get(edge.tail, "")),
            stage=stages[edge.tail],
            value=weight_of(edge),
            points=(route.points,),
        )


def _variant(edge: Edge, route: Route, tone: str) -> str:
    words = [
        edge.kind,
        edge.level,
        tone,
        "proposed" if edge.is_proposed else "",
        "bottleneck" if edge.is_bottleneck else "",
        "curve" if route.is_curve else "",
    ]
    return " ".join(word for word in words if word)


def _nodes(made: Pieces, placement: Placement, setting: Setting) -> Iterator[Box]:
    """Yield the nodes in the order of reading, those of a stage in it under its title."""
    graph, inset = made.graph, setting.metrics.flow_stage_inset
    inside: dict[int | None, list[Box]] = {}
    outside: list[Box] = []
    for node in graph.nodes:
        rect = placement.spots[node.id]
        box = made.nodes[node.id].block.place(rect.x, rect.y, rect.width)
        is_inside = bool(graph.clusters) and node.stage is not None and node.kind != "exit"
        (inside.setdefault(node.stage, []) if is_inside else outside).append(box)
    for cluster, title, rect in zip(graph.clusters, made.titles, placement.groups, strict=False):
        head = title.block.place(rect.x + inset, rect.y + inset, title.width)
        yield Box(
            role="flow-stage",
            rect=rect,
            stage=cluster.stage,
            source=cluster.source,
            label=cluster.name,
            children=(head, *_bounds(made, placement, rect), *inside.get(cluster.stage, ())),
        )
    yield from outside


def _bounds(made: Pieces, placement: Placement, stage: Rect) -> Iterator[Box]:
    """Yield the pieces of lanes that a stage covers, whose lines would be hidden behind it."""
    is_across = made.graph.direction == "right"
    for lane, following in pairwise(placement.bands):
        # The last lane of a row ends where its stages do.
        if max(following.x - lane.right, following.y - lane.bottom) > _STRAY:
            continue
        if is_across:
            piece = Rect(stage.x, lane.y, stage.width, lane.height)
        else:
            piece = Rect(lane.x, stage.y, lane.width, stage.height)
        if stage.contains(piece):
            yield Box(role="flow-lane", rect=piece, variant=made.graph.direction)


def _labels(made: Pieces, placement: Placement) -> Iterator[Box]:
    """Yield what is said of lines; each takes the ground of the stage that it stands in."""
    clusters = made.graph.clusters
    for number, route in enumerate(placement.routes):
        label = route.label
        if label is None:
            continue
        box = made.labels[number].block.place(label.x, label.y, label.width)
        under = [
            cluster.stage
            for cluster, rect in zip(clusters, placement.groups, strict=False)
            if rect.contains(label)
        ]
        yield attrs.evolve(box, stage=under[0]) if under else box
