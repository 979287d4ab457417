"""The plan of a graph: what an engine is asked to place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from journeymap.geometry import Size
from journeymap.graphs.graph import Edge, EdgeKind, Graph, Node, NodeKind
from journeymap.layout.flow.sized import Pieces
from journeymap.layout.flow.widths import line_width, weight_of
from journeymap.placing.plan import (
    Band,
    Course,
    Gaps,
    Group,
    Link,
    Placement,
    Plan,
    Spot,
    Standing,
)
from journeymap.theme import Metrics

_STANDING: Mapping[NodeKind, Standing] = {"entry": "before", "end": "after", "exit": "beside"}

_COURSES: Mapping[EdgeKind, Course] = {
    "revisit": "back",
    "loop": "back",
    "skip": "back",
    "leave": "out",
    "also": "tie",
}


def plan_of(made: Pieces, metrics: Metrics) -> Plan:
    """Return what an engine is asked to place.

    Args:
        made: What has a size.
        metrics: The lengths of the picture.
    """
    graph = made.graph
    links = tuple(_link(number, edge, made, metrics) for number, edge in enumerate(graph.edges))
    return Plan(
        spots=tuple(_spot(node, made) for node in graph.nodes),
        links=_two_sided(graph, links) if graph.is_free else links,
        groups=_groups(made),
        bands=tuple(Band(title=sized.size) for sized in made.lanes),
        direction=graph.direction,
        is_free=graph.is_free,
        gaps=_gaps(graph, metrics),
    )


def _spot(node: Node, made: Pieces) -> Spot:
    return Spot(
        id=node.id,
        size=made.nodes[node.id].size,
        group=None if made.graph.is_free else node.stage,
        band=node.lane,
        standing=_STANDING.get(node.kind, "within"),
    )


def _link(number: int, edge: Edge, made: Pieces, metrics: Metrics) -> Link:
    label = made.labels.get(number)
    return Link(
        tail=edge.tail,
        head=edge.head,
        course=_COURSES.get(edge.kind, "on"),
        width=line_width(edge.kind, edge.level, weight_of(edge), metrics),
        label=None if label is None else label.size,
    )


def _two_sided(graph: Graph, links: Sequence[Link]) -> tuple[Link, ...]:
    """Return links by which buyers stand in the middle, earlier touchpoints before them.

    The links at the end are for nothing else: they hold buyers in that place who are met at no
    earlier touchpoint, and would stand first.
    """
    early = {*_halves(graph)[0]}
    made = [
        attrs.evolve(link, tail=link.head, head=link.tail) if link.head in early else link
        for link in links
    ]
    buyers = [node.id for node in graph.nodes if node.kind == "buyer"]
    held = {link.head for link in made}
    firm = [name for name in buyers if name in held]
    loose = [name for name in buyers if name not in held]
    ties = [Link(tail=firm[-1], head=name, course="tie") for name in loose if firm]
    return (*made, *ties)


def _halves(graph: Graph) -> tuple[Sequence[str], Sequence[str]]:
    """Return the earlier and the later half of the touchpoints of a network."""
    met = [node.id for node in graph.nodes if node.kind != "buyer"]
    return met[: len(met) // 2], met[len(met) // 2 :]


def is_sided(graph: Graph, placement: Placement) -> bool:
    """Return whether earlier touchpoints of a network stand left of all later ones.

    Args:
        graph: The graph; if it is no network, its way says what is earlier.
        placement: Where its nodes are. An engine may have found a shape of its own.
    """
    if not graph.is_free:
        return False
    early, late = ([placement.spots[name] for name in names] for names in _halves(graph))
    ends, starts = [rect.right for rect in early], [rect.x for rect in late]
    return bool(ends and starts) and max(ends) < min(starts)


def _groups(made: Pieces) -> tuple[Group, ...]:
    """Return the stages; where they are nodes, each stands in a group without a title."""
    graph = made.graph
    if graph.clusters or graph.is_free:
        pairs = zip(graph.clusters, made.titles, strict=True)
        return tuple(Group(id=cluster.id, title=title.size) for cluster, title in pairs)
    stages = [node for node in graph.nodes if node.kind == "stage"]
    return tuple(Group(id=f"around-{node.id}", title=Size(0.0, 0.0)) for node in stages)


def _gaps(graph: Graph, metrics: Metrics) -> Gaps:
    return Gaps(
        spot=metrics.network_gap if graph.is_free else metrics.flow_gap,
        group=metrics.network_between if graph.is_free else metrics.flow_stage_gap,
        inset=metrics.flow_stage_inset if graph.clusters else 0.0,
        track=metrics.flow_track,
        label=metrics.flow_label_gap,
        stub=metrics.flow_stub,
        exit=metrics.flow_exit,
    )
