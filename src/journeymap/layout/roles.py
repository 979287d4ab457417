"""What is drawn, looked up by what it is: a legend explains only what stands there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from journeymap.layout.box import Box

Drawn: TypeAlias = Mapping[str, Sequence[Box]]
"""Boxes by their role; a role that no box has is not in it."""


def by_role(parts: Iterable[Box]) -> Drawn:
    """Return some boxes and all in them by their role, each in the order of reading."""
    found: defaultdict[str, list[Box]] = defaultdict(list)
    for part in parts:
        for box in part.walk():
            found[box.role].append(box)
    return dict(found)
