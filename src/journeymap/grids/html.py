"""A table as a piece of HTML that can stand in any page; it is well-formed XML too."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from journeymap.escaping import outside
from journeymap.grids import Cell, Grid, Said
from journeymap.theme import Palette

_BREAK = "<br/>"
OWN_GROUND = ' style="background:none"'
"""Notebooks paint every second row in a colour of theirs, on which our ink need not be seen."""

_PADDING = "padding:0.5em 0.7em;vertical-align:top"
_HAIR = "rgba(128,128,128,0.4)"
"""A line that is seen on light pages and on dark ones."""


def to_html(grid: Grid, palette: Palette | None = None) -> str:
    """Return the table, in the colours of a palette or in those of the page that it stands in."""
    colors = f";background:{palette.paper};color:{palette.ink}" if palette else ""
    # A narrow table leaves room for its title.
    style = (
        f"border-collapse:collapse;min-width:24em;text-align:left;font-family:sans-serif{colors}"
    )
    title = _linked(grid.title, palette)
    aligned = ["left", *["right" if grid.is_of_figures else "left"] * (len(grid.heads) - 1)]
    heads = "".join(_head(*pair, palette) for pair in zip(grid.heads, aligned, strict=True))
    body = "\n".join(_row(row, aligned, palette) for row in grid.rows)
    return (
        f'<table class="journeymap" lang="{escape(grid.language)}" style="{style}">\n'
        f'<caption style="text-align:left;font-weight:bold{colors}">{title}</caption>\n'
        f"<thead>\n<tr>{heads}</tr>\n</thead>\n"
        f"<tbody>\n{body}\n</tbody>{_foot(grid, palette)}\n</table>\n"
    )


def _foot(grid: Grid, palette: Palette | None) -> str:
    if not grid.notes:
        return ""
    style = f"padding:0.7em;text-align:left{_ink(palette, 'muted')}"
    notes = _BREAK.join(_said(note, palette) for note in grid.notes)
    span = len(grid.heads)
    return f'\n<tfoot>\n<tr><td colspan="{span}" style="{style}">{notes}</td></tr>\n</tfoot>'


def _head(cell: Cell, align: str, palette: Palette | None) -> str:
    color = palette.ink if palette else "currentColor"
    style = f"{_PADDING};text-align:{align};border-bottom:2px solid {color};font-weight:normal"
    if not cell:
        return f'<td style="{style}"></td>'
    return f'<th scope="col" dir="auto" style="{style}">{_cell(cell, palette)}</th>'


def _row(row: tuple[Cell, ...], aligned: Sequence[str], palette: Palette | None) -> str:
    rule = f"border-bottom:1px solid {palette.rule if palette else _HAIR}"
    first, *others = (f"{_PADDING};text-align:{align};{rule}" for align in aligned)
    start = f'<th scope="row" dir="auto" style="{first};font-weight:normal">'
    cells = "".join(
        f'<td dir="auto" style="{style}">{_cell(cell, palette)}</td>'
        for cell, style in zip(row[1:], others, strict=True)
    )
    return f"<tr{OWN_GROUND if palette else ''}>{start}{_cell(row[0], palette)}</th>{cells}</tr>"


def _cell(cell: Cell, palette: Palette | None) -> str:
    return _BREAK.join(_said(said, palette) for said in cell)


def _said(said: Said, palette: Palette | None) -> str:
    text = _linked(said, palette)
    if said.weight == "strong":
        return f"<strong>{text}</strong>"
    if said.weight == "weak":
        return f'<small style="opacity:1{_ink(palette, "muted")}">{text}</small>'
    if said.weight == "plain":
        return text
    tone = palette.tones["barrier" if said.weight == "gap" else "concern"] if palette else None
    style = f"color:{tone.ink}" if tone else "font-style:italic"
    if said.weight == "gap":
        edge = tone.border if tone else "currentColor"
        style += (
            f";font-style:normal;display:inline-block;margin:0.1em 0;padding:0 0.5em;"
            f"border:1px dashed {edge};border-radius:0.4em"
        )
    return f'<em style="{style}">{text}</em>'


def _ink(palette: Palette | None, name: str) -> str:
    return f";color:{getattr(palette, name)}" if palette else ""


def _linked(said: Said, palette: Palette | None) -> str:
    text = _BREAK.join(escape(line) for line in said.text.split("\n"))
    target = outside(said.link)
    if target is None:
        return text
    style = f' style="color:{palette.accent}"' if palette else ""
    return f'<a href="{escape(target)}"{style}>{text}</a>'
