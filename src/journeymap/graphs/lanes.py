"""The lanes of a graph of the way: who is in contact where."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, get_args

from journeymap.errors import OptionError
from journeymap.graphs.graph import Lane
from journeymap.labels.words import Labels
from journeymap.model import Buyer, Journey, Touchpoint
from journeymap.model.index import Index
from journeymap.model.touchpoints import Owner


class Swimlanes(NamedTuple):
    """Lanes, and in which of them a touchpoint stands: its own, then those with its mark."""

    lanes: tuple[Lane, ...]
    lanes_of: Callable[[Touchpoint], tuple[int, ...]]


NO_LANES = Swimlanes((), lambda touchpoint: ())  # noqa: ARG005 - of whatever touchpoint


def by_buyer(journey: Journey, index: Index, labels: Labels) -> Swimlanes:
    """Return a lane for each buyer, and one for the touchpoints that name nobody.

    Raises:
        OptionError: The journey has no buyers.
    """
    if not journey.buyers:
        raise OptionError(
            "lanes for buyers: the journey has no buyers (give it `buyers`, or take lanes "
            "for owners)"
        )
    lanes = [
        Lane(
            name=buyer.name,
            notes=tuple(labels.roles[role] for role in buyer.role),
            item=buyer,
        )
        for buyer in journey.buyers
    ]
    rest = len(lanes)
    touches = [touch for stage in journey.stages for touch in stage.touchpoints]
    if not all(touch.buyers for touch in touches):
        lanes.append(Lane(name=labels.flow["nobody"]))

    def lanes_of(touchpoint: Touchpoint) -> tuple[int, ...]:
        found = dict.fromkeys(position_of(reference, index) for reference in touchpoint.buyers)
        return tuple(found) or (rest,)

    return Swimlanes(tuple(lanes), lanes_of)


def position_of(reference: str, index: Index) -> int:
    """Return the position of the buyer that a reference means."""
    (item,) = index.find(reference, Buyer)
    position = item.steps[1]
    assert isinstance(position, int)  # noqa: S101 - a buyer stands in the tuple of buyers
    return position


def by_owner(journey: Journey, index: Index, labels: Labels) -> Swimlanes:
    """Return a lane for each kind of owner that has a touchpoint, ours first."""
    del index
    touches = [touch for stage in journey.stages for touch in stage.touchpoints]
    owners = {touch.owner for touch in touches}
    used: list[Owner] = [owner for owner in get_args(Owner) if owner in owners]
    lanes = tuple(Lane(name=labels.flow[owner]) for owner in used)
    return Swimlanes(lanes, lambda touchpoint: (used.index(touchpoint.owner),))


SWIMLANES: Mapping[str, Callable[[Journey, Index, Labels], Swimlanes]] = {
    "buyers": by_buyer,
    "owners": by_owner,
}
"""What makes the lanes, by what they are."""
