"""The cycle: stages as a ring of arrows, the emotion inside it, what is said of them around it."""

from __future__ import annotations

from journeymap.geometry import Rect
from journeymap.layout import header
from journeymap.layout.blocks import Block, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.footer import footer
from journeymap.layout.remarks import SEPARATOR
from journeymap.layout.ringdrawn import Drawn
from journeymap.layout.words import Words
from journeymap.model import Journey, Stage
from journeymap.model.index import Index


def cycle_layout(journey: Journey, setting: Setting, *, width: float | None = None) -> Box:
    """Return the ring as boxes; that of a linear journey is open.

    Args:
        journey: What to lay out.
        setting: Lengths, words and a ruler.
        width: How wide the sheet should be, in px; by need unless given.
    """
    metrics = setting.metrics
    drawn = Drawn(journey, setting, width) if journey.stages else None
    need = drawn.reach.width if drawn else 0.0
    inner = max(need, metrics.cycle_least, (width or 0.0) - 2 * metrics.margin)
    left = top = metrics.margin
    children = [header.title(journey, setting).place(left, top, inner)]
    top = children[-1].rect.bottom + metrics.cycle_head_gap
    if drawn is not None:
        children.append(drawn.place(left + (inner - need) / 2, top))
    else:
        children.append(header.no_stages(setting).place(left, top, inner))
    top = children[-1].rect.bottom + metrics.section_gap
    for block in (_ways(journey, setting), footer(journey, (), setting, children)):
        if block is not None:
            children.append(block.place(left, top, inner))
            top = children[-1].rect.bottom + metrics.item_gap
    sheet = Rect(0.0, 0.0, inner + 2 * metrics.margin, top + metrics.margin * 0.75)
    return Box(role="sheet", rect=sheet, children=tuple(children))


def _ways(journey: Journey, setting: Setting) -> Block | None:
    """Return the ways that lead elsewhere than to the next stage, one a line."""
    metrics, labels = setting.metrics, setting.labels
    given = [(number, way) for number, stage in enumerate(journey.stages) for way in stage.leads_to]
    if not given:
        return None
    index = Index(journey)
    lines: list[Block] = []
    for number, way in given:
        (target,) = index.find(way.to, Stage)
        share = labels.percent(float(way.share.fraction)) if way.share else ""
        said = [f"{journey.stages[number].name} → {target.name}", way.when or "", share]
        text = SEPARATOR.join(part for part in said if part)
        lines.append(Words(text, metrics.small, setting, ink="muted", link=way.link))
    return Stack(lines, metrics.item_gap / 3)
