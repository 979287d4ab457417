"""Shapes said in fewer words: outlines that repeat are written once, places in tenths of a px.

Marks, stars and signs are the same outline in many places. Each such outline becomes a definition,
and `use` puts it where it is drawn, wherever that makes the file shorter. Plain rectangles are
outlines too, and neighbours of one paint, such as the bars of a mark, one outline together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple
from xml.etree.ElementTree import Element

from journeymap.backends.notation import hundredths, joined
from journeymap.backends.sharing import INHERITED, Look, look_of

_Attributes = tuple[tuple[str, str], ...]

_PLACE = ("x", "y", "width", "height")
# An outline for one of these would overlap itself, or have no place to start from.
_NEEDS_RECT = ("rx", "stroke", "fill-opacity", "id")
_START = re.compile(r"M(-?[\d.]+)([ -][\d.]+)")
_USE = len('<use xlink:href="#jm-0123456789-_s1" x="1000.2" y="1000.2"/>')
_DEFINITION = len('<path id="jm-0123456789-_s1"/>')
_PLAIN = len('<path d="1000.25 1000.25"/>')


class Repeats(NamedTuple):
    """What `drawn_once` found: definitions, and what each `use` needs from around it."""

    definitions: list[Element]
    looks: dict[Element, Look]


class _Outline(NamedTuple):
    """An outline apart from its place.

    `paint` is None where each place says how it is painted, as a style sheet may change it there.
    """

    steps: str
    paint: _Attributes | None


def simplified(body: Iterable[Element]) -> list[Element]:
    """Return elements in tenths of a px, plain rectangles as outlines, neighbours as one."""
    found: list[Element] = []
    for paint, run in groupby(body, _paint_of_plain):
        if paint is not None:
            steps = "".join(map(_rectangle, run))
            found.append(Element("path", {"d": steps} | dict(paint)))
            continue
        for element in run:
            if element.tag == "rect":
                left, top, right, bottom = _edges(element)
                place = (left, top, right - left, bottom - top)
                element.attrib |= zip(_PLACE, map(_in_tenths, place), strict=True)
            elif element.tag == "circle":
                for name in ("cx", "cy"):
                    element.set(name, _in_tenths(_hundredths(element.attrib[name])))
            elif len(element):
                element[:] = simplified(element)
            found.append(element)
    return found


def drawn_once(body: Iterable[Element], prefix: str) -> Repeats:
    """Put `use` in the place of outlines that are drawn often.

    Args:
        body: What is drawn; it is changed in place.
        prefix: What the ids of definitions start with.
    """
    places: dict[_Outline, list[Element]] = {}
    for element in _paths(body):
        places.setdefault(_outline(element), []).append(element)
    found = Repeats([], {})
    for outline, elements in places.items():
        if _gain(outline, len(elements)) > 0:
            name = f"{prefix}{len(found.definitions) + 1}"
            attributes = {"id": name, "d": outline.steps} | dict(outline.paint or ())
            found.definitions.append(Element("path", attributes))
            for element in elements:
                found.looks[element] = _placed(element, name, outline)
    return found


def _paint_of_plain(element: Element) -> _Attributes | None:
    """Return the paint of a rectangle that may be part of an outline; None for all else."""
    known = element.attrib
    if element.tag != "rect" or any(name in known for name in _NEEDS_RECT):
        return None
    return tuple((name, value) for name, value in known.items() if name not in _PLACE)


def _rectangle(element: Element) -> str:
    left, top, right, bottom = _edges(element)
    steps = (left, top), (right - left,), (bottom - top,), (left - right,)
    across, right_, down, back = (joined(step) for step in steps)
    return f"M{across}h{right_}v{down}h{back}z"


def _edges(element: Element) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom in hundredths, rounded so that what touches touches."""
    known = element.attrib
    left, top = _hundredths(known.get("x", "0")), _hundredths(known.get("y", "0"))
    right, bottom = left + _hundredths(known["width"]), top + _hundredths(known["height"])
    return _rounded(left), _rounded(top), _rounded(right), _rounded(bottom)


@lru_cache(maxsize=1 << 16)
def _hundredths(written: str) -> int:
    return hundredths(float(written))


def _rounded(value: int) -> int:
    return (value + 5) // 10 * 10


@lru_cache(maxsize=1 << 16)
def _in_tenths(value: int) -> str:
    return f"{_rounded(value) / 100:.1f}".removesuffix(".0")


def _paths(body: Iterable[Element]) -> Iterator[Element]:
    """Yield the paths that a `use` is shorter than."""
    for element in body:
        if element.tag != "path":
            yield from _paths(element)
        elif len(element.attrib["d"]) > _USE - _PLAIN:
            yield element


def _outline(path: Element) -> _Outline:
    steps = path.attrib["d"]
    parts, end = [], 0
    left = top = None
    for found in _START.finditer(steps):
        x, y = _hundredths(found[1]), _hundredths(found[2])
        if left is None or top is None:
            left, top = x, y
        parts += [steps[end : found.start()], "M", joined([x - left, y - top])]
        end = found.end()
    paint = None
    if "class" not in path.attrib:
        paint = tuple([pair for pair in path.items() if pair[0] != "d"])
    return _Outline("".join([*parts, steps[end:]]), paint)


def _gain(outline: _Outline, count: int) -> int:
    """Return how many characters of a file it saves to write an outline once."""
    # What paints it counts as a cost only: neighbours may say it together.
    paint = sum(len(name) + len(value) + 4 for name, value in outline.paint or ())
    steps = len(outline.steps)
    return (_PLAIN + steps - _USE) * count - (_DEFINITION + steps + paint)


def _placed(path: Element, name: str, outline: _Outline) -> Look:
    """Turn a path into a `use` and return what it needs from around it."""
    look = look_of(path)
    steps = path.attrib.pop("d")
    x, y = (_in_tenths(_hundredths(value)) for value in _START.findall(steps)[0])
    paint = dict(path.attrib) if outline.paint is None else {}
    path.tag = "use"
    path.attrib.clear()
    path.attrib |= {"xlink:href": f"#{name}", "x": x, "y": y} | paint
    if outline.paint is None:
        return look
    # The definition says all that is unusual.
    return {key: value for key, value in look.items() if value == INHERITED[key]}
