"""`journeymap tco`: what the offers of a journey cost to own."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from journeymap.cli.parser import add_command, add_from, add_offers
from journeymap.cli.status import DONE

if TYPE_CHECKING:
    from journeymap.cli.parser import Commands

_EXAMPLES = """\
  journeymap tco crm.yaml
  journeymap tco crm.yaml --years 3 --discount-rate 15%
  journeymap tco crm.yaml --choice 'Our CRM' --against 'As today' --explain
  journeymap tco crm.yaml --nominal -o costs.csv
  journeymap tco crm.yaml --format json | jq .comparisons"""

TERMS = (
    *("years", "discount_rate", "real_rate", "inflation"),
    *("prices", "convention", "period", "units"),
)
"""What says how costs are reckoned, by the name of the keyword of `journeymap.tco`."""

_COST_FORMATS = {".txt": "table", ".json": "json", ".csv": "csv", ".md": "markdown"}
_PICTURES = (".svg", ".png", ".pdf")
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
    tco.add_argument("--years", help="how far is looked ahead (default: what the file says, or 5)")
    tco.add_argument("--discount-rate", metavar="RATE", help="the nominal rate of a year: 12%%")
    tco.add_argument("--real-rate", metavar="RATE", help="the real rate, without inflation: 5%%")
    tco.add_argument("--inflation", metavar="RATE", help="turns one of these into the other: 7%%")
    tco.add_argument("--prices", help="nominal: as they will be paid; real: prices of today")
    tco.add_argument("--convention", help="due at the end of a period or in its middle: end, mid")
    tco.add_argument("--period", help="how finely the time is cut: year, quarter or month")
    tco.add_argument("--units", help="for the cost of one of them: '20 seats'")
    add_offers(tco)
    tco.add_argument(
        "--nominal", action="store_true", help="categories and savings as paid, not discounted"
    )
    tco.add_argument(
        "--explain", action="store_true", help="tell the computation in words and figures"
    )
    tco.add_argument("--language", help="the language of the words: en or ru")
    tco.add_argument(
        "--format", help="table, json, csv or markdown (default: by the suffix of -o, or table)"
    )
    tco.add_argument("-o", "--output", default="-", metavar="OUT", help="default: -")
    add_from(tco)


def run(arguments: argparse.Namespace) -> int:
    """Write what the offers of a journey cost."""
    from journeymap.cli.inout import journey, shown, write
    from journeymap.costing import Costing
    from journeymap.errors import OptionError, unknown

    target = arguments.output
    suffix = Path(target).suffix.lower()
    if suffix in _PICTURES and not arguments.format:
        raise OptionError(
            f"{target}: a text, no picture; `journeymap render --view tco-chart` draws"
        )
    kind = arguments.format or _COST_FORMATS.get(suffix, "table")
    if kind not in _COST_FORMATS.values():
        raise unknown("format", kind, [*_COST_FORMATS.values()])
    if arguments.explain and kind != "table":
        raise OptionError(f"--explain: is text, and no {kind}")
    read = journey(arguments.input, arguments.source_format)
    if not read.offers:
        raise OptionError(f"{shown(arguments.input)}: {_NO_OFFERS}")
    given = {name: getattr(arguments, name) for name in TERMS}
    chosen = {name: getattr(arguments, name) for name in ("choice", "against", "language")}
    made = Costing(read, given, discounted=not arguments.nominal, **chosen)
    text: str = made.explain() if arguments.explain else getattr(made, kind)()
    write(target, text.encode())
    return DONE
