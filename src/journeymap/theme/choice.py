"""From what somebody says, a name, colours, a look of the model, to themes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import attrs

from journeymap.errors import OptionError, shown, unknown
from journeymap.model.look import AUTO, Look
from journeymap.theme.base import Theme
from journeymap.theme.color import luminance, parsed
from journeymap.theme.contrast import CONTRAST
from journeymap.theme.dark import DARK
from journeymap.theme.light import LIGHT
from journeymap.theme.printed import PRINT

THEMES: Mapping[str, Theme] = {theme.name: theme for theme in (LIGHT, DARK, PRINT, CONTRAST)}
"""The themes that have a name."""

ThemeChoice = str | Theme | Look | Sequence[str | Theme]
"""What the argument `theme` of a view takes.

A name, a colour of a brand, several with commas between; the same as a list; a theme; a pair of
themes, of which the reader's screen chooses; a look of the model.
"""

MOST_NOTES = 5
"""How many pairs of colours a picture names."""

_AUTO = "auto"
NAMES = (*THEMES, _AUTO)
"""What a theme can be called."""


def themes_of(choice: ThemeChoice | None, otherwise: Look | None = None) -> tuple[Theme, ...]:
    """Return the theme that is asked for, or the two of which the reader's screen chooses.

    Args:
        choice: What the one who draws says; None for nothing.
        otherwise: What the journey says.

    Raises:
        OptionError: It names no theme, is no colour, or its parts do not go together.
    """
    wanted = choice if choice is not None else otherwise
    if wanted is None:
        return (LIGHT,)
    if isinstance(wanted, Look):
        return _of_look(wanted)
    return _of_parts(_parts(wanted))


def theme_of(choice: ThemeChoice | None, otherwise: Look | None = None) -> Theme:
    """Return the theme that is asked for; of two, the first.

    Raises:
        OptionError: It names no theme, is no colour, or its parts do not go together.
    """
    return themes_of(choice, otherwise)[0]


def brand_theme(*colors: str, base: str | Theme = "light", name: str = "brand") -> Theme:
    """Return a theme in the colours of a brand, in which everything can be read.

    Text has a contrast of 4.5 : 1 at least and shapes 3 : 1 (7 and 4.5 on the base `contrast`),
    whatever the colours are.

    Args:
        colors: One colour or more, as `#rgb` or `#rrggbb`, the most important first.
        base: What everything else is taken from: light, dark, contrast, or a theme.
        name: What the theme is called.

    Raises:
        OptionError: There is no colour, or it is none; the base is not known or has greys only.

    Examples:
        >>> brand_theme("#7a1f5c", "#0b7783").palette.stages[:2]
        ('#7a1f5c', '#0b7783')
    """
    from journeymap.theme.brand import branded  # noqa: PLC0415

    if not colors:
        raise OptionError("a brand needs one colour or more, such as #7a1f5c")
    start = base if isinstance(base, Theme) else _named(base)
    if not start.takes_brand:
        raise OptionError(f"theme {start.name} takes no brand's colours: it has greys only")
    return branded(start, tuple(map(parsed, colors)), name)


def _parts(wanted: object) -> list[str | Theme]:
    if isinstance(wanted, Theme):
        return [wanted]
    if isinstance(wanted, str):
        return [*(part.strip() for part in wanted.split(","))]
    is_list = isinstance(wanted, Sequence) and all(isinstance(p, (str, Theme)) for p in wanted)
    if not is_list or not wanted:
        known = ", ".join(NAMES)
        raise OptionError(
            f"not a theme (got {shown(wanted)}; expected a Theme, colours, or one of {known})"
        )
    return [*wanted]  # type: ignore[misc]


def _of_parts(parts: Sequence[str | Theme]) -> tuple[Theme, ...]:
    bases: list[Theme] = []
    brand: list[str] = []
    for part in parts:
        if isinstance(part, Theme):
            bases.append(part)
        elif part.startswith("#"):
            brand.append(part)
        elif part == _AUTO:
            bases += [THEMES[name] for name in AUTO]
        else:
            bases.append(_named(part))
    chosen = tuple(bases) or (LIGHT,)
    if brand:
        chosen = tuple(brand_theme(*brand, base=base) for base in chosen)
    return _checked(chosen)


def _named(name: object) -> Theme:
    if not isinstance(name, str) or name not in THEMES:
        raise unknown("theme", str(name), NAMES)
    return THEMES[name]


def _of_look(look: Look) -> tuple[Theme, ...]:
    colors = {swatch.name: swatch.colors for swatch in look.colors}
    found = _of_parts([*look.base, *look.brand])
    if colors:
        found = tuple(theme.with_colors(**colors) for theme in found)
    if look.scale != 1:
        found = tuple(
            attrs.evolve(theme, metrics=theme.metrics.scaled(look.scale)) for theme in found
        )
    return found


def _checked(themes: tuple[Theme, ...]) -> tuple[Theme, ...]:
    if len(themes) > 2:
        raise OptionError(f"more than two themes (got {', '.join(t.name for t in themes)})")
    if len(themes) == 2 and themes[0].metrics != themes[1].metrics:
        first, second = themes
        raise OptionError(
            f"{first.name} and {second.name} in one picture: their lengths differ, so the reader's "
            "screen cannot choose between them"
        )
    return themes


def notes_of(*themes: Theme) -> tuple[str, ...]:
    """Return what is hard to read or to see in themes, for those who draw with them."""
    own = [theme for theme in themes if all(theme is not known for known in THEMES.values())]
    if not own:
        return ()
    from journeymap.theme.pairs import notes  # noqa: PLC0415

    found = [note for theme in own for note in notes(theme)]
    more = [f"and {len(found) - MOST_NOTES} more pairs of colours"]
    return (*found[:MOST_NOTES], *(more if len(found) > MOST_NOTES else []))


def scheme_of(first: Theme, other: Theme) -> Literal["light", "dark"]:
    """Return for which screens the second of two themes is: those that want the lighter or not."""
    is_darker = luminance(other.palette.paper) <= luminance(first.palette.paper)
    return "dark" if is_darker else "light"
