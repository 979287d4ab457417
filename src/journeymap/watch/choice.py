"""What the reader of the preview has chosen, as the query of an address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl

import attrs

from journeymap.errors import OptionError, unknown
from journeymap.labels import LANGUAGES
from journeymap.theme.choice import NAMES
from journeymap.views import VIEWS

OPTIONS: Mapping[str, Sequence[str]] = {
    "view": tuple(VIEWS),
    "theme": NAMES,
    "language": LANGUAGES,
}
"""What can be chosen in the page. Nothing chosen means what the command was told."""

_VERSION = "v"
"""Parts the pictures that one address has in the course of time; says nothing else."""

_LONGEST = 200


@attrs.frozen
class Choice:
    """A view, a theme and a language; empty for what the command was told."""

    view: str = ""
    theme: str = ""
    language: str = ""

    @property
    def query(self) -> str:
        """The choice as the query of an address."""
        chosen = attrs.asdict(self)
        return "&".join(f"{name}={value}" for name, value in chosen.items() if value)


def choice_of(query: str) -> Choice:
    """Return the choice that a query stands for.

    Raises:
        OptionError: It holds what cannot be chosen.
    """
    try:
        pairs = parse_qsl(query[:_LONGEST], keep_blank_values=True, max_num_fields=len(OPTIONS) + 1)
    except ValueError:
        raise OptionError("too many choices") from None
    chosen: dict[str, str] = {}
    for name, value in pairs:
        if name == _VERSION:
            continue
        if name not in OPTIONS:
            raise unknown("choice", name, OPTIONS)
        if name in chosen:
            raise OptionError(f"{name}: is chosen twice")
        if value and value not in OPTIONS[name]:
            raise unknown(name, value, OPTIONS[name])
        chosen[name] = value
    return Choice(**chosen)
