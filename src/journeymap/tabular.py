"""A picture that is a document too."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, ClassVar, Protocol

from journeymap.diagram import Diagram, TextMode
from journeymap.formats import DOCUMENTS
from journeymap.layout.box import Box
from journeymap.notebook import HTML, MARKDOWN, PNG, SVG, Faces, Tabled
from journeymap.scene import Scene


class Document(Protocol):
    """What a table is as text."""

    def markdown(self) -> str:
        """Return it in GitHub's Markdown."""
        ...

    def html(self) -> str:
        """Return it as a piece of HTML."""
        ...

    def csv(self) -> str:
        """Return it as rows for a spreadsheet."""
        ...


class Table(Diagram, Tabled):
    """A table: a picture like any other, and Markdown, HTML and CSV with the same content."""

    formats = DOCUMENTS

    def __init__(
        self,
        scene: Scene,
        boxes: Box,
        text: TextMode = "embed",
        *,
        document: Document,
        **known: Any,
    ) -> None:
        """Take what was made of a journey.

        Args:
            scene: The shapes.
            boxes: The places they were painted from.
            text: How text stands in an SVG.
            document: The same as text.
            known: What else a diagram takes.
        """
        super().__init__(scene, boxes, text, **known)
        self._document = document

    @functools.cached_property
    def markdown(self) -> str:
        """The table in GitHub's Markdown."""
        return self._document.markdown()

    @functools.cached_property
    def html(self) -> str:
        """The table as a piece of HTML, to stand in a page."""
        return self._document.html()

    @functools.cached_property
    def csv(self) -> str:
        """One row a thing that is said, for a spreadsheet.

        A text that a spreadsheet would take for a formula has an apostrophe before it.
        """
        return self._document.csv()

    def bytes(self, format: str, *, scale: float = 1.0) -> bytes:  # noqa: A002
        """Return the table in a format: svg, png, pdf, md, html or csv.

        A CSV file starts with a byte order mark: without it, Excel does not read UTF-8.

        Raises:
            OptionError: There is no such format.
        """
        if format == "md":
            return self.markdown.encode()
        if format == "html":
            return self.html.encode()
        if format == "csv":
            return self.csv.encode("utf-8-sig")
        return super().bytes(format, scale=scale)

    _SPARE: ClassVar[Mapping[str, str]] = {SVG: HTML, PNG: SVG}

    def _faces(self) -> Faces:
        return {HTML: lambda: self.html, MARKDOWN: lambda: self.markdown, **super()._faces()}
