"""In how many rows the stages of a graph stand, and how wide its nodes are, so that it fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from journeymap.errors import OptionError
from journeymap.graphs.graph import Graph
from journeymap.layout.blocks import Setting
from journeymap.layout.flow.planned import plan_of
from journeymap.layout.flow.scaled import placed
from journeymap.layout.flow.sized import Pieces, node_widths, pieces, retitled
from journeymap.layout.rows import MOST_IN_A_ROW, counts_that_fit, rows_for, split
from journeymap.placing.plan import Engine, Placement

Fitted = tuple[Pieces, Placement]
Rows = tuple[int, ...]
"""How many stages stand in each row."""


class Fitting:
    """A graph before its rows and the width of its nodes are chosen; any of both can be tried."""

    def __init__(self, graph: Graph, engine: Engine, setting: Setting) -> None:
        """Take what is to be placed.

        Args:
            graph: What to place.
            engine: What places it.
            setting: Lengths, words and a ruler.
        """
        self.graph = graph
        self.engine = engine
        self.setting = setting
        self._made: dict[float, Pieces] = {}
        stages = [node for node in graph.nodes if node.kind == "stage"]
        self.stages = 0 if graph.is_free else len(graph.clusters or stages)
        self.is_across = self.stages > 0 and graph.direction == "right"

    def fitted(self, room: float | None, per_row: int | None = None) -> Fitted:
        """Return the graph in the fewest rows, and with the widest nodes, that let it fit.

        Args:
            room: How wide it may be, in px; unless given, as wide as can be read on a screen.
            per_row: How many stages may stand in a row; by need unless given.

        Raises:
            OptionError: The engine knows no rows.
        """
        natural, least = node_widths(self.graph, self.setting)
        start = natural if room is None else least
        usual = MOST_IN_A_ROW if self.is_across else max(self.stages, 1)
        fewest = rows_for(self.stages, per_row or usual)
        rows = tuple(len(row) for row in split(self.stages, fewest))
        found = self._tried(start, rows)
        if per_row is not None:
            _check_rows(found[1], fewest)
        elif self.is_across:
            most = self.setting.metrics.flow_readable if room is None else room
            rows, found = self._broken(start, rows, found, most)
        if room is not None and start < natural:
            found = self._widest(rows, natural, least, room)
        return self._titled(found, rows)

    def _tried(self, width: float, rows: Rows) -> Fitted:
        if width not in self._made:
            self._made = {width: pieces(self.graph, width, self.setting)}
        return self._laid(self._made[width], rows)

    def _laid(self, made: Pieces, rows: Rows) -> Fitted:
        metrics = self.setting.metrics
        plan = plan_of(made, metrics)
        if len(rows) > 1:
            plan = attrs.evolve(plan, rows=rows)
        return made, placed(plan, self.engine, metrics.flow_unit)

    def _broken(self, width: float, rows: Rows, found: Fitted, room: float) -> tuple[Rows, Fitted]:
        """Return the fewest rows of which none is wider than a room, or than a single stage."""
        while found[1].may_wrap and found[1].size.width > room and len(rows) < self.stages:
            stages, frame = _stages(found[1])
            rows = counts_that_fit(stages, max(room - frame, *stages), len(rows) + 1)
            found = self._tried(width, rows)
        return rows, found

    def _widest(self, rows: Rows, natural: float, least: float, room: float) -> Fitted:
        """Return the graph with the widest nodes that let it fit."""
        found = None
        for width in self._widths(natural, least):
            found = self._tried(width, rows)
            if found[1].size.width <= room:
                break
        assert found is not None  # noqa: S101 - one width is always tried
        return found

    def _widths(self, natural: float, least: float) -> Iterator[float]:
        steps = int(self.setting.metrics.flow_steps_ratio)
        yield from (natural - (natural - least) * step / steps for step in range(steps + 1))

    def _titled(self, found: Fitted, rows: Rows) -> Fitted:
        """Return the graph with titles as wide as their stages turned out to be."""
        made, placement = found
        if not self.is_across or not made.titles:
            return found
        inset = 2 * self.setting.metrics.flow_stage_inset
        again = retitled(made, [rect.width - inset for rect in placement.groups], self.setting)
        return found if again is made else self._laid(again, rows)


def _check_rows(placement: Placement, rows: int) -> None:
    if rows > 1 and not placement.may_wrap:
        raise OptionError(
            f"per_row: the engine {placement.engine!r} draws one row only "
            "(expected engine 'embedded', or no per_row)"
        )


def _stages(placement: Placement) -> tuple[Sequence[float], float]:
    """Return about how much of a row each stage takes with what leads to it, and all else does."""
    groups = placement.groups
    gap = max([0.0, *(b.x - a.right for a, b in pairwise(groups) if b.y == a.y)])
    ends = [a.right for a, b in pairwise([*groups, groups[0]]) if b.x < a.right]
    start = min(rect.x for rect in groups)
    return [rect.width + gap for rect in groups], placement.size.width - max(ends) + start - gap
