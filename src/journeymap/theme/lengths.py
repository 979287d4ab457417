"""A value with very many fields: lengths and sizes of text by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, Self, TypeAlias, dataclass_transform

from attrs.exceptions import FrozenInstanceError

from journeymap.text import TextStyle

Length: TypeAlias = float | TextStyle


# No attrs class: for so many fields attrs would write a page of code at every start, which takes
# as long as laying out a small map.
@dataclass_transform(kw_only_default=True, frozen_default=True)
class Lengths:
    """Lengths by name. A subclass names them all, each with what it usually is.

    Args:
        lengths: Those that differ from the usual ones.

    Raises:
        TypeError: There is no such length.
    """

    if not TYPE_CHECKING:  # which knows the names of the fields

        def __init__(self, **lengths: Length) -> None:
            known = _names(type(self))
            for name in lengths:
                if name not in known:
                    raise TypeError(_unknown(type(self).__name__, name, known))
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
        return {name: getattr(self, name) for name in _names(type(self))}

    def changed(self, **lengths: Length) -> Self:
        """Return the same with other lengths.

        Args:
            lengths: What is changed, by name.

        Raises:
            TypeError: There is no such length.
        """
        return type(self)(**{**vars(self), **lengths})


def _names(kind: type[Lengths]) -> tuple[str, ...]:
    """Return the names of all fields, those of parents first."""
    named = (vars(one).get("__annotations__", {}) for one in reversed(kind.__mro__))
    return tuple(dict.fromkeys(name for names in named for name in names))


def _unknown(kind: str, name: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - seldom needed

    near = "".join(f" (did you mean {one!r}?)" for one in get_close_matches(name, known, 1))
    return f"{kind} has no length {name!r}{near}"
