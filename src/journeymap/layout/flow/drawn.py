"""The places that an engine gives to a graph, as boxes."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.geometry import Rect
from journeymap.graphs.graph import Edge
from journeymap.layout.blocks import Setting
from journeymap.layout.box import Box
from journeymap.layout.flow.sized import Pieces
from journeymap.layout.flow.widths import weight_of
from journeymap.layout.ring import around
from journeymap.placing.plan import Placement, Route


def drawn(made: Pieces, placement: Placement, setting: Setting) -> Box:
    """Return a graph with its top left corner at the origin."""
    graph = made.graph
    children = [
        *_grounds(made, placement),
        *_lanes(made, placement, setting),
        *_edges(made, placement),
        *_nodes(made, placement, setting),
        *_labels(made, placement),
    ]
    size = placement.size
    variant = "free" if graph.is_free else graph.direction
    whole = Rect(0.0, 0.0, size.width, size.height)
    return Box(role="flow", rect=whole, variant=variant, children=tuple(children))


def _grounds(made: Pieces, placement: Placement) -> Iterator[Box]:
    for cluster, rect in zip(made.graph.clusters, placement.groups, strict=False):
        yield Box(role="flow-stage", rect=rect, stage=cluster.stage)


def _lanes(made: Pieces, placement: Placement, setting: Setting) -> Iterator[Box]:
    inset = setting.metrics.flow_stage_inset
    is_across = made.graph.direction == "right"
    for number, (title, rect) in enumerate(zip(made.lanes, placement.bands, strict=True)):
        size = title.size
        top = rect.y + ((rect.height - size.height) / 2 if is_across else inset)
        left = rect.x + (0.0 if is_across else (rect.width - size.width) / 2)
        words = title.block.place(left, top, size.width)
        variant = "first" if number == 0 else ""
        yield Box(
            role="flow-lane",
            rect=rect,
            variant=f"{made.graph.direction} {variant}".strip(),
            children=(words,),
        )


def _edges(made: Pieces, placement: Placement) -> Iterator[Box]:
    """Yield the lines, the widest first, so that no thin one is hidden."""
    stages = {node.id: node.stage for node in made.graph.nodes}
    stages |= {cluster.id: cluster.stage for cluster in made.graph.clusters}
    pairs = list(zip(made.graph.edges, placement.routes, strict=True))
    pairs.sort(key=lambda pair: -(weight_of(pair[0]) or 0.0))
    for edge, route in pairs:
        stage = stages[edge.head if edge.kind == "meets" else edge.tail]
        yield Box(
            role="flow-edge",
            rect=around(route.points),
            variant=_variant(edge, route),
            stage=stage,
            value=weight_of(edge),
            points=(route.points,),
        )


def _variant(edge: Edge, route: Route) -> str:
    words = [
        edge.kind,
        edge.level,
        "proposed" if edge.is_proposed else "",
        "bottleneck" if edge.is_bottleneck else "",
        "curve" if route.is_curve else "",
    ]
    return " ".join(word for word in words if word)


def _nodes(made: Pieces, placement: Placement, setting: Setting) -> Iterator[Box]:
    """Yield the nodes in the order of reading, those of a stage under its title."""
    graph = made.graph
    by_stage: dict[int | None, list[Box]] = {}
    for node in graph.nodes:
        rect = placement.spots[node.id]
        box = made.nodes[node.id].block.place(rect.x, rect.y, rect.width)
        is_inside = bool(graph.clusters) and node.kind not in {"entry", "exit", "end"}
        key = node.stage if is_inside else None
        by_stage.setdefault(key, []).append(box)
    yield from by_stage.get(None, [])
    inset = setting.metrics.flow_stage_inset
    for cluster, title, rect in zip(graph.clusters, made.titles, placement.groups, strict=False):
        head = title.block.place(rect.x + inset, rect.y + inset, title.width)
        inside = by_stage.get(cluster.stage, [])
        yield Box(
            role="flow-nodes",
            rect=rect,
            stage=cluster.stage,
            source=cluster.source,
            label=cluster.name,
            children=(head, *inside),
        )


def _labels(made: Pieces, placement: Placement) -> Iterator[Box]:
    for number, route in enumerate(placement.routes):
        if route.label is not None:
            label = route.label
            yield made.labels[number].block.place(label.x, label.y, label.width)
