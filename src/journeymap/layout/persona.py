"""The persona card: who walks the way, in the shape of a slide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from journeymap.analysis.facets import Facets, facets
from journeymap.errors import OptionError
from journeymap.geometry import Rect
from journeymap.labels.words import NO_BREAK
from journeymap.layout.blocks import Block, Flow, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.footer import facts_among, marks_legend
from journeymap.layout.frames import Frame
from journeymap.layout.marked import marked
from journeymap.layout.roles import by_role
from journeymap.layout.words import Words
from journeymap.model import Journey, Statement
from journeymap.model.evidence import Evidence, Remark


def persona_layout(journey: Journey, setting: Setting, *, width: float | None = None) -> Box:
    """Return the card as boxes; without a persona, that of the segment.

    Args:
        journey: Whose persona.
        setting: Lengths, words and a ruler.
        width: How wide the sheet should be, in px.

    Raises:
        OptionError: The journey has neither persona nor segment.
    """
    if journey.persona is None and journey.segment is None:
        raise OptionError(
            f"{journey.title}: there is nobody to show (the journey has neither a persona nor a "
            "segment; give it a persona)"
        )
    metrics = setting.metrics
    inner = max(metrics.persona_least, (width or metrics.persona_width) - 2 * metrics.margin)
    left = top = metrics.margin
    children = [_person(journey, left, top, inner, setting)]
    top = children[-1].rect.bottom + metrics.section_gap
    facets = [_facet(name, said, setting) for name, said in facts_of(journey)]
    for block in (_columns(facets, setting), _segment(journey, setting)):
        if block is not None:
            children.append(block.place(left, top, inner))
            top = children[-1].rect.bottom + metrics.section_gap
    children.append(_foot(journey, setting, tuple(children)).place(left, top, inner))
    top = children[-1].rect.bottom + metrics.section_gap
    bottom = top - metrics.section_gap + metrics.margin * 0.75
    sheet = Rect(0.0, 0.0, inner + 2 * metrics.margin, bottom)
    return Box(role="sheet", rect=sheet, children=tuple(children))


def facts_of(journey: Journey) -> Facets:
    """Return what is known of the persona, or else of the segment, under names of headings."""
    known: Facets = []
    if journey.scenario is not None:
        known.append(("scenario", (journey.scenario,)))
    if journey.persona is None and journey.segment is not None and journey.segment.behavior:
        known.append(("behavior", journey.segment.behavior))
    return [*known, *facets(journey.persona)]


def _person(journey: Journey, x: float, y: float, width: float, setting: Setting) -> Box:
    """Return the panel with name, situation and quote beside the picture of a person."""
    metrics = setting.metrics
    who = journey.persona or journey.segment
    assert who is not None  # noqa: S101 - the caller has made sure
    parts: list[Block] = [Words(who.name, metrics.persona_name, setting, link=who.link)]
    if who.description is not None:
        parts.append(Words(who.description, metrics.body, setting, ink="muted"))
    if journey.persona is not None and journey.persona.quote is not None:
        quote = journey.persona.quote
        words = setting.labels.spoken(quote.text)
        said = Words(words, metrics.persona_quote, setting, link=quote.link)
        parts.append(marked(said, quote))
    elif journey.persona is None and journey.segment is not None and journey.segment.size:
        parts.append(_size(journey, setting))
    body = Stack(parts, metrics.item_gap)
    padding, size = metrics.persona_padding, metrics.persona_avatar
    indent = padding + size + metrics.panel_padding
    height = max(size, body.height(width - indent - padding))
    middle = y + padding + height / 2
    own = body.height(width - indent - padding)
    avatar = Rect(x + padding, middle - size / 2, size, size)
    children = (
        Box(role="avatar", rect=avatar),
        body.place(x + indent, middle - own / 2, width - indent - padding),
    )
    return Box(role="panel", rect=Rect(x, y, width, height + 2 * padding), children=children)


def _size(journey: Journey, setting: Setting) -> Block:
    assert journey.segment is not None  # noqa: S101 - the caller has made sure
    assert journey.segment.size is not None  # noqa: S101 - and of this too
    figure = setting.labels.quantity(journey.segment.size)
    text = f"{setting.labels.views['size']}: {figure}"
    return Words(text, setting.metrics.small_strong, setting, ink="muted")


def _facet(name: str, said: Sequence[Statement], setting: Setting) -> Block:
    metrics = setting.metrics
    heading = Words(setting.labels.facets[name], metrics.small_strong, setting, ink="accent")
    return Stack([heading, *_items(said, setting)], metrics.item_gap / 3)


def _items(said: Sequence[Statement], setting: Setting) -> list[Block]:
    """Return statements, with bullets if there are several."""
    metrics = setting.metrics
    words = [marked(Words(one.text, metrics.body, setting, link=one.link), one) for one in said]
    if len(words) == 1:
        return [*words]
    return [
        Frame(
            role="item",
            inside=one,
            left=metrics.bullet_indent,
            mark="bullet",
            mark_size=metrics.bullet,
            mark_line=metrics.line_height(metrics.body),
            stage=0,
        )
        for one in words
    ]


def _columns(facets: Sequence[Block], setting: Setting) -> Block | None:
    return _aligned(_Columns(facets, setting), setting) if facets else None


def _aligned(block: Block, setting: Setting) -> Block:
    """Return a block that starts where the text in the panels starts."""
    padding = setting.metrics.persona_padding
    return Frame(role="aligned", inside=block, left=padding, right=padding)


class _Columns:
    """Blocks in columns of about one height, in the order of reading.

    All such blocks of a card have the same columns: the last takes what others leave free.
    """

    def __init__(self, blocks: Sequence[Block], setting: Setting) -> None:
        self.blocks = blocks
        self.setting = setting

    def least(self) -> float:
        return max(block.least() for block in self.blocks)

    def natural(self) -> float:
        return sum(block.natural() for block in self.blocks)

    def height(self, width: float) -> float:
        return max(column.height(own) for column, _, own in self._columns(width))

    def _columns(self, width: float) -> list[tuple[Stack, float, float]]:
        """Return each column with where it starts and how wide it is."""
        metrics = self.setting.metrics
        gap, room = metrics.facet_gap, max(metrics.persona_column, self.least())
        most = int(metrics.persona_columns_ratio)
        count = max(1, min(most, int((width + gap) / (room + gap))))
        own = (width - (count - 1) * gap) / count
        lefts = [number * (own + gap) for number in range(min(count, len(self.blocks)))]
        rights = [left - gap for left in lefts[1:]] + [width]
        widths = [right - left for left, right in zip(lefts, rights, strict=True)]
        return list(zip(self._parted(widths), lefts, widths, strict=True))

    def _parted(self, widths: Sequence[float]) -> list[Stack]:
        """Return the columns, parted where the highest is lowest and then all are most alike."""
        gap = self.setting.metrics.section_gap * 0.75
        ends = combinations(range(1, len(self.blocks)), len(widths) - 1)
        parted = [
            [
                Stack(self.blocks[start:end], gap)
                for start, end in pairwise([0, *places, len(self.blocks)])
            ]
            for places in ends
        ]

        def unevenness(columns: Sequence[Stack]) -> tuple[float, float]:
            heights = [one.height(own) for one, own in zip(columns, widths, strict=True)]
            return max(heights), sum(height**2 for height in heights)

        return min(parted, key=unevenness)

    def place(self, x: float, y: float, width: float) -> Box:
        columns = self._columns(width)
        children = tuple(column.place(x + left, y, own) for column, left, own in columns)
        height = max(child.rect.height for child in children)
        return Box(role="columns", rect=Rect(x, y, width, height), children=children)


def _segment(journey: Journey, setting: Setting) -> Block | None:
    """Return the segment under its persona."""
    metrics, segment = setting.metrics, journey.segment
    if segment is None or journey.persona is None:
        return None
    heading = Words(setting.labels.legend["segment"], metrics.small_strong, setting, ink="accent")
    parts: list[Block] = [
        heading,
        Words(segment.name, metrics.heading, setting, link=segment.link),
    ]
    if segment.description is not None:
        parts.append(Words(segment.description, metrics.body, setting, ink="muted"))
    if segment.size is not None:
        parts.append(_size(journey, setting))
    blocks: list[Block] = [Stack(parts, metrics.item_gap / 3)]
    if segment.behavior:
        blocks.append(_facet("behavior", segment.behavior, setting))
    return Frame(
        role="panel",
        inside=_Columns(blocks, setting),
        left=metrics.persona_padding,
        right=metrics.persona_padding,
        top=metrics.panel_padding,
        bottom=metrics.panel_padding,
    )


def _foot(journey: Journey, setting: Setting, drawn: Iterable[Box]) -> Block:
    """Return which map the card belongs to, how much of it is known, and from where."""
    metrics, labels = setting.metrics, setting.labels
    said = remarks_of(journey)

    def line(text: str) -> Block:
        return Words(text, metrics.small, setting, ink="muted")

    lines = [line(journey.title)]
    if said:
        share = sum(one.evidence.is_fact for one in said) / len(said)
        facts = facts_among(share, len(said), labels)
        marks = marks_legend(by_role(drawn), setting)
        lines.append(Flow([*marks, line(facts)], metrics.legend_gap, metrics.item_gap / 3))
    sources = dict.fromkeys(
        _cited(one.evidence, setting) for one in said if one.evidence.source is not None
    )
    if sources:
        lines.append(line(f"{labels.views['sources']}: {'; '.join(sources)}"))
    return _aligned(Stack(lines, metrics.item_gap / 3), setting)


def remarks_of(journey: Journey) -> list[Remark]:
    """Return every statement that the card shows."""
    said: list[Remark] = [one for _, several in facts_of(journey) for one in several]
    if journey.persona is not None:
        said += [journey.persona.quote] if journey.persona.quote is not None else []
        said += journey.segment.behavior if journey.segment is not None else ()
    return said


def _cited(evidence: Evidence, setting: Setting) -> str:
    """Return a source, how it was asked and how many were."""
    labels, size = setting.labels, evidence.sample_size
    said = [labels.evidence[evidence.kind]]
    if size is not None:
        said.append(
            labels.legend["sample"].format(count=labels.number(size)).replace(" ", NO_BREAK)
        )
    return f"{evidence.source} ({', '.join(said)})"
