"""One value of a file to one plain value of Python, by the form that a field has."""

from __future__ import annotations

import re
from typing import Any

from journeymap.errors import Fault
from journeymap.files.fields import Field
from journeymap.files.nodes import LONGEST_NUMBER, Mapping, Node, Scalar, described

_WHOLE = r"[+-]?[0-9]{1,18}"
_NUMBER = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"

_EXPECTED = {
    "text": "text",
    "flag": "true or false",
    "whole": "a whole number",
    "number": "a number",
    "decimal": "a number",
    "date": "a day as YYYY-MM-DD",
}
_NOT_FINITE = frozenset({"nan", "inf", "infinity"})
_QUOTED = "write it without quotes"
_UNQUOTED = "write it in quotes"


def expected(field: Field) -> str:
    """Return what a field takes, in a few words."""
    if field.form == "choice":
        words = ", ".join(field.choices)
        return f"{words} or text" if field.is_open else f"one of {words}"
    if field.form in {"value", "record"} and field.kind:
        return f"a {field.kind.__name__.lower()}"
    return _EXPECTED[field.form]


def value(field: Field, node: Node) -> Any:
    """Return the plain value for a field, or a `Fault` if the file has none that fits."""
    if not isinstance(node, Scalar):
        is_colon = isinstance(node, Mapping) and len(node.entries) == 1 and field.form == "text"
        hint = "a text with a colon wants quotes" if is_colon else ""
        return Fault("wrong type", described(node), expected(field), hint)
    if node.kind == "null":
        return Fault("empty", described(node), expected(field))
    if node.kind == "wild":
        return Fault(_wild(node.text), described(node), expected(field))
    return _BY_FORM[field.form](field, node)


def _wild(text: str) -> str:
    if text.lstrip("+-").lower() in _NOT_FINITE:
        return "not finite"
    return "too long a number" if len(text) > LONGEST_NUMBER else "too large a number"


def _text(field: Field, node: Scalar) -> Any:
    if node.kind in {"plain", "string"}:
        return node.text
    return Fault("wrong type", described(node), expected(field), _UNQUOTED)


def _measure(field: Field, node: Scalar) -> Any:
    # "1480" is the whole text of a quantity, so a bare number will do.
    if node.kind in {"integer", "number"}:
        return node.text
    return _text(field, node)


def _flag(field: Field, node: Scalar) -> Any:
    if node.kind in {"plain", "flag"} and node.text in {"true", "false"}:
        return node.text == "true"
    is_quoted = node.kind == "string" and node.text in {"true", "false"}
    return Fault("wrong type", described(node), expected(field), _QUOTED if is_quoted else "")


def _whole(field: Field, node: Scalar) -> Any:
    if node.kind in {"plain", "integer"} and re.fullmatch(_WHOLE, node.text):
        return int(node.text)
    return _no_number(field, node)


def _number(field: Field, node: Scalar) -> Any:
    if _is_number(node):
        return int(node.text) if re.fullmatch(_WHOLE, node.text) else float(node.text)
    return _no_number(field, node)


def _decimal(field: Field, node: Scalar) -> Any:
    if _is_number(node):
        return node.text.removeprefix("+")
    # A text keeps all the digits that a number of JSON may lose.
    return node.text if node.kind == "string" else _no_number(field, node)


def _is_number(node: Scalar) -> bool:
    return (
        node.kind in {"plain", "integer", "number"}
        and len(node.text) <= LONGEST_NUMBER
        and re.fullmatch(_NUMBER, node.text) is not None
    )


def _no_number(field: Field, node: Scalar) -> Fault:
    is_quoted = node.kind == "string" and re.fullmatch(_NUMBER, node.text) is not None
    got = f"{described(node)} in quotes" if is_quoted else described(node)
    return Fault("wrong type", got, expected(field), _QUOTED if is_quoted else "")


def _date(field: Field, node: Scalar) -> Any:
    if node.kind in {"plain", "string", "date"}:
        return node.text
    return Fault("wrong type", described(node), expected(field))


_BY_FORM = {
    "text": _text,
    "choice": _text,
    "flag": _flag,
    "whole": _whole,
    "number": _number,
    "decimal": _decimal,
    "date": _date,
    "value": _measure,
}
