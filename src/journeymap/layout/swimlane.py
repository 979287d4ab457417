"""The swimlane map: the head of the sheet, the stages with their lanes, the foot."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.analysis.feelings import CurveBy
from journeymap.geometry import Rect
from journeymap.layout import header
from journeymap.layout.band import Band
from journeymap.layout.blocks import Setting
from journeymap.layout.box import Box
from journeymap.layout.cells import Place
from journeymap.layout.footer import footer
from journeymap.layout.lanes.choice import Wanted, chosen
from journeymap.layout.lanes.emotions import emotions
from journeymap.layout.lanes.lane import Chosen
from journeymap.model import Journey


def swimlane_layout(
    journey: Journey,
    setting: Setting,
    *,
    lanes: Wanted | None = None,
    width: float | None = None,
    curves: Sequence[Journey] = (),
    curve_by: CurveBy = "touchpoint",
) -> Box:
    """Return the map as boxes.

    Args:
        journey: What to lay out.
        setting: Lengths, words and a ruler.
        lanes: Which lanes, in which order and under which headings; all that have something to
            say unless given.
        width: How wide the sheet should be, in px; by need unless given. A sheet is never narrower
            than its longest words allow.
        curves: Journeys whose curves of emotions are drawn over this one's.
        curve_by: Whether touchpoints with emotions have points of their own on the curve.

    Raises:
        OptionError: There is no such lane.
    """
    places = tuple(
        Place(stage, position, stage.id or f"stage{position + 1}")
        for position, stage in enumerate(journey.stages)
    )
    changed = {"emotions": emotions(curves, curve_by)}
    drawn = chosen(journey, places, lanes, setting, changed)
    band = Band(journey, places, drawn, setting)
    return _sheet(journey, drawn, band, width, setting)


def _sheet(
    journey: Journey, drawn: Sequence[Chosen], band: Band, width: float | None, setting: Setting
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
    names = tuple(lane.name for lane in drawn)
    foot = footer(journey, names, setting, tuple(children))
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
