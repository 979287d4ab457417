"""Measure text and break it into lines.

Nothing here knows a font: what measures is handed in, so a test can write with a ruler of its own.
No length is absolute: twice the size in twice the width gives the same lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate

import attrs

from journeymap.text.bidi import runs_leftwards
from journeymap.text.hyphens import Hyphenate, hyphenated, is_address
from journeymap.text.linebreaks import (
    SOFT_HYPHEN,
    chunks,
    cut,
    handles,
    letters,
    paragraphs,
    pieces,
    shown,
)

_LONG_WORD = 12.0  # em; only a longer word makes a column wider than its syllables would
_NARROW = 16.0  # em; a wider column has no need of hyphens
_FULL = 0.55  # of a line; one that is emptier than that asks for part of the next word


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
    """One line of broken text and its width in px.

    `leftwards` is the direction of the paragraph, so also of lines that start with a foreign word.
    """

    text: str
    width: float
    leftwards: bool = False


def wrap(
    text: str,
    style: TextStyle,
    width: float,
    measure: Measure,
    *,
    hyphenate: Hyphenate | None = None,
) -> tuple[Line, ...]:
    """Return `text` in lines of at most `width` px.

    Line breaks of the author stay, other white space becomes one space. Lines break where
    typesetters break them (see `journeymap.text.linebreaks`). A word wider than a line is
    hyphenated, an address cut at its signs; if even that is too wide, between letters, and only a
    single letter that is too wide stands out. In a narrow column a word is hyphenated too where
    the line before it would be about half empty, if that saves a line.

    Args:
        text: What is written; U+00AD shows as a hyphen where a line breaks at it.
        style: The style that it is written in.
        width: Room in px.
        measure: What tells the width of words.
        hyphenate: What tells where a word may be hyphenated; no word is unless given.

    Returns:
        The lines from top to bottom; none if there is nothing to see.

    Examples:
        >>> ruler = lambda text, style: len(text) * style.size / 2
        >>> [line.text for line in wrap("Поездка в банк", TextStyle(10), 50, ruler)]
        ['Поездка', 'в банк']
    """
    column = _Column(style, width, measure, hyphenate)
    for words in paragraphs(text):
        column.add(words)
    return tuple(column.lines)


def min_width(
    text: str, style: TextStyle, measure: Measure, *, hyphenate: Hyphenate | None = None
) -> float:
    """Return the width in px of the widest part that typesetters do not break.

    A word of ordinary length counts in full, though it could be hyphenated: hyphens do not make a
    column narrow. Only a very long one counts as its parts.
    """
    long_word = _LONG_WORD * style.size
    widest = 0.0
    for words in paragraphs(text):
        for chunk in chunks(words):
            for piece in pieces(chunk):
                hyphen = "-" if piece.endswith(SOFT_HYPHEN) else ""
                width = measure(shown(piece) + hyphen, style)
                if width > long_word > 0:
                    parts = _parts(shown(piece), None if is_address(chunk) else hyphenate)
                    parts[-1] = (parts[-1][0], hyphen)
                    rescued = [measure(part + ("-" if tail else ""), style) for part, tail in parts]
                    width = min(width, max(long_word, *rescued))
                widest = max(widest, width)
    return widest


def natural_width(text: str, style: TextStyle, measure: Measure) -> float:
    """Return the width in px that `text` takes if no line of the author is broken."""
    return max(
        (measure(shown(" ".join(words)), style) for words in paragraphs(text)),
        default=0.0,
    )


_CHUNK, _PIECE, _WORD, _ADDRESS, _PART, _LETTER = range(6)
_Token = tuple[str, str, int]
"""A text, what follows it (a space, a soft hyphen or nothing) and how finely it is cut."""


class _Column:
    """Lines of one width, filled from the top."""

    def __init__(
        self, style: TextStyle, width: float, measure: Measure, hyphenate: Hyphenate | None
    ) -> None:
        self.lines: list[Line] = []
        self._style = style
        self._width = width
        self._measure = measure
        self._space = measure(" ", style)
        self._hyphenate = hyphenate
        # How full a line has to be for the next word to stay whole.
        self._full = width * _FULL if hyphenate and width < _NARROW * style.size else 0.0
        self._enough = 0.0
        self._leftwards = False
        self._line: list[_Token] = []
        self._used = 0.0
        # Parts that meet without a space may kern, so their sum is only a guess at their width.
        self._guessed = False

    def add(self, words: list[str]) -> None:
        """Write one line of the author, in as many lines as it takes."""
        whole = shown(" ".join(words))
        advance = self._measure(whole, self._style)
        self._leftwards = runs_leftwards(whole)
        if advance <= self._width or not words:
            self.lines.append(Line(whole, advance, self._leftwards))
            return
        start = len(self.lines)
        self._write(words, 0.0)
        plain = self.lines[start:]
        # Hyphens are worth their while if they save a line, and only then.
        room = (len(plain) - 1) * self._width
        if advance < room and any(line.width < self._full for line in plain[:-1]):
            del self.lines[start:]
            self._write(words, self._full)
            if len(self.lines) - start >= len(plain):
                self.lines[start:] = plain

    def _write(self, words: list[str], enough: float) -> None:
        """Write one line of the author that is too long; hyphenate where lines are emptier."""
        self._enough = enough
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
        line, enough, leftwards = self._line, self._enough, self._leftwards
        used = -space
        while pending:
            text = pending[-1][0]
            advance = measure(text, style)
            if used + space + advance > width:
                if advance > width or used < enough or len(pieces(text)) > 1 or not line:
                    break
                self.lines.append(Line(_joined(line), used, leftwards))
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
        if advance <= room or (level == _LETTER and not self._line):
            self._guessed = self._guessed or (bool(self._line) and not spaced)
            self._used = self._width - room + advance
            self._line.append((text, *token[1:]))
        elif parts := self._started(token, room):
            pending.extend(parts)
        elif self._line:
            pending.append(token)
            self._finish(pending)
        elif level == _PART:
            pending.extend(self._cut_anywhere(token))
        else:
            pending.extend(self._finer(token))

    def _cut_anywhere(self, token: _Token) -> list[_Token]:
        """Fill lines with the letters of a part that is too wide; return those of the last line.

        A word may have thousands of letters, so they are not taken one by one.
        """
        text, tail, _ = token
        parts = letters(text)
        advances = {part: self._measure(part, self._style) for part in dict.fromkeys(parts)}
        ends = list(accumulate(map(advances.__getitem__, parts), initial=0.0))
        start, last = 0, len(parts) - 1
        while start < last and ends[-1] - ends[start] > self._width:
            end = max(min(bisect_right(ends, ends[start] + self._width) - 1, last), start + 1)
            # Letters kern, so their sum is only a guess.
            while True:
                line = "".join(parts[start:end])
                advance = self._measure(line, self._style)
                if advance <= self._width or end == start + 1:
                    break
                end -= 1
            self.lines.append(Line(line, advance, self._leftwards))
            start = end
        found: list[_Token] = [(part, "", _LETTER) for part in parts[start:]]
        found[-1] = (found[-1][0], tail, _LETTER)
        return found[::-1]

    def _started(self, token: _Token, room: float) -> list[_Token]:
        """Return a part that does not fit, cut so that its start may fit; nothing if it stays."""
        text, _, level = token
        if level == _CHUNK and len(parts := self._finer(token)) > 1:
            return parts
        if not self._line or self._used >= self._enough or level > _WORD:
            return []
        if self._hyphenate is None or self._line[-1][1] == SOFT_HYPHEN:
            return []
        fitting = 0
        for at in hyphenated(text, self._hyphenate):
            if self._measure(text[:at] + "-", self._style) > room:
                break
            fitting = at
        return (
            [(text[fitting:], *token[1:]), (text[:fitting], SOFT_HYPHEN, _PART)] if fitting else []
        )

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
        self.lines.append(Line(text + hyphen, advance, self._leftwards))
        self._line.clear()
        self._used = 0.0
        self._guessed = False

    def _finer(self, token: _Token) -> list[_Token]:
        """Return a part cut one step finer, the last part first."""
        text, tail, level = token
        if level == _CHUNK:
            parts = _with_hyphens(pieces(text))
            level = _ADDRESS if is_address(text) else _PIECE
        elif level in {_PIECE, _ADDRESS} and " " in text:
            parts = [(part, " ") for part in text.split(" ")]
            level = _WORD if level == _PIECE else _ADDRESS
        else:
            parts = _parts(text, self._hyphenate if level < _ADDRESS else None)
            level = _PART
        found: list[_Token] = [(shown(part), after, level) for part, after in parts]
        found[-1] = (found[-1][0], tail, level)
        return found[::-1]


def _joined(line: list[_Token]) -> str:
    last = line[-1][0]
    return "".join([text + " " if tail == " " else text for text, tail, _ in line[:-1]]) + last


def _with_hyphens(parts: Iterable[str]) -> list[tuple[str, str]]:
    return [(part, SOFT_HYPHEN if part.endswith(SOFT_HYPHEN) else "") for part in parts]


def _parts(word: str, hyphenate: Hyphenate | None) -> list[tuple[str, str]]:
    """Return the parts of a word that is too wide, each with what it ends in at a line's end."""
    if at_signs := handles(word):
        return [(part, "") for part in cut(word, at_signs)]
    parts = cut(word, hyphenated(word, hyphenate)) if hyphenate else [word]
    return [(part, SOFT_HYPHEN) for part in parts]
