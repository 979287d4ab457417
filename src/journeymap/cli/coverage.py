"""`journeymap coverage`: what a buying group hears and what it lacks."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from journeymap.cli.parser import add_command
from journeymap.cli.shared import add_from, add_language, add_text_format, add_text_output
from journeymap.cli.status import DONE

if TYPE_CHECKING:
    from journeymap.cli.parser import Commands

_EXAMPLES = """\
  journeymap coverage crm.yaml
  journeymap coverage crm.yaml -o coverage.csv
  journeymap coverage crm.yaml --format markdown --language ru"""

_FORMATS = {".txt": "text", ".md": "markdown", ".html": "html", ".csv": "csv", ".json": "json"}


def add(commands: Commands) -> None:
    """Add what can be typed."""
    coverage = add_command(
        commands, "coverage", "tell what a buying group hears and what it lacks", _EXAMPLES, run
    )
    coverage.add_argument("input", metavar="FILE", help="a journey file, or -")
    add_text_format(coverage, _FORMATS)
    add_language(coverage, "the language of the report's own words: en or ru")
    add_text_output(coverage)
    add_from(coverage)


def run(arguments: argparse.Namespace) -> int:
    """Print how far a buying group is covered; gaps are told, not punished."""
    from journeymap.analysis.coverage import Coverage
    from journeymap.analysis.coverage import coverage as covered
    from journeymap.cli.inout import journey, text_format, write

    kind = text_format(arguments, _FORMATS, drawn_by="fab-matrix")
    written: dict[str, Callable[[Coverage], str]] = {
        "text": Coverage.table,
        "markdown": lambda found: found.markdown,
        "html": lambda found: found.html,
        "csv": lambda found: found.csv,
        "json": lambda found: found.json,
    }
    read = journey(arguments.input, arguments.source_format)
    found = covered(read, language=arguments.language)
    write(arguments.output, written[kind](found).encode())
    return DONE
