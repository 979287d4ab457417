"""What every view takes, what it can be had in, and what it loads."""

import inspect
import subprocess
import sys

import pytest

import journeymap as jm
from conftest import example
from journeymap.cli import main
from journeymap.render import Style
from journeymap.views import VIEWS, formats_of
from soundness import text_of

STYLE = {"theme": None, "language": None, "width": None, "text": "embed", "fonts": None}
OWN = {
    "swimlane": {
        "lanes": None,
        "ratio": None,
        "per_row": None,
        "page": None,
        "curves": (),
        "curve_by": "touchpoint",
    },
    "cycle": {},
    "mindmap": {"lanes": None},
    "persona_card": {},
    "table": {"lanes": None},
    "fab_matrix": {"buyers": None},
    "flow": {"detail": None, "lanes": None, "direction": None, "engine": None, "per_row": None},
    "buying_network": {"engine": None},
    "tco_chart": {"charts": None, "choice": None, "against": None},
    "compare": {"lanes": None},
}
"""What the caller may say to each view beside what all of them take, and what holds otherwise."""


def keywords(view):
    parameters = inspect.signature(getattr(jm, view)).parameters.values()
    return {one.name: one.default for one in parameters if one.kind is one.KEYWORD_ONLY}


@pytest.mark.parametrize("view", OWN)
def test_a_view_takes_journeys_and_keywords(view):
    parameters = inspect.signature(getattr(jm, view)).parameters
    journeys = [name for name, one in parameters.items() if one.kind is not one.KEYWORD_ONLY]
    others = {"compare": ["before", "after"], "tco_chart": ["tco_or_journey"]}
    assert journeys == others.get(view, ["journey"])
    assert keywords(view) == STYLE | OWN[view]


def test_no_view_is_left_out():
    assert {name.replace("-", "_") for name in VIEWS} | {"compare"} == set(OWN)


@pytest.mark.parametrize("view", OWN)
def test_every_keyword_of_a_view_is_described(view):
    """A name stands before a colon, alone or among those that are as for the swimlane."""
    lines = inspect.getdoc(getattr(jm, view)).split("Args:")[1].splitlines()
    heads = [line.strip().partition(":") for line in lines if ": " in line]
    described = {name: said for names, _, said in heads for name in names.split(", ")}
    assert set(inspect.signature(getattr(jm, view)).parameters) <= set(described)
    if view == "swimlane":
        assert not any("swimlane" in described[name] for name in Style._fields)


@pytest.mark.parametrize("name", VIEWS)
def test_the_table_has_the_public_functions(name):
    function = name.replace("-", "_")
    assert VIEWS[name] is getattr(jm, function)
    assert VIEWS[name].__module__ == f"journeymap.views.{function}"


def test_the_table_refuses_what_is_no_view():
    assert "compare" not in VIEWS
    assert "persona_card" not in VIEWS
    for name in ("compare", "persona_card", "__init__"):
        with pytest.raises(KeyError):
            VIEWS[name]
    assert VIEWS.get("swimlan") is None
    assert len(VIEWS) == len(list(VIEWS))


def test_the_comparison_is_a_picture():
    assert formats_of("compare") == jm.Diagram.formats


def test_the_help_names_every_view(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "400")  # No name is parted at its hyphen.
    assert main(["render", "--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    *others, last = VIEWS
    assert f"--view VIEW {', '.join(others)} or {last}".replace(",", " (default),", 1) in said


def loaded(code):
    """Return which modules of the library some code loads."""
    code += "\nprint(*[name for name in sys.modules if name.startswith('journeymap.')])"
    result = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", f"import sys\n{code}"], capture_output=True, check=True, text=True
    )
    return set(result.stdout.split())


def test_the_table_loads_no_view():
    code = "from journeymap.views import VIEWS, formats_of; list(VIEWS), formats_of('table')"
    assert loaded(code) == {"journeymap.views", "journeymap.formats"}


def test_a_view_loads_no_other():
    code = "import journeymap as jm\njm.cycle(jm.Journey('t', stages=['a', 'b'])).svg"
    found = loaded(code)
    assert {name for name in found if name.startswith("journeymap.views.")} == {
        "journeymap.views.cycle"
    }
    strangers = {"layout.swimlane", "layout.mindmap", "layout.persona", "layout.table", "tabular"}
    assert not {f"journeymap.{name}" for name in strangers} & found


def test_a_view_can_be_looked_at_without_its_layout():
    found = loaded("import journeymap as jm\njm.swimlane")
    assert "journeymap.layout.swimlane" not in found
    assert "journeymap.painting" not in found


@pytest.mark.parametrize("view", VIEWS)
def test_the_legend_explains_the_tick_of_an_answer_where_one_is_drawn(view):
    roles = {box.role for box in VIEWS[view](example("meal-delivery")).boxes.walk()}
    assert ("mitigation" in roles) == ("sample-check" in roles)


@pytest.mark.parametrize("view", ["swimlane", "table", "mindmap"])
def test_a_benefit_carries_its_evidence_and_its_link_everywhere(view):
    known = jm.Evidence("observed", source="Visits")
    benefit = jm.Benefit("user", "Less to type", evidence=known, link="https://example.com/visits")
    told = jm.Fab("Forms", benefits=[benefit])
    journey = jm.Journey("t", messages=[told], stages=[jm.Stage("A", messages=["Forms"])])
    boxes = list(VIEWS[view](journey).boxes.walk())
    (words,) = [box for box in boxes if any("Less to type" in line.text for line in box.lines)]
    assert [box.variant.split()[0] for box in boxes if box.role == "evidence"] == ["observed"]
    assert words.link == "https://example.com/visits"


FELT = jm.Journey(
    "t",
    scale=jm.Scale(1, 5, low_name="never again", high_name="tell a friend"),
    stages=[jm.Stage("A", emotions=[jm.Emotion("calm", 4), "puzzled"])],
)


@pytest.mark.parametrize(
    ("view", "language", "said"),
    [
        ("mindmap", "en", "emotions from 1 (never again) to 5 (tell a friend)"),
        ("table", "ru", "уровень эмоций: от 1 (never again) до 5 (tell a friend)"),
    ],
)
def test_the_legend_says_between_what_valences_lie(view, language, said):
    assert said in text_of(VIEWS[view](FELT, language=language).boxes)
    unknown = jm.Journey("t", stages=[jm.Stage("A", emotions=["puzzled"])])
    assert "emotions from" not in text_of(VIEWS[view](unknown).boxes)
    assert said not in text_of(VIEWS[view](FELT, lanes=["jobs"], language=language).boxes)


@pytest.mark.parametrize("view", VIEWS)
def test_the_legend_explains_the_ring_of_a_feeling_that_is_not_known(view):
    try:
        boxes = list(VIEWS[view](FELT).boxes.walk())
    except jm.OptionError:
        return
    rings = [box for box in boxes if box.role == "face" and box.value is None]
    samples = [box for box in boxes if box.role == "sample-face" and box.value is None]
    assert len(samples) == bool(rings)
