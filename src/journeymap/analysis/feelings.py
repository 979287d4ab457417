"""Where the curve of emotions has its points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from journeymap.errors import unknown
from journeymap.model import Buyer, Emotion, Journey, Persona, Stage
from journeymap.model.index import Index

CurveBy = Literal["touchpoint", "stage"]


class Feeling(NamedTuple):
    """What is felt at one point of the way.

    Attributes:
        names: The feelings, as the author calls them.
        valence: The mean of the known valences, on the journey's scale; None where none is known.
        touchpoint: The position of the touchpoint in its stage; None for the stage as a whole.
        emotions: The feelings themselves.
        is_truth: Whether the customer decides here about going on with us.
    """

    names: tuple[str, ...]
    valence: float | None
    touchpoint: int | None = None
    emotions: tuple[Emotion, ...] = ()
    is_truth: bool = False

    @property
    def exact(self) -> Decimal | None:
        """The same mean as an exact number, for what is computed from it."""
        from journeymap.analysis.exact import mean  # noqa: PLC0415 - no picture needs it

        known = [Decimal(repr(e.valence)) for e in self.emotions if e.valence is not None]
        return mean(known) if known else None


def feelings(
    stage: Stage, by: CurveBy = "touchpoint", whose: frozenset[str | None] | None = None
) -> tuple[Feeling, ...]:
    """Return a stage's points: one for each touchpoint with emotions, then the stage's own.

    Args:
        stage: The stage.
        by: `stage` for one point with all that is felt in the stage.
        whose: The references that mean the one whose feelings count; everybody's unless given.
    """
    points: list[Feeling] = []
    if by == "stage":
        emotions = _of(_all(stage), whose)
        is_truth = stage.moment_of_truth or any(t.moment_of_truth for t in stage.touchpoints)
        return (_feeling(emotions, None, is_truth=is_truth),) if emotions else ()
    for position, touchpoint in enumerate(stage.touchpoints):
        emotions = _of(touchpoint.emotions, whose)
        if emotions:
            points.append(_feeling(emotions, position, is_truth=touchpoint.moment_of_truth))
    own = _of(stage.emotions, whose)
    if own:
        points.append(_feeling(own, None, is_truth=stage.moment_of_truth))
    elif stage.moment_of_truth and not stage.emotions and _is_open(points):
        # The stage as a whole has no point: what was felt last stands for it.
        points[-1] = points[-1]._replace(is_truth=True)
    return tuple(points)


def _is_open(points: Sequence[Feeling]) -> bool:
    """Tell whether there are points, and none of them is a moment of truth."""
    return bool(points) and not any(point.is_truth for point in points)


def _all(stage: Stage) -> list[Emotion]:
    return [*stage.emotions, *(e for touch in stage.touchpoints for e in touch.emotions)]


def _of(emotions: Iterable[Emotion], whose: frozenset[str | None] | None) -> tuple[Emotion, ...]:
    return tuple(emotion for emotion in emotions if whose is None or emotion.who in whose)


def _feeling(
    emotions: Iterable[Emotion], touchpoint: int | None, *, is_truth: bool = False
) -> Feeling:
    emotions = tuple(emotions)
    known = [emotion.valence for emotion in emotions if emotion.valence is not None]
    valence = sum(known) / len(known) if known else None
    names = tuple(dict.fromkeys(emotion.name for emotion in emotions))
    return Feeling(names, valence, touchpoint, emotions, is_truth)


class Person(NamedTuple):
    """Somebody whose feelings are on the map.

    Attributes:
        name: Who it is; empty for the customer where the journey has no persona.
        references: What an emotion may say to mean this one.
    """

    name: str
    references: frozenset[str | None]


def people(journey: Journey) -> tuple[Person, ...]:
    """Return everybody whose feelings are on the map: the persona first, then the buyers."""
    felt = [emotion.who for stage in journey.stages for emotion in _all(stage)]
    meant: dict[str | None, int] = {}
    if any(felt):
        index = Index(journey)
        meant = {who: _meant(index, who) for who in dict.fromkeys(felt)}
    if not meant:
        return (Person("", frozenset({None})),) if felt else ()
    own = "" if journey.persona is None else journey.persona.name
    made: list[Person] = []
    for number in sorted(set(meant.values())):
        name = own if number == 0 else journey.buyers[number - 1].name
        references = frozenset(who for who, place in meant.items() if place == number)
        made.append(Person(name, references))
    return tuple(made)


def _meant(index: Index, who: str | None) -> int:
    """Return whom a reference means: 0 for the persona, else the position of the buyer, from 1."""
    if who is None:
        return 0
    item = index.find(who, Buyer, Persona)[0]
    position = item.steps[-1]
    return position + 1 if isinstance(position, int) else 0


def whose(journey: Journey, who: str | None = None) -> frozenset[str | None] | None:
    """Return what an emotion may say to mean one of the people whose feelings are on the map.

    Args:
        journey: The journey.
        who: The one, by name or id; the first of them unless given.

    Raises:
        OptionError: None of them is called so.
    """
    felt = people(journey)
    if who is None:
        return felt[0].references if felt else None
    for person in felt:
        if who == person.name or who in person.references:
            return person.references
    raise unknown("person with feelings", who, [person.name for person in felt if person.name])


def stage_valence(stage: Stage) -> float | None:
    """Return the mean valence over all known emotions of a stage, or None."""
    return _feeling(_all(stage), None).valence


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
