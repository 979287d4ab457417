"""A program that hangs, floods, fails or talks nonsense harms nobody."""

import os
import signal
import stat
import sys
import time
from contextlib import suppress

import attrs
import pytest

from journeymap.backends import graphvizengine
from journeymap.backends.engines import engine_of
from journeymap.backends.graphvizengine import MAX_LINKS, auto, dot_program, graphviz, graphviz_wasm
from journeymap.backends.guarded import OutOfTimeError, answer
from journeymap.errors import MissingLibraryError, OptionError, RenderError
from journeymap.geometry import Size
from journeymap.placing.embedded import embedded
from journeymap.placing.plan import Band, Link, Plan, Spot

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the fakes are shell scripts")

PLAN = Plan(
    spots=(Spot(id="a", size=Size(9, 9)), Spot(id="b", size=Size(9, 9))),
    links=(Link(tail="a", head="b"),),
)
NETWORK = attrs.evolve(PLAN, is_free=True)


@pytest.fixture
def fake(tmp_path, monkeypatch):
    """Return what puts a shell script named dot on the path."""

    def put(script):
        program = tmp_path / "dot"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
        monkeypatch.setattr(graphvizengine.shutil, "which", lambda name: str(tmp_path / name))
        return tmp_path

    return put


def is_alive(pid):
    with suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False


def ends(pid):
    """Tell whether a process is gone, or will be in a moment."""
    for _ in range(100):
        if not is_alive(pid) or "State:\tZ" in status(pid):
            return True
        time.sleep(0.05)
    return False


def status(pid):
    with suppress(OSError), open(f"/proc/{pid}/status") as file:  # noqa: PTH123
        return file.read()
    return ""


def test_one_that_hangs_is_killed_with_all_that_it_started(fake):
    folder = fake(
        'sleep 60 & echo $! >"$(dirname "$0")/child"; echo $$ >"$(dirname "$0")/own"; wait'
    )
    start = time.monotonic()
    with pytest.raises(OutOfTimeError) as caught:
        graphviz(PLAN, seconds=1)
    assert time.monotonic() - start < 10
    said = str(caught.value)
    assert "did not finish within 1 s" in said
    assert "2 nodes and 1 edges" in said
    for hint in ('detail="stages"', "fewer stages", 'engine="embedded"'):
        assert hint in said
    for name in ("child", "own"):
        assert ends(int((folder / name).read_text()))


def test_one_that_closes_its_output_and_stays_is_killed(fake):
    folder = fake('echo $$ >"$(dirname "$0")/own"; exec >&- 2>&-; exec sleep 60')
    with pytest.raises(OutOfTimeError):
        graphviz(PLAN, seconds=1)
    assert ends(int((folder / "own").read_text()))


def test_one_that_is_interrupted_is_killed(fake):
    folder = fake('echo $$ >"$(dirname "$0")/own"; exec sleep 60')

    def interrupted(*_):
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupted)
    signal.setitimer(signal.ITIMER_REAL, 1)
    try:
        with pytest.raises(KeyboardInterrupt):
            graphviz(PLAN, seconds=20)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert ends(int((folder / "own").read_text()))


def test_one_that_floods_is_killed(fake, monkeypatch):
    monkeypatch.setattr(graphvizengine, "MAX_ANSWER", 100_000)
    folder = fake('echo $$ >"$(dirname "$0")/own"; exec yes')
    with pytest.raises(RenderError, match="wrote more than 100000 bytes"):
        graphviz(PLAN)
    assert ends(int((folder / "own").read_text()))


def test_a_flood_of_complaints_blocks_nothing(fake):
    fake("yes complaint | head -c 1000000 >&2; cat >/dev/null; exit 3")
    with pytest.raises(RenderError, match="status 3: 'complaint'"):
        graphviz(PLAN)


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("exit 1", "dot failed with status 1"),
        ("echo 'Error: lost edge' >&2; exit 0", "status 0: 'Error: lost edge'"),
        ("echo rubbish", "no answer that can be read"),
        ("exit 0", "no answer that can be read"),
        ("echo '{}'", "no answer that can be read"),
        ("echo '[]'", "no answer that can be read"),
        ("""echo '{"bb": "0,0,1,x"}'""", "no answer that can be read"),
        (
            """echo '{"bb": "0,0,9,nan", "objects": [{"name": "s0", "pos": "1,2"}]}'""",
            "can be read",
        ),
        ("""echo '{"bb": "0,0,9,9", "objects": [{"name": "s0", "pos": "1,2"}]}'""", "can be read"),
        ("exec sh -c 'kill -SEGV $$'", "status -11"),
    ],
)
def test_one_that_fails_or_talks_nonsense_is_an_error(fake, script, message):
    fake(script)
    with pytest.raises(RenderError, match=message):
        graphviz(PLAN)


def test_a_program_gets_little_of_our_environment(monkeypatch):
    monkeypatch.setenv("SECRET", "x")
    command = [sys.executable, "-I", "-c", "import os; print(sorted(os.environ))"]
    said = answer(command, b"", seconds=20, most=10_000).decode()
    assert "SERVER_NAME" in said
    assert "SECRET" not in said


def test_what_cannot_be_started_is_an_error(tmp_path):
    with pytest.raises(RenderError, match="cannot be started"):
        answer([str(tmp_path / "none")], b"", seconds=1, most=10)


def test_a_question_that_is_never_read_is_no_harm(fake):
    fake("exit 0")
    large = Plan(spots=tuple(Spot(id=f"{k}", size=Size(9, 9)) for k in range(5_000)))
    with pytest.raises(RenderError, match="can be read"):
        graphviz(large)


def test_a_program_in_the_working_directory_is_none(monkeypatch):
    monkeypatch.setattr(graphvizengine.shutil, "which", lambda name: f"./{name}")
    assert dot_program() is None


def test_what_is_missing_says_how_to_get_it_and_what_works_without(monkeypatch):
    monkeypatch.setattr(graphvizengine.shutil, "which", lambda _: None)
    monkeypatch.setattr(graphvizengine.importlib.util, "find_spec", lambda _: None)
    with pytest.raises(MissingLibraryError) as program:
        graphviz(PLAN)
    with pytest.raises(MissingLibraryError) as library:
        graphviz_wasm(PLAN)
    for hint in ("apt-get install graphviz", "brew install", "choco install", "journeymap[wasm]"):
        assert hint in str(program.value)
    assert "journeymap[wasm]" in str(library.value)
    for error in (program, library):
        assert 'engine="embedded"' in str(error.value)
        assert ".dot" in str(error.value)


def test_auto_asks_graphviz_for_networks_only(monkeypatch):
    asked = []
    monkeypatch.setattr(graphvizengine, "_placed", lambda plan, *_: asked.append(plan))
    monkeypatch.setattr(graphvizengine, "dot_program", lambda: "/bin/dot")
    auto(PLAN)
    assert asked == []
    auto(NETWORK)
    assert asked == [NETWORK]


def test_auto_takes_webassembly_where_there_is_no_program(monkeypatch):
    asked = []
    monkeypatch.setattr(graphvizengine, "_placed", lambda *given: asked.append(given[1]))
    monkeypatch.setattr(graphvizengine, "dot_program", lambda: None)
    monkeypatch.setattr(graphvizengine, "has_wasm", lambda: True)
    auto(NETWORK)
    assert asked == ["graphviz-wasm"]


@pytest.mark.parametrize("script", ["exit 1", "echo rubbish", "sleep 60"])
def test_auto_draws_without_graphviz_where_that_fails(fake, script):
    fake(script)
    assert auto(NETWORK, seconds=0.5) == embedded(NETWORK)


def test_auto_draws_without_graphviz_where_there_is_none(monkeypatch):
    monkeypatch.setattr(graphvizengine.shutil, "which", lambda _: None)
    monkeypatch.setattr(graphvizengine.importlib.util, "find_spec", lambda _: None)
    assert auto(NETWORK) == embedded(NETWORK)


@pytest.mark.parametrize("engine", [graphviz, graphviz_wasm])
def test_lanes_and_too_many_edges_are_refused(fake, monkeypatch, engine):
    fake("exit 1")
    monkeypatch.setattr(graphvizengine, "has_wasm", lambda: True)
    with pytest.raises(RenderError, match="draws no lanes"):
        engine(Plan(spots=(), bands=(Band(title=Size(9, 9)),)))
    many = (Link(tail="a", head="b"),) * (MAX_LINKS + 1)
    with pytest.raises(RenderError, match="too many edges for Graphviz, 2001"):
        engine(Plan(spots=PLAN.spots, links=many))


def test_an_engine_is_had_by_its_name():
    assert engine_of("graphviz") is graphviz
    assert engine_of("graphviz-wasm") is graphviz_wasm
    with pytest.raises(OptionError, match=r"unknown engine 'graphvis'.*did you mean 'graphviz'"):
        engine_of("graphvis")


def test_without_a_name_it_is_our_own_whatever_is_installed(monkeypatch):
    monkeypatch.setattr(graphvizengine, "dot_program", lambda: "/bin/dot")
    monkeypatch.setattr(graphvizengine, "has_wasm", lambda: True)
    assert engine_of(None) is embedded
