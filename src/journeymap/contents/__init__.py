"""What every stage says, aspect by aspect, in words: for the views that show text only."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from journeymap.contents import customer, seller
from journeymap.contents.entry import Aspect, Entry, Tell, Teller
from journeymap.labels.words import Labels
from journeymap.lanechoice import Wanted, choose, headings, with_notes
from journeymap.model import Journey
from journeymap.model.index import Index

__all__ = ["ASPECTS", "Aspect", "Entry", "contents", "under_heads"]


def contents(journey: Journey, labels: Labels, lanes: Wanted | None = None) -> tuple[Aspect, ...]:
    """Return what the stages say, in the usual order of lanes or in that of the lanes asked for.

    An aspect of which no stage says anything is left out unless asked for.

    Raises:
        OptionError: There is no such lane, or the words of the choice do not fit together.
    """
    own: dict[str, Tell] = {name: partial(seller.notes, name) for name in headings(journey)}
    tells = with_notes(ASPECTS, own)
    choice = choose(lanes, tells)
    index = Index(journey)
    tellers = [
        Teller(journey, stage, stage.id or f"stage{number + 1}", labels, index)
        for number, stage in enumerate(journey.stages)
    ]
    told = [
        Aspect(
            name,
            choice.titles.get(name) or labels.lanes.get(name, name),
            tuple(tuple(tells[name](one)) for one in tellers),
            is_named=is_named,
            is_own=bool(choice.titles.get(name)) or name not in labels.lanes,
        )
        for name, is_named in choice.lanes(tells)
    ]
    return tuple(aspect for aspect in told if aspect.is_named or any(aspect.entries))


def under_heads(aspects: Sequence[Aspect], journey: Journey) -> tuple[Aspect, ...]:
    """Return the aspects that say more than heads with the durations, or are asked for."""
    parted = any(stage.active or stage.waiting for stage in journey.stages)
    return tuple(one for one in aspects if one.is_named or parted or one.name != "duration")


ASPECTS: dict[str, Tell] = {
    "jobs": customer.job,
    "triggers": partial(customer.statements, "triggers", "trigger"),
    "needs": partial(customer.statements, "needs", "need"),
    "expectations": partial(customer.statements, "expectations", "expectation"),
    "actions": partial(customer.statements, "actions", "action"),
    "thoughts": partial(customer.statements, "thoughts", "thought"),
    "touchpoints": customer.touchpoints,
    "emotions": customer.emotions,
    "motivations": customer.motivations,
    "barriers": partial(customer.obstacles, "barriers", "barrier"),
    "concerns": partial(customer.obstacles, "concerns", "concern"),
    "importance": partial(customer.level, "importance"),
    "satisfaction": partial(customer.level, "satisfaction"),
    "duration": customer.duration,
    "buying-group": seller.involvement,
    "messages": seller.messages,
    "metrics": seller.metrics,
    "hypotheses": seller.hypotheses,
    "recommendations": seller.recommendations,
    "backstage": seller.backstage,
}
"""Every aspect in its usual order."""
