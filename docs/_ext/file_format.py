"""The reference of the file format, written from the model that the reader goes by."""

import inspect
import re
from collections.abc import Iterator

import attrs
from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

import journeymap as jm
from journeymap.files.fields import Field, fields_of, takes_mapping
from journeymap.model.evidence import Remark
from journeymap.model.record import first_field

_ATTRIBUTES = re.compile(r"^Attributes:\n((?:    .*\n?|\n)+)", re.MULTILINE)
_ENTRY = re.compile(r"^    (\w+): ((?:.*\n?)(?:        .*\n?)*)", re.MULTILINE)

WORDS = {
    "text": "text",
    "flag": "`true` or `false`",
    "whole": "a whole number",
    "number": "a number",
    "decimal": "an exact number",
    "date": "a day, `YYYY-MM-DD`",
}

SHARED = tuple(field.name for field in attrs.fields(Remark))


def classes() -> list[type]:
    """Return every class that a file can hold, each behind the one that first mentions it."""
    found: list[type] = []
    waiting: list[type] = [jm.Journey]
    while waiting:
        cls = waiting.pop(0)
        if cls in found:
            continue
        found.append(cls)
        kinds = [field.kind for field in fields_of(cls).values() if field.kind]
        waiting += [kind for kind in kinds if takes_mapping(kind)]
    return found


def meanings(cls: type) -> dict[str, str]:
    """Return what the docstrings of a class and its parents say about each field."""
    said: dict[str, str] = {}
    for owner in reversed(cls.__mro__):
        section = _ATTRIBUTES.search(inspect.getdoc(owner) or "") if owner.__doc__ else None
        for match in _ENTRY.finditer(section[1] if section else ""):
            said[match[1]] = " ".join(match[2].split())
    return said


def lines(cls: type) -> Iterator[str]:
    """Yield the section of one class in reStructuredText."""
    name = cls.__name__
    yield from ("", f".. _file-{name.lower()}:", "", name, "~" * len(name), "")
    yield from ((inspect.getdoc(cls) or "").partition("\n")[0], "")
    fields = fields_of(cls)
    short = first_field(cls)
    if short and all(key == short for key, field in fields.items() if field.is_required):
        yield from (f"A plain text stands for its `{short}`.", "")
    said = meanings(cls)
    own = [field for field in fields.values() if field.name not in SHARED]
    yield from (".. list-table::", "   :class: keys", "   :widths: 20 30 50", "   :header-rows: 1")
    yield from ("", "   * - Key", "     - Takes", "     - Means")
    for field in own:
        needed = " *(required)*" if field.is_required else ""
        yield f"   * - `{field.name}`{needed}"
        yield f"     - {_takes(field)}"
        yield f"     - {said.get(field.name, '')}"
    yield ""
    if issubclass(cls, Remark):
        yield from ("It may also have an `id`, a `link` and `evidence`: :ref:`file-shared`.", "")


def _takes(field: Field) -> str:
    what = _one(field)
    if field.is_keyed:
        return f"a mapping, each entry under its first key: {what}"
    if field.is_many:
        return f"a list of: {what}"
    return what


def _one(field: Field) -> str:
    if field.form == "choice":
        listed = ", ".join(f"`{choice}`" for choice in field.choices)
        return f"{listed} or other text" if field.is_open else listed
    if field.kind is None:
        return WORDS[field.form]
    name = field.kind.__name__
    if not takes_mapping(field.kind):
        return f"text: :ref:`{name.lower()} <file-values>`"
    either = "text, or " if hasattr(field.kind, "parse") or _has_short(field.kind) else ""
    return f"{either}:ref:`{name} <file-{name.lower()}>`"


def _has_short(cls: type) -> bool:
    return bool(first_field(cls)) and all(
        name == first_field(cls) for name, field in fields_of(cls).items() if field.is_required
    )


class FileFormat(SphinxDirective):
    """Writes a table for each class that a file can hold."""

    def run(self) -> list[nodes.Node]:
        """Return one section a class."""
        text = [line for cls in classes() for line in lines(cls)]
        return self.parse_content_to_nodes_of(text)

    def parse_content_to_nodes_of(self, text: list[str]) -> list[nodes.Node]:
        """Return the nodes of a text, with its sections."""
        self.content = StringList(text, source=self.get_source_info()[0])
        return self.parse_content_to_nodes(allow_section_headings=True)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Offer the directive `file-format`."""
    app.add_directive("file-format", FileFormat)
    return {"version": jm.__version__, "parallel_read_safe": True}
