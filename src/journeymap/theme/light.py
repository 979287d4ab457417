"""The usual theme: dark text on white."""

from __future__ import annotations

import attrs

from journeymap.theme.base import Theme
from journeymap.theme.palette import Palette, Tone

_INK = "#1b2131"
_WHITE = "#ffffff"

_RED = Tone(fill="#fdf0ef", border="#d6302b", ink="#84201c", solid="#c4231d", on_solid=_WHITE)
_AMBER = Tone(fill="#fdf3e4", border="#b96a0b", ink="#70420a", solid="#9a570a", on_solid=_WHITE)
_GREEN = Tone(fill="#eaf5ee", border="#2a8f52", ink="#155f36", solid="#1c7444", on_solid=_WHITE)
_BLUE = Tone(fill="#eef1fd", border="#6c84de", ink="#2743b3", solid="#3457dd", on_solid=_WHITE)
_VIOLET = Tone(fill="#efecfb", border="#7a68de", ink="#4434ad", solid="#5b49d6", on_solid=_WHITE)
_TEAL = Tone(fill="#e3f1f2", border="#26858f", ink="#075e68", solid="#0b7783", on_solid=_WHITE)
_SLATE = Tone(fill="#eff2f7", border="#717d95", ink="#3b4760", solid="#4d5b78", on_solid=_WHITE)
_BROWN = Tone(fill="#faf1e6", border="#b0783a", ink="#83390a", solid="#a04f08", on_solid=_WHITE)

_TONES = {
    "barrier": _RED,
    "concern": _AMBER,
    "mitigation": _GREEN,
    "urgent": attrs.evolve(_RED, fill="#fceeee", border="#cf6f6c", ink=_INK),
    "improve": attrs.evolve(_BLUE, ink=_INK),
    "keep": attrs.evolve(_BROWN, ink=_INK),
    "plain": attrs.evolve(_SLATE, fill="#f3f5f9", ink=_INK),
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
    "good": _GREEN,
    "bad": _RED,
}

_STAGES = ("#3457dd", "#5b49d6", "#0b7783", "#17774f", "#a34a08", "#a8326e", "#4d5b78")

LIGHT = Theme(
    name="light",
    palette=Palette(
        paper=_WHITE,
        panel="#f6f8fd",
        panel_edge="#f6f8fd",
        ink=_INK,
        muted="#5c6579",
        accent="#3050cf",
        rule="#e4e8ef",
        faint="#c9d0dc",
        stages=_STAGES,
        on_stages=(_WHITE,),
        stage_edges=_STAGES,
        marks=_STAGES,
        pills=("#e8edfc", "#efecfb", "#e3f1f2", "#e4f2ea", "#faeee2", "#faeaf2", "#ebeef4"),
        pill_inks=("#2743b3", "#4434ad", "#075e68", "#115c3c", "#83390a", "#862756", "#3b4760"),
        valence=("#d92d20", "#e5620c", "#bd8600", "#5f9a24", "#2a9650"),
        valence_inks=("#a3160d", "#a8440a", "#7d5a00", "#416c10", "#176b34"),
        curves=("#3457dd", "#a8326e", "#0b7783", "#8a5a00"),
        star="#e8a50c",
        star_edge="#a87200",
        star_rest="#858ea1",
        tones=_TONES,
    ),
)
