"""Backstage: what our side does in sight and out of sight, and what carries it, as a blueprint."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import attrs

from journeymap.geometry import Rect
from journeymap.layout.blocks import Block, Setting
from journeymap.layout.box import Box
from journeymap.layout.cards import framed
from journeymap.layout.cells import Place, stacked
from journeymap.layout.lanes.rows import Cells, Row, row_label
from journeymap.layout.words import Words
from journeymap.model import Backstage, Journey, Stage, Statement

LAYERS = {"front": "interaction", "back": "visibility", "support": "internal"}
"""The layers from top to bottom, each with the line above it."""


def backstage(journey: Journey, places: Sequence[Place], setting: Setting) -> tuple[Row, ...]:
    """Return the layers that somebody works in, each under its line."""
    rows: list[Row] = []
    behind = [one for stage in journey.stages for one in _behind(stage)]
    for layer, line in LAYERS.items():
        if not any(getattr(one, layer) for one in behind):
            continue
        rows.append(
            Divider(
                Words(setting.labels.lines[line], setting.metrics.small, setting, ink="muted"),
                setting,
            )
        )
        cells = tuple(_cell(place, layer, setting) for place in places)
        style, inset = setting.metrics.small_strong, setting.metrics.card_inset
        words = Words(setting.labels.layers[layer], style, setting)
        label = row_label(words, style, style, setting, inset)
        rows.append(Cells(cells, setting, label))
    return tuple(rows)


def _behind(stage: Stage) -> list[Backstage]:
    behind = [stage.backstage, *(touchpoint.backstage for touchpoint in stage.touchpoints)]
    return [one for one in behind if one is not None]


class _Item(NamedTuple):
    """What is done, for which touchpoint (none for the stage as a whole), and its id."""

    statement: Statement
    touchpoint: str
    source: str


def _items(place: Place, layer: str) -> list[_Item]:
    items = _of(place.stage.backstage, layer, "", f"{place.id}.backstage")
    for number, touchpoint in enumerate(place.stage.touchpoints):
        source = place.source("touchpoint", number, touchpoint.id)
        items += _of(touchpoint.backstage, layer, touchpoint.name, f"{source}.backstage")
    return items


def _of(behind: Backstage | None, layer: str, touchpoint: str, source: str) -> list[_Item]:
    statements: tuple[Statement, ...] = () if behind is None else getattr(behind, layer)
    return [
        _Item(statement, touchpoint, statement.id or f"{source}.{layer}{number + 1}")
        for number, statement in enumerate(statements)
    ]


def _cell(place: Place, layer: str, setting: Setting) -> Block | None:
    cards = [_card(item, layer, setting) for item in _items(place, layer)]
    return stacked(cards, setting.metrics.item_gap)


def _card(item: _Item, layer: str, setting: Setting) -> Block:
    metrics = setting.metrics
    words = Words(item.statement.text, metrics.small, setting)
    above: list[Block] = []
    if item.touchpoint:
        above.append(Words(item.touchpoint, metrics.badge, setting, ink=layer))
    return framed(item.statement, words, layer, above=above, source=item.source)


@attrs.frozen(repr=False, eq=False)
class Divider:
    """A dashed line across all columns that begins where its name ends.

    The name may reach into the first column: nothing else stands on the line.
    """

    words: Words
    setting: Setting
    label: Block | None = None

    @property
    def is_empty(self) -> bool:
        """Return True: a line alone says nothing."""
        return True

    def least(self, column: int) -> float:
        """Return 0: a line is as short as it must be."""
        del column
        return 0.0

    def height(self, column: int, width: float) -> float:
        """Return the height of one line of text; a name is seldom too long for the sheet."""
        del column, width
        return self.setting.metrics.line_height(self.words.style)

    def effort(self, column: int) -> int:
        """Return 0: there is nothing to measure."""
        del column
        return 0

    def place(self, columns: Sequence[Rect], label: Rect, top: float) -> list[Box]:
        """Return the name, level with the headings' words, and the line beside it."""
        gap = self.setting.metrics.label_gap
        room = columns[0].right - gap - label.x
        words = self.words.place(label.x, top, min(room, self.words.natural()))
        left = words.rect.right + gap
        line = Rect(left, words.rect.center.y, columns[-1].right - left, 0.0)
        rule = Box(role="dashed", rect=line)
        whole = Rect(label.x, top, columns[-1].right - label.x, words.rect.height)
        return [Box(role="divider", rect=whole, children=(words, rule))]
