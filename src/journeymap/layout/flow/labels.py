"""What is said at the edges of a graph."""

from __future__ import annotations

from journeymap.graphs.graph import Edge
from journeymap.layout.blocks import Block, Setting, Stack
from journeymap.layout.frames import Frame
from journeymap.layout.words import Words


def label_of(edge: Edge, setting: Setting) -> Block:
    """Return the lines of an edge on a ground of their own: figures strong, other words light."""
    metrics = setting.metrics
    first, *others = edge.label
    # A plan alone is no figure of what is.
    is_figure = edge.kind == "next" and (edge.share is not None or bool(others))
    style, ink = (metrics.small_strong, "ink") if is_figure else (metrics.small, "muted")
    lines: list[Block] = [Words(first, style, setting, ink=ink, align="middle")]
    lines += [Words(line, metrics.small, setting, ink="muted", align="middle") for line in others]
    return Frame(
        role="flow-label",
        inside=Stack(lines, 0.0),
        left=metrics.flow_label_padding,
        right=metrics.flow_label_padding,
        top=metrics.flow_label_inset,
        bottom=metrics.flow_label_inset,
    )
