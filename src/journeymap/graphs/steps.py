"""The steps of a stage: what is done one after the other, and what can stand in for what."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from journeymap.model import Touchpoint
from journeymap.model.index import Index


@attrs.frozen
class Step:
    """What is done at one time: one thing, or alternatives of which the customer takes one.

    Attributes:
        items: The positions of the touchpoints in their stage.
        is_offered: Whether all of them are only proposed, so that customers still pass them by.
    """

    items: tuple[int, ...]
    is_offered: bool = False


def plain_steps(count: int) -> list[Step]:
    """Return so many things, one after the other."""
    return [Step((item,)) for item in range(count)]


def steps_of(
    touchpoints: Sequence[Touchpoint], stage: int, index: Index, *, as_is: bool
) -> list[Step]:
    """Return the touchpoints of a stage as steps, in the order of the first of each.

    Args:
        touchpoints: The touchpoints.
        stage: The position of their stage.
        index: What references mean.
        as_is: Whether proposed touchpoints are passed by. A stage that has no others is not.
    """
    grouped: dict[int, list[int]] = {}
    for item, first in enumerate(_firsts(touchpoints, stage, index)):
        grouped.setdefault(first, []).append(item)
    found = [
        Step(tuple(items), as_is and all(touchpoints[i].status == "proposed" for i in items))
        for items in grouped.values()
    ]
    if all(step.is_offered for step in found):
        return [Step(step.items) for step in found]
    return found


def _firsts(touchpoints: Sequence[Touchpoint], stage: int, index: Index) -> list[int]:
    """Return for each touchpoint the first one that it is an alternative to, by whatever way."""
    firsts = list(range(len(touchpoints)))

    def first_of(item: int) -> int:
        while firsts[item] != item:
            item = firsts[item]
        return item

    for item, touch in enumerate(touchpoints):
        if touch.alternative_to is not None:
            other = _meant(touch.alternative_to, stage, item, index)
            low, high = sorted((first_of(item), first_of(other)))
            firsts[high] = low
    return [first_of(item) for item in range(len(touchpoints))]


def _meant(reference: str, stage: int, item: int, index: Index) -> int:
    """Return the position of the touchpoint that a reference means: another one of the stage."""
    for found in index.find(reference, Touchpoint):
        own, position = found.steps[1], found.steps[3]
        if own == stage and position != item:
            assert isinstance(position, int)  # noqa: S101 - it stands in the tuple of touchpoints
            return position
    return item
