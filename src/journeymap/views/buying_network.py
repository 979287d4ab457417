"""The buying group as a network."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from journeymap.diagram import TextMode
from journeymap.model import Flow, Journey
from journeymap.options import check_width
from journeymap.render import FontChoice, Style, prepared, subject_of
from journeymap.theme import ThemeChoice

if TYPE_CHECKING:
    from journeymap.flowing import FlowDiagram
    from journeymap.model.flow import FlowEngine


def buying_network(
    journey: Journey,
    *,
    engine: FlowEngine | None = None,
    theme: ThemeChoice | None = None,
    language: str | None = None,
    width: float | None = None,
    text: TextMode = "embed",
    fonts: FontChoice | None = None,
) -> FlowDiagram:
    """Return who buys, and where each of them is met: a picture, and text in DOT.

    Buyers stand with their roles, stance and influence, linked to the touchpoints that name them; a
    line is the wider the further the buyer is drawn in at that stage.

    Args:
        journey: Whose buyers.
        engine: As for `flow`. Our own stands buyers in the middle between earlier and later
            touchpoints; Graphviz lets the network find a shape of its own.
        width: How wide the sheet should be, in px; by need unless given. Nodes get narrower for it.
        theme, language, text, fonts: As for `swimlane`.

    Raises:
        OptionError: The journey has no buyers, or no touchpoint names one; or there is no such
            engine, theme, language, kind of text or font.
        RenderError: The width is no length.
    """
    from journeymap.backends.engines import engine_of  # noqa: PLC0415
    from journeymap.flowing import FlowDiagram  # noqa: PLC0415
    from journeymap.graphs.network import network_graph  # noqa: PLC0415
    from journeymap.graphs.told import network_described  # noqa: PLC0415
    from journeymap.layout.flow.sheet import flow_layout  # noqa: PLC0415

    check_width(width)
    ready = prepared(subject_of(journey), Style(theme, language, text, fonts))
    named = (journey.flow or Flow()).engine if engine is None else engine
    place = engine_of(named)
    graph = network_graph(journey, ready.setting.labels)
    return FlowDiagram(
        graph,
        ready,
        lambda engine: partial(flow_layout, journey, graph, engine, width=width),
        place,
        lambda labels, _: network_described(journey, graph, labels),
        width=width,
    )
