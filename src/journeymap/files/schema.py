"""The JSON Schema (draft-07) of a journey file, made from the same classes that read it.

Editors complete and check by it. It may let a file pass that the reader refuses (references,
ranges across fields), and never the other way round.
"""

from __future__ import annotations

import inspect
import json
import re
from typing import Any

import attrs

from journeymap.files.document import FORMAT_VERSION, SCHEMA_KEY, VERSION_KEY
from journeymap.files.fields import Field, fields_of, takes_mapping
from journeymap.model.journey import Journey
from journeymap.model.record import first_field

_TITLE = "A customer journey map"
_NUMBER = r"\d{1,15}(\.\d{1,6})?"
_WORD = r"[^\s\d–—-]+"
_SIGNED = rf"^-?{_NUMBER}"
_VALUES: dict[str, dict[str, Any]] = {
    "Duration": {
        "type": "string",
        "pattern": rf"^\s*{_NUMBER}\s*({_WORD})?(\s*([-–—]|to|до)\s*{_NUMBER})?\s*({_WORD})?\s*$",
        "examples": ["1-2 weeks", "40 minutes"],
    },
    "Money": {
        "type": "string",
        "pattern": rf"{_SIGNED}\s*[A-Z]{{3}}$",
        "examples": ["240000 RUB", "99.90 EUR"],
    },
    "Rate": {"type": "string", "pattern": rf"^\s*-?{_NUMBER}\s*%\s*$", "examples": ["12%"]},
    "Quantity": {
        "type": ["string", "number"],
        "pattern": rf"^\s*-?{_NUMBER}",
        "examples": ["34%", "1480 leads a month"],
    },
    "Look": {
        "type": "string",
        "pattern": r"^\s*[a-z#][^,]*(,[^,]+){0,25}$",
        "examples": ["dark", "auto", "#7a1f5c, #0b7783"],
    },
    "Scale": {
        "type": "string",
        "pattern": rf"^\s*-?{_NUMBER}\s*\.\.\s*-?{_NUMBER}\s*$",
        "examples": ["-2..2", "1..5"],
    },
}
_PLAIN: dict[str, dict[str, Any]] = {
    # YAML hands a text such as 2026 or true on as a number or truth value; the reader takes it.
    "text": {"type": ["string", "number", "boolean"]},
    "flag": {"type": "boolean"},
    "whole": {"type": "integer"},
    "number": {"type": "number"},
    "decimal": {"type": ["number", "string"], "pattern": rf"{_SIGNED}$"},
    "date": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
}
_ENTRY = re.compile(r"^    (\w+): ")


def schema_text() -> str:
    """Return the schema as it is kept in the package."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def schema() -> dict[str, Any]:
    """Return the schema of a journey file."""
    definitions: dict[str, Any] = {}
    journey = _mapping(Journey, definitions)
    special = {
        SCHEMA_KEY: {"type": "string", "description": "Where an editor finds this schema."},
        VERSION_KEY: {
            "const": FORMAT_VERSION,
            "description": "The version of the file format.",
        },
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:journeymap:schema:{FORMAT_VERSION}",
        "title": _TITLE,
        **journey,
        "properties": {**special, **journey["properties"]},
        "definitions": dict(sorted(definitions.items())),
    }


def _reference(cls: type[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    name = cls.__name__
    if name not in definitions:
        definitions[name] = {}  # holds the place while the class is being described
        definitions[name] = _definition(cls, definitions)
    return {"$ref": f"#/definitions/{name}"}


def _definition(cls: type[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    head = {"title": cls.__name__, "description": _summary(cls)}
    if cls.__name__ in _VALUES:
        short = _VALUES[cls.__name__]
        if not takes_mapping(cls):
            return {**head, **short}
        return {**head, "anyOf": [short, _mapping(cls, definitions)]}
    first = first_field(cls)
    required = {field.name for field in fields_of(cls).values() if field.is_required}
    full = _mapping(cls, definitions)
    if not first or required - {first}:
        return {**head, **full}
    return {**head, "anyOf": [_one(fields_of(cls)[first], definitions), full]}


def _mapping(
    cls: type[Any], definitions: dict[str, Any], without: str | None = None
) -> dict[str, Any]:
    notes = _notes(cls)
    fields = [field for field in fields_of(cls).values() if field.name != without]
    required = [field.name for field in fields if field.is_required]
    made: dict[str, Any] = {
        "description": _summary(cls),
        "type": "object",
        "additionalProperties": False,
        "properties": {
            field.name: {"description": notes[field.name], **_field(field, definitions)}
            for field in fields
        },
    }
    return made | ({"required": required} if required else {})


def _field(field: Field, definitions: dict[str, Any]) -> dict[str, Any]:
    one = _one(field, definitions)
    options = [one]
    if field.is_many:
        options.append({"type": "array", "items": one})
    if field.is_keyed and field.kind:
        options = [_keyed(field.kind, definitions), {"type": "array", "items": one}]
    if field.is_paired and field.kind:
        options.append(_paired(field.kind, definitions))
    if not field.is_required:
        # A key without a value says nothing.
        options.append({"type": "null"})
    # Beside a reference, draft-07 would not see the description.
    return one if options == [one] and "$ref" not in one else {"anyOf": options}


def _keyed(cls: type[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    first, second = list(fields_of(cls).values())[:2]
    full = _mapping(cls, definitions, first.name)
    return {
        "type": "object",
        "additionalProperties": {"anyOf": [_one(second, definitions), full]},
    }


def _paired(cls: type[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    made = _keyed(cls, definitions)
    made["additionalProperties"]["anyOf"].append({"type": "null"})
    return {**made, "propertyNames": {"not": {"enum": list(fields_of(cls))}}}


def _one(field: Field, definitions: dict[str, Any]) -> dict[str, Any]:
    if field.kind:
        return _reference(field.kind, definitions)
    if field.form != "choice":
        return _PLAIN[field.form]
    choice = {"enum": list(field.choices)}
    return {"anyOf": [choice, _PLAIN["text"]]} if field.is_open else choice


def _summary(cls: type[Any]) -> str:
    return (inspect.getdoc(cls) or "").partition("\n")[0]


def _notes(cls: type[Any]) -> dict[str, str]:
    """Return what the docstrings say about each field, those of the parents too."""
    notes: dict[str, str] = {}
    for parent in reversed(cls.__mro__):
        if attrs.has(parent):
            notes |= _attributes(inspect.getdoc(parent) or "")
    return notes


def _attributes(docstring: str) -> dict[str, str]:
    section = docstring.partition("Attributes:\n")[2].partition("\n\n")[0]
    notes: dict[str, str] = {}
    name = ""
    for line in section.splitlines():
        match = _ENTRY.match(line)
        if match:
            name = match[1]
            notes[name] = line[match.end() :]
        elif name:
            notes[name] += f" {line.strip()}"
    return notes
