"""A graph as DOT text for people: any tool of Graphviz draws it, and none is needed to write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeymap.backends import dotstyles
from journeymap.backends.dotlabels import TITLE, address, label, left, literal
from journeymap.graphs.graph import Cluster, Edge, Graph, Node
from journeymap.theme import Palette, Theme

if TYPE_CHECKING:
    from graphviz import Digraph

_COMMENT = "To draw it with Graphviz: dot -Tsvg -O <this file>"


def dot_of(graph: Graph, theme: Theme) -> str:
    """Return a graph in DOT, the same text for the same graph.

    Nodes have the ids of the graph; a stage is a cluster, `cluster_` and its id. Graphviz knows no
    swimlanes: a node says its lane in its label. A stage that holds nothing has an unseen node of
    its id, so that edges may end at it.

    Args:
        graph: What leads to what.
        theme: What gives the colours.

    Raises:
        RenderError: A text has a character that XML cannot carry.
    """
    return _Text(graph, theme.palette).text()


class _Text:
    """The text of one graph."""

    def __init__(self, graph: Graph, palette: Palette) -> None:
        from graphviz import Digraph  # noqa: PLC0415 - only DOT needs it

        self._graph = graph
        self._palette = palette
        self._members: dict[str, list[Node]] = {cluster.id: [] for cluster in graph.clusters}
        by_stage: dict[int | None, str] = {cluster.stage: cluster.id for cluster in graph.clusters}
        self._outside: list[Node] = []
        for node in graph.nodes:
            # Customers leave out of a stage, they do not stay in it.
            home = None if node.kind == "exit" else by_stage.get(node.stage)
            (self._outside if home is None else self._members[home]).append(node)
        self._stages = {node.id: node.stage for node in graph.nodes}
        self._stages |= {cluster.id: cluster.stage for cluster in graph.clusters}
        self._dot = Digraph(
            name="journey",
            comment=_COMMENT,
            graph_attr=dotstyles.of_graph(graph, palette) | {"label": label([graph.title], TITLE)},
            node_attr=dotstyles.of_nodes(palette),
            edge_attr=dotstyles.of_edges(palette),
        )

    def text(self) -> str:
        """Return it."""
        for cluster in self._graph.clusters:
            self._cluster(cluster)
        for node in self._outside:
            self._node(self._dot, node)
        for edge in self._graph.edges:
            self._edge(edge)
        return str(self._dot.source)

    def _cluster(self, cluster: Cluster) -> None:
        attributes = dotstyles.of_cluster(cluster, self._palette)
        number = f"{cluster.stage + 1}  {cluster.name}"
        attributes["label"] = left([number, *cluster.notes])
        attributes["tooltip"] = literal(cluster.name)
        with self._dot.subgraph(name=f"cluster_{cluster.id}", graph_attr=attributes) as inner:
            for node in self._members[cluster.id]:
                self._node(inner, node)
            if not self._members[cluster.id]:
                inner.node(cluster.id, label="", shape="point", style="invis")

    def _node(self, dot: Digraph, node: Node) -> None:
        lane = [] if node.lane is None else [self._graph.lanes[node.lane].name]
        attributes = dotstyles.of_node(node, self._palette)
        channel = [node.channel] if node.channel else []
        attributes["tooltip"] = literal(" · ".join([node.name, *channel, *lane]))
        link = address(node.item.link if node.item else None)
        if link is not None:
            attributes["URL"] = link
        dot.node(node.id, label=label([node.name, *channel, *node.notes, *lane]), **attributes)

    def _edge(self, edge: Edge) -> None:
        attributes = dotstyles.of_edge(edge, self._stages.get(edge.tail), self._palette)
        tail, head = edge.tail, edge.head
        if tail in self._members:
            attributes["ltail"] = f"cluster_{tail}"
            tail = self._member(tail, -1)
        if head in self._members:
            attributes["lhead"] = f"cluster_{head}"
            head = self._member(head, 0)
        words = label(edge.label) if edge.label else None
        self._dot.edge(tail, head, label=words, **attributes)

    def _member(self, cluster: str, position: int) -> str:
        members = self._members[cluster]
        return members[position].id if members else cluster
