"""Hypotheses: one change each, what it should move, what must not suffer, its score and state."""

from __future__ import annotations

from journeymap.analysis.figures import movement
from journeymap.labels.words import NO_BREAK, Labels
from journeymap.layout.blocks import Block, Flow, Setting
from journeymap.layout.cards import framed
from journeymap.layout.cells import Place, stacked
from journeymap.layout.frames import Frame
from journeymap.layout.words import Words
from journeymap.model import Hypothesis

_TONES = {"proposed": "plain", "running": "improve", "confirmed": "good", "rejected": "bad"}


def hypotheses(place: Place, setting: Setting) -> Block | None:
    """Return the hypotheses of a stage as cards."""
    cards = [
        _card(item, setting, place.source("hypothesis", number, item.id))
        for number, item in enumerate(place.stage.hypotheses)
    ]
    return stacked(cards, setting.metrics.pill_gap)


def _card(item: Hypothesis, setting: Setting, source: str) -> Block:
    metrics = setting.metrics
    words = Words(item.change, metrics.strong, setting)
    above = [_head(item, setting)]
    details = stacked(_details(item, setting), metrics.divider_gap)
    below = [] if details is None else [details]
    return framed(item, words, "hypothesis", above=above, below=below, source=source)


def _head(item: Hypothesis, setting: Setting) -> Block:
    """Return the state as a badge, and the score beside it."""
    from journeymap.analysis.scores import score  # noqa: PLC0415 - with all that calculators are

    metrics = setting.metrics
    parts: list[Block] = [_state(item.state, setting)]
    scored = score(item)
    if scored is not None:
        # A score is for putting in order: more digits would only pretend to say more.
        figure = setting.labels.number(round(scored.value, 1).normalize())
        text = f"{scored.name} {figure}"
        words = Words(text, metrics.small_strong, setting, ink="muted")
        parts.append(Frame(role="score", inside=words, top=metrics.badge_inset))
    return Flow(parts, metrics.pill_gap, metrics.item_gap / 2)


def _state(state: str, setting: Setting) -> Block:
    metrics = setting.metrics
    tone = _TONES[state]
    return Frame(
        role="badge",
        variant=tone,
        inside=Words(setting.labels.progress[state], metrics.badge, setting, ink=f"on-{tone}"),
        left=metrics.badge_padding + metrics.sign + metrics.evidence_gap,
        right=metrics.badge_padding,
        top=metrics.badge_inset,
        bottom=metrics.badge_inset,
        mark="sign",
        mark_variant=f"{state} on-{tone}",
        mark_left=metrics.badge_padding,
        mark_size=metrics.sign,
        mark_line=metrics.line_height(metrics.badge),
    )


def _aim(item: Hypothesis, labels: Labels) -> str:
    """Return which metric should move and how far; a metric alone is introduced as one."""
    name = labels.metrics.get(item.metric or "", item.metric or "")
    way = movement(item)
    if way is not None:
        return f"{name} {way.arrow}{NO_BREAK}{labels.quantity(way.by)}".lstrip()
    return labels.legend["metric"].format(name=name) if name else ""


def _details(item: Hypothesis, setting: Setting) -> list[Words]:
    """Return what should move, then, with less weight, what must not suffer and who sees to it."""
    metrics, labels = setting.metrics, setting.labels
    aim, said = _aim(item, labels), []
    if item.guardrail is not None:
        name = labels.metrics.get(item.guardrail, item.guardrail)
        said.append(labels.legend["guardrail"].format(name=name))
    if item.owner is not None:
        said.append(labels.legend["owner"].format(owner=item.owner))
    rest = [Words(text, metrics.small, setting, ink="muted") for text in said]
    return [Words(aim, metrics.small_strong, setting), *rest] if aim else rest
