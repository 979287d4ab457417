"""Truth across objects: ids, references, the scale. All faults are found in one go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from journeymap.errors import Fault, nearest, shown
from journeymap.model.feelings import Emotion
from journeymap.model.improvements import Hypothesis, Recommendation
from journeymap.model.index import Index, Item
from journeymap.model.messages import Fab
from journeymap.model.people import ALIASES, ROLES, Buyer, Persona
from journeymap.model.stages import Stage
from journeymap.model.touchpoints import Touchpoint

if TYPE_CHECKING:
    from journeymap.model.journey import Journey

NOTHING = "refers to nothing"
"""The problem of a reference without a target."""

_PLURALS: dict[type[Any], str] = {Buyer: "buyers", Fab: "messages", Stage: "stages"}


def faults_of(journey: Journey) -> Iterator[Fault]:
    """Yield every fault between the parts of a journey."""
    index = Index(journey)
    yield from _ids(index)
    yield from _valences(journey, index)
    yield from _references(index)


def _ids(index: Index) -> Iterator[Fault]:
    for item in index.items:
        if index.by_id[item.id] is not item:
            first = Fault("", steps=index.by_id[item.id].steps, root="journey").path
            yield Fault(f"the id of {first} too", shown(item.id), "an id of its own", "", _id(item))


def _id(item: Item) -> tuple[str | int, ...]:
    return (*item.steps, "id") if item.value.id else item.steps


def _valences(journey: Journey, index: Index) -> Iterator[Fault]:
    scale = journey.scale
    for item in index.items:
        emotion = item.value
        if not isinstance(emotion, Emotion) or emotion.valence is None:
            continue
        if not scale.low <= emotion.valence <= scale.high:
            steps = (*item.steps, "valence")
            yield Fault("out of range", f"{emotion.valence:g}", str(scale), steps=steps)


def _references(index: Index) -> Iterator[Fault]:
    for item in index.items:
        value = item.value
        if isinstance(value, Stage):
            yield from _of_stage(index, item, value)
        elif isinstance(value, Touchpoint):
            yield from _of_touchpoint(index, item, value)
        elif isinstance(value, Emotion) and value.who is not None:
            yield from _one(index, value.who, (*item.steps, "who"), Buyer, Persona)
        elif isinstance(value, Fab):
            yield from _of_message(index, item, value)
        elif isinstance(value, (Recommendation, Hypothesis)):
            for position, reference in enumerate(value.addresses):
                yield from _one(index, reference, (*item.steps, "addresses", position))


def _of_stage(index: Index, item: Item, stage: Stage) -> Iterator[Fault]:
    met: dict[str, str] = {}
    for entry in stage.involvement:
        steps = (*item.steps, "involvement", entry.buyer)
        yield from _one(index, entry.buyer, steps, Buyer)
        for buyer in index.find(entry.buyer, Buyer)[:1]:
            if buyer.id in met:
                yield Fault("the same buyer again", shown(entry.buyer), "one level", steps=steps)
            met[buyer.id] = entry.buyer
    for position, reference in enumerate(stage.messages):
        yield from _one(index, reference, (*item.steps, "messages", position), Fab)
    for position, transition in enumerate(stage.leads_to):
        steps = (*item.steps, "leads_to", position, "to")
        yield from _one(index, transition.to, steps, Stage)


def _of_touchpoint(index: Index, item: Item, touchpoint: Touchpoint) -> Iterator[Fault]:
    for position, reference in enumerate(touchpoint.buyers):
        yield from _one(index, reference, (*item.steps, "buyers", position), Buyer)
    if touchpoint.alternative_to is None:
        return
    steps = (*item.steps, "alternative_to")
    reference = touchpoint.alternative_to
    found = [other for other in index.find(reference, Touchpoint) if _beside(other, item)]
    if not found:
        names = index.names_within(item.steps[:2], Touchpoint)
        # The name of its own is no help.
        others = names if len(names) > 1 else []
        yield _nothing(reference, others, steps, "other touchpoints in this stage")


def _beside(other: Item, item: Item) -> bool:
    return other.steps[:2] == item.steps[:2] and other is not item


def _of_message(index: Index, item: Item, message: Fab) -> Iterator[Fault]:
    for benefit in message.benefits:
        if benefit.to in ROLES or benefit.to in ALIASES:
            continue
        steps = (*item.steps, "benefits", benefit.to)
        if not index.find(benefit.to, Buyer):
            yield _nothing(benefit.to, [*ROLES, *index.names(Buyer)], steps, "buyers")


def _one(
    index: Index, reference: str, steps: tuple[str | int, ...], *kinds: type[Any]
) -> Iterator[Fault]:
    found = index.find(reference, *kinds)
    if not found:
        plural = _plural(kinds)
        yield _nothing(reference, index.names(*kinds), steps, f"{plural} in this journey")
    elif len(found) > 1:
        places = ", ".join(Fault("", steps=item.steps, root="journey").path for item in found[:3])
        yield Fault(f"means {places}", shown(reference), "an id", "give one of them", steps)


def _plural(kinds: tuple[type[Any], ...]) -> str:
    if not kinds:
        return "names"
    return _PLURALS[kinds[0]] if len(kinds) == 1 else "people"


def _nothing(reference: str, names: list[str], steps: tuple[str | int, ...], what: str) -> Fault:
    if not names:
        return Fault(NOTHING, shown(reference), hint=f"there are no {what}", steps=steps)
    listed = ", ".join(shown(name) for name in names[:8])
    more = f" and {len(names) - 8} more" if len(names) > 8 else ""
    return Fault(
        NOTHING,
        shown(reference),
        f"one of {listed}{more}" if len(names) > 1 else listed,
        nearest(reference, names),
        steps,
    )
