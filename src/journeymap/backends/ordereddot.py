"""A plan whose links order its spots as DOT, for Graphviz' layout `dot`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import pairwise

from journeymap.backends.plandot import (
    cluster_name,
    digraph,
    edges,
    inches,
    label_name,
    room,
    spot_names,
    times,
    title_room,
    turned,
)
from journeymap.geometry import Size
from journeymap.placing.plan import Link, Plan, Spot

_RANKDIR = {"right": "LR", "down": "TB"}
_PORTS = {"right": ("e", "w"), "down": ("s", "n")}
_UNSEEN = {"style": "invis", "weight": "0"}
_ORDERING = {"on", "out"}


def ordered_dot(plan: Plan) -> str:
    """Return a plan whose links order its spots, for Graphviz' layout `dot`."""
    return _Ordered(plan).text()


class _Ordered:
    """The DOT text of one plan."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._names = spot_names(plan)
        self._times = times(plan)
        self._members: list[list[Spot]] = [[] for _ in plan.groups]
        self._outside: list[Spot] = []
        for spot in plan.spots:
            inside = spot.group is not None and spot.standing == "within"
            (self._members[spot.group or 0] if inside else self._outside).append(spot)
        self._dot = digraph(
            rankdir=_RANKDIR[plan.direction],
            splines="true",
            compound="true",
            newrank="true",
            nodesep=inches(plan.gaps.spot),
            ranksep=inches(plan.gaps.stub + plan.gaps.track),
        )

    def text(self) -> str:
        """Return it."""
        for spot in self._outside:
            self._dot.node(self._names[spot.id], **room(spot.size))
        for position in range(len(self._plan.groups)):
            self._group(position)
        self._order()
        for position, (link, is_turned) in enumerate(
            zip(self._plan.links, turned(self._plan), strict=True)
        ):
            self._link(position, link, is_turned=is_turned)
        return str(self._dot.source)

    def _group(self, position: int) -> None:
        group, members = self._plan.groups[position], self._members[position]
        gaps = self._plan.gaps
        attributes = {"margin": str(math.ceil(gaps.inset) + title_room(group, gaps))}
        with self._dot.subgraph(name=cluster_name(position), graph_attr=attributes) as cluster:
            for spot in members:
                cluster.node(self._names[spot.id], **room(spot.size))
            # What holds nothing is there all the same, and no title is wider than its group.
            if group.title.width > max((spot.size.width for spot in members), default=0):
                cluster.node(_strut(position), **room(Size(group.title.width, 0)), style="invis")
                if members:
                    with cluster.subgraph(graph_attr={"rank": "same"}) as rank:
                        rank.node(_strut(position))
                        rank.node(self._names[members[0].id])
            elif not members:
                cluster.node(_strut(position), **room(Size(0, 0)), style="invis")

    def _order(self) -> None:
        """Let one group end before the next begins, by an unseen node between them."""
        for position, ((_, ends), (starts, _)) in enumerate(pairwise(self._layers())):
            joint = f"j{position}"
            self._dot.node(joint, **room(Size(0, 0)), style="invis")
            for name in ends:
                self._dot.edge(name, joint, **_UNSEEN)
            for name in starts:
                self._dot.edge(joint, name, **_UNSEEN)

    def _layers(self) -> Iterator[tuple[list[str], list[str]]]:
        """Yield the first and the last nodes of what comes at one time, in the order of time."""
        before, after = (self._standing(where) for where in ("before", "after"))
        if before:
            yield before, before
        on = [(link.tail, link.head) for link in self._plan.links if link.course == "on"]
        for position, members in enumerate(self._members):
            if not members:
                yield [_strut(position)], [_strut(position)]
                continue
            ids = {spot.id for spot in members}
            inner = [(tail, head) for tail, head in on if tail in ids and head in ids]
            leading, led = ({ends[side] for ends in inner} for side in (0, 1))
            # A ring has neither a first nor a last.
            yield self._named(ids - led or ids), self._named(ids - leading or ids)
        if after:
            yield after, after

    def _standing(self, where: str) -> list[str]:
        return self._named(spot.id for spot in self._outside if spot.standing == where)

    def _named(self, ids: Iterable[str]) -> list[str]:
        return [self._names[name] for name in sorted(ids, key=self._times.__getitem__)]

    def _link(self, position: int, link: Link, *, is_turned: bool) -> None:
        attributes = {}
        if link.course not in _ORDERING:
            attributes["weight"] = "0"
            if link.label is None:
                attributes["constraint"] = "false"
        if link.course == "on":
            out, into = _PORTS[self._plan.direction]
            attributes |= {"tailport": out, "headport": into}
        if link.label is not None:
            self._dot.node(label_name(position), **room(link.label, self._plan.gaps.label))
        tail, head = (link.head, link.tail) if is_turned else (link.tail, link.head)
        # A way from a group back to itself goes around all of it.
        last, first = (0, -1) if tail == head else (-1, 0)
        start, leaving = self._end(tail, "ltail", last)
        end, arriving = self._end(head, "lhead", first)
        halves = list(edges(position, link, start, end))
        for number, (leads_from, leads_to, own) in enumerate(halves):
            clips = leaving if number == 0 else {}
            if number == len(halves) - 1:
                clips = clips | arriving
            self._dot.edge(leads_from, leads_to, **own, **attributes, **clips)

    def _end(self, name: str, clip: str, member: int) -> tuple[str, dict[str, str]]:
        """Return the node where a link ends, and what says that it ends at the group around it."""
        if name in self._names:
            return self._names[name], {}
        position = self._times[name][0]
        members = self._members[position]
        node = self._names[members[member].id] if members else _strut(position)
        return node, {clip: cluster_name(position)}


def _strut(position: int) -> str:
    return f"t{position}"
