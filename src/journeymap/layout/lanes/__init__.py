"""Every lane of a swimlane map, in its usual order."""

from __future__ import annotations

from journeymap.layout import cards, cells
from journeymap.layout.lanes.backstage import backstage
from journeymap.layout.lanes.buying import buying_group
from journeymap.layout.lanes.emotions import emotions
from journeymap.layout.lanes.figures import figures
from journeymap.layout.lanes.hypotheses import hypotheses
from journeymap.layout.lanes.messages import messages
from journeymap.layout.lanes.rows import Build, Cells, Row, one_row
from journeymap.model import Journey

__all__ = ["LANES", "Build", "Cells", "Row", "is_wanted"]

LANES: dict[str, Build] = {
    "jobs": one_row(cells.job),
    "triggers": one_row(cells.bulleted("triggers", "trigger")),
    "needs": one_row(cells.bulleted("needs", "need")),
    "expectations": one_row(cells.bulleted("expectations", "expectation")),
    "actions": one_row(cells.bulleted("actions", "action")),
    "thoughts": one_row(cells.thoughts),
    "touchpoints": one_row(cells.touchpoints),
    "emotions": emotions(),
    "motivations": one_row(cells.motivations),
    "barriers": one_row(cards.barriers),
    "concerns": one_row(cards.concerns),
    "importance": one_row(cells.importance),
    "satisfaction": one_row(cells.satisfaction),
    "duration": one_row(cells.duration),
    "buying-group": buying_group,
    "messages": messages,
    "metrics": figures,
    "hypotheses": one_row(hypotheses),
    "recommendations": one_row(cards.recommendations),
    "backstage": backstage,
}
"""Every lane in its usual order; lanes with headings of the author's own are not among them."""


def is_wanted(name: str, journey: Journey) -> bool:
    """Tell whether a lane that has something to say is drawn without being asked for."""
    if name == "duration":
        # The stage headers name the duration already; the lane adds what is active and waiting.
        return any(stage.active or stage.waiting for stage in journey.stages)
    return True
