"""One row a thing that is said, as CSV (RFC 4180): for spreadsheets and their filters."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from journeymap.contents import Aspect, Entry
from journeymap.model.evidence import Evidence
from journeymap.tables import Rows, outside

_FORMULA = "=+-@\t\r\n＝＋－＠"  # noqa: RUF001 - spreadsheets take the wide signs too
_NUMBER = re.compile(r"-?\d+(\.\d+)?%?", re.ASCII)


def to_csv(rows: Rows) -> str:
    """Return the rows under their headings, with the line ends that RFC 4180 asks for."""
    output = io.StringIO()
    writer = csv.DictWriter(output, rows.labels.columns, restval="", lineterminator="\r\n")
    writer.writerow({name: harmless(text) for name, text in rows.labels.columns.items()})
    for number, stage in enumerate(rows.journey.stages):
        start = {"number": str(number + 1), "stage": stage.name}
        for aspect in rows.aspects:
            for entry in aspect.entries[number]:
                row = start | _row(aspect, entry, rows)
                writer.writerow({name: harmless(text) for name, text in row.items()})
    return output.getvalue()


def _row(aspect: Aspect, entry: Entry, rows: Rows) -> dict[str, str]:
    answer = entry.answer.text if entry.answer is not None else ""
    row = {
        "aspect": aspect.heading,
        "item": entry.text,
        "kind": "" if entry.level is not None else entry.named,
        "answer": answer,
        "owner": entry.owner,
        "channel": entry.channel,
        "note": "; ".join(entry.notes),
        "link": outside(entry.link) or "",
        **dict(entry.figures),
    }
    return row | (dict(_evidence(entry.said.evidence, rows)) if entry.said is not None else {})


def _evidence(evidence: Evidence, rows: Rows) -> Iterator[tuple[str, str]]:
    yield "evidence", rows.labels.evidence[evidence.kind]
    yield "source", evidence.source or ""
    yield "date", evidence.date.isoformat() if evidence.date is not None else ""
    if evidence.sample_size is not None:
        yield "sample", str(evidence.sample_size)


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula.

    >>> harmless("=1+1"), harmless("-5%"), harmless("plain")
    ("'=1+1", '-5%', 'plain')
    """
    is_formula = text[:1] in _FORMULA and text and not _NUMBER.fullmatch(text)
    return f"'{text}" if is_formula else text
