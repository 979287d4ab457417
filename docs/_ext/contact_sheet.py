"""The contact sheet: every view in every theme, of small and large maps, in both languages.

`python docs/_ext/contact_sheet.py FOLDER` draws the same cells as PNG, to look at one by one.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

import journeymap as jm
from journeymap.render import VIEWS
from journeymap.theme import THEMES

OUTPUT = "contact-sheet"
ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLES = (
    "minimal",
    "meal-delivery",
    "sales-automation",
    "sales-automation-ru",
    "first-flat",
    "factory-erp",
)
"""From a small map to a large one; the same case in English and in Russian."""

INDEX = """\
Contact sheet
=============

Every view in every theme, from the smallest example to the largest, drawn while these pages are
built. Each picture leads to its full size.

"""


@attrs.frozen
class Cell:
    """One picture of the sheet."""

    view: str
    example: str
    theme: str

    @property
    def name(self) -> str:
        """The name of its file, without the suffix."""
        return f"{self.view}-{self.example}-{self.theme}"

    def picture(self) -> jm.Diagram:
        """Return the picture."""
        journey = jm.load(ROOT / "examples" / self.example / "journey.yaml")
        return VIEWS[self.view](journey, theme=self.theme)


def cells() -> Iterator[Cell]:
    """Yield every cell, view by view, example by example, that there is something to show in."""
    for view in VIEWS:
        for example in EXAMPLES:
            for theme in THEMES:
                cell = Cell(view, example, theme)
                try:
                    cell.picture()
                except jm.OptionError:
                    continue
                yield cell


def write_sheet(app: Sphinx) -> None:
    """Write the page and its pictures."""
    target = Path(app.srcdir) / OUTPUT
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    parts = [INDEX]
    every = list(cells())
    for view in VIEWS:
        own = [cell for cell in every if cell.view == view]
        parts.append(f"{view}\n{'-' * len(view)}\n\n{_table(own)}\n")
        for cell in own:
            cell.picture().save(target / f"{cell.name}.svg")
    (target / "index.rst").write_text("".join(parts), encoding="utf-8")


def _table(own: list[Cell]) -> str:
    head = ["example", *THEMES]
    rows = [
        [example, *(_image(cell) for cell in own if cell.example == example)]
        for example in EXAMPLES
        if any(cell.example == example for cell in own)
    ]
    lines = [
        ".. list-table::",
        "   :class: contact-sheet",
        "   :header-rows: 1",
        f"   :widths: 10 {' '.join('20' for _ in THEMES)}",
        "",
    ]
    for row in [head, *rows]:
        first, *others = row
        lines += [f"   * - {first}", *(f"     - {cell}" for cell in others)]
    return "\n".join(lines) + "\n"


def _image(cell: Cell) -> str:
    lines = (
        f".. image:: {cell.name}.svg",
        f"   :alt: the view {cell.view} of {cell.example}, {cell.theme}",
        f"   :target: ../_images/{cell.name}.svg",
        "   :loading: lazy",
    )
    return "\n       ".join(lines)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Draw the sheet before anything is read."""
    app.connect("builder-inited", write_sheet)
    return {"version": jm.__version__, "parallel_read_safe": False}


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for one in cells():
        one.picture().save(folder / f"{one.name}.png")
