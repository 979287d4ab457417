"""What shows itself in a notebook: pictures and tables, each in the types that are wanted."""

import base64
import io
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import nbformat
import pytest
from hypothesis import given, settings
from nbclient import NotebookClient
from PIL import Image

import journeymap as jm
import strategies
from conftest import EXAMPLES, ROOT, example
from journeymap import notebook
from journeymap.backends import raster

HTML, MARKDOWN, TEXT = "text/html", "text/markdown", "text/plain"
SVG, PNG = "image/svg+xml", "image/png"

HOSTILE = "<script>alert(1)</script>|`*_[a](javascript:x)\"' &amp;"


def results(journey):
    """Return one of each kind of thing that is a table."""
    return {
        "journey": journey,
        "coverage": jm.coverage(journey),
        "tco": jm.tco(journey),
        "funnel": jm.funnel({"Visit": 10000, HOSTILE: 2500, "Deal": 150}),
        "bottleneck": jm.bottleneck(20000, ["25%", "30%"], {2: 700}),
        "nps": jm.nps(50, 30, 20),
        "wilson": jm.wilson(5, 20),
        "opportunity": jm.opportunity(9, 3),
        "opportunities": jm.opportunities(journey),
        "ideas": jm.ideas(journey),
        "rice": jm.rice(1000, 2, "80%", 4),
        "lifetime": jm.lifetime_value("100 EUR", "60%", "10%"),
        "peak-end": jm.peak_end(journey),
        "table": jm.table(journey),
        "matrix": jm.fab_matrix(journey),
    }


SALES = results(example("sales-automation"))
RUSSIAN = results(example("sales-automation-ru"))


# Pictures


def test_a_picture_comes_as_svg_and_as_sentences():
    made = jm.swimlane(example("minimal"))
    assert made._repr_mimebundle_() == {SVG: made.svg, TEXT: made.alt_text}


def test_a_png_costs_nothing_until_it_is_asked_for(monkeypatch):
    monkeypatch.setattr(raster, "to_png", lambda *_, **__: pytest.fail("a PNG was made"))
    made = jm.swimlane(example("minimal"))
    for wish in ({}, {"include": [SVG, TEXT]}, {"include": [PNG], "exclude": [PNG]}):
        assert PNG not in made._repr_mimebundle_(**wish)


def test_a_png_has_twice_the_size_and_says_how_large_it_is_shown():
    made = jm.swimlane(example("minimal"))
    data, known = made._repr_mimebundle_(include=[PNG])
    assert set(data) == {PNG}
    width, height = Image.open(io.BytesIO(base64.b64decode(data[PNG]))).size
    size = {"width": round(made.width), "height": round(made.height)}
    assert known == {PNG: {**size, "alt": made.alt_text}}
    assert (width, height) == pytest.approx((2 * made.width, 2 * made.height), abs=1)


def test_without_cairo_there_is_no_png_and_no_error(monkeypatch):
    def fail(*_, **__):
        raise jm.MissingLibraryError("no cairo")

    monkeypatch.setattr(raster, "to_png", fail)
    made = jm.swimlane(example("minimal"))
    assert made._repr_mimebundle_(include=[PNG, TEXT]) == {TEXT: made.alt_text}
    assert made._repr_mimebundle_(include=[PNG]) == {}


@pytest.mark.parametrize("name", ["swimlane", "table"])
def test_only_what_is_wanted_comes(name):
    made = getattr(jm, name)(example("minimal"))
    usual = set(made._repr_mimebundle_())
    assert set(made._repr_mimebundle_(include=[TEXT])) == {TEXT}
    assert set(made._repr_mimebundle_(include=[TEXT, "text/latex"])) == {TEXT}
    assert set(made._repr_mimebundle_(exclude=[TEXT])) == usual - {TEXT}
    assert set(made._repr_mimebundle_(include=[], exclude=[])) == usual
    assert set(made._repr_mimebundle_(include=[SVG, TEXT], exclude=[TEXT])) == {SVG}


@pytest.mark.parametrize(
    ("on", "picture", "table"),
    [
        ({TEXT}, {TEXT}, {TEXT}),
        ({TEXT, SVG, PNG, HTML, MARKDOWN}, {TEXT, SVG}, {TEXT, HTML, MARKDOWN}),
        ({TEXT, PNG}, {TEXT, PNG}, {TEXT, PNG}),
        ({TEXT, SVG, PNG}, {TEXT, SVG}, {TEXT, SVG}),
    ],
)
def test_what_ipython_has_switched_off_is_stood_in_for(monkeypatch, on, picture, table):
    monkeypatch.setattr(notebook, "_enabled", lambda: on)
    journey = example("minimal")
    for made, expected in ((jm.swimlane(journey), picture), (jm.table(journey), table)):
        bundle = made._repr_mimebundle_()
        assert set(bundle[0] if PNG in expected else bundle) == expected


# Tables


@pytest.mark.parametrize("name", SALES)
def test_every_result_is_a_table(name):
    made = SALES[name]
    bundle = made._repr_mimebundle_()
    assert set(bundle) == {HTML, MARKDOWN, TEXT}
    assert bundle[HTML] == made._repr_html_()
    assert bundle[MARKDOWN] == made._repr_markdown_()
    assert ET.fromstring(bundle[HTML]).tag == "table"  # noqa: S314 - our own text
    assert "|---" in bundle[MARKDOWN].replace(" ", "")
    assert bundle[TEXT].strip()
    assert not bundle[TEXT].startswith(("<", "Journey("))
    assert made._repr_mimebundle_(include=[TEXT]) == {TEXT: bundle[TEXT]}


class Styles(HTMLParser):
    """What a piece of HTML could do to the page around."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.styles, self.names = set(), [], set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}
        self.styles += [value for name, value in attrs if name == "style"]


@pytest.mark.parametrize("name", SALES)
def test_a_table_touches_nothing_around_it(name):
    found = Styles(SALES[name]._repr_html_())
    assert not found.tags & {"style", "script", "link", "iframe", "img"}
    assert not found.names & {"id", "onclick", "onload"}


@pytest.mark.parametrize("name", sorted({*SALES} - {"table", "matrix"}))
def test_a_table_has_the_ink_of_the_page(name):
    # On a dark page a black text is not seen. What has a theme brings its paper too, see below.
    for style in Styles(SALES[name]._repr_html_()).styles:
        words = dict(part.split(":", 1) for part in style.split(";"))
        assert "color" not in words
        assert "background" not in words


@pytest.mark.parametrize("name", ["table", "matrix"])
def test_a_table_with_a_theme_brings_its_paper(name):
    root = ET.fromstring(SALES[name]._repr_html_())  # noqa: S314 - our own text
    for part in (root, root.find("caption")):
        assert "background:#ffffff;color:#" in part.get("style")
    # Notebooks colour every second row.
    assert {row.get("style") for row in root.find("tbody")} == {"background:none"}


def test_texts_are_escaped():
    said = SALES["funnel"]._repr_mimebundle_()
    root = ET.fromstring(said[HTML])  # noqa: S314 - our own text
    assert HOSTILE in {cell.text for cell in root.iter("th")}
    assert "<script" not in said[MARKDOWN]
    assert "[a](" not in said[MARKDOWN]


@settings(max_examples=40)
@given(strategies.journeys())
def test_any_journey_shows_its_stages(journey):
    bundle = journey._repr_mimebundle_()
    root = ET.fromstring(bundle[HTML])  # noqa: S314 - our own text
    rows = root.findall("tbody/tr")
    assert len(rows) == len(journey.stages)
    for number, (row, stage) in enumerate(zip(rows, journey.stages, strict=True), 1):
        said = " ".join("".join(row[0].itertext()).split())
        assert said.startswith(" ".join(f"{number}. {stage.name.split(chr(10))[0]}".split()))
    for tag in Styles(bundle[HTML]).tags:
        assert tag in {
            *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
            *("strong", "small", "em", "a", "br"),
        }


def test_an_overview_is_short():
    journey = jm.Journey(
        "Way",
        stages=[jm.Stage("A", actions=["1", "2", "3", "4", "5"], thoughts=["hidden"])],
    )
    text = journey._repr_mimebundle_()[MARKDOWN]
    assert "| **1. A** | 1<br>2<br>3<br>+ 2 |" in text
    assert "hidden" not in text


def test_words_are_those_of_the_journey():
    assert "Точки роста" in RUSSIAN["opportunities"]._repr_html_()
    assert "Этап" in RUSSIAN["journey"]._repr_html_()
    assert "Where to grow" in SALES["opportunities"]._repr_html_()
    nothing = jm.opportunities(jm.Journey("Путь", language="ru"))
    assert "ничего не найдено" in nothing._repr_html_()


def test_a_funnel_is_a_row_a_step():
    rows = [line for line in SALES["funnel"]._repr_markdown_().splitlines() if "%" in line][1:]
    assert rows[0] == "| Visit | 10,000 | 2,500 | 25% | 24.16% | 25.86% | 75% |"
    assert rows[1].endswith("| 2,500 | 150 | 6% | 5.13% | 7% | 94% |")


def test_figures_stand_on_the_right():
    row = ET.fromstring(SALES["funnel"]._repr_html_()).find("tbody/tr")  # noqa: S314
    assert ["text-align:right" in cell.get("style") for cell in row] == [False] + [True] * 6


def test_several_answers_are_a_tuple_still():
    points = SALES["opportunities"]
    assert isinstance(points, tuple)
    assert points == tuple(points)
    assert str(points).splitlines() == [str(point) for point in points]
    assert "heuristic" in points._repr_html_()


@pytest.mark.parametrize("name", EXAMPLES)
def test_asking_a_journey_draws_nothing(name, monkeypatch):
    from journeymap import render  # noqa: PLC0415

    monkeypatch.setattr(render, "picture", lambda *_: pytest.fail("a picture was drawn"))
    assert example(name)._repr_mimebundle_()[TEXT]


# A notebook that runs

SETUP = """\
import journeymap as jm
journey = jm.load('examples/sales-automation/journey.yaml')
small = jm.swimlane(jm.load('examples/minimal/journey.yaml'))
journey
"""
WITHOUT_SVG = "get_ipython().display_formatter.formatters['image/svg+xml'].enabled = False; "
CELLS = [
    SETUP,
    "jm.swimlane(journey)",
    "small.show()",
    "jm.fab_matrix(journey)",
    "jm.opportunities(journey)",
    "jm.tco(journey)",
    "display(small, include=['image/png'])",
    WITHOUT_SVG + "display(small)",
]


@pytest.fixture(scope="module")
def outputs():
    """Return what each cell of a notebook shows."""
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
    spec = {"name": "python3", "display_name": "Python", "language": "python"}
    book.metadata["kernelspec"] = spec
    client = NotebookClient(book, timeout=60, resources={"metadata": {"path": str(ROOT)}})
    client.execute()
    nbformat.validate(book)
    return [cell.outputs for cell in book.cells]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_notebook_shows_everything(outputs):
    shown = [[set(output.data) for output in cell] for cell in outputs]
    table = {HTML, MARKDOWN, TEXT}
    assert shown == [
        [table],
        [{SVG, TEXT}],
        [{SVG, TEXT}],
        [table],
        [table],
        [table],
        [{PNG}],
        [{PNG, TEXT}],
    ]
    assert outputs[0][0].data == example("sales-automation")._repr_mimebundle_()
    assert outputs[1][0].data[SVG] == jm.swimlane(example("sales-automation")).svg
    picture = jm.swimlane(example("minimal"))
    for cell in outputs[6:]:
        size = {"width": round(picture.width), "height": round(picture.height)}
        assert cell[0].metadata == {PNG: {**size, "alt": picture.alt_text}}
        assert Image.open(io.BytesIO(base64.b64decode(cell[0].data[PNG]))).format == "PNG"
