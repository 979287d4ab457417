"""The items of a legend: a drawing, and what it means."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.layout.blocks import Block, Flow, Setting
from journeymap.layout.frames import Frame, Shape
from journeymap.layout.words import Words


def item(name: str, role: str, width: float, setting: Setting, variant: str = "") -> Block:
    """Return a drawing with what it means, by the name of the words."""
    text = setting.labels.legend.get(name) or setting.labels.evidence[name]
    return sample(text, role, width, setting, variant)


def sample(text: str, role: str, width: float, setting: Setting, variant: str = "") -> Block:
    """Return a drawing with what it means.

    Args:
        text: What it means.
        role: What is drawn.
        width: How wide the drawing is, in px.
        setting: Lengths, words and a ruler.
        variant: Which kind of it.
    """
    return explained(text, [drawing(role, width, setting, variant)], setting)


def drawing(
    role: str, width: float, setting: Setting, variant: str = "", value: float | None = None
) -> Block:
    """Return a drawing for the legend, as high as a line of its words."""
    tall = setting.metrics.line_height(setting.metrics.small)
    return Shape(role=role, width=width, tall=tall, variant=variant, value=value)


def explained(text: str, drawings: Sequence[Block], setting: Setting) -> Block:
    """Return drawings with what all of them mean."""
    metrics = setting.metrics
    words = Words(text, metrics.small, setting, ink="muted")
    return Frame(role="legend", inside=Flow([*drawings, words], metrics.dot_gap, 0.0))
