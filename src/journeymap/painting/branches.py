"""The mind map: its root, its stages and the lines between them."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.layout.box import Box
from journeymap.painting.brush import Brush, Painter
from journeymap.painting.rings import cubics
from journeymap.painting.tapered import tapered
from journeymap.scene import Item, Path, Rectangle, Stroke


def branch(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint lines in the colour of their stage; one from the root tapers towards its stage."""
    metrics, color = brush.metrics, brush.mark(box.stage)
    if box.variant == "main":
        outline = tapered(box.points[0], metrics.mind_trunk, metrics.mind_line)
        yield Path((*cubics(outline), ("Z", ())), fill=color)
        return
    # What the ways share must not look thicker, so all of them are one line.
    lines = tuple(command for way in box.points for command in cubics(way))
    yield Path(lines, stroke=Stroke(color, metrics.mind_twig, round=True))


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
