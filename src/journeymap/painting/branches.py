"""The mind map: its root, its stages and the lines between them."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.layout.box import Box
from journeymap.painting.brush import Brush, Painter
from journeymap.painting.rings import cubics
from journeymap.scene import Item, Path, Rectangle, Stroke


def branch(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a line in the colour of its stage, the thicker the nearer to the root."""
    metrics = brush.metrics
    width = metrics.mind_line if box.variant == "main" else metrics.mind_twig
    stroke = Stroke(brush.mark(box.stage), width, round=True)
    yield Path(cubics(box.points[0]), stroke=stroke)


def root(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the ground of the title."""
    edge = Stroke(brush.palette.accent, brush.metrics.mind_twig)
    yield Rectangle(box.rect, brush.metrics.panel_radius, fill=brush.palette.panel, stroke=edge)


def stage(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the ground of a stage."""
    color = brush.head_edge(box.stage)
    edge = Stroke(color, brush.metrics.rule) if color else None
    radius = brush.metrics.card_radius
    yield Rectangle(box.rect, radius, fill=brush.stage(box.stage), stroke=edge)


BRANCHES: dict[str, Painter] = {"branch": branch, "mind-root": root, "mind-stage": stage}
