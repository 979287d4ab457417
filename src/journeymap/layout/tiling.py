"""A map laid over pages: its stages in bands, lanes down the page and on to the next.

On each page the stage headers stand again, and a lane that goes on says so. A lane is parted
between its rows and its items; what is taller than a page is parted between its lines.
"""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.geometry import Rect, Size
from journeymap.layout.band import Band, column_rules, columns_from
from journeymap.layout.blocks import Block, Flow
from journeymap.layout.box import Box
from journeymap.layout.breaking import Piece
from journeymap.layout.brief import shortened
from journeymap.layout.heading import heading
from journeymap.layout.placed import PlacedLane, PlacedRow
from journeymap.layout.swimlane import Sheet
from journeymap.layout.tracks import tracks
from journeymap.layout.words import Words


class TooTallError(Exception):
    """Something that cannot be parted is taller than a page."""


def tiled(sheet: Sheet, rows: int, frame: Size) -> list[list[Box]]:
    """Return what stands on each page of a size.

    Args:
        sheet: The map; its margin is that of the pages, so it has none.
        rows: In how many rows its stages stand.
        frame: The size of a page without its margins, in px.

    Raises:
        TooTallError: Something cannot be parted and is taller than a page.
    """
    flow = _Flow(sheet, frame)
    metrics = sheet.setting.metrics
    for block in sheet.head(frame.width):
        flow.pour(block)
        flow.top += metrics.section_gap
    label = sheet.label_width(rows)
    for band in sheet.bands(rows):
        _Grid(flow, band, label).lay()
        flow.top += metrics.section_gap
    foot = sheet.foot([box for page in flow.pages for box in page])
    if foot is not None:
        flow.close(foot)
    return flow.numbered()


class _Flow:
    """Pages that are filled from top to bottom."""

    def __init__(self, sheet: Sheet, frame: Size) -> None:
        self.sheet = sheet
        self.setting = sheet.setting
        self.metrics = sheet.setting.metrics
        self.frame = frame
        self.line = self.metrics.line_height(self.metrics.small)
        self.bottom = frame.height - self.line - self.metrics.item_gap
        self.pages: list[list[Box]] = [[]]
        self.top = 0.0
        self.is_fresh = True

    @property
    def room(self) -> float:
        """How much height is left on the page."""
        return self.bottom - self.top

    @property
    def fresh(self) -> float:
        """How much there is on a page that only has its head."""
        return self.bottom - self.line - self.metrics.section_gap

    def turn(self) -> None:
        """Begin a new page, the title small at its head."""
        title = shortened(self.sheet.journey.title, self.setting, int(self.metrics.letters_ratio))
        words = Words(title, self.metrics.small, self.setting, ink="muted")
        self.pages.append([words.place(0.0, 0.0, self.frame.width)])
        self.top = self.pages[-1][0].rect.height + self.metrics.section_gap
        self.is_fresh = True

    def put(self, box: Box) -> None:
        """Put a box under what is there."""
        self.pages[-1].append(box.moved(0.0, self.top - box.rect.y))
        self.top = self.pages[-1][-1].rect.bottom
        self.is_fresh = False

    def pour(self, block: Block) -> None:
        """Put a block there, on to the next page if it has to."""
        rest: Piece | None = Piece(block.place(0.0, 0.0, self.frame.width))
        while rest is not None:
            first, left = rest.moved(self.top - rest.top).take(self.bottom, self.fresh)
            if first is not None:
                self.put(first.placed())
            elif self.is_fresh:
                raise TooTallError
            if left is not None:
                self.turn()
            rest = left

    def close(self, foot: Block) -> None:
        """Put the foot of the map there; beside the number of the page before it turns for that."""
        if foot.height(self.frame.width) <= self.room:
            self.pour(foot)
            return
        last = len(self.pages)
        beside = self.frame.width - self.metrics.legend_gap - self._number(last, last).natural()
        # Its items may stand closer together for that.
        for one in (foot, _closer(foot, self.metrics.legend_gap * self.metrics.half_ratio)):
            if one.natural() <= beside and one.height(beside) <= self.line:
                self.pages[-1].append(one.place(0.0, self.frame.height - self.line, beside))
                return
        self.pour(foot)

    def numbered(self) -> list[list[Box]]:
        """Return the pages, each with its number if there are several."""
        if len(self.pages) > 1:
            for number, page in enumerate(self.pages):
                words = self._number(number + 1, len(self.pages))
                own = words.natural()
                place = self.frame.width - own, self.frame.height - self.line
                page.append(words.place(*place, own))
        return self.pages

    def _number(self, page: int, pages: int) -> Words:
        text = self.setting.labels.legend["page"].format(page=page, pages=pages)
        return Words(text, self.metrics.small, self.setting, ink="muted", align="end")


def _closer(block: Block, gap: float) -> Block:
    """Return blocks that stand side by side with another gap between them."""
    return Flow(block.blocks, gap, block.row_gap) if isinstance(block, Flow) else block


class _Grid:
    """One band of stages on its way down the pages."""

    def __init__(self, flow: _Flow, band: Band, label: float) -> None:
        self.flow = flow
        self.band = band
        self.metrics = flow.metrics
        self.columns = columns_from(label, band.widths(flow.frame.width - label))
        self.brief = band.head_row(self.columns, 0.0, brief=True)
        self.parts: list[Box] = []
        self.lanes: list[Box] = []
        self.height = 0.0

    @property
    def room(self) -> float:
        """How much height is left under what stands on this page."""
        return self.flow.room - self.height

    @property
    def fresh(self) -> float:
        """How much there is on a page under headers that stand there again."""
        return self.flow.fresh - self.brief.rect.height

    def lay(self) -> None:
        """Put headers and lanes on the pages."""
        above = tracks(self.band.links, self.columns, 0.0, self.flow.setting)
        heads = self.band.head_row(self.columns, max([0.0, *(box.rect.bottom for box in above)]))
        lanes = [self.band.placed(lane, self.columns, 0.0, 0.0) for lane in self.band.lanes]
        opening = [*above, heads, *self.band.marks(self.columns, heads.rect)]
        self._begin(heads.rect.bottom, lanes)
        self._open(opening, heads.rect.bottom)
        for lane in lanes:
            self._lane(lane)
        self._close()

    def _begin(self, heads: float, lanes: Sequence[PlacedLane]) -> None:
        """Turn the page if the band had better begin on a new one."""
        flow, ratio = self.flow, self.metrics.page_blank_ratio
        whole = heads + sum(lane.height(self.metrics) for lane in lanes)
        first = lanes[0].height(self.metrics) if lanes else 0.0
        start = heads + min(first, ratio * flow.fresh)
        # More is left blank for the sake of a band that stays in one piece.
        blank = ratio if whole > flow.fresh else self.metrics.band_blank_ratio
        if flow.room < min(whole, max(start, blank * flow.fresh)) and not flow.is_fresh:
            flow.turn()
        if heads > flow.room and not flow.is_fresh:
            flow.turn()
        if heads > flow.room:
            raise TooTallError

    def _open(self, parts: Sequence[Box], height: float) -> None:
        self.parts, self.lanes, self.height = list(parts), [], height

    def _close(self) -> None:
        """Put what was collected for this page there."""
        bottom = self.height
        top = max(box.rect.bottom for box in self.parts if box.role == "heads")
        rules = column_rules(self.columns, top, bottom, self.metrics)
        right = max([self.columns[-1].right, *(part.rect.right for part in self.parts)])
        place = Rect(0.0, 0.0, right, bottom)
        self.flow.put(Box(role="grid", rect=place, children=(*rules, *self.parts, *self.lanes)))

    def _turn(self) -> None:
        """Go on on the next page, under the same headers."""
        if self.lanes:
            self._close()
        elif self.parts[0] is not self.brief:
            # Nothing stands under these headers: they move on as they are.
            self.flow.turn()
            return
        self.flow.turn()
        self._open([self.brief], self.brief.rect.height)

    def _lane(self, lane: PlacedLane) -> None:
        rest: PlacedLane | None = lane
        while rest is not None:
            height = rest.height(self.metrics)
            if height <= self.room:
                self._put(rest)
                return
            is_first = not self.lanes and self.flow.is_fresh
            blank = self.room / self.fresh
            if not is_first and height <= self.fresh and blank < self.metrics.page_blank_ratio:
                self._turn()
                continue
            first, left = self._parted(rest)
            if first is not None:
                self._put(first)
            elif is_first:
                raise TooTallError
            self._turn()
            rest = left

    def _put(self, lane: PlacedLane) -> None:
        moved = lane.moved(self.height - lane.top)
        self.lanes.append(moved.box(self.columns[-1].right, self.metrics))
        self.height = self.lanes[-1].rect.bottom

    def _parted(self, lane: PlacedLane) -> tuple[PlacedLane | None, PlacedLane]:
        """Return what of a lane stays on this page, and what goes on on the next."""
        padding = self.metrics.lane_padding
        limit = lane.top + self.room - padding
        fresh = self.fresh - 2 * padding
        head, more = lane.heading.take(limit, fresh)
        if head is None:
            return None, lane
        stays, goes = _rows(lane.rows, limit, fresh)
        if more is None and not stays:
            return None, lane
        first = PlacedLane(lane.name, lane.left, lane.top, head, tuple(stays))
        again = self._again(lane) if more is None else more
        top = lane.top + padding
        if any(row.label for row in lane.rows):
            top = again.bottom + self.metrics.item_gap
        moved: list[PlacedRow] = []
        for row in goes:
            moved.append(row.moved(top - row.top))
            top = moved[-1].bottom + self.metrics.item_gap
        return first, PlacedLane(lane.name, lane.left, lane.top, again, tuple(moved))

    def _again(self, lane: PlacedLane) -> Piece:
        """Return the heading of a lane that goes on from the page before."""
        setting, left = self.flow.setting, lane.left
        title = next(own.heading for own in self.band.lanes if own.name == lane.name)
        said = shortened(title.words.text, setting)
        text = setting.labels.legend["continued"].format(lane=said)
        room = self.columns[0].x - left - self.metrics.label_gap
        again = heading(lane.name, text, setting)
        return Piece(again.place(left, lane.top + self.metrics.lane_padding, room))


def _rows(
    rows: Sequence[PlacedRow], limit: float, fresh: float
) -> tuple[list[PlacedRow], list[PlacedRow]]:
    """Return the rows that stay above a limit, and those that go on below it.

    A line between two layers goes on with the layer below it.
    """
    stays: list[PlacedRow] = []
    goes: list[PlacedRow] = []
    for row in rows:
        if goes:
            goes.append(row)
        elif row.bottom <= limit:
            stays.append(row)
        else:
            parts = [cell.take(limit, fresh) for cell in row.cells]
            first = tuple(part for part, _ in parts if part is not None)
            left = tuple(rest for _, rest in parts if rest is not None)
            if first and left:
                stays.append(PlacedRow(row.label, first, row.top))
            goes.append(PlacedRow(row.label, left, row.top) if first and left else row)
    while goes and stays and stays[-1].is_lead:
        goes.insert(0, stays.pop())
    return stays, goes
