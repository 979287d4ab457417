"""What an offer costs in all, and the parts that add up to it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import attrs

from journeymap.analysis.tco.account import Account
from journeymap.analysis.tco.exact import ZERO, exactly, money
from journeymap.analysis.tco.ranges import bounds
from journeymap.analysis.tco.rounding import controlled, nearest, shares
from journeymap.model import Cost, Money, Quantity
from journeymap.model.currencies import minor_units


@attrs.frozen
class Total:
    """What an offer costs in all.

    Attributes:
        nominal: The plain sum of what falls due.
        present_value: What that is worth now.
        equivalent_annual_cost: The same amount in each year that is worth as much: the present
            value over the annuity factor.
        per_unit: The present value for one unit; None where the terms name no units.
        low: The least that the present value may be, with the `low` of every line.
        high: The most that it may be.
    """

    nominal: Money
    present_value: Money
    equivalent_annual_cost: Money
    per_unit: Money | None
    low: Money
    high: Money


@exactly
def total_of(account: Account, currency: str, units: Quantity | None) -> Total:
    """Return what an offer costs in all."""
    worth = account.total(discounted=True)
    low, high = bounds(account)
    return Total(
        nominal=money(account.total(discounted=False), currency),
        present_value=money(worth, currency),
        equivalent_annual_cost=money(worth / account.discount.annuity, currency),
        per_unit=money(worth / units.amount, currency) if units else None,
        low=money(low, currency),
        high=money(high, currency),
    )


@exactly
def cells_of(
    account: Account, currency: str, categories: Sequence[str], *, discounted: bool
) -> dict[str, tuple[Money, ...]]:
    """Return the rounded costs by category and period; they add up both ways."""
    rows = account.cells(discounted=discounted)
    empty = [ZERO] * len(account.discount.factors)
    digits = minor_units(currency)
    table = controlled(
        [[cell.scaleb(digits) for cell in rows.get(category, empty)] for category in categories]
    )
    return {
        category: tuple(minor(count, currency) for count in row)
        for category, row in zip(categories, table, strict=True)
    }


@exactly
def rounded_row(amounts: Sequence[Decimal], currency: str) -> tuple[Money, ...]:
    """Return the rounded amounts of the periods, which add up to their rounded sum."""
    digits = minor_units(currency)
    (row,) = controlled([[amount.scaleb(digits) for amount in amounts]])
    return tuple(minor(count, currency) for count in row)


@exactly
def lines_of(
    account: Account, by_category: dict[str, Money], *, discounted: bool
) -> tuple[tuple[Cost, Money], ...]:
    """Return the rounded lines, which add up to their categories, in the order of the offer."""
    found: dict[int, Money] = {}
    for category, total in by_category.items():
        places = [n for n, cost in enumerate(account.offer.costs) if cost.category == category]
        digits = minor_units(total.currency)
        exact = [
            account.line(account.offer.costs[place], discounted=discounted).scaleb(digits)
            for place in places
        ]
        counts = shares(nearest(total.amount.scaleb(digits)), exact)
        found |= {n: minor(count, total.currency) for n, count in zip(places, counts, strict=True)}
    return tuple((cost, found[place]) for place, cost in enumerate(account.offer.costs))


@exactly
def minor(count: int, currency: str) -> Money:
    """Return an amount from how many minor units it has."""
    return money(Decimal(count).scaleb(-minor_units(currency)), currency)


@exactly
def added(amounts: Sequence[Money], currency: str) -> Money:
    """Return the sum of rounded amounts in one currency."""
    return money(sum((amount.amount for amount in amounts), ZERO), currency)
