"""How time and memory grow with the number of cards."""

from __future__ import annotations

import resource
import subprocess
import sys
import time

from common import header, row

import journeymap as jm

SIZES = (10, 100, 1_000, 10_000)


def journey_of(cards: int) -> jm.Journey:
    """Return a journey with that many recommendations, in up to 40 stages."""
    stages = max(1, min(40, cards // 25))
    texts = [
        [f"Answer request {number} of stage {stage} within the hour" for number in range(cards)]
        for stage in range(stages)
    ]
    return jm.Journey(
        "Growth",
        stages=[
            jm.Stage(f"Stage {stage + 1}", recommendations=texts[stage][: cards // stages])
            for stage in range(stages)
        ],
    )


def measure(cards: int) -> None:
    """Print the time to build and to render a map, and the peak memory of this process."""
    start = time.perf_counter()
    journey = journey_of(cards)
    built = time.perf_counter()
    size = len(jm.swimlane(journey).svg)
    done = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    row(
        f"{cards} cards",
        f"{(built - start) * 1000:.0f} ms",
        f"{(done - built) * 1000:.0f} ms",
        f"{(done - built) / cards * 1e6:.0f} µs",
        f"{peak:.0f} MB",
        f"{size / 1e6:.2f} MB",
    )


def main() -> None:
    """Print a row for each size, each in a process of its own."""
    if len(sys.argv) > 1:
        measure(int(sys.argv[1]))
        return
    header()
    row("", "model", "to SVG", "per card", "peak memory", "SVG")
    for cards in SIZES:
        subprocess.run([sys.executable, __file__, str(cards)], check=True)


if __name__ == "__main__":
    main()
