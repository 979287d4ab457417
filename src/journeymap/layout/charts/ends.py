"""The names at the ends of lines: each beside its line, none touching another."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.geometry import Point, Rect
from journeymap.layout.blocks import Setting
from journeymap.layout.box import Box
from journeymap.layout.charts.figures import Line
from journeymap.layout.charts.pieces import name_of
from journeymap.layout.ringlabels import spread
from journeymap.layout.words import Words


class End:
    """The name of a line with its marker and its last amount."""

    def __init__(self, line: Line, setting: Setting, room: float) -> None:
        metrics = setting.metrics
        self.line = line
        self.indent = 2 * metrics.plot_mark + metrics.dot_gap
        self.mark = metrics.plot_mark
        self.name = name_of(line.name, metrics.small_strong, setting, room - self.indent)
        self.amount = Words(line.shown, metrics.small, setting, ink="muted")

    def natural(self) -> float:
        """Return how wide it is if nothing is wrapped."""
        return self.indent + max(self.name.natural(), self.amount.natural())

    def height(self, width: float) -> float:
        """Return how high it is in a width."""
        room = width - self.indent
        return self.name.height(room) + self.amount.height(room)

    @property
    def middle(self) -> float:
        """How far below its top the marker stands."""
        metrics = self.name.setting.metrics
        return metrics.line_height(self.name.style) / 2

    def place(self, left: float, top: float, width: float) -> Box:
        """Return the marker, the name and the amount."""
        room, x = width - self.indent, left + self.indent
        name = self.name.place(x, top, room)
        amount = self.amount.place(x, name.rect.bottom, room)
        size = 2 * self.mark
        spot = Rect(left, top + self.middle - self.mark, size, size)
        mark = Box(role="line-mark", rect=spot, variant=str(self.line.position))
        rect = Rect(left, top, width, amount.rect.bottom - top)
        return Box(role="line-end", rect=rect, children=(mark, name, amount))


def ends(
    labels: Sequence[End],
    points: Sequence[Point],
    plot: Rect,
    left: float,
    room: float,
    setting: Setting,
) -> list[Box]:
    """Return the names to the right of the plot, as high as their lines end if there is room.

    Args:
        labels: The names.
        points: Where the lines end.
        plot: Where the lines are drawn.
        left: Where they start, in px.
        room: How wide a name may be.
        setting: Lengths and a ruler.
    """
    metrics = setting.metrics
    order = sorted(range(len(labels)), key=lambda number: (points[number].y, number))
    heights = [labels[number].height(room) for number in order]
    wished = [points[number].y - labels[number].middle for number in order]
    gap = metrics.plot_label_gap
    # The last name may stand as low as the times below the plot.
    low = plot.bottom + metrics.plot_below + metrics.line_height(metrics.chart_tick)
    tops = _within(spread(wished, heights, gap), heights, gap, (plot.y, low))
    boxes: list[Box] = []
    for number, top in zip(order, tops, strict=True):
        label = labels[number]
        placed = label.place(left, top, room)
        start, end = points[number], Point(left, top + label.middle)
        way = Rect(start.x, min(start.y, end.y), end.x - start.x, abs(end.y - start.y))
        variant = str(label.line.position)
        boxes.append(Box(role="end-line", rect=way, variant=variant, points=((start, end),)))
        boxes.append(placed)
    return boxes


def _within(
    tops: Sequence[float], heights: Sequence[float], gap: float, ends: tuple[float, float]
) -> list[float]:
    """Return tops that are moved as far as needed so that all names stand between two heights."""
    moved: list[float] = []
    limit = ends[1] + gap
    for top, height in zip(reversed(tops), reversed(heights), strict=True):
        moved.append(min(top, limit - gap - height))
        limit = moved[-1]
    found: list[float] = []
    limit = ends[0]
    for top, height in zip(reversed(moved), heights, strict=True):
        found.append(max(top, limit))
        limit = found[-1] + height + gap
    return found
