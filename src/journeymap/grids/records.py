"""Rows of named fields as CSV (RFC 4180): for spreadsheets and their filters."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from journeymap.escaping import harmless


def to_csv(heads: Mapping[str, str], rows: Iterable[Mapping[str, str]]) -> str:
    """Return the rows under their headings, with the line ends that RFC 4180 asks for.

    Args:
        heads: The heading of each field, in their order.
        rows: The fields of each row by name; one that is not there is empty.
    """
    output = io.StringIO()
    writer = csv.DictWriter(output, heads, restval="", lineterminator="\r\n")
    for row in (heads, *rows):
        writer.writerow({name: harmless(text) for name, text in row.items()})
    return output.getvalue()
