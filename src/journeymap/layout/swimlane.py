"""The swimlane map: the head of the sheet, the stages with their lanes, the foot."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.errors import unknown
from journeymap.geometry import Rect
from journeymap.layout import header
from journeymap.layout.band import Band
from journeymap.layout.blocks import Setting
from journeymap.layout.box import Box
from journeymap.layout.cells import Place
from journeymap.layout.footer import footer
from journeymap.layout.lanes import LANES, is_wanted
from journeymap.model import Journey


def swimlane_layout(
    journey: Journey,
    setting: Setting,
    *,
    lanes: Sequence[str] | None = None,
    width: float | None = None,
) -> Box:
    """Return the map as boxes.

    Args:
        journey: What to lay out.
        setting: Lengths, words and a ruler.
        lanes: Which lanes, in which order; all that have something to say unless given.
        width: How wide the sheet should be, in px; by need unless given. A sheet is never narrower
            than its longest words allow.

    Raises:
        OptionError: There is no such lane.
    """
    places = tuple(
        Place(stage, position, stage.id or f"stage{position + 1}")
        for position, stage in enumerate(journey.stages)
    )
    names = _chosen(journey, places, lanes, setting)
    band = Band(journey, places, names, setting)
    return _sheet(journey, names, band, width, setting)


def _chosen(
    journey: Journey, places: Sequence[Place], lanes: Sequence[str] | None, setting: Setting
) -> tuple[str, ...]:
    if lanes is not None:
        for name in lanes:
            if name not in LANES:
                raise unknown("lane", name, LANES)
        return tuple(dict.fromkeys(lanes))
    return tuple(
        name
        for name, build in LANES.items()
        if is_wanted(name, journey)
        and not all(row.is_empty for row in build(journey, places, setting))
    )


def _sheet(
    journey: Journey, names: tuple[str, ...], band: Band, width: float | None, setting: Setting
) -> Box:
    metrics = setting.metrics
    whole = _width(band, width, setting)
    left, inner = metrics.margin, whole - 2 * metrics.margin
    children: list[Box] = []
    top = metrics.margin
    for block in (header.title(journey, setting), header.strip(journey, inner, setting)):
        if block is not None:
            children.append(block.place(left, top, inner))
            top = children[-1].rect.bottom + metrics.section_gap
    if band.heads:
        label = band.label_width
        children.append(band.place(left, top, label, band.widths(inner - label)))
        top = children[-1].rect.bottom + metrics.lane_padding
    foot = footer(journey, names, setting)
    if foot is not None:
        children.append(foot.place(left, top, inner))
        top = children[-1].rect.bottom
    sheet = Rect(0.0, 0.0, whole, top + metrics.margin * 0.75)
    return Box(role="sheet", rect=sheet, children=tuple(children))


def _width(band: Band, width: float | None, setting: Setting) -> float:
    """Return the width of the sheet."""
    metrics = setting.metrics
    least = band.least()
    frame = 2 * metrics.margin + band.label_width
    wished = frame + metrics.column_natural * max(2, len(least)) if width is None else width
    return max(wished, frame + sum(least), frame + metrics.column_natural)
