"""For paper: greys only, thin lines, and no large area that eats toner."""

from __future__ import annotations

import attrs

from journeymap.theme.base import Theme
from journeymap.theme.metrics import USUAL
from journeymap.theme.palette import Palette, Tone

_INK = "#161616"
_WHITE = "#ffffff"
_CARD = "#f4f4f4"
"""The ground of cards without an edge all round."""


def _tone(grey: str) -> Tone:
    """Return a card with an edge, and a small dark badge, in one grey."""
    return Tone(fill=_WHITE, border=grey, ink=_INK, solid=grey, on_solid=_WHITE)


_DARK = _tone("#1f1f1f")
_DEEP = _tone("#404040")
_MIDDLE = _tone("#595959")
_PALE = _tone("#6e6e6e")
# The bars of the buying group are long: as pale as can still be seen on white.
_BAR = Tone(fill=_WHITE, border="#404040", ink=_INK, solid="#929292", on_solid="#000000")

_TONES = {
    "barrier": attrs.evolve(_DARK, fill=_CARD),
    "concern": attrs.evolve(_PALE, fill=_CARD),
    "mitigation": attrs.evolve(_DEEP, ink="#404040"),
    "urgent": _DARK,
    "improve": _MIDDLE,
    "keep": _PALE,
    "plain": _PALE,
    "economic": _BAR,
    "technical": _BAR,
    "user": _BAR,
    "coach": _BAR,
    "hypothesis": _MIDDLE,
    "message": _MIDDLE,
    "front": _DEEP,
    "back": _MIDDLE,
    "support": _PALE,
    "added": _DARK,
    "removed": _PALE,
    "changed": _MIDDLE,
    "good": _MIDDLE,
    "bad": _DARK,
}

PRINT = Theme(
    name="print",
    takes_brand=False,
    palette=Palette(
        paper=_WHITE,
        panel=_WHITE,
        panel_edge="#8c8c8c",
        ink=_INK,
        muted="#555555",
        accent=_INK,
        rule="#bdbdbd",
        faint="#a8a8a8",
        stages=("#ededed",),
        on_stages=(_INK,),
        stage_edges=("#4a4a4a",),
        marks=("#333333",),
        pills=("#ededed",),
        pill_inks=(_INK,),
        valence=("#1f1f1f", "#333333", "#474747", "#333333", "#1f1f1f"),
        valence_inks=("#1f1f1f", "#2e2e2e", "#3d3d3d", "#2e2e2e", "#1f1f1f"),
        curves=("#1f1f1f", "#555555", "#777777", "#404040"),
        star="#333333",
        star_edge="#333333",
        star_rest="#767676",
        tones=_TONES,
    ),
    metrics=USUAL.changed(
        rule=0.75,
        card_bar=2.5,
        curve_width=2,
        card_radius=2,
        panel_radius=2,
    ),
)
