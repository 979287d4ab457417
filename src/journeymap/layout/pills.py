"""Touchpoints as pills, each with the mark of its channel."""

from __future__ import annotations

from journeymap.graphs.contacts import channel_of
from journeymap.layout.blocks import Block, Flow, Setting, Stack
from journeymap.layout.frames import Frame
from journeymap.layout.marked import Mark, Marked, evidence_marks
from journeymap.layout.tight import tight
from journeymap.layout.words import Words
from journeymap.model import Touchpoint


class Pills(Flow):
    """Pills side by side; one with more than a line is no wider than its lines."""

    def snug(self, block: Block, width: float) -> float:
        """Return how wide a pill is drawn that may have some width."""
        return width if block.natural() <= width else tight(block, width)


def pill(
    touchpoint: Touchpoint,
    setting: Setting,
    stage: int | None,
    source: str,
    stands_in_for: str | None = None,
) -> Frame:
    """Return one touchpoint: solid, dashed if proposed, hollow and lighter if not ours.

    Args:
        touchpoint: What is shown.
        setting: Lengths, words and a ruler.
        stage: The position of the stage whose colour it takes; without one it is plain.
        source: The id of the touchpoint.
        stands_in_for: The name of the touchpoint that it is an alternative to.
    """
    metrics = setting.metrics
    words = [touchpoint.status, *(["foreign"] if touchpoint.owner != "us" else [])]
    variant = " ".join([*words, *(["plain"] if stage is None else [])])
    role, name, size, gap = _mark(touchpoint, setting)
    return Frame(
        role="pill",
        inside=_inside(touchpoint, setting, stage),
        variant=variant,
        stage=stage,
        left=metrics.pill_padding + size + gap,
        right=metrics.pill_padding,
        top=metrics.pill_inset,
        bottom=metrics.pill_inset,
        mark=role,
        mark_variant=f"{name} {variant}".strip(),
        mark_left=metrics.pill_padding,
        mark_size=size,
        mark_line=metrics.line_height(metrics.small_strong),
        source=source,
        label=label(touchpoint, setting, stands_in_for),
        link=touchpoint.link,
    )


def _mark(touchpoint: Touchpoint, setting: Setting) -> tuple[str, str, float, float]:
    """Return the role and name of the mark, its size and the gap behind it."""
    metrics, kind = setting.metrics, touchpoint.channel.kind
    if kind == "other":
        # A sign for "some channel or other" would be a riddle.
        return "dot", "", metrics.dot, metrics.dot_gap
    return "icon", kind, metrics.icon, metrics.icon_gap


def _inside(touchpoint: Touchpoint, setting: Setting, stage: int | None) -> Block:
    """Return the name with its marks, and below it with what a proposed touch will be made."""
    metrics = setting.metrics
    is_ours = touchpoint.owner == "us"
    ink = "stage-ink" if is_ours and touchpoint.status == "existing" else "stage-hollow"
    if stage is None:
        ink = "ink"
    style = metrics.small_strong if is_ours else metrics.small
    words = Words(touchpoint.name, style, setting, ink=ink, stage=stage)
    marks = [Mark("truth", "", is_inked=False)] if touchpoint.moment_of_truth else []
    if touchpoint.link is not None:
        marks.append(Mark("icon", "link", is_inked=False))
    # The whole pill is the link, and links cannot hold links.
    facts = evidence_marks([touchpoint.evidence], setting.labels)
    is_linked = touchpoint.link is not None
    marks += [mark._replace(link=None) if is_linked else mark for mark in facts]
    name: Block = Marked(words, marks) if marks else words
    if touchpoint.tool is None:
        return name
    note = Words(touchpoint.tool, metrics.pill_note, setting, ink=ink, stage=stage)
    return Stack([name, note], 0.0)


def label(touchpoint: Touchpoint, setting: Setting, stands_in_for: str | None = None) -> str:
    """Return in words what a pill shows by its looks; nothing if it is only a name."""
    labels = setting.labels
    channel = channel_of(touchpoint, labels)
    looks = [channel] if channel else []
    if touchpoint.status == "proposed":
        looks.append(labels.legend["proposed"])
    if touchpoint.owner != "us":
        looks.append(labels.legend["foreign"])
    said = [f"{touchpoint.name} ({', '.join(looks)})" if looks else touchpoint.name]
    if touchpoint.tool is not None:
        said.append(labels.legend["tool"].format(tool=touchpoint.tool))
    if stands_in_for is not None:
        said.append(labels.legend["alternative"].format(touchpoint=stands_in_for))
    if touchpoint.moment_of_truth:
        said.append(labels.legend["moment_of_truth"])
    words = "; ".join(said)
    return "" if words == touchpoint.name else words
