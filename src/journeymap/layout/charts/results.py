"""From the results to what the charts show: one unit for all amounts, and everything in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Context, Decimal
from typing import TYPE_CHECKING

from journeymap.analysis.tco.wording import category_word, time_word
from journeymap.labels.words import Labels
from journeymap.layout.charts.choices import Choices
from journeymap.layout.charts.figures import (
    Bar,
    Bars,
    Line,
    Lines,
    Meeting,
    Part,
    Sheet,
    Swing,
    Tornado,
)
from journeymap.layout.charts.parts import apportioned
from journeymap.layout.charts.tornado import strongest
from journeymap.layout.charts.units import unit_of
from journeymap.layout.header import SEPARATOR
from journeymap.model import Money, Quantity, Rate

if TYPE_CHECKING:
    from journeymap.analysis.tco import Tco
    from journeymap.analysis.tco.sensitivity import Swing as Moved

MOST_SWINGS = 8
"""How many inputs the tornado shows."""

_EXACT = Context(prec=60)
_TEN, _HUNDRED, _THOUSAND, _MILLION = (Decimal(10) ** power for power in (1, 2, 3, 6))


def sheet_of(tco: Tco, choices: Choices, labels: Labels, of: str = "") -> Sheet:
    """Return what the charts show.

    Args:
        tco: The results.
        choices: What is drawn.
        labels: The words.
        of: What the offers are for, if that is known.
    """
    return _Telling(tco, choices, labels).sheet(of)


class _Telling:
    """Results told in the words of a language."""

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
        self.swings = tco.sensitivity(self.choice, self.against)
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

    # Amounts

    def full(self, amount: Money) -> str:
        return self.labels.money(amount)

    def unit(self, chart: str | None = None) -> str:
        """Return the unit of a chart, or else of the sheet."""
        unit = self.whole if chart is None else self.units[chart]
        return unit.heading(self.tco.currency)

    # The sheet

    def sheet(self, of: str) -> Sheet:
        subtitle = [*([of] if of else []), self.kind(), *self.prices(), self.unit()]
        return Sheet(
            title=self.words["title"].format(years=self.years),
            subtitle=SEPARATOR.join(subtitle),
            bars=self.bars() if "bars" in self.charts else None,
            lines=self.lines() if "cumulative" in self.charts else None,
            tornado=self.tornado() if "tornado" in self.charts else None,
            notes=tuple(self.tco.notes),
            description=" ".join(self.sentences()),
        )

    def kind(self) -> str:
        """Return what the totals are: a present value at a rate, or a plain sum."""
        if self.rate is None:
            return self.words["no_rate"]
        name = "at_rate" if self.tco.terms.discount_rate is not None else "at_real_rate"
        return self.words[name].format(rate=self.percent(self.rate.percent))

    def percent(self, percent: Decimal) -> str:
        return f"{self.labels.number(percent)}{self.labels.percent_sign}"

    def prices(self) -> Iterator[str]:
        terms = self.tco.terms
        yield self.words[terms.prices]
        if terms.inflation is not None:
            yield self.words["inflation"].format(rate=self.percent(terms.inflation.percent))

    def bars(self) -> Bars:
        bars = tuple(self.bar(number) for number in range(len(self.names)))
        subtitle = []
        if self.unit("bars") != self.unit():
            subtitle.append(self.unit("bars"))
        if any(bar.change for bar in bars):
            name = self.names[self.choice]
            subtitle.append(self.words["percentages"].format(name=name))
        return Bars(
            title=self.words["discounted" if self.is_discounted else "by_category"],
            subtitle=SEPARATOR.join(subtitle),
            categories=tuple(category_word(name, self.labels) for name in self.categories),
            bars=bars,
            net=self.words["net"],
        )

    def bar(self, number: int) -> Bar:
        unit, total = self.units["bars"], self.totals[number]
        amounts = {name: amount for name, amount in self.parts[number].items() if amount.amount}
        figures = [unit.figure(amount) for amount in amounts.values()]
        rounded = apportioned(unit.figure(total), figures, unit.digits)
        parts = tuple(
            Part(
                category=self.categories.index(name),
                amount=unit.figure(amount),
                shown=self.labels.number(said),
                label=self.words["part"].format(
                    offer=self.names[number],
                    category=category_word(name, self.labels),
                    amount=self.full(amount),
                ),
            )
            for (name, amount), said in zip(amounts.items(), rounded, strict=True)
        )
        change, is_dearer = self.change(number)
        return Bar(
            name=self.names[number],
            parts=parts,
            total=unit.figure(total),
            shown=unit.shown(total),
            change=change,
            is_dearer=is_dearer,
        )

    def change(self, number: int) -> tuple[str, bool]:
        """Return by how much an offer differs from the chosen one, if that can be said."""
        own, base = self.totals[number].amount, self.totals[self.choice].amount
        if number == self.choice or base <= 0:
            return "", False
        part = _EXACT.divide(_EXACT.subtract(own, base), base)
        if part < _TEN:
            return self.labels.percent(part, signed=True), own > base
        times = _EXACT.divide(own, base)
        if times < _THOUSAND:
            return f"×\u00a0{self.labels.number(times, digits=0)}", True
        return "", True

    # Lines

    def lines(self) -> Lines:
        unit = self.units["cumulative"]
        order = [self.choice, *self.others()]
        lines = tuple(
            Line(
                name=self.names[number],
                points=tuple((time, unit.figure(amount)) for time, amount in self.growth[number]),
                shown=unit.shown(self.growth[number][-1][1]),
                position=position,
            )
            for position, number in enumerate(order)
        )
        meetings = tuple(self.meeting(number) for number in self.others())
        subtitle = [self.unit("cumulative")]
        if self.is_discounted:
            subtitle.insert(0, self.words["undiscounted"])
        return Lines(
            title=self.words["cumulative"],
            subtitle=SEPARATOR.join(subtitle),
            years=self.tco.terms.years,
            lines=lines,
            meetings=meetings,
            remarks=tuple(self.remarks(meetings)),
        )

    def others(self) -> list[int]:
        return [number for number in range(len(self.names)) if number != self.choice]

    def meeting(self, number: int) -> Meeting:
        at = self.tco.break_even(self.choice, number)
        name = self.names[number]
        if not at:
            return Meeting(name, at, Decimal(0), "")
        unit = self.units["cumulative"]
        points = [(time, unit.figure(amount)) for time, amount in self.growth[self.choice]]
        text = self.words["break_even"].format(name=name, time=in_time(at, self.labels))
        return Meeting(name, at, between(points, at), text)

    def remarks(self, meetings: Sequence[Meeting]) -> Iterator[str]:
        never = [one.name for one in meetings if one.at is None]
        always = [one.name for one in meetings if one.at == 0]
        choice = self.names[self.choice]
        if never:
            yield self.words["never"].format(years=self.years, names=", ".join(never))
        if always:
            yield self.words["never_dearer"].format(choice=choice, names=", ".join(always))

    # Tornado

    def tornado(self) -> Tornado:
        moving = [one for one in self.swings if one.low != one.base or one.high != one.base]
        base = self.swings[0].base if self.swings else self.totals[self.choice]
        choice, unit = self.names[self.choice], self.units["tornado"]
        if self.against is None:
            title, of = "moves_cost", self.words["cost"].format(name=choice)
        else:
            title = "moves_saving"
            of = self.words["saving"].format(choice=choice, name=self.names[self.against])
        swings = strongest([self.swing(swing) for swing in moving], unit.figure(base))
        return Tornado(
            swings=tuple(swings[:MOST_SWINGS]),
            base=unit.figure(base),
            shown=unit.shown(base),
            title=self.words[title],
            subtitle=SEPARATOR.join([of, self.unit("tornado")]),
            rest=self.rest(swings[MOST_SWINGS:], unit.figure(base)),
        )

    def swing(self, swing: Moved) -> Swing:
        said = {
            "name": self.words[_INPUTS[swing.kind]].format(name=swing.name),
            "low_input": self.input(swing.low_input, swing.kind),
            "high_input": self.input(swing.high_input, swing.kind),
        }
        unit = self.units["tornado"]
        ends = {"low": self.full(swing.low), "high": self.full(swing.high)}
        return Swing(
            low=unit.figure(swing.low),
            high=unit.figure(swing.high),
            label=self.words["swing"].format(**said, **ends),
            **said,
        )

    def input(self, text: str, kind: str) -> str:
        """Return an input as the language writes it."""
        if kind == "amount":
            return self.short(Money(text))
        if text.endswith("%"):
            percent = Rate(text.removeprefix("+")).percent
            sign = "+" if text.startswith("+") else ""
            return sign + self.percent(percent)
        # The unit stands in the name.
        return self.labels.number(Quantity(text).amount)

    def short(self, amount: Money) -> str:
        """Return an amount without what does not count: cents of hundreds, units of millions."""
        size = abs(amount.amount)
        if size >= _MILLION:
            return self.labels.compact(amount)
        return self.labels.money(amount, digits=0 if size >= _HUNDRED else None)

    def rest(self, swings: Sequence[Swing], base: Decimal) -> str:
        if not swings:
            return ""
        most = max(abs(end - base) for swing in swings for end in (swing.low, swing.high))
        one = Decimal(1).scaleb(self.units["tornado"].scale.power)
        amount = Money(_EXACT.multiply(most, one), self.tco.currency)
        count = self.labels.number(Decimal(len(swings)))
        return self.words["rest"].format(count=count, amount=self.labels.compact(amount))

    # The description

    def sentences(self) -> Iterator[str]:
        words = self.words
        yield words["about"].format(years=self.years, kind=_lowered(self.kind()))
        order = sorted(range(len(self.names)), key=lambda number: self.totals[number].amount)
        if len(order) > 1:
            first = order[0]
            amount = self.full(self.totals[first])
            yield words["cheapest"].format(name=self.names[first], amount=amount)
        for number in order:
            name, amount = self.names[number], self.full(self.totals[number])
            yield words["total"].format(name=name, amount=amount)
        if "cumulative" in self.charts:
            yield from self.evens()
        if "tornado" in self.charts:
            strong = [swing.name for swing in self.tornado().swings[:3]]
            if strong:
                yield words["most"].format(names=", ".join(strong))

    def evens(self) -> Iterator[str]:
        choice = self.names[self.choice]
        for number in self.others():
            name = self.names[number]
            at = self.tco.break_even(self.choice, number)
            if at is None:
                yield self.words["never_even"].format(choice=choice, name=name, years=self.years)
            elif at == 0:
                yield self.words["never_dearer_than"].format(choice=choice, name=name)
            else:
                time = in_time(at, self.labels)
                yield self.words["even"].format(choice=choice, name=name, time=time)


_INPUTS = {
    "amount": "amount",
    "growth": "growth",
    "quantity": "quantity",
    "rate": "discount_rate",
}
"""How an input is called, by its kind."""


def in_time(years: Decimal, labels: Labels) -> str:
    """Return after which time something happens; that of some days is not zero months."""
    said = labels.years(years)
    return labels.charts["soon"] if said == labels.years(Decimal(0)) else said


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def between(points: Iterable[tuple[Decimal, Decimal]], at: Decimal) -> Decimal:
    """Return the amount at a time, on the straight line between the points around it."""
    before: tuple[Decimal, Decimal] | None = None
    amount = Decimal(0)
    for time, amount in points:
        if time >= at:
            if before is None or time == at:
                return amount
            part = _EXACT.divide(_EXACT.subtract(at, before[0]), _EXACT.subtract(time, before[0]))
            rise = _EXACT.multiply(_EXACT.subtract(amount, before[1]), part)
            return _EXACT.add(before[1], rise)
        before = (time, amount)
    return amount
