"""Who walks the way: segment, persona, and the group that buys."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, cast, get_args

import attrs

from journeymap.model import plain
from journeymap.model.evidence import Remark, Statement, to_statement, to_statements
from journeymap.model.feelings import Concern, to_concerns
from journeymap.model.quantities import Quantity, to_quantity
from journeymap.model.record import attempt, keyed, many, one

Role = Literal["economic", "technical", "user", "coach"]
RoleWord = Literal[
    "economic",
    "technical",
    "user",
    "coach",
    "champion",
    "initiator",
    "influencer",
    "decider",
    "buyer",
    "gatekeeper",
]
Level = Literal["informed", "consulted", "decides"]
Stance = Literal["opponent", "sceptic", "neutral", "supporter"]

ROLES: tuple[Role, ...] = get_args(Role)

ALIASES: Mapping[str, Role] = {
    "champion": "coach",
    "initiator": "user",
    "influencer": "technical",
    "decider": "economic",
    "buyer": "technical",
    "gatekeeper": "technical",
}
"""The words of the buying centre (Webster and Wind), by what each can do in the deal: the decider
releases the funds; influencer, gatekeeper and the purchasing department that is called buyer can
screen; the initiator feels the need in the own work. `champion` is another word for the coach."""


@attrs.frozen(repr=False, eq=False)
class Segment(Remark):
    """Whom the map is about: customers who behave alike.

    Attributes:
        name: What the segment is called.
        behavior: What they do, which tells them from others.
        description: More about them.
        size: How many there are.
    """

    name: str = attrs.field(converter=plain.text)
    behavior: tuple[Statement, ...] = attrs.field(default=(), kw_only=True, converter=to_statements)
    description: str | None = attrs.field(default=None, kw_only=True, converter=plain.optional_text)
    size: Quantity | None = attrs.field(default=None, kw_only=True, converter=to_quantity)


def to_segment(value: Segment | str | None) -> Segment | None:
    """Return a segment, or None."""
    return None if value is None else attempt(lambda given: one(Segment, given), value)


@attrs.frozen(repr=False, eq=False)
class Persona(Remark):
    """One person who stands for the segment.

    Attributes:
        name: Who it is.
        description: The person's situation.
        quote: What the person says, in their own words.
        need: What the person needs.
        trigger: What made the person start.
        criteria: By what the person chooses.
        fears: What the person is afraid of.
        alternatives: What the person could do instead, doing nothing included.
    """

    name: str = attrs.field(converter=plain.text)
    description: str | None = attrs.field(default=None, kw_only=True, converter=plain.optional_text)
    quote: Statement | None = attrs.field(default=None, kw_only=True, converter=to_statement)
    need: Statement | None = attrs.field(default=None, kw_only=True, converter=to_statement)
    trigger: Statement | None = attrs.field(default=None, kw_only=True, converter=to_statement)
    criteria: tuple[Statement, ...] = attrs.field(default=(), kw_only=True, converter=to_statements)
    fears: tuple[Statement, ...] = attrs.field(default=(), kw_only=True, converter=to_statements)
    alternatives: tuple[Statement, ...] = attrs.field(
        default=(), kw_only=True, converter=to_statements
    )


def to_persona(value: Persona | str | None) -> Persona | None:
    """Return a persona, or None."""
    return None if value is None else attempt(lambda given: one(Persona, given), value)


def _role(value: Any) -> Role:
    return cast("Role", ALIASES.get(plain.choose(value, get_args(RoleWord)), value))


def to_roles(value: RoleWord | Iterable[RoleWord]) -> tuple[Role, ...]:
    """Return the roles that a buyer plays, in the order given, each once."""
    return attempt(lambda given: tuple(dict.fromkeys(many(_role, given))), value)


def _stance(value: Stance | None) -> Stance | None:
    options = get_args(Stance)
    chosen = None if value is None else attempt(lambda v: plain.choose(v, options), value)
    return cast("Stance | None", chosen)


@attrs.frozen(repr=False, eq=False)
class Buyer(Remark):
    """A person or post of the buying group.

    Attributes:
        name: Who it is.
        role: economic (releases the funds), technical (can say no), user (works with it), coach
            (guides us inside); one or several. The words of the buying centre are taken as well.
        job: What this buyer wants to get done.
        priorities: What this buyer asks about first.
        concerns: What this buyer is afraid of.
        language: Words that this buyer uses.
        influence: How much the others listen, 1 to 5.
        stance: opponent, sceptic, neutral or supporter.
    """

    name: str = attrs.field(converter=plain.text)
    role: tuple[Role, ...] = attrs.field(
        default=(), kw_only=True, converter=to_roles, metadata={"accepts": RoleWord}
    )
    job: Statement | None = attrs.field(default=None, kw_only=True, converter=to_statement)
    priorities: tuple[Statement, ...] = attrs.field(
        default=(), kw_only=True, converter=to_statements
    )
    concerns: tuple[Concern, ...] = attrs.field(default=(), kw_only=True, converter=to_concerns)
    language: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=plain.texts)
    influence: int | None = attrs.field(default=None, kw_only=True, converter=plain.rating)
    stance: Stance | None = attrs.field(default=None, kw_only=True, converter=_stance)


def _buyer(value: Any) -> Buyer:
    return one(Buyer, value)


def to_buyers(value: Iterable[Buyer | str] | Buyer | str) -> tuple[Buyer, ...]:
    """Return a tuple of buyers."""
    return attempt(lambda given: many(_buyer, given), value)


def _level(value: Level) -> Level:
    return cast("Level", attempt(lambda v: plain.choose(v, get_args(Level)), value))


@attrs.frozen(repr=False, eq=False)
class Involvement(Remark):
    """How far one buyer is drawn in at one stage.

    Attributes:
        buyer: Who, by id or name.
        level: informed, consulted or decides.
        stance: How the buyer stands to us at this stage, if it differs from the buyer's own.
    """

    buyer: str = attrs.field(converter=plain.text)
    level: Level = attrs.field(converter=_level)
    stance: Stance | None = attrs.field(default=None, kw_only=True, converter=_stance)


def to_involvement(
    value: Mapping[str, Level | Involvement] | Sequence[Involvement],
) -> tuple[Involvement, ...]:
    """Return who is drawn in, from `{"CFO": "decides"}` or from the objects."""
    return attempt(lambda given: keyed(Involvement, given), value)
