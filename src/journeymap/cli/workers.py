"""Processes that work side by side.

They share no thread, lock or queue: each is tied to this process by a pipe of its own, so that it
can be ended at any time, and ends by itself when nobody is left to work for.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Generator, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

from journeymap.errors import RenderError

_Piece = TypeVar("_Piece")
_Made = TypeVar("_Made")
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


def side_by_side(
    work: Callable[[_Piece], _Made], pieces: Sequence[_Piece], number: int
) -> Generator[_Made]:
    """Yield what becomes of each piece, in their order; no process is left in the end.

    Args:
        work: What is done with a piece; what it raises is raised here.
        pieces: What is to be done.
        number: How many processes work.

    Raises:
        RenderError: A process was ended from outside.
    """
    left = list(enumerate(pieces))[::-1]
    busy: dict[Connection, int] = {}
    made: dict[int, _Made] = {}
    with _workers(work, number) as idle:
        for wanted in range(len(pieces)):
            while wanted not in made:
                while idle and left:
                    worker = idle.pop()
                    busy[worker], piece = left.pop()
                    _send(worker, piece)
                ready = wait(busy)
                for worker in [worker for worker in busy if worker in ready]:
                    made[busy.pop(worker)] = _receive(worker)
                    idle.append(worker)
            yield made.pop(wanted)


@contextlib.contextmanager
def _workers(work: Callable[[Any], Any], number: int) -> Iterator[list[Connection]]:
    """Have processes that wait for work; all are ended in the end, whatever they do."""
    context = _context()
    started = []
    ours = []
    try:
        for _ in range(number):
            near, far = context.Pipe()
            ours.append(near)
            process = context.Process(target=_serve, args=(work, far, near), daemon=True)
            with _no_interruption():
                process.start()
                started.append(process)
            # Only the process itself may hold its end: then its death ends the pipe.
            far.close()
        yield list(ours)
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.join()
        for near in ours:
            near.close()


def _serve(work: Callable[[Any], Any], far: Connection, near: Connection) -> None:
    """Do what comes in, until nobody is there who could send more."""
    near.close()
    # Ctrl-C reaches all processes; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    with contextlib.suppress(EOFError, ConnectionError):
        while True:
            piece = far.recv()
            far.send(_answer(work, piece))


def _answer(work: Callable[[Any], Any], piece: object) -> tuple[Any, Exception | None]:
    """Return what was made, or what was raised."""
    try:
        return work(piece), None
    except Exception as error:  # noqa: BLE001 - whatever it is, it is raised over there
        # Tracebacks do not travel.
        error.add_note(traceback.format_exc())
        return None, error


def _send(worker: Connection, piece: object) -> None:
    try:
        worker.send(piece)
    except ConnectionError:
        raise _ended() from None


def _receive(worker: Connection) -> Any:
    try:
        made, error = worker.recv()
    except (EOFError, ConnectionError):
        raise _ended() from None
    if error is not None:
        raise error
    return made


def _ended() -> RenderError:
    reason = "a process that drew was ended from outside, perhaps for want of memory"
    return RenderError(f"{reason}; try --jobs 1")


def _context() -> Any:
    """Return how processes are made: a copy of this one, where that is quick and safe."""
    may_fork = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if may_fork else "spawn")


@contextlib.contextmanager
def _no_interruption() -> Iterator[None]:
    """Keep Ctrl-C back while a process starts: it could not yet ignore it, nor be ended here."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
