"""Words that tables, notes and explanations share."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from journeymap.labels.words import NO_BREAK, Labels

if TYPE_CHECKING:
    from journeymap.analysis.tco.figures import Figures


def time_word(years: Decimal, labels: Labels) -> str:
    """Return a time in words: whole years in full, `1 y 11 m` otherwise."""
    whole = Decimal(round(years))
    if whole and round(years * 12) == whole * 12:
        return f"{labels.number(whole)}{NO_BREAK}{labels.units['years'][labels.plural(whole)]}"
    return labels.years(years)


def category_word(category: str, labels: Labels) -> str:
    """Return what a category is called; one of the author's own has its own name."""
    known = {"price", "implementation", "use", "repair", "exit"}
    return labels.tco[category] if category in known else category


def period_word(tco: Figures, period: int, labels: Labels) -> str:
    """Return what a period is called."""
    if period == 0:
        return labels.tco["now"]
    if tco.terms.period == "year":
        return labels.tco["year"].format(number=period)
    return time_word(tco.years(period), labels)


def rate_word(fraction: Decimal, labels: Labels) -> str:
    """Return a rate as a percentage with as many digits as it needs, four at most."""
    percent = round(fraction * 100, 4)
    digits = next(number for number in range(5) if round(percent, number) == percent)
    return labels.percent(fraction, digits=digits)


def sentence(template: str, **values: str) -> str:
    """Return a sentence; an abbreviation that ends it brings the full stop with it."""
    text = template.format(**values)
    for value in values.values():
        if value.endswith("."):
            text = text.replace(f"{value}.", value)
    return text
