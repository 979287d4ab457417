"""How wide the lines of a graph are. The painter asks here too: both must mean the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeymap.theme import Metrics

if TYPE_CHECKING:
    from journeymap.graphs.graph import Edge  # every picture loads this, most have no graph

_LEVELS = {"decides": 3.0, "consulted": 2.0, "informed": 1.0, "": 1.0}
"""How many times as wide the line to a buyer is that is so far drawn in."""


def weight_of(edge: Edge) -> float | None:
    """Return what makes the line of an edge wide: a share of customers; None if it is unknown."""
    return None if edge.share is None else float(edge.share)


def line_width(kind: str, level: str, weight: float | None, metrics: Metrics) -> float:
    """Return the width of a line.

    Args:
        kind: The kind of edge.
        level: How far a buyer is drawn in.
        weight: Its share of customers; None if it is unknown.
        metrics: The lengths of the picture.
    """
    if kind == "meets":
        return metrics.flow_meets * _LEVELS[level]
    return max(metrics.flow_line, metrics.flow_widest * (weight or 0.0))
