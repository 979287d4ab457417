"""Boxes to shapes: one function for each role, chosen from one table. No place is decided here."""

from __future__ import annotations

import math

from journeymap.layout.box import Box
from journeymap.painting.branches import BRANCHES
from journeymap.painting.brush import Brush
from journeymap.painting.cards import CARDS
from journeymap.painting.curves import CURVES
from journeymap.painting.icons import ICON_PAINTERS
from journeymap.painting.marks import MARKS
from journeymap.painting.rings import RINGS
from journeymap.painting.sheet import SHEET
from journeymap.painting.tables import TABLES
from journeymap.scene import Group, Item, Scene
from journeymap.theme import Theme

PAINTERS = {
    **SHEET,
    **CARDS,
    **MARKS,
    **CURVES,
    **ICON_PAINTERS,
    **RINGS,
    **BRANCHES,
    **TABLES,
}
"""The painter of each role; a role without one only holds other boxes."""


def paint(
    box: Box, theme: Theme, *, title: str = "", description: str = "", language: str = "en"
) -> Scene:
    """Return the scene that shows a tree of boxes in a theme; it is a whole number of px large."""
    return Scene(
        math.ceil(box.rect.width),
        math.ceil(box.rect.height),
        theme.palette.paper,
        tuple(_painted(box, Brush(theme))),
        title=title,
        description=description,
        language=language,
    )


def _painted(box: Box, brush: Brush) -> list[Item]:
    painter = PAINTERS.get(box.role)
    items: list[Item] = list(painter(box, brush)) if painter is not None else []
    for child in box.children:
        items += _painted(child, brush)
    if box.link is None and not box.label:
        return items
    return [Group(tuple(items), name=box.source, label=box.label, link=box.link)]
