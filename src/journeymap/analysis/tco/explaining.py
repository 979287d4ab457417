"""The reckoning in words and numbers, so that it can be followed with a pocket calculator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from journeymap.analysis.tco.choosing import Case
from journeymap.analysis.tco.exact import ONE, ZERO, exactly, money
from journeymap.analysis.tco.noting import notes_on
from journeymap.analysis.tco.wording import (
    category_word,
    period_word,
    rate_word,
    sentence,
    time_word,
)
from journeymap.labels.words import Labels
from journeymap.model import Money
from journeymap.model.offers import Cost, Line

if TYPE_CHECKING:
    from journeymap.analysis.tco.result import Tco

_MOST_PERIODS = 21
"""Beyond this, a list of the periods explains nothing; the table has them."""


@exactly
def explained(tco: Tco, places: list[int], labels: Labels, choice: int | None = None) -> str:
    """Return the reckoning of some offers, and how one compares with the others.

    Args:
        tco: The results.
        places: The positions of the offers.
        labels: The words.
        choice: Which one is held against the others; the first of our own unless given.
    """
    return "\n".join(_Explanation(tco, labels).text(places, choice))


class _Explanation:
    def __init__(self, tco: Tco, labels: Labels) -> None:
        self.tco = tco
        self.labels = labels
        self.words = labels.tco
        self.years = time_word(tco.terms.years, labels)

    def text(self, places: list[int], choice: int | None) -> Iterator[str]:
        yield self._say("title", years=self.years)
        yield ""
        yield from self._terms()
        for place in places:
            yield from ("", self.tco.offers[place].name)
            yield from self._offer(place)
        ours = self._reference(places) if choice is None else choice
        for place in places:
            if place != ours:
                yield from self._against(ours, place)
        notes = notes_on(self.tco, self.labels)
        if notes:
            yield from ("", self.words["notes"], *(f"  {note}" for note in notes))
        yield ""

    # Terms

    def _terms(self) -> Iterator[str]:
        terms, words = self.tco.terms, self.words
        yield self._say(f"prices_{terms.prices}", currency=self.labels.currency(self.tco.currency))
        rate = self._rate(self.tco.rate)
        if self.tco.rate == 0:
            yield words["no_rate"]
        else:
            yield from self._fisher(rate)
            yield self._say(f"rate_{terms.prices}", rate=rate)
            yield f"{words[f'period_{terms.period}']} {words[f'convention_{terms.convention}']}"
            yield self._say("formula", rate=rate)
        yield words["rounding"]

    def _fisher(self, rate: str) -> Iterator[str]:
        terms = self.tco.terms
        given = terms.real_rate if terms.prices == "nominal" else terms.discount_rate
        if given is not None and terms.inflation is not None:
            yield self._say(
                f"fisher_{terms.prices}",
                given=self._rate(given.fraction),
                inflation=self._rate(terms.inflation.fraction),
                rate=rate,
            )

    # One offer

    def _offer(self, place: int) -> Iterator[str]:
        tco, offer = self.tco, self.tco.offers[place]
        if not offer.costs:
            yield "  " + self._say("no_costs", offer=offer.name)
        else:
            yield f"  {self.words['lines']}:"
            plain, worth = tco.lines(place, discounted=False), tco.lines(place)
            for (cost, nominal), (_, present) in zip(plain, worth, strict=True):
                yield "    " + self._line(cost, nominal, present)
        if offer.gains:
            yield f"  {self.words['gain_lines']}:"
        for gain in offer.gains:
            nominal, present = tco.line_totals(place, gain)
            yield "    " + self._line(gain, nominal, present)
        if offer.costs:
            yield from self._sums(place)
            yield from self._result(place)

    def _line(self, line: Line, nominal: Money, present: Money) -> str:
        words = self.words
        category = category_word(line.category, self.labels) if isinstance(line, Cost) else None
        said = {
            "name": line.name,
            "category": category or words["gain"],
            "amount": self._amount(line),
            "done": words["paid" if category else "brought"],
            "nominal": self._money(nominal),
            "present": self._money(present),
        }
        if line.every is None:
            when = self._say("after", years=self._time(line.at)) if line.at else words["at_once"]
            text = self._say("line_single", **said, when=when)
        else:
            text = self._say(
                "line_recurring",
                **said,
                every=words[f"every_{line.every}"],
                span=self._span(line),
                growth=self._growth(line),
            )
        if line.low is None and line.high is None:
            return text
        low, high = self._money(line.low or line.amount), self._money(line.high or line.amount)
        return f"{text} {self._say('guess', low=low, high=high)}"

    def _amount(self, line: Line) -> str:
        amount = self._money(line.amount)
        if line.quantity == ONE and line.unit is None:
            return amount
        quantity = self.labels.number(line.quantity) + (f" ({line.unit})" if line.unit else "")
        product = money(line.amount.amount * line.quantity, line.amount.currency)
        return self._say("times", amount=amount, quantity=quantity, product=self._money(product))

    def _span(self, line: Line) -> str:
        start = self._say("from", years=self._time(line.start)) if line.start else ""
        end = "" if line.end is None else self._say("to", years=self._time(line.end))
        return start + end

    def _growth(self, line: Line) -> str:
        if line.growth is None or line.growth.percent == 0:
            return ""
        word = "growing" if line.growth.percent > 0 else "falling"
        return self._say(word, rate=self._rate(abs(line.growth.fraction)))

    def _sums(self, place: int) -> Iterator[str]:
        tco, words = self.tco, self.words
        sums = {name: amount for name, amount in tco.by_category(place).items() if amount.amount}
        if sums:
            yield f"  {words['by_category']}:"
        for category, amount in sums.items():
            yield f"    {category_word(category, self.labels)}: {self._money(amount)}"
        plain, worth = tco.by_period(place, discounted=False), tco.by_period(place)
        if sums and tco.rate:
            yield from self._periods(words["by_period"], plain, worth)

    def _periods(
        self, heading: str, plain: Sequence[Money], worth: Sequence[Money]
    ) -> Iterator[str]:
        tco = self.tco
        if len(plain) > _MOST_PERIODS:
            return
        yield f"  {heading}:"
        key = "period_line" if tco.rate else "flow_plain"
        factors = zip(plain, tco.factors, worth, strict=True)
        for period, (nominal, factor, present) in enumerate(factors):
            if nominal.amount:
                yield "    " + self._say(
                    key,
                    period=period_word(tco, period, self.labels),
                    nominal=self._money(nominal),
                    factor=self.labels.number(factor, digits=6),
                    present=self._money(present),
                )

    def _result(self, place: int) -> Iterator[str]:
        total, tco = self.tco.total(place), self.tco
        is_plain = tco.rate == 0
        figures = {
            "nominal": self._money(total.nominal),
            "present": self._money(total.present_value),
            "annual": self._money(total.equivalent_annual_cost),
            "annuity": self.labels.number(tco.annuity, digits=0 if is_plain else 6),
            "years": self.years,
        }
        yield "  " + self._say("result_plain" if is_plain else "result_nominal", **figures)
        annual = "result_annual_plain" if is_plain else "result_annual"
        yield "  " + self._say(annual, **figures)
        units = tco.terms.units
        if units is not None and total.per_unit is not None:
            yield "  " + self._say(
                "result_unit",
                units=self.labels.quantity(units),
                present=figures["present"],
                count=self.labels.number(units.amount),
                per_unit=self._money(total.per_unit),
            )
        if total.low != total.high:
            low, high = self._money(total.low), self._money(total.high)
            yield "  " + self._say("result_range", low=low, high=high)

    # One against another

    def _reference(self, places: list[int]) -> int:
        ours = [place for place in places if self.tco.offers[place].ours]
        return (ours or places)[0]

    def _against(self, choice: int, against: int) -> Iterator[str]:
        tco = self.tco
        names = {"choice": tco.offers[choice].name, "against": tco.offers[against].name}
        yield from ("", self._say("versus", **names))
        saving = tco.saving(choice, against)
        figures = {
            "saving": self._money(Money(abs(saving.amount), saving.currency)),
            "ours": self._money(tco.total(choice).present_value),
            "theirs": self._money(tco.total(against).present_value),
        }
        amount = saving.amount
        key = "saves" if amount > 0 else "costs_more" if amount < 0 else "costs_same"
        yield "  " + self._say(key, **names, **figures)
        time = tco.break_even(choice, against)
        key = "even_never" if time is None else "even_after" if time else "even_at_once"
        yield "  " + self._say(key, **names, time=self._time(time), years=self.years)
        if time is not None and tco.saving(choice, against, discounted=False).amount < 0:
            yield "  " + self._say("even_lost")
        if tco.offers[choice].gains or tco.offers[against].gains:
            yield from self._case(choice, against)

    def _case(self, choice: int, against: int) -> Iterator[str]:
        case = self.tco.case(choice, against, language=self.labels.language)
        yield from self._periods(self.words["flows"], case.flows, case.discounted_flows)
        yield from (f"  {line}" for line in self._verdict(case))

    def _verdict(self, case: Case) -> Iterator[str]:
        yield self._say("gains_count", npv=self._money(case.npv))
        if case.irr is not None:
            yield self._say("irr", irr=self._rate(case.irr))
        if case.roi is not None:
            yield self._say("roi", roi=self._rate(case.roi), **self._invested(case))
        if case.payback is None:
            yield self._say("payback_never", years=self.years)
        else:
            yield self._say("payback", time=self._time(case.payback))
            if case.discounted_payback is not None and self.tco.rate:
                yield self._say("payback_discounted", time=self._time(case.discounted_payback))
        yield from case.notes

    def _invested(self, case: Case) -> dict[str, str]:
        flows = [flow.amount for flow in case.flows]
        sums = {"flows": sum(flows, ZERO), "invested": -sum((f for f in flows if f < 0), ZERO)}
        return {
            name: self._money(Money(amount, self.tco.currency)) for name, amount in sums.items()
        }

    # Words

    def _say(self, key: str, **values: str) -> str:
        return sentence(self.words[key], **values)

    def _money(self, amount: Money) -> str:
        return self.labels.money(amount)

    def _rate(self, fraction: Decimal) -> str:
        return rate_word(fraction, self.labels)

    def _time(self, years: Decimal | None) -> str:
        return time_word(years or ZERO, self.labels)
