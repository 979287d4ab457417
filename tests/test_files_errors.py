"""A wrong file is refused with all its faults, each at its place; the traps are closed."""

from __future__ import annotations

import subprocess
import sys

import pytest
import yaml

from costs import calls, grows_linearly
from journeymap import files
from journeymap.errors import OptionError, SourceError, UnreadableError
from journeymap.files import yaml_reader


def faults(text, kind="yaml", **options):
    with pytest.raises(SourceError) as caught:
        files.loads(text, kind, name=f"crm.{kind}", **options)
    return str(caught.value).splitlines()


def only(text, kind="yaml", **options):
    (line,) = faults(text, kind, **options)
    return line


def test_a_misspelt_key_names_the_nearest():
    line = only("title: A\nstages:\n- name: B\n  tuochpoints: [x]\n")
    assert line.startswith("crm.yaml:4:3: journey.stages[0].tuochpoints: unknown key (expected one")
    assert line.endswith("did you mean 'touchpoints'?)")


def test_a_misspelt_required_key_is_one_fault():
    line = only("title: A\nstages:\n- {nmae: B}\n")
    assert line.startswith("crm.yaml:3:4: journey.stages[0].nmae: unknown key")


SEVERAL = """\
title: A
buyers:
- {name: CFO, role: economical}
stages:
- name: One
  importance: 9
  duration: soon
  emotions:
  - {name: joy, valence: 5}
  - {name: fear, valence: low}
  involvement: {CFO: informd, CIO: decides}
- job: B
  moment_of_truth: yes
  recommendations:
  - {text: X, addresses: [nothing]}
"""


EXPECTED = """\
crm.yaml:3:21: journey.buyers[0].role: unknown value (got 'economical'; expected one of economic, \
technical, user, coach, champion, initiator, influencer, decider, buyer, gatekeeper; did you mean \
'economic'?)
crm.yaml:6:15: journey.stages[0].importance: out of range (got 9; expected 1..5)
crm.yaml:7:13: journey.stages[0].duration: not a duration (got 'soon'; expected a duration such as \
"1-2 weeks" or "40 minutes")
crm.yaml:9:26: journey.stages[0].emotions[0].valence: out of range (got 5; expected -2..2)
crm.yaml:10:27: journey.stages[0].emotions[1].valence: wrong type (got 'low'; expected a number)
crm.yaml:11:22: journey.stages[0].involvement.CFO: unknown value (got 'informd'; expected one of \
informed, consulted, decides; did you mean 'informed'?)
crm.yaml:11:31: journey.stages[0].involvement.CIO: refers to nothing (got 'CIO'; expected 'CFO'; \
did you mean 'CFO'?)
crm.yaml:12:3: journey.stages[1].name: missing (expected text)
crm.yaml:13:20: journey.stages[1].moment_of_truth: wrong type (got 'yes'; expected true or false)
"""


def test_all_faults_come_in_one_go_in_the_order_of_their_places():
    assert faults(SEVERAL) == EXPECTED.splitlines()


def test_faults_carry_their_parts():
    with pytest.raises(SourceError) as caught:
        files.loads("title: A\nstages: [{name: B, importance: 9}]", name="x.yaml")
    (fault,) = caught.value.faults
    assert (fault.file, fault.line, fault.column) == ("x.yaml", 2, 32)
    assert fault.steps == ("stages", 0, "importance")
    assert isinstance(caught.value, ValueError)


def test_the_same_fault_has_its_place_in_each_format():
    as_json = '{"title": "A",\n "stages": [{"name": "B", "importance": 9}]}'
    as_toml = 'title = "A"\n[[stages]]\nname = "B"\nimportance = 9'
    fault = "journey.stages[0].importance: out of range (got 9; expected 1..5)"
    assert only(as_json, "json") == f"crm.json:2:41: {fault}"
    assert only(as_toml, "toml") == f"crm.toml:4:14: {fault}"


def test_a_reference_to_what_could_not_be_read_is_no_fault_of_its_own():
    line = only("title: A\nbuyers: [{nam: CFO}]\nstages: [{name: B, involvement: {CFO: decides}}]")
    assert "unknown key" in line
    line = only("title: A\nscale: 5\nstages: [{name: B, emotions: [{name: joy, valence: 5}]}]")
    assert "scale" in line


def test_a_fault_between_objects_stands_beside_a_local_one():
    lines = faults(
        "title: A\nstages:\n- {name: B, id: x, importance: 9}\n- {name: C, id: x, leads_to: [D]}"
    )
    assert [line.split(" ")[0] for line in lines] == [
        "crm.yaml:3:32:",
        *["crm.yaml:4:17:"],
        *["crm.yaml:4:31:"],
    ]
    assert "the id of journey.stages[0] too (got 'x'" in lines[1]
    assert "leads_to[0].to: refers to nothing (got 'D'" in lines[2]


def test_a_fault_inside_an_object_is_found_beside_a_broken_child():
    cost = "{name: L, category: price, amount: 5 EUR, start: 1}"
    lines = faults(f"title: A\noffers: [{{name: O, costs: [{cost}, {{name: M}}]}}]")
    assert "start: only for a cost that recurs" in lines[0]
    assert "amount: missing (expected a money)" in lines[2]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("title: A\nstages: [{name: null}]", "name: empty (got nothing; expected text)"),
        ("title: A\nstages: [~]", "stages[0]: wrong type (got nothing; expected text)"),
        ("title: A\nstages: [{name: B, importance: '3'}]", "write it without quotes"),
        ("title: A\nstages: [{name: B, importance: 3.0}]", "expected a whole number"),
        ("title: A\nstages: [{name: B, satisfaction: .nan}]", "expected a number"),
        ("title: A\nstages: [{name: B, satisfaction: .inf}]", "expected a number"),
        ("title: A\nstages: [{name: B, satisfaction: 1_0}]", "expected a number"),
        ("title: A\nstages: [{name: B, satisfaction: ３}]", "expected a number"),
        ("title: A\nstages: [{name: B, satisfaction: 1e999999}]", "out of range"),
        ("title: A\nstages: [{name: B, metrics: [{name: m, planned: 1E+999999}]}]", "not a figure"),
        ("title: A\nstages: [{name: B, metrics: [{name: m, planned: .nan}]}]", "not a figure"),
        ("title: A\nstages: [{name: B, metrics: [{name: m, planned: ３}]}]", "not a"),
        ("title: A\nrepeat_rate: 101%", "out of range (got '101%'; expected 0%..100%)"),
        ("title: A\nupdated: 2026-02-30", "not a date"),
        ("title: A\nlink: javascript:alert(1)", "not a link"),
        ("title: A\nkind: [b2b]", "wrong type (got a list; expected one of b2b, b2c)"),
        ("title: {a: b}", "a text with a colon wants quotes"),
        ("title: A\nstages: [{name: B, backstage: x}]", "wrong type (got 'x'"),
        ("title: A\nstages: [[B]]", "wrong type (got a list"),
        ("title: ''", "empty"),
        ('title: "\\x01"', "U+0001"),
        ("- a", "not a journey (got a list"),
        ("", "not a journey (got an empty file"),
        ("# only a comment", "not a journey (got an empty file"),
        ("journeymap: 2\ntitle: [", None),
        ("journeymap: 2\nwhat: ever", "unknown format version (got '2'; expected 1"),
    ],
)
def test_a_wrong_value_is_one_clear_line(text, found):
    line = only(text)
    assert line.startswith("crm.yaml:")
    assert found is None or found in line


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        (
            "title: A\ntitle: B",
            "yaml",
            "crm.yaml:2:1: journey.title: the same key again (got 'title'; first in",
        ),
        (
            '{"title": "A",\n"title": "B"}',
            "json",
            "crm.json:2:1: journey.title: the same key again",
        ),
        ('title = "A"\ntitle = "B"', "toml", "crm.toml:2:1: journey.title: the same key again"),
        (
            "title: A\n<<: {kind: b2b}",
            "yaml",
            "crm.yaml:2:1: journey['<<']: merge keys are not read",
        ),
        ("title: !!python/name:os.system A", "yaml", "crm.yaml:1:8: journey.title: a tag"),
        ("title: !!binary QQ==", "yaml", "crm.yaml:1:8: journey.title: a tag"),
        ("title: A\n---\ntitle: B", "yaml", "crm.yaml:2:1: a second document"),
        ("title: *a", "yaml", "crm.yaml:1:8: no such anchor before it"),
        ("title: &a [*a]", "yaml", "crm.yaml:1:12: no such anchor before it"),
        ("? [a]\n: b", "yaml", "crm.yaml:1:3: a key must be text"),
        ("title: A\nstages:\n\t- B", "yaml", "indent with spaces, not with tabs"),
        ("title: A: B", "yaml", "crm.yaml:1:9: not valid YAML"),
        ("title: 'A", "yaml", "not valid YAML"),
        ("title: A\x07", "yaml", "crm.yaml:1:9: a character that YAML forbids (got U+0007; take"),
        ('{"title": NaN}', "json", "crm.json:1:11: journey.title: not finite (got NaN"),
        ('{"title": -Infinity}', "json", "crm.json:1:11: journey.title: not finite"),
        ('{"title": 1e999}', "json", "crm.json:1:11: journey.title: too large a number"),
        ('{"title": 1' + "0" * 99 + "}", "json", "too long a number"),
        ('{"title": "A"} x', "json", "crm.json:1:16: not valid JSON: text after the end"),
        ('{"title": "A",}', "json", "crm.json:1:15: not valid JSON: no key"),
        ('{"title": ["A",]}', "json", "crm.json:1:16: not valid JSON: no value"),
        ('{"title" "A"}', "json", "expected a colon"),
        ('{"title": "A" "B"}', "json", "expected a comma or }"),
        ('{"title": 01}', "json", "not valid JSON"),
        ('{"title": tru}', "json", "not valid JSON"),
        ("{\"title\": 'A'}", "json", "not valid JSON"),
        ('{"title": "A', "json", "not valid JSON: unterminated string"),
        ('{"title": "a\nb"}', "json", "crm.json:1:13: not valid JSON: invalid control"),
        ('{"title": ["A"', "json", "got the end"),
        ('{"title": "\\ud800"}', "json", "U+D800"),
        ("title = nan", "toml", "crm.toml:1:9: journey.title: not finite (got nan"),
        ("title = -inf", "toml", "crm.toml:1:9: journey.title: not finite"),
        ("title = ", "toml", "not valid TOML"),
        ("title = 5", "toml", "wrong type (got 5; expected text; write it in quotes)"),
        ("title = 'A'\n[a.b", "toml", "crm.toml:2:5: not valid TOML"),
        (f"title = {'9' * 5000}", "toml", "crm.toml:1:9: journey.title: too long a number"),
        (f"title = 0x{'f' * 5000}", "toml", "crm.toml:1:9: journey.title: too long a number"),
        ("title = 1e999", "toml", "crm.toml:1:9: journey.title: too large a number"),
    ],
)
def test_each_trap_of_a_format_is_closed(text, kind, found):
    assert any(found in line for line in faults(text, kind)), faults(text, kind)


def test_refusals_between_notes_and_ends_keep_both():
    lines = faults("title: A\ntitle: B\nstages: [")
    assert len(lines) == 2
    assert "the same key again" in lines[0]


@pytest.mark.parametrize("text", ["1,480", "1_000", "1e3", "1-2 weeks", "1 E+9", "１2", ".5"])
def test_a_figure_is_not_cut_short(text):
    lines = faults(f'title: A\nstages: [{{name: B, metrics: [{{name: m, planned: "{text}"}}]}}]')
    assert "planned: not a" in lines[0]


@pytest.mark.parametrize("kind", files.FORMATS)
def test_undecodable_bytes_have_a_place(kind):
    line = only("title: A\nkind: ж".encode() + b"\xff", kind)
    assert line == f"crm.{kind}:2:8: not UTF-8 (got byte 0xFF; expected a file saved as UTF-8)"
    line = only(b"\xef\xbb\xbfa\xff", kind)
    assert line.startswith(f"crm.{kind}:1:2: not UTF-8 (got byte 0xFF;")


def test_places_are_right_after_a_mark_emoji_and_line_ends_of_windows():
    text = "\ufefftitle: 😀 A\r\nstages:\r\n- {name: 😀😀, importance: 9}\r\n"
    assert only(text.encode()).startswith("crm.yaml:3:26: ")
    as_json = '\ufeff{"title": "😀",\r\n"stages": [{"name": "😀😀", "importance": 9}]}'
    assert only(as_json.encode(), "json").startswith("crm.json:2:41: ")
    as_toml = '\ufefftitle = "😀"\r\nstages = [{name = "😀😀", importance = 9}]'
    assert only(as_toml.encode(), "toml").startswith("crm.toml:2:38: ")


def test_yaml_keeps_the_words_that_look_like_something_else():
    journey = files.loads("title: NO\nstages: [1.10, 12:30, yes, 0x1F, 2026-01-01, 1_000]")
    assert journey.title == "NO"
    names = [stage.name for stage in journey.stages]
    assert names == ["1.10", "12:30", "yes", "0x1F", "2026-01-01", "1_000"]


def test_one_value_is_a_list_of_one_and_nothing_is_no_value():
    journey = files.loads("title: A\nkind:\nbuyers:\nstages: {name: B, actions: C, needs: ~}")
    assert journey.kind is None
    assert journey.buyers == ()
    assert journey.stages[0].actions[0].text == "C"
    assert journey.stages[0].needs == ()


def test_numbers_of_json_and_toml_are_quantities():
    text = '{"title": "A", "stages": [{"name": "B", "metrics": [{"name": "m", "planned": 1.10}]}]}'
    assert str(files.loads(text, "json").stages[0].metrics[0].planned) == "1.1"
    text = "title = 'A'\nstages = [{name = 'B', metrics = [{name = 'm', planned = 1_480}]}]"
    assert str(files.loads(text, "toml").stages[0].metrics[0].planned) == "1480"


def test_numbers_of_toml_may_have_signs_and_other_bases():
    text = "title = 'A'\nstages = [{name = 'B', importance = 0x3, emotions = ["
    journey = files.loads(text + "{name = 'x', valence = +1.5}]}]", "toml")
    assert journey.stages[0].importance == 3
    assert journey.stages[0].emotions[0].valence == 1.5
    text = "title = 'A'\nstages = [{name = 'B', metrics = [{name = 'x', planned = +5}]}]"
    assert str(files.loads(text, "toml").stages[0].metrics[0].planned) == "5"


def test_an_alias_stands_for_the_same_value():
    text = "title: A\nstages: [{name: B, actions: &a [x, y]}, {name: C, actions: *a}]"
    first, second = files.loads(text).stages
    assert first.actions == second.actions


def test_the_version_and_the_schema_line_are_taken():
    text = '{"$schema": "x.json", "journeymap": 1, "title": "A"}'
    assert files.loads(text, "json").title == "A"


def _bomb(levels, width):
    lines = ["title: A", "a0: &a0 [x]"]
    lines += [
        f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * width)}]"
        for level in range(1, levels)
    ]
    return "\n".join(lines)


def test_a_bomb_of_aliases_is_refused_at_once():
    lines = faults(_bomb(30, 9))
    assert calls(faults, _bomb(30, 9)) < 20_000
    assert "too many values (got aliases that multiply; expected at most 200000)" in lines[0]


def test_a_billion_keys_are_refused_while_they_are_read():
    assert "too many values" in faults("[" + "1," * 2_400_000, "json")[0]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("yaml", "'title: ' + '[' * 100_000"),
        ("yaml", "'- ' * 100_000"),
        ("yaml", "'{a: ' * 100_000"),
        ("json", "'[' * 100_000"),
        ("json", "'{\"a\":' * 100_000"),
        ("toml", "'a = ' + '[' * 100_000"),
        ("toml", "'a = ' + '{b=' * 100_000"),
        ("toml", "'[' + 'a.' * 1_000_000 + 'a]'"),
    ],
)
def test_deep_nesting_is_refused_and_does_not_end_the_process(kind, text):
    code = (
        "from journeymap import files\n"
        "from journeymap.errors import SourceError\n"
        f"try: files.loads({text}, {kind!r})\n"
        "except SourceError as error: print(error)\n"
    )
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "nested too deeply (expected at most 64 levels)" in done.stdout


def test_limits_are_the_callers():
    limits = files.Limits(size=40, nesting=2, values=9, stages=2, touchpoints=1)
    assert "too large (expected at most 40 bytes)" in only("title: " + "A" * 40, limits=limits)
    assert "nested too deeply" in only("title: A\nstages: [[[x]]]", limits=limits)
    assert files.loads("title: A\nstages: [x]", limits=limits).stages
    assert files.loads("title = 'A'\nstages = ['x']", "toml", limits=limits).stages
    assert "too many values" in only("title: A\nstages: [a,b,c,d,e,f,g]", limits=limits)
    assert "too many stages (got 3; expected at most 2)" in only("stages: [a, b, c]", limits=limits)
    few = files.Limits(touchpoints=1)
    text = "title: A\nstages: [{name: B, touchpoints: [x]}, {name: C, touchpoints: [y]}]"
    line = only(text, limits=few)
    assert line == "crm.yaml:2:63: too many touchpoints (got 2; expected at most 1)"


def test_a_file_over_the_limit_is_not_read_to_its_end(tmp_path):
    path = tmp_path / "large.yaml"
    path.write_bytes(b"#" * 6_000_000)
    with pytest.raises(UnreadableError, match="too large"):
        files.load(path)


def test_thousands_of_faults_end_in_one_line():
    lines = faults("title: A\n" + "\n".join(f"x{number}: 1" for number in range(3_000)))
    assert len(lines) == 1_001
    assert "more than 1000 faults" in lines[-1]


def test_lost_references_cost_as_much_each_however_many():
    def lose(count):
        touches = ", ".join(f"{{name: t{n}, alternative_to: q{n}}}" for n in range(count))
        faults(f"title: A\nstages: [{{name: B, touchpoints: [{touches}]}}]")

    assert grows_linearly(lose, 250, 750)


def test_touchpoints_cost_as_much_each_however_many():
    def read(count):
        rows = "\n".join(f"  - {{name: t{n}, channel: event}}" for n in range(count))
        files.loads(f"title: A\nstages:\n- name: B\n  touchpoints:\n{rows}")

    assert grows_linearly(read, 250, 2_000)


def test_control_characters_of_a_file_do_not_reach_the_terminal():
    line = only('title: A\n"\\e[31m": x')
    assert "\x1b" not in line


def test_unknown_formats_and_suffixes_list_the_known(tmp_path):
    with pytest.raises(OptionError, match=r"known: yaml, toml, json; did you mean 'yaml'"):
        files.loads("title: A", "yamll")
    with pytest.raises(OptionError, match=r"known: \.yaml, \.yml, \.toml, \.json"):
        files.load(tmp_path / "map.txt")
    with pytest.raises(FileNotFoundError):
        files.load(tmp_path / "map.yaml")


def test_the_pure_parser_serves_where_there_is_no_c(monkeypatch):
    monkeypatch.setattr(yaml_reader, "LOADER", yaml.SafeLoader)
    assert files.loads("title: NO\nstages: [{name: 1.10, importance: 3}]").title == "NO"
    assert "importance: out of range" in only("title: A\nstages: [{name: B, importance: 9}]")


BAD = "recommendations: [{text: x, addresses: nothing}]"


@pytest.mark.parametrize(
    "text",
    [
        f"title: X\nstages:\n- {{name: A, touchpoints: [{{name: W, channel: w}}], {BAD}}}",
        f"stages:\n- {{name: A, {BAD}}}",
        f"title: X\nscale: 5\nstages:\n- {{name: A, {BAD}}}",
        f"title: X\nstages:\n- {{name: A, touchpoints: [{{name: W, chanel: [w]}}], {BAD}}}",
        f"title: X\nstages:\n- {{name: A, touchpoints: [{{name: W, evidence: [w]}}], {BAD}}}",
        f"title: X\nstages:\n- {{name: A, backstage: x, {BAD}}}",
        f"title: X\nstages:\n- {{name: A, importance: 3, importance: 4, {BAD}}}",
    ],
)
def test_what_no_reference_can_mean_hides_no_lost_reference(text):
    lines = faults(text)
    assert len(lines) == 2
    assert any("addresses[0]: refers to nothing (got 'nothing'" in line for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        f"title: X\nstages:\n- {{name: A, {BAD}}}\n- [nothing]",
        f"title: X\nstages:\n- {{name: A, backstage: [{{front: nothing}}], {BAD}}}",
        f"title: X\nstages:\n- {{name: A, name: nothing, {BAD}}}",
        f"title: X\nstages:\n- {{name: A, needs: a, needs: nothing, {BAD}}}",
        f"title: X\nstages:\n- {{name: A, tuochpoints: nothing, {BAD}}}",
        f"title: X\nstages:\n- {{name: A, <<: {{needs: nothing}}, {BAD}}}",
    ],
)
def test_what_a_reference_can_mean_hides_it(text):
    assert "refers to nothing" not in only(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('title: "A\nstages: []\n', "1:8: not valid YAML: a quote that is not closed"),
        ("title: 'A\nstages: []\n", "1:8: not valid YAML: a quote that is not closed"),
        ('title: "A\r\nstages: []\r\n', "1:8: not valid YAML: a quote that is not closed"),
        ('title: "A\nkind: "b2b"\n', "1:8: not valid YAML: a quote that is not closed"),
        ('title: "A" b\n', "1:12: not valid YAML: text after a closing quote (got 'b'"),
        ("title: [A,\n", "1:8: not valid YAML: a bracket that is not closed"),
        ('title: ["x"', "1:8: not valid YAML: a bracket that is not closed"),
        ("title: A\n  kind: b2b", "2:3: not valid YAML: a key deeper than the line above allows"),
        ("title:A\nkind: b2b", "2:1: not valid YAML: a key after a text that is no key"),
        ("title: A: B", "1:9: not valid YAML: a second `: ` in one line"),
        ("title: A\nstages:\n- name: B\n job: x", "4:2: not valid YAML: a line out of place"),
        ("title: [x\nb: y", "2:2: not valid YAML: something between two values"),
        ("title: @a", "1:8: not valid YAML: a text cannot start so (got '@'"),
        ('title: "\\d"', "1:9: not valid YAML: an unknown escape"),
        ("a: |x\n b", "1:5: not valid YAML: while scanning a block scalar"),
    ],
)
def test_what_is_no_yaml_is_said_in_plain_words(text, said):
    line = only(text)
    assert line.startswith(f"crm.yaml:{said}")
    assert "mapping values" not in line


def test_hints_say_how_to_write_it():
    assert only("title: A: B").endswith("put the text in quotes)")
    assert only("title: A\n  kind: b2b").endswith(
        "expected the indent of the key above, 0 spaces; check the indentation)"
    )
    assert 'write "\\x9B" in double quotes' in only("title: A\x9b")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = 'A'\nkind = b2b", "2:8: not valid TOML: no value (got 'b2b'; expected text in q"),
        ("title = 1-2 weeks", "1:10: not valid TOML: something after the value (got '-2 weeks'"),
        ("title = ", "1:9: not valid TOML: no value (expected text in quotes, a number"),
        ("title = 'A' 'B'", "1:13: not valid TOML: something after the value (got \"'B'\""),
    ],
)
def test_what_is_no_toml_is_said_in_plain_words(text, said):
    line = only(text, "toml")
    assert line.startswith(f"crm.toml:{said}")
    assert ("text wants quotes" in line) == ("b2b" in line or "weeks" in line)


def test_a_key_of_toml_that_is_there_again_does_not_end_the_reading():
    text = "title='A'\n[persona]\nname='x'\n[persona]\nname='y'\n[[stages]]\nname='B'\nname='C'\n"
    lines = faults(text + "importance=9", "toml")
    assert [line.split(" (")[0] for line in lines] == [
        "crm.toml:4:2: journey.persona: the same key again",
        "crm.toml:8:1: journey.stages[0].name: the same key again",
        "crm.toml:9:12: journey.stages[0].importance: out of range",
    ]
    assert "first in line 7, column 1" in lines[1]
    lines = faults("title='A'\nstages=[{name='x', name='y', name='z'}]", "toml")
    assert [line.split(" ")[0] for line in lines] == ["crm.toml:2:20:", "crm.toml:2:30:"]
    lines = faults("title='A'\ntitle='B'\nkind = b2b", "toml")
    assert "the same key again" in lines[0]
    assert "no value" in lines[1]
    assert faults("title='A'\ntitle='B'\nx=[1 }", "toml")[1].startswith("crm.toml:3:")


@pytest.mark.parametrize(
    "text",
    [
        "title='A'\na=1\n[[a]]\nb=1",
        "title='A'\n[a]\nb.c=1\n[a.b]\nd=1",
        "title='A'\na=[]\n[[a]]",
        "title='A'\na={}\n[a.b]",
        "title='A'\n" + "kind='b2b'\n" * 30,
    ],
)
def test_every_repeat_of_toml_is_a_fault_of_the_content(text):
    with pytest.raises(SourceError) as caught:
        files.loads(text, "toml")
    assert not isinstance(caught.value, UnreadableError)
    assert "again" in str(caught.value) or "there already" in str(caught.value)


def test_a_repeated_key_and_a_number_beyond_all_have_their_path():
    text = '{"title": "A", "stages": [{"name": "B"}, {"name": "C", "job": "x", "job": "y",\n'
    lines = faults(text + '"satisfaction": NaN, "importance": 1e999}]}', "json")
    assert [line.split(" (")[0] for line in lines] == [
        "crm.json:1:68: journey.stages[1].job: the same key again",
        "crm.json:2:17: journey.stages[1].satisfaction: not finite",
        "crm.json:2:36: journey.stages[1].importance: too large a number",
    ]
    text = "title: A\nstages:\n- B\n- {name: C, needs: [a, {text: b, text: c}]}"
    assert "crm.yaml:4:34: journey.stages[1].needs[1].text: the same key again" in only(text)


def test_a_reference_without_any_target_says_so():
    line = only("title: A\nstages:\n- name: B\n  involvement: {CFO: decides}")
    fault = "journey.stages[0].involvement.CFO: refers to nothing (got 'CFO'; there are no buyers"
    assert line == f"crm.yaml:4:17: {fault} in this journey)"
    line = only("title: A\nstages:\n- {name: B, touchpoints: [{name: T, alternative_to: U}]}")
    assert "there are no other touchpoints in this stage" in line


def test_a_misspelt_name_that_is_a_key_is_where_the_key_is():
    line = only("title: A\nmessages: [{feature: f, benefits: {user: a, ecnomic: b}}]")
    assert line.startswith("crm.yaml:2:45: journey.messages[0].benefits.ecnomic: refers to nothing")


def test_a_text_with_a_comma_or_a_colon_wants_quotes():
    line = only("title: A\npersona: {name: Vera, 34, need: quiet}")
    assert line.startswith("crm.yaml:2:23: journey.persona.34: unknown key")
    assert line.endswith("a text with a comma wants quotes)")
    assert "quotes" not in only("title: A\npersona:\n  name: V\n  foo:\n")
    lines = faults("title: A\nstages:\n- name: B\n  actions:\n  - Note: this")
    assert "actions[0].Note: unknown key" in lines[0]
    assert lines[0].endswith("a text with a colon wants quotes)")


@pytest.mark.parametrize(
    ("touchpoint", "hint"),
    [
        ("channel: web", "did you mean 'site'?"),
        ("channel: Website", "did you mean 'site'?"),
        ("channel: mail", "did you mean 'email'?"),
        ("channel: call", "did you mean 'phone'?"),
        ("channel: {kind: telephone}", "did you mean 'phone'?"),
        ("channel: shop", "did you mean 'store'?"),
        ("channel: exhibition", "for any other: {kind: other, name: 'exhibition'}"),
        ("channel: serch", "did you mean 'search'?"),
        ("status: planned", "did you mean 'proposed'?"),
        ("owner: partner", "did you mean 'third-party'?"),
    ],
)
def test_another_word_for_a_choice_names_the_choice(touchpoint, hint):
    line = only(f"title: A\nstages: [{{name: B, touchpoints: [{{name: T, {touchpoint}}}]}}]")
    assert line.endswith(f"; {hint})")


@pytest.mark.parametrize(
    "stages", ["{A: {job: x}, B: {job: y}}", "{A: {job: x}}", "{Need: x, Use: y}"]
)
def test_a_mapping_where_a_list_should_be_is_one_fault(stages):
    line = only(f"title: X\nstages: {stages}")
    fault = "journey.stages: wrong type (got a mapping; expected a list; in YAML, start each item"
    assert line == f"crm.yaml:2:9: {fault} with `- `)"


def test_emotions_may_be_names_with_their_valence():
    (stage,) = files.loads(
        "title: X\nstages: {name: A, emotions: {tired: -1, glad: 1, so: }}"
    ).stages
    assert [(one.name, one.valence) for one in stage.emotions] == [
        ("tired", -1),
        ("glad", 1),
        ("so", None),
    ]
    (stage,) = files.loads(
        "title: X\nstages: {name: A, emotions: {name: tired, valence: -1}}"
    ).stages
    assert [(one.name, one.valence) for one in stage.emotions] == [("tired", -1)]
    lines = faults("title: X\nstages: {name: A, emotions: {tired: -5, glad: low}}")
    assert lines[0].startswith("crm.yaml:2:37: journey.stages[0].emotions[0].valence: out of range")
    assert lines[1].endswith(".emotions.glad: wrong type (got 'low'; expected a number)")
