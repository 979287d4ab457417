"""What a buying group lacks: roles, reach, answers to what is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import attrs

from journeymap.analysis.needs import Group, Member, Need, Told
from journeymap.model import Fab, Journey
from journeymap.model.people import Role
from journeymap.values import Value

MAIN_ROLES: tuple[Role, ...] = ("economic", "technical", "user")
"""The roles that every deal between companies has; a coach is a help, not a need."""

Reach = Literal["existing", "proposed", "nowhere"]

GapKind = Literal[
    "role",
    "coach",
    "economic",
    "unreached",
    "proposed",
    "uninvolved",
    "need",
    "idle",
    "mistaken",
    "unheard",
    "silent",
]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Gap(Value):
    """One thing that is missing or does not do its work.

    Attributes:
        kind: role (nobody has it), coach (nobody guides us inside; a hint), economic (more than
            one), unreached and proposed (no touchpoint reaches a buyer, or only proposed ones),
            uninvolved (drawn in at no stage), need (no benefit answers it), idle (a benefit that
            answers nothing), mistaken (it names what nobody who hears it asks for), unheard (told
            to a role that nobody has), silent (a message that is told at no stage).
        role: The role in question.
        members: The buyers in question.
        need: What is asked for.
        told: The benefit in question.
        feature: The feature of the message in question.
    """

    kind: GapKind
    role: Role | None = None
    members: tuple[Member, ...] = ()
    need: Need | None = None
    told: Told | None = None
    feature: str = ""

    @property
    def buyers(self) -> tuple[str, ...]:
        """The names of the buyers in question."""
        return tuple(member.buyer.name for member in self.members)


@attrs.frozen(repr=False, eq=False)
class Answered(Value):
    """What a buyer asks for, and the benefits that answer it."""

    need: Need
    by: tuple[Told, ...]


@attrs.frozen(repr=False, eq=False)
class BuyerCoverage(Value):
    """What one buyer asks for and gets.

    Attributes:
        member: The buyer.
        needs: What the buyer asks for, each with the benefits that answer it.
        reach: Whether existing touchpoints reach the buyer, only proposed ones, or none; None
            where no touchpoint of the journey says whom it reaches.
        is_involved: Whether the buyer is drawn in at some stage; None where no stage says who is.
    """

    member: Member
    needs: tuple[Answered, ...]
    reach: Reach | None
    is_involved: bool | None


def gaps_of(journey: Journey, group: Group, buyers: tuple[BuyerCoverage, ...]) -> tuple[Gap, ...]:
    """Return what is missing: roles, then what each buyer lacks, then what messages lack."""
    return (*_roles(journey, group), *_of_buyers(buyers), *_of_messages(journey, group))


def needs_roles(journey: Journey) -> bool:
    """Tell whether a group buys: in business, or, where no kind is given, if buyers are named."""
    return journey.kind == "b2b" or (journey.kind is None and bool(journey.buyers))


def roles_missing(journey: Journey, group: Group) -> tuple[Role, ...]:
    """Return the main roles that nobody has, if the journey needs them."""
    wanted = MAIN_ROLES if needs_roles(journey) else ()
    return tuple(role for role in wanted if not group.holders(role))


def _roles(journey: Journey, group: Group) -> Iterator[Gap]:
    if not needs_roles(journey):
        return
    for role in roles_missing(journey, group):
        yield Gap(kind="role", role=role)
    if not group.holders("coach"):
        yield Gap(kind="coach", role="coach")
    economic = group.holders("economic")
    if len(economic) > 1:
        yield Gap(kind="economic", role="economic", members=economic)


def _of_buyers(buyers: tuple[BuyerCoverage, ...]) -> Iterator[Gap]:
    for kind, reach in (("unreached", "nowhere"), ("proposed", "proposed")):
        for one in buyers:
            if one.reach == reach:
                yield Gap(kind=kind, members=(one.member,))  # type: ignore[arg-type]
    for one in buyers:
        if one.is_involved is False:
            yield Gap(kind="uninvolved", members=(one.member,))
    for one in buyers:
        for asked in one.needs:
            if not asked.by:
                yield Gap(kind="need", members=(one.member,), need=asked.need)


def _of_messages(journey: Journey, group: Group) -> Iterator[Gap]:
    told = [one for row in group.told for one in row]
    faults: tuple[tuple[GapKind, list[Told]], ...] = (
        ("idle", [one for one in told if one.listeners and one.benefit.answers is None]),
        ("mistaken", [one for one in told if one.is_mistaken]),
        ("unheard", [one for one in told if not one.listeners]),
    )
    for kind, several in faults:
        for one in several:
            feature = one.message.feature
            yield Gap(kind=kind, role=one.role, members=one.listeners, told=one, feature=feature)
    places = (name for stage in journey.stages for name in stage.messages)
    named = {item.id for name in places for item in group.index.find(name, Fab)}
    for message, name in zip(journey.messages, group.message_ids, strict=True):
        if journey.stages and name not in named:
            yield Gap(kind="silent", feature=message.feature)
