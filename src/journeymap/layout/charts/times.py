"""The times below a plot: now, and round times up to the horizon."""

from __future__ import annotations

from decimal import Decimal

from journeymap.layout.blocks import Setting
from journeymap.layout.charts.axis import round_step
from journeymap.layout.charts.pieces import width_of

_YEAR = Decimal(1)
_MONTHS = (1, 2, 3, 6)
_FEW = 6


def times(years: Decimal, room: float, setting: Setting) -> list[tuple[Decimal, str]]:
    """Return times with their texts, so far apart that the texts have room.

    Args:
        years: The horizon.
        room: How wide the plot is, in px.
        setting: Lengths, words and a ruler.
    """
    metrics, labels = setting.metrics, setting.labels
    widest = width_of(time_text(years, setting), metrics.chart_tick, setting)
    most = max(1, int(room / (widest + 2 * metrics.chart_tick_gap)))
    month = next((m for m in _MONTHS if years * 12 <= min(most, _FEW) * m), None)
    if month is not None and years < 2:
        count = int(years * 12 / month)
        steps = [Decimal(month * number) / 12 for number in range(1, count + 1)]
    else:
        step = max(_YEAR, round_step(years / most))
        steps = [step * number for number in range(1, int(years / step) + 1)]
    return [
        (Decimal(0), labels.charts["now"]),
        *((time, time_text(time, setting)) for time in steps),
    ]


def time_text(time: Decimal, setting: Setting) -> str:
    """Return what a time is called below a plot."""
    labels = setting.labels
    if time >= 1 and time == time.to_integral_value():
        return labels.charts["year"].format(year=labels.number(time.to_integral_value()))
    return labels.years(time)
