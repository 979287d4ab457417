"""What can be typed, and what comes back."""

import errno
import inspect
import io
import itertools
import json
import os
import re
import subprocess
import sys
import types

import pytest

import journeymap as jm
from journeymap import files
from journeymap.cli import COMMANDS, main, pictures, shared

GOOD = """\
title: A
kind: b2c
stages:
- name: One
  actions: [x]
  emotions: [{name: joy, valence: 1}]
"""
WRONG = "title: A\nstages:\n- {name: One, importance: 9}\n- {nmae: Two}\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.yaml").write_text(GOOD)
    (tmp_path / "wrong.yaml").write_text(WRONG)
    (tmp_path / "broken.yaml").write_text("title: [")
    return tmp_path


def typed(monkeypatch, data):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_render_writes_each_output_in_its_format(folder, capsys):
    assert main(["render", "good.yaml", "-o", "a.svg", "-o", "a.png", "-o", "a.pdf"]) == 0
    assert (folder / "a.svg").read_bytes().startswith(b"<svg ")
    assert (folder / "a.png").read_bytes().startswith(b"\x89PNG")
    assert (folder / "a.pdf").read_bytes().startswith(b"%PDF")
    assert capsys.readouterr() == ("", "")


def test_render_hands_every_option_on(folder, monkeypatch):
    seen = []

    class Picture:
        notes = ("a note",)

        def bytes(self, kind, *, scale):
            return f"{kind} {scale}".encode()

    def view(journey, **options):
        seen.append((journey.title, options))
        return Picture()

    view.__signature__ = inspect.signature(jm.swimlane)

    monkeypatch.setattr(pictures, "VIEWS", {"swimlane": view})
    line = "render good.yaml -o a.png --lanes actions,emotions --theme dark --language ru"
    assert main([*line.split(), "--width", "900", "--scale", "2", "--text", "system"]) == 0
    assert seen == [
        (
            "A",
            {
                "lanes": ["actions", "emotions"],
                "theme": "dark",
                "language": "ru",
                "width": 900.0,
                "text": "system",
            },
        )
    ]
    assert (folder / "a.png").read_text() == "png 2.0"
    assert main(["render", "good.yaml", "-o", "b.svg"]) == 0
    assert seen[1] == ("A", {})


@pytest.mark.usefixtures("folder")
def test_render_refuses_what_a_view_does_not_take(monkeypatch, capsys):
    monkeypatch.setattr(pictures, "VIEWS", {"dot": jm.Diagram})
    assert main(["render", "good.yaml", "-o", "a.png", "--view", "dot", "--width", "9"]) == 2
    assert capsys.readouterr().err == "--width: the view dot has no such option\n"


@pytest.mark.usefixtures("folder")
def test_render_takes_and_gives_streams(capsysbinary, monkeypatch):
    typed(monkeypatch, GOOD.encode())
    assert main(["render", "-", "-o", "-", "--format", "png"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"\x89PNG")
    typed(monkeypatch, files.dumps(files.loads(GOOD), "json").encode())
    assert main(["render", "-", "-o", "-"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"<svg ")
    typed(monkeypatch, b"title = 'A'\nstages = ['One']")
    assert main(["render", "-", "-o", "-", "--from", "toml"]) == 0


def test_render_puts_the_name_of_each_input_into_the_output(folder, capsys):
    (folder / "other.yaml").write_text(GOOD)
    assert main(["render", "good.yaml", "other.yaml", "-o", "x.{name}.svg"]) == 0
    assert (folder / "x.good.svg").exists()
    assert (folder / "x.other.svg").exists()
    assert main(["render", "good.yaml", "other.yaml", "-o", "x.svg"]) == 2
    assert "written twice" in capsys.readouterr().err
    assert not (folder / "x.svg").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["render", "wrong.yaml", "-o", "a.svg"], "wrong.yaml:3:27: journey.stages[0].importance"),
        (["render", "good.yaml", "wrong.yaml", "-o", "{name}.svg"], "wrong.yaml:4:4: journey.sta"),
        (["render", "broken.yaml", "-o", "a.svg"], "broken.yaml:1:8: not valid YAML"),
        (["render", "none.yaml", "-o", "a.svg"], "none.yaml: No such file or directory"),
        (["render", "good.txt", "-o", "a.svg"], "no format has the suffix '.txt'"),
        (["render", "good.yaml", "-o", "a.svgg"], "unknown format of a.svgg: 'svgg' (known: svg"),
        (["render", "good.yaml", "-o", "a.md"], "(known: svg, png, pdf; --view table has it)"),
        (
            ["render", "good.yaml", "-o", "a.svg", "--view", "cycle", "--page", "A4"],
            "--page: the view cycle has no such option (views that have it: swimlane)",
        ),
        (["render", "good.yaml", "-o", "a.svg", "-o", "no/a.svg"], "no/a.svg: No such file"),
        (["render", "good.yaml", "-o", "a.svg", "--view", "swimlan"], "did you mean 'swimlane'"),
        (["render", "good.yaml", "-o", "a.svg", "--lanes", "action"], "did you mean 'actions'"),
        (["render", "good.yaml", "-o", "a.svg", "--theme", "drak"], "did you mean 'dark'"),
        (["render", "good.yaml", "-o", "a.svg", "--width", "nan"], "width"),
        (["render", "good.yaml", "-o", "a.png", "--scale", "1e9"], "px"),
        (["render", "good.yaml", "-o", "a.svg", "--scale", "0"], "--scale: must be a number above"),
        (["render", "good.yaml", "-o", "a.svg", "--scale", "nan"], "--scale: must be a number"),
        (["render", "good.yaml", "-o", "a.svg", "-o", "folder.svg"], "folder.svg: Is a directory"),
        (["render", "good.yaml", "-o", "a.svg", "-o", "good.yaml/b.svg"], "b.svg: Not a directory"),
        (["render", "good.yaml", "-o", "a.svg", "-o", "./a.svg"], "would be written twice"),
        (["render", "good.yaml", "-o", "a.svg", "--lanes", ""], "--lanes: names no lane"),
        (["render", "good.yaml", "-o", "a.svg", "--theme", ""], "--theme: is empty"),
        (["render", "good.yaml", "-o", "{nam}.svg"], "unknown placeholder {nam} (known: {name}, {"),
        (["render", "good.yaml"], "journeymap render: the following arguments are required"),
        (["convert", "wrong.yaml", "-o", "a.toml"], "wrong.yaml:3:27"),
        (["convert", "good.yaml", "-o", "a.txt"], "no format has the suffix"),
        (["convert", "good.yaml", "-o", "-", "--format", "xml"], "unknown format 'xml'"),
        (["convert", "good.yaml", "-o", "./good.yaml"], "its comments would be lost"),
        (["new", "b2g", "a.yaml"], "unknown kind of journey 'b2g'"),
        (["new", "b2b", "good.yaml"], "good.yaml: is there already; --force replaces it"),
        (["new", "b2b", "a.toml"], "a template is YAML"),
        (["check", "good.yaml", "none.yaml"], "none.yaml: No such file or directory"),
        (["check", "broken.yaml", "wrong.yaml"], "not valid YAML"),
        (["chekc"], "unknown command 'chekc' (known: render, watch, "),
        (["rendr", "good.yaml"], "completion; did you mean 'render'?) (see journeymap --help)"),
        (["render", "--colour"], "required"),
        (
            ["render", "good.yaml", "-o", "a.svg", "--them=dark"],
            "render: unrecognized arguments: --them=dark; did you mean '--theme'? (see journey",
        ),
        (
            ["render", "good.yaml", "-o", "a.svg", "--width", "wide"],
            "expected a number (got 'wide'",
        ),
        (["render", "good.yaml", "-o", "a.svg", "--scale", "x"], "expected a number (got 'x')"),
        (
            ["render", "good.yaml", "-o", "a.svg", "--per-row", "1.5"],
            "expected a whole number (got",
        ),
        (["watch", "good.yaml", "--port", "http"], "--port: expected a whole number (got 'http')"),
        (["check", "folder.svg"], "folder.svg: Is a directory"),
        (["render", ".", "-o", "a.svg"], ".: Is a directory"),
        (["schema", "-o", "/dev/full"], "/dev/full: No space left on device"),
        ([], "required"),
    ],
)
def test_a_wrong_call_or_input_is_status_2_one_line_a_fault_and_nothing_written(
    folder, capsys, arguments, said
):
    (folder / "folder.svg").mkdir()
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    status = main(arguments)
    out = capsys.readouterr()
    assert status == 2
    assert said in out.err
    assert "Traceback" not in out.err
    assert out.err.endswith("\n")
    after = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert after == before


def test_patterns_stand_for_files_where_no_shell_expands_them(folder, monkeypatch, capsys):
    (folder / "sub").mkdir()
    (folder / "sub" / "other.yaml").write_text(GOOD)
    line = ["check", "g*.yaml", "sub/*.yaml", "no*.yaml"]
    monkeypatch.setattr(shared, "_SHELL_EXPANDS", False)
    assert main([*line[:3]]) == 0
    inner = os.path.join("sub", "other.yaml")  # noqa: PTH118 - as a reader sees it
    assert capsys.readouterr().out == f"good.yaml: no faults\n{inner}: no faults\n"
    assert main(line) == 2
    assert capsys.readouterr().err == "no*.yaml: No such file or directory\n"
    monkeypatch.setattr(shared, "_SHELL_EXPANDS", True)
    assert main(line[:2]) == 2


def test_a_fault_leaves_existing_pictures_as_they_were(folder):
    (folder / "a.svg").write_text("old")
    assert main(["render", "wrong.yaml", "-o", "a.svg"]) == 2
    assert main(["render", "good.yaml", "-o", "a.svg", "-o", "b.xyz"]) == 2
    assert main(["render", "good.yaml", "-o", "a.svg", "-o", "b.png", "--scale", "nan"]) == 2
    assert (folder / "a.svg").read_text() == "old"


def test_a_folder_that_cannot_be_written_stops_all_outputs(folder, capsys, monkeypatch):
    (folder / "sub").mkdir()
    monkeypatch.setattr(os, "access", lambda path, _mode: path.name != "sub")
    assert main(["render", "good.yaml", "-o", "a.svg", "-o", "sub/a.png"]) == 2
    assert capsys.readouterr().err == "sub/a.png: Permission denied\n"
    assert not (folder / "a.svg").exists()


class _Full(io.BytesIO):
    def write(self, _data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_stream_that_takes_nothing_is_named_and_comes_first(folder, capsys, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", types.SimpleNamespace(flush=lambda: None, buffer=_Full()))
        assert main(["render", "good.yaml", "-o", "a.svg", "-o", "-"]) == 2
    assert capsys.readouterr().err == "standard output: No space left on device\n"
    assert not (folder / "a.svg").exists()


@pytest.mark.parametrize("data", [b"title = 'A'\nstages = ['One']", b"[[stages]]\nname = 'A'"])
def test_toml_on_the_standard_input_hints_at_its_option(data, capsys, monkeypatch):
    typed(monkeypatch, data)
    assert main(["check", "-"]) == 2
    assert "taken for YAML: for TOML, give --from toml" in capsys.readouterr().err
    typed(monkeypatch, b"title: [")
    assert main(["check", "-", "--from", "yaml"]) == 2
    assert "toml" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "title: A\ntitle: B"),
        ("a.toml", "title = 'A'\ntitle = 'B'"),
        ("a.json", '{"title": "A", "title": "B"}'),
    ],
)
def test_a_repeated_key_is_status_1_in_each_format(folder, name, text):
    (folder / name).write_text(text)
    assert main(["check", name]) == 1


@pytest.mark.usefixtures("folder")
def test_check_says_every_fault_and_is_status_1(capsys):
    assert main(["check", "good.yaml", "wrong.yaml"]) == 1
    out, err = capsys.readouterr()
    assert out == "good.yaml: no faults\n"
    places = [line.split(" ")[0] for line in err.splitlines() if not line.startswith(" ")]
    assert places == ["wrong.yaml:3:27:", "wrong.yaml:4:4:"]


def test_check_reads_the_standard_input(capsys, monkeypatch):
    typed(monkeypatch, WRONG.encode())
    assert main(["check", "-"]) == 1
    assert capsys.readouterr().err.startswith("<stdin>:3:27: ")


def test_new_writes_a_template_that_checks_and_renders(folder, capsys):
    for kind in ("b2b", "b2c"):
        for language in ("en", "ru"):
            name = f"{kind}.{language}.yaml"
            assert main(["new", kind, name, "--language", language]) == 0
            assert "journeymap schema -o" in capsys.readouterr().err
            assert main(["check", name]) == 0
            assert main(["render", name, "-o", "{name}.svg"]) == 0
            assert capsys.readouterr().err == ""
    assert main(["new", "b2c", "good.yaml", "--force"]) == 0
    assert "swim" in (folder / "good.yaml").read_text()


def test_new_and_schema_print_where_asked(capsys):
    assert main(["new", "b2b", "-"]) == 0
    assert files.loads(capsys.readouterr().out).kind == "b2b"
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["$id"] == "urn:journeymap:schema:1"


@pytest.mark.usefixtures("folder")
def test_convert_goes_round_all_formats(capsys):
    steps = ["good.yaml", "a.toml", "a.json", "b.yaml"]
    for source, target in itertools.pairwise(steps):
        assert main(["convert", source, "-o", target]) == 0
    assert files.load("b.yaml") == files.load("good.yaml")
    assert main(["convert", "good.yaml", "-o", "-", "--format", "toml"]) == 0
    assert capsys.readouterr().out.startswith("journeymap = 1\n")


def test_help_breaks_no_word_that_is_typed(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    for name in COMMANDS:
        assert main([name, "--help"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert max(map(len, lines)) <= 80
        assert not [line for line in lines if re.search(r"\w-$", line)]


def test_help_shows_examples_for_every_command(capsys):
    assert main(["--help"]) == 0
    text = capsys.readouterr().out
    assert "\n  1  found wanting, by check or --check\n" in text
    for name in COMMANDS:
        assert f"\n    {name} " in text
        assert main([name, "--help"]) == 0
        assert "\nexamples:\n  journeymap " in capsys.readouterr().out
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("journeymap 0.")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device here")  # noqa: PTH110
@pytest.mark.parametrize("words", [["--help"], ["render", "--help"], ["--version"], ["schema"]])
def test_an_output_that_is_full_is_one_line(words):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(  # noqa: S603 - our own code
            [sys.executable, "-m", "journeymap", *words],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=ENVIRONMENT,
        )
    assert done.stderr == b"standard output: No space left on device\n"
    assert done.returncode == 2


@pytest.mark.skipif(os.name != "posix", reason="streams are closed by the shell")
@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("check good.yaml >&-", 0),
        ("check wrong.yaml 2>&-", 1),
        ("check wrong.yaml >&- 2>&-", 1),
        ("render --help >&-", 0),
        ("render good.yaml -o a.svg >&- 2>&- <&-", 0),
        ("check - <&-", 2),
    ],
)
def test_closed_streams_end_nothing(folder, words, status):
    done = subprocess.run(  # noqa: S602 - our own code
        f"{sys.executable} -m journeymap {words}",
        shell=True,
        capture_output=True,
        check=False,
        env=ENVIRONMENT,
    )
    assert done.returncode == status
    assert b"Traceback" not in done.stderr
    if "a.svg" in words:
        assert (folder / "a.svg").read_bytes().startswith(b"<svg ")


ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "ascii"}


def run(*arguments, code=None):
    command = ["-c", code] if code else ["-m", "journeymap", *arguments]
    return subprocess.run(  # noqa: S603 - our own code
        [sys.executable, *command], capture_output=True, timeout=60, check=False, env=ENVIRONMENT
    )


def test_help_loads_nothing_heavy():
    code = (
        "import sys; from journeymap.cli import main; main(['render', '--help'])\n"
        "heavy = {'attrs', 'attr', 'yaml', 'tomllib', 'svgwrite', 'uharfbuzz', 'cairocffi'}\n"
        "sys.exit(bool(heavy & set(sys.modules)))"
    )
    assert run(code=code).returncode == 0


@pytest.mark.usefixtures("folder")
def test_one_map_loads_no_other_command_and_nothing_for_more_than_one():
    code = (
        "import sys; from journeymap.cli import COMMANDS, main\n"
        "assert main(['render', 'good.yaml', '-o', 'a.svg']) == 0\n"
        "idle = {f'journeymap.cli.{name}' for name in COMMANDS if name != 'render'}\n"
        "idle |= {'multiprocessing', 'difflib', 'journeymap.grids', 'journeymap.labels.ru'}\n"
        "print(*idle & set(sys.modules))"
    )
    done = run(code=code)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == b""


@pytest.mark.usefixtures("folder")
def test_the_command_works_in_a_process_of_its_own():
    done = run("render", "good.yaml", "-o", "-")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(b"<svg ")
    done = run("check", "wrong.yaml")
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


@pytest.mark.usefixtures("folder")
def test_a_reader_that_has_had_enough_is_no_error():
    with subprocess.Popen(
        [sys.executable, "-m", "journeymap", "schema"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.usefixtures("folder")
def test_an_interrupt_ends_without_a_traceback(monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("journeymap.cli.check.run", interrupt)
    assert main(["check", "good.yaml"]) == 130
