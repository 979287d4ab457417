"""Which spots come before which: ranks that links ask for, and the order of reading in a column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[str, str]


def ranks(names: Sequence[str], pairs: Iterable[Pair], ties: Iterable[Pair] = ()) -> dict[str, int]:
    """Return the rank of each name, 0 the first: behind all that lead to it.

    A link that closes a circle is left out: of those, the ones that a reader meets last. What has
    nothing before it stands right before what it leads to.

    Args:
        names: In the order of reading.
        pairs: What leads to what. Pairs with other names are ignored.
        ties: What shares a rank.
    """
    leader = _leaders(names, ties)
    after: dict[str, list[str]] = {leader[name]: [] for name in names}
    for tail, head in pairs:
        if tail in leader and head in leader and leader[tail] != leader[head]:
            after[leader[tail]].append(leader[head])
    order, closing = _walked(after)
    rank = dict.fromkeys(after, 0)
    has_before = set()
    for name in order:
        for other in after[name]:
            if (name, other) not in closing:
                rank[other] = max(rank[other], rank[name] + 1)
                has_before.add(other)
    for name in reversed(order):
        nexts = [rank[other] for other in after[name] if (name, other) not in closing]
        if nexts and name not in has_before:
            rank[name] = min(nexts) - 1
    return {name: rank[leader[name]] for name in names}


def _leaders(names: Sequence[str], ties: Iterable[Pair]) -> dict[str, str]:
    """Return for each name the first of those that it is tied to."""
    leader = {name: name for name in names}
    place = {name: number for number, name in enumerate(names)}

    def top(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for one, other in ties:
        if one in leader and other in leader:
            first, second = sorted((top(one), top(other)), key=place.__getitem__)
            leader[second] = first
    return {name: top(name) for name in names}


def _walked(after: Mapping[str, Sequence[str]]) -> tuple[list[str], set[Pair]]:
    """Return the names with all that leads to each before it, and the pairs that close circles."""
    done: list[str] = []
    closing: set[Pair] = set()
    state: dict[str, bool] = {}
    for start in after:
        if start in state:
            continue
        state[start] = False
        stack = [(start, iter(after[start]))]
        while stack:
            name, rest = stack[-1]
            other = next(rest, None)
            if other is None:
                state[name] = True
                done.append(name)
                stack.pop()
            elif other not in state:
                state[other] = False
                stack.append((other, iter(after[other])))
            elif not state[other]:
                closing.add((name, other))
    return done[::-1], closing


def read(names: Sequence[str], pairs: Iterable[Pair]) -> list[str]:
    """Return the names in the order of reading, each alternative under what it is one to.

    Two are alternatives where the same lead to them and they lead to the same.
    """
    before, after = defaultdict(set), defaultdict(set)
    for tail, head in pairs:
        after[tail].add(head)
        before[head].add(tail)
    alike: dict[object, list[str]] = {}
    for name in names:
        key: object = name
        if before[name] and after[name]:
            key = (frozenset(before[name]), frozenset(after[name]))
        alike.setdefault(key, []).append(name)
    return [name for run in alike.values() for name in run]


def combed(columns: Sequence[Sequence[str]], pairs: Iterable[Pair]) -> list[list[str]]:
    """Return the names of each column in an order in which few links cross.

    Each is drawn to the middle of those that it is linked to, forward and back again, four times;
    the best order that was met is kept.
    """
    near: dict[str, list[str]] = defaultdict(list)
    for tail, head in pairs:
        near[tail].append(head)
        near[head].append(tail)
    column = {name: number for number, names in enumerate(columns) for name in names}
    made = [list(names) for names in columns]
    for turn in range(8):
        place = {name: spot for names in made for spot, name in enumerate(names)}
        step = 1 if turn % 2 == 0 else -1
        for number in range(len(made))[::step]:
            pull = {}
            for name in made[number]:
                others = [
                    place[other]
                    for other in near[name]
                    if other in column and (column[other] - number) * step < 0
                ]
                pull[name] = sum(others) / len(others) if others else float(place[name])
            made[number].sort(key=pull.__getitem__)
            place.update({name: spot for spot, name in enumerate(made[number])})
    return made
