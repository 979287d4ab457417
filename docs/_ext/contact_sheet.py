"""The contact sheet: every view in every theme, of small and large maps, in both languages.

`python docs/_ext/contact_sheet.py FOLDER` draws the same cells as PNG, to look at one by one.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs
from drawings import COMPARED, Drawing, Wanted, draw
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

import journeymap as jm
from journeymap.theme import THEMES
from journeymap.views import VIEWS

OUTPUT = "contact-sheet"
SMALL = ("minimal", "meal-delivery", "sales-automation", "sales-automation-ru")
LARGE = ("first-flat", "factory-erp")
EXAMPLES = (*SMALL, *LARGE)
"""From a small map to a large one; the same case in English and in Russian."""

BRAND = "#7a1f5c,#0b7783"
LOOKS = {**{name: name for name in THEMES}, "brand": BRAND, "dark brand": f"dark,{BRAND}"}
"""What each look of the sheet is called, and the theme that makes it."""

FEW_LOOKS = ("light", "dark")
"""How a large map is shown: its letters and lines are those of the small ones."""

TALL = 1.35
"""A picture that is higher than this share of its width is cut off."""

INDEX = f"""\
:hide-toc:

Contact sheet
=============

Every view in every theme, from the smallest example to the largest, in English and in Russian,
drawn while these pages are built. The brand has the colours ``{BRAND}``. A high picture is cut off
here; each leads to its full size.

"""


@attrs.frozen
class Cell:
    """One picture of the sheet."""

    view: str
    example: str
    look: str

    @property
    def name(self) -> str:
        """The name of its file, without the suffix."""
        return f"{self.view}-{self.example}-{self.look.replace(' ', '-')}"

    @property
    def wanted(self) -> Wanted:
        """The picture."""
        return Wanted(self.view, self.example, LOOKS[self.look])


def cells() -> Iterator[Cell]:
    """Yield every cell, view by view, example by example; in some there is nothing to show."""
    for view in VIEWS:
        for example in EXAMPLES:
            for look in FEW_LOOKS if example in LARGE else LOOKS:
                yield Cell(view, example, look)
    for example in COMPARED:
        for look in LOOKS:
            yield Cell("compare", example, look)


def write_sheet(app: Sphinx) -> None:
    """Write the page and its pictures."""
    target = Path(app.srcdir) / OUTPUT
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    parts = [INDEX]
    headed: set[str] = set()
    shown: dict[tuple[str, str], list[str]] = {}
    drawn = draw(cell.wanted for cell in cells())
    for cell in cells():
        if drawing := drawn.get(cell.wanted):
            drawing.save(target / f"{cell.name}.svg")
            shown.setdefault((cell.view, cell.example), []).append(_figure(cell, drawing))
    for (view, example), figures in shown.items():
        if view not in headed:
            headed.add(view)
            parts.append(f"{view}\n{'-' * len(view)}\n\n")
        parts.append(f".. rubric:: {example}\n\n.. container:: contact-sheet\n\n")
        parts += figures
    (target / "index.rst").write_text("".join(parts), encoding="utf-8")


def _figure(cell: Cell, drawing: Drawing) -> str:
    """Return the source of one picture with its caption, which leads to the full size."""
    shape = " tall" if drawing.slenderness > TALL else ""
    lines = (
        f"   .. figure:: {cell.name}.svg",
        f"      :alt: the view {cell.view} of {cell.example}, {cell.look}",
        f"      :target: ../_images/{cell.name}.svg",
        f"      :figclass: {cell.view}{shape}",
        "      :loading: lazy",
        "",
        f"      {cell.look}",
    )
    return "\n".join(lines) + "\n\n"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Draw the sheet before anything is read."""
    app.connect("builder-inited", write_sheet)
    return {"version": jm.__version__, "parallel_read_safe": False}


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for one in cells():
        if picture := one.wanted.picture():
            picture.save(folder / f"{one.name}.png")
