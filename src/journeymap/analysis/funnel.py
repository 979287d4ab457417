"""How many go on from stage to stage, how sure that is, and where most are lost."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

import attrs

from journeymap.analysis.answers import Answer, figure, percent, place
from journeymap.analysis.bottleneck import Bottleneck, position_of
from journeymap.analysis.exact import Number, Share, decimal_of, number, wrong
from journeymap.analysis.figures import Figures
from journeymap.analysis.intervals import Interval, confidence_of, wilson
from journeymap.analysis.levels import Level, levels_of_counts, levels_of_journey
from journeymap.errors import unknown
from journeymap.grids import Grid
from journeymap.labels.words import Labels
from journeymap.model import Journey
from journeymap.values import Value


@attrs.frozen(repr=False, eq=False)
class FunnelStep(Value):
    """From one stage of a funnel to the next.

    Attributes:
        name: The stage that is left.
        entered: How many entered it; None where only the rate is known.
        went_on: How many went on; None where only the rate is known.
        rate: The share that went on.
        planned: The share that should; None where no plan is known.
        interval: The bounds of the true rate; None where nobody was counted.
        fraction: The rate, unrounded.
    """

    name: str
    entered: Decimal | None
    went_on: Decimal | None
    rate: Decimal
    planned: Decimal | None
    interval: Interval | None
    fraction: Fraction = attrs.field(repr=False)

    @property
    def drop_off(self) -> Decimal:
        """The share that was lost."""
        return decimal_of(1 - self.fraction)

    @property
    def lost(self) -> Decimal | None:
        """How many were lost."""
        if self.entered is None or self.went_on is None:
            return None
        return decimal_of(Fraction(self.entered) - Fraction(self.went_on))


@attrs.frozen(repr=False, eq=False)
class Funnel(Answer):
    """Stages, of which each lets a part of those who entered go on.

    Attributes:
        steps: From stage to stage.
        end: What the last step leads to; empty where it leads out of the last stage.
    """

    steps: tuple[FunnelStep, ...]
    end: str
    language: str = attrs.field(default="en", repr=False, kw_only=True)

    @property
    def total(self) -> Decimal:
        """The share that comes through: the product of the rates."""
        return decimal_of(math.prod(step.fraction for step in self.steps))

    @property
    def planned_total(self) -> Decimal | None:
        """The share that should come through; None unless each step has a plan."""
        plans = [step.planned for step in self.steps if step.planned is not None]
        if len(plans) < len(self.steps):
            return None
        return decimal_of(math.prod(map(Fraction, plans), start=Fraction(1)))

    @property
    def worst(self) -> FunnelStep:
        """The step that loses the greatest share; the first of several."""
        return min(self.steps, key=lambda step: step.fraction)

    def step(self, stage: str | int) -> FunnelStep:
        """Return the step that leaves a stage, by its name or its number from 1.

        Raises:
            OptionError: There is no such stage.
        """
        return self.steps[position_of(stage, [step.name for step in self.steps])]

    def with_leads(self, count: Number) -> Bottleneck:
        """Return what comes out if so many enter and the rates stay.

        Examples:
            >>> print(funnel([10000, 2500, 600, 180, 150]).with_leads(20000))
            20,000 enter, 300 come out; no capacity limits them
        """
        return self._flow(number("leads", count))

    def with_capacity(self, stage: str | int, count: Number | None) -> Bottleneck:
        """Return what comes out if a stage can handle so many and no more.

        Args:
            stage: Its name, or its number from 1.
            count: How many it can handle; None for no limit.

        Raises:
            OptionError: There is no such stage, or nobody was counted: give `with_leads` first.
        """
        return self._flow(self._leads()).with_capacity(stage, count)

    def with_rate(self, stage: str | int, rate: Share) -> Bottleneck:
        """Return what comes out if another share goes on from a stage.

        Args:
            stage: Its name, or its number from 1.
            rate: The share that goes on, such as `"40%"`.

        Raises:
            OptionError: There is no such stage, or nobody was counted: give `with_leads` first.
        """
        return self._flow(self._leads()).with_rate(stage, rate)

    def _leads(self) -> Decimal:
        entered = self.steps[0].entered
        if entered is None:
            raise wrong("leads", "nobody was counted", expected="with_leads(…) first")
        return entered

    def _flow(self, leads: Decimal) -> Bottleneck:
        names = (*(step.name for step in self.steps), self.end)
        rates = tuple(step.fraction for step in self.steps)
        return Bottleneck(leads, names, rates, (None,) * len(names), language=self.language)

    def said(self, labels: Labels) -> str:
        """Return how many come through, and where most are lost."""
        words, worst = labels.calculators, self.worst
        return words["funnel"].format(
            total=percent(self.total, labels),
            steps=" → ".join(self._counts(labels)),
            worst=place(worst.name, labels),
            lost=percent(worst.drop_off, labels),
        )

    def _counts(self, labels: Labels) -> Iterator[str]:
        ways = [(step.name, step.entered) for step in self.steps]
        for name, count in [*ways, (self.end, self.steps[-1].went_on)]:
            told = [place(name, labels)] if not name.isdecimal() else []
            yield " ".join(told if count is None else [*told, figure(count, labels)])

    def reasons(self, labels: Labels) -> Iterator[str]:
        """Yield the formula, a line for each step, the total, the worst step and the source."""
        words = labels.calculators
        yield words["funnel_formula"]
        for step in self.steps:
            yield "".join(_told(step, labels))
        planned = self.planned_total
        total = words["funnel_total"].format(total=percent(self.total, labels))
        yield f"{total}{'' if planned is None else _plan(planned, labels)}."
        yield words["funnel_worst"].format(
            worst=place(self.worst.name, labels), lost=percent(self.worst.drop_off, labels)
        )
        if any(step.interval for step in self.steps):
            yield words["source"].format(source=words["wilson_source"])

    def table(self, labels: Labels) -> Grid:
        """Return a row a step."""
        from journeymap.analysis.answertables import many  # noqa: PLC0415

        records = [dict(_figures(step, labels)) for step in self.steps]
        return many(self.said(labels), records, labels, is_of_figures=True)


def _figures(step: FunnelStep, labels: Labels) -> Iterator[tuple[str, str]]:
    yield "stage", place(step.name, labels)
    if step.entered is not None and step.went_on is not None:
        yield "entered", figure(step.entered, labels)
        yield "went_on", figure(step.went_on, labels)
    yield "rate", percent(step.rate, labels)
    if step.interval is not None:
        yield "low", percent(step.interval.low, labels)
        yield "high", percent(step.interval.high, labels)
    yield "lost", percent(step.drop_off, labels)
    if step.planned is not None:
        yield "planned", percent(step.planned, labels)


def _told(step: FunnelStep, labels: Labels) -> Iterator[str]:
    words, rate = labels.calculators, percent(step.rate, labels)
    yield f"{place(step.name, labels)}: "
    if step.entered is None or step.went_on is None:
        yield rate
    else:
        yield words["funnel_step"].format(
            entered=figure(step.entered, labels), went_on=figure(step.went_on, labels), rate=rate
        )
    if step.interval is not None:
        yield words["funnel_bounds"].format(
            low=percent(step.interval.low, labels),
            high=percent(step.interval.high, labels),
            confidence=percent(step.interval.confidence, labels),
        )
    yield words["funnel_lost"].format(lost=percent(step.drop_off, labels))
    if step.planned is not None:
        yield _plan(step.planned, labels)


def _plan(rate: Decimal, labels: Labels) -> str:
    return labels.calculators["funnel_planned"].format(planned=percent(rate, labels))


def funnel(
    of: Journey | Mapping[str, Number] | Iterable[Number],
    *,
    which: Figures = "measured",
    confidence: Share = "95%",
) -> Funnel:
    """Return a funnel: the rate of each step with its Wilson interval, the total, the worst step.

    A journey has the figures of its metrics: entered, went on, conversion, drop-off. Where the
    counts and a conversion that is stated agree but for rounding, the counts are taken; else what
    is stated. Stages without such figures are passed over.

    Args:
        of: How many entered each stage, in order, the last being the outcome; the same by the names
            of the stages; or a journey.
        which: Of a journey: `measured`, with what was planned beside it, or `planned`.
        confidence: How often the bounds shall hold the true rate, between 0 and 1.

    Raises:
        OptionError: Fewer than two counts; more go on than entered; nobody entered; or a stage of
            the journey does not tell how many go on.

    Source:
        Intervals: see :func:`wilson`.

    Examples:
        >>> steps = funnel({"Visit": 10000, "Lead": 2500, "Demo": 600, "Offer": 180, "Deal": 150})
        >>> steps.total, steps.worst.name
        (Decimal('0.015'), 'Lead')
        >>> print(steps)
        1.5% come through: Visit 10,000 → Lead 2,500 → Demo 600 → Offer 180 → Deal 150;
        most are lost at Lead (76%)
    """
    if which not in {"measured", "planned"}:
        raise unknown("kind of figures", which, ["measured", "planned"])
    sure = confidence_of(confidence) if which == "measured" else None
    if isinstance(of, Journey):
        found, language = levels_of_journey(of, which), of.language
    else:
        found, language = levels_of_counts(of), "en"
    steps = tuple(_step(level, sure) for level in found[:-1])
    return Funnel(steps, found[-1].name, language=language)


def _step(level: Level, confidence: Decimal | None) -> FunnelStep:
    entered, went_on = level.entered, level.went_on
    interval = None
    if level.is_counted and entered and went_on is not None and confidence is not None:
        interval = wilson(went_on, entered, confidence)
    return FunnelStep(
        name=level.name,
        entered=entered,
        went_on=went_on,
        rate=decimal_of(level.fraction),
        planned=level.planned,
        interval=interval,
        fraction=level.fraction,
    )
