"""Plain data to YAML that people like to read.

PyYAML's writers escape emoji or are slow, so this one is our own. A text is left without quotes
only if no reader of YAML 1.1 or 1.2 can take it for anything but this text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_PLAIN = re.compile(r"[^\W_][\w .,;!?()/'’%&+*=«»“”…–—№₽€-]*", re.UNICODE)
_LIKE_A_NUMBER = re.compile(r"[\d.+-][\d_.,:eExXoObBa-fA-FtTzZ+ -]*")
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_BLOCK = re.compile(r"(?!\s)[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]+(?<!\s)")
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_LONGEST_KEY = 100
_WIDTH = 100


def text(data: dict[str, Any]) -> str:
    """Return the YAML of plain data."""
    return "".join(f"{line}\n" for line in _mapping(data, ""))


def _mapping(data: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in data.items():
        name = _text(key)
        # A long key must say that it is one.
        head = f"{indent}{name}:" if len(name) <= _LONGEST_KEY else f"{indent}? {name}\n{indent}:"
        yield from _value(head, value, indent)


def _value(head: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, dict) and value:
        short = _flow(value)
        if short and len(head) + len(short) < _WIDTH:
            yield f"{head} {short}"
        else:
            yield head
            yield from _mapping(value, f"{indent}  ")
    elif isinstance(value, list) and value:
        short = _flow(value)
        if short and len(head) + len(short) < _WIDTH:
            yield f"{head} {short}"
        else:
            yield head
            for item in value:
                yield from _item(item, indent)
    elif isinstance(value, str) and "\n" in value and _is_block(value):
        yield f"{head} |-"
        for line in value.split("\n"):
            yield f"{indent}  {line}" if line else ""
    else:
        yield f"{head} {_scalar(value)}"


def _item(value: Any, indent: str) -> Iterator[str]:
    if not isinstance(value, dict) or not value:
        yield from _value(f"{indent}-", value, indent)
        return
    short = _flow(value)
    if short and len(indent) + len(short) < _WIDTH:
        yield f"{indent}- {short}"
        return
    lines = _mapping(value, f"{indent}  ")
    yield f"{indent}- {next(lines)[len(indent) + 2 :]}"
    yield from lines


def _flow(value: dict[str, Any] | list[Any]) -> str:
    """Return the one-line form of a few plain values, or an empty text."""
    parts = list(value.values()) if isinstance(value, dict) else value
    if any(isinstance(part, (dict, list)) or len(str(part)) > 40 for part in parts):
        return ""
    if isinstance(value, dict):
        if not 1 < len(value) <= 6:
            return ""
        pairs = (
            f"{_text(key, in_flow=True)}: {_scalar(part, in_flow=True)}"
            for key, part in value.items()
        )
        return f"{{{', '.join(pairs)}}}"
    return f"[{', '.join(_scalar(part, in_flow=True) for part in value)}]"


def _scalar(value: Any, *, in_flow: bool = False) -> str:
    if isinstance(value, str):
        return _text(value, in_flow=in_flow)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        # YAML 1.1 knows no exponent without a point and a sign.
        digits, _, exponent = repr(value).partition("e")
        point = "" if "." in digits else ".0"
        return f"{digits}{point}e{int(exponent):+d}" if exponent else digits
    return "{}" if value == {} else "[]" if value == [] else str(value)


def _text(value: str, *, in_flow: bool = False) -> str:
    if (
        _PLAIN.fullmatch(value)
        and not value.endswith(" ")
        and value.lower() not in _WORDS
        and not _LIKE_A_NUMBER.fullmatch(value)
        and not (in_flow and ("," in value or "?" in value))
    ):
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def _is_block(value: str) -> bool:
    return _BLOCK.fullmatch(value) is not None and all(
        line == line.rstrip() for line in value.split("\n")
    )
