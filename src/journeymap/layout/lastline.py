"""A last line that does not hold a single short word: the lines above hand it some of theirs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from journeymap.text import Line

_HAIR = 1e-4
_STEPS = 8

Lines = tuple[Line, ...]


def evened(
    lines: Lines,
    again: Callable[[float], Lines],
    enough: Callable[[float], float],
    room: float,
    tail: float = 0.0,
) -> Lines:
    """Return lines of which the last is no stub; the same ones if there is no such way.

    There are as many of them as before, and no more words are broken.

    Args:
        lines: The lines as they fall.
        again: Returns the lines of the same text in another width.
        enough: Returns how wide the last line should be, under a longest one of some width.
        room: How wide the last line may be, with what stands behind it.
        tail: How wide that is.
    """
    found = lines
    for _ in range(_STEPS if len(lines) > 1 else 0):
        longest = max(line.width for line in found)
        end = found[-1].width + tail
        # A word that is broken at its hyphen may stand whole again where lines are narrower.
        if end >= enough(longest) and _words(found) <= _words(lines):
            return found if end <= room else lines
        found = again(longest * (1 - _HAIR))
        if len(found) > len(lines):
            break
    return lines


def _words(lines: Sequence[Line]) -> int:
    """Return how many words there are; the two parts of a broken one count as two."""
    return sum(len(line.text.split()) for line in lines)
