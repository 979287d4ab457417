"""`journeymap render` of many files: side by side, all or nothing; and `--check`."""

import io
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from journeymap.cli import main, workers

GOOD = "title: {name}\nstages: [One, Two]\n"
WRONG = "title: A\nstages:\n- {name: One, importance: 9}\n- {nmae: Two}\n"
NAMES = [f"map{number}.yaml" for number in range(5)]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        (tmp_path / name).write_text(GOOD.format(name=name))
    (tmp_path / "wrong.yaml").write_text(WRONG)
    (tmp_path / "broken.yaml").write_text("title: [")
    return tmp_path


def pictures(folder):
    return {path.name: path.read_bytes() for path in folder.glob("*.svg")}


def render(*words):
    return main(["render", *words, "-o", "{name}.svg", "--text", "system"])


@pytest.fixture
def forking(monkeypatch):
    """Let processes be copies even where the test runner has threads."""
    context = multiprocessing.get_context("fork")
    monkeypatch.setattr(workers, "_context", lambda: context)


@pytest.mark.usefixtures("forking")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_any_number_of_jobs_draws_the_same(folder, capsys):
    seen = []
    for jobs in ("1", "2", "9"):
        assert render(*NAMES, "--jobs", jobs) == 0
        seen.append(pictures(folder))
        assert capsys.readouterr() == ("", "")
        for path in folder.glob("*.svg"):
            path.unlink()
    assert len(seen[0]) == len(NAMES)
    assert seen[0] == seen[1] == seen[2]
    assert len(set(seen[0].values())) == len(NAMES)


@pytest.mark.usefixtures("forking")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_faults_of_all_files_are_told_in_their_order_and_nothing_is_written(folder, capsys, jobs):
    names = [NAMES[0], "wrong.yaml", NAMES[1], "broken.yaml"]
    assert render(*names, "--jobs", jobs) == 2
    places = [line.split(" ")[0] for line in capsys.readouterr().err.splitlines()]
    assert places == ["wrong.yaml:3:27:", "wrong.yaml:4:4:", "broken.yaml:1:8:"]
    assert pictures(folder) == {}


@pytest.mark.usefixtures("folder")
def test_one_input_makes_no_process(monkeypatch):
    monkeypatch.setattr(workers, "side_by_side", None)
    assert render(NAMES[0]) == 0
    assert render(*NAMES, "--jobs", "1") == 0


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("jobs", ["0", "-1", "x", "1.5", "²", "99999999999"])
def test_a_number_of_jobs_is_one_or_more(capsys, jobs):
    assert render(*NAMES, f"--jobs={jobs}") == 2
    assert "argument --jobs: expected a whole number from 1" in capsys.readouterr().err


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.usefixtures("folder")
def test_progress_is_for_those_who_watch_and_is_gone_in_the_end(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert render(*NAMES, "--jobs", "1") == 0
    said = sys.stderr.getvalue()
    assert said.split("\r\x1b[K")[0] == "1/5 map0.yaml"
    assert said.endswith("5/5 map4.yaml\r\x1b[K")
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert render(*NAMES[:2], "--jobs", "1") == 0
    assert sys.stderr.getvalue() == ""
    assert capsys.readouterr().out == ""


def wait_for(condition):
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


SLOW = """
import sys, time
from journeymap.cli import drawing, script
def slow(task): time.sleep(60)
drawing._draw = slow
script()
"""


def running(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:  # noqa: PTH123
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.fixture
def drawers(folder):
    """A command that draws for a long time, and the ids of its two processes."""
    line = [sys.executable, "-c", SLOW, "render", *NAMES, "-o", "{name}.svg", "--jobs", "2"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = subprocess.Popen(  # noqa: S603 - our own code
        line, cwd=folder, stderr=subprocess.PIPE, env=environment, start_new_session=True
    )
    children = Path(f"/proc/{command.pid}/task/{command.pid}/children")
    wait_for(lambda: len(children.read_text().split()) == 2)
    started = children.read_text().split()
    yield command, started
    command.kill()
    command.wait()
    wait_for(lambda: not any(map(running, started)))


on_linux = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")


@on_linux
@pytest.mark.parametrize("delay", [0, 0.05, 0.3])
def test_ctrl_c_ends_all_processes_without_a_word_and_writes_nothing(folder, drawers, delay):
    command, started = drawers
    time.sleep(delay)
    os.killpg(command.pid, signal.SIGINT)
    _, err = command.communicate(timeout=20)
    assert (command.returncode, err) == (130, b"")
    assert not any(map(running, started))
    assert pictures(folder) == {}


@on_linux
def test_a_command_that_is_terminated_leaves_no_process_behind(folder, drawers):
    command, started = drawers
    command.terminate()
    _, err = command.communicate(timeout=20)
    assert (command.returncode, err) == (143, b"")
    assert not any(map(running, started))
    assert pictures(folder) == {}


@on_linux
def test_processes_without_a_parent_end_after_their_work(folder):
    code = SLOW.replace("time.sleep(60)", "time.sleep(0.5)")
    line = [sys.executable, "-c", code, "render", *NAMES, "-o", "{name}.svg", "--jobs", "2"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = subprocess.Popen(line, cwd=folder, env=environment)  # noqa: S603 - our own code
    children = Path(f"/proc/{command.pid}/task/{command.pid}/children")
    wait_for(lambda: len(children.read_text().split()) == 2)
    started = children.read_text().split()
    command.kill()
    command.wait()
    wait_for(lambda: not any(map(running, started)))


@on_linux
@pytest.mark.usefixtures("folder")
def test_a_process_that_is_killed_is_told_and_ends_the_others(drawers):
    command, started = drawers
    os.kill(int(started[0]), signal.SIGKILL)
    _, err = command.communicate(timeout=20)
    assert command.returncode == 2
    assert err.startswith(b"a process that drew was ended from outside")
    assert err.count(b"\n") == 1
    assert not any(map(running, started))


def test_check_says_what_is_stale_or_missing_and_writes_nothing(folder, capsys):
    assert render(*NAMES[:3]) == 0
    assert render(*NAMES[:3], "--check") == 0
    assert capsys.readouterr() == ("", "")
    (folder / "map0.svg").write_text("<svg/>")
    (folder / "map2.svg").unlink()
    before = pictures(folder)
    assert render(*NAMES[:3], "--check") == 1
    assert capsys.readouterr() == ("", "map0.svg: stale\nmap2.svg: missing\n")
    assert pictures(folder) == before
    assert render(NAMES[0], "--check", "--theme", "dark") == 1
    assert main(["render", NAMES[0], "-o", "no/such/folder.svg", "--check"]) == 1
    assert capsys.readouterr().err.endswith("no/such/folder.svg: missing\n")


@pytest.mark.usefixtures("folder")
def test_check_compares_png_and_pdf_too(capsys):
    line = ["render", NAMES[0], "-o", "a.png", "-o", "a.pdf"]
    assert main(line) == 0
    assert main([*line, "--check"]) == 0
    assert main([*line, "--check", "--scale", "2"]) == 1
    assert capsys.readouterr().err == "a.png: stale\n"


@pytest.mark.usefixtures("folder")
def test_compare_can_check_too(capsys):
    line = ["compare", *NAMES[:2], "-o", "a.svg"]
    assert main([*line, "--check"]) == 1
    assert main(line) == 0
    assert main([*line, "--check"]) == 0
    assert capsys.readouterr().err == "a.svg: missing\n"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "-", "--check"], "--check: compares files; - is none\n"),
        (["-o", "folder.svg", "--check"], "folder.svg: Is a directory\n"),
        (["-o", "a.svg", "-o", "a.svg", "--check"], "would be written twice"),
    ],
)
def test_what_cannot_be_compared_is_refused(folder, capsys, words, said):
    (folder / "folder.svg").mkdir()
    assert main(["render", NAMES[0], *words]) == 2
    assert said in capsys.readouterr().err
