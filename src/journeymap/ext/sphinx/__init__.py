"""The Sphinx extension `journeymap.ext.sphinx`: journeys as pictures in any builder.

The directive reads a journey and leaves a node that knows what to draw. When a page is written,
the node becomes what the builder can show; see `pictures`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import journeymap
from journeymap.ext import asked
from journeymap.ext.sphinx.directive import JourneymapDirective
from journeymap.ext.sphinx.pictures import Pictures, note_output, picture

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

_STATIC = Path(__file__).parent / "static"
_VALUES = (str, int, float, list, tuple, type(None))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Offer the directive `journeymap`, and a default for each of its options in conf.py."""
    for option in (*asked.settings(), "dark-theme", "embed"):
        app.add_config_value(f"journeymap_{option.replace('-', '_')}", None, "env", _VALUES)
    # Pages that another version has read hold its journeys.
    app.add_config_value("journeymap_version", journeymap.__version__, "env", (str,))
    app.add_node(picture)
    app.add_directive("journeymap", JourneymapDirective)
    app.add_post_transform(Pictures)
    app.connect("builder-inited", note_output)
    app.connect("builder-inited", _add_style)
    return {
        "version": journeymap.__version__,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _add_style(app: Sphinx) -> None:
    app.config.html_static_path.insert(0, str(_STATIC))
    # Before the style of the theme, which knows better when its pages are dark.
    app.add_css_file("journeymap.css", priority=100)
