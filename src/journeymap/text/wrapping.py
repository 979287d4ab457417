"""Measure text and break it into lines.

Nothing here knows a font: what measures is handed in, so a test can write with a ruler of its own.
No length is absolute: twice the size in twice the width gives the same lines.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from journeymap.text.graphemes import clusters
from journeymap.text.linebreaks import SOFT_HYPHEN, chunks, paragraphs, pieces, shown


@attrs.frozen
class TextStyle:
    """How letters look: size in px, weight from 100 to 900, upright or italic."""

    size: float
    weight: int = 400
    italic: bool = False

    def scaled(self, factor: float) -> TextStyle:
        """Return the same style, `factor` times as large."""
        return TextStyle(self.size * factor, self.weight, self.italic)


Measure = Callable[[str, TextStyle], float]
"""Width in px of a text without line breaks; of two words it is their sum and a space."""


@attrs.frozen
class Line:
    """One line of broken text and its width in px."""

    text: str
    width: float


def wrap(text: str, style: TextStyle, width: float, measure: Measure) -> tuple[Line, ...]:
    """Return `text` in lines of at most `width` px.

    Line breaks of the author stay, other white space becomes one space. Lines break where
    typesetters break them (see `journeymap.text.linebreaks`); a word wider than a line is cut
    between its letters, and only a single letter that is too wide stands out.

    Args:
        text: What is written; U+00AD shows as a hyphen where a line breaks at it.
        style: The style that it is written in.
        width: Room in px.
        measure: What tells the width of words.

    Returns:
        The lines from top to bottom; none if there is nothing to see.

    Examples:
        >>> ruler = lambda text, style: len(text) * style.size / 2
        >>> [line.text for line in wrap("Поездка в банк", TextStyle(10), 50, ruler)]
        ['Поездка', 'в банк']
    """
    column = _Column(style, width, measure)
    for words in paragraphs(text):
        column.add(words)
    return tuple(column.lines)


def min_width(text: str, style: TextStyle, measure: Measure) -> float:
    """Return the width in px of the widest part that typesetters do not break."""
    return max(
        (
            measure(shown(piece) + ("-" if piece.endswith(SOFT_HYPHEN) else ""), style)
            for words in paragraphs(text)
            for chunk in chunks(words)
            for piece in pieces(chunk)
        ),
        default=0.0,
    )


def natural_width(text: str, style: TextStyle, measure: Measure) -> float:
    """Return the width in px that `text` takes if no line of the author is broken."""
    return max(
        (measure(shown(" ".join(words)), style) for words in paragraphs(text)),
        default=0.0,
    )


_CHUNK, _PIECE, _WORD, _CLUSTER = range(4)
_Token = tuple[str, str, int]
"""A text, what follows it (a space, a soft hyphen or nothing) and how finely it is cut."""


class _Column:
    """Lines of one width, filled from the top."""

    def __init__(self, style: TextStyle, width: float, measure: Measure) -> None:
        self.lines: list[Line] = []
        self._style = style
        self._width = width
        self._measure = measure
        self._space = measure(" ", style)
        self._line: list[_Token] = []
        self._used = 0.0
        # Parts that meet without a space may kern, so their sum is only a guess at their width.
        self._guessed = False

    def add(self, words: list[str]) -> None:
        """Write one line of the author, in as many lines as it takes."""
        whole = shown(" ".join(words))
        advance = self._measure(whole, self._style)
        if advance <= self._width or not words:
            self.lines.append(Line(whole, advance))
            return
        pending: list[_Token] = [(chunk, " ", _CHUNK) for chunk in reversed(chunks(words))]
        self._take_plain(pending)
        while pending or self._line:
            if pending:
                self._take(pending)
            else:
                self._finish(pending)

    def _take_plain(self, pending: list[_Token]) -> None:
        """Write what breaks at spaces only, up to the first part that is harder than that.

        It does nothing that `_take` would not do; it is here because most text is of this kind.
        """
        measure, style, width, space = self._measure, self._style, self._width, self._space
        line = self._line
        used = -space
        while pending:
            text = pending[-1][0]
            advance = measure(text, style)
            if used + space + advance > width:
                if advance > width or len(pieces(text)) > 1 or not line:
                    break
                self.lines.append(Line(_joined(line), used))
                line.clear()
                used = -space
            if shown(text) is not text:
                break
            line.append(pending.pop())
            used += space + advance
        self._used = used if line else 0.0

    def _take(self, pending: list[_Token]) -> None:
        """Write the next part, or cut it finer, or end the line before it."""
        token = pending.pop()
        text, _, level = token
        text = shown(text)
        advance = self._measure(text, self._style)
        spaced = bool(self._line) and self._line[-1][1] == " "
        room = self._width - self._used - (self._space if spaced else 0.0)
        if advance <= room or (level == _CLUSTER and not self._line):
            self._guessed = self._guessed or (bool(self._line) and not spaced)
            self._used = self._width - room + advance
            self._line.append((text, *token[1:]))
        elif level == _CHUNK and len(parts := _finer(token)) > 1:
            pending.extend(parts)
        elif self._line:
            pending.append(token)
            self._finish(pending)
        else:
            pending.extend(_finer(token))

    def _finish(self, pending: list[_Token]) -> None:
        """End the line; parts that turn out not to fit go back to `pending`."""
        while True:
            text = _joined(self._line)
            hyphen = "-" if self._line[-1][1] == SOFT_HYPHEN and pending else ""
            exact = not hyphen and not self._guessed
            advance = self._used if exact else self._measure(text + hyphen, self._style)
            if advance <= self._width or exact:
                break
            if len(self._line) == 1:
                hyphen = ""
                advance = self._measure(text, self._style)
                break
            pending.append(self._line.pop())
            self._guessed = True
        self.lines.append(Line(text + hyphen, advance))
        self._line.clear()
        self._used = 0.0
        self._guessed = False


def _joined(line: list[_Token]) -> str:
    last = line[-1][0]
    return "".join([text + " " if tail == " " else text for text, tail, _ in line[:-1]]) + last


def _finer(token: _Token) -> list[_Token]:
    """Return a part cut one step finer, the last part first."""
    text, tail, level = token
    if level == _CHUNK:
        cut, between, level = pieces(text), "", _PIECE
    elif level == _PIECE and " " in text:
        cut, between, level = text.split(" "), " ", _WORD
    else:
        cut, between, level = clusters(text), "", _CLUSTER
    parts: list[_Token] = [
        (shown(part), SOFT_HYPHEN if part.endswith(SOFT_HYPHEN) else between, level) for part in cut
    ]
    parts[-1] = (parts[-1][0], tail, level)
    return parts[::-1]
