"""One journey drawn by us and by every peer that is installed: whole processes, side by side.

The same stages and tasks are written in each peer's own notation. A peer that is not found is
named as such; a failure is shown as what it was, also where the exit status says that all is well.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from common import header, row, worked

SIZES = ((5, 4), (50, 4), (100, 20))
"""Stages and tasks in each; 500 stages of 4 tasks would be more stages than journeymap allows."""

FORMATS = ("svg", "png")
PATIENCE = 120.0
SLOW = 5.0
"""What takes longer than this, in seconds, is measured once."""

Stages = list[tuple[str, list[str]]]


def journey(stages: int, tasks: int) -> Stages:
    """Return the stages that every peer draws."""
    return [
        (f"Stage {stage}", [f"Task {stage}.{task} of the customer" for task in range(1, tasks + 1)])
        for stage in range(1, stages + 1)
    ]


# The journey in each notation


def as_journeymap(stages: Stages) -> str:
    """Return the journey as our YAML: half of the tasks as actions, half as touchpoints."""
    lines = ["journeymap: 1", "title: Journey", "stages:"]
    for name, tasks in stages:
        half = len(tasks) // 2
        lines += [f"- name: {name}", "  actions:", *(f"  - {task}" for task in tasks[:half])]
        lines += ["  touchpoints:", *(f"  - {task}" for task in tasks[half:])]
    return "\n".join(lines) + "\n"


def as_mermaid(stages: Stages) -> str:
    """Return the journey as Mermaid's own journey diagram."""
    lines = ["journey", "  title Journey"]
    for name, tasks in stages:
        lines += [f"  section {name}", *(f"    {task}: 3: Customer" for task in tasks)]
    return "\n".join(lines) + "\n"


def as_plantuml(stages: Stages) -> str:
    """Return the journey as an activity diagram with a partition for each stage."""
    lines = ["@startuml", "title Journey", "start"]
    for name, tasks in stages:
        lines += [f'partition "{name}" {{', *(f":{task};" for task in tasks), "}"]
    return "\n".join([*lines, "stop", "@enduml"]) + "\n"


def as_processpiper(stages: Stages) -> str:
    """Return a script that draws the journey as lanes of tasks."""
    lines, names = ["title: Journey"], ["start"]
    for name, tasks in stages:
        lines.append(f"lane: {name}")
        if len(names) == 1:
            lines.append("    (start) as start")
        for task in tasks:
            names.append(f"t{len(names)}")
            lines.append(f"    [{task}] as {names[-1]}")
    lines += ["    (end) as end", "->".join([*names, "end"])]
    text = "\n".join(lines)
    return (
        f"import sys\nfrom processpiper.text2diagram import render\nrender({text!r}, sys.argv[1])\n"
    )


def as_diagrams(stages: Stages) -> str:
    """Return a script that draws the journey as clusters of nodes."""
    return f"""
import os, sys
from diagrams import Cluster, Diagram
from diagrams.generic.blank import Blank
base, kind = os.path.splitext(sys.argv[1])
with Diagram("Journey", filename=base, outformat=kind[1:], show=False):
    before = None
    for name, tasks in {stages!r}:
        with Cluster(name):
            for task in tasks:
                node = Blank(task)
                if before is not None:
                    before >> node
                before = node
"""


def as_d2(stages: Stages) -> str:
    """Return the journey as containers of shapes in a row."""
    lines, names = ["direction: right"], []
    for number, (name, tasks) in enumerate(stages):
        lines.append(f"s{number}: {name} {{")
        for task in tasks:
            names.append(f"s{number}.t{len(names)}")
            lines.append(f"  t{len(names) - 1}: {json.dumps(task)}")
        lines.append("}")
    lines += [f"{before} -> {after}" for before, after in itertools.pairwise(names)]
    return "\n".join(lines) + "\n"


# The peers


@dataclass
class Peer:
    """One program: how it is found, what it reads, how it is called."""

    name: str
    version: str
    suffix: str
    written: Callable[[Stages], str]
    command: Callable[[Path, Path], list[str]]
    formats: tuple[str, ...] = FORMATS


def said(*words: str, cwd: Path | None = None) -> str:
    """Return what a command prints, or nothing if it cannot be run."""
    try:
        done = subprocess.run(
            words, capture_output=True, text=True, timeout=PATIENCE, check=False, cwd=cwd
        )
    except OSError:
        return ""
    return (done.stdout or done.stderr).strip() if done.returncode == 0 else ""


def ours(_folder: Path) -> Peer | None:
    """Return journeymap as installed beside this Python."""
    command = str(Path(sys.executable).parent / "journeymap")
    version = said(command, "--version").split()[-1]
    return Peer(
        "journeymap",
        version,
        ".yaml",
        as_journeymap,
        lambda source, target: [command, "render", str(source), "-o", str(target)],
    )


def mermaid(folder: Path) -> Peer | None:
    """Return mermaid-cli with the Chromium of this machine, if both are there."""
    command = shutil.which("mmdc") or str(folder / "node_modules/.bin/mmdc")
    version = said(command, "--version")
    if not version:
        return None
    config = folder / "puppeteer.json"
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    browser = {"executablePath": chromium} if chromium else {}
    config.write_text(json.dumps(browser | {"args": ["--no-sandbox"]}), encoding="utf-8")
    return Peer(
        "mermaid-cli",
        version,
        ".mmd",
        as_mermaid,
        lambda source, target: [
            *(command, "-q", "-p", str(config), "-i", str(source), "-o", str(target))
        ],
    )


def plantuml(_folder: Path) -> Peer | None:
    """Return PlantUML, if it is installed."""
    command = shutil.which("plantuml")
    if not command:
        return None
    version = re.search(r"version (\S+)", said(command, "-version"))
    return Peer(
        "PlantUML",
        version.group(1) if version else "?",
        ".puml",
        as_plantuml,
        lambda source, target: [command, f"-t{target.suffix[1:]}", str(source)],
    )


def in_python(
    name: str, written: Callable[[Stages], str], formats: tuple[str, ...] = FORMATS
) -> Callable[[Path], Peer | None]:
    """Return what looks for a package of Python, in the peers' folder or beside this Python."""

    def find(folder: Path) -> Peer | None:
        script = f"import {name}, importlib.metadata as m; print(m.version({name!r}))"
        for python in (str(folder / "venv/bin/python"), sys.executable):
            version = said(python, "-c", script, cwd=folder)
            if version:
                break
        else:
            return None

        def command(source: Path, target: Path) -> list[str]:
            return [python, str(source), str(target)]

        return Peer(name, version.split()[-1], ".py", written, command, formats)

    return find


_D2 = """
import fs from "node:fs";
import {D2} from "@terrastruct/d2";
const d2 = new D2();
const made = await d2.compile(fs.readFileSync(process.argv[2], "utf8"));
fs.writeFileSync(process.argv[3], await d2.render(made.diagram, made.renderOptions));
process.exit(0);
"""


def d2(folder: Path) -> Peer | None:
    """Return D2: the program, or else the package for Node, which draws SVG only."""
    program = shutil.which("d2") or str(folder / "d2")
    version = said(program, "--version")
    if version:
        return Peer(
            "D2", version, ".d2", as_d2, lambda source, target: [program, str(source), str(target)]
        )
    package = folder / "node_modules/@terrastruct/d2/package.json"
    node = shutil.which("node")
    if not (node and package.exists()):
        return None
    script = folder / "d2.mjs"
    script.write_text(_D2, encoding="utf-8")
    version = json.loads(package.read_text(encoding="utf-8"))["version"]
    return Peer(
        "D2 (for Node)",
        version,
        ".d2",
        as_d2,
        lambda source, target: [node, str(script), str(source), str(target)],
        ("svg",),
    )


PEERS: dict[str, Callable[[Path], Peer | None]] = {
    "journeymap": ours,
    "mermaid-cli": mermaid,
    "PlantUML": plantuml,
    "processpiper": in_python("processpiper", as_processpiper),
    "diagrams + dot": in_python("diagrams", as_diagrams),
    "D2": d2,
}


# One run


def drawn(peer: Peer, stages: Stages, kind: str, runs: int) -> tuple[str, str]:
    """Return the time and the processor time of a picture, or in a few words why there is none.

    Both are the least of several runs: what else the machine does only adds to them.
    """
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / f"journey{peer.suffix}"
        target = source.with_suffix(f".{kind}")
        source.write_text(peer.written(stages), encoding="utf-8")
        taken, used = [], []
        while len(taken) < runs and sum(taken) < SLOW:
            target.unlink(missing_ok=True)
            start, before = time.perf_counter(), worked()
            try:
                done = subprocess.run(
                    peer.command(source, target),
                    capture_output=True,
                    text=True,
                    timeout=PATIENCE,
                    check=False,
                    cwd=place,
                    env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""},
                )
            except subprocess.TimeoutExpired:
                return f"> {PATIENCE:.0f} s", ""
            taken.append(time.perf_counter() - start)
            used.append(worked() - before)
            fault = wrong(done, target)
            if fault:
                return fault, ""
        return f"{min(taken):.2f} s", f"{min(used):.2f} s"


def wrong(done: subprocess.CompletedProcess[str], target: Path) -> str:
    """Return in a few words what went wrong; nothing if there is a picture."""
    heard = done.stderr + done.stdout
    errors = re.findall(r"\b(?:[A-Z]\w+)?(?:Error|Exception)\b", heard)
    if done.returncode or not target.exists():
        return errors[0] if errors else f"status {done.returncode}"
    start = target.read_bytes()[:4000]
    if target.suffix == ".svg":
        text = target.read_text(encoding="utf-8")
        if 'aria-roledescription="error"' in text or "An error has occurred" in text:
            return "error picture"
    elif not start.startswith(b"\x89PNG"):
        return "no PNG"
    return errors[0] if errors else ""


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", type=Path, default=Path("/tmp/peers"))  # noqa: S108
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    options.peers.mkdir(parents=True, exist_ok=True)
    found = {name: find(options.peers) for name, find in PEERS.items()}
    header()
    for stages, tasks in SIZES:
        row(f"{stages} stages × {tasks} tasks", "SVG", "processor", "PNG", "processor")
        for name, peer in found.items():
            if peer is None:
                row(f"  {name}", "not installed")
                continue
            figures: list[str] = []
            for kind in FORMATS:
                known = kind in peer.formats
                content = journey(stages, tasks)
                figures += drawn(peer, content, kind, options.runs) if known else ("no", "")
            row(f"  {peer.name} {peer.version}", *figures)


if __name__ == "__main__":
    main()
