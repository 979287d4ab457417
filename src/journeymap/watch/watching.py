"""Sees that a file has changed, by looking at it many times a second."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence

LOOK = 0.03
"""How long it is from one look to the next, in seconds."""

SETTLE = 0.02
"""How long a file must stay as it is before it is read: an editor may be writing still."""

PATIENCE = 0.4
"""How long a file may be away: many editors save by putting another file in its place."""

Stamp = tuple[tuple[int, ...] | None, ...]
"""What tells one state of the files from another; None for a file that is not there."""


class Watch:
    """A thread that calls a function after each change of some files."""

    def __init__(self, paths: Sequence[str], changed: Callable[[], object]) -> None:
        """Start to look.

        Args:
            paths: The files; they need not be there.
            changed: What is called, in the thread that looks.
        """
        self._paths, self._changed = tuple(paths), changed
        self._ended = threading.Event()
        self._seen = stamp(self._paths)
        self._thread = threading.Thread(target=self._look, name="journeymap-watch", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Look no more."""
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._ended.wait(LOOK):
            found = self._settled()
            if found != self._seen:
                self._seen = found
                self._changed()

    def _settled(self) -> Stamp:
        """Return the state of the files when they have been written, or stay away."""
        found, waited = stamp(self._paths), 0.0
        while found != self._seen and not self._ended.wait(SETTLE):
            waited += SETTLE
            before, found = found, stamp(self._paths)
            is_gone = any(
                now is None and then is not None
                for now, then in zip(found, self._seen, strict=True)
            )
            if found == before and (waited >= PATIENCE or not is_gone):
                break
        return found


def stamp(paths: Sequence[str]) -> Stamp:
    """Return what tells the state of the files from another."""
    return tuple(map(_stamp, paths))


def _stamp(path: str) -> tuple[int, ...] | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - a path need not be one that pathlib takes
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
