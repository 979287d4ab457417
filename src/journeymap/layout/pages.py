"""A map on paper: on one page with letters as large as can be, or over several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from journeymap.errors import RenderError
from journeymap.geometry import Rect, Size
from journeymap.layout.blocks import Setting
from journeymap.layout.box import Box
from journeymap.layout.lanes.choice import ALL, Content
from journeymap.layout.paper import COMFORTABLE, LARGEST, READABLE, Paper, px
from journeymap.layout.ratio import for_frame
from journeymap.layout.rows import rows_for, rows_that_fit
from journeymap.layout.swimlane import Sheet
from journeymap.layout.tiling import TooTallError, tiled
from journeymap.model import Journey
from journeymap.theme import Metrics

_SHRINK = 0.985
_SMALLER = 0.8
_TRIES = 16
_SLACK = 0.01


@attrs.frozen(eq=False)
class Pages:
    """Pages of one size, and the metrics that they were laid out with."""

    boxes: tuple[Box, ...]
    metrics: Metrics

    def stacked(self) -> Box:
        """Return all pages on one sheet, one under the other."""
        if len(self.boxes) == 1:
            return self.boxes[0]
        gap, left = self.metrics.page_gap, self.metrics.page_edge
        top = left
        children = []
        for page in self.boxes:
            children.append(attrs.evolve(page.moved(left, top), variant="sheet"))
            top = children[-1].rect.bottom + gap
        size = Rect(0.0, 0.0, self.boxes[0].rect.width + 2 * left, top - gap + left)
        return Box(role="pages", rect=size, children=tuple(children))


def paged_layout(
    journey: Journey,
    setting: Setting,
    paper: Paper,
    *,
    content: Content = ALL,
    per_row: int | None = None,
) -> Pages:
    """Return the map on as few pages as it can be read on.

    Args:
        journey: What to lay out.
        setting: Lengths, words and a ruler; the lengths are scaled to fit the page.
        paper: The page.
        content: Which lanes and which curves; all lanes that have something to say unless given.
        per_row: How many stages may stand side by side; by need unless given.

    Raises:
        OptionError: There is no such lane.
        RenderError: The page is too small for this map in letters of any size.
    """
    setting = attrs.evolve(setting, metrics=setting.metrics.changed(margin=0.0))
    sheet = Sheet(journey, setting, content)
    one = _on_one(sheet, paper, per_row)
    if one is not None:
        return one
    return _on_several(sheet, paper, per_row)


def _scaled(sheet: Sheet, scale: float) -> Sheet:
    metrics = sheet.setting.metrics.scaled(scale)
    return Sheet(sheet.journey, attrs.evolve(sheet.setting, metrics=metrics), sheet.content)


def _on_one(sheet: Sheet, paper: Paper, per_row: int | None) -> Pages | None:
    """Return the map on one page, or None if its letters would be too small to be read."""
    frame, body = paper.frame, sheet.setting.metrics.body.size
    least = px(READABLE) / body
    if _is_hopeless(sheet, frame, least):
        return None
    trial = for_frame(sheet, frame.width, frame.height, per_row)
    scale = min(trial.scale(frame.width, frame.height), px(LARGEST) / body)
    while scale >= least:
        final = _scaled(sheet, scale)
        rect = (boxes := final.place(trial.rows, frame.width)).rect
        if rect.width <= frame.width + _SLACK and rect.height <= frame.height + _SLACK:
            return Pages((_page(boxes.children, paper),), final.setting.metrics)
        scale *= _SHRINK
    return None


def _is_hopeless(sheet: Sheet, frame: Size, least: float) -> bool:
    """Tell at little cost that a map has far more to say than goes on one page."""
    room = frame.width * frame.height / least**2
    stage = sheet.setting.metrics.column_minimum * sheet.setting.metrics.header_height
    return len(sheet.places) * stage > room


def _on_several(sheet: Sheet, paper: Paper, per_row: int | None) -> Pages:
    frame = paper.frame
    scale = px(COMFORTABLE) / sheet.setting.metrics.body.size
    for _ in range(_TRIES):
        scaled = _scaled(sheet, scale)
        for rows in _numbers_of_rows(scaled, frame.width, per_row):
            if scaled.narrowest(rows) > frame.width + _SLACK:
                continue
            try:
                pages = tiled(scaled, rows, frame)
            except TooTallError:
                continue
            return Pages(tuple(_page(page, paper) for page in pages), scaled.setting.metrics)
        scale *= _SMALLER
    size = f"{paper.size.width:.0f} × {paper.size.height:.0f} px"
    raise RenderError(f"a page of {size} is too small for this map; take a larger one")


def _numbers_of_rows(sheet: Sheet, width: float, per_row: int | None) -> Iterator[int]:
    """Yield in how many rows the stages may stand, columns that are read well first."""
    count = len(sheet.places)
    if per_row is not None or count < 2:
        yield sheet.rows_of(per_row or 1)
        return
    metrics = sheet.setting.metrics
    room = width - sheet.frame(1)
    usual = max(1, int(room / metrics.column_page))
    rows = rows_that_fit(sheet.least, room, rows_for(count, usual))
    while rows < count:
        yield rows
        rows *= 2
    yield count


def _page(boxes: Sequence[Box], paper: Paper) -> Box:
    return Box(
        role="page",
        rect=Rect(0.0, 0.0, paper.size.width, paper.size.height),
        children=tuple(box.moved(paper.margin, paper.margin) for box in boxes),
    )
