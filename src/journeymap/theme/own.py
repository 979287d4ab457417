"""A theme with single colours of somebody's own, taken as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from journeymap.errors import OptionError, shown, unknown
from journeymap.theme.base import Theme
from journeymap.theme.brand import with_stages, with_tones
from journeymap.theme.color import mixed, parsed
from journeymap.theme.oklch import seen
from journeymap.theme.palette import KINDS, TINT, Palette

Given = str | Sequence[str]

_FIELDS = {name: str(field.type) for name, field in attrs.fields_dict(Palette).items()}
_RAMPS = frozenset(name for name, kind in _FIELDS.items() if kind == "Ramp")
_SINGLE = frozenset(name for name, kind in _FIELDS.items() if kind == "str")
_LISTS = frozenset(_FIELDS) - _SINGLE - {"tones"}
NAMES = (*(name for name in _FIELDS if name != "tones"), *KINDS)
"""Everything that can be given a colour."""


def recolored(theme: Theme, given: Mapping[str, Given]) -> Theme:
    """Return a theme with other colours.

    Colours that are given stand as they are. What goes with them and is not given is worked out:
    the text on `stages` and their pills, the inks of `valence`, the shades of a kind of card.

    Raises:
        OptionError: A name is not known, or a value is no colour.
    """
    colors = {name: _value(name, value) for name, value in given.items()}
    fields: dict[str, Any] = {
        name: found[0] if name in _SINGLE else found
        for name, found in colors.items()
        if name not in KINDS
    }
    changed = attrs.evolve(theme, palette=attrs.evolve(theme.palette, **fields))
    if "stages" in fields:
        changed = with_stages(changed, fields["stages"])
    if "valence" in fields:
        changed = _with_inks(changed)
    # What was worked out must not stand over what was given.
    changed = attrs.evolve(changed, palette=attrs.evolve(changed.palette, **fields))
    return with_tones(changed, {name: colors[name][0] for name in colors if name in KINDS})


def _value(name: str, value: Given) -> tuple[str, ...]:
    if name not in NAMES:
        raise unknown("colour", name, NAMES)
    given = (value,) if isinstance(value, str) else value
    try:
        found = tuple(parsed(color) for color in given)
    except TypeError:
        raise OptionError(f"{name}: not a colour (got {shown(value)})") from None
    except OptionError as error:
        raise OptionError(f"{name}: {error}") from None
    needed = 5 if name in _RAMPS else 1
    if len(found) < needed or (len(found) > needed and name not in _LISTS - _RAMPS):
        number = "five colours" if needed == 5 else "one colour"
        raise OptionError(f"{name}: takes {number} (got {shown(value)})")
    return found


def _with_inks(theme: Theme) -> Theme:
    palette = theme.palette
    tints = [mixed(palette.paper, color, TINT) for color in palette.valence]
    grounds = (palette.paper, *tints)
    inks: Any = tuple(seen(color, grounds, theme.text_contrast) for color in palette.valence)
    return attrs.evolve(theme, palette=attrs.evolve(palette, valence_inks=inks))
