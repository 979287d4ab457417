"""Cells made of cards: barriers and concerns with their mitigations, recommendations."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.layout.blocks import Block, Flow, Setting, Stack
from journeymap.layout.cells import Place, stacked
from journeymap.layout.frames import Frame
from journeymap.layout.marked import marked
from journeymap.layout.words import Words
from journeymap.model import Barrier, Concern, Recommendation, Statement
from journeymap.model.evidence import Remark


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
    mitigation = obstacle.mitigation
    return framed(
        obstacle,
        Words(obstacle.text, metrics.body, setting, ink=kind),
        kind,
        below=[] if mitigation is None else [_mitigation(mitigation, setting)],
        holding=[] if mitigation is None else [mitigation],
        source=source,
        bar=metrics.card_bar,
    )


def _mitigation(mitigation: Statement, setting: Setting) -> Block:
    metrics = setting.metrics
    words = Words(mitigation.text, metrics.small, setting, ink="mitigation", link=mitigation.link)
    return Frame(
        role="mitigation",
        inside=marked(words, mitigation),
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
    above = [Flow([badge(labels.urgencies[item.urgency], item.urgency, setting)], 0, 0)]
    words = Words(item.text, metrics.strong, setting)
    below: list[Block] = []
    if item.owner is not None:
        owner = labels.legend["owner"].format(owner=item.owner)
        below.append(Words(owner, metrics.small, setting, ink="muted"))
    return framed(item, words, item.urgency, above=above, below=below, source=source)


def framed(
    remark: Remark,
    words: Words,
    kind: str,
    *,
    above: Sequence[Block] = (),
    below: Sequence[Block] = (),
    holding: Sequence[Remark] = (),
    source: str = "",
    bar: float = 0.0,
) -> Block:
    """Return a card: what it says, with the marks of what it says, and more above and below.

    The whole card is the link. Where it holds links of its own, its words are: links cannot hold
    links.

    Args:
        remark: What the card shows; its link and its evidence count.
        words: What it says.
        kind: The kind of card, which names its colours.
        above: What stands above the words.
        below: What stands below them.
        holding: What else is said in it, with links of its own perhaps.
        source: The id of what it shows.
        bar: How wide the bar at its left side is.
    """
    metrics = words.setting.metrics
    own = [
        remark.evidence.link,
        *(link for part in holding for link in (part.link, part.evidence.link)),
    ]
    is_whole = not any(own)
    if not is_whole:
        words = words.linked(remark.link)
    said = marked(words, remark)
    return Frame(
        role="card",
        variant=kind,
        inside=Stack([*above, said, *below], metrics.item_gap),
        left=metrics.card_padding + bar,
        right=metrics.card_padding,
        top=metrics.card_inset,
        bottom=metrics.card_inset,
        source=source,
        link=remark.link if is_whole else None,
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
