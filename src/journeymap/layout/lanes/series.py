"""Whose feelings are drawn: one curve for each person and each journey, and its points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from journeymap.analysis.feelings import CurveBy, Feeling, Person, feelings, people
from journeymap.geometry import Rect
from journeymap.labels.words import Labels
from journeymap.layout.blocks import Setting
from journeymap.layout.cells import Place
from journeymap.model import Journey, Stage


class Series(NamedTuple):
    """One curve: its name in the legend, and what is felt at each stage that is shown."""

    name: str
    journey: Journey
    felt: tuple[tuple[Feeling, ...], ...]


class Spot(NamedTuple):
    """One point of a curve: where it stands and what is felt.

    Attributes:
        x: Where it stands, in px.
        slot: The left end and the right end of its own room, in px.
        level: From 0 (low) to 1 (high), or None where it is not known.
        feeling: What is felt.
        stage: The position of its stage.
        series: The position of its curve.
    """

    x: float
    slot: tuple[float, float]
    level: float | None
    feeling: Feeling
    stage: int
    series: int


def all_series(
    journey: Journey,
    others: Sequence[Journey],
    by: CurveBy,
    places: Sequence[Place],
    setting: Setting,
) -> list[Series]:
    """Return every curve of the lane, the journey's own first."""
    made: list[Series] = []
    titles = titles_of([journey, *others], setting.labels)
    for number, one in enumerate([journey, *others]):
        persons = people(one)
        stages = [place.stage if number == 0 else partner(place.stage, one) for place in places]
        for person in persons:
            name = _named(person, titles[number], setting, alone=len(persons) == 1)
            felt = tuple(
                () if stage is None else feelings(stage, by, person.references) for stage in stages
            )
            made.append(Series(name, one, felt))
    return made


def partner(stage: Stage, journey: Journey) -> Stage | None:
    """Return the stage of another journey that is the same: by its id, or else by its name."""
    if stage.id is not None:
        for other in journey.stages:
            if other.id == stage.id:
                return other
    return next((other for other in journey.stages if other.name == stage.name), None)


def _named(person: Person, title: str, setting: Setting, *, alone: bool) -> str:
    name = person.name or setting.labels.legend["customer"]
    if not title:
        return name
    return title if alone else f"{title}: {name}"


def titles_of(journeys: Sequence[Journey], labels: Labels) -> list[str]:
    """Return the shortest words that tell journeys apart; nothing if there is only one."""
    if len(journeys) == 1:
        return [""]
    options = (
        [labels.states[journey.state] for journey in journeys],
        [journey.persona.name if journey.persona else "" for journey in journeys],
        [journey.segment.name if journey.segment else "" for journey in journeys],
        [journey.title for journey in journeys],
        [f"{journey.title}, {labels.states[journey.state]}" for journey in journeys],
    )
    for titles in options:
        if all(titles) and len(set(titles)) == len(titles):
            return titles
    return [f"{number + 1}. {title}" for number, title in enumerate(options[-2])]


def spots(
    series: Sequence[Series], places: Sequence[Place], columns: Sequence[Rect], setting: Setting
) -> list[list[Spot]]:
    """Return the points of each curve, from left to right."""
    made: list[list[Spot]] = [[] for _ in series]
    for number, (place, column) in enumerate(zip(places, columns, strict=True)):
        felt = [one.felt[number] for one in series]
        for who, points in enumerate(_stood(felt, column, setting)):
            for feeling, (x, slot) in zip(felt[who], points, strict=True):
                level = _level(series[who].journey, feeling)
                inside = _inside(x, column, feeling, setting)
                made[who].append(Spot(inside, slot, level, feeling, place.position, who))
    return made


def _inside(x: float, column: Rect, feeling: Feeling, setting: Setting) -> float:
    """Return the middle of a point whose drawing does not stand out of its column."""
    metrics = setting.metrics
    reach = min(metrics.truth if feeling.is_truth else metrics.face, column.width / 2)
    return min(max(x, column.x + reach), column.right - reach)


Stand = tuple[float, tuple[float, float]]


def _stood(felt: Sequence[Sequence[Feeling]], column: Rect, setting: Setting) -> list[list[Stand]]:
    """Return where the points of each curve stand in a column; no two stand at one place.

    Curves with equally many points have them side by side; else all share the column evenly.
    """
    padding = setting.metrics.cell_padding / 2
    counts = {len(points) for points in felt if points}
    if len(counts) == 1:
        width = column.width / counts.pop()
        curves = [who for who, points in enumerate(felt) if points]
        step = min(setting.metrics.cluster, width / len(curves))
        aside = {who: step * (n - (len(curves) - 1) / 2) for n, who in enumerate(curves)}
        return [
            [_stand(column.x + n * width, width, padding, aside[who]) for n in range(len(points))]
            for who, points in enumerate(felt)
        ]
    order = sorted(
        ((n + 0.5) / len(points), who, n)
        for who, points in enumerate(felt)
        for n in range(len(points))
    )
    width = column.width / max(1, len(order))
    stands: list[list[Stand]] = [[] for _ in felt]
    for place, (_, who, _) in enumerate(order):
        stands[who].append(_stand(column.x + place * width, width, padding, 0.0))
    return stands


def _stand(left: float, width: float, padding: float, aside: float) -> Stand:
    return left + width / 2 + aside, (left + padding, left + width - padding)


def _level(journey: Journey, feeling: Feeling) -> float | None:
    return None if feeling.valence is None else journey.scale.fraction(feeling.valence)
