"""The table as a document: what the author wrote is read back, and nothing else happens."""

import csv
import io
import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example as example_of
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import journeymap as jm
import strategies
from conftest import EXAMPLES, example
from journeymap.cli import main
from journeymap.escaping import escaped, harmless, linked
from journeymap.labels import labels_of
from journeymap.views import VIEWS, formats_of

HOSTILE = [
    "<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](http://e.vil/x.png)",
    "a|b", "a\\|b", "\\", "a\\", "`code`", "``", "**bold**", "_it_", "~~s~~", "&lt;b&gt;", "&amp;",
    "https://example.org/a_b", "www.example.org", "http://a.b|c", "<http://a.b>", "[a]: http://b",
    "# no heading", "- no item", "1. no item", "> no quote", "| --- |", "---", "a\nb", "a\n\nb",
    "&#124;", "&copy;", "[[x]]",
    "[^1]", "<!-- x -->", "<br>", "$x$", "a\\*b", "\\\\|", "]|[",
    "x ` y",
    "=1+1", "+1", "-1", "@x", "\uff1d1", "'=1", "-5%", "a,b", 'a"b', "ftp://x.y",
    "HTTP://X.Y", "WWW.X.Y",
]  # fmt: skip
TEXTS = (
    st.sampled_from(HOSTILE)
    | strategies.texts(20)
    | st.text("ab\\|`*_[]()<>&~!#$:/. \n-w", min_size=1, max_size=14).filter(str.strip)
)


def plain(text):
    """Return a text without what a cell may not keep: white space at ends and in rows."""
    return re.sub(r"[\s\ufeff\u200b]+", " ", text).strip()


def parsed(markdown):
    return MarkdownIt("gfm-like").parse(markdown)


def inline_text(token):
    """Return what a reader sees of an inline token."""
    said = []
    for child in token.children:
        if child.type in {"text", "code_inline", "text_special"}:
            said.append(child.content)
        elif child.type in {"softbreak", "hardbreak"} or child.content == "<br>":
            said.append("\n")
        elif child.type not in {"link_open", "link_close", "strong_open", "strong_close"}:
            said.append(f"<<{child.type} {child.content}>>")
    return "".join(said)


@settings(max_examples=400)
@given(TEXTS)
def test_markdown_shows_the_text_and_nothing_else(text):
    cells = parsed(f"| a | b |\n| --- | --- |\n| {escaped(text)} | end |\n")
    inline = [token for token in cells if token.type == "inline"]
    assert len(inline) == 4, "one row of two cells"
    assert plain(inline_text(inline[2])) == plain(text)
    assert inline_text(inline[3]) == "end"
    assert not [child for child in inline[2].children if child.type.startswith("link")]


@settings(max_examples=200)
@given(TEXTS, st.sampled_from(["https://a.b/c", "https://a.b/(c)|d?x=1&copy=2", "mailto:a@b.c"]))
def test_a_link_of_the_model_is_one_link(text, address):
    source = linked(text, address)
    inline = [t for t in parsed(f"| a |\n| --- |\n| {source} |\n") if t.type == "inline"]
    links = [child for child in inline[1].children if child.type == "link_open"]
    assert len(links) == 1
    target = links[0].attrs["href"].replace("%28", "(").replace("%29", ")").replace("%7C", "|")
    assert target == address
    assert plain(inline_text(inline[1])) == plain(text)


@pytest.mark.parametrize("link", ["#stage1", None])
def test_what_does_not_lead_out_is_no_link(link):
    assert linked("a", link) == "a"


@settings(max_examples=60)
@given(strategies.journeys())
@example_of(jm.Journey("a|b", stages=[jm.Stage("x\ny", job="<b>|")]))
def test_a_whole_table_keeps_its_shape(journey):
    made = jm.table(journey)
    rows = [t for t in parsed(made.markdown) if t.type == "tr_open"]
    cells = [t for t in parsed(made.markdown) if t.type in {"th_open", "td_open"}]
    if journey.stages:
        assert len(rows) == made.html.count("<tr")
        assert len(cells) == len(rows) * (len(journey.stages) + 1)
    html_inline = [
        child.content
        for token in parsed(made.markdown)
        for child in token.children or ()
        if child.type == "html_inline"
    ]
    assert set(html_inline) <= {"<br>"}


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


ALLOWED = {
    "table": {"class", "lang", "style"},
    "caption": {"style"},
    "th": {"scope", "style", "dir", "lang"},
    "td": {"style", "dir"},
    "a": {"href", "style"},
    "small": {"style"},
    "ul": {"style"},
    "tr": {"style"},
} | {tag: set() for tag in ("thead", "tbody", "br", "li")}


@settings(max_examples=80)
@given(strategies.journeys(), st.lists(TEXTS, min_size=1, max_size=3))
def test_html_is_well_formed_and_holds_only_what_we_wrote(journey, texts):
    extra = jm.Journey("t", stages=[jm.Stage(text, job=text) for text in texts])
    for one in (journey, extra):
        text = jm.table(one).html
        root = ET.fromstring(text)  # noqa: S314 - our own text
        assert root.tag == "table"
        for tag, attributes in Tags(text).tags:
            assert set(attributes) <= ALLOWED[tag]
            if "href" in attributes:
                assert attributes["href"].lower().startswith(("http://", "https://", "mailto:"))
    said = "".join(root.itertext())
    assert all(plain(text) in plain(said.replace("\n", " ")) for text in texts if "\n" not in text)


def test_html_is_a_table_that_can_be_heard():
    made = jm.table(example("sales-automation-ru"))
    root = ET.fromstring(made.html)  # noqa: S314 - our own text
    assert root.get("lang") == "ru"
    assert root.find("caption").text.startswith("Покупка")
    assert {th.get("scope") for th in root.find("thead").iter("th")} == {"col"}
    assert {th.get("scope") for th in root.find("tbody").iter("th")} == {"row"}


def records(made):
    return list(csv.reader(io.StringIO(made.csv, newline="")))


@settings(max_examples=80)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_csv_gives_every_text_back(texts):
    actions = [text.strip() for text in texts]
    stage = jm.Stage("s", actions=actions)
    head, *rows = records(jm.table(jm.Journey("t", stages=[stage])))
    items = [row[head.index("Item")] for row in rows]
    wanted = [action.text for action in stage.actions]
    assert [
        item.removeprefix("'") if item != text else item
        for item, text in zip(items, wanted, strict=True)
    ] == wanted
    for item in items:
        assert item[0] not in "=+-@\t\r" or re.fullmatch(r"-?\d+(\.\d+)?%?", item)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"), ("+x", "'+x"), ("-x", "'-x"), ("@x", "'@x"), ("\tx", "'\tx"),

        ("\uff1dx", "'\uff1dx"), ("-1", "-1"), ("-1.5%", "-1.5%"), ("-1+1", "'-1+1"),
        ("a=1", "a=1"), ("", ""),
    ],
)  # fmt: skip
def test_no_cell_is_a_formula(text, written):
    assert harmless(text) == written


@settings(max_examples=40)
@given(strategies.journeys())
def test_csv_has_one_width_and_the_line_ends_of_its_standard(journey):
    made = jm.table(journey)
    head, *rows = records(made)
    words = labels_of("ru" if journey.language == "ru" else "en")
    assert head == list(words.columns.values())
    assert {len(row) for row in rows} <= {len(head)}
    assert made.csv.endswith("\r\n")
    numbers = [int(row[0]) for row in rows]
    assert numbers == sorted(numbers)


def test_csv_holds_what_is_known_of_a_thing():
    head, *rows = records(jm.table(example("meal-delivery")))
    by_item = {row[head.index("Item")]: dict(zip(head, row, strict=True)) for row in rows}
    fee = by_item["The fee shows up at the last step"]
    assert fee["Our answer"] == "Full price on the dish card"
    assert (fee["Evidence"], fee["Source"], fee["Sample"]) == (
        "observed",
        "Order sessions on video",
        "18",
    )
    push = by_item["Push message at seven"]
    assert (push["Kind"], push["Channel"]) == ("proposed", "app")
    assert by_item["dismay"]["Value"] == "1.5"
    assert by_item["List of kitchens"]["Link"] == "https://example.com/kitchens"
    advice = by_item["Show the full price from the first card"]
    assert (advice["Kind"], advice["Owner"]) == ("Urgent", "App team")


def test_a_saved_csv_is_one_that_excel_reads(tmp_path):
    made = jm.table(example("sales-automation-ru"))
    data = made.save(tmp_path / "x.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == made.csv


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_document_says_every_stage(name):
    journey = example(name)
    made = jm.table(journey)
    for stage in journey.stages:
        for document in (made.markdown, made.html, made.csv):
            assert stage.name in document


def test_rows_can_be_chosen():
    made = jm.table(example("meal-delivery"), lanes=["thoughts", "jobs"], language="ru")
    heads = re.findall(r"^\| \*\*(.+?)\*\*", made.markdown, re.MULTILINE)
    assert heads == ["Мысли", "Задачи \\(JTBD)".replace("\\", "")]
    assert "Действия" not in made.csv + made.html
    with pytest.raises(jm.OptionError, match=r"did you mean 'jobs'\?"):
        jm.table(jm.Journey("t"), lanes="job")


def test_durations_are_not_said_twice():
    journey = jm.Journey("t", stages=[jm.Stage("A", job="x", duration="2 days")])
    assert (
        jm.table(journey).markdown.count("2\u00a0days") + jm.table(journey).markdown.count("2 days")
        == 1
    )
    assert "Duration" in jm.table(journey, lanes=["duration"]).markdown
    assert "Duration" in jm.table(journey).csv


# Formats


@pytest.fixture
def source(tmp_path):
    jm.dump(example("minimal"), tmp_path / "a.yaml")
    return str(tmp_path / "a.yaml")


def test_only_a_table_is_a_document(tmp_path):
    journey = example("minimal")
    with pytest.raises(jm.OptionError, match=r"unknown format 'md' \(known: svg, png, pdf"):
        jm.swimlane(journey).save(tmp_path / "x.md")
    with pytest.raises(jm.OptionError, match=r"known: svg, png, pdf, md, html, csv"):
        jm.table(journey).bytes("docx")


@pytest.mark.parametrize("view", VIEWS)
def test_the_formats_of_a_view_are_those_of_its_diagram(view):
    assert VIEWS[view](example("meal-delivery")).formats == formats_of(view)


@pytest.mark.parametrize("suffix", ["md", "html", "csv", "svg"])
def test_the_command_line_writes_documents(suffix, source, tmp_path):
    target = tmp_path / f"x.{suffix}"
    assert main(["render", source, "-o", str(target), "--view", "table"]) == 0
    assert target.read_bytes() == jm.table(example("minimal")).bytes(suffix)


def test_the_command_line_refuses_a_document_of_a_picture(source, tmp_path, capsys):
    assert main(["render", source, "-o", str(tmp_path / "x.md")]) == 2
    assert "x.md: 'md' (known: svg, png, pdf; --view table has it)" in capsys.readouterr().err
    assert main(["render", source, "-o", str(tmp_path / "x.svg"), "--view", "persona-card"]) == 2
    assert "neither a persona nor a segment" in capsys.readouterr().err


@pytest.mark.parametrize("view", ["cycle", "mindmap", "table"])
def test_the_command_line_draws_every_view(view, source, tmp_path):
    target = tmp_path / "x.svg"
    assert main(["render", source, "-o", str(target), "--view", view]) == 0
    assert target.read_text(encoding="utf-8") == VIEWS[view](example("minimal")).svg


def test_a_table_says_as_the_map_does_which_way_a_figure_should_go():
    hypotheses = [
        jm.Hypothesis("Fewer plans", metric="conversion", expected="8%"),
        jm.Hypothesis("Answer at once", metric="time", expected="-2 days"),
    ]
    journey = jm.Journey("t", stages=[jm.Stage("One", hypotheses=hypotheses)])
    said = " ".join(jm.table(journey).markdown.split())
    assert "conversion ↑ 8%" in said
    assert "time ↓ 2 days" in said
