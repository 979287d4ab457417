"""What the customer feels on the way, and what moves or holds them."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal, cast, get_args

import attrs

from journeymap.model import plain
from journeymap.model.evidence import Remark, Statement, to_statement
from journeymap.model.record import attempt, keyed, many, one

MotivationKind = Literal["rational", "emotional"]


@attrs.frozen(repr=False, eq=False)
class Emotion(Remark):
    """A named feeling.

    Attributes:
        name: What the feeling is called.
        valence: How good or bad it feels, on the journey's scale; unknown unless given.
        who: Whose feeling it is: a buyer or the persona, by id or name; the persona's unless given.
    """

    name: str = attrs.field(converter=plain.text)
    valence: float | None = attrs.field(default=None, converter=plain.optional_number)
    who: str | None = attrs.field(default=None, kw_only=True, converter=plain.optional_text)


def _emotion(value: Any) -> Emotion:
    return one(Emotion, value)


def to_emotions(
    value: Mapping[str, float | None] | Iterable[Emotion | str] | Emotion | str,
) -> tuple[Emotion, ...]:
    """Return a tuple of emotions, from `{"tired": -1}` too."""

    def convert(given: Any) -> tuple[Emotion, ...]:
        if isinstance(given, Mapping):
            return keyed(Emotion, given)
        return many(_emotion, given)

    return attempt(convert, value)


@attrs.frozen(repr=False, eq=False)
class Barrier(Remark):
    """An obstacle that the customer meets on the way.

    Attributes:
        text: What stands in the way.
        mitigation: How we take it away.
    """

    text: str = attrs.field(converter=plain.text)
    mitigation: Statement | None = attrs.field(default=None, converter=to_statement)


def _barrier(value: Any) -> Barrier:
    return one(Barrier, value)


def to_barriers(value: Iterable[Barrier | str] | Barrier | str) -> tuple[Barrier, ...]:
    """Return a tuple of barriers."""
    return attempt(lambda given: many(_barrier, given), value)


@attrs.frozen(repr=False, eq=False)
class Concern(Remark):
    """A fear or objection of the customer.

    Attributes:
        text: What the customer is afraid of.
        mitigation: How we take the fear away: reviews, guarantees and the like.
    """

    text: str = attrs.field(converter=plain.text)
    mitigation: Statement | None = attrs.field(default=None, converter=to_statement)


def _concern(value: Any) -> Concern:
    return one(Concern, value)


def to_concerns(value: Iterable[Concern | str] | Concern | str) -> tuple[Concern, ...]:
    """Return a tuple of concerns."""
    return attempt(lambda given: many(_concern, given), value)


def _motivation_kind(value: MotivationKind) -> MotivationKind:
    options = get_args(MotivationKind)
    return cast("MotivationKind", attempt(lambda v: plain.choose(v, options), value))


@attrs.frozen(repr=False, eq=False)
class Motivation(Remark):
    """A factor that moves the customer on.

    Attributes:
        text: What moves.
        kind: rational or emotional.
    """

    text: str = attrs.field(converter=plain.text)
    kind: MotivationKind = attrs.field(default="rational", kw_only=True, converter=_motivation_kind)


def _motivation(value: Any) -> Motivation:
    return one(Motivation, value)


def to_motivations(value: Iterable[Motivation | str] | Motivation | str) -> tuple[Motivation, ...]:
    """Return a tuple of motivations."""
    return attempt(lambda given: many(_motivation, given), value)
