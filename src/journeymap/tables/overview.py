"""A journey at a glance, for a notebook: a row a stage, a column a main field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from journeymap.contents import Aspect, Entry, contents
from journeymap.grids import Cell, Grid, Said
from journeymap.grids.plaintext import to_text
from journeymap.grids.shown import faces_of
from journeymap.labels import labels_for
from journeymap.labels.words import NO_BREAK, Labels
from journeymap.model import Journey, Stage
from journeymap.notebook import Faces

_MAIN = ("jobs", "actions", "touchpoints", "emotions", "barriers", "recommendations")
_MOST = 3
"""How many things a cell tells; of the others it tells how many they are."""


def faces(journey: Journey) -> Faces:
    """Return what shows a journey in each type of a notebook."""
    table = partial(overview, journey)
    return faces_of(table, lambda: to_text(table()))


def overview(journey: Journey) -> Grid:
    """Return a row a stage and a column for each main field that any stage has."""
    labels = labels_for(None, journey.language)
    aspects = [one for one in contents(journey, labels) if one.name in _MAIN]
    names = (labels.columns["stage"], *(aspect.heading for aspect in aspects))
    rows = tuple(
        (_stage(number, stage, labels), *(_cell(aspect, number) for aspect in aspects))
        for number, stage in enumerate(journey.stages)
    )
    heads = tuple((Said(name, "weak"),) for name in names)
    title = Said(journey.title, link=journey.link)
    return Grid(title, heads, rows, tuple(_notes(journey, labels)), journey.language)


def _stage(number: int, stage: Stage, labels: Labels) -> Cell:
    name = Said(f"{number + 1}. {stage.name}", "strong", stage.link)
    return (name, Said(labels.duration(stage.duration), "weak")) if stage.duration else (name,)


def _cell(aspect: Aspect, number: int) -> Cell:
    entries: Sequence[Entry] = aspect.entries[number]
    told = [Said(_text(entry), link=entry.link) for entry in entries[:_MOST]]
    others = len(entries) - _MOST
    return (*told, Said(f"+{NO_BREAK}{others}", "weak")) if others > 0 else tuple(told)


def _text(entry: Entry) -> str:
    return f"{entry.text} ({entry.named})" if entry.named else entry.text


def _notes(journey: Journey, labels: Labels) -> Iterator[Said]:
    kinds = (labels.kinds.get(journey.kind or ""), labels.states[journey.state])
    people = (journey.segment, journey.persona)
    told = [*(kind for kind in kinds if kind), *(one.name for one in people if one)]
    yield Said(" · ".join(told), "weak")
