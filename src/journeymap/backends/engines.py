"""The layout engines by name, and the one that is taken where nobody has named one."""

from __future__ import annotations

from collections.abc import Callable

from journeymap.errors import unknown
from journeymap.placing.plan import Engine


def _embedded() -> Engine:
    from journeymap.placing.embedded import embedded  # noqa: PLC0415

    return embedded


def _graphviz() -> Engine:
    from journeymap.backends.graphvizengine import graphviz  # noqa: PLC0415

    return graphviz


def _graphviz_wasm() -> Engine:
    from journeymap.backends.graphvizengine import graphviz_wasm  # noqa: PLC0415

    return graphviz_wasm


def _auto() -> Engine:
    from journeymap.backends.graphvizengine import auto  # noqa: PLC0415

    return auto


ENGINES: dict[str, Callable[[], Engine]] = {
    "embedded": _embedded,
    "graphviz": _graphviz,
    "graphviz-wasm": _graphviz_wasm,
    "auto": _auto,
}
"""What loads an engine, by its name."""


def engine_of(name: str | None) -> Engine:
    """Return the engine of a name; without one our own, whose pictures are the same everywhere.

    Raises:
        OptionError: There is no engine of that name.
    """
    if name is None:
        return _embedded()
    if name not in ENGINES:
        raise unknown("engine", name, ENGINES)
    return ENGINES[name]()
