"""A lane that stands in its place, its rows still apart, so that it can be parted over pages."""

from __future__ import annotations

from typing import NamedTuple

from journeymap.geometry import Rect
from journeymap.layout.box import Box
from journeymap.layout.breaking import Piece
from journeymap.theme import Metrics


class PlacedRow(NamedTuple):
    """A row of a lane: what it is called, what stands in its columns, and where it starts.

    `is_lead` says that it only leads over to the row below it.
    """

    label: Piece | None
    cells: tuple[Piece, ...]
    top: float
    is_lead: bool = False

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What stands in it, in the order of reading."""
        return self.cells if self.label is None else (self.label, *self.cells)

    @property
    def bottom(self) -> float:
        """The lower end of its lowest cell."""
        return max([self.top, *(piece.bottom for piece in self.pieces)])

    def moved(self, dy: float) -> PlacedRow:
        """Return the row `dy` further down."""
        label = None if self.label is None else self.label.moved(dy)
        cells = tuple(cell.moved(dy) for cell in self.cells)
        return PlacedRow(label, cells, self.top + dy, self.is_lead)


class PlacedLane(NamedTuple):
    """A lane: its name, its top left corner, its heading and its rows."""

    name: str
    left: float
    top: float
    heading: Piece
    rows: tuple[PlacedRow, ...]

    @property
    def bottom(self) -> float:
        """The lower end of what stands in it."""
        return max([self.heading.bottom, *(row.bottom for row in self.rows)])

    def moved(self, dy: float) -> PlacedLane:
        """Return the lane `dy` further down."""
        rows = tuple(row.moved(dy) for row in self.rows)
        return PlacedLane(self.name, self.left, self.top + dy, self.heading.moved(dy), rows)

    def height(self, metrics: Metrics) -> float:
        """Return how high it is, padding included."""
        return self.bottom + metrics.lane_padding - self.top

    def box(self, right: float, metrics: Metrics) -> Box:
        """Return the lane as a box that ends at `right`."""
        pieces = [self.heading, *(piece for row in self.rows for piece in row.pieces)]
        whole = Rect(self.left, self.top, right - self.left, self.height(metrics))
        children = tuple(piece.placed() for piece in pieces)
        return Box(role="lane", rect=whole, children=children, source=self.name)
