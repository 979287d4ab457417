"""On what a statement stands: evidence, and the statement that carries it."""

import datetime
from collections.abc import Iterable
from typing import Any, Literal, cast, get_args

import attrs

from journeymap.model import plain
from journeymap.model.record import Record, attempt, many, one

EvidenceKind = Literal["assumption", "reported", "observed", "measured"]


def _kind(value: EvidenceKind) -> EvidenceKind:
    return cast("EvidenceKind", attempt(lambda v: plain.choose(v, get_args(EvidenceKind)), value))


@attrs.frozen(repr=False, eq=False)
class Evidence(Record):
    """On what a statement stands.

    Attributes:
        kind: assumption (nobody has checked), reported (an interview, the sales team),
            observed (mystery shopper, a session) or measured (CRM, analytics).
        source: Where it comes from.
        date: The day on which it was found.
        sample_size: How many were asked, watched or counted.
        link: Where the material can be read.
    """

    kind: EvidenceKind = attrs.field(converter=_kind)
    source: str | None = attrs.field(default=None, converter=plain.optional_text)
    date: datetime.date | None = attrs.field(default=None, kw_only=True, converter=plain.date)
    sample_size: int | None = attrs.field(default=None, kw_only=True, converter=plain.count)
    link: str | None = attrs.field(default=None, kw_only=True, converter=plain.link)

    @property
    def is_fact(self) -> bool:
        """Whether somebody has reported, observed or measured it."""
        return self.kind != "assumption"


ASSUMED = Evidence("assumption")
"""The evidence of a statement that names none."""


def to_evidence(value: Evidence | EvidenceKind) -> Evidence:
    """Return evidence."""
    return attempt(lambda given: one(Evidence, given), value)


@attrs.frozen(repr=False, eq=False)
class Remark(Record):
    """The parent of everything that is said on a map: it may have an id, a link and evidence.

    Attributes:
        id: A name to refer to it by; derived from its position unless given.
        link: Where more can be read: http, https, mailto or #id.
        evidence: On what it stands; an assumption unless given.
    """

    id: str | None = attrs.field(default=None, kw_only=True, converter=plain.identifier)
    link: str | None = attrs.field(default=None, kw_only=True, converter=plain.link)
    evidence: Evidence = attrs.field(default=ASSUMED, kw_only=True, converter=to_evidence)


@attrs.frozen(repr=False, eq=False)
class Statement(Remark):
    """A sentence on a map.

    Attributes:
        text: What is said.
    """

    text: str = attrs.field(converter=plain.text)


def to_statement(value: Statement | str | None) -> Statement | None:
    """Return a statement, or None."""
    return None if value is None else attempt(lambda given: one(Statement, given), value)


def _statement(value: Any) -> Statement:
    return one(Statement, value)


def to_statements(value: Iterable[Statement | str] | Statement | str) -> tuple[Statement, ...]:
    """Return a tuple of statements."""
    return attempt(lambda given: many(_statement, given), value)
