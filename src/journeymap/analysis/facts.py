"""How much of a map is known and how much assumed."""

from __future__ import annotations

import attrs

from journeymap.model import (
    Benefit,
    Buyer,
    Cost,
    Fab,
    Gain,
    Hypothesis,
    Journey,
    Offer,
    Persona,
    Recommendation,
    Segment,
    Stage,
    Touchpoint,
    Transition,
)
from journeymap.model.index import Item, walk

FRAMES = (Segment, Persona, Stage, Offer, Buyer, Transition)
"""What only holds statements: its name states nothing by itself."""

PLANS = (Recommendation, Hypothesis, Fab, Benefit, Cost, Gain)
"""What says how it should be; it cannot be a fact before it is done."""

_NO_STATEMENTS = (*FRAMES, *PLANS)


@attrs.frozen(eq=False)
class FactShare:
    """How many statements there are, and how many of them are facts."""

    facts: int
    count: int

    @property
    def fraction(self) -> float:
        """The share of facts, from 0 to 1; 0 for a map without statements."""
        return self.facts / self.count if self.count else 0.0


def fact_share(journey: Journey) -> FactShare:
    """Return the share of statements that somebody has reported, observed or measured.

    Everything that is said of customer and market counts once. Names of stages and people state
    nothing, and plans (advice, mitigations, proposed touchpoints, messages, costs, gains) cannot be
    facts yet: they count only where they carry evidence all the same.
    """
    items = [item for item in walk(journey) if item.value.evidence.is_fact or _states(item)]
    return FactShare(sum(item.value.evidence.is_fact for item in items), len(items))


def _states(item: Item) -> bool:
    if isinstance(item.value, _NO_STATEMENTS) or item.steps[-1] == "mitigation":
        return False
    return not (isinstance(item.value, Touchpoint) and item.value.status == "proposed")
