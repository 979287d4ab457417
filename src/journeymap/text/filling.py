"""Lines of one width, filled with words from the top."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate

from journeymap.text.bidi import runs_leftwards
from journeymap.text.hyphens import Hyphenate, hyphenated, is_address
from journeymap.text.linebreaks import SOFT_HYPHEN, chunks, cut, handles, letters, pieces, shown
from journeymap.text.lines import Line, Measure, TextStyle

_NARROW = 16.0  # em; a wider column has no need of hyphens
_FULL = 0.4  # of a line; one that is emptier than that asks for part of the next word


class Paragraph:
    """One line of the author, measured once and broken in as many widths as one likes.

    Attributes:
        words: Its words.
        whole: Its text on one line.
        advance: How wide that is.
        leftwards: Whether it is read from right to left.
    """

    def __init__(self, words: list[str], style: TextStyle, measure: Measure) -> None:
        self.words = words
        self.whole = shown(" ".join(words))
        self.advance = measure(self.whole, style)
        self._style = style
        self._measure = measure

    @cached_property
    def leftwards(self) -> bool:
        return runs_leftwards(self.whole)

    @cached_property
    def chunks(self) -> list[tuple[str, float]]:
        """The parts between which it breaks at spaces, each with its width."""
        return [(chunk, self._measure(chunk, self._style)) for chunk in chunks(self.words)]

    def extent(self, width: float, space: float, full: float) -> tuple[int, float] | None:
        """Return how many lines it takes and how wide the widest is.

        It is None where a line breaks elsewhere than at spaces, or may: write it to know.
        """
        if self.advance <= width or not self.words:
            return 1, self.advance
        ends, at, used = _plain_lines(self.chunks, width, space, 0.0)
        advances = [advance for _, advance in ends]
        if at < len(self.chunks) or _is_loose(advances, self.advance, width, full):
            return None
        return len(ends) + 1, max(used, *advances)


def fullness(style: TextStyle, width: float, hyphenate: Hyphenate | None) -> float:
    """Return how full a line has to be, in px, for the next word to stay whole."""
    return width * _FULL if hyphenate and width < _NARROW * style.size else 0.0


def _is_loose(advances: Sequence[float], whole: float, width: float, full: float) -> bool:
    """Tell whether hyphens may save a line: the lines before the last are empty enough."""
    return whole < len(advances) * width and any(advance < full for advance in advances)


def _plain_lines(
    parts: Sequence[tuple[str, float]], width: float, space: float, enough: float
) -> tuple[list[tuple[int, float]], int, float]:
    """Fill lines with parts as long as they break at spaces only.

    It does nothing that `Column` would not do; it is here because most text is of this kind.

    Returns:
        Where each full line ends and its width; where the line that follows stops, and its width.
        It stops before the first part that is harder on.
    """
    ends: list[tuple[int, float]] = []
    used, start, at = -space, 0, 0
    for at, (text, advance) in enumerate(parts):
        if used + space + advance > width:
            is_hard = advance > width or used < enough or len(pieces(text)) > 1
            if is_hard or at == start:
                break
            ends.append((at, used))
            start, used = at, -space
        if shown(text) is not text:
            break
        used += space + advance
    else:
        at = len(parts)
    return ends, at, used


_CHUNK, _PIECE, _WORD, _ADDRESS, _PART, _LETTER = range(6)
_Token = tuple[str, str, int]
"""A text, what follows it (a space, a soft hyphen or nothing) and how finely it is cut."""


class Column:
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
        self._full = fullness(style, width, hyphenate)
        self._enough = 0.0
        self._leftwards = False
        self._line: list[_Token] = []
        self._used = 0.0
        # Parts that meet without a space may kern, so their sum is only a guess at their width.
        self._guessed = False

    def add(self, paragraph: Paragraph) -> None:
        """Write one line of the author, in as many lines as it takes."""
        self._leftwards = paragraph.leftwards
        advance = paragraph.advance
        if advance <= self._width or not paragraph.words:
            self.lines.append(Line(paragraph.whole, advance, self._leftwards))
            return
        start = len(self.lines)
        self._write(paragraph, 0.0)
        plain = self.lines[start:]
        # Hyphens are worth their while if they save a line, and only then.
        if _is_loose([line.width for line in plain[:-1]], advance, self._width, self._full):
            del self.lines[start:]
            self._write(paragraph, self._full)
            if len(self.lines) - start >= len(plain):
                self.lines[start:] = plain

    def _write(self, paragraph: Paragraph, enough: float) -> None:
        """Write one line of the author that is too long; hyphenate where lines are emptier."""
        self._enough = enough
        rest = self._take_plain(paragraph.chunks)
        pending: list[_Token] = [(chunk, " ", _CHUNK) for chunk, _ in reversed(rest)]
        while pending or self._line:
            if pending:
                self._take(pending)
            else:
                self._finish(pending)

    def _take_plain(self, parts: Sequence[tuple[str, float]]) -> Sequence[tuple[str, float]]:
        """Write what breaks at spaces only; return the rest, from the first that is harder on."""
        ends, at, used = _plain_lines(parts, self._width, self._space, self._enough)
        start = 0
        for end, advance in ends:
            self.lines.append(Line(_spaced(parts[start:end]), advance, self._leftwards))
            start = end
        self._line.extend((text, " ", _CHUNK) for text, _ in parts[start:at])
        self._used = used if start < at else 0.0
        return parts[at:]

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
            parts = syllables(text, self._hyphenate if level < _ADDRESS else None)
            level = _PART
        found: list[_Token] = [(shown(part), after, level) for part, after in parts]
        found[-1] = (found[-1][0], tail, level)
        return found[::-1]


def _joined(line: list[_Token]) -> str:
    last = line[-1][0]
    return "".join([text + " " if tail == " " else text for text, tail, _ in line[:-1]]) + last


def _spaced(parts: Sequence[tuple[str, float]]) -> str:
    return " ".join([text for text, _ in parts])


def _with_hyphens(parts: Iterable[str]) -> list[tuple[str, str]]:
    return [(part, SOFT_HYPHEN if part.endswith(SOFT_HYPHEN) else "") for part in parts]


def syllables(word: str, hyphenate: Hyphenate | None) -> list[tuple[str, str]]:
    """Return the parts of a word that is too wide, each with what it ends in at a line's end."""
    if at_signs := handles(word):
        return [(part, "") for part in cut(word, at_signs)]
    parts = cut(word, hyphenated(word, hyphenate)) if hyphenate else [word]
    return [(part, SOFT_HYPHEN) for part in parts]
