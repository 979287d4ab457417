"""What `journeymap tco` writes: what each offer costs, and how the chosen one compares with each.

One table of figures, a row each and a column an offer, is written as aligned text or Markdown; JSON
and CSV have the same figures for programs: amounts and times as exact texts, names that stay.
"""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from journeymap.analysis.tco import Tco, tco
from journeymap.labels import labels_for
from journeymap.labels.words import Labels
from journeymap.layout.charts.choices import choices_of
from journeymap.layout.charts.results import horizon
from journeymap.model import Journey, Money, Rate
from journeymap.model.currencies import minor_units
from journeymap.tables.markdown import escaped
from journeymap.tables.rows import harmless

if TYPE_CHECKING:
    from journeymap.analysis.tco.choosing import Case

Row = tuple[str, list[str]]
"""What a figure is called, and what it is for each offer."""

_KNOWN = ("price", "implementation", "use", "repair", "exit")


def costing(
    journey: Journey,
    given: Mapping[str, Any],
    *,
    choice: str | None = None,
    against: str | None = None,
    language: str | None = None,
    discounted: bool = True,
) -> Costing:
    """Return what the offers of a journey cost, ready to be written.

    Args:
        journey: Whose offers.
        given: Terms that take the place of the journey's own, by the keywords of `tco`.
        choice: The offer that the others are compared with; ours unless given.
        against: The only one that it is compared with; each other one unless given.
        language: The language of the words; that of the journey unless given.
        discounted: Whether categories and savings are present values.

    Raises:
        OptionError: There are no such offers, or no such language.
        ModelError: The terms do not go together.
    """
    labels = labels_for(language, journey.language)
    made = tco(journey, **given)
    chosen = choices_of(made, None, choice, against)
    others = [number for number in range(len(made.offers)) if number != chosen.choice]
    if against is not None:
        others = [number for number in others if number == chosen.against]
    return Costing(made, chosen.choice, others, labels, discounted=discounted)


class Costing:
    """Results told as a table.

    Args:
        tco: The results.
        choice: The position of the offer that the others are compared with.
        others: The positions of the offers that it is compared with.
        labels: The words.
        discounted: Whether the categories are present values.
    """

    def __init__(
        self, tco: Tco, choice: int, others: Sequence[int], labels: Labels, *, discounted: bool
    ) -> None:
        self.tco = tco
        self.choice = choice
        self.others = others
        self.labels = labels
        self.words = labels.charts
        self.discounted = discounted
        self.numbers = range(len(tco.offers))
        self.names = [offer.name for offer in tco.offers]
        self.digits = minor_units(tco.currency)
        self.cases = {
            number: tco.case(choice, number) for number in others if self._has_gains(number)
        }

    def _has_gains(self, number: int) -> bool:
        return bool(self.tco.offers[self.choice].gains or self.tco.offers[number].gains)

    # The rows

    def rows(self) -> list[list[Row]]:
        """Return the figures in groups: the categories, the totals, the comparison."""
        groups = [[*self._categories()], [*self._totals()], [*self._comparison()]]
        return [group for group in groups if group]

    def _categories(self) -> Iterator[Row]:
        parts = [self._parts(number) for number in self.numbers]
        for name in self.tco.categories:
            title = self.words[name] if name in _KNOWN else name
            yield title, [self._money(part[name]) for part in parts]

    def _parts(self, number: int) -> dict[str, Money]:
        return self.tco.by_category(number, discounted=self.discounted)

    def _totals(self) -> Iterator[Row]:
        totals = [self.tco.total(number) for number in self.numbers]
        yield self.words["total_worth"], [self._money(one.present_value) for one in totals]
        yield self.words["total_nominal"], [self._money(one.nominal) for one in totals]
        yield self.words["annual"], [self._money(one.equivalent_annual_cost) for one in totals]
        if self.tco.terms.units is not None:
            each = [self._money(one.per_unit) if one.per_unit else "" for one in totals]
            yield self.words["per_unit"], each

    def _comparison(self) -> Iterator[Row]:
        if not self.others:
            return
        name = self.names[self.choice]
        words = self.words
        yield words["saving_with"].format(name=name), self._for_others(self._saving)
        yield words["saving_share"], self._for_others(self._share)
        yield words["even_with"].format(name=name), self._for_others(self._even)
        if self.tco.rate:
            yield words["even_worth"], self._for_others(lambda n: self._even(n, discounted=True))
        if self.cases:
            yield words["npv"], self._of_cases(lambda case: self._money(case.npv))
            yield words["irr"], self._of_cases(lambda case: self._rate(case.irr))
            yield words["roi"], self._of_cases(lambda case: self._rate(case.roi))
            yield words["payback"], self._of_cases(lambda case: self._time(case.payback))
            later = self._of_cases(lambda case: self._time(case.discounted_payback))
            yield words["payback_worth"], later

    def _for_others(self, tell: Callable[[int], str]) -> list[str]:
        return [tell(number) if number in self.others else "" for number in self.numbers]

    def _of_cases(self, tell: Callable[[Case], str]) -> list[str]:
        return [tell(self.cases[n]) if n in self.cases else "" for n in self.numbers]

    # The cells

    def _money(self, amount: Money) -> str:
        """Return an amount without its currency, which stands above the table."""
        return self.labels.number(amount.amount, digits=self.digits) if amount.amount else "0"

    def _saving(self, number: int) -> str:
        return self._money(self._saved(number))

    def _saved(self, number: int) -> Money:
        return self.tco.saving(self.choice, number, discounted=self.discounted)

    def _share(self, number: int) -> str:
        total = self.tco.total(number)
        whole = (total.present_value if self.discounted else total.nominal).amount
        return self._rate(self._saved(number).amount / whole if whole > 0 else None)

    def _even(self, number: int, *, discounted: bool = False) -> str:
        return self._time(self.tco.break_even(self.choice, number, discounted=discounted))

    def _rate(self, fraction: Decimal | None) -> str:
        if fraction is None:
            return self.words["is_unknown"]
        return self.labels.percent(fraction, digits=1)

    def _time(self, years: Decimal | None) -> str:
        if years is None:
            return self.words["is_never"]
        return self.labels.years(years) if years else self.words["at_once"]

    # What is written

    def explain(self) -> str:
        """Return the computation in words and figures."""
        names = [self.names[number] for number in (self.choice, *self.others)]
        told = (self.tco.explain(name, language=self.labels.language) for name in names)
        return "\n\n".join(text.strip() for text in told) + "\n"

    def title(self) -> str:
        """Return over which time and at which rate all is reckoned."""
        return self.words["title"].format(years=horizon(self.tco.terms.years, self.labels))

    def facts(self) -> str:
        """Return the rate and the prices."""
        terms, words = self.tco.terms, self.words
        said = [words["no_rate"]]
        for name, rate in (("at_rate", terms.discount_rate), ("at_real_rate", terms.real_rate)):
            if rate is not None:
                said = [words[name].format(rate=self._percent(rate))]
        said.append(words[terms.prices])
        if terms.inflation is not None:
            said.append(words["inflation"].format(rate=self._percent(terms.inflation)))
        said.append(words["amounts"].format(unit=self.labels.currency(self.tco.currency)))
        return ", ".join(said)

    def _percent(self, rate: Rate) -> str:
        return f"{self.labels.number(rate.percent)}{self.labels.percent_sign}"

    def table(self) -> str:
        """Return the figures as aligned text."""
        groups = self.rows()
        cells = [("", self.names), *(row for group in groups for row in group)]
        first = max(_width(name) for name, _ in cells)
        widths = [max(_width(row[n]) for _, row in cells) for n in self.numbers]
        rule = "─" * (first + sum(widths) + 2 * len(widths))
        lines = [self.title(), self.facts(), "", _aligned("", self.names, first, widths)]
        for group in groups:
            lines.append(rule)
            lines += [_aligned(name, row, first, widths) for name, row in group]
        lines += ["", *self.tco.notes] if self.tco.notes else []
        return "\n".join(line.rstrip() for line in lines).replace("\u00a0", " ") + "\n"

    def markdown(self) -> str:
        """Return the figures as a Markdown table."""
        lines = [
            f"**{escaped(self.title())}**",
            "",
            self.facts(),
            "",
            _piped(["", *self.names]),
            "|".join(["", "---", *("---:" for _ in self.names), ""]),
        ]
        lines += [_piped([name, *row]) for group in self.rows() for name, row in group]
        for note in self.tco.notes:
            lines += ["", escaped(note)]
        return "\n".join(lines) + "\n"

    def csv(self) -> str:
        """Return a line an offer, for programs: plain figures, times in years.

        It has the line ends that RFC 4180 asks for.
        """
        found = [self._offer(number) for number in self.numbers]
        compared = {one["against"]: one for one in self._compared()}
        keys = list(next(iter(compared.values()), {}))[1:]
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        totals = ("nominal", "present_value", "equivalent_annual_cost", "per_unit")
        categories = map(harmless, self.tco.categories)
        writer.writerow(["offer", "currency", *categories, *totals, *keys])
        for offer in found:
            parts = [offer["categories"][name] for name in self.tco.categories]
            sums = [offer[name] for name in totals]
            rest = compared.get(offer["name"], {})
            others = [rest.get(key) for key in keys]
            row = [harmless(offer["name"]), self.tco.currency, *parts, *sums, *others]
            writer.writerow("" if cell is None else cell for cell in row)
        return out.getvalue()

    def json(self) -> str:
        """Return everything for programs, exact figures as texts."""
        terms = self.tco.terms
        rates = ("discount_rate", "real_rate", "inflation")
        made = {
            "currency": self.tco.currency,
            "terms": {
                "years": str(terms.years),
                **{name: _text(getattr(terms, name)) for name in rates},
                "prices": terms.prices,
                "convention": terms.convention,
                "period": terms.period,
                "units": _text(terms.units),
            },
            "categories_are": "present_value" if self.discounted else "nominal",
            "offers": [self._offer(number) for number in self.numbers],
            "choice": self.names[self.choice],
            "comparison": [*self._compared()],
            "notes": list(self.tco.notes),
        }
        return json.dumps(made, ensure_ascii=False, indent=2) + "\n"

    def _offer(self, number: int) -> dict[str, Any]:
        total = self.tco.total(number)
        sums = ("nominal", "present_value", "equivalent_annual_cost", "per_unit", "low", "high")
        parts = {name: str(amount.amount) for name, amount in self._parts(number).items()}
        figures = {name: getattr(total, name) for name in sums}
        return {
            "name": self.names[number],
            "ours": self.tco.offers[number].ours,
            "categories": parts,
            **{name: _text(figure and figure.amount) for name, figure in figures.items()},
        }

    def _compared(self) -> Iterator[dict[str, Any]]:
        for number in self.others:
            found: dict[str, Any] = {"against": self.names[number]}
            found["saving"] = str(self._saved(number).amount)
            for name, later in (("break_even", False), ("discounted_break_even", True)):
                found[name] = _text(self.tco.break_even(self.choice, number, discounted=later))
            case = self.cases.get(number)
            for name in ("npv", "irr", "roi", "payback", "discounted_payback"):
                value = getattr(case, name, None)
                found[name] = _text(value.amount if isinstance(value, Money) else value)
            yield found


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    marks = sum(unicodedata.category(letter) in {"Mn", "Me", "Cf"} for letter in text)
    return len(text) + wide - marks


def _aligned(name: str, row: Sequence[str], first: int, widths: Sequence[int]) -> str:
    cells = [
        " " * (2 + width - _width(cell)) + cell for cell, width in zip(row, widths, strict=True)
    ]
    return name + " " * (first - _width(name)) + "".join(cells)


def _piped(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(escaped, cells)) + " |"
