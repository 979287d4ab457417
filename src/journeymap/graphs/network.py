"""A buying group as a graph: who it is, and at which touchpoints each of them is met."""

from __future__ import annotations

from collections.abc import Container

from journeymap.errors import OptionError
from journeymap.graphs.contacts import channel_of
from journeymap.graphs.graph import Edge, Graph, Node
from journeymap.graphs.lanes import position_of
from journeymap.labels.words import Labels
from journeymap.model import Journey, Stage, Touchpoint
from journeymap.model.index import Index


def network_graph(journey: Journey, labels: Labels) -> Graph:
    """Return the buyers of a journey and the touchpoints that reach them.

    Args:
        journey: Whose buyers.
        labels: The words of nodes.

    Raises:
        OptionError: The journey has no buyers, or no touchpoint names one.
    """
    if not journey.buyers:
        raise OptionError("no buyers to draw (expected a journey with `buyers`)")
    index = Index(journey)
    met = [
        (number, position, touch)
        for number, stage in enumerate(journey.stages)
        for position, touch in enumerate(stage.touchpoints)
        if touch.buyers
    ]
    if not met:
        raise OptionError(
            "no touchpoint names a buyer, so nobody knows who is met where (give some touchpoints "
            "`buyers`)"
        )
    count = len(journey.buyers)
    reached = {position_of(name, index) for *_, touch in met for name in touch.buyers}
    nodes = [*_buyers(journey, reached, labels)]
    edges: list[Edge] = []
    for place, (number, position, touch) in enumerate(met, start=count + 1):
        stage = journey.stages[number]
        node = _touchpoint(stage, number, position, touch, f"n{place}", labels)
        nodes.append(node)
        levels = {position_of(entry.buyer, index): entry.level for entry in stage.involvement}
        edges += [
            Edge(
                tail=f"n{buyer + 1}",
                head=node.id,
                kind="meets",
                level=levels.get(buyer, ""),
                is_proposed=node.is_proposed,
            )
            for buyer in dict.fromkeys(position_of(name, index) for name in touch.buyers)
        ]
    order = {f"n{number + 1}": number for number in range(count)}
    edges.sort(key=lambda edge: order[edge.tail])
    return Graph(
        title=journey.title,
        language=labels.language,
        nodes=tuple(nodes),
        edges=tuple(edges),
        is_free=True,
    )


def _buyers(journey: Journey, reached: Container[int], labels: Labels) -> list[Node]:
    made = []
    for number, buyer in enumerate(journey.buyers, start=1):
        stance = (labels.stances[buyer.stance],) if buyer.stance else ()
        missed = () if number - 1 in reached else (labels.flow["met_nowhere"],)
        made.append(
            Node(
                id=f"n{number}",
                kind="buyer",
                name=buyer.name,
                notes=(*(labels.roles[role] for role in buyer.role), *stance, *missed),
                item=buyer,
                source=buyer.id or f"buyer{number}",
            )
        )
    return made


def _touchpoint(
    stage: Stage, number: int, position: int, touch: Touchpoint, name: str, labels: Labels
) -> Node:
    home = stage.id or f"stage{number + 1}"
    return Node(
        id=name,
        kind="touchpoint",
        name=touch.name,
        notes=(touch.tool,) if touch.tool else (),
        channel=channel_of(touch, labels),
        item=touch,
        source=touch.id or f"{home}.touchpoint{position + 1}",
        is_proposed=touch.status == "proposed",
    )
