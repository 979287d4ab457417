"""YAML to nodes, from the parser's events: no value is interpreted and nothing recurses.

PyYAML would read `NO` as false, `1.10` as 1.1 and `12:30` as 750, keep the last of two equal keys,
and its C composer crashes the process on deep nesting. Its events have none of these traps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from journeymap.errors import Fault, shown
from journeymap.files.builder import Builder
from journeymap.files.nodes import Kind, Mapping, Node, Scalar, Sequence
from journeymap.files.source import Source

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FORBIDDEN = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TAGS = frozenset({None, "!", "tag:yaml.org,2002:str"})
_COLLECTION_TAGS = frozenset(
    {None, "!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"},
)


def read(source: Source) -> Node | None:
    """Return the tree of a YAML text, or None if it is empty.

    Raises:
        SourceError: It is not YAML, or goes over a limit. Faults after which reading can go on are
            noted in the source.
    """
    found = _FORBIDDEN.search(source.text)
    if found:
        code = ord(found[0])
        is_kept = 0x7F <= code <= 0x9F
        hint = f'write "\\x{code:02X}" in double quotes' if is_kept else "take it out"
        fault = Fault("a character that YAML forbids", f"U+{code:04X}", hint=hint)
        raise source.error(fault, *source.place(found.start()))
    builder = Builder(source)
    documents = 0
    for event in _events(source, builder):
        kind = type(event)
        if kind is yaml.ScalarEvent:
            builder.add(_scalar(event, builder), event.anchor)
        elif kind is yaml.MappingStartEvent:
            builder.open(_collection(Mapping, event, builder), event.anchor)
        elif kind is yaml.SequenceStartEvent:
            builder.open(_collection(Sequence, event, builder), event.anchor)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            builder.close()
        elif kind is yaml.AliasEvent:
            builder.alias(event.anchor, *_place(event))
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                fault = Fault("a second document", expected="one journey in a file")
                raise source.error(fault, *_place(event))
    return builder.root


def _events(source: Source, builder: Builder) -> Iterator[Any]:
    try:
        yield from yaml.parse(source.text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        from journeymap.files.yaml_errors import explained  # noqa: PLC0415 - rarely needed

        fault, line, column = explained(source.text, error, builder.innermost)
        if "maximum nesting depth" in fault.problem:
            # PyYAML reads ahead and may stop before the builder has met the limit.
            fault = Fault("nested too deeply", "", f"at most {source.limits.nesting} levels")
        raise source.error(fault, line, column) from None
    except yaml.YAMLError as error:
        raise source.error(Fault(f"not valid YAML: {error}")) from None


def _place(event: Any) -> tuple[int, int]:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def _scalar(event: Any, builder: Builder) -> Scalar:
    mark = event.start_mark
    line, column = mark.line + 1, mark.column + 1
    text: str = event.value
    is_key = builder.awaits_key
    kind: Kind = "string"
    if event.implicit[0]:
        kind = "null" if text in _NULLS and not is_key else "plain"
    if event.tag not in _TAGS:
        _refuse_tag(event, builder)
    if is_key and text == "<<" and kind == "plain":
        fault = Fault("merge keys are not read", "<<", hint="write the fields out")
        builder.fault(fault, line, column, text)
        # Kind and name tell the next reader that this key has been dealt with.
        return Scalar(f"<< {line}:{column}", "null", line, column)
    return Scalar(text, kind, line, column)


def _collection(kind: Any, event: Any, builder: Builder) -> Any:
    if event.tag not in _COLLECTION_TAGS:
        _refuse_tag(event, builder)
    return kind(*_place(event))


def _refuse_tag(event: Any, builder: Builder) -> None:
    fault = Fault("a tag", shown(event.tag), "plain values only")
    builder.fault(fault, *_place(event))
