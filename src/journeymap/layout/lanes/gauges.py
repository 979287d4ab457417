"""Shares as bars, so long that equal shares are equally long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from journeymap.geometry import Rect
from journeymap.layout.blocks import Block, Flow, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.frames import Frame
from journeymap.layout.lanes.rows import Cells, Row
from journeymap.layout.marked import Marked


@attrs.frozen(repr=False, eq=False)
class Gauge:
    """A bar from 0 to 100 per cent with a tick at the plan, and the figure beside it.

    Attributes:
        measured: The share that was measured; None where there is only a plan.
        planned: The share that is planned, if any.
        figure: What stands beside the bar.
        stage: The position of the stage whose colour it takes.
        setting: Lengths, words and a ruler.
        room: How wide the column of the figures is at least, in px.
    """

    measured: float | None
    planned: float | None
    figure: Block | Marked
    stage: int
    setting: Setting
    room: float = 0.0

    @property
    def figure_room(self) -> float:
        """How wide the column is in which the figure stands, in px."""
        return max(self.room, self.figure.natural())

    def least(self) -> float:
        """Return the width of the figures and of a short bar."""
        return self.figure_room + self.setting.metrics.facet_minimum / 2

    def natural(self) -> float:
        """Return the width of the figures and of a bar."""
        return self.figure_room + self.setting.metrics.facet_minimum

    def _figure_width(self, width: float) -> float:
        return min(self.figure_room, width * self.setting.metrics.half_ratio)

    def height(self, width: float) -> float:
        """Return the height of the figure."""
        return self.figure.height(self._figure_width(width))

    def place(self, x: float, y: float, width: float) -> Box:
        """Return the bar with the figure at its right."""
        metrics = self.setting.metrics
        own = self._figure_width(width)
        figure = self.figure.place(x + width - own, y, own)
        rail = Rect(x, y, width - own - metrics.pill_gap, figure.rect.height)
        ticks: tuple[Box, ...] = ()
        if self.planned is not None:
            left = rail.x + self.planned * (rail.width - metrics.tick)
            height = metrics.gauge + 2 * metrics.divider_gap
            tick = Rect(left, rail.center.y - height / 2, metrics.tick, height)
            ticks = (Box(role="tick", rect=tick),)
        is_plan = self.measured is None and self.planned is not None
        gauge = Box(
            role="gauge",
            rect=rail,
            variant="planned" if is_plan else "",
            value=self.planned if is_plan else self.measured,
            stage=self.stage,
            children=ticks,
        )
        whole = Rect(x, y, width, figure.rect.height)
        return Box(role="stack", rect=whole, children=(gauge, figure))


def evened(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return rows in which the figures beside all bars take the same room."""
    cells = [cell for row in rows if isinstance(row, Cells) for cell in row.cells]
    room = max((gauge.figure_room for cell in cells for gauge in _gauges(cell)), default=0.0)
    if not room:
        return tuple(rows)
    return tuple(
        attrs.evolve(row, cells=tuple(cell and _with(cell, room) for cell in row.cells))
        if isinstance(row, Cells)
        else row
        for row in rows
    )


def _gauges(block: Block | None) -> Iterator[Gauge]:
    """Yield all bars in a block."""
    if isinstance(block, Gauge):
        yield block
    elif isinstance(block, Frame):
        yield from _gauges(block.inside)
    elif isinstance(block, (Stack, Flow)):
        for part in block.blocks:
            yield from _gauges(part)


def _with(block: Block, room: float) -> Block:
    """Return a block whose bars leave so much room for their figures."""
    if isinstance(block, Gauge):
        return attrs.evolve(block, room=room)
    if isinstance(block, Frame):
        return attrs.evolve(block, inside=_with(block.inside, room))
    if isinstance(block, Stack):
        return Stack([_with(part, room) for part in block.blocks], block.gap, block.role)
    return block
