"""The head of the sheet: title, what the map is about, the persona strip."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from journeymap.analysis.durations import total_duration
from journeymap.analysis.facets import Facets, facets
from journeymap.geometry import Rect
from journeymap.layout.blocks import Block, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.cellheights import Cell
from journeymap.layout.columns import balanced
from journeymap.layout.marked import marked
from journeymap.layout.remarks import Remarks
from journeymap.layout.words import Words
from journeymap.model import Journey, Persona, Statement


def title(journey: Journey, setting: Setting) -> Block:
    """Return the title and the line under it."""
    metrics = setting.metrics
    return Stack(
        [
            Words(journey.title, metrics.title, setting, link=journey.link),
            Remarks(facts(journey, setting), setting, style=metrics.subtitle),
        ],
        metrics.title_gap,
        role="title",
    )


def facts(journey: Journey, setting: Setting) -> list[str]:
    """Return segment, kind, shape, state and whole duration, in words."""
    labels = setting.labels
    duration = total_duration(journey)
    shape = labels.topologies["cyclic" if journey.is_cyclic else "linear"]
    return [
        *([f"{labels.legend['segment']}: {journey.segment.name}"] if journey.segment else []),
        ", ".join([*([labels.kinds[journey.kind]] if journey.kind else []), shape]),
        labels.states[journey.state],
        *([labels.duration(duration)] if duration else []),
    ]


def no_stages(setting: Setting) -> Block:
    """Return what stands in place of the stages if there are none."""
    return Words(setting.labels.legend["no_stages"], setting.metrics.body, setting, ink="muted")


def strip(journey: Journey, width: float, setting: Setting) -> Block | None:
    """Return the panel with the persona, or None if there is nothing to say."""
    facets = _facets(journey, setting)
    if journey.persona is None and not facets:
        return None
    return _Strip(journey.persona, facets, width, setting)


def _facets(journey: Journey, setting: Setting) -> list[Block]:
    known: Facets = []
    if journey.scenario is not None:
        known.append(("scenario", (journey.scenario,)))
    if journey.segment is not None and journey.segment.behavior:
        known.append(("behavior", journey.segment.behavior))
    known += facets(journey.persona)
    return [_facet(name, said, setting) for name, said in known]


def _facet(name: str, said: Sequence[Statement], setting: Setting) -> Block:
    metrics = setting.metrics
    heading = Words(setting.labels.facets[name], metrics.small_strong, setting, ink="accent")
    words: list[Block] = [
        marked(Words(statement.text, metrics.body, setting, link=statement.link), statement)
        for statement in said
    ]
    return Stack([heading, *words], metrics.item_gap / 3)


def _person(persona: Persona, setting: Setting) -> Block:
    metrics = setting.metrics
    parts: list[Block] = [Words(persona.name, metrics.heading, setting, link=persona.link)]
    if persona.description is not None:
        parts.append(Words(persona.description, metrics.small, setting, ink="muted"))
    if persona.quote is not None:
        quote = setting.labels.spoken(persona.quote.text)
        words = Words(quote, metrics.quote, setting, ink="muted", link=persona.quote.link)
        parts.append(marked(words, persona.quote))
    return Stack(parts, metrics.item_gap / 2)


class _Strip:
    """A panel: the person on the left, facets beside it in as many rows as they need."""

    def __init__(
        self, persona: Persona | None, facets: list[Block], width: float, setting: Setting
    ) -> None:
        self.setting = setting
        self.person = None if persona is None else _person(persona, setting)
        self.rows = self._rows(facets, width)

    def _inner(self, width: float) -> float:
        return width - 2 * self.setting.metrics.panel_padding

    def _blocks(self, number: int, row: Sequence[Block]) -> list[Block]:
        return [*([self.person] if self.person and number == 0 else []), *row]

    def _indent(self, number: int) -> float:
        metrics = self.setting.metrics
        return metrics.avatar + metrics.panel_padding if self.person and number == 0 else 0.0

    def _rows(self, facets: list[Block], width: float) -> list[list[Block]]:
        """Return the facets in rows that do not get too narrow."""
        metrics = self.setting.metrics
        free = self._inner(width)
        if self.person:
            free -= metrics.avatar + metrics.panel_padding + self._need(self.person)
        rows: list[list[Block]] = [[]]
        for facet in facets:
            need = self._need(facet) + metrics.facet_gap
            if need > free and (rows[-1] or self.person):
                rows.append([])
                free = self._inner(width)
            rows[-1].append(facet)
            free -= need
        return self._evened(rows, width)

    def _evened(self, rows: list[list[Block]], width: float) -> list[list[Block]]:
        """Return the rows with facets moved down where that makes the panel lower."""
        for upper in range(len(rows) - 2, -1, -1):
            above, below = rows[upper], rows[upper + 1]
            least = self._height(upper, above, width) + self._height(upper + 1, below, width)
            for count in range(len(above) - 1, 0, -1):
                fewer, more = above[:count], [*above[count:], *below]
                if sum(self._need(block) for block in more) > self._room(len(more), width):
                    break
                height = self._height(upper, fewer, width) + self._height(upper + 1, more, width)
                if height < least:
                    least, rows[upper], rows[upper + 1] = height, fewer, more
        return rows

    def _room(self, count: int, width: float) -> float:
        return self._inner(width) - self.setting.metrics.facet_gap * (count - 1)

    def _height(self, number: int, row: Sequence[Block], width: float) -> float:
        widths = self._widths(number, row, width)
        pairs = zip(self._blocks(number, row), widths, strict=True)
        return max(block.height(own) for block, own in pairs)

    def _need(self, block: Block) -> float:
        metrics = self.setting.metrics
        return max(block.least(), min(block.natural(), metrics.facet_minimum))

    def _widths(self, number: int, row: Sequence[Block], width: float) -> list[float]:
        metrics = self.setting.metrics
        blocks = self._blocks(number, row)
        gaps = metrics.facet_gap * max(0, len(blocks) - 1)
        rest = self._inner(width) - self._indent(number) - gaps
        least = [min(self._need(block), rest) for block in blocks]
        step = rest / len(blocks) / metrics.column_steps_ratio
        return balanced(rest, least, step, [self._cells(at, blocks) for at in range(len(blocks))])

    def _cells(self, position: int, blocks: Sequence[Block]) -> list[Cell]:
        """Return a block as what makes the row high, and by itself.

        Where a row is no lower with other widths, its blocks share the lines all the same.
        """
        block, part = blocks[position], self.setting.metrics.facet_lines_ratio
        alone = [Cell(lambda _: 0.0, 0)] * len(blocks)
        alone[position] = Cell(lambda width: block.height(width) * part)
        return [Cell(block.height), *alone]

    def least(self) -> float:
        metrics = self.setting.metrics
        rows = enumerate(self.rows)
        blocks = [block for number, row in rows for block in self._blocks(number, row)]
        widest = max((block.least() for block in blocks), default=0.0)
        return widest + 2 * metrics.panel_padding + metrics.avatar

    def natural(self) -> float:
        return self.least()

    def height(self, width: float) -> float:
        return self.place(0.0, 0.0, width).rect.height

    def place(self, x: float, y: float, width: float) -> Box:
        metrics = self.setting.metrics
        children: list[Box] = []
        top = y + metrics.panel_padding
        for number, row in enumerate(self.rows):
            blocks = self._blocks(number, row)
            left = x + metrics.panel_padding
            bottom = top
            if self._indent(number):
                place = Rect(left, top, metrics.avatar, metrics.avatar)
                children.append(Box(role="avatar", rect=place))
                bottom = place.bottom
            left += self._indent(number)
            for position, (block, own) in enumerate(
                zip(blocks, self._widths(number, row, width), strict=True)
            ):
                if position:
                    rule = Rect(left - metrics.facet_gap / 2, top, 0.0, 0.0)
                    children.append(Box(role="facet-rule", rect=rule))
                down = 0.0
                if len(blocks) == 1 and self._indent(number):
                    # A person of whom no more is known stands level with the picture.
                    down = max(0.0, metrics.avatar - block.height(own)) / 2
                children.append(block.place(left, top + down, own))
                bottom = max(bottom, children[-1].rect.bottom)
                left += own + metrics.facet_gap
            children = _ruled(children, top, bottom, metrics.rule)
            top = bottom + metrics.panel_padding
        return Box(role="panel", rect=Rect(x, y, width, top - y), children=tuple(children))


def _ruled(children: list[Box], top: float, bottom: float, width: float) -> list[Box]:
    """Return the boxes with the rules of the row that starts at `top` drawn to its full height."""
    return [
        attrs.evolve(box, rect=Rect(box.rect.x, top, width, bottom - top))
        if box.role == "facet-rule" and box.rect.y == top
        else box
        for box in children
    ]
