"""A table in GitHub's Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from journeymap.escaping import BREAK, linked
from journeymap.grids import Cell, Grid, Said

_LIST = re.compile(r"^(\d*)([-+=.)])")
"""What would begin a list or underline a heading; in a cell of a table it cannot."""

_AROUND = {"strong": "**", "gap": "*", "doubt": "*"}


def to_markdown(grid: Grid) -> str:
    """Return the title, the table and the notes."""
    title = f"**{linked(grid.title.text, grid.title.link)}**"
    lines = [
        *(title, ""),
        _line([_cell(head) for head in grid.heads]),
        _line(["---", *["---:" if grid.is_of_figures else "---"] * (len(grid.heads) - 1)]),
        *(_line([_cell(cell) for cell in row]) for row in grid.rows),
    ]
    if grid.notes:
        notes = BREAK.join(_said(note) for note in grid.notes)
        lines += ["", _LIST.sub(r"\1\\\2", notes)]
    return "\n".join([*lines, ""])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return BREAK.join(_said(said) for said in cell)


def _said(said: Said) -> str:
    text = linked(said.text, said.link)
    sign = _AROUND.get(said.weight, "")
    # Emphasis ends with its line.
    return BREAK.join(f"{sign}{line}{sign}" if line else "" for line in text.split(BREAK))
