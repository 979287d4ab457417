"""What the seller tells the buyers: feature, advantage, and the benefit in each one's language."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from journeymap.model import plain
from journeymap.model.evidence import Remark
from journeymap.model.record import attempt, keyed, many, one


@attrs.frozen(repr=False, eq=False)
class Benefit(Remark):
    """What an advantage is worth to one buyer, in that buyer's own language.

    Attributes:
        to: Whom it is told: a role, or a buyer by id or name.
        text: The benefit.
        answers: The priority, job or concern of that buyer that it answers; without one it is only
            an advantage.
    """

    to: str = attrs.field(converter=plain.text)
    text: str = attrs.field(converter=plain.text)
    answers: str | None = attrs.field(default=None, kw_only=True, converter=plain.optional_text)


def to_benefits(
    value: Mapping[str, str | Benefit] | Sequence[Benefit],
) -> tuple[Benefit, ...]:
    """Return benefits, from `{"economic": "…"}` or from the objects."""
    return attempt(lambda given: keyed(Benefit, given), value)


@attrs.frozen(repr=False, eq=False)
class Fab(Remark):
    """A message: feature, advantage, and the benefit for each buyer.

    Attributes:
        feature: What the product has.
        advantage: What that is good for.
        benefits: What it is worth to each buyer, by role or by buyer.
    """

    feature: str = attrs.field(converter=plain.text)
    advantage: str | None = attrs.field(default=None, kw_only=True, converter=plain.optional_text)
    benefits: tuple[Benefit, ...] = attrs.field(
        default=(), kw_only=True, converter=to_benefits, metadata={"keyed": True}
    )


def _fab(value: Any) -> Fab:
    return one(Fab, value)


def to_messages(value: Iterable[Fab | str] | Fab | str) -> tuple[Fab, ...]:
    """Return a tuple of messages."""
    return attempt(lambda given: many(_fab, given), value)
