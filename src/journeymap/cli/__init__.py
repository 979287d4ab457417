"""The command line: what can be typed, and what its exit status says.

Each command is a module of this folder and its name in `COMMANDS`. A module has `add`, which says
what can be typed and loads nothing, so that `--help` answers at once, and `run`, which imports
what it needs and returns the exit status. One that is typed first is the only one that is loaded.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import journeymap
from journeymap.cli.parser import Parser, joined
from journeymap.cli.status import DONE, INTERRUPTED, TERMINATED, WRONG

COMMANDS = (
    *("render", "watch", "compare", "tco", "check", "fmt"),
    *("new", "schema", "convert", "coverage", "embed", "completion"),
)
"""The commands in the order in which the help lists them."""

_DESCRIPTION = """\
Customer journey maps as code.

exit status:
  0  done
  1  found wanting, by check or --check
  2  the input or the call was wrong"""

_EXAMPLES = """\
examples:
  journeymap new b2b crm.yaml
  journeymap check crm.yaml
  journeymap render crm.yaml -o crm.svg
  journeymap render --help"""


def parser(*chosen: str) -> argparse.ArgumentParser:
    """Return the parser of the command line.

    Args:
        chosen: The commands that it knows; all of them unless given.
    """
    top = Parser(prog="journeymap", description=_DESCRIPTION, epilog=_EXAMPLES)
    top.add_argument("--version", action="version", version=f"journeymap {journeymap.__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name in chosen or COMMANDS:
        import_module(f"{__name__}.{name}").add(commands)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Return the exit status of a command: 0 done, 1 found wanting, 2 wrong input or call.

    Args:
        argv: The arguments without the program's name; those of the process unless given.
    """
    try:
        return _run(joined(sys.argv[1:] if argv is None else argv))
    except BrokenPipeError:
        # Whoever read the output has had enough. Python would complain once more at the exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return _fail(f"{place}{error.strerror or error}")


def script() -> NoReturn:
    """Run the command as a process of its own, and end with its status."""
    # One picture makes few objects that die: looking for them costs more than it frees.
    gc.set_threshold(500_000)
    # What is half done is cleared away, as after Ctrl-C.
    signal.signal(signal.SIGTERM, _terminate)
    _open_streams()
    status = main()
    # Everything is written and closed: taking the interpreter apart would only take time.
    with contextlib.suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


def _terminate(*_: object) -> NoReturn:
    raise SystemExit(TERMINATED)


def _open_streams() -> None:
    """Give closed streams a place: there is nothing to read, and nobody wants what is written."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - for good


def _run(argv: list[str]) -> int:
    try:
        # Saying what can be typed takes longer than reading it: only what is needed is said.
        chosen = [name for name in argv[:1] if name in COMMANDS]
        arguments = parser(*chosen).parse_args(argv)
    except SystemExit as end:
        return int(end.code or DONE)
    from journeymap.errors import JourneymapError

    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except JourneymapError as error:
        return _fail(str(error))
    return status


def _fail(text: str) -> int:
    from journeymap.cli.inout import tell

    tell(text)
    return WRONG
