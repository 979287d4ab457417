"""What every stage says, aspect by aspect, in words: for the views that show text only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import attrs

from journeymap.analysis.figures import known as known_metric
from journeymap.analysis.figures import movement
from journeymap.labels.words import NO_BREAK, Labels
from journeymap.lanechoice import Wanted, choose, headings, with_notes
from journeymap.model import (
    Benefit,
    Buyer,
    Duration,
    Emotion,
    Fab,
    Hypothesis,
    Involvement,
    Journey,
    Metric,
    Persona,
    Stage,
    Statement,
    Touchpoint,
)
from journeymap.model.evidence import Remark
from journeymap.model.index import Index
from journeymap.model.people import ALIASES


@attrs.frozen(eq=False)
class Entry:
    """One thing that a stage says.

    Attributes:
        text: The thing itself.
        said: The object of the model, with its link and evidence; None for a plain figure.
        kind: Which kind of it, as the model writes it, such as `proposed` or `urgent`.
        named: The same in words.
        notes: What else should be known of it, in words.
        worths: Who is told what it is worth to them: a word for them, and the benefit.
        answer: How we answer it, for a barrier or a concern.
        owner: Who does it, or whose it is.
        level: Where a feeling lies between low (0) and high (1).
        figures: Figures by the name of their column: value, planned, measured.
        quoted: Whether it is what the customer says, word for word.
        source: Its id, own or derived.
    """

    text: str
    said: Remark | None = None
    kind: str = ""
    named: str = ""
    notes: tuple[str, ...] = ()
    worths: tuple[tuple[str, str], ...] = ()
    answer: Statement | None = None
    owner: str = ""
    channel: str = ""
    level: float | None = None
    figures: tuple[tuple[str, str], ...] = ()
    quoted: bool = False
    source: str = ""

    @property
    def link(self) -> str | None:
        """Where it leads."""
        return self.said.link if self.said else None

    @property
    def told(self) -> tuple[str, ...]:
        """The notes, and what is told to whom, such as `economic: it pays back`."""
        return (*self.notes, *(f"{who}: {what}" for who, what in self.worths))

    @property
    def remarks(self) -> tuple[str, ...]:
        """Everything that stands behind the text, in words."""
        return (*((self.named,) if self.named else ()), *self.told)


@attrs.frozen(eq=False)
class Aspect:
    """One aspect of the whole journey.

    Attributes:
        name: Its name, that of the lane.
        heading: What it is called on the sheet.
        entries: What each stage says of it.
        is_named: Whether it was asked for by name.
        is_own: Whether the heading is the author's own word.
    """

    name: str
    heading: str
    entries: tuple[tuple[Entry, ...], ...]
    is_named: bool = False
    is_own: bool = False


@attrs.frozen(eq=False)
class Teller:
    """What is needed to tell of one stage."""

    journey: Journey
    stage: Stage
    id: str
    labels: Labels
    index: Index

    def source(self, kind: str, number: int, said: Remark) -> str:
        """Return the id of an object of the stage, its own or the one from its position."""
        return said.id or f"{self.id}.{kind}{number + 1}"


Tell = Callable[[Teller], Iterator[Entry]]


def contents(journey: Journey, labels: Labels, lanes: Wanted | None = None) -> tuple[Aspect, ...]:
    """Return what the stages say, in the usual order of lanes or in that of the lanes asked for.

    An aspect of which no stage says anything is left out unless asked for.

    Raises:
        OptionError: There is no such lane, or the words of the choice do not fit together.
    """
    own: dict[str, Tell] = {name: partial(_notes, name) for name in headings(journey)}
    tells = with_notes(ASPECTS, own)
    choice = choose(lanes, tells)
    index = Index(journey)
    tellers = [
        Teller(journey, stage, stage.id or f"stage{number + 1}", labels, index)
        for number, stage in enumerate(journey.stages)
    ]
    told = [
        Aspect(
            name,
            choice.titles.get(name) or labels.lanes.get(name, name),
            tuple(tuple(tells[name](one)) for one in tellers),
            is_named=is_named,
            is_own=bool(choice.titles.get(name)) or name not in labels.lanes,
        )
        for name, is_named in choice.lanes(tells)
    ]
    return tuple(aspect for aspect in told if aspect.is_named or any(aspect.entries))


def under_heads(aspects: Sequence[Aspect], journey: Journey) -> tuple[Aspect, ...]:
    """Return the aspects that say more than heads with the durations, or are asked for."""
    parted = any(stage.active or stage.waiting for stage in journey.stages)
    return tuple(one for one in aspects if one.is_named or parted or one.name != "duration")


def _job(teller: Teller) -> Iterator[Entry]:
    job = teller.stage.job
    if job is not None:
        yield Entry(job.text, job, source=job.id or f"{teller.id}.job")


def _statements(field: str, kind: str, teller: Teller) -> Iterator[Entry]:
    statements: tuple[Statement, ...] = getattr(teller.stage, field)
    for number, said in enumerate(statements):
        source = teller.source(kind, number, said)
        yield Entry(said.text, said, quoted=kind == "thought", source=source)


def _touchpoints(teller: Teller) -> Iterator[Entry]:
    words = teller.labels.legend
    for number, touch in enumerate(teller.stage.touchpoints):
        foreign = touch.owner != "us"
        named = words["proposed"] if touch.status == "proposed" else ""
        yield Entry(
            touch.name,
            touch,
            kind=f"{touch.status} foreign" if foreign else touch.status,
            named=", ".join(
                [*([named] if named else []), *([words["foreign"]] if foreign else [])]
            ),
            notes=(words["moment_of_truth"],) if touch.moment_of_truth else (),
            channel=touch.channel.name or teller.labels.channels[touch.channel.kind],
            source=teller.source("touchpoint", number, touch),
        )


def _emotions(teller: Teller) -> Iterator[Entry]:
    for number, touch in enumerate(teller.stage.touchpoints):
        prefix = f"{teller.source('touchpoint', number, touch)}.emotion"
        for position, emotion in enumerate(touch.emotions):
            yield _emotion(teller, emotion, f"{prefix}{position + 1}", touch)
    for number, emotion in enumerate(teller.stage.emotions):
        yield _emotion(teller, emotion, f"{teller.id}.emotion{number + 1}")


def _emotion(
    teller: Teller, emotion: Emotion, derived: str, touch: Touchpoint | None = None
) -> Entry:
    valence, whose = emotion.valence, _whose(emotion, teller)
    known = valence is not None
    return Entry(
        emotion.name,
        emotion,
        named=_signed(valence, teller) if valence is not None else teller.labels.legend["unknown"],
        notes=tuple(part for part in (whose, touch.name if touch else "") if part),
        owner=whose,
        level=teller.journey.scale.fraction(valence) if valence is not None else None,
        figures=(("value", f"{valence:g}"),) if known else (),
        source=emotion.id or derived,
    )


def _whose(emotion: Emotion, teller: Teller) -> str:
    """Return whose feeling it is, if not the persona's."""
    if emotion.who is None:
        return ""
    found = teller.index.find(emotion.who, Buyer, Persona)
    if not found:
        return emotion.who
    return "" if isinstance(found[0].value, Persona) else found[0].name


def _signed(valence: float, teller: Teller) -> str:
    """Return a valence, with its sign where the scale has both."""
    both = teller.journey.scale.low < 0 < teller.journey.scale.high
    return ("+" if both and valence > 0 else "") + teller.labels.number(valence)


def _motivations(teller: Teller) -> Iterator[Entry]:
    for number, said in enumerate(teller.stage.motivations):
        named = teller.labels.legend[said.kind]
        source = teller.source("motivation", number, said)
        yield Entry(said.text, said, kind=said.kind, named=named, source=source)


def _obstacles(field: str, kind: str, teller: Teller) -> Iterator[Entry]:
    for number, said in enumerate(getattr(teller.stage, field)):
        source = teller.source(kind, number, said)
        yield Entry(said.text, said, kind=kind, answer=said.mitigation, source=source)


def _level(field: str, teller: Teller) -> Iterator[Entry]:
    level = getattr(teller.stage, field)
    if level is not None:
        figures = (("value", f"{level:g}"),)
        yield Entry(f"{teller.labels.number(float(level))}/5", figures=figures)


def _duration(teller: Teller) -> Iterator[Entry]:
    stage, labels = teller.stage, teller.labels
    named: list[tuple[str, Duration | None]] = [
        ("", stage.duration),
        (labels.legend["active"], stage.active),
        (labels.legend["waiting"], stage.waiting),
    ]
    for name, value in named:
        if value is not None:
            yield Entry(labels.duration(value), named=name)


def _involvement(teller: Teller) -> Iterator[Entry]:
    labels = teller.labels
    for number, said in enumerate(teller.stage.involvement):
        found = teller.index.find(said.buyer, Buyer)
        yield Entry(
            found[0].name if found else said.buyer,
            said,
            kind=said.level,
            named=labels.levels[said.level],
            notes=tuple(_standing(said, found[0].value if found else None, labels)),
            source=teller.source("involvement", number, said),
        )


def _standing(said: Involvement, buyer: object, labels: Labels) -> Iterator[str]:
    """Yield how a buyer stands to us at a stage, and how much the others listen."""
    known = buyer if isinstance(buyer, Buyer) else None
    stance = said.stance or (known.stance if known else None)
    if stance is not None:
        yield labels.stances[stance]
    if known is not None and known.influence is not None:
        yield labels.legend["influence_of"].replace(" ", NO_BREAK).format(level=known.influence)


def _messages(teller: Teller) -> Iterator[Entry]:
    for reference in teller.stage.messages:
        for item in teller.index.find(reference, Fab)[:1]:
            message = item.value
            assert isinstance(message, Fab)  # noqa: S101 - the index was asked for messages
            advantage = (message.advantage,) if message.advantage is not None else ()
            worths = tuple(_worth(benefit, teller) for benefit in message.benefits)
            yield Entry(item.name, message, notes=advantage, worths=worths, source=item.id)


def _worth(benefit: Benefit, teller: Teller) -> tuple[str, str]:
    """Return whom a benefit is told, and the benefit."""
    role = ALIASES.get(benefit.to, benefit.to)
    found = teller.index.find(benefit.to, Buyer)
    name = teller.labels.role_words.get(role) or (found[0].name if found else benefit.to)
    return name, benefit.text


def _metrics(teller: Teller) -> Iterator[Entry]:
    labels = teller.labels
    for number, metric in enumerate(teller.stage.metrics):
        given = [("planned", metric.planned), ("measured", metric.measured)]
        known = [(name, figure) for name, figure in given if figure is not None]
        yield Entry(
            _metric(metric, labels),
            metric,
            notes=tuple(_figures(metric, labels)),
            figures=tuple((name, str(figure)) for name, figure in known),
            source=teller.source("metric", number, metric),
        )


def _metric(metric: Metric, labels: Labels) -> str:
    """Return what a metric is called: a known one in the language's own word."""
    name = known_metric(metric)
    return labels.metrics[name] if name else metric.name


def _figures(metric: Metric, labels: Labels) -> Iterator[str]:
    """Yield what was measured, then what was planned; neither parts from its number."""
    if metric.measured is not None:
        yield labels.quantity(metric.measured)
    if metric.planned is not None:
        planned = labels.quantity(metric.planned)
        yield labels.legend["planned"].replace(" ", NO_BREAK).format(figure=planned)


def _aim(said: Hypothesis, labels: Labels) -> str:
    """Return which metric a hypothesis is to move, and how far."""
    aims = [_metric(Metric(said.metric), labels)] if said.metric else []
    way = movement(said)
    if way is not None:
        aims.append(f"{way.arrow}{NO_BREAK}{labels.quantity(way.by)}")
    return " ".join(aims)


def _hypotheses(teller: Teller) -> Iterator[Entry]:
    labels = teller.labels
    for number, said in enumerate(teller.stage.hypotheses):
        aim = _aim(said, labels)
        yield Entry(
            said.change,
            said,
            kind=said.state,
            named=labels.progress[said.state],
            notes=(aim,) if aim else (),
            owner=said.owner or "",
            source=teller.source("hypothesis", number, said),
        )


def _recommendations(teller: Teller) -> Iterator[Entry]:
    labels = teller.labels
    for number, said in enumerate(teller.stage.recommendations):
        yield Entry(
            said.text,
            said,
            kind=said.urgency,
            named=labels.urgencies[said.urgency],
            notes=(labels.legend["owner"].format(owner=said.owner),) if said.owner else (),
            owner=said.owner or "",
            source=teller.source("recommendation", number, said),
        )


def _backstage(teller: Teller) -> Iterator[Entry]:
    touches = [(touch, touch.backstage) for touch in teller.stage.touchpoints]
    for touch, behind in [(None, teller.stage.backstage), *touches]:
        for layer in ("front", "back", "support") if behind else ():
            for said in getattr(behind, layer):
                notes = (touch.name,) if touch else ()
                named = teller.labels.layers[layer]
                yield Entry(said.text, said, kind=layer, named=named, notes=notes)


def _notes(heading: str, teller: Teller) -> Iterator[Entry]:
    """Yield what stands under a heading of the author's own."""
    for number, note in enumerate(teller.stage.notes):
        if note.heading == heading:
            kind = f"note{number + 1}.statement"
            for position, said in enumerate(note.statements):
                yield Entry(said.text, said, source=teller.source(kind, position, said))
            return


ASPECTS: dict[str, Tell] = {
    "jobs": _job,
    "triggers": partial(_statements, "triggers", "trigger"),
    "needs": partial(_statements, "needs", "need"),
    "expectations": partial(_statements, "expectations", "expectation"),
    "actions": partial(_statements, "actions", "action"),
    "thoughts": partial(_statements, "thoughts", "thought"),
    "touchpoints": _touchpoints,
    "emotions": _emotions,
    "motivations": _motivations,
    "barriers": partial(_obstacles, "barriers", "barrier"),
    "concerns": partial(_obstacles, "concerns", "concern"),
    "importance": partial(_level, "importance"),
    "satisfaction": partial(_level, "satisfaction"),
    "duration": _duration,
    "buying-group": _involvement,
    "messages": _messages,
    "metrics": _metrics,
    "hypotheses": _hypotheses,
    "recommendations": _recommendations,
    "backstage": _backstage,
}
"""Every aspect in its usual order."""
