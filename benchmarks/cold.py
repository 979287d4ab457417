"""Whole processes: the command, the import, and an empty Python to compare with."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from common import DEMO, header, median_ms, row

RUNS = 11


def main() -> None:
    """Print the median of each command and its ratio to an empty Python."""
    header()
    with tempfile.TemporaryDirectory() as folder:
        svg = str(Path(folder) / "map.svg")
        png = str(Path(folder) / "map.png")
        command = Path(sys.executable).parent / "journeymap"
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "import journeymap": [sys.executable, "-c", "import journeymap"],
            "journeymap --help": [str(command), "--help"],
            "journeymap check": [str(command), "check", str(DEMO)],
            "journeymap render -o map.svg": [str(command), "render", str(DEMO), "-o", svg],
            "journeymap render -o map.png": [str(command), "render", str(DEMO), "-o", png],
        }
        base = 0.0
        row("command", "median", "ratio")
        for name, words in commands.items():
            taken = median_ms(
                lambda words=words: subprocess.run(words, check=True, capture_output=True), RUNS
            )
            base = base or taken
            row(name, f"{taken:.0f} ms", f"{taken / base:.1f}")


if __name__ == "__main__":
    main()
