"""What two journeys differ by: as it is and as it shall be, one segment and another.

Parts of two journeys belong together if they have one id, else one name or text, else names that
are nearly the same (`SequenceMatcher.ratio` of 0.6 or more). What has no partner was added or
removed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Literal, cast

import attrs

from journeymap.errors import Step
from journeymap.model import Journey, Stage
from journeymap.model.evidence import Remark
from journeymap.model.index import walk
from journeymap.model.record import Record, field_names, first_field

Kind = Literal["added", "removed", "changed"]
Steps = tuple[Step, ...]
Pair = tuple[int | None, int | None]
"""The positions of two parts that belong together; None where there is no partner."""

ALIKE = 0.6
"""From which likeness on two names are taken for one that was reworded."""

EFFORT = 10_000
"""How many pairs of names are compared at most in one list."""


@attrs.frozen
class Difference:
    """One thing that is not the same in two journeys.

    Attributes:
        kind: added, removed or changed.
        field: The field of the stage in which it stands, such as `touchpoints`.
        stages: The positions of its stage before and after.
        before: The id of the thing, or of the stage's field, in the first journey.
        after: The same in the second.
    """

    kind: Kind
    field: str
    stages: Pair
    before: str | None
    after: str | None


def paired(before: Sequence[Record], after: Sequence[Record]) -> list[Pair]:
    """Return which parts belong together, in the order of the second sequence.

    What was removed stands behind the part that it followed.
    """
    partner: dict[int, int] = {}
    for key in (_own_id, _full_name):
        _join_equal(before, after, partner, key)
    _join_alike(before, after, partner)
    origin = {new: old for old, new in partner.items()}
    found: list[Pair] = [(origin.get(new), new) for new in range(len(after))]
    for old in range(len(before)):
        if old not in partner:
            found.insert(_behind(old, found), (old, None))
    return found


def _behind(old: int, pairs: Sequence[Pair]) -> int:
    """Return the place behind the pair of the part that stood before `old`."""
    places = [place + 1 for place, pair in enumerate(pairs) if old and pair[0] == old - 1]
    return places[0] if places else 0


def _join_equal(
    before: Sequence[Record],
    after: Sequence[Record],
    partner: dict[int, int],
    key: Callable[[Record], object],
) -> None:
    """Join the parts that have one key, the first with the first."""
    taken = set(partner.values())
    places: dict[object, list[int]] = {}
    for new in reversed(range(len(after))):
        own = key(after[new])
        if own is not None and new not in taken:
            places.setdefault(own, []).append(new)
    for old, record in enumerate(before):
        if old not in partner and (free := places.get(key(record))):
            partner[old] = free.pop()


def _join_alike(before: Sequence[Record], after: Sequence[Record], partner: dict[int, int]) -> None:
    """Join what was reworded, unless there is too much to compare all with all."""
    taken = set(partner.values())
    left = [old for old in range(len(before)) if old not in partner]
    free = [new for new in range(len(after)) if new not in taken]
    if len(left) * len(free) > EFFORT:
        return
    for old in left:
        for new in free:
            if _alike(before[old], after[new]):
                partner[old] = new
                free.remove(new)
                break


def _own_id(record: Record) -> object:
    return getattr(record, "id", None)


def _full_name(record: Record) -> object:
    return type(record), _name(record)


def _alike(first: Record, second: Record) -> bool:
    if type(first) is not type(second):
        return False
    matcher = SequenceMatcher(None, _name(first), _name(second), autojunk=False)
    # The first two are upper bounds that cost next to nothing.
    return (
        matcher.real_quick_ratio() >= ALIKE
        and matcher.quick_ratio() >= ALIKE
        and matcher.ratio() >= ALIKE
    )


def _name(record: Record) -> str:
    return str(getattr(record, first_field(type(record))))


def differences(
    before: Journey, after: Journey, pairs: Sequence[Pair] | None = None
) -> tuple[Difference, ...]:
    """Return what the stages of two journeys differ by, stage after stage.

    Args:
        before: The first journey, such as the one as it is.
        after: The second, such as the one as it shall be.
        pairs: Which stages belong together; what `paired` finds unless given.

    Examples:
        >>> old = Journey("Coffee", stages=[Stage("Queue", actions=["Waits"])])
        >>> new = Journey("Coffee", stages=[Stage("Queue", actions=["Orders ahead"])])
        >>> [(one.kind, one.before, one.after) for one in differences(old, new)]
        [('removed', 'stage1.action1', None), ('added', None, 'stage1.action1')]
    """
    search = _Search(before, after)
    for pair in paired(before.stages, after.stages) if pairs is None else pairs:
        search.stage(pair)
    return tuple(search.found)


class _Search:
    def __init__(self, before: Journey, after: Journey) -> None:
        self.journeys = (before, after)
        self.ids = tuple({item.steps: item.id for item in walk(one)} for one in self.journeys)
        self.found: list[Difference] = []

    def stage(self, pair: Pair) -> None:
        """Compare two stages that belong together, or note one that stands alone."""
        old, new = pair
        if old is None or new is None:
            self._add("name", pair, ())
            return
        first, second = self.journeys[0].stages[old], self.journeys[1].stages[new]
        for field in field_names(Stage):
            if field not in {"id", "evidence"}:
                self._compare(getattr(first, field), getattr(second, field), (field,), pair)

    def _compare(self, first: object, second: object, steps: Steps, pair: Pair) -> None:
        if first == second:
            return
        if _is_list(first) and _is_list(second):
            self._list(first, second, steps, pair)  # type: ignore[arg-type]
        elif isinstance(first, Record) and type(first) is type(second) and not _is_whole(first):
            for field in field_names(type(first)):
                self._compare(getattr(first, field), getattr(second, field), (*steps, field), pair)
        else:
            self._add(str(steps[0]), pair, steps)

    def _list(
        self,
        first: Sequence[Record],
        second: Sequence[Record],
        steps: Steps,
        pair: Pair,
    ) -> None:
        for old, new in paired(first, second):
            if old is not None and new is not None and _says_the_same(first[old], second[new]):
                continue
            self._add(str(steps[0]), pair, steps, (old, new))

    def _add(self, field: str, stages: Pair, steps: Steps, places: Pair | None = None) -> None:
        ends = stages if places is None else places
        kind: Kind = "added" if ends[0] is None else "removed" if ends[1] is None else "changed"
        before, after = (
            None if ends[side] is None else self._id(side, stages, steps, places) for side in (0, 1)
        )
        self.found.append(Difference(kind, field, stages, before, after))

    def _id(self, side: int, stages: Pair, steps: Steps, places: Pair | None) -> str:
        stage = cast("Steps", ("stages", stages[side]))
        last = () if places is None else cast("Steps", (places[side],))
        ids = self.ids[side]
        return ids.get((*stage, *steps, *last)) or ".".join(
            [ids[stage], *map(str, (*steps, *last))]
        )


def _is_list(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(item, Record) for item in value)


def _is_whole(record: Record) -> bool:
    """Tell whether a record is one thing that is said, rather than a holder of others."""
    return isinstance(record, Remark) or not any(
        _is_list(getattr(record, field)) for field in field_names(type(record))
    )


def _says_the_same(first: Record, second: Record) -> bool:
    if isinstance(first, Remark) and isinstance(second, Remark):
        return attrs.evolve(first, id=None) == attrs.evolve(second, id=None)
    return first == second
