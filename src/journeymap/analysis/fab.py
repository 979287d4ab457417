"""Features against buyers: which benefit is told to whom, and what it answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

import attrs

from journeymap.analysis.needs import Group, Member, Need, Told, folded
from journeymap.model import Fab, Journey
from journeymap.model.people import ROLES, Role
from journeymap.values import Value

By = Literal["roles", "buyers"]
CHOICES: tuple[By, ...] = get_args(By)


@attrs.frozen(repr=False, eq=False)
class Count(Value):
    """How many of how many.

    >>> str(Count(10, 12))
    '10/12'
    """

    covered: int
    count: int

    def __str__(self) -> str:
        """Return both, such as `10/12`."""
        return f"{self.covered}/{self.count}"


@attrs.frozen(repr=False, eq=False)
class Column(Value):
    """Those to whom one column of benefits is told.

    Attributes:
        role: The role, or None for a buyer who has none.
        members: The buyers in the column; nobody where nobody has the role.
        is_role: Whether the column stands for the role and not for one buyer.
    """

    role: Role | None
    members: tuple[Member, ...]
    is_role: bool

    @property
    def needs(self) -> tuple[Need, ...]:
        """What is asked for in the column; what two ask for stands there once."""
        met: dict[tuple[str, str], Need] = {}
        for member in self.members:
            for need in member.needs:
                met.setdefault((need.kind, folded(need.text)), need)
        return tuple(met.values())

    @property
    def language(self) -> tuple[str, ...]:
        """The words that are used in the column."""
        said = (word for member in self.members for word in member.buyer.language)
        return tuple({folded(word): word for word in said}.values())


@attrs.frozen(repr=False, eq=False)
class Worth(Value):
    """A benefit as one column hears it.

    Attributes:
        told: The benefit.
        answers: What it answers of what the column asks for; what two ask for stands there once.
    """

    told: Told
    answers: tuple[Need, ...]

    @property
    def is_answer(self) -> bool:
        """Whether it is a benefit: it answers something. Otherwise it is only an advantage."""
        return bool(self.answers)


@attrs.frozen(repr=False, eq=False)
class Row(Value):
    """A message with a cell for each column; an empty cell is a gap."""

    message: Fab
    id: str
    cells: tuple[tuple[Worth, ...], ...]


@attrs.frozen(repr=False, eq=False)
class Matrix(Value):
    """The messages of a journey against those who hear them.

    Attributes:
        by: Whether columns are roles or buyers.
        columns: Those who hear.
        rows: What is told.
        answered: The ids of all that is asked for and that some benefit answers.
    """

    by: By
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    answered: frozenset[str]

    @property
    def covered(self) -> Count:
        """In how many cells a benefit answers something, of all cells."""
        cells = [cell for row in self.rows for cell in row.cells]
        return Count(sum(any(one.is_answer for one in cell) for cell in cells), len(cells))

    def is_answered(self, need: Need, column: Column) -> bool:
        """Tell whether benefits answer it to all in the column who ask for it."""
        return all(
            one.id in self.answered
            for member in column.members
            for one in member.needs
            if one.kind == need.kind and folded(one.text) == folded(need.text)
        )


def matrix(journey: Journey, by: By | None = None, group: Group | None = None) -> Matrix:
    """Return features against roles or buyers.

    Args:
        journey: Whose messages.
        by: `roles`, or `buyers` for a column each; buyers if any benefit is told to one of them
            by name, and roles otherwise, unless given. A buyer without a role has a column in any
            case, and so has a role that a benefit is told to and that nobody has.
        group: What is known of the journey's buyers, if that has been made already.
    """
    known = group or Group(journey)
    is_personal = any(told.role is None for row in known.told for told in row)
    chosen: By = by or ("buyers" if is_personal else "roles")
    columns = tuple(_COLUMNS[chosen](known))
    asked = [{need.id for one in column.members for need in one.needs} for column in columns]
    pairs = list(zip(columns, asked, strict=True))
    rows = tuple(
        Row(message, name, tuple(tuple(_worths(told, *pair)) for pair in pairs))
        for message, name, told in zip(journey.messages, known.message_ids, known.told, strict=True)
    )
    return Matrix(chosen, columns, rows, frozenset(known.answering))


def _roles(group: Group) -> Iterator[Column]:
    told = {one.role for row in group.told for one in row}
    for role in ROLES:
        members = group.holders(role)
        # A coach guides us inside; nobody sells to one who has a column for another role.
        is_guide = role == "coach" and all(len(one.buyer.role) > 1 for one in members)
        if role in told or (members and not is_guide):
            yield Column(role, members, is_role=True)
    for member in group.members:
        if not member.buyer.role:
            yield Column(None, (member,), is_role=False)


def _buyers(group: Group) -> Iterator[Column]:
    for member in group.members:
        yield Column(member.buyer.role[0] if member.buyer.role else None, (member,), is_role=False)
    told = {one.role for row in group.told for one in row}
    for role in ROLES:
        if role in told and not group.holders(role):
            yield Column(role, (), is_role=True)


_COLUMNS = {"roles": _roles, "buyers": _buyers}


def _worths(told: tuple[Told, ...], column: Column, asked: set[str]) -> Iterator[Worth]:
    """Yield what a column hears of a message, and what that answers of all that is asked there."""
    for one in told:
        if _is_heard(one, column):
            met: dict[tuple[str, str], Need] = {}
            for need in one.answers:
                if need.id in asked:
                    met.setdefault((need.kind, folded(need.text)), need)
            yield Worth(one, tuple(met.values()))


def _is_heard(told: Told, column: Column) -> bool:
    """Tell whether those in a column hear a benefit.

    What is told to a role stands in the column of that role, not in others that its holders have.
    """
    if column.is_role and told.role is not None:
        return told.role == column.role
    hears = {member.id for member in told.listeners}
    return any(member.id in hears for member in column.members)
