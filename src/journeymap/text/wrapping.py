"""Measure text and break it into lines.

Nothing here knows a font: what measures is handed in, so a test can write with a ruler of its own.
No length is absolute: twice the size in twice the width gives the same lines.
"""

from __future__ import annotations

from journeymap.text.filling import Column, Paragraph, fullness, syllables
from journeymap.text.hyphens import Hyphenate, is_address
from journeymap.text.linebreaks import SOFT_HYPHEN, paragraphs, pieces, shown
from journeymap.text.lines import Line, Measure, TextStyle

_LONG_WORD = 12.0  # em; only a longer word makes a column wider than its syllables would


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
    the line before it would be more than half empty, if that saves a line.

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
    return Measured(text, style, measure, hyphenate).lines(width)


def min_width(
    text: str, style: TextStyle, measure: Measure, *, hyphenate: Hyphenate | None = None
) -> float:
    """Return the width in px of the widest part that typesetters do not break.

    A word of ordinary length counts in full, though it could be hyphenated: hyphens do not make a
    column narrow. Only a very long one counts as its parts.
    """
    return Measured(text, style, measure, hyphenate).least()


def natural_width(text: str, style: TextStyle, measure: Measure) -> float:
    """Return the width in px that `text` takes if no line of the author is broken."""
    return Measured(text, style, measure).natural


class Measured:
    """A text that is measured once and broken in as many widths as one likes.

    Its methods return what the functions of this module say.
    """

    __slots__ = ("_hyphenate", "_measure", "_parts", "_style", "natural")

    def __init__(
        self, text: str, style: TextStyle, measure: Measure, hyphenate: Hyphenate | None = None
    ) -> None:
        self._style = style
        self._measure = measure
        self._hyphenate = hyphenate
        self._parts = [Paragraph(words, style, measure) for words in paragraphs(text)]
        self.natural = max((part.advance for part in self._parts), default=0.0)

    def lines(self, width: float) -> tuple[Line, ...]:
        """Return the lines of at most some width."""
        column = Column(self._style, width, self._measure, self._hyphenate)
        for part in self._parts:
            column.add(part)
        return tuple(column.lines)

    def extent(self, width: float) -> tuple[int, float]:
        """Return how many lines it takes in some width and how wide the widest is, in px."""
        if self.natural <= width:
            return len(self._parts), self.natural
        rows, widest = 0, 0.0
        space = self._measure(" ", self._style)
        full = fullness(self._style, width, self._hyphenate)
        for part in self._parts:
            found = part.extent(width, space, full)
            if found is None:
                lines = self.lines(width)
                return len(lines), max(line.width for line in lines)
            rows += found[0]
            widest = max(widest, found[1])
        return rows, widest

    def least(self) -> float:
        """Return the width of the widest part that is not broken."""
        return max((self._least(part) for part in self._parts), default=0.0)

    def _least(self, paragraph: Paragraph) -> float:
        widest, long_word = 0.0, _LONG_WORD * self._style.size
        for chunk, advance in paragraph.chunks:
            found = pieces(chunk)
            if len(found) == 1 and shown(chunk) is chunk and advance <= long_word:
                widest = max(widest, advance)
                continue
            for piece in found:
                widest = max(widest, self._least_of(chunk, piece))
        return widest

    def _least_of(self, chunk: str, piece: str) -> float:
        """Return the width of a piece, or of its syllables if it is a very long word."""
        style, measure, long_word = self._style, self._measure, _LONG_WORD * self._style.size
        hyphen = "-" if piece.endswith(SOFT_HYPHEN) else ""
        width = measure(shown(piece) + hyphen, style)
        if not width > long_word > 0:
            return width
        parts = syllables(shown(piece), None if is_address(chunk) else self._hyphenate)
        parts[-1] = (parts[-1][0], hyphen)
        rescued = [measure(part + ("-" if tail else ""), style) for part, tail in parts]
        return min(width, max(long_word, *rescued))
