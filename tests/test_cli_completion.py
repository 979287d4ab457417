"""The help, and what the shells complete."""

import re
import shlex
import shutil
import subprocess

import pytest

from journeymap.cli import COMMANDS, main, parser
from journeymap.cli.shells import SCRIPTS
from journeymap.cli.typed import commands_of
from journeymap.files import FORMATS
from journeymap.labels import LANGUAGES
from journeymap.layout.lanes import LANES
from journeymap.theme import THEMES
from journeymap.views import VIEWS


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_the_help_fits_eighty_columns_and_its_examples_can_be_typed(name, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    assert main([*filter(None, [name]), "--help"]) == 0
    text = capsys.readouterr().out
    assert max(map(len, text.splitlines())) <= 80
    assert "\x1b" not in text
    examples = text.partition("\nexamples:\n")[2].partition("\n\n")[0].splitlines()
    assert examples
    for line in examples:
        typed = re.sub(r" +#.*", "", line)
        program, *words = shlex.split(re.split(r" [|<>] ", typed)[0])
        assert program == "journeymap"
        if words != ["render", "--help"]:
            assert parser().parse_args(words).command in COMMANDS


def test_headings_are_bold_where_colours_are_wanted(capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert main(["render", "--help"]) == 0
    assert "\x1b[" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["render", "--help"]) == 0
    assert "\x1b[" not in capsys.readouterr().out


def test_what_is_offered_is_what_is_known():
    (render, *_) = commands_of(parser())
    offered = {spelling: option for option in render.options for spelling in option.spellings}
    assert offered["--view"].words == tuple(VIEWS)
    assert offered["--theme"].words == (*THEMES, "auto")
    assert offered["--lanes"].words == tuple(LANES)
    assert offered["--lanes"].is_list
    assert offered["--language"].words == LANGUAGES
    assert offered["--from"].words == FORMATS
    assert offered["--output"].is_file
    assert offered["--curves"].is_journey
    assert offered["--check"].is_flag
    assert {name for one in commands_of(parser()) for name in [one.name]} == set(COMMANDS)


@pytest.mark.parametrize("shell", SCRIPTS)
def test_a_script_is_printed(shell, capsys):
    assert main(["completion", shell]) == 0
    text = capsys.readouterr().out
    for option in ("view", "lanes", "discount-rate"):
        assert option in text


def test_an_unknown_shell_is_refused(capsys):
    assert main(["completion", "fsh"]) == 2
    assert "unknown shell 'fsh' (known: bash, zsh, fish; did you mean" in capsys.readouterr().err


def script(shell, capsys):
    main(["completion", shell])
    return capsys.readouterr().out


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("crm.yaml", "crm two.json", "crm.txt"):
        (tmp_path / name).touch()
    (tmp_path / "crms").mkdir()
    return tmp_path


CASES = [
    (["re"], {"render"}),
    (["c"], {"compare", "check", "convert", "coverage", "completion"}),
    (["render", "--vi"], {"--view"}),
    (["render", "--view", "ta"], {"table"}),
    (["render", "--view", ""], set(VIEWS)),
    (["render", "crm"], {"crm.yaml", "crm two.json", "crms"}),
    (["render", "-o", "crm"], {"crm.yaml", "crm two.json", "crm.txt", "crms"}),
    (["render", "--lanes", "em"], {"emotions"}),
    (["render", "--lanes", "actions,em"], {"actions,emotions"}),
    (["render", "--theme", "dark", "--language", ""], {"en", "ru"}),
    (["new", "b"], {"b2b", "b2c"}),
    (["new", "b2b", "crm.y"], {"crm.yaml"}),
    (["check", "--format", "s"], {"sarif"}),
    (["completion", ""], {"bash", "zsh", "fish"}),
]


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
def test_bash_completes(folder, capsys):
    cases = [
        *CASES,
        (["render", "--view", "=", "ta"], {"table"}),
        (["render", "--view", "="], set(VIEWS)),
    ]
    lines = [script("bash", capsys)]
    for words, _ in cases:
        lines.append(f"COMP_WORDS=(journeymap {shlex.join(words)}); COMP_CWORD={len(words)}")
        lines.append("_journeymap; printf '%s\\n' \"${COMPREPLY[@]}\" ---")
    done = subprocess.run(  # noqa: S603 - our own script
        [shutil.which("bash"), "-u"],
        input="\n".join(lines),
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert done.stderr == ""
    answers = [set(filter(None, part.split("\n"))) for part in done.stdout.split("---\n")[:-1]]
    for (words, expected), answer in zip(cases, answers, strict=True):
        assert answer == expected, words


@pytest.mark.skipif(not shutil.which("fish"), reason="there is no fish")
def test_fish_completes(folder, capsys):
    lines = [script("fish", capsys)]
    for words, _ in CASES:
        line = shlex.join(["journeymap", *words]).removesuffix("''")
        lines.append(f"complete -C {shlex.quote(line)}; echo ---")
    done = subprocess.run(  # noqa: S603 - our own script
        [shutil.which("fish"), "--no-config"],
        input="\n".join(lines),
        cwd=folder,
        env={"HOME": str(folder), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    answers = [
        {line.split("\t")[0].strip("/") for line in part.split("\n") if line}
        for part in done.stdout.split("---\n")[:-1]
    ]
    for (words, expected), answer in zip(CASES, answers, strict=True):
        # Fish offers all files, and what has the letters anywhere if nothing starts with them.
        assert expected <= answer, words


@pytest.mark.skipif(not shutil.which("zsh"), reason="there is no zsh")
def test_zsh_reads_its_script(folder, capsys):
    (folder / "_journeymap").write_text(script("zsh", capsys))
    done = subprocess.run(  # noqa: S603 - our own script
        [shutil.which("zsh"), "-f", "-c", "autoload -Uz compinit; compinit -u -D; . ./_journeymap"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert done.stderr == ""
