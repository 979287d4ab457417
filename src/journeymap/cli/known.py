"""The words that an option takes, for completion; each is loaded when it is asked for."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable

from journeymap.views import VIEWS, formats_of

Words = Iterable[str] | Callable[[], Iterable[str]]

SOURCES = ("yaml", "toml", "json")


def offer(action: argparse.Action, words: Words) -> None:
    """Let the completion offer words for an option or argument."""
    vars(action)["words"] = words


def words_of(action: argparse.Action) -> list[str]:
    """Return the words that are offered for an option or argument."""
    words: Words = vars(action).get("words", action.choices or ())
    return [*(words() if callable(words) else words)]


def views() -> Iterable[str]:
    """Return the names of the views."""
    return VIEWS


def picture_formats() -> Iterable[str]:
    """Return the formats of all views."""
    return dict.fromkeys(kind for view in VIEWS for kind in formats_of(view))


def themes() -> Iterable[str]:
    """Return the names of the themes."""
    from journeymap.theme import THEMES

    return (*THEMES, "auto")


def languages() -> Iterable[str]:
    """Return the languages that the library has words in."""
    from journeymap.labels import LANGUAGES

    return LANGUAGES


def lanes() -> Iterable[str]:
    """Return the names of the lanes."""
    from journeymap.layout.lanes import LANES

    return LANES


def charts() -> Iterable[str]:
    """Return the names of the charts of costs."""
    from journeymap.layout.charts.choices import CHARTS

    return CHARTS


def text_modes() -> Iterable[str]:
    """Return how text may stand in an SVG."""
    from journeymap.diagram import TEXT_MODES

    return TEXT_MODES


def kinds() -> Iterable[str]:
    """Return the kinds of journey."""
    from typing import get_args

    from journeymap.model.journey import Kind

    return get_args(Kind)


def details() -> Iterable[str]:
    """Return what the nodes of a flow may be."""
    from typing import get_args

    from journeymap.model.flow import FlowDetail

    return get_args(FlowDetail)


def directions() -> Iterable[str]:
    """Return where time may run in a flow."""
    from typing import get_args

    from journeymap.model.flow import FlowDirection

    return get_args(FlowDirection)


def engines() -> Iterable[str]:
    """Return what may place a flow."""
    from journeymap.backends.engines import ENGINES

    return ENGINES
