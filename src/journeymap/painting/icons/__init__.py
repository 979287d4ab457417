"""One set of icons: strokes of one weight on a grid of 24 × 24, drawn for this library.

Each icon is a line of text in `channels`, `lanes` or `views`, read once by `notation`. It takes
any place and any colour, and is one path in the picture.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from journeymap.geometry import Rect
from journeymap.layout.box import Box
from journeymap.painting.brush import Brush, Painter
from journeymap.painting.icons.channels import CHANNELS
from journeymap.painting.icons.lanes import LANE_ICONS
from journeymap.painting.icons.notation import GRID, parsed
from journeymap.painting.icons.views import SIGNS
from journeymap.scene import Command, Item, Path, Stroke

ICONS: Mapping[str, str] = {**CHANNELS, **LANE_ICONS, **SIGNS}
"""Every icon in the notation of `journeymap.painting.icons.notation`, by its name."""

WEIGHT = 2.0
"""The width of a stroke on the grid."""

LIGHT_WEIGHT = 1.75
"""The width of a stroke in the icon of what is not ours."""

THINNEST = 1.2
"""No stroke is thinner than that many px: a smaller icon would turn grey."""

_PARTS = 10  # Figures are rounded to a tenth of a px, which keeps files small.


def icon(name: str, rect: Rect, color: str, weight: float = WEIGHT) -> Iterator[Item]:
    """Yield the shapes of an icon.

    Args:
        name: Which one of `ICONS`.
        rect: Where it stands; it fills the largest square in the middle.
        color: The colour of its strokes.
        weight: The width of its strokes on the grid of 24.
    """
    size = min(rect.width, rect.height)
    corner = (rect.center.x - size / 2, rect.center.y - size / 2)
    width = max(THINNEST, size * weight / GRID)
    yield Path(_placed(name, size, corner), stroke=Stroke(color, width, round=True))


def _placed(name: str, size: float, corner: tuple[float, float]) -> tuple[Command, ...]:
    left, top = (round(place * _PARTS) for place in corner)
    around = (left, top) * 3  # No step has more than three points.
    # Lists, for a large map has thousands of icons and generators take twice as long.
    return tuple(
        [
            (
                letter,
                tuple([(a + b) / _PARTS for a, b in zip(figures, around, strict=False)]),
            )
            for letter, figures in _scaled(name, size)
        ]
    )


@functools.lru_cache(maxsize=1024)
def _scaled(name: str, size: float) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return the steps of an icon of a size, in tenths of a px."""
    factor = size / GRID * _PARTS
    return tuple(
        (letter, tuple(round(figure * factor) for figure in figures))
        for letter, figures in steps(name)
    )


@functools.cache
def steps(name: str) -> tuple[Command, ...]:
    """Return the steps of an icon on the grid."""
    return parsed(ICONS[name])


def painted(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the icon that the variant names first; without a stage it takes the muted colour."""
    name, *words = box.variant.split()
    color = brush.palette.muted if box.stage is None else brush.pill_ink(box.stage)
    weight = LIGHT_WEIGHT if "foreign" in words else WEIGHT
    yield from icon(name, box.rect, color, weight)


ICON_PAINTERS: dict[str, Painter] = {"icon": painted}
