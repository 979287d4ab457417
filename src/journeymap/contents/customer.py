"""What a stage says of the customer: what they want, do, meet and feel, and how long it takes."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.contents.entry import Entry, Teller
from journeymap.labels.words import Labels
from journeymap.model import Buyer, Duration, Emotion, Persona, Scale, Statement, Touchpoint


def job(teller: Teller) -> Iterator[Entry]:
    """Yield the job to be done."""
    said = teller.stage.job
    if said is not None:
        yield Entry(said.text, said, source=said.id or f"{teller.id}.job")


def statements(field: str, kind: str, teller: Teller) -> Iterator[Entry]:
    """Yield the statements of a field."""
    found: tuple[Statement, ...] = getattr(teller.stage, field)
    for number, said in enumerate(found):
        source = teller.source(kind, number, said)
        yield Entry(said.text, said, quoted=kind == "thought", source=source)


def touchpoints(teller: Teller) -> Iterator[Entry]:
    """Yield the touchpoints, with their channel."""
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
            notes=(words["truth"],) if touch.moment_of_truth else (),
            channel=touch.channel.name or teller.labels.channels[touch.channel.kind],
            source=teller.source("touchpoint", number, touch),
        )


def emotions(teller: Teller) -> Iterator[Entry]:
    """Yield the feelings, first those at touchpoints."""
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
    labels, scale = teller.labels, teller.journey.scale
    known = valence is not None
    return Entry(
        emotion.name,
        emotion,
        named=labels.legend["unknown"] if valence is None else signed(valence, scale, labels),
        notes=tuple(part for part in (whose, touch.name if touch else "") if part),
        owner=whose,
        level=scale.fraction(valence) if valence is not None else None,
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


def signed(valence: float, scale: Scale, labels: Labels) -> str:
    """Return a valence, with its sign where the scale has both."""
    both = scale.low < 0 < scale.high
    return ("+" if both and valence > 0 else "") + labels.number(valence)


def motivations(teller: Teller) -> Iterator[Entry]:
    """Yield the motivations."""
    for number, said in enumerate(teller.stage.motivations):
        named = teller.labels.legend[said.kind]
        source = teller.source("motivation", number, said)
        yield Entry(said.text, said, kind=said.kind, named=named, source=source)


def obstacles(field: str, kind: str, teller: Teller) -> Iterator[Entry]:
    """Yield barriers or concerns, with how we answer them."""
    for number, said in enumerate(getattr(teller.stage, field)):
        source = teller.source(kind, number, said)
        yield Entry(said.text, said, kind=kind, answer=said.mitigation, source=source)


def level(field: str, teller: Teller) -> Iterator[Entry]:
    """Yield a level out of five."""
    value = getattr(teller.stage, field)
    if value is not None:
        figures = (("value", f"{value:g}"),)
        yield Entry(f"{teller.labels.number(float(value))}/5", figures=figures)


def duration(teller: Teller) -> Iterator[Entry]:
    """Yield how long it takes, and how much of it is active."""
    stage, labels = teller.stage, teller.labels
    named: list[tuple[str, Duration | None]] = [
        ("", stage.duration),
        (labels.legend["active"], stage.active),
        (labels.legend["waiting"], stage.waiting),
    ]
    for name, value in named:
        if value is not None:
            yield Entry(labels.duration(value), named=name)
