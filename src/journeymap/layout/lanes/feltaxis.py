"""The axis of feelings: its ends with their names, and the dotted lines at its heights."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.geometry import Rect
from journeymap.layout.blocks import Setting
from journeymap.layout.box import Box
from journeymap.layout.words import Words
from journeymap.model import Journey


def end_names(journey: Journey, setting: Setting) -> tuple[Words, Words]:
    """Return what the high and the low end of the scale are called."""
    words = setting.labels.legend
    named = (journey.scale.high_name or words["high"], journey.scale.low_name or words["low"])
    style = setting.metrics.small
    high, low = (Words(name, style, setting, ink="muted", align="end") for name in named)
    return high, low


def beside(words: Words, y: float, room: float, left: float) -> Box:
    """Return the name of an end at its height, as near to the lane as can be."""
    own = words.widest(room)
    height = words.height(room)
    return words.place(left + room - own, y - height / 2, own)


def axis(band: Rect, names: Sequence[Rect], setting: Setting) -> list[Box]:
    """Return the dotted lines at the high end, the middle and the low end, parted by names."""
    rule, gap = setting.metrics.rule, setting.metrics.dot_gap
    lines = []
    for kind, y in (("high", band.y), ("middle", band.center.y), ("low", band.bottom)):
        left = band.x
        met = [name for name in names if name.y - rule < y < name.bottom + rule]
        for name in sorted(met, key=lambda name: name.x):
            lines.append((kind, left, name.x - gap, y))
            left = name.right + gap
        lines.append((kind, left, band.right, y))
    return [
        Box(role="axis", variant=kind, rect=Rect(start, y - rule / 2, end - start, rule))
        for kind, start, end, y in lines
        if end > start
    ]
