"""What is written reads as the same journey, and other readers see the same data."""

from __future__ import annotations

import json
import tomllib

import attrs
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeymap import files
from journeymap.files import toml_reader, writer, yaml_writer
from journeymap.files.nodes import Mapping, Sequence
from journeymap.files.source import Limits, decoded
from journeymap.model import Journey, Stage, Statement
from strategies import TRICKY, journeys, texts

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


@settings(max_examples=1_000, deadline=None, suppress_health_check=SLOW)
@given(journeys())
def test_a_journey_survives_each_format(journey):
    for name in files.FORMATS:
        text = files.dumps(journey, name)
        assert files.loads(text, name) == journey, text
    # Reading does not go through the class's own `__init__`; what it gives must pass there.
    assert attrs.evolve(files.loads(text, name)) == journey


def test_lists_of_tables_keep_their_order():
    reported = Statement("short", evidence="reported")
    long = Statement("long " * 30, evidence="reported")
    notes = {"b": [long], "a": [reported], "c": ["plain"]}
    journey = Journey("J", stages=[Stage("S", notes=notes)])
    read = files.loads(files.dumps(journey, "toml"), "toml")
    assert [note.heading for note in read.stages[0].notes] == ["b", "a", "c"]


@settings(max_examples=200, deadline=None, suppress_health_check=SLOW)
@given(journeys())
def test_other_readers_see_the_same_data_and_we_write_it_the_same_again(journey):
    data = writer.plain(journey)
    written = {name: files.dumps(journey, name) for name in files.FORMATS}
    assert yaml.safe_load(written["yaml"]) == data
    assert json.loads(written["json"]) == data
    assert tomllib.loads(written["toml"]) == writer.plain(journey, may_mix=False)
    for name, text in written.items():
        assert files.dumps(files.loads(text, name), name) == text


@settings(max_examples=500, deadline=None)
@given(st.lists(texts() | st.sampled_from(TRICKY), min_size=1, max_size=3))
def test_no_reader_of_yaml_takes_a_text_for_anything_else(values):
    for data in ({"a": values}, {"a": dict.fromkeys(values, 1)}, {values[0]: values[-1]}):
        assert yaml.safe_load(yaml_writer.text(data)) == data


def test_a_mark_at_the_start_and_line_ends_of_windows_change_nothing():
    journey = Journey("Карта", stages=["Выбор", "Опыт\nи память"])
    for name in files.FORMATS:
        data = b"\xef\xbb\xbf" + files.dumps(journey, name).replace("\n", "\r\n").encode()
        assert files.loads(data, name) == journey


def test_each_suffix_names_its_format(tmp_path):
    journey = Journey("Map", stages=["Choice"])
    for suffix in ("yaml", "yml", "toml", "json", "JSON"):
        path = files.dump(journey, tmp_path / f"map.{suffix}")
        assert files.load(path) == journey
    assert (tmp_path / "map.yaml").read_text().startswith("journeymap: 1\ntitle: Map\n")


def _data(node):
    if isinstance(node, Mapping):
        return {key: _data(entry.node) for key, entry in node.entries.items()}
    return [_data(item) for item in node.items] if isinstance(node, Sequence) else node.text


def test_a_name_longer_than_a_plain_key_may_be_survives():
    name = "Buyer " + "x" * 2_000
    journey = Journey("Map", buyers=[name], stages=[Stage("A", involvement={name: "decides"})])
    for kind in files.FORMATS:
        assert files.loads(files.dumps(journey, kind), kind) == journey
    assert f"? {name}\n" in files.dumps(journey)


TOML = (
    r"""
a.b.c = 1 # comment = "x"
a."d e" = '''
first
second'''
'q"k' = "\u00e9 \" ] # no comment"
text = \"\"\"one \
  two ""quoted"" ends with quotes\"\"\"\"\"
list = [ [1, 2], # [
  ["x", 'y]'], ]
inline = { x = 1, y.z = "2", w = {} }
time = 2026-01-01
empty = ""

[ table . sub ]
key = 0x_1F

[[many]]
name = "one"
[many.inner]
deep = 1_000.5
[[many.items]]
n = 1
[[many.items]]
n = 2
[[many]]
name = "two"
""".replace(r"\"", '"')
    .replace("0x_1F", "0x1F")
    .replace('\\u00e9 " ]', '\\u00e9 \\" ]')
)


def test_the_walk_over_toml_sees_what_tomllib_sees():
    found = _data(toml_reader.read(decoded(TOML, "x", Limits())))
    expected = tomllib.loads(TOML, parse_float=str)
    assert found == json.loads(json.dumps(expected, default=str), parse_int=str) | {
        "many": [
            {
                "name": "one",
                "inner": {"deep": "1000.5"},
                "items": [{"n": "1"}, {"n": "2"}],
            },
            {"name": "two"},
        ]
    }
