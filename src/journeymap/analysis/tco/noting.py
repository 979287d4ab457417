"""What a reader of the figures has to know beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeymap.analysis.tco.rates import Return
from journeymap.analysis.tco.wording import rate_word, sentence, time_word
from journeymap.labels.words import Labels
from journeymap.model import Terms
from journeymap.model.offers import Line

if TYPE_CHECKING:
    from journeymap.analysis.tco.figures import Figures


def notes_on(tco: Figures, labels: Labels) -> tuple[str, ...]:
    """Return what was left out of the figures, and what was given and not used."""
    return tuple(_notes(tco, labels))


def _notes(tco: Figures, labels: Labels) -> Iterator[str]:
    words = labels.tco
    years = time_word(tco.terms.years, labels)
    for offer in tco.offers:
        lines: list[Line] = [*offer.costs, *offer.gains]
        names = [line.name for line in lines if tco.is_cut(line)]
        for name in dict.fromkeys(names):
            yield sentence(words["note_cut"], offer=offer.name, line=name, years=years)
    if _is_inflation_idle(tco.terms):
        yield words["note_inflation"].format(prices=words[f"note_{tco.terms.prices}"])
    if any(offer.gains for offer in tco.offers):
        yield words["note_gains"]


def _is_inflation_idle(terms: Terms) -> bool:
    other = terms.real_rate if terms.prices == "nominal" else terms.discount_rate
    return terms.inflation is not None and other is None


def notes_on_return(
    found: Return, labels: Labels, *, has_roi: bool, is_lost_again: bool
) -> tuple[str, ...]:
    """Return why a case has no rate of return or on investment, and whether its payback lasts."""
    notes: list[str] = []
    if found.why:
        key = f"note_{found.why.replace(' ', '_')}"
        rates = [rate_word(rate, labels) for rate in found.found]
        notes.append(labels.tco[key].format(rates=", ".join(rates)))
    if not has_roi:
        notes.append(labels.tco["note_nothing_in"])
    if is_lost_again:
        notes.append(labels.tco["note_lost_again"])
    return tuple(notes)
