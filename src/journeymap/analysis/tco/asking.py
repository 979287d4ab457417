"""What is reckoned, and under which terms: the offers of a journey or a list of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from journeymap.analysis.tco.result import Tco
from journeymap.errors import OptionError, shown
from journeymap.model import Journey, Offer, Quantity, Rate, Terms
from journeymap.model.numbers import Amount
from journeymap.model.offers import Line
from journeymap.model.payments import Period
from journeymap.model.terms import Convention, Prices

_RATES = ("discount_rate", "real_rate")


def tco(  # noqa: PLR0913 - one keyword for each of the terms
    source: Journey | Iterable[Offer] | Offer,
    *,
    terms: Terms | None = None,
    years: Amount | None = None,
    discount_rate: Rate | str | None = None,
    real_rate: Rate | str | None = None,
    inflation: Rate | str | None = None,
    prices: Prices | None = None,
    convention: Convention | None = None,
    period: Period | None = None,
    units: Quantity | Amount | None = None,
) -> Tco:
    """Return the total cost of ownership of offers, side by side.

    Args:
        source: A journey, for its offers and its terms, or the offers.
        terms: How it is reckoned, instead of the terms of the journey.
        years: How far is looked ahead; this and all that follow change one of the terms.
        discount_rate: The nominal rate of a year.
        real_rate: The real rate of a year.
        inflation: The inflation of a year.
        prices: nominal or real.
        convention: end or mid.
        period: year, quarter or month.
        units: For how many units the costs are, such as "20 seats".

    Raises:
        ModelError: The terms do not go together, such as nominal prices with a real rate.
        OptionError: There are no offers, two have one name, or they are in several currencies.

    Examples:
        >>> from journeymap import Cost
        >>> crm = Offer("CRM", costs=[Cost("Seats", "price", "1000 EUR", every="year")])
        >>> tco([crm], years=3).total("CRM").nominal
        Money('3000 EUR')
    """
    given = {
        "years": years,
        "discount_rate": discount_rate,
        "real_rate": real_rate,
        "inflation": inflation,
        "prices": prices,
        "convention": convention,
        "period": period,
        "units": units,
    }
    offers = _offers(source)
    own = source.tco if isinstance(source, Journey) else None
    language = source.language if isinstance(source, Journey) else "en"
    return Tco(offers, _changed(terms or own or Terms(), given), _currency(offers), language)


def _changed(terms: Terms, given: dict[str, Any]) -> Terms:
    changes = {name: value for name, value in given.items() if value is not None}
    if any(name in changes for name in _RATES):
        # One rate takes the place of the other.
        changes = dict.fromkeys(_RATES) | changes
    return attrs.evolve(terms, **changes) if changes else terms


def _offers(source: Journey | Iterable[Offer] | Offer) -> tuple[Offer, ...]:
    if isinstance(source, Journey):
        found = source.offers
    elif isinstance(source, Offer):
        found = (source,)
    elif isinstance(source, Iterable) and not isinstance(source, str):
        found = tuple(source)
    else:
        raise OptionError(f"nothing to reckon (got {shown(source)}; expected a journey or offers)")
    if not found:
        hint = "give it `offers`" if isinstance(source, Journey) else "one or more offers"
        raise OptionError(f"no offers to reckon (expected {hint})")
    for offer in found:
        if not isinstance(offer, Offer):
            raise OptionError(f"not an offer (got {shown(offer)}; expected an Offer)")
    names = [offer.name for offer in found]
    again = [name for place, name in enumerate(names) if name in names[:place]]
    if again:
        raise OptionError(f"two offers with one name (got {shown(again[0])}; expected one of each)")
    return found


def _currency(offers: tuple[Offer, ...]) -> str:
    first: dict[str, str] = {}
    for offer in offers:
        lines: list[Line] = [*offer.costs, *offer.gains]
        for line in lines:
            first.setdefault(line.amount.currency, offer.name)
    if not first:
        raise OptionError("no amounts in any offer (expected a cost or a gain in one of them)")
    if len(first) > 1:
        listed = ", ".join(f"{code} in {shown(name)}" for code, name in first.items())
        raise OptionError(f"several currencies (got {listed}; expected one: convert them first)")
    return next(iter(first))
