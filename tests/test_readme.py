"""What the READMEs show is what the program does: picture, commands, first lines."""

import re
import shlex
from pathlib import Path

import pytest

import journeymap as jm
from conftest import ROOT, example
from journeymap.cli import main

README = "README.md"
RUSSIAN = "README.ru.md"
TEXTS = {name: (ROOT / name).read_text(encoding="utf-8") for name in (README, RUSSIAN)}
both = pytest.mark.parametrize("name", TEXTS)


def block(name, language):
    """Return the first block of code in a language."""
    return re.search(rf"^```{language}\n(.*?)^```", TEXTS[name], re.DOTALL | re.MULTILINE)[1]


def marked(which, name=README):
    """Return the text of a marked command."""
    mark = rf"^<!-- command: {which} -->\n```sh\n(.*?)^```"
    return re.search(mark, TEXTS[name], re.DOTALL | re.MULTILINE)[1]


def command(which):
    """Return a marked command, its continued lines joined."""
    return marked(which).replace("\\\n", "").strip()


@pytest.fixture
def here(tmp_path, monkeypatch):
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@both
def test_the_picture_is_current(name, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    status = main(["embed", name, "--check"])
    assert status == 0, f"run `journeymap embed {name}`: {capsys.readouterr().err}"


@pytest.mark.parametrize(
    ("name", "link"),
    {README: f"[По-русски]({RUSSIAN})", RUSSIAN: f"[In English]({README})"}.items(),
)
def test_the_first_screen_has_a_sentence_the_picture_and_two_commands(name, link):
    screen, *_ = TEXTS[name].partition("\n## ")
    title, start, picture, *rest = [part for part in screen.split("\n\n") if part.strip()]
    sentence, other = start.splitlines()
    assert title == "# journeymap"
    assert sentence.count(".") == 1
    assert other == link
    assert picture.splitlines()[1].startswith("![")
    assert [line for part in rest for line in part.splitlines() if "command:" in line] == [
        "<!-- command: render -->",
        "<!-- command: test -->",
    ]


@pytest.mark.parametrize("which", ["render", "test"])
def test_the_commands_are_the_same_in_both_languages(which):
    assert marked(which, README) == marked(which, RUSSIAN)


def test_both_have_the_same_parts():
    """What one README gains, the other must gain too."""
    signs = r"^(#+|- |\$ \S+ \S+|\| ?[`|]|```\w*|<!-- \w+)"
    parts, russian = (re.findall(signs, text, re.MULTILINE) for text in TEXTS.values())
    assert len(parts) > 60
    assert parts == russian


@pytest.mark.parametrize("which", ["render", "test"])
def test_a_command_is_one_line_for_the_shell(which):
    text = command(which)
    assert "\n" not in text
    assert "python3 -m venv .venv && .venv/bin/pip install" in text
    assert "apt-get install -y" in text


def test_both_commands_prepare_the_machine_alike():
    start = "python3 -m venv"
    render, test = (command(which).partition(start)[0] for which in ("render", "test"))
    assert render == test


def test_the_render_command_draws_three_formats(here):
    words = shlex.split(command("render").rpartition("&&")[2])
    assert words[0] == ".venv/bin/journeymap"
    assert main(words[1:]) == 0
    starts = {"map.svg": b"<", "map.png": b"\x89PNG", "map.pdf": b"%PDF"}
    for name, start in starts.items():
        assert (here / name).read_bytes().startswith(start)


@both
def test_python_and_file_say_the_same(name, here):
    names = {}
    exec(compile(block(name, "python"), name, "exec"), names)  # noqa: S102 - our own text
    journey = names["journey"]
    assert journey == jm.loads(block(name, "yaml"))
    assert (here / "coffee.svg").read_text(encoding="utf-8") == jm.swimlane(journey).svg


def test_the_first_lines_are_the_smallest_example():
    assert jm.loads(block(README, "yaml")) == example("minimal")


@both
def test_the_commands_run(name, here):
    for file in ("coffee.yaml", "as-is.yaml", "to-be.yaml"):
        (here / file).write_text(block(name, "yaml"), encoding="utf-8")
    for line in block(name, "console").splitlines():
        start, *words = shlex.split(line.removeprefix("$ "))
        assert start == "journeymap"
        assert main(words) == 0
    assert {path.name for path in here.iterdir()} >= {"coffee.svg", "coffee.png", "coffee.pdf"}


@both
def test_the_faults_are_those_of_the_file_with_two_mistakes(name):
    wrong = block(name, "yaml").replace("actions:", "action:", 1).replace("-1", "-5")
    with pytest.raises(jm.SourceError) as caught:
        jm.loads(wrong, name="coffee.yaml")
    pattern = re.escape(block(name, "text").strip()).replace("…", ".*")
    assert re.fullmatch(pattern, str(caught.value))


@both
def test_what_is_named_is_public(name):
    named = set(re.findall(r"\bjm\.([A-Za-z_]+)", TEXTS[name]))
    assert len(named) > 10
    assert named <= set(jm.__all__)


@both
def test_the_links_lead_somewhere(name):
    targets = re.findall(r"\]\(([^)#]+)\)", TEXTS[name])
    for target in targets:
        assert target.startswith("https://") or Path(ROOT, target).exists(), target
