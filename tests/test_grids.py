"""A table of texts in every form: what was said is read back, and nothing else happens."""

import csv
import io
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.grids import Grid, Said
from journeymap.grids.html import to_html
from journeymap.grids.markdown import to_markdown
from journeymap.grids.plaintext import WIDEST, to_text
from journeymap.grids.records import to_csv
from journeymap.theme import LIGHT
from test_views_tables import TEXTS, inline_text, parsed, plain

WEIGHTS = ["plain", "strong", "weak", "gap", "doubt"]


def grid(said, note=None):
    notes = () if note is None else (note,)
    return Grid(Said("Title"), ((), (Said("Head"),)), (((Said("row"),), (said,)),), notes)


@settings(max_examples=300)
@given(TEXTS, st.sampled_from(WEIGHTS))
def test_markdown_shows_the_text_and_nothing_else(text, weight):
    tokens = parsed(to_markdown(grid(Said(text, weight), Said(text, weight))))
    cells = [token for token in tokens if token.type == "inline"]
    assert len(cells) == 6, "the title, two rows of two cells, the note"
    for cell in (cells[4], cells[5]):
        signs = "<<em_open >>", "<<em_close >>"
        said = inline_text(cell)
        for sign in signs:
            said = said.replace(sign, "")
        assert plain(said) == plain(text)


@settings(max_examples=150)
@given(TEXTS, st.sampled_from(WEIGHTS), st.sampled_from([None, LIGHT.palette]))
def test_html_is_well_formed_and_gives_the_text_back(text, weight, palette):
    root = ET.fromstring(to_html(grid(Said(text, weight)), palette))  # noqa: S314 - our own text
    cell = root.find("tbody/tr/td")
    assert plain("".join(cell.itertext())) == plain(text.replace("\n", ""))
    tags = {part.tag for part in root.iter()}
    assert tags <= {
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "br",
        "em",
        "small",
        "strong",
    }


@pytest.mark.parametrize("link", ["javascript:alert(1)", "#stage1", "data:x"])
def test_only_links_that_lead_out_are_links(link):
    assert "href" not in to_html(grid(Said("x", link=link)))
    assert "](" not in to_markdown(grid(Said("x", link=link)))
    assert 'href="https://a.b/?x=1&amp;y"' in to_html(grid(Said("x", link="https://a.b/?x=1&y")))


@settings(max_examples=150)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_lines_of_plain_text_are_no_wider_than_their_columns(texts):
    rows = tuple(((Said("x"),), (Said(text),)) for text in texts)
    lines = to_text(Grid(Said("T"), ((Said("A"),), (Said("B"),)), rows)).splitlines()
    head, rule, *body = lines[2:]
    assert set(rule) <= {"-", " "}
    assert all(len(line) <= len(rule) for line in [head, *body] if line.isascii())
    assert "".join("".join(text.split()) for text in texts) == "".join(
        line[3:].replace(" ", "") for line in body
    )


def test_columns_line_up_and_long_words_are_cut():
    long = "w" * (2 * WIDEST + 3)
    rows = (((Said("漢字"),), (Said(f"a {long} b"), Said("c"))), ((Said("x"),), ()))
    text = to_text(Grid(Said("T"), ((Said("A"),), (Said("B"),)), rows))
    assert text.splitlines() == [
        "T",
        "",
        "A     B",
        "----  " + "-" * WIDEST,
        "漢字  a",
        "      " + "w" * WIDEST,
        "      " + "w" * WIDEST,
        "      www b",
        "      c",
        "x",
    ]


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_csv_gives_texts_back_and_no_formula(texts):
    heads = {"a": "A", "b": "=B"}
    written = to_csv(heads, [{"b": text} for text in texts])
    head, *rows = csv.reader(io.StringIO(written, newline=""))
    assert head == ["A", "'=B"]
    for (first, second), text in zip(rows, texts, strict=True):
        assert first == ""
        assert second in {text, f"'{text}"}
        assert second[0] not in "=+@"
