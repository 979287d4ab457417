"""What `journeymap tco` takes, writes and refuses."""

import csv
import io
import json

import pytest

import journeymap as jm
from journeymap.cli import main
from journeymap.cli.tco import TERMS

FILE = """\
title: Automation
language: en
tco: {years: 5, discount_rate: 12%}
offers:
- name: Our CRM
  ours: true
  costs:
  - {name: Setup, category: implementation, amount: 450000 RUB}
  - {name: Licences, category: price, amount: 300000 RUB, every: year}
- name: As today
  costs:
  - {name: Work, category: use, amount: 500000 RUB, every: year}
- name: Rival | cheap
  costs:
  - {name: Work, category: use, amount: 100000 RUB, every: year}
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "crm.yaml").write_text(FILE)
    (tmp_path / "bare.yaml").write_text("title: A\nstages: [One]\n")
    return tmp_path


@pytest.fixture
def run(folder, capsys):
    del folder

    def call(*arguments):
        status = main(["tco", *arguments])
        out, err = capsys.readouterr()
        return status, out, err

    return call


def done(result):
    status, out, err = result
    assert (status, err) == (0, "")
    return out


def row(text, start):
    """Return the cells of the line of a table that starts with some words."""
    (line,) = [line for line in text.splitlines() if line.startswith(start)]
    return line.removeprefix(start).split("  ")


def figures(text, start):
    return [cell.strip() for cell in row(text, start) if cell.strip()]


def test_the_table_has_a_column_an_offer(run):
    text = done(run("crm.yaml"))
    lines = text.splitlines()
    (heads,) = [line for line in lines if "Rival | cheap" in line]
    assert heads.index("Our CRM") < heads.index("As today") < heads.index("Rival | cheap")
    assert figures(text, "Implementation") == ["450,000.00", "0.00", "0.00"]
    assert figures(text, "Present value  ") == ["1,531,432.86", "1,802,388.10", "360,477.62"]
    ends = {len(line) for line in lines if line.startswith(("Price", "Use", "Implementation"))}
    assert len(ends) == 1, "figures stand one under the other"
    assert not any(line.endswith(" ") for line in lines)


def test_the_table_compares_with_our_own_offer(run):
    text = done(run("crm.yaml"))
    assert figures(text, "Saving with Our CRM") == ["270,955.24", "\u22121,170,955.24"]
    assert figures(text, "Break-even of Our CRM") == ["2 y 3 m", "never"]
    other = done(run("crm.yaml", "--choice", "As today"))
    assert figures(other, "Saving with As today")[0] == "\u2212270,955.24"
    assert figures(other, "Break-even of As today") == ["never", "never"]
    one = done(run("crm.yaml", "--against", "As today"))
    assert figures(one, "Saving with Our CRM") == ["270,955.24"]
    cheap = done(run("crm.yaml", "--choice", "Rival | cheap"))
    assert figures(cheap, "Break-even of Rival | cheap") == ["at once", "at once"]


def test_every_term_can_be_given(run):
    assert figures(done(run("crm.yaml", "--years", "2", "--nominal")), "Price")[0] == "600,000.00"
    plain = json.loads(done(run("crm.yaml", "--format", "json")))
    line = ["--years", "3", "--discount-rate", "9%", "--prices", "real", "--inflation", "4%"]
    line += ["--convention", "mid", "--period", "month", "--units", "20 seats"]
    made = json.loads(done(run("crm.yaml", "--format", "json", *line)))
    wanted = ("3", "9%", "real", "4%", "mid", "month", "20 seats")
    names = ("years", "discount_rate", "prices", "inflation", "convention", "period", "units")
    assert [made["terms"][name] for name in names] == list(wanted)
    assert plain["terms"]["discount_rate"] == "12%"
    real = json.loads(done(run("crm.yaml", "--format", "json", "--real-rate", "5%", *line[4:])))
    assert real["terms"]["real_rate"] == "5%"
    assert real["terms"]["discount_rate"] is None
    assert set(TERMS) == {*names, "real_rate"}


def test_nominal_categories_are_what_is_paid(run):
    paid = done(run("crm.yaml", "--nominal"))
    assert figures(paid, "Price")[0] == "1,500,000.00"
    assert figures(paid, "Saving with Our CRM")[0] == "550,000.00"
    assert figures(done(run("crm.yaml")), "Price")[0] == "1,081,432.86"


def test_json_has_exact_texts(run, folder):
    made = json.loads(done(run("crm.yaml", "--format", "json")))
    results = jm.tco(jm.load(folder / "crm.yaml"))
    for offer, told in zip(results.offers, made["offers"], strict=True):
        assert told["name"] == offer.name
        assert jm.Money(told["present_value"], "RUB") == results.total(offer.name).present_value
        assert isinstance(told["present_value"], str)
    assert made["currency"] == "RUB"


def test_csv_can_be_read_again(run):
    rows = list(csv.DictReader(io.StringIO(done(run("crm.yaml", "--format", "csv")))))
    assert {one["offer"] for one in rows} == {"Our CRM", "As today", "Rival | cheap"}
    assert {one["currency"] for one in rows} == {"RUB"}


def test_markdown_is_a_table(run):
    lines = done(run("crm.yaml", "--format", "markdown")).splitlines()
    table = [line for line in lines if line.startswith("|")]
    assert any("Saving with Our CRM" in line for line in table)
    counts = {line.replace("\\|", "").count("|") for line in table}
    assert counts == {5}


def test_the_suffix_names_the_format(run, folder):
    kinds = {"a.json": "json", "a.csv": "csv", "a.md": "markdown", "a.txt": "text"}
    for name, kind in kinds.items():
        assert done(run("crm.yaml", "-o", name)) == ""
        written = (folder / name).read_bytes().decode()
        assert written == done(run("crm.yaml", "--format", kind))
    assert done(run("crm.yaml", "-o", "b.json", "--format", "text")) == ""
    assert (folder / "b.json").read_text() == done(run("crm.yaml"))


def test_the_computation_is_explained(run):
    whole = done(run("crm.yaml", "--explain"))
    assert "Licences" in whole
    assert "As today" in whole
    assert done(run("crm.yaml", "--explain", "--choice", "Our CRM")) == whole
    turned = done(run("crm.yaml", "--explain", "--choice", "As today", "--against", "Our CRM"))
    assert "“As today” against “Our CRM”" in turned
    assert "“Our CRM” against" not in turned
    assert "Rival" not in turned
    assert "12\u00a0%" in done(run("crm.yaml", "--explain", "--language", "ru"))


def test_words_in_russian(run):
    text = done(run("crm.yaml", "--language", "ru"))
    assert figures(text, "Экономия с «Our CRM»") == ["270 955,24", "\u22121 170 955,24"]
    assert "никогда" in text


def test_gains_bring_the_case(run, folder):
    gain = "  gains:\n  - {name: More deals, amount: 200000 RUB, every: year}\n- name: As"
    (folder / "gain.yaml").write_text(FILE.replace("- name: As", gain))
    text = done(run("gain.yaml"))
    case = jm.tco(jm.load(folder / "gain.yaml")).case("Our CRM", "As today")
    assert figures(text, "Net present value with gains")[0] == f"{case.npv.amount:,}"
    assert "Payback" in text
    assert "Payback" not in done(run("crm.yaml"))


def test_it_reads_a_stream(run, monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(FILE.encode()))
    monkeypatch.setattr("sys.stdin", stream)
    assert "Our CRM" in done(run("-"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bare.yaml"], "bare.yaml: there are no offers to reckon; write what can be bought"),
        (["none.yaml"], "none.yaml: No such file or directory"),
        (["crm.yaml", "--choice", "Our CMR"], "did you mean 'Our CRM'"),
        (["crm.yaml", "--against", "Our CRM"], "the same offer as the choice"),
        (["crm.yaml", "--years", "0"], "out of range (got '0'; expected more than 0"),
        (["crm.yaml", "--years", "1_000"], "1_000"),
        (["crm.yaml", "--years", "-3"], "-3"),
        (["crm.yaml", "--discount-rate", "12"], 'expected a percentage such as "12%"'),
        (["crm.yaml", "--discount-rate=-100%"], "-100%"),
        (["crm.yaml", "--discount-rate", "nan%"], "nan%"),
        (["crm.yaml", "--real-rate", "5%"], "a real rate for nominal prices"),
        (["crm.yaml", "--prices", "net"], "net"),
        (["crm.yaml", "--period", "week"], "week"),
        (["crm.yaml", "--convention", "start"], "start"),
        (["crm.yaml", "--format", "xml"], "unknown format 'xml' (known: text, json, csv, mark"),
        (["crm.yaml", "--language", "de"], "known: en, ru"),
        (["crm.yaml", "--explain", "--format", "json"], "--explain: is text, and no json"),
        (["crm.yaml", "-o", "a.PDF"], "`journeymap render --view tco-chart` draws"),
        (["crm.yaml", "-o", "no/a.txt"], "No such file or directory"),
        ([], "the following arguments are required: FILE"),
    ],
)
def test_what_is_wrong_is_said_on_one_line(run, arguments, said):
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


def test_what_the_error_says_to_write_can_be_read(run):
    _, _, err = run("bare.yaml")
    journey = jm.loads("title: A\n" + err.split("`")[1])
    assert jm.tco(journey).total("Our CRM").nominal == jm.Money("1200000 RUB")


def test_the_help_has_examples_that_can_be_typed(capsys):
    assert main(["tco", "--help"]) == 0
    text = capsys.readouterr().out
    assert "journeymap tco crm.yaml --years 3 --discount-rate 15%" in text


@pytest.mark.usefixtures("folder")
def test_the_chart_is_drawn_by_render(folder, capsys):
    line = ["render", "crm.yaml", "--view", "tco-chart", "-o", "a.svg", "--charts", "bars,tornado"]
    assert main([*line, "--choice", "Our CRM", "--against", "As today"]) == 0
    drawn = (folder / "a.svg").read_text()
    assert "Cumulative cost" not in drawn
    assert "What moves the saving most" in drawn
    assert main(["render", "bare.yaml", "--view", "tco-chart", "-o", "b.svg"]) == 2
    assert "no offers to draw" in capsys.readouterr().err
    assert main(["render", "crm.yaml", "--choice", "Our CRM", "-o", "b.svg"]) == 2
    assert "(views that have it: tco-chart)" in capsys.readouterr().err
