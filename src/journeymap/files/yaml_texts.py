"""How a single text is written in YAML: without quotes, in quotes, or as a block of lines.

A text is left without quotes only if no reader of YAML 1.1 or 1.2 can take it for anything else.
"""

from __future__ import annotations

import json
import re

from journeymap.files.yaml_tree import Text

_PLAIN = re.compile(r"[^\W_][\w .,;!?()/'’%&+*=«»“”…–—№₽€-]*", re.UNICODE)
_LINK = re.compile(r"https?://[\w.~/%=&+-]+", re.ASCII)
_KEPT = re.compile(r"[+-]?\w[\w .%/*+-]*")
_LIKE_A_NUMBER = re.compile(r"[\d.+-][\d_.,:eExXoObBa-fA-FtTzZ+ -]*")
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_BLOCK = re.compile(r"(?!\s)[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]+(?<!\s)")
_FOLDED = re.compile(r"\S+(?: \S+)*")
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
NULLS = frozenset({"", "~", "null", "Null", "NULL"})


def is_null(text: Text) -> bool:
    """Whether a value says that there is none."""
    return text.is_plain and text.value in NULLS


def inline(text: Text, *, in_flow: bool = False) -> str:
    """Return a text as it stands in a line."""
    value = text.value
    is_figure = value.lower() in _WORDS or _LIKE_A_NUMBER.fullmatch(value)
    would_split = in_flow and ("," in value or "?" in value)
    if text.is_plain and not would_split and (is_figure or _KEPT.fullmatch(value)):
        return value
    is_safe = _LINK.fullmatch(value) or (_PLAIN.fullmatch(value) and not value.endswith(" "))
    if is_safe and not is_figure and not would_split:
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def block(text: Text, room: int, width: int) -> list[str]:
    """Return a text of several lines as a block, its mark first; empty where one line will do.

    Args:
        text: The text.
        room: How many characters are left in the line where it begins.
        width: How many characters a line of the block has.
    """
    body = text.value.removesuffix("\n")
    mark = "-" if body == text.value else ""
    if text.is_folded and _FOLDED.fullmatch(body) and _is_block(body) and len(body) > room:
        return [f">{mark}", *_filled(body, width)]
    if "\n" in text.value and _is_block(body):
        return [f"|{mark}", *body.split("\n")]
    return []


def _is_block(value: str) -> bool:
    return _BLOCK.fullmatch(value) is not None and all(
        line == line.rstrip() for line in value.split("\n")
    )


def _filled(text: str, width: int) -> list[str]:
    """Return lines that read as one when they are joined by spaces."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
