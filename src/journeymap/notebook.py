"""What a notebook is handed to show: the same thing in several types, of which it takes one.

IPython asks for everything at once and stores it, so what is dear to make comes only where it is
asked for, or where the notebook has switched off what it would stand in for.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, ClassVar

HTML, MARKDOWN, TEXT = "text/html", "text/markdown", "text/plain"
SVG, PNG = "image/svg+xml", "image/png"

Faces = Mapping[str, Callable[[], Any]]
"""What makes a thing in each of its types; a result of None means that it cannot be had."""

Data = dict[str, Any]
Bundle = Data | tuple[Data, Data]
"""The data by type, and what else is to be known of each if there is something."""

_OVERVIEW = "journeymap.tables.overview"


class Shown:
    """The parent of what shows itself in a notebook."""

    __slots__ = ()

    _SPARE: ClassVar[Mapping[str, str]] = {}
    """The types that come only in the place of another one, by that other one."""

    def _faces(self) -> Faces:
        """Return what makes each type."""
        raise NotImplementedError

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> Bundle:
        """Return what a notebook shows.

        Args:
            include: The only types that are wanted; the usual ones unless given.
            exclude: Types that are not wanted.
        """
        return self._made(include, exclude)

    def _made(self, include: Collection[str] | None, exclude: Collection[str] | None) -> Data:
        faces = self._faces()
        made = {kind: faces[kind]() for kind in _wanted(faces, self._SPARE, include, exclude)}
        return {kind: data for kind, data in made.items() if data is not None}


class Tabled(Shown):
    """The parent of what shows itself as a table."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """Return the table as a piece of HTML, in the colours of the page around."""
        made: str = self._faces()[HTML]()
        return made

    def _repr_markdown_(self) -> str:
        """Return the table in GitHub's Markdown."""
        made: str = self._faces()[MARKDOWN]()
        return made


def overview(journey: object) -> Faces:
    """Return what shows a journey as a table.

    A journey stands below all that writes tables and so cannot import it. This is the one place
    that reaches up, by name, when a notebook asks.
    """
    import importlib  # noqa: PLC0415

    faces: Faces = importlib.import_module(_OVERVIEW).faces(journey)
    return faces


def _wanted(
    faces: Collection[str],
    spare: Mapping[str, str],
    include: Collection[str] | None,
    exclude: Collection[str] | None,
) -> Iterator[str]:
    enabled = _enabled()
    for kind in faces:
        if kind in (exclude or ()):
            continue
        if include:
            is_wanted = kind in include
        elif enabled is None:
            is_wanted = kind not in spare
        else:
            is_wanted = kind in enabled and spare.get(kind) not in enabled
        if is_wanted:
            yield kind


def _enabled() -> Collection[str] | None:
    """Return the types that the running IPython shows: a terminal shows text only."""
    # Where it runs, it has been imported.
    module = sys.modules.get("IPython")
    shell = module.get_ipython() if module else None
    if shell is None:
        return None
    return {kind for kind, one in shell.display_formatter.formatters.items() if one.enabled}
