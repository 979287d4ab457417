"""What an engine is asked to place, and what it answers.

An engine is a function from a `Plan` to a `Placement`. It knows sizes and order, but no text, no
colour and no journey: so every engine draws with the same letters, and its answer can be tested as
numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

import attrs

from journeymap.geometry import Point, Rect, Size

Direction = Literal["right", "down"]
"""Where time runs: groups stand side by side from left to right, or one under the other."""

Standing = Literal["within", "before", "after", "beside"]
"""Where a spot belongs: in its group; before all groups (where customers enter); after all of them
(where they arrive); or beside its group, out of all bands (where they leave)."""

Course = Literal["on", "back", "out", "tie"]
"""How a link runs: `on` leads forward and orders the spots; `back` leads to something earlier or
skips, and orders nothing; `out` leaves a group to a spot beside it; `tie` joins spots of one time
without a direction."""


@attrs.frozen(kw_only=True)
class Spot:
    """A node to place.

    Attributes:
        id: Its name, unlike that of any other spot or group.
        size: How much room it takes, in px.
        group: The position of its group; None outside all groups.
        band: The position of its band; None where there are no bands, or it is outside them.
        standing: Where it belongs.
    """

    id: str
    size: Size
    group: int | None = None
    band: int | None = None
    standing: Standing = "within"


@attrs.frozen(kw_only=True)
class Link:
    """An edge to lay.

    Attributes:
        tail: The id of the spot or of the group where it starts.
        head: The id of the spot or of the group where it ends.
        course: How it runs.
        width: How thick its line is, in px.
        label: How much room its label takes, in px; None without one.
    """

    tail: str
    head: str
    course: Course = "on"
    width: float = 1.5
    label: Size | None = None


@attrs.frozen(kw_only=True)
class Group:
    """Spots that are enclosed together, such as those of a stage. Groups stand in their order.

    Attributes:
        id: Its name, unlike that of any spot or other group.
        title: The room for its title, at `Gaps.inset` from the top left corner of the enclosure.
    """

    id: str
    title: Size


@attrs.frozen(kw_only=True)
class Band:
    """A swimlane: it runs along the direction, across all groups. Bands stand in their order.

    Attributes:
        title: The room for its title, at `Gaps.inset` from the top left corner, before all groups.
    """

    title: Size


@attrs.frozen(kw_only=True)
class Gaps:
    """The distances that are kept, in px.

    Attributes:
        spot: Between spots.
        group: Between groups.
        inset: Between a group's edge, or a band's, and what it holds.
        track: Between lines that run side by side, and between a line and a spot.
        label: Around a label.
        stub: How far a line leaves a spot before it may turn: the room for an arrow head.
        exit: How long the line to a spot beside a group is.
    """

    spot: float = 24
    group: float = 56
    inset: float = 20
    track: float = 12
    label: float = 4
    stub: float = 16
    exit: float = 40


@attrs.frozen(kw_only=True)
class Plan:
    """A graph in sizes.

    Attributes:
        spots: The nodes, in the order of reading.
        links: The edges, in the order of reading.
        groups: The enclosures, in the order of time.
        bands: The swimlanes, from the first to the last; empty for none.
        direction: Where time runs.
        is_free: Whether there is no time: no link orders anything, and spots stand where their
            links leave them, as in a network. Our own engine knows order only, and stands them in
            layers.
        rows: How many groups stand in each row, where they are too many for one; empty for one row.
            An engine that knows no rows takes no notice: see `Placement.may_wrap`.
        gaps: The distances that are kept.
    """

    spots: tuple[Spot, ...]
    links: tuple[Link, ...] = ()
    groups: tuple[Group, ...] = ()
    bands: tuple[Band, ...] = ()
    direction: Direction = "right"
    is_free: bool = False
    rows: tuple[int, ...] = ()
    gaps: Gaps = Gaps()


@attrs.frozen(kw_only=True)
class Route:
    """The way of one link.

    Attributes:
        points: From the edge of the tail to the edge of the head. The corners of a polyline; or, of
            a curve, a point and then two control points and a point for each Bézier piece.
        is_curve: Whether the points are those of a curve.
        label: Where the label stands; None without one.
    """

    points: tuple[Point, ...]
    is_curve: bool = False
    label: Rect | None = None


@attrs.frozen(kw_only=True)
class Placement:
    """Where everything stands, in px from the top left corner of the whole.

    Attributes:
        size: Of the whole: all spots, routes, labels, groups and bands lie in it.
        spots: The place of every spot, by id.
        routes: The ways of the links, in their order.
        groups: The enclosures, in their order.
        bands: The swimlanes with their titles, in their order: in each row those that hold anything
            there, and in the first one those that nowhere do.
        lanes: Which band of the plan each of these is.
        engine: What placed it, such as `embedded`.
        may_wrap: Whether the engine stands groups in rows if it is asked to.
    """

    size: Size
    spots: Mapping[str, Rect]
    routes: tuple[Route, ...]
    groups: tuple[Rect, ...] = ()
    bands: tuple[Rect, ...] = ()
    lanes: tuple[int, ...] = ()
    engine: str
    may_wrap: bool = False


Engine = Callable[[Plan], Placement]
"""What places a plan. The same plan gives the same placement."""
