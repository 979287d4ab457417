"""What the customer can choose between, and what each choice costs and brings."""

from collections.abc import Iterable
from typing import Any, Literal, get_args

import attrs

from journeymap.errors import Fault
from journeymap.model import plain
from journeymap.model.evidence import Remark
from journeymap.model.money import Money, to_money
from journeymap.model.payments import Payment
from journeymap.model.record import attempt, expect, many, one

Category = Literal["price", "implementation", "use", "repair", "exit"]


def _category(value: str) -> str:
    """Return a category; the known ones are known in capitals too, else they would stand twice."""
    name = plain.text(value)
    return name.lower() if name.lower() in get_args(Category) else name


@attrs.frozen(repr=False, eq=False)
class Cost(Payment):
    """One line of what an offer costs.

    Attributes:
        name: What is paid for.
        category: price, implementation, use, repair, exit, or a name of yours.
        amount: What one unit costs each time; negative for a value that comes back.
        low: The least that it may be, where the amount is a guess.
        high: The most that it may be.
        every: month, quarter or year, for a cost that recurs; paid at the end of each.
        at: When a single cost falls due, in years from the start; 0 unless given.
        start: From when a recurring cost runs, in years from the start.
        end: Until when it runs, in years from the start; the whole horizon unless given.
        growth: By how much it grows each year.
        quantity: How many units are paid for.
        unit: What one unit is, such as a seat.
    """

    name: str = attrs.field(converter=plain.text)
    category: Category | str = attrs.field(converter=_category)
    amount: Money = attrs.field(converter=to_money)


def to_costs(value: Iterable[Cost] | Cost) -> tuple[Cost, ...]:
    """Return a tuple of costs."""
    return attempt(lambda given: many(lambda item: expect(Cost, item), given), value)


@attrs.frozen(repr=False, eq=False)
class Gain(Payment):
    """One line of what an offer brings in or saves, beside its costs.

    Attributes:
        name: What comes in or is saved.
        amount: How much it is for one unit each time; not negative: what goes out is a cost.
        low: The least that it may be, where the amount is a guess.
        high: The most that it may be.
        every: month, quarter or year, for a gain that recurs; it comes at the end of each.
        at: When a single gain comes, in years from the start; 0 unless given.
        start: From when a recurring gain runs, in years from the start.
        end: Until when it runs, in years from the start; the whole horizon unless given.
        growth: By how much it grows each year.
        quantity: How many units there are.
        unit: What one unit is, such as a seat.
    """

    name: str = attrs.field(converter=plain.text)
    amount: Money = attrs.field(converter=to_money)

    def inconsistencies(self) -> Iterable[Fault]:
        """Yield what does not go together, and what is negative."""
        yield from super().inconsistencies()
        for name in ("amount", "low"):
            money = getattr(self, name)
            if money is not None and money.amount < 0:
                yield Fault("negative", str(money), "0 or more; a loss is a cost", steps=(name,))


Line = Cost | Gain
"""What is reckoned with."""


def to_gains(value: Iterable[Gain] | Gain) -> tuple[Gain, ...]:
    """Return a tuple of gains."""
    return attempt(lambda given: many(lambda item: expect(Gain, item), given), value)


@attrs.frozen(repr=False, eq=False)
class Offer(Remark):
    """Something that the customer can choose, doing nothing included.

    Attributes:
        name: What it is called.
        description: What it is.
        ours: Whether it is we who sell it.
        costs: What owning it costs.
        gains: What it brings in or saves.
    """

    name: str = attrs.field(converter=plain.text)
    description: str | None = attrs.field(default=None, kw_only=True, converter=plain.optional_text)
    ours: bool = attrs.field(default=False, kw_only=True, converter=plain.flag)
    costs: tuple[Cost, ...] = attrs.field(default=(), kw_only=True, converter=to_costs)
    gains: tuple[Gain, ...] = attrs.field(default=(), kw_only=True, converter=to_gains)

    def inconsistencies(self) -> Iterable[Fault]:
        """Yield a fault for every line in another currency than the first."""
        lines: list[tuple[str, int, Line]] = [
            *(("costs", position, cost) for position, cost in enumerate(self.costs)),
            *(("gains", position, gain) for position, gain in enumerate(self.gains)),
        ]
        for name, position, line in lines:
            first = lines[0][2].amount.currency
            if line.amount.currency != first:
                steps = (name, position, "amount")
                yield Fault("another currency", str(line.amount), first, steps=steps)


def _offer(value: Any) -> Offer:
    return one(Offer, value)


def to_offers(value: Iterable[Offer | str] | Offer | str) -> tuple[Offer, ...]:
    """Return a tuple of offers."""
    return attempt(lambda given: many(_offer, given), value)
