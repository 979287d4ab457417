"""What the reader of a picture should know about its fonts."""

from __future__ import annotations

from collections.abc import Iterable

from journeymap.fonts.chain import Fonts
from journeymap.fonts.fontfile import FontFile, is_invisible
from journeymap.fonts.outlines import Shape
from journeymap.fonts.webfont import Written
from journeymap.text import TextStyle

_MOST = 12


def notes(
    fonts: Fonts, lines: Iterable[tuple[str, TextStyle]], *, embedded: bool = False
) -> tuple[str, ...]:
    """Return what should be known of some lines, in whole sentences.

    Args:
        fonts: The chain that they are drawn with.
        lines: The texts with their styles.
        embedded: Whether an SVG shall bring its fonts along.
    """
    known = fonts.characters
    strange = [line for line in lines if not known.issuperset(line[0])]
    if not strange:
        return ()
    lacking: set[str] = set()
    borrowed: dict[FontFile, set[str]] = {}
    written = Written(fonts)
    for text, style in strange:
        written.add(text, style)
        for word in text.split(" "):
            for part in fonts.parts(word, style.weight, style.italic):
                letters = {letter for letter in part.text if not is_invisible(letter)}
                if isinstance(part.drawn_by, Shape):
                    lacking |= letters - known if part.drawn_by.lacking else set()
                elif part.drawn_by.place == "system":
                    borrowed.setdefault(part.drawn_by, set()).update(letters)
    found = [_lacking(lacking, fonts)] if lacking else []
    found += [_borrowed(file, letters) for file, letters in borrowed.items()]
    if embedded:
        found += [
            f"{file.name} is not carried inside the SVG ({reason}): its letters stand in the "
            "viewer's own font there; text='outline' draws them"
            for file, reason in written.left_out()
        ]
    return tuple(found)


def _lacking(letters: set[str], fonts: Fonts) -> str:
    said = f"no font has letters for {_listed(letters)}: PNG, PDF and outlines show their numbers"
    way_out = "name a font file that has them, fonts=['…']"
    if not fonts.asks_system:
        way_out += ", or allow those of this machine, fonts=['system']"
    return f"{said}; {way_out}"


def _borrowed(file: FontFile, letters: set[str]) -> str:
    return (
        f"{_listed(letters)} are drawn in {file.name}, a font of this machine: on another one "
        "the picture may look different"
    )


def _listed(letters: set[str]) -> str:
    """Return letters with their numbers, `日 U+65E5 本 U+672C`."""
    shown = sorted(letters)[:_MOST]
    more = f" and {len(letters) - _MOST} more" if len(letters) > _MOST else ""
    return " ".join(f"{letter} U+{ord(letter):04X}" for letter in shown) + more
