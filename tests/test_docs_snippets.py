"""Every snippet of the documentation runs, page by page, as a reader would go through it.

A block of YAML or Markdown with a file name is that file. Blocks of Python share their names. What
stands under a command is what it prints; `…` stands for anything. A block of `diff` changes a line.
"""

import doctest
import re
import shlex
import textwrap

import attrs
import pytest
import yaml

from conftest import ROOT
from journeymap.cli import main

DOCS = ROOT / "docs"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
PAGES = sorted(
    path.relative_to(DOCS).as_posix()
    for path in DOCS.rglob("*.rst")
    if path.relative_to(DOCS).parts[0] not in {"gallery", "_build"}
)

_DIRECTIVE = re.compile(
    r"^\.\. (code-block|literalinclude):: (.+)\n((?:   :.+\n)*)((?:\n|   .*\n)*)", re.MULTILINE
)

FILES = {"yaml", "markdown"}


@attrs.frozen
class Snippet:
    language: str
    name: str
    text: str


def snippets(page):
    text = (DOCS / page).read_text(encoding="utf-8")
    for kind, argument, options, body in _DIRECTIVE.findall(text):
        given = dict(re.findall(r"^   :(\w+): (.*)$", options, re.MULTILINE))
        if kind == "literalinclude":
            included = ((DOCS / page).parent / argument).read_text(encoding="utf-8")
            yield Snippet(given["language"], given.get("caption", ""), included)
        else:
            code = textwrap.dedent(body).strip() + "\n"
            yield Snippet(argument, given.get("caption", ""), code)


def run_python(snippet, names):
    exec(compile(snippet.text, "snippet", "exec"), names)  # noqa: S102 - our own text


def run_doctest(snippet, names):
    test = doctest.DocTestParser().get_doctest(snippet.text, names, "snippet", None, 0)
    runner = doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL)
    report = []
    runner.run(test, out=report.append, clear_globs=False)
    names.update(test.globs)
    assert not runner.failures, "".join(report)


def run_console(snippet, capsys):
    for step in re.split(r"^\$ ", snippet.text, flags=re.MULTILINE)[1:]:
        line, _, expected = step.partition("\n")
        program, *words = shlex.split(line)
        assert program == "journeymap"
        capsys.readouterr()
        status = main(words)
        printed = "".join(capsys.readouterr())
        if expected.strip():
            pattern = re.escape(expected.strip()).replace("…", ".*")
            assert re.fullmatch(pattern, printed.strip(), re.DOTALL), printed
        else:
            assert status == 0, printed


def run_diff(snippet, folder):
    lines = snippet.text.splitlines(keepends=True)
    before, after = ("".join(line[1:] for line in lines if line[0] == sign) for sign in "-+")
    text = (folder / snippet.name).read_text(encoding="utf-8")
    assert text.count(before) == 1
    (folder / snippet.name).write_text(text.replace(before, after), encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_every_snippet_of_a_page_runs(page, tmp_path, monkeypatch, capsys):
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    names = {}
    for snippet in snippets(page):
        if snippet.language == "python":
            run_python(snippet, names)
        elif snippet.language == "pycon":
            run_doctest(snippet, names)
        elif snippet.language == "console":
            run_console(snippet, capsys)
        elif snippet.language == "diff":
            run_diff(snippet, tmp_path)
        elif snippet.language in FILES and snippet.name and "/" not in snippet.name:
            (tmp_path / snippet.name).write_text(snippet.text, encoding="utf-8")


def test_the_finished_tutorial_map_is_the_one_that_is_shown():
    tutorial = (DOCS / "tutorial.rst").read_text(encoding="utf-8")
    shown = re.findall(r"^\.\. journeymap:: (.+)$", tutorial, re.MULTILINE)
    written = [
        (DOCS / "snippets" / f"bicycle-{step}.yaml").read_text(encoding="utf-8")
        for step in (1, 2, 3)
    ]
    assert [(DOCS / name).read_text(encoding="utf-8") for name in shown] == written


def builds():
    """Return what each build of the tutorial calls `journeymap` with."""
    config = {
        part.name: yaml.safe_load(part.text)
        for part in snippets("tutorial.rst")
        if part.name.startswith(".")
    }
    script = config[".gitlab-ci.yml"]["maps"]["script"]
    yield [shlex.split(line)[1:] for line in script if line.startswith("journeymap ")]
    steps = config[".github/workflows/maps.yaml"]["jobs"]["maps"]["steps"]
    asked = [step["with"] for step in steps if "with" in step]
    yield [[it.get("command", "check"), *it.get("args", "").split(), it["files"]] for it in asked]
    known = {hook["id"]: hook for hook in yaml.safe_load(HOOKS.read_text(encoding="utf-8"))}
    asked = [(known[it["id"]], it) for it in config[".pre-commit-config.yaml"]["repos"][0]["hooks"]]
    yield [[*it["entry"].split()[1:], *it.get("args", []), own["files"]] for it, own in asked]


def test_the_builds_of_the_tutorial_watch_over_its_map(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "bicycle.yaml"
    file.write_text((DOCS / "snippets" / "bicycle-3.yaml").read_text("utf-8"), "utf-8")
    readme = next(part for part in snippets("tutorial.rst") if part.name == "README.md")
    (tmp_path / readme.name).write_text(readme.text, "utf-8")
    assert main(["embed", readme.name]) == 0
    gitlab, github, hooks = builds()
    for build in (gitlab, github, hooks):
        assert [words[0] for words in build[:2]] == ["check", "fmt"]
        assert [main(words) for words in build] == [0, 0, 0]
    file.write_text(file.read_text("utf-8").replace("importance: 2", "importance:  4"), "utf-8")
    for build in (gitlab, github):
        assert [main(words) for words in build] == [0, 1, 1]


def test_the_russian_page_shows_the_file_that_it_prints():
    printed = [part.text for part in snippets("howto/russian.rst") if part.name]
    assert printed == [(DOCS / "snippets" / "obed.yaml").read_text(encoding="utf-8")]
