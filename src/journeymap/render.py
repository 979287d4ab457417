"""The whole pipeline on one screen: journey, boxes, scene, bytes."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from journeymap.atomic import write_atomically
from journeymap.errors import OptionError, RenderError, shown, unknown
from journeymap.layout.box import Box
from journeymap.model import Journey
from journeymap.scene import Scene
from journeymap.theme import Theme, theme_of

TextMode = Literal["embed", "outline", "system"]
TEXT_MODES: tuple[TextMode, ...] = ("embed", "outline", "system")
FORMATS = ("svg", "png", "pdf")


def swimlane(
    journey: Journey,
    *,
    lanes: str | Sequence[str] | None = None,
    theme: str | Theme = "light",
    language: str | None = None,
    width: float | None = None,
    text: TextMode = "embed",
) -> Diagram:
    """Return the swimlane map of a journey.

    Args:
        journey: What to draw.
        lanes: Which lane or lanes, in which order; all that have something to say unless given.
        theme: A theme, or the name of one: light, dark.
        language: The language of the map's own words, `en` or `ru`; that of the journey unless
            given.
        width: How wide the sheet should be, in px; by need unless given.
        text: How text stands in an SVG: `embed` (with the letters of the font), `outline` (as
            drawn shapes), `system` (in whatever font the viewer has).

    Raises:
        OptionError: There is no such lane, theme, language or kind of text.
        RenderError: The width is no length.
    """
    from journeymap import fonts  # noqa: PLC0415
    from journeymap.describe import description  # noqa: PLC0415
    from journeymap.labels import labels_for  # noqa: PLC0415
    from journeymap.layout.blocks import Setting  # noqa: PLC0415
    from journeymap.layout.swimlane import swimlane_layout  # noqa: PLC0415
    from journeymap.painting import paint  # noqa: PLC0415
    from journeymap.text.hyphens import hyphenator  # noqa: PLC0415

    _check(journey, text, width)
    look = theme_of(theme)
    lanes = (lanes,) if isinstance(lanes, str) else lanes
    labels = labels_for(language, journey.language)
    setting = Setting(look.metrics, labels, fonts.measure, hyphenator(journey.language))
    boxes = swimlane_layout(journey, setting, lanes=lanes, width=width)
    said = description(journey, labels)
    scene = paint(boxes, look, title=journey.title, description=said, language=journey.language)
    return Diagram(scene, boxes, text)


def _check(journey: object, text: object, width: object) -> None:
    if not isinstance(journey, Journey):
        got = shown(journey)
        raise OptionError(
            f"not a journey (got {got}; expected a Journey, such as jm.load() returns)"
        )
    if text not in TEXT_MODES:
        raise unknown("kind of text", str(text), TEXT_MODES)
    is_number = isinstance(width, (int, float)) and not isinstance(width, bool)
    if width is not None and not (is_number and 0 < width < float("inf")):  # type: ignore[operator]
        raise RenderError(f"not a width (got {shown(width)}; expected px, more than 0)")


VIEWS: Mapping[str, Callable[..., Diagram]] = {"swimlane": swimlane}
"""Every view by its name; each takes a journey and keywords, and returns a diagram."""


class Diagram:
    """A picture. It is drawn in a format when that format is asked for.

    Attributes:
        scene: The shapes.
        boxes: The places they were painted from.
    """

    def __init__(self, scene: Scene, boxes: Box, text: TextMode = "embed") -> None:
        self.scene = scene
        self.boxes = boxes
        self._text = text

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

        return to_svg(self.scene, text=self._text)

    @functools.cached_property
    def notes(self) -> tuple[str, ...]:
        """What the reader of the picture should know, such as letters that the font lacks."""
        from journeymap.fonts import missing  # noqa: PLC0415
        from journeymap.scene import texts  # noqa: PLC0415

        lacking = missing(
            "".join(sorted({c for line in texts(self.scene.items) for c in line.text}))
        )
        if not lacking:
            return ()
        listed = " ".join(f"U+{ord(character):04X}" for character in sorted(lacking)[:12])
        more = f" and {len(lacking) - 12} more" if len(lacking) > 12 else ""
        return (f"the font has no letters for {listed}{more}: PNG and PDF show their numbers",)

    def png(self, scale: float = 1.0) -> bytes:
        """Return the picture as PNG, `scale` times as large.

        Raises:
            RenderError: The image would be too large, or the scale is no positive number.
            MissingLibraryError: cairo is not installed.
        """
        from journeymap.backends.raster import to_png  # noqa: PLC0415

        return to_png(self.scene, scale=scale)

    def pdf(self) -> bytes:
        """Return the picture as a PDF of one page.

        Raises:
            MissingLibraryError: cairo is not installed.
        """
        from journeymap.backends.raster import to_pdf  # noqa: PLC0415

        return to_pdf(self.scene)

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
        raise unknown("format", format, FORMATS)

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
