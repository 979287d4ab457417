"""Draws the journeys of a Markdown document and keeps its links to the pictures current."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

import attrs

from journeymap.errors import Fault, JourneymapError, OptionError, SourceError
from journeymap.escaping import escaped
from journeymap.ext.asked import USUAL_VIEW, Asked, Find, asked
from journeymap.ext.markers import Document, Place
from journeymap.ext.words import below
from journeymap.files import FORMATS, load, loads
from journeymap.options import check_choice

if TYPE_CHECKING:
    from journeymap.diagram import Diagram
    from journeymap.model import Journey

_DARK = "dark-theme"
_OWN = ("alt", "file", "format", "image", "name", _DARK)
"""The options that are no matter of the view."""

_SUFFIXES = (".svg", ".png")
_UNSAFE = re.compile(r"[^\w.-]+")


@attrs.frozen
class Embedded:
    """What a document and its pictures shall be.

    Attributes:
        path: The document.
        data: Its bytes.
        pictures: The bytes of each picture by its path, with the line that asks for it.
        changed: The lines whose place does not show the picture yet.
        notes: What the reader of a picture should know, each with its line.
    """

    path: Path
    data: bytes
    pictures: Mapping[Path, tuple[int, bytes]]
    changed: tuple[int, ...]
    notes: tuple[tuple[int, str], ...]


def embedded(path: Path, base: Path, images: Path | None = None) -> Embedded:
    """Return a document with its pictures; nothing is written.

    Args:
        path: The document.
        base: The folder below which the document may name files.
        images: The folder of the pictures; that of the document unless given.

    Raises:
        OSError: The document cannot be read.
        SourceError: With every fault of the document and of its journeys.
        MissingLibraryError: What reads Markdown is not installed.
    """
    old = path.read_bytes()
    try:
        document = Document(old.decode())
    except UnicodeDecodeError:
        raise SourceError([Fault("not UTF-8", file=str(path))]) from None
    album = _Album(path, base, images or path.parent)
    shown = [list(album.lines(place)) for place in document.places]
    faults = [attrs.evolve(fault, file=str(path)) for fault in document.faults] + album.faults
    if faults:
        raise SourceError(sorted(faults, key=lambda fault: fault.line))
    text = document.with_pictures(shown)
    changed = [
        place.line + 1
        for place, lines in zip(document.places, shown, strict=True)
        if not document.shows(place, lines)
    ]
    pictures = album.pictures
    return Embedded(path, text.encode(), pictures, tuple(changed), tuple(album.notes))


class _Album:
    """The pictures of one document."""

    def __init__(self, document: Path, base: Path, images: Path) -> None:
        self._document = document
        self._images = images
        self._find: Find = below(base, document.parent)
        self._digests: dict[Path, str] = {}
        self._count = 0
        self.pictures: dict[Path, tuple[int, bytes]] = {}
        self.notes: list[tuple[int, str]] = []
        self.faults: list[Fault] = []

    def lines(self, place: Place) -> Iterator[str]:
        """Yield the lines that show a picture; note what is wrong."""
        try:
            yield from self._lines(place)
        except SourceError as error:
            self.faults += [self._fault(place, fault) for fault in error.faults]
        except JourneymapError as error:
            self.faults.append(self._at(place, str(error)))
        except OSError as error:
            self.faults.append(self._at(place, f"{error.filename}: {error.strerror or error}"))

    def _lines(self, place: Place) -> Iterator[str]:
        words = {name.replace("_", "-"): value for name, value in place.words.items()}
        own = {name: words.pop(name) for name in _OWN if name in words}
        one = asked(words, self._journey(place, own), self._find)
        path = self._path(place, one, own)
        diagram = self._picture(place, one, path)
        alt = own.get("alt", diagram.alt_text)
        if _DARK not in own:
            yield f"![{escaped(alt)}]({self._address(path)})"
            return
        twin = path.with_stem(f"{path.stem}-dark")
        self._picture(place, one.with_theme(own[_DARK]), twin)
        yield "<picture>"
        media = "(prefers-color-scheme: dark)"
        yield f'<source media="{media}" srcset="{escape(self._address(twin))}">'
        yield f'<img alt="{escape(" ".join(alt.split()))}" src="{escape(self._address(path))}">'
        yield "</picture>"
        # Without it, what comes behind would be taken for HTML too.
        yield ""

    def _journey(self, place: Place, own: Mapping[str, str]) -> Journey:
        file = place.file or own.get("file")
        text = place.written.text if place.written else ""
        if file is None:
            kind = own.get("format", FORMATS[0])
            check_choice("format", kind, FORMATS)
            return loads(text, kind, name="")
        if text.strip():
            raise OptionError("both a file and a journey in the document; expected one of them")
        if "format" in own:
            raise OptionError("format: is that of a journey in the document; a file has its suffix")
        return load(self._find(file))

    def _picture(self, place: Place, one: Asked, path: Path) -> Diagram:
        diagram = one.draw()
        found = ((place.line + 1, note) for note in diagram.notes)
        self.notes += [note for note in found if note not in self.notes]
        data = diagram.bytes(path.suffix.removeprefix("."))
        if self.pictures.setdefault(path, (place.line + 1, data))[1] != data:
            line = self.pictures[path][0]
            raise OptionError(f"{path}: is another picture already, that of line {line}")
        return diagram

    def _path(self, place: Place, one: Asked, own: Mapping[str, str]) -> Path:
        """Return where a picture lies: where the document says, or by its own name."""
        if "image" in own:
            path = self._find(own["image"])
            if path.suffix not in _SUFFIXES:
                known = " or ".join(_SUFFIXES)
                raise OptionError(f"image: no picture (got {own['image']!r}; expected {known})")
            return path
        name = own.get("name") or PurePath(place.file or own.get("file", "")).stem
        if not name:
            self._count += 1
            name = str(self._count)
        parts = [self._document.stem, name, *([one.view] if one.view != USUAL_VIEW else [])]
        stem = _UNSAFE.sub("-", "-".join(parts))
        digest = one.digest + own.get(_DARK, "")
        number = 1
        while True:
            end = f"-{number}" if number > 1 else ""
            path = self._images / f"{stem}{end}.svg"
            if self._digests.setdefault(path, digest) == digest:
                return path
            number += 1

    def _address(self, path: Path) -> str:
        """Return a link from the document to a picture."""
        return quote(Path(os.path.relpath(path, self._document.parent)).as_posix())

    def _fault(self, place: Place, fault: Fault) -> Fault:
        """Return a fault of a journey, at its line in the document if the journey is written there.

        That of a file stands where it is asked for, with its own place behind.
        """
        written = place.written
        if fault.file or written is None:
            return self._at(place, str(fault))
        return attrs.evolve(
            fault,
            file=str(self._document),
            line=written.start + 1 + fault.line,
            column=fault.column + written.indent,
        )

    def _at(self, place: Place, text: str) -> Fault:
        return Fault(text, file=str(self._document), line=place.line + 1, column=1)


def stale(documents: Sequence[Embedded]) -> Iterator[str]:
    """Yield what is not current, a line each."""
    for one in documents:
        problems = [(line, "does not show its picture") for line in one.changed]
        for path, (line, data) in one.pictures.items():
            if not path.exists():
                problems.append((line, f"{path} is missing"))
            elif path.read_bytes() != data:
                problems.append((line, f"{path} is stale"))
        yield from (f"{one.path}:{line}:1: {problem}" for line, problem in sorted(problems))
