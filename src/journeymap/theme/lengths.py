"""A value with very many fields: lengths and sizes of text by name."""

from __future__ import annotations

from typing import NoReturn, Self, TypeAlias

from attrs.exceptions import FrozenInstanceError

from journeymap.text import TextStyle

Length: TypeAlias = float | TextStyle


# No attrs class: for so many fields attrs would write a page of code at every start, which takes
# as long as laying out a small map.
class Lengths:
    """Lengths by name. A subclass names them all, each with what it usually is.

    Args:
        lengths: Those that differ from the usual ones.

    Raises:
        TypeError: There is no such length.
    """

    def __init__(self, **lengths: Length) -> None:
        for name in lengths:
            if name not in self.__annotations__:
                message = f"{type(self).__name__} has no length {name!r}"
                raise TypeError(message)
        vars(self).update(lengths)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse: it is a value."""
        raise FrozenInstanceError

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse: it is a value."""
        raise FrozenInstanceError

    def __eq__(self, other: object) -> bool:
        """Tell whether all lengths are equal."""
        return (
            type(self) is type(other)
            and isinstance(other, Lengths)
            and self.lengths() == other.lengths()
        )

    def __hash__(self) -> int:
        """Return the hash of all lengths."""
        return hash(tuple(self.lengths().values()))

    def __repr__(self) -> str:
        """Return the call that makes them, without what is usual."""
        changes = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({changes})"

    def lengths(self) -> dict[str, Length]:
        """Return every length and every size of text by name."""
        return {name: getattr(self, name) for name in self.__annotations__}

    def changed(self, **lengths: Length) -> Self:
        """Return the same with other lengths.

        Args:
            lengths: What is changed, by name.

        Raises:
            TypeError: There is no such length.
        """
        return type(self)(**{**vars(self), **lengths})
