"""One picture in two sets of colours: the reader's screen chooses, light or dark.

The elements carry the first set as attributes. Where the other set differs, an element gets a
class, and a rule under a media query restyles it. A program that knows no style sheets shows the
first set.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from journeymap.backends.sharing import PAINT, look_of
from journeymap.errors import RenderError
from journeymap.scene import Scheme


class Rules:
    """The rules for one scheme; each set of declarations has one class."""

    def __init__(self, scheme: Scheme, prefix: str) -> None:
        self._scheme = scheme
        self._prefix = prefix
        self._classes: dict[str, str] = {}

    def mark(self, first: Sequence[Element] | Element, other: Sequence[Element] | Element) -> None:
        """Give a class to every element of the first set that is painted otherwise in the other.

        Raises:
            RenderError: The two are not the same shapes in the same places.
        """
        if len(first) != len(other):
            message = f"two pictures of different shapes: {len(first)} and {len(other)}"
            raise RenderError(message)
        for element, twin in zip(first, other, strict=True):
            if element.tag != twin.tag or _place(element) != _place(twin):
                message = f"two pictures of different shapes: {element.tag} and {twin.tag}"
                raise RenderError(message)
            if rules := _difference(element, twin):
                name = self._classes.setdefault(rules, _name(len(self._classes)))
                element.set("class", f"jm-{name}")
            self.mark(element, twin)

    def stylesheet(self) -> str:
        """Return the rules, each for this one picture only; empty if there are none."""
        if not self._classes:
            return ""
        rules = "".join(
            f"#{self._prefix} .jm-{name}{{{rule}}}" for rule, name in self._classes.items()
        )
        return f"@media (prefers-color-scheme:{self._scheme}){{{rules}}}"


def _place(element: Element) -> dict[str, str]:
    return {name: value for name, value in element.items() if name not in PAINT}


def _difference(element: Element, twin: Element) -> str:
    """Return what the twin needs to be painted with and the element does not, as declarations."""
    if element.attrib == twin.attrib:
        return ""
    first, other = look_of(element), look_of(twin)
    return ";".join(
        f"{name}:{value}"
        for name, value in other.items()
        if value and value != first.get(name) and name in PAINT
    )


def _name(number: int) -> str:
    """Return a short name: a, b, … z, aa, ab and so on."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
