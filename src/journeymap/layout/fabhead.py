"""Who stands over a column of benefits: role or name, what is asked for, in which words."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.fab import Column, Matrix
from journeymap.analysis.fabtold import heading
from journeymap.analysis.needs import Need
from journeymap.layout.blocks import Block, Flow, Setting, Stack, Words
from journeymap.layout.frames import Frame
from journeymap.layout.lanes.buying import influence_of, stance_of
from journeymap.layout.marked import marked


def head(column: Column, matrix: Matrix, setting: Setting) -> Block:
    """Return what stands over a column, in the colours of its role."""
    metrics = setting.metrics
    padding, tone = metrics.fab_padding, tone_of(column)
    title = [_title(column, tone, setting), *_standing(column, tone, setting)]
    parts = [Stack(title, 0.0), *_asked(column, matrix, tone, setting)]
    return Frame(
        role="fab-head",
        variant=tone,
        inside=Stack(parts, metrics.fab_line_gap),
        left=padding,
        right=padding,
        top=metrics.fab_bar + metrics.fab_inset,
        bottom=metrics.fab_inset,
    )


def tone_of(column: Column) -> str:
    """Return the kind of colours that a column has: those of its role."""
    return column.role or "plain"


def _title(column: Column, tone: str, setting: Setting) -> Block:
    """Return role and names, or name and roles, on one base line."""
    metrics = setting.metrics
    first, second = heading(column, setting.labels)
    single = column.members[0].buyer if len(column.members) == 1 else None
    texts = [(first, metrics.fab_title, tone), (second, metrics.body, "muted")]
    blocks: list[Block] = []
    for number, (text, style, ink) in enumerate(texts):
        words = Words(text, style, setting, ink=ink)
        # The one buyer's name is a link and has marks; it stands second in the column of a role.
        is_name = single is not None and number == int(column.is_role)
        named = marked(words.linked(single.link), single) if single and is_name else words
        drop = metrics.baseline(metrics.fab_title) - metrics.baseline(style)
        if text:
            blocks.append(Frame(role="stack", inside=named, top=drop) if drop else named)
    return Flow(blocks, metrics.fab_line_gap, 0.0)


def _standing(column: Column, tone: str, setting: Setting) -> Iterator[Block]:
    """Yield how the one buyer of a column stands to us, and how much the others listen."""
    buyer = column.members[0].buyer if len(column.members) == 1 else None
    parts: list[Block] = []
    if buyer is not None and buyer.stance is not None:
        parts.append(stance_of(buyer.stance, setting))
    if buyer is not None and buyer.influence is not None:
        parts.append(influence_of(buyer, setting, tone))
    if parts:
        yield Flow(parts, setting.metrics.fab_line_gap, 0.0)


def _asked(column: Column, matrix: Matrix, tone: str, setting: Setting) -> Iterator[Block]:
    words = setting.labels.fab
    if not column.members:
        yield Flow([gap(words["nobody"], setting)], 0.0, 0.0)
    for kind, caption in (("priority", ""), ("concern", words["concerns"]), ("job", words["job"])):
        chips = [
            _chip(need, tone, setting, is_answered=matrix.is_answered(need, column))
            for need in column.needs
            if need.kind == kind
        ]
        if chips:
            yield _captioned(caption, chips, setting)
    if column.language:
        said = [_word(setting.labels.quoted(word), tone, setting) for word in column.language]
        yield _captioned(words["language"], said, setting)


def _captioned(caption: str, blocks: list[Block], setting: Setting) -> Block:
    """Return blocks in rows, with a word before them that says what they are."""
    metrics = setting.metrics
    if caption:
        words = Words(caption, metrics.small, setting, ink="muted")
        inset = metrics.badge_inset + metrics.baseline(metrics.badge)
        top = max(0.0, inset - metrics.baseline(metrics.small))
        blocks = [Frame(role="stack", inside=words, top=top), *blocks]
    return Flow(blocks, metrics.fab_chip_gap, metrics.fab_chip_gap)


def _chip(need: Need, tone: str, setting: Setting, *, is_answered: bool) -> Block:
    """Return what is asked for: with a tick if a benefit answers it, with dashes if none does."""
    metrics = setting.metrics
    state, ink = ("answered", tone) if is_answered else ("open", "barrier")
    words = Words(need.text, metrics.badge, setting, ink=ink, link=need.said.link)
    return Frame(
        role="chip",
        variant=f"{tone} {state}",
        inside=marked(words, need.said),
        left=metrics.badge_padding + metrics.sign + metrics.evidence_gap,
        right=metrics.badge_padding,
        top=metrics.badge_inset,
        bottom=metrics.badge_inset,
        mark="sign",
        mark_variant=f"{state} {ink}",
        mark_left=metrics.badge_padding,
        mark_size=metrics.sign,
        mark_line=metrics.line_height(metrics.badge),
    )


def _word(text: str, tone: str, setting: Setting) -> Block:
    """Return a word that those in the column use."""
    metrics = setting.metrics
    return Frame(
        role="tag",
        variant=tone,
        inside=Words(text, metrics.badge, setting, ink=tone),
        left=metrics.badge_padding,
        right=metrics.badge_padding,
        top=metrics.badge_inset,
        bottom=metrics.badge_inset,
    )


def gap(text: str, setting: Setting) -> Block:
    """Return the word for what is missing, in a frame of dashes."""
    metrics = setting.metrics
    return Frame(
        role="gap",
        inside=Words(text, metrics.badge, setting, ink="barrier", align="middle"),
        left=metrics.badge_padding,
        right=metrics.badge_padding,
        top=metrics.badge_inset,
        bottom=metrics.badge_inset,
    )
