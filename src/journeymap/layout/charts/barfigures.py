"""The bars: what each offer costs by category, and how it differs from the chosen one."""

from __future__ import annotations

from decimal import Context, Decimal

from journeymap.analysis.tco.wording import category_word
from journeymap.layout.charts.figures import Bar, Bars, Part
from journeymap.layout.charts.parts import apportioned
from journeymap.layout.charts.results import Results
from journeymap.layout.remarks import SEPARATOR

_EXACT = Context(prec=60)
_TEN, _THOUSAND = Decimal(10), Decimal(1000)


def bars_of(results: Results) -> Bars:
    """Return what the bars show."""
    bars = tuple(_bar(results, number) for number in range(len(results.names)))
    subtitle = []
    if results.unit("bars") != results.unit():
        subtitle.append(results.unit("bars"))
    if any(bar.change for bar in bars):
        name = results.names[results.choice]
        subtitle.append(results.words["percentages"].format(name=name))
    return Bars(
        title=results.words["discounted" if results.is_discounted else "by_category"],
        subtitle=SEPARATOR.join(subtitle),
        categories=tuple(category_word(name, results.labels) for name in results.categories),
        bars=bars,
        net=results.words["net"],
    )


def _bar(results: Results, number: int) -> Bar:
    unit, total = results.units["bars"], results.totals[number]
    amounts = {name: amount for name, amount in results.parts[number].items() if amount.amount}
    figures = [unit.figure(amount) for amount in amounts.values()]
    rounded = apportioned(unit.figure(total), figures, unit.digits)
    parts = tuple(
        Part(
            category=results.categories.index(name),
            amount=unit.figure(amount),
            shown=results.labels.number(said),
            label=results.words["part"].format(
                offer=results.names[number],
                category=category_word(name, results.labels),
                amount=results.full(amount),
            ),
        )
        for (name, amount), said in zip(amounts.items(), rounded, strict=True)
    )
    change, is_dearer = _change(results, number)
    return Bar(
        name=results.names[number],
        parts=parts,
        total=unit.figure(total),
        shown=unit.shown(total),
        change=change,
        is_dearer=is_dearer,
    )


def _change(results: Results, number: int) -> tuple[str, bool]:
    """Return by how much an offer differs from the chosen one, if that can be said."""
    own, base = results.totals[number].amount, results.totals[results.choice].amount
    if number == results.choice or base <= 0:
        return "", False
    part = _EXACT.divide(_EXACT.subtract(own, base), base)
    if part < _TEN:
        return results.labels.percent(part, signed=True), own > base
    times = _EXACT.divide(own, base)
    if times < _THOUSAND:
        return f"×\u00a0{results.labels.number(times, digits=0)}", True
    return "", True
