"""How the author wants the way through a journey drawn: how fine, in which lanes, by whom."""

from collections.abc import Iterable
from typing import Any, Literal, cast, get_args

import attrs

from journeymap.errors import Fault
from journeymap.model import plain
from journeymap.model.record import Record, attempt, one

FlowEngine = Literal["embedded", "graphviz", "graphviz-wasm", "auto"]
FlowDetail = Literal["touchpoints", "stages", "actions"]
FlowLanes = Literal["buyers", "owners"]
FlowDirection = Literal["right", "down"]


def _engine(value: FlowEngine | None) -> FlowEngine | None:
    return cast("FlowEngine | None", _chosen(value, get_args(FlowEngine)))


def _detail(value: FlowDetail | None) -> FlowDetail | None:
    return cast("FlowDetail | None", _chosen(value, get_args(FlowDetail)))


def _lanes(value: FlowLanes | None) -> FlowLanes | None:
    return cast("FlowLanes | None", _chosen(value, get_args(FlowLanes)))


def _direction(value: FlowDirection | None) -> FlowDirection | None:
    return cast("FlowDirection | None", _chosen(value, get_args(FlowDirection)))


def _chosen(value: Any, known: tuple[str, ...]) -> str | None:
    return None if value is None else attempt(lambda given: plain.choose(given, known), value)


@attrs.frozen(repr=False, eq=False)
class Flow(Record):
    """How the way through is drawn, unless the one who draws it says otherwise.

    Attributes:
        engine: What places nodes and lines: embedded (our own), graphviz (its program),
            graphviz-wasm (the same in Python), auto (Graphviz for a network, where it is there);
            our own unless given.
        detail: What the nodes are: touchpoints, stages or actions.
        lanes: Lanes for touchpoints: buyers (who is met) or owners (whose they are).
        direction: Where time runs: right or down.
    """

    engine: FlowEngine | None = attrs.field(default=None, converter=_engine)
    detail: FlowDetail | None = attrs.field(default=None, kw_only=True, converter=_detail)
    lanes: FlowLanes | None = attrs.field(default=None, kw_only=True, converter=_lanes)
    direction: FlowDirection | None = attrs.field(default=None, kw_only=True, converter=_direction)

    def inconsistencies(self) -> Iterable[Fault]:
        """Yield a fault where lanes have no touchpoints to stand in them."""
        if self.lanes is not None and self.detail not in {None, "touchpoints"}:
            yield Fault(
                "lanes without touchpoints", expected="detail: touchpoints", steps=("lanes",)
            )


def to_flow(value: Flow | FlowEngine | None) -> Flow | None:
    """Return how the way through is drawn, or None."""
    return None if value is None else attempt(lambda given: one(Flow, given), value)
