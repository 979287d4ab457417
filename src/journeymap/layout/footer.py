"""The foot of the sheet: what the marks mean, and how much of the map is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journeymap.analysis.facts import fact_share
from journeymap.contents.entry import Aspect
from journeymap.labels.words import Labels
from journeymap.layout.blocks import Block, Flow, Setting
from journeymap.layout.box import Box
from journeymap.layout.feltfoot import mood_legend, scale_legend, unfelt_legend
from journeymap.layout.roles import Drawn, by_role
from journeymap.layout.samples import drawing, explained, item
from journeymap.layout.words import Words
from journeymap.model import Journey, Touchpoint


def footer(
    journey: Journey,
    lanes: tuple[str, ...],
    setting: Setting,
    drawn: Iterable[Box] = (),
    told: Sequence[Aspect] = (),
) -> Block | None:
    """Return the legend of the marks that this map uses, and its share of facts.

    Args:
        journey: Whose map.
        lanes: Which lanes are drawn.
        setting: Lengths, words and a ruler.
        drawn: What stands above the foot; its marks are explained.
        told: What stands there in words, feelings with their valence.
    """
    metrics = setting.metrics
    items = [*legend(journey, lanes, setting, by_role(drawn), told)]
    share = facts(journey, setting)
    if share:
        items.append(Words(share, metrics.small, setting, ink="muted"))
    return Flow(items, metrics.legend_gap, metrics.item_gap) if items else None


def legend(
    journey: Journey,
    lanes: tuple[str, ...],
    setting: Setting,
    drawn: Drawn,
    told: Sequence[Aspect] = (),
) -> list[Block]:
    """Return each mark that this map uses with what it means."""
    return [
        *_pills(journey, lanes, setting),
        *_truth(journey, lanes, setting, drawn),
        *_mitigation(drawn, setting),
        *mood_legend(drawn, setting),
        *scale_legend(journey, setting, drawn, told),
        *unfelt_legend(drawn, setting),
        *_plan(drawn, setting),
        *influence_legend(drawn, setting),
        *marks_legend(drawn, setting),
    ]


def facts(journey: Journey, setting: Setting) -> str:
    """Return in words how much of the map is known; nothing if nothing is stated."""
    share = fact_share(journey)
    return facts_among(share.fraction, share.count, setting.labels) if share.count else ""


def facts_among(fraction: float, count: int, labels: Labels) -> str:
    """Return in words which part of so many statements are facts."""
    statements = labels.counted("statements", count)
    return labels.legend["facts"].format(share=labels.percent(fraction), statements=statements)


def _pills(journey: Journey, lanes: tuple[str, ...], setting: Setting) -> list[Block]:
    if "touchpoints" not in lanes:
        return []
    touches = [touch for stage in journey.stages for touch in stage.touchpoints]
    return touchpoint_legend(touches, setting)


def _truth(journey: Journey, lanes: tuple[str, ...], setting: Setting, drawn: Drawn) -> list[Block]:
    """Return the signs of a moment of truth: the ring around a point, and that of a pill.

    A stage's head says it in words.
    """
    metrics = setting.metrics
    touches = (touch for stage in journey.stages for touch in stage.touchpoints)
    signs = []
    if "ring" in drawn:
        signs.append(drawing("sample-ring", metrics.mark, setting))
    if "touchpoints" in lanes and any(touch.moment_of_truth for touch in touches):
        signs.append(drawing("sample-truth", metrics.tail, setting))
    return [explained(setting.labels.legend["truth"], signs, setting)] if signs else []


def touchpoint_legend(
    touches: Sequence[Touchpoint],
    setting: Setting,
    dashed: Sequence[Block] = (),
    *,
    is_plain: bool = False,
) -> list[Block]:
    """Return what the looks of some pills mean.

    Args:
        touches: What the pills show.
        setting: Lengths, words and a ruler.
        dashed: What else is dashed where something is only proposed.
        is_plain: Whether they have no colour of a stage.
    """
    words, width = setting.labels.legend, setting.metrics.legend_sample
    ours = {touch.status for touch in touches if touch.owner == "us"}
    kinds = [
        ("existing", "existing", "existing" in ours),
        ("proposed", "proposed", any(touch.status == "proposed" for touch in touches)),
        ("foreign", "existing foreign", any(touch.owner != "us" for touch in touches)),
    ]
    plain = " plain" if is_plain else ""
    return [
        explained(
            words[name],
            [
                drawing("sample-pill", width, setting, f"{variant}{plain}"),
                *(dashed if name == "proposed" else ()),
            ],
            setting,
        )
        for name, variant, is_used in kinds
        if is_used
    ]


def truth_legend(setting: Setting) -> Block:
    """Return what the sign of a moment of truth means."""
    return item("truth", "sample-truth", setting.metrics.tail, setting)


def _mitigation(drawn: Drawn, setting: Setting) -> list[Block]:
    if "mitigation" not in drawn:
        return []
    return [item("mitigation", "sample-check", setting.metrics.mark, setting)]


def _plan(drawn: Drawn, setting: Setting) -> list[Block]:
    """Return what the tick at a planned share means, if one stands somewhere."""
    gauges = drawn.get("gauge", ())
    if not any(gauge.children for gauge in gauges):
        return []
    variant = "planned" if any(gauge.variant for gauge in gauges) else ""
    return [item("plan", "sample-tick", setting.metrics.legend_sample, setting, variant)]


def influence_legend(drawn: Drawn, setting: Setting) -> list[Block]:
    """Return what the points beside a buyer mean, if they stand somewhere."""
    if "influence" not in drawn:
        return []
    return [item("influence", "sample-influence", setting.metrics.influence, setting)]


def marks_legend(drawn: Drawn, setting: Setting) -> list[Block]:
    """Return what the small marks behind words mean that stand somewhere on the map."""
    used = {mark.variant.split()[0] for mark in drawn.get("evidence", ())}
    size = setting.metrics.evidence
    items = [
        item(kind, "sample-evidence", size, setting, kind)
        for kind in setting.labels.evidence
        if kind in used
    ]
    if "out" in drawn or any(icon.variant == "link" for icon in drawn.get("icon", ())):
        items.append(item("link", "sample-out", size, setting))
    return items
