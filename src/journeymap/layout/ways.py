"""Ways that do not lead to the next stage: the loop of a cycle, revisits and alternatives."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from journeymap.layout.blocks import Setting
from journeymap.layout.cells import Place
from journeymap.model import Journey, Stage, Transition
from journeymap.model.index import Index

_BETWEEN = " · "


@attrs.frozen(eq=False)
class Way:
    """A way from one stage to another, by position, with what is said of it."""

    start: int
    end: int
    text: str


@attrs.frozen(eq=False)
class Link:
    """A way as some stages side by side show it.

    Attributes:
        start: The column that it leaves, or None if that stage stands elsewhere.
        end: The column that it enters, or None likewise; one of the two is a column.
        text: What is said of it, the stage that stands elsewhere named first.
    """

    start: int | None
    end: int | None
    text: str

    @property
    def span(self) -> int:
        """How many columns it crosses."""
        if self.start is None or self.end is None:
            return -1
        return abs(self.end - self.start)


def ways(journey: Journey, setting: Setting) -> tuple[Way, ...]:
    """Return every way that has to be drawn, in the order of the stages."""
    given = [(n, way) for n, stage in enumerate(journey.stages) for way in stage.leads_to]
    index = Index(journey) if given else None
    found = [
        Way(position, _position(index, transition), _said(transition, setting))
        for position, transition in given
        if index is not None
    ]
    last = len(journey.stages) - 1
    if journey.is_cyclic and last > 0 and not any((w.start, w.end) == (last, 0) for w in found):
        again = setting.labels.legend["again"]
        rate = journey.repeat_rate
        share = setting.labels.percent(float(rate.fraction)) if rate else ""
        found.append(Way(last, 0, _joined(again, share)))
    return tuple(found)


def _position(index: Index, transition: Transition) -> int:
    (item,) = index.find(transition.to, Stage)
    position = item.steps[1]
    assert isinstance(position, int)  # noqa: S101 - a stage stands in the tuple of stages
    return position


def _said(transition: Transition, setting: Setting) -> str:
    share = transition.share
    return _joined(
        transition.when or "", setting.labels.percent(float(share.fraction)) if share else ""
    )


def _joined(*parts: str) -> str:
    return _BETWEEN.join(part for part in parts if part)


def links(journey: Journey, found: Sequence[Way], places: Sequence[Place]) -> list[Link]:
    """Return the ways that begin or end at some stages, the shortest first."""
    columns = {place.position: column for column, place in enumerate(places)}
    made = [
        Link(start, end, _named(journey, way, start, end))
        for way in found
        for start, end in [(columns.get(way.start), columns.get(way.end))]
        if start is not None or end is not None
    ]
    return sorted(made, key=_order)


def _order(link: Link) -> tuple[int, int, int]:
    start = link.end if link.start is None else link.start
    return (link.span, start or 0, -1 if link.end is None else link.end)


def _named(journey: Journey, way: Way, start: int | None, end: int | None) -> str:
    """Return what is said of a way, and at which stage it ends or begins if that is elsewhere."""
    if start is not None and end is not None:
        return way.text
    elsewhere = way.end if end is None else way.start
    return _joined(f"{elsewhere + 1} {journey.stages[elsewhere].name}", way.text)
