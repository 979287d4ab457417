"""A scene as PNG or PDF, drawn by CairoSVG, its letters by ourselves.

No font of the machine is asked, so the picture is the same everywhere.
"""

from __future__ import annotations

import io
import math
from functools import lru_cache
from typing import Any

from journeymap.backends.cairotext import draw, shape_pen
from journeymap.backends.pdftext import TextPen
from journeymap.backends.svg import to_svg
from journeymap.errors import MissingLibraryError, RenderError
from journeymap.fonts.chain import Fonts
from journeymap.scene import Scene

MAX_SIDE = 32_767
"""Pixels; Cairo draws no larger ones."""

MAX_AREA = 64_000_000
"""Pixels; more takes gigabytes and minutes."""

_FIXED_DATE = "1970-01-01T00:00:00Z"


def to_png(scene: Scene, *, scale: float = 1.0) -> bytes:
    """Return a scene as a PNG image, the same bytes for the same scene.

    Args:
        scene: What is drawn.
        scale: Pixels per px of the scene, above 0.

    Raises:
        RenderError: The image would be too large, or the scale is none.
        MissingLibraryError: The Cairo library is not installed.
    """
    if not (math.isfinite(scale) and scale > 0):
        message = f"impossible scale {scale!r} (expected a finite number above 0)"
        raise RenderError(message)
    check_size(scene.width * scale, scene.height * scale)
    surface = _cairosvg().surface.PNGSurface
    output = io.BytesIO()
    draw(surface, scene, to_svg(scene, text="marks"), output, pen=shape_pen, scale=scale)
    return output.getvalue()


def to_pdf(*scenes: Scene) -> bytes:
    """Return scenes as a PDF document, a page each, the same bytes for the same scenes.

    A px is 1/96 inch on paper. The text can be searched and selected.

    Raises:
        RenderError: A page would be too large.
        MissingLibraryError: The Cairo library is not installed.
    """
    for scene in scenes:
        check_size(scene.width, scene.height)
    _cairosvg()
    output = io.BytesIO()
    target = _document(output, scenes[0].title)
    # One pen for all pages, so that the shape of a letter stands in the file once.
    pens: list[TextPen] = []

    def pen(context: Any, fonts: Fonts) -> TextPen:
        if not pens:
            pens.append(TextPen(context, fonts))
        pens[0].turn_to(context)
        return pens[0]

    for scene in scenes:
        svg = to_svg(scene, text="marks")
        draw(_page_surface(), scene, svg, output, pen=pen, target=target)
    target.finish()
    return output.getvalue()


def check_size(width: float, height: float) -> None:
    """Refuse an image that Cairo cannot draw or that no machine should have to.

    Raises:
        RenderError: A side or the area is over the cap, or not above 0.
    """
    fits = 1 <= width <= MAX_SIDE and 1 <= height <= MAX_SIDE and width * height <= MAX_AREA
    if not fits:
        message = (
            f"impossible image size {width:.6g} × {height:.6g} px (expected 1..{MAX_SIDE} a side "
            f"and at most {MAX_AREA} in all; use a smaller scale, several pages, or SVG)"
        )
        raise RenderError(message)


def _cairosvg() -> Any:
    try:
        import cairosvg  # noqa: PLC0415
    except (ImportError, OSError) as error:
        message = (
            "PNG and PDF need the Cairo library, which is not installed (on Debian and Ubuntu: "
            "apt-get install libcairo2; on macOS: brew install cairo; on Windows: with MSYS2, "
            "pacman -S mingw-w64-ucrt-x86_64-cairo); SVG works without it"
        )
        raise MissingLibraryError(message) from error
    return cairosvg


def _document(output: Any, title: str) -> Any:
    """Return an empty PDF document with its title, and with its dates fixed."""
    import cairocffi  # noqa: PLC0415

    document = cairocffi.PDFSurface(output, 1, 1)
    document.set_metadata(cairocffi.PDF_METADATA_CREATE_DATE, _FIXED_DATE)
    document.set_metadata(cairocffi.PDF_METADATA_MOD_DATE, _FIXED_DATE)
    document.set_metadata(cairocffi.PDF_METADATA_TITLE, title)
    return document


@lru_cache(maxsize=1)
def _page_surface() -> Any:
    """Return CairoSVG's PDF surface as one page of a document."""
    from cairosvg.surface import PDFSurface  # noqa: PLC0415

    class PageSurface(PDFSurface):  # type: ignore[misc]
        def __init__(self, *arguments: Any, target: Any, **options: Any) -> None:
            self._document = target
            super().__init__(*arguments, **options)

        def _create_surface(self, width: float, height: float) -> Any:
            self._document.set_size(width, height)
            return self._document, width, height

        def finish(self) -> None:
            # The document ends after its last page.
            self._document.show_page()

    return PageSurface
