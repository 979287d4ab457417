"""What stands above the lanes of two journeys: the head of the sheet, the heads of the stages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import attrs

from journeymap.geometry import Rect
from journeymap.labels.words import Labels
from journeymap.layout import header
from journeymap.layout.blocks import Block, Flow, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.cells import Place
from journeymap.layout.comparecells import Mark
from journeymap.layout.comparerows import Side, tagged
from journeymap.layout.frames import Frame
from journeymap.layout.remarks import SEPARATOR, Remarks
from journeymap.layout.stagehead import StageHead
from journeymap.layout.words import Words
from journeymap.model import Journey, Stage

ARROW = "→"
SIGNS: dict[Mark, str] = {"removed": "−", "added": "+", "changed": "≈"}
"""The marks as letters, where a mark stands in a line of words."""

_ORDER: tuple[Mark, ...] = ("removed", "added", "changed")


class ComparedHead(StageHead):
    """The head of a stage in two journeys: what it is called and how long it takes in both."""

    def __init__(self, place: Place, pair: tuple[Side, Side], setting: Setting) -> None:
        super().__init__(place, setting)
        self.mark: Mark | None = None
        column = place.position
        old, new = (
            None if number is None else side.journey.stages[number]
            for side, number in ((side, side.stages[column]) for side in pair)
        )
        style = self.metrics.stage_note
        if old is not None and new is not None:
            self._say_both(old, new)
            return
        self.mark = "added" if old is None else "removed"
        only = said(pair, setting)[self.mark]
        self.notes.append(self._words(f"{SIGNS[self.mark]} {only}", style))

    def _say_both(self, old: Stage, new: Stage) -> None:
        labels, style = self.setting.labels, self.metrics.stage_note
        changes = [old.name != new.name, old.duration != new.duration]
        changes.append(old.moment_of_truth != new.moment_of_truth)
        if any(changes):
            self.mark = "changed"
        if changes[0]:
            self.name = self._words(f"{old.name} {ARROW} {new.name}", self.metrics.stage)
        if changes[1]:
            both = [
                "–" if one.duration is None else labels.duration(one.duration) for one in (old, new)
            ]
            self.duration = self._words(f" {ARROW} ".join(both), style, align="end")
        if changes[2]:
            truth = f"◆ {labels.legend['moment_of_truth']}"
            sign = SIGNS["added" if new.moment_of_truth else "removed"]
            self.notes = [self._words(f"{sign} {truth}", style)]


def title_of(first: Journey, second: Journey, labels: Labels) -> str:
    """Return what the sheet is called."""
    if first.title == second.title:
        return second.title
    template = "change" if _is_change(first, second) else "both"
    return labels.comparison[template].format(before=first.title, after=second.title)


def is_change(pair: tuple[Side, Side]) -> bool:
    """Tell whether the second journey is what shall become of the first."""
    return _is_change(pair[0].journey, pair[1].journey)


def _is_change(first: Journey, second: Journey) -> bool:
    return (first.state, second.state) == ("as-is", "to-be")


def title(pair: tuple[Side, Side], counts: Counter[Mark], setting: Setting) -> Block:
    """Return the title, what both journeys are about, and how much differs."""
    metrics = setting.metrics
    said = [header.facts(side.journey, setting) for side in pair]
    common = [fact for fact in said[0] if fact in said[1]]
    parts: list[Block] = [Words(_title(pair, setting), metrics.title, setting)]
    if common:
        parts.append(Remarks(common, setting, style=metrics.subtitle))
    parts += [_sides(pair, said, common, setting), _summary(pair, counts, setting)]
    return Stack(parts, metrics.title_gap * 1.5, role="title")


def _title(pair: tuple[Side, Side], setting: Setting) -> str:
    return title_of(pair[0].journey, pair[1].journey, setting.labels)


def _sides(
    pair: tuple[Side, Side], said: Sequence[Sequence[str]], common: Sequence[str], setting: Setting
) -> Block:
    """Return both names, each with what is true of it alone."""
    metrics = setting.metrics
    blocks: list[Block] = []
    for number, (side, facts) in enumerate(zip(pair, said, strict=True)):
        if number:
            arrow = Words(ARROW if is_change(pair) else "/", metrics.strong, setting, ink="muted")
            blocks.append(_level(arrow, setting))
        own = [fact for fact in facts if fact not in common and not fact.endswith(side.name)]
        parts = [tagged(side.name, number, setting)]
        if own:
            words = Words(SEPARATOR.join(own), metrics.strong, setting)
            parts.append(_level(words, setting))
        blocks.append(Flow(parts, metrics.dot_gap, metrics.item_gap))
    return Flow(blocks, metrics.cell_padding, metrics.item_gap)


def _level(words: Words, setting: Setting) -> Block:
    """Return words level with the words of a badge beside them."""
    return Frame(role="level", inside=words, top=setting.metrics.badge_inset / 2)


def _summary(pair: tuple[Side, Side], counts: Counter[Mark], setting: Setting) -> Block:
    metrics, labels = setting.metrics, setting.labels
    names = {"before": pair[0].name, "after": pair[1].name}
    items: list[Block] = []
    for mark in _ORDER:
        if counts[mark]:
            text = labels.comparison[words_of(pair)[mark]]
            said = text.format(count=labels.number(counts[mark]), **names)
            items.append(_count(mark, said, counts[mark], setting))
    if not items:
        items = [Words(labels.comparison["nothing"], metrics.strong, setting, ink="muted")]
    return Flow(items, metrics.legend_gap, metrics.item_gap)


def words_of(pair: tuple[Side, Side]) -> dict[Mark, str]:
    """Return which words tell how many there are of each mark."""
    if is_change(pair):
        return {"removed": "removed", "added": "added", "changed": "changed"}
    return {"removed": "only_before", "added": "only_after", "changed": "other"}


def _count(mark: Mark, text: str, count: int, setting: Setting) -> Block:
    words = Words(text, setting.metrics.strong, setting, ink=mark)
    return attrs.evolve(_signed("count", mark, words), variant=mark, value=float(count))


def _signed(role: str, mark: Mark, words: Words) -> Frame:
    """Return words beside a mark."""
    metrics = words.setting.metrics
    return Frame(
        role=role,
        inside=words,
        left=metrics.difference + metrics.difference_gap,
        mark="difference-sign",
        mark_variant=mark,
        mark_size=metrics.difference,
        mark_line=metrics.line_height(words.style),
    )


def legend(pair: tuple[Side, Side], counts: Counter[Mark], setting: Setting) -> list[Block]:
    """Return what the marks mean that are used."""
    words, style = said(pair, setting), setting.metrics.small
    return [
        _signed("legend", mark, Words(words[mark], style, setting, ink="muted"))
        for mark in _ORDER
        if counts[mark]
    ]


def said(pair: tuple[Side, Side], setting: Setting) -> dict[Mark, str]:
    """Return each mark in words."""
    words = setting.labels.comparison
    if is_change(pair):
        return {mark: words[f"is_{mark}"] for mark in _ORDER}
    only = words["is_only"]
    return {
        "removed": only.format(name=pair[0].name),
        "added": only.format(name=pair[1].name),
        "changed": words["is_other"],
    }


def strips(pair: tuple[Side, Side], width: float, setting: Setting) -> Block | None:
    """Return the persona strip, or both side by side if they differ."""
    first, second = (side.journey for side in pair)
    fields = ("persona", "scenario", "segment")
    if all(getattr(first, field) == getattr(second, field) for field in fields):
        return header.strip(second, width, setting)
    half = (width - setting.metrics.facet_gap / 2) / 2
    made = [header.strip(side.journey, half, setting) for side in pair]
    if not any(made):
        return None
    return _Beside(pair, tuple(made), setting)


@attrs.frozen(eq=False)
class _Beside:
    """Two panels side by side, each under the name of its journey, both equally high."""

    pair: tuple[Side, Side]
    panels: tuple[Block | None, ...]
    setting: Setting

    def least(self) -> float:
        return 2 * max(panel.least() for panel in self.panels if panel is not None)

    def natural(self) -> float:
        return 2 * max(panel.natural() for panel in self.panels if panel is not None)

    def height(self, width: float) -> float:
        return self.place(0.0, 0.0, width).rect.height

    def place(self, x: float, y: float, width: float) -> Box:
        metrics = self.setting.metrics
        own = (width - metrics.facet_gap / 2) / 2
        lefts = (x, x + width - own)
        names: list[Box] = []
        for number, side in enumerate(self.pair):
            tag = tagged(side.name, number, self.setting)
            names.append(tag.place(lefts[number], y, min(tag.natural(), own)))
        top = max(name.rect.bottom for name in names) + metrics.item_gap
        panels = [
            None if panel is None else panel.place(left, top, own)
            for panel, left in zip(self.panels, lefts, strict=True)
        ]
        bottom = max(panel.rect.bottom for panel in panels if panel is not None)
        children: list[Box] = []
        for name, panel in zip(names, panels, strict=True):
            children.append(name)
            if panel is not None:
                rect = panel.rect
                even = Rect(rect.x, rect.y, rect.width, bottom - rect.y)
                children.append(attrs.evolve(panel, rect=even))
        return Box(role="strips", rect=Rect(x, y, width, bottom - y), children=tuple(children))
