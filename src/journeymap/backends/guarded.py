"""A program that answers a text with bytes, and that can neither hang nor flood us.

It reads from a pipe and writes to one; it is told no file. It runs in a process group of its own,
which is killed when its time is over, when it writes too much, and when we are interrupted.
"""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import IO, Any

from journeymap.errors import RenderError, shown

SECONDS = 30.0
"""How long a program may take."""


_MAX_COMPLAINT = 4_000
_GRACE = 5.0  # s; for what has closed its output to end

# What a program needs to be started at all; nothing else of our environment is its business.
_PASSED = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


class OutOfTimeError(RenderError):
    """A program took longer than it may."""


def answer(command: Sequence[str], question: bytes, *, seconds: float, most: int) -> bytes:
    """Return what a program writes when it is asked something.

    Args:
        command: The program, by its full path, and its arguments; no shell reads them.
        question: What it reads.
        seconds: How long it may take.
        most: How many bytes it may write.

    Raises:
        OutOfTimeError: It took longer; it has been killed, with all that it had started.
        RenderError: It cannot be started, failed, complained of an error, or wrote too much.
    """
    name = os.path.basename(command[0])  # noqa: PTH119 - a name for messages
    try:
        process = subprocess.Popen(  # noqa: S603 - a list, found by its full path
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
            start_new_session=True,
        )
    except OSError as error:
        raise RenderError(f"{name} cannot be started: {error.strerror or error}") from error
    talk = _Talk(process, question, most)
    try:
        return talk.finished(name, seconds)
    finally:
        _kill(process)
        talk.close()


def _environment() -> dict[str, str]:
    """Return the environment of a program; with SERVER_NAME, Graphviz opens no file."""
    passed = {name: os.environ[name] for name in _PASSED if name in os.environ}
    return {**passed, "SERVER_NAME": "journeymap", "LC_ALL": "C"}


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a process that has not been waited for, and all of its group."""
    if process.returncode is not None:
        return
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


class _Talk:
    """A question and its answer; three threads, so that no pipe fills up and blocks another."""

    def __init__(self, process: subprocess.Popen[bytes], question: bytes, most: int) -> None:
        self._process = process
        self._most = most
        self._said = bytearray()
        self._complaint = bytearray()
        self._streams: tuple[Any, ...] = (process.stdin, process.stdout, process.stderr)
        asked, said, complained = self._streams
        self._listener = _started(self._listen, said)
        self._others = [
            _started(self._ask, asked, question),
            _started(self._hear_out, complained),
        ]

    def finished(self, name: str, seconds: float) -> bytes:
        """Return the whole answer."""
        self._listener.join(seconds)
        if len(self._said) > self._most:
            raise RenderError(f"{name} wrote more than {self._most} bytes")
        late = OutOfTimeError(f"{name} did not finish within {seconds:g} s")
        if self._listener.is_alive():
            raise late
        try:
            status = self._process.wait(min(seconds, _GRACE))
        except subprocess.TimeoutExpired as error:
            raise late from error
        for thread in self._others:
            thread.join(_GRACE)
        complaint = self._complaint.decode("utf-8", "replace").splitlines()
        errors = [line for line in complaint if line.startswith("Error")]
        if status or errors:
            said = shown(" ".join((errors or complaint)[:1]), 200)
            raise RenderError(f"{name} failed with status {status}: {said}")
        return bytes(self._said)

    def close(self) -> None:
        """Let go of the pipes."""
        for thread in (self._listener, *self._others):
            thread.join(_GRACE)
        for stream in self._streams:
            with suppress(OSError):
                stream.close()

    def _ask(self, stream: IO[bytes], question: bytes) -> None:
        # What has ended early reads no more; its status tells why.
        with suppress(OSError):
            stream.write(question)
        with suppress(OSError):
            stream.close()

    def _listen(self, stream: IO[bytes]) -> None:
        for chunk in _chunks(stream):
            self._said += chunk
            if len(self._said) > self._most:
                return

    def _hear_out(self, stream: IO[bytes]) -> None:
        for chunk in _chunks(stream):
            self._complaint += chunk[: _MAX_COMPLAINT - len(self._complaint)]


def _chunks(stream: IO[bytes]) -> Iterable[bytes]:
    with suppress(OSError, ValueError):
        while chunk := os.read(stream.fileno(), 1 << 16):
            yield chunk


def _started(target: Any, *arguments: Any) -> threading.Thread:
    thread = threading.Thread(target=target, args=arguments, daemon=True)
    thread.start()
    return thread
