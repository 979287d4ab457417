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


def to_pdf(scene: Scene) -> bytes:
    """Return a scene as a PDF document of one page, the same bytes for the same scene.

    Its text can be searched and selected.

    Raises:
        RenderError: The page would be too large.
        MissingLibraryError: The Cairo library is not installed.
    """
    check_size(scene.width, scene.height)
    _cairosvg()
    output = io.BytesIO()
    draw(_pdf_surface(), scene, to_svg(scene, text="marks"), output, pen=TextPen, title=scene.title)
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
            "apt-get install libcairo2; on macOS: brew install cairo); SVG works without it"
        )
        raise MissingLibraryError(message) from error
    return cairosvg


@lru_cache(maxsize=1)
def _pdf_surface() -> Any:
    """Return CairoSVG's PDF surface, with the dates fixed."""
    import cairocffi  # noqa: PLC0415
    from cairosvg.surface import PDFSurface  # noqa: PLC0415

    class DatedSurface(PDFSurface):  # type: ignore[misc]
        def __init__(self, *arguments: Any, title: str, **options: Any) -> None:
            self._title = title
            super().__init__(*arguments, **options)

        def _create_surface(self, width: float, height: float) -> Any:
            surface, width, height = super()._create_surface(width, height)
            surface.set_metadata(cairocffi.PDF_METADATA_CREATE_DATE, _FIXED_DATE)
            surface.set_metadata(cairocffi.PDF_METADATA_MOD_DATE, _FIXED_DATE)
            surface.set_metadata(cairocffi.PDF_METADATA_TITLE, self._title)
            return surface, width, height

    return DatedSurface
