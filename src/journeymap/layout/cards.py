"""Cells made of cards: barriers and concerns with their mitigations, recommendations."""

from __future__ import annotations

from journeymap.layout.blocks import Block, Flow, Setting, Stack, Words
from journeymap.layout.cells import Place, stacked
from journeymap.layout.frames import Frame
from journeymap.model import Barrier, Concern, Recommendation, Statement


def barriers(place: Place, setting: Setting) -> Block | None:
    """Return the barriers as cards, each with its mitigation."""
    cards = [
        _obstacle(barrier, "barrier", setting, place.source("barrier", number, barrier.id))
        for number, barrier in enumerate(place.stage.barriers)
    ]
    return stacked(cards, setting.metrics.pill_gap)


def concerns(place: Place, setting: Setting) -> Block | None:
    """Return the fears and objections as cards, each with its mitigation."""
    cards = [
        _obstacle(concern, "concern", setting, place.source("concern", number, concern.id))
        for number, concern in enumerate(place.stage.concerns)
    ]
    return stacked(cards, setting.metrics.pill_gap)


def _obstacle(obstacle: Barrier | Concern, kind: str, setting: Setting, source: str) -> Block:
    metrics = setting.metrics
    parts: list[Block] = [Words(obstacle.text, metrics.body, setting, ink=kind)]
    if obstacle.mitigation is not None:
        parts.append(_mitigation(obstacle.mitigation, setting))
    return Frame(
        role="card",
        variant=kind,
        inside=Stack(parts, metrics.item_gap),
        left=metrics.card_padding + metrics.card_bar,
        right=metrics.card_padding,
        top=metrics.card_inset,
        bottom=metrics.card_inset,
        source=source,
        link=obstacle.link,
    )


def _mitigation(mitigation: Statement, setting: Setting) -> Block:
    metrics = setting.metrics
    return Frame(
        role="mitigation",
        inside=Words(
            mitigation.text, metrics.small, setting, ink="mitigation", link=mitigation.link
        ),
        left=metrics.mark + metrics.dot_gap,
        mark="check",
        mark_size=metrics.mark,
        mark_line=metrics.line_height(metrics.small),
    )


def recommendations(place: Place, setting: Setting) -> Block | None:
    """Return what we advise as cards, each with its urgency as word, mark and colour."""
    cards = [
        _recommendation(item, setting, place.source("recommendation", number, item.id))
        for number, item in enumerate(place.stage.recommendations)
    ]
    return stacked(cards, setting.metrics.pill_gap)


def _recommendation(item: Recommendation, setting: Setting, source: str) -> Block:
    metrics, labels = setting.metrics, setting.labels
    parts: list[Block] = [
        Flow([badge(labels.urgencies[item.urgency], item.urgency, setting)], 0, 0),
        Words(item.text, metrics.strong, setting, ink=item.urgency),
    ]
    if item.owner is not None:
        owner = labels.legend["owner"].format(owner=item.owner)
        parts.append(Words(owner, metrics.small, setting, ink=f"{item.urgency} muted"))
    return Frame(
        role="card",
        variant=item.urgency,
        inside=Stack(parts, metrics.item_gap),
        left=metrics.card_padding,
        right=metrics.card_padding,
        top=metrics.card_inset,
        bottom=metrics.card_inset,
        source=source,
        link=item.link,
    )


def badge(text: str, kind: str, setting: Setting) -> Block:
    """Return a filled label with the mark of its kind."""
    metrics = setting.metrics
    return Frame(
        role="badge",
        variant=kind,
        inside=Words(text, metrics.badge, setting, ink=f"on-{kind}"),
        left=metrics.badge_padding + metrics.badge_mark + metrics.dot_gap,
        right=metrics.badge_padding,
        top=metrics.badge_inset,
        bottom=metrics.badge_inset,
        mark="badge-mark",
        mark_variant=kind,
        mark_left=metrics.badge_padding,
        mark_size=metrics.badge_mark,
        mark_line=metrics.line_height(metrics.badge),
    )
