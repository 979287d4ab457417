"""One form for the text of a journey: the same keys in the same order, written alike.

A YAML file keeps its comments, its blank lines and the names of its values. Its meaning stays.
"""

from __future__ import annotations

import re

from journeymap.errors import Fault, unknown
from journeymap.files import FORMATS, document, dumps, loads
from journeymap.files.fields import Field, fields_of, order_of, takes_mapping
from journeymap.files.source import Limits, Source, decoded
from journeymap.files.yaml_tree import Branch, Node
from journeymap.model.journey import Journey

_LINE_END = re.compile("\r\n|\r")
_FIRST_KEYS = (document.SCHEMA_KEY, document.VERSION_KEY)


def formatted(
    text: str | bytes,
    format: str = "yaml",  # noqa: A002 - the word that people know
    *,
    name: str = "<text>",
) -> str:
    r"""Return the text of a journey in its one form, which means the same.

    YAML need only be readable: a file with faults is formatted too. JSON and TOML are written as
    `dumps` writes them.

    Args:
        text: The text, or its bytes in UTF-8.
        format: yaml, toml or json.
        name: What the faults call it.

    Raises:
        OptionError: There is no such format.
        SourceError: It cannot be read, or it is TOML with comments, which would be lost.

    Examples:
        >>> print(formatted("stages: ['Choice','Use'] # two\ntitle: A map"), end="")
        title: A map
        stages: [Choice, Use] # two
    """
    if format not in FORMATS:
        raise unknown("format", format, FORMATS)
    source = decoded(text, name, Limits())
    return _FORMATTERS[format](source)


def _yaml(source: Source) -> str:
    from journeymap.files import yaml_reader, yaml_writer  # noqa: PLC0415
    from journeymap.files.yaml_comments import tree_with_comments  # noqa: PLC0415

    document.mapping_of(yaml_reader.read(source), source)
    if source.faults:
        raise source.refusal()
    tree, header = tree_with_comments(_LINE_END.sub("\n", source.text))
    _order(tree, Journey, _FIRST_KEYS)
    return yaml_writer.written(tree, header)


def _json(source: Source) -> str:
    import json  # noqa: PLC0415

    made = dumps(loads(source.text, "json", name=source.name), "json")
    schema = json.loads(source.text).get(document.SCHEMA_KEY)
    if schema is None:
        return made
    first = json.dumps({document.SCHEMA_KEY: schema}, ensure_ascii=False, indent=2)
    return first.removesuffix("\n}") + "," + made.removeprefix("{")


def _toml(source: Source) -> str:
    from journeymap.files.toml_reader import first_comment  # noqa: PLC0415

    journey = loads(source.text, "toml", name=source.name)
    place = first_comment(source)
    if place:
        hint = "`journeymap fmt` keeps those of YAML only"
        raise source.error(Fault("a comment, which would be lost", hint=hint), *place)
    return dumps(journey, "toml")


_FORMATTERS = {"yaml": _yaml, "json": _json, "toml": _toml}


def _order(branch: Branch, cls: type, first: tuple[str, ...] = ()) -> None:
    """Put the keys of a mapping in the order of a class, unknown ones at the end."""
    fields = fields_of(cls)
    ranks = {key: rank for rank, key in enumerate((*first, *order_of(cls)))}
    branch.slots.sort(key=lambda slot: ranks.get(slot.key.value if slot.key else "", len(ranks)))
    for slot in branch.slots:
        field = fields.get(slot.key.value) if slot.key else None
        if field:
            _order_value(field, slot.node)


def _order_value(field: Field, node: Node) -> None:
    if not isinstance(node, Branch) or field.kind is None:
        return
    if not node.is_mapping:
        parts: list[Node] = [slot.node for slot in node.slots] if field.is_many else []
    elif field.is_keyed or _is_of_pairs(field, node):
        parts = [slot.node for slot in node.slots]
    else:
        parts = [node]
    for part in parts:
        if isinstance(part, Branch) and part.is_mapping and takes_mapping(field.kind):
            _order(part, field.kind)


def _is_of_pairs(field: Field, node: Branch) -> bool:
    keys = {slot.key.value for slot in node.slots if slot.key}
    return field.is_paired and not keys & fields_of(field.kind or Journey).keys()
