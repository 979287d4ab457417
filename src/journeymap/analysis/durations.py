"""How long the whole way takes."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from journeymap.model import Duration, Journey
from journeymap.model.durations import SECONDS, UNITS


def total_duration(journey: Journey) -> Duration | None:
    """Return the sum of the stages' durations, or None if no stage has one.

    Stages in one unit add up exactly. In several units the sum is given in the unit of the longest
    stage, rounded half-even to a whole number from 10 on and to one decimal below; a month counts
    as a twelfth of 365.25 days.
    """
    durations = [stage.duration for stage in journey.stages if stage.duration is not None]
    if not durations:
        return None
    units = {duration.unit for duration in durations}
    if len(units) == 1:
        return _sum(durations)
    unit = max(
        durations, key=lambda duration: (duration.seconds[1], UNITS.index(duration.unit))
    ).unit
    ends = [sum(duration.seconds[end] for duration in durations) for end in (0, 1)]
    low, high = (_rounded(Decimal(end) / SECONDS[unit]) for end in ends)
    return Duration(**{unit: (low, high)})


def _sum(durations: list[Duration]) -> Duration:
    low = sum((duration.low for duration in durations), Decimal(0))
    high = sum((duration.high for duration in durations), Decimal(0))
    return Duration(**{durations[0].unit: (low, high)})


def _rounded(value: Decimal) -> Decimal:
    step = Decimal(1) if value >= 10 else Decimal("0.1")
    return value.quantize(step, ROUND_HALF_EVEN)
