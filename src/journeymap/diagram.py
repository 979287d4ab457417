"""A picture: shapes, and the formats that they are drawn in when asked for."""

from __future__ import annotations

import functools
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar, Literal

from journeymap.atomic import write_atomically
from journeymap.errors import unknown
from journeymap.formats import PICTURES
from journeymap.layout.box import Box
from journeymap.scene import Scene, Scheme

TextMode = Literal["embed", "outline", "system"]
TEXT_MODES: tuple[TextMode, ...] = ("embed", "outline", "system")


class Diagram:
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

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        """Return the picture for a notebook."""
        del include, exclude
        return {"image/svg+xml": self.svg, "text/plain": self.alt_text}

    def __repr__(self) -> str:
        """Return what the picture is of, and its size."""
        return f"<Diagram {self.scene.title!r}, {self.width:.0f} × {self.height:.0f} px>"
