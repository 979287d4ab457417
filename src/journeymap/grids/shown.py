"""What shows itself in a notebook as a table of texts."""

from __future__ import annotations

from collections.abc import Callable

from journeymap.grids import Grid
from journeymap.notebook import HTML, MARKDOWN, TEXT, Faces, Tabled


class Gridded(Tabled):
    """The parent of results that are tables in a notebook; as text they are what they print."""

    __slots__ = ()

    def _table(self) -> Grid:
        """Return the table."""
        raise NotImplementedError

    def _faces(self) -> Faces:
        return faces_of(self._table, lambda: str(self))


def faces_of(table: Callable[[], Grid], text: Callable[[], str]) -> Faces:
    """Return what makes each type of a table."""

    def html() -> str:
        from journeymap.grids.html import to_html  # noqa: PLC0415

        return to_html(table())

    def markdown() -> str:
        from journeymap.grids.markdown import to_markdown  # noqa: PLC0415

        return to_markdown(table())

    return {HTML: html, MARKDOWN: markdown, TEXT: text}
