"""A scene as an SVG file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from journeymap.backends import repeats, shapes, sharing
from journeymap.backends.markup import markup
from journeymap.backends.notation import (
    color,
    identifier,
    language,
    length,
    link,
    number,
    plain,
    share,
)
from journeymap.backends.schemes import Rules
from journeymap.backends.svgtext import PUBLIC_MODES, Letters, TextMode
from journeymap.errors import RenderError
from journeymap.scene import Circle, Gradient, Group, Item, Path, Rectangle, Scene, Scheme, Text

# Stands for the picture's id until the content is known that the id is made from. No text of an
# author can hold it: XML cannot carry it.
_PREFIX = "\x01"

# Our own ids have a mark that the name of a part never has: `identifier` follows each `_` by the
# number of a letter.


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
    import svgwrite  # noqa: PLC0415

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
    if text in PUBLIC_MODES:
        body = repeats.simplified(body)
        named, looks = repeats.drawn_once(body, f"{_PREFIX}-_s")
        body, said = sharing.share(body, looks)
        attributes |= said
    drawing = svgwrite.Drawing(
        size=(length(scene.width), length(scene.height)), debug=False, **attributes
    )
    drawing.defs.elements.extend(page.definitions(svgwrite, twin))
    drawing.defs.elements.extend(map(_Ready, named))
    # An empty `defs` says nothing, and titles come first.
    definitions = [drawing.defs] if drawing.defs.elements else []
    drawing.elements = [*map(_Ready, page.words()), *definitions, *map(_Ready, body)]
    root = drawing.get_xml()
    for idle in ("baseProfile", "xmlns:ev"):
        root.attrib.pop(idle)
    return _with_id(markup(root))


class _Ready:
    """An element that is made already, as svgwrite takes it."""

    def __init__(self, element: Element) -> None:
        self.elementname = element.tag
        self._element = element

    def get_xml(self) -> Element:
        return self._element


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

    def definitions(self, svgwrite: Any, twin: _Twin | None) -> list[Any]:
        """Return what the shapes refer to: styles, gradients, letters. Ask after `body`."""
        found: list[Any] = []
        rules = self._letters.stylesheet() + (twin.stylesheet() if twin else "")
        if rules:
            style = Element("style")
            style.text = rules
            found.append(_Ready(style))
        gradients = self.paints.gradients | (twin.paints.gradients if twin else {})
        for gradient, name in gradients.items():
            found.append(_gradient(svgwrite, gradient, name))
        found.extend(map(_Ready, self._letters.definitions()))
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


def _gradient(svgwrite: Any, gradient: Gradient, name: str) -> Any:
    element = svgwrite.gradients.LinearGradient(
        (number(gradient.start.x), number(gradient.start.y)),
        (number(gradient.end.x), number(gradient.end.y)),
        gradientUnits="userSpaceOnUse",
        id=name,
        debug=False,
    )
    for stop in gradient.stops:
        opacity = None if stop.opacity == 1 else share(stop.opacity)
        element.add_stop_color(share(stop.offset), color(stop.color), opacity)
    return element


def _with_id(document: str) -> str:
    digest = hashlib.sha256(document.encode()).hexdigest()[:10]
    return document.replace(_PREFIX, f"jm-{digest}")
