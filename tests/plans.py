"""Strategies for plans, and what every placement keeps to."""

import itertools

import attrs
from hypothesis import strategies as st

from journeymap.geometry import Point, Rect, Size
from journeymap.placing.plan import Band, Gaps, Group, Link, Plan, Spot

SLACK = 0.01


@st.composite
def plans(draw, *, labels=True):
    """Return plans with groups, bands, spots of all standings and links of all courses."""
    groups = draw(st.integers(0, 4))
    bands = draw(st.sampled_from([0, 0, 1, 3]))
    spots = draw(st.lists(spots_in(groups, bands), max_size=12))
    made = [
        Spot(id=f"s{number}", size=size, group=group, band=band, standing=standing)
        for number, (size, group, band, standing) in enumerate(spots)
    ]
    names = [spot.id for spot in made] + [f"g{number}" for number in range(groups)]
    links = (
        draw(st.lists(links_of(names, labels=labels), max_size=16, unique_by=pair)) if names else []
    )
    beside = {spot.id for spot in made if spot.standing == "beside"}
    links = [attrs.evolve(link, label=None) if link.tail in beside else link for link in links]
    return Plan(
        spots=tuple(made),
        links=tuple(links),
        groups=tuple(
            Group(id=f"g{number}", title=draw(sizes(0, 160, 0, 40))) for number in range(groups)
        ),
        bands=tuple(Band(title=draw(sizes(0, 90, 0, 60))) for _ in range(bands)),
    )


def pair(link):
    """Return what only one or two links between the same ends differ in."""
    return min(link.tail, link.head), max(link.tail, link.head), link.course == "back"


def sizes(least_width, most_width, least_height, most_height):
    return st.builds(
        Size, st.integers(least_width, most_width), st.integers(least_height, most_height)
    )


@st.composite
def spots_in(draw, groups, bands):
    size = draw(sizes(12, 220, 12, 60))
    standing = draw(st.sampled_from(["within"] * 6 + ["before", "after", "beside"]))
    group = None
    if groups and standing in {"within", "beside"}:
        group = draw(st.none() | st.integers(0, groups - 1))
    has_band = bands and standing == "within"
    band = draw(st.none() | st.integers(0, bands - 1)) if has_band else None
    return size, group, band, standing


def links_of(names, *, labels=True):
    label = st.none() | sizes(8, 120, 8, 32) if labels else st.none()
    return st.builds(
        Link,
        tail=st.sampled_from(names),
        head=st.sampled_from(names),
        course=st.sampled_from(["on", "on", "on", "back", "tie", "out"]),
        width=st.sampled_from([1.5, 1.5, 4.0, 14.0]),
        label=label,
    )


def titles(plan, placement):
    """Return the places of the titles of groups and bands."""
    inset = plan.gaps.inset
    pairs = [*zip(plan.groups, placement.groups, strict=True)]
    pairs += [*zip(plan.bands, placement.bands, strict=True)]
    return [
        Rect(rect.x + inset, rect.y + inset, one.title.width, one.title.height)
        for one, rect in pairs
        if one.title.width and one.title.height
    ]


def pieces(route):
    return list(itertools.pairwise(route.points))


def cuts(piece, rect, slack=SLACK):
    """Tell whether an upright or level piece runs through a rectangle, not only along its edge."""
    a, b = piece
    low, high = Point(min(a.x, b.x), min(a.y, b.y)), Point(max(a.x, b.x), max(a.y, b.y))
    return (
        low.x < rect.right - slack
        and high.x > rect.x + slack
        and low.y < rect.bottom - slack
        and high.y > rect.y + slack
    )


def shared(one, other):
    """Return how long two upright or level pieces run on each other."""
    for along, across in (("x", "y"), ("y", "x")):
        values = [getattr(point, across) for point in (*one, *other)]
        if max(values) - min(values) < SLACK:
            first = sorted(getattr(point, along) for point in one)
            second = sorted(getattr(point, along) for point in other)
            return min(first[1], second[1]) - max(first[0], second[0])
    return 0.0


def crossings(placement):
    """Return how often lines cross."""
    count = 0
    for one, other in itertools.combinations(placement.routes, 2):
        for first, second in itertools.product(pieces(one), pieces(other)):
            for (a, b), (c, d) in ((first, second), (second, first)):
                if a.x == b.x and c.y == d.y:
                    is_across = min(c.x, d.x) < a.x < max(c.x, d.x)
                    count += is_across and min(a.y, b.y) < c.y < max(a.y, b.y)
    return count


__all__ = ["Gaps", "crossings", "cuts", "pieces", "plans", "shared", "sizes", "titles"]
