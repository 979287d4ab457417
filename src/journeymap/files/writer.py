"""A journey to plain data: mappings, lists, texts, numbers; short where a short form will do."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from typing import Any

from journeymap.errors import ModelError
from journeymap.files.document import FORMAT_VERSION, VERSION_KEY
from journeymap.files.fields import Field, fields_of, order_of, takes_mapping
from journeymap.model.journey import Journey
from journeymap.model.record import Record, first_field


def plain(journey: Journey, *, may_mix: bool = True) -> dict[str, Any]:
    """Return the data of a journey, with the format's version; defaults are left out.

    Args:
        journey: The journey.
        may_mix: Whether a mapping may hold texts beside mappings and keep its order; TOML cannot.
    """
    return {VERSION_KEY: FORMAT_VERSION, **_mapping(journey, may_mix=may_mix)}


def text(journey: Journey, format: str) -> str:  # noqa: A002 - the word that people know
    """Return the text of a journey in one of the formats."""
    return _WRITERS[format](journey)


def _yaml(journey: Journey) -> str:
    from journeymap.files import yaml_writer  # noqa: PLC0415

    return yaml_writer.text(plain(journey))


def _toml(journey: Journey) -> str:
    import tomli_w  # noqa: PLC0415

    return tomli_w.dumps(plain(journey, may_mix=False))


def _json(journey: Journey) -> str:
    return json.dumps(plain(journey), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


_WRITERS = {"yaml": _yaml, "toml": _toml, "json": _json}


def _mapping(value: Record, *, may_mix: bool, without: str = "") -> dict[str, Any]:
    fields = fields_of(type(value))
    return {
        name: _field(fields[name], given, may_mix=may_mix)
        for name in order_of(type(value))
        if name != without and (given := getattr(value, name)) != fields[name].default
    }


def _field(field: Field, value: Any, *, may_mix: bool) -> Any:
    if not field.is_many:
        return _one(value, may_mix=may_mix)
    if field.is_keyed:
        keyed = _keyed(value, may_mix=may_mix)
        if keyed:
            return keyed
    return [_one(item, may_mix=may_mix) for item in value]


def _one(value: Any, *, may_mix: bool) -> Any:
    if isinstance(value, Record):
        return _record(value, may_mix=may_mix)
    if isinstance(value, Decimal):
        return _decimal(value)
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


def _record(value: Record, *, may_mix: bool) -> Any:
    cls = type(value)
    if hasattr(cls, "parse") and (not takes_mapping(cls) or _says_all(cls, value)):
        return str(value)
    data = _mapping(value, may_mix=may_mix)
    first = first_field(cls)
    is_short = set(data) == {first} and isinstance(data[first], str)
    return data[first] if is_short else data


def _says_all(cls: Any, value: Record) -> bool:
    """Tell whether the text of a value makes an equal value."""
    try:
        return bool(cls.parse(str(value)) == value)
    except ModelError:
        return False


def _keyed(items: tuple[Record, ...], *, may_mix: bool) -> dict[str, Any]:
    """Return a mapping by the first field, or an empty one where it would lose something."""
    made: dict[str, Any] = {}
    for item in items:
        first, second = list(fields_of(type(item)))[:2]
        rest = _mapping(item, may_mix=may_mix, without=first)
        key = getattr(item, first)
        if key in made:
            return {}
        made[key] = rest[second] if set(rest) == {second} else rest
    return made if may_mix or _keeps_order(list(made.values())) else {}


def _keeps_order(values: list[Any]) -> bool:
    """Tell whether TOML writes the values of a mapping in their order.

    A table has its plain values first, whatever their order was; a list of tables counts as plain
    if it is short.
    """
    if any(isinstance(value, list) and any(map(_is_table, value)) for value in values):
        return len(values) == 1
    return len({_is_table(value) for value in values}) == 1


def _is_table(value: Any) -> bool:
    return isinstance(value, dict)


def _decimal(value: Decimal) -> int | float | str:
    if value == value.to_integral_value():
        return int(value)
    text = repr(float(value))
    # What a float would lose, or write with an exponent, goes out as text.
    return float(value) if "e" not in text and Decimal(text) == value else str(value)
