"""The hooks for pre-commit and the action for GitHub run, and ask for what the command has."""

import os
import re
import shlex
import shutil
import subprocess
import sys

import pytest
import yaml

from conftest import ROOT
from journeymap.cli import main, parser

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
BASH = shutil.which("bash")
GOOD = "title: A\nstages: [One, Two]\n"
WRONG = "title: A\nstages: [{name: One, importance: 9}]\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "a.yaml").write_text(GOOD)
    return tmp_path


def test_there_is_a_hook_for_each_of_three_commands():
    assert [hook["id"] for hook in HOOKS] == [
        "journeymap-check",
        "journeymap-fmt",
        "journeymap-render",
    ]
    for hook in HOOKS:
        assert hook["language"] == "python"
        assert hook["name"].replace(" ", "-") == hook["id"]
        program, *words = shlex.split(hook["entry"])
        assert program == "journeymap"
        parser().parse_args([*words, *hook.get("args", []), "a.yaml"])


@pytest.mark.parametrize(
    ("path", "is_journey"),
    [
        ("journey.yaml", True),
        ("examples/minimal/journey.yml", True),
        ("crm.journey.toml", True),
        ("docs/maps/crm.json", True),
        ("journeys/2026/crm.yaml", True),
        ("mkdocs.yaml", False),
        ("maps/crm.svg", False),
        ("roadmaps/crm.yaml", False),
    ],
)
def test_the_hooks_look_at_journeys(path, is_journey):
    for hook in HOOKS:
        assert bool(re.search(hook["files"], path)) == is_journey


def test_the_hooks_run_on_files(folder, capsys):
    check, fmt, render = [
        [*shlex.split(hook["entry"])[1:], *hook.get("args", [])] for hook in HOOKS
    ]
    (folder / "maps" / "b.yaml").write_text("stages: [One]\ntitle: 'B'\n")
    names = ["maps/a.yaml", "maps/b.yaml"]
    for words in (check, fmt, render):
        assert main([*words, *names]) == 0
    assert capsys.readouterr() == ("", "maps/b.yaml: formatted\n")
    assert sorted(path.name for path in (folder / "maps").glob("*.svg")) == ["a.svg", "b.svg"]
    assert main([*render, "--check", *names]) == 0
    (folder / "maps" / "b.yaml").write_text(WRONG)
    assert main([*check, *names]) == 1


@pytest.fixture
def runner(folder, tmp_path_factory):
    """Runs the steps of the action with inputs, as the runner does; `python3` is a stand-in."""
    away = tmp_path_factory.mktemp("runner")
    log = away / "log"
    (away / "bin").mkdir()
    stand_in = away / "bin" / "python3"
    work = (
        "#!/bin/sh\n"
        f'printf "%s\\n" "$*" >>"{log}"\n'
        'if [ "$2" != venv ]; then exit 0; fi\n'
        'mkdir -p "$3/bin"\n'
        f'cp "$0" "$3/bin/python"\n'
        f'printf \'#!/bin/sh\\nexec "{sys.executable}" -m journeymap "$@"\\n\' >"$3/bin/jm"\n'
        'mv "$3/bin/jm" "$3/bin/journeymap"\n'
        'chmod +x "$3/bin/journeymap"\n'
    )
    stand_in.write_text(work)
    stand_in.chmod(0o755)
    for name in ("sudo", "ldconfig"):
        tool = away / "bin" / name
        tool.write_text(f'#!/bin/sh\nprintf "%s\\n" "{name} $*" >>"{log}"\n')
        tool.chmod(0o755)

    def run(**given):
        log.write_text("")
        inputs = {name: spec.get("default", "") for name, spec in ACTION["inputs"].items()} | given
        path = [str(away / "bin"), os.environ["PATH"]]
        (away / "path").write_text("")
        for step in ACTION["runs"]["steps"]:
            assert "${{" not in step["run"], "an input must not become a part of a script"
            environment = {
                "RUNNER_TEMP": str(away),
                "RUNNER_OS": "Linux",
                "GITHUB_PATH": str(away / "path"),
                "PYTHONPATH": os.pathsep.join(sys.path),
            }
            for name, value in step["env"].items():
                what = re.fullmatch(r"\$\{\{ (\w+)\.(\w+) \}\}", value).groups()
                environment[name] = str(ROOT) if what[0] == "github" else inputs[what[1]]
            added = (away / "path").read_text().split()
            environment["PATH"] = os.pathsep.join([*reversed(added), *path])
            done = subprocess.run(  # noqa: S603 - our own scripts
                [
                    shutil.which("bash"),
                    "--noprofile",
                    "--norc",
                    "-eo",
                    "pipefail",
                    "-c",
                    step["run"],
                ],
                cwd=folder,
                env=environment,
                capture_output=True,
                text=True,
                timeout=60,
                check=False,
            )
            if done.returncode:
                break
        assert done.stderr == ""
        return done.returncode, done.stdout, log.read_text()

    return run


bash = pytest.mark.skipif(not BASH, reason="there is no bash")


@bash
def test_the_action_checks_with_annotations(folder, runner):
    status, out, log = runner(files="maps/*.yaml")
    assert (status, out) == (0, "")
    assert f"-m pip install --quiet --disable-pip-version-check {ROOT}\n" in log
    assert "apt-get" not in log
    (folder / "maps" / "with a space.yaml").write_text(WRONG)
    status, out, log = runner(files="maps/a.yaml\n\n**/with*.yaml\n", version="1.2.3")
    assert status == 1
    assert out.startswith(
        "::error file=maps/with a space.yaml,line=2,col=34,title=journeymap JM002"
    )
    assert "check journeymap==1.2.3\n" in log


@bash
def test_the_action_draws_and_finds_stale_pictures(folder, runner):
    args = "-o {folder}/{name}.svg -o {folder}/{name}.png"
    (folder / "maps" / "%41.yaml").write_text(GOOD)
    status, out, log = runner(files="maps/%41.yaml", command="render", args=f"{args}\n--check")
    assert status == 1
    assert out == (
        "::error title=journeymap::maps/%2541.svg: missing\n"
        "::error title=journeymap::maps/%2541.png: missing\n"
    )
    assert "sudo apt-get install -y -qq libcairo2\n" in log
    status, out, log = runner(files="maps/*.yaml", command="render", args="-o {folder}/{name}.svg")
    assert (status, out) == (0, "")
    assert "apt-get" not in log
    assert (folder / "maps" / "a.svg").exists()


@bash
def test_the_action_formats_and_says_what_it_did(folder, runner):
    (folder / "maps" / "a.yaml").write_text("stages: [One]\ntitle: 'B'\n")
    status, out, _ = runner(files="maps/*.yaml", command="fmt", args="--check")
    assert (status, out) == (1, "::error title=journeymap::maps/a.yaml: would be formatted\n")
    status, out, _ = runner(files="maps/*.yaml", command="fmt")
    assert (status, out) == (0, "maps/a.yaml: formatted\n")


@bash
def test_the_action_fails_where_no_file_matches_and_runs_no_text_of_an_input(folder, runner):
    status, out, _ = runner(files="none/*.yaml")
    assert (status, out) == (2, "::error title=journeymap::no file matches none/*.yaml\n")
    status, out, _ = runner(files="maps/a.yaml", args="$(touch x) `touch y` ; touch z")
    assert status == 2
    assert "unrecognized arguments" in out or "No such file" in out
    assert not {"x", "y", "z"} & {path.name for path in folder.iterdir()}
