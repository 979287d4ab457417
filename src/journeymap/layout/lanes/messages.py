"""Messages: what is told at a stage, and what it is worth to each buyer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from journeymap.layout.beside import lined_up
from journeymap.layout.blocks import Block, Setting, Stack
from journeymap.layout.cards import framed
from journeymap.layout.cells import Place, stacked
from journeymap.layout.frames import Frame
from journeymap.layout.lanes.buying import tone_of
from journeymap.layout.lanes.rows import Cells, Row
from journeymap.layout.marked import Marked, marked
from journeymap.layout.words import Words
from journeymap.model import Benefit, Buyer, Fab, Journey
from journeymap.model.index import Index
from journeymap.model.people import ALIASES, ROLES

_ORDER = {"decides": 0, "consulted": 1, "informed": 2}


class Listener(NamedTuple):
    """Whom a benefit is told: the word for it, its colours, and the buyers that it means."""

    word: str
    tone: str
    buyers: frozenset[str]


def messages(journey: Journey, places: Sequence[Place], setting: Setting) -> tuple[Row, ...]:
    """Return the messages of each stage as cards."""
    if not any(stage.messages for stage in journey.stages):
        return ()
    index = Index(journey)
    cells = (_cell(place, index, setting) for place in places)
    return (Cells(tuple(cells), setting),)


def _cell(place: Place, index: Index, setting: Setting) -> Block | None:
    told = [index.find(reference, Fab)[0] for reference in place.stage.messages]
    cards = []
    for item in told:
        message = item.value
        assert isinstance(message, Fab)  # noqa: S101 - the index was asked for messages
        cards.append(_card(message, place, index, setting))
    return stacked(cards, setting.metrics.pill_gap)


def _card(message: Fab, place: Place, index: Index, setting: Setting) -> Block:
    metrics = setting.metrics
    parts: list[Block] = []
    if message.advantage is not None:
        parts.append(Words(message.advantage, metrics.body, setting, ink="muted"))
    levels = {
        item.id: entry.level
        for entry in place.stage.involvement
        for item in index.find(entry.buyer, Buyer)
    }
    heard = [(_listener(benefit, index, setting), benefit) for benefit in message.benefits]
    # Those who are drawn in at this stage come first, the one who decides before all.
    heard.sort(key=lambda pair: min([_ORDER[levels[b]] for b in pair[0].buyers & {*levels}] or [3]))
    if heard:
        worth = Stack(_worth(heard, setting), metrics.pill_gap)
        parts.append(Frame(role="stack", inside=worth, top=metrics.item_gap / 2))
    words = Words(message.feature, metrics.strong, setting)
    # The advantage belongs to its feature: it stands close to it.
    return framed(message, words, "message", below=parts, holding=message.benefits)


def _worth(heard: Sequence[tuple[Listener, Benefit]], setting: Setting) -> list[Block]:
    """Return who is told what: all words in a column beside the badges, or all below them."""
    metrics = setting.metrics
    inset = metrics.badge_inset + metrics.baseline(metrics.badge)
    return lined_up(
        [(_badge(listener, setting), _said(benefit, setting)) for listener, benefit in heard],
        apart=metrics.pill_gap,
        room=metrics.facet_minimum,
        gap=metrics.item_gap / 3,
        drop=max(0.0, inset - metrics.baseline(metrics.small)),
    )


def _said(benefit: Benefit, setting: Setting) -> Words | Marked:
    words = Words(benefit.text, setting.metrics.small, setting, link=benefit.link)
    return marked(words, benefit)


def _badge(listener: Listener, setting: Setting) -> Block:
    metrics = setting.metrics
    return Frame(
        role="tag",
        variant=listener.tone,
        inside=Words(listener.word, metrics.badge, setting, ink=listener.tone),
        left=metrics.badge_padding,
        right=metrics.badge_padding,
        top=metrics.badge_inset,
        bottom=metrics.badge_inset,
    )


def _listener(benefit: Benefit, index: Index, setting: Setting) -> Listener:
    role = ALIASES.get(benefit.to, benefit.to)
    if role in ROLES:
        buyers = frozenset(item.id for item in index.items if _plays(item.value, role))
        return Listener(setting.labels.role_words[role], role, buyers)
    (item,) = index.find(benefit.to, Buyer)[:1]
    assert isinstance(item.value, Buyer)  # noqa: S101 - the index was asked for buyers
    return Listener(item.value.name, tone_of(item.value), frozenset({item.id}))


def _plays(value: object, role: str) -> bool:
    return isinstance(value, Buyer) and role in value.role
