"""A scene as an SVG file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from journeymap.backends import repeats, shapes, sharing
from journeymap.backends.markup import markup
from journeymap.backends.notation import (
    color,
    identifier,
    language,
    length,
    link,
    plain,
)
from journeymap.backends.schemes import Rules
from journeymap.backends.svgtext import PUBLIC_MODES, Letters, TextMode
from journeymap.errors import RenderError
from journeymap.scene import Circle, Group, Item, Path, Rectangle, Scene, Scheme, Text

# Stands for the picture's id until the content is known that the id is made from. No text of an
# author can hold it: XML cannot carry it.
_PREFIX = "\x01"

# Our own ids have a mark that the name of a part never has: `identifier` follows each `_` by the
# number of a letter.


_ROOT = {
    "version": "1.1",
    "xmlns": "http://www.w3.org/2000/svg",
    "xmlns:xlink": "http://www.w3.org/1999/xlink",
}


def to_svg(
    scene: Scene, *, text: TextMode = "embed", other: tuple[Scheme, Scene] | None = None
) -> str:
    """Return a scene as an SVG document, the same bytes for the same scene.

    Every id in it starts with one made from the content, so that two pictures on one page never
    share any.

    Args:
        scene: What is drawn.
        text: How letters are carried: `embed` brings them along as a font (about 20 KB), `system`
            uses fonts of the reader at the widths measured here, `outline` draws them.
        other: The same picture in other colours, for readers whose screen prefers that scheme.

    Raises:
        RenderError: A length is not finite, a colour or a link is not one, a text has characters
            that XML cannot carry, or the other picture differs in more than colours.
        OptionError: There is no such way to carry text.
    """
    document = markup(_parts(scene, text, other).root())
    return document.replace(_PREFIX, _id(document))


def to_drawing(
    scene: Scene, *, text: TextMode = "embed", other: tuple[Scheme, Scene] | None = None
) -> Any:
    """Return a scene as a `svgwrite.Drawing` with the elements of `to_svg`, its body as one group.

    The arguments and what is raised are the same.
    """
    import svgwrite  # noqa: PLC0415 - most pictures do without, and it takes long to load

    parts = _parts(scene, text, other)
    root = parts.root()
    _rename(root, _id(markup(root)))
    attributes = {name: root.get(name) for name in parts.attributes}
    # What is added must not look as most shapes of the picture do.
    body = Element("g", parts.look)
    body.extend(parts.body)
    size = (attributes.pop("width"), attributes.pop("height"))
    drawing = svgwrite.Drawing(size=size, debug=False, **attributes)
    drawing.defs.elements.extend(map(_Ready, parts.definitions))
    drawing.elements = [*map(_Ready, parts.words), drawing.defs, _Ready(body)]
    return drawing


class _Ready:
    """An element that is made already, as svgwrite takes it."""

    def __init__(self, element: Element) -> None:
        self.elementname = element.tag
        self._element = element

    def get_xml(self) -> Element:
        return self._element


class _Parts(NamedTuple):
    """What a document is made of, in the order in which it stands there."""

    attributes: dict[str, str]
    look: dict[str, str]
    words: list[Element]
    definitions: list[Element]
    body: list[Element]

    def root(self) -> Element:
        """Return the document."""
        root = Element("svg", dict(sorted((self.attributes | self.look | _ROOT).items())))
        root.extend(self.words)
        # An empty `defs` says nothing.
        if self.definitions:
            SubElement(root, "defs").extend(self.definitions)
        root.extend(self.body)
        return root


def _parts(scene: Scene, text: TextMode, other: tuple[Scheme, Scene] | None) -> _Parts:
    if not (scene.width > 0 and scene.height > 0):
        message = f"a picture needs a size above 0 (got {scene.width!r} × {scene.height!r} px)"
        raise RenderError(message)
    page = _Page(scene, text)
    twin = _Twin(*other, text) if other else None
    body = page.body()
    attributes = page.root_attributes()
    if twin:
        twin.restyle(body)
    named: list[Element] = []
    look: dict[str, str] = {}
    if text in PUBLIC_MODES:
        body = repeats.simplified(body)
        named, looks = repeats.drawn_once(body, f"{_PREFIX}-_s")
        body, look = sharing.share(body, looks)
    return _Parts(attributes, look, page.words(), [*page.definitions(twin), *named], body)


class _Page:
    """What the parts of one picture share."""

    def __init__(self, scene: Scene, text: TextMode, kind: str = "_paint") -> None:
        self.scene = scene
        self.paints = shapes.Paints(f"{_PREFIX}-{kind}")
        self._is_public = text in PUBLIC_MODES
        self._letters = Letters(text, _PREFIX, scene.fonts)
        self._ids: set[str] = set()
        self._names = set(_names(scene.items))

    def root_attributes(self) -> dict[str, str]:
        """Return the attributes of the root, the fonts among them; ask after `body`."""
        scene = self.scene
        parts = (("title", scene.title), ("desc", scene.description))
        labels = " ".join(f"{_PREFIX}-_{name}" for name, value in parts if value)
        attributes = {
            "width": length(scene.width),
            "height": length(scene.height),
            "viewBox": f"0 0 {length(scene.width)} {length(scene.height)}",
            "id": _PREFIX,
            "role": "img",
            "lang": language(scene.language),
            "xml:lang": language(scene.language),
        }
        if labels:
            attributes["aria-labelledby"] = labels
        if self._letters.mode not in {"paths", "marks"}:
            # A page that holds the picture must not set its texts in another weight or direction.
            attributes |= {
                "font-family": self._letters.family,
                "font-weight": "400",
                "font-style": "normal",
                "letter-spacing": "0",
                "word-spacing": "0",
                "text-anchor": "start",
                "direction": "ltr",
            }
        return attributes

    def words(self) -> list[Element]:
        """Return what screen readers say of the whole picture."""
        found = []
        for name, words in (("title", self.scene.title), ("desc", self.scene.description)):
            if words:
                element = Element(name, {"id": f"{_PREFIX}-_{name}"})
                element.text = plain(words)
                found.append(element)
        other = self.scene.description_language
        if self.scene.description and other:
            found[-1].set("lang", language(other))
            found[-1].set("xml:lang", language(other))
        return found

    def body(self) -> list[Element]:
        """Return the background and all shapes."""
        scene = self.scene
        found = []
        if scene.background:
            size = {"width": length(scene.width), "height": length(scene.height)}
            found.append(Element("rect", size | {"fill": color(scene.background)}))
        found.extend(map(self._element, scene.items))
        self._letters.finish()
        return found

    def definitions(self, twin: _Twin | None) -> list[Element]:
        """Return what the shapes refer to: styles, gradients, letters. Ask after `body`."""
        found: list[Element] = []
        rules = self._letters.stylesheet() + (twin.stylesheet() if twin else "")
        if rules:
            style = Element("style")
            style.text = rules
            found.append(style)
        gradients = self.paints.gradients | (twin.paints.gradients if twin else {})
        found.extend(shapes.gradient(gradient, name) for gradient, name in gradients.items())
        found.extend(self._letters.definitions())
        return found

    def _element(self, item: Item) -> Element:
        if isinstance(item, Text):
            return self._letters.element(item)
        if isinstance(item, Rectangle):
            return shapes.rectangle(item, self.paints)
        if isinstance(item, Group):
            return self._group(item)
        if isinstance(item, Path):
            return shapes.path(item, self.paints, from_start=self._is_public)
        if isinstance(item, Circle):
            return shapes.circle(item, self.paints)
        message = f"not a shape: {item!r}"
        raise RenderError(message)

    def _group(self, group: Group) -> Element:
        element = Element("g" if group.link is None else "a")
        if group.link is not None:
            element.set("xlink:href", self._target(group.link))
        if group.name:
            element.set("id", self._id(group.name))
        if group.label:
            SubElement(element, "title").text = plain(group.label)
        element.extend(map(self._element, group.items))
        return element

    def _target(self, target: str) -> str:
        """Return a link; to a part of this picture it goes by the part's own id."""
        if target.startswith("#") and target[1:] in self._names:
            return f"#{_PREFIX}-{identifier(target[1:])}"
        return link(target)

    def _id(self, name: str) -> str:
        """Return the id of a part; parts of one name are counted."""
        base = found = f"{_PREFIX}-{identifier(plain(name))}"
        count = 1
        while found in self._ids:
            count += 1
            found = f"{base}_{count}"
        self._ids.add(found)
        return found


class _Twin:
    """The same picture in other colours."""

    def __init__(self, scheme: Scheme, scene: Scene, text: TextMode) -> None:
        self._page = _Page(scene, text, "_other")
        self._rules = Rules(scheme, _PREFIX)
        self.paints = self._page.paints
        self.stylesheet = self._rules.stylesheet

    def restyle(self, body: list[Element]) -> None:
        """Give classes to those elements of the first picture that this one paints otherwise."""
        self._rules.mark(body, self._page.body())


def _names(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Group):
            if item.name:
                yield item.name
            yield from _names(item.items)


def _id(document: str) -> str:
    """Return the id of a picture, made from its content."""
    return f"jm-{hashlib.sha256(document.encode()).hexdigest()[:10]}"


def _rename(root: Element, name: str) -> None:
    """Put the picture's id wherever its place is kept."""
    for element in root.iter():
        for key, value in element.items():
            element.set(key, value.replace(_PREFIX, name))
        element.text = element.text and element.text.replace(_PREFIX, name)
