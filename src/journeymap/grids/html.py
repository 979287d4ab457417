"""A table as a piece of HTML that can stand in any page; it is well-formed XML too."""

from __future__ import annotations

from html import escape

from journeymap.escaping import outside
from journeymap.grids import Cell, Grid, Said
from journeymap.theme import Palette

_BREAK = "<br/>"
_PADDING = "padding:0.5em 0.7em;vertical-align:top;text-align:left"


def to_html(grid: Grid, palette: Palette | None = None) -> str:
    """Return the table, in the colours of a palette or in those of the page that it stands in."""
    colors = f";background:{palette.paper};color:{palette.ink}" if palette else ""
    style = f"border-collapse:collapse;text-align:left;font-family:sans-serif{colors}"
    title = _linked(grid.title, palette)
    heads = "".join(_head(cell, palette) for cell in grid.heads)
    body = "\n".join(_row(row, palette) for row in grid.rows)
    return (
        f'<table class="journeymap" lang="{escape(grid.language)}" style="{style}">\n'
        f'<caption style="text-align:left;font-weight:bold">{title}</caption>\n'
        f"<thead>\n<tr>{heads}</tr>\n</thead>\n"
        f"<tbody>\n{body}\n</tbody>{_foot(grid, palette)}\n</table>\n"
    )


def _foot(grid: Grid, palette: Palette | None) -> str:
    if not grid.notes:
        return ""
    style = f"padding:0.7em{_ink(palette, 'muted')}"
    notes = _BREAK.join(_said(note, palette) for note in grid.notes)
    span = len(grid.heads)
    return f'\n<tfoot>\n<tr><td colspan="{span}" style="{style}">{notes}</td></tr>\n</tfoot>'


def _head(cell: Cell, palette: Palette | None) -> str:
    color = palette.ink if palette else "currentColor"
    style = f"{_PADDING};border-bottom:2px solid {color};font-weight:normal"
    if not cell:
        return f'<td style="{style}"></td>'
    return f'<th scope="col" dir="auto" style="{style}">{_cell(cell, palette)}</th>'


def _row(row: tuple[Cell, ...], palette: Palette | None) -> str:
    style = f"{_PADDING};border-bottom:1px solid {palette.rule if palette else 'currentColor'}"
    first, *others = row
    start = f'<th scope="row" dir="auto" style="{style};font-weight:normal">'
    cells = "".join(
        f'<td dir="auto" style="{style}">{_cell(cell, palette)}</td>' for cell in others
    )
    return f"<tr>{start}{_cell(first, palette)}</th>{cells}</tr>"


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
