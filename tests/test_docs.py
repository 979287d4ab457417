"""The documentation is complete: every public name, key, option, command and term has its place."""

import argparse
import importlib
import re
import sys

import pytest

import journeymap as jm
from conftest import ROOT
from journeymap.cli import parser
from journeymap.ext.asked import options
from journeymap.files.fields import fields_of

DOCS = ROOT / "docs"
REFERENCE = "".join(path.read_text("utf-8") for path in (DOCS / "reference").glob("*.rst"))
DOCUMENTED = re.findall(
    r"^\.\. auto(?:class|function|exception):: ([\w.]+)", REFERENCE, re.MULTILINE
)


@pytest.fixture
def extension(monkeypatch):
    """Loads a part of the documentation that writes a part of the reference."""
    monkeypatch.setattr(sys, "path", [str(DOCS / "_ext"), *sys.path])
    return importlib.import_module


def test_every_public_name_is_in_the_reference_once():
    own = [name for name in DOCUMENTED if "." not in name]
    markdown = importlib.import_module("journeymap.ext.markdown")
    for_programs = {
        name
        for name, value in vars(markdown).items()
        if getattr(value, "__module__", "") == markdown.__name__ and not name.startswith("_")
    }
    assert len(for_programs) >= 4
    assert sorted(own) == sorted({*jm.__all__, *for_programs})
    assert "journeymap.ext.sphinx.setup" in DOCUMENTED


def test_every_key_of_a_file_is_described(extension):
    file_format = extension("file_format")
    described = {(cls, name) for cls in file_format.classes() for name in file_format.meanings(cls)}
    keys = {
        (cls, name)
        for cls in file_format.classes()
        for name in fields_of(cls)
        if name not in file_format.SHARED
    }
    assert len(keys) > 100
    assert keys <= described
    assert all(f"   * - `{name}`\n" in REFERENCE for name in file_format.SHARED)


def test_every_command_is_in_the_reference(extension):
    command_line = extension("command_line")
    (commands,) = (
        action.choices
        for action in parser()._actions
        if isinstance(action, argparse._SubParsersAction)
    )
    assert re.findall(command_line._COMMAND, command_line.help_of()) == list(commands)


def test_every_option_of_every_view_is_described(extension):
    table = "\n".join(extension("view_options").lines())
    shown = re.findall(r"^   \* - `([\w-]+)`\n     - (\S+)", table, re.MULTILINE)
    assert {name for name, _ in shown} == {*options()} - {"view"}
    assert "As for" not in table


def test_every_page_is_in_the_table_of_contents():
    index = (DOCS / "index.rst").read_text("utf-8")
    listed = re.findall(r"^   (?:.+ <)?([\w/-]+)>?$", index, re.MULTILINE)
    pages = [path.relative_to(DOCS).with_suffix("").as_posix() for path in DOCS.rglob("*/*.rst")]
    written = [page for page in pages if not page.startswith(("gallery/", "contact-sheet/", "_"))]
    drawn = ["tutorial", "gallery/index", "contact-sheet/index"]
    assert sorted(listed) == sorted([*written, *drawn])


TERMS = """
customer journey map; stage; touchpoint; channel; segment; persona; job to be done; trigger; need;
expectation; action; thought; barrier; concern; mitigation; motivation; emotion; valence;
importance; satisfaction; moment of truth; recommendation; hypothesis; guardrail metric;
growth point; bottleneck; conversion; drop-off; stage duration; buying group; economic buyer;
technical buyer; user buyer; coach; decision-maker; FAB; total cost of ownership;
return on investment; fact; assumption; evidence; as-is; to-be; thought leadership; backstage;
way through; way back; alternative; buying network; lane; metric; message; offer
"""


def test_the_glossary_says_every_term_in_both_languages():
    glossary = (DOCS / "explanation" / "glossary.rst").read_text("utf-8")
    entries = dict(re.findall(r"^   (\S.*)\n((?:      .*\n)+)", glossary, re.MULTILINE))
    assert {" ".join(term.split()) for term in TERMS.split(";")} <= set(entries)
    for term, words in entries.items():
        if term != ":sorted:":
            english, _, russian = words.partition("*По-русски:*")
            assert len(english.split()) > 2, term
            assert re.search("[а-яё]", russian), term


def test_every_value_with_a_fixed_meaning_has_its_words(extension):
    table = "\n".join(extension("fixed_words").lines())
    rows = re.findall(r"^   \* - .*\n     - `(.+)`\n     - (.+)\n     - (.+)$", table, re.MULTILINE)
    known = {value for value, _, _ in rows}
    assert {"as-is", "economic", "supporter", "decides", "urgent", "measured", "running"} <= known
    assert all(re.search("[a-z]", english) for _, english, _ in rows)
    assert all(re.search("[а-яё]", russian) for _, _, russian in rows)
