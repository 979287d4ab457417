"""Every lane of a swimlane map, in its usual order."""

from __future__ import annotations

from journeymap.layout import cards, cells
from journeymap.layout.cells import Cell

LANES: dict[str, Cell] = {
    "jobs": cells.job,
    "triggers": cells.bulleted("triggers", "trigger"),
    "needs": cells.bulleted("needs", "need"),
    "expectations": cells.bulleted("expectations", "expectation"),
    "actions": cells.bulleted("actions", "action"),
    "thoughts": cells.thoughts,
    "touchpoints": cells.touchpoints,
    "emotions": lambda place, setting: None,  # noqa: ARG005 - drawn across the columns
    "motivations": cells.motivations,
    "barriers": cards.barriers,
    "concerns": cards.concerns,
    "importance": cells.importance,
    "satisfaction": cells.satisfaction,
    "duration": cells.duration,
    "recommendations": cards.recommendations,
}
"""Every lane in its usual order. The lane of emotions is laid out by `journeymap.layout.curve`."""
