"""Sizes of paper and of screens, by name."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from journeymap.errors import OptionError, nearest, shown
from journeymap.geometry import Size

PX_PER_INCH = 96.0
MM_PER_INCH = 25.4
POINTS_PER_INCH = 72.0

MARGIN = 11.0
"""The margin of a page, in mm; office printers leave 4 to 8 mm blank."""

READABLE = 6.5
"""The least size of body text on a page, in points: that of a small footnote."""

COMFORTABLE = 8.0
"""The size of body text, in points, on the pages of a map that does not fit on one."""

LARGEST = 21.0
"""The largest size of body text on a page, in points, however few words there are."""

_MM = {"A5": (148.0, 210.0), "A4": (210.0, 297.0), "A3": (297.0, 420.0), "A2": (420.0, 594.0)}
_INCHES = {"letter": (8.5, 11.0), "legal": (8.5, 14.0), "tabloid": (11.0, 17.0)}
PAGES = {
    **{name: (width / MM_PER_INCH, height / MM_PER_INCH) for name, (width, height) in _MM.items()},
    **_INCHES,
}
"""The upright size of each page, in inches."""

_PX = re.compile(r"(\d{1,5})\s*[x×]\s*(\d{1,5})(?:\s*px)?")
_LEAST_PX, _MOST_PX = 200, 20_000


@attrs.frozen(eq=False)
class Paper:
    """A page: its size and its margin, in px at 96 dpi."""

    size: Size
    margin: float = MARGIN / MM_PER_INCH * PX_PER_INCH

    @property
    def frame(self) -> Size:
        """The size of what may be printed on."""
        return Size(self.size.width - 2 * self.margin, self.size.height - 2 * self.margin)


def px(points: float) -> float:
    """Return a size of text in px."""
    return points / POINTS_PER_INCH * PX_PER_INCH


def paper(name: str) -> Paper:
    """Return the page of a name such as `A4`, `A4 portrait` or `1200x800`.

    A name of paper alone is that page lying on its side, which is how a map is wide.

    Raises:
        OptionError: There is no such page.
    """
    if not isinstance(name, str):
        raise OptionError(
            f"not a page (got {shown(name)}; expected a text such as 'A4 landscape' or '1200x800')"
        )
    wanted = " ".join(name.casefold().split())
    if found := _PX.fullmatch(wanted):
        return _screen(name, *(int(figure) for figure in found.groups()))
    known = {page.casefold(): page for page in PAGES}
    words = wanted.split()
    turns = [word for word in words if word in {"landscape", "portrait"}]
    kinds = [word for word in words if word not in turns]
    if len(kinds) != 1 or len(turns) > 1 or kinds[0] not in known:
        raise _unknown(name, kinds)
    sides = [side * PX_PER_INCH for side in PAGES[known[kinds[0]]]]
    if turns != ["portrait"]:
        sides.reverse()
    return Paper(Size(*sides))


def _unknown(name: str, kinds: Sequence[str]) -> OptionError:
    """Return the error for a page that does not exist, with the nearest one that does."""
    turned = [f"{page} {turn}" for page in PAGES for turn in ("portrait", "landscape")]
    listed = ", ".join([*PAGES, "… portrait", "… landscape", "1200x800"])
    has_two_words = len(kinds) > 1 or "," in name
    hint = nearest(name, turned if has_two_words else [*PAGES, "1200x800"])
    return OptionError(f"unknown page {shown(name)} (known: {listed}{'; ' + hint if hint else ''})")


def _screen(name: str, width: int, height: int) -> Paper:
    if not all(_LEAST_PX <= side <= _MOST_PX for side in (width, height)):
        raise OptionError(
            f"impossible page {name!r} (expected {_LEAST_PX} to {_MOST_PX} px a side)"
        )
    return Paper(Size(float(width), float(height)))


_RATIO = re.compile(r"(\d{1,4}(?:\.\d{1,6})?)(?:\s*[:/]\s*(\d{1,4}(?:\.\d{1,6})?))?")
_WIDEST = 20.0


def ratio_of(value: str | float) -> float:
    """Return how many times as wide as high `16:9`, `1.78` or 1.78 is.

    Raises:
        OptionError: It is no ratio, or one of more than 20 to 1.
    """
    ratio = 0.0
    if isinstance(value, str):
        if found := _RATIO.fullmatch(value.strip()):
            width, height = float(found[1]), float(found[2] or 1)
            ratio = width / height if height else 0.0
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        ratio = float(value)
    if not 1 / _WIDEST <= ratio <= _WIDEST:
        raise OptionError(
            f"not a ratio (got {shown(value)}; expected width to height, such as '16:9', '4:3' or "
            f"1.78, from 1:{_WIDEST:.0f} to {_WIDEST:.0f}:1)"
        )
    return ratio
