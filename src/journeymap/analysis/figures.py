"""What the metrics of a stage say: known names, plans met and missed, who is lost."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile
from typing import Literal, NamedTuple

from journeymap.model import Hypothesis, Metric, Quantity, Stage

Known = Literal["entered", "went on", "conversion", "drop-off", "time"]
Figures = Literal["measured", "planned"]

_WORDS: dict[Known, str] = {
    "entered": "entered|entries|вошли|вошло|пришли|пришло",
    "went on": "went on|went-on|went_on|passed|прошли дальше|прошло дальше|перешли|перешло",
    "conversion": "conversion|conversion rate|конверсия",
    "drop-off": "drop-off|drop off|drop_off|dropoff|churn|потери|отток",
    "time": "time|duration|время|срок|длительность",
}
_KNOWN: dict[str, Known] = {
    word: known for known, words in _WORDS.items() for word in words.split("|")
}

_LESS_IS_BETTER = {"drop-off", "time"}
_SHORTEST_STEM, _LONGEST_ENDING = 3, 2
"""How many letters of a word stay the same in its forms at least, and how many may change."""

_TIMES = {*_WORDS["time"].split("|")}


def known(metric: Metric) -> Known | None:
    """Return which of the known metrics this is, whatever the language of its name."""
    return _KNOWN.get(" ".join(metric.name.casefold().split()))


def is_rate(metric: Metric) -> bool:
    """Tell whether all its figures are per cent."""
    figures = [figure for figure in (metric.planned, metric.measured) if figure is not None]
    return bool(figures) and all(figure.unit == "%" for figure in figures)


def is_met(metric: Metric) -> bool | None:
    """Tell whether the plan was met; None where nobody can tell.

    Of a metric with a name of the author's own we do not know whether more of it is better, and
    figures in different units cannot be compared.
    """
    planned, measured, name = metric.planned, metric.measured, known(metric)
    if name is None and metric.name.casefold().split()[0] in _TIMES:
        name = "time"  # such as "time to the first answer"
    if planned is None or measured is None or name is None or not _alike(planned, measured):
        return None
    if name in _LESS_IS_BETTER:
        return measured.amount <= planned.amount
    return measured.amount >= planned.amount


def _alike(first: Quantity, second: Quantity) -> bool:
    """Tell whether two figures count the same; a word may differ in its ending: day and days."""
    words = first.unit.casefold().split(), second.unit.casefold().split()
    return len(words[0]) == len(words[1]) and all(map(_same_word, *words))


def _same_word(first: str, second: str) -> bool:
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False))
    stem = sum(1 for _ in pairs)
    shorter = min(len(first), len(second))
    return first == second or stem >= max(_SHORTEST_STEM, shorter - _LONGEST_ENDING)


def loss(stages: Sequence[Stage], position: int) -> Decimal | None:
    """Return the share of customers that a stage loses, from 0 to 1; None where it is not known."""
    passed = conversion(stages, position)
    return None if passed is None else 1 - passed


def conversion(
    stages: Sequence[Stage], position: int, which: Figures = "measured"
) -> Decimal | None:
    """Return the share of customers that goes on, from 0 to 1; None where it is not known.

    It follows from the conversion or drop-off; or from how many entered and went on; or from how
    many entered this stage and the next, if both are counted alike.
    """
    stated = stated_conversion(stages[position], which)
    if stated is not None:
        return _share(stated)
    went_on = counted(stages, position, which)
    entered = figures_of(stages[position], which).get("entered")
    if entered is None or went_on is None or entered.amount <= 0:
        return None
    return _share(went_on / entered.amount)


def stated_conversion(stage: Stage, which: Figures = "measured") -> Decimal | None:
    """Return the share that goes on as the conversion or the drop-off says it."""
    found = figures_of(stage, which)
    if "conversion" in found and found["conversion"].unit == "%":
        return found["conversion"].amount / 100
    if "drop-off" in found and found["drop-off"].unit == "%":
        return 1 - found["drop-off"].amount / 100
    return None


def counted(stages: Sequence[Stage], position: int, which: Figures = "measured") -> Decimal | None:
    """Return how many went on, counted like those who entered; None where nobody counted so."""
    found = figures_of(stages[position], which)
    entered, went_on = found.get("entered"), found.get("went on")
    if went_on is None and position + 1 < len(stages):
        went_on = figures_of(stages[position + 1], which).get("entered")
    if entered is None or went_on is None or not _alike(entered, went_on):
        return None
    return went_on.amount


def figures_of(stage: Stage, which: Figures = "measured") -> dict[Known, Quantity]:
    """Return the known figures of a stage by what they are."""
    found: dict[Known, Quantity] = {}
    for metric in stage.metrics:
        name, figure = known(metric), getattr(metric, which)
        if name is not None and figure is not None:
            found.setdefault(name, figure)
    return found


def _share(value: Decimal) -> Decimal | None:
    return value if 0 <= value <= 1 else None


class Movement(NamedTuple):
    """Whether a metric should rise or fall, as an arrow, and the figure without its sign."""

    arrow: str
    by: Quantity


def movement(hypothesis: Hypothesis) -> Movement | None:
    """Return how a metric should move; None where nobody has said."""
    expected = hypothesis.expected
    if expected is None:
        return None
    by = Quantity(abs(expected.amount), expected.unit)
    return Movement("↓" if expected.amount < 0 else "↑", by)
