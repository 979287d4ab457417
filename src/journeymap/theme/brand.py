"""A theme in somebody's own colours, made so that everything can still be read.

The brand's colours are kept as they are where a stage's head shows them. What is written on them,
drawn beside them or tinted with them is moved in lightness until its contrast is enough. Colours
that mean something (a barrier, a warning, a good result) stay those of the base.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from journeymap.theme.base import Theme
from journeymap.theme.color import contrast
from journeymap.theme.oklch import (
    between,
    distance,
    from_oklch,
    leaning,
    moved,
    oklch,
    seen,
    tinted,
    turned,
)
from journeymap.theme.palette import Palette, Tone, turn

STAGES = 7
"""How many stages have a colour of their own at least."""

TELLABLE = 0.05
"""The least distance of two stages' colours of which one stands no further than `REACH` on."""

REACH = 4
"""How many stages on a colour may be taken for that of a stage: any two of five differ."""

_ON = ("#ffffff", "#14171f", "#000000")
_MEANINGS = (27.0, 70.0, 150.0)  # the hues of red, amber and green in OKLCH
_NEAR = 32.0
_GREYISH = 0.04
_FACING = 150.0
_CURVES_APART = 0.12
_ASIDE = (0.14, -0.14, 0.24, -0.24)
_SHADES = (
    0.0,
    *(side * step / 100 for step in (7, 14, 21, 28, 35, *range(45)) for side in (1, -1)),
)
"""How much lighter or darker a mark may become: by steps that leave room for four others."""

_BRANDED = {
    "improve": 0,
    "user": 0,
    "front": 0,
    "technical": 1,
    "message": 1,
    "hypothesis": 2,
    "back": 2,
}
"""Kinds without a meaning of their own, and which of the brand's colours each of them takes."""


def branded(base: Theme, colors: tuple[str, ...], name: str) -> Theme:
    """Return the base in the brand's colours, each `#rrggbb`."""
    own = _apart(colors)
    panel = _panel(own[0], base.palette)
    edge = panel if base.palette.panel_edge == base.palette.panel else base.palette.panel_edge
    palette = attrs.evolve(base.palette, panel=panel, panel_edge=edge)
    text = base.text_contrast
    grounds = (palette.paper, panel)
    palette = attrs.evolve(
        palette,
        ink=seen(palette.ink, grounds, text),
        muted=seen(palette.muted, grounds, text),
        accent=seen(own[0], grounds, text),
        curves=_curves(palette, own, _lively(base)),
    )
    theme = attrs.evolve(base, name=name, palette=palette)
    theme = with_stages(theme, tuple(seen_stages(theme, own)))
    return with_tones(theme, _choices(own))


def _panel(color: str, palette: Palette) -> str:
    """Return the ground of panels: no further from the page than the base's, towards the brand.

    A panel in the full hue of a red brand, on a page that is itself bluish, looks like a warning.
    """
    light, chroma, _ = oklch(palette.panel)
    more = max(0.0, chroma - oklch(palette.paper)[1])
    return leaning(palette.paper, color, round(light, 4), round(more, 4))


def _lively(theme: Theme) -> float:
    """Return the contrast that lines, marks and edges are moved to."""
    return max(theme.shape_contrast, theme.line_contrast)


def _apart(colors: Iterable[str]) -> tuple[str, ...]:
    """Return the colours without those that look like an earlier one."""
    found: list[str] = []
    for color in colors:
        if all(distance(color, other) >= TELLABLE for other in found):
            found.append(color)
    return tuple(found)


# Stages


def seen_stages(theme: Theme, own: tuple[str, ...]) -> Iterator[str]:
    """Yield the grounds of the stages: the brand's colours first, then what lies between them.

    Each one can carry a text, and can be told from those near it, the last from the first too.
    """
    needed = theme.text_contrast
    wanted = max(STAGES, len(own))
    found: list[str] = []
    candidates = (*own, *_between(own), *_variants(own))
    for color in candidates:
        if len(found) == wanted:
            break
        ground = _writable(color, needed)
        is_last = len(found) == wanted - 1
        others = [*found[-REACH:], *(found[:1] if is_last else [])]
        if all(distance(ground, other) >= TELLABLE for other in others):
            found.append(ground)
    yield from found


def _between(own: tuple[str, ...]) -> Iterator[str]:
    """Yield what lies half way; between hues that face each other that is none of the brand's."""
    if len(own) > 1:
        ring = own if len(own) == 2 else (*own, own[0])
        for first, second in pairwise(ring):
            if abs(turned(first, second)) < _FACING:
                yield between(first, second)


def _variants(own: tuple[str, ...]) -> Iterator[str]:
    """Yield lighter and darker shades, away from the end of the scale that is near."""
    for step in _ASIDE:
        for color in own:
            light = oklch(color)[0]
            side = step if 0.2 < light + step < 0.92 else -step
            yield moved(color, side, 8.0 * (1 if side > 0 else -1))
    # Whatever the colours are, these can be told from one another.
    hue = oklch(own[0])[2]
    for light in (0.35, 0.55, 0.75, 0.45, 0.65, 0.3, 0.85, 0.25, 0.5, 0.7, 0.92, 0.2):
        yield from_oklch(light, oklch(own[0])[1], hue)


def _writable(ground: str, needed: float) -> str:
    """Return a ground that white or black can be read on, as near as can be."""
    if max(contrast(ground, ink) for ink in _ON) >= needed:
        return ground
    ends = [seen(ground, (ink,), needed) for ink in _ON]
    return min(ends, key=lambda end: distance(end, ground))


def _written_on(ground: str, needed: float) -> str:
    """Return the colour of text on a ground: white if it can be read, else nearly black."""
    return next((ink for ink in _ON if contrast(ink, ground) >= needed), _ON[-1])


def with_stages(theme: Theme, stages: tuple[str, ...]) -> Theme:
    """Return a theme with other colours of stages, and what goes with them."""
    text, shape = theme.text_contrast, theme.shape_contrast
    palette, paper = theme.palette, theme.palette.paper
    pills = tuple(_tint(color, turn(palette.pills, 0)) for color in stages)
    lively = _lively(theme)
    both = [(color, pill) for color, pill in zip(stages, pills, strict=True)]
    changed = attrs.evolve(
        palette,
        stages=stages,
        on_stages=tuple(_written_on(color, text) for color in stages),
        stage_edges=tuple(seen(color, (paper,), shape) for color in stages),
        pills=pills,
        marks=_marks(stages, [(paper, pill) for pill in pills], lively),
        pill_inks=tuple(seen(color, (paper, pill), text + 2.5) for color, pill in both),
    )
    return attrs.evolve(theme, palette=changed)


def _marks(
    stages: Sequence[str], grounds: Sequence[tuple[str, str]], needed: float
) -> tuple[str, ...]:
    """Return what is drawn in the stages' colours; where those differ, it does too.

    Shades of one hue are moved to the same lightness until they can be seen. So one that then
    looks like that of a stage near it is moved on.
    """
    found: list[str] = []
    for position, (color, under) in enumerate(zip(stages, grounds, strict=True)):
        own = seen(color, under, needed)
        others = [
            mark
            for mark, stage in list(zip(found, stages, strict=False))[-REACH:]
            if distance(stage, stages[position]) >= TELLABLE
        ]

        def apart(mark: str, others: Sequence[str] = others) -> float:
            return min((distance(mark, other) for other in others), default=1.0)

        shades = (seen(moved(own, step), under, needed) for step in _SHADES)
        found.append(next((one for one in shades if apart(one) >= TELLABLE), own))
    return tuple(found)


def _tint(color: str, like: str) -> str:
    """Return a ground as light and as pale as another one, in the hue of a colour."""
    light, chroma, _ = oklch(like)
    return tinted(color, round(light, 4), round(chroma, 4))


# Tones


def _choices(own: tuple[str, ...]) -> dict[str, str]:
    """Return the brand's colour of each kind that may take one.

    A brand's red is no colour for plain advice: beside the urgent it would say the same.
    """
    free = [color for color in own if not _means_something(color)]
    if not free:
        return {}
    return {kind: free[place % len(free)] for kind, place in _BRANDED.items() if place < len(free)}


def _means_something(color: str) -> bool:
    _, chroma, hue = oklch(color)
    turns = (abs(hue - meaning) for meaning in _MEANINGS)
    return chroma > _GREYISH and any(min(turn, 360 - turn) < _NEAR for turn in turns)


def with_tones(theme: Theme, choices: dict[str, str]) -> Theme:
    """Return a theme in which some kinds have the colour that is chosen for them."""
    old = theme.palette.tones
    new = {kind: _toned(theme, old[kind], color) for kind, color in choices.items()}
    return attrs.evolve(theme, palette=attrs.evolve(theme.palette, tones={**old, **new}))


def _toned(theme: Theme, base: Tone, color: str) -> Tone:
    palette, text = theme.palette, theme.text_contrast
    fill = _tint(color, base.fill)
    grounds = (palette.paper, fill)
    # A badge that stands out that far can carry white on paper, and black on a dark ground.
    solid = seen(color, grounds, text)
    middle = attrs.evolve(base, fill=fill, solid=solid).middle
    ink = palette.ink if base.ink == palette.ink else color
    return Tone(
        fill=fill,
        border=seen(color, grounds, _lively(theme)),
        ink=seen(ink, (*grounds, middle), text),
        solid=solid,
        on_solid=_written_on(solid, text),
    )


def _curves(palette: Palette, own: tuple[str, ...], needed: float) -> tuple[str, ...]:
    """Return four lines that can be told apart: the brand's first, then what goes with it."""
    found: list[str] = []
    for color in (*own, *_between(own), palette.muted, *_variants(own), *palette.curves):
        if len(found) == len(palette.curves):
            break
        line = seen(color, (palette.paper,), needed)
        if all(distance(line, other) >= _CURVES_APART for other in found):
            found.append(line)
    rest = [line for line in palette.curves if line not in found]
    return tuple([*found, *rest][: len(palette.curves)])
