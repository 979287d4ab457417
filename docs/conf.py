"""How the documentation is built: `sphinx-build -W -b html docs docs/_build/html`."""

import sys
from pathlib import Path

import journeymap

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "journeymap"
author = "the journeymap authors"
project_copyright = "the journeymap authors"
version = release = journeymap.__version__

extensions = [
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "journeymap.ext.sphinx",
    "command_line",
    "contact_sheet",
    "file_format",
    "fixed_words",
    "gallery",
    "icon_set",
    "lanes",
    "public_names",
    "view_options",
]
exclude_patterns = ["_build", "_ext", "snippets"]
default_role = "code"
nitpicky = False  # annotations name types of other libraries, which have no page here

# Several large maps on a page, each in two themes: as files they are loaded when they are seen.
journeymap_embed = "image"
journeymap_dark_theme = "dark"

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
python_maximum_signature_line_length = 72
python_use_unqualified_type_names = True
toc_object_entries_show_parents = "hide"

html_theme = "furo"
html_title = "journeymap"
html_static_path = ["_static"]
html_css_files = ["maps.css"]
html_copy_source = False
html_show_sphinx = False
html_theme_options = {"navigation_with_keys": True}
