"""Writes a file whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import stat
from collections.abc import Iterator
from pathlib import Path


def write_atomically(path: str | os.PathLike[str], data: bytes) -> Path:
    """Write a file so that a reader sees the old content or the new, and never a part of it.

    The data goes to a temporary file beside the target, is flushed to the disk and renamed. The
    mode of an existing file is kept, and a symbolic link goes on pointing to the same file. What is
    no regular file (a pipe, a device) is written directly.

    Args:
        path: The target.
        data: The whole new content.

    Returns:
        The path as it was given.

    Raises:
        OSError: The file cannot be written; the old one is as it was.
    """
    given = Path(path)
    target = Path(os.path.realpath(given))
    mode = _mode(target)
    if mode is not None and not stat.S_ISREG(mode):
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(given))
        with _named(given):
            target.write_bytes(data)
        return given
    with _named(given):
        _replace(target, data, mode)
    return given


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    temporary, descriptor = _beside(target)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(stat.S_IMODE(mode))
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


@contextlib.contextmanager
def _named(given: Path) -> Iterator[None]:
    """Let errors name the file that the caller knows: not a temporary one, nor none at all."""
    try:
        yield
    except OSError as error:
        error.filename = str(given)
        error.filename2 = None
        raise


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _beside(target: Path) -> tuple[Path, int]:
    """Return a new empty file in the same folder, with the mode that new files get."""
    for number in itertools.count():
        # A name of our own instead of `tempfile`, which gives the mode 0600 whatever the umask.
        path = target.with_name(f".{target.name[:100]}.{os.getpid()}-{number}.tmp")
        try:
            return path, os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        except FileExistsError:
            continue
    raise AssertionError
