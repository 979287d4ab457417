"""Tables of character classes: what is listed, and a rule for all the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping


class ClassTable(dict[int, str]):
    """The class of each character, for `str.translate`; found when it is met for the first time.

    Args:
        listed: For each class the code points that belong to it, as in `"41-5a 61"`.
        derive: Returns the class of a code point that is not listed.
    """

    def __init__(self, listed: Mapping[str, str], derive: Callable[[int], str]) -> None:
        super().__init__(
            (code, letter) for letter, ranges in listed.items() for code in _codes(ranges)
        )
        self._derive = derive

    def __missing__(self, code: int) -> str:
        found = self._derive(code)
        self[code] = found
        return found


def _codes(ranges: str) -> list[int]:
    found: list[int] = []
    for part in ranges.split():
        first, _, last = part.partition("-")
        found.extend(range(int(first, 16), int(last or first, 16) + 1))
    return found
