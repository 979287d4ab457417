"""How a model object checks itself: every field is tried, all faults are raised at once.

A converter never raises. What it cannot take it hands on as an `Invalid`, which `Record` collects
when all fields have been looked at.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar, Self, TypeVar, cast

import attrs

from journeymap.errors import Fault, ModelError, shown
from journeymap.values import Value

T = TypeVar("T")
R = TypeVar("R", bound="Record")


@attrs.frozen(repr=False, eq=False)
class Invalid(Value):
    """Stands in a field for a value that was refused, until the object is whole."""

    faults: tuple[Fault, ...]


class Refused(Exception):  # noqa: N818 - a signal between converters, never seen outside
    """Raised inside a converter: this value does not fit."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__()
        self.faults = faults


def refuse(problem: str, got: object, expected: str = "", hint: str = "") -> Refused:
    """Return the refusal of one value."""
    return Refused(Fault(problem, shown(got), expected, hint))


def attempt(convert: Callable[[Any], T], value: Any) -> T:
    """Return the converted value, or an `Invalid` that the object will report."""
    if type(value) is Invalid:
        return cast("T", value)
    try:
        return convert(value)
    except Refused as refusal:
        return cast("T", Invalid(refusal.faults))
    except ModelError as error:
        return cast("T", Invalid(error.faults))


class Record(Value):
    """The parent of everything that an author writes."""

    __slots__ = ()

    EXAMPLE: ClassVar[str] = ""
    """A plain text that stands for an object of this class, for error messages."""

    def __attrs_post_init__(self) -> None:
        """Raise one error with every fault of this object."""
        faults = [
            fault.under(name)
            for name in field_names(type(self))
            if isinstance(value := getattr(self, name), Invalid)
            for fault in value.faults
        ]
        if not faults:
            faults = list(self.inconsistencies())
        if faults:
            root = type(self).__name__.lower()
            raise ModelError(attrs.evolve(fault, root=root) for fault in faults)

    def inconsistencies(self) -> Iterable[Fault]:
        """Yield what is wrong between the fields of this object; each of them is right."""
        return ()

    @classmethod
    def salvaged(cls, values: Mapping[str, Any]) -> Self:
        """Return an object from values that went through the converters, unchecked as a whole.

        A reader uses it to hold what was right of a faulty object and to look for more faults.

        Args:
            values: Converted values by field name; a missing one becomes the default, or an empty
                text where there is none.
        """
        made = object.__new__(cls)
        for name, default in blanks(cls):
            object.__setattr__(made, name, values.get(name, default))
        return made

    def __repr__(self) -> str:
        """Return the call that makes this object, without the fields left at their defaults."""
        fields = attrs.fields(cast("Any", type(self)))
        first = [field.name for field in fields if field.default is attrs.NOTHING]
        first = [name for name in first if not getattr(fields, name).kw_only]
        positional = [repr(getattr(self, name)) for name in first]
        named = [
            f"{field.name}={value!r}"
            for field in fields
            if field.name not in first and (value := getattr(self, field.name)) != field.default
        ]
        return f"{type(self).__name__}({', '.join([*positional, *named])})"


class Written(Record):
    """The parent of values that people write as one text, such as `"1-2 weeks"` or `"12%"`."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the value that a text names.

        Raises:
            ModelError: The text is none of this kind.
        """
        return cls(text)  # type: ignore[call-arg]

    def __repr__(self) -> str:
        """Return the call that makes this value from its text."""
        return f"{type(self).__name__}({str(self)!r})"


def _field_names(cls: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(cls))


def _first_field(cls: type[Any]) -> str:
    return next((str(field.name) for field in attrs.fields(cls) if not field.kw_only), "")


def _blanks(cls: type[Any]) -> tuple[tuple[str, Any], ...]:
    return tuple(
        (field.name, "" if field.default is attrs.NOTHING else field.default)
        for field in attrs.fields(cls)
    )


field_names = cast("Callable[[type[Any]], tuple[str, ...]]", functools.cache(_field_names))
"""Returns the names of a class's fields."""

first_field = cast("Callable[[type[Any]], str]", functools.cache(_first_field))
"""Returns the name of the field that a plain value stands for; empty where none does."""

blanks = cast("Callable[[type[Any]], tuple[tuple[str, Any], ...]]", functools.cache(_blanks))
"""Returns the fields of a class with what stands in them unless given."""


def one(cls: type[R], value: Any) -> R:
    """Return an object of a class from itself or from its plain text.

    Raises:
        Refused: The value is neither.
        ModelError: The text is refused by the class.
    """
    if isinstance(value, cls):
        return value
    if isinstance(value, str) and first_field(cls):
        try:
            return cls(value)  # type: ignore[call-arg]
        except ModelError as error:
            # The author wrote no field name, so the path should not show one.
            faults = [
                attrs.evolve(fault, steps=fault.steps[1:])
                if fault.steps[:1] == (first_field(cls),)
                else fault
                for fault in error.faults
            ]
            raise Refused(*faults) from None
    article = "an" if cls.__name__[0] in "AEIOU" else "a"
    like = f" such as {cls.EXAMPLE}" if cls.EXAMPLE else ""
    either = f"text{like} or " if first_field(cls) else ""
    raise refuse("wrong type", value, f"{either}{article} {cls.__name__}")


def many(convert: Callable[[Any], T], value: Any) -> tuple[T, ...]:
    """Return a tuple of converted values; one value by itself counts as a list of one.

    Raises:
        Refused: With the faults of all items, each under its position.
    """
    if isinstance(value, (str, Record)):
        return (convert(value),)
    if isinstance(value, Mapping) or not isinstance(value, Iterable):
        raise refuse("wrong type", value, "a list")
    made: list[T] = []
    faults: list[Fault] = []
    for position, item in enumerate(value):
        result: Any = attempt(convert, item)
        if type(result) is Invalid:
            faults += [fault.under(position) for fault in result.faults]
        else:
            made.append(result)
    if faults:
        raise Refused(*faults)
    return tuple(made)


def keyed(cls: type[R], value: Any) -> tuple[R, ...]:
    """Return objects from a mapping whose keys are their first field, or from the objects.

    Raises:
        Refused: With the faults of all entries, each under its key.
    """
    if not isinstance(value, Mapping):
        return many(lambda item: expect(cls, item), value)
    made: list[R] = []
    faults: list[Fault] = []
    for key, item in value.items():
        result: Any = attempt(lambda pair: entry(cls, *pair), (key, item))
        if type(result) is Invalid:
            faults += [fault.under(str(key)) for fault in result.faults]
        else:
            made.append(result)
    if faults:
        raise Refused(*faults)
    return tuple(made)


def entry(cls: type[R], key: Any, item: Any) -> R:
    """Return the object that one entry of a mapping stands for."""
    if isinstance(item, cls):
        if getattr(item, first_field(cls)) != key:
            raise refuse(f"the key and the {cls.__name__} disagree", key)
        return item
    return cls(key, item)  # type: ignore[call-arg]


def expect(cls: type[R], value: Any) -> R:
    """Return the value if it is of the class.

    Raises:
        Refused: It is not.
    """
    if isinstance(value, cls):
        return value
    article = "an" if cls.__name__[0] in "AEIOU" else "a"
    raise refuse("wrong type", value, f"{article} {cls.__name__}")
