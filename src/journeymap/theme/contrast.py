"""High contrast: black on white, no tints, thicker lines."""

from __future__ import annotations

import attrs

from journeymap.text import TextStyle
from journeymap.theme.base import Theme
from journeymap.theme.metrics import USUAL
from journeymap.theme.palette import Palette, Tone

_BLACK = "#000000"
_WHITE = "#ffffff"


def _tone(color: str) -> Tone:
    """Return a white card with an edge, and a badge, in one strong colour."""
    return Tone(fill=_WHITE, border=color, ink=_BLACK, solid=color, on_solid=_WHITE)


_RED = _tone("#a30b00")
_AMBER = _tone("#7a3d00")
_GREEN = _tone("#005c2e")
_BLUE = _tone("#0a2fc2")
_VIOLET = _tone("#4f14b8")
_TEAL = _tone("#00555f")
_SLATE = _tone("#353c4a")
_BROWN = _tone("#693c00")

_TONES = {
    "barrier": _RED,
    "concern": _AMBER,
    "mitigation": attrs.evolve(_GREEN, ink="#003d1f"),
    "urgent": _RED,
    "improve": _BLUE,
    "keep": _BROWN,
    "plain": _SLATE,
    "economic": _SLATE,
    "technical": _TEAL,
    "user": _VIOLET,
    "coach": _BROWN,
    "hypothesis": _VIOLET,
    "message": _TEAL,
    "front": _BLUE,
    "back": _VIOLET,
    "support": _SLATE,
    "added": _GREEN,
    "removed": _RED,
    "changed": _AMBER,
    "good": attrs.evolve(_GREEN, ink="#003d1f"),
    "bad": attrs.evolve(_RED, ink="#750800"),
}

_STAGES = ("#0a2fc2", "#4f14b8", "#00555f", "#005c2e", "#7a3d00", "#8a0f55", "#353c4a")

CONTRAST = Theme(
    name="contrast",
    text_contrast=7.0,
    shape_contrast=4.5,
    palette=Palette(
        paper=_WHITE,
        panel=_WHITE,
        panel_edge=_BLACK,
        ink=_BLACK,
        muted="#2b2f38",
        accent="#0a2fc2",
        rule="#8a8a8a",
        faint="#8a8a8a",
        stages=_STAGES,
        on_stages=(_WHITE,),
        stage_edges=_STAGES,
        marks=_STAGES,
        pills=("#e6e6e6",),
        pill_inks=(_BLACK,),
        valence=("#c00d00", "#b34700", "#806000", "#3f7300", "#00703a"),
        valence_inks=("#8f0a00", "#7a3000", "#574200", "#294d00", "#005229"),
        curves=("#0a2fc2", "#a3005f", "#00626e", "#7a4a00"),
        star=_BLACK,
        star_edge=_BLACK,
        star_rest=_BLACK,
        tones=_TONES,
    ),
    metrics=USUAL.changed(
        subtitle=TextStyle(14.5, 500),
        heading=TextStyle(15.5, 700),
        lane_label=TextStyle(14, 700),
        stage=TextStyle(17, 700),
        body=TextStyle(14.5, 500),
        strong=TextStyle(14.5, 700),
        quote=TextStyle(14, 500, italic=True),
        small=TextStyle(13, 500),
        small_strong=TextStyle(13, 700),
        stage_note=TextStyle(13, 600),
        pill_note=TextStyle(12, 500),
        badge=TextStyle(12.5, 700),
        cycle_number=TextStyle(16.5, 700),
        persona_quote=TextStyle(16.5, 500, italic=True),
        fab_title=TextStyle(16, 700),
        chart_heading=TextStyle(17.5, 700),
        chart_value=TextStyle(13.5, 700),
        chart_total=TextStyle(17, 700),
        chart_tick=TextStyle(13, 500),
        rule=1.5,
        flow_line=2.4,
        card_bar=7,
        curve_width=5,
        face=14,
        star=16,
        star_gap=7,
        bullet=6.5,
        mark=12,
        card_radius=4,
        panel_radius=4,
    ),
)
