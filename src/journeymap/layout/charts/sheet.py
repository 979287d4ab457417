"""The sheet of charts: bars over the whole width, lines and tornado below, side by side if wide."""

from __future__ import annotations

from collections.abc import Callable

from journeymap.geometry import Rect
from journeymap.layout.blocks import Block, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.charts.bars import bars_chart, bars_least
from journeymap.layout.charts.figures import Sheet
from journeymap.layout.charts.lines import lines_chart, lines_least
from journeymap.layout.charts.tornado import tornado_chart
from journeymap.layout.words import Words

Chart = Callable[[float, float, float], Box]
"""A chart that takes its left edge, its top and its width."""


def charts_layout(sheet: Sheet, setting: Setting, *, width: float | None = None) -> Box:
    """Return the charts as boxes.

    Args:
        sheet: What they show.
        setting: Lengths, words and a ruler.
        width: How wide the sheet should be, in px; by need unless given.
    """
    metrics = setting.metrics
    inner = _inner(sheet, setting, width)
    left = top = metrics.margin
    children = [_title(sheet, setting).place(left, top, inner)]
    top = children[-1].rect.bottom + metrics.section_gap
    charts = _charts(sheet, setting)
    if sheet.bars is not None:
        children.append(charts.pop(0)(left, top, inner))
        top = children[-1].rect.bottom + metrics.chart_gap
    if sheet.lines is not None and sheet.tornado is not None and inner >= metrics.chart_wide:
        children += _side_by_side(sheet, setting, left, top, inner)
        top = max(box.rect.bottom for box in children) + metrics.chart_gap
        charts = []
    for chart in charts:
        children.append(chart(left, top, inner))
        top = children[-1].rect.bottom + metrics.chart_gap
    top -= metrics.chart_gap
    if sheet.notes:
        words = [Words(note, metrics.small, setting, ink="muted") for note in sheet.notes]
        notes = Stack(words, metrics.title_gap / 3)
        children.append(notes.place(left, top + metrics.section_gap, inner))
        top = children[-1].rect.bottom
    whole = Rect(0.0, 0.0, inner + 2 * metrics.margin, top + metrics.margin)
    return Box(role="sheet", rect=whole, children=tuple(children))


def _inner(sheet: Sheet, setting: Setting, width: float | None) -> float:
    """Return how wide the charts are."""
    metrics = setting.metrics
    least = metrics.chart_least
    if sheet.bars is not None:
        least = max(least, bars_least(sheet.bars, setting))
    if sheet.lines is not None:
        least = max(least, lines_least(sheet.lines, setting))
    if width is not None:
        return max(least, width - 2 * metrics.margin)
    asked = [chart for chart in (sheet.bars, sheet.lines, sheet.tornado) if chart is not None]
    if len(asked) > 1:
        return max(least, metrics.chart_width)
    usual = metrics.chart_alone if sheet.tornado is None else metrics.chart_tornado
    return max(least, usual)


def _title(sheet: Sheet, setting: Setting) -> Block:
    metrics = setting.metrics
    return Stack(
        [
            Words(sheet.title, metrics.title, setting),
            Words(sheet.subtitle, metrics.subtitle, setting, ink="muted"),
        ],
        metrics.title_gap,
        role="title",
    )


def _charts(sheet: Sheet, setting: Setting) -> list[Chart]:
    """Return the charts one under the other."""
    found: list[Chart] = []
    bars, lines, tornado = sheet.bars, sheet.lines, sheet.tornado
    if bars is not None:
        found.append(lambda left, top, width: bars_chart(bars, setting, left, top, width))
    if lines is not None:
        found.append(lambda left, top, width: lines_chart(lines, setting, left, top, width))
    if tornado is not None:
        found.append(lambda left, top, width: tornado_chart(tornado, setting, left, top, width))
    return found


def _side_by_side(
    sheet: Sheet, setting: Setting, left: float, top: float, width: float
) -> list[Box]:
    """Return the lines and beside them the tornado, about equally high."""
    assert sheet.lines is not None  # noqa: S101 - asked before
    assert sheet.tornado is not None  # noqa: S101 - asked before
    metrics = setting.metrics
    own = metrics.tornado
    tornado = tornado_chart(sheet.tornado, setting, left + width - own, top, own)
    room = width - own - metrics.chart_gap
    height = tornado.rect.height
    lines = lines_chart(sheet.lines, setting, left, top, room, height=height)
    return [lines, tornado]
