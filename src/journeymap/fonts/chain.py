"""A chain of fonts: which of them draws which letter, and how wide words are then.

First the theme's font, then emoji of our own, then the fonts that the user named, then those of the
machine if the user allowed them. What none of them has is a frame with its code point.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, Protocol

from journeymap.fonts import outlines
from journeymap.fonts.emoji import AS_PICTURE, emoji
from journeymap.fonts.fontfile import UNITS, Face, FontFile, is_invisible
from journeymap.fonts.frames import frame
from journeymap.fonts.outlines import Shape
from journeymap.text import TextStyle
from journeymap.text.graphemes import clusters, is_mark

_CACHED_WORDS = 100_000
_CACHED_LENGTH = 64
_CACHED_LONG_WORDS = 100  # a word may be as long as a text


class Base(Protocol):
    """What opens the theme's font."""

    def __call__(self, *, italic: bool) -> FontFile:
        """Return the upright or the italic letters."""
        ...


class Finder(Protocol):
    """What looks for a font for letters that no other font has."""

    def find(self, cluster: str) -> FontFile | None:
        """Return a font that draws a letter, if there is one."""
        ...


class Part(NamedTuple):
    """A part of a word and what draws it: one font for several letters, or one shape for all."""

    text: str
    drawn_by: FontFile | Shape


class Fonts:
    """Fonts in the order in which they are asked for a letter.

    Args:
        base: Opens the theme's font.
        named: The files that the user named.
        finder: What looks for further fonts.
    """

    def __init__(
        self,
        base: Base,
        named: Iterable[FontFile] = (),
        finder: Finder | None = None,
    ) -> None:
        self._base = base
        self._finder = finder
        self._families: dict[str, list[FontFile]] = {}
        for file in named:
            self._families.setdefault(file.name, []).append(file)
        self._rulers: dict[tuple[int, bool], Ruler] = {}
        self._drawn: dict[tuple[str, int, bool], tuple[Part, ...]] = {}
        self.words: dict[tuple[str, int, bool, bool], Any] = {}

    def measure(self, text: str, style: TextStyle) -> float:
        """Return the width of `text` in px, its words shaped one by one."""
        look = (style.weight, style.italic)
        ruler = self._rulers.get(look) or self.ruler(*look)
        advances = ruler.advances
        total = advances.get(text)
        if total is None:
            words = text.split(" ")
            total = (len(words) - 1) * ruler.space
            for word in words:
                advance = advances.get(word)
                total += ruler.advance(word) if advance is None else advance
        return total * style.size / UNITS

    def ruler(self, weight: int, italic: bool) -> Ruler:  # noqa: FBT001
        """Return what measures words of one look."""
        found = self._rulers.get((weight, italic))
        if found is None:
            found = self._rulers[weight, italic] = Ruler(self, weight, italic=italic)
        return found

    def base(self, weight: int, italic: bool) -> Face:  # noqa: FBT001
        """Return the theme's letters of one look."""
        return self._base(italic=italic).at(weight)

    @property
    def asks_system(self) -> bool:
        """Whether fonts of the machine may be used."""
        return self._finder is not None

    @property
    def characters(self) -> frozenset[str]:
        """The characters that the theme's font has."""
        return self._base(italic=False).characters

    def parts(self, word: str, weight: int, italic: bool) -> Iterable[Part]:  # noqa: FBT001
        """Return a word cut into parts by what draws them."""
        if self.characters.issuperset(word):
            return (Part(word, self._base(italic=italic)),) if word else ()
        key = (word, weight, italic)
        found = self._drawn.get(key)
        if found is None:
            found = tuple(self._cut(word, weight, italic))
            if len(self._drawn) >= _CACHED_WORDS:
                self._drawn.clear()
            self._drawn[key] = found
        return found

    def missing(self, text: str) -> frozenset[str]:
        """Return the visible characters of `text` that no font has and that we do not draw."""
        if self.characters.issuperset(text):
            return frozenset()
        return frozenset(
            character
            for part in self.parts(text, 400, italic=False)
            if isinstance(part.drawn_by, Shape) and part.drawn_by.lacking
            for character in part.text
            if character not in self.characters and not is_invisible(character)
        )

    def _cut(self, word: str, weight: int, italic: bool) -> Iterator[Part]:  # noqa: FBT001
        text, by = "", None
        for _, source, drawable in self.sources(word, weight, italic):
            if source is None:
                continue
            if source is by and isinstance(source, FontFile):
                text += drawable
                continue
            if by is not None:
                yield Part(text, by)
            text, by = drawable, source
        if by is not None:
            yield Part(text, by)

    def sources(
        self,
        word: str,
        weight: int,
        italic: bool,  # noqa: FBT001
    ) -> Iterator[tuple[str, FontFile | Shape | None, str]]:
        """Yield each letter of a word, what draws it if anything does, and of which characters."""
        for cluster in clusters(word):
            yield (cluster, *self._source(cluster, weight, italic))

    def _source(
        self,
        cluster: str,
        weight: int,
        italic: bool,  # noqa: FBT001
    ) -> tuple[FontFile | Shape | None, str]:
        """Return what draws one letter of a text, and of which characters."""
        known = "".join(part for part in cluster if part in self.characters)
        has_all = all(part in self.characters or is_invisible(part) for part in cluster)
        if known and has_all and AS_PICTURE not in cluster:
            return self._base(italic=italic), known
        digits = self._base(italic=False).at(400)
        picture = emoji(cluster, self._base(italic=False).at(700))
        if picture is not None:
            return picture, cluster
        if not (known and has_all):
            for file in self._named(weight, italic):
                if file.draws(cluster):
                    return file, cluster
        letters = [part for part in cluster if not is_mark(part)]
        if known and all(part in self.characters for part in letters):
            # A mark that nobody has is left out rather than the letter under it.
            return self._base(italic=italic), known
        if not letters:
            return None, ""
        found = self._finder.find(cluster) if self._finder and not cluster.isspace() else None
        return (found or frame(cluster, digits)), cluster

    def _named(self, weight: int, italic: bool) -> Iterator[FontFile]:  # noqa: FBT001
        """Yield the named fonts, of each family the nearest to a look first."""
        for files in self._families.values():
            yield from sorted(
                files, key=lambda file: (file.italic != italic, abs(file.weight - weight))
            )


class Ruler:
    """Measures words of one weight and slope, and remembers them."""

    def __init__(self, fonts: Fonts, weight: int, *, italic: bool) -> None:
        self.advances: dict[str, int] = {}
        self._long: dict[str, int] = {}
        self._fonts = fonts
        self._face = fonts.base(weight, italic)
        self._look = (weight, italic)
        self._characters = fonts.characters
        self.space = self._face.space

    def advance(self, word: str) -> int:
        """Return the width of a word in font units, and remember it."""
        known = self.advances if len(word) <= _CACHED_LENGTH else self._long
        total = known.get(word)
        if total is not None:
            return total
        if self._characters.issuperset(word):
            total = self._face.width(word) if word else 0
        else:
            parts = self._fonts.parts(word, *self._look)
            total = sum(width_of(part, self._look[0]) for part in parts)
        if len(known) >= (_CACHED_WORDS if known is self.advances else _CACHED_LONG_WORDS):
            known.clear()
        known[word] = total
        return total


def width_of(part: Part, weight: int) -> int:
    """Return the width of a part in font units."""
    if isinstance(part.drawn_by, Shape):
        return round(part.drawn_by.width * UNITS / outlines.UNITS)
    return part.drawn_by.at(weight).width(part.text)
