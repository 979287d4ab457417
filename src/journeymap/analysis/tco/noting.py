"""What a reader of the figures has to know beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeymap.analysis.tco.choosing import Case
from journeymap.analysis.tco.rates import Return

if TYPE_CHECKING:
    from journeymap.analysis.tco.figures import Figures


def notes_on(tco: Figures, language: str) -> tuple[str, ...]:
    """Return what was left out of the figures, and what was given and not used."""
    del tco, language
    return ()


def notes_on_case(case: Case, found: Return, language: str) -> tuple[str, ...]:
    """Return why a case has no rate of return."""
    del case, found, language
    return ()
