"""A plan as DOT: sizes and order but no letter of text, so no font of the machine moves anything.

One px is written as one point. A label is a node of its size in the middle of its link: the room
that Graphviz makes for a label of its own is as large as the machine's fonts have it. For the same
reason the title of a group has its room in the margin, which is taken off on the other sides again.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeymap.geometry import Size
from journeymap.placing.plan import Gaps, Group, Link, Plan

if TYPE_CHECKING:
    from graphviz import Digraph

_POINTS = 72  # in an inch
_AFTER_ALL = 1 << 30
_MOST_CURVED = 100  # nodes; the time for leading edges around them grows with the cube


def free_dot(plan: Plan) -> str:
    """Return a plan without an order, for Graphviz' layout `fdp`."""
    gaps = plan.gaps
    nodes = len(plan.spots) + sum(link.label is not None for link in plan.links)
    dot = digraph(
        splines="true" if nodes <= _MOST_CURVED else "line",
        overlap="false",
        start="1",  # the seed: the same picture each time
        K=inches(2 * (gaps.spot + gaps.stub)),
        sep=f"+{math.ceil(gaps.spot / 2)}",
    )
    names = spot_names(plan)
    for spot in plan.spots:
        dot.node(names[spot.id], **room(spot.size))
    for position, link in enumerate(plan.links):
        if link.label is not None:
            dot.node(label_name(position), **room(link.label, gaps.label))
        for tail, head, attributes in edges(position, link, names[link.tail], names[link.head]):
            dot.edge(tail, head, **attributes)
    return str(dot.source)


def digraph(**attributes: str) -> Digraph:
    """Return an empty graph whose nodes are boxes of a given size without a text."""
    from graphviz import Digraph  # noqa: PLC0415 - only these engines need it

    return Digraph(
        graph_attr=attributes,
        node_attr={"shape": "box", "fixedsize": "true", "label": ""},
        edge_attr={"dir": "none"},
    )


def inches(points: float) -> str:
    """Return a length as DOT has it."""
    return f"{points / _POINTS:.4f}"


def room(size: Size, gap: float = 0) -> dict[str, str]:
    """Return the size of a node that keeps room for something and a gap around it."""
    # Graphviz reckons in whole points, and the middle shall be one too.
    width, height = (2 * math.ceil(side / 2 + gap) for side in (size.width, size.height))
    return {"width": inches(max(width, 2)), "height": inches(max(height, 2))}


def title_room(group: Group, gaps: Gaps) -> float:
    """Return the height that the title of a group takes, and what parts it from the spots."""
    return math.ceil(group.title.height + gaps.track) if group.title.height else 0


def spot_names(plan: Plan) -> dict[str, str]:
    """Return what the spots are called in DOT, by their ids."""
    return {spot.id: f"s{position}" for position, spot in enumerate(plan.spots)}


def cluster_name(position: int) -> str:
    """Return what a group is called in DOT."""
    return f"cluster_{position}"


def label_name(position: int) -> str:
    """Return what the node is called that stands for the label of a link."""
    return f"l{position}"


def edge_ids(position: int, link: Link) -> tuple[str, ...]:
    """Return what the edges of a link are called in DOT: one, or two that meet at its label."""
    return (f"e{position}",) if link.label is None else (f"e{position}", f"f{position}")


def edges(
    position: int, link: Link, tail: str, head: str
) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield the edges of a link: tail, head and attributes. A label is met in its middle."""
    ids = edge_ids(position, link)
    if link.label is None:
        yield tail, head, {"id": ids[0]}
    else:
        middle = label_name(position)
        yield tail, middle, {"id": ids[0], "headclip": "false"}
        yield middle, head, {"id": ids[1], "tailclip": "false"}


def times(plan: Plan) -> dict[str, tuple[int, int]]:
    """Return when everything comes, by id: first by groups, then in the order of reading."""
    outside = {"before": -1, "after": _AFTER_ALL}
    found = {
        spot.id: (outside.get(spot.standing, spot.group or 0), position)
        for position, spot in enumerate(plan.spots)
    }
    return found | {group.id: (position, -1) for position, group in enumerate(plan.groups)}


def turned(plan: Plan) -> tuple[bool, ...]:
    """Return which links lead back in time: they are written from their end to their start."""
    if plan.is_free:
        return (False,) * len(plan.links)
    when = times(plan)
    return tuple(
        link.course == "back" and when[link.tail] >= when[link.head] for link in plan.links
    )
