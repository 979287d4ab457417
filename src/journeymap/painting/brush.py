"""The colours that a painter asks for by meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from journeymap.layout.box import Box
from journeymap.scene import Item
from journeymap.theme import Metrics, Palette, Ramp, Theme, Tone
from journeymap.theme.color import mixed
from journeymap.theme.palette import turn


@attrs.frozen(repr=False, eq=False)
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
        """Return the ground of a stage's head; colours come round again after the last."""
        return turn(self.palette.stages, position)

    def mark(self, position: int | None) -> str:
        """Return the colour of a stage's bullets, dots and edges."""
        return turn(self.palette.marks, position)

    def head_edge(self, position: int | None) -> str | None:
        """Return the colour of the edge of a stage's head, if it has one."""
        edge = turn(self.palette.stage_edges, position)
        return edge if edge != self.stage(position) else None

    def curve(self, position: int) -> str:
        """Return the colour of one of several curves on one map."""
        return turn(self.palette.curves, position)

    def pill(self, position: int | None) -> str:
        """Return the ground of a stage's pills."""
        return turn(self.palette.pills, position)

    def pill_ink(self, position: int | None) -> str:
        """Return the colour of text on a stage's pills."""
        return turn(self.palette.pill_inks, position)

    def valence(self, level: float) -> str:
        """Return the curve's colour at a level from 0 to 1."""
        return ramped(self.palette.valence, level)

    def ink(self, name: str, stage: int | None) -> str:
        """Return the colour of text by the name of its ink."""
        kind = name.split(maxsplit=1)[0]
        if kind.startswith("on-") and kind != "on-stage":
            return self.tone(kind.removeprefix("on-")).on_solid
        if kind == "valence":
            return self.palette.valence_inks[int(name.split()[1])]
        if kind in self.palette.tones:
            return self.tone(kind).ink
        if kind in {"stage-ink", "stage-hollow"}:
            return self.pill_ink(stage)
        if kind == "on-stage":
            return turn(self.palette.on_stages, stage)
        color: str = getattr(self.palette, kind)
        return color


Painter = Callable[[Box, Brush], Iterable[Item]]


def ramped(ramp: Ramp, level: float) -> str:
    """Return the colour at a level from 0 to 1 of a ramp."""
    place = min(1.0, max(0.0, level)) * (len(ramp) - 1)
    index = min(int(place), len(ramp) - 2)
    return mixed(ramp[index], ramp[index + 1], place - index)
