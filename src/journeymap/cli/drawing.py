"""Draws many journeys side by side, on all cores; what comes back is the same as one by one."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Generator
from typing import Any, NamedTuple

from journeymap.cli import pictures
from journeymap.cli.inout import STREAM, journey_of, shown, tell
from journeymap.cli.terminal import is_terminal
from journeymap.errors import JourneymapError

_MANY = 4
"""From how many inputs on somebody who watches is told how far it is."""

Output = tuple[str, bytes]


class Task(NamedTuple):
    """One journey to draw.

    Attributes:
        name: The input.
        source: What it says, and its format.
        is_guessed: Whether nobody has said the format of the standard input.
        view: The name of the view.
        options: What the view is told.
        outputs: Where its pictures go, each with its format.
        scale: How many times as large a PNG is.
    """

    name: str
    source: tuple[bytes, str]
    is_guessed: bool
    view: str
    options: dict[str, Any]
    outputs: list[tuple[str, str]]
    scale: float


class Drawn(NamedTuple):
    """What came of a task.

    Attributes:
        ready: The bytes of each output; empty after a fault.
        notes: What is to be told of it.
        is_wrong: Whether it could not be drawn; the notes say why.
    """

    ready: list[Output]
    notes: list[str]
    is_wrong: bool = False


def draw_all(tasks: list[Task], jobs: int | None) -> list[Output] | None:
    """Return the bytes of every output, in order; None if a journey could not be drawn.

    Notes and faults are told in the order of the tasks.

    Args:
        tasks: What to draw.
        jobs: How many to draw at once; one a core unless given.
    """
    workers = min(jobs or _cores(), len(tasks))
    results = _one_by_one(tasks) if workers == 1 else _side_by_side(tasks, workers)
    ready: list[Output] | None = []
    with contextlib.closing(results), _Progress(len(tasks)) as progress:
        for task, drawn in zip(tasks, results, strict=True):
            progress.clear()
            for note in drawn.notes:
                tell(note)
            ready = None if drawn.is_wrong or ready is None else [*ready, *drawn.ready]
            progress.step(task.name)
    return ready


def _draw(task: Task) -> Drawn:
    """Return the pictures of one task, or what is wrong with it."""
    is_guessed = task.is_guessed and task.name == STREAM
    try:
        journey = journey_of(task.name, *task.source, is_guessed=is_guessed)
        diagram = pictures.view_named(task.view)(journey, **task.options)
        notes = [f"{shown(task.name)}: note: {note}" for note in diagram.notes]
        ready = [(target, diagram.bytes(kind, scale=task.scale)) for target, kind in task.outputs]
    except JourneymapError as error:
        return Drawn([], [str(error)], is_wrong=True)
    return Drawn(ready, notes)


def _one_by_one(tasks: list[Task]) -> Generator[Drawn]:
    for task in tasks:
        yield _draw(task)


def _side_by_side(tasks: list[Task], workers: int) -> Generator[Drawn]:
    from journeymap.cli.workers import side_by_side  # one picture needs no other process

    return side_by_side(_draw, tasks, workers)


def _cores() -> int:
    """Return how many cores this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Progress(contextlib.AbstractContextManager["_Progress"]):
    """One line that says how far it is, for somebody who watches; it is gone in the end."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self.is_shown = total >= _MANY and is_terminal(sys.stderr)

    def step(self, name: str) -> None:
        """Say that one more is done."""
        self.done += 1
        if self.is_shown:
            sys.stderr.write(f"{self.done}/{self.total} {shown(name)[-60:]}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self.is_shown and self.done:
            sys.stderr.write("\r\x1b[K")

    def __exit__(self, *_: object) -> None:
        self.clear()
