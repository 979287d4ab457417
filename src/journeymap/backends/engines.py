"""The layout engines by name, and which of them is taken where nobody has named one."""

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


ENGINES: dict[str, Callable[[], Engine]] = {
    "embedded": _embedded,
    "graphviz": _graphviz,
    "graphviz-wasm": _graphviz_wasm,
}
"""What loads an engine, by its name."""


def chosen(name: str | None, *, is_free: bool, has_bands: bool = False) -> Engine:
    """Return the engine that a caller named, or the fittest of those that are here.

    Without a name an order in time is placed by our own engine, so that the same journey gives the
    same picture everywhere; a network by Graphviz where it is installed.

    Args:
        name: The name of an engine; None to let us choose.
        is_free: Whether what is placed has no order in time.
        has_bands: Whether it has swimlanes, which Graphviz does not know.

    Raises:
        OptionError: There is no engine of that name.
    """
    if name is None:
        name = _fittest() if is_free and not has_bands else "embedded"
    if name not in ENGINES:
        raise unknown("engine", name, ENGINES)
    return ENGINES[name]()


def _fittest() -> str:
    from journeymap.backends.graphvizengine import dot_program, has_wasm  # noqa: PLC0415

    if dot_program():
        return "graphviz"
    return "graphviz-wasm" if has_wasm() else "embedded"
