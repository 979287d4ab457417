"""What the README shows is what the program does: picture, commands, first lines."""

import re
import shlex
from pathlib import Path

import pytest

import journeymap as jm
from conftest import ROOT, example
from journeymap.cli import main

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def block(language):
    """Return the first block of code in a language."""
    return re.search(rf"^```{language}\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)[1]


def command(name):
    """Return a marked command, its continued lines joined."""
    marked = rf"^<!-- command: {name} -->\n```sh\n(.*?)^```"
    return re.search(marked, TEXT, re.DOTALL | re.MULTILINE)[1].replace("\\\n", "").strip()


@pytest.fixture
def here(tmp_path, monkeypatch):
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_picture_is_current(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    status = main(["embed", "README.md", "--check"])
    assert status == 0, f"run `journeymap embed README.md`: {capsys.readouterr().err}"


def test_the_first_screen_has_a_sentence_the_picture_and_two_commands():
    screen, *_ = TEXT.partition("\n## ")
    title, sentence, picture, *rest = [part for part in screen.split("\n\n") if part.strip()]
    assert title == "# journeymap"
    assert sentence.count(".") == 1
    assert picture.splitlines()[1].startswith("![")
    assert [line for part in rest for line in part.splitlines() if "command:" in line] == [
        "<!-- command: render -->",
        "<!-- command: test -->",
    ]


@pytest.mark.parametrize("name", ["render", "test"])
def test_a_command_is_one_line_for_the_shell(name):
    text = command(name)
    assert "\n" not in text
    assert "python3 -m venv .venv && .venv/bin/pip install" in text
    assert "apt-get install -y" in text


def test_both_commands_prepare_the_machine_alike():
    start = "python3 -m venv"
    render, test = (command(name).partition(start)[0] for name in ("render", "test"))
    assert render == test


def test_the_render_command_draws_three_formats(here):
    words = shlex.split(command("render").rpartition("&&")[2])
    assert words[0] == ".venv/bin/journeymap"
    assert main(words[1:]) == 0
    starts = {"map.svg": b"<", "map.png": b"\x89PNG", "map.pdf": b"%PDF"}
    for name, start in starts.items():
        assert (here / name).read_bytes().startswith(start)


def test_python_and_file_say_the_same(here):
    names = {}
    exec(compile(block("python"), "README.md", "exec"), names)  # noqa: S102 - our own text
    journey = names["journey"]
    assert journey == jm.loads(block("yaml")) == example("minimal")
    assert (here / "coffee.svg").read_text(encoding="utf-8") == jm.swimlane(journey).svg


def test_the_commands_run(here):
    for name in ("coffee.yaml", "as-is.yaml", "to-be.yaml"):
        (here / name).write_text(block("yaml"), encoding="utf-8")
    for line in block("console").splitlines():
        start, *words = shlex.split(line.removeprefix("$ "))
        assert start == "journeymap"
        assert main(words) == 0
    assert {path.name for path in here.iterdir()} >= {"coffee.svg", "coffee.png", "coffee.pdf"}


def test_the_links_lead_somewhere():
    targets = re.findall(r"\]\(([^)#]+)\)", TEXT)
    for target in targets:
        assert target.startswith("https://") or Path(ROOT, target).exists(), target
