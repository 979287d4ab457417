"""Pictures by what they show: drawn once, whoever asks, in however many builds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journeymap.atomic import write_atomically

if TYPE_CHECKING:
    from journeymap.ext.asked import Asked


class Told(NamedTuple):
    """What is known of a picture without drawing it.

    Attributes:
        alt: What it shows, in sentences.
        notes: What its reader should know.
        widths: How wide each of its pages is, in px.
    """

    alt: str
    notes: tuple[str, ...]
    widths: tuple[float, ...]


class Cache:
    """A folder of pictures. Processes may share it: a file in it is whole and never changes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def told(self, asked: Asked, kind: str | None) -> Told:
        """Return what is known of a picture; draw it in a format if that has not been done.

        Raises:
            JourneymapError: It cannot be drawn.
        """
        try:
            known = json.loads(self._path(asked, "json").read_bytes())
        except FileNotFoundError:
            return self._draw(asked, kind)
        return Told(known["alt"], tuple(known["notes"]), tuple(known["widths"]))

    def file(self, asked: Asked, kind: str, page: int = 0) -> Path:
        """Return the file of a page of a picture in a format.

        Raises:
            JourneymapError: It cannot be drawn.
        """
        path = self._path(asked, kind, page)
        if not path.exists():
            self._draw(asked, kind)
        return path

    def _draw(self, asked: Asked, kind: str | None) -> Told:
        diagram = asked.draw()
        pages = diagram.pages
        told = Told(diagram.alt_text, diagram.notes, tuple(page.width for page in pages))
        self._folder.mkdir(parents=True, exist_ok=True)
        if kind is not None:
            for number, page in enumerate(pages):
                write_atomically(self._path(asked, kind, number), page.bytes(kind))
        # Last, so that whoever finds it finds the picture too.
        data = json.dumps(told._asdict(), ensure_ascii=False)
        write_atomically(self._path(asked, "json"), data.encode())
        return told

    def _path(self, asked: Asked, kind: str, page: int = 0) -> Path:
        number = f"-{page + 1}" if page else ""
        return self._folder / f"journeymap-{asked.digest}{number}.{kind}"
