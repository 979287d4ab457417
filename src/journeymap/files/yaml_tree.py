"""A YAML text as it is written: values with their names, comments and blank lines."""

from __future__ import annotations

import sys
from collections.abc import Collection
from typing import Any

_LONGEST_PART = 40
_MOST_PAIRS = 6


class Text:
    """A single value.

    Attributes:
        value: What it says.
        is_plain: Whether it stands without quotes because its field wants a number, say.
        is_folded: Whether its author broke it into lines.
        anchor: The name by which other places mean it; empty without one.
    """

    __slots__ = ("anchor", "is_folded", "is_plain", "value")

    def __init__(self, value: str, *, is_plain: bool = False, is_folded: bool = False) -> None:
        self.value = value
        self.is_plain = is_plain
        self.is_folded = is_folded
        self.anchor = ""


class Branch:
    """A mapping or a list.

    Attributes:
        is_mapping: Whether its slots have keys.
        is_flow: Whether it shall stand in one line, between brackets, if it can.
        slots: What is in it, in order.
        last: The comments behind the last slot, and "" for each blank line.
        anchor: The name by which other places mean it; empty without one.
    """

    __slots__ = ("anchor", "is_flow", "is_mapping", "last", "slots")

    def __init__(self, *, is_mapping: bool, is_flow: bool) -> None:
        self.is_mapping = is_mapping
        self.is_flow = is_flow
        self.slots: list[Slot] = []
        self.last: list[str] = []
        self.anchor = ""

    @property
    def is_bare(self) -> bool:
        """Whether there is no comment in it, so that it may stand in one line."""
        return not any(self.last) and not any(
            slot.beside or any(slot.before) for slot in self.slots
        )


class Slot:
    """A place in a mapping or list.

    Attributes:
        node: What stands there; one node may stand in many places.
        key: Its key, in a mapping.
        before: The comments in the lines before it, and "" for each blank line.
        beside: The comment behind it.
    """

    __slots__ = ("before", "beside", "key", "node")

    def __init__(self, node: Node, key: Text | None = None) -> None:
        self.node = node
        self.key = key
        self.before: list[str] = []
        self.beside = ""


Node = Text | Branch


def tree_of(data: Any) -> Node:
    """Return plain data as a tree without comments."""
    if isinstance(data, dict):
        branch = Branch(is_mapping=True, is_flow=_is_short(data.values(), 2, _MOST_PAIRS))
        branch.slots = [Slot(tree_of(value), Text(key)) for key, value in data.items()]
        return branch
    if isinstance(data, list):
        branch = Branch(is_mapping=False, is_flow=_is_short(data))
        branch.slots = [Slot(tree_of(value)) for value in data]
        return branch
    if isinstance(data, str):
        return Text(data)
    return Text(_figure(data), is_plain=True)


def _is_short(parts: Collection[Any], least: int = 0, most: int = sys.maxsize) -> bool:
    """Whether there are just a few plain values."""
    return least <= len(parts) <= most and not any(
        isinstance(part, (dict, list)) or len(str(part)) > _LONGEST_PART for part in parts
    )


def _figure(value: float) -> str:
    """Return a number or a truth as YAML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        # YAML 1.1 knows no exponent without a point and a sign.
        digits, _, exponent = repr(value).partition("e")
        point = "" if "." in digits else ".0"
        return f"{digits}{point}e{int(exponent):+d}" if exponent else digits
    return str(value)
