"""The width and the number of rows with which a map fills a frame of a given shape best.

The letters keep their size; so of all maps that fit a frame when they are scaled to it, the best is
the one that is scaled the least.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import attrs

from journeymap.geometry import Rect
from journeymap.layout.box import Box
from journeymap.layout.rows import rows_for
from journeymap.layout.swimlane import Sheet

TRIED = 4
"""How many numbers of rows are tried."""

STEPS = 7
"""How many widths are tried for each of the two best of them; fewer on a very long map."""

EFFORT = 700
"""How many stages are laid out in search of a width."""

NEAR = 0.01
"""Shapes that differ by this share are taken for the same."""


ROW_COST = 0.15
"""By what share letters must become larger to be worth one more row of stages."""


@attrs.frozen(eq=False)
class Trial:
    """A map that was laid out."""

    rows: int
    boxes: Box

    @property
    def width(self) -> float:
        """The width of the sheet, in px."""
        return self.boxes.rect.width

    @property
    def height(self) -> float:
        """The height of the sheet, in px."""
        return self.boxes.rect.height

    def off(self, ratio: float) -> float:
        """Return the logarithm of how many times too wide the sheet is."""
        return math.log(self.width / self.height / ratio)

    def scale(self, width: float, height: float) -> float:
        """Return how many times as large the sheet may become in a frame."""
        return min(width / self.width, height / self.height)


def for_ratio(sheet: Sheet, ratio: float, per_row: int | None = None) -> Box:
    """Return a sheet of that ratio on which the map takes as much of the room as it can.

    What a map of that many words cannot fill is left free on both sides of it.
    """
    boxes = for_frame(sheet, ratio, 1.0, per_row).boxes
    width = max(boxes.rect.width, boxes.rect.height * ratio)
    height = width / ratio
    moved = boxes.moved((width - boxes.rect.width) / 2, (height - boxes.rect.height) / 2)
    return attrs.evolve(moved, rect=Rect(0.0, 0.0, width, height))


def for_frame(sheet: Sheet, width: float, height: float, per_row: int | None = None) -> Trial:
    """Return the map that can be drawn largest in a frame, in one row rather than in two."""

    def worth(trial: Trial) -> float:
        return trial.scale(width, height) / (1 + ROW_COST * (trial.rows - 1))

    return max(trials(sheet, width / height, per_row), key=worth)


def trials(sheet: Sheet, ratio: float, per_row: int | None = None) -> list[Trial]:
    """Return maps of about the shape that is asked for."""
    first = Trial(rows := _first(sheet, per_row), sheet.place(rows, None))
    goal = math.sqrt(first.width * first.height * ratio)
    made = {rows: [_tried(sheet, rows, goal)] for rows in _candidates(sheet, goal, per_row)}
    nearest = sorted(made, key=lambda rows: (abs(made[rows][0].off(ratio)), rows))[:2]
    steps = min(STEPS, max(2, EFFORT // max(1, len(nearest) * len(sheet.places))))
    for rows in nearest:
        made[rows] += _search(sheet, made[rows][0], ratio, steps)
    return [first, *(trial for found in made.values() for trial in found)]


def _first(sheet: Sheet, per_row: int | None) -> int:
    return sheet.rows(None) if per_row is None else sheet.rows_of(per_row)


def _candidates(sheet: Sheet, width: float, per_row: int | None) -> list[int]:
    """Return numbers of rows with which columns are neither too narrow nor too wide."""
    if per_row is not None:
        return [sheet.rows_of(per_row)]
    count, metrics = len(sheet.places), sheet.setting.metrics
    inner = max(width - sheet.frame(1), metrics.column_minimum)
    most = min(max(1, math.floor(inner / metrics.column_minimum)), max(1, count))
    fewest = min(max(1, math.ceil(inner / _widest(sheet))), most)
    rows = sorted({rows_for(count, number) for number in range(fewest, most + 1)})
    step = (len(rows) - 1) / (TRIED - 1)
    return list(dict.fromkeys(rows[round(step * number)] for number in range(TRIED)))


def _widest(sheet: Sheet) -> float:
    metrics = sheet.setting.metrics
    return metrics.column_natural * metrics.column_widest_ratio


def _tried(sheet: Sheet, rows: int, width: float) -> Trial:
    low, high = _limits(sheet, rows)
    return Trial(rows, sheet.place(rows, min(max(width, low), high)))


def _limits(sheet: Sheet, rows: int) -> tuple[float, float]:
    """Return the least and the largest width of a sheet with some rows."""
    most = -(-len(sheet.places) // rows)
    low = sheet.narrowest(rows)
    return low, max(low, sheet.usual_width(rows), sheet.frame(rows) + most * _widest(sheet))


def _search(sheet: Sheet, first: Trial, ratio: float, steps: int) -> Iterable[Trial]:
    """Yield maps of other widths, each nearer to the ratio if that can be had.

    A wider sheet is lower, so its shape changes about with the square of its width: the next width
    is guessed from that, and taken from the middle where the guess leaves what is known.
    """
    low, high = (math.log(width) for width in _limits(sheet, first.rows))
    trial = first
    for _ in range(steps):
        off, at = trial.off(ratio), math.log(trial.width)
        if abs(off) <= NEAR / 4:
            return
        if off > 0:
            high = min(high, at)
        else:
            low = max(low, at)
        guess = at - off / 2
        if not low < guess < high:
            guess = (low + high) / 2
        if high - low < NEAR / 8:
            return
        trial = Trial(first.rows, sheet.place(first.rows, math.exp(guess)))
        yield trial
