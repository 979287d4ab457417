"""The way through a journey as a graph."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from journeymap.diagram import TextMode
from journeymap.model import Flow, Journey
from journeymap.options import check_per_row, check_width
from journeymap.render import FontChoice, Style, prepared, subject_of
from journeymap.theme import ThemeChoice

if TYPE_CHECKING:
    from journeymap.flowing import FlowDiagram
    from journeymap.graphs.choices import Choices
    from journeymap.model.flow import FlowDetail, FlowDirection, FlowEngine, FlowLanes


def flow(  # noqa: PLR0913 - every choice about the picture is a keyword
    journey: Journey,
    *,
    detail: FlowDetail | None = None,
    lanes: FlowLanes | None = None,
    direction: FlowDirection | None = None,
    engine: FlowEngine | None = None,
    theme: ThemeChoice | None = None,
    language: str | None = None,
    width: float | None = None,
    per_row: int | None = None,
    text: TextMode = "embed",
    fonts: FontChoice | None = None,
) -> FlowDiagram:
    """Return the way through a journey: a picture, and text in DOT.

    Stages hold their touchpoints in their order; alternatives branch and join again, and what is
    only proposed stands beside the way that customers take today. Ways back, ways past stages and
    the loop of a cycle lead around. Where metrics tell it, a line is the wider the more customers
    take it; how many are lost stands under each stage, and where most are is marked.

    What is not given is what the journey's `flow` says.

    Args:
        journey: What to draw.
        detail: What the nodes are: `touchpoints` (by default), `stages` or `actions`.
        lanes: `buyers` for a lane for each buyer, `owners` for one for us, for competitors and for
            third parties; none by default.
        direction: Where time runs: `right` (by default) or `down`.
        engine: What places nodes and lines: `embedded`, which is our own, gives the same picture
            everywhere and is taken by default; `graphviz`, its program; `graphviz-wasm`, the same
            in Python; `auto`, Graphviz for a network where it is there, and our own for all else.
            `FlowDiagram.engine` says which it was.
        width: How wide the sheet should be, in px; by need unless given. Stages go into more rows
            and nodes get narrower for it.
        per_row: How many stages may stand in a row; more are put into further rows. By need unless
            given: at most eight, and fewer where the picture would be too wide to be read.
            Downwards, all stand in one unless it is given. Graphviz draws one row only.
        theme, language, text, fonts: As for `swimlane`.

    Raises:
        OptionError: There is no such detail, lane, direction, engine, theme, language, kind of text
            or font; lanes are asked for without touchpoints, or lanes for buyers without buyers.
        RenderError: The width is no length.
    """
    from journeymap.backends.engines import engine_of  # noqa: PLC0415
    from journeymap.flowing import FlowDiagram  # noqa: PLC0415
    from journeymap.graphs.flow import flow_graph  # noqa: PLC0415
    from journeymap.graphs.told import way_described  # noqa: PLC0415
    from journeymap.layout.flow.sheet import flow_layout  # noqa: PLC0415

    check_width(width)
    check_per_row(per_row)
    ready = prepared(subject_of(journey), Style(theme, language, text, fonts))
    choices, placing = _chosen(journey.flow or Flow(), detail, lanes, direction, engine)
    place = engine_of(placing)
    graph = flow_graph(journey, ready.setting.labels, choices)
    return FlowDiagram(
        graph,
        ready,
        lambda engine: partial(flow_layout, journey, graph, engine, width=width, per_row=per_row),
        place,
        lambda labels, _: way_described(journey, graph, labels),
        width=width,
    )


def _chosen(
    pinned: Flow,
    detail: FlowDetail | None,
    lanes: FlowLanes | None,
    direction: FlowDirection | None,
    engine: FlowEngine | None,
) -> tuple[Choices, FlowEngine | None]:
    """Return what is asked for, else what is pinned in the journey, else what is usual.

    Detail and lanes belong together: who asks for one of them gets nothing of what is pinned there.
    """
    from journeymap.graphs.choices import Choices  # noqa: PLC0415

    if lanes is None and detail is None:
        detail, lanes = pinned.detail, pinned.lanes
    pairs = {
        "detail": detail,
        "direction": pinned.direction if direction is None else direction,
    }
    given: dict[str, Any] = {name: value for name, value in pairs.items() if value is not None}
    return Choices(lanes=lanes, **given), engine if engine is not None else pinned.engine
