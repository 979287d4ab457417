"""Boxes parted at the foot of a page: between their items, or between lines if there is no choice.

What goes on on the next page keeps its place until it is put there, so that each box is moved once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import attrs

from journeymap.geometry import Rect
from journeymap.layout.box import Box

OPEN = frozenset({"stack", "title"})
"""Boxes that only hold others; they may be parted between these."""

_SLACK = 0.01

Parts = tuple[Box | None, Box | None]


def take(box: Box, limit: float, fresh: float) -> Parts:
    """Return what of a box stays above a limit, and the rest, where it stood.

    An item is never parted if it fits on a page of its own; if it does not, it is parted between
    its lines, and its frame is drawn around both parts.

    Args:
        box: What is parted.
        limit: Where the room ends, in px.
        fresh: How much height there is on an empty page.
    """
    if box.rect.bottom <= limit + _SLACK:
        return box, None
    if box.role not in OPEN and (box.rect.height <= fresh + _SLACK or _is_drawing(box)):
        return None, box
    if box.lines:
        return _between_lines(box, limit)
    return _between_items(box, limit, fresh) if box.children else (None, box)


def _is_drawing(box: Box) -> bool:
    return any(part.points for part in box.walk())


def _between_lines(box: Box, limit: float) -> Parts:
    pitch = box.rect.height / len(box.lines)
    count = int((limit + _SLACK - box.rect.y) / pitch)
    if count < 1:
        return None, box
    cut = box.rect.y + count * pitch
    return (
        attrs.evolve(box, lines=box.lines[:count], rect=_from_to(box.rect, box.rect.y, cut)),
        attrs.evolve(box, lines=box.lines[count:], rect=_from_to(box.rect, cut, box.rect.bottom)),
    )


def _from_to(rect: Rect, top: float, bottom: float) -> Rect:
    return attrs.evolve(rect, y=top, height=bottom - top)


def _between_items(box: Box, limit: float, fresh: float) -> Parts:
    top = min(child.rect.y for child in box.children)
    before = top - box.rect.y
    after = box.rect.bottom - max(child.rect.bottom for child in box.children)
    if box.rect.height > fresh + _SLACK:
        fresh -= before + after
    limit -= after
    items = sorted(box.children, key=lambda child: child.rect.y)
    stays: list[Box] = []
    for start, group in _groups(items):
        if max(child.rect.bottom for child in group) <= limit + _SLACK:
            stays += group
            continue
        kept, left = _side_by_side(group, limit, fresh)
        stays += kept
        goes = [*left, *items[start + len(group) :]]
        if not stays:
            break
        return _around(box, stays, before, after), _around(box, goes, before, after)
    return None, box


def _around(box: Box, children: Sequence[Box], before: float, after: float) -> Box:
    top = min(child.rect.y for child in children) - before
    bottom = max(child.rect.bottom for child in children) + after
    return attrs.evolve(box, children=tuple(children), rect=_from_to(box.rect, top, bottom))


def _groups(items: Sequence[Box]) -> Iterator[tuple[int, list[Box]]]:
    """Yield the items that stand side by side together, one group under the other."""
    group: list[Box] = []
    start, bottom = 0, 0.0
    for number, item in enumerate(items):
        if group and item.rect.y >= bottom - _SLACK:
            yield start, group
            group, start = [], number
        group.append(item)
        bottom = item.rect.bottom if len(group) == 1 else max(bottom, item.rect.bottom)
    yield start, group


def _side_by_side(group: Sequence[Box], limit: float, fresh: float) -> tuple[list[Box], list[Box]]:
    """Return what of boxes side by side stays above a limit, and the rest; all or none begin."""
    stays: list[Box] = []
    goes: list[Box] = []
    rules = [child for child in group if child.role.endswith("-rule")]
    for child in group:
        if child in rules:
            continue
        first, rest = take(child, limit, fresh)
        if first is None:
            return [], list(group)
        stays.append(first)
        goes += [rest] if rest is not None else []
    top = min(child.rect.y for child in goes)
    goes = [child.moved(0.0, top - child.rect.y) for child in goes]
    return (
        [*stays, *(_beside(rule, stays) for rule in rules)],
        [*goes, *(_beside(rule, goes) for rule in rules)],
    )


def _beside(rule: Box, boxes: Sequence[Box]) -> Box:
    """Return a rule as high as what stands beside it."""
    top, bottom = min(box.rect.y for box in boxes), max(box.rect.bottom for box in boxes)
    return attrs.evolve(rule, rect=_from_to(rule.rect, top, bottom))


class Piece(NamedTuple):
    """A box that is yet to be moved to its place."""

    box: Box
    shift: float = 0.0

    @property
    def top(self) -> float:
        """Where it will start."""
        return self.box.rect.y + self.shift

    @property
    def bottom(self) -> float:
        """Where it will end."""
        return self.box.rect.bottom + self.shift

    def moved(self, dy: float) -> Piece:
        """Return it for a place `dy` further down."""
        return Piece(self.box, self.shift + dy)

    def take(self, limit: float, fresh: float) -> tuple[Piece | None, Piece | None]:
        """Return what stays above a limit, and the rest, moved up to where it all began."""
        first, rest = take(self.box, limit - self.shift, fresh)
        return (
            None if first is None else Piece(first, self.shift),
            None if rest is None else Piece(rest, self.top - rest.rect.y),
        )

    def placed(self) -> Box:
        """Return the box in its place."""
        return self.box.moved(0.0, self.shift)
