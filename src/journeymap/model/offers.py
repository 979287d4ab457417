"""What the seller answers with: messages for each buyer, and what the offers cost."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, cast, get_args

import attrs

from journeymap.errors import Fault
from journeymap.model import plain
from journeymap.model.evidence import Remark
from journeymap.model.money import Money, Rate, to_money, to_optional_money, to_rate
from journeymap.model.numbers import Amount, decimal
from journeymap.model.record import attempt, expect, keyed, many, one, refuse

Period = Literal["month", "quarter", "year"]
Category = Literal["price", "implementation", "use", "repair", "exit"]


@attrs.frozen(repr=False, eq=False)
class Benefit(Remark):
    """What an advantage is worth to one buyer, in that buyer's own language.

    Attributes:
        to: Whom it is told: a role, or a buyer by id or name.
        text: The benefit.
        answers: The priority, job or concern of that buyer that it answers; without one it is only
            an advantage.
    """

    to: str = attrs.field(converter=plain.text)
    text: str = attrs.field(converter=plain.text)
    answers: str | None = attrs.field(default=None, kw_only=True, converter=plain.optional_text)


def to_benefits(
    value: Mapping[str, str | Benefit] | Sequence[Benefit],
) -> tuple[Benefit, ...]:
    """Return benefits, from `{"economic": "…"}` or from the objects."""
    return attempt(lambda given: keyed(Benefit, given), value)


@attrs.frozen(repr=False, eq=False)
class Fab(Remark):
    """A message: feature, advantage, and the benefit for each buyer.

    Attributes:
        feature: What the product has.
        advantage: What that is good for.
        benefits: What it is worth to each buyer, by role or by buyer.
    """

    feature: str = attrs.field(converter=plain.text)
    advantage: str | None = attrs.field(default=None, kw_only=True, converter=plain.optional_text)
    benefits: tuple[Benefit, ...] = attrs.field(
        default=(), kw_only=True, converter=to_benefits, metadata={"keyed": True}
    )


def _fab(value: Any) -> Fab:
    return one(Fab, value)


def to_messages(value: Iterable[Fab | str] | Fab | str) -> tuple[Fab, ...]:
    """Return a tuple of messages."""
    return attempt(lambda given: many(_fab, given), value)


def _every(value: Period | None) -> Period | None:
    options = get_args(Period)
    chosen = None if value is None else attempt(lambda v: plain.choose(v, options), value)
    return cast("Period | None", chosen)


def _years(value: Any) -> Decimal:
    number = decimal(value)
    if not 0 <= number <= 100:
        raise refuse("out of range", value, "0..100 years from the start")
    return number


def _point(value: Amount | None) -> Decimal | None:
    return None if value is None else attempt(_years, value)


def _quantity(value: Amount) -> Decimal:
    return attempt(decimal, value)


def _growth(value: Rate | str | None) -> Rate | None:
    def convert(given: Any) -> Rate | None:
        made = to_rate(given)
        if isinstance(made, Rate) and made.percent <= -100:
            raise refuse("out of range", str(made), "more than -100%")
        return made

    return attempt(convert, value)


@attrs.frozen(repr=False, eq=False)
class Cost(Remark):
    """One line of what an offer costs.

    Attributes:
        name: What is paid for.
        category: price, implementation, use, repair, exit, or a name of yours.
        amount: What one unit costs each time; negative for a value that comes back.
        low: The least that it may be, where the amount is a guess.
        high: The most that it may be.
        every: month, quarter or year, for a cost that recurs.
        at: When a single cost falls due, in years from the start; 0 unless given.
        start: From when a recurring cost runs, in years from the start.
        end: Until when it runs, in years from the start; the whole horizon unless given.
        growth: By how much it grows each year.
        quantity: How many units are paid for.
        unit: What one unit is, such as a seat.
    """

    name: str = attrs.field(converter=plain.text)
    category: Category | str = attrs.field(converter=plain.text)
    amount: Money = attrs.field(converter=to_money)
    low: Money | None = attrs.field(default=None, kw_only=True, converter=to_optional_money)
    high: Money | None = attrs.field(default=None, kw_only=True, converter=to_optional_money)
    every: Period | None = attrs.field(default=None, kw_only=True, converter=_every)
    at: Decimal | None = attrs.field(default=None, kw_only=True, converter=_point)
    start: Decimal | None = attrs.field(default=None, kw_only=True, converter=_point)
    end: Decimal | None = attrs.field(default=None, kw_only=True, converter=_point)
    growth: Rate | None = attrs.field(default=None, kw_only=True, converter=_growth)
    quantity: Decimal = attrs.field(default=Decimal(1), kw_only=True, converter=_quantity)
    unit: str | None = attrs.field(default=None, kw_only=True, converter=plain.optional_text)

    def inconsistencies(self) -> Iterable[Fault]:
        """Yield what does not go together: a single and a recurring cost, an unordered range."""
        yield from self._time_faults()
        yield from self._range_faults()

    def _time_faults(self) -> Iterable[Fault]:
        if self.every is None:
            for name in ("start", "end", "growth"):
                if getattr(self, name) is not None:
                    yield Fault("only for a cost that recurs", hint="give `every`", steps=(name,))
        elif self.at is not None:
            yield Fault("only for a single cost", hint="use `start` and `end`", steps=("at",))
        if self.start is not None and self.end is not None and self.end < self.start:
            yield Fault("before the start", str(self.end), f"{self.start} or later", steps=("end",))

    def _range_faults(self) -> Iterable[Fault]:
        ends = [("low", self.low), ("high", self.high)]
        for name, end in ends:
            if end is not None and end.currency != self.amount.currency:
                yield Fault("another currency", str(end), self.amount.currency, steps=(name,))
                return
        if self.low is not None and self.low.amount > self.amount.amount:
            yield Fault("above the amount", str(self.low), f"at most {self.amount}", steps=("low",))
        if self.high is not None and self.high.amount < self.amount.amount:
            expected = f"at least {self.amount}"
            yield Fault("below the amount", str(self.high), expected, steps=("high",))


def to_costs(value: Iterable[Cost] | Cost) -> tuple[Cost, ...]:
    """Return a tuple of costs."""
    return attempt(lambda given: many(lambda item: expect(Cost, item), given), value)


@attrs.frozen(repr=False, eq=False)
class Offer(Remark):
    """Something that the customer can choose, doing nothing included.

    Attributes:
        name: What it is called.
        description: What it is.
        ours: Whether it is we who sell it.
        costs: What owning it costs.
    """

    name: str = attrs.field(converter=plain.text)
    description: str | None = attrs.field(default=None, kw_only=True, converter=plain.optional_text)
    ours: bool = attrs.field(default=False, kw_only=True, converter=plain.flag)
    costs: tuple[Cost, ...] = attrs.field(default=(), kw_only=True, converter=to_costs)

    def inconsistencies(self) -> Iterable[Fault]:
        """Yield a fault for every cost in another currency than the first."""
        for position, cost in enumerate(self.costs):
            first = self.costs[0].amount.currency
            if cost.amount.currency != first:
                steps = ("costs", position, "amount")
                yield Fault("another currency", str(cost.amount), first, steps=steps)


def _offer(value: Any) -> Offer:
    return one(Offer, value)


def to_offers(value: Iterable[Offer | str] | Offer | str) -> tuple[Offer, ...]:
    """Return a tuple of offers."""
    return attempt(lambda given: many(_offer, given), value)
