"""What the legend says of feelings: rings and circles that stand for them, and their scale."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.contents.customer import signed
from journeymap.contents.entry import Aspect
from journeymap.layout.blocks import Block, Setting
from journeymap.layout.roles import Drawn
from journeymap.layout.samples import drawing, explained, item
from journeymap.model import Journey


def mood_legend(drawn: Drawn, setting: Setting) -> list[Block]:
    """Return what the dotted circle means that the curve of a ring runs along, if there is one."""
    if "mood-axis" not in drawn:
        return []
    return [item("mood", "sample-axis", setting.metrics.legend_sample, setting)]


def unfelt_legend(drawn: Drawn, setting: Setting) -> list[Block]:
    """Return what a dashed ring means, if one stands somewhere instead of a face."""
    if not any(face.value is None for face in drawn.get("face", ())):
        return []
    return [item("unfelt", "sample-face", setting.metrics.lane_icon, setting)]


def scale_legend(
    journey: Journey, setting: Setting, drawn: Drawn, told: Sequence[Aspect]
) -> list[Block]:
    """Return between what the valences lie that are told in words; with faces if there are some."""
    told_of = (entry for aspect in told for entries in aspect.entries for entry in entries)
    if not any(entry.level is not None for entry in told_of):
        return []
    labels, scale, size = setting.labels, journey.scale, setting.metrics.lane_icon
    text = labels.legend["scale"].format(
        low=signed(scale.low, scale, labels),
        low_name=scale.low_name or labels.legend["low"],
        high=signed(scale.high, scale, labels),
        high_name=scale.high_name or labels.legend["high"],
    )
    faces = [drawing("sample-face", size, setting, value=level) for level in (0.0, 1.0)]
    return [explained(text, faces if "face" in drawn else [], setting)]
