"""What `journeymap tco` writes: what offers cost, and how the chosen one compares."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from journeymap.analysis.tco import Tco, tco
from journeymap.analysis.tco.choosing import Case
from journeymap.analysis.tco.explaining import explained
from journeymap.analysis.tco.telling import grid_of
from journeymap.grids import Cell, Grid, Said
from journeymap.grids.markdown import to_markdown
from journeymap.grids.plaintext import to_text
from journeymap.labels import labels_for
from journeymap.labels.words import Labels
from journeymap.layout.charts.choices import choices_of
from journeymap.layout.charts.results import in_time
from journeymap.model import Journey, Money
from journeymap.model.currencies import minor_units


class Costing:
    """What the offers of a journey cost, ready to be written."""

    def __init__(
        self,
        journey: Journey,
        given: Mapping[str, Any],
        *,
        choice: str | None = None,
        against: str | None = None,
        language: str | None = None,
        discounted: bool = True,
    ) -> None:
        """Reckon the offers.

        Args:
            journey: Whose offers.
            given: Terms that take the place of the journey's own, by the keywords of `tco`.
            choice: The offer that the others are compared with; ours unless given.
            against: The only one that it is compared with; each other one unless given.
            language: The language of the words; that of the journey unless given.
            discounted: Whether categories and savings are present values.

        Raises:
            OptionError: There is no such offer, or no such language.
            ModelError: The terms do not go together.
        """
        self.labels = labels_for(language, journey.language)
        self.tco = tco(journey, **given)
        chosen = choices_of(self.tco, None, choice, against)
        self.choice = chosen.choice
        others = [number for number in range(len(self.tco.offers)) if number != self.choice]
        self.others = others if against is None else [n for n in others if n == chosen.against]
        self.discounted = discounted

    def table(self) -> str:
        """Return the figures as aligned text."""
        return to_text(self._grid())

    def markdown(self) -> str:
        """Return the figures as a Markdown table."""
        return to_markdown(self._grid())

    def csv(self) -> str:
        """Return the figures for a spreadsheet: each category of each offer in each period."""
        return self.tco.csv()

    def json(self) -> str:
        """Return everything for programs, each offer held against each other."""
        return self.tco.json()

    def explain(self) -> str:
        """Return the computation in words and figures, of the chosen offer and the others."""
        places = sorted([self.choice, *self.others])
        text = explained(self.tco, places, self.labels, self.choice)
        return text if text.endswith("\n") else f"{text}\n"

    def _grid(self) -> Grid:
        told = grid_of(self.tco, None, self.labels, discounted=self.discounted)
        rows = compared(self.tco, self.choice, self.others, self.labels, discounted=self.discounted)
        return told._replace(rows=(*told.rows, *rows))


def compared(
    tco: Tco, choice: int, others: Sequence[int], labels: Labels, *, discounted: bool
) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of a table that say how an offer compares with others.

    Args:
        tco: The results.
        choice: The position of the offer.
        others: The positions of the others; in all other columns nothing is said.
        labels: The words.
        discounted: Whether savings are present values.
    """
    if not others:
        return
    words = labels.charts
    name = tco.offers[choice].name

    def row(title: str, tell: Callable[[int], str]) -> tuple[Cell, ...]:
        cells = [tell(n) if n in others else "" for n in range(len(tco.offers))]
        return tuple((Said(text),) for text in (title, *cells))

    def saving(number: int) -> Money:
        return tco.saving(choice, number, discounted=discounted)

    def share(number: int) -> Decimal | None:
        total = tco.total(number)
        whole = (total.present_value if discounted else total.nominal).amount
        return saving(number).amount / whole if whole > 0 else None

    def even(number: int, *, later: bool) -> Decimal | None:
        return tco.break_even(choice, number, discounted=later)

    yield row(words["saving_with"].format(name=name), lambda n: _money(saving(n), labels))
    yield row(words["saving_share"], lambda n: _rate(share(n), labels))
    title = words["even_with"].format(name=name)
    yield row(title, lambda n: _time(even(n, later=False), labels))
    if tco.rate:
        yield row(words["even_worth"], lambda n: _time(even(n, later=True), labels))
    cases = {number: tco.case(choice, number) for number in others}
    if any(tco.offers[number].gains for number in (choice, *others)):
        for key, tell in _OF_A_CASE.items():
            yield row(words[key], lambda n, tell=tell: tell(cases[n], labels))  # type: ignore[misc]


_OF_A_CASE: Mapping[str, Callable[[Case, Labels], str]] = {
    "npv": lambda case, labels: _money(case.npv, labels),
    "irr": lambda case, labels: _rate(case.irr, labels),
    "roi": lambda case, labels: _rate(case.roi, labels),
    "payback": lambda case, labels: _time(case.payback, labels),
    "payback_worth": lambda case, labels: _time(case.discounted_payback, labels),
}
"""What is told where offers have gains too."""


def _money(amount: Money, labels: Labels) -> str:
    """Return an amount without its currency, which is named once."""
    return labels.number(amount.amount, digits=minor_units(amount.currency))


def _rate(fraction: Decimal | None, labels: Labels) -> str:
    if fraction is None:
        return labels.charts["is_unknown"]
    return labels.percent(fraction, digits=1)


def _time(years: Decimal | None, labels: Labels) -> str:
    if years is None:
        return labels.charts["is_never"]
    return in_time(years, labels) if years else labels.charts["at_once"]
