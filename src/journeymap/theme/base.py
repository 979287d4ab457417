"""A theme: a palette and metrics under a name."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from journeymap.theme.metrics import USUAL, Metrics
from journeymap.theme.palette import Palette
from journeymap.values import Value


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Theme(Value):
    """How a picture looks: metrics, which move boxes, and a palette, which moves nothing.

    Attributes:
        name: What it is called in messages.
        palette: Its colours.
        metrics: Its lengths and sizes of text.
        text_contrast: The least contrast that text shall have.
        shape_contrast: The least contrast that a shape shall have that says something.
        line_contrast: The least contrast that lines, marks and edges are given when they are made
            in the colours of a brand; on a dark ground the least that can be seen is dull.
        takes_brand: Whether it can be had in the colours of a brand.
    """

    name: str
    palette: Palette
    metrics: Metrics = USUAL
    text_contrast: float = 4.5
    shape_contrast: float = 3.0
    line_contrast: float = 3.0
    takes_brand: bool = True

    def with_colors(self, **colors: str | Sequence[str]) -> Theme:
        """Return this theme with other colours, which stand as they are given.

        What goes with them is worked out unless it is given too: the text on `stages` and their
        pills, the inks of `valence`, the shades of a kind of card.

        Args:
            colors: Colours as `#rgb` or `#rrggbb` by the name of a field of the palette (a list
                where the palette has a list) or of a kind of card, such as `urgent`.

        Raises:
            OptionError: A name is not known, or a value is no colour.

        Examples:
            >>> from journeymap.theme import LIGHT
            >>> LIGHT.with_colors(accent="#7A1F5C").palette.accent
            '#7a1f5c'
        """
        from journeymap.theme.own import recolored  # noqa: PLC0415

        return recolored(self, colors)
