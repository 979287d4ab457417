"""The stages of a funnel: how many enter each, and which part goes on."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

import attrs

from journeymap.analysis.exact import Number, decimal_of, number, wrong
from journeymap.analysis.figures import (
    Figures,
    conversion,
    counted,
    figures_of,
    stated_conversion,
)
from journeymap.labels.rounding import decimals
from journeymap.model import Journey, Stage

_TOLD = {"entered", "went on", "conversion", "drop-off"}
"""The figures that say something about a funnel."""


@attrs.frozen(eq=False)
class Level:
    """One stage of a funnel; the last has nowhere to go on to.

    Attributes:
        name: What it is called.
        entered: How many entered; None where only the rate is known.
        fraction: The part that goes on; 1 at the last.
        planned: The part that should; None where no plan is known.
        is_counted: Whether those who entered were counted, and not only reckoned.
    """

    name: str
    entered: Decimal | None
    fraction: Fraction = Fraction(1)
    planned: Decimal | None = None
    is_counted: bool = True

    @property
    def went_on(self) -> Decimal | None:
        """How many go on; None where only the rate is known."""
        return None if self.entered is None else decimal_of(Fraction(self.entered) * self.fraction)


def levels_of_counts(counts: Mapping[str, Number] | Iterable[Number]) -> list[Level]:
    """Return the levels of plain counts; without names they are numbered from 1.

    Raises:
        OptionError: Fewer than two; more go on than entered; or nobody entered.
    """
    if isinstance(counts, str) or not isinstance(counts, Iterable):
        raise wrong("funnel", "wrong type", counts, "a list of counts, or a journey")
    if isinstance(counts, Mapping):
        pairs = [(str(name), count) for name, count in counts.items()]
    else:
        pairs = [(str(place), count) for place, count in enumerate(counts, start=1)]
    if len(pairs) < 2:
        raise wrong("funnel", "too short", f"{len(pairs)} counts", "two counts or more")
    entered = [(name, number(f"funnel[{name}]", count)) for name, count in pairs]
    steps = itertools.pairwise(entered)
    made = [Level(name, count, _part(name, count, after)) for (name, count), (_, after) in steps]
    return [*made, Level(*entered[-1])]


def _part(name: str, entered: Decimal, went_on: Decimal) -> Fraction:
    if not entered:
        raise wrong(f"funnel[{name}]", "nobody entered", expected="more than 0 before the end")
    if went_on > entered:
        problem = "more go on than entered"
        raise wrong(f"funnel[{name}]", problem, went_on, f"0..{entered}")
    return Fraction(went_on) / Fraction(entered)


def levels_of_journey(journey: Journey, which: Figures) -> list[Level]:
    """Return the levels that the metrics of a journey tell of.

    If the last stage tells how many leave it, a level without a name follows.

    Raises:
        OptionError: A stage before the last does not tell how many go on, or none does.
    """
    stages = [stage for stage in journey.stages if _TOLD & figures_of(stage, which).keys()]
    made: list[Level] = []
    for position, stage in enumerate(stages):
        rate = conversion(stages, position, which)
        entered = _entered(stage, which)
        if rate is not None:
            plan = conversion(stages, position, "planned") if which == "measured" else None
            arrived = made[-1].went_on if made and entered is None else entered
            part = exact_rate(stages, position, which, rate)
            made.append(Level(stage.name, arrived, part, plan, entered is not None))
        elif position < len(stages) - 1:
            raise wrong(stage.name, f"no {which} rate", expected=_EXPECTED)
        elif made:
            return [*made, Level(stage.name, made[-1].went_on if entered is None else entered)]
    if not made:
        raise wrong("funnel", f"no stage has a {which} rate", expected=_EXPECTED)
    return [*made, Level("", made[-1].went_on)]


_EXPECTED = "a conversion in per cent, or counts of one unit at a stage and the next"


def _entered(stage: Stage, which: Figures) -> Decimal | None:
    found = figures_of(stage, which).get("entered")
    return None if found is None else number(f"{stage.name}: entered", found.amount)


def exact_rate(stages: Sequence[Stage], position: int, which: Figures, rate: Decimal) -> Fraction:
    """Return the rate from the counts, unless what is stated says more than they, rounded."""
    stage = stages[position]
    went_on, entered = counted(stages, position, which), _entered(stage, which)
    if went_on is None or not entered:
        return Fraction(rate)
    exact = Fraction(went_on) / Fraction(entered)
    stated = stated_conversion(stage, which)
    return exact if stated is None or _rounds_to(exact, stated) else Fraction(stated)


def _rounds_to(exact: Fraction, stated: Decimal) -> bool:
    """Tell whether a share is the stated one but for the decimals that its percentage lacks."""
    step = Fraction(1, 10 ** decimals(100 * stated))
    return abs(exact - Fraction(stated)) * 100 <= step / 2
