"""The reference of the command line, written from what `--help` says."""

import contextlib
import io
import os
import re
from unittest import mock

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from journeymap import __version__
from journeymap.cli import main

_COMMAND = re.compile(r"^    ([a-z-]+)(?= |$)", re.MULTILINE)


def help_of(*words: str) -> str:
    """Return what `journeymap … --help` prints, 80 characters wide."""
    output = io.StringIO()
    width = mock.patch.dict(os.environ, {"COLUMNS": "80", "NO_COLOR": "1"})
    with width, contextlib.redirect_stdout(output):
        main([*words, "--help"])
    return output.getvalue().rstrip()


class CommandLine(SphinxDirective):
    """Shows the help of the program and of each command."""

    def run(self) -> list[nodes.Node]:
        """Return one section a command."""
        whole = help_of()
        text = self._block(whole)
        for command in _COMMAND.findall(whole):
            title = f"journeymap {command}"
            text += ["", title, "-" * len(title), "", *self._block(help_of(command))]
        self.content = StringList(text, source=self.get_source_info()[0])
        return self.parse_content_to_nodes(allow_section_headings=True)

    @staticmethod
    def _block(help_text: str) -> list[str]:
        return [".. code-block:: text", "", *(f"   {line}" for line in help_text.splitlines()), ""]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Offer the directive `command-line`."""
    app.add_directive("command-line", CommandLine)
    return {"version": __version__, "parallel_read_safe": True}
