"""The tables of icons, drawn from the lines of text that the pictures are drawn from."""

from collections.abc import Iterator, Mapping

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from journeymap import __version__
from journeymap.labels import LANGUAGES, labels_of
from journeymap.painting.icons import CHANNELS, GRID, LANE_ICONS, SIGNS, WEIGHT, steps

NAMES = {"en": "English", "ru": "Russian"}
SIZES = (14, 24, 48)
SETS: dict[str, tuple[Mapping[str, str], str]] = {
    "channels": (CHANNELS, "channels"),
    "lanes": (LANE_ICONS, "lanes"),
    "signs": (SIGNS, ""),
}
"""Each set with the field of the labels that has its words."""


def drawn(name: str, size: int) -> str:
    """Return an icon as SVG in the colour of the text around it."""
    way = "".join(
        letter + " ".join(f"{figure:.2f}".rstrip("0").rstrip(".") for figure in figures)
        for letter, figures in steps(name)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" '
        f'viewBox="0 0 {GRID:g} {GRID:g}" aria-hidden="true" fill="none" stroke="currentColor" '
        f'stroke-width="{WEIGHT:g}" stroke-linecap="round" stroke-linejoin="round">'
        f'<path d="{way}"/></svg>'
    )


def lines(chosen: str) -> Iterator[str]:
    """Yield the table of one set in reStructuredText."""
    icons, field = SETS[chosen]
    languages = LANGUAGES if field else ()
    yield from (".. list-table::", "   :class: keys icons", "   :header-rows: 1", "")
    yield "   * - Icon"
    yield "     - Name"
    yield from (f"     - {NAMES[language]}" for language in languages)
    for name in icons:
        pictures = "".join(drawn(name, size) for size in SIZES)
        yield from ("   * - .. raw:: html", "", f"          {pictures}", "")
        yield f"     - `{name}`"
        for language in languages:
            yield f"     - {getattr(labels_of(language), field).get(name, '')}"


class Icons(SphinxDirective):
    """Writes a table of one set: channels, lanes or signs."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        chosen = directives.choice(self.arguments[0], tuple(SETS))
        self.content = StringList(list(lines(chosen)), source=self.get_source_info()[0])
        return self.parse_content_to_nodes()


def setup(app: Sphinx) -> ExtensionMetadata:
    """Offer the directive `icons`."""
    app.add_directive("icons", Icons)
    return {"version": __version__, "parallel_read_safe": True}
