"""What moves the result most: one bar an input, from the low one over the base to the high one."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import attrs

from journeymap.geometry import Rect
from journeymap.layout.blocks import Block, Flow, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.charts.axis import Axis
from journeymap.layout.charts.figures import Swing, Tornado
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
    written,
)
from journeymap.layout.words import Words


def tornado_chart(tornado: Tornado, setting: Setting, left: float, top: float, width: float) -> Box:
    """Return the bars under their heading, with the axis below them."""
    metrics, labels = setting.metrics, setting.labels
    head = _head(tornado, setting).place(left, top, width)
    if not tornado.swings:
        words = Words(labels.charts["steady"], metrics.small, setting)
        said = words.place(left, head.rect.bottom + metrics.chart_block_gap, width)
        rect = Rect(left, top, width, said.rect.bottom - top)
        return Box(role="tornado", rect=rect, children=(head, said))
    axis = _axis(tornado, setting, left, width)
    base = axis.at(tornado.base)
    row_top = head.rect.bottom + metrics.chart_block_gap
    said = _base(tornado, setting, base, row_top, (left, left + width))
    row_top = said.rect.bottom + metrics.item_gap
    rows: list[Box] = []
    for swing in tornado.swings:
        rows.append(_row(swing, base, axis, row_top, (left, width), setting))
        row_top = rows[-1].rect.bottom + metrics.tornado_gap
    bottom = rows[-1].rect.bottom + metrics.item_gap
    spots = list(zip(map(axis.at, axis.ticks), written(axis.ticks, setting), strict=True))
    bounds = (left, left + width)
    children = [
        head,
        said,
        *_grid(axis, rows[0].rect.y, bottom, bounds, setting),
        *rows,
        *texts_below(spots, bottom + metrics.chart_tick_gap, bounds, setting),
    ]
    if tornado.rest:
        words = Words(tornado.rest, metrics.small, setting, ink="muted")
        end = around(children).bottom + metrics.item_gap
        children.append(words.place(left, end, width))
    rect = Rect(left, top, width, around(children).bottom - top)
    return Box(role="tornado", rect=rect, children=tuple(children))


def _head(tornado: Tornado, setting: Setting) -> Block:
    metrics, words = setting.metrics, setting.labels.charts
    head = headed(tornado.title, tornado.subtitle, setting)
    if not tornado.swings:
        return head
    items = [sample("sample-swing", end, words[end], setting) for end in ("low", "high")]
    return Stack([head, Flow(items, metrics.legend_gap, metrics.item_gap)], metrics.item_gap)


def _axis(tornado: Tornado, setting: Setting, left: float, width: float) -> Axis:
    """Return the axis: as long as it can be with room for the inputs on both sides of their bars.

    An input that is very long is broken into lines.
    """
    metrics = setting.metrics
    most = width * metrics.tornado_label_ratio
    ends = [tornado.base]
    for swing in tornado.swings:
        ends += [swing.low, swing.high]
    ticks = ticks_for(min(ends), max(ends), width - most, metrics.tornado_tick_room, setting)
    whole = axis_near(ticks, min(ends), max(ends), setting)
    # What has to stand before a place of the axis, and what behind one; the axis itself as well.
    first_half, last_half = outer_halves(whole, setting)
    befores = [(0.0, 0.0), (whole.share(whole.ticks[0]), first_half)]
    behinds = [(1.0, 0.0), (whole.share(whole.ticks[-1]), last_half)]
    for swing in tornado.swings:
        reach = (tornado.base, swing.low, swing.high)
        words = [Words(text, metrics.small, setting) for text in _sides(swing)]
        before, behind = (min(word.natural(), most) + metrics.dot_gap for word in words)
        befores.append((whole.share(min(reach)), before))
        behinds.append((whole.share(max(reach)), behind))
    length = min(
        (width - before - behind) / (end - start)
        for start, before in befores
        for end, behind in behinds
        if end > start
    )
    first = max(before - start * length for start, before in befores)
    return attrs.evolve(whole, start=left + first, length=length)


def _grid(
    axis: Axis, top: float, bottom: float, bounds: tuple[float, float], setting: Setting
) -> list[Box]:
    """Return the line of the axis with its ticks, and the line at zero over the whole height.

    Lines at the other amounts would only run behind names and inputs and be cut up by them.
    """
    metrics = setting.metrics
    rule, tall = metrics.rule, metrics.bar_tick
    foot = Rect(bounds[0], bottom - rule, bounds[1] - bounds[0], rule)
    boxes = [Box(role="grid-line", variant="axis", rect=foot)]
    for whole in upright_grid(axis, top, bottom, bounds, setting):
        tick = Rect(whole.rect.x, bottom - tall, whole.rect.width, tall)
        boxes.append(whole if whole.variant else attrs.evolve(whole, variant="tick", rect=tick))
    return boxes


def _sides(swing: Swing) -> tuple[str, str]:
    """Return what stands on the left and on the right of a bar."""
    if swing.low <= swing.high:
        return swing.low_input, swing.high_input
    return swing.high_input, swing.low_input


def _base(
    tornado: Tornado, setting: Setting, x: float, top: float, bounds: tuple[float, float]
) -> Box:
    """Return the expected result above the line that marks it."""
    style = setting.metrics.chart_value
    said = setting.labels.charts["expected"].format(amount=tornado.shown)
    text = line(said, style, setting, x, top, align="middle")
    left = min(max(text.rect.x, bounds[0]), bounds[1] - text.rect.width)
    return text.moved(left - text.rect.x, 0.0)


def _row(
    swing: Swing,
    base: float,
    axis: Axis,
    top: float,
    place: tuple[float, float],
    setting: Setting,
) -> Box:
    """Return the name of an input, its bar and its two values at the bar's ends."""
    metrics = setting.metrics
    left, width = place
    name = name_of(swing.name, metrics.small_strong, setting, width)
    wide = min(name.natural(), width)
    text = name.place(left, top, wide)
    head = Box(role="plate", rect=text.rect, children=(text,))
    bar_top = head.rect.bottom + metrics.tornado_tick
    bars = _bars(swing, base, axis, bar_top, setting)
    first = min(bar.rect.x for bar in bars) - metrics.dot_gap
    last = max(bar.rect.right for bar in bars) + metrics.dot_gap
    middle = bar_top + metrics.tornado_bar / 2
    said = _sides(swing)
    rooms = (first - left, left + width - last)
    values = []
    for text_of_it, room, align in zip(said, rooms, ("end", "start"), strict=True):
        words = Words(text_of_it, metrics.small, setting, ink="muted")
        own = min(words.natural(), room)
        x = first - own if align == "end" else last
        placed = words.place(x, middle - words.height(own) / 2, own)
        values.append(Box(role="plate", rect=placed.rect, children=(placed,)))
    # An input of several lines stands higher and lower than its bar.
    drop = max(0.0, head.rect.bottom - min(box.rect.y for box in values))
    out = metrics.tornado_tick
    mark = Box(role="base-line", rect=Rect(base, bar_top - out, 0.0, metrics.tornado_bar + 2 * out))
    lower = [box.moved(0.0, drop) for box in (*bars, *values, mark)]
    children = (head, *lower)
    return Box(role="swing-row", rect=around(children), children=children, label=swing.label)


def _bars(swing: Swing, base: float, axis: Axis, top: float, setting: Setting) -> list[Box]:
    """Return the two halves of a bar; where both lie on one side they share the height."""
    high = setting.metrics.tornado_bar
    ends = {"low": axis.at(swing.low), "high": axis.at(swing.high)}
    is_one_sided = (ends["low"] - base) * (ends["high"] - base) > 0
    boxes = []
    for number, (name, end) in enumerate(ends.items()):
        place = Rect(min(base, end), top, abs(end - base), high)
        if is_one_sided:
            place = Rect(place.x, top + number * high / 2, place.width, high / 2)
        boxes.append(Box(role="swing", rect=place, variant=name))
    return boxes


def strongest(swings: Sequence[Swing], base: Decimal) -> list[Swing]:
    """Return the swings, those that move the result furthest first."""
    return sorted(swings, key=lambda swing: -max(abs(swing.low - base), abs(swing.high - base)))
