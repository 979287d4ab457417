"""PNG against CairoSVG alone, on the same picture."""

from __future__ import annotations

import cairosvg
from common import DEMO, header, median_ms, row

import journeymap as jm
from journeymap.backends.svg import to_svg

RUNS = 5


def main() -> None:
    """Print our time and what CairoSVG needs for the same picture as an SVG file."""
    header()
    journey = jm.load(DEMO)
    diagram = jm.swimlane(journey)
    outlines = to_svg(diagram.scene, text="paths").encode()
    system = to_svg(diagram.scene, text="system").encode()
    ours = median_ms(lambda: jm.swimlane(journey).png(), RUNS)
    row("demo case as PNG", "median", "ratio")
    row("journeymap, from the journey", f"{ours:.0f} ms", "1.00")
    for name, svg in (("text as outlines", outlines), ("text in a system font", system)):
        alone = median_ms(lambda svg=svg: cairosvg.svg2png(bytestring=svg), RUNS)
        row(f"CairoSVG alone, {name}", f"{alone:.0f} ms", f"{ours / alone:.2f}")


if __name__ == "__main__":
    main()
