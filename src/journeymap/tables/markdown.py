"""A table in GitHub's Markdown. No text of an author can become anything but text."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.contents import Entry
from journeymap.escaping import BREAK, escaped, linked
from journeymap.labels.words import Labels
from journeymap.tables import Rows


def to_markdown(rows: Rows) -> str:
    """Return the table: a row an aspect, a column a stage."""
    numbers = range(len(rows.journey.stages))
    title = linked(rows.journey.title, rows.journey.link)
    lines = [f"**{title}**", ""]
    if not numbers:
        return "\n".join(lines)
    lines += [
        _line(["", *(_head(rows, number) for number in numbers)]),
        _line(["---"] * (len(numbers) + 1)),
    ]
    for aspect in rows.below:
        cells = [_cell(aspect.entries[number], rows.labels) for number in numbers]
        lines.append(_line([f"**{escaped(aspect.heading)}**", *cells]))
    return "\n".join([*lines, ""])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _head(rows: Rows, number: int) -> str:
    stage = rows.journey.stages[number]
    name = f"{number + 1}. {linked(stage.name, stage.link)}"
    notes = escaped(rows.notes(stage))
    return f"{name}{BREAK}{notes}" if notes else name


def _cell(entries: Sequence[Entry], labels: Labels) -> str:
    start = "• " if len(entries) > 1 else ""
    return BREAK.join(f"{start}{_entry(entry, labels)}" for entry in entries)


def _entry(entry: Entry, labels: Labels) -> str:
    text = labels.spoken(entry.text) if entry.quoted else entry.text
    parts = [linked(text, entry.link)]
    if entry.remarks:
        parts.append(f"({escaped('; '.join(entry.remarks))})")
    if entry.answer is not None:
        parts.append(f"→ {linked(entry.answer.text, entry.answer.link)}")
    return " ".join(parts)
