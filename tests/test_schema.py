"""The schema says what the reader takes."""

from __future__ import annotations

import copy
import json
import pathlib

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, given, settings

import journeymap
from journeymap import files
from journeymap.errors import OptionError, SourceError
from journeymap.files import schema, writer
from journeymap.files.template import LANGUAGES, template
from strategies import journeys

PATH = pathlib.Path(journeymap.__file__).parent / "files" / "journey.schema.json"
ROOT = pathlib.Path(__file__).parent.parent
VALIDATOR = jsonschema.Draft7Validator(json.loads(PATH.read_text(encoding="utf-8")))


def problems(data):
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(data)]


def test_the_schema_in_the_package_is_current():
    text = PATH.read_text(encoding="utf-8")
    assert text == schema.schema_text(), f"journeymap schema -o {PATH}"


def test_it_is_a_schema_of_draft_7():
    jsonschema.Draft7Validator.check_schema(VALIDATOR.schema)
    assert VALIDATOR.schema["$id"] == "urn:journeymap:schema:1"


def test_every_property_has_a_description():
    found = []

    def walk(node):
        if isinstance(node, dict):
            for name, value in node.get("properties", {}).items():
                found.append(name)
                assert value["description"], name
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(VALIDATOR.schema)
    assert {"valence", "moment_of_truth", "mitigation", "evidence", "growth"} <= {*found}


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(journeys())
def test_what_is_written_is_valid(journey):
    assert not problems(writer.plain(journey))
    assert not problems(writer.plain(journey, may_mix=False))


@pytest.mark.parametrize("path", sorted(ROOT.glob("examples/*/*.yaml")), ids=str)
def test_the_examples_are_valid(path):
    files.load(path)
    # PyYAML makes dates of what every editor takes for text.
    data = json.dumps(yaml.safe_load(path.read_text(encoding="utf-8")), default=str)
    assert not problems(json.loads(data))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["b2b", "b2c"])
def test_a_template_is_valid_and_reads_without_faults(kind, language):
    text = template(kind, language)
    journey = files.loads(text)
    assert (journey.kind, journey.language) == (kind, language)
    assert not problems(yaml.safe_load(text))
    assert text.startswith("# yaml-language-server: $schema=journey.schema.json\n")
    assert max(len(line) for line in text.splitlines()) <= 100


def test_unknown_templates_list_the_known():
    with pytest.raises(OptionError, match="known: b2b, b2c"):
        template("b2g")
    with pytest.raises(OptionError, match="known: en, ru"):
        template("b2b", "de")


WRONG = [
    {},
    {"title": "A", "stagse": []},
    {"title": "A", "journeymap": 2},
    {"title": "A", "kind": "b2g"},
    {"title": "A", "stages": [{"job": "x"}]},
    {"title": "A", "stages": [{"name": "x", "emotions": {"tired": "low"}}]},
    {"title": "A", "stages": [{"name": "x", "emotions": {"valence": 1, "tired": 1}}]},
    {"title": "A", "stages": [{"name": "x", "importance": 2.5}]},
    {"title": "A", "stages": [{"name": "x", "duration": "soon"}]},
    {"title": "A", "stages": [{"name": "x", "moment_of_truth": "yes"}]},
    {"title": "A", "stages": [{"name": "x", "involvement": {"CFO": "asked"}}]},
    {"title": "A", "stages": [{"name": "x", "hypotheses": [{"change": "x", "ice": "high"}]}]},
    {"title": "A", "offers": [{"name": "x", "costs": ["licence"]}]},
    {
        "title": "A",
        "offers": [{"name": "x", "costs": [{"name": "x", "category": "use", "amount": "5 bucks"}]}],
    },
    {"title": "A", "offers": [{"name": "x", "gains": [{"name": "x"}]}]},
    {"title": "A", "tco": {"years": "long"}},
    {"title": "A", "tco": {"discount_rate": 12}},
    {"title": "A", "repeat_rate": "often"},
    {"title": "A", "updated": "yesterday"},
    {"title": "A", "scale": "high"},
]


@pytest.mark.parametrize("data", WRONG, ids=str)
def test_what_the_schema_refuses_the_reader_refuses(data):
    assert problems(data)
    with pytest.raises(SourceError):
        files.loads(json.dumps(data), "json")


RIGHT = {
    "$schema": "journey.schema.json",
    "title": "A",
    "scale": {"low": 1, "high": 5, "low_name": "bad"},
    "persona": "B",
    "tco": 5,
    "buyers": {"name": "CFO", "role": "champion"},
    "messages": [{"feature": "F", "benefits": [{"to": "user", "text": "T"}]}],
    "stages": [
        "One",
        {
            "name": "Two",
            "actions": "x",
            "kind": None,
            "duration": "1 day to 2 days",
            "metrics": [{"name": "m", "planned": 5, "measured": "5 % of all"}],
            "involvement": {"CFO": {"level": "decides", "stance": "sceptic"}},
            "emotions": {"tired": 2, "glad": {"valence": 1, "evidence": "observed"}, "so": None},
            "touchpoints": {"name": "Web", "emotions": {"name": "calm", "valence": 1}},
        },
    ],
}


def test_short_forms_are_valid_and_read():
    data = copy.deepcopy(RIGHT)
    del data["stages"][1]["kind"]
    assert not problems(data)
    assert files.loads(json.dumps(data), "json").buyers[0].role == ("coach",)
