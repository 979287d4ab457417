"""The results as all charts take them: names, amounts, the unit of each chart, its words."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from journeymap.analysis.tco.wording import time_word
from journeymap.labels.words import Labels
from journeymap.layout.charts.choices import Choices
from journeymap.layout.charts.units import unit_of
from journeymap.model import Money

if TYPE_CHECKING:
    from journeymap.analysis.tco import Tco


class Results:
    """Results in a language, with what is asked of them.

    Attributes:
        tco: The results.
        labels: The words; `words` are those of charts.
        charts: Which charts are drawn.
        choice: The position of the chosen offer.
        against: The position of the offer that the tornado holds it against, if any.
        names: The names of the offers.
        is_discounted: Whether totals and parts are present values.
        parts: The cost of each offer by category.
        categories: The categories that cost anything.
        totals: The cost of each offer.
        growth: What each offer has cost by each time.
        swings: What moves the result.
        whole: The unit of the sheet.
        units: The unit of each chart.
        years: The horizon in words.
    """

    def __init__(self, tco: Tco, choices: Choices, labels: Labels) -> None:
        self.tco = tco
        self.labels = labels
        self.words = labels.charts
        self.charts = choices.charts
        self.choice = choices.choice
        self.against = choices.against
        self.names = [offer.name for offer in tco.offers]
        rates = (tco.terms.discount_rate, tco.terms.real_rate)
        self.rate = next((rate for rate in rates if rate is not None), None)
        self.is_discounted = self.rate is not None
        self.parts = [
            tco.by_category(number, discounted=self.is_discounted)
            for number in range(len(self.names))
        ]
        self.categories = [
            name for name in tco.categories if any(parts[name].amount for parts in self.parts)
        ]
        self.totals = [self._total(number) for number in range(len(self.names))]
        self.growth = [tco.cumulative(number) for number in range(len(self.names))]
        is_moved = "tornado" in self.charts
        self.swings = tco.sensitivity(self.choice, self.against) if is_moved else ()
        amounts = self._amounts()
        shown = [amount for chart in self.charts for amount in amounts[chart]]
        self.whole = unit_of([*shown, *self.totals], labels)
        self.units = {
            chart: unit_of(amounts[chart], labels, self.whole.scale) for chart in self.charts
        }
        self.years = time_word(tco.terms.years, labels)

    def _total(self, number: int) -> Money:
        total = self.tco.total(number)
        return total.present_value if self.is_discounted else total.nominal

    def _amounts(self) -> dict[str, list[Money]]:
        """Return all amounts that each chart has to show."""
        return {
            "bars": [*self.totals, *(one for parts in self.parts for one in parts.values())],
            "cumulative": [amount for points in self.growth for _, amount in points],
            "tornado": [
                *(end for swing in self.swings for end in (swing.low, swing.high, swing.base))
            ],
        }

    def full(self, amount: Money) -> str:
        """Return an amount with its currency."""
        return self.labels.money(amount)

    def unit(self, chart: str | None = None) -> str:
        """Return the unit of a chart, or else of the sheet."""
        unit = self.whole if chart is None else self.units[chart]
        return unit.heading(self.tco.currency)

    def kind(self) -> str:
        """Return what the totals are: a present value at a rate, or a plain sum."""
        if self.rate is None:
            return self.words["no_rate"]
        name = "at_rate" if self.tco.terms.discount_rate is not None else "at_real_rate"
        return self.words[name].format(rate=self.percent(self.rate.percent))

    def percent(self, percent: Decimal) -> str:
        """Return a figure of percent with all its decimals."""
        return f"{self.labels.number(percent)}{self.labels.percent_sign}"

    def others(self) -> list[int]:
        """Return the positions of the offers that are not chosen."""
        return [number for number in range(len(self.names)) if number != self.choice]


def in_time(years: Decimal, labels: Labels) -> str:
    """Return after which time something happens; that of some days is not zero months."""
    said = labels.years(years)
    return labels.charts["soon"] if said == labels.years(Decimal(0)) else said
