"""The way through a journey as a graph: stages, touchpoints, what leads on, back and out."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from fractions import Fraction

from journeymap.analysis.passage import passages
from journeymap.graphs import figures
from journeymap.graphs.choices import Choices
from journeymap.graphs.graph import Edge, EdgeKind, Graph, Node
from journeymap.graphs.stands import Stand, Stands
from journeymap.graphs.ways import Way, ways
from journeymap.labels.words import Labels
from journeymap.model import Journey


def flow_graph(journey: Journey, labels: Labels, choices: Choices | None = None) -> Graph:
    """Return the way through a journey.

    What happens in a stage follows in its order; alternatives share their neighbours. A proposed
    touchpoint of a journey as it is stands beside the way: customers still pass it by.

    Args:
        journey: Whose way.
        labels: The words of nodes and edges.
        choices: How fine the graph is, which lanes it has, where it runs.

    Raises:
        OptionError: Lanes for buyers are asked for and there are none.
    """
    chosen = choices or Choices()
    stands = Stands(journey, labels, chosen)
    flow = _Flow(journey, labels, stands)
    edges = tuple(flow.edges()) if journey.stages else ()
    return Graph(
        title=journey.title,
        language=labels.language,
        nodes=tuple(flow.nodes),
        edges=edges,
        clusters=tuple(stands.clusters),
        lanes=stands.lanes,
        direction=chosen.direction,
    )


class _Flow:
    """What leads where."""

    def __init__(self, journey: Journey, labels: Labels, stands: Stands) -> None:
        self.journey = journey
        self.labels = labels
        self.stands = stands
        self.passages = passages(journey)
        self.nodes: list[Node] = []

    def edges(self) -> Iterator[Edge]:
        """Yield every edge; then `nodes` has every node."""
        entry, end = self._entry(), self._end()
        self.nodes += [entry, *self.stands.nodes, end]
        first = Stand((entry.id,), frozenset(), -1)
        last = Stand((end.id,), frozenset(), len(self.journey.stages))
        yield from self._on([first, *self.stands.stands, last])
        yield from self.stands.again
        for way in ways(self.journey, self.labels):
            yield self._way(way)
        for number in range(len(self.passages)):
            yield from self._leaves(number)

    def _entry(self) -> Node:
        first = self.passages[0]
        if first.entered is None:
            return Node(id="entry", kind="entry", name=self.labels.flow["entry"])
        said = figures.count_said(first.entered, self.labels)
        notes = (first.unit,) if first.unit else ()
        return Node(id="entry", kind="entry", name=said, notes=notes)

    def _end(self) -> Node:
        said = figures.through(self.passages, self.labels)
        return Node(id="end", kind="end", name=said or self.labels.flow["end"])

    def _on(self, stands: Sequence[Stand]) -> Iterator[Edge]:
        """Yield what leads from step to step, and past those that are only offered."""
        before = firm = stands[0]
        for stand in stands[1:]:
            if stand.is_offered:
                yield from self._joined(before, stand)
            else:
                yield from self._joined(firm, stand, self._told(firm, stand))
                if before is not firm:
                    yield from self._joined(before, stand)
                firm = stand
            before = stand

    def _told(self, tail: Stand, head: Stand) -> tuple[tuple[str, ...], Fraction | None]:
        """Return what is said of the way to the next stage, and how many take it."""
        if tail.stage == head.stage:
            return (), None
        if tail.stage < 0:
            return (), self.passages[0].share
        passage = self.passages[tail.stage]
        if head.stage == len(self.passages):
            return (), passage.share if passage.rate is None else passage.share_on
        after = self.passages[head.stage]
        share = after.share if passage.share_on is None else passage.share_on
        is_split = len(_taken(tail, head)) > 1
        return figures.arrival(passage, after, self.labels, is_split=is_split), share

    def _joined(
        self,
        tail: Stand,
        head: Stand,
        told: tuple[tuple[str, ...], Fraction | None] = ((), None),
    ) -> Iterator[Edge]:
        """Yield an edge for each pair; only where there is one way is known how many take it."""
        label, share = told
        proposed = tail.proposed | head.proposed
        taken = _taken(tail, head)
        for pair in itertools.product(tail.ids, head.ids):
            is_told = pair == taken[0]
            passed = share if is_told and len(taken) == 1 else None
            yield Edge(
                tail=pair[0],
                head=pair[1],
                label=label if is_told else (),
                share=passed,
                # Where customers were counted, somebody goes already.
                is_proposed=passed is None and bool(proposed & {*pair}),
            )

    def _way(self, way: Way) -> Edge:
        is_back = way.end <= way.start
        kind: EdgeKind = "loop" if way.given is None else "revisit" if is_back else "skip"
        passage = self.passages[way.start]
        share = None
        if way.given is not None and way.given.share is not None and passage.share is not None:
            share = passage.share * Fraction(way.given.share.fraction)
        homes = self.stands.homes
        return Edge(
            tail=homes[way.start],
            head=homes[way.end],
            kind=kind,
            label=(way.text,) if way.text else (),
            share=share,
        )

    def _leaves(self, number: int) -> Iterator[Edge]:
        passage = self.passages[number]
        said = figures.leaving(passage, self.labels)
        if not said:
            return
        name = f"exit{number + 1}"
        notes = (self.labels.flow["most"],) if passage.is_worst else ()
        self.nodes.append(Node(id=name, kind="exit", name=said, notes=notes, stage=number))
        yield Edge(
            tail=self.stands.homes[number],
            head=name,
            kind="leave",
            share=passage.lost_share,
            is_bottleneck=passage.is_worst,
        )


def _taken(tail: Stand, head: Stand) -> list[tuple[str, str]]:
    """Return the ways between two steps that customers take; all of them if all are proposed."""
    proposed = tail.proposed | head.proposed
    pairs = list(itertools.product(tail.ids, head.ids))
    return [pair for pair in pairs if not proposed & {*pair}] or pairs
