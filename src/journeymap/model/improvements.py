"""What is measured and what should change: metrics, recommendations, hypotheses."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Literal, cast, get_args

import attrs

from journeymap.errors import Fault
from journeymap.model import plain
from journeymap.model.evidence import Remark
from journeymap.model.money import Rate, to_share
from journeymap.model.numbers import Amount, decimal
from journeymap.model.quantities import Quantity, to_quantity
from journeymap.model.record import Record, attempt, many, one, refuse

Urgency = Literal["urgent", "improve", "keep"]
HypothesisState = Literal["proposed", "running", "confirmed", "rejected"]

IMPACTS = (Decimal(3), Decimal(2), Decimal(1), Decimal("0.5"), Decimal("0.25"))
"""The steps of impact that RICE knows: massive, high, medium, low, minimal."""


@attrs.frozen(repr=False, eq=False)
class Metric(Remark):
    """A figure that is watched at a stage: how many enter, how many go on, how long it takes.

    Attributes:
        name: What is measured: entered, went on, conversion, drop-off, time, or a name of yours.
        planned: The figure that was planned.
        measured: The figure that was found.
    """

    name: str = attrs.field(converter=plain.text)
    planned: Quantity | None = attrs.field(default=None, kw_only=True, converter=to_quantity)
    measured: Quantity | None = attrs.field(default=None, kw_only=True, converter=to_quantity)


def _metric(value: Any) -> Metric:
    return one(Metric, value)


def to_metrics(value: Iterable[Metric | str] | Metric | str) -> tuple[Metric, ...]:
    """Return a tuple of metrics."""
    return attempt(lambda given: many(_metric, given), value)


def _urgency(value: Urgency) -> Urgency:
    return cast("Urgency", attempt(lambda v: plain.choose(v, get_args(Urgency)), value))


@attrs.frozen(repr=False, eq=False)
class Recommendation(Remark):
    """What we advise to do at a stage.

    Attributes:
        text: What to do.
        urgency: urgent, improve, or keep: a key win to protect.
        owner: Who does it.
        addresses: What it answers, by id or by its words: a barrier, a concern, a touchpoint.
    """

    text: str = attrs.field(converter=plain.text)
    urgency: Urgency = attrs.field(default="improve", kw_only=True, converter=_urgency)
    owner: str | None = attrs.field(default=None, kw_only=True, converter=plain.optional_text)
    addresses: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=plain.texts)


def _recommendation(value: Any) -> Recommendation:
    return one(Recommendation, value)


def to_recommendations(
    value: Iterable[Recommendation | str] | Recommendation | str,
) -> tuple[Recommendation, ...]:
    """Return a tuple of recommendations."""
    return attempt(lambda given: many(_recommendation, given), value)


def _level(value: int) -> int:
    return attempt(lambda given: plain.whole(given, 1, 10), value)


@attrs.frozen(repr=False, eq=False)
class Ice(Record):
    """The inputs of an ICE score, 1 to 10 each.

    Attributes:
        impact: How much it would move the metric.
        confidence: How sure we are of that.
        ease: How easy it is to do.
    """

    impact: int = attrs.field(kw_only=True, converter=_level)
    confidence: int = attrs.field(kw_only=True, converter=_level)
    ease: int = attrs.field(kw_only=True, converter=_level)


def to_ice(value: Ice | None) -> Ice | None:
    """Return the inputs of an ICE score, or None."""
    return None if value is None else attempt(lambda given: one(Ice, given), value)


def _positive(value: Any) -> Decimal:
    number = decimal(value)
    if number <= 0:
        raise refuse("out of range", value, "more than 0")
    return number


def _some(value: Amount) -> Decimal:
    return attempt(_positive, value)


def _impact(value: Amount) -> Decimal:
    def convert(given: Any) -> Decimal:
        number = decimal(given)
        if number not in IMPACTS:
            raise refuse("out of range", given, "3, 2, 1, 0.5 or 0.25")
        return number

    return attempt(convert, value)


def _confidence(value: Rate | str) -> Rate:
    return attempt(lambda given: to_share(given) or one(Rate, given), value)


@attrs.frozen(repr=False, eq=False)
class Rice(Record):
    """The inputs of a RICE score.

    Attributes:
        reach: How many customers it touches in a period.
        impact: 3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal.
        confidence: How sure we are, from 0% to 100%.
        effort: What it costs, in person-months.
    """

    reach: Decimal = attrs.field(kw_only=True, converter=_some)
    impact: Decimal = attrs.field(kw_only=True, converter=_impact)
    confidence: Rate = attrs.field(kw_only=True, converter=_confidence)
    effort: Decimal = attrs.field(kw_only=True, converter=_some)


def to_rice(value: Rice | None) -> Rice | None:
    """Return the inputs of a RICE score, or None."""
    return None if value is None else attempt(lambda given: one(Rice, given), value)


def _state(value: HypothesisState) -> HypothesisState:
    options = get_args(HypothesisState)
    return cast("HypothesisState", attempt(lambda v: plain.choose(v, options), value))


@attrs.frozen(repr=False, eq=False)
class Hypothesis(Remark):
    """One change, and the figure that should show whether it helps.

    Attributes:
        change: The one thing that is changed.
        metric: The figure that it should move.
        guardrail: The figure that must not suffer: as a rule, the one at the last point.
        expected: By how much the metric should move.
        ice: The inputs of its ICE score.
        rice: The inputs of its RICE score; a hypothesis is scored by one of the two.
        state: proposed, running, confirmed or rejected.
        owner: Who runs it.
        addresses: What it answers, by id or by its words.
    """

    change: str = attrs.field(converter=plain.text)
    metric: str | None = attrs.field(default=None, kw_only=True, converter=plain.optional_text)
    guardrail: str | None = attrs.field(default=None, kw_only=True, converter=plain.optional_text)
    expected: Quantity | None = attrs.field(default=None, kw_only=True, converter=to_quantity)
    ice: Ice | None = attrs.field(default=None, kw_only=True, converter=to_ice)
    rice: Rice | None = attrs.field(default=None, kw_only=True, converter=to_rice)
    state: HypothesisState = attrs.field(default="proposed", kw_only=True, converter=_state)
    owner: str | None = attrs.field(default=None, kw_only=True, converter=plain.optional_text)
    addresses: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=plain.texts)

    def inconsistencies(self) -> Iterable[Fault]:
        """Yield a fault if it is scored twice."""
        if self.ice and self.rice:
            yield Fault("scored twice", expected="ice or rice", steps=("rice",))


def _hypothesis(value: Any) -> Hypothesis:
    return one(Hypothesis, value)


def to_hypotheses(value: Iterable[Hypothesis | str] | Hypothesis | str) -> tuple[Hypothesis, ...]:
    """Return a tuple of hypotheses."""
    return attempt(lambda given: many(_hypothesis, given), value)
