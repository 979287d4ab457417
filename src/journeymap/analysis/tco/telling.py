"""The figures as tables: of all offers side by side, or of one offer period by period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from journeymap.analysis.tco.exact import exactly
from journeymap.analysis.tco.noting import notes_on
from journeymap.analysis.tco.totals import added
from journeymap.analysis.tco.wording import category_word, period_word, time_word
from journeymap.grids import Cell, Grid, Said, Weight
from journeymap.labels.words import Labels
from journeymap.model import Money
from journeymap.model.currencies import minor_units

if TYPE_CHECKING:
    from journeymap.analysis.tco.result import Tco


@exactly
def grid_of(tco: Tco, name: str | int | None, labels: Labels, *, discounted: bool) -> Grid:
    """Return the table of one offer period by period, or of all offers side by side."""
    words = labels.tco
    years = time_word(tco.terms.years, labels)
    if name is None:
        title = words["title"].format(years=years)
        heads = [offer.name for offer in tco.offers]
        rows = list(_side_by_side(tco, labels, discounted=discounted))
        first = words["category"]
    else:
        title = words["of_offer"].format(offer=tco.offers[tco.place(name)].name, years=years)
        heads = [*(category_word(category, labels) for category in tco.categories), words["total"]]
        rows = list(_period_by_period(tco, name, labels, discounted=discounted))
        first = words["period"]
    said = words["is_discounted" if discounted else "is_paid"]
    notes = (said.format(currency=labels.currency(tco.currency)), *notes_on(tco, labels))
    return Grid(
        title=Said(title),
        heads=tuple((Said(head),) for head in (first, *heads)),
        rows=tuple(rows),
        notes=tuple(Said(note) for note in notes),
        language=labels.language,
        is_of_figures=True,
    )


def _side_by_side(tco: Tco, labels: Labels, *, discounted: bool) -> Iterator[tuple[Cell, ...]]:
    words, places = labels.tco, range(len(tco.offers))
    parts = [tco.by_category(place, discounted=discounted) for place in places]
    for category in tco.categories:
        amounts = [part[category] for part in parts]
        yield _row(category_word(category, labels), amounts, labels)
    totals = [tco.total(place) for place in places]
    present = (words["present_value"], [total.present_value for total in totals])
    nominal = (words["nominal"], [total.nominal for total in totals])
    first, second = (present, nominal) if discounted else (nominal, present)
    yield _row(*first, labels, is_strong=True)
    yield _row(*second, labels)
    annual = [total.equivalent_annual_cost for total in totals]
    yield _row(words["equivalent_annual_cost"], annual, labels)
    if tco.terms.units is not None:
        each = [total.per_unit for total in totals]
        head = words["per_unit"].format(units=labels.quantity(tco.terms.units))
        yield _row(head, [amount for amount in each if amount is not None], labels)
    if any(total.low != total.high for total in totals):
        yield _row(words["low"], [total.low for total in totals], labels)
        yield _row(words["high"], [total.high for total in totals], labels)
    if any(offer.gains for offer in tco.offers):
        gains = [added(tco.gains(place, discounted=discounted), tco.currency) for place in places]
        yield _row(words["gains"], gains, labels)


def _period_by_period(
    tco: Tco, name: str | int, labels: Labels, *, discounted: bool
) -> Iterator[tuple[Cell, ...]]:
    columns = list(tco.cells(name, discounted=discounted).values())
    sums = tco.by_period(name, discounted=discounted)
    for period, total in enumerate(sums):
        amounts = [*(column[period] for column in columns), total]
        yield _row(period_word(tco, period, labels), amounts, labels)
    categories = list(tco.by_category(name, discounted=discounted).values())
    whole = added(sums, tco.currency)
    yield _row(labels.tco["total"], [*categories, whole], labels, is_strong=True)


def _row(
    head: str, amounts: Sequence[Money], labels: Labels, *, is_strong: bool = False
) -> tuple[Cell, ...]:
    weight: Weight = "strong" if is_strong else "plain"
    figures = (
        labels.number(amount.amount, digits=minor_units(amount.currency)) for amount in amounts
    )
    return tuple((Said(text, weight),) for text in (head, *figures))
