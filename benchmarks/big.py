"""A journey of 2,000 tasks from its file to an SVG: the whole process, and where the time goes."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from common import header, median_ms, row, worked
from peers import as_journeymap, journey

STAGES, TASKS = 100, 20
RUNS = 9


def steps(source: Path) -> None:
    """Print the processor time of each step the first time, as the command meets it."""
    start = time.process_time()
    import journeymap as jm  # noqa: PLC0415 - importing is what is measured

    imported = time.process_time()
    loaded = jm.load(source)
    read = time.process_time()
    diagram = jm.swimlane(loaded)
    laid = time.process_time()
    svg = diagram.svg
    done = time.process_time()
    row("  import journeymap", "", f"{(imported - start) * 1000:.0f} ms")
    row("  read and check the file", "", f"{(read - imported) * 1000:.0f} ms")
    row("  lay out and paint", "", f"{(laid - read) * 1000:.0f} ms")
    row("  write the SVG", "", f"{(done - laid) * 1000:.0f} ms", f"{len(svg) / 1e6:.2f} MB")


def main() -> None:
    """Print the median of the whole process, then the steps of one run."""
    if len(sys.argv) > 1:
        steps(Path(sys.argv[1]))
        return
    header()
    command = Path(sys.executable).parent / "journeymap"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "big.yaml"
        source.write_text(as_journeymap(journey(STAGES, TASKS)), encoding="utf-8")
        words = [str(command), "render", str(source), "-o", str(source.with_suffix(".svg"))]
        before = worked()
        taken = median_ms(lambda: subprocess.run(words, check=True), RUNS)
        cpu = (worked() - before) / (RUNS + 1) * 1000
        row(f"{STAGES} stages × {TASKS} tasks", "time", "processor")
        row("whole process", f"{taken:.0f} ms", f"{cpu:.0f} ms")
        subprocess.run([sys.executable, __file__, str(source)], check=True)


if __name__ == "__main__":
    main()
