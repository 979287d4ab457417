"""Ways that do not lead to the next stage, as some stages side by side show them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from journeymap.graphs.ways import Way, joined
from journeymap.layout.cells import Place
from journeymap.model import Journey


class Link(NamedTuple):
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
    return joined(f"{elsewhere + 1} {journey.stages[elsewhere].name}", way.text)
