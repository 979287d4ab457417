"""What each class of the model takes in a file, worked out from its annotations.

The reader, the writer and the schema all go by this one description.
"""

from __future__ import annotations

import datetime
import functools
import types
import typing
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Literal, Union, cast, get_args, get_origin

import attrs

from journeymap.model.evidence import Remark
from journeymap.model.feelings import Emotion
from journeymap.model.record import Record

Form = Literal["text", "choice", "flag", "whole", "number", "decimal", "date", "value", "record"]

_PLAIN: dict[Any, Form] = {
    str: "text",
    bool: "flag",
    int: "whole",
    float: "number",
    Decimal: "decimal",
    datetime.date: "date",
}


@attrs.frozen
class Field:
    """One key of a mapping.

    Attributes:
        name: The key.
        form: How a value of it is written.
        kind: The class of the model, for a `value` or a `record`.
        choices: The words that a `choice` takes.
        is_open: Whether a `choice` takes other words too.
        is_many: Whether it is a list.
        is_keyed: Whether the list is written as a mapping by the first field of its items.
        is_paired: Whether the list may be written as a mapping from names to values as well.
        is_required: Whether it must be there.
        default: What it is unless given.
        convert: The model's converter.
    """

    name: str
    form: Form
    kind: type[Any] | None
    choices: tuple[str, ...]
    is_open: bool
    is_many: bool
    is_keyed: bool
    is_paired: bool
    is_required: bool
    default: Any
    convert: Callable[[Any], Any] = attrs.field(eq=False)


def _fields_of(cls: type[Any]) -> dict[str, Field]:
    hints = typing.get_type_hints(cls)
    shared = {field.name for field in attrs.fields(cast("Any", Remark))}
    all_fields = attrs.fields(cls)
    own = [field for field in all_fields if field.name not in shared]
    # What is always given comes first, though a parent of the class may have the other fields.
    own.sort(key=lambda field: field.kw_only)
    rest = [field for field in all_fields if field.name in shared]
    return {field.name: _field(field, hints[field.name]) for field in (*own, *rest)}


fields_of = cast("Callable[[type[Any]], dict[str, Field]]", functools.cache(_fields_of))
"""Returns the fields of a class by name."""


def _order_of(cls: type[Any]) -> list[str]:
    names = list(fields_of(cls))
    if "id" in names:
        names.remove("id")
        names.insert(sum(not field.kw_only for field in attrs.fields(cls)), "id")
    return names


order_of = cast("Callable[[type[Any]], list[str]]", functools.cache(_order_of))
"""Returns the names of the fields of a class in the order in which they are written.

What is always given comes first, then the `id` by which others mean the object.
"""


def _field(field: Any, hint: Any) -> Field:
    hint = field.metadata.get("accepts", hint) if not _is_list(hint) else hint
    hint, is_open = _without_none(hint)
    is_many = _is_list(hint)
    if is_many:
        hint = field.metadata.get("accepts", get_args(hint)[0])
    choices = get_args(hint) if get_origin(hint) is Literal else ()
    return Field(
        name=field.name,
        form=_form(hint),
        kind=hint if isinstance(hint, type) and issubclass(hint, Record) else None,
        choices=choices,
        is_open=is_open,
        is_many=is_many,
        is_keyed=bool(field.metadata.get("keyed")),
        is_paired=is_many and hint is Emotion,
        is_required=field.default is attrs.NOTHING,
        default=field.default,
        convert=field.converter or _same,
    )


def _is_list(hint: Any) -> bool:
    return get_origin(hint) is tuple


def _without_none(hint: Any) -> tuple[Any, bool]:
    """Return the type beside `None`, and whether a choice is open: `Literal[…] | str`."""
    if get_origin(hint) not in {Union, types.UnionType}:
        return hint, False
    parts = [part for part in get_args(hint) if part is not types.NoneType]
    is_open = str in parts and len(parts) > 1
    return parts[0], is_open


def _form(hint: Any) -> Form:
    if get_origin(hint) is Literal:
        return "choice"
    if hint in _PLAIN:
        return _PLAIN[hint]
    return "value" if hasattr(hint, "parse") else "record"


def _same(value: Any) -> Any:
    return value


def takes_mapping(cls: type[Any]) -> bool:
    """Whether a class may be written as a mapping: all but those with a text form of their own."""
    return not hasattr(cls, "parse") or any(field.kw_only for field in attrs.fields(cls))
