"""The sheet of a graph: title and facts, the graph as an engine places it, the legend."""

from __future__ import annotations

from collections.abc import Iterable

from journeymap.geometry import Point, Rect
from journeymap.graphs.graph import Graph
from journeymap.graphs.told import facts
from journeymap.layout import header
from journeymap.layout.blocks import Block, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.flow.drawn import drawn
from journeymap.layout.flow.fitted import Fitting
from journeymap.layout.flow.foot import foot
from journeymap.layout.flow.planned import is_sided
from journeymap.layout.remarks import SEPARATOR
from journeymap.layout.words import Words
from journeymap.model import Journey
from journeymap.placing.plan import Engine


def flow_layout(
    journey: Journey,
    graph: Graph,
    engine: Engine,
    setting: Setting,
    *,
    width: float | None = None,
    per_row: int | None = None,
) -> Box:
    """Return a graph of a journey as boxes.

    Args:
        journey: Whose graph.
        graph: What to lay out.
        engine: What places it.
        setting: Lengths, words and a ruler.
        width: How wide the sheet should be, in px; by need unless given. Stages are put into rows
            and nodes made narrower until it fits, or until words would have to be broken.
        per_row: How many stages may stand in a row; by need unless given.
    """
    metrics = setting.metrics
    left = top = metrics.margin
    room = None if width is None else width - 2 * left
    found = Fitting(graph, engine, setting).fitted(room, per_row) if graph.nodes else None
    need = 0.0 if found is None else found[1].size.width
    inner = max(need, metrics.cycle_least, (width or 0.0) - 2 * left)
    sides = [setting.labels.flow["sides"]] if found and is_sided(graph, found[1]) else []
    said = [*facts(journey, graph, setting.labels), *sides]
    children = [_head(journey, said, setting).place(left, top, inner)]
    top = children[-1].rect.bottom + metrics.section_gap
    if found is None:
        whole = Box(role="flow", rect=Rect(0.0, 0.0, 0.0, 0.0))
        children.append(header.no_stages(setting).place(left, top, inner))
    else:
        whole = drawn(*found, setting, Point(left, top))
        children.append(whole)
    top = children[-1].rect.bottom + metrics.section_gap
    below = foot(journey, graph, setting, whole)
    if below is not None:
        children.append(below.place(left, top, inner))
        top = children[-1].rect.bottom
    sheet = Rect(0.0, 0.0, inner + 2 * metrics.margin, top + metrics.margin * metrics.foot_ratio)
    return Box(role="sheet", rect=sheet, children=tuple(children))


def _head(journey: Journey, said: Iterable[str], setting: Setting) -> Block:
    metrics = setting.metrics
    return Stack(
        [
            Words(journey.title, metrics.title, setting, link=journey.link),
            Words(SEPARATOR.join(said), metrics.subtitle, setting, ink="muted"),
        ],
        metrics.title_gap,
        role="title",
    )
