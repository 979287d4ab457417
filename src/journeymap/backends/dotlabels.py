"""Texts of an author in DOT: they mean nothing but themselves.

A text in angle brackets would be read as HTML, a backslash as an escape such as the name of the
node, an ampersand as an entity; and Graphviz reads no text of 16 384 bytes.
"""

from __future__ import annotations

from collections.abc import Iterable

from journeymap.backends.notation import link as checked
from journeymap.backends.notation import plain
from journeymap.escaping import outside
from journeymap.text import TextStyle, wrap
from journeymap.text.graphemes import clusters
from journeymap.text.lineclasses import is_wide

MAX_BYTES = 16_000
"""Of a text as it stands in DOT, where a sign may take up to five bytes."""

TITLE = 60
"""Letters in a line of a title."""

_WIDTH = 28  # letters; a graph knows no widths
_RULER = TextStyle(1.0)
# Bytes, once escaped; but the time that the library takes to quote backslashes grows with the
# square of their number, and no text that means something has hundreds.
_SIGNS = {"&": 5, '"': 2, "\n": 2, "\\": 64}


def label(lines: Iterable[str], width: int = _WIDTH) -> str:
    """Return lines of text as a label, each broken where it is longer than so many letters.

    Raises:
        RenderError: A text has a character that XML cannot carry.
    """
    # What is beyond will be cut anyway; that it is there has to be seen.
    texts = (plain(text)[: MAX_BYTES + 1] for text in lines)
    broken = [line.text for text in texts for line in wrap(text, _RULER, width, _letters)]
    return literal("\n".join(broken))


def left(lines: Iterable[str]) -> str:
    """Return a label whose lines all start at the left.

    Raises:
        RenderError: A text has a character that XML cannot carry.
    """
    from graphviz import nohtml  # noqa: PLC0415 - only DOT needs it

    value: str = nohtml(label(lines).replace("\n", r"\l") + r"\l")
    return value


def literal(text: str) -> str:
    """Return a text as a value for DOT, with an ellipsis where it is too long for Graphviz.

    Raises:
        RenderError: It has a character that XML cannot carry.

    Examples:
        >>> literal("R&D")
        'R&amp;D'
    """
    from graphviz import escape  # noqa: PLC0415 - only DOT needs it

    value: str = escape(_shortened(plain(text)).replace("&", "&amp;"))
    return value


def address(link: str | None) -> str | None:
    """Return a link as a value for DOT; None unless it leads out of the document."""
    target = outside(link)
    return None if target is None else literal(checked(target))


def _letters(text: str, _: TextStyle) -> float:
    if text.isascii():
        return len(text)
    return sum(1 + is_wide(cluster[0]) for cluster in clusters(text))


def _shortened(text: str) -> str:
    """Return a text, or as many of its first letters as take no more bytes than may be."""
    if _size(text) <= MAX_BYTES:
        return text
    kept, room = [], MAX_BYTES - _size("…")
    for cluster in clusters(text[:MAX_BYTES]):
        room -= _size(cluster)
        if room < 0:
            break
        kept.append(cluster)
    return "".join(kept) + "…"


def _size(text: str) -> int:
    more = sum((size - 1) * text.count(sign) for sign, size in _SIGNS.items())
    return len(text.encode()) + more
