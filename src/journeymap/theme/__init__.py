"""How a picture looks: metrics, which move boxes, and a palette, which moves nothing.

A theme is a value. Another theme is this one with some fields changed:

    >>> import attrs
    >>> mine = attrs.evolve(LIGHT, palette=attrs.evolve(LIGHT.palette, accent="#7a1f5c"))
"""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.errors import OptionError, shown, unknown
from journeymap.theme.base import Theme
from journeymap.theme.dark import DARK
from journeymap.theme.light import LIGHT
from journeymap.theme.metrics import Metrics
from journeymap.theme.palette import KINDS, Palette, Ramp, Tone

__all__ = [
    "DARK",
    "KINDS",
    "LIGHT",
    "THEMES",
    "Metrics",
    "Palette",
    "Ramp",
    "Theme",
    "Tone",
    "theme_of",
]

THEMES: Mapping[str, Theme] = {theme.name: theme for theme in (LIGHT, DARK)}


def theme_of(theme: str | Theme) -> Theme:
    """Return a theme from itself or from its name.

    Raises:
        OptionError: It is neither.
    """
    if isinstance(theme, Theme):
        return theme
    if not isinstance(theme, str):
        known = ", ".join(THEMES)
        raise OptionError(f"not a theme (got {shown(theme)}; expected a Theme or one of {known})")
    if theme not in THEMES:
        raise unknown("theme", theme, THEMES)
    return THEMES[theme]
