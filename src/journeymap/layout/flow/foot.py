"""The foot of a graph: what its marks and lines mean, and how much of it is known."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.graphs.graph import Graph
from journeymap.layout.blocks import Block, Flow, Setting
from journeymap.layout.box import Box
from journeymap.layout.footer import (
    facts,
    influence_legend,
    marks_legend,
    touchpoint_legend,
    truth_legend,
)
from journeymap.layout.roles import Drawn, by_role
from journeymap.layout.samples import drawing, sample
from journeymap.layout.words import Words
from journeymap.model import Journey, Touchpoint


def foot(journey: Journey, graph: Graph, setting: Setting, drawn: Box) -> Block | None:
    """Return the legend of what a graph uses, and the share of facts.

    Args:
        journey: Whose graph.
        graph: What is drawn.
        setting: Lengths, words and a ruler.
        drawn: Its boxes.
    """
    metrics, boxes = setting.metrics, by_role([drawn])
    touches = [node.item for node in graph.nodes if isinstance(node.item, Touchpoint)]
    dashed = _dashed(graph, setting)
    items = touchpoint_legend(touches, setting, dashed, is_plain=graph.is_free)
    if any(touch.moment_of_truth for touch in touches):
        items.append(truth_legend(setting))
    items += _ends(boxes, setting)
    items += _ways(graph, setting)
    items += influence_legend(boxes, setting)
    items += marks_legend(boxes, setting)
    share = facts(journey, setting)
    if share:
        items.append(Words(share, metrics.small, setting, ink="muted"))
    return Flow(items, metrics.legend_gap, metrics.item_gap) if items else None


def _dashed(graph: Graph, setting: Setting) -> list[Block]:
    """Return a way as it is drawn to what is only proposed, if there is one."""
    way = next((edge for edge in graph.edges if edge.is_proposed), None)
    if way is None:
        return []
    variant = f"{way.kind} {way.level} proposed"
    return [drawing("sample-way", setting.metrics.flow_sample, setting, variant)]


def _ends(drawn: Drawn, setting: Setting) -> Iterator[Block]:
    """Yield what the disc and the ring mean where nobody is counted; else figures stand there."""
    for role, name in (("entry", "enters"), ("end", "arrives")):
        if any(box.variant != "told" for box in drawn.get(f"flow-{role}", ())):
            text, size = setting.labels.flow[name], setting.metrics.lane_icon
            yield sample(text, f"sample-{role}", size, setting)


def _ways(graph: Graph, setting: Setting) -> Iterator[Block]:
    words, width = setting.labels.flow, setting.metrics.flow_sample
    kinds = {edge.kind for edge in graph.edges}
    told = [edge for edge in graph.edges if edge.kind == "next" and (edge.label or edge.share)]
    known = [edge.share is not None for edge in told]
    if any(known):
        text = words["width"] if all(known) else words["width_partly"]
        yield sample(text, "sample-way", width, setting, "next")
    if kinds & {"revisit", "loop", "skip"}:
        yield sample(words["back"], "sample-way", width, setting, "revisit")
    if any(node.kind == "again" for node in graph.nodes):
        yield sample(words["again"], "sample-again", setting.metrics.lane_icon, setting)
    levels = {edge.level for edge in graph.edges if edge.kind == "meets"}
    for level in ("decides", "consulted", "informed"):
        if level in levels:
            text = words[f"meets_{level}"]
            yield sample(text, "sample-way", width, setting, f"meets {level}")
