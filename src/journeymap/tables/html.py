"""A table as a piece of HTML that can stand in any page; it is well-formed XML too."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from journeymap.contents import Entry
from journeymap.escaping import outside
from journeymap.grids.html import OWN_GROUND
from journeymap.tables import Rows
from journeymap.theme import Palette

_BREAK = "<br/>"


def to_html(rows: Rows, palette: Palette) -> str:
    """Return the table: a row an aspect, a column a stage."""
    colors = f"background:{palette.paper};color:{palette.ink}"
    style = f"border-collapse:collapse;{colors};text-align:left;font-family:sans-serif"
    language = escape(rows.journey.language)
    title = _linked(rows.journey.title, rows.journey.link, palette)
    numbers = range(len(rows.journey.stages))
    heads = "".join(_head(rows, number, palette) for number in numbers)
    body = "\n".join(_row(rows, position, palette) for position in range(len(rows.below)))
    return (
        f'<table class="journeymap" lang="{language}" style="{style}">\n'
        f'<caption style="text-align:left;font-weight:bold;{colors}">{title}</caption>\n'
        f"<thead>\n<tr><td></td>{heads}</tr>\n</thead>\n"
        f"<tbody>\n{body}\n</tbody>\n</table>\n"
    )


def _head(rows: Rows, number: int, palette: Palette) -> str:
    stage = rows.journey.stages[number]
    ink = palette.pill_inks[number % len(palette.pill_inks)]
    mark = palette.marks[number % len(palette.marks)]
    style = (
        f"padding:0.5em 0.7em;vertical-align:bottom;color:{ink};border-bottom:3px solid {mark};"
        "text-align:left"
    )
    name = f"{number + 1}. {_linked(stage.name, stage.link, palette)}"
    notes = rows.notes(stage)
    if notes:
        weak = f"color:{palette.muted};font-weight:normal"
        name += f'{_BREAK}<small style="{weak}">{_text(notes)}</small>'
    return f'<th scope="col" dir="auto" style="{style}">{name}</th>'


def _row(rows: Rows, position: int, palette: Palette) -> str:
    aspect = rows.below[position]
    style = f"padding:0.5em 0.7em;vertical-align:top;border-bottom:1px solid {palette.rule}"
    # The library's own words may be in another language than the author's.
    own = rows.journey.language
    language = escape(own if aspect.is_own else rows.labels.language)
    start = f'<th scope="row" lang="{language}" style="{style};text-align:left">'
    cells = "".join(
        f'<td dir="auto" style="{style}">{_cell(entries, rows, palette)}</td>'
        for entries in aspect.entries
    )
    return f"<tr{OWN_GROUND}>{start}{_text(aspect.heading)}</th>{cells}</tr>"


def _cell(entries: Sequence[Entry], rows: Rows, palette: Palette) -> str:
    items = [_entry(entry, rows, palette) for entry in entries]
    if len(items) < 2:
        return "".join(items)
    listed = "".join(f"<li>{item}</li>" for item in items)
    return f'<ul style="margin:0;padding-left:1.1em">{listed}</ul>'


def _entry(entry: Entry, rows: Rows, palette: Palette) -> str:
    text = rows.labels.spoken(entry.text) if entry.quoted else entry.text
    parts = [_linked(text, entry.link, palette)]
    if entry.remarks:
        remarks = _text("; ".join(entry.remarks))
        parts.append(f'<small style="color:{palette.muted}">({remarks})</small>')
    if entry.answer is not None:
        answer = _linked(entry.answer.text, entry.answer.link, palette)
        parts.append(f"→ {answer}")
    return " ".join(parts)


def _linked(text: str, link: str | None, palette: Palette) -> str:
    target = outside(link)
    if target is None:
        return _text(text)
    return f'<a href="{escape(target)}" style="color:{palette.accent}">{_text(text)}</a>'


def _text(text: str) -> str:
    return _BREAK.join(escape(line) for line in text.split("\n"))
