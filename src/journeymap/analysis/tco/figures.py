"""What each of some offers costs: totals, and the parts that add up to them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from journeymap.analysis.tco.account import Account
from journeymap.analysis.tco.clock import Clock
from journeymap.analysis.tco.discounting import Discount, rate_of
from journeymap.analysis.tco.exact import ZERO, exactly, money
from journeymap.analysis.tco.flows import Flows
from journeymap.analysis.tco.totals import (
    Total,
    added,
    cells_of,
    lines_of,
    rounded_row,
    total_of,
)
from journeymap.errors import OptionError, shown, unknown
from journeymap.model import Cost, Money, Offer, Terms
from journeymap.model.numbers import tidy
from journeymap.model.offers import Category, Line

_FIRST: tuple[Category, ...] = ("price", "implementation", "use", "repair", "exit")

Name = str | int
Cells = dict[str, tuple[Money, ...]]


class Figures:
    """The figures of offers in one currency, under the same terms; the parent of `Tco`."""

    def __init__(
        self, offers: Sequence[Offer], terms: Terms, currency: str, language: str = "en"
    ) -> None:
        """Take offers that have been looked over; `journeymap.tco` does that."""
        self.offers = tuple(offers)
        self.terms = terms
        self.currency = currency
        self.language = language
        self._clock = Clock(terms)
        self._discount = discount_of(self._clock, terms)
        flows = Flows(self._clock)
        self._accounts = [Account(offer, flows, self._discount) for offer in self.offers]
        self._totals: dict[int, Total] = {}
        self._cells: dict[tuple[int, bool], Cells] = {}

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories that occur: the five known ones, then your own by name."""
        found = {cost.category for offer in self.offers for cost in offer.costs}
        own = sorted(found - {*_FIRST})
        return (*(name for name in _FIRST if name in found), *own)

    @property
    def rate(self) -> Decimal:
        """The rate of a year by which is discounted, as a fraction."""
        return self._discount.rate

    @property
    def factors(self) -> tuple[Decimal, ...]:
        """What one unit of money in period 0 (now), 1, 2, … is worth now."""
        return tuple(self._discount.factors)

    @property
    @exactly
    def annuity(self) -> Decimal:
        """What one unit of money in each year is worth now."""
        return self._discount.annuity

    def total(self, name: Name) -> Total:
        """Return what an offer costs in all.

        Raises:
            OptionError: There is no such offer, or an amount is too large for money.

        Examples:
            >>> from journeymap import Cost, Offer, tco
            >>> crm = Offer("CRM", costs=[Cost("Seats", "price", "1000 EUR", every="year")])
            >>> tco(crm, years=5, discount_rate="10%").total("CRM").present_value
            Money('3790.79 EUR')
        """
        place = self.place(name)
        if place not in self._totals:
            account = self._accounts[place]
            self._totals[place] = total_of(account, self.currency, self.terms.units)
        return self._totals[place]

    def cells(self, name: Name, *, discounted: bool = True) -> Cells:
        """Return what an offer costs by category and period; it adds up both ways.

        Args:
            name: The offer.
            discounted: Whether the amounts are those of now, or those that are paid.

        Returns:
            For each category its amounts in period 0 (now), 1, 2, …
        """
        place = self.place(name)
        key = (place, discounted)
        if key not in self._cells:
            account = self._accounts[place]
            self._cells[key] = cells_of(
                account, self.currency, self.categories, discounted=discounted
            )
        return dict(self._cells[key])

    def by_category(self, name: Name, *, discounted: bool = True) -> dict[str, Money]:
        """Return what an offer costs by category; it adds up to the total."""
        cells = self.cells(name, discounted=discounted)
        return {category: added(row, self.currency) for category, row in cells.items()}

    def by_period(self, name: Name, *, discounted: bool = True) -> tuple[Money, ...]:
        """Return what an offer costs in period 0 (now), 1, 2, …; it adds up to the total."""
        rows = self.cells(name, discounted=discounted).values()
        columns = zip(*rows, strict=True) if rows else [()] * len(self._discount.factors)
        return tuple(added(column, self.currency) for column in columns)

    def lines(self, name: Name, *, discounted: bool = True) -> tuple[tuple[Cost, Money], ...]:
        """Return each line of an offer with what it comes to; it adds up to the categories."""
        account = self._accounts[self.place(name)]
        return lines_of(
            account, self.by_category(name, discounted=discounted), discounted=discounted
        )

    @exactly
    def line_totals(self, name: Name, line: Line) -> tuple[Money, Money]:
        """Return what a line of an offer comes to: as it is paid, and its present value."""
        account = self._accounts[self.place(name)]
        plain, worth = (account.line(line, discounted=discounted) for discounted in (False, True))
        return money(plain, self.currency), money(worth, self.currency)

    def is_cut(self, line: Line) -> bool:
        """Tell whether a line has something that falls due after the horizon."""
        return self._clock.is_cut(line)

    @exactly
    def cumulative(
        self, name: Name, *, discounted: bool = False
    ) -> tuple[tuple[Decimal, Money], ...]:
        """Return what an offer has cost by the end of each period, gains not counted.

        Returns:
            Pairs of a time in years, from 0, and the cost up to it.
        """
        account = self._accounts[self.place(name)]
        spent = ZERO
        found: list[tuple[Decimal, Money]] = []
        for period, cost in enumerate(account.costs(discounted=discounted)):
            spent += cost
            found.append((self.years(period), money(spent, self.currency)))
        return tuple(found)

    @exactly
    def gains(self, name: Name, *, discounted: bool = True) -> tuple[Money, ...]:
        """Return what an offer brings in or saves by period: now (0), 1, 2 and so on."""
        row = self._accounts[self.place(name)].gains(discounted=discounted)
        return rounded_row(row, self.currency)

    @exactly
    def years(self, period: int) -> Decimal:
        """Return when a period ends, in years; twelfths are rounded to six digits."""
        return tidy(round(self._clock.years(period), 6))

    def place(self, name: Name) -> int:
        """Return the position of an offer.

        Raises:
            OptionError: There is no such offer; names the nearest.
        """
        names = [offer.name for offer in self.offers]
        if isinstance(name, str):
            if name not in names:
                raise unknown("offer", name, names)
            return names.index(name)
        if isinstance(name, bool) or not isinstance(name, int) or not 0 <= name < len(names):
            expected = f"0..{len(names) - 1}, or one of {', '.join(map(repr, names))}"
            raise OptionError(f"no such offer (got {shown(name)}; expected {expected})")
        return name


def discount_of(clock: Clock, terms: Terms) -> Discount:
    """Return the factors by which the periods are discounted under some terms."""
    return exactly(Discount)(clock, rate_of(terms), is_mid=terms.convention == "mid")
