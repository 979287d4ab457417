"""What a graph says in words: the line of facts under its title, and a description of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeymap.analysis.passage import passages
from journeymap.graphs.figures import count_said, share_said, through
from journeymap.graphs.graph import Graph
from journeymap.graphs.ways import ways
from journeymap.labels.words import Labels
from journeymap.model import Journey

_COUNTED = {"stage": "stages", "buyer": "buyers", "touchpoint": "touchpoints", "action": "actions"}


def counts(journey: Journey, graph: Graph, labels: Labels) -> Iterator[str]:
    """Yield how many there are of what is drawn."""
    if graph.clusters:
        yield labels.counted("stages", len(journey.stages))
    for kind, name in _COUNTED.items():
        number = sum(node.kind == kind for node in graph.nodes)
        if number:
            yield labels.counted(name, number)
    kinds = [edge.kind for edge in graph.edges]
    back = kinds.count("revisit") + kinds.count("loop")
    for name, number in (("ways_back", back), ("ways_past", kinds.count("skip"))):
        if number:
            yield labels.counted(name, number)


def facts(journey: Journey, graph: Graph, labels: Labels) -> Iterator[str]:
    """Yield the parts of the line under the title: what is drawn, and what the widths mean."""
    yield from counts(journey, graph, labels)
    yield labels.states[journey.state]
    if not any(edge.share is not None for edge in graph.edges if edge.kind == "next"):
        return
    known = passages(journey)
    first = next(number for number, passage in enumerate(known) if passage.share is not None)
    count, unit = known[first].entered, known[first].unit
    if count is None:
        yield labels.flow["scale_share"]
    else:
        said = " ".join(part for part in (count_said(count, labels), unit) if part)
        yield labels.flow["scale"].format(count=said)
    if first > 0:
        yield labels.flow["figures_from"].format(stage=journey.stages[first].name)


def way_described(journey: Journey, graph: Graph, labels: Labels) -> str:
    """Return what the way through shows, in a few sentences."""
    return " ".join(_way(journey, graph, labels))


def _way(journey: Journey, graph: Graph, labels: Labels) -> Iterator[str]:
    words, names = labels.flow, [stage.name for stage in journey.stages]
    yield words["way_of"].format(title=journey.title)
    if not names:
        yield words["sentence"].format(said=labels.legend["no_stages"])
        return
    yield words["sentence"].format(said=", ".join(counts(journey, graph, labels)))
    yield words["sentence"].format(said=" → ".join(names))
    known = passages(journey)
    for name, passage in zip(names, known, strict=True):
        if passage.is_worst and passage.lost_rate is not None:
            share = share_said(passage.lost_rate, labels)
            yield words["lost_most"].format(stage=name, share=share)
    came = through(known, labels)
    if came:
        yield words["sentence"].format(said=came)
    for way in ways(journey, labels):
        template = words["back_to" if way.end <= way.start else "past_to"]
        when = f" ({way.text})" if way.text else ""
        yield template.format(start=names[way.start], end=names[way.end], when=when)
    yield from _lanes(graph, labels)


def _lanes(graph: Graph, labels: Labels) -> Iterator[str]:
    """Yield whom each touchpoint reaches, a sentence a lane; marks are touchpoints as well."""
    turn = {node.source: number for number, node in enumerate(graph.nodes) if node.kind != "again"}
    for number, lane in enumerate(graph.lanes):
        own = [node for node in graph.nodes if node.lane == number]
        own.sort(key=lambda node: turn[node.source])
        yield _met(lane.name, [node.name for node in own], labels)


def _met(who: str, touchpoints: Sequence[str], labels: Labels) -> str:
    where = ", ".join(touchpoints) or labels.flow["met_nowhere"]
    return labels.flow["met_at"].format(buyer=who, touchpoints=where)


def network_described(journey: Journey, graph: Graph, labels: Labels) -> str:
    """Return whom a network shows and where each is met, a sentence a buyer."""
    words, names = labels.flow, {node.id: node.name for node in graph.nodes}
    said = [words["network_of"].format(title=journey.title)]
    for node in graph.nodes:
        if node.kind == "buyer":
            met = [names[edge.head] for edge in graph.edges if edge.tail == node.id]
            said.append(_met(node.name, met, labels))
    return " ".join(said)
