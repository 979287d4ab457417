"""The table of values that have a fixed meaning, with the words that pictures say for them."""

from collections.abc import Iterator, Mapping

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from journeymap import __version__
from journeymap.labels import LANGUAGES, labels_of

NAMES = {"en": "English", "ru": "Russian"}

KEYS = {
    "states": "state",
    "topologies": "topology",
    "roles": "role",
    "stances": "stance",
    "levels": "involvement",
    "urgencies": "urgency",
    "evidence": "evidence",
    "progress": "state of a hypothesis",
    "layers": "layer of the backstage",
    "metrics": "name of a metric",
}
"""The labels of each key, and what the key is called."""


def lines() -> Iterator[str]:
    """Yield the table in reStructuredText."""
    yield from (".. list-table::", "   :class: keys", "   :header-rows: 1", "")
    yield from ("   * - Key", "     - Value")
    yield from (f"     - {NAMES[language]}" for language in LANGUAGES)
    for field, key in KEYS.items():
        words: list[Mapping[str, str]] = [getattr(labels_of(one), field) for one in LANGUAGES]
        for number, value in enumerate(words[0]):
            yield from (f"   * - {'' if number else key}", f"     - `{value}`")
            yield from (f"     - {own[value]}" for own in words)


class FixedWords(SphinxDirective):
    """Writes a table of all values with a fixed meaning."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        self.content = StringList(list(lines()), source=self.get_source_info()[0])
        return self.parse_content_to_nodes()


def setup(app: Sphinx) -> ExtensionMetadata:
    """Offer the directive `fixed-words`."""
    app.add_directive("fixed-words", FixedWords)
    return {"version": __version__, "parallel_read_safe": True}
