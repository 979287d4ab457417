"""The foot of features against buyers: how much is covered, what is not, what the marks mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeymap.analysis.fab import Matrix
from journeymap.analysis.fabtold import covered, unanswered
from journeymap.analysis.gaps import roles_missing
from journeymap.analysis.needs import Group
from journeymap.layout.blocks import Block, Flow, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.footer import influence_legend, marks_legend
from journeymap.layout.frames import Frame
from journeymap.layout.roles import Drawn, by_role
from journeymap.layout.samples import sample
from journeymap.layout.words import Words
from journeymap.model import Journey


def foot(
    journey: Journey, matrix: Matrix, group: Group, setting: Setting, drawn: Iterable[Box]
) -> Block:
    """Return the counts with the legend, and under them what no benefit answers.

    Args:
        journey: Whose messages.
        matrix: What is drawn.
        group: What is known of the buyers.
        setting: Lengths, words and a ruler.
        drawn: What stands above the foot; its marks are explained.
    """
    metrics = setting.metrics
    blocks = list(_legend(matrix, setting, by_role(drawn)))
    parts: list[Block] = [Flow(blocks, metrics.legend_gap, metrics.item_gap)] if blocks else []
    parts += _lacks(journey, group, setting)
    return Stack(parts, metrics.item_gap)


def _legend(matrix: Matrix, setting: Setting, drawn: Drawn) -> Iterator[Block]:
    labels, metrics = setting.labels, setting.metrics
    if matrix.covered.count:
        yield Words(covered(matrix, labels), metrics.small_strong, setting)
    states = {chip.variant.split()[1] for chip in drawn.get("chip", ())}
    for state in ("answered", "open"):
        if state in states:
            text = labels.fab[f"is_{state}"]
            yield sample(text, "sample-chip", metrics.legend_sample, setting, state)
    yield from influence_legend(drawn, setting)
    yield from marks_legend(drawn, setting)


def _lacks(journey: Journey, group: Group, setting: Setting) -> Iterator[Block]:
    """Yield which main roles nobody has, and what each buyer asks for in vain."""
    labels, metrics = setting.labels, setting.metrics
    missing = [labels.roles[role] for role in roles_missing(journey, group)]
    in_vain = [f"{name}: {needs}" for name, needs in unanswered(group, labels)]
    for name, texts in (("nobody_has", missing), ("unanswered", in_vain)):
        if texts:
            heading = Words(f"{labels.fab[name]}:", metrics.small_strong, setting)
            lacks = [_lack(text, setting) for text in texts]
            yield Flow([heading, *lacks], metrics.legend_gap / 2, metrics.item_gap / 3)


def _lack(text: str, setting: Setting) -> Block:
    metrics = setting.metrics
    return Frame(
        role="lack",
        inside=Words(text, metrics.small, setting, ink="muted"),
        left=metrics.sign + metrics.evidence_gap,
        mark="sign",
        mark_variant="open barrier",
        mark_size=metrics.sign,
        mark_line=metrics.line_height(metrics.small),
    )
