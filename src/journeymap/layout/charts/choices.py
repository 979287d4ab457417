"""Which charts are drawn, and which offer is chosen against which other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from journeymap.errors import OptionError, shown, unknown

if TYPE_CHECKING:
    from journeymap.analysis.tco import Tco

CHARTS = ("bars", "cumulative", "tornado")
"""The names of all charts."""

Which = str | int
"""An offer by its name or its position."""


@attrs.frozen(eq=False)
class Choices:
    """What is drawn.

    Attributes:
        charts: The names of the charts.
        choice: The position of the offer that the others are compared with.
        against: The position of the offer whose saving is looked at; None if there is no other.
    """

    charts: tuple[str, ...]
    choice: int
    against: int | None


def choices_of(
    tco: Tco,
    charts: str | Sequence[str] | None = None,
    choice: Which | None = None,
    against: Which | None = None,
) -> Choices:
    """Return what is drawn, with what is not said filled in.

    The chosen offer is the first of our own, or else the first. The other is the cheapest of the
    others: the one that it has to beat.

    Raises:
        OptionError: There is no such chart or offer, or both offers are the same.
    """
    numbers = range(len(tco.offers))
    ours = (number for number in numbers if tco.offers[number].ours)
    chosen = next(ours, 0) if choice is None else tco.place(choice)
    if against is None:
        others = [number for number in numbers if number != chosen]
        other = min(others, key=lambda n: tco.total(n).present_value.amount, default=None)
    else:
        other = tco.place(against)
    if other == chosen:
        name = shown(tco.offers[chosen].name)
        raise OptionError(f"against: the same offer as the choice ({name})")
    return Choices(_charts(charts), chosen, other)


def _charts(charts: object) -> tuple[str, ...]:
    wanted = CHARTS if charts is None else charts
    given = (wanted,) if isinstance(wanted, str) else wanted
    if not isinstance(given, Sequence) or not given:
        raise OptionError(f"not charts (got {shown(charts)}; expected some of {', '.join(CHARTS)})")
    for name in given:
        if name not in CHARTS:
            raise unknown("chart", str(name), CHARTS)
    return tuple(name for name in CHARTS if name in given)
