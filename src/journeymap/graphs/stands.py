"""What stands in the stages of a graph: nodes, enclosed by stage, in lanes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from journeymap.graphs.choices import Choices
from journeymap.graphs.contacts import channel_of
from journeymap.graphs.graph import Cluster, Edge, Lane, Node
from journeymap.graphs.lanes import NO_LANES, SWIMLANES
from journeymap.graphs.steps import Step, plain_steps, steps_of
from journeymap.labels.words import Labels
from journeymap.model import Journey, Stage, Touchpoint
from journeymap.model.index import Index


@attrs.frozen
class Stand:
    """A step as a part of the graph; a stage without nodes stands for itself.

    Attributes:
        ids: Its nodes, or the cluster of an empty stage.
        proposed: Which of them are only planned.
        stage: The position of its stage.
        is_offered: Whether customers still pass it by.
    """

    ids: tuple[str, ...]
    proposed: frozenset[str]
    stage: int
    is_offered: bool = False


class Stands:
    """The nodes of a way in their order.

    Attributes:
        lanes: The lanes.
        nodes: The nodes.
        clusters: The stages around them; none where stages are the nodes.
        stands: The nodes as steps.
        again: What ties a touchpoint to its marks in further lanes.
        homes: What stands for each stage: its cluster or its node.
    """

    def __init__(self, journey: Journey, labels: Labels, choices: Choices) -> None:
        self.journey = journey
        self.labels = labels
        self.lanes: tuple[Lane, ...] = ()
        self.nodes: list[Node] = []
        self.clusters: list[Cluster] = []
        self.stands: list[Stand] = []
        self.again: list[Edge] = []
        self.homes: list[str] = []
        self._index = Index(journey)
        self._swimlanes = NO_LANES
        if choices.lanes is not None:
            self._swimlanes = SWIMLANES[choices.lanes](journey, self._index, labels)
            self.lanes = self._swimlanes.lanes
        fill = {
            "touchpoints": self._touchpoints,
            "actions": self._actions,
            "stages": self._itself,
        }[choices.detail]
        for number, stage in enumerate(journey.stages):
            fill(number, stage)

    def _source(self, number: int) -> str:
        return self.journey.stages[number].id or f"stage{number + 1}"

    def _notes(self, stage: Stage) -> tuple[str, ...]:
        said = [] if stage.duration is None else [self.labels.duration(stage.duration)]
        if stage.moment_of_truth:
            said.append(f"◆\u00a0{self.labels.legend['moment_of_truth']}")
        return tuple(said)

    def _itself(self, number: int, stage: Stage) -> None:
        node = Node(
            id=f"n{number + 1}",
            kind="stage",
            name=stage.name,
            notes=self._notes(stage),
            stage=number,
            item=stage,
            source=self._source(number),
        )
        self.nodes.append(node)
        self.homes.append(node.id)
        self.stands.append(Stand((node.id,), frozenset(), number))

    def _touchpoints(self, number: int, stage: Stage) -> None:
        found = [
            self._node(number, position, touch) for position, touch in enumerate(stage.touchpoints)
        ]
        as_is = self.journey.state == "as-is"
        self._stage(
            number, stage, found, steps_of(stage.touchpoints, number, self._index, as_is=as_is)
        )
        for node, touch in zip(found, stage.touchpoints, strict=True):
            self._marks(node, self._swimlanes.lanes_of(touch))

    def _node(self, number: int, position: int, touch: Touchpoint) -> Node:
        lanes = self._swimlanes.lanes_of(touch)
        return Node(
            id=self._next(position),
            kind="touchpoint",
            name=touch.name,
            notes=(touch.tool,) if touch.tool else (),
            channel=channel_of(touch, self.labels),
            stage=number,
            lane=lanes[0] if lanes else None,
            item=touch,
            source=touch.id or f"{self._source(number)}.touchpoint{position + 1}",
            is_proposed=touch.status == "proposed",
        )

    def _next(self, position: int = 0) -> str:
        return f"n{len(self.nodes) + position + 1}"

    def _marks(self, node: Node, lanes: Sequence[int]) -> None:
        """Add the mark of a touchpoint in each further lane, tied to the next towards it."""
        marks = []
        for lane in lanes[1:]:
            marks.append(attrs.evolve(node, id=self._next(), kind="again", notes=(), lane=lane))
            self.nodes.append(marks[-1])
        place = {one.id: lane for one, lane in zip([node, *marks], lanes, strict=False)}
        for pair in pairwise(sorted(place, key=place.__getitem__)):
            tail, head = pair if place[pair[0]] >= lanes[0] else pair[::-1]
            tie = Edge(tail=tail, head=head, kind="also", is_proposed=node.is_proposed)
            self.again.append(tie)

    def _actions(self, number: int, stage: Stage) -> None:
        found = [
            Node(
                id=self._next(position),
                kind="action",
                name=action.text,
                stage=number,
                item=action,
                source=action.id or f"{self._source(number)}.action{position + 1}",
            )
            for position, action in enumerate(stage.actions)
        ]
        self._stage(number, stage, found, plain_steps(len(found)))

    def _stage(
        self, number: int, stage: Stage, nodes: Sequence[Node], steps: Sequence[Step]
    ) -> None:
        """Add a stage around its nodes."""
        cluster = Cluster(
            id=f"c{number + 1}",
            name=stage.name,
            stage=number,
            notes=self._notes(stage),
            source=self._source(number),
        )
        self.clusters.append(cluster)
        self.homes.append(cluster.id)
        self.nodes += nodes
        self.stands += self._stood(number, nodes, steps) or [
            Stand((cluster.id,), frozenset(), number)
        ]

    @staticmethod
    def _stood(number: int, nodes: Sequence[Node], steps: Sequence[Step]) -> list[Stand]:
        return [
            Stand(
                tuple(nodes[item].id for item in step.items),
                frozenset(nodes[item].id for item in step.items if nodes[item].is_proposed),
                number,
                step.is_offered,
            )
            for step in steps
        ]
