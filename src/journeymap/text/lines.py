"""What a line of text is, how its letters look, and what tells how wide they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import attrs


@attrs.frozen
class TextStyle:
    """How letters look: size in px, weight from 100 to 900, upright or italic."""

    size: float
    weight: int = 400
    italic: bool = False

    def scaled(self, factor: float) -> TextStyle:
        """Return the same style, `factor` times as large."""
        return TextStyle(self.size * factor, self.weight, self.italic)


Measure = Callable[[str, TextStyle], float]
"""Width in px of a text without line breaks; of two words it is their sum and a space."""


class Line(NamedTuple):
    """One line of broken text and its width in px.

    `leftwards` is the direction of the paragraph, so also of lines that start with a foreign word.
    """

    text: str
    width: float
    leftwards: bool = False
