"""What an author wants to say of a stage that no other field has a place for."""

from collections.abc import Iterable, Mapping, Sequence

import attrs

from journeymap.model import plain
from journeymap.model.evidence import Statement, to_statements
from journeymap.model.record import Record, attempt, keyed


@attrs.frozen(repr=False, eq=False)
class Note(Record):
    """Statements under a heading of the author's own: a lane of the map.

    Attributes:
        heading: What the lane is called.
        statements: What is said of this stage under that heading.
    """

    heading: str = attrs.field(converter=plain.text)
    statements: tuple[Statement, ...] = attrs.field(converter=to_statements)


def to_notes(
    value: Mapping[str, str | Statement | Iterable[str | Statement]] | Sequence[Note],
) -> tuple[Note, ...]:
    """Return notes, from `{"Legal": ["Check the contract"]}` or from the objects."""
    return attempt(lambda given: keyed(Note, given), value)
