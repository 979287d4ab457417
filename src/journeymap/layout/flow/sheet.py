"""The sheet of a graph: title and facts, the graph as an engine places it, the legend."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.geometry import Rect
from journeymap.graphs.graph import Graph
from journeymap.graphs.told import facts
from journeymap.layout import header
from journeymap.layout.blocks import Block, Setting, Stack, Words
from journeymap.layout.box import Box
from journeymap.layout.flow.drawn import drawn
from journeymap.layout.flow.foot import foot
from journeymap.layout.flow.planned import plan_of
from journeymap.layout.flow.scaled import placed
from journeymap.layout.flow.sized import node_widths, pieces
from journeymap.model import Journey
from journeymap.placing.plan import Engine


def flow_layout(
    journey: Journey,
    graph: Graph,
    engine: Engine,
    setting: Setting,
    *,
    width: float | None = None,
) -> Box:
    """Return a graph of a journey as boxes.

    Args:
        journey: Whose graph.
        graph: What to lay out.
        engine: What places it.
        setting: Lengths, words and a ruler.
        width: How wide the sheet should be, in px; by need unless given. Nodes are made narrower
            until it fits, or until their words would have to be broken.
    """
    metrics = setting.metrics
    left = top = metrics.margin
    room = None if width is None else width - 2 * left
    whole = _placed(graph, engine, setting, room)
    inner = max(whole.rect.width, metrics.cycle_least, (width or 0.0) - 2 * left)
    children = [_head(journey, graph, setting).place(left, top, inner)]
    top = children[-1].rect.bottom + metrics.section_gap
    if graph.nodes:
        children.append(whole.moved(left, top))
    else:
        children.append(header.no_stages(setting).place(left, top, inner))
    top = children[-1].rect.bottom + metrics.section_gap
    below = foot(journey, graph, setting, whole)
    if below is not None:
        children.append(below.place(left, top, inner))
        top = children[-1].rect.bottom
    sheet = Rect(0.0, 0.0, inner + 2 * metrics.margin, top + metrics.margin * metrics.foot_ratio)
    return Box(role="sheet", rect=sheet, children=tuple(children))


def _head(journey: Journey, graph: Graph, setting: Setting) -> Block:
    metrics = setting.metrics
    said = header.SEPARATOR.join(facts(journey, graph, setting.labels))
    return Stack(
        [
            Words(journey.title, metrics.title, setting, link=journey.link),
            Words(said, metrics.subtitle, setting, ink="muted"),
        ],
        metrics.title_gap,
        role="title",
    )


def _placed(graph: Graph, engine: Engine, setting: Setting, room: float | None) -> Box:
    """Return the graph with the widest nodes that let it fit a room."""
    if not graph.nodes:
        return Box(role="flow", rect=Rect(0.0, 0.0, 0.0, 0.0))
    found = None
    for width in _widths(graph, setting, is_open=room is None):
        made = pieces(graph, width, setting)
        plan = plan_of(made, setting.metrics)
        placement = placed(plan, engine, setting.metrics.flow_unit)
        found = drawn(made, placement, setting)
        if room is None or placement.size.width <= room:
            break
    assert found is not None  # noqa: S101 - one width is always tried
    return found


def _widths(graph: Graph, setting: Setting, *, is_open: bool) -> Iterator[float]:
    """Yield the widths of nodes to try, the widest first."""
    natural, least = node_widths(graph, setting)
    steps = 0 if is_open else int(setting.metrics.flow_steps_ratio)
    yield natural
    for step in range(1, steps + 1):
        yield natural - (natural - least) * step / steps
