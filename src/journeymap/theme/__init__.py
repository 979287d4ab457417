"""How a picture looks: metrics, which move boxes, and a palette, which moves nothing.

A theme is a value. Another theme is this one with some colours changed, or one in the colours of
a brand:

    >>> mine = LIGHT.with_colors(accent="#7a1f5c", stages=["#7a1f5c", "#5b3a8c"])
    >>> ours = brand_theme("#7a1f5c", "#0b7783", base="dark")
"""

from journeymap.theme.base import Theme
from journeymap.theme.choice import (
    THEMES,
    ThemeChoice,
    brand_theme,
    notes_of,
    scheme_of,
    theme_of,
    themes_of,
)
from journeymap.theme.contrast import CONTRAST
from journeymap.theme.dark import DARK
from journeymap.theme.light import LIGHT
from journeymap.theme.metrics import Metrics
from journeymap.theme.palette import KINDS, Palette, Ramp, Tone
from journeymap.theme.printed import PRINT

__all__ = [
    "CONTRAST",
    "DARK",
    "KINDS",
    "LIGHT",
    "PRINT",
    "THEMES",
    "Metrics",
    "Palette",
    "Ramp",
    "Theme",
    "ThemeChoice",
    "Tone",
    "brand_theme",
    "notes_of",
    "scheme_of",
    "theme_of",
    "themes_of",
]
