"""`journeymap render` of many files: side by side, all or nothing; and `--check`."""

import io
import multiprocessing
import os
import signal
import subprocess
import sys
import time

import pytest

from journeymap.cli import drawing, main

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
    monkeypatch.setattr(drawing, "_context", lambda: context)


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
    monkeypatch.setattr(drawing, "ProcessPoolExecutor", None)
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


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_ctrl_c_ends_all_processes_without_a_word_and_writes_nothing(folder):
    code = (
        "import sys, time\n"
        "from journeymap.cli import drawing, main\n"
        "def slow(task): time.sleep(60)\n"
        "drawing._draw = slow\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    line = [sys.executable, "-c", code, "render", *NAMES, "-o", "{name}.svg", "--jobs", "2"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(  # noqa: S603 - our own code
        line, stderr=subprocess.PIPE, env=environment, start_new_session=True
    )
    children = f"/proc/{process.pid}/task/{process.pid}/children"

    def workers():
        with open(children) as file:  # noqa: PTH123
            return file.read().split()

    wait_for(lambda: len(workers()) == 2)
    started = workers()
    time.sleep(0.3)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (130, b"")
    assert not any(os.path.exists(f"/proc/{pid}") for pid in started)  # noqa: PTH110
    assert pictures(folder) == {}


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
