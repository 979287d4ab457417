"""How long the embedded engine takes to place graphs, and how that grows."""

from __future__ import annotations

import functools
import itertools
import math
import time
from collections.abc import Callable

import attrs
from common import header, row

from journeymap.geometry import Size
from journeymap.placing.embedded import embedded
from journeymap.placing.plan import Band, Group, Link, Plan, Spot

SIZES = (10, 100, 500, 1_000, 2_000, 5_000)
STAGE = 20
"""How many touchpoints a stage has."""


def main() -> None:
    """Print the processor time for each shape and size."""
    header()
    row("processor time", *(f"{size} spots" for size in SIZES))
    for name, made in SHAPES.items():
        times = [best_ms(functools.partial(embedded, made(size))) for size in SIZES]
        row(name, *(f"{taken:.0f} ms" for taken in times))
        each = (taken / size * 1000 for taken, size in zip(times, SIZES, strict=True))
        row("  for each spot", *(f"{one:.0f} µs" for one in each))


def best_ms(run: Callable[[], object], times: int = 3) -> float:
    """Return the shortest processor time of some calls, in milliseconds."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        run()
        taken.append((time.process_time() - start) * 1000)
    return min(taken)


def staged(count: int, bands: int = 0) -> Plan:
    """Return stages of touchpoints in a chain, with branches, losses and ways back."""
    names = [f"s{number}" for number in range(count)]
    stages = math.ceil(count / STAGE)
    label = Size(30, 16)
    return Plan(
        spots=(
            *(
                Spot(
                    id=name,
                    size=Size(180, 40),
                    group=number // STAGE,
                    band=number * 3 % bands if bands else None,
                )
                for number, name in enumerate(names)
            ),
            *(
                Spot(id=f"x{number}", size=Size(140, 18), group=number, standing="beside")
                for number in range(stages)
            ),
        ),
        links=(
            *(Link(tail=one, head=other) for one, other in itertools.pairwise(names)),
            *(
                Link(
                    tail=names[number],
                    head=names[min(number + 2 + number % 5, count - 1)],
                    label=label,
                )
                for number in range(0, count - 2, 5)
            ),
            *(
                Link(tail=f"g{number}", head=f"x{number}", course="out", width=4)
                for number in range(stages)
            ),
            *(
                Link(tail=f"g{number}", head=f"g{number - 2}", course="back", label=label)
                for number in range(2, stages, 3)
            ),
        ),
        groups=tuple(Group(id=f"g{number}", title=Size(120, 20)) for number in range(stages)),
        bands=tuple(Band(title=Size(90, 34)) for _ in range(bands)),
    )


def layered(count: int) -> Plan:
    """Return as many layers as each has spots, with links from each to two of the next."""
    wide = max(1, math.isqrt(count))
    return Plan(
        spots=tuple(Spot(id=f"s{number}", size=Size(100, 40)) for number in range(count)),
        links=tuple(
            Link(tail=f"s{number}", head=f"s{(number // wide + 1) * wide + number * step % wide}")
            for number in range(count - 2 * wide)
            for step in ((7, 3) if number % 4 == 0 else (7,))
        ),
    )


def in_rows(count: int) -> Plan:
    """Return those stages in rows of four."""
    plan = staged(count)
    rows = [min(4, len(plan.groups) - start) for start in range(0, len(plan.groups), 4)]
    return attrs.evolve(plan, rows=tuple(rows))


SHAPES = {
    "stages": staged,
    "stages in rows of 4": in_rows,
    "stages across 4 swimlanes": lambda count: staged(count, 4),
    "layers, without stages": layered,
}


if __name__ == "__main__":
    main()
