"""Points, sizes and rectangles: px at 96 dpi, y grows downwards."""

from __future__ import annotations

import attrs


@attrs.frozen
class Point:
    """A place on the sheet."""

    x: float
    y: float


@attrs.frozen
class Size:
    """A width and a height."""

    width: float
    height: float


@attrs.frozen
class Rect:
    """An upright rectangle, given by its top left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    @property
    def center(self) -> Point:
        """The point in the middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def moved(self, dx: float, dy: float) -> Rect:
        """Return the same rectangle, `dx` to the right and `dy` further down."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def inset(self, dx: float, dy: float) -> Rect:
        """Return the rectangle less a margin of `dx` left and right, `dy` above and below."""
        return Rect(self.x + dx, self.y + dy, self.width - 2 * dx, self.height - 2 * dy)

    def contains(self, other: Rect, slack: float = 0.01) -> bool:
        """Tell whether `other` lies in this rectangle, up to `slack` px for rounding."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def overlaps(self, other: Rect, slack: float = 0.01) -> bool:
        """Tell whether the two share more than an edge, up to `slack` px for rounding."""
        return (
            min(self.right, other.right) - max(self.x, other.x) > slack
            and min(self.bottom, other.bottom) - max(self.y, other.y) > slack
        )
