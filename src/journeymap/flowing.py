"""A graph that is placed when it is looked at, and is text without being placed."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, ClassVar

from journeymap.diagram import Diagram
from journeymap.formats import GRAPHS
from journeymap.graphs.graph import Graph
from journeymap.placing.plan import Engine, Placement, Plan
from journeymap.render import Layout, Prepared, Tell, painted

EngineLayout = Callable[[Engine], Layout]
"""What makes a layout, once it is told the engine."""


class FlowDiagram(Diagram):
    """A graph: a picture like any other, and the same in DOT, the language of Graphviz.

    Nothing is placed before the picture is asked for, and for its text nothing is.

    Attributes:
        graph: What leads to what.
    """

    formats: ClassVar[tuple[str, ...]] = GRAPHS

    def __init__(
        self,
        graph: Graph,
        ready: Prepared,
        layout: EngineLayout,
        engine: Engine,
        tell: Tell,
        *,
        width: float | None = None,
    ) -> None:
        """Take what the picture is made of.

        Args:
            graph: What leads to what.
            ready: What it is drawn with.
            layout: What makes boxes of it, once it is told the engine.
            engine: What places it.
            tell: What says in sentences what the boxes show.
            width: How wide it should be, in px; by need unless given.
        """
        self.graph = graph
        self._ready = ready
        self._layout = layout
        self._place = engine
        self._tell = tell
        self._asked = width
        self._engine = ""

    def __getattr__(self, name: str) -> Any:
        """Draw the picture when something of it is first asked for."""
        if name not in {"scene", "boxes", "pages", "_text", "_other", "_remarks"}:
            msg = f"{type(self).__name__!r} object has no attribute {name!r}"
            raise AttributeError(msg)
        painted(self._ready, self._layout(self._placed), self._tell, self._drawn)
        return self.__dict__[name]

    def _drawn(self, *given: Any, **known: Any) -> FlowDiagram:
        super().__init__(*given, **known)
        return self

    def _placed(self, plan: Plan) -> Placement:
        placement = self._place(plan)
        self._engine = placement.engine
        return placement

    @property
    def engine(self) -> str:
        """What placed it: embedded, graphviz or graphviz-wasm; nothing where there are no nodes."""
        _ = self.boxes
        return self._engine

    @functools.cached_property
    def notes(self) -> tuple[str, ...]:
        """What the reader of the picture should know: also that it is wider than it should be."""
        if self._asked is None or self.width <= self._asked + 1:
            return super().notes
        wide = f"{self.width:.0f} px wide, not {self._asked:.0f}"
        return (*super().notes, f"{wide}: nodes are as narrow as their words allow")

    @functools.cached_property
    def dot(self) -> str:
        """The graph in DOT, for any tool of Graphviz; none is needed to have it."""
        from journeymap.backends.dottext import dot_of  # noqa: PLC0415

        return dot_of(self.graph, self._ready.looks[0])

    def bytes(self, format: str, *, scale: float = 1.0) -> bytes:  # noqa: A002
        """Return the graph in a format: svg, png, pdf or dot.

        Raises:
            OptionError: There is no such format.
        """
        if format == "dot":
            return self.dot.encode()
        return super().bytes(format, scale=scale)
