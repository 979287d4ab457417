"""What `journeymap fmt` makes of a text: its meaning and its comments stay, its form is one."""

import json
import re

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import journeymap as jm
from conftest import ROOT
from journeymap import files
from journeymap.cli import main
from journeymap.files import writer, yaml_reader
from journeymap.files.formatting import formatted
from journeymap.files.nodes import Mapping, Sequence
from journeymap.files.source import Limits, decoded
from strategies import journeys

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
SOURCES = sorted(
    [
        *ROOT.glob("examples/*/journey.yaml"),
        *ROOT.glob("src/journeymap/files/templates/*.yaml"),
        *ROOT.glob("docs/snippets/*.yaml"),
    ]
)


def meaning(text):
    return files.loads(text)


def shared(data, known):
    """Return data in which equal parts are one object, so that PyYAML gives them names."""
    if isinstance(data, dict):
        data = {key: shared(value, known) for key, value in data.items()}
    elif isinstance(data, list):
        data = [shared(value, known) for value in data]
    else:
        return data
    return known.setdefault(json.dumps(data), data)


@st.composite
def written(draw):
    """A journey as people and programs may write it, without comments."""
    journey = draw(journeys())
    if draw(st.booleans()):
        return files.dumps(journey)
    data = writer.plain(journey)
    return yaml.dump(
        shared(data, {}) if draw(st.booleans()) else data,
        default_flow_style=draw(st.sampled_from([None, True, False])),
        width=draw(st.sampled_from([20, 80, 1_000])),
        indent=draw(st.integers(2, 5)),
        sort_keys=draw(st.booleans()),
        explicit_start=draw(st.booleans()),
        line_break=draw(st.sampled_from(["\n", "\r\n"])),
        allow_unicode=True,
    )


@st.composite
def commented(draw):
    """A text with comments wherever a comment can be, and their number."""
    text = draw(written())
    wanted = meaning(text)
    count = 0
    for _ in range(draw(st.integers(0, 6))):
        lines = text.split("\n")
        at = draw(st.integers(0, len(lines) - 1))
        note = f"# note {count}."
        if draw(st.booleans()):
            lines[at] = f"{lines[at].rstrip()} {note}"
        else:
            blank = [""] * draw(st.integers(0, 2))
            indent = " " * draw(st.integers(0, 6))
            lines[at:at] = [*blank, indent + note, *blank[1:]]
        try:
            is_comment = meaning("\n".join(lines)) == wanted
        except jm.SourceError:
            continue
        if is_comment:
            text, count = "\n".join(lines), count + 1
    return text, count


@settings(max_examples=120, deadline=None, suppress_health_check=SLOW)
@given(commented())
def test_meaning_and_comments_stay_and_once_is_enough(given_text):
    text, count = given_text
    made = formatted(text)
    assert meaning(made) == meaning(text), made
    assert formatted(made) == made
    assert sorted(re.findall(r"# note \d+\.", made)) == sorted(
        f"# note {number}." for number in range(count)
    )


@pytest.mark.parametrize("length", [80, 94, 95, 96, 100, 101, 200])
def test_an_empty_list_under_a_long_key_stays_one(length):
    key = "x" * length
    text = f"title: T\nstages:\n- name: S\n  notes:\n    ? {key}\n    : []\n"
    made = formatted(text)
    assert meaning(made) == meaning(text), made
    assert formatted(made) == made


@settings(max_examples=100, deadline=None, suppress_health_check=SLOW)
@given(journeys())
def test_what_is_dumped_is_formatted(journey):
    for name in files.FORMATS:
        text = files.dumps(journey, name)
        assert formatted(text, name) == text


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem + path.parent.name)
def test_our_own_files_are_formatted(path):
    text = path.read_text(encoding="utf-8")
    assert formatted(text) == text, f"run `journeymap fmt {path}`"


UNTIDY = """\
# The head of the file.

# About the title.
stages:   # all of them


  - emotions: {joy: 1, fear}   # felt
    # The name.
    name:   'One'
    job: >
      a long text that its author has broken into lines so that it can be read, which it is, is it
      not, when it is as long as this one
    touchpoints: [ 'Shop' ,   # near
       # of ours
       {channel: site, name: "Our: site"} ]
    # The end of the first.

  # The second.
  -
    name: "Two"   # short
    importance: 3
    nonsense: [a, {b: "3", c: 3}]
    thoughts: &same
    - "yes"
    - Why?
# Of the map.
title: &t A
persona: {need: *t, name: "B"}
kind:
updated: 2026-05-04
language: 'en'
# The very end.
"""

TIDY = """\
# The head of the file.

# About the title.
# Of the map.
title: &t A
kind:
language: en
updated: 2026-05-04
persona: {name: B, need: *t}
stages: # all of them
-
  # The name.
  name: One
  job: >
    a long text that its author has broken into lines so that it can be read, which it is, is it
    not, when it is as long as this one
  touchpoints:
  - Shop # near
  # of ours
  - {name: "Our: site", channel: site}
  emotions: {joy: 1, fear: null} # felt
  # The end of the first.

# The second.
- name: Two # short
  thoughts: &same
  - "yes"
  - Why?
  importance: 3
  nonsense: [a, {b: "3", c: 3}]
# The very end.
"""


def test_an_untidy_file_becomes_tidy():
    assert formatted(UNTIDY) == TIDY
    assert formatted(TIDY) == TIDY


def test_a_name_is_given_where_it_is_met_first():
    text = "stages:\n- {name: A, job: &j Go}\npersona: {name: P, need: *j}\ntitle: T\n"
    made = "title: T\npersona: {name: P, need: &j Go}\nstages:\n- {name: A, job: *j}\n"
    assert formatted(text) == made
    again = "title: T\nstages:\n- {job: &a One, name: A}\n- {name: *a, job: &a Two}\n- *a\n"
    assert meaning(formatted(again)) == meaning(again)
    assert "&a-2 Two" in formatted(again)


def test_a_second_comment_at_a_value_goes_above_it():
    text = "title: # one\n  A # two\nstages: [ # three\n  B, # four\n  ] # five\n"
    made = "# two\ntitle: A # one\n# five\nstages: # three\n- B # four\n"
    assert formatted(text) == made
    assert formatted(made) == made
    block = "title: | # one\n  A\n\n# two\nstages: [] # three\n"
    assert formatted(block) == "title: |- # one\n  A\n".replace("|-", "|") + "\n" + (
        "# two\nstages: [] # three\n"
    )


ODD = [
    "title: A\nstages: [B]# near\n",
    "---  # start\ntitle: A\n...\n# behind\n",
    "%YAML 1.1\n# above\n---\ntitle: A\n",
    "? title  # mark\n: A  # value\n# end\n",
    "title: A\nx:\n- - a  # one\n  - b\n  # two\n-\n  - c\n - d\n",
    "title: A\nx:\n    - a\n    # inside\n  # between\ny: 1\n",
    "title: |2-  # mark\n    A\n  b\n\n\n# next\ny: ''\n",
    "title: >\n  A\n   b\n\n# next\ny: ~\n",
    "title: 'A\u2028B' # one\ny: \"\\u2028\" # two\n",
    "\ufefftitle: A # \U0001f600\r\n\r\n# two\r\ny: {a, b: , c: null}\r\n",
    "title: A\nx: {? [a] : 1}\n",
    "title: A\nx: &a\n  # in\n  - 1\ny: &b # beside\n  k: *a\nz: [*a, *b]\n",
    "title: A\nx: [ # none\n]\ny: {\n  # at all\n}\n",
    "{title: A, # one\n x: [1,\n # two\n 2]} # three\n",
    "title: A\nx: '#no'\ny: a#no\n",
]


def data(node):
    """Return what a tree says, whatever the order of its keys."""
    if isinstance(node, Mapping):
        return {key: data(entry.node) for key, entry in node.entries.items()}
    if isinstance(node, Sequence):
        return [data(item) for item in node.items]
    is_figure = node.kind == "plain" and re.fullmatch(r"[\d.]+|true|false", node.text)
    return None if node.kind == "null" else (node.text, bool(is_figure))


def read(text):
    source = decoded(text, "x", Limits())
    node = yaml_reader.read(source)
    assert source.faults == []
    return data(node)


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_keep_their_meaning_and_their_comments(text):
    try:
        meant = read(text)
    except jm.SourceError:
        with pytest.raises(jm.SourceError):
            formatted(text)
        return
    made = formatted(text)
    assert read(made) == meant
    assert formatted(made) == made
    comments = re.compile(r"""(?<![\w'"])# ?\w*""")
    assert sorted(comments.findall(made)) == sorted(comments.findall(text))


def test_json_and_toml_are_what_convert_writes():
    text = '{"$schema": "x.json", "stages": ["One"], "title": "A"}'
    made = formatted(text, "json")
    assert json.loads(made) == {
        "$schema": "x.json",
        "journeymap": 1,
        "title": "A",
        "stages": ["One"],
    }
    assert next(iter(json.loads(made))) == "$schema"
    assert formatted(made, "json") == made
    toml = "stages = ['One']\ntitle = 'A # b'\n"
    assert formatted(toml, "toml") == 'journeymap = 1\ntitle = "A # b"\nstages = [\n    "One",\n]\n'


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("title: [", "yaml", "x:1:8: not valid YAML"),
        ("", "yaml", "x:1:1: not a journey (got an empty file"),
        ("- a", "yaml", "x:1:1: not a journey (got a list"),
        ("title: A\ntitle: B", "yaml", "x:2:1: journey.title: the same key again"),
        ("title: !!str A", "yaml", ""),
        ("title: !x A", "yaml", "a tag"),
        ("a: {<<: {b: 1}}", "yaml", "merge keys are not read"),
        ("{", "json", "not valid JSON"),
        ('{"stages": ["A"]}', "json", "title: missing"),
        ("title = 'A'\nstages = ['B'] # why\n", "toml", "x:2:16: a comment, which would be lost"),
        ("a", "xml", "unknown format 'xml'"),
    ],
)
def test_what_would_be_lost_or_cannot_be_read_is_refused(text, kind, said):
    if not said:
        assert formatted(text, kind)
        return
    with pytest.raises(jm.JourneymapError) as caught:
        formatted(text, kind, name="x")
    assert said in str(caught.value)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(UNTIDY)
    (tmp_path / "b.yaml").write_text(TIDY)
    return tmp_path


def test_check_and_diff_write_nothing_and_say_which(folder, capsys):
    assert main(["fmt", "--check", "a.yaml", "b.yaml"]) == 1
    assert capsys.readouterr() == ("", "a.yaml: would be formatted\n")
    assert main(["fmt", "--diff", "a.yaml", "b.yaml"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("--- a/a.yaml\n+++ b/a.yaml\n@@ ")
    assert "\n-language: 'en'\n" in out
    assert err == "a.yaml: would be formatted\n"
    assert (folder / "a.yaml").read_text() == UNTIDY
    assert main(["fmt", "--check", "--diff", "b.yaml"]) == 0
    assert capsys.readouterr() == ("", "")


def test_files_are_written_only_where_they_change(folder, capsys):
    before = (folder / "b.yaml").stat()
    assert main(["fmt", "a.yaml", "b.yaml"]) == 0
    assert capsys.readouterr() == ("", "a.yaml: formatted\n")
    assert (folder / "a.yaml").read_text() == TIDY
    assert (folder / "b.yaml").stat() == before


def test_nothing_is_written_if_one_cannot_be_read(folder, capsys):
    (folder / "c.yaml").write_text("title: [")
    (folder / "d.yaml").write_text("title: A\ntitle: B")
    assert main(["fmt", "a.yaml", "c.yaml", "d.yaml"]) == 2
    said = capsys.readouterr().err.splitlines()
    assert [line.split(" ")[0] for line in said] == ["c.yaml:1:8:", "d.yaml:2:1:"]
    assert (folder / "a.yaml").read_text() == UNTIDY
