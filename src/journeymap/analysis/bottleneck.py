"""What comes out at the end when stages can only handle so many."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

import attrs

from journeymap.analysis.answers import Answer, figure, percent, place
from journeymap.analysis.exact import Number, Share, decimal_of, number, share, wrong
from journeymap.errors import OptionError, shown, unknown
from journeymap.grids import Grid
from journeymap.labels.words import Labels
from journeymap.values import Value


@attrs.frozen(repr=False, eq=False)
class StageLoad(Value):
    """What happens at one stage.

    Attributes:
        name: The stage.
        arriving: How many come.
        capacity: How many can be handled; None for no limit.
        handled: How many are.
        turned_away: How many are not.
        rate: The share of those handled that goes on; 1 at the last stage.
        went_on: How many go on.
    """

    name: str
    arriving: Decimal
    capacity: Decimal | None
    handled: Decimal
    turned_away: Decimal
    rate: Decimal
    went_on: Decimal


@attrs.frozen(repr=False, eq=False)
class Bottleneck(Answer):
    """A flow through stages with capacities: what comes out, and which stage limits it.

    Attributes:
        entered: How many enter the first stage.
        names: The stages, the outcome last.
        fractions: The part that goes on from each stage but the last.
        capacities: How many each stage can handle; None for no limit.
    """

    entered: Decimal
    names: tuple[str, ...]
    fractions: tuple[Fraction, ...] = attrs.field(repr=False)
    capacities: tuple[Decimal | None, ...]
    language: str = attrs.field(default="en", repr=False, kw_only=True)

    @property
    def loads(self) -> tuple[StageLoad, ...]:
        """What happens at each stage."""
        return tuple(
            StageLoad(
                name=name,
                arriving=decimal_of(arriving),
                capacity=capacity,
                handled=decimal_of(handled),
                turned_away=decimal_of(arriving - handled),
                rate=decimal_of(rate),
                went_on=decimal_of(handled * rate),
            )
            for name, capacity, (arriving, handled, rate) in zip(
                self.names, self.capacities, self._flow(), strict=True
            )
        )

    @property
    def out(self) -> Decimal:
        """How many come out at the end."""
        return decimal_of(self._out())

    @property
    def limit(self) -> str | None:
        """The stage that limits the outcome; None if none does.

        It is the last one that turns somebody away: what the stages before it turn away would only
        wait here.
        """
        position = self._limit()
        return None if position is None else self.names[position]

    @property
    def widened(self) -> Bottleneck:
        """The same flow without the capacity of the stage that limits: its `limit` opens next."""
        position = self._limit()
        return self if position is None else self._with(position, None)

    @property
    def enough(self) -> Decimal | None:
        """The capacity that the limiting stage needs; more brings nothing. None if none limits."""
        position = self._limit()
        if position is None:
            return None
        return decimal_of(self.widened._out() / self._rest(position))  # noqa: SLF001 - of our own

    def with_leads(self, count: Number) -> Bottleneck:
        """Return the flow if so many enter."""
        return attrs.evolve(self, entered=number("leads", count))

    def with_capacity(self, stage: str | int, count: Number | None) -> Bottleneck:
        """Return the flow if a stage can handle so many.

        Args:
            stage: Its name, or its number from 1.
            count: How many it can handle; None for no limit.

        Raises:
            OptionError: There is no such stage, or the capacity is below 0.
        """
        limit = None if count is None else number("capacity", count)
        return self._with(position_of(stage, self.names), limit)

    def with_rate(self, stage: str | int, rate: Share) -> Bottleneck:
        """Return the flow if another share goes on from a stage.

        Args:
            stage: Its name, or its number from 1; not the last.
            rate: The share, such as `"40%"`.

        Raises:
            OptionError: There is no such stage, or the rate is out of range.
        """
        fractions = list(self.fractions)
        fractions[position_of(stage, self.names[:-1])] = Fraction(share("rate", rate))
        return attrs.evolve(self, fractions=tuple(fractions))

    def _with(self, position: int, capacity: Decimal | None) -> Bottleneck:
        capacities = list(self.capacities)
        capacities[position] = capacity
        return attrs.evolve(self, capacities=tuple(capacities))

    def _flow(self) -> Iterator[tuple[Fraction, Fraction, Fraction]]:
        """Yield for each stage how many come, how many are handled, and which part goes on."""
        arriving = Fraction(self.entered)
        for capacity, rate in zip(self.capacities, (*self.fractions, Fraction(1)), strict=True):
            handled = arriving if capacity is None else min(arriving, Fraction(capacity))
            yield arriving, handled, rate
            arriving = handled * rate

    def _out(self) -> Fraction:
        return [handled for _, handled, _ in self._flow()][-1]

    def _rest(self, position: int) -> Fraction:
        """Return the part of those handled at a stage that comes out where nothing limits."""
        return math.prod(self.fractions[position:], start=Fraction(1))

    def _limit(self) -> int | None:
        flow = enumerate(self._flow())
        full = [position for position, (arriving, handled, _) in flow if arriving > handled]
        return full[-1] if full and self._rest(full[-1]) else None

    def said(self, labels: Labels) -> str:
        """Return what comes out, and what limits it."""
        words, position = labels.calculators, self._limit()
        parts = {"entered": figure(self.entered, labels), "out": figure(self.out, labels)}
        if position is None:
            return words["flow_free"].format(**parts)
        load = self.loads[position]
        return words["flow_limited"].format(
            **parts,
            stage=place(load.name, labels),
            handled=figure(load.handled, labels),
            arriving=figure(load.arriving, labels),
        )

    def reasons(self, labels: Labels) -> Iterator[str]:
        """Yield the formula, a line for each stage, the outcome, the bottleneck, the source."""
        words = labels.calculators
        yield words["flow_formula"]
        for load in self.loads[:-1]:
            yield _load(load, labels)
        if self.capacities[-1] is not None:
            yield _load(self.loads[-1], labels)
        free = attrs.evolve(self, capacities=(None,) * len(self.names))
        yield words["flow_out"].format(out=figure(self.out, labels), free=figure(free.out, labels))
        yield self._advice(labels)
        yield words["source"].format(source=words["flow_source"])

    def _advice(self, labels: Labels) -> str:
        words, enough, wide = labels.calculators, self.enough, self.widened
        if self.limit is None or enough is None:
            return words["flow_no_limit"]
        told = words["flow_limit"].format(
            stage=place(self.limit, labels),
            enough=figure(enough, labels),
            out=figure(wide.out, labels),
        )
        if wide.limit is None:
            return told + words["flow_then_none"]
        return told + words["flow_then"].format(stage=place(wide.limit, labels))

    def table(self, labels: Labels) -> Grid:
        """Return a row a stage."""
        from journeymap.analysis.answertables import many  # noqa: PLC0415

        records = [dict(_figures(load, labels)) for load in self.loads]
        return many(self.said(labels), records, labels, is_of_figures=True)


def _figures(load: StageLoad, labels: Labels) -> Iterator[tuple[str, str]]:
    yield "stage", place(load.name, labels)
    yield "arriving", figure(load.arriving, labels)
    yield "capacity", "" if load.capacity is None else figure(load.capacity, labels)
    yield "handled", figure(load.handled, labels)
    yield "rate", percent(load.rate, labels)
    yield "went_on", figure(load.went_on, labels)


def _load(load: StageLoad, labels: Labels) -> str:
    template = "flow_open" if load.capacity is None else "flow_stage"
    return labels.calculators[template].format(
        stage=place(load.name, labels),
        arriving=figure(load.arriving, labels),
        capacity="" if load.capacity is None else figure(load.capacity, labels),
        handled=figure(load.handled, labels),
        rate=percent(load.rate, labels),
        went_on=figure(load.went_on, labels),
    )


def bottleneck(
    entered: Number,
    rates: Sequence[Share],
    capacities: Sequence[Number | None] | Mapping[str | int, Number],
    names: Sequence[str] = (),
) -> Bottleneck:
    """Return what comes out of stages that can only handle so many: out = min(in, capacity) · rate.

    More leads are worth nothing where a stage cannot cope; and widening one bottleneck opens the
    next. The result names both.

    Args:
        entered: How many enter the first stage.
        rates: The share that goes on from each stage.
        capacities: How many each stage can handle, None for no limit: a list in the order of the
            stages, or by the name or number of a stage. The outcome, behind the last rate, is a
            stage too.
        names: What the stages are called; they have numbers from 1 unless given.

    Raises:
        OptionError: A figure is out of range, there are no rates, more capacities than stages, or
            too few or too many names.

    Source:
        E. M. Goldratt, J. Cox, "The Goal", 1984: the theory of constraints.

    Examples:
        >>> flow = bottleneck(20000, ["25%", "24%", "30%"], {3: 700})
        >>> print(flow)
        20,000 enter, 210 come out: stage 3 limits (700 of 1,200 handled)
        >>> print(flow.widened)
        20,000 enter, 360 come out; no capacity limits them
    """
    leads = number("entered", entered)
    fractions = tuple(Fraction(share(f"rates[{place}]", rate)) for place, rate in enumerate(rates))
    if not fractions:
        raise wrong("rates", "empty", expected="one rate or more")
    count = len(fractions) + 1
    called = tuple(names) or tuple(str(place + 1) for place in range(count))
    if len(called) == count - 1:
        called = (*called, "")
    if len(called) != count:
        raise wrong("names", f"{len(called)} of them", expected=f"{count - 1} or {count}")
    flow = Bottleneck(leads, called, fractions, (None,) * count)
    pairs = capacities.items() if isinstance(capacities, Mapping) else enumerate(capacities, 1)
    for stage, limit in pairs:
        flow = flow.with_capacity(stage, limit)
    return flow


def position_of(stage: str | int, names: Sequence[str]) -> int:
    """Return the position of a stage, from its name or its number from 1.

    Raises:
        OptionError: There is no such stage, or several have that name.
    """
    if isinstance(stage, int) and not isinstance(stage, bool):
        if not 1 <= stage <= len(names):
            raise wrong("stage", "out of range", stage, f"1..{len(names)}")
        return stage - 1
    found = [position for position, name in enumerate(names) if name == stage]
    if len(found) > 1:
        numbers = ", ".join(str(position + 1) for position in found)
        raise OptionError(f"several stages are called {shown(stage)} (give one of {numbers})")
    if not found:
        raise unknown("stage", str(stage), [name for name in names if name])
    return found[0]
