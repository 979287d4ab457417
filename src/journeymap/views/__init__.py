"""The views by name: what can be drawn of a journey.

Each is a module here, with one function of the same name, and one line in the table. It is loaded
when it is first asked for, so that no view costs another one anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from journeymap.formats import DOCUMENTS, GRAPHS, PICTURES

if TYPE_CHECKING:
    from journeymap.diagram import Diagram

FORMATS: Mapping[str, tuple[str, ...]] = {
    "swimlane": PICTURES,
    "cycle": PICTURES,
    "flow": GRAPHS,
    "mindmap": PICTURES,
    "persona-card": PICTURES,
    "table": DOCUMENTS,
    "tco-chart": PICTURES,
    "fab-matrix": DOCUMENTS,
    "buying-network": GRAPHS,
}
"""What every view can be had in. Not here: `compare`, a picture too, which takes two journeys."""


class _Views(Mapping[str, "Callable[..., Diagram]"]):
    """The functions by the names of the table."""

    def __getitem__(self, name: str) -> Callable[..., Diagram]:
        if name not in FORMATS:
            raise KeyError(name)
        function = name.replace("-", "_")
        found: Callable[..., Diagram] = getattr(import_module(f"{__name__}.{function}"), function)
        return found

    def __contains__(self, name: object) -> bool:
        return name in FORMATS

    def __iter__(self) -> Iterator[str]:
        return iter(FORMATS)

    def __len__(self) -> int:
        return len(FORMATS)


VIEWS: Mapping[str, Callable[..., Diagram]] = _Views()
"""Every view by its name; each takes a journey and keywords, and returns a diagram."""


def formats_of(view: str) -> tuple[str, ...]:
    """Return the formats that the diagram of a view can be had in."""
    return FORMATS.get(view, PICTURES)
