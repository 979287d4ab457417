"""A picture as a document asks for it: a view by its name, and options as words.

What can be asked for is what the views take: options are read off their signatures, and spelled as
on the command line (`per-row`). `before` names the first of two journeys that are compared.
"""

from __future__ import annotations

import functools
import hashlib
import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import attrs

import journeymap
from journeymap.errors import OptionError, shown, unknown
from journeymap.files import dumps, load
from journeymap.model.flow import FlowEngine
from journeymap.options import check_choice
from journeymap.views import VIEWS, formats_of
from journeymap.views.compare import compare

if TYPE_CHECKING:
    from journeymap.diagram import Diagram
    from journeymap.model import Journey

Find = Callable[[str], Path]
"""What says where the file lies that a document names, or refuses the name.

It is asked about `system` too, which stands for fonts that lie anywhere.
"""

DRAWN: Mapping[str, Callable[..., Diagram]] = {**VIEWS, "compare": compare}
"""Every view by its name, with that of two journeys."""

USUAL_VIEW = next(iter(VIEWS))
"""The view of a picture that names none."""

EMBED = ("inline", "image", "table")
"""How a picture stands in a page of HTML: in it, beside it, or as a table of HTML."""

MACHINE = "system"
"""What is written for the fonts of this machine, where files of fonts are named."""


OWN_ENGINE, *PROGRAMS = get_args(FlowEngine)
"""The engine that is our own, and those that are programs."""


@attrs.frozen(eq=False)
class Asked:
    """A picture that can be drawn.

    Attributes:
        view: The name of the view.
        journeys: What is drawn, as the view takes it.
        options: Its keywords.
    """

    view: str
    journeys: tuple[Journey, ...]
    options: Mapping[str, object]

    def draw(self) -> Diagram:
        """Return the picture.

        Raises:
            JourneymapError: The view refuses an option.
        """
        return DRAWN[self.view](*self.journeys, **self.options)

    def with_theme(self, theme: object) -> Asked:
        """Return the same picture in another theme."""
        return attrs.evolve(self, options={**self.options, "theme": theme})

    @functools.cached_property
    def digest(self) -> str:
        """A name for the picture: the same for the same content, version and options."""
        told = [journeymap.__version__, self.view, *(dumps(one, "json") for one in self.journeys)]
        for name, value in sorted(self.options.items()):
            told += [name, *_told(name, value)]
        return hashlib.sha256("\0".join(told).encode()).hexdigest()[:20]


@functools.cache
def keywords(view: str) -> tuple[str, ...]:
    """Return the names of the options of a view."""
    parameters = inspect.signature(DRAWN[view]).parameters.values()
    return tuple(one.name for one in parameters if one.kind is one.KEYWORD_ONLY)


@functools.cache
def further(view: str) -> tuple[str, ...]:
    """Return the names of the journeys that a view takes before the one that is drawn."""
    parameters = inspect.signature(DRAWN[view]).parameters.values()
    return tuple(one.name for one in parameters if one.kind is not one.KEYWORD_ONLY)[:-1]


@functools.cache
def settings() -> tuple[str, ...]:
    """Return what can have a default, as it is spelled: the view and its keywords."""
    names = [name for view in DRAWN for name in keywords(view)]
    return ("view", *(spelled(name) for name in dict.fromkeys(names)))


@functools.cache
def options() -> tuple[str, ...]:
    """Return everything that can be asked for, as it is spelled."""
    return (*settings(), *(spelled(name) for view in DRAWN for name in further(view)))


def check_embed(embed: str, view: str) -> None:
    """Refuse a way in which the picture of a view cannot stand in a page.

    Raises:
        OptionError: There is no such way, or the view is no table.
    """
    check_choice("way to embed", embed, EMBED)
    tables = [name for name in VIEWS if "html" in formats_of(name)]
    if embed == EMBED[-1] and view not in tables:
        raise OptionError(f"embed: {view} is no table (views that are: {', '.join(tables)})")


def spelled(name: str) -> str:
    """Return the name of a keyword as it is written in a document."""
    return name.replace("_", "-")


def asked(
    words: Mapping[str, str],
    journey: Journey,
    find: Find,
    defaults: Mapping[str, object] | None = None,
    *,
    is_trusted: bool = False,
) -> Asked:
    """Return the picture that words ask for.

    Args:
        words: The options by their names, `per-row` or `per_row`, and `view`.
        journey: What is drawn.
        find: What says where a file lies.
        defaults: Values of keywords for views that have them, where the words say nothing.
        is_trusted: Whether words and journey may have a program place a graph. One that is a
            default may be started in any case.

    Raises:
        OptionError: There is no such view or option, or its value cannot be read; or what is not
            trusted asks for a program.
        OSError: A file that is named cannot be read.
        SourceError: A further journey is wrong.
    """
    given = {name.replace("-", "_"): value.strip() for name, value in words.items()}
    view = given.pop("view", USUAL_VIEW)
    if view not in DRAWN:
        raise unknown("view", view, DRAWN)
    for name, value in given.items():
        _check(view, name, value)
    missing = [name for name in further(view) if name not in given]
    if missing:
        raise OptionError(f"the view {view} needs {missing[0]}: the file of another journey")
    first = [load(find(given.pop(name))) for name in further(view)]
    usual = {
        name: value
        for name, value in (defaults or {}).items()
        if name in keywords(view) and value is not None
    }
    chosen = {name: _read(name, value, find) for name, value in {**usual, **given}.items()}
    if not is_trusted and "engine" in keywords(view):
        pinned = None if journey.flow is None else journey.flow.engine
        _check_engine(chosen.get("engine", pinned), usual.get("engine"))
    return Asked(view, (*first, journey), chosen)


def _check(view: str, name: str, value: str) -> None:
    if name not in (*keywords(view), *further(view)):
        option = spelled(name)
        if option not in options():
            raise unknown("option", option, options())
        having = ", ".join(one for one in DRAWN if name in (*keywords(one), *further(one)))
        raise OptionError(
            f"{option}: the view {view} has no such option (views that have it: {having})"
        )
    if not value:
        raise OptionError(f"{spelled(name)}: is empty")


def _check_engine(engine: object, usual: object) -> None:
    if engine in PROGRAMS and engine != usual:
        raise OptionError(
            f"engine: {engine} starts a program, which cannot be asked for here (expected "
            f"{OWN_ENGINE}, or {engine} as a default for all)"
        )


def _read(name: str, value: object, find: Find) -> object:
    if name == "curves":
        return [load(find(one)) for one in _parts(value)]
    if name == "fonts":
        return [str(find(one)) for one in _parts(value)]
    if name in NUMBERS:
        return _number(name, value, NUMBERS[name])
    return value


NUMBERS: Mapping[str, Callable[[str], float]] = {"width": float, "per_row": int}
"""The options that are numbers."""


def _number(name: str, value: object, kind: Callable[[str], float]) -> float:
    try:
        return kind(str(value))
    except ValueError:
        raise OptionError(f"{spelled(name)}: not a number (got {shown(value)})") from None


def _parts(value: object) -> list[str]:
    if isinstance(value, (list, tuple)):
        return [str(part) for part in value]
    return [part.strip() for part in str(value).split(",") if part.strip()]


def _told(name: str, value: object) -> Iterable[str]:
    """Return what an option says, as text that is the same on every machine."""
    if name == "curves":
        return [dumps(one, "json") for one in _listed(value)]
    if name == "fonts":
        # The same font may lie elsewhere.
        files = [str(one) for one in _listed(value)]
        return [one if one == MACHINE else _hash(Path(one)) for one in files]
    return [repr(value)]


def _listed(value: object) -> Sequence[Journey]:
    return value if isinstance(value, (list, tuple)) else [value]  # type: ignore[list-item]


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
