"""Boxes to shapes: one function for each role, chosen from one table. No place is decided here."""

from __future__ import annotations

import math
from itertools import groupby

from journeymap.layout.box import Box
from journeymap.painting.branches import BRANCHES
from journeymap.painting.brush import Brush
from journeymap.painting.cards import CARDS
from journeymap.painting.charts import CHARTS
from journeymap.painting.curves import CURVES
from journeymap.painting.differences import DIFFERENCES
from journeymap.painting.fab import FAB
from journeymap.painting.flow import FLOW
from journeymap.painting.icons import ICON_PAINTERS
from journeymap.painting.lanes import LANES
from journeymap.painting.marks import MARKS
from journeymap.painting.rings import RINGS
from journeymap.painting.sheet import SHEET
from journeymap.painting.signs import MARKS_OF_WORDS
from journeymap.painting.tables import TABLES
from journeymap.scene import Group, Item, Scene
from journeymap.theme import Theme

FAMILIES = (
    *(SHEET, CARDS, MARKS, CURVES, ICON_PAINTERS, LANES, MARKS_OF_WORDS),
    *(RINGS, BRANCHES, TABLES, DIFFERENCES, CHARTS, FAB, FLOW),
)
"""The painters by what they paint; no role stands in two of them."""

PAINTERS = {role: painter for family in FAMILIES for role, painter in family.items()}
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
    return _grouped(items, box)


def _grouped(items: list[Item], box: Box) -> list[Item]:
    """Return the shapes of a box as one group; links in a link stand beside it.

    Browsers draw nothing of an `a` inside another.
    """
    if box.link is None or not any(map(_leads_on, items)):
        return [Group(tuple(items), name=box.source, label=box.label, link=box.link)]
    found: list[Item] = []
    label = box.label
    for leads_on, run in groupby(items, _leads_on):
        if leads_on:
            found += run
        else:
            found.append(Group(tuple(run), name=box.source, label=label, link=box.link))
            label = ""
    return found


def _leads_on(item: Item) -> bool:
    return isinstance(item, Group) and (item.link is not None or any(map(_leads_on, item.items)))
