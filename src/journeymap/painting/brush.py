"""The colours that a painter asks for by meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from journeymap.layout.box import Box
from journeymap.scene import Item
from journeymap.theme import Metrics, Palette, Ramp, Theme, Tone


@attrs.frozen(eq=False)
class Brush:
    """A theme, asked by meaning."""

    theme: Theme

    @property
    def palette(self) -> Palette:
        """The theme's colours."""
        return self.theme.palette

    @property
    def metrics(self) -> Metrics:
        """The theme's lengths; a painter takes line widths from them."""
        return self.theme.metrics

    def tone(self, name: str) -> Tone:
        """Return the colours of a kind of card."""
        return self.palette.tones[name]

    def stage(self, position: int | None) -> str:
        """Return a stage's colour; they come round again after the last."""
        return _turn(self.palette.stages, position)

    def pill(self, position: int | None) -> str:
        """Return the ground of a stage's pills."""
        return _turn(self.palette.pills, position)

    def pill_ink(self, position: int | None) -> str:
        """Return the colour of text on a stage's pills."""
        return _turn(self.palette.pill_inks, position)

    def valence(self, level: float) -> str:
        """Return the curve's colour at a level from 0 to 1."""
        return mixed(self.palette.valence, level)

    def ink(self, name: str, stage: int | None) -> str:
        """Return the colour of text by the name of its ink."""
        kind = name.split(maxsplit=1)[0]
        if kind.startswith("on-") and kind != "on-stage":
            return self.tone(kind.removeprefix("on-")).on_solid
        if kind == "valence":
            return self.palette.valence_inks[int(name.split()[1])]
        if kind in self.palette.tones:
            return self.tone(kind).ink
        return {
            "ink": self.palette.ink,
            "muted": self.palette.muted,
            "accent": self.palette.accent,
            "on-stage": self.palette.on_stage,
            "stage-ink": self.pill_ink(stage),
            "stage-hollow": self.pill_ink(stage),
        }[kind]


Painter = Callable[[Box, Brush], Iterable[Item]]


def _turn(colors: tuple[str, ...], position: int | None) -> str:
    return colors[(position or 0) % len(colors)]


def mixed(ramp: Ramp, level: float) -> str:
    """Return the colour at a level from 0 to 1 of a ramp."""
    place = min(1.0, max(0.0, level)) * (len(ramp) - 1)
    index = min(int(place), len(ramp) - 2)
    part = place - index
    first, second = (_channels(color) for color in ramp[index : index + 2])
    blend = (round(a + (b - a) * part) for a, b in zip(first, second, strict=True))
    return "#" + "".join(f"{channel:02x}" for channel in blend)


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
