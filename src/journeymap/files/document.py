"""A whole file: its version, its journey, and how much of it there may be."""

from __future__ import annotations

from journeymap.errors import Fault
from journeymap.files.nodes import Mapping, Node, Scalar, Sequence, child, described
from journeymap.files.reader import MAX_FAULTS, Reader, TooManyFaultsError
from journeymap.files.source import Source
from journeymap.model.journey import Journey

FORMAT_VERSION = 1
VERSION_KEY = "journeymap"
SCHEMA_KEY = "$schema"


def read(node: Node | None, source: Source) -> Journey:
    """Return the journey that a tree describes.

    Raises:
        SourceError: With every fault of the file, in the order of their places.
    """
    root = mapping_of(node, source)
    _version(root, source)
    _amount(root, source)
    reader = Reader(source, root)
    try:
        journey = reader.journey()
    except TooManyFaultsError:
        problem = Fault(f"more than {MAX_FAULTS} faults; the rest is not shown")
        source.fault(problem, *source.place(len(source.text)))
    if source.faults:
        raise source.refusal()
    return journey


def mapping_of(node: Node | None, source: Source) -> Mapping:
    """Return the tree as the mapping that a journey is.

    Raises:
        SourceError: It is none.
    """
    if isinstance(node, Mapping):
        return node
    got = described(node) if node else "an empty file"
    place = (node.line, node.column) if node else (1, 1)
    raise source.error(Fault("not a journey", got, "a mapping with a title and stages"), *place)


def _version(node: Mapping, source: Source) -> None:
    node.entries.pop(SCHEMA_KEY, None)
    entry = node.entries.pop(VERSION_KEY, None)
    if entry is None:
        return
    if isinstance(entry.node, Scalar) and entry.node.text == str(FORMAT_VERSION):
        return
    fault = Fault(
        "unknown format version",
        described(entry.node),
        str(FORMAT_VERSION),
        "a newer journeymap may read it",
        (VERSION_KEY,),
        "journey",
    )
    raise source.error(fault, entry.node.line, entry.node.column)


def _amount(node: Mapping, source: Source) -> None:
    stages = _items(child(node, "stages"))
    touchpoints = [
        item
        for stage in stages
        if isinstance(stage, Mapping)
        for item in _items(child(stage, "touchpoints"))
    ]
    limits = source.limits
    for name, items, limit in (
        ("stages", stages, limits.stages),
        ("touchpoints", touchpoints, limits.touchpoints),
    ):
        if len(items) > limit:
            fault = Fault(f"too many {name}", str(len(items)), f"at most {limit}")
            raise source.error(fault, items[limit].line, items[limit].column)


def _items(node: Node | None) -> list[Node]:
    return node.items if isinstance(node, Sequence) else []
