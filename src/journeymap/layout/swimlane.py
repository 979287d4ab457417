"""The swimlane map: the head of the sheet, the stages with their lanes, the foot.

Stages that are too many for one row stand in several bands, each with its own headers.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from journeymap.geometry import Rect
from journeymap.graphs.ways import ways
from journeymap.layout import header
from journeymap.layout.band import Band
from journeymap.layout.blocks import Block, Setting
from journeymap.layout.box import Box
from journeymap.layout.cells import Place
from journeymap.layout.footer import footer
from journeymap.layout.lanes.choice import ALL, Content
from journeymap.layout.rows import MOST_IN_A_ROW, rows_for, rows_that_fit, split
from journeymap.model import Journey


def swimlane_layout(
    journey: Journey,
    setting: Setting,
    content: Content = ALL,
    *,
    width: float | None = None,
    per_row: int | None = None,
    ratio: float | None = None,
) -> Box:
    """Return the map as boxes.

    Args:
        journey: What to lay out.
        setting: Lengths, words and a ruler.
        content: Which lanes and which curves; all lanes that have something to say unless given.
        width: How wide the sheet should be, in px; by need unless given. A sheet is never narrower
            than its longest words allow.
        per_row: How many stages may stand side by side; by need unless given.
        ratio: How many times as wide as high the sheet should be, instead of a width.

    Raises:
        OptionError: There is no such lane.
    """
    sheet = Sheet(journey, setting, content)
    if ratio is not None:
        from journeymap.layout.ratio import for_ratio  # noqa: PLC0415 - seldom asked for

        return for_ratio(sheet, ratio, per_row)
    if width is None and per_row is None:
        return not_too_tall(sheet)
    rows = sheet.rows(width) if per_row is None else sheet.rows_of(per_row)
    return sheet.place(rows, width)


def not_too_tall(sheet: Sheet) -> Box:
    """Return the map in its usual width, or a wider one if that would be a ribbon."""
    rows = sheet.rows(None)
    boxes = sheet.place(rows, None)
    width, height = boxes.rect.width, boxes.rect.height / rows
    most = sheet.setting.metrics.tallest_ratio
    if not sheet.places or height <= most * width:
        return boxes
    return sheet.place(rows, (width * height / most) ** 0.5)


class Sheet:
    """A map before its width and its rows of stages are chosen; any of both can be tried.

    What stands in the bands is built once for each number of rows and knows its wrapped lines, so
    another width costs less than another map.
    """

    def __init__(self, journey: Journey, setting: Setting, content: Content) -> None:
        self.journey = journey
        self.setting = setting
        self.places = tuple(
            Place(stage, position, stage.id or f"stage{position + 1}")
            for position, stage in enumerate(journey.stages)
        )
        self.content = content
        self._lanes = content.lanes_of(journey, setting)
        self._ways = ways(journey, setting.labels)
        self._bands: dict[int, tuple[Band, ...]] = {}

    @functools.cached_property
    def names(self) -> tuple[str, ...]:
        """The lanes that are drawn, in their order."""
        some = next(iter(self._bands.values()), ()) or self.bands(1)
        drawn = {lane.name for band in some for lane in band.lanes}
        return tuple(lane.name for lane in self._lanes if lane.name in drawn)

    def bands(self, rows: int) -> tuple[Band, ...]:
        """Return the stages in a number of rows; lanes that are empty in one are left out there."""
        if rows not in self._bands:
            self._bands[rows] = tuple(self._built(rows))
        return self._bands[rows]

    def _built(self, rows: int) -> list[Band]:
        bands = [self._band(row) for row in split(len(self.places), rows) if row]
        said = {lane.name for band in bands for lane in band.lanes if not lane.is_empty}
        # A lane that nobody fills stands on the map only if it was asked for.
        kept = {lane.name for lane in self._lanes if lane.is_named} - said
        for band in bands:
            band.lanes = tuple(
                lane for lane in band.lanes if lane.name in kept or not lane.is_empty
            )
        return bands

    def _band(self, row: Sequence[int]) -> Band:
        places = [self.places[number] for number in row]
        return Band(self.journey, places, self._lanes, self.setting, self._ways)

    @functools.cached_property
    def least(self) -> list[float]:
        """The least width of each stage."""
        (band,) = self.bands(1) or (None,)
        return [] if band is None else band.least

    def label_width(self, rows: int) -> float:
        """Return the room for the lanes' headings, the gap to the first column included."""
        return max((band.label_width for band in self.bands(rows)), default=0.0)

    def frame(self, rows: int) -> float:
        """Return what a sheet is wider than the columns of its rows."""
        return 2 * self.setting.metrics.margin + self.label_width(rows)

    def rows_of(self, per_row: int) -> int:
        """Return how many rows it takes if no row may have more stages."""
        return rows_for(len(self.places), per_row)

    def rows(self, width: float | None) -> int:
        """Return how many rows of stages are read best in a width."""
        usual = self.rows_of(MOST_IN_A_ROW)
        if width is None or len(self.places) < 2:
            return usual
        return rows_that_fit(self.least, width - self.frame(1), usual)

    def narrowest(self, rows: int) -> float:
        """Return the least width in which no column is too narrow."""
        columns = max((sum(band.least) for band in self.bands(rows)), default=0.0)
        return self.frame(rows) + max(columns, self.setting.metrics.column_natural)

    def usual_width(self, rows: int) -> float:
        """Return the width of a sheet that no width was asked for."""
        most = max((len(band.heads) for band in self.bands(rows)), default=0)
        return self.frame(rows) + self.setting.metrics.column_natural * max(2, most)

    def head(self, width: float) -> list[Block]:
        """Return what stands above the stages, and that there are none if there are none."""
        blocks = [
            header.title(self.journey, self.setting),
            header.strip(self.journey, width, self.setting),
        ]
        if not self.places:
            blocks.append(header.no_stages(self.setting))
        return [block for block in blocks if block is not None]

    def foot(self, drawn: Sequence[Box]) -> Block | None:
        """Return what stands below the stages and explains what is drawn."""
        return footer(self.journey, self.names, self.setting, drawn)

    def place(self, rows: int, width: float | None) -> Box:
        """Return the map with its stages in a number of rows.

        Args:
            rows: How many rows; 1 if there are no stages.
            width: How wide the sheet should be, in px; by need unless given.
        """
        metrics = self.setting.metrics
        whole = max(self.usual_width(rows) if width is None else width, self.narrowest(rows))
        left, inner = metrics.margin, whole - 2 * metrics.margin
        children: list[Box] = []
        top = metrics.margin
        for block in self.head(inner):
            children.append(block.place(left, top, inner))
            top = children[-1].rect.bottom + metrics.section_gap
        label = self.label_width(rows)
        for band in self.bands(rows):
            children.append(band.place(left, top, label, band.widths(inner - label)))
            top = children[-1].rect.bottom + metrics.band_gap
        if self.bands(rows):
            top += metrics.lane_padding - metrics.band_gap
        foot = self.foot(children)
        if foot is not None:
            children.append(foot.place(left, top, inner))
            top = children[-1].rect.bottom
        sheet = Rect(0.0, 0.0, whole, top + metrics.margin * metrics.foot_ratio)
        return Box(role="sheet", rect=sheet, children=tuple(children))
