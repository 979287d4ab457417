"""What the metrics say at the nodes and edges of the way, in the words of a language."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from journeymap.analysis.answers import figure
from journeymap.analysis.exact import decimal_of
from journeymap.analysis.passage import Passage
from journeymap.labels.words import Labels

_BETWEEN = " · "
_NEARLY = Fraction(1, 100)
"""A share that is so near to none or to all is not rounded to it."""


def share_said(share: Fraction, labels: Labels) -> str:
    """Return a share in whole per cent, unless that would say none or all of what is not."""
    is_near = 0 < min(share, 1 - share) < _NEARLY
    return labels.percent(decimal_of(share), digits=1 if is_near else 0)


def count_said(count: Decimal, labels: Labels) -> str:
    """Return how many, with no more decimals than anybody needs."""
    return figure(count, labels)


def arrival(
    passage: Passage, after: Passage, labels: Labels, *, is_split: bool = False
) -> tuple[str, ...]:
    """Return what stands at the edge from one stage to the next: how many go on, and the plan.

    Args:
        passage: What is known of the one stage.
        after: What is known of the next.
        labels: The words.
        is_split: Whether they go by several ways, of which this is one.
    """
    said = []
    count = after.entered if passage.went_on is None else passage.went_on
    if count is not None:
        said.append(count_said(count, labels))
    if passage.rate is not None:
        said.append(share_said(passage.rate, labels))
    lines = [_BETWEEN.join(said)] if said else []
    if said and is_split:
        lines.append(labels.flow["together"])
    if passage.planned is not None:
        plan = share_said(Fraction(passage.planned), labels)
        lines.append(labels.legend["planned"].format(figure=plan))
    return tuple(lines)


def leaving(passage: Passage, labels: Labels) -> str:
    """Return how many are lost at a stage; nothing if nobody is, or nobody knows."""
    rate = passage.lost_rate
    if rate is None:
        return ""
    share = share_said(rate, labels)
    if passage.lost is None:
        return labels.flow["leave_share"].format(share=share)
    said = labels.counted("leave", _rounded(passage.lost))
    return labels.flow["leave"].format(said=said, share=share)


def through(passages: tuple[Passage, ...], labels: Labels) -> str:
    """Return how many come through; nothing if it is not known."""
    if not passages:
        return ""
    first, last = passages[0], passages[-1]
    count = last.entered if last.rate is None else last.went_on
    share = last.share if last.rate is None else last.share_on
    # Of those who were counted first, which are all who entered only if that was the first stage.
    is_whole = first.share is not None and len(passages) > 1
    said = [] if count is None else [labels.counted("through", _rounded(count))]
    if is_whole and share is not None:
        if not said:
            return labels.flow["through_share"].format(share=share_said(share, labels))
        said.append(share_said(share, labels))
    return _BETWEEN.join(said)


def _rounded(count: Decimal) -> Decimal:
    return decimal_of(Fraction(count))
