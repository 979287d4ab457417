"""A stage of the journey, and the ways that lead on from it."""

from collections.abc import Iterable
from typing import Any

import attrs

from journeymap.errors import Fault, shown
from journeymap.model import plain
from journeymap.model.durations import Duration, to_duration
from journeymap.model.evidence import Remark, Statement, to_statement, to_statements
from journeymap.model.feelings import (
    Barrier,
    Concern,
    Emotion,
    Motivation,
    to_barriers,
    to_concerns,
    to_emotions,
    to_motivations,
)
from journeymap.model.improvements import (
    Hypothesis,
    Metric,
    Recommendation,
    to_hypotheses,
    to_metrics,
    to_recommendations,
)
from journeymap.model.money import Rate, to_share
from journeymap.model.notes import Note, to_notes
from journeymap.model.people import Involvement, to_involvement
from journeymap.model.record import attempt, many, one
from journeymap.model.touchpoints import Backstage, Touchpoint, to_backstage, to_touchpoints


@attrs.frozen(repr=False, eq=False)
class Transition(Remark):
    """A way on from a stage: forward to an alternative, or back to be visited again.

    Attributes:
        to: The stage it leads to, by id or name.
        when: Why or when the customer takes it.
        share: How many of the stage's customers take it.
    """

    to: str = attrs.field(converter=plain.text)
    when: str | None = attrs.field(default=None, converter=plain.optional_text)
    share: Rate | None = attrs.field(default=None, kw_only=True, converter=to_share)


def _transition(value: Any) -> Transition:
    return one(Transition, value)


def to_transitions(value: Iterable[Transition | str] | Transition | str) -> tuple[Transition, ...]:
    """Return a tuple of transitions."""
    return attempt(lambda given: many(_transition, given), value)


@attrs.frozen(repr=False, eq=False)
class Stage(Remark):
    """A part of the way with one job to be done.

    Attributes:
        name: What it is called.
        job: What the customer wants to get done here (JTBD).
        triggers: What starts the stage.
        needs: What the customer needs.
        expectations: What the customer counts on.
        actions: What the customer does to get the job done.
        thoughts: What the customer says to themselves, word for word.
        touchpoints: The contacts, in their order.
        emotions: The feelings of this stage, several at once and mixed.
        motivations: The factors that move the customer on.
        barriers: The obstacles, each with its mitigation.
        concerns: The fears and objections, each with its mitigation.
        importance: How much depends on this stage, 1 to 5.
        satisfaction: How satisfied the customer is, 1 to 5.
        moment_of_truth: Whether the customer decides here about going on with us.
        duration: From the start of this stage to the start of the next.
        active: How much of it the customer is busy.
        waiting: How much of it the customer waits.
        involvement: Who of the buying group is drawn in, and how far.
        messages: What is told here, by id or feature of the journey's messages.
        metrics: The figures that are watched.
        hypotheses: The changes that are tried.
        recommendations: What we advise to do.
        backstage: What our side does behind this stage.
        notes: What no other field has a place for, under headings of your own; each is a lane.
        leads_to: Ways to other stages than the next one: an earlier stage is a revisit, a later one
            an alternative.
    """

    name: str = attrs.field(converter=plain.text)
    job: Statement | None = attrs.field(default=None, kw_only=True, converter=to_statement)
    triggers: tuple[Statement, ...] = attrs.field(default=(), kw_only=True, converter=to_statements)
    needs: tuple[Statement, ...] = attrs.field(default=(), kw_only=True, converter=to_statements)
    expectations: tuple[Statement, ...] = attrs.field(
        default=(), kw_only=True, converter=to_statements
    )
    actions: tuple[Statement, ...] = attrs.field(default=(), kw_only=True, converter=to_statements)
    thoughts: tuple[Statement, ...] = attrs.field(default=(), kw_only=True, converter=to_statements)
    touchpoints: tuple[Touchpoint, ...] = attrs.field(
        default=(), kw_only=True, converter=to_touchpoints
    )
    emotions: tuple[Emotion, ...] = attrs.field(default=(), kw_only=True, converter=to_emotions)
    motivations: tuple[Motivation, ...] = attrs.field(
        default=(), kw_only=True, converter=to_motivations
    )
    barriers: tuple[Barrier, ...] = attrs.field(default=(), kw_only=True, converter=to_barriers)
    concerns: tuple[Concern, ...] = attrs.field(default=(), kw_only=True, converter=to_concerns)
    importance: int | None = attrs.field(default=None, kw_only=True, converter=plain.rating)
    satisfaction: float | None = attrs.field(default=None, kw_only=True, converter=plain.score)
    moment_of_truth: bool = attrs.field(default=False, kw_only=True, converter=plain.flag)
    duration: Duration | None = attrs.field(default=None, kw_only=True, converter=to_duration)
    active: Duration | None = attrs.field(default=None, kw_only=True, converter=to_duration)
    waiting: Duration | None = attrs.field(default=None, kw_only=True, converter=to_duration)
    involvement: tuple[Involvement, ...] = attrs.field(
        default=(), kw_only=True, converter=to_involvement, metadata={"keyed": True}
    )
    messages: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=plain.texts)
    metrics: tuple[Metric, ...] = attrs.field(default=(), kw_only=True, converter=to_metrics)
    hypotheses: tuple[Hypothesis, ...] = attrs.field(
        default=(), kw_only=True, converter=to_hypotheses
    )
    recommendations: tuple[Recommendation, ...] = attrs.field(
        default=(), kw_only=True, converter=to_recommendations
    )
    backstage: Backstage | None = attrs.field(default=None, kw_only=True, converter=to_backstage)
    notes: tuple[Note, ...] = attrs.field(
        default=(), kw_only=True, converter=to_notes, metadata={"keyed": True}
    )
    leads_to: tuple[Transition, ...] = attrs.field(
        default=(), kw_only=True, converter=to_transitions
    )

    def inconsistencies(self) -> Iterable[Fault]:
        """Yield a fault for each heading of notes that is there again."""
        met: set[str] = set()
        for position, note in enumerate(self.notes):
            if note.heading in met:
                steps = ("notes", position, "heading")
                yield Fault("the same heading again", shown(note.heading), steps=steps)
            met.add(note.heading)


def _stage(value: Any) -> Stage:
    return one(Stage, value)


def to_stages(value: Iterable[Stage | str] | Stage | str) -> tuple[Stage, ...]:
    """Return a tuple of stages."""
    return attempt(lambda given: many(_stage, given), value)
