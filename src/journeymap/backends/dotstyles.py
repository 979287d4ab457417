"""How nodes, edges and clusters look in DOT, in the colours of a theme."""

from __future__ import annotations

from journeymap.graphs.graph import Cluster, Edge, EdgeKind, Graph, Node, NodeKind
from journeymap.model.touchpoints import ChannelKind, Touchpoint
from journeymap.theme import Palette
from journeymap.theme.color import mixed
from journeymap.theme.palette import plain_ground, turn

Attributes = dict[str, str]

FONTS = "Inter,Helvetica,Arial,sans-serif"

_RANKDIR = {"right": "LR", "down": "TB"}
_THINNEST, _THICKEST = 1.2, 8.0  # pt
_LEVELS = {"informed": 1.2, "consulted": 2.4, "decides": 4.8}  # pt
_DIM = 0.5  # how far a cluster's ground is from the paper to the ground of its nodes

_SHAPES: dict[NodeKind, Attributes] = {
    "entry": {"shape": "ellipse", "style": "filled"},
    "stage": {"shape": "box", "style": "rounded,filled"},
    "touchpoint": {"shape": "box", "style": "rounded,filled"},
    "action": {"shape": "box", "style": "rounded,filled"},
    "buyer": {"shape": "box", "style": "filled", "penwidth": "2"},
    "again": {"shape": "ellipse", "style": "filled"},
    "exit": {"shape": "plaintext", "style": "solid"},
    "end": {"shape": "ellipse", "style": "filled", "peripheries": "2"},
}
_PAPERS: frozenset[ChannelKind] = frozenset({"document", "invoice"})
_IN_PERSON: frozenset[ChannelKind] = frozenset(
    {"phone", "sales", "store", "event", "partner", "delivery", "support"}
)
_COURSES: dict[EdgeKind, Attributes] = {
    "next": {},
    "revisit": {"constraint": "false", "style": "dashed"},
    "loop": {"constraint": "false", "style": "dashed"},
    "skip": {"constraint": "false"},
    "leave": {},
    "meets": {"dir": "none"},
    "also": {"constraint": "false", "dir": "none", "style": "dotted"},
}


def of_graph(graph: Graph, palette: Palette) -> Attributes:
    """Return the attributes of a whole, save for its title."""
    attributes = {
        "bgcolor": palette.paper,
        "compound": "true",
        "fontcolor": palette.ink,
        "fontname": FONTS,
        "fontsize": "20",
        "labelloc": "t",
        "rankdir": _RANKDIR[graph.direction],
        "splines": "true",
    }
    # `dot` obeys the name of a layout in the text, so nobody has to know which it wants.
    free = {"layout": "fdp", "overlap": "false", "start": "1", "K": "1", "sep": "+12"}
    return attributes | (free if graph.is_free else {"nodesep": "0.3", "ranksep": "0.5"})


def of_nodes(palette: Palette) -> Attributes:
    """Return what all nodes have in common."""
    return {
        "color": palette.muted,
        "fillcolor": palette.paper,
        "fontcolor": palette.ink,
        "fontname": FONTS,
        "fontsize": "12",
        "margin": "0.15,0.08",
    }


def of_edges(palette: Palette) -> Attributes:
    """Return what all edges have in common."""
    return {
        "arrowsize": "0.7",
        "color": palette.muted,
        "fontcolor": palette.muted,
        "fontname": FONTS,
        "fontsize": "10",
        "penwidth": f"{_THINNEST:g}",
    }


def of_cluster(cluster: Cluster, palette: Palette) -> Attributes:
    """Return the attributes of a stage, save for its name."""
    return {
        "color": turn(palette.marks, cluster.stage),
        "fillcolor": mixed(palette.paper, turn(palette.pills, cluster.stage), _DIM),
        "fontcolor": turn(palette.pill_inks, cluster.stage),
        "fontname": FONTS,
        "fontsize": "14",
        "labeljust": "l",
        "margin": "16",
        "style": "rounded,filled",
    }


def of_node(node: Node, palette: Palette) -> Attributes:
    """Return the attributes of a node that are its own, save for its texts."""
    attributes = _SHAPES[node.kind] | _contact(node) | _colors(node, palette)
    if node.is_proposed:
        attributes["style"] += ",dashed"
    if node.lane is not None:
        attributes["group"] = f"lane{node.lane + 1}"
    if isinstance(node.item, Touchpoint) and node.item.moment_of_truth:
        attributes["peripheries"] = "2"
    return attributes


def _contact(node: Node) -> Attributes:
    """Return what tells by which way a touchpoint happens: a sheet, or corners for people."""
    if node.kind != "touchpoint" or not isinstance(node.item, Touchpoint):
        return {"class": node.kind}
    kind = node.item.channel.kind
    said = {"class": f"touchpoint {kind}"}
    if kind in _PAPERS:
        return {**said, "shape": "note", "style": "filled"}
    return {**said, "style": "filled"} if kind in _IN_PERSON else said


def of_edge(edge: Edge, stage: int | None, palette: Palette) -> Attributes:
    """Return the attributes of an edge, save for its ends and its label.

    Args:
        edge: The edge.
        stage: The position of the stage that it leads out of; None outside all stages.
        palette: The colours.
    """
    attributes = dict(_COURSES[edge.kind])
    if stage is not None and edge.kind != "leave":
        attributes["color"] = turn(palette.marks, stage)
    if edge.is_bottleneck:
        attributes |= {
            "color": palette.tones["urgent"].solid,
            "fontcolor": palette.tones["bad"].ink,
        }
    if edge.is_proposed:
        attributes["style"] = "dashed"
    if edge.share is not None:
        part = min(max(float(edge.share), 0), 1)
        attributes["penwidth"] = f"{_THINNEST + (_THICKEST - _THINNEST) * part:.2f}"
    elif edge.level:
        attributes["penwidth"] = f"{_LEVELS[edge.level]:.2f}"
    return attributes


def _colors(node: Node, palette: Palette) -> Attributes:
    if node.kind == "entry":
        return {"color": palette.ink, "fillcolor": palette.ink, "fontcolor": palette.paper}
    if node.kind == "end":
        good = palette.tones["good"]
        return {"color": good.border, "fillcolor": good.fill, "fontcolor": good.ink}
    ours = not isinstance(node.item, Touchpoint) or node.item.owner == "us"
    # Hollow as in the picture: what is not ours, and what is not there yet.
    is_filled = ours and not node.is_proposed
    if node.stage is None or node.kind == "exit":
        is_touch = node.kind == "touchpoint" and is_filled
        return {"fillcolor": plain_ground(palette)} if is_touch else {}
    if node.kind == "stage":
        return {
            "color": turn(palette.stage_edges, node.stage),
            "fillcolor": turn(palette.stages, node.stage),
            "fontcolor": turn(palette.on_stages, node.stage),
        }
    fill = {"fillcolor": turn(palette.pills, node.stage)} if is_filled else {}
    return {
        "color": turn(palette.marks, node.stage),
        "fontcolor": turn(palette.pill_inks, node.stage),
        **fill,
    }
