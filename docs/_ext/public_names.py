"""Leads from a class, wherever it is written, to the public name under which it is documented."""

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.typing import ExtensionMetadata

import journeymap


def resolve(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.TextElement
) -> nodes.Element | None:
    """Return the link for `journeymap.model.journey.Journey` to `journeymap.Journey`."""
    target = str(node.get("reftarget", ""))
    name = target.rpartition(".")[2]
    if node.get("refdomain") != "py" or name not in journeymap.__all__:
        return None
    public = f"journeymap.{name}"
    if target == public:
        return None
    domain = env.get_domain("py")
    return domain.resolve_xref(
        env, str(node["refdoc"]), app.builder, "class", public, node, content
    )


def setup(app: Sphinx) -> ExtensionMetadata:
    """Look for a public name where a reference leads nowhere."""
    app.connect("missing-reference", resolve)
    return {"version": journeymap.__version__, "parallel_read_safe": True}
