"""The tree of boxes that a layout returns and the painter paints."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from journeymap.geometry import Point, Rect
from journeymap.text import TextStyle


@attrs.frozen
class TextLine:
    """One line of text: where its baseline starts, how wide it is, which way it runs."""

    text: str
    start: Point
    width: float
    leftwards: bool = False


@attrs.frozen(kw_only=True)
class Box:
    """A place on the sheet and what stands there.

    Attributes:
        role: What it is, such as `pill` or `card`; the painter has one function for each.
        rect: The place; a child lies in its parent.
        variant: Which kind of it, such as `proposed` or `urgent`; for text, its ink.
        children: What stands inside, in the order of reading.
        lines: The lines of text, if it is text.
        style: The style of those lines.
        stage: The position of the stage whose colour it takes.
        value: A level from 0 to 1, such as a valence or a share of stars.
        points: The points of a curve or of a way; the runs of a curve are kept apart.
        source: The id of the object of the model that it shows.
        label: What a screen reader says of it, where its text does not say it.
        link: Where it leads.
    """

    role: str
    rect: Rect
    variant: str = ""
    children: tuple[Box, ...] = ()
    lines: tuple[TextLine, ...] = ()
    style: TextStyle | None = None
    stage: int | None = None
    value: float | None = None
    points: tuple[tuple[Point, ...], ...] = ()
    source: str = ""
    label: str = ""
    link: str | None = None

    def walk(self) -> Iterator[Box]:
        """Yield this box and all boxes in it, parents first."""
        waiting = [self]
        while waiting:
            box = waiting.pop()
            yield box
            waiting += box.children[::-1]

    def moved(self, dx: float, dy: float) -> Box:
        """Return the same box with all that is in it, `dx` to the right and `dy` further down."""
        if not dx and not dy:
            return self
        return attrs.evolve(
            self,
            rect=self.rect.moved(dx, dy),
            children=tuple(child.moved(dx, dy) for child in self.children),
            lines=tuple(
                attrs.evolve(line, start=_moved(line.start, dx, dy)) for line in self.lines
            ),
            points=tuple(tuple(_moved(point, dx, dy) for point in run) for run in self.points),
        )


def _moved(point: Point, dx: float, dy: float) -> Point:
    return Point(point.x + dx, point.y + dy)


def printed(box: Box) -> str:
    """Return the tree as text for people: one line a box, figures rounded to a tenth of a px."""
    lines: list[str] = []
    _print(box, 0, lines)
    return "\n".join(lines) + "\n"


def _print(box: Box, depth: int, lines: list[str]) -> None:
    rect = box.rect
    place = " ".join(f"{figure:.1f}" for figure in (rect.x, rect.y, rect.width, rect.height))
    facts = [
        f"{box.role}[{box.variant}]" if box.variant else box.role,
        place,
        f"={box.value:.3f}" if box.value is not None else "",
        f"#{box.source}" if box.source else "",
        " / ".join(repr(line.text) for line in box.lines),
        " ".join(f"({p.x:.1f},{p.y:.1f})" for run in box.points for p in run),
    ]
    lines.append("  " * depth + " ".join(fact for fact in facts if fact))
    for child in box.children:
        _print(child, depth + 1, lines)
