"""For dark pages and slides: light text on a dark ground."""

from __future__ import annotations

import attrs

from journeymap.theme.base import Theme
from journeymap.theme.palette import Palette, Tone

_INK = "#eceff6"

_RED = Tone(fill="#37191b", border="#e8635d", ink="#ffc4c0", solid="#f08a84", on_solid="#2a0d0c")
_AMBER = Tone(fill="#35260f", border="#d99a3d", ink="#ffd9a3", solid="#e6ad55", on_solid="#2b1c05")
_GREEN = Tone(fill="#12301f", border="#4fb57a", ink="#9fe3bb", solid="#6fce97", on_solid="#07210f")
_BLUE = Tone(fill="#1b2443", border="#6d82d6", ink="#c3cfff", solid="#9fb3ff", on_solid="#0d1636")
_VIOLET = Tone(fill="#272145", border="#8a7be0", ink="#d3ccff", solid="#b3a7ff", on_solid="#180f3d")
_TEAL = Tone(fill="#10313a", border="#3d9ba6", ink="#a3e2e9", solid="#69c9d3", on_solid="#04242a")
_SLATE = Tone(fill="#222a38", border="#76839e", ink="#c9d2e3", solid="#a8b4cb", on_solid="#141a26")
_BROWN = Tone(fill="#322411", border="#a67d42", ink="#f4cf9d", solid="#eab667", on_solid="#2b1c05")

_TONES = {
    "barrier": _RED,
    "concern": _AMBER,
    "mitigation": _GREEN,
    "urgent": attrs.evolve(_RED, fill="#321a1c", border="#b8605c", ink=_INK),
    "improve": attrs.evolve(_BLUE, ink=_INK),
    "keep": attrs.evolve(_BROWN, ink=_INK),
    "plain": attrs.evolve(_SLATE, fill="#1f2634", ink=_INK),
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

_STAGES = ("#3b5be0", "#6653de", "#0d7a86", "#18784f", "#a84f0d", "#b03a76", "#56637f")

DARK = Theme(
    name="dark",
    line_contrast=4.5,
    palette=Palette(
        paper="#12161f",
        panel="#1a202c",
        panel_edge="#1a202c",
        ink=_INK,
        muted="#a3adc0",
        accent="#93abff",
        rule="#2b3342",
        faint="#46506a",
        stages=_STAGES,
        on_stages=("#ffffff",),
        stage_edges=_STAGES,
        marks=("#7d96ff", "#9a8bff", "#35a9b6", "#3fae7c", "#d98742", "#de76a9", "#8d9ab5"),
        pills=("#1e2a52", "#292350", "#11363c", "#123424", "#3c2614", "#3c1d2e", "#262e3d"),
        pill_inks=("#b9c7ff", "#cbc3ff", "#93dbe3", "#93dcb6", "#f4c193", "#f3b2d2", "#c9d2e3"),
        valence=("#f2594e", "#f58634", "#e9b53a", "#93c854", "#4cc374"),
        valence_inks=("#ff9389", "#ffab73", "#f0c766", "#aedb78", "#7bdb9a"),
        curves=("#8aa2ff", "#ee8fbd", "#4fc3cf", "#e0a95c"),
        star="#f0b93a",
        star_edge="#f0b93a",
        star_rest="#76839e",
        tones=_TONES,
    ),
)
