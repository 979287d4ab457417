"""The pictures of the documentation, drawn while it is built.

Every folder of `examples/` becomes a page of the gallery: the map, both sources, downloads.
"""

import ast
import shutil
from pathlib import Path

from drawings import COMPARED, Wanted, draw, journey_of
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

import journeymap as jm
from journeymap.views import VIEWS

OUTPUT = "gallery"

FIRST = ("minimal", "sales-automation", "sales-automation-ru")
"""The examples that a newcomer should see first; the others follow by name."""

MAP = "swimlane"
"""The view that is the map itself."""

THEMES = ("light", "dark")

NEEDED = {"fab-matrix": "messages", "tco-chart": "offers", "buying-network": "buyers"}
"""What an example must have for a view to be worth showing."""

INDEX = """\
Gallery
=======

Every map here is drawn from the files of the folder ``examples/`` while these pages are built; the
tests draw the same files. All figures, sources and prices are invented.

.. toctree::
   :hidden:

{toc}
"""

ENTRY = """
:doc:`{name}`
{underline}

{about}

.. image:: {name}.svg
   :alt: {alt}
   :target: {name}.html
   :class: map-thumb only-light

.. image:: {name}-dark.svg
   :alt: {alt}
   :target: {name}.html
   :class: map-thumb only-dark
"""

PAGE = """\
{title}
{underline}

{about}

.. container:: map

   .. image:: {name}.svg
      :alt: {alt}
      :width: 100%
      :class: only-light

   .. image:: {name}-dark.svg
      :alt: {alt}
      :width: 100%
      :class: only-dark

Take it away: :download:`the map as SVG <{name}.svg>`, :download:`the file <{name}.yaml>`,
:download:`the program <{name}.py>`.

{others}As a file
---------

.. literalinclude:: {name}.yaml
   :language: yaml

In Python
---------

.. literalinclude:: {name}.py
   :language: python
"""


OTHER_VIEWS = """\
Other views
-----------

.. container:: other-views

"""

FIGURE = """\
   .. figure:: {file}
      :alt: {alt}
      :target: ../_images/{file}
      :figclass: only-{theme} {view}{shape}
      :loading: lazy

      {view}

"""


def write_gallery(app: Sphinx) -> None:
    """Write the pages of the gallery and their pictures."""
    target = Path(app.srcdir) / OUTPUT
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    sources = (Path(app.srcdir).parent / "examples").glob("*/journey.yaml")
    folders = sorted((source.parent for source in sources), key=_rank)
    entries = [_example(folder, target) for folder in folders]
    toc = "\n".join(f"   {_heading(folder.name)} <{folder.name}>" for folder in folders)
    text = INDEX.format(toc=toc) + "".join(entries)
    (target / "index.rst").write_text(text, encoding="utf-8")


def _rank(folder: Path) -> tuple[int, str]:
    return (FIRST.index(folder.name) if folder.name in FIRST else len(FIRST), folder.name)


def _example(folder: Path, target: Path) -> str:
    """Write one page and return its entry in the index."""
    name = folder.name
    journey = journey_of(name)
    for suffix in ("yaml", "py"):
        shutil.copyfile(folder / f"journey.{suffix}", target / f"{name}.{suffix}")
    program = (folder / "journey.py").read_text(encoding="utf-8")
    about = ast.get_docstring(ast.parse(program)) or ""
    light, dark = draw(Wanted(MAP, name, theme) for theme in THEMES).values()
    light.save(target / f"{name}.svg")
    dark.save(target / f"{name}-dark.svg")
    values = {
        "name": name,
        "about": _escaped(about),
        "alt": light.alt,
        "others": _other_views(journey, name, target),
    }
    title = _escaped(_heading(name))
    page = PAGE.format(title=title, underline="=" * 2 * len(title), **values)
    (target / f"{name}.rst").write_text(page, encoding="utf-8")
    return ENTRY.format(underline="-" * (len(name) + 7), **values)


def _heading(name: str) -> str:
    """Return the title of a page: that of the journey, and what tells it from its pair."""
    journey = journey_of(name)
    paired = name in COMPARED or name in COMPARED.values()
    return f"{journey.title} ({journey.state})" if paired else journey.title


def _other_views(journey: jm.Journey, name: str, target: Path) -> str:
    """Draw the views beside the map and return the part of the page that shows them."""
    views = [view for view in VIEWS if getattr(journey, NEEDED.get(view, "title"))]
    views += ["compare"] if name in COMPARED else []
    wanted = [Wanted(view, name, theme) for view in views if view != MAP for theme in THEMES]
    figures = []
    for one, drawing in draw(wanted).items():
        file = f"{name}-{one.view}-{one.theme}.svg"
        drawing.save(target / file)
        shape = " tall" if drawing.slenderness > 1 else ""
        values = {"alt": drawing.alt, "theme": one.theme, "view": one.view, "shape": shape}
        figures.append(FIGURE.format(file=file, **values))
    return OTHER_VIEWS + "".join(figures)


def _escaped(text: str) -> str:
    """Return a text that reStructuredText shows as it is."""
    return "".join(f"\\{sign}" if sign in "\\*`|_" else sign for sign in text)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Draw the gallery before anything is read."""
    app.connect("builder-inited", write_gallery)
    return {"version": jm.__version__, "parallel_read_safe": False}
