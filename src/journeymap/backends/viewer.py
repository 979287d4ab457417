"""Shows a picture to the person at the screen."""

from __future__ import annotations

import tempfile
import webbrowser
from pathlib import Path
from typing import Protocol

from journeymap.errors import RenderError


class Picture(Protocol):
    """What can be shown."""

    @property
    def svg(self) -> str:
        """The picture as an SVG document."""
        ...


def show(picture: Picture) -> None:
    """Show a picture in the running notebook, or else in the web browser.

    Raises:
        RenderError: There is no browser to show it in.
    """
    if _in_notebook():
        from IPython.display import display  # noqa: PLC0415

        display(picture)
        return
    with tempfile.NamedTemporaryFile("w", suffix=".svg", delete=False, encoding="utf-8") as file:
        file.write(picture.svg)
    if not webbrowser.open(Path(file.name).as_uri()):
        raise RenderError("there is no browser to show the picture in; use save() instead")


def _in_notebook() -> bool:
    try:
        from IPython import get_ipython  # noqa: PLC0415
    except ImportError:
        return False
    shell = get_ipython()
    return shell is not None and hasattr(shell, "kernel")
