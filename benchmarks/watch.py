"""The live preview: how long after a save the browser is told, and has the new picture."""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

from common import DEMO, header, row

SAVES = 30


def main() -> None:
    """Save the demo case again and again and print the middle and the longest time."""
    header()
    text = DEMO.read_text(encoding="utf-8")
    taken: dict[str, list[float]] = {"told": [], "picture there": []}
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "journey.yaml"
        source.write_text(text, encoding="utf-8")
        words = [sys.executable, "-m", "journeymap", "watch", str(source), "--no-open"]
        with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None  # noqa: S101 - it was asked for
            url = urlsplit(process.stdout.readline().strip())
            events = http.client.HTTPConnection(url.netloc)
            events.request("GET", f"{url.path}events")
            stream = events.getresponse()
            pictures = http.client.HTTPConnection(url.netloc)
            for number in range(SAVES + 1):
                if number:
                    time.sleep(0.3)
                    start = time.perf_counter()
                    source.write_text(f"{text}# {number}\n", encoding="utf-8")
                while not (line := stream.readline()).startswith(b"data: "):
                    pass
                told = time.perf_counter()
                pictures.request("GET", url.path + json.loads(line[6:])["picture"])
                pictures.getresponse().read()
                if number:
                    taken["told"].append((told - start) * 1000)
                    taken["picture there"].append((time.perf_counter() - start) * 1000)
            process.terminate()
    row(f"after a save ({SAVES} times)", "middle", "longest")
    for name, times in taken.items():
        row(name, f"{sorted(times)[len(times) // 2]:.0f} ms", f"{max(times):.0f} ms")


if __name__ == "__main__":
    main()
