"""Fonts that are installed on the machine, asked for only if the user allows it.

Fontconfig's program `fc-match` lists them, the fittest first. Where it is missing, or slow, or
fails, there are no such fonts.
"""

from __future__ import annotations

import shutil
import subprocess
from functools import cached_property
from pathlib import Path

import attrs

from journeymap.fonts.fontfile import FontFile, is_invisible

_PROGRAM = "fc-match"
_PATTERN = "sans-serif:weight=80:slant=0:width=100"
_FORMAT = "%{file}\t%{index}\t%{charset}\n"
_SECONDS = 20


@attrs.frozen(eq=False)
class Installed:
    """A font as fontconfig lists it: its file, its number in it, the code points that it has."""

    path: str
    index: int
    ranges: tuple[tuple[int, int], ...]

    def has(self, letter: str) -> bool:
        """Tell whether the font has a character."""
        code = ord(letter)
        return any(first <= code <= last for first, last in self.ranges)


class SystemFonts:
    """Finds fonts of the machine; it is asked once, when the first letter is looked for."""

    def __init__(self) -> None:
        self._opened: dict[Installed, FontFile | None] = {}
        self._count = 0

    def find(self, cluster: str) -> FontFile | None:
        """Return the fittest font that draws a letter, if there is one."""
        letters = [letter for letter in cluster if not is_invisible(letter)]
        for font in self._installed:
            if letters and all(map(font.has, letters)):
                file = self._open(font)
                if file is not None and file.draws(cluster):
                    return file
        return None

    @cached_property
    def _installed(self) -> tuple[Installed, ...]:
        return installed()

    def _open(self, font: Installed) -> FontFile | None:
        if font not in self._opened:
            self._opened[font] = self._read(font)
        return self._opened[font]

    def _read(self, font: Installed) -> FontFile | None:
        try:
            data = Path(font.path).read_bytes()
        except OSError:
            return None
        file = FontFile(data, font.index, tag=f"s{self._count + 1}-", place="system")
        if not file.has_outlines:
            return None
        self._count += 1
        return file


def installed() -> tuple[Installed, ...]:
    """Return the fonts of the machine, the fittest for plain text first."""
    program = shutil.which(_PROGRAM)
    if program is None:
        return ()
    try:
        result = subprocess.run(  # noqa: S603 - the arguments are fixed
            [program, "--sort", f"--format={_FORMAT}", _PATTERN],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ()
    lines = result.stdout.decode("utf-8", "surrogateescape").splitlines()
    return tuple(found for line in lines if (found := _parsed(line)) is not None)


def _parsed(line: str) -> Installed | None:
    path, _, rest = line.partition("\t")
    number, _, codes = rest.partition("\t")
    try:
        # The upper half of the number names a style of a variable font.
        index = int(number) & 0xFFFF
        ranges = tuple(
            (int(first, 16), int(last or first, 16))
            for first, _, last in (code.partition("-") for code in codes.split())
        )
    except ValueError:
        return None
    return Installed(path, index, ranges) if ranges else None
