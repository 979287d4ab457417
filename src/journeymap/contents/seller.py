"""What a stage says of our side: whom we meet, what we tell them, what we measure, try and do."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.figures import known as known_metric
from journeymap.analysis.figures import movement
from journeymap.contents.entry import Entry, Teller
from journeymap.labels.words import NO_BREAK, Labels
from journeymap.model import Benefit, Buyer, Fab, Hypothesis, Involvement, Metric
from journeymap.model.people import ALIASES


def involvement(teller: Teller) -> Iterator[Entry]:
    """Yield who of the buyers is involved, and how far."""
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


def messages(teller: Teller) -> Iterator[Entry]:
    """Yield what we tell whom."""
    for reference in teller.stage.messages:
        for item in teller.index.find(reference, Fab)[:1]:
            message = item.value
            assert isinstance(message, Fab)  # noqa: S101 - the index was asked for messages
            advantage = (message.advantage,) if message.advantage is not None else ()
            worths = tuple(_worth(benefit, teller) for benefit in message.benefits)
            yield Entry(item.name, message, notes=advantage, worths=worths, source=item.id)


def _worth(benefit: Benefit, teller: Teller) -> tuple[str, Benefit]:
    """Return whom a benefit is told, and the benefit."""
    role = ALIASES.get(benefit.to, benefit.to)
    found = teller.index.find(benefit.to, Buyer)
    name = teller.labels.role_words.get(role) or (found[0].name if found else benefit.to)
    return name, benefit


def metrics(teller: Teller) -> Iterator[Entry]:
    """Yield the metrics, with what was measured and planned."""
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


def hypotheses(teller: Teller) -> Iterator[Entry]:
    """Yield what is tried, and what it should move."""
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


def recommendations(teller: Teller) -> Iterator[Entry]:
    """Yield what should be done."""
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


def backstage(teller: Teller) -> Iterator[Entry]:
    """Yield what our side does."""
    touches = [(touch, touch.backstage) for touch in teller.stage.touchpoints]
    for touch, behind in [(None, teller.stage.backstage), *touches]:
        for layer in ("front", "back", "support") if behind else ():
            for said in getattr(behind, layer):
                notes = (touch.name,) if touch else ()
                named = teller.labels.layers[layer]
                yield Entry(said.text, said, kind=layer, named=named, notes=notes)


def notes(heading: str, teller: Teller) -> Iterator[Entry]:
    """Yield what stands under a heading of the author's own."""
    for number, note in enumerate(teller.stage.notes):
        if note.heading == heading:
            kind = f"note{number + 1}.statement"
            for position, said in enumerate(note.statements):
                yield Entry(said.text, said, source=teller.source(kind, position, said))
            return
