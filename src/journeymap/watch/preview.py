"""What the preview shows by now: the newest picture, or the last good one with what is wrong."""

from __future__ import annotations

import threading
from collections.abc import Callable

import attrs

from journeymap.diagram import Diagram
from journeymap.errors import JourneymapError, ModelError
from journeymap.model import Journey
from journeymap.watch.choice import Choice


@attrs.frozen
class Shot:
    """What is shown of one choice.

    Attributes:
        version: As of which change of the files.
        title: The title of the journey.
        alt: What the picture shows, in sentences.
        svg: The last good picture; None where there has been none yet.
        drawn: As of which change of the files the picture is.
        width: Its width in px.
        faults: What is wrong now, line by line.
        notes: What the reader of the picture should know.
    """

    version: int
    title: str
    alt: str = ""
    svg: bytes | None = None
    drawn: int = 0
    width: float = 0.0
    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Preview:
    """Draws what is asked for, once for each change, and remembers the last good picture."""

    def __init__(
        self,
        load: Callable[[], Journey],
        draw: Callable[[Journey, Choice], Diagram],
        title: str,
    ) -> None:
        """Take what reads and what draws.

        Args:
            load: Reads the journey.
            draw: Makes its picture.
            title: What stands for the title until a journey could be read.
        """
        self._load, self._draw = load, draw
        self._title, self._language = title, "en"
        self._changed = threading.Condition()
        self._version, self._is_closed = 1, False
        # Drawing is for one at a time; what waits for it has the picture when it is its turn.
        self._drawing = threading.Lock()
        self._loaded: tuple[int, Journey | Exception] | None = None
        self._shots: dict[Choice, Shot] = {}

    @property
    def language(self) -> str:
        """The language of the journey that was read last."""
        return self._language

    @property
    def is_closed(self) -> bool:
        """Whether the preview has ended."""
        return self._is_closed

    def changed(self) -> None:
        """Take note that a file has changed."""
        with self._changed:
            self._version += 1
            self._changed.notify_all()

    def close(self) -> None:
        """End the preview: who waits goes on."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()

    def wait(self, seen: int, seconds: float) -> bool:
        """Wait until a file has changed after a version, and return whether one has."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_closed or self._version > seen, seconds)
            return self._version > seen and not self._is_closed

    def shot(self, choice: Choice) -> Shot:
        """Return what is to be shown now."""
        with self._drawing:
            version = self._version
            last = self._shots.get(choice, Shot(0, self._title))
            if last.version < version:
                last = self._shots[choice] = self._shoot(choice, last, version)
            return last

    def _shoot(self, choice: Choice, last: Shot, version: int) -> Shot:
        try:
            journey = self._journey(version)
            diagram = self._draw(journey, choice)
            return Shot(
                version,
                journey.title,
                diagram.alt_text,
                diagram.svg.encode(),
                version,
                diagram.width,
                notes=diagram.notes,
            )
        except Exception as error:  # noqa: BLE001 - whatever it is, the preview goes on
            return attrs.evolve(
                last, version=version, title=self._title, faults=tuple(_told(error))
            )

    def _journey(self, version: int) -> Journey:
        """Return the journey; it is read once for each change."""
        if self._loaded is None or self._loaded[0] != version:
            try:
                journey = self._load()
            except Exception as error:  # noqa: BLE001 - kept for all who ask
                self._loaded = version, error
            else:
                self._loaded = version, journey
                self._title, self._language = journey.title, journey.language
        found = self._loaded[1]
        if isinstance(found, Exception):
            raise found
        return found


def _told(error: Exception) -> list[str]:
    """Return what went wrong, a line a fault."""
    if isinstance(error, ModelError):
        return [str(fault) for fault in error.faults]
    if isinstance(error, JourneymapError):
        return str(error).splitlines()
    if isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename else ""
        return [f"{place}{error.strerror or error}"]
    return [f"{type(error).__name__}: {error}"]
