"""Who stands over a column of benefits: role or name, what is asked for, in which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from journeymap.analysis.fab import Column, Matrix
from journeymap.analysis.fabtold import heading
from journeymap.analysis.needs import Need
from journeymap.layout.beside import Beside
from journeymap.layout.blocks import Block, Flow, Setting, Stack
from journeymap.layout.frames import Frame
from journeymap.layout.lanes.buying import influence_of, stance_of
from journeymap.layout.marked import marked
from journeymap.layout.words import Words


def heads(matrix: Matrix, setting: Setting) -> list[Block]:
    """Return what stands over each column; what is asked for lines up in all of them."""
    asked = [list(_asked(column, matrix, setting)) for column in matrix.columns]
    captioned = [group for groups in asked for group in groups if group.caption]
    words = [_caption(group.caption, setting).natural() for group in captioned]
    indent = max(words, default=0.0) + setting.metrics.fab_chip_gap
    chips = [chip.natural() for group in captioned for chip in group.chips]
    room = max(chips, default=0.0)
    return [
        _head(column, [_placed(group, indent, room, setting) for group in groups], setting)
        for column, groups in zip(matrix.columns, asked, strict=True)
    ]


def _head(column: Column, asked: Sequence[Block], setting: Setting) -> Block:
    """Return what stands over a column, in the colours of its role."""
    metrics = setting.metrics
    padding, tone = metrics.fab_padding, tone_of(column)
    title = [_title(column, tone, setting), *_standing(column, tone, setting)]
    missing = [] if column.members else [gap(setting.labels.fab["nobody"], setting)]
    parts: list[Block] = [Stack(title, 0.0), *(Flow([one], 0.0, 0.0) for one in missing), *asked]
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


class _Group(NamedTuple):
    """What is asked for in one way, and the word before it; the first needs none."""

    caption: str
    chips: list[Block]


def _asked(column: Column, matrix: Matrix, setting: Setting) -> Iterator[_Group]:
    words, tone = setting.labels.fab, tone_of(column)
    for kind, caption in (("priority", ""), ("concern", words["concerns"]), ("job", words["job"])):
        chips = [
            _chip(need, tone, setting, is_answered=matrix.is_answered(need, column))
            for need in column.needs
            if need.kind == kind
        ]
        if chips:
            yield _Group(caption, chips)
    if column.language:
        said = [_word(setting.labels.quoted(word), tone, setting) for word in column.language]
        yield _Group(words["language"], said)


def _placed(group: _Group, indent: float, room: float, setting: Setting) -> Block:
    """Return chips in rows beside the word that says what they are; below it in a narrow column.

    Args:
        group: The word and the chips.
        indent: Where the chips start beside the word, in px; in all columns alike.
        room: How much room they need there, in px.
        setting: Lengths, words and a ruler.
    """
    metrics = setting.metrics
    chips = Flow(group.chips, metrics.fab_chip_gap, metrics.fab_chip_gap)
    if not group.caption:
        return chips
    words = _caption(group.caption, setting)
    return Beside(first=words, second=chips, indent=indent, room=room, gap=metrics.item_gap / 3)


def _caption(text: str, setting: Setting) -> Block:
    """Return the word before some chips, on one base line with them."""
    metrics = setting.metrics
    words = Words(text, metrics.small, setting, ink="muted")
    inset = metrics.badge_inset + metrics.baseline(metrics.badge)
    return Frame(role="stack", inside=words, top=max(0.0, inset - metrics.baseline(metrics.small)))


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
