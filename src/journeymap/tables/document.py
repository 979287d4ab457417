"""A journey as a document: a row an aspect, a column a stage."""

from __future__ import annotations

import attrs

from journeymap.tables import Rows
from journeymap.theme import Palette


@attrs.frozen(eq=False)
class JourneyDocument:
    """What the table of a journey is as text.

    Attributes:
        rows: What the table says.
        palette: The colours of its HTML.
    """

    rows: Rows
    palette: Palette

    def markdown(self) -> str:
        """Return a row an aspect, a column a stage."""
        from journeymap.tables.markdown import to_markdown  # noqa: PLC0415

        return to_markdown(self.rows)

    def html(self) -> str:
        """Return the same as a piece of HTML."""
        from journeymap.tables.html import to_html  # noqa: PLC0415

        return to_html(self.rows, self.palette)

    def csv(self) -> str:
        """Return a row a thing that is said."""
        from journeymap.tables.rows import to_csv  # noqa: PLC0415

        return to_csv(self.rows)
