"""The tornado: what each input does to the result, as the language writes it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from journeymap.labels.rounding import three_digits
from journeymap.layout.charts.figures import Swing, Tornado
from journeymap.layout.charts.results import Results
from journeymap.layout.charts.tornado import strongest
from journeymap.layout.remarks import SEPARATOR
from journeymap.model import Money, Rate

if TYPE_CHECKING:
    from journeymap.analysis.tco.sensitivity import Swing as Moved

MOST_SWINGS = 8
"""How many inputs the tornado shows."""

_HUNDRED, _MILLION = Decimal(100), Decimal(10**6)

_INPUTS = {
    "amount": "amount",
    "growth": "growth",
    "quantity": "quantity",
    "rate": "discount_rate",
}
"""How an input is called, by its kind."""


def tornado_of(results: Results) -> Tornado:
    """Return what the tornado shows."""
    moving = [one for one in results.swings if one.low != one.base or one.high != one.base]
    base = results.swings[0].base if results.swings else results.totals[results.choice]
    choice, unit = results.names[results.choice], results.units["tornado"]
    if results.against is None:
        title, of = "moves_cost", results.words["cost"].format(name=choice)
    else:
        pair = (results.choice, results.against)
        # With gains, it is more than the saving that the table names.
        has_gains = any(results.tco.offers[place].gains for place in pair)
        kind = "worth" if has_gains else "saving"
        title = f"moves_{kind}"
        of = results.words[kind].format(choice=choice, name=results.names[results.against])
    swings = strongest([_swing(results, swing) for swing in moving], unit.figure(base))
    return Tornado(
        swings=tuple(swings[:MOST_SWINGS]),
        base=unit.figure(base),
        shown=unit.shown(base),
        title=results.words[title],
        subtitle=SEPARATOR.join([of, results.unit("tornado")]),
        rest=_rest(results, swings[MOST_SWINGS:], unit.figure(base)),
    )


def _swing(results: Results, swing: Moved) -> Swing:
    said = {
        "name": results.words[_INPUTS[swing.kind]].format(name=swing.name),
        "low_input": _input(results, swing.low_input, swing.kind),
        "high_input": _input(results, swing.high_input, swing.kind),
    }
    unit = results.units["tornado"]
    ends = {"low": results.full(swing.low), "high": results.full(swing.high)}
    return Swing(
        low=unit.figure(swing.low),
        high=unit.figure(swing.high),
        label=results.words["swing"].format(**said, **ends),
        **said,
    )


def _input(results: Results, text: str, kind: str) -> str:
    """Return an input as the language writes it."""
    if kind == "amount":
        return _short(results, Money(text))
    quantity, gap, _ = text.partition(" ")
    if kind == "quantity" and gap:
        # The unit stands in the name.
        return results.labels.number(Decimal(quantity))
    percent = Rate(text.removeprefix("+")).percent
    sign = "+" if text.startswith("+") else ""
    return sign + results.percent(percent)


def _short(results: Results, amount: Money) -> str:
    """Return an amount without what does not count: cents of hundreds, units of millions."""
    size = abs(amount.amount)
    if size >= _MILLION:
        return results.labels.compact(amount)
    return results.labels.money(amount, digits=0 if size >= _HUNDRED else None)


def _rest(results: Results, swings: Sequence[Swing], base: Decimal) -> str:
    if not swings:
        return ""
    most = max(abs(end - base) for swing in swings for end in (swing.low, swing.high))
    amount = results.labels.number(three_digits(most))
    count = results.labels.number(Decimal(len(swings)))
    return results.words["rest"].format(count=count, amount=amount)
