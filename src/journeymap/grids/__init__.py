"""A table of texts, before it is written as aligned text, Markdown, HTML or CSV."""

from __future__ import annotations

from typing import Literal, NamedTuple

Weight = Literal["plain", "strong", "weak", "gap", "doubt"]
"""How loudly a text is said: `gap` is what is missing, `doubt` what does not do its work."""


class Said(NamedTuple):
    """A text in a cell.

    Attributes:
        text: What is said.
        weight: How loudly.
        link: Where it leads.
    """

    text: str
    weight: Weight = "plain"
    link: str | None = None


Cell = tuple[Said, ...]
"""What stands in a cell, one under the other."""


class Grid(NamedTuple):
    """A table: the first cell of each row says what the row is about.

    Attributes:
        title: What the table is called.
        heads: What stands above each column, the first one included.
        rows: The cells, row by row.
        notes: What stands below the table.
        language: The language of most of its texts, as a tag of BCP 47.
        is_of_figures: Whether all columns but the first hold figures, which line up on the right.
    """

    title: Said
    heads: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[Said, ...] = ()
    language: str = "en"
    is_of_figures: bool = False
