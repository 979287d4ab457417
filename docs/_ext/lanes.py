"""The table of lanes, from the lanes that are drawn and the words that they are headed with."""

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from journeymap import __version__
from journeymap.labels import LANGUAGES, labels_of
from journeymap.layout.lanes import LANES

NAMES = {"en": "English", "ru": "Russian"}


class Lanes(SphinxDirective):
    """Writes a table of all lanes in their usual order."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        text = [".. list-table::", "   :class: keys", "   :header-rows: 1", "", "   * - Name"]
        text += [f"     - {NAMES[language]} heading" for language in LANGUAGES]
        for lane in LANES:
            text.append(f"   * - `{lane}`")
            text += [f"     - {labels_of(language).lanes[lane]}" for language in LANGUAGES]
        self.content = StringList(text, source=self.get_source_info()[0])
        return self.parse_content_to_nodes()


def setup(app: Sphinx) -> ExtensionMetadata:
    """Offer the directive `lanes`."""
    app.add_directive("lanes", Lanes)
    return {"version": __version__, "parallel_read_safe": True}
