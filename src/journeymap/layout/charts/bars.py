"""One stacked bar an offer: each category a part, what comes back left of zero."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from decimal import Decimal

import attrs

from journeymap.geometry import Rect
from journeymap.layout.blocks import Block, Flow, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.charts.axis import Axis
from journeymap.layout.charts.figures import Bar, Bars, Part
from journeymap.layout.charts.pieces import (
    around,
    axis_near,
    headed,
    line,
    name_of,
    outer_halves,
    sample,
    texts_below,
    ticks_for,
    upright_grid,
    width_of,
    written,
)
from journeymap.layout.words import Words

_NOTHING = Decimal(0)


def reach(bar: Bar) -> tuple[Decimal, Decimal]:
    """Return how far a bar goes: the sum of what is below zero, and of what is above."""
    amounts = [part.amount for part in bar.parts]
    below = sum((amount for amount in amounts if amount < 0), _NOTHING)
    above = sum((amount for amount in amounts if amount > 0), _NOTHING)
    return below, above


def bars_chart(bars: Bars, setting: Setting, left: float, top: float, width: float) -> Box:
    """Return the bars under their heading and legend, with the axis below them."""
    return _Chart(bars, setting, left, width).place(top)


class _Chart:
    """The bars in their width."""

    def __init__(self, bars: Bars, setting: Setting, left: float, width: float) -> None:
        self.bars = bars
        self.setting = setting
        self.left = left
        self.width = width

    @property
    def right(self) -> float:
        return self.left + self.width

    def place(self, top: float) -> Box:
        metrics = self.setting.metrics
        children = [self._head(top)]
        top = children[0].rect.bottom + metrics.chart_block_gap
        rows: list[Box] = []
        axis = self._axis()
        bottom = top + metrics.bar_gap / 2
        for bar in self.bars.bars:
            rows.append(self._row(bar, axis, bottom))
            bottom = rows[-1].rect.bottom + metrics.bar_gap
        bottom -= metrics.bar_gap / 2
        spots = list(zip(map(axis.at, axis.ticks), written(axis.ticks, self.setting), strict=True))
        bounds = (self.left, self.right)
        grid = upright_grid(axis, top, bottom, bounds, self.setting)
        texts = texts_below(spots, bottom + metrics.chart_tick_gap, bounds, self.setting)
        children += [*grid, *rows, *texts]
        whole = around(children)
        rect = Rect(self.left, whole.y, self.width, whole.height)
        return Box(role="bars", rect=rect, children=tuple(children))

    def _head(self, top: float) -> Box:
        """Return the heading and the legend, side by side if they have room."""
        metrics = self.setting.metrics
        heading = headed(self.bars.title, self.bars.subtitle, self.setting)
        legend = Flow(self._legend(), metrics.legend_gap, metrics.item_gap)
        free = self.width - heading.natural() - metrics.chart_gap
        if legend.blocks and legend.natural() > free:
            stack: Block = Stack([heading, legend], metrics.item_gap)
            return stack.place(self.left, top, self.width)
        left = heading.place(self.left, top, min(heading.natural(), self.width))
        wide = min(legend.natural(), self.width)
        first, *_ = left.children
        drop = (first.rect.height - legend.height(wide)) / 2
        right = legend.place(self.right - wide, top + drop, wide)
        rect = around([left, right])
        return Box(role="stack", rect=rect, children=(left, right))

    def _legend(self) -> list[Block]:
        items = [
            sample("sample-part", str(number), name, self.setting, stage=number)
            for number, name in enumerate(self.bars.categories)
        ]
        if any(reach(bar)[0] < 0 for bar in self.bars.bars):
            items.append(sample("sample-total", "", self.bars.net, self.setting))
        return items

    # Places

    @functools.cached_property
    def _is_beside(self) -> bool:
        """Whether names and totals stand beside their bars; where it is narrow, above them."""
        metrics = self.setting.metrics
        room = self.width - self._name_room() - metrics.label_gap
        totals = max(map(self.total_width, self.bars.bars), default=0.0) + metrics.bar_total_gap
        return self.width >= metrics.bar_beside and totals <= room * metrics.bar_total_ratio

    def _name(self, bar: Bar) -> Words:
        metrics = self.setting.metrics
        room = metrics.bar_name if self.width >= metrics.bar_beside else self.width
        return name_of(bar.name, metrics.strong, self.setting, room)

    def _name_room(self) -> float:
        """Return how wide the column of the names is."""
        widest = max((self._name(bar).natural() for bar in self.bars.bars), default=0.0)
        return min(widest, self.setting.metrics.bar_name)

    def _axis(self) -> Axis:
        """Return the axis: as long as it can be with room for each total behind its bar."""
        metrics = self.setting.metrics
        start = self.left
        if self._is_beside:
            start += self._name_room() + metrics.label_gap
        room = self.right - start
        ends = [reach(bar) for bar in self.bars.bars]
        low = min((end for end, _ in ends), default=_NOTHING)
        high = max((end for _, end in ends), default=_NOTHING)
        # Below zero there is little: with smaller steps less room is lost to it.
        apart = metrics.bar_tick_room * (metrics.half_ratio if low else 1)
        ticks = ticks_for(low, high, room, apart, self.setting)
        axis = axis_near(ticks, low, high, self.setting)
        first_half, last_half = outer_halves(axis, self.setting)
        if not self._is_beside:
            start += first_half
            room -= first_half
        length = min(room, (room - last_half) / axis.share(axis.ticks[-1]))
        if self._is_beside:
            for bar, (_, end) in zip(self.bars.bars, ends, strict=True):
                free = room - metrics.bar_total_gap - self.total_width(bar)
                share = axis.share(end)
                length = min(length, free / share) if share else length
        return attrs.evolve(axis, start=start, length=length)

    def total_width(self, bar: Bar) -> float:
        metrics = self.setting.metrics
        width = width_of(bar.shown, metrics.chart_total, self.setting)
        if bar.change:
            width += metrics.dot_gap + width_of(bar.change, metrics.small_strong, self.setting)
        return width

    # Rows

    def _row(self, bar: Bar, axis: Axis, top: float) -> Box:
        children = self._beside(bar, axis, top) if self._is_beside else self._above(bar, axis, top)
        return Box(role="bar-row", rect=around(children), children=tuple(children), source=bar.name)

    def _beside(self, bar: Bar, axis: Axis, top: float) -> list[Box]:
        metrics = self.setting.metrics
        name, room = self._name(bar), self._name_room()
        high = max(metrics.bar, name.height(room))
        head = name.place(self.left, top + (high - name.height(room)) / 2, room)
        drawn = self._bar(bar, axis, top + (high - metrics.bar) / 2)
        total = self._total(bar, drawn[0].rect.right + metrics.bar_total_gap)
        middle = drawn[0].rect.center.y - total.rect.center.y
        return [head, *drawn, total.moved(0.0, middle)]

    def _above(self, bar: Bar, axis: Axis, top: float) -> list[Box]:
        metrics = self.setting.metrics
        name = self._name(bar)
        wide = self.total_width(bar)
        room = self.width - wide - metrics.bar_total_gap
        total = self._total(bar, self.right - wide).moved(0.0, top)
        wide = min(name.natural(), self.width)
        text = name.place(self.left, top, wide)
        if wide <= room:
            text = text.moved(0.0, (total.rect.height - text.rect.height) / 2)
        else:
            total = total.moved(self.left - total.rect.x, text.rect.height)
        head = Box(role="plate", rect=text.rect, children=(text,))
        bottom = max(head.rect.bottom, total.rect.bottom)
        return [head, total, *self._bar(bar, axis, bottom + metrics.chart_tick_gap)]

    def _bar(self, bar: Bar, axis: Axis, top: float) -> list[Box]:
        """Return the bar, and a tick at its total if something comes back."""
        metrics = self.setting.metrics
        low, high = reach(bar)
        start = axis.at(low)
        track = Rect(start, top, max(0.0, axis.at(high) - start), metrics.bar)
        boxes = [Box(role="cost-bar", rect=track, children=tuple(self._parts(bar, axis, top)))]
        if low < 0:
            out = metrics.bar_tick
            tick = Rect(axis.at(bar.total), top - out, 0.0, metrics.bar + 2 * out)
            boxes.append(Box(role="bar-total", rect=tick))
        return boxes

    def _parts(self, bar: Bar, axis: Axis, top: float) -> list[Box]:
        """Return the parts: those above zero to the right of it, those below to the left."""
        boxes = []
        mark = axis.at(bar.total) if reach(bar)[0] < 0 else None
        after = before = _NOTHING
        for part in bar.parts:
            if part.amount >= 0:
                start, after = after, after + part.amount
                ends = (start, after)
            else:
                end, before = before, before + part.amount
                ends = (before, end)
            boxes.append(self._part(part, (axis.at(ends[0]), axis.at(ends[1])), top, mark))
        return boxes

    def _part(self, part: Part, ends: tuple[float, float], top: float, mark: float | None) -> Box:
        metrics = self.setting.metrics
        rect = Rect(ends[0], top, max(0.0, ends[1] - ends[0]), metrics.bar)
        return Box(
            role="bar-part",
            rect=rect,
            variant=str(part.category),
            stage=part.category,
            label=part.label,
            children=tuple(self._value(part, rect, mark)),
        )

    def _value(self, part: Part, rect: Rect, mark: float | None) -> Sequence[Box]:
        """Return the amount on its part, on a plain ground, if it has room there.

        Where the mark of the total stands on the part, it has room on one side of that.
        """
        metrics = self.setting.metrics
        if mark is not None and rect.x < mark < rect.right:
            sides = (mark - rect.x, rect.right - mark)
            left = rect.x if sides[0] >= sides[1] else mark
            rect = Rect(left, rect.y, max(sides), rect.height)
        words = Words(
            part.shown, metrics.chart_value, self.setting, ink="on-stage", stage=part.category
        )
        wide, high = words.natural(), words.height(words.natural())
        if wide + 2 * metrics.bar_value_room > rect.width:
            return ()
        place = Rect(rect.center.x - wide / 2, rect.center.y - high / 2, wide, high)
        inset = metrics.bar_value_inset
        ground = Rect(place.x - inset, place.y, place.width + 2 * inset, place.height)
        text = words.place(place.x, place.y, wide)
        return (Box(role="bar-value", rect=ground, stage=part.category, children=(text,)),)

    def _total(self, bar: Bar, x: float) -> Box:
        """Return the total, and by how much it differs from the chosen offer."""
        metrics, setting = self.setting.metrics, self.setting
        total = line(bar.shown, metrics.chart_total, setting, x, 0.0)
        children = [total]
        if bar.change:
            style = metrics.small_strong
            drop = metrics.baseline(metrics.chart_total) - metrics.baseline(style)
            left = total.rect.right + metrics.dot_gap
            ink = "bad" if bar.is_dearer else "good"
            children.append(line(bar.change, style, setting, left, drop, ink=ink))
        return Box(role="plate", rect=around(children), children=tuple(children))


def bars_least(bars: Bars, setting: Setting) -> float:
    """Return the width that the longest total needs."""
    chart = _Chart(bars, setting, 0.0, 0.0)
    return max(map(chart.total_width, bars.bars), default=0.0)
