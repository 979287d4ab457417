"""Nodes, edges, and what holds them together."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

import attrs

from journeymap.model.evidence import Remark
from journeymap.placing.plan import Direction

NodeKind = Literal["entry", "stage", "touchpoint", "action", "buyer", "again", "exit", "end"]
"""What a node is: where customers enter; a stage, touchpoint or action; a buyer; the mark of a
touchpoint in a further lane; where customers leave; where those arrive who came through."""

EdgeKind = Literal["next", "revisit", "loop", "skip", "leave", "meets", "also"]
"""What an edge is: on to the next; back to a stage to be visited again; the loop of a cycle;
forward past other stages; out of the journey; a buyer meets a touchpoint; a touchpoint and its
mark in a further lane."""


@attrs.frozen(kw_only=True)
class Node:
    """One thing on the way.

    Attributes:
        id: `n1`, `n2`, …: never a text of the author.
        kind: What it is.
        name: Its text.
        notes: Smaller lines under it, in the language of the labels.
        channel: By which way a touchpoint happens, in that language; empty if nobody knows, or if
            its name says no more.
        stage: The position of its stage; None outside all stages, and where they are not told.
        lane: The position of its lane; None without one.
        item: The object of the model that it stands for; None for those that we add.
        source: The id of that object in the journey.
        is_proposed: Whether it is only planned.
    """

    id: str
    kind: NodeKind
    name: str
    notes: tuple[str, ...] = ()
    channel: str = ""
    stage: int | None = None
    lane: int | None = None
    item: Remark | None = None
    source: str = ""
    is_proposed: bool = False


@attrs.frozen(kw_only=True)
class Edge:
    """What leads from one node, or from a whole cluster, to another.

    Attributes:
        tail: The id of the node or cluster where it starts.
        head: The id of the node or cluster where it ends.
        kind: What it is.
        label: Its lines, in the language of the labels; empty without any.
        share: The customers on it, as a share of those who were counted first; None if unknown.
        level: How far a buyer is drawn in where the two meet; empty if unknown.
        is_bottleneck: Whether the most are lost here.
        is_proposed: Whether it leads to or from something that is only planned.
    """

    tail: str
    head: str
    kind: EdgeKind = "next"
    label: tuple[str, ...] = ()
    share: Fraction | None = None
    level: str = ""
    is_bottleneck: bool = False
    is_proposed: bool = False


@attrs.frozen(kw_only=True)
class Cluster:
    """A stage with its nodes.

    Attributes:
        id: `c1`, `c2`, …
        name: Its text.
        stage: Its position.
        notes: Smaller lines beside the name, such as the duration.
        source: The id of the stage in the journey.
    """

    id: str
    name: str
    stage: int
    notes: tuple[str, ...] = ()
    source: str = ""


@attrs.frozen(kw_only=True)
class Lane:
    """A swimlane: a buyer, or an owner.

    Attributes:
        name: Its text.
        notes: Smaller lines under it, such as the role.
        item: The buyer; None for an owner.
    """

    name: str
    notes: tuple[str, ...] = ()
    item: Remark | None = None


@attrs.frozen(kw_only=True)
class Graph:
    """What leads to what.

    Attributes:
        title: What it is of.
        language: The language of its texts.
        nodes: In the order of reading.
        edges: In the order of reading.
        clusters: The stages whose nodes stand together; empty where the stages are nodes.
        lanes: From the first to the last; empty for none.
        direction: Where time runs.
        is_free: Whether nodes have no order in time, as in a network.
    """

    title: str
    language: str = "en"
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    lanes: tuple[Lane, ...] = ()
    direction: Direction = "right"
    is_free: bool = False
