"""What the benchmarks share."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import resource
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


def worked() -> float:
    """Return the processor time, in seconds, of all child processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def header() -> None:
    """Print what the figures were measured on."""
    packages = ("journeymap", "attrs", "svgwrite", "uharfbuzz", "cairosvg", "pyyaml")
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in packages)
    print(f"{time.strftime('%Y-%m-%d')} · {_processor()} · {platform.platform()}")
    if hasattr(os, "getloadavg"):
        print(
            f"load {os.getloadavg()[0]:.1f}: above 0.5, others were at work and times are too long"
        )
    print(f"Python {platform.python_version()} · {versions}")
    print()


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{len(names)} × {names[0]}" if names else platform.machine()


def row(name: str, *figures: str) -> None:
    """Print a row of a table."""
    print(f"{name:<44}" + "".join(f" {figure:>15}" for figure in figures), flush=True)
