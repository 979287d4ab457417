"""The table of what views can be told, from their signatures and what their docstrings say."""

import inspect
import re
from collections.abc import Iterator

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from journeymap import __version__
from journeymap.ext.asked import DRAWN, further, keywords, spelled

_ARGUMENTS = re.compile(r"^Args:\n((?:    .*\n?|\n)+)", re.MULTILINE)
_ENTRY = re.compile(r"^    (\w+(?:, \w+)*): ((?:.*\n?)(?:        .*\n?)*)", re.MULTILINE)
_SAME = re.compile(r"As for `(\w+)`")


def meanings(view: str) -> dict[str, str]:
    """Return what the docstring of a view says about each of its options."""
    section = _ARGUMENTS.search(inspect.getdoc(DRAWN[view]) or "")
    said = {
        name: " ".join(words.split())
        for names, words in _ENTRY.findall(section[1] if section else "")
        for name in names.split(", ")
    }
    for name, words in said.items():
        if same := _SAME.match(words):
            said[name] = meanings(same[1].replace("_", "-"))[name]
    return said


def rows() -> dict[tuple[str, str], list[str]]:
    """Return the views that know each option, by its name and what it means there."""
    found: dict[tuple[str, str], list[str]] = {}
    for view in DRAWN:
        said = meanings(view)
        for name in (*further(view), *keywords(view)):
            found.setdefault((name, said[name]), []).append(view)
    order = [name for name, _ in found]
    return dict(sorted(found.items(), key=lambda row: order.index(row[0][0])))


def lines() -> Iterator[str]:
    """Yield the table in reStructuredText."""
    yield from (".. list-table::", "   :class: keys", "   :header-rows: 1", "   :widths: 18 56 26")
    yield from ("", "   * - Option", "     - Means", "     - Views")
    for (name, words), views in rows().items():
        known = "all" if len(views) == len(DRAWN) else ", ".join(f"`{view}`" for view in views)
        yield from (f"   * - `{spelled(name)}`", f"     - {words}", f"     - {known}")


class ViewOptions(SphinxDirective):
    """Writes a table of all options of all views."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        self.content = StringList(list(lines()), source=self.get_source_info()[0])
        return self.parse_content_to_nodes()


def setup(app: Sphinx) -> ExtensionMetadata:
    """Offer the directive `view-options`."""
    app.add_directive("view-options", ViewOptions)
    return {"version": __version__, "parallel_read_safe": True}
