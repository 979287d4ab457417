"""How far the widths of the columns are from the best that there are.

For small maps the best is found by trying everything: every column in every width of a fine grid.
"""

from __future__ import annotations

import random
import runpy
import statistics
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from unittest import mock

from common import ROOT, header, row

import journeymap as jm
from journeymap.layout import band, cellheights, columns

GRID = 4.0
"""How finely the widths are tried, in px."""

GENERATED = 60
MOST_COLUMNS = 5
WIDTHS = (None, 1200.0, 1800.0)
"""The widths of the sheet that are asked for; a later option for its ratio goes here as well."""

WORDS = """
    the customer compares offers asks for an invoice waits calls support reads a review
    in the application again автоматизация продаж сравнивает заявки и ждёт ответа
"""

Heights = tuple[float, ...]


@dataclass
class Asked:
    """What the layout asks of the search for widths."""

    total: float
    least: Sequence[float]
    step: float
    cells: Sequence[Sequence[cellheights.Cell]]
    sheet: float = 0.0
    """The width of the sheet that it was asked for."""

    def heights(self, column: int, width: float) -> Heights:
        """Return the heights of a column's cells in a width."""
        return tuple(cell.height(width) for cell in self.cells[column])

    def lanes(self, widths: Sequence[float]) -> float:
        """Return how high all lanes are together."""
        cells = [self.heights(column, width) for column, width in enumerate(widths)]
        return sum(max(lane) for lane in zip(*cells, strict=True))


def asked(journey: jm.Journey, width: float | None) -> Asked | None:
    """Return what the layout of a journey asks, if its stages stand in one row."""
    found: list[Asked] = []

    def spy(*arguments: object) -> list[float]:
        found.append(Asked(*arguments))  # type: ignore[arg-type]
        return columns.balanced(*arguments)  # type: ignore[arg-type]

    with mock.patch.object(band, "balanced", spy):
        sheet = jm.swimlane(journey, width=width).width
    task = found[-1]
    return replace(task, sheet=sheet) if len(task.least) == len(journey.stages) else None


def height(journey: jm.Journey, width: float, widths: list[float]) -> float:
    """Return the height of a map whose columns are that wide."""
    with mock.patch.object(band, "balanced", return_value=list(widths)):
        return jm.swimlane(journey, width=width).height


def best(task: Asked) -> list[float]:
    """Return the widths that make the lanes lowest, by trying all that can matter.

    A column matters in the least widths of the grid in which its cells are as high as they are.
    """
    spare = task.total - sum(task.least)
    choices = []
    for column, least in enumerate(task.least):
        steps: list[tuple[float, Heights]] = []
        for count in range(int(spare / GRID) + 1):
            cells = task.heights(column, least + count * GRID)
            lower = [min(pair) for pair in zip(cells, steps[-1][1], strict=True)] if steps else ()
            if not steps or tuple(lower) != steps[-1][1]:
                steps.append((least + count * GRID, tuple(lower) or cells))
        choices.append(steps)
    search = _Search(choices, task.total)
    search.go(0, (), task.total, (0.0,) * len(choices[0][0][1]))
    # What is left over goes to the last column; a wider cell is no higher, or hardly ever.
    return [*search.widths[:-1], task.total - sum(search.widths[:-1])]


class _Search:
    """Every choice of a width for each column, less those that cannot be better."""

    def __init__(self, choices: list[list[tuple[float, Heights]]], total: float) -> None:
        self.choices = choices
        self.lowest = float("inf")
        self.widths: tuple[float, ...] = tuple(total / len(choices) for _ in choices)
        self.needed = [sum(steps[0][0] for steps in choices[i:]) for i in range(len(choices) + 1)]
        self.rest = [
            tuple(map(max, zip(*(steps[-1][1] for steps in choices[i:]), strict=True)))
            if i < len(choices)
            else (0.0,) * len(choices[0][0][1])
            for i in range(len(choices) + 1)
        ]

    def go(self, column: int, widths: tuple[float, ...], room: float, lanes: Heights) -> None:
        """Try every width of a column, given those before it."""
        if column == len(self.choices):
            if sum(lanes) < self.lowest:
                self.lowest, self.widths = sum(lanes), widths
            return
        for width, cells in reversed(self.choices[column]):
            if room - width < self.needed[column + 1] - 1e-6:
                continue
            after = tuple(map(max, lanes, cells))
            if sum(map(max, after, self.rest[column + 1])) < self.lowest - 1e-9:
                self.go(column + 1, (*widths, width), room - width, after)


def maps() -> Iterator[tuple[str, jm.Journey]]:
    """Yield the examples that are small enough, then generated journeys, always the same."""
    for path in sorted((ROOT / "examples").glob("*/journey.py")):
        journey = runpy.run_path(str(path))["journey"]
        if 2 <= len(journey.stages) <= MOST_COLUMNS:
            yield path.parent.name, journey
    for seed in range(GENERATED):
        yield f"generated {seed}", generated(seed)


def generated(seed: int) -> jm.Journey:
    """Return a journey of 3 to 5 stages, some of them much fuller than others."""
    dice = random.Random(seed)  # noqa: S311 - maps, no secrets
    words = WORDS.split()

    def text(most: int) -> str:
        return " ".join(dice.choices(words, k=dice.randint(1, most)))

    def some(fullness: float, most: int) -> list[str]:
        return [f"{n} {text(most)}" for n in range(round(dice.randint(0, 4) * fullness))]

    stages = []
    for number in range(dice.randint(3, MOST_COLUMNS)):
        full = dice.choice((0.3, 1.0, 1.0, 2.0))
        stages.append(
            jm.Stage(
                f"{number} {text(3)}",
                job=text(12) if dice.random() < 0.7 else None,
                actions=some(full, 12),
                touchpoints=some(full, 3),
                thoughts=some(full / 2, 15),
                barriers=[jm.Barrier(words, text(12)) for words in some(full / 2, 15)],
                recommendations=some(full / 2, 15),
                emotions=[jm.Emotion(text(2), dice.uniform(-2, 2))],
            )
        )
    return jm.Journey(f"Map {seed}", stages=stages)


def main() -> None:
    """Print how much higher the maps are than the best ones."""
    header()
    details = "--all" in sys.argv
    row("map", "columns", "height", "best", "over", "lanes over")
    for width in WIDTHS:
        over, lanes_over = [], []
        for name, journey in maps():
            task = asked(journey, width)
            if task is None or sum(task.least) >= task.total - GRID:
                continue
            found = columns.balanced(task.total, task.least, task.step, task.cells)
            other = best(task)
            ours, lowest = (height(journey, task.sheet, some) for some in (found, other))
            lanes, lowest_lanes = task.lanes(found), min(task.lanes(other), task.lanes(found))
            over.append(max(0.0, ours / lowest - 1))
            lanes_over.append(lanes / lowest_lanes - 1)
            if details or not name.startswith("generated"):
                row(
                    f"{name}, {'by need' if width is None else f'{width:.0f} px'}",
                    str(len(task.least)),
                    f"{ours:.0f}",
                    f"{lowest:.0f}",
                    f"{over[-1]:.1%}",
                    f"{lanes_over[-1]:.1%}",
                )
        summary(f"all of {'natural width' if width is None else f'{width:.0f} px'}", over)
        summary("  their lanes alone", lanes_over)


def summary(name: str, over: list[float]) -> None:
    """Print what many maps have in common."""
    row(
        f"{name} ({len(over)} maps)",
        f"mean {statistics.mean(over):.1%}",
        f"worst {max(over):.1%}",
        f"best found {sum(part < 0.0005 for part in over) / len(over):.0%}",
    )


if __name__ == "__main__":
    main()
