"""Small pieces that all charts are made of: a line of text, grid lines, the amounts beside them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import attrs

from journeymap.geometry import Rect
from journeymap.layout.blocks import Align, Block, Flow, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.charts.axis import Axis, decimals_of, ends_near, round_ticks
from journeymap.layout.frames import Frame, Shape
from journeymap.layout.words import Words
from journeymap.text import TextStyle

_SIDE = {"start": 0.0, "middle": 0.5, "end": 1.0}


def line(
    text: str,
    style: TextStyle,
    setting: Setting,
    x: float,
    top: float,
    *,
    align: Align = "start",
    ink: str = "ink",
) -> Box:
    """Return a text on one line that starts, ends or has its middle at a place."""
    words = Words(text, style, setting, ink=ink)
    width = words.natural()
    return words.place(x - width * _SIDE[align], top, width)


def name_of(text: str, style: TextStyle, setting: Setting, room: float) -> Words:
    """Return a name; it is hyphenated only if one of its words has no room on a line."""
    words = Words(text, style, attrs.evolve(setting, hyphenate=None))
    return words if words.least() <= room else Words(text, style, setting)


def width_of(text: str, style: TextStyle, setting: Setting) -> float:
    """Return how wide a text is on one line."""
    return Words(text, style, setting).natural()


def headed(title: str, subtitle: str, setting: Setting) -> Block:
    """Return the heading of a chart."""
    metrics = setting.metrics
    words = [Words(title, metrics.chart_heading, setting)]
    if subtitle:
        words.append(Words(subtitle, metrics.small, setting, ink="muted"))
    return Stack(words, metrics.title_gap / 3)


def sample(role: str, variant: str, text: str, setting: Setting, stage: int | None = None) -> Block:
    """Return what something looks like, and its name."""
    metrics = setting.metrics
    tall = metrics.line_height(metrics.small_strong)
    drawn = Shape(role=role, width=metrics.chart_sample, tall=tall, variant=variant, stage=stage)
    words = Words(text, metrics.small_strong, setting)
    return Frame(role="legend", inside=Flow([drawn, words], metrics.dot_gap, 0.0))


def written(ticks: Sequence[Decimal], setting: Setting) -> list[str]:
    """Return ticks as texts, all with the same decimals."""
    digits = decimals_of(ticks)
    number = setting.labels.number
    return [number(tick, digits=digits) if tick else number(Decimal(0)) for tick in ticks]


def ticks_for(
    low: Decimal, high: Decimal, room: float, apart: float, setting: Setting
) -> tuple[Decimal, ...]:
    """Return round ticks so few that their texts have room side by side.

    Args:
        low: The least amount.
        high: The greatest.
        room: How long the axis is, in px.
        apart: How far apart the ticks shall be at least, in px.
        setting: Lengths, words and a ruler.
    """
    metrics = setting.metrics
    most = max(1, int(room / apart))
    ticks = round_ticks(low, high, most)
    while most > 1:
        ticks = round_ticks(low, high, most)
        texts = written(ticks, setting)
        widest = max(width_of(text, metrics.chart_tick, setting) for text in texts)
        if (widest + 2 * metrics.chart_tick_gap) * (len(ticks) - 1) <= room:
            break
        most -= 1
    return ticks


def axis_near(ticks: Sequence[Decimal], low: Decimal, high: Decimal, setting: Setting) -> Axis:
    """Return an axis of length 1 with those of the ticks that stand between its ends.

    Args:
        ticks: Round amounts that cover all others.
        low: The least amount.
        high: The greatest.
        setting: Lengths, words and a ruler.
    """
    ends = ends_near(ticks, low, high, Decimal(setting.metrics.axis_end_ratio))
    inside = tuple(tick for tick in ticks if ends[0] <= tick <= ends[1])
    return Axis(inside, 0.0, 1.0, ends)


def outer_halves(axis: Axis, setting: Setting) -> tuple[float, float]:
    """Return half the widths of the first and the last text below an axis, in px."""
    style, half = setting.metrics.chart_tick, setting.metrics.half_ratio
    texts = written(axis.ticks, setting)
    return width_of(texts[0], style, setting) * half, width_of(texts[-1], style, setting) * half


def upright_grid(
    axis: Axis, top: float, bottom: float, bounds: tuple[float, float], setting: Setting
) -> list[Box]:
    """Return a thin upright line at each tick, within the chart; that at zero is stronger."""
    rule = setting.metrics.rule
    boxes = []
    for tick in axis.ticks:
        left = min(max(axis.at(tick) - rule / 2, bounds[0]), bounds[1] - rule)
        drawn = Rect(left, top, rule, bottom - top)
        boxes.append(Box(role="grid-line", variant="" if tick else "zero", rect=drawn))
    return boxes


def texts_below(
    spots: Sequence[tuple[float, str]], top: float, bounds: tuple[float, float], setting: Setting
) -> list[Box]:
    """Return texts below their places from left to right; one that would touch another is left out.

    Args:
        spots: Where the middle of each shall be, and the text.
        top: The upper edge.
        bounds: How far they may reach to the left and to the right.
        setting: Lengths and a ruler.
    """
    metrics = setting.metrics
    style = metrics.chart_tick
    placed: list[Box] = []
    free = bounds[0]
    for x, text in spots:
        wide = width_of(text, style, setting)
        left = min(max(x - wide / 2, bounds[0]), bounds[1] - wide)
        if left < free:
            continue
        placed.append(line(text, style, setting, left, top, ink="muted"))
        free = left + wide + metrics.chart_tick_gap
    return placed


def around(boxes: Sequence[Box]) -> Rect:
    """Return the smallest rectangle that holds all boxes."""
    left, top = min(box.rect.x for box in boxes), min(box.rect.y for box in boxes)
    right, bottom = max(box.rect.right for box in boxes), max(box.rect.bottom for box in boxes)
    return Rect(left, top, right - left, bottom - top)
