"""`journeymap tco`: what the offers of a journey cost to own."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from journeymap.cli.known import offer
from journeymap.cli.parser import Parser, add_command
from journeymap.cli.shared import (
    add_from,
    add_language,
    add_offers,
    add_text_format,
    add_text_output,
)
from journeymap.cli.status import DONE

if TYPE_CHECKING:
    from journeymap.cli.parser import Commands

_EXAMPLES = """\
  journeymap tco crm.yaml
  journeymap tco crm.yaml --years 3 --discount-rate 15%
  journeymap tco crm.yaml --choice "Our CRM" --against "As today" --explain
  journeymap tco crm.yaml --nominal -o costs.csv
  journeymap tco crm.yaml --format json | jq .comparisons"""

TERMS = (
    *("years", "discount_rate", "real_rate", "inflation"),
    *("prices", "convention", "period", "units"),
)
"""What says how costs are reckoned, by the name of the keyword of `journeymap.tco`."""

_COST_FORMATS = {".txt": "text", ".json": "json", ".csv": "csv", ".md": "markdown"}
_NO_OFFERS = (
    "there are no offers to reckon; write what can be bought, doing nothing too, such as "
    "`offers: [{name: Our CRM, ours: true, costs: [{name: Licences, category: price, "
    "amount: 240000 RUB, every: year}]}]`"
)


def add(commands: Commands) -> None:
    """Add what can be typed."""
    tco = add_command(
        commands, "tco", "reckon what the offers of a journey cost to own", _EXAMPLES, run
    )
    tco.add_argument("input", metavar="FILE", help="a journey file, or -")
    add_from(tco)
    add_text_output(tco)
    add_text_format(tco, _COST_FORMATS)
    add_language(tco, "the language of the words: en or ru")
    _add_terms(tco)
    shown = tco.add_argument_group("what is shown")
    add_offers(shown)
    shown.add_argument(
        "--nominal", action="store_true", help="categories and savings as paid, not discounted"
    )
    shown.add_argument(
        "--explain", action="store_true", help="tell the computation in words and figures"
    )


def _add_terms(tco: Parser) -> None:
    group = tco.add_argument_group("how it is reckoned")
    group.add_argument(
        "--years", help="how far is looked ahead (default: what the file says, or 5)"
    )
    group.add_argument("--discount-rate", metavar="RATE", help="the nominal rate of a year: 12%%")
    group.add_argument("--real-rate", metavar="RATE", help="the real rate, without inflation: 5%%")
    group.add_argument("--inflation", metavar="RATE", help="turns one of these into the other: 7%%")
    prices = "nominal: as they will be paid; real: prices of today"
    offer(group.add_argument("--prices", help=prices), ("nominal", "real"))
    convention = "due at the end of a period or in its middle: end, mid"
    offer(group.add_argument("--convention", help=convention), ("end", "mid"))
    period = "how finely the time is cut: year, quarter or month"
    offer(group.add_argument("--period", help=period), ("year", "quarter", "month"))
    group.add_argument("--units", help='for the cost of one of them: "20 seats"')


def run(arguments: argparse.Namespace) -> int:
    """Write what the offers of a journey cost."""
    from journeymap.cli.inout import journey, shown, text_format, write
    from journeymap.costing import Costing
    from journeymap.errors import OptionError

    kind = text_format(arguments, _COST_FORMATS, drawn_by="tco-chart")
    if arguments.explain and kind != "text":
        raise OptionError(f"--explain: is text, and no {kind}")
    read = journey(arguments.input, arguments.source_format)
    if not read.offers:
        raise OptionError(f"{shown(arguments.input)}: {_NO_OFFERS}")
    given = {name: getattr(arguments, name) for name in TERMS}
    chosen = {name: getattr(arguments, name) for name in ("choice", "against", "language")}
    made = Costing(read, given, discounted=not arguments.nominal, **chosen)
    tables = {"text": made.table, "json": made.json, "csv": made.csv, "markdown": made.markdown}
    text = made.explain() if arguments.explain else tables[kind]()
    write(arguments.output, text.encode())
    return DONE
