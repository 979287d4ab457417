"""Equality by value and the text of a value, written once.

`attrs` would write `__eq__`, `__hash__` and `__repr__` for each class and compile them at every
start, which costs a command that draws one picture more than drawing it. A class that inherits
them says `eq=False, repr=False` to its decorator.
"""

from __future__ import annotations

from typing import Any, cast

import attrs


class Value:
    """The parent of classes whose objects are equal if they are of one class with equal fields."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Tell whether both are of one class and all their fields are equal."""
        if self is other:
            return True
        return type(self) is type(other) and _fields_of(self) == _fields_of(other)

    def __hash__(self) -> int:
        """Return the hash of all fields."""
        return hash((type(self), _fields_of(self)))

    def __repr__(self) -> str:
        """Return the class and, by name, all fields that are to be shown."""
        names = [field.name for field in attrs.fields(cast("Any", type(self))) if field.repr]
        named = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__name__}({named})"


def _fields_of(value: object) -> tuple[Any, ...]:
    fields = attrs.fields(cast("Any", type(value)))
    return tuple(getattr(value, field.name) for field in fields)
