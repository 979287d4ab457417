"""What is known of a person, part by part."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.model import Persona, Statement

Facets = list[tuple[str, Sequence[Statement]]]
"""The name of each part, and what is said there."""


def facets(persona: Persona | None) -> Facets:
    """Return the parts of a persona that say something, in the order in which they are read.

    >>> [(name, said[0].text) for name, said in facets(Persona("Ann", fears=["Queues"]))]
    [('fears', 'Queues')]
    """
    if persona is None:
        return []
    parts: Facets = [
        ("need", (persona.need,) if persona.need else ()),
        ("trigger", (persona.trigger,) if persona.trigger else ()),
        ("criteria", persona.criteria),
        ("fears", persona.fears),
        ("alternatives", persona.alternatives),
    ]
    return [(name, said) for name, said in parts if said]
