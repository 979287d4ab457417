"""Columns of a group that stand in one: lanes are so long that each column less is worth having."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from journeymap.placing.ranks import Pair


def folded(
    columns: Sequence[Sequence[str]], pairs: Iterable[Pair], band: Mapping[str, int]
) -> list[list[str]]:
    """Return fewer columns: what stands in other bands than all before it may stand over these.

    It does so where the lines from one to the other are a single one, straight up or down between
    two neighbours. So all that is read in a column is read in one direction.

    Args:
        columns: The spots of each column, in the order of time.
        pairs: What leads to what.
        band: The band of each spot.
    """
    after: dict[str, list[str]] = {}
    for tail, head in pairs:
        after.setdefault(tail, []).append(head)
    made: list[list[str]] = []
    for names in columns:
        if made and _may_join(made[-1], names, after, band):
            made[-1].extend(names)
        else:
            made.append([*names])
    return made


def _may_join(
    before: Sequence[str],
    names: Sequence[str],
    after: Mapping[str, Sequence[str]],
    band: Mapping[str, int],
) -> bool:
    own = set(names)
    links = [(name, head) for name in before for head in after.get(name, ()) if head in own]
    if len(links) != 1:
        return False
    ((tail, head),) = links
    # Turned over, what is above is below.
    sign = 1 if band[tail] < band[head] else -1
    near = [sign * band[name] for name in before if name != tail]
    far = [sign * band[name] for name in names if name != head]
    is_edge = all(place < sign * band[tail] for place in near)
    return (
        is_edge
        and sign * band[tail] < sign * band[head]
        and all(place > sign * band[head] for place in far)
    )
