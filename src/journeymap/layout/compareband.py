"""Some columns of a comparison: the names of the journeys stand beside their rows."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from journeymap.geometry import Rect
from journeymap.graphs.ways import Way, ways
from journeymap.layout import comparehead
from journeymap.layout.band import Band, Lane
from journeymap.layout.blocks import Setting
from journeymap.layout.breaking import Piece
from journeymap.layout.cells import Place
from journeymap.layout.comparerows import Side, SideRow
from journeymap.layout.lanes.emotions import Curves
from journeymap.layout.lanes.lane import Chosen
from journeymap.layout.lanes.rows import Row
from journeymap.layout.placed import PlacedLane, PlacedRow
from journeymap.model import Journey


class ComparedBand(Band):
    """Some columns of the comparison."""

    def __init__(
        self,
        pair: tuple[Side, Side],
        columns: Sequence[Place],
        row: Sequence[int],
        lanes: Sequence[Chosen],
        setting: Setting,
    ) -> None:
        places = [columns[number] for number in row]
        # What the columns are called is all that a band asks of its journey.
        names = [place.stage.name for place in columns]
        whole = Journey(pair[1].journey.title, stages=names)
        super().__init__(whole, places, lanes, setting, _ways(pair, setting))
        self.heads = tuple(comparehead.ComparedHead(place, pair, setting) for place in places)

    @functools.cached_property
    def _tag_width(self) -> float:
        """How wide the names of the journeys beside the rows are; a long one is broken."""
        rows = (row for lane in self.lanes for row in lane.rows)
        tags = (row.tag for row in rows if isinstance(row, SideRow) and row.tag is not None)
        widest = max((tag.natural() for tag in tags), default=0.0)
        return min(widest, self.metrics.label_width)

    @property
    def _tag_drop(self) -> float:
        """How far below the top of its row the name of a journey stands: level with a heading."""
        metrics = self.metrics
        line = metrics.difference_inset + metrics.baseline(metrics.lane_label)
        return line - metrics.badge_inset - metrics.baseline(metrics.badge)

    @property
    def beside_headings(self) -> float:
        """The room for the names of the journeys."""
        return self._tag_width + self.metrics.label_gap if self._tag_width else 0.0

    def placed(
        self, lane: Lane, columns: Sequence[Rect], left: float, lane_top: float
    ) -> PlacedLane:
        """Return a lane whose first row starts level with its heading."""
        metrics = self.metrics
        tags = columns[0].x - metrics.label_gap - self._tag_width
        room = columns[0].x - left - self.beside_headings - metrics.label_gap
        top = lane_top + metrics.lane_padding
        head = lane.heading.place(left, top, room)
        _, title = head.children
        below = head.rect.bottom + metrics.item_gap
        rows = []
        if not _starts_with_heading(lane.rows[0]):
            top = below
        elif isinstance(lane.rows[0], SideRow):
            # Words in a cell have room for the ground of a mark above them; the heading has none.
            top -= metrics.difference_inset
        for row in lane.rows:
            cells = row.place(columns, title.rect, top)
            name = None
            if row.label is not None:
                own = min(row.label.natural(), room - lane.heading.indent)
                name = Piece(row.label.place(title.rect.x, max(top, below), own))
            if isinstance(row, SideRow) and row.tag is not None:
                own = min(row.tag.natural(), self._tag_width)
                cells = [row.tag.place(tags, top + self._tag_drop, own), *cells]
            rows.append(PlacedRow(name, tuple(map(Piece, cells)), top))
            top = rows[-1].bottom + metrics.item_gap
        return PlacedLane(lane.name, left, lane_top, Piece(head), tuple(rows))


def _starts_with_heading(row: Row) -> bool:
    """Tell whether a row starts level with the heading: it has no name of its own."""
    # A line of the backstage has its name where the heading stands.
    return isinstance(row, (SideRow, Curves)) and row.label is None


def _ways(pair: tuple[Side, Side], setting: Setting) -> list[Way]:
    """Return the ways of both journeys; one that only one of them has says so."""
    found: dict[tuple[int, int, str], list[str]] = {}
    for side in pair:
        columns_of = {stage: column for column, stage in enumerate(side.stages)}
        for way in ways(side.journey, setting.labels):
            key = (columns_of[way.start], columns_of[way.end], way.text)
            found.setdefault(key, []).append(side.name)
    return [
        Way(start, end, text if len(set(names)) > 1 else f"{names[0]}: {text}".removesuffix(": "))
        for (start, end, text), names in found.items()
    ]
