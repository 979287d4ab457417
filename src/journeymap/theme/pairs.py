"""Which colour stands on which: the one table that tests and notes go by."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from journeymap.theme.base import Theme
from journeymap.theme.color import contrast, mixed
from journeymap.theme.palette import TINT, Palette, Tone, plain_ground, stage_tint, turn

DECORATION = 1.0
"""The contrast of a line that only guides the eye: any."""

_OBSTACLES = ("barrier", "concern")


@attrs.frozen
class Pair:
    """One colour on another.

    Attributes:
        name: What is read or seen, as the palette names it, such as `tones.urgent.ink`.
        color: Its colour.
        ground: What it stands on, as the palette names it.
        under: The colour of that.
        needed: The least contrast.
    """

    name: str
    color: str
    ground: str
    under: str
    needed: float

    @property
    def ratio(self) -> float:
        """The contrast that there is."""
        return contrast(self.color, self.under)

    @property
    def is_enough(self) -> bool:
        """Whether it is as much as is needed."""
        return self.ratio >= self.needed

    def __str__(self) -> str:
        """Return what is on what, with its contrast and the needed one."""
        figures = f"has {self.ratio:.1f} : 1, needs {self.needed:g} : 1"
        return f"{self.name} {self.color} on {self.ground} {self.under} {figures}"


def pairs(theme: Theme) -> Iterator[Pair]:
    """Yield every pair of a theme: text on grounds, shapes on what is beside them."""
    palette = theme.palette
    yield from _texts(palette, theme.text_contrast)
    yield from _shapes(palette, theme.shape_contrast)
    yield from _stages(palette, theme)
    for name, tone in palette.tones.items():
        yield from _of_tone(f"tones.{name}", tone, theme)
    for name in ("rule", "faint", "panel_edge"):
        yield Pair(name, getattr(palette, name), "paper", palette.paper, DECORATION)


def _texts(palette: Palette, needed: float) -> Iterator[Pair]:
    for name in ("ink", "muted", "accent"):
        for ground in ("paper", "panel"):
            yield Pair(name, getattr(palette, name), ground, getattr(palette, ground), needed)
    tints = [
        (f"the tint of valence[{level}]", mixed(palette.paper, color, TINT * abs(level - 2) / 2))
        for level, color in enumerate(palette.valence)
    ]
    inks = [(f"valence_inks[{level}]", ink) for level, ink in enumerate(palette.valence_inks)]
    for name, ink in [*inks, ("ink", palette.ink), ("muted", palette.muted)]:
        yield from (Pair(name, ink, ground, tint, needed) for ground, tint in tints)
    yield Pair("ink", palette.ink, "the ground of no stage", plain_ground(palette), needed)
    for kind in _OBSTACLES:
        ink, ground = palette.tones["mitigation"].ink, palette.tones[kind].fill
        yield Pair("tones.mitigation.ink", ink, f"tones.{kind}.fill", ground, needed)


def _shapes(palette: Palette, needed: float) -> Iterator[Pair]:
    paper = palette.paper
    for name in ("valence", "curves"):
        for position, color in enumerate(getattr(palette, name)):
            yield Pair(f"{name}[{position}]", color, "paper", paper, needed)
    for name in ("star_edge", "star_rest"):
        yield Pair(name, getattr(palette, name), "paper", paper, needed)
    yield Pair("muted", palette.muted, "the ground of no stage", plain_ground(palette), needed)
    # A star is seen by its edge; its own colour must not hide that.
    yield Pair("star", palette.star, "paper", paper, DECORATION)
    for kind in _OBSTACLES:
        tick, ground = palette.tones["mitigation"].border, palette.tones[kind].fill
        yield Pair("tones.mitigation.border", tick, f"tones.{kind}.fill", ground, needed)


def _stages(palette: Palette, theme: Theme) -> Iterator[Pair]:
    text, shape = theme.text_contrast, theme.shape_contrast
    lists = ("stages", "on_stages", "stage_edges", "marks", "pills", "pill_inks")
    for position in range(max(len(getattr(palette, name)) for name in lists)):
        named = {name: turn(getattr(palette, name), position) for name in lists}
        for name, ground, needed in (
            ("on_stages", "stages", text),
            ("pill_inks", "pills", text),
            ("marks", "pills", shape),
        ):
            yield Pair(
                f"{name}[{position}]",
                named[name],
                f"{ground}[{position}]",
                named[ground],
                needed,
            )
        tint = stage_tint(palette, position)
        for name, needed in (("pill_inks", text), ("marks", shape)):
            ground = f"the tint of pills[{position}]"
            yield Pair(f"{name}[{position}]", named[name], ground, tint, needed)
        for name in ("ink", "muted"):
            yield Pair(name, getattr(palette, name), ground, tint, text)
        for name, needed in (("pill_inks", text), ("marks", shape), ("stage_edges", shape)):
            yield Pair(f"{name}[{position}]", named[name], "paper", palette.paper, needed)


def _of_tone(name: str, tone: Tone, theme: Theme) -> Iterator[Pair]:
    palette = theme.palette
    paper, text, shape = palette.paper, theme.text_contrast, theme.shape_contrast
    fill = (f"{name}.fill", tone.fill)
    for ground, under in (fill, (f"{name}.middle", tone.middle), ("paper", paper)):
        yield Pair(f"{name}.ink", tone.ink, ground, under, text)
    for own in ("ink", "muted"):
        yield Pair(own, getattr(palette, own), *fill, text)
    yield Pair(f"{name}.on_solid", tone.on_solid, f"{name}.solid", tone.solid, text)
    for part in ("border", "solid"):
        yield Pair(f"{name}.{part}", getattr(tone, part), "paper", paper, shape)
        yield Pair(f"{name}.{part}", getattr(tone, part), *fill, shape)


def notes(theme: Theme) -> tuple[str, ...]:
    """Return what is hard to read or to see in a theme, the worst first; empty if nothing is."""
    weak = sorted(
        {pair for pair in pairs(theme) if not pair.is_enough},
        key=lambda pair: (pair.ratio / pair.needed, pair.name, pair.ground),
    )
    return tuple(f"theme {theme.name}: {pair}" for pair in weak)
