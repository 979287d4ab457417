"""What stands in the middle of a ring, and what its curve is drawn from."""

from __future__ import annotations

from operator import itemgetter

from journeymap.analysis.durations import total_duration
from journeymap.analysis.feelings import Feeling, feelings, people
from journeymap.geometry import Point
from journeymap.labels.rounding import rounded, trimmed
from journeymap.layout.blocks import Block, Setting, Stack
from journeymap.layout.box import Box
from journeymap.layout.words import Words
from journeymap.model import Journey, Stage


def told(journey: Journey) -> list[tuple[Feeling, ...]]:
    """Return what the persona feels at each stage; what others feel is not on its curve."""
    first = next(iter(people(journey)), None)
    whose = first.references if first else None
    return [feelings(stage, "stage", whose) for stage in journey.stages]


def valences(journey: Journey) -> list[float | None]:
    """Return how each stage is felt; None where nobody knows."""
    return [points[0].valence if points else None for points in told(journey)]


def _lowest(journey: Journey) -> Stage | None:
    """Return the stage with the worst feelings; none if all are alike."""
    known = [
        (valence, stage)
        for valence, stage in zip(valences(journey), journey.stages, strict=True)
        if valence is not None
    ]
    if len({valence for valence, _ in known}) < 2:
        return None
    return min(known, key=itemgetter(0))[1]


def middle(journey: Journey, setting: Setting) -> Block | None:
    """Return what stands in the middle: who comes again, or else how long the whole way takes.

    Where nobody knows either, it is the stage at which the curve is lowest.
    """
    metrics, labels = setting.metrics, setting.labels
    rate = journey.repeat_rate if journey.is_cyclic else None
    if rate is not None:
        figure = labels.percent(float(rate.fraction))
        said = [(labels.views["again"], metrics.body, "muted")]
        if rate.percent < 100:  # else there is no end to them
            from journeymap.analysis.lifetime import expected_purchases  # noqa: PLC0415 - few need it

            number = labels.number(trimmed(rounded(expected_purchases(rate), 1)))
            text = labels.views["purchases"].format(number=number)
            said.append((text, metrics.small_strong, "mitigation"))
        sized = metrics.cycle_figure
    elif (duration := total_duration(journey)) is not None:
        figure, sized = labels.duration(duration), metrics.title
        way = labels.views["round" if journey.is_cyclic else "whole"]
        said = [(way, metrics.body, "muted")]
    elif (stage := _lowest(journey)) is not None:
        figure, sized = stage.name, metrics.title
        said = [(labels.views["lowest"], metrics.body, "muted")]
    else:
        return None
    return Stack(
        [
            Words(figure, sized, setting, align="middle"),
            *(Words(text, style, setting, ink=ink, align="middle") for text, style, ink in said),
        ],
        metrics.item_gap / 3,
    )


def size_of(middle: Block, setting: Setting) -> tuple[float, float]:
    """Return the size of what stands in the middle; only a very long word is broken."""
    usual = setting.metrics.cycle_middle
    width = min(middle.natural(), max(usual, min(middle.least(), 2 * usual)))
    return width, middle.height(width)


def centered(middle: Block, center: Point, setting: Setting) -> Box:
    """Return it around the centre of the ring."""
    width, height = size_of(middle, setting)
    return middle.place(center.x - width / 2, center.y - height / 2, width)
