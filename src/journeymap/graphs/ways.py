"""Ways that do not lead to the next stage: the loop of a cycle, revisits and alternatives."""

from __future__ import annotations

from typing import NamedTuple

from journeymap.labels.words import Labels
from journeymap.model import Journey, Stage, Transition
from journeymap.model.index import Index

_BETWEEN = " · "


class Way(NamedTuple):
    """A way from one stage to another, by position, with what is said of it.

    Attributes:
        start: The stage that it leaves.
        end: The stage that it leads to.
        text: When it is taken, and by how many.
        given: What the author wrote; None for the loop of a cycle.
    """

    start: int
    end: int
    text: str
    given: Transition | None = None


def ways(journey: Journey, labels: Labels) -> tuple[Way, ...]:
    """Return every way that has to be drawn, in the order of the stages."""
    given = [(n, way) for n, stage in enumerate(journey.stages) for way in stage.leads_to]
    index = Index(journey) if given else None
    found = [
        Way(position, _position(index, transition), _said(transition, labels), transition)
        for position, transition in given
        if index is not None
    ]
    last = len(journey.stages) - 1
    if journey.is_cyclic and last > 0 and not any((w.start, w.end) == (last, 0) for w in found):
        again = labels.legend["again"]
        rate = journey.repeat_rate
        share = labels.percent(float(rate.fraction)) if rate else ""
        found.append(Way(last, 0, joined(again, share)))
    return tuple(found)


def _position(index: Index, transition: Transition) -> int:
    (item,) = index.find(transition.to, Stage)
    position = item.steps[1]
    assert isinstance(position, int)  # noqa: S101 - a stage stands in the tuple of stages
    return position


def _said(transition: Transition, labels: Labels) -> str:
    share = transition.share
    return joined(transition.when or "", labels.percent(float(share.fraction)) if share else "")


def joined(*parts: str) -> str:
    """Return what is said of a way in one text."""
    return _BETWEEN.join(part for part in parts if part)
