"""The demo case in a process that has everything loaded."""

from __future__ import annotations

from common import DEMO, header, median_ms, row

import journeymap as jm

RUNS = 41


def main() -> None:
    """Print the median of each step for the demo case."""
    header()
    journey = jm.load(DEMO)
    row("step", "median")
    row("read the file", f"{median_ms(lambda: jm.load(DEMO), RUNS):.1f} ms")
    row("lay out and paint", f"{median_ms(lambda: jm.swimlane(journey), RUNS):.1f} ms")
    for text in ("embed", "outline", "system"):
        taken = median_ms(lambda text=text: jm.swimlane(journey, text=text).svg, RUNS)
        size = len(jm.swimlane(journey, text=text).svg) / 1000
        row(f"to SVG in all, text={text}", f"{taken:.1f} ms", f"{size:.0f} kB")
    row("to PNG in all", f"{median_ms(lambda: jm.swimlane(journey).png(), 5):.0f} ms")
    row("to PDF in all", f"{median_ms(lambda: jm.swimlane(journey).pdf(), 5):.0f} ms")


if __name__ == "__main__":
    main()
