"""Strategies for plans, and what every placement keeps to."""

import itertools

import attrs
from hypothesis import strategies as st

from journeymap.geometry import Point, Rect, Size
from journeymap.placing.plan import Band, Group, Link, Plan, Spot

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


@st.composite
def meshes(draw):
    """Return stages of equal spots with many links from one to the next and past it."""
    counts = draw(st.lists(st.integers(0, 3), min_size=2, max_size=4))
    names = [[f"s{stage}.{n}" for n in range(count)] for stage, count in enumerate(counts)]
    pairs = [
        (tail, head)
        for first, second in itertools.combinations(names, 2)
        for tail in first
        for head in second
    ]
    some = draw(st.sets(st.sampled_from(pairs))) if pairs else set()
    return Plan(
        spots=tuple(spot for number, one in enumerate(names) for spot in stage(number, *one)),
        links=tuple(Link(tail=tail, head=head) for tail, head in pairs if (tail, head) in some),
        groups=tuple(Group(id=f"g{n}", title=Size(80, 20)) for n in range(len(counts))),
    )


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
    lanes = [plan.bands[number] for number in placement.lanes]
    pairs += [*zip(lanes, placement.bands, strict=True)]
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


def bends(placement):
    """Return how many corners all lines have."""
    return sum(len(route.points) - 2 for route in placement.routes if not route.is_curve)


def printed(placement):
    """Return a placement as text: a line for everything that stands somewhere."""
    lines = [f"size {_numbers(placement.size.width, placement.size.height)}"]
    lines += [f"group {_rect(rect)}" for rect in placement.groups]
    lines += [f"band {_rect(rect)}" for rect in placement.bands]
    lines += [f"{name} {_rect(rect)}" for name, rect in placement.spots.items()]
    for route in placement.routes:
        kind = "curve" if route.is_curve else "line"
        points = " ".join(_numbers(point.x, point.y) for point in route.points)
        label = "" if route.label is None else f" label {_rect(route.label)}"
        lines.append(f"{kind} {points}{label}")
    return "\n".join(lines) + "\n"


def _rect(rect):
    return f"{_numbers(rect.x, rect.y)} {_numbers(rect.width, rect.height)}"


def _numbers(*values):
    return ",".join(f"{round(value, 2):g}" for value in values)


PILL = Size(200, 46)


def stage(number, *names, band=None):
    """Return the spots of a stage, one under the other."""
    return [Spot(id=name, size=PILL, group=number, band=band) for name in names]


def chain(*names, **fields):
    """Return a link from each spot to the next."""
    return [Link(tail=a, head=b, **fields) for a, b in itertools.pairwise(names)]


def through():
    """Return a way through four stages: branches, losses, ways back."""
    names = ["AB", "CDE", "FGH", "IJK"]
    shares = [("A", "C", 10), ("A", "D", 4), ("B", "D", 5), ("B", "E", 1.5), ("C", "F", 5)]
    shares += [("D", "F", 2), ("D", "G", 2), ("E", "G", 1.5), ("G", "H", 1.5), ("F", "I", 2)]
    shares += [("H", "I", 1.5)]
    label = Size(28, 16)
    return Plan(
        spots=(
            Spot(id="in", size=Size(44, 44), standing="before"),
            *(spot for number, some in enumerate(names) for spot in stage(number, *some)),
            *(
                Spot(id=f"x{number}", size=Size(150, 18), group=number, standing="beside")
                for number in range(3)
            ),
            Spot(id="end", size=Size(120, 30), standing="after"),
        ),
        links=(
            Link(tail="in", head="A", width=8),
            Link(tail="in", head="B", width=8),
            *(Link(tail=a, head=b, width=width, label=label) for a, b, width in shares),
            Link(tail="K", head="end"),
            *(Link(tail=f"g{n}", head=f"x{n}", course="out", width=4) for n in range(3)),
            Link(tail="g2", head="g1", course="back", label=Size(90, 16)),
            Link(tail="g3", head="g0", course="back", label=Size(60, 16)),
        ),
        groups=tuple(Group(id=f"g{number}", title=Size(120, 20)) for number in range(4)),
    )


def alternatives():
    """Return two stages; in the first, the last spot is an alternative to the second."""
    links = [*chain("A", "B", "C", "D"), *chain("A", "E", "C"), *chain("D", "F")]
    return Plan(
        spots=(*stage(0, *"ABCDE"), *stage(1, "F")),
        links=tuple(links),
        groups=tuple(Group(id=f"g{number}", title=Size(120, 20)) for number in range(2)),
    )


def lanes():
    """Return three stages across three swimlanes, with a spot that has a mark in a second lane."""
    bands = {"A": 0, "B": 1, "C": 0, "D": 2, "E": 1, "F": 1, "G": 2, "H": 0}
    groups = {"A": 0, "B": 0, "C": 0, "D": 0, "E": 1, "F": 1, "G": 2, "H": 2}
    return Plan(
        spots=(
            Spot(id="in", size=Size(20, 20), standing="before"),
            *(Spot(id=n, size=PILL, group=groups[n], band=bands[n]) for n in bands),
            Spot(id="mark", size=Size(26, 26), group=0, band=2),
        ),
        links=(
            *chain("in", *bands, label=Size(30, 16)),
            Link(tail="B", head="mark", course="tie"),
            Link(tail="G", head="B", course="back", label=Size(100, 16)),
        ),
        groups=tuple(Group(id=f"g{number}", title=Size(120, 20)) for number in range(3)),
        bands=tuple(Band(title=Size(90, 34)) for _ in range(3)),
    )


def stages():
    """Return five stages in a row, with losses under them and ways back above."""
    names = [f"s{number}" for number in range(5)]
    return Plan(
        spots=(
            *(Spot(id=name, size=Size(180, 60)) for name in names),
            *(Spot(id=f"x{n}", size=Size(150, 18), standing="beside") for n in range(1, 4)),
        ),
        links=(
            *chain(*names, label=Size(34, 16), width=6),
            *(Link(tail=f"s{n}", head=f"x{n}", course="out", width=4) for n in range(1, 4)),
            Link(tail="s3", head="s1", course="back", label=Size(100, 16)),
            Link(tail="s4", head="s0", course="back", label=Size(60, 16)),
            Link(tail="s2", head="s2", course="back", label=Size(40, 16)),
        ),
    )


def network(buyers=3, touchpoints=12):
    """Return buyers in the middle, and what they meet on both sides."""
    met = [
        (f"b{one}", other)
        for other in range(touchpoints)
        for one in range(buyers)
        if (other * 5 + one * 3) % 7 < 3
    ]
    return Plan(
        spots=(
            *(Spot(id=f"b{n}", size=Size(200, 110)) for n in range(buyers)),
            *(Spot(id=f"t{n}", size=Size(180, 34)) for n in range(touchpoints)),
        ),
        links=tuple(
            Link(tail=f"t{number}", head=name)
            if number < touchpoints // 2
            else Link(tail=name, head=f"t{number}")
            for name, number in met
        ),
    )


SAMPLES = {
    "through": through(),
    "alternatives": alternatives(),
    "lanes": lanes(),
    "stages": stages(),
    "through-down": attrs.evolve(through(), direction="down"),
    "network": network(),
}
