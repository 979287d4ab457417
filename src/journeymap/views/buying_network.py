"""The buying group as a network."""

from __future__ import annotations

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
        engine: As for `flow`; unless given or said by the journey, Graphviz where it is installed,
            and else our own.
        width: How wide the sheet should be, in px; by need unless given. Nodes get narrower for it.
        theme, language, text, fonts: As for `swimlane`.

    Raises:
        OptionError: The journey has no buyers; or there is no such engine, theme, language, kind of
            text or font.
        RenderError: The width is no length.
    """
    from journeymap.backends.engines import chosen  # noqa: PLC0415
    from journeymap.flowing import FlowDiagram  # noqa: PLC0415
    from journeymap.graphs.network import network_graph  # noqa: PLC0415
    from journeymap.graphs.told import network_described  # noqa: PLC0415
    from journeymap.layout.flow.sheet import flow_layout  # noqa: PLC0415

    check_width(width)
    ready = prepared(subject_of(journey), Style(theme, language, text, fonts))
    pinned = (journey.flow or Flow()).engine
    place = chosen(pinned if engine is None else engine, is_free=True)
    graph = network_graph(journey, ready.setting.labels)
    return FlowDiagram(
        graph,
        ready,
        lambda engine: lambda setting: flow_layout(journey, graph, engine, setting, width=width),
        place,
        lambda labels, _: network_described(journey, graph, labels),
    )
