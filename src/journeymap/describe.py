"""What a picture says, in sentences: for screen readers, and wherever no picture can be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from journeymap.analysis.feelings import extremes, feelings
from journeymap.labels.words import Labels
from journeymap.model import Journey, Stage, Statement


def description(journey: Journey, labels: Labels, view: str = "swimlane") -> str:
    """Return what a view of a journey shows, in a few sentences.

    Most show the whole journey: its size, its lowest and highest point, what is urgent. The persona
    card speaks of a person.
    """
    tell = _VIEWS.get(view, _map)
    return " ".join(tell(journey, labels))


def _map(journey: Journey, labels: Labels) -> Iterator[str]:
    yield labels.sentences["map"].format(title=journey.title)
    yield from _story(journey, labels)


def _cycle(journey: Journey, labels: Labels) -> Iterator[str]:
    name = "cycle" if journey.is_cyclic else "ring"
    yield labels.views[name].format(title=journey.title)
    if journey.is_cyclic and journey.stages:
        yield labels.views["and_back"]
        if journey.repeat_rate is not None:
            share = labels.percent(float(journey.repeat_rate.fraction))
            yield labels.views["repeat"].format(share=share)
    yield from _story(journey, labels)


def _mindmap(journey: Journey, labels: Labels) -> Iterator[str]:
    yield labels.views["mindmap"].format(title=journey.title)
    yield from _story(journey, labels)


def _table(journey: Journey, labels: Labels) -> Iterator[str]:
    yield labels.views["table"].format(title=journey.title)
    yield from _story(journey, labels)


def _persona(journey: Journey, labels: Labels) -> Iterator[str]:
    persona, segment = journey.persona, journey.segment
    if persona is not None:
        yield labels.views["persona"].format(name=persona.name)
        facets: list[tuple[str, Sequence[Statement | None]]] = [
            ("need", (persona.need,)),
            ("trigger", (persona.trigger,)),
            ("criteria", persona.criteria),
            ("fears", persona.fears),
            ("alternatives", persona.alternatives),
        ]
        if persona.quote is not None:
            yield labels.quoted(persona.quote.text)
        for name, several in facets:
            known = [said.text for said in several if said is not None]
            if known:
                yield f"{labels.facets[name]}: {'; '.join(known)}."
    if segment is not None:
        yield labels.views["segment_card"].format(name=segment.name)


def _story(journey: Journey, labels: Labels) -> Iterator[str]:
    """Yield the journey's size, its lowest and highest point, what is urgent."""
    if journey.stages:
        yield labels.sentences["size"].format(
            stages=len(journey.stages),
            names=", ".join(stage.name for stage in journey.stages),
            touchpoints=sum(len(stage.touchpoints) for stage in journey.stages),
        )
    ends = extremes(journey)
    if ends is not None and ends[0] != ends[1]:
        for name, stage in zip(("lowest", "highest"), ends, strict=True):
            yield labels.sentences[name].format(stage=stage.name, feelings=_felt(stage))
    urgent = [
        item.text
        for stage in journey.stages
        for item in stage.recommendations
        if item.urgency == "urgent"
    ]
    if urgent:
        yield labels.sentences["urgent"].format(texts="; ".join(urgent))


def _felt(stage: Stage) -> str:
    return ", ".join(name for feeling in feelings(stage) for name in feeling.names)


_VIEWS: dict[str, Callable[[Journey, Labels], Iterator[str]]] = {
    "cycle": _cycle,
    "mindmap": _mindmap,
    "persona-card": _persona,
    "table": _table,
}
