"""A picture: shapes, and the formats that they are drawn in when asked for."""

from __future__ import annotations

import functools
import os
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, Literal

from journeymap.atomic import write_atomically
from journeymap.errors import MissingLibraryError, unknown
from journeymap.formats import PICTURES
from journeymap.layout.box import Box
from journeymap.notebook import PNG, SVG, TEXT, Bundle, Faces, Shown
from journeymap.scene import Scene, Scheme

TextMode = Literal["embed", "outline", "system"]
TEXT_MODES: tuple[TextMode, ...] = ("embed", "outline", "system")


_SHARP = 2.0
"""How many times as large as its place on the page a PNG for a notebook is."""


class Diagram(Shown):
    """A picture. It is drawn in a format when that format is asked for.

    Attributes:
        scene: The shapes.
        boxes: The places they were painted from.
        pages: The pages, each a picture of its own; a picture without pages is its own only one.
            In SVG and PNG they stand on one sheet, one under the other; a PDF has them one by one.
        formats: The formats that it can be had in, by the suffixes of their files.
    """

    formats: ClassVar[tuple[str, ...]] = PICTURES

    def __init__(
        self,
        scene: Scene,
        boxes: Box,
        text: TextMode = "embed",
        *,
        other: tuple[Scheme, Scene] | None = None,
        remarks: tuple[str, ...] = (),
        pages: Sequence[Diagram] = (),
    ) -> None:
        """Take what was made of a journey.

        Args:
            scene: The shapes.
            boxes: The places they were painted from.
            text: How text stands in an SVG.
            other: The same picture in other colours, for screens that prefer that scheme.
            remarks: What is known of the picture by now and belongs to its notes.
            pages: The same on pages, each a picture of its own.
        """
        self.scene = scene
        self.boxes = boxes
        self.pages = tuple(pages) or (self,)
        self._text = text
        self._other = other
        self._remarks = remarks

    @property
    def width(self) -> float:
        """The width in px."""
        return self.scene.width

    @property
    def height(self) -> float:
        """The height in px."""
        return self.scene.height

    @property
    def alt_text(self) -> str:
        """What the picture shows, in sentences."""
        return self.scene.description

    @functools.cached_property
    def svg(self) -> str:
        """The picture as an SVG document."""
        from journeymap.backends.svg import to_svg  # noqa: PLC0415

        return to_svg(self.scene, text=self._text, other=self._other)

    def drawing(self) -> Any:
        """Return the picture as a `svgwrite.Drawing`, to which a script can add shapes of its own.

        What it writes is the document of `svg` and what was added.

        Examples:
            >>> import journeymap
            >>> drawing = journeymap.swimlane(journeymap.Journey("Coffee to go")).drawing()
            >>> stamp = drawing.add(drawing.text("DRAFT", insert=(60, 90), fill="#b42318"))
            >>> drawing.tostring().endswith(">DRAFT</text></svg>")
            True
        """
        from journeymap.backends.svg import to_drawing  # noqa: PLC0415

        return to_drawing(self.scene, text=self._text, other=self._other)

    @functools.cached_property
    def notes(self) -> tuple[str, ...]:
        """What the reader of the picture should know, such as letters that the font lacks."""
        from journeymap.fonts import notes  # noqa: PLC0415
        from journeymap.scene import texts  # noqa: PLC0415

        lines = ((line.text, line.style) for line in texts(self.scene.items))
        said = notes(self.scene.fonts, lines, embedded=self._text == "embed")
        return (*self._remarks, *said)

    def png(self, scale: float = 1.0) -> bytes:
        """Return the picture as PNG, `scale` times as large.

        Raises:
            RenderError: The image would be too large, or the scale is no positive number.
            MissingLibraryError: cairo is not installed.
        """
        from journeymap.backends.raster import to_png  # noqa: PLC0415

        return to_png(self.scene, scale=scale)

    def pdf(self) -> bytes:
        """Return the picture as a PDF, each page in its size on paper: a px is 1/96 inch.

        Raises:
            MissingLibraryError: cairo is not installed.
        """
        from journeymap.backends.raster import to_pdf  # noqa: PLC0415

        return to_pdf(*(page.scene for page in self.pages))

    def bytes(self, format: str, *, scale: float = 1.0) -> bytes:  # noqa: A002
        """Return the picture in a format: svg, png or pdf.

        Raises:
            OptionError: There is no such format.
        """
        if format == "svg":
            return self.svg.encode()
        if format == "png":
            return self.png(scale)
        if format == "pdf":
            return self.pdf()
        raise unknown("format", format, self.formats)

    def save(self, path: str | os.PathLike[str], *, scale: float = 1.0) -> Path:
        """Write the picture to a file; the suffix names the format: svg, png or pdf.

        The file is either written whole or left as it was.

        Args:
            path: Where to write.
            scale: How many times as large a PNG is.

        Returns:
            The path.

        Raises:
            OptionError: The suffix names no format.
            OSError: The file cannot be written.
        """
        target = Path(path)
        return write_atomically(target, self.bytes(target.suffix.lower()[1:], scale=scale))

    def show(self) -> None:
        """Show the picture: in a notebook as its output, elsewhere in the web browser.

        Raises:
            RenderError: There is neither.
        """
        from journeymap.backends.viewer import show  # noqa: PLC0415

        show(self)

    _SPARE: ClassVar[Mapping[str, str]] = {PNG: SVG}

    def _faces(self) -> Faces:
        return {SVG: lambda: self.svg, PNG: self._screen, TEXT: lambda: self.alt_text}

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> Bundle:
        """Return the picture for a notebook: as SVG and as sentences, and as PNG if asked for."""
        data = self._made(include, exclude)
        if PNG not in data:
            return data
        size = {"width": round(self.width), "height": round(self.height)}
        return data, {PNG: {**size, "alt": self.alt_text}}

    def _screen(self) -> str | None:
        """Return a PNG for a sharp screen in base64; None where cairo is missing."""
        from base64 import b64encode  # noqa: PLC0415

        try:
            return b64encode(self.png(_SHARP)).decode()
        except MissingLibraryError:
            return None

    def __repr__(self) -> str:
        """Return what the picture is of, and its size."""
        return f"<Diagram {self.scene.title!r}, {self.width:.0f} × {self.height:.0f} px>"
