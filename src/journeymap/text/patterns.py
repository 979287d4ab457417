"""The patterns of `pyphen`, each read when a word asks for it: a map has few words to hyphenate.

Reading all of them first, as `pyphen` does, takes longer than the whole layout of a map.
"""

from __future__ import annotations

import re
from pathlib import Path

_DIGITS = b"0123456789"
_SPECIAL = rb"\^\^|=|\d\d|(?<![^\n])[0\D]*0[0\D]*(?![^\n])"
"""What stands in files whose patterns change letters, say nothing, or are written otherwise."""

_STEP = re.compile(r"(\d?)(\D?)")


class Patterns:
    """The patterns of one language after Liang: odd values allow a break, the greatest counts."""

    def __init__(self, words: dict[str, str]) -> None:
        self._written = words
        self._read: dict[str, tuple[int, ...]] = {}
        self._longest = max(map(len, words), default=0)

    def positions(self, word: str) -> list[int]:
        """Return the indexes in a word before which a hyphen may stand."""
        framed = f".{word.lower()}."
        points = [0] * (len(framed) + 1)
        for start in range(len(framed) - 1):
            for end in range(start + 1, min(start + self._longest, len(framed)) + 1):
                part = framed[start:end]
                if part in self._written:
                    for place, value in enumerate(self._values(part), start):
                        points[place] = max(points[place], value)
        return [place - 1 for place, value in enumerate(points) if value % 2]

    def _values(self, part: str) -> tuple[int, ...]:
        found = self._read.get(part)
        if found is None:
            steps = _STEP.findall(self._written[part])
            found = self._read[part] = tuple(int(digit or 0) for digit, _ in steps)
        return found


def read(path: Path) -> Patterns | None:
    """Return the patterns of a file; None if it has such as are not read here."""
    data = path.read_bytes()
    if re.search(_SPECIAL, data):
        return None
    head, _, _ = data.partition(b"\n")
    encoding = head.decode("ascii").strip().lower().replace("microsoft-", "")
    written = data.decode(encoding).split("\n")[1:]
    parts = data.translate(None, _DIGITS).decode(encoding).split("\n")[1:]
    return Patterns({part.strip(): line.strip() for part, line in zip(parts, written, strict=True)})
