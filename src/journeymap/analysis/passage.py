"""How many pass each stage of a journey, as far as its metrics say: where nothing is said, None."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

import attrs

from journeymap.analysis.exact import CONTEXT, decimal_of
from journeymap.analysis.figures import conversion, counted, figures_of
from journeymap.analysis.levels import exact_rate
from journeymap.model import Journey, Stage


@attrs.frozen(kw_only=True)
class Passage:
    """What is known of those who pass one stage.

    Attributes:
        entered: How many enter it.
        unit: What is counted, such as `leads a month`.
        went_on: How many go on from it.
        rate: The part that goes on.
        planned: The part that should.
        share: How many enter it, as a part of those who were counted first.
        is_worst: Whether it loses the greatest part; the first of several, and none where no two
            stages can be compared.
    """

    entered: Decimal | None = None
    unit: str = ""
    went_on: Decimal | None = None
    rate: Fraction | None = None
    planned: Decimal | None = None
    share: Fraction | None = None
    is_worst: bool = False

    @property
    def lost(self) -> Decimal | None:
        """How many are lost here."""
        if self.entered is None or self.went_on is None:
            return None
        return CONTEXT.subtract(self.entered, self.went_on)

    @property
    def lost_rate(self) -> Fraction | None:
        """The part that is lost here; None where nobody is, too."""
        return None if self.rate is None or self.rate == 1 else 1 - self.rate

    @property
    def lost_share(self) -> Fraction | None:
        """How many are lost here, as a part of those who were counted first."""
        if self.share is None or self.rate is None:
            return None
        return self.share * (1 - self.rate)

    @property
    def share_on(self) -> Fraction | None:
        """How many go on from here, as a part of those who were counted first."""
        return None if self.share is None or self.rate is None else self.share * self.rate


def passages(journey: Journey) -> tuple[Passage, ...]:
    """Return what is known of every stage, in their order."""
    made: list[Passage] = []
    for position in range(len(journey.stages)):
        made.append(_passage(journey.stages, position, made))
    losses = [passage.lost_rate for passage in made]
    known = [loss for loss in losses if loss is not None]
    if len(known) > 1:
        worst = losses.index(max(known))
        made[worst] = attrs.evolve(made[worst], is_worst=True)
    return tuple(made)


def _passage(stages: Sequence[Stage], position: int, before: Sequence[Passage]) -> Passage:
    last = before[-1] if before else Passage()
    entered, unit = _entered(stages[position], last)
    rate = _rate(stages, position)
    return Passage(
        entered=entered,
        unit=unit,
        went_on=_went_on(stages, position, entered, rate),
        rate=rate,
        planned=conversion(stages, position, "planned"),
        share=_share(entered, unit, rate, before),
    )


def _rate(stages: Sequence[Stage], position: int) -> Fraction | None:
    stated = conversion(stages, position)
    if stated is None:
        return None
    entered = figures_of(stages[position]).get("entered")
    if entered is not None and entered.amount < 0:
        return Fraction(stated)
    return min(Fraction(1), exact_rate(stages, position, "measured", stated))


def _entered(stage: Stage, last: Passage) -> tuple[Decimal | None, str]:
    """Return how many enter, and of what: as counted, or else as they went on from before."""
    found = figures_of(stage).get("entered")
    if found is None or found.unit == "%" or found.amount < 0:
        return last.went_on, last.unit
    return found.amount, found.unit


def _went_on(
    stages: Sequence[Stage], position: int, entered: Decimal | None, rate: Fraction | None
) -> Decimal | None:
    """Return how many go on; where whole ones enter, whole ones do."""
    if entered is None or rate is None:
        return None
    exact = decimal_of(Fraction(entered) * rate)
    counts = counted(stages, position)
    if counts == exact or entered != entered.to_integral_value():
        return exact
    return exact.quantize(Decimal(1), ROUND_HALF_EVEN, CONTEXT)


def _share(
    entered: Decimal | None, unit: str, rate: Fraction | None, before: Sequence[Passage]
) -> Fraction | None:
    """Return the part of those who were counted first that enters a stage."""
    if before and before[-1].share_on is not None:
        return before[-1].share_on
    if not any(passage.share is not None for passage in before):
        # Nobody was counted before: these are the first.
        return None if rate is None and not entered else Fraction(1)
    first = next((p for p in before if p.share == 1), Passage())
    if not first.entered or entered is None or unit != first.unit:
        return None
    return min(Fraction(1), Fraction(entered) / Fraction(first.entered))
