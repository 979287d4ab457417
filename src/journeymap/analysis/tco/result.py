"""The total cost of ownership of some offers: side by side, one against another, and what if."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import attrs

from journeymap.analysis.tco.account import Account
from journeymap.analysis.tco.choosing import (
    Case,
    even,
    is_above,
    lead,
    meetings,
    net_flows,
    return_of,
    roi_of,
)
from journeymap.analysis.tco.discounting import Discount
from journeymap.analysis.tco.exact import ZERO, exactly, money
from journeymap.analysis.tco.figures import Figures, Name, discount_of
from journeymap.analysis.tco.noting import notes_on, notes_on_return
from journeymap.analysis.tco.ranges import Simulation, simulated
from journeymap.analysis.tco.sensitivity import Swing, Tornado, given_rate, ordered, parts_of
from journeymap.analysis.tco.totals import added
from journeymap.errors import OptionError, shown
from journeymap.grids import Grid
from journeymap.grids.shown import Gridded
from journeymap.labels import labels_for
from journeymap.model import Money, Rate, Terms
from journeymap.model.money import to_rate


class Tco(Figures, Gridded):
    """The total cost of ownership of offers in one currency, under the same terms.

    Made by `journeymap.tco`. Every method takes an offer by its name or by its position. All
    arithmetic is exact; results are rounded half to even to the minor unit of the currency, totals
    first, and their parts are rounded so that they add up.

    Attributes:
        offers: What is compared.
        terms: How it is reckoned.
        currency: The currency of all amounts.
        language: The language of the words, unless a method is told another.
    """

    def __repr__(self) -> str:
        names = ", ".join(shown(offer.name) for offer in self.offers)
        return f"<Tco of {names} in {self.currency}>"

    def __str__(self) -> str:
        return self.table()

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader of the figures has to know: what was left out, and what was not used."""
        return notes_on(self, labels_for(None, self.language))

    def saving(self, choice: Name, against: Name, *, discounted: bool = True) -> Money:
        """Return by how much an offer costs less than another over the whole time.

        Args:
            choice: The offer that is chosen.
            against: The offer that it is held against.
            discounted: Whether present values are compared, or what is paid.
        """
        totals = [self.total(name) for name in (against, choice)]
        one, other = (t.present_value if discounted else t.nominal for t in totals)
        return _less(one, other)

    def break_even(
        self, choice: Name, against: Name, *, discounted: bool = False
    ) -> Decimal | None:
        """Return after how many years an offer that was dearer has cost no more than another.

        Within a period, costs are taken to grow along a straight line.

        Returns:
            The first such time in years, rounded to six digits; 0 if the choice is never dearer,
            None if it never comes down to the other.
        """
        return even(self._lead(choice, against, discounted=discounted), self._clock)

    def crossings(
        self, choice: Name, against: Name, *, discounted: bool = False
    ) -> tuple[Decimal, ...]:
        """Return every time in years at which both have cost the same after they differed."""
        return meetings(self._lead(choice, against, discounted=discounted), self._clock)

    @exactly
    def case(self, choice: Name, against: Name, *, language: str | None = None) -> Case:
        """Return whether choosing one offer over another pays, with the gains of both.

        Args:
            choice: The offer that is chosen.
            against: The offer that it is held against.
            language: The language of the notes; that of the journey unless given.

        Raises:
            OptionError: There is no such offer or language, or an amount is too large for money.
        """
        pair = self._account(choice), self._account(against)
        flows = net_flows(*pair, discounted=False)
        worth = net_flows(*pair, discounted=True)
        found = return_of(*pair, self._clock)
        unpaid, unpaid_now = (
            [-sum(r[: n + 1], ZERO) for n in range(len(r))] for r in (flows, worth)
        )
        roi = roi_of(flows)
        labels = labels_for(language, self.language)
        present = self._net(choice, against, discounted=True)
        payback = even(unpaid, self._clock)
        return Case(
            choice=pair[0].offer.name,
            against=pair[1].offer.name,
            flows=self._net(choice, against, discounted=False),
            discounted_flows=present,
            npv=added(present, self.currency),
            irr=found.rate,
            roi=roi,
            payback=payback,
            discounted_payback=even(unpaid_now, self._clock),
            notes=notes_on_return(
                found,
                labels,
                has_roi=roi is not None,
                is_lost_again=payback is not None and is_above(unpaid[-1]),
            ),
        )

    @exactly
    def sensitivity(
        self, choice: Name, against: Name | None = None, *, swing: Rate | str = "20%"
    ) -> tuple[Swing, ...]:
        """Return how far each input moves the result, the widest first.

        Each line moves to its own `low` and `high` where it has them, and by the swing where it has
        not; so do the growth of each line, the quantities of all lines with one unit together, and
        the rate.

        Args:
            choice: The offer.
            against: Another offer, for the net saving against it, gains included; without it the
                result is the present value of what the offer costs.
            swing: By which part of themselves the inputs move, above 0 % and below 100 %.

        Raises:
            OptionError: There is no such offer, or no such swing.
        """
        pair = self._account(choice), None if against is None else self._account(against)
        tornado = Tornado(parts_of(*pair), self._result(choice, against), _swing(swing))
        swings = tornado.swings()
        named = given_rate(self.terms)
        if named is not None:
            field, rate = named
            ends: list[dict[str, Any]] = [{field: end} for end in tornado.rates(rate)]
            low, high = (self._at(attrs.evolve(self.terms, **end), pair) for end in ends)
            swings.append(tornado.rate(field, rate, (low, high)))
        return ordered(swings)

    def bounds(self, name: Name) -> tuple[Money, Money]:
        """Return the least and the most that the present value of an offer's costs may be."""
        total = self.total(name)
        return total.low, total.high

    @exactly
    def simulate(
        self,
        name: Name,
        against: Name | None = None,
        *,
        draws: int = 10_000,
        seed: int = 0,
        percentiles: Sequence[int] = (5, 25, 50, 75, 95),
    ) -> Simulation:
        """Return what many draws of the uncertain amounts come to (Monte Carlo).

        Args:
            name: The offer, for the present value of what it costs.
            against: Another offer, for the net saving against it, gains included.
            draws: How many draws are made, 1 to 1,000,000.
            seed: A whole number; the same seed gives the same draws on every machine.
            percentiles: Which percentiles are told, whole numbers from 0 to 100.

        Raises:
            OptionError: There is no such offer, or an option is out of range.
        """
        pair = self._account(name), None if against is None else self._account(against)
        return simulated(
            parts_of(*pair),
            self._at_rate(self._discount, pair),
            self.currency,
            draws=draws,
            seed=seed,
            percentiles=percentiles,
        )

    def explain(self, name: Name | None = None, *, language: str | None = None) -> str:
        """Return the reckoning in words and numbers.

        Args:
            name: The offer; unless given all of them, each held against the first of our own.
            language: The language of the words; that of the journey unless given.

        Raises:
            OptionError: There is no such offer or language.
        """
        from journeymap.analysis.tco.explaining import explained  # noqa: PLC0415

        places = list(range(len(self.offers))) if name is None else [self.place(name)]
        return explained(self, places, labels_for(language, self.language))

    def table(
        self, name: Name | None = None, *, discounted: bool = True, language: str | None = None
    ) -> str:
        """Return the figures as aligned text.

        Args:
            name: The offer, period by period; unless given all offers side by side.
            discounted: Whether the amounts are those of now, or those that are paid.
            language: The language of the words; that of the journey unless given.

        Raises:
            OptionError: There is no such offer or language.
        """
        from journeymap.grids.plaintext import to_text  # noqa: PLC0415

        return to_text(self._grid(name, discounted=discounted, language=language))

    def markdown(
        self, name: Name | None = None, *, discounted: bool = True, language: str | None = None
    ) -> str:
        """Return the same as `table` in GitHub's Markdown."""
        from journeymap.grids.markdown import to_markdown  # noqa: PLC0415

        return to_markdown(self._grid(name, discounted=discounted, language=language))

    def html(
        self, name: Name | None = None, *, discounted: bool = True, language: str | None = None
    ) -> str:
        """Return the same as `table` as a piece of HTML, in the colours of the page around."""
        from journeymap.grids.html import to_html  # noqa: PLC0415

        return to_html(self._grid(name, discounted=discounted, language=language))

    def csv(self) -> str:
        """Return one row for each category of each offer in each period, for a spreadsheet.

        A text that a spreadsheet would take for a formula has an apostrophe before it.
        """
        from journeymap.analysis.tco.records import csv_of  # noqa: PLC0415

        return csv_of(self)

    def json(self) -> str:
        """Return everything for another program; amounts are texts, so that nothing is lost."""
        from journeymap.analysis.tco.records import json_of  # noqa: PLC0415

        return json_of(self)

    def _grid(self, name: Name | None, *, discounted: bool, language: str | None) -> Grid:
        from journeymap.analysis.tco.telling import grid_of  # noqa: PLC0415

        labels = labels_for(language, self.language)
        return grid_of(self, name, labels, discounted=discounted)

    def _table(self) -> Grid:
        return self._grid(None, discounted=True, language=None)

    def _account(self, name: Name) -> Account:
        return self._accounts[self.place(name)]

    def _lead(self, choice: Name, against: Name, *, discounted: bool) -> list[Decimal]:
        return lead(self._account(choice), self._account(against), discounted=discounted)

    def _net(self, choice: Name, against: Name, *, discounted: bool) -> tuple[Money, ...]:
        """Return the rounded net flows, made of the rounded costs and gains."""
        rows = [
            row(name, discounted=discounted)
            for name, row in (
                (against, self.by_period),
                (choice, self.gains),
                (choice, self.by_period),
                (against, self.gains),
            )
        ]
        return tuple(
            _less(added((cost, gain), self.currency), added((more, lost), self.currency))
            for cost, gain, more, lost in zip(*rows, strict=True)
        )

    def _result(self, choice: Name, against: Name | None) -> Money:
        if against is None:
            return self.total(choice).present_value
        return added(self._net(choice, against, discounted=True), self.currency)

    def _at(self, terms: Terms, pair: tuple[Account, Account | None]) -> Decimal:
        """Return the exact result under other terms."""
        return self._at_rate(discount_of(self._clock, terms), pair)

    def _at_rate(self, discount: Discount, pair: tuple[Account, Account | None]) -> Decimal:
        accounts = [one and Account(one.offer, one.flows, discount) for one in pair]
        choice, against = accounts
        if choice is None or against is None:
            return choice.total(discounted=True) if choice else ZERO
        return sum(net_flows(choice, against, discounted=True), ZERO)


@exactly
def _less(first: Money, second: Money) -> Money:
    return money(first.amount - second.amount, first.currency)


def _swing(value: Rate | str) -> Rate:
    made = to_rate(value)
    if not isinstance(made, Rate) or not 0 < made.percent < 100:
        expected = 'more than "0%" and less than "100%"'
        raise OptionError(f"swing out of range (got {shown(value)}; expected {expected})")
    return made
