"""The figures for other programs: CSV and JSON, every amount as exact text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations
from typing import TYPE_CHECKING, Any

from journeymap.analysis.tco.exact import exactly
from journeymap.grids.records import to_csv
from journeymap.model import Money, Terms
from journeymap.model.currencies import minor_units

if TYPE_CHECKING:
    from journeymap.analysis.tco.result import Tco

COLUMNS = ("offer", "category", "period", "years", "nominal", "present_value", "currency")


@exactly
def csv_of(tco: Tco) -> str:
    """Return one row for each category of each offer in each period."""
    return to_csv({name: name for name in COLUMNS}, _rows(tco))


def _rows(tco: Tco) -> Iterator[dict[str, str]]:
    for place, offer in enumerate(tco.offers):
        plain, present = (tco.cells(place, discounted=discounted) for discounted in (False, True))
        for category, row in plain.items():
            for period, (nominal, worth) in enumerate(zip(row, present[category], strict=True)):
                yield {
                    "offer": offer.name,
                    "category": category,
                    "period": str(period),
                    "years": str(tco.years(period)),
                    "nominal": amount_text(nominal),
                    "present_value": amount_text(worth),
                    "currency": tco.currency,
                }


@exactly
def json_of(tco: Tco) -> str:
    """Return everything as JSON; amounts, rates and times are texts, so that nothing is lost."""
    data = {
        "currency": tco.currency,
        "terms": _terms(tco.terms),
        "rate": _plain(tco.rate),
        "offers": [_offer(tco, place) for place in range(len(tco.offers))],
        "comparisons": [
            _comparison(tco, *pair) for pair in permutations(range(len(tco.offers)), 2)
        ],
        "notes": list(tco.notes),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def amount_text(amount: Money) -> str:
    """Return an amount with all digits of its currency's minor unit, such as `1350.00`."""
    return format(amount.amount.quantize(Decimal(1).scaleb(-minor_units(amount.currency))), "f")


def _terms(terms: Terms) -> dict[str, Any]:
    names = ("discount_rate", "real_rate", "inflation", "prices", "convention", "period", "units")
    given = {name: getattr(terms, name) for name in names}
    return {"years": str(terms.years)} | {
        name: None if value is None else str(value) for name, value in given.items()
    }


def _offer(tco: Tco, place: int) -> dict[str, Any]:
    total = tco.total(place)
    names = ("nominal", "present_value", "equivalent_annual_cost", "per_unit", "low", "high")
    figures = {name: getattr(total, name) for name in names}
    return {
        "name": tco.offers[place].name,
        **{name: None if f is None else amount_text(f) for name, f in figures.items()},
        "categories": _both(tco.by_category, place),
        "periods": [
            {"period": period, "years": str(tco.years(period)), **pair}
            for period, pair in enumerate(_pairs(tco, place))
        ],
        "lines": [
            {
                "name": cost.name,
                "category": cost.category,
                "nominal": amount_text(nominal),
                "present_value": amount_text(worth),
            }
            for (cost, nominal), (_, worth) in zip(
                tco.lines(place, discounted=False), tco.lines(place), strict=True
            )
        ],
    }


def _both(find: Any, place: int) -> dict[str, dict[str, str]]:
    nominal, worth = find(place, discounted=False), find(place)
    return {
        name: {"nominal": amount_text(nominal[name]), "present_value": amount_text(worth[name])}
        for name in nominal
    }


def _pairs(tco: Tco, place: int) -> Iterator[dict[str, str]]:
    costs = tco.by_period(place, discounted=False), tco.by_period(place)
    gains = tco.gains(place, discounted=False), tco.gains(place)
    for nominal, worth, gain, gain_worth in zip(*costs, *gains, strict=True):
        yield {
            "nominal": amount_text(nominal),
            "present_value": amount_text(worth),
            "gains": amount_text(gain),
            "gains_present_value": amount_text(gain_worth),
        }


def _comparison(tco: Tco, choice: int, against: int) -> dict[str, Any]:
    case = tco.case(choice, against)
    return {
        "choice": case.choice,
        "against": case.against,
        "saving": amount_text(tco.saving(choice, against)),
        "saving_nominal": amount_text(tco.saving(choice, against, discounted=False)),
        "break_even_years": _plain(tco.break_even(choice, against)),
        "break_even_years_discounted": _plain(tco.break_even(choice, against, discounted=True)),
        "net_present_value": amount_text(case.npv),
        "internal_rate_of_return": _plain(case.irr),
        "return_on_investment": _plain(case.roi),
        "payback_years": _plain(case.payback),
        "discounted_payback_years": _plain(case.discounted_payback),
        "notes": list(case.notes),
    }


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else format(round(value, 10).normalize(), "f")
