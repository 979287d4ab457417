"""One row a thing that is said, as CSV (RFC 4180): for spreadsheets and their filters."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.contents import Aspect, Entry
from journeymap.escaping import outside
from journeymap.grids import records
from journeymap.model.evidence import Evidence
from journeymap.tables import Rows


def to_csv(rows: Rows) -> str:
    """Return one row a thing that is said, stage by stage."""
    return records.to_csv(rows.labels.columns, _rows(rows))


def _rows(rows: Rows) -> Iterator[dict[str, str]]:
    for number, stage in enumerate(rows.journey.stages):
        start = {"number": str(number + 1), "stage": stage.name}
        for aspect in rows.aspects:
            for entry in aspect.entries[number]:
                yield start | _row(aspect, entry, rows)


def _row(aspect: Aspect, entry: Entry, rows: Rows) -> dict[str, str]:
    answer = entry.answer.text if entry.answer is not None else ""
    row = {
        "aspect": aspect.heading,
        "item": entry.text,
        "kind": "" if entry.level is not None else entry.named,
        "answer": answer,
        "owner": entry.owner,
        "channel": entry.channel,
        "note": "; ".join(entry.told),
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
