"""Metrics: a row a figure, what was planned against what was measured, and who is lost."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import attrs

from journeymap.analysis.figures import is_met, is_rate, known, loss
from journeymap.layout.blocks import Block, Flow, Setting, Stack
from journeymap.layout.cells import Place, stacked
from journeymap.layout.frames import Frame
from journeymap.layout.lanes.gauges import Gauge, evened
from journeymap.layout.lanes.rows import Cells, Row, row_label
from journeymap.layout.marked import marked
from journeymap.layout.words import Words
from journeymap.model import Journey, Metric, Quantity

_LOSS_STANDS_AT = ("conversion", "drop-off", "went on", "entered")


def figures(journey: Journey, places: Sequence[Place], setting: Setting) -> tuple[Row, ...]:
    """Return a row for each metric that several stages have, and one for all others."""
    names = _shared(journey)
    worst = _worst(journey)
    lane = _Lane(journey, names, worst, setting)
    rows: list[Row] = []
    for name in names:
        cells = tuple(lane.cell(place, name) for place in places)
        small, strong = setting.metrics.small, setting.metrics.strong
        words = Words(_said(name, setting), small, setting, ink="muted")
        label = row_label(words, small, strong, setting)
        rows.append(Cells(cells, setting, label))
    rows.append(Cells(tuple(lane.rest(place) for place in places), setting))
    return evened([row for row in rows if not row.is_empty])


def _name(metric: Metric) -> str:
    return known(metric) or metric.name


def _said(name: str, setting: Setting) -> str:
    return setting.labels.metrics.get(name, name)


def _shared(journey: Journey) -> list[str]:
    """Return the names that have a row of their own, in the order of the way."""
    counts: dict[str, int] = {}
    for stage in journey.stages:
        for name in dict.fromkeys(_name(metric) for metric in stage.metrics):
            counts[name] = counts.get(name, 0) + 1
    least = 2 if len(counts) > 1 else 1
    return [name for name, count in counts.items() if count >= least]


def _worst(journey: Journey) -> Decimal | None:
    """Return the greatest share that a stage loses; None where no two can be compared."""
    losses = [loss(journey.stages, position) for position in range(len(journey.stages))]
    counted = [share for share in losses if share]
    return max(counted) if len(counted) > 1 else None


@attrs.frozen(repr=False, eq=False)
class _Lane:
    """What every cell of the lane goes by."""

    journey: Journey
    names: Sequence[str]
    worst: Decimal | None
    setting: Setting

    def cell(self, place: Place, name: str) -> Block | None:
        """Return what a stage has of one metric, mostly one figure."""
        found = [metric for metric in place.stage.metrics if _name(metric) == name]
        blocks = [
            block
            for number, metric in enumerate(found)
            for block in self._figure(place, metric, is_first=number == 0)
        ]
        return stacked(blocks, self.setting.metrics.divider_gap)

    def rest(self, place: Place) -> Block | None:
        """Return a stage's metrics that no other stage has, each under its name."""
        metrics = self.setting.metrics
        blocks: list[Block] = []
        for metric in place.stage.metrics:
            if _name(metric) not in self.names:
                said = _said(_name(metric), self.setting)
                name = Words(said, metrics.small, self.setting, ink="muted")
                parts = self._figure(place, metric, is_first=True)
                blocks.append(Stack([name, *parts], metrics.divider_gap))
        rest = stacked(blocks, metrics.pill_gap)
        if rest is None or not self.names:
            return rest
        # More than the gap between figure and plan, so that the name is read with what follows.
        return Frame(role="stack", inside=rest, top=metrics.item_gap / 2)

    def _figure(self, place: Place, metric: Metric, *, is_first: bool) -> list[Block]:
        notes = [*_plan(metric, self.setting)]
        if is_first and self._stands_here(place, metric):
            notes += self._loss(place)
        head = (
            _rate(metric, place, self.setting) if is_rate(metric) else _plain(metric, self.setting)
        )
        if not notes:
            return [head]
        return [head, Flow(notes, self.setting.metrics.item_gap, 0.0)]

    def _stands_here(self, place: Place, metric: Metric) -> bool:
        """Tell whether the loss is told with this metric: with the one that says it best."""
        names = [known(other) for other in place.stage.metrics]
        return known(metric) == next((name for name in _LOSS_STANDS_AT if name in names), "")

    def _loss(self, place: Place) -> list[Block]:
        share = loss(self.journey.stages, place.position)
        if not share:
            return []
        setting, labels = self.setting, self.setting.labels
        text = labels.legend["lost"].format(share=labels.percent(-float(share)))
        if share == self.worst:
            return [Words(text, setting.metrics.small_strong, setting, ink="bad")]
        return [Words(text, setting.metrics.small, setting, ink="muted")]


def _plain(metric: Metric, setting: Setting) -> Block:
    """Return the figure that was measured, or the one that is planned."""
    metrics = setting.metrics
    if metric.measured is None:
        text = "–" if metric.planned is None else setting.labels.quantity(metric.planned)
        # As large as what was measured, so that figures and bars side by side stand level.
        words = Words(text, metrics.strong, setting, ink="muted", link=metric.link)
    else:
        text = setting.labels.quantity(metric.measured)
        words = Words(text, metrics.strong, setting, link=metric.link)
    return marked(words, metric)


def _plan(metric: Metric, setting: Setting) -> list[Block]:
    """Return what was planned, and whether it was met as word and mark."""
    if metric.planned is None:
        return []
    metrics, labels = setting.metrics, setting.labels
    if metric.measured is None:
        return [Words(labels.legend["unmeasured"], metrics.small, setting, ink="muted")]
    text = labels.legend["planned"].format(figure=labels.quantity(metric.planned))
    said: list[Block] = [Words(text, metrics.small, setting, ink="muted")]
    met = is_met(metric)
    if met is not None:
        is_below = metric.measured.amount < metric.planned.amount
        word = "met" if met else "below" if is_below else "over"
        said.append(_verdict(word, "good" if met else "bad", setting))
    return said


def _verdict(word: str, tone: str, setting: Setting) -> Block:
    metrics = setting.metrics
    return Frame(
        role="verdict",
        inside=Words(setting.labels.legend[word], metrics.small, setting, ink=tone),
        left=metrics.sign + metrics.evidence_gap,
        mark="sign",
        mark_variant=f"{word} {tone}",
        mark_size=metrics.sign,
        mark_line=metrics.line_height(metrics.small),
    )


def _rate(metric: Metric, place: Place, setting: Setting) -> Block:
    return Gauge(
        _fraction(metric.measured),
        _fraction(metric.planned),
        _plain(metric, setting),
        place.position,
        setting,
    )


def _fraction(figure: Quantity | None) -> float | None:
    return None if figure is None else min(1.0, max(0.0, float(figure.amount) / 100))
