"""What the benchmarks share."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "examples" / "sales-automation" / "journey.yaml"


def median_ms(run: Callable[[], object], times: int) -> float:
    """Return the median time of a call in milliseconds, after one call that is not counted."""
    run()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def row(name: str, *figures: str) -> None:
    """Print a row of a table."""
    print(f"{name:<44}" + "".join(f"{figure:>14}" for figure in figures))
