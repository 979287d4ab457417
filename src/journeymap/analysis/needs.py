"""What each buyer asks for, to whom each benefit is told, and what it answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import attrs

from journeymap.errors import closest
from journeymap.model import Benefit, Buyer, Fab, Journey
from journeymap.model.evidence import Remark
from journeymap.model.index import Index, Item
from journeymap.model.people import ALIASES, ROLES, Role
from journeymap.values import Value

NeedKind = Literal["job", "priority", "concern"]

_KINDS: dict[str, NeedKind] = {"job": "job", "priorities": "priority", "concerns": "concern"}
_ORDER = ("priority", "concern", "job")


@attrs.frozen(repr=False, eq=False)
class Need(Value):
    """Something that a buyer asks for.

    Attributes:
        kind: job, priority or concern.
        text: What it is.
        id: Its id, own or derived.
        said: The object of the model.
    """

    kind: NeedKind
    text: str
    id: str
    said: Remark


@attrs.frozen(repr=False, eq=False)
class Member(Value):
    """A buyer with an id, and all that this buyer asks for: priorities, concerns, the job."""

    id: str
    buyer: Buyer
    needs: tuple[Need, ...]


@attrs.frozen(repr=False, eq=False)
class Told(Value):
    """A benefit of a message, and who hears it.

    Attributes:
        message: The message that it belongs to.
        benefit: The benefit.
        id: Its id, own or derived.
        role: The role that it is told to; None if it is told to one buyer.
        listeners: The buyers who hear it; nobody if nobody has that role.
        answers: What it answers of what those who hear it ask for.
    """

    message: Fab
    benefit: Benefit
    id: str
    role: Role | None
    listeners: tuple[Member, ...]
    answers: tuple[Need, ...]

    @property
    def is_mistaken(self) -> bool:
        """Whether it names something to answer that nobody who hears it asks for."""
        is_said = self.benefit.answers is not None and bool(self.listeners)
        return is_said and not self.answers

    @property
    def nearest(self) -> str:
        """What a mistaken benefit may have meant to answer; empty if nothing is like it."""
        needs = (need.text for member in self.listeners for need in member.needs)
        return closest(self.benefit.answers or "", needs)


def folded(text: str) -> str:
    """Return a text in which neither case nor spaces count.

    >>> folded("  Ease  of USE ")
    'ease of use'
    """
    return " ".join(text.casefold().split())


class Group:
    """The buying group of a journey, and every benefit that is told to it.

    Attributes:
        members: The buyers, in their order.
        told: The benefits by the position of their message.
        message_ids: The id of each message.
        answering: The benefits that answer something, by the id of what they answer.
    """

    def __init__(self, journey: Journey) -> None:
        """Take both from a journey."""
        self.index = Index(journey)
        self.members = tuple(
            Member(item.id, item.value, self._needs(item))
            for item in self.index.items
            if isinstance(item.value, Buyer)
        )
        self._by_id = {member.id: member for member in self.members}
        self._meant = {member.id: _references(member.needs) for member in self.members}
        messages = [item for item in self.index.items if isinstance(item.value, Fab)]
        self.message_ids = tuple(item.id for item in messages)
        self.told = tuple(tuple(self._told(item)) for item in messages)
        self.answering: dict[str, list[Told]] = {}
        for row in self.told:
            for one in row:
                for need in one.answers:
                    self.answering.setdefault(need.id, []).append(one)

    def holders(self, role: Role) -> tuple[Member, ...]:
        """Return the buyers who have a role."""
        return tuple(member for member in self.members if role in member.buyer.role)

    def member(self, reference: str) -> Member:
        """Return the buyer that a reference means."""
        (item,) = self.index.find(reference, Buyer)[:1]
        return self._by_id[item.id]

    def _needs(self, buyer: Item) -> tuple[Need, ...]:
        own = len(buyer.steps)
        found = [
            Need(_KINDS[str(item.steps[own])], item.name, item.id, item.value)
            for item in self.index.items
            if item.steps[:own] == buyer.steps
            and len(item.steps) > own
            and item.steps[own] in _KINDS
            and item.steps[-1] != "mitigation"
        ]
        return tuple(sorted(found, key=lambda need: _ORDER.index(need.kind)))

    def _told(self, message: Item) -> Iterable[Told]:
        assert isinstance(message.value, Fab)  # noqa: S101 - the caller chose messages
        for number, benefit in enumerate(message.value.benefits):
            name = benefit.id or f"{message.id}.benefit{number + 1}"
            role = role_of(benefit)
            hears = self.holders(role) if role else (self.member(benefit.to),)
            answers = tuple(self._answers(benefit, hears))
            yield Told(message.value, benefit, name, role, hears, answers)

    def _answers(self, benefit: Benefit, listeners: Iterable[Member]) -> Iterable[Need]:
        """Yield what a benefit means that says what it answers: by id, or by text."""
        if benefit.answers is None:
            return
        text = folded(benefit.answers)
        for member in listeners:
            known = self._meant[member.id]
            found = [*known.get(benefit.answers, ()), *known.get(f" {text}", ())]
            yield from {need.id: need for need in found}.values()


def _references(needs: Iterable[Need]) -> dict[str, list[Need]]:
    """Return needs by their ids, and by their texts: a space before these keeps both apart."""
    found: dict[str, list[Need]] = {}
    for need in needs:
        found.setdefault(need.id, []).append(need)
        found.setdefault(f" {folded(need.text)}", []).append(need)
    return found


def role_of(benefit: Benefit) -> Role | None:
    """Return the role that a benefit is told to, or None if it is told to one buyer."""
    role = ALIASES.get(benefit.to, benefit.to)
    return role if role in ROLES else None
