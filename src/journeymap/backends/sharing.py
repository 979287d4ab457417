"""Paints and fonts that neighbours have in common, said once for all of them.

Elements are made one by one, each with all that it looks like. Here what most of them share moves
to the root, and what a run of neighbours shares moves to a `g` around them, wherever that makes
the file shorter. Nothing changes its look, its place or its order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias
from xml.etree.ElementTree import Element

Look: TypeAlias = Mapping[str, str]
"""What an element needs: the values of those properties that change how it is drawn."""

PAINT = {
    "fill": "",
    "fill-opacity": "1",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-opacity": "1",
    "stroke-dasharray": "none",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
}
FONT = {"font-size": "", "font-weight": "400", "font-style": "normal"}
INHERITED = PAINT | FONT
"""What passes from an element to those in it, and its value unless one says it.

The empty value never stands in a file: each element says what it needs, or one around it does.
"""

_STROKE = tuple(name for name in PAINT if name.startswith("stroke-"))
_LONGEST_RUN = 240
"""How many neighbours are looked at together, which bounds the work."""

_ENDS = ("stroke-linecap", "stroke-linejoin")
# CairoSVG cannot go back to the usual ends, corners and whole lines inside an element without.
_FOR_GOOD = (*_ENDS, "stroke-dasharray")
_WORDS = frozenset({"title", "desc"})
_HOLDERS = frozenset({"g", "a"})
_SHAPES = frozenset({"rect", "circle", "path", "text"})
_GROUP = len("<g></g>")


def share(
    body: list[Element], known: Mapping[Element, Look] | None = None
) -> tuple[list[Element], dict[str, str]]:
    """Return elements that say less, and the attributes that their root has to have for it.

    Args:
        body: All that is drawn.
        known: What those elements need that do not tell it themselves.
    """
    looks = _Looks(known or {})
    root = _best(looks.inside(body), INHERITED)
    return _shared(looks, body, list(map(looks.common, body)), INHERITED | root), root


class _Looks:
    """What elements need; each kind of look is worked out once, and is one object."""

    def __init__(self, known: Mapping[Element, Look]) -> None:
        self._kinds: dict[tuple[object, ...], Look] = {}
        self._alike: dict[frozenset[tuple[str, str]], Look] = {}
        self._known: dict[Element, Look | None] = {
            element: self._one(look) for element, look in known.items()
        }

    def _one(self, look: Look) -> Look:
        return self._alike.setdefault(frozenset(look.items()), look)

    def of(self, element: Element) -> Look | None:
        """Return what an element needs; None for one that only holds others."""
        if element not in self._known:
            self._known[element] = self._found(element)
        return self._known[element]

    def _found(self, element: Element) -> Look | None:
        tag, attributes = element.tag, element.attrib
        if tag in _HOLDERS and "transform" not in attributes:
            return None
        key = (tag, "rx" in attributes, *map(attributes.get, INHERITED))
        look = self._kinds.get(key)
        if look is None:
            look = self._kinds[key] = self._one({} if tag in _WORDS else look_of(element))
        return look

    def inside(self, elements: Iterable[Element]) -> Iterator[Look]:
        """Yield what each element needs, and each one inside those that only hold others."""
        for element in elements:
            look = self.of(element)
            if look is None:
                yield from self.inside(element)
            else:
                yield look

    def common(self, element: Element) -> Look:
        """Return what an element needs, and all inside it; the value is empty if they differ."""
        look = self.of(element)
        if look is not None:
            return look
        found: dict[str, str] = {}
        for inner in self.inside(element):
            for name, value in inner.items():
                if found.setdefault(name, value) != value:
                    found[name] = ""
        return self._one(found)


def look_of(element: Element) -> Look:
    """Return what an element says or means, without what cannot be seen of it."""
    tag = element.tag
    found = {name: element.get(name, usual) for name, usual in INHERITED.items()}
    # What we do not know may need all.
    if tag not in _SHAPES:
        return found
    idle = [] if tag == "text" else list(FONT)
    if found["stroke"] == "none":
        idle += _STROKE
    elif found["stroke-dasharray"] == "none" and (tag == "circle" or "rx" in element.attrib):
        # Neither ends nor corners.
        idle += _ENDS
    if found["fill"] == "none":
        idle.append("fill-opacity")
    return {name: value for name, value in found.items() if name not in idle}


def _best(looks: Iterable[Look], around: Look) -> dict[str, str]:
    """Return what is best said around elements that look so: what saves more than it costs."""
    counts: dict[str, dict[str, int]] = {}
    for look, often in _counted(looks):
        for name, value in look.items():
            values = counts.setdefault(name, {})
            values[value] = values.get(value, 0) + often
    found = {}
    for name, values in counts.items():
        # Who needs the usual value would have to say it.
        lost = values.pop(around[name], 0) * _length(name, around[name])
        if values and not (lost and name in _FOR_GOOD):
            value = max(values, key=lambda one: (values[one] - 1) * _length(name, one))
            if (values[value] - 1) * _length(name, value) > lost:
                found[name] = value
    return found


def _counted(looks: Iterable[Look]) -> Iterator[tuple[Look, int]]:
    """Yield each look once, in the order of coming, and how often it comes."""
    kinds: dict[int, Look] = {}
    counts: dict[int, int] = {}
    for look in looks:
        kind = id(look)
        kinds[kind] = look
        counts[kind] = counts.get(kind, 0) + 1
    return zip(kinds.values(), counts.values(), strict=True)


def _shared(
    looks: _Looks, siblings: Sequence[Element], needs: Sequence[Look], around: Look
) -> list[Element]:
    """Return siblings, less what is said around them, runs of them in groups of their own."""
    found = []
    start = 0
    while start < len(siblings):
        end, said = _run(needs, start, around)
        if said:
            group = Element("g", said)
            inside = slice(start, end)
            group.extend(_shared(looks, siblings[inside], needs[inside], {**around, **said}))
            found.append(group)
            start = end
        else:
            _lessen(looks, siblings[start], around)
            found.append(siblings[start])
            start += 1
    return found


def _run(needs: Sequence[Look], start: int, around: Look) -> tuple[int, dict[str, str]]:
    """Return where the best group from `start` on ends, and what it says; there may be none."""
    best, end, said = _GROUP, start, {}
    values: dict[str, str] = {}
    saved: dict[str, int] = {}
    for place in range(start, min(len(needs), start + _LONGEST_RUN)):
        for name, value in needs[place].items():
            if name not in values:
                values[name] = value
                if value and value != around[name]:
                    # The first time is what the group itself says.
                    saved[name] = 0
            elif values[name] != value:
                # Whoever says another value anyway is no hindrance.
                if value == around[name] or not value:
                    saved.pop(name, None)
            elif name in saved:
                saved[name] += _length(name, value)
        if not saved:
            break
        gain = sum(saved.values())
        if gain > best:
            best, end = gain, place + 1
            said = {name: values[name] for name, more in saved.items() if more}
    return end, said


def _lessen(looks: _Looks, element: Element, around: Look) -> None:
    """Take from an element what is said around it."""
    look = looks.of(element)
    if look is None:
        said = _best(looks.inside(element), around)
        children = list(element)
        needs = list(map(looks.common, children))
        element[:] = _shared(looks, children, needs, {**around, **said})
        element.attrib |= said
        return
    attributes = element.attrib
    for name in [name for name in attributes if name in INHERITED]:
        if name not in look or look[name] == around[name]:
            del attributes[name]
    for name, value in look.items():
        if value != around[name]:
            attributes[name] = value


def _length(name: str, value: str) -> int:
    """Return how many characters an attribute takes in a file."""
    return len(name) + len(value) + 4
