"""The pictures of the examples: drawn side by side on all cores, and once for all pages."""

import functools
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import attrs

import journeymap as jm
from journeymap.views import VIEWS

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"

COMPARED = {"returns-to-be": "returns"}
"""The examples that are compared, each with the one that it is compared with."""


@attrs.frozen
class Wanted:
    """One picture of an example in one theme."""

    view: str
    example: str
    theme: str

    def picture(self) -> jm.Diagram | None:
        """Return the picture, or None if the example has nothing to show in this view."""
        journey = journey_of(self.example)
        try:
            if self.view == "compare":
                before = journey_of(COMPARED[self.example])
                return jm.compare(before, journey, theme=self.theme)
            return VIEWS[self.view](journey, theme=self.theme)
        except jm.OptionError:
            return None


@attrs.frozen
class Drawing:
    """What the pages need of a picture."""

    svg: str
    alt: str
    slenderness: float
    """How many times as high as wide it is."""

    def save(self, path: Path) -> None:
        """Write the picture."""
        path.write_text(self.svg, encoding="utf-8")


_DRAWN: dict[Wanted, Drawing | None] = {}


@functools.cache
def journey_of(example: str) -> jm.Journey:
    """Return the journey of an example."""
    return jm.load(EXAMPLES / example / "journey.yaml")


def draw(wanted: Iterable[Wanted]) -> dict[Wanted, Drawing]:
    """Return all wanted pictures that there is something to show in, in their order."""
    asked = list(wanted)
    new = [one for one in asked if one not in _DRAWN]
    with ProcessPoolExecutor() as pool:
        _DRAWN.update(zip(new, pool.map(_drawing, new, chunksize=4), strict=True))
    found = ((one, _DRAWN[one]) for one in asked)
    return {one: drawing for one, drawing in found if drawing}


def _drawing(wanted: Wanted) -> Drawing | None:
    picture = wanted.picture()
    if picture is None:
        return None
    sheet = picture.boxes.rect
    return Drawing(picture.svg, picture.alt_text, sheet.height / sheet.width)
