"""Pills, cards and badges."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.geometry import Rect
from journeymap.layout.box import Box
from journeymap.painting.brush import Brush, Painter
from journeymap.scene import Item, Path, Rectangle, Stroke
from journeymap.theme.palette import plain_ground


def pill(box: Box, brush: Brush, radius: float | None = None) -> Iterator[Item]:
    """Paint a touchpoint: solid if it exists, dashed if proposed, hollow if it is not ours.

    A plain one has no colour, where colours tell who is met.

    Args:
        box: Where it stands.
        brush: The theme.
        radius: Of its corners; the sides of a pill of one line are round unless given.
    """
    words = box.variant.split()
    unit = brush.metrics.rule
    dash = (4 * unit, 3 * unit) if "proposed" in words else ()
    palette, is_plain = brush.palette, "plain" in words
    border = Stroke(palette.muted if is_plain else brush.mark(box.stage), unit, dash)
    ground = plain_ground(palette) if is_plain else brush.pill(box.stage)
    is_hollow = "foreign" in words or "proposed" in words
    fill = palette.paper if is_hollow else ground
    if radius is None:
        line = brush.metrics.line_height(brush.metrics.small_strong) / 2 + brush.metrics.pill_inset
        radius = min(box.rect.height / 2, line)
    yield Rectangle(box.rect, radius, fill=fill, stroke=border)


def sample_pill(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a small pill for the legend."""
    height = box.rect.height * 0.72
    place = Rect(box.rect.x, box.rect.center.y - height / 2, box.rect.width, height)
    yield from pill(Box(role="pill", rect=place, variant=box.variant, stage=box.stage), brush)


def card(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a card; an obstacle has a bar at its side, all else an edge all round.

    An obstacle has an edge too where its ground is no other than the paper.
    """
    tone, radius = brush.tone(box.variant), brush.metrics.card_radius
    is_obstacle = box.variant in {"barrier", "concern"}
    is_edged = not is_obstacle or tone.fill == brush.palette.paper
    edge = Stroke(tone.border, brush.metrics.rule) if is_edged else None
    yield Rectangle(box.rect, radius, fill=tone.fill, stroke=edge)
    if is_obstacle:
        yield _bar(box.rect, brush, tone.border)


def _bar(rect: Rect, brush: Brush, color: str) -> Path:
    """Return the bar at the left side, with the card's own rounded corners."""
    width, radius = brush.metrics.card_bar, brush.metrics.card_radius
    left, right = rect.x, rect.x + width
    return Path(
        (
            ("M", (right, rect.y)),
            ("L", (right, rect.bottom)),
            ("Q", (left, rect.bottom, left, rect.bottom - radius)),
            ("L", (left, rect.y + radius)),
            ("Q", (left, rect.y, right, rect.y)),
            ("Z", ()),
        ),
        fill=color,
    )


def badge(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the ground of a badge."""
    line = brush.metrics.line_height(brush.metrics.badge) / 2 + brush.metrics.badge_inset
    radius = min(box.rect.height / 2, line)
    yield Rectangle(box.rect, radius, fill=brush.tone(box.variant).solid)


def tag(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the ground of a tag, which says less loudly than a badge to whom something is told.

    It is a hole in its card, through which the paper is seen. It has an edge where cards are as
    white as paper, and where it stands on no card: a plain one, which names a journey.
    """
    palette, tone = brush.palette, brush.tone(box.variant)
    is_edged = palette.panel_edge != palette.panel or box.variant == "plain"
    half = brush.metrics.rule / 2
    rect = box.rect.inset(half, half) if is_edged else box.rect
    line = brush.metrics.line_height(brush.metrics.badge) / 2 + brush.metrics.badge_inset
    edge = Stroke(tone.border, brush.metrics.rule) if is_edged else None
    yield Rectangle(rect, min(rect.height / 2, line), fill=palette.paper, stroke=edge)


CARDS: dict[str, Painter] = {
    "pill": pill,
    "sample-pill": sample_pill,
    "card": card,
    "badge": badge,
    "tag": tag,
}
