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
    names = [offer.name for offer in tco.offers]
    chosen = _position(choice, names, "choice")
    if chosen is None:
        ours = (number for number, offer in enumerate(tco.offers) if offer.ours)
        chosen = next(ours, 0)
    other = _position(against, names, "against")
    if other == chosen:
        raise OptionError(f"against: the same offer as the choice ({shown(names[chosen])})")
    if other is None:
        others = [number for number in range(len(names)) if number != chosen]
        other = min(others, key=lambda n: tco.total(n).present_value.amount, default=None)
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


def _position(which: object, names: Sequence[str], option: str) -> int | None:
    if which is None:
        return None
    if isinstance(which, int) and not isinstance(which, bool) and 0 <= which < len(names):
        return which
    if which not in names:
        raise unknown(f"offer for {option}:", str(which), names)
    return names.index(str(which))
