"""A table in GitHub's Markdown. No text of an author can become anything but text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from journeymap.contents import Entry
from journeymap.labels.words import Labels
from journeymap.tables import Rows, outside

_SIGNS = re.compile(r"[\\`*_\[\]~|$#!]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE)
_IN_LINK = {sign: f"%{ord(sign):02X}" for sign in ' "()<>\\`|^{}*_~'}
_BREAK = "<br>"


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
    return f"{name}{_BREAK}{notes}" if notes else name


def _cell(entries: Sequence[Entry], labels: Labels) -> str:
    start = "• " if len(entries) > 1 else ""
    return _BREAK.join(f"{start}{_entry(entry, labels)}" for entry in entries)


def _entry(entry: Entry, labels: Labels) -> str:
    text = labels.quoted(entry.text) if entry.quoted else entry.text
    parts = [linked(text, entry.link)]
    if entry.remarks:
        parts.append(f"({escaped('; '.join(entry.remarks))})")
    if entry.answer is not None:
        parts.append(f"→ {linked(entry.answer.text, entry.answer.link)}")
    return " ".join(parts)


def linked(text: str, link: str | None) -> str:
    """Return a text that leads to its link, if that leads out of the document."""
    target = outside(link)
    if target is None:
        return escaped(text)
    address = "".join(_IN_LINK.get(sign, _ENTITIES.get(sign, sign)) for sign in target)
    return f"[{escaped(text)}]({address})"


def escaped(text: str) -> str:
    """Return a text in which nothing means anything to Markdown; an address is no link."""
    # An address is broken by a backslash before the sign that would make it one.
    plain = _ADDRESS.sub("\x00", text)
    plain = _SIGNS.sub(r"\\\g<0>", plain)
    plain = "".join(_ENTITIES.get(sign, sign) for sign in plain)
    plain = plain.replace("\x00", "\\")
    return _BREAK.join(" ".join(line.split()) for line in plain.split("\n"))
