"""Signs beside words: what they mean is told by their shape alone, colour only helps."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from journeymap.geometry import Point, Rect
from journeymap.layout.box import Box
from journeymap.painting.brush import Brush, Painter
from journeymap.scene import Circle, Command, Item, Path, Rectangle, Stroke

Draw = Callable[[Rect, str], Iterator[Item]]

_THICK, _THIN = 0.2, 0.14
"""The width of a line, as a part of a sign's size."""


def _lines(rect: Rect, color: str, *runs: tuple[tuple[float, float], ...]) -> Iterator[Item]:
    """Yield lines through corners that are given as parts of the sign's size."""
    size = rect.width
    for run in runs:
        commands = tuple(
            ("L" if number else "M", (rect.x + x * size, rect.y + y * size))
            for number, (x, y) in enumerate(run)
        )
        yield Path(commands, stroke=Stroke(color, _THICK * size, round=True))


def _filled(rect: Rect, color: str, *corners: tuple[float, float]) -> Iterator[Item]:
    size = rect.width
    commands: list[Command] = [
        ("L" if number else "M", (rect.x + x * size, rect.y + y * size))
        for number, (x, y) in enumerate(corners)
    ]
    yield Path((*commands, ("Z", ())), fill=color)


def _check(rect: Rect, color: str) -> Iterator[Item]:
    yield from _lines(rect, color, ((0.1, 0.55), (0.4, 0.85), (0.92, 0.18)))


def _cross(rect: Rect, color: str) -> Iterator[Item]:
    yield from _lines(rect, color, ((0.14, 0.14), (0.86, 0.86)), ((0.86, 0.14), (0.14, 0.86)))


def _up(rect: Rect, color: str) -> Iterator[Item]:
    yield from _filled(rect, color, (0.5, 0.06), (1.0, 0.92), (0.0, 0.92))


def _down(rect: Rect, color: str) -> Iterator[Item]:
    yield from _filled(rect, color, (0.5, 0.94), (1.0, 0.08), (0.0, 0.08))


def _right(rect: Rect, color: str) -> Iterator[Item]:
    yield from _filled(rect, color, (0.96, 0.5), (0.14, 1.0), (0.14, 0.0))


def _diamond(rect: Rect, color: str) -> Iterator[Item]:
    yield from _filled(rect, color, (0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5))


def _dash(rect: Rect, color: str) -> Iterator[Item]:
    yield from _lines(rect, color, ((0.08, 0.5), (0.92, 0.5)))


def _wave(rect: Rect, color: str) -> Iterator[Item]:
    size = rect.width
    x, y = rect.x, rect.y
    commands: tuple[Command, ...] = (
        ("M", (x, y + 0.62 * size)),
        (
            "C",
            (
                x + 0.25 * size,
                y + 0.1 * size,
                x + 0.7 * size,
                y + 0.95 * size,
                x + size,
                y + 0.38 * size,
            ),
        ),
    )
    yield Path(commands, stroke=Stroke(color, _THICK * size, round=True))


def _corner(rect: Rect, color: str) -> Iterator[Item]:
    """Draw the corner that leads from a benefit down to what it answers."""
    size = rect.width
    run = ((0.08, 0.0), (0.08, 0.62), (0.96, 0.62))
    commands = tuple(
        ("L" if number else "M", (rect.x + x * size, rect.y + y * size))
        for number, (x, y) in enumerate(run)
    )
    yield Path(commands, stroke=Stroke(color, _THIN * size))


def _nothing(rect: Rect, color: str) -> Iterator[Item]:
    """Draw the sign of an empty set: it answers nothing."""
    size = rect.width
    yield Circle(rect.center, 0.36 * size, stroke=Stroke(color, _THIN * size))
    run = ((0.06, 0.94), (0.94, 0.06))
    (first, second) = [(rect.x + x * size, rect.y + y * size) for x, y in run]
    yield Path((("M", first), ("L", second)), stroke=Stroke(color, _THIN * size, round=True))


def _ring(rect: Rect, color: str) -> Iterator[Item]:
    """Draw a ring: it waits for an answer."""
    yield Circle(rect.center, 0.4 * rect.width, stroke=Stroke(color, _THIN * rect.width))


SIGNS: dict[str, Draw] = {
    "met": _check,
    "below": _down,
    "over": _up,
    "proposed": _diamond,
    "running": _right,
    "confirmed": _check,
    "rejected": _cross,
    "opponent": _cross,
    "sceptic": _wave,
    "neutral": _dash,
    "supporter": _check,
    "answered": _check,
    "open": _ring,
    "corner": _corner,
    "idle": _nothing,
}
"""The drawing of each sign."""


def sign(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint a sign in the ink of its words."""
    name, ink = box.variant.split(maxsplit=1)
    yield from SIGNS[name](box.rect, brush.ink(ink, box.stage))


def _speech(rect: Rect, color: str) -> Iterator[Item]:
    """Draw a speech bubble: somebody said so."""
    x, y, size = rect.x, rect.y, rect.width
    edge = Stroke(color, _THIN * size, round=True)
    left, right, top, low, bend = (
        x + 0.04 * size,
        x + 0.96 * size,
        y + 0.08 * size,
        y + 0.7 * size,
        0.2 * size,
    )
    commands: tuple[Command, ...] = (
        ("M", (left + bend, top)),
        ("L", (right - bend, top)),
        ("Q", (right, top, right, top + bend)),
        ("L", (right, low - bend)),
        ("Q", (right, low, right - bend, low)),
        ("L", (x + 0.5 * size, low)),
        ("L", (x + 0.26 * size, y + 0.97 * size)),
        ("L", (x + 0.26 * size, low)),
        ("Q", (left, low, left, low - bend)),
        ("L", (left, top + bend)),
        ("Q", (left, top, left + bend, top)),
        ("Z", ()),
    )
    yield Path(commands, stroke=edge)


def _eye(rect: Rect, color: str) -> Iterator[Item]:
    """Draw an eye: somebody saw it."""
    x, size, middle = rect.x, rect.width, rect.center.y
    commands: tuple[Command, ...] = (
        ("M", (x, middle)),
        ("Q", (x + 0.5 * size, middle - 0.76 * size, x + size, middle)),
        ("Q", (x + 0.5 * size, middle + 0.76 * size, x, middle)),
        ("Z", ()),
    )
    yield Path(commands, stroke=Stroke(color, _THIN * size, round=True))
    yield Circle(Point(rect.center.x, middle), 0.16 * size, fill=color)


def _chart(rect: Rect, color: str) -> Iterator[Item]:
    """Draw three columns: it was counted."""
    size = rect.width
    for left, height in ((0.06, 0.42), (0.4, 0.66), (0.74, 0.94)):
        tall = height * size
        yield Rectangle(
            Rect(rect.x + left * size, rect.bottom - tall, 0.2 * size, tall), fill=color
        )


EVIDENCE: dict[str, Draw] = {"reported": _speech, "observed": _eye, "measured": _chart}
"""The drawing of each kind of fact."""


def evidence(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint on what a statement stands."""
    kind, ink = box.variant.split(maxsplit=1)
    yield from EVIDENCE[kind](box.rect, brush.ink(ink, box.stage))


def sample_evidence(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the mark of a kind of fact for the legend."""
    size = brush.metrics.evidence
    place = Rect(box.rect.right - size, box.rect.center.y - size / 2, size, size)
    yield from EVIDENCE[box.variant](place, brush.palette.muted)


def out(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint the arrow behind the words of a link."""
    _, ink = box.variant.split(maxsplit=1)
    rect, color = box.rect, brush.ink(ink, box.stage)
    yield from _thin(rect, color, ((0.18, 0.84), (0.86, 0.16)))
    yield from _thin(rect, color, ((0.36, 0.14), (0.88, 0.14), (0.88, 0.66)))


def sample_out(box: Box, brush: Brush) -> Iterator[Item]:
    """Paint that arrow for the legend."""
    size = brush.metrics.evidence
    place = Rect(box.rect.right - size, box.rect.center.y - size / 2, size, size)
    yield from out(Box(role="out", variant="plain muted", rect=place), brush)


def _thin(rect: Rect, color: str, run: tuple[tuple[float, float], ...]) -> Iterator[Item]:
    size = rect.width
    commands = tuple(
        ("L" if number else "M", (rect.x + x * size, rect.y + y * size))
        for number, (x, y) in enumerate(run)
    )
    yield Path(commands, stroke=Stroke(color, _THIN * size, round=True))


def outline(center: Point, radius: float, corners: int, turn: float) -> tuple[Command, ...]:
    """Return a regular outline; the first corner is so many turns away from the top."""
    angles = [2 * math.pi * (number / corners + turn) for number in range(corners)]
    points = [(center.x + radius * math.sin(a), center.y - radius * math.cos(a)) for a in angles]
    return (("M", points[0]), *(("L", point) for point in points[1:]), ("Z", ()))


MARKS_OF_WORDS: dict[str, Painter] = {
    "sign": sign,
    "evidence": evidence,
    "sample-evidence": sample_evidence,
    "out": out,
    "sample-out": sample_out,
}
