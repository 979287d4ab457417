"""What each offer has cost so far: a line each, named at its end, with the break-evens marked."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import attrs

from journeymap.geometry import Point, Rect
from journeymap.layout.blocks import Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.charts.axis import Axis, round_ticks
from journeymap.layout.charts.callouts import Callout, callouts
from journeymap.layout.charts.ends import End, ends
from journeymap.layout.charts.figures import Lines
from journeymap.layout.charts.pieces import (
    around,
    axis_near,
    headed,
    line,
    texts_below,
    width_of,
    written,
)
from journeymap.layout.charts.times import time_text, times
from journeymap.layout.words import Words

_NOTHING = Decimal(0)


def lines_chart(
    lines: Lines, setting: Setting, left: float, top: float, width: float, *, height: float = 0.0
) -> Box:
    """Return the lines under their heading, at least `height` high."""
    chart = _Chart(lines, setting, left, width)
    box = chart.place(top, setting.metrics.plot)
    missing = height - box.rect.height
    return chart.place(top, setting.metrics.plot + missing) if missing > 0 else box


def lines_least(lines: Lines, setting: Setting) -> float:
    """Return how wide the lines have to be for the amounts before and the names behind them."""
    chart = _Chart(lines, setting, 0.0, 0.0)
    return chart.inner_least + setting.metrics.plot_end_least


class _Chart:
    """The lines in their width."""

    def __init__(self, lines: Lines, setting: Setting, left: float, width: float) -> None:
        self.lines = lines
        self.setting = setting
        self.left = left
        self.width = width
        metrics = setting.metrics
        # Beside the last time may stand the name of the lowest line.
        last = width_of(time_text(lines.years, setting), metrics.chart_tick, setting)
        self.time_room = last * metrics.half_ratio
        self.end_gap = max(metrics.plot_end_gap, self.time_room + metrics.chart_tick_gap)
        half = width * metrics.half_ratio - self.end_gap
        rest = width - self.inner_least
        most = max(min(metrics.plot_end, half, rest), metrics.plot_end_least)
        self.labels = [End(one, setting, most) for one in lines.lines]
        widest = max((label.natural() for label in self.labels), default=0.0)
        self.end_room = min(widest, most)

    @property
    def inner_least(self) -> float:
        """How wide all but the names behind the lines has to be."""
        metrics, setting = self.setting.metrics, self.setting
        ticks = written(self.upright(0.0, -metrics.plot).ticks, setting)
        amounts = max(width_of(text, metrics.chart_tick, setting) for text in ticks)
        return amounts + metrics.chart_tick_gap + metrics.plot_least + self.end_gap

    def place(self, top: float, height: float) -> Box:
        metrics, setting = self.setting.metrics, self.setting
        head = headed(self.lines.title, self.lines.subtitle, setting)
        heading = head.place(self.left, top, self.width)
        need = sum(label.height(self.end_room) + metrics.plot_label_gap for label in self.labels)
        height = max(height, need)
        # The highest amount stands half above the plot.
        over = metrics.line_height(metrics.chart_tick) * metrics.half_ratio
        plot_top = heading.rect.bottom + metrics.chart_block_gap + over
        upright = self.upright(plot_top + height, -height)
        texts = written(upright.ticks, setting)
        widest = max(width_of(text, metrics.chart_tick, setting) for text in texts)
        plot_left = self.left + max(widest + metrics.chart_tick_gap, metrics.plot_tick)
        plot_right = self.left + self.width - self.end_room - self.end_gap
        plot = Rect(plot_left, plot_top, max(plot_right - plot_left, metrics.plot_tick), height)
        along = Axis((_NOTHING, self.lines.years), plot.x, plot.width)
        runs = [
            tuple(Point(along.at(time), upright.at(amount)) for time, amount in one.points)
            for one in self.lines.lines
        ]
        marked, unmarked = self._marked(runs, plot, along, upright)
        rings = [ring for box in marked for ring in box.walk() if ring.role == "break-even"]
        children = [
            heading,
            *self._grid(plot, upright, texts),
            *self._below(plot, along),
            *self._runs(runs),
            *self._marks(runs, rings, plot.width),
            *ends(
                self.labels,
                [run[-1] for run in runs],
                plot,
                plot_right + self.end_gap,
                self.end_room,
                setting,
            ),
            *marked,
        ]
        bottom = max(box.rect.bottom for box in children)
        remarks = [*unmarked, *self.lines.remarks]
        if remarks:
            words = [Words(text, metrics.small, setting) for text in remarks]
            block = Stack(words, metrics.title_gap / 3)
            children.append(block.place(self.left, bottom + metrics.item_gap, self.width))
        whole = around(children)
        rect = Rect(self.left, top, self.width, whole.bottom - top)
        return Box(role="lines", rect=rect, children=tuple(children))

    def upright(self, start: float, length: float) -> Axis:
        """Return the axis of the amounts, from the lower edge upwards."""
        amounts = [amount for one in self.lines.lines for _, amount in one.points]
        low, high = min(_NOTHING, *amounts), max(_NOTHING, *amounts)
        most = int(-length / self.setting.metrics.plot_tick)
        axis = axis_near(round_ticks(low, high, most), low, high, self.setting)
        return attrs.evolve(axis, start=start, length=length)

    def _grid(self, plot: Rect, axis: Axis, texts: Sequence[str]) -> list[Box]:
        """Return a thin line at each amount, with the amount before it."""
        metrics = self.setting.metrics
        style, rule = metrics.chart_tick, metrics.rule
        boxes: list[Box] = []
        for tick, text in zip(axis.ticks, texts, strict=True):
            y = axis.at(tick)
            drawn = Rect(plot.x, y - rule / 2, plot.width, rule)
            boxes.append(Box(role="grid-line", variant="zero" if not tick else "", rect=drawn))
            top = y - metrics.line_height(style) / 2
            right = plot.x - metrics.chart_tick_gap
            boxes.append(line(text, style, self.setting, right, top, align="end", ink="muted"))
        return boxes

    def _below(self, plot: Rect, axis: Axis) -> list[Box]:
        """Return the times below the plot."""
        metrics = self.setting.metrics
        spots = [
            (axis.at(time), text)
            for time, text in times(self.lines.years, plot.width, self.setting)
        ]
        top = plot.bottom + metrics.plot_below
        return texts_below(spots, top, (self.left, plot.right + self.time_room), self.setting)

    def _runs(self, runs: Sequence[tuple[Point, ...]]) -> list[Box]:
        """Return the lines, the chosen one last so that it lies on top."""
        boxes = []
        for one, run in zip(self.lines.lines, runs, strict=True):
            ys = [point.y for point in run]
            rect = Rect(run[0].x, min(ys), run[-1].x - run[0].x, max(ys) - min(ys))
            boxes.append(
                Box(
                    role="cost-line",
                    rect=rect,
                    variant=str(one.position),
                    points=(run,),
                    label=f"{one.name}: {one.shown}",
                )
            )
        return sorted(boxes, key=lambda box: -int(box.variant))

    def _marks(
        self, runs: Sequence[tuple[Point, ...]], rings: Sequence[Box], width: float
    ) -> list[Box]:
        """Return a marker at the end of each line and at some points before it, none on another.

        Points at the times below the plot come first: a marker elsewhere looks like a figure of
        another date.
        """
        metrics = self.setting.metrics
        taken = [ring.rect for ring in rings]
        boxes: list[Box] = []
        named = {time for time, _ in times(self.lines.years, width, self.setting)}

        def is_marked(point: Point, position: int) -> bool:
            place = _square(point, metrics.plot_mark_clear)
            if any(place.overlaps(other) for other in taken):
                return False
            taken.append(_square(point, metrics.plot_mark))
            boxes.append(Box(role="line-mark", rect=taken[-1], variant=str(position)))
            return True

        for one, run in zip(self.lines.lines, runs, strict=True):
            is_marked(run[-1], one.position)
        for one, run in zip(self.lines.lines, runs, strict=True):
            own = [run[-1].x]
            dated = zip([time for time, _ in one.points], run, strict=True)
            for _, point in sorted(dated, key=lambda pair: pair[0] not in named):
                is_apart = all(abs(point.x - x) >= metrics.plot_mark_room for x in own)
                if is_apart and is_marked(point, one.position):
                    own.append(point.x)
        return boxes

    def _marked(
        self, runs: Sequence[tuple[Point, ...]], plot: Rect, along: Axis, upright: Axis
    ) -> tuple[list[Box], list[str]]:
        """Return the break-evens as marks, and in words those that have no room for a name."""
        asked = [
            Callout(Point(along.at(one.at), upright.at(one.amount)), one.text)
            for one in self.lines.meetings
            if one.at
        ]
        return callouts(asked, runs, plot, self.setting)


def _square(point: Point, radius: float) -> Rect:
    return Rect(point.x - radius, point.y - radius, 2 * radius, 2 * radius)
