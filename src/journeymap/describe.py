"""What a picture says, in sentences: for screen readers, and wherever no picture can be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from journeymap.analysis.durations import total_duration
from journeymap.analysis.facets import facets
from journeymap.analysis.feelings import extremes, feelings, stage_valence
from journeymap.labels.words import Labels
from journeymap.model import Duration, Journey, Stage


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


def _titled(view: str, journey: Journey, labels: Labels) -> Iterator[str]:
    yield labels.views[view].format(title=journey.title)
    yield from _story(journey, labels)


def _persona(journey: Journey, labels: Labels) -> Iterator[str]:
    persona, segment = journey.persona, journey.segment
    if persona is not None:
        yield labels.views["persona"].format(name=persona.name)
        if persona.quote is not None:
            yield labels.spoken(persona.quote.text)
        for name, said in facets(persona):
            yield f"{labels.facets[name]}: {'; '.join(one.text for one in said)}."
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


def comparison(
    before: Journey,
    after: Journey,
    labels: Labels,
    title: str,
    names: tuple[str, str],
    counts: Sequence[str],
) -> str:
    """Return what two journeys differ by, in a few sentences.

    Args:
        before: The first journey.
        after: The second.
        labels: The words.
        title: What the picture is called.
        names: What each of the journeys is called in it.
        counts: How much differs, in words.
    """
    from journeymap.analysis.alignment import aligned  # noqa: PLC0415 - one map needs none

    words = labels.comparison
    said = [
        words["map"].format(title=title),
        words["sides"].format(before=names[0], after=names[1]),
        words["counts"].format(counts=", ".join(counts) or words["nothing"]),
    ]
    pairs = aligned(before, after)
    alone: tuple[list[str], list[str]] = ([], [])
    both = []
    for old, new in pairs:
        if old is None and new is not None:
            alone[1].append(after.stages[new].name)
        elif new is None and old is not None:
            alone[0].append(before.stages[old].name)
        elif old is not None and new is not None:
            both.append((before.stages[old], after.stages[new]))
    said += [
        words["stage_only"].format(name=name, stages=", ".join(stages))
        for name, stages in zip(names, alone, strict=True)
        if stages
    ]
    renamed = [
        words["change"].format(before=old.name, after=new.name)
        for old, new in both
        if old.name != new.name
    ]
    if renamed:
        said.append(words["renamed"].format(stages=", ".join(renamed)))
    return " ".join(
        [
            *said,
            *_times(before, after, both, labels),
            *_moods(before, after, both, labels, names[1]),
        ]
    )


def _times(
    before: Journey, after: Journey, both: Sequence[tuple[Stage, Stage]], labels: Labels
) -> Iterator[str]:
    """Yield what takes another time: the whole way, and each stage."""
    words = labels.comparison
    totals = [total_duration(journey) for journey in (before, after)]
    if totals[0] != totals[1]:
        yield words["total"].format(**_ends(totals, labels))
    for old, new in both:
        if old.duration != new.duration:
            ends = _ends([old.duration, new.duration], labels)
            yield words["duration"].format(stage=new.name, **ends)


def _ends(values: Sequence[Duration | None], labels: Labels) -> dict[str, str]:
    said = ["–" if value is None else labels.duration(value) for value in values]
    return dict(zip(("before", "after"), said, strict=True))


def _moods(
    before: Journey,
    after: Journey,
    both: Sequence[tuple[Stage, Stage]],
    labels: Labels,
    name: str,
) -> Iterator[str]:
    """Yield in which stages the emotion is higher, and in which it is lower."""
    moved: dict[str, list[str]] = {"better": [], "worse": []}
    for old, new in both:
        levels = [stage_valence(old), stage_valence(new)]
        if levels[0] is None or levels[1] is None:
            continue
        change = after.scale.fraction(levels[1]) - before.scale.fraction(levels[0])
        if change:
            moved["better" if change > 0 else "worse"].append(new.name)
    for word, stages in moved.items():
        if stages:
            yield labels.comparison[word].format(name=name, stages=", ".join(stages))


def _felt(stage: Stage) -> str:
    return ", ".join(name for feeling in feelings(stage) for name in feeling.names)


_VIEWS: dict[str, Callable[[Journey, Labels], Iterator[str]]] = {
    "cycle": _cycle,
    "mindmap": partial(_titled, "mindmap"),
    "persona-card": _persona,
    "table": partial(_titled, "table"),
}
