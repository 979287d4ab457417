"""Where the curve of emotions has its points."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from journeymap.model import Emotion, Journey, Stage


@attrs.frozen
class Feeling:
    """What is felt at one point of the way.

    Attributes:
        names: The feelings, as the author calls them.
        valence: The mean of the known valences, on the journey's scale; None where none is known.
        touchpoint: The position of the touchpoint in its stage; None for the stage as a whole.
    """

    names: tuple[str, ...]
    valence: float | None
    touchpoint: int | None = None


def feelings(stage: Stage) -> tuple[Feeling, ...]:
    """Return a stage's points: one for each touchpoint with emotions, then the stage's own."""
    points = [
        _feeling(touchpoint.emotions, position)
        for position, touchpoint in enumerate(stage.touchpoints)
        if touchpoint.emotions
    ]
    if stage.emotions:
        points.append(_feeling(stage.emotions, None))
    return tuple(points)


def _feeling(emotions: Iterable[Emotion], touchpoint: int | None) -> Feeling:
    emotions = tuple(emotions)
    known = [emotion.valence for emotion in emotions if emotion.valence is not None]
    valence = sum(known) / len(known) if known else None
    return Feeling(tuple(emotion.name for emotion in emotions), valence, touchpoint)


def stage_valence(stage: Stage) -> float | None:
    """Return the mean valence over all known emotions of a stage, or None."""
    emotions = [*stage.emotions, *(e for touch in stage.touchpoints for e in touch.emotions)]
    return _feeling(emotions, None).valence


def extremes(journey: Journey) -> tuple[Stage, Stage] | None:
    """Return the stages with the lowest and the highest mean valence; None if none is known."""
    known = [
        (valence, stage)
        for stage in journey.stages
        if (valence := stage_valence(stage)) is not None
    ]
    if not known:
        return None
    return min(known, key=lambda pair: pair[0])[1], max(known, key=lambda pair: pair[0])[1]
