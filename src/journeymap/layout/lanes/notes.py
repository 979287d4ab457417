"""Lanes under headings of the author's own."""

from __future__ import annotations

from journeymap.layout.blocks import Block, Setting
from journeymap.layout.cells import Cell, Place, bullets


def noted(heading: str) -> Cell:
    """Return the lane of the notes under a heading."""

    def cell(place: Place, setting: Setting) -> Block | None:
        for number, note in enumerate(place.stage.notes):
            if note.heading == heading:
                start = f"{place.id}.note{number + 1}.statement"
                said = enumerate(note.statements)
                sources = [statement.id or f"{start}{n + 1}" for n, statement in said]
                return bullets(note.statements, sources, place.position, setting)
        return None

    return cell
