"""One offer instead of another: what it saves, when it is even, whether it pays."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

import attrs

from journeymap.analysis.tco.account import Account
from journeymap.analysis.tco.clock import Clock
from journeymap.analysis.tco.exact import ZERO, exactly
from journeymap.analysis.tco.rates import Return, rate_of_return
from journeymap.model import Money
from journeymap.model.numbers import tidy

_NOTHING = Decimal(1).scaleb(-18)
"""What two sums differ by that are equal but for the rounding of their growth and discount."""


@attrs.frozen
class Case:
    """Whether choosing one offer over another pays, with the gains of both.

    Attributes:
        choice: The offer that is chosen.
        against: The offer that it is held against.
        flows: In each period from now on, what the choice brings more or costs less; not
            discounted.
        discounted_flows: The same flows, discounted.
        npv: The net present value: what the discounted flows add up to.
        irr: The internal rate of return of a year, as a fraction: the rate at which the net present
            value is zero; None where there is none, or more than one.
        roi: The return on investment, as a fraction: the sum of all flows over the sum of those
            that have to be put in; None where nothing has to be.
        payback: After how many years the flows add up to zero again; 0 if they never fall below,
            None: never.
        discounted_payback: The same for the discounted flows.
        notes: What has to be known beside the figures.
    """

    choice: str
    against: str
    flows: tuple[Money, ...]
    discounted_flows: tuple[Money, ...]
    npv: Money
    irr: Decimal | None
    roi: Decimal | None
    payback: Decimal | None
    discounted_payback: Decimal | None
    notes: tuple[str, ...] = ()


@exactly
def net_flows(choice: Account, against: Account, *, discounted: bool) -> list[Decimal]:
    """Return what the choice brings more or costs less in each period."""
    ours, theirs = (_net(account, discounted=discounted) for account in (choice, against))
    return [a - b for a, b in zip(ours, theirs, strict=True)]


def _net(account: Account, *, discounted: bool) -> list[Decimal]:
    gains, costs = account.gains(discounted=discounted), account.costs(discounted=discounted)
    return [gain - cost for gain, cost in zip(gains, costs, strict=True)]


@exactly
def lead(choice: Account, against: Account, *, discounted: bool) -> list[Decimal]:
    """Return by how much the choice has cost more than the other by the end of each period."""
    pair = (choice.costs(discounted=discounted), against.costs(discounted=discounted))
    return list(accumulate(a - b for a, b in zip(*pair, strict=True)))


@exactly
def return_of(choice: Account, against: Account, clock: Clock) -> Return:
    """Return the rate of return of choosing one offer over another."""
    flows = net_flows(choice, against, discounted=False)
    return rate_of_return(flows, clock.months, is_mid=choice.discount.is_mid)


@exactly
def roi_of(flows: Sequence[Decimal]) -> Decimal | None:
    """Return the sum of all flows over the sum of those that have to be put in."""
    put_in = -sum((flow for flow in flows if flow < 0), ZERO)
    return tidy(round(sum(flows, ZERO) / put_in, 8)) if put_in else None


@exactly
def even(dearer: Sequence[Decimal], clock: Clock) -> Decimal | None:
    """Return the time from which an excess has come down to zero after it was above.

    Args:
        dearer: The excess at the end of each period.
        clock: When the periods end.

    Returns:
        The time in years; 0 if the excess is never above zero, None if it never comes down.
    """
    levels = [_settled(level) for level in dearer]
    if max(levels) <= 0:
        return ZERO
    return next((time for time, was_above in _meetings(levels, clock) if was_above), None)


def is_above(level: Decimal) -> bool:
    """Return whether an excess is more than what rounding may have made of zero."""
    return _settled(level) > 0


@exactly
def meetings(dearer: Sequence[Decimal], clock: Clock) -> tuple[Decimal, ...]:
    """Return every time, in years, at which an excess has come to zero, from above or below."""
    return tuple(time for time, _ in _meetings([_settled(level) for level in dearer], clock))


def _meetings(levels: Sequence[Decimal], clock: Clock) -> list[tuple[Decimal, bool]]:
    found: list[tuple[Decimal, bool]] = []
    for period in range(1, len(levels)):
        before, after = levels[period - 1], levels[period]
        if before and (after == 0 or (before > 0) != (after > 0)):
            start, end = clock.years(period - 1), clock.years(period)
            time = start + (end - start) * before / (before - after)
            found.append((tidy(round(time, 6)), before > 0))
    return found


def _settled(level: Decimal) -> Decimal:
    return ZERO if abs(level) < _NOTHING else level
