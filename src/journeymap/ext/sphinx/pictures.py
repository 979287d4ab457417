"""From a node that knows what to draw to what a builder can show."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

from journeymap.errors import JourneymapError
from journeymap.ext.asked import Asked
from journeymap.ext.cache import Cache
from journeymap.views import formats_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_TYPES = {"svg": "image/svg+xml", "pdf": "application/pdf", "png": "image/png"}
"""What a picture can be had in, the best first."""

_WIDE = 704
"""The px that a picture is at least as wide as on a narrow screen: 44rem of the style sheet."""

LIGHT, DARK = "only-light", "only-dark"
"""The classes of what is shown on light or on dark pages, as themes of Sphinx know them."""

_LOGGER = logging.getLogger(__name__)


class picture(nodes.General, nodes.Element):  # noqa: N801 - as all nodes are called
    """A picture that is drawn when a page is written: what is asked for, its alt text and place."""


def cache_of(env: BuildEnvironment) -> Cache:
    """Return the pictures of a build."""
    return Cache(Path(env.doctreedir) / "journeymap")


class Output(NamedTuple):
    """What the pages of a builder can show.

    Attributes:
        is_html: Whether they are pages of HTML.
        is_site: Whether they are pages of a site, light or dark as their reader likes.
        kinds: The formats that a picture can have, the best first.
    """

    is_html: bool
    is_site: bool
    kinds: tuple[str, ...]

    def kind_of(self, one: Asked, embed: str) -> str | None:
        """Return the format in which a picture is shown; None if none is."""
        if self.is_html and embed == "table" and "html" in formats_of(one.view):
            return "html"
        return next(iter(self.kinds), None)


def note_output(app: Sphinx) -> None:
    """Note what the builder can show, for those who know the environment only."""
    builder = app.builder
    known = builder.supported_image_types
    kinds = tuple(kind for kind, name in _TYPES.items() if name in known)
    is_html = builder.format == "html"
    app.env.journeymap_output = Output(  # type: ignore[attr-defined]
        is_html, is_html and not getattr(builder, "embedded", False), kinds
    )


def output_of(env: BuildEnvironment) -> Output:
    """Return what the builder can show."""
    known: Output = env.journeymap_output  # type: ignore[attr-defined]
    return known


class Pictures(SphinxPostTransform):
    """Puts into the place of each picture what the builder can show."""

    # Before Sphinx looks for images.
    default_priority = 5

    def run(self, **_: Any) -> None:
        """Replace all pictures of the page."""
        shown: set[str] = set()
        for node in list(self.document.findall(picture)):
            try:
                node.parent.replace(node, list(self._made(node, shown)))
            except (JourneymapError, OSError) as error:
                _LOGGER.error("%s", error, location=node, type="journeymap")  # noqa: TRY400
                node.parent.remove(node)

    def _made(self, node: picture, shown: set[str]) -> Iterator[nodes.Node]:
        output = output_of(self.env)
        one: Asked = node["asked"]
        kind = output.kind_of(one, node["embed"])
        if DARK in node["classes"] and not output.is_site:
            return
        if kind is None:
            yield nodes.paragraph("", node["alt"])
            return
        cache = cache_of(self.env)
        widths = cache.told(one, kind).widths
        for page, width in enumerate(widths):
            path = cache.file(one, kind, page)
            in_page = node["embed"] == "inline" and output.is_site and kind == "svg"
            # An id stands once in a page, so a picture that is there already is shown as a file.
            if kind == "html" or (in_page and path.name not in shown):
                shown.add(path.name)
                yield _raw(node, path.read_text(encoding="utf-8"), width)
            else:
                yield self._image(node, path, kind, width, is_first=page == 0)

    def _image(
        self, node: picture, path: Path, kind: str, width: float, *, is_first: bool
    ) -> nodes.Node:
        name = str(path)
        self.env.images.add_file(self.env.docname, name)
        made = nodes.image(
            "", uri=name, candidates={_TYPES[kind]: name}, alt=node["alt"] if is_first else ""
        )
        made["classes"] += [*node["classes"], *_wide(width)]
        if output_of(self.env).is_html:
            # With a width, a picture leads to its full size.
            made["width"] = f"{width:.0f}px"
        made.source, made.line = node.source, node.line
        return made


def _raw(node: picture, text: str, width: float) -> nodes.Node:
    """Return a part of a page of HTML."""
    classes = " ".join(["journeymap-picture", *node["classes"], *_wide(width)])
    label = f' role="group" aria-label="{escape(node["alt"])}"' if node["own_alt"] else ""
    return nodes.raw("", f'<div class="{classes}"{label}>\n{text}\n</div>\n', format="html")


def _wide(width: float) -> list[str]:
    return ["journeymap-wide"] if width > _WIDE else []
